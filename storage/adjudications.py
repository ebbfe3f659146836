"""Second opinions: every question that was asked about an alert, with its answer."""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from collections.abc import Iterable

from news.adjudication import Adjudication
from storage.connection import Database, as_list, members
from storage.convert import to_utc
from storage.payload import dumps, loads


class Adjudications:
    """The table ``adjudications``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, one: Adjudication) -> None:
        """Keep a question and its answer; an alert that was asked about before keeps its first."""
        if not self.asked([one.alert_id]):
            self._database.run(
                f"INSERT INTO adjudications VALUES ({', '.join('?' * 11)})",
                [
                    *(one.alert_id, one.conflict_id, one.earlier_id, one.later_id, to_utc(one.asked_at), one.model),
                    *(one.prompt, one.answer, one.ruling.value, one.reason, dumps(one)),
                ],
            )

    def asked(self, alert_ids: Iterable[str]) -> set[str]:
        """Those alerts that were asked about."""
        rows = self._database.rows(
            f"SELECT alert_id FROM adjudications WHERE alert_id IN {members('VARCHAR')}", [as_list(alert_ids)]
        )
        return {number for (number,) in rows}

    def about(self, earlier_id: str, later_id: str) -> list[Adjudication]:
        """What was asked about a pair of figures, in order."""
        rows = self._database.rows(
            "SELECT payload FROM adjudications WHERE earlier_id = ? AND later_id = ? ORDER BY asked_at, alert_id",
            [earlier_id, later_id],
        )
        return [loads(Adjudication, payload) for (payload,) in rows]
