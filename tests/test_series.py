"""A cumulative series through filing, judgement and conflict memory: rises are updates, only real falls are told."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from benchmarks.series import LONG_AGO, load_days, main, page_of, report_of, run
from flows.pipeline import Rules, file_page
from news.watches import Watch
from storage import open_archive

FIRST = date(2025, 3, 1)
NAMES = frozenset({"russia", "ukraine", "kyiv", "moscow", "general staff"})
#: soldiers fall by 30 (told: 10 units and more); tanks by 1 of 400 (too little); ships by 1 of 5 (told: 5 % and more)
SERIES: dict[str, list[int]] = {
    "personnel": [1000, 1200, 1170, 1180, 1210, 1400],
    "tank": [390, 400, 399, 400, 405, 405],
    "naval ship": [4, 5, 5, 4, 4, 6],
    "drone": [0, 0, 3, 3, 9, 10],
}


def _rows() -> list[dict[str, Any]]:
    days = [FIRST + timedelta(days=day) for day in range(6)]
    return [
        {"date": str(day), "day": number, **{column: values[number] for column, values in SERIES.items()}}
        for number, day in enumerate(days)
    ]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "losses.json").write_text(json.dumps(_rows()), encoding="utf-8")
    (tmp_path / "losses_correction.json").write_text('[{"date": "2025-03-02", "tank": -9}]', encoding="utf-8")
    return tmp_path


def test_only_real_falls_are_told_and_each_once(data: Path) -> None:
    outcome = run(load_days(data))
    assert sorted(outcome.alerts) == [
        ("naval ship", "2025-03-04", "revision_down"),
        ("personnel", "2025-03-03", "revision_down"),
    ]
    assert outcome.exact


def test_every_step_has_its_relation(data: Path) -> None:
    steps = {(step.column, step.day.day): step.actual.value for step in run(load_days(data)).steps}
    assert len(steps) == 20
    assert steps["personnel", 2] == steps["drone", 3] == "update"
    assert steps["tank", 3] == steps["naval ship", 4] == "revision_down"
    assert steps["drone", 2] == steps["naval ship", 5] == "repeat"


def test_watches_may_come_and_go() -> None:
    """An article filed under a watch, contradicted by one without, and then by one under the watch again."""
    watched = Rules(watches=(Watch(name="losses", title="losses"),), alert_from=LONG_AGO)
    unwatched = Rules(alert_from=LONG_AGO)
    told = []
    with open_archive() as archive:
        for day, number, rules in ((5, 500, watched), (0, 900, unwatched), (1, 950, watched), (6, 400, watched)):
            report = replace(report_of(FIRST + timedelta(days=day), {"tank": number}), names=NAMES)
            filed = file_page(archive, page_of(report), rules, report.article.published)
            told += [(alert.conflict.story, str(alert.conflict.later.figure.as_of)) for alert in filed.alerts]
    assert told == [("losses", "2025-03-06")]  # what follows joins it


def test_the_command_writes_a_line_a_step(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    predictions = tmp_path / "steps.jsonl"
    assert main(["--data", str(data), "--days", "3", "--json", "--pred", str(predictions)]) == 0
    assert json.loads(capsys.readouterr().out)["steps"] == 8
    assert len(predictions.read_text().splitlines()) == 8


def test_absent_data_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path)]) == 2
    assert "no series" in capsys.readouterr().err
