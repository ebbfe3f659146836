"""What people decided: verdicts on conflicts, all reversible, and measures or pairs that are muted for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from storage.conflicts import Conflicts, State
from storage.connection import Database
from storage.convert import certain, to_utc

Decision = Literal["confirm", "dismiss", "withdraw"]
Muted = Literal["measure", "pair"]

_STATE: dict[Decision, State] = {"confirm": "confirmed", "dismiss": "dismissed", "withdraw": "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """``kind`` "measure": ``subject`` is the measure in words. "pair": the two speakers, see ``pair_subject``."""

    kind: str
    subject: str
    until: datetime
    at: datetime
    who: str
    why: str


class Feedback:
    """The table ``mutes``; changes the state of conflicts."""

    def __init__(self, database: Database, conflicts: Conflicts) -> None:
        self._database = database
        self._conflicts = conflicts

    def verdict(self, conflict_id: str, decision: Decision, why: str, *, at: datetime, who: str = "") -> None:
        """Confirm or dismiss a conflict, or withdraw an earlier decision (open again). The last one counts; all stay
        in the conflict's history. Raises StorageError when the id is unknown or not unique."""
        if decision not in get_args(Decision):
            raise ValueError(f"the verdict must be confirm, dismiss or withdraw, not {decision!r}")
        self._conflicts.set_state(conflict_id, _STATE[decision], at=at, why=why, who=who)

    def mute(self, kind: Muted, subject: str, *, until: datetime, at: datetime, who: str = "", why: str = "") -> None:
        """Mute a measure or pair until then; a second mute replaces the first."""
        if kind not in get_args(Muted):
            raise ValueError(f"only a measure or a pair can be muted, not {kind!r}")
        self._database.run(
            "INSERT OR REPLACE INTO mutes VALUES (?, ?, ?, ?, ?, ?)",
            [kind, subject, to_utc(until), to_utc(at), who, why],
        )

    def unmute(self, kind: Muted, subject: str) -> None:
        """Take a mute back; without effect when there is none."""
        self._database.run("DELETE FROM mutes WHERE kind = ? AND subject = ?", [kind, subject])

    def muted(self, kind: Muted, subject: str, at: datetime) -> bool:
        """True while a mute lasts."""
        row = self._database.row(
            "SELECT 1 FROM mutes WHERE kind = ? AND subject = ? AND until > ?", [kind, subject, to_utc(at)]
        )
        return row is not None

    def mutes(self, at: datetime) -> list[Mute]:
        """Mutes that last at that time, the first to end first."""
        rows = self._database.rows(
            "SELECT kind, subject, until, muted_at, who, why FROM mutes WHERE until > ? ORDER BY until, kind, subject",
            [to_utc(at)],
        )
        return [
            Mute(kind=kind, subject=subject, until=certain(until), at=certain(since), who=who, why=why)
            for kind, subject, until, since, who, why in rows
        ]


def pair_subject(one: str, other: str) -> str:
    """The subject of a muted pair of speakers, whatever their order and case."""
    return " / ".join(sorted((one.casefold().strip(), other.casefold().strip())))
