"""What the data sets call the units: the product's names of units turned into theirs."""

from __future__ import annotations

from extractors.languages.en_currencies import CURRENCY_WORDS

#: where the sets' name is not the first of the product's table
_OTHER_CURRENCIES = {
    "INR": "rupee", "ILS": "shekel", "SGD": "singaporean dollar", "ESP": "peseta", "NLG": "netherlands guilde",
    "DEM": "mark", "BTC": "bitcoin", "TWD": "new taiwan dollar",
}  # fmt: skip
CURRENCIES = {code: name for name, code in reversed(CURRENCY_WORDS.items())} | _OTHER_CURRENCIES

MEASURES = {
    "percent": "percentage", "tonne": "metric ton", "pound": "pound-mass", "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit", "time": "count", "revolution per minute": "count per minute",
    "part per billion": "parts-per-billion", "unit": "count",
}  # fmt: skip

#: abbreviations that the sets write out
NOUNS = {"p": "point", "pts": "point", "pt": "point", "time": "count",
         "ppg": "point per game", "rpg": "rebound per game", "apg": "assist per game",
         "WAR": "win above replacement", "war": "win above replacement"}  # fmt: skip


def unit_name(unit: str, per: str = "") -> str:
    """The data sets' name of a unit of measure or a currency, and of what a rate is per."""
    name = CURRENCIES.get(unit) or MEASURES.get(unit, unit)
    return f"{name} per {per}" if per else name
