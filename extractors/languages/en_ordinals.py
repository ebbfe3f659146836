"""English ordinals, and what is numbered one by one as it happens. Data only."""

from __future__ import annotations

from extractors.languages.language import in_order, phrases

_UNITS = in_order("first second third fourth fifth sixth seventh eighth ninth")
_TEENS = in_order(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

ORDINALS: dict[str, int] = {
    **{f"{ten}-{unit}": value + at for ten, value in _TENS.items() for at, unit in enumerate(_UNITS, start=1)},
    **{word: at for at, word in enumerate((*_UNITS, *_TEENS), start=1)},
}

#: nouns whose ordinal is the count so far: deaths and their like, attacks of a year; no fifth person, street or floor
COUNTED_BY_ORDINALS = phrases(
    """
    death; fatality; victim; casualty; body; infection; mass shooting; murder; homicide; killing; drowning;
    person to die; person has died; person died; patient has died; patient died; patient to die; woman to die;
    man to die; child to die; worker to die; journalist killed; soldier killed; person killed; body was; resignation
    """
)
