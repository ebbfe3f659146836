"""Feed entries and how far each has come: pending, filed, a copy, unchanged, refused, failed, duplicate.

An entry is identified by its feed and guid. A page that two feeds name is read once: the second entry is settled as
``duplicate`` at once, and comes back only when its own title or update time changes.
"""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from news.records import Entry
from storage.connection import Database, as_list, bindable, members
from storage.convert import from_utc, key, to_utc

Outcome = Literal["filed", "copy", "unchanged", "refused", "failed"]

#: When a filed page is read again, counted from the first filing: most silent edits come within hours, corrections
#: within days. After the last it is left alone.
REREAD_AFTER = (
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=24),
    timedelta(days=3),
    timedelta(days=7),
)

_FIELDS = "feed_url, guid, url, title, outlet, summary, published, updated, published_raw, author"
_TYPES = {
    "entry_key": "UBIGINT",
    **dict.fromkeys(("feed_url", "guid", "url", "title", "outlet", "summary"), "VARCHAR"),
    **dict.fromkeys(("published", "updated"), "TIMESTAMP"),
    **dict.fromkeys(("published_raw", "author"), "VARCHAR"),
    "seen": "TIMESTAMP",
    "outcome": "VARCHAR",
    "detail": "VARCHAR",
    "attempts": "INTEGER",
}


