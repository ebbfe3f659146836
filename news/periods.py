"""Periods: the time that a figure covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """How a figure relates to time.

    ``instant``     one day or moment ("on Saturday")
    ``window``      a closed stretch ("in three days", "in the past week", "in July", "in 2014")
    ``cumulative``  since a start, still running ("since early August", "since the war began")
    ``as_of``       a state on a day, start unknown ("by 14 December"); the default of a plain total
    """

    INSTANT = "instant"
    WINDOW = "window"
    CUMULATIVE = "cumulative"
    AS_OF = "as_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Closed interval of days. ``None`` = unknown or open. ``text`` is the phrase as printed, "" when inferred."""

    kind: PeriodKind
    start: date | None = None
    end: date | None = None
    text: str = ""

    @property
    def is_window(self) -> bool:
        """True when the figure counts one stretch of days only, so that totals never compare with it."""
        return self.kind in (PeriodKind.INSTANT, PeriodKind.WINDOW)

    def overlaps(self, other: Period) -> bool:
        """True when some day may belong to both; an unknown end is open."""
        starts_before = self.start is None or other.end is None or self.start <= other.end
        ends_after = self.end is None or other.start is None or self.end >= other.start
        return starts_before and ends_after

    def contains(self, other: Period) -> bool:
        """True when every day of ``other`` lies within this period; unknown ends never do."""
        if other.start is None or other.end is None:
            return False
        after = self.start is None or self.start <= other.start
        before = self.end is None or other.end <= self.end
        return after and before
