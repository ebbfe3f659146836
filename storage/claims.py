"""Figures as claims: filed with everything an analyst may query, recalled by what they measure."""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from news.known import Clock
from news.measures import class_chain
from news.records import Claim, Figure, Report, Source
from storage.articles import Articles
from storage.columns import Column, Shape
from storage.connection import Database, as_list, members
from storage.convert import key, to_utc, utc_day

_TEXT = "VARCHAR"
ATTRIBUTION = ("said_by", "said_by_role", "country", "via", "cue", "doubt")
FIGURE = Shape(
    Figure,
    (
        *(Column(name, name, _TEXT) for name in ("figure_id", "article_id", "surface", "unit", "dimension", "counted")),
        *(Column(name, name, "INTEGER") for name in ("start", "end", "sentence_start", "sentence_end")),
        *(Column(f"value.{name}", name, "DECIMAL(38, 6)") for name in ("low", "high", "soft_low", "soft_high")),
        *(Column(f"value.{name}", name, _TEXT) for name in ("hedge", "hedge_words")),
        *(Column(name, name, _TEXT) for name in ("counted_class", "share_of", "predicate", "place", "site")),
        *(
            Column(name, name, "VARCHAR[]")
            for name in ("about", "restrictors", "statuses", "subjects", "place_chain", "cues")
        ),
        *(Column(f"period.{name}", f"period_{name}", _TEXT) for name in ("kind", "text")),
        *(Column(f"period.{name}", f"period_{name}", "DATE") for name in ("start", "end")),
        Column("as_of", "as_of", "DATE"),
        *(Column(f"attribution.{name}", name, _TEXT) for name in ATTRIBUTION),
        *(Column(name, name, _TEXT) for name in ("role", "polarity", "modality", "aggregation", "change", "direction")),
        *(Column(name, name, "BOOLEAN") for name in ("predicate_inherited", "place_inherited", "preliminary")),
    ),
)
_OWN = {
    **dict.fromkeys(("figure_no", "version_no"), "BIGINT"),
    "version": "INTEGER",
    "superseded": "BOOLEAN",
    **dict.fromkeys(("outlet", "url", "story", "sentence"), _TEXT),
    **dict.fromkeys(("published", "first_seen"), "TIMESTAMP"),
}
_SELECT = f"SELECT {FIGURE.names}, version_no, sentence FROM figures"
_A_REPORT = 1_000_000  # figures that one report can number
#: Recall without a story looks into so many articles at most.
RELATED = 200
#: Recall looks this far first, then further only while the limit is not reached: so it reads no more of a large
#: archive than of a small one (measured at 10,000 and 1,000,000 figures, see docs/archive.md).
NEAR = (timedelta(days=14), timedelta(days=90))
#: figures lie in filing order: to read over a gap of 2,000 articles takes as long as another statement does
_GAP = 2_000 * _A_REPORT
_CUTS = 6
_SHARED_NAMES = 2  # names that two articles without a story must share to tell of one event