class Entries:
    """The table ``entries``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entries: Sequence[Entry], *, seen: datetime) -> int:
        """File the entries of one poll; returns how many are now to be read (new or changed).

        Changed: a known entry with another title, or with an update time that differs from the stored one.
        """
        unique = {key(entry.feed_url, entry.guid): entry for entry in entries}
        with self._database.transaction():
            known = self._known(list(unique))
            new = {number: entry for number, entry in unique.items() if number not in known}
            changed = {number: unique[number] for number, stored in known.items() if _changed(unique[number], stored)}
            duplicates = self._insert(new, seen)
            self._bring_back(changed)
        return len(new) - duplicates + len(changed)

    def pending(self, *, now: datetime, limit: int = 1000) -> list[Entry]:
        """Entries to read, oldest published first, then in order of their feed and guid (undated ones last).

        Holds new and changed entries, and failed ones whose ``retry_at`` has come.
        """
        return self._select(
            "outcome = 'pending' OR (outcome = 'failed' AND retry_at <= ?) "
            "ORDER BY published NULLS LAST, feed_url, guid LIMIT ?",
            [to_utc(now), limit],
        )

    def due_for_reread(self, now: datetime, *, limit: int = 1000) -> list[Entry]:
        """Entries whose page is filed and whose next re-read is due, longest overdue first."""
        return self._select(
            "reread_at <= ? AND outcome NOT IN ('pending', 'failed') ORDER BY reread_at, feed_url, guid LIMIT ?",
            [to_utc(now), limit],
        )

    def settle(
        self,
        entry: Entry,
        *,
        outcome: Outcome,
        detail: str = "",
        at: datetime,
        retry_at: datetime | None = None,
        reread: bool = True,
    ) -> None:
        """Say what became of an entry that was read.

        ``failed`` with ``retry_at`` comes back then, without it never. A page that is once filed stays filed: what goes
        wrong on a re-read is kept in ``detail`` and the next re-read is planned. ``reread=False`` plans none (old pages
        of a backfill). Settling an entry that was never added, or twice alike, does no harm.
        """
        if outcome not in get_args(Outcome):
            raise ValueError(f"an entry cannot be settled as {outcome!r}")
        number = key(entry.feed_url, entry.guid)
        with self._database.transaction():
            row = self._database.row("SELECT outcome, filed_at, attempts FROM entries WHERE entry_key = ?", [number])
            if row is None:
                return
            before, filed_at, attempts = row[0], from_utc(row[1]), row[2]
            good = outcome in ("filed", "copy", "unchanged")
            filed_at = at if filed_at is None and good else filed_at
            kept = before if not good and before not in ("pending", "failed") and filed_at is not None else outcome
            next_read = _next_reread(filed_at, at) if reread and filed_at is not None else None
            self._database.run(
                "UPDATE entries SET outcome = ?, detail = ?, attempts = ?, settled_at = ?, filed_at = ?, retry_at = ?, "
                "reread_at = ? WHERE entry_key = ?",
                [
                    *(kept, detail, attempts + 1 if outcome == "failed" else 0),
                    *(to_utc(at), to_utc(filed_at), to_utc(retry_at), to_utc(next_read), number),
                ],
            )

    def attempts(self, entry: Entry) -> int:
        """How often in a row the entry has failed."""
        row = self._database.row("SELECT attempts FROM entries WHERE entry_key = ?", [key(entry.feed_url, entry.guid)])
        return 0 if row is None else int(row[0])

    def counts(self, *, feed_url: str | None = None) -> dict[str, int]:
        """Outcome -> number of entries, of one feed or of all."""
        rows = self._database.rows(
            "SELECT outcome, count(*) FROM entries WHERE ? IS NULL OR feed_url = ? GROUP BY outcome ORDER BY outcome",
            [feed_url, feed_url],
        )
        return dict(rows)

    def details(self, outcome: str, *, limit: int = 100) -> list[tuple[Entry, str]]:
        """Entries with that outcome and the words kept with each, the latest settled first."""
        rows = self._database.rows(
            f"SELECT {_FIELDS}, detail FROM entries WHERE outcome = ? "
            "ORDER BY settled_at DESC NULLS LAST, feed_url, guid LIMIT ?",
            [outcome, limit],
        )
        return [(_entry(row), row[-1]) for row in rows]

    def _select(self, condition: str, values: list[Any]) -> list[Entry]:
        rows = self._database.rows(f"SELECT {_FIELDS} FROM entries WHERE {condition}", values)
        return [_entry(row) for row in rows]

    def _known(self, numbers: list[int]) -> dict[int, tuple[str, datetime | None]]:
        rows = self._database.rows(
            f"SELECT entry_key, title, updated FROM entries WHERE entry_key IN {members('UBIGINT')}", [as_list(numbers)]
        )
        return {number: (title, from_utc(updated)) for number, title, updated in rows}

    def _insert(self, new: dict[int, Entry], seen: datetime) -> int:
        """Insert new entries; returns how many of them name a page that another entry has brought already."""
        urls = [entry.url for entry in new.values()]
        rows = self._database.rows(
            f"SELECT DISTINCT url FROM entries WHERE url IN {members('VARCHAR')}", [as_list(urls)]
        )
        taken = {url for (url,) in rows}
        lines = []
        for number, entry in new.items():
            outcome = "duplicate" if entry.url in taken else "pending"
            taken.add(entry.url)
            lines.append([number, *_values(entry), to_utc(seen), outcome, "", 0])
        self._database.insert("entries", _TYPES, lines)
        return sum(line[-3] == "duplicate" for line in lines)

    def _bring_back(self, changed: dict[int, Entry]) -> None:
        for number, entry in changed.items():
            self._database.run(
                "UPDATE entries SET url = ?, title = ?, summary = ?, published = ?, updated = ?, published_raw = ?, "
                "author = ?, outcome = 'pending', retry_at = NULL, attempts = 0 WHERE entry_key = ?",
                [
                    *(entry.url, entry.title, entry.summary, to_utc(entry.published), to_utc(entry.updated)),
                    *(entry.published_raw, entry.author, number),
                ],
            )


def _changed(entry: Entry, stored: tuple[str, datetime | None]) -> bool:
    title, updated = stored
    return bindable(entry.title) != title or (entry.updated is not None and entry.updated != updated)


def _next_reread(filed_at: datetime, at: datetime) -> datetime | None:
    return next((filed_at + wait for wait in REREAD_AFTER if filed_at + wait > at), None)


def _values(entry: Entry) -> list[Any]:
    return [
        *(entry.feed_url, entry.guid, entry.url, entry.title, entry.outlet, entry.summary),
        *(to_utc(entry.published), to_utc(entry.updated), entry.published_raw, entry.author),
    ]


def _entry(row: tuple[Any, ...]) -> Entry:
    feed_url, guid, url, title, outlet, summary, published, updated, published_raw, author = row[:10]
    return Entry(
        feed_url=feed_url,
        guid=guid,
        url=url,
        title=title,
        outlet=outlet,
        summary=summary,
        published=from_utc(published),
        updated=from_utc(updated),
        published_raw=published_raw,
        author=author,
    )
