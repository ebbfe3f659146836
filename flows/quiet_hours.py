"""Quiet hours: alerts that fall due in them are held until they end, never lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from news.records import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """From ``start`` to ``end`` by the clocks of ``timezone``; a ``start`` after ``end`` runs over midnight.

    ``override``: alerts of this level are told at once even then; None = none are.
    """

    timezone: str
    start: time
    end: time
    override: Level | None = None

    def holds(self, moment: datetime, level: Level) -> bool:
        """True when an alert of ``level`` must wait at ``moment`` (timezone-aware)."""
        return level is not self.override and self._quiet(moment.astimezone(ZoneInfo(self.timezone)).time())

    def over(self, moment: datetime) -> datetime:
        """The next instant after ``moment`` at which the quiet hours end, in the zone of ``moment``."""
        local = moment.astimezone(ZoneInfo(self.timezone))
        end = local.replace(hour=self.end.hour, minute=self.end.minute, second=0, microsecond=0)
        if end <= local:
            end += timedelta(days=1)
        return end.astimezone(moment.tzinfo)

    def _quiet(self, clock: time) -> bool:
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end
