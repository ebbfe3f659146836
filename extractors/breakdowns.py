"""Totals told with their parts: "5,500 deaths: at least 1,400 in the west and some 4,400 in the east". The parts are
counts of their own kind and must not be weighed against totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from news.records import Aggregation, Change, Figure

#: the parts of one total add up to it, give or take what rounding and hedges leave
LEAST, MOST = Decimal("0.5"), Decimal("1.1")
_OPENERS = (":", " — ", " – ", " - ", "(")


def marked_parts(figures: Sequence[Figure], text: str) -> list[Figure]:
    """The figures in order, those that break a total down marked as parts. At least two numbers of the total's kind,
    each smaller than it, must follow a colon, dash or bracket and add up to about the total."""
    found = list(figures)
    by_sentence = groupby(range(len(found)), key=lambda number: found[number].sentence_start)
    for _, numbers in by_sentence:
        for part in _parts([*numbers], found, text):
            found[part] = replace(found[part], aggregation=Aggregation.PART)
    return found


def _parts(numbers: Sequence[int], figures: Sequence[Figure], text: str) -> Iterator[int]:
    for at, number in enumerate(numbers[:-2]):
        total = figures[number]
        following = numbers[at + 1 :]
        between = text[total.end : figures[following[0]].start]
        if not any(opener in between for opener in _OPENERS):
            continue
        parts = [n for n in following if _is_of_kind(figures[n], total)]
        if len(parts) > 1 and _adds_up((figures[n] for n in parts), total):
            yield from parts
            return


def _is_of_kind(part: Figure, total: Figure) -> bool:
    same = part.dimension == total.dimension and part.change is total.change is Change.LEVEL
    statuses = not part.statuses or not total.statuses or bool(part.statuses & total.statuses)
    return same and statuses and Decimal(0) < part.value.point < total.value.point


def _adds_up(parts: Iterable[Figure], total: Figure) -> bool:
    share = sum((part.value.point for part in parts), Decimal(0)) / total.value.point
    return LEAST <= share <= MOST
