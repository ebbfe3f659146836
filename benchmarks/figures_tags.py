"""Quantities as the tags that NewsQuant and R-Text are scored by: value, unit, change, referred concepts.

Conventions of the sets, and of these sets alone: the bound that is printed is the value; "from 4.8 to 4.7" is a range;
"dozens" spans one to ten times its least; a counted noun is the unit; a share's unit begins with "% ".
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from benchmarks.figures_run import Tag
from benchmarks.figures_units import NOUNS, unit_name
from extractors.amounts import Kind
from extractors.false_friends import FalseFriend
from extractors.quantities import Quantity, find_quantities
from news.records import Hedge, Value

_CHANGES = {
    Hedge.APPROX: "~", Hedge.NEARLY: "~", Hedge.AT_LEAST: ">", Hedge.MORE_THAN: ">", Hedge.UP_TO: "<",
    Hedge.LESS_THAN: "<",
}  # fmt: skip
_EXACT_WORDS = frozenset({"an average of", "the equivalent of", "equivalent of", "average of"})
_FINEST = 20  # bottom of the finest fraction that stands in words
_ROUNDING = Fraction(6, 10_000)
_AGES = ("year", "month", "week", "day")


def read_tags(text: str) -> list[Tag]:
    """All quantities of a sentence as tags."""
    return tags_of([quantity for quantity in find_quantities(text) if _is_wanted(text, quantity)])


def tags_of(quantities: list[Quantity]) -> list[Tag]:
    """Quantities of one sentence as tags, the two ends of a movement as one; "doubled" is no quantity of the sets."""
    told = [q for q in quantities if q.number.kind is not Kind.RATIO or not q.number.surface.endswith(("ed", "ing"))]
    return [_tag(ends) for ends in _joined(told)]


def _is_wanted(text: str, quantity: Quantity) -> bool:
    """The sets leave out ages that bound a group ("women aged 25 to 54") and durations that name a kind ("three-year
    plan")."""
    number = quantity.number
    if number.friend is FalseFriend.AGE:
        return number.value.hedge is not Hedge.RANGE
    return not (number.dimension == "duration" and text[number.core_end : number.core_end + 1] == "-")


def _joined(quantities: list[Quantity]) -> Iterator[tuple[Quantity, Quantity | None]]:
    """Each quantity alone, the two ends of a movement together."""
    ends = {id(a): b for a, b in pairwise(quantities) if a.number.moved == "from" and b.number.moved == "to"}
    later = {id(end) for end in ends.values()}
    for quantity in quantities:
        if id(quantity) not in later:
            yield quantity, ends.get(id(quantity))


def _tag(ends: tuple[Quantity, Quantity | None]) -> Tag:
    first, second = ends
    value: list[str] | str = printed(first.number.value, first.number.kind)
    if second is not None:
        value = [str(first.number.value.point), str(second.number.value.point)]
        first = second if second.number.unit else first
    shared = first.number.kind is Kind.SHARE  # its noun is in the unit
    concepts = [] if shared else [word for phrase in first.concepts for word in phrase.words]
    if first.number.value.hedge_words in _EXACT_WORDS:
        concepts.insert(0, first.number.value.hedge_words.split()[-2])
    return {
        "value": value,
        "normalized_unit": unit_of(first),
        "change": _change(first),
        "referred_concepts": concepts or ["-"],
    }


def _change(quantity: Quantity) -> str:
    """A hedge outranks a direction; an average is as exact as a number."""
    value = quantity.number.value
    hedge = Hedge.EXACT if value.hedge_words in _EXACT_WORDS else value.hedge
    if hedge is Hedge.NEARLY and value.hedge_words.startswith(("just under", "just below", "less")):
        hedge = Hedge.LESS_THAN
    if hedge in (Hedge.EXACT, Hedge.RANGE) and quantity.direction:
        return quantity.direction.value
    return _CHANGES.get(hedge, "=")


def printed(value: Value, kind: Kind = Kind.DIGITS) -> list[str] | str:
    """The number as printed, a range as two; a third is what a machine makes of it."""
    if value.hedge in (Hedge.UP_TO, Hedge.LESS_THAN, Hedge.NEARLY):
        return _unrounded(value.high, kind)
    if value.hedge is Hedge.VAGUE and value.soft_low is not None:
        return [str(value.soft_low), str(value.soft_low * 10)]
    low, high = value.low, value.high
    if low is None or high is None or low == high:
        return _unrounded(low if low is not None else high, kind)
    return [str(low), str(high)]


def _unrounded(number: Decimal | None, kind: Kind) -> str:
    """A share of three places is the fraction it was rounded from: 0.667 is two thirds."""
    if kind is Kind.SHARE and number is not None:
        fraction = Fraction(number).limit_denominator(_FINEST)
        if abs(fraction - Fraction(number)) < _ROUNDING:
            return str(float(fraction))
    return str(number)


def unit_of(quantity: Quantity) -> str:
    """The set's name of the unit: currency, measure, age, or the counted noun with its adjectives."""
    number = quantity.number
    if number.friend is FalseFriend.AGE:
        unit = number.unit if number.unit in _AGES else "year"
        return f"{unit} of age"
    if number.kind is Kind.RATIO:
        return "count"
    noun = " ".join(quantity.counted.lemmas)
    if number.kind is Kind.SHARE:
        return f"% {noun or '-'}"
    if number.unit:
        return unit_name(number.unit, number.per)
    return unit_name(NOUNS.get(noun, noun) or "-", number.per)
