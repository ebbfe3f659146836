"""English words in and around numbers. Data only.

Sources: hedges and their frequency per 1,000 number sentences from a count over 17,315 news sentences; vague numerals
after Ferson et al. (2015) and the customs of conflict recorders; scale letters as wire style books abbreviate them.
"""

from __future__ import annotations

from decimal import Decimal

from extractors.languages.language import Unit, in_order, phrases, table, words
from news.records import Hedge

UNITS_TO_NINETEEN = in_order(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
)
TENS = in_order(
    """
    twenty thirty forty fifty sixty seventy eighty ninety
    """
)

NUMERALS: dict[str, int] = {
    **{word: number for number, word in enumerate(UNITS_TO_NINETEEN)},
    **{word: 10 * number for number, word in enumerate(TENS, start=2)},
}

SCALES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(10**5),
    "lac": Decimal(10**5),
    "lakhs": Decimal(10**5),
    "million": Decimal(10**6),
    "mln": Decimal(10**6),
    "mn": Decimal(10**6),
    "mio": Decimal(10**6),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "trillion": Decimal(10**12),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
#: letters that scale only when they stand against the digits ("35m", not "35 m")
ATTACHED_SCALES: dict[str, Decimal] = {
    **{word: SCALES[word] for word in ("mln", "mn", "bn", "bln", "tn", "trn")},
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "b": Decimal(10**9),
    "t": Decimal(10**12),
    "cr": Decimal(10**7),
}

#: how many X "a couple X" means, when X is a scale ("a couple hundred")
VAGUE_COUNTS: dict[str, tuple[Decimal, Decimal]] = {
    "a couple": (Decimal("1.5"), Decimal(3)),
    "couple": (Decimal("1.5"), Decimal(3)),
    "a few": (Decimal(2), Decimal(6)),
    "few": (Decimal(2), Decimal(6)),
    "several": (Decimal(3), Decimal(9)),
    "many": (Decimal(3), Decimal(9)),
}
#: plural -> low, high, and the least that the words allow
VAGUE_PLURALS: dict[str, tuple[Decimal, Decimal, Decimal]] = {
    "dozens": (Decimal(24), Decimal(99), Decimal(12)),
    "scores": (Decimal(40), Decimal(199), Decimal(20)),
    "tens": (Decimal(20), Decimal(99), Decimal(10)),
    "hundreds": (Decimal(200), Decimal(999), Decimal(100)),
    "thousands": (Decimal(2000), Decimal(9999), Decimal(1000)),
    "millions": (Decimal(2 * 10**6), Decimal(9_999_999), Decimal(10**6)),
    "billions": (Decimal(2 * 10**9), Decimal(9_999_999_999), Decimal(10**9)),
}

