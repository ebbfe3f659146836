"""English units of measure, percent, and what a rate is per. Data only.

Sources: the SI brochure (names, symbols, prefixes) and the customary units that news still prints. A symbol keeps its
case ("MW" is no "mW"), a name is lower case. Names are British and in the singular.
"""

from __future__ import annotations

from extractors.languages.language import Unit, phrases, table, words

PERCENT_WORDS = phrases(
    "%; percent; per cent; pct; pc; percents; percentage; percentage points; percentage point; percent points"
)

#: name -> symbol
_PREFIXES = {
    **{
        "nano": "n",
        "micro": "µ",
        "milli": "m",
        "centi": "c",
        "deci": "d",
        "deca": "da",
        "hecto": "h",
        "kilo": "k",
        "mega": "M",
    },
    **{"giga": "G", "tera": "T", "peta": "P"},
}
#: dimension, spellings (the first is the name), symbol, prefixes in use
_SI = (
    ("length", ("metre", "meter"), "m", "nano micro milli centi deci deca hecto kilo"),
    ("mass", ("gram", "gramme"), "g", "nano micro milli kilo"),
    ("volume", ("litre", "liter"), "l", "micro milli centi deci hecto"),
    ("volume", ("litre", "liter"), "L", "milli"),
    ("energy", ("watt",), "W", "milli kilo mega giga tera"),
    ("energy", ("watt hour", "watt-hour"), "Wh", "kilo mega giga tera"),
    ("energy", ("joule",), "J", "kilo mega giga"),
    ("frequency", ("hertz",), "Hz", "kilo mega giga"),
    ("data", ("byte",), "B", "kilo mega giga tera peta"),
    ("data", ("bit",), "bit", "kilo mega giga"),
    ("pressure", ("pascal",), "Pa", "hecto kilo mega giga"),
    ("voltage", ("volt",), "V", "milli kilo"),
    ("current", ("ampere", "amp"), "A", "milli"),
    ("duration", ("second",), "s", "nano micro milli"),
    ("frequency", ("becquerel",), "Bq", "kilo mega giga tera"),
    ("radiation", ("sievert",), "Sv", "micro milli"),
    ("current", ("farad",), "F", "micro nano milli"),
)

