"""Claims for the tests of the judgement: one line a claim, everything else the plainest case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from news.periods import Period, PeriodKind
from news.records import Attribution, Claim, Figure, Hedge, Source, Value

DAY = date(2024, 12, 20)
_numbers = count(1)


def number(low: float | None, high: float | None = None, hedge: Hedge = Hedge.EXACT) -> Value:
    """``number(10)`` exact; ``number(None, 5, Hedge.UP_TO)``; a band of 5 % for APPROX."""
    bottom = None if low is None else Decimal(str(low))
    top = Decimal(str(high)) if high is not None else None
    if hedge in (Hedge.EXACT, Hedge.APPROX, Hedge.NEARLY) and top is None:
        top = bottom
    soft_low, soft_high = bottom, top
    if hedge is Hedge.APPROX and bottom is not None:
        soft_low, soft_high = bottom * Decimal("0.95"), bottom * Decimal("1.05")
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) and bottom is not None:
        soft_high = bottom * Decimal("1.1")
    return Value(low=bottom, high=top, soft_low=soft_low, soft_high=soft_high, hedge=hedge)


def said(
    value: Value | float,
    by: str = "",
    *,
    days: int = 0,
    article: str = "",
    version: int = 1,
    story: str = "kursk",
    country: str = "",
    via: str = "",
    **figure: Any,
) -> Claim:
    """A claim: who said which value so many days after the first day. North Korean soldiers killed in Kursk Oblast,
    a running total, unless told otherwise."""
    serial = next(_numbers)
    day = DAY + timedelta(days=days)
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    name = article or f"A-{serial}"
    fields: dict[str, Any] = {
        "figure_id": f"F-{serial}",
        "article_id": name,
        "start": serial,
        "end": serial + 1,
        "surface": "n",
        "sentence_start": 0,
        "sentence_end": 10,
        "value": number(value) if isinstance(value, int | float) else value,
        "unit": "person",
        "counted": "North Korean soldiers",
        "counted_class": "soldier",
        "restrictors": ("north korean",),
        "statuses": frozenset({"killed"}),
        "place": "Kursk Oblast",
        "place_chain": ("kursk oblast", "russia"),
        "period": Period(kind=PeriodKind.AS_OF, end=day),
        "as_of": day,
        "attribution": Attribution(said_by=by, country=country, via=via),
    }
    source = Source(
        article_id=name,
        version=version,
        url=f"https://example.org/{name}",
        outlet=f"Outlet {name}",
        title="Title",
        published=at,
        first_seen=at,
        origin=name,
        story=story,
    )
    return Claim(figure=Figure(**(fields | figure)), source=source, sentence="n")


def window(start: date, end: date, text: str = "") -> Period:
    """A closed stretch of days."""
    return Period(kind=PeriodKind.WINDOW, start=start, end=end, text=text)


def as_copy_of(copy: Claim, original: Claim) -> Claim:
    """The claim as printed by a wire copy of the other's article."""
    return replace(copy, source=replace(copy.source, origin=original.source.origin))
