"""Near-duplicates by containment of shingles, in SQL, at a cost that does not grow with the archive.

Only shingles whose 64-bit hash is divisible by ``SAMPLE`` are kept: the same ones in every text, so the share that two
samples have in common estimates the containment of the whole. The standard error is about
``sqrt(c * (1 - c) / n)`` for ``n`` sampled shingles of the shorter text: a copy with c = 0.5 and 60 shingles (15 in
the sample) passes 0.17 in 99 of 100 cases, one with 200 shingles always. Whoever needs the exact share computes it
from the texts of the few candidates.
"""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from storage.articles import Articles
from storage.connection import Database, as_list, members

SAMPLE = 4
_HALF = 32  # the upper half of a hash is stored: 4 bytes, one chance match in 10 articles of a busy fortnight


class Near:
    """The table ``shingles``: about 130 rows for an article of 500 words."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles

    def add(self, article_id: str, shingles: Iterable[int], *, day: date) -> None:
        """Keep the sample of the newest version's shingles (64-bit hashes). ``day``: published, in UTC.

        Does nothing when they are there. Raises StorageError when the article is not filed.
        """
        number = self._articles.number_of(article_id)
        kept = sample(shingles)
        with self._database.transaction():
            if self._database.row("SELECT 1 FROM shingles WHERE version_no = ? LIMIT 1", [number]):
                return
            columns = {"shingle": "UINTEGER", "day": "DATE", "version_no": "BIGINT", "size": "INTEGER"}
            self._database.insert("shingles", columns, [[one, day, number, len(kept)] for one in kept])

    def candidates(
        self, shingles: Iterable[int], *, day: date, window_days: int = 14, article_id: str = "", limit: int = 20
    ) -> list[tuple[str, float]]:
        """Articles of the days around ``day`` that share shingles: (article_id, containment 0-1), highest first.

        Containment is the estimated share of the shorter text's shingles that the other holds too, the highest of an
        article's versions. ``article_id`` names an article to leave out (the one that is asked about). The caller
        decides from which share on it is a copy.
        """
        kept = sample(shingles)
        if not kept:
            return []
        around = timedelta(days=window_days)
        rows = self._database.rows(
            "WITH shared AS (SELECT version_no, count(*) / least(any_value(size), ?) AS containment FROM shingles "
            f'WHERE "day" BETWEEN ? AND ? AND shingle IN {members("UINTEGER")} GROUP BY version_no '
            "ORDER BY containment DESC, version_no LIMIT ?) "
            "SELECT v.article_id, max(containment) AS containment, min(version_no) AS first "
            "FROM shared JOIN versions v USING (version_no) WHERE v.article_id <> ? "
            "GROUP BY v.article_id ORDER BY max(containment) DESC, first LIMIT ?",
            [len(kept), day - around, day + around, as_list(kept), limit + 10, article_id, limit],
        )
        return [(found, float(containment)) for found, containment, _ in rows]


def sample(shingles: Iterable[int]) -> list[int]:
    """The kept shingles as they are stored, in order."""
    return sorted({(one >> _HALF) & 0xFFFFFFFF for one in shingles if one % SAMPLE == 0})
