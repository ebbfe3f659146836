"""What stands around a number and says in what it is measured: currency, percent, kilometres, days."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from extractors.amounts import Amount, Kind
from extractors.languages import language_of
from extractors.languages.language import Language

_POINTS = ("point", "пункт", "п.п", "в.п")
_LONGEST = 3  # words of a unit ("metres per second")
_UNIT_WORD = re.compile(r"[\s\u00a0\-]?([^\W\d_]+[²³]?(?:[./][^\W\d_]+)*\.?|%|°[CF]?)")


@dataclass(frozen=True, slots=True)
class Measure:
    """``unit`` and ``dimension`` of a number; ``start``/``end`` cover the number with its currency sign and units."""

    start: int
    end: int
    unit: str = ""
    dimension: str = "count"
    points: bool = False  # percentage points: a difference of shares


@functools.cache
def _signs(code: str) -> re.Pattern[str]:
    language = language_of(code)
    signs = sorted(language.currency_signs, key=len, reverse=True)
    marked = "|".join(re.escape(sign) for sign in signs if not sign[-1].isalpha())
    lettered = "|".join(re.escape(sign) for sign in signs if sign[-1].isalpha())
    codes = "|".join(sorted(language.currency_codes))
    return re.compile(rf"({marked}|(?<![^\W_])(?:{lettered})|(?<![^\W_])(?:{codes}))[\s\u00a0]?\Z")


def read_measure(text: str, amount: Amount, language: Language) -> Measure:
    """The unit of an amount, from the currency sign before it or the words after it; empty for a plain count."""
    before = text[max(0, amount.start - 6) : amount.start]
    sign = _signs(language.code).search(before)
    if amount.kind is Kind.SHARE:
        return Measure(amount.start, amount.end, "share", "share")
    if sign:
        surface = sign.group(1)
        unit = language.currency_signs.get(surface) or ("CNY" if surface == "RMB" else surface)
        end = _after(text, amount.end, language.currency_words)
        return Measure(amount.start - (len(before) - sign.start(1)), end or amount.end, unit, "money")
    return _suffix(text, amount, language)


def _after(text: str, at: int, words: object) -> int:
    """Where a currency word that repeats the sign ends ("$5 million dollars"), 0 when there is none."""
    match = re.compile(r"[\s\u00a0]([^\W\d_]+)").match(text, at)
    return match.end() if match and isinstance(words, dict) and match.group(1).lower() in words else 0


def _suffix(text: str, amount: Amount, language: Language) -> Measure:
    ends: list[tuple[str, int]] = []
    at, phrase = amount.end, ""
    for _ in range(_LONGEST):
        match = _UNIT_WORD.match(text, at)
        if match is None:
            break
        phrase = f"{phrase} {match.group(1).lower()}".strip()
        at = match.end()
        ends.append((phrase, at))
    for at in (amount.end, amount.end + 1):
        unit = language.currency_signs.get(text[at : at + 1])
        following = text[at + 1 : at + 2]
        if unit and not following.isdigit() and (at == amount.end or text[amount.end].isspace()):
            return Measure(amount.start, at + 1, unit, "money")
    for phrase, end in reversed(ends):
        for known in (phrase, phrase.rstrip(".")):
            found = _known(known, amount, language)
            if found:
                end -= len(phrase) - len(known)
                return Measure(
                    amount.start, end, *found, points=found[0] == "percent" and any(point in known for point in _POINTS)
                )
    code = re.compile(r"[\s\u00a0]([A-Z]{3})\b").match(text, amount.end)
    if code and code.group(1) in language.currency_codes:
        return Measure(amount.start, code.end(), code.group(1), "money")
    return Measure(amount.start, amount.end)


def _known(phrase: str, amount: Amount, language: Language) -> tuple[str, str] | None:
    if phrase in language.percent_words:
        return "percent", "share"
    if phrase in language.currency_words and not (language.currency_words[phrase] == "GBP" and not amount.scaled):
        return language.currency_words[phrase], "money"
    unit = language.units.get(phrase)
    return (unit.name, unit.dimension) if unit else None
