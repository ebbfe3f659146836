"""The time a figure covers and the day it stands for, out of the time phrases of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.dates import TimePhrase
from extractors.numbers import Number
from news.periods import Period, PeriodKind
from news.records import Span


@dataclass(frozen=True, slots=True)
class When:
    """``period`` and ``as_of`` of a figure."""

    period: Period
    as_of: date


def when_of(
    number: Number,
    phrases: Sequence[TimePhrase],
    said_on: Span | None,
    neighbours: tuple[int, int],
    published: date,
) -> When:
    """Choose the phrase that dates a number. Offsets are relative to the sentence, except in nothing: all agree.

    ``said_on``: the words that date the saying. ``neighbours``: where the numbers before and after end and start, so
    that a phrase next to another number is not taken.
    """
    said = _said_day(phrases, said_on, published)
    own = [p for p in phrases if p.role != "said_on" and not _is_saying(p, said_on)]
    phrase = _nearest(number, own, neighbours)
    if phrase is None:
        return When(Period(kind=PeriodKind.AS_OF, end=said), said)
    period = phrase.period
    if period.kind is PeriodKind.CUMULATIVE or period.end is None:
        return When(Period(kind=period.kind, start=period.start, end=said, text=period.text), said)
    if phrase.role == "as_of":
        return When(period, period.end)
    return When(period, min(period.end, max(said, period.start or said)) if period.end > said else period.end)


def _is_saying(phrase: TimePhrase, said_on: Span | None) -> bool:
    return said_on is not None and phrase.start < said_on.end and said_on.start < phrase.end


def _said_day(phrases: Sequence[TimePhrase], said_on: Span | None, published: date) -> date:
    for phrase in phrases:
        if (phrase.role == "said_on" or _is_saying(phrase, said_on)) and phrase.period.end is not None:
            if said_on is None or _is_saying(phrase, said_on):
                return min(phrase.period.end, published)
    return published


def _nearest(number: Number, phrases: Sequence[TimePhrase], neighbours: tuple[int, int]) -> TimePhrase | None:
    """Between the neighbouring numbers the nearest wins, one behind the number before one in front of it; else a
    phrase that opens the sentence holds for all its numbers, and one that ends it for all."""
    before, after = neighbours
    inside = [p for p in phrases if before <= p.start and p.end <= after]
    if inside:
        return min(inside, key=lambda p: p.start - number.end if p.start >= number.end else 3 * (number.start - p.end) + 5)
    return next((p for p in phrases if p.end <= number.start and p.start < 3), None)
