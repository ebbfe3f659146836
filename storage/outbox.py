"""Alerts owed to channels. Owed in the transaction that files the conflict, struck off one by one once delivered."""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from news.adjudication import lowered
from news.records import Alert, Level
from storage.connection import Database, as_list, members
from storage.convert import to_utc
from storage.payload import dumps, loads

#: After so many failures a row is dead and waits for ``revive``: with waits doubling up to an hour that is half a day.
TRIES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One alert that one channel has not delivered yet. ``attempts``: how often it has failed."""

    alert_id: str
    channel: str
    alert: Alert
    attempts: int


class Outbox:
    """The tables ``alerts`` and ``outbox``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owe(self, alert: Alert, channels: Sequence[str], *, not_before: datetime | None = None) -> int:
        """Owe the alert to the channels; returns how many of these are new.

        A channel that was owed it before, delivered or not, is left as it is. ``not_before`` holds it back
        (quiet hours). With no channels the alert is only remembered as told.
        """
        with self._database.transaction():
            self._remember(alert)
            rows = self._database.rows("SELECT channel FROM outbox WHERE alert_id = ?", [alert.alert_id])
            new = [channel for channel in dict.fromkeys(channels) if (channel,) not in rows]
            for channel in new:
                self._database.run(
                    "INSERT INTO outbox VALUES (nextval('outbox_numbers'), ?, ?, 'owed', 0, ?, NULL, NULL, '')",
                    [alert.alert_id, channel, to_utc(not_before)],
                )
        return len(new)

    def channels_of(self, alerts: Iterable[Alert]) -> set[str]:
        """Channels that any of the alerts was ever owed to."""
        rows = self._database.rows(
            f"SELECT DISTINCT channel FROM outbox WHERE alert_id IN {members('VARCHAR')}",
            [as_list(alert.alert_id for alert in alerts)],
        )
        return {channel for (channel,) in rows}

    def owed(self, now: datetime, limit: int = 100, *, lease: timedelta | None = None) -> list[Owed]:
        """What is to be delivered now, the longest owed first.

        With ``lease`` the rows are also reserved: another sender does not get them before that time is over or they
        failed. Use it when two processes may deliver at once.
        """
        with self._database.transaction():
            rows = self._database.rows(
                "SELECT o.outbox_no, o.alert_id, o.channel, a.payload, o.attempts FROM outbox o JOIN alerts a "
                "USING (alert_id) WHERE o.state = 'owed' AND (o.next_try IS NULL OR o.next_try <= ?) "
                "AND (o.lease_until IS NULL OR o.lease_until <= ?) ORDER BY o.outbox_no LIMIT ?",
                [to_utc(now), to_utc(now), limit],
            )
            if lease is not None and rows:
                self._database.run(
                    f"UPDATE outbox SET lease_until = ? WHERE outbox_no IN {members('BIGINT')}",
                    [to_utc(now + lease), as_list(row[0] for row in rows)],
                )
        return [
            Owed(alert_id=alert_id, channel=channel, alert=loads(Alert, payload), attempts=attempts)
            for _, alert_id, channel, payload, attempts in rows
        ]

    def undelivered(self, limit: int = 1000) -> list[Owed]:
        """All that is owed and was never tried, whenever it is due, the longest owed first."""
        rows = self._database.rows(
            "SELECT o.alert_id, o.channel, a.payload, o.attempts FROM outbox o JOIN alerts a USING (alert_id) "
            "WHERE o.state = 'owed' AND o.attempts = 0 ORDER BY o.outbox_no LIMIT ?",
            [limit],
        )
        return [
            Owed(alert_id=alert_id, channel=channel, alert=loads(Alert, payload), attempts=attempts)
            for alert_id, channel, payload, attempts in rows
        ]

    def lower(self, alert_id: str, channels: Sequence[str]) -> None:
        """Make an alert a possible conflict for the digest. It stays owed to ``channels`` only, which take those."""
        rows = self._database.rows("SELECT payload FROM alerts WHERE alert_id = ?", [alert_id])
        for (payload,) in rows:
            alert = loads(Alert, payload)
            low = replace(alert, level=Level.DIGEST, conflict=lowered(alert.conflict))
            self._database.run(
                "UPDATE alerts SET level = ?, payload = ? WHERE alert_id = ?", [low.level.value, dumps(low), alert_id]
            )
        self._database.run(
            f"DELETE FROM outbox WHERE alert_id = ? AND state = 'owed' AND channel NOT IN {members('VARCHAR')}",
            [alert_id, as_list(channels)],
        )

    def sent(self, owed: Owed, at: datetime) -> None:
        """Strike it off. Call it at once after each delivery: then a crash repeats one message at most."""
        self._database.run(
            "UPDATE outbox SET state = 'sent', sent_at = ?, lease_until = NULL, last_error = '' "
            "WHERE alert_id = ? AND channel = ? AND state <> 'sent'",
            [to_utc(at), owed.alert_id, owed.channel],
        )

    def failed(self, owed: Owed, at: datetime, error: str, retry_at: datetime | None) -> bool:
        """Remember a failed delivery and when to try again; True when it is dead now.

        Dead: after ``TRIES`` failures, or at once when ``retry_at`` is None. Without effect on what was sent meanwhile.
        """
        with self._database.transaction():
            self._database.run(
                "UPDATE outbox SET attempts = attempts + 1, last_error = ?, next_try = ?, lease_until = NULL, "
                "state = CASE WHEN attempts + 1 >= ? OR ? THEN 'dead' ELSE 'owed' END "
                "WHERE alert_id = ? AND channel = ? AND state = 'owed'",
                [error, to_utc(retry_at or at), TRIES, retry_at is None, owed.alert_id, owed.channel],
            )
            row = self._database.row(
                "SELECT state FROM outbox WHERE alert_id = ? AND channel = ?", [owed.alert_id, owed.channel]
            )
        return row == ("dead",)

    def revive(self, *, channel: str | None = None) -> int:
        """Owe dead rows again from now on, of one channel or of all; returns how many."""
        with self._database.transaction():
            count = self.counts(channel=channel)["dead"]
            self._database.run(
                "UPDATE outbox SET state = 'owed', attempts = 0, next_try = NULL "
                "WHERE state = 'dead' AND (? IS NULL OR channel = ?)",
                [channel, channel],
            )
        return count

    def counts(self, *, channel: str | None = None) -> dict[str, int]:
        """owed, sent and dead rows, of one channel or of all."""
        rows = self._database.rows(
            "SELECT state, count(*) FROM outbox WHERE ? IS NULL OR channel = ? GROUP BY state", [channel, channel]
        )
        return {"owed": 0, "sent": 0, "dead": 0, **dict(rows)}

    def errors(self, *, limit: int = 20) -> list[tuple[str, str, int, str]]:
        """Undelivered rows that failed at least once: (alert_id, channel, attempts, last error), oldest first."""
        return self._database.rows(
            "SELECT alert_id, channel, attempts, last_error FROM outbox WHERE state <> 'sent' AND attempts > 0 "
            "ORDER BY outbox_no LIMIT ?",
            [limit],
        )

    def _remember(self, alert: Alert) -> None:
        if self._database.row("SELECT 1 FROM alerts WHERE alert_id = ?", [alert.alert_id]):
            return
        conflict = alert.conflict
        self._database.run(
            "INSERT INTO alerts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(alert.alert_id, conflict.conflict_id, conflict.thread, conflict.story, alert.kind.value),
                *(alert.level.value, alert.note, to_utc(alert.created), dumps(alert)),
            ],
        )
