"""The command that measures figures: absent data, raw predictions, the shape that scorers read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import figures, figures_peers
from benchmarks.figures_run import Run
from benchmarks.figures_tags import read_tags

GOLD = [
    {
        "text": "Wholesale prices rose more than 4%.",
        "quantities": [
            {"value": "4", "normalized_unit": "percentage", "change": ">", "referred_concepts": "Wholesale prices"}
        ],
    },
    {"text": "Nothing was counted.", "quantities": []},
]
#: a scorer that counts gold quantities: enough to see that the one beside the data is asked
SCORER = """
def strict(rows, attributes, averages):
    gold = sum(len(row["gt"]) for row in rows)
    return {"value": (gold, gold, gold)}, gold, gold
paper = strict
"""


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["benchmarks.figures", "--no-peers", *arguments])
    return figures.main()


def folder(path: Path, *, scorer: bool) -> Path:
    (path / "newsquant-mini.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (path / "rtext-mini.json").write_text(json.dumps(GOLD), encoding="utf-8")
    if scorer:
        (path / "score.py").write_text(SCORER, encoding="utf-8")
    return path


def test_absent_data_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "--data", "/nowhere/at/all") == 2
    assert "no benchmark data in /nowhere/at/all" in capsys.readouterr().err


def test_absent_scorer_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = folder(tmp_path, scorer=False)
    assert run(monkeypatch, "--data", str(data), "--only", "newsquant") == 0
    assert "not scored: score.py" in capsys.readouterr().out


def test_the_scorer_beside_the_data_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = folder(tmp_path, scorer=True)
    assert run(monkeypatch, "--data", str(data), "--only", "newsquant", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["measures"]["strict value"] == [1, 1, 1]
    assert (told["set"], told["reader"], told["sentences"]) == ("newsquant-mini", "tallywatch", 2)


def test_predictions_of_one_file_and_of_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, file = folder(tmp_path, scorer=False), tmp_path / "out" / "pred.json"
    run(monkeypatch, "--data", str(data), "--only", "newsquant", "--pred", str(file))
    rows = json.loads(file.read_text(encoding="utf-8"))["res"]
    assert rows[0]["tags"] == [
        {"value": "4", "normalized_unit": "percentage", "change": ">", "referred_concepts": ["Wholesale", "prices"]}
    ]
    assert rows[1] == {"text": "Nothing was counted.", "gt": [], "tags": []}
    run(monkeypatch, "--data", str(data), "--pred", str(file))
    assert sorted(path.name for path in file.parent.iterdir()) == [
        "pred-newsquant-mini.json",
        "pred-rtext-mini.json",
        "pred.json",
    ]


def environment(cache: Path, peer: str, script: str) -> None:
    """An installed peer whose interpreter is a shell script."""
    python = cache / peer / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    python.chmod(0o755)
    (cache / peer / "complete").touch()


def test_a_peer_is_scored_and_one_that_fails_is_one_line(tmp_path: Path) -> None:
    data, cache = folder(tmp_path, scorer=True), tmp_path / "peers"
    told = {"tags": [[{"value": 4, "normalized_unit": "percentage"}], []], "seconds": 0.5, "attributes": ["value"]}
    environment(cache, "quantulum3", f"cat > /dev/null; echo '{json.dumps(told)}'")
    environment(cache, "cqe", "echo no such model >&2; exit 1")
    run, failed = list(figures_peers.runs(data, {"newsquant-*.json": ["value", "unit"]}, cache))
    assert isinstance(run, Run)
    assert (run.reader, run.speed, run.measures["strict value"]) == ("quantulum3", 4.0, (1, 1, 1))
    assert failed == "CQE: not run: no such model"


# sentence -> value, unit, change of its only tag
TAGS = [
    ("Rents fell from 900 to 850 euros.", ["900", "850"], "euro", "="),
    ("Dozens of boats sank.", ["12", "120"], "boat", "="),
    ("Nearly 80 boats sank.", "80", "boat", "~"),
    ("Just under 80 boats sank.", "80", "boat", "<"),
    ("A 60-year-old sailor drowned.", "60", "year of age", "="),
    ("The fleet grew by 40 boats.", "40", "boat", "up"),
]


@pytest.mark.parametrize(("text", "value", "unit", "change"), TAGS)
def test_conventions_of_the_sets(text: str, value: str | list[str], unit: str, change: str) -> None:
    (tag,) = read_tags(text)
    assert (tag["value"], tag["normalized_unit"], tag["change"]) == (value, unit, change)
