"""English units: currencies by sign, code and word, percent, measures, rates. Data only.

Sources: ISO 4217; the SI brochure and the customary units that news still prints.
"""

from __future__ import annotations

from extractors.languages.language import Unit, phrases, table, words

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
