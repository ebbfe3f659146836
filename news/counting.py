"""Over which stretch of time was counted? The last of the fields, and the one with rules of its own: windows, running
totals, rounds that are counted anew."""

from __future__ import annotations

from datetime import date, timedelta

from news.fields import Comparability, Finding
from news.measures import FLOWS, ROUNDS, Trend, trend_of
from news.periods import Period, PeriodKind
from news.records import Claim, Figure, Modality

#: windows that begin and end within so many days of each other, and within a third of their length, are one window
#: told twice; one night is not the next
WINDOW_SLACK = timedelta(days=3)
#: a window this long or longer names an event's year or season, so a narrower one inside it is the same event
YEAR = timedelta(days=360)
#: two running totals that begin further apart than this count different things
START_SLACK = timedelta(days=45)
#: two counts of what is counted anew each month are of one round when their as-of dates are this close
FLOW_SLACK = timedelta(days=14)
#: what people do each year again is of another year when the days lie further apart
ROUND_SLACK = timedelta(days=60)
#: a stretch of days and a running total that begin this close are one count
BEGAN_TOGETHER = timedelta(days=14)


def period(earlier: Claim, later: Claim) -> Finding | None:
    """Whether both sides counted over the same stretch of time. A plan or forecast has none."""
    one, other = earlier.figure, later.figure
    if _is_plan(one) or _is_plan(other):
        return None
    mine, theirs = one.period, other.period
    statuses = one.statuses | other.statuses
    if mine.is_window and theirs.is_window:
        return _windows(mine, theirs)
    began = _late_start(mine, theirs) or _late_start(theirs, mine)
    if began is not None:
        return began
    if PeriodKind.WINDOW in (mine.kind, theirs.kind):
        return _window_and_total(one, other)
    if mine.is_window or theirs.is_window:
        return _day_and_total(one, other) if trend_of(statuses) is not Trend.FIXED else None
    if mine.start and theirs.start and abs(mine.start - theirs.start) > START_SLACK:
        return _other(f"{_words(mine)} against {_words(theirs)}")
    if statuses & FLOWS and abs(one.as_of - other.as_of) > FLOW_SLACK:
        return _missing()
    return Finding(field="period", words="running total")


def _is_plan(figure: Figure) -> bool:
    """The time that a plan or forecast allows itself is no stretch over which anybody counted."""
    ahead = figure.period.end is None or figure.period.end >= figure.as_of
    return ahead and figure.modality is not Modality.ACTUAL


def _late_start(stretch: Period, total: Period) -> Finding | None:
    """A stretch of days beside a count since a stated day: one count when both began together, else two."""
    if not (stretch.is_window and stretch.start and total.kind is PeriodKind.CUMULATIVE and total.start):
        return None
    if abs(stretch.start - total.start) > BEGAN_TOGETHER:
        return _other(f"{_words(stretch)} against {_words(total)}")
    return Finding(field="period", words="running total") if stretch.start != stretch.end else None


def _day_and_total(one: Figure, other: Figure) -> Finding:
    """The dead of one day beside a toll: the day's are a part of it, unless they are more than it."""
    day, total = (one, other) if one.period.is_window else (other, one)
    if day.value.point > total.value.point:
        return Finding(field="period", words="running total")
    return _missing()


def _window_and_total(one: Figure, other: Figure) -> Finding | None:
    """Of what happens once, a report may leave out the day; of what goes on, days and the whole are two counts."""
    mine, theirs, statuses = one.period, other.period, one.statuses | other.statuses
    if statuses & ROUNDS and abs(_end(one) - _end(other)) > ROUND_SLACK:
        return _other(f"other time: {_words(mine)} against {_words(theirs)}")
    if trend_of(statuses) is not Trend.FIXED:
        return _other(f"{_words(mine)} against {_words(theirs)}")
    if not mine.overlaps(theirs):
        return _other(f"other time: {_words(mine)} against {_words(theirs)}")
    return _missing() if statuses & FLOWS else None


def _windows(mine: Period, theirs: Period) -> Finding:
    if not mine.overlaps(theirs):
        return _other(f"other time: {_words(mine)} against {_words(theirs)}")
    if not (mine.start and mine.end and theirs.start and theirs.end):
        return _missing()
    lengths = (mine.end - mine.start, theirs.end - theirs.start)
    slack = min(WINDOW_SLACK, min(lengths) / 3)
    close = abs(mine.start - theirs.start) <= slack and abs(mine.end - theirs.end) <= slack
    nested = mine.contains(theirs) or theirs.contains(mine)
    if close or (nested and min(lengths) < YEAR <= max(lengths)):
        return Finding(field="period", words=f"period ({_words(mine)})")
    return _other(f"other period: {_words(mine)} against {_words(theirs)}")


def _end(figure: Figure) -> date:
    """The last day that was counted."""
    return figure.period.end or figure.as_of


def _missing() -> Finding:
    return Finding(field="period", words="period", missing=True)


def _other(words: str) -> Finding:
    return Finding(field="period", words=words, kind=Comparability.OTHER_SCOPE)


def _words(period: Period) -> str:
    if period.text:
        return period.text
    if period.is_window:
        return f"{period.start or '...'} to {period.end or '...'}"
    return "a running total"
