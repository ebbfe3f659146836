"""What the words around a time phrase make of it: a running total, the end of a stretch, the base of a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors.dates import TimePhrase
from news.periods import Period, PeriodKind

_THAN = re.compile(r"\bthan (?:it was |they were )?(?:(?:in|for|during|over) the same \w+ (?:of|in|a) )?\Z", re.I)
_FROM = re.compile(r"(?:from|on) (?:a|one|two|three|\d+) \w+ (?:earlier|before|ago|previously)", re.I)
_YEAR_BEFORE = re.compile(r"(?:a year|one year|12 months|twelve months) (?:earlier|before|ago|previously)", re.I)
_SO_FAR_BEFORE = re.compile(r"\bso far (?:in )?\Z", re.I)
_SO_FAR_BEHIND = re.compile(r" so far\b", re.I)
_SINCE_BEHIND = re.compile(r" since\b", re.I)
_END_OF = re.compile(r"(?:at )?(?:the )?end of ", re.I)


def anchored(phrases: Sequence[TimePhrase], text: str) -> list[TimePhrase]:
    """The phrases of a sentence as they are meant. ``text``: the sentence; offsets count from its start.

    "31% more than in 2023": 2023 dates what is compared with, so the phrase is left out. "820 a year earlier" beside
    "from January to March": January to March of the year before. "so far this year", "in the two months since the dam
    broke": running totals. "at the end of 2023": a state on its last day.
    """
    kept = [phrase for phrase in phrases if not _is_base(phrase, text)]
    return [_meant(phrase, kept, text) for phrase in kept]


def _is_base(phrase: TimePhrase, text: str) -> bool:
    than = _THAN.search(text[max(0, phrase.start - 40) : phrase.start])
    return than is not None or _FROM.fullmatch(phrase.period.text) is not None


def _meant(phrase: TimePhrase, phrases: Sequence[TimePhrase], text: str) -> TimePhrase:
    period = phrase.period
    if phrase.role != "window" or period.start is None or period.end is None:
        return phrase
    if _YEAR_BEFORE.fullmatch(period.text):
        spans = [
            p.period for p in phrases if p is not phrase and p.role == "window" and p.period.start and p.period.end
        ]
        return replace(phrase, period=_year_before(spans[0], period.text)) if len(spans) == 1 else phrase
    so_far = period.text.lower().startswith("so far") or _SO_FAR_BEFORE.search(text[: phrase.start])
    if so_far or _SO_FAR_BEHIND.match(text, phrase.end) or _SINCE_BEHIND.match(text, phrase.end):
        return replace(phrase, role="since", period=replace(period, kind=PeriodKind.CUMULATIVE))
    if _END_OF.match(period.text):
        return replace(phrase, role="as_of", period=replace(period, kind=PeriodKind.AS_OF, start=None))
    return phrase


def _year_before(span: Period, text: str) -> Period:
    return Period(kind=PeriodKind.WINDOW, start=_back(span.start), end=_back(span.end), text=text)


def _back(day: date | None) -> date | None:
    """The same day a year before; 28 February for a leap day."""
    if day is None:
        return None
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
