"""Number specifications (``specs/*.json``): short inputs and what a reader of numbers must make of them.

Compared by value alone, each gold result and each number used once. Ordinals are read by nobody here and say so.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from benchmarks.figures_run import Run, load
from benchmarks.figures_tags import printed
from extractors.false_friends import FalseFriend
from extractors.numbers import Number, read_numbers
from news.records import Hedge

FOLDER = "specs"
_NO_DIMENSION = ("count", "share", "money", "temperature", "duration")


def runs(data: Path) -> Iterator[Run]:
    """One run a specification."""
    for path in sorted((data / FOLDER).glob("*Model*.json")):
        if not path.stem.startswith("Ordinal"):
            yield _run(path)


def _run(path: Path) -> Run:
    cases = load(path)
    started = time.process_time()
    wanted = _wanted(path.stem)
    found = [_found(case["Input"], wanted) for case in cases]
    seconds = time.process_time() - started
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


def _found(text: str, wanted: Callable[[Number], bool]) -> list[str]:
    values = [printed(number.value, number.kind) for number in read_numbers(text) if wanted(number)]
    return [_plain(value) if isinstance(value, str) else "..".join(map(_plain, value)) for value in values]


def _wanted(stem: str) -> Callable[[Number], bool]:
    """What a specification asks for: every number, ranges and bounds alone, or numbers of one kind of unit."""
    if stem.startswith("NumberRange"):
        return lambda number: number.value.hedge not in (Hedge.EXACT, Hedge.APPROX, Hedge.VAGUE, Hedge.NEARLY)
    if stem.startswith("Percent"):
        return lambda number: number.unit == "percent"
    if stem == "Unit-AgeModel":
        return lambda number: number.friend is FalseFriend.AGE
    dimension = {"Unit-CurrencyModel": "money", "Unit-TemperatureModel": "temperature"}.get(stem)
    if dimension:
        return lambda number: number.dimension == dimension
    if stem == "Unit-DimensionModel":
        return lambda number: number.unit == "degree" or number.dimension not in _NO_DIMENSION
    return lambda number: number.dimension in ("count", "share") and number.unit != "percent"


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
        match = next((other for other in left if _same(value, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def _same(one: str, other: str) -> bool:
    """Equal as printed, or the same number to six digits ("0.666666666666667")."""
    try:
        return one == other or math.isclose(float(one), float(other), rel_tol=1e-6)
    except ValueError:
        return False