_MEASURES = """
    area/square kilometre: square kilometres, square kilometers, square kilometre, square kilometer, sq km, sq.
        km, km2, km²
    area/square mile: square miles, square mile, sq mi, sq. mi, sq miles
    area/square metre: square metres, square meters, square metre, square meter, sq m, sq. m, m2, m², sqm
    area/square centimetre: square centimetres, square centimeters, cm2, cm², square centimetre
    area/square foot: square feet, square foot, sq ft, sq. ft, sq feet, ft2, ft²
    area/square inch: square inches, square inch, sq in
    area/square yard: square yards, square yard
    area/hectare: hectares, hectare, ha
    area/acre: acres, acre
    length/kilometre: kms
    length/mile: miles, mile, mi
    length/nautical mile: nautical miles, nautical mile, nmi
    length/light year: light years, light-years, light year, light-year
    length/furlong: furlongs, furlong
    length/fathom: fathoms, fathom
    length/yard: yards, yard, yds, yd
    length/foot: feet, foot, ft, ft.
    length/inch: inches, inch, in., in
    length/picometre: picometre, picometer, picometres, picometers
    length/micrometre: micron, microns
    mass/tonne: tonnes, tonne, metric tons, metric tonnes, metric ton, mt, t
    mass/ton: tons, ton
    mass/short ton: short tons, short ton
    mass/long ton: long tons, long ton
    mass/quintal: quintals, quintal
    mass/hundredweight: hundredweight, cwt
    mass/grain: grains
    mass/kilogram: kilos, kilo, kgs
    mass/microgram: mcg
    mass/pound: lbs, lb, pounds, pound, lbs., lb.
    mass/ounce: ounces, ounce, oz, troy ounces, troy ounce
    mass/carat: carats, carat
    volume/cubic metre: cubic metres, cubic meters, cubic metre, cubic meter, m3, m³, cu m
    volume/cubic kilometre: cubic kilometres, cubic kilometers, km3
    volume/cubic centimetre: cubic centimetres, cubic centimeters, cubic centimetre, cc, cm3, cm³
    volume/cubic inch: cubic inches, cubic inch, cu in
    volume/cubic mile: cubic miles, cubic mile
    volume/cubic millimetre: cubic millimetres, cubic millimeters
    volume/cubic foot: cubic feet, cubic foot, cu ft, ft3
    volume/cubic yard: cubic yards, cubic yard
    volume/gallon: gallons, gallon, gal
    volume/barrel: barrels, barrel, bbl, bbls
    volume/bushel: bushels, bushel
    volume/pint: pints, pint
    volume/quart: quarts, quart
    volume/fluid ounce: fluid ounces, fluid ounce, fl oz
    volume/cup: cups, cup
    volume/tablespoon: tablespoons, tablespoon, tbsp
    volume/teaspoon: teaspoons, teaspoon, tsp
    volume/acre foot: acre feet, acre-feet, acre foot
    energy/horsepower: horsepower, hp
    energy/brake horsepower: brake horsepower, bhp
    energy/calorie: calories, calorie, cal
    energy/kilocalorie: kilocalories, kcal
    energy/british thermal unit: btu, btus, british thermal units
    duration/second: seconds, sec, secs
    duration/minute: minutes, minute, mins, min
    duration/hour: hours, hour, hrs, hr, h
    duration/day: days, day
    duration/night: nights
    duration/fortnight: fortnights, fortnight
    duration/week: weeks, week, wks
    duration/month: months, month
    duration/year: years, year, yrs, yr
    duration/decade: decades, decade
    duration/century: centuries, century
    rate/kilometre per hour: kilometres per hour, kilometers per hour, kilometer per hour, kilometre per hour, km/h,
        km/hr, kph, kmh, kmph, kilometres an hour, kilometers an hour, kph., kilometre an hour
    rate/mile per hour: miles per hour, mile per hour, mph, miles an hour, mi/h
    rate/metre per second: metres per second, meters per second, m/s
    rate/knot: knots, knot, kts
    torque/newton metre: newton metres, newton meters, nm of torque, newton-metres
    torque/pound foot: pound feet, pound-feet, lb-ft, foot-pounds
    pressure/pound per square inch: psi, pounds per square inch
    pressure/kilopound per square inch: ksi
    rate/mile per gallon: mpg, miles per gallon, miles to the gallon
    rate/ampere per square centimetre: a/cm2, a/cm²
    pressure/millibar: millibars, millibar, mbar
    frequency/beat per minute: bpm, beats per minute
    frequency/revolution per minute: rpm, revolutions per minute
    angle/radian: radians, radian, rad
    temperature/kelvin: kelvin, kelvins
    rate/basis point: basis points, basis point, bps
    rate/decibel: decibels, decibel, db
    data/megabit per second: mbps, megabits per second, mb/s, mbit/s
    data/gigabit per second: gbps, gigabits per second, gbit/s
    data/megapixel: megapixels, megapixel, mp
    rate/part per million: parts per million, ppm
    rate/part per billion: parts per billion, ppb, parts-per-billion
"""
_DEGREES = ("degrees", "degree", "deg", "deg.", "°")
_TEMPERATURES = {
    "degree celsius": ("celsius", "celcius", "centigrade", "centigrate", "c"),
    "degree fahrenheit": ("fahrenheit", "farenheit", "fahrenheits", "f"),
}


