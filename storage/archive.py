"""The archive: everything Tallywatch remembers, in one DuckDB file."""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from news.errors import StorageError
from news.records import Report, Source
from storage.adjudications import Adjudications
from storage.articles import Articles
from storage.claims import Claims
from storage.conflicts import Conflicts
from storage.connection import MEMORY, Database, connect, translating
from storage.convert import utc_day
from storage.entries import Entries
from storage.feedback import Feedback
from storage.feeds import Feeds
from storage.memory import Memory
from storage.migrate import migrate, released
from storage.near import Near
from storage.outbox import Outbox
from storage.quotes import Quotes
from storage.raw import RawPages

#: What ``content_hash`` looks at: natural ids and values. Left out: our clocks, the numbers that depend on the order
#: of filing, attempts and errors.
_CONTENT = {
    "feeds": "url, etag, last_modified, moved_to, retired",
    "entries": "feed_url, guid, url, title, published, updated, outcome",
    "articles": "article_id, versions",
    "versions": 'article_id, version, superseded, url, outlet, title, "text", published, story, origin, names, more',
    "raw_pages": "article_id, version, sha256",
    "figures": (
        "figure_id, article_id, version, superseded, story, surface, sentence, low, high, soft_low, soft_high, hedge, "
        "unit, dimension, counted, counted_class, restrictors, predicate, statuses, subjects, place, place_chain, "
        "period_kind, period_start, period_end, as_of, said_by, via, cue, doubt, role, polarity, modality, "
        "aggregation, change, direction, about, preliminary, cues, more"
    ),
    "quotes": 'quote_id, article_id, version, superseded, "type", "text", content, said_by, via, cue, polarity, more',
    "verdicts": "earlier_id, later_id, relation, level, possible, ratio, reason",
    "conflicts": "conflict_id, thread, story, measure, relation, level, earlier_id, later_id, state, decision",
    "clashes": "later_id, story, conflict_id, against",
    "alerts": "alert_id, conflict_id, thread, story, kind, level, note",
    "outbox": "alert_id, channel, state",
    "adjudications": "alert_id, ruling",
    "lessons": "conflict_id, story, taught",
    "mutes": "kind, one, other",
}


class Archive:
    """An open archive. One table family each: ``feeds``, ``entries``, ``articles``, ``claims``, ``quotes``, ``near``,
    ``raw``, ``conflicts``, ``memory``, ``outbox``, ``adjudications``, ``feedback``. Made by ``open_archive``; for one
    thread at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.where = database.where
        self.raw = RawPages(database)
        self.feeds = Feeds(database)
        self.entries = Entries(database)
        self.articles = Articles(database, self.raw)
        self.claims = Claims(database, self.articles)
        self.quotes = Quotes(database, self.articles)
        self.near = Near(database, self.articles)
        self.conflicts = Conflicts(database)
        self.memory = Memory(database, self.conflicts)
        self.outbox = Outbox(database)
        self.adjudications = Adjudications(database)
        self.feedback = Feedback(database, self.conflicts)

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside comes to be together, or, on any error, not at all.

        Nested use joins: only the outermost commits, and once an inner one has failed the outermost cannot commit any
        more (StorageError), even when the failure was caught in between.
        """
        return self._database.transaction()

    def file(
        self,
        report: Report,
        *,
        source_story: str,
        html: bytes,
        shingles: Iterable[int] = (),
        day: date | None = None,
    ) -> Source | None:
        """File a whole report in one transaction: article, version, page, figures, quotes and shingles.

        None, and nothing is written, when this very text of the article is there already. ``day``: where copies are
        looked for, the day of publication when None.
        """
        with self.transaction():
            source = self.articles.add(report, source_story=source_story, html=html)
            if source is None:
                return None
            self.claims.add(report, source)
            self.quotes.add(report, source)
            self.near.add(source.article_id, shingles, day=day or utc_day(source.published))
            return source

    def query(self, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
        """One SELECT written by a person: (column names, rows).

        It runs in a read-only transaction of its own, so it sees what is committed, can write nothing, and neither
        files nor the network nor the configuration are within reach. Raises StorageError with DuckDB's words otherwise.
        """
        return self._database.query(sql)

    def snapshot_counts(self) -> dict[str, int]:
        """How much there is of everything; entries and the outbox by state ("entries_filed", "alerts_owed")."""
        tables = ("articles", "versions", "figures", "quotes", "verdicts", "conflicts", "alerts", "raw_pages")
        counts = {table: self._count(table) for table in tables}
        counts |= {f"entries_{outcome}": number for outcome, number in self.entries.counts().items()}
        counts |= {f"alerts_{state}": number for state, number in self.outbox.counts().items()}
        return counts

    def content_hash(self) -> str:
        """The same for two archives with the same content, whatever the order of filing and whenever it happened."""
        whole = hashlib.sha256()
        for table, columns in _CONTENT.items():
            row = self._database.row(f"SELECT count(*), coalesce(sum(hash({columns})::HUGEINT), 0) FROM {table}")
            whole.update(f"{table}:{row}\n".encode())
        return whole.hexdigest()

    def _count(self, table: str) -> int:
        row = self._database.row(f"SELECT count(*) FROM {table}")
        return 0 if row is None else int(row[0])


@contextmanager
def open_archive(
    path: Path | str | None = None, *, read_only: bool = False, patience: float = 30.0
) -> Iterator[Archive]:
    """Open an archive, in memory when ``path`` is None; make or migrate it first unless ``read_only``.

    Waits up to ``patience`` seconds while another process holds the file, then raises ArchiveBusy: one process writes,
    or several read. Hold it briefly: open, write one batch, close. Raises StorageError when the file is damaged, was
    written by a newer release, is no archive, or its folder cannot be written.
    """
    file = _absolute(path)
    if file is None and read_only:
        raise StorageError("an archive in memory cannot be opened for reading only: name a file")
    if file is not None and not read_only:
        _make_folder(file.parent)
    where = MEMORY if file is None else str(file)
    database = Database(connect(file, read_only=read_only, patience=patience), where)
    try:
        with translating(where, "open"):
            migrate(database, released(), read_only=read_only)
        yield Archive(database)
    finally:
        database.close()


def _absolute(path: Path | str | None) -> Path | None:
    """An absolute path, so that a name like "md:x" stays a file and never becomes a service of DuckDB's."""
    if path is None or str(path) == MEMORY:
        return None
    return Path(path).expanduser().absolute()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"cannot make the folder {folder} for the archive: {error.strerror}") from error
