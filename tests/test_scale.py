"""The benchmark of scale on archives of a few hundred figures."""

from __future__ import annotations

import json

import pytest

from benchmarks.scale import CASES, is_kept, main
from benchmarks.scale_archive import LIFE, copy_back, fill, report_of, story_name
from storage import open_archive


def test_older_stretches_lie_before_the_filed_one() -> None:
    with open_archive() as archive:
        fill(archive, 200)
        copy_back(archive, LIFE)
        _, rows = archive.query(
            "SELECT count(*), count(DISTINCT figure_id), count(DISTINCT published::DATE), max(version_no) FROM figures"
        )
        assert rows == [(200 * (LIFE + 1), 200 * (LIFE + 1), LIFE + 1, 20 * (LIFE + 1))]
        _, rows = archive.query("SELECT bool_and(day = published::DATE) FROM recall JOIN figures USING (figure_no)")
        assert rows == [(True,)]


def test_a_backfilled_article_recalls_the_story_of_its_time() -> None:
    with open_archive() as archive:
        fill(archive, 200)
        copy_back(archive, LIFE)
        oldest = archive.articles.search(story=story_name(1, LIFE))[-1].source
        report = report_of("late", 1, LIFE, oldest.published)
        recalled = archive.claims.about(report, story=story_name(1, LIFE))
        assert {claim.source.story for claim in recalled} == {story_name(1, LIFE)}
        assert archive.claims.about(report, story="")


def test_the_command_measures_every_case_at_every_size(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sizes", "200,400", "--repeats", "1", "--json"]) in (0, 1)
    result = json.loads(capsys.readouterr().out)
    assert set(result["medians"]) == set(CASES)
    assert set(result["medians"]["new, story"]["judging"]) == {"200", "400"}


def test_a_promise_is_broken_by_one_case() -> None:
    row = {"times": 1.5, "ms a figure": 20.0}
    assert is_kept({"new": row})
    assert not is_kept({"new": row, "old": row | {"times": 1.6}})
    assert not is_kept({"new": row | {"ms a figure": 21.0}})
