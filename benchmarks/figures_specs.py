"""Number specifications (``specs/*.json``): short inputs and what a reader of numbers must make of them.

Compared by value alone, each gold result and each number used once. Ordinals are read by nobody here and say so.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from benchmarks.figures_run import Run, load
from benchmarks.figures_tags import printed
from extractors.quantities import find_quantities

FOLDER = "specs"


def runs(data: Path) -> Iterator[Run]:
    """One run a specification."""
    for path in sorted((data / FOLDER).glob("*Model*.json")):
        if not path.stem.startswith("Ordinal"):
            yield _run(path)


def _run(path: Path) -> Run:
    cases = load(path)
    started = time.perf_counter()
    found = [_found(case["Input"]) for case in cases]
    seconds = time.perf_counter() - started
    rows = [
        {"Input": case["Input"], "gold": gold_values(case), "found": values}
        for case, values in zip(cases, found, strict=True)
    ]
    hits = sum(_common(row["gold"], row["found"]) for row in rows)
    gold, told = sum(len(row["gold"]) for row in rows), sum(len(row["found"]) for row in rows)
    precision, recall = 100 * hits / max(told, 1), 100 * hits / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Run(
        stem=path.stem,
        reader="tallywatch",
        predictions=rows,
        measures={"value": (round(precision, 1), round(recall, 1), round(f1, 1))},
        sentences=len(cases),
        seconds=seconds,
    )


def _found(text: str) -> list[str]:
    values = [printed(quantity.number.value) for quantity in find_quantities(text)]
    return [_plain(value) if isinstance(value, str) else "..".join(map(_plain, value)) for value in values]


def gold_values(case: dict[str, Any]) -> list[str]:
    """The values of a case: "12", or "10..15" for the interval "(10,15)"."""
    return [_gold(str(result["Resolution"].get("value"))) for result in case["Results"]]


def _gold(value: str) -> str:
    interval = re.fullmatch(r"[(\[](.*),(.*)[)\]]", value)
    if interval:
        return "..".join(_plain(end) if end else "" for end in interval.groups()).strip(".")
    return _plain(value.removesuffix("%"))


def _plain(number: str) -> str:
    try:
        return format(Decimal(number).normalize(), "f")
    except InvalidOperation:
        return number


def _common(gold: list[str], found: list[str]) -> int:
    left = list(found)
    hits = 0
    for value in gold:
        if value in left:
            left.remove(value)
            hits += 1
    return hits
