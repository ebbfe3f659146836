"""Currencies as English prints them: signs, ISO 4217 codes, names. Data only.

The first name of a code is its full name in the singular; a bare noun ("dollar") stands where readers take it so.
Currencies that the euro replaced are kept: money of other years is still told in them.
"""

from __future__ import annotations

from extractors.languages.language import table, words

CURRENCY_SIGNS: dict[str, str] = {
    **{
        "$": "USD",
        "US$": "USD",
        "U.S.$": "USD",
        "U.S. $": "USD",
        "US $": "USD",
        "HK $": "HKD",
        "NZ $": "NZD",
        "AU $": "AUD",
        "S $": "SGD",
        "C$": "CAD",
        "CA$": "CAD",
        "Can$": "CAD",
    },
    **{"A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL"},
    **{"J$": "JMD", "N$": "NAD", "Mex$": "MXN", "MX$": "MXN", "TT$": "TTD", "Z$": "ZWL", "B$": "BND", "€": "EUR"},
    **{"£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN"},
    **{"₱": "PHP", "฿": "THB", "₫": "VND", "₡": "CRC", "₾": "GEL", "₭": "LAK", "₮": "MNT", "₸": "KZT", "₼": "AZN"},
    **{"֏": "AMD", "₲": "PYG", "₵": "GHS", "৳": "BDT", "៛": "KHR", "₿": "BTC", "Ksh": "KES", "KSh": "KES", "Sh": "KES"},
    **{"Rs": "INR", "Rs.": "INR", "Rs ": "INR", "Rs. ": "INR", "RM": "MYR", "Kč": "CZK", "zł": "PLN", "GH¢": "GHS"},
    **{"Rp": "IDR", "元": "CNY", "円": "JPY", "$US": "USD", "$A": "AUD", "$NZ": "NZD", "$C": "CAD", "$HK": "HKD"},
}
CURRENCY_CODES = words(
    """
    USD EUR GBP JPY CNY RMB INR RUB UAH CHF SEK NOK DKK PLN CZK HUF RON BGN TRY ILS AUD CAD NZD HKD SGD KRW TWD THB
    IDR MYR PHP VND PKR BDT LKR NPR BRL MXN ARS CLP COP PEN VES ZAR NGN KES GHS EGP MAD TND DZD SAR AED QAR KWD BHD
    OMR IQD IRR AFN KZT UZS GEL AMD AZN BYN MDL RSD MKD ISK HRK JMD TTD CRC UYU BOB PYG GTQ HNL NIO DOP TZS UGX RWF
    ETB ZMW BWP NAD MZN AOA XOF XAF LAK KHR MMK MNT BND JOD LBP SYP YER LYD SDG CUP BTC
    """
)

