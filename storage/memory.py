"""The memory of conflicts in the archive: clashes, the conflicts that they belong to, and ids that were given up.

A report that arrives late can make two conflicts one, or open one earlier than it was. The older id stays an alias.
"""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from news.memory import REMEMBERED, Clash, Remembered, merged
from news.records import Alert, Conflict
from storage.conflicts import Conflicts
from storage.connection import Database, as_list, members
from storage.convert import certain, to_utc
from storage.payload import dumps, loads

_TYPES = {
    **dict.fromkeys(("later_id", "story"), "VARCHAR"),
    "published": "TIMESTAMP",
    "conflict_id": "VARCHAR",
    **dict.fromkeys(("against", "outlets"), "VARCHAR[]"),
    "payload": "VARCHAR",
}
#: conflicts near a report that one look takes in
_NEAR = 50


class Memory:
    """The tables ``clashes`` and ``conflict_aliases``; writes ``conflicts``, reads ``alerts``."""

    def __init__(self, database: Database, conflicts: Conflicts) -> None:
        self._database = database
        self._conflicts = conflicts

    def take(self, story: str, clashes: Sequence[Clash]) -> datetime | None:
        """Keep clashes, each joined with what is known of its claim. Returns when the first that is new or changed was
        published; None when nothing is new."""
        known = self._known([clash.later.figure.figure_id for clash in clashes]) if clashes else {}
        changed: list[datetime] = []
        for clash in clashes:
            old = known.get(clash.later.figure.figure_id)
            whole = clash if old is None else merged(old, clash)
            if old is not None and (whole.against, whole.earlier) == (old.against, old.earlier):
                continue
            self._write(story, whole, new=old is None)
            changed.append(whole.later.source.published)
        return min(changed, default=None)

    def before(self, story: str, published: datetime) -> list[Conflict]:
        """Conflicts of the story that began before then, and not longer ago than conflicts are remembered."""
        rows = self._database.rows(
            "SELECT payload FROM conflicts WHERE story = ? AND published < ? AND published >= ? ORDER BY published",
            [story, to_utc(published), to_utc(_earliest(published))],
        )
        return [loads(Conflict, payload) for (payload,) in rows]

    def since(self, story: str, published: datetime) -> list[Clash]:
        """Clashes of the story published then or later."""
        return self._clashes("WHERE story = ? AND published >= ?", [story, to_utc(published)])

    def of_conflict(self, conflict_id: str) -> list[Clash]:
        """The clashes that are one conflict, in order of publication."""
        return self._clashes("WHERE conflict_id = ? ORDER BY published, later_id", [conflict_id])

    def keep(self, story: str, since: datetime, remembered: Sequence[Remembered], at: datetime) -> list[Conflict]:
        """Make ``remembered`` what the archive knows of everything since then. Returns the conflicts concerned as they
        now are, in order of publication. Decisions and history of a conflict go with it under its new id."""
        opened = {one.conflict.conflict_id: one.conflict for one in remembered if one.opens}
        old = {
            conflict_id: loads(Conflict, payload)
            for conflict_id, payload in self._database.rows(
                "SELECT conflict_id, payload FROM conflicts WHERE story = ? AND published >= ?", [story, to_utc(since)]
            )
        }
        home = {one.clash.later.figure.figure_id: one.conflict.conflict_id for one in remembered}
        touched = self._assign(home)
        for number in opened.keys() - old.keys():
            self._database.run("DELETE FROM conflict_aliases WHERE alias = ?", [number])
            self._conflicts.add(opened[number], at)
        for number in old.keys() - opened.keys():
            self._give_up(number, home[old[number].later.figure.figure_id])
        concerned = (touched | opened.keys()) - (old.keys() - opened.keys())
        for number in concerned:
            known = opened.get(number) or self._conflicts.get(number).conflict
            if number in old:  # the same two figures: what came of them since stays
                known = replace(known, settlement=old[number].settlement, verdict=old[number].verdict)
            self._conflicts.update(replace(known, outlets=self._outlets(known)))
        return self._conflicts.by_ids(concerned)

    def restated(self, conflict_id: str, outlets: set[str]) -> None:
        """Name outlets with a conflict that print one of its two values."""
        kept = self._conflicts.get(conflict_id).conflict
        for clash in self._known([kept.later.figure.figure_id]).values():
            self._write(kept.story, replace(clash, outlets=clash.outlets | outlets), new=False)
        self._conflicts.update(replace(kept, outlets=self._outlets(kept)))

    def conflict_with(self, earlier_id: str, later_id: str) -> str | None:
        """The conflict in which the later figure contradicts the earlier, None when there is none."""
        row = self._database.row(
            "SELECT conflict_id FROM clashes WHERE later_id = ? AND list_contains(against, ?)", [later_id, earlier_id]
        )
        return None if row is None else str(row[0])

    def told(self, conflict_id: str) -> list[Alert]:
        """What was owed to anyone about the conflict, under any of its ids, in order."""
        return self._told("SELECT ?::VARCHAR", conflict_id)

    def told_of_thread(self, thread: str) -> list[Alert]:
        """What was owed to anyone about any conflict of the thread, in order."""
        return self._told("SELECT conflict_id FROM conflicts WHERE thread = ?", thread)

    def around(self, figure_ids: Iterable[str]) -> list[Conflict]:
        """Conflicts of which one of the figures is a side, the latest first."""
        given = as_list(figure_ids)
        rows = self._database.rows(
            f"SELECT payload FROM conflicts WHERE earlier_id IN {members('VARCHAR')} OR later_id IN "
            f"{members('VARCHAR')} ORDER BY published DESC, conflict_id LIMIT ?",
            [given, given, _NEAR],
        )
        return [loads(Conflict, payload) for (payload,) in rows]

    def _told(self, wanted: str, value: str) -> list[Alert]:
        rows = self._database.rows(
            f"WITH real AS ({wanted}) SELECT payload FROM alerts WHERE conflict_id IN (FROM real) OR conflict_id IN "
            "(SELECT alias FROM conflict_aliases WHERE conflict_id IN (FROM real)) ORDER BY created, alert_id",
            [value],
        )
        return [loads(Alert, payload) for (payload,) in rows]

    def _known(self, figure_ids: Sequence[str]) -> dict[str, Clash]:
        found = self._clashes(f"WHERE later_id IN {members('VARCHAR')}", [as_list(figure_ids)])
        return {clash.later.figure.figure_id: clash for clash in found}

    def _clashes(self, tail: str, values: list[Any]) -> list[Clash]:
        rows = self._database.rows(f"SELECT payload FROM clashes {tail}", values)
        return [loads(Clash, payload) for (payload,) in rows]

    def _write(self, story: str, clash: Clash, *, new: bool) -> None:
        number = clash.later.figure.figure_id
        lists = [sorted(clash.against), sorted(clash.outlets), dumps(clash)]
        if new:
            published = to_utc(clash.later.source.published)
            self._database.insert("clashes", _TYPES, [[number, story, published, "", *lists]])
        else:
            self._database.run(
                "UPDATE clashes SET against = ?, outlets = ?, payload = ? WHERE later_id = ?", [*lists, number]
            )

    def _assign(self, home: dict[str, str]) -> set[str]:
        """Put clashes under their conflicts; returns the conflicts that gained or lost one."""
        rows = self._database.rows(
            f"SELECT later_id, conflict_id FROM clashes WHERE later_id IN {members('VARCHAR')}", [as_list(home)]
        )
        moved = [(later_id, before) for later_id, before in rows if before != home[later_id]]
        for later_id, _ in moved:
            self._database.run("UPDATE clashes SET conflict_id = ? WHERE later_id = ?", [home[later_id], later_id])
        return {number for later_id, before in moved for number in (before, home[later_id]) if number}

    def _give_up(self, conflict_id: str, heir: str) -> None:
        self._database.run("UPDATE conflict_aliases SET conflict_id = ? WHERE conflict_id = ?", [heir, conflict_id])
        self._database.run("INSERT INTO conflict_aliases VALUES (?, ?)", [conflict_id, heir])
        self._conflicts.hand_over(conflict_id, heir)

    def _outlets(self, conflict: Conflict) -> tuple[str, ...]:
        rows = self._database.rows(
            "SELECT DISTINCT unnest(outlets) FROM clashes WHERE conflict_id = ?", [conflict.conflict_id]
        )
        own = {conflict.earlier.source.outlet, conflict.later.source.outlet}
        return tuple(sorted({outlet for (outlet,) in rows} - own))


def _earliest(published: datetime) -> datetime:
    try:
        return published - REMEMBERED
    except OverflowError:
        return certain(datetime.min)  # noqa: DTZ901
