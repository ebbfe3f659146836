"""Units that a number leaves to its neighbours: "12.7 percent, against the 13.6 of April" are percents both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.languages.language import Language
from extractors.lines import Line
from extractors.numbers import Number
from extractors.tree import Node

_REACH = 2  # sentences in which a unit is still remembered
_ALIKE = Decimal(8)  # values of one measure differ less than this many times
_LARGE = Decimal(1_000_000)  # sums this large are printed with a scale word, and then without their currency
#: words before a number that sets itself against the one told before
_AGAINST = re.compile(
    r"\b(?:not|against|than|from|instead of|rather than|compared (?:with|to)|versus|or|to|and not|after|above|below|"
    r"over|under|at|of|with|was|is|by|promised|reported|announced|forecast)(?: the| its| their| an?)?"
    r"(?: (?:initial|earlier|previous|original|further|mere|about|around|only|nearly|just))*\s\Z"
)


def share_units(lines: Sequence[Line], text: str, language: Language) -> Iterator[Line]:
    """The lines, bare numbers given the unit of the measure they are set against, money its currency."""
    currencies = [n.unit for line in lines for n in line.numbers if n.dimension == "money" and n.unit != "money"]
    recent: list[tuple[int, Number]] = []
    currency = currencies[0] if currencies else "money"
    for at, line in enumerate(lines):
        numbers: list[Number] = []
        for index, number in enumerate(line.numbers):
            before = text[numbers[-1].unit_end if numbers else line.sentence.start : number.start].lower()
            near = [told for place, told in recent if at - place < _REACH]
            found = _with_unit(number, line.nodes[index], before, near, language)
            if found.dimension == "money":
                currency = found.unit if found.unit != "money" else currency
                found = replace(found, unit=currency)
            numbers.append(found)
            recent.append((at, found))
        yield _renewed(line, numbers)


def _renewed(line: Line, numbers: Sequence[Number]) -> Line:
    if tuple(numbers) == line.numbers:
        return line
    nodes = tuple(
        node if node is None or node.number == number else replace(node, number=number)
        for node, number in zip(line.nodes, numbers, strict=True)
    )
    return replace(line, numbers=tuple(numbers), nodes=nodes)


def _with_unit(number: Number, node: Node | None, before: str, near: Sequence[Number], language: Language) -> Number:
    """The number with the unit of the nearest like number, where nothing tells that it counts something else."""
    counts = node is None or node.noun is not None
    if number.unit or number.dimension != "count" or number.increment or counts or not near:
        return number
    against = _AGAINST.search(before[-40:]) is not None
    for told in reversed(near):
        if told.dimension == "money" and _is_sum(number, before, against, language):
            return replace(number, unit=told.unit, dimension="money")
        if told.unit == "percent" and _is_percent(number, told, against and told is near[-1]):
            return replace(number, unit="percent", dimension=told.dimension)
    return number


def _is_sum(number: Number, before: str, against: bool, language: Language) -> bool:
    point = number.value.point
    if abs(point) < _LARGE or number.plain:
        return False
    words = re.findall(r"[^\W\d_]+", before[-50:])
    return against or any(language.status_nouns.get(word, frozenset()) & language.money_statuses for word in words)


def _is_percent(number: Number, told: Number, against: bool) -> bool:
    value, other = abs(number.value.point), abs(told.value.point)
    if not value or not other or not 1 / _ALIKE < value / other < _ALIKE:
        return False
    return value != value.to_integral_value() or (against and value < 100)
