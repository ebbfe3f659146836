"""Articles and their versions. A changed text under a known article is a new version; nothing is overwritten."""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from news.errors import StorageError
from news.records import Article, Report, Source
from storage.columns import Column, Shape
from storage.connection import Database, as_list, members
from storage.convert import certain, key, to_utc, utc_day
from storage.raw import RawPages

_COLUMNS = (
    *(Column(name, name, "VARCHAR") for name in ("article_id", "url", "outlet", "title", "text")),
    *(Column(name, name, "TIMESTAMP") for name in ("published", "first_seen", "updated")),
    *(Column(name, name, "VARCHAR") for name in ("language", "agency", "published_from", "canonical_host")),
    Column("authors", "authors", "VARCHAR[]"),
)
_ARTICLE = Shape(Article, _COLUMNS)
_OWN = {
    "version_no": "BIGINT",
    "version": "INTEGER",
    "superseded": "BOOLEAN",
    "story": "VARCHAR",
    "copy_of": "VARCHAR",
    "origin": "VARCHAR",
    "names": "VARCHAR[]",
    "fingerprint": "VARCHAR",
}
_SOURCE = (
    "version_no, article_id, version, url, outlet, title, published, first_seen, origin, agency, story, names, "
    "superseded"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One line of a list of articles. ``copy_of``: article_id of the original, "" when it is none."""

    source: Source
    superseded: bool
    copy_of: str
    figures: int
    quotes: int


class Articles:
    """The tables ``articles``, ``versions`` and ``article_names``."""

    def __init__(self, database: Database, raw: RawPages) -> None:
        self._database = database
        self._raw = raw

    def add(self, report: Report, *, source_story: str, html: bytes) -> Source | None:
        """File the article of a report as version 1, or as the next version when its text is new.

        None when some version of this article has this very text already. Earlier versions, their figures and quotes
        become superseded. Figures and quotes of the report are filed by ``Claims.add`` and ``Quotes.add``.
        """
        article = report.article
        fingerprint = text_fingerprint(article.text)
        with self._database.transaction():
            latest = self._database.row(
                "SELECT versions, latest_no FROM articles WHERE article_id = ?", [article.article_id]
            )
            if latest is not None and self._has(article.article_id, fingerprint):
                return None
            version = 1 if latest is None else latest[0] + 1
            number = self._next_number()
            if latest is not None:
                self._supersede(latest[1])
            self._database.run(
                "INSERT INTO articles VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET versions = excluded.versions, "
                "latest_no = excluded.latest_no",
                [article.article_id, version, number],
            )
            self._insert(report, source_story, number, version, fingerprint)
            self._raw.add(number, article.article_id, version, html)
        return source_of(report, version, source_story)

    def get(self, article_id: str, version: int | None = None) -> Article:
        """One version, the newest when None. Raises StorageError when there is no such."""
        row = self._database.row(
            f"SELECT {_ARTICLE.names} FROM versions WHERE article_id = ? "
            "AND (version = ? OR (? IS NULL AND NOT superseded))",
            [article_id, version, version],
        )
        if row is None:
            which = "" if version is None else f", version {version},"
            raise StorageError(f"article {article_id}{which} is not in the archive {self._database.where}")
        return _ARTICLE.read(row)

    def html(self, article_id: str, version: int | None = None) -> bytes:
        """The page of a version as it came, of the newest when None. Raises StorageError when there is none."""
        newest = self.version_of(article_id) if version is None else version
        return self._raw.get(article_id, newest)

    def version_of(self, article_id: str) -> int:
        """Number of the newest version, 0 when the article is unknown."""
        row = self._database.row("SELECT versions FROM articles WHERE article_id = ?", [article_id])
        return 0 if row is None else int(row[0])

    def number_of(self, article_id: str) -> int:
        """``version_no`` of the newest version. Raises StorageError when the article is not filed."""
        row = self._database.row("SELECT latest_no FROM articles WHERE article_id = ?", [article_id])
        if row is None:
            raise StorageError(f"article {article_id} must be filed before what belongs to it")
        return int(row[0])

    def versions(self, article_id: str) -> list[Source]:
        """All versions, oldest first; empty when the article is unknown."""
        rows = self._database.rows(
            f"SELECT {_SOURCE} FROM versions WHERE article_id = ? ORDER BY version",
            [article_id],
        )
        return [_source(row) for row in rows]

    def search(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        story: str | None = None,
        outlet: str | None = None,
        limit: int = 100,
        superseded: bool = False,
    ) -> list[Filed]:
        """Current versions (all with ``superseded=True``), last published first. ``until`` is exclusive."""
        rows = self._database.rows(
            f"SELECT {_SOURCE}, copy_of, "
            "(SELECT count(*) FROM figures f WHERE f.version_no = v.version_no), "
            "(SELECT count(*) FROM quotes q WHERE q.version_no = v.version_no) "
            "FROM (SELECT * FROM versions WHERE (? IS NULL OR published >= ?) AND (? IS NULL OR published < ?) "
            "AND (? IS NULL OR story = ?) AND (? IS NULL OR outlet = ?) AND (? OR NOT superseded) "
            "ORDER BY published DESC, version_no DESC LIMIT ?) v ORDER BY published DESC, version_no DESC",
            [
                *(to_utc(since), to_utc(since), to_utc(until), to_utc(until)),
                *(story, story, outlet, outlet, superseded, limit),
            ],
        )
        return [
            Filed(source=_source(row), superseded=row[12], copy_of=row[13], figures=row[14], quotes=row[15])
            for row in rows
        ]

    def languages(self) -> dict[str, int]:
        """ISO 639-1 code -> articles whose current version is in that language."""
        rows = self._database.rows("SELECT language, count(*) FROM versions WHERE NOT superseded GROUP BY language")
        return {row[0]: row[1] for row in rows}

    def sources(self, numbers: Iterable[int]) -> dict[int, Source]:
        """``version_no`` -> source, for those that exist."""
        rows = self._database.rows(
            f"SELECT {_SOURCE} FROM versions WHERE version_no IN {members('BIGINT')}",
            [as_list(sorted(set(numbers)))],
        )
        return {row[0]: _source(row) for row in rows}

    def _has(self, article_id: str, fingerprint: str) -> bool:
        found = self._database.row(
            "SELECT 1 FROM versions WHERE article_id = ? AND fingerprint = ?", [article_id, fingerprint]
        )
        return found is not None

    def _next_number(self) -> int:
        row = self._database.row("SELECT nextval('version_numbers')")
        assert row is not None  # noqa: S101 - a SELECT without FROM has one row
        return int(row[0])

    def _supersede(self, number: int) -> None:
        """``version_no`` grows in filing order, so each statement reads one row group."""
        for table in ("versions", "figures", "quotes"):
            self._database.run(f"UPDATE {table} SET superseded = true WHERE version_no = ?", [number])
        for table in ("recall", "article_names"):
            self._database.run(f"DELETE FROM {table} WHERE version_no = ?", [number])

    def _insert(self, report: Report, story: str, number: int, version: int, fingerprint: str) -> None:
        article = report.article
        own = [
            *(number, version, False, story, report.copy_of, report.copy_of or article.article_id),
            *(sorted(report.names), fingerprint),
        ]
        self._database.insert("versions", {**_OWN, **_ARTICLE.types}, [[*own, *_ARTICLE.write(article)]])
        day = utc_day(article.published)
        self._database.insert(
            "article_names",
            {"name": "UBIGINT", "day": "DATE", "version_no": "BIGINT"},
            [[key(name), day, number] for name in sorted(report.names)],
        )


def text_fingerprint(text: str) -> str:
    """SHA-256 of the text as it is: the same only when not one character differs."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def source_of(report: Report, version: int, story: str) -> Source:
    """What the judgement needs to know of a report's article."""
    article = report.article
    return Source(
        article_id=article.article_id,
        version=version,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        first_seen=article.first_seen,
        origin=report.copy_of or article.article_id,
        agency=article.agency,
        story=story,
        names=report.names,
    )


def _source(row: tuple[Any, ...]) -> Source:
    return Source(
        article_id=row[1],
        version=row[2],
        url=row[3],
        outlet=row[4],
        title=row[5],
        published=certain(row[6]),
        first_seen=certain(row[7]),
        origin=row[8],
        agency=row[9],
        story=row[10],
        names=frozenset(row[11]),
    )
