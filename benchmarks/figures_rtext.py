"""R-Text: sentences of currencies, dimensions, temperatures and ages with value and unit (``rtext-*.json``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures_newsquant import read_file
from benchmarks.figures_run import Run
from benchmarks.figures_scorers import load_scorer

FILES = "rtext-*.json"
ATTRIBUTES = ["value", "unit"]


def runs(data: Path) -> Iterator[Run]:
    """One run a data file."""
    for path in sorted(data.glob(FILES)):
        yield read_file(path, ATTRIBUTES, load_scorer(data, "score.py"))
