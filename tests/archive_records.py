"""Small reports, conflicts and alerts for the archive's tests, and strategies that fill every field of a record."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from news.periods import Period, PeriodKind
from news.records import (
    Alert,
    AlertKind,
    Article,
    Attribution,
    Claim,
    Conflict,
    Entry,
    Figure,
    Level,
    Quote,
    QuoteType,
    Relation,
    Report,
    Source,
    Span,
    Value,
    Verdict,
)

T = TypeVar("T")

NOON = datetime(2024, 12, 18, 12, 0, tzinfo=UTC)
SENTENCE = "Some 1,100 soldiers were killed or wounded, the joint chiefs said."


def figure(article_id: str = "a1", number: int = 0, amount: int = 1100, **changes: Any) -> Figure:
    """A figure of ``SENTENCE``."""
    value = Decimal(amount)
    plain = Figure(
        figure_id=f"{article_id}-{number}",
        article_id=article_id,
        start=5,
        end=10,
        surface="1,100",
        sentence_start=0,
        sentence_end=len(SENTENCE),
        value=Value(low=value, high=value, soft_low=value, soft_high=value),
        unit="person",
        counted="soldiers",
        counted_class="soldier",
        predicate="killed or wounded",
        statuses=frozenset({"killed", "wounded"}),
        period=Period(kind=PeriodKind.AS_OF, end=date(2024, 12, 17)),
        as_of=date(2024, 12, 17),
        attribution=Attribution(said_by="the joint chiefs"),
    )
    return replace(plain, **changes)


def quote(article_id: str = "a1", number: int = 0) -> Quote:
    """A quotation in two pieces."""
    return Quote(
        quote_id=f"{article_id}-q{number}",
        article_id=article_id,
        type=QuoteType.MIXED,
        content=(Span(start=0, end=10), Span(start=11, end=20)),
        text="Some 1,100 soldiers",
        cue=Span(start=60, end=64),
        attribution=Attribution(said_by="the joint chiefs", cue="said"),
    )


def report(article_id: str = "a1", **changes: Any) -> Report:
    """A report of one figure and one quotation; ``text``, ``published``, ``names``, ``figures``, ``copy_of`` vary."""
    text = changes.get("text", SENTENCE)
    published = changes.get("published", NOON)
    article = Article(
        article_id=article_id,
        url=f"https://wire.example/{article_id}",
        outlet=changes.get("outlet", "Demo Wire"),
        title="Losses",
        text=text,
        published=published,
        first_seen=published + timedelta(minutes=5),
        authors=("A. Writer",),
    )
    return Report(
        article=article,
        figures=changes.get("figures", (figure(article_id),)),
        quotes=(quote(article_id),),
        names=frozenset(changes.get("names", ("kursk", "north korea"))),
        copy_of=changes.get("copy_of", ""),
    )


def claim(article_id: str, amount: int) -> Claim:
    """A claim that was never filed."""
    made = report(article_id)
    source = Source(
        article_id=article_id,
        version=1,
        url=made.article.url,
        outlet="Demo Wire",
        title="Losses",
        published=NOON,
        first_seen=NOON,
        origin=article_id,
        story="kursk",
    )
    return Claim(figure=figure(article_id, amount=amount), source=source, sentence=SENTENCE)


def conflict(conflict_id: str = "C-7f3a0001", **changes: Any) -> Conflict:
    """3,000 against 1,100."""
    plain = Conflict(
        conflict_id=conflict_id,
        thread=conflict_id,
        story="kursk",
        measure="soldiers killed or wounded",
        verdict=Verdict(
            earlier_id="a1-0",
            later_id="a2-0",
            relation=Relation.DISPUTE,
            level=Level.ALERT,
            reason="two authorities differ",
            ratio=Decimal("2.73"),
        ),
        earlier=claim("a1", 1100),
        later=claim("a2", 3000),
    )
    return replace(plain, **changes)


def alert(alert_id: str = "A-1", *, created: datetime = NOON, **changes: Any) -> Alert:
    """An alert about ``conflict``."""
    return Alert(alert_id=alert_id, kind=AlertKind.NEW, conflict=conflict(**changes), created=created)


def entry(guid: str = "1", **changes: Any) -> Entry:
    """An entry of one feed."""
    plain = Entry(
        feed_url="https://wire.example/feed",
        guid=guid,
        url=f"https://wire.example/{guid}",
        title=f"Item {guid}",
        outlet="Demo Wire",
        published=NOON,
    )
    return replace(plain, **changes)


# Text as UTF-8 can hold it: storage replaces lone surrogates, which test_archive checks by itself.
_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXT,
    int: st.integers(0, 2**31 - 1),
    bool: st.booleans(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False) | st.integers(-(10**40), 10**40).map(Decimal),
    date: st.dates(),
    datetime: st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
}


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type, records filled in every field."""
    if get_origin(kind) in (Union, types.UnionType):
        inner = next(item for item in get_args(kind) if item is not type(None))
        return st.none() | values_of(inner)
    if get_origin(kind) is tuple:
        return st.lists(values_of(get_args(kind)[0]), max_size=3).map(tuple)
    if get_origin(kind) is frozenset:
        return st.frozensets(values_of(get_args(kind)[0]), max_size=3)
    if is_dataclass(kind) and isinstance(kind, type):
        return records_of(kind)
    return _PLAIN[kind] if kind in _PLAIN else st.sampled_from(list(kind))


def records_of(record_type: type[T]) -> st.SearchStrategy[T]:
    """Records with any value in every field, also in those that have a default."""
    hints = get_type_hints(record_type)
    return st.builds(record_type, **{item.name: values_of(hints[item.name]) for item in fields(record_type)})  # type: ignore[arg-type]
