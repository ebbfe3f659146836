"""NewsQuant: news sentences with value, unit, change and referred concepts (``newsquant-*.json``)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.figures_run import Run, Tag, load
from benchmarks.figures_scorers import load_scorer, score_tags
from benchmarks.figures_tags import read_tags

FILES = "newsquant-*.json"
ATTRIBUTES = ["value", "unit", "change", "referred_concepts"]


def runs(data: Path) -> Iterator[Run]:
    """One run a data file."""
    for path in sorted(data.glob(FILES)):
        yield read_file(path, ATTRIBUTES, load_scorer(data, "score.py"))


def read_file(
    path: Path, attributes: list[str], scorer: ModuleType | None, read: Callable[[str], list[Tag]] = read_tags
) -> Run:
    """A file of sentences with gold quantities, read by the product."""
    items = load(path)
    read("Two warm-up sentences cost $2.")
    tags, seconds = timed(read, [item["text"] for item in items])
    return tagged_run(path.stem, "tallywatch", items, tags, seconds, attributes, scorer)


def timed(read: Callable[[str], list[Tag]], texts: list[str]) -> tuple[list[list[Tag]], float]:
    """What a reader finds in each text, and the seconds it took."""
    started = time.process_time()
    found = [read(text) for text in texts]
    return found, time.process_time() - started


def tagged_run(
    stem: str,
    reader: str,
    items: list[dict[str, Any]],
    tags: list[list[Tag]],
    seconds: float,
    attributes: list[str],
    scorer: ModuleType | None,
) -> Run:
    """The predictions of any reader in the scorer's shape, scored when the scorer is there."""
    rows = [
        {"text": item["text"], "gt": item["quantities"], "tags": found} for item, found in zip(items, tags, strict=True)
    ]
    words = sum(len(item["text"].split()) for item in items)
    predictions = {"name": reader, "n": len(items), "secs": seconds, "words": words, "res": rows}
    measures = score_tags(scorer, rows, attributes, reader) if scorer else {}
    notes = () if scorer else ("not scored: score.py does not lie beside the data",)
    return Run(
        stem=stem,
        reader=reader,
        predictions=predictions,
        measures=measures,
        sentences=len(items),
        seconds=seconds,
        notes=notes,
    )