def _si_units() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for dimension, spellings, symbol, prefixes in _SI:
        for prefix in ("", *prefixes.split()):
            unit = Unit(f"{prefix}{spellings[0]}", dimension)
            if unit.name == "bit":  # "not one bit"
                continue
            for spelling in spellings:
                units[f"{prefix}{spelling}"] = units[f"{prefix}{spelling}s"] = unit
            if len(symbol) > 1 or prefix or symbol in "mglWV":
                units[f"{_PREFIXES.get(prefix, '')}{symbol}"] = unit
    units |= {symbol.replace("µ", "μ"): unit for symbol, unit in units.items() if symbol[0] == "µ"}
    units |= {"ug": units["µg"], "ul": units["µl"], "Nm": Unit("newton metre", "torque")}
    units |= {"Kb": units["kilobit"], "Mb": units["megabit"], "Gb": units["gigabit"]}
    capitals = sorted((symbol for symbol in units if not symbol.islower() and len(symbol) > 1), key=str.swapcase)
    for symbol in capitals[::-1]:  # "mw" without capitals is the megawatt, not the milliwatt
        units.setdefault(symbol.lower(), units[symbol])
    return units


def _temperatures() -> dict[str, Unit]:
    """ "degrees Celsius", "deg c", "°C", "celsius"; degrees alone may be of temperature or of an angle."""
    units = dict.fromkeys(_DEGREES, Unit("degree", "temperature"))
    for name, scales in _TEMPERATURES.items():
        unit = Unit(name, "temperature")
        units |= {f"{degree} {scale}": unit for degree in _DEGREES for scale in scales}
        units |= dict.fromkeys((scale for scale in scales if len(scale) > 1), unit)
        units |= {f"°{scales[-1]}": unit, f"deg{scales[-1]}": unit, scales[-1].upper(): unit}
    return units


def _measures() -> dict[str, Unit]:
    units = {**_si_units(), **_temperatures()}
    for surface, canonical in table(_MEASURES).items():
        dimension, name = canonical.split("/", 1)
        units[surface] = Unit(name, dimension)
    return units


UNITS = _measures()

#: what stands after "35m" when metres are meant; without one, a letter against the digits is a scale
AFTER_METRES = words(
    """
    tall high long wide deep thick across away apart below above final sprint race hurdles freestyle backstroke
    breaststroke butterfly medley pool swim dash relay telescope yacht statue tower wave waves tsunami drop dive
    """
)

#: "a day", "per month": words that make a rate, and what it can be per
PER_WORDS = words("per a an each every")
DENOMINATORS = table(
    """
    second: second, sec, s
    millisecond: millisecond, ms
    minute: minute, min
    hour: hour, hr, h
    day: day, night
    week: week
    month: month
    quarter: quarter
    year: year, annum
    decade: decade
    century: century
    share: share
    unit: unit, piece, item, copy
    person: person, head, capita, adult, worker, employee, patient, pupil, student, passenger, child, resident
    household: household, family, home
    barrel: barrel
    tonne: tonne, metric ton
    ton: ton
    ounce: ounce
    pound: pound, lb
    kilogram: kilogram, kilo, kg
    gram: gram, gramme
    litre: litre, liter
    gallon: gallon
    bushel: bushel
    mile: mile
    kilometre: kilometre, kilometer, km
    metre: metre, meter
    square metre: square metre, square meter
    square foot: square foot
    square inch: square inch
    square centimetre: square centimetre, square centimeter
    acre: acre
    hectare: hectare
    megawatt hour: megawatt hour, megawatt-hour, mwh
    kilowatt hour: kilowatt hour, kilowatt-hour, kwh
    dozen: dozen
    bottle: bottle
    game: game, match
    vehicle: vehicle, car
    """
)
PER_ADVERBS = table(
    """
    day: daily, nightly
    week: weekly
    month: monthly
    year: annually, yearly
    unit: apiece
    """
)

#: "a day", "per month": the number is a rate
RATES = phrases(
    """
    a day; per day; each day; every day; daily; a week; per week; each week; every week; a month; per month; each
    month; every month; a year; per year; each year; every year; annually; an hour; per hour; each; apiece; per
    head; per person; per capita; per share; a share; per household; a barrel; per barrel; a tonne; per tonne; a
    head; a night; per night; on average; per 100000
    """
)
