"""The demo from end to end, as a newcomer runs it: real HTTP, real Prefect, a real archive.

What must be told and what must stay silent is written in ``flows/demo_web/expected.toml``; this file reads it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from flows.demo_server import DEMO_WEB, page_path
from news.contradictions import in_order, judge
from news.records import Alert, AlertKind, Claim, Level
from storage import Archive, open_archive

EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads((DEMO_WEB / "expected.toml").read_text(encoding="utf-8"))


@dataclass
class Demo:
    """A finished demo: its folder and what the terminal showed."""

    folder: Path
    screen: str

    @contextmanager
    def archive(self) -> Iterator[Archive]:
        with open_archive(self.folder / "tallywatch.duckdb", read_only=True) as archive:
            yield archive


def run(folder: Path) -> str:
    """``tallywatch demo`` in a process of its own."""
    command = [sys.executable, "-m", "flows", "demo", "--directory", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    return Demo(folder, run(folder))


def claims_at(archive: Archive, place: dict[str, Any]) -> list[Claim]:
    """Claims on that page with that value, among those whose surface overlaps the words."""
    return [
        claim
        for claim in archive.claims.search(limit=10_000)
        if page_path(claim.source.url) == place["page"] and _stands_in(claim, place)
    ]


def _stands_in(claim: Claim, place: dict[str, Any]) -> bool:
    surface, words = claim.figure.surface.casefold(), place["surface"].casefold()
    shared = surface in words or words in surface
    return shared and _holds(claim, Decimal(str(place["value"])))


def _holds(claim: Claim, value: Decimal) -> bool:
    stated = claim.figure.value
    bounds = [bound for bound in (stated.low, stated.high) if bound is not None]
    return min(bounds) <= value <= max(bounds)


def the_claim(archive: Archive, place: dict[str, Any]) -> Claim:
    found = claims_at(archive, place)
    assert found, f"no figure {place['surface']!r} was read on {place['page']}"
    return found[0]


def alerts(archive: Archive) -> list[Alert]:
    return [alert for story in ("kursk", "northvale") for alert in archive.conflicts.told(story)]


def test_exactly_the_expected_alerts_are_told(demo: Demo) -> None:
    with demo.archive() as archive:
        told = [(a.conflict.story, a.kind.value, a.conflict.later.source.published.date()) for a in alerts(archive)]
        expected = [(row["story"], row["kind"], row["day"]) for row in EXPECTED["alert"]]
        lines = "\n".join(f"{a.kind.value}: {a.conflict.measure}: {a.conflict.earlier.sentence} / "
                          f"{a.conflict.later.sentence}" for a in alerts(archive))  # fmt: skip
        assert sorted(told) == sorted(expected), lines
        assert archive.outbox.counts() == {"owed": 0, "sent": len(expected), "dead": 0}


@pytest.mark.parametrize("row", EXPECTED["alert"], ids=lambda row: row["id"])
def test_an_alert_shows_the_right_two_figures(demo: Demo, row: dict[str, Any]) -> None:
    with demo.archive() as archive:
        (alert,) = [a for a in alerts(archive) if _told_on(a, row)]
        conflict = alert.conflict
        earlier = [row["earlier"], *row.get("earlier_or", [])]
        assert conflict.verdict.relation.value == row["relation"]
        sides = [{conflict.earlier.figure.figure_id, conflict.later.figure.figure_id} & _ids(archive, place)
                 for place in (row["later"], *earlier)]  # fmt: skip
        assert sides[0], "the new figure is not in the alert"
        assert any(sides[1:]), "the earlier figure is not in the alert"
        assert row["later"].get("said_by", "") in the_claim(archive, row["later"]).figure.attribution.said_by


def _told_on(alert: Alert, row: dict[str, Any]) -> bool:
    later = alert.conflict.later.source.published.date()
    return (alert.conflict.story, alert.kind.value, later) == (row["story"], row["kind"], row["day"])


def _ids(archive: Archive, place: dict[str, Any]) -> set[str]:
    return {claim.figure.figure_id for claim in claims_at(archive, place)}


def test_follow_ups_go_into_the_thread_of_the_first_alert(demo: Demo) -> None:
    with demo.archive() as archive:
        told = archive.conflicts.told("kursk")
        first = [alert for alert in told if alert.kind is AlertKind.NEW]
        assert len(first) == 1
        assert {alert.conflict.thread for alert in told} == {first[0].conflict.conflict_id}


@pytest.mark.parametrize("row", EXPECTED["quiet"], ids=lambda row: row["id"])
def test_what_must_stay_silent_does(demo: Demo, row: dict[str, Any]) -> None:
    with demo.archive() as archive:
        one, other = the_claim(archive, row["earlier"]), the_claim(archive, row["later"])
        told = [{a.conflict.earlier.figure.figure_id, a.conflict.later.figure.figure_id} for a in alerts(archive)]
        assert {one.figure.figure_id, other.figure.figure_id} not in told
        verdict = judge(*in_order(one, other))
        known = "known" in row["why"] or "attached" in row["why"]
        assert verdict.level is not Level.ALERT or known, verdict.reason
        assert row["at_most"] != "silent" or verdict.level is Level.SILENT or known, verdict.reason


@pytest.mark.parametrize("row", EXPECTED["copy"], ids=lambda row: row["page"])
def test_copies_are_recognised(demo: Demo, row: dict[str, Any]) -> None:
    with demo.archive() as archive:
        filed = {one.source.url: one for one in archive.articles.search(limit=1000)}
        (copy,) = [one for url, one in filed.items() if page_path(url) == row["page"]]
        (original,) = [one for url, one in filed.items() if page_path(url) == row["of"]]
        assert copy.copy_of == original.source.article_id


@pytest.mark.parametrize("outcome", ["refused", "failed"])
def test_pages_that_are_no_articles_are_told_apart(demo: Demo, outcome: str) -> None:
    with demo.archive() as archive:
        found = {entry.url: detail for entry, detail in archive.entries.details(outcome)}
    expected = EXPECTED[outcome]
    assert len(found) == len(expected), found
    for row in expected:
        (detail,) = [detail for url, detail in found.items() if row["page"] in url]
        assert row.get("reason", "") in detail


def test_the_screen_shows_the_alert_the_silences_and_the_page(demo: Demo) -> None:
    assert "More than 3,000" in demo.screen or "more than 3,000" in demo.screen
    assert "What stayed silent" in demo.screen
    index = re.search(r"\S+index\.html", demo.screen)
    assert index is not None
    assert Path(index.group()).is_file()


def test_a_second_run_adds_nothing_and_tells_nobody(demo: Demo) -> None:
    with demo.archive() as archive:
        before = archive.content_hash(), archive.snapshot_counts()
    screen = run(demo.folder)
    with demo.archive() as archive:
        assert (archive.content_hash(), archive.snapshot_counts()) == before
    assert "Conflict" not in screen.split("Reading")[1].split("A rule that fires")[0]