_NAMES = """
    USD: dollar, us dollar, u.s. dollar, united states dollar, american dollar, usd, us$, buck
    EUR: euro, eur
    GBP: pound sterling, pounds sterling, british pound, sterling, gbp, quid, british pound sterling
    JPY: japanese yen, yen, jpy
    CNY: chinese yuan, yuan, renminbi, rmb, cny, yuan renminbi, chinese renminbi, kuai, 元
    INR: indian rupee, rupee, inr
    PKR: pakistani rupee
    LKR: sri lankan rupee
    NPR: nepalese rupee, nepali rupee
    RUB: russian ruble, russian rouble, rouble, ruble, rub
    UAH: ukrainian hryvnia, hryvnia, hryvnya, uah
    KRW: south korean won, won, korean won, krw
    CHF: swiss franc, franc, chf
    SEK: swedish krona, swedish kronor, kronor, krona, swedish crown, sek
    NOK: norwegian krone, norwegian kroner, norwegian crown, nok
    DKK: danish krone, danish kroner, kroner, krone, danish crown, dkk
    ISK: icelandic krona, icelandic kronur
    PLN: polish zloty, zloty, zlotych, polish złoty, złoty, pln
    CZK: czech koruna, czech crown, koruna, czk
    HUF: hungarian forint, forint, huf
    RON: romanian leu, romanian lei, lei, leu
    MDL: moldovan leu, moldovan lei
    BGN: bulgarian lev, leva, lev
    HRK: croatian kuna, kuna, kn
    RSD: serbian dinar
    MKD: macedonian denar, denar
    TRY: turkish lira, lira
    ILS: israeli shekel, israeli new shekel, new israeli shekel, shekel
    AUD: australian dollar, aussie dollar, aud
    CAD: canadian dollar, cad
    NZD: new zealand dollar, nzd, kiwi dollar
    HKD: hong kong dollar, hkd
    SGD: singapore dollar, sgd, singaporean dollar
    TWD: new taiwan dollar, taiwan dollar, taiwanese dollar
    BND: brunei dollar
    JMD: jamaican dollar
    TTD: trinidad and tobago dollar
    NAD: namibian dollar
    ZWL: zimbabwean dollar, zimbabwe dollar
    THB: thai baht, baht, thb
    IDR: indonesian rupiah, rupiah
    MYR: malaysian ringgit, ringgit
    PHP: philippine peso, filipino peso
    VND: vietnamese dong, vietnamese đồng, dong
    BDT: bangladeshi taka, taka
    LAK: lao kip, kip
    KHR: cambodian riel, riel
    MMK: burmese kyat, myanmar kyat, kyat
    MNT: mongolian tugrik, mongolian tögrög, tugrik
    BRL: brazilian real, brazilian reais, reais
    MXN: mexican peso, peso, mxn
    ARS: argentine peso, argentinian peso
    CLP: chilean peso
    COP: colombian peso
    CUP: cuban peso
    UYU: uruguayan peso
    DOP: dominican peso
    PEN: peruvian sol, soles
    BOB: bolivian boliviano, boliviano
    VES: venezuelan bolivar, venezuelan bolívar, bolivar, bolívar, bolivares
    CRC: costa rican colón, costa rican colon, colones
    PYG: paraguayan guarani, guaranis
    GTQ: guatemalan quetzal, quetzal
    HNL: honduran lempira, lempira
    NIO: nicaraguan cordoba
    ZAR: south african rand, rand, zar
    NGN: nigerian naira, naira
    KES: kenyan shilling, shilling
    UGX: ugandan shilling
    TZS: tanzanian shilling
    GHS: ghanaian cedi, cedi
    EGP: egyptian pound
    LBP: lebanese pound, lebanese lira
    SYP: syrian pound
    SDG: sudanese pound
    ETB: ethiopian birr, birr
    ZMW: zambian kwacha, kwacha
    BWP: botswana pula, pula
    MZN: mozambican metical, metical, meticais
    AOA: angolan kwanza, kwanza
    XOF: west african cfa franc, cfa franc
    RWF: rwandan franc
    MAD: moroccan dirham
    TND: tunisian dinar
    DZD: algerian dinar
    LYD: libyan dinar
    JOD: jordanian dinar
    KWD: kuwaiti dinar
    BHD: bahraini dinar
    IQD: iraqi dinar, dinar
    SAR: saudi riyal, saudi arabian riyal, riyal
    QAR: qatari riyal, qatari rial
    OMR: omani rial
    YER: yemeni rial
    IRR: iranian rial, rial, iranian toman, toman
    AED: united arab emirates dirham, uae dirham, emirati dirham, dirham, aed
    AFN: afghan afghani, afghani
    KZT: kazakhstani tenge, kazakh tenge, tenge
    UZS: uzbekistani som, uzbek som
    GEL: georgian lari, lari
    AMD: armenian dram
    AZN: azerbaijani manat, manat
    BYN: belarusian ruble, belarusian rouble
    AWG: aruban florin
    BSD: bahamian dollar
    BBD: barbadian dollar, barbados dollar
    BZD: belize dollar
    BMD: bermudian dollar
    KYD: cayman islands dollar
    XCD: east caribbean dollar, eastern caribbean dollar
    FJD: fijian dollar, fiji dollar
    GYD: guyanese dollar
    LRD: liberian dollar
    SBD: solomon islands dollar
    SRD: surinamese dollar
    HTG: haitian gourde, gourde
    PAB: panamanian balboa, balboa
    LSL: lesotho loti
    SZL: swazi lilangeni
    MUR: mauritian rupee
    SCR: seychellois rupee, seychelles rupee
    MVR: maldivian rufiyaa, rufiyaa
    BTN: bhutanese ngultrum, ngultrum
    WST: samoan tala
    TOP: tongan paʻanga, tongan pa'anga
    VUV: vanuatu vatu
    PGK: papua new guinean kina
    MOP: macanese pataca, pataca
    KPW: north korean won
    TMT: turkmenistan manat, turkmen manat
    TJS: tajikistani somoni, somoni
    KGS: kyrgyzstani som, kyrgyz som
    GMD: gambian dalasi, dalasi
    GNF: guinean franc
    MGA: malagasy ariary, ariary
    MWK: malawian kwacha
    MRU: mauritanian ouguiya, ouguiya
    SLE: sierra leonean leone
    SOS: somali shilling
    BIF: burundian franc
    CVE: cape verdean escudo
    KMF: comorian franc
    CDF: congolese franc
    DJF: djiboutian franc
    ERN: eritrean nakfa, nakfa
    ALL: albanian lek
    BAM: bosnia and herzegovina convertible mark, convertible mark
    EEK: estonian kroon, kroon
    LVL: latvian lats, lats
    LTL: lithuanian litas, litas
    SKK: slovak koruna, slovak crown
    SIT: slovenian tolar, tolar
    GIP: gibraltar pound
    FKP: falkland islands pound
    BTC: bitcoin, btc
    DEM: german mark, deutsche mark, marks, deutschmark, deutschemark, d-mark
    FIM: finnish markka, markka, markkaa
    FRF: french franc
    BEF: belgian franc
    NLG: dutch guilder, guilder
    ESP: spanish peseta, peseta
    ITL: italian lira, italian lire, lire
    ATS: austrian schilling, schilling
    PTE: portuguese escudo, escudo
    GRD: greek drachma, drachma
    IEP: irish pound
"""