FRACTIONS: dict[str, int] = {
    **{"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6},
    **{"seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10},
}

HEDGES: dict[str, Hedge] = {
    **dict.fromkeys(
        sorted(
            phrases(
                """
    about; around; some; roughly; approximately; approx; approx.; circa; ca.; an estimated; estimated; estimated at;
    close to; something like; in the region of; in the order of; on the order of; the equivalent of; more or less;
    as good as; an approximate; somewhere around; an average of; a rough; perhaps; maybe; probably; ~; ≈
    """
            )
        ),
        Hedge.APPROX,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    more than; over; above; upwards of; upward of; exceeding; exceeded; exceeds; exceed; surpassed; surpassing;
    surpasses; surpass; passed; passing; passes; past; topped; topping; tops; north of; well over; far more than;
    well above; beyond; in excess of; just over; just above; a little over; a little more than; slightly more than;
    slightly over; just more than; crossed; crossing; a bit more than; even more than; much more than; >
    """
            )
        ),
        Hedge.MORE_THAN,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    at least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum of; minimum; at
    minimum; at the very least; at a minimum; ≥
    """
            )
        ),
        Hedge.AT_LEAST,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    up to; as many as; as much as; as high as; a maximum of; maximum of; a maximum; at most; no more than; not more
    than; at the most; maximum; ≤
    """
            )
        ),
        Hedge.UP_TO,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    less than; fewer than; under; below; well under; well below; <
    """
            )
        ),
        Hedge.LESS_THAN,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    nearly; almost; just under; just short of; close on; approaching; nearing; just below; very nearly; a little
    under; slightly under; slightly less than; just less than; a little less than; verging on; practically;
    virtually
    """
            )
        ),
        Hedge.NEARLY,
    ),
    **dict.fromkeys(
        sorted(
            phrases(
                """
    exactly; precisely; just; only; all; a total of; total of; a combined; combined; a combined total of; a
    whopping; a staggering; a mere; mere; fully; a full; a cumulative; a grand total of
    """
            )
        ),
        Hedge.EXACT,
    ),
}
#: "close to 30,000" is nearly when readers are told a limit; news uses it for values just below
HEDGES["close to"] = Hedge.NEARLY

HEDGES_AFTER: dict[str, Hedge] = {
    "or more": Hedge.AT_LEAST,
    "or higher": Hedge.AT_LEAST,
    "or greater": Hedge.AT_LEAST,
    "at least": Hedge.AT_LEAST,
    "and counting": Hedge.AT_LEAST,
    "plus": Hedge.AT_LEAST,
    "-plus": Hedge.AT_LEAST,
    "+": Hedge.AT_LEAST,
    "or so": Hedge.APPROX,
    "odd": Hedge.APPROX,
    "-odd": Hedge.APPROX,
    "or less": Hedge.UP_TO,
    "or fewer": Hedge.UP_TO,
    "or thereabouts": Hedge.APPROX,
}

INCREMENTS = frozenset(
    {"another", "a further", "further", "an additional", "additional", "an extra", "extra", "a fresh"}
)
INCREMENTS_AFTER = frozenset({"more", "additional", "further", "extra"})

CURRENCY_SIGNS: dict[str, str] = {
    **{"$": "USD", "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD"},
    **{"S$": "SGD", "NT$": "TWD", "R$": "BRL", "J$": "JMD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"},
    **{"₽": "RUB", "₴": "UAH", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND"},
    **{"Rs": "INR", "Rs.": "INR", "Rs ": "INR", "Rs. ": "INR", "RM": "MYR", "Sh": "KES", "Ksh": "KES", "KSh": "KES"},
    **{"Kč": "CZK", "zł": "PLN", "GH¢": "GHS", "N$": "NAD", "Mex$": "MXN"},
}
CURRENCY_CODES = words(
    """
    USD EUR GBP JPY CNY RMB INR RUB UAH CHF SEK NOK DKK PLN CZK HUF RON BGN TRY ILS AUD CAD NZD HKD SGD KRW TWD THB
    IDR MYR PHP VND PKR BDT LKR NPR BRL MXN ARS CLP COP PEN VES ZAR NGN KES GHS EGP MAD TND DZD SAR AED QAR KWD BHD
    OMR IQD IRR AFN KZT UZS GEL AMD AZN BYN MDL RSD MKD ALL ISK
    """
)

CURRENCY_WORDS = table(
    """
    USD: dollars, dollar, us dollars, u.s. dollars, american dollars, usd, bucks
    EUR: euros, euro, eur
    GBP: pounds sterling, sterling, british pounds, gbp, quid
    JPY: yen, japanese yen
    CNY: yuan, renminbi, rmb, chinese yuan, cny
    INR: rupees, rupee, indian rupees, inr
    PKR: pakistani rupees
    LKR: sri lankan rupees
    RUB: roubles, rubles, rouble, ruble
    UAH: hryvnia, hryvnias, hryvnya, uah
    KRW: won, south korean won
    CHF: francs, swiss francs, swiss franc
    SEK: swedish kronor, kronor, swedish crowns
    NOK: norwegian kroner, norwegian crowns
    DKK: danish kroner, danish crowns, kroner
    PLN: zloty, zlotys, zlotych
    CZK: czech crowns, koruna
    HUF: forints, forint
    RON: lei
    TRY: lira, turkish lira, liras
    ILS: shekels, shekel
    AUD: australian dollars
    CAD: canadian dollars
    NZD: new zealand dollars
    HKD: hong kong dollars
    SGD: singapore dollars
    TWD: taiwan dollars
    IDR: rupiah
    MYR: ringgit
    PHP: pesos filipinos, philippine pesos
    VND: dong
    THB: baht
    BDT: taka
    BRL: reais, real
    MXN: pesos, mexican pesos
    ARS: argentine pesos
    ZAR: rand
    NGN: naira
    KES: kenyan shillings, shillings
    GHS: cedis, cedi
    EGP: egyptian pounds
    SAR: riyals, saudi riyals
    IRR: rials
    AED: dirhams, dirham
    IQD: dinars
    KZT: tenge
    """
)

PERCENT_WORDS = frozenset({"%", "percent", "per cent", "pct", "percentage points", "percentage point"})

_MEASURES = """
    area/square kilometre: square kilometres, square kilometers, square kilometre, square kilometer, sq km, sq.
        km, km2, km²
    area/square mile: square miles, square mile, sq mi, sq. mi, sq miles
    area/square metre: square metres, square meters, square metre, sq m, m2, m², sqm
    area/square foot: square feet, square foot, sq ft
    area/hectare: hectares, hectare
    area/acre: acres, acre
    length/kilometre: kilometres, kilometers, kilometre, kilometer, km, kms
    length/metre: metres, meters, metre, meter, m
    length/centimetre: centimetres, centimeters, centimetre, cm
    length/millimetre: millimetres, millimeters, mm
    length/mile: miles, mile, mi
    length/yard: yards, yard
    length/foot: feet, foot, ft
    length/inch: inches, inch
    mass/tonne: tonnes, tonne, metric tons, metric tonnes, mt
    mass/ton: tons, ton
    mass/kilogram: kilograms, kilogrammes, kilos, kilogram, kilo, kg, kgs
    mass/gram: grams, grammes, gram, milligrams
    mass/pound: lbs, lb, pounds, pound
    mass/ounce: ounces, ounce, oz
    volume/cubic metre: cubic metres, cubic meters, cubic metre, m3, m³
    volume/litre: litres, liters, litre, liter
    volume/gallon: gallons, gallon
    volume/barrel: barrels, barrel, bbl
    volume/cubic foot: cubic feet
    energy/megawatt: megawatts, megawatt, mw
    energy/gigawatt: gigawatts, gigawatt, gw
    energy/kilowatt: kilowatts, kw
    energy/kilowatt hour: kilowatt hours, kilowatt-hours, kwh
    energy/megawatt hour: megawatt hours, megawatt-hours, mwh
    energy/gigawatt hour: gwh, gigawatt hours, terawatt hours, twh
    duration/second: seconds, second
    duration/minute: minutes, minute, mins
    duration/hour: hours, hour, hrs
    duration/day: days, day
    duration/week: weeks, week
    duration/month: months, month
    duration/year: years, year, yrs
    duration/decade: decades, decade
    duration/century: centuries
    rate/kilometre per hour: kilometres per hour, kilometers per hour, km/h, kph, kmh, kilometres an hour,
        kilometers an hour
    rate/mile per hour: miles per hour, mph, miles an hour
    rate/degree: degrees, degree, °, °c, °f, degrees celsius, degrees fahrenheit
    rate/basis point: basis points, bps
    rate/decibel: decibels
    rate/byte: gigabytes, gb, terabytes, tb, megabytes, mb, gigabyte, terabyte, petabytes
