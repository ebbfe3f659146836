"""Numbers whose unit stands at the number before: "23.5 percent; Smer trails with 21.9", "lost $114 million and expects
275 million more", "5,000 barrels a day; her panel had put it at 12,000 to 19,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.counted import MORE
from extractors.numbers import Number
from extractors.tree import Node

REACH = 4  # numbers that a reader looks back
_SCALED = re.compile(r"(?:million|billion|trillion|crore|lakh|bn|tn|m|b)\Z", re.IGNORECASE)
_DECIMAL = re.compile(r"\d\.\d+\Z")
_SAME_SIZE = Decimal(50)  # two measures of one thing are seldom further apart
_LARGE = 100  # smaller numbers are told of too many things
_EACH = re.compile(r"\b(?:each|every) (minute|hour|day|week|month|year)\b")
FLOWING = frozenset({"volume", "mass"})
_MEASURES = frozenset({"volume", "mass", "area", "energy", "power"})


def with_unit(number: Number, node: Node | None, before: Sequence[Number]) -> Number:
    """``number`` with the unit of one of the numbers ``before`` it, nearest last, where it has neither unit nor noun.

    A share lends to decimals only, money to amounts with a scale word, other measures to numbers of their size.
    """
    if node is None or number.unit or number.strong or number.value.point <= 0:
        return number
    if node.noun is not None and node.noun.lower_ not in MORE:
        return number
    for last in reversed(before[-REACH:]):
        if _lends(last, number):
            return replace(number, unit=last.unit, dimension=last.dimension, per=number.per or last.per)
        if _DECIMAL.search(_core(number)) and not _is_scaled(number) and not _DECIMAL.search(_core(last)):
            continue  # "17 companies ...; in April it had put it at 13.6": a decimal goes on with no count of things
        if last.dimension == "count" and not last.unit and bool(_SCALED.search(_core(last))) == _is_scaled(number):
            return number  # "143 million; 145.5 million": it goes on with what that one counts
    return number


def with_rate(number: Number, sentence: str) -> Number:
    """A flow whose time stands further on: "5,000 barrels of crude enter the Gulf each day"."""
    found = _EACH.search(sentence) if number.dimension in FLOWING and not number.per else None
    return replace(number, per=found[1]) if found is not None else number


def _lends(last: Number, number: Number) -> bool:
    if last.unit == "percent":
        return _DECIMAL.search(_core(number)) is not None and number.value.point <= 100
    if last.dimension == "money":
        return _is_scaled(number) and _is_scaled(last)
    if last.dimension not in _MEASURES or number.value.point < _LARGE or not last.value.point:
        return False
    apart = number.value.point / last.value.point
    return 1 / _SAME_SIZE <= apart <= _SAME_SIZE


def _is_scaled(number: Number) -> bool:
    return _SCALED.search(_core(number)) is not None


def _core(number: Number) -> str:
    """The number's digits and words without hedge and sign of currency."""
    return number.surface[number.core_start - number.start : number.core_end - number.start]
