"""The benchmark of reading speed on articles of our own: what it counts, not how long it takes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.speed import LEAST_SENTENCES, MEAN_WORDS, MOST_MS, is_fast, main

TEXT = (
    "At least 12 people were killed in the floods, the fire service said on Monday. The river has risen.\n"
    "“We lost 40 homes,” said the mayor, Ana Sol. Schools stay closed."
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "own.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": TEXT}) + "\n" for _ in range(3))
        file.write(json.dumps({"text": None, "body": TEXT}) + "\n")
        file.write(json.dumps({"text": ""}) + "\n")
    return tmp_path


def test_everything_that_is_read_is_counted(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "--json"]) in (0, 1)
    summary = json.loads(capsys.readouterr().out)
    assert (summary["articles"], summary["sentences"]) == (3, 12)
    assert summary["words"] == 3 * len(TEXT.split())
    assert (summary["figures"], summary["quotes"] >= 6) == (6, True)
    assert set(summary["ms an article, by step"]) == {"parse", "attributions", "figures", "quotes", "names"}


def test_both_bounds_are_kept() -> None:
    length = f"ms an article of {MEAN_WORDS} words"
    assert is_fast({"sentences a second": LEAST_SENTENCES, length: MOST_MS})
    assert not is_fast({"sentences a second": LEAST_SENTENCES - 1, length: MOST_MS})
    assert not is_fast({"sentences a second": LEAST_SENTENCES, length: MOST_MS + 1})


def test_absent_data_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path)]) == 2
    assert "no articles" in capsys.readouterr().err