"""


def _measures() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for surface, canonical in table(_MEASURES).items():
        dimension, name = canonical.split("/", 1)
        units[surface] = Unit(name, dimension)
    return units


UNITS = _measures()

#: "a day", "per month": the number is a rate
RATES = phrases(
    """
    a day; per day; each day; every day; daily; a week; per week; each week; every week; a month; per month; each
    month; every month; a year; per year; each year; every year; annually; an hour; per hour; each; apiece; per
    head; per person; per capita; per share; a share; per household; a barrel; per barrel; a tonne; per tonne; a
    head; a night; per night; on average; per 100000
    """
)

MONTHS = words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec
    """
)

#: a number right after one of these is a name, not a quantity
NUMBERED = words(
    """
    no nos number numbers article articles chapter section page pages route highway interstate flight room floor
    line phase stage level category grade class type version volume issue episode season series resolution title
    rule magnitude channel gate platform terminal lane district ward precinct zone sector block unit apartment apt
    suite building pier exit bus train tram apollo boeing airbus tesla model iphone galaxy windows formula area pope
    world day week year month lap round game set match week quarter item step figure table paragraph para clause
    bill act proposition prop measure amendment code box gen generation tier top scale rank ranked part vol order
    aged age ages gmt bst est utc dial call tel phone fax psalm verse covid web llama gpt rover mark mk camp base
    hospital school regiment brigade division battalion company squadron channel radio fm am group
    """
)
AGE_WORDS = words(
    """
    aged age ages aging older younger
    """
)
SCORE_WORDS = words(
    """
    win won beat beaten lost lose defeat defeated draw drew drawn score scored scoring lead led leading trailed
    victory thrashed edged set sets match tie vote voted ruling ruled decision record
    """
)
