"""From the archive to the pages, and to the chart of an alert."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from flows.settings import Settings
from flows.silence import silences
from news.conflicts import same_measure
from news.records import Alert, Claim, Unused
from pages.chart import MAIL, chart
from pages.points import links_of, points_of
from pages.site import write_site
from pages.story import Quoted, Story
from storage import Archive

#: claims and quotes of one story page; beyond that the exports and SQL serve better
CLAIMS_SHOWN = 2_000
QUOTES_SHOWN = 500


def publish(archive: Archive, settings: Settings, now: datetime) -> Path:
    """Write all pages; returns the index. Files that would not change are left alone."""
    titles = {watch.name: watch.title for watch in settings.watches} or {"": "All stories"}
    return write_site(
        [_story(archive, name, title, settings) for name, title in titles.items()], settings.pages, generated=now
    )


def draw(archive: Archive, alert: Alert) -> bytes | None:
    """The chart of the alert's measure as PNG; None when it has fewer than two points."""
    conflict = alert.conflict
    claims = [
        claim
        for claim in _claims(archive, conflict.story)
        if same_measure(claim, conflict.later) or same_measure(claim, conflict.earlier)
    ]
    points = points_of([*claims, *_missing(claims, conflict.earlier, conflict.later)])
    if len(points) < 2:
        return None
    conflicts = [kept.conflict for kept in archive.conflicts.thread(conflict.thread)]
    return chart(points, links_of(conflicts, points), title=conflict.measure, format="png", size=MAIL)


def _missing(claims: list[Claim], *sides: Claim) -> list[Claim]:
    there = {claim.figure.figure_id for claim in claims}
    return [side for side in sides if side.figure.figure_id not in there]


def _claims(archive: Archive, story: str) -> list[Claim]:
    return archive.claims.of_story(story, limit=CLAIMS_SHOWN)


def _story(archive: Archive, name: str, title: str, settings: Settings) -> Story:
    versions = archive.claims.of_story(name, superseded=True, limit=2 * CLAIMS_SHOWN)
    claims = _claims(archive, name)
    newest = {one.source.article_id: one.source.version for one in sorted(versions, key=lambda one: one.source.version)}
    found = archive.conflicts.search(story=name)
    conflicts = [kept.conflict for kept in found]
    silent, _ = silences(claims, conflicts, settings.thresholds)
    return Story(
        name=name or "all",
        title=title,
        claims=claims,
        conflicts=conflicts,
        quotes=[
            Quoted(quote=said.quote, source=said.source)
            for said in archive.quotes.search(story=name, limit=QUOTES_SHOWN)
        ],
        excluded=[Unused(claim=pair.later, reason=pair.why) for pair in silent],
        earlier=[one for one in versions if one.source.version < newest[one.source.article_id]],
        decisions={one.conflict.conflict_id: one.decision for one in found if one.decision != "suggested"},
    )
