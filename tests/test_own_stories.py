"""Twenty stories of our own, of kinds that the demo has not: read and judged by the real journey, with floors.

A floor is what was reached when it was set; it is raised with the next good change and never lowered to pass one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.bundle_scores import Tally, is_contradiction, quiet_reports, tally_rows
from benchmarks.bundles import Bundle, load_bundles
from benchmarks.contradictions import TRACKS

DATA = Path(__file__).parent / "data"
STORIES = DATA / "stories"
#: measured, never read while mending
UNSEEN = DATA / "unseen_stories"


@pytest.fixture(scope="module")
def bundles() -> list[Bundle]:
    return load_bundles(STORIES)


def tally(bundles: list[Bundle], track: str) -> Tally:
    return tally_rows(bundles, [row for bundle in bundles for row in TRACKS[track](bundle)])


@pytest.mark.parametrize(("folder", "count"), [(STORIES, 20), (UNSEEN, 12)], ids=["stories", "unseen"])
def test_stories_are_whole(folder: Path, count: int) -> None:
    bundles = load_bundles(folder)
    assert len(bundles) == count
    for bundle in bundles:
        figures = bundle.figures()
        assert len(figures) == sum(len(report["figures"]) for report in bundle.reports), bundle.story
        for report, figure in figures.values():
            assert report["text"][figure["start"] : figure["end"]] == figure["surface"], figure["id"]
        for pair in bundle.pairs:
            assert pair["a"] in figures and pair["b"] in figures and pair["why"], bundle.story
        assert any(is_contradiction(pair) for pair in bundle.pairs), bundle.story


def test_judgement_on_gold_records(bundles: list[Bundle]) -> None:
    found = tally(bundles, "A")
    assert found.precision >= 0.94 and found.recall >= 0.78, found


def test_judgement_on_gold_records_of_unseen_stories() -> None:
    found = tally(load_bundles(UNSEEN), "A")
    assert found.precision >= 0.86 and found.recall >= 0.71, found


def test_judgement_on_texts(bundles: list[Bundle]) -> None:
    found = tally(bundles, "B")
    assert found.precision >= 0.8 and found.recall >= 0.43, found


def test_alerts(bundles: list[Bundle]) -> None:
    found = tally(bundles, "C")
    assert sum(len(quiet_reports(bundle)) for bundle in bundles) >= 17
    assert found.false <= 2 and found.found >= 10, found
