"""What the data sets call the units: the product's names of units turned into theirs."""

from __future__ import annotations

CURRENCIES = {
    "USD": "dollar", "AUD": "australian dollar", "CAD": "canadian dollar", "NZD": "new zealand dollar",
    "HKD": "hong kong dollar", "SGD": "singaporean dollar", "TWD": "new taiwan dollar", "EUR": "euro",
    "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan", "INR": "rupee", "RUB": "russian ruble",
    "KRW": "south korean won", "CHF": "swiss franc", "SEK": "swedish krona", "NOK": "norwegian krone",
    "DKK": "danish krone", "ILS": "shekel", "MXN": "mexican peso", "MYR": "malaysian ringgit", "TRY": "turkish lira",
    "HRK": "croatian kuna", "GEL": "georgian lari", "LAK": "lao kip", "LKR": "sri lankan rupee",
    "FIM": "finnish markka", "ESP": "peseta", "CRC": "costa rican colón",
}  # fmt: skip

MEASURES = {
    "percent": "percentage", "basis point": "basis point", "tonne": "metric ton", "pound": "pound-mass",
    "metric ton": "metric ton", "degree celsius": "celsius", "degree fahrenheit": "fahrenheit", "time": "count",
}  # fmt: skip


def unit_name(unit: str) -> str:
    """The data sets' name of a unit of measure or a currency."""
    return CURRENCIES.get(unit) or MEASURES.get(unit, unit)
