"""Who said what, as filed."""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from news.records import Quote, Report, Source
from storage.articles import Articles
from storage.claims import ATTRIBUTION
from storage.columns import Column, Shape
from storage.connection import Database
from storage.convert import to_utc

_TEXT = "VARCHAR"
QUOTE = Shape(
    Quote,
    (
        *(Column(name, name, _TEXT) for name in ("quote_id", "article_id", "type", "text", "polarity")),
        Column("content", "content", 'STRUCT("start" INTEGER, "end" INTEGER)[]'),
        *(Column(f"source.{name}", f"source_{name}", "INTEGER") for name in ("start", "end")),
        *(Column(f"cue.{name}", f"cue_{name}", "INTEGER") for name in ("start", "end")),
        *(Column(f"attribution.{name}", name, _TEXT) for name in ATTRIBUTION),
    ),
    optional=("source", "cue"),
)
_OWN = {
    "version_no": "BIGINT",
    "version": "INTEGER",
    "superseded": "BOOLEAN",
    **dict.fromkeys(("outlet", "url", "story"), _TEXT),
    **dict.fromkeys(("published", "first_seen"), "TIMESTAMP"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A quote together with the article it stands in."""

    quote: Quote
    source: Source


class Quotes:
    """The table ``quotes``."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles

    def add(self, report: Report, source: Source) -> int:
        """File the report's quotes under the newest version of its article; returns how many, 0 when they are there."""
        number = self._articles.number_of(source.article_id)
        with self._database.transaction():
            if self._database.row("SELECT 1 FROM quotes WHERE version_no = ? LIMIT 1", [number]):
                return 0
            own = [
                *(number, source.version, False, source.outlet, source.url, source.story),
                *(to_utc(source.published), to_utc(source.first_seen)),
            ]
            rows = [[*own, *QUOTE.write(quote)] for quote in report.quotes]
            self._database.insert("quotes", {**_OWN, **QUOTE.types}, rows)
        return len(rows)

    def search(
        self,
        *,
        story: str | None = None,
        text: str | None = None,
        outlet: str | None = None,
        said_by: str | None = None,
        article_id: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 100,
        superseded: bool = False,
    ) -> list[Statement]:
        """Quotes that meet every filter given, last published first, then in text order.

        ``text`` and ``said_by`` may be parts; case does not matter. ``until`` is exclusive.
        """
        filters: tuple[tuple[str, Any], ...] = (
            ("story = ?", story),
            ('contains(lower("text"), lower(?))', text),
            ("lower(outlet) = lower(?)", outlet),
            ("contains(lower(said_by || ' ' || via), lower(?))", said_by),
            ("article_id = ?", article_id),
            ("published >= ?", to_utc(since)),
            ("published < ?", to_utc(until)),
        )
        given = [
            ("(? OR NOT superseded)", superseded),
            *((test, value) for test, value in filters if value is not None),
        ]
        rows = self._database.rows(
            f"SELECT {QUOTE.names}, version_no FROM quotes WHERE {' AND '.join(test for test, _ in given)} "
            "ORDER BY published DESC, version_no, content[1].start, quote_id LIMIT ?",
            [*(value for _, value in given), limit],
        )
        sources = self._articles.sources(row[-1] for row in rows) if rows else {}
        return [Statement(quote=QUOTE.read(row), source=sources[row[-1]]) for row in rows]