class Claims:
    """The tables ``figures`` and ``recall``."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles

    def add(self, report: Report, source: Source) -> int:
        """File the report's figures under the version that ``Articles.add`` has just made; returns how many.

        Does nothing when that version's figures are filed already. Raises StorageError when the article is not filed
        or a number is not finite.
        """
        number = self._articles.number_of(source.article_id)
        with self._database.transaction():
            if self._database.row("SELECT 1 FROM figures WHERE version_no = ? LIMIT 1", [number]):
                return 0
            own = [number, source.version, False, source.outlet, source.url, source.story]
            clocks = [to_utc(source.published), to_utc(source.first_seen)]
            rows, recall = [], []
            for position, figure in enumerate(report.figures):
                figure_no = number * _A_REPORT + position
                sentence = report.article.text[figure.sentence_start : figure.sentence_end]
                rows.append([figure_no, *own, sentence, *clocks, *FIGURE.write(figure)])
                recall += [
                    [measure, key(source.story), utc_day(source.published), number, figure_no]
                    for measure in measure_keys(figure)
                ]
            self._insert(rows, recall)
        return len(rows)

    def about(
        self, report: Report, *, story: str, limit: int = 400, window: timedelta = timedelta(days=400)
    ) -> list[Claim]:
        """Claims of other articles that may be about the same measures as the report's figures.

        Same dimension, and a class with a common root, a common status or the same unit; within the same ``story``, or
        with ``story=""`` in articles that share two names or more (the ``RELATED`` that share most); published less
        than ``window`` before or after. Current versions only, never of the report's own article (its earlier versions:
        ``of_article``). More than ``limit`` are cut in this order: the nearest of ``NEAR`` first, those that share most
        of the measure first, the nearest in time first. Returned in order of publication.
        """
        measures = as_list(sorted({measure for figure in report.figures for measure in measure_keys(figure)}))
        numbers: list[int] = []
        # The days around the report first: in a large archive they fill the limit, and the rest is never read.
        for reach in sorted({*(near for near in NEAR if near < window), window}):
            numbers = self._recalled(report, measures, story, limit, reach)
            if len(numbers) >= limit:
                break
        return self._numbered(numbers)

    def _recalled(self, report: Report, measures: str, story: str, limit: int, reach: timedelta) -> list[int]:
        day = utc_day(report.article.published)
        days = [_shift(day, -reach), _shift(day, reach)]
        if story:
            kin, kin_value = "story = ?::UBIGINT", str(key(story))
        else:
            names = as_list(key(name) for name in report.names)
            related = self._database.rows(_RELATED, [names, *days, _SHARED_NAMES, day, RELATED])
            kin, kin_value = f"version_no IN {members('BIGINT')}", as_list(number for (number,) in related)
        rows = self._database.rows(
            f'SELECT figure_no FROM recall WHERE {kin} AND "day" BETWEEN ? AND ? '
            f"AND measure IN {members('UBIGINT')} AND version_no <> ? GROUP BY figure_no "
            'ORDER BY count(*) DESC, abs(any_value("day") - ?::DATE), figure_no LIMIT ?',
            [kin_value, *days, measures, self._own_number(report), day, limit],
        )
        return [number for (number,) in rows]

    def of_story(self, story: str, *, superseded: bool = False, limit: int = 100_000) -> list[Claim]:
        """All claims of a story in order of publication; those of superseded versions only when asked for."""
        return self._read(
            "WHERE story = ? AND (? OR NOT superseded) ORDER BY published, figure_no LIMIT ?",
            [story, superseded, limit],
        )

    def known(self, story: str, before: datetime, clock: Clock, *, limit: int = 100_000) -> list[Claim]:
        """What we held of a story right before an instant, by one of two clocks: the claims of the page versions that
        stood then, in order of publication."""
        known_from = "first_seen" if clock is Clock.SEEN else _TOLD
        return self._read(
            "WHERE version_no IN (SELECT max(version_no) FROM versions WHERE story = ? "
            f"AND {known_from} < ? GROUP BY article_id) ORDER BY published, figure_no LIMIT ?",
            [story, to_utc(before), limit],
        )

    def of_article(self, article_id: str, version: int | None = None) -> list[Claim]:
        """Claims of one version in text order, of the newest when None; empty when there is none."""
        return self._read(
            "WHERE article_id = ? AND (version = ? OR (? IS NULL AND NOT superseded)) ORDER BY figure_no",
            [article_id, version, version],
        )

    def by_id(self, figure_id: str) -> Claim | None:
        """The claim with that figure, of the newest version that has it; None when unknown."""
        found = self._read("WHERE figure_id = ? ORDER BY version DESC LIMIT 1", [figure_id])
        return found[0] if found else None

    def search(
        self,
        *,
        story: str | None = None,
        measure: str | None = None,
        outlet: str | None = None,
        said_by: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 100,
        superseded: bool = False,
    ) -> list[Claim]:
        """Claims that meet every filter given, last published first.

        ``measure``: words that must all occur in what is counted, its class, predicate, statuses, unit, subjects or
        place. ``said_by``: part of the speaker's or carrier's name. ``until`` is exclusive. Case does not matter.
        """
        filters: tuple[tuple[str, Any], ...] = (
            ("story = ?", story),
            ("lower(outlet) = lower(?)", outlet),
            ("contains(lower(said_by || ' ' || via), lower(?))", said_by),
            ("published >= ?", to_utc(since)),
            ("published < ?", to_utc(until)),
            *((f"contains(lower({_MEASURE}), lower(?))", word) for word in (measure or "").split()),
        )
        given = [
            ("(? OR NOT superseded)", superseded),
            *((test, value) for test, value in filters if value is not None),
        ]
        return self._read(
            f"WHERE {' AND '.join(test for test, _ in given)} ORDER BY published DESC, figure_no LIMIT ?",
            [*(value for _, value in given), limit],
        )

    def _insert(self, rows: list[list[Any]], recall: list[list[Any]]) -> None:
        self._database.insert("figures", {**_OWN, **FIGURE.types}, rows)
        self._database.insert(
            "recall",
            {"measure": "UBIGINT", "story": "UBIGINT", "day": "DATE", "version_no": "BIGINT", "figure_no": "BIGINT"},
            recall,
        )

    def _own_number(self, report: Report) -> int:
        row = self._database.row("SELECT latest_no FROM articles WHERE article_id = ?", [report.article.article_id])
        return -1 if row is None else int(row[0])

    def _numbered(self, numbers: Sequence[int]) -> list[Claim]:
        """In order of publication. A statement reads all that lies between its first and its last number, so numbers
        of an old story and of what was filed late about it are read apart."""
        found = [
            claim
            for run in _runs(sorted(numbers))
            for claim in self._read(
                f"WHERE figure_no IN {members('BIGINT')} ORDER BY published, figure_no", [as_list(run)]
            )
        ]
        return sorted(found, key=lambda claim: claim.source.published)

    def _read(self, tail: str, values: list[Any]) -> list[Claim]:
        rows = self._database.rows(f"{_SELECT} {tail}", values)
        sources = self._articles.sources(row[-2] for row in rows) if rows else {}
        return [Claim(figure=FIGURE.read(row), source=sources[row[-2]], sentence=row[-1]) for row in rows]


#: an edit is known since we saw it, whatever the page's date says
_TOLD = "CASE WHEN version = 1 THEN published ELSE first_seen END"
_RELATED = (
    f'SELECT version_no FROM article_names WHERE "name" IN {members("UBIGINT")} AND "day" BETWEEN ? AND ? '
    "GROUP BY version_no HAVING count(*) >= ? "
    'ORDER BY count(*) DESC, abs(any_value("day") - ?::DATE), version_no LIMIT ?'
)
_MEASURE = (
    "concat_ws(' ', counted, counted_class, predicate, array_to_string(statuses, ' '), unit, share_of, "
    "array_to_string(about, ' '), array_to_string(restrictors, ' '), "
    "array_to_string(subjects, ' '), place, array_to_string(place_chain, ' '))"
)


def measure_keys(figure: Figure) -> set[int]:
    """What two figures must share one of to be recalled together: dimension with class root, status or unit."""
    chain = class_chain(figure.counted_class)
    words = {f"status {status}" for status in figure.statuses} | {f"unit {figure.unit}"}
    if chain:
        words.add(f"class {chain[-1]}")
    return {key(figure.dimension, word) for word in words}


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """The ascending numbers cut at their widest gaps, if those are wide enough to be worth another statement."""
    gaps = sorted((later - earlier, at) for at, (earlier, later) in enumerate(pairwise(numbers), 1))
    cuts = sorted(at for gap, at in gaps[-_CUTS:] if gap > _GAP)
    return [list(numbers[low:high]) for low, high in pairwise([0, *cuts, len(numbers)])]


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
