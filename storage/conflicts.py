"""Verdicts about pairs, the conflicts among them, what people decided, and what has been told of each."""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, get_args

from news.adjudication import lowered
from news.errors import StorageError
from news.known import Clock, instant_of
from news.records import Alert, Conflict, Verdict
from storage.connection import Database, as_list, members
from storage.convert import certain, key, to_decimal_text, to_utc
from storage.payload import dumps, loads

#: of the conflict itself: do the parties still disagree?
State = Literal["open", "resolved"]
#: of people: nobody looked yet, it is one, it is none
Decision = Literal["suggested", "confirmed", "dismissed"]

_VERDICT_TYPES = {
    "pair_key": "UBIGINT",
    **dict.fromkeys(("earlier_id", "later_id", "relation", "level"), "VARCHAR"),
    "possible": "BOOLEAN",
    "ratio": "DECIMAL(38, 6)",
    "reason": "VARCHAR",
    "judged_at": "TIMESTAMP",
    "payload": "VARCHAR",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One step in the history of a conflict: who made it what, when and why. ``step``: filed | resolved | open (again)
    | confirmed | dismissed | suggested (a decision was taken back)."""

    at: datetime
    step: str
    why: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A conflict as the archive holds it. ``decision``: suggested | confirmed | dismissed. ``filed_at``: when it was
    first filed."""

    conflict: Conflict
    decision: str
    filed_at: datetime

    @property
    def state(self) -> str:
        """open | resolved"""
        return self.conflict.state


class Conflicts:
    """The tables ``verdicts``, ``conflicts``, ``conflict_history``; reads ``alerts``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def judged(self, verdicts: Iterable[Verdict], at: datetime) -> int:
        """Keep verdicts; a pair that was judged before keeps its first. Returns how many are new."""
        unique = {key(verdict.earlier_id, verdict.later_id): verdict for verdict in reversed(list(verdicts))}
        with self._database.transaction():
            known = self._database.rows(
                f"SELECT pair_key FROM verdicts WHERE pair_key IN {members('UBIGINT')}", [as_list(unique)]
            )
            for (number,) in known:
                del unique[number]
            rows = [_verdict_row(number, verdict, at) for number, verdict in unique.items()]
            self._database.insert("verdicts", _VERDICT_TYPES, rows)
        return len(rows)

    def pair(self, figure_a: str, figure_b: str) -> Verdict | None:
        """The verdict about two figures, whichever of them is the earlier; None when they were not judged."""
        row = self._database.row(
            "SELECT payload FROM verdicts WHERE pair_key IN (?, ?) ORDER BY judged_at LIMIT 1",
            [key(figure_a, figure_b), key(figure_b, figure_a)],
        )
        return None if row is None else loads(Verdict, row[0])

    def verdicts(
        self, *, figure_id: str | None = None, relation: str | None = None, limit: int = 1000
    ) -> list[Verdict]:
        """Verdicts about a figure, or of a relation, or all; the latest judged first."""
        rows = self._database.rows(
            "SELECT payload FROM verdicts WHERE (? IS NULL OR earlier_id = ? OR later_id = ?) "
            "AND (? IS NULL OR relation = ?) ORDER BY judged_at DESC, earlier_id, later_id LIMIT ?",
            [figure_id, figure_id, figure_id, relation, relation, limit],
        )
        return [loads(Verdict, payload) for (payload,) in rows]

    def add(self, conflict: Conflict, at: datetime) -> bool:
        """File a conflict as open. False, and nothing changes, when its id is filed already."""
        with self._database.transaction():
            if self._database.row("SELECT 1 FROM conflicts WHERE conflict_id = ?", [conflict.conflict_id]):
                return False
            self._database.run(
                f"INSERT INTO conflicts VALUES ({', '.join('?' * 18)})",
                _conflict_row(conflict, at),
            )
            self._remember(conflict.conflict_id, "filed", at, "", "")
        return True

    def update(self, conflict: Conflict) -> None:
        """Store a conflict anew (more outlets, settled): decision and history stay. Without effect when it is stored
        just so. Raises StorageError when it was never filed."""
        kept = self._one(conflict.conflict_id)
        if kept.conflict != conflict:
            self._database.run(
                "UPDATE conflicts SET thread = ?, measure = ?, level = ?, state = ?, payload = ? WHERE conflict_id = ?",
                [
                    *(conflict.thread, conflict.measure, conflict.verdict.level.value, conflict.state),
                    *(dumps(conflict), conflict.conflict_id),
                ],
            )

    def settle(self, conflict: Conflict, at: datetime) -> None:
        """Store a conflict whose settlement changed, and remember the step."""
        self.update(conflict)
        why = conflict.settlement.reason if conflict.settlement else "the parties disagree again"
        self._remember(conflict.conflict_id, conflict.state, at, why, "")

    def lower(self, conflict_id: str) -> None:
        """Make it a possible conflict."""
        self.update(lowered(self._one(conflict_id).conflict))

    def hand_over(self, conflict_id: str, heir: str) -> None:
        """One conflict takes over another's history, and its decision when it has none itself; the other goes."""
        given, own = self._one(conflict_id).decision, self._one(heir).decision
        self._database.run("UPDATE conflict_history SET conflict_id = ? WHERE conflict_id = ?", [heir, conflict_id])
        if own == "suggested" != given:
            self._database.run("UPDATE conflicts SET decision = ? WHERE conflict_id = ?", [given, heir])
        self._database.run("DELETE FROM conflicts WHERE conflict_id = ?", [conflict_id])

    def by_ids(self, conflict_ids: Iterable[str]) -> list[Conflict]:
        """Conflicts in order of publication of the later claim."""
        found = self._kept(
            f"WHERE conflict_id IN {members('VARCHAR')} ORDER BY published, conflict_id", [as_list(conflict_ids)]
        )
        return [kept.conflict for kept in found]

    def has(self, conflict_id: str) -> bool:
        """True when that very id is filed."""
        return self._database.row("SELECT 1 FROM conflicts WHERE conflict_id = ?", [conflict_id]) is not None

    def get(self, conflict_id: str) -> Kept:
        """The conflict with that id, or the only one whose id starts so ("C-7f"; case and the "C-" do not matter).

        Raises StorageError when there is none, or more than one.
        """
        return self._one(conflict_id)

    def search(
        self,
        *,
        since: datetime | None = None,
        state: State | None = None,
        decision: Decision | None = None,
        story: str | None = None,
        limit: int = 1000,
    ) -> list[Kept]:
        """Conflicts whose later claim was published at or after ``since``, the latest first."""
        return self._kept(
            "WHERE (? IS NULL OR published >= ?) AND (? IS NULL OR state = ?) AND (? IS NULL OR decision = ?) "
            "AND (? IS NULL OR story = ?) ORDER BY published DESC, conflict_id LIMIT ?",
            [to_utc(since), to_utc(since), state, state, decision, decision, story, story, limit],
        )

    def known(self, story: str, before: datetime, clock: Clock) -> list[Kept]:
        """The conflicts of a story that had begun (``Clock.TOLD``), or that we had filed, right before an instant; one
        that was settled only later is shown as it then was."""
        began = "filed_at" if clock is Clock.SEEN else "published"
        found = self._kept(
            f"WHERE story = ? AND {began} < ? ORDER BY published DESC, conflict_id", [story, to_utc(before)]
        )
        return [replace(kept, conflict=_as_of(kept.conflict, before, clock)) for kept in found]

    def thread(self, thread: str) -> list[Kept]:
        """The conflicts of one thread in order of publication of the later claim."""
        return self._kept("WHERE thread = ? ORDER BY published, filed_at, conflict_id", [thread])

    def told(self, story: str) -> list[Alert]:
        """What has been owed to anyone about the story, in order: the base of follow-ups and of staying silent."""
        rows = self._database.rows("SELECT payload FROM alerts WHERE story = ? ORDER BY created, alert_id", [story])
        return [loads(Alert, payload) for (payload,) in rows]

    def decide(self, conflict_id: str, decision: Decision, *, at: datetime, why: str, who: str = "") -> None:
        """Change the decision and remember the step. Raises StorageError when the id is unknown."""
        if decision not in get_args(Decision):
            raise ValueError(f"a conflict cannot be {decision!r}")
        with self._database.transaction():
            number = self._one(conflict_id).conflict.conflict_id
            self._database.run("UPDATE conflicts SET decision = ? WHERE conflict_id = ?", [decision, number])
            self._remember(number, decision, at, why, who)

    def history(self, conflict_id: str) -> list[Change]:
        """Every step since it was filed, in order."""
        rows = self._database.rows(
            "SELECT changed_at, step, why, who FROM conflict_history WHERE conflict_id = ? ORDER BY history_no",
            [self._one(conflict_id).conflict.conflict_id],
        )
        return [Change(at=certain(at), step=step, why=why, who=who) for at, step, why, who in rows]

    def _remember(self, conflict_id: str, step: str, at: datetime, why: str, who: str) -> None:
        self._database.run(
            "INSERT INTO conflict_history VALUES (nextval('history_numbers'), ?, ?, ?, ?, ?)",
            [conflict_id, to_utc(at), step, why, who],
        )

    def _one(self, wanted: str) -> Kept:
        found = self._kept("WHERE conflict_id = ?", [wanted]) or self._kept(
            "WHERE conflict_id IN (SELECT conflict_id FROM conflict_aliases WHERE alias = ?)", [wanted]
        )
        if not found:
            bare = wanted.lower().removeprefix("c-")
            found = self._kept("WHERE starts_with(lower(conflict_id), ?) LIMIT 4", [f"c-{bare}"]) if bare else []
        if len(found) == 1:
            return found[0]
        if not found:
            raise StorageError(f"no conflict {wanted} is in the archive {self._database.where}")
        some = ", ".join(kept.conflict.conflict_id for kept in found[:3])
        raise StorageError(f"{wanted} may be any of {some}{' ...' if len(found) > 3 else ''}: write more of the id")

    def _kept(self, tail: str, values: list[Any]) -> list[Kept]:
        rows = self._database.rows(f"SELECT payload, decision, filed_at FROM conflicts {tail}", values)
        return [
            Kept(conflict=loads(Conflict, payload), decision=decision, filed_at=certain(filed_at))
            for payload, decision, filed_at in rows
        ]


def _as_of(conflict: Conflict, before: datetime, clock: Clock) -> Conflict:
    over = conflict.settlement is not None and instant_of(conflict.settlement.by.source, clock) < before
    return conflict if over else replace(conflict, settlement=None)


def _verdict_row(number: int, verdict: Verdict, at: datetime) -> list[Any]:
    return [
        *(number, verdict.earlier_id, verdict.later_id, verdict.relation.value, verdict.level.value),
        *(verdict.possible, to_decimal_text(verdict.ratio), verdict.reason, to_utc(at), dumps(verdict)),
    ]


def _conflict_row(conflict: Conflict, at: datetime) -> list[Any]:
    earlier, later, verdict = conflict.earlier, conflict.later, conflict.verdict
    return [
        *(conflict.conflict_id, conflict.thread, conflict.story, conflict.measure),
        *(verdict.relation.value, verdict.level.value, to_decimal_text(verdict.ratio)),
        *(earlier.figure.figure_id, later.figure.figure_id, earlier.source.outlet, later.source.outlet),
        *(earlier.figure.attribution.said_by, later.figure.attribution.said_by),
        *(to_utc(later.source.published), to_utc(at), conflict.state, "suggested", dumps(conflict)),
    ]