def _with_plurals(named: dict[str, str]) -> dict[str, str]:
    """Every name and its plural in -s; no English currency has another that is not listed."""
    return {form: code for name, code in named.items() for form in (name, f"{name}s")}


CURRENCY_WORDS = _with_plurals(table(_NAMES))

#: parts of a currency; which currency they belong to is rarely said
SUBUNITS: dict[str, str] = {
    **dict.fromkeys(("cent", "cents", "¢"), "cent"),
    **dict.fromkeys(("penny", "pence", "pennies", "p"), "penny"),
    **dict.fromkeys(("paise", "paisa"), "paisa"),
    **dict.fromkeys(("kopeck", "kopecks", "kopeks"), "kopeck"),
    **dict.fromkeys(("centavo", "centavos"), "centavo"),
    **dict.fromkeys(("satoshi", "satoshis"), "satoshi"),
    **dict.fromkeys(("sen",), "sen"),
}

#: words near "5,000 pounds" that make it money; without one of them, pounds weigh
MONEY_WORDS = words(
    """
    paid pay pays paying payment fine fined cost costs costing price priced prices worth spend spent spending sold sell
    sale sales bought buy buying fee fees salary wage wages earn earned earns prize debt debts loan loans owe owed fund
    funds funding donated donate donation raised profit profits loss losses revenue turnover income budget grant bill
    bonus compensation deal transfer stake bid tax taxes rent savings saved cash money invested investment valued
    """
)
