"""What people decided: verdicts on conflicts with the lessons that they teach, and mutes. All of it can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from news.errors import StorageError
from news.lessons import Lesson, Taught
from news.mutes import Mute
from news.records import Claim
from storage.conflicts import Conflicts
from storage.connection import Database
from storage.convert import certain, to_utc
from storage.payload import dumps, loads


class Feedback:
    """The tables ``lessons`` and ``mutes``; changes the decision about conflicts. Rows that were undone stay."""

    def __init__(self, database: Database, conflicts: Conflicts) -> None:
        self._database = database
        self._conflicts = conflicts

    def teach(self, conflict_id: str, taught: Taught, *, at: datetime, who: str = "", note: str = "") -> Lesson:
        """Confirm (``Taught.COMPARABLE``) or dismiss a conflict, and keep what that teaches; an earlier lesson of the
        same conflict is undone. Raises StorageError when the id is unknown or not unique."""
        conflict = self._conflicts.get(conflict_id).conflict
        number = conflict.conflict_id
        with self._database.transaction():
            self._conflicts.decide(
                number,
                "confirmed" if taught is Taught.COMPARABLE else "dismissed",
                at=at,
                why=": ".join(filter(None, (taught.value, note))),
                who=who,
            )
            return self.teach_pair(number, conflict.earlier, conflict.later, taught, at=at, who=who, note=note)

    def teach_pair(
        self, number: str, one: Claim, other: Claim, taught: Taught, *, at: datetime, who: str = "", note: str = ""
    ) -> Lesson:
        """Keep a lesson about two figures, under the id that a conflict of theirs has or would have. An earlier one
        under that id is undone."""
        lesson = Lesson(
            number=self._next(), conflict_id=number, taught=taught, one=one, other=other, at=at, who=who, note=note
        )
        with self._database.transaction():
            self.undo_lessons(number, at=at)
            self._database.run(
                "INSERT INTO lessons VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?)",
                [lesson.number, number, one.source.story, taught.value, to_utc(at), who, note, dumps(lesson)],
            )
        return lesson

    def undo(self, conflict_id: str, *, at: datetime, who: str = "", note: str = "") -> bool:
        """Take a decision and its lesson back: the conflict is suggested again. False when there was none."""
        kept = self._conflicts.get(conflict_id)
        if kept.decision == "suggested":
            return False
        with self._database.transaction():
            self.undo_lessons(kept.conflict.conflict_id, at=at)
            self._conflicts.decide(kept.conflict.conflict_id, "suggested", at=at, why=note, who=who)
        return True

    def undo_lessons(self, number: str, *, at: datetime) -> bool:
        """Take the lesson under an id back. False when there was none."""
        row = self._database.row("SELECT 1 FROM lessons WHERE conflict_id = ? AND undone_at IS NULL", [number])
        self._database.run(
            "UPDATE lessons SET undone_at = ? WHERE conflict_id = ? AND undone_at IS NULL", [to_utc(at), number]
        )
        return row is not None

    def lessons(self, story: str | None = None) -> list[Lesson]:
        """Lessons in force, of a story or all, the last taught first."""
        rows = self._database.rows(
            "SELECT payload FROM lessons WHERE undone_at IS NULL AND (? IS NULL OR story = ?) "
            "ORDER BY taught_at DESC, lesson_no DESC",
            [story, story],
        )
        return [loads(Lesson, payload) for (payload,) in rows]

    def mute(self, mute: Mute) -> Mute:
        """Keep a mute; returns it with its number. A mute of the same thing that is in force is undone."""
        with self._database.transaction():
            for old in self.mutes(mute.at):
                if (old.kind, old.one, old.other) == (mute.kind, mute.one, mute.other):
                    self.unmute(old.number, at=mute.at)
            mute = replace(mute, number=self._next())
            self._database.run(
                "INSERT INTO mutes VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                [mute.number, mute.kind, mute.one, mute.other, to_utc(mute.until), to_utc(mute.at), mute.who, mute.why],
            )
        return mute

    def unmute(self, number: int, *, at: datetime) -> Mute:
        """Take a mute back. Raises StorageError when no mute in force has the number."""
        found = next((mute for mute in self.mutes(at) if mute.number == number), None)
        if found is None:
            raise StorageError(f"no mute {number} is in force in the archive {self._database.where}")
        self._database.run("UPDATE mutes SET undone_at = ? WHERE mute_no = ?", [to_utc(at), number])
        return found

    def mutes(self, at: datetime) -> list[Mute]:
        """Mutes in force at that time, the first to end first."""
        rows = self._database.rows(
            "SELECT mute_no, kind, one, other, until, muted_at, who, why FROM mutes "
            "WHERE until > ? AND undone_at IS NULL ORDER BY until, mute_no",
            [to_utc(at)],
        )
        return [
            Mute(
                number=number, kind=kind, one=one, other=other, until=certain(until), at=certain(since),
                who=who, why=why,
            )
            for number, kind, one, other, until, since, who, why in rows
        ]  # fmt: skip

    def _next(self) -> int:
        row = self._database.row("SELECT nextval('feedback_numbers')")
        return 0 if row is None else int(row[0])
