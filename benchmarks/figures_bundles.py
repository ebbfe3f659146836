"""Short reports whose figures are known: contradiction bundles, ``../contradictions/dev`` beside the data.

Measured: share of gold figures found (overlapping span); of those the share with right bounds and hedge, role,
polarity, as-of date (within 3 days) and speaker (a shared word); and the pairwise F1 of "two figures of a story measure
the same thing", once by a plain key of the record's fields and once by the comparison that the judgement makes.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.bundles import Bundle, article_of, load_bundles, source_of
from benchmarks.figures_run import Run
from extractors.figures import find_figures
from news.comparability import compare
from news.fields import Comparability
from news.records import Claim, Figure

BESIDE = Path("../contradictions/dev")
_STOP = frozenset(["the", "of", "and", "a", "an", "s", "u", "official", "officials", "senior", "via", "citing"])
_BASES = {"worker": "job", "customer": "account", "percent": "share"}
_FIELDS = ("found", "value", "role", "polarity", "as_of", "speaker")
Gold = dict[str, Any]


def runs(data: Path) -> Iterator[Run]:
    """One run over all bundles; none when there are no bundles beside the data."""
    directory = data / BESIDE if (data / BESIDE).is_dir() else data.parent / "contradictions" / "dev"
    try:
        bundles = load_bundles(directory)
    except FileNotFoundError:
        return
    tally = _Tally()
    started = time.process_time()
    for bundle in bundles:
        tally.add(bundle)
    yield Run(
        stem="bundles",
        reader="tallywatch",
        predictions=tally.rows,
        measures=tally.measures(),
        sentences=sum(report["text"].count(". ") + 1 for bundle in bundles for report in bundle.reports),
        seconds=time.process_time() - started,
    )


class _Tally:
    """What was right so far. ``rows``: one line a gold figure, with the fields that were wrong."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.pairs = {"plain key": Counter[str](), "judgement": Counter[str]()}
        self.rows: list[dict[str, Any]] = []
        self.surplus = 0

    def add(self, bundle: Bundle) -> None:
        told: list[tuple[str, Claim]] = []
        for report in bundle.reports:
            figures = find_figures(article_of(bundle, report))
            source = source_of(bundle, report)
            for gold in report["figures"]:
                figure = self._found(bundle.story, gold, figures)
                if figure is not None:
                    told.append((gold["quantity"], Claim(figure=figure, source=source, sentence="")))
            self.surplus += len(figures)
        for (cell, one), (other_cell, other) in combinations(told, 2):
            same = cell == other_cell
            self._pair("plain key", same, _key(one.figure) == _key(other.figure))
            self._pair("judgement", same, compare(one, other).kind is Comparability.SAME)

    def _found(self, story: str, gold: Gold, figures: list[Figure]) -> Figure | None:
        """The figure at the gold span, taken from the list, its fields counted."""
        self.right["gold"] += 1
        figure = next((f for f in figures if f.start < gold["end"] and gold["start"] < f.end), None)
        row = {"story": story, "id": gold["id"], "surface": gold["surface"]}
        if figure is None:
            self.rows.append(row | {"wrong": ["found"], "gold": _gold_shown(gold), "got": ""})
            return None
        figures.remove(figure)
        checks = {
            "found": True,
            "value": _value_right(figure, gold),
            "role": figure.role.value == gold["role"],
            "polarity": figure.polarity.value == gold["polarity"],
            "as_of": abs((figure.as_of - date.fromisoformat(gold["as_of"])).days) <= 3,
            "speaker": _speaker_right(figure, gold),
        }
        self.right.update(name for name, good in checks.items() if good)
        wrong = [name for name, good in checks.items() if not good]
        self.rows.append(row | {"wrong": wrong, "gold": _gold_shown(gold), "got": _shown(figure)})
        return figure

    def _pair(self, key: str, same: bool, guessed: bool) -> None:
        kind = "tp" if same and guessed else "fp" if guessed else "fn" if same else "tn"
        self.pairs[key][kind] += 1

    def measures(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in _FIELDS:
            base = self.right["gold"] if name == "found" else self.right["found"]
            found[name] = f"{100 * self.right[name] / max(base, 1):.1f} % of {base}"
        found["surplus (many true asides)"] = self.surplus
        for name, pairs in self.pairs.items():
            precision, recall = (100 * pairs["tp"] / max(pairs["tp"] + pairs[kind], 1) for kind in ("fp", "fn"))
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            found[f"same cell, {name}"] = (round(precision, 1), round(recall, 1), round(f1, 1))
        return found


def _gold_shown(gold: Gold) -> str:
    return f"{gold['low']}..{gold['high']} {gold['hedge']} {gold['role']} {gold['as_of']} {gold['attribution']}"


def _shown(figure: Figure) -> str:
    value = figure.value
    said = figure.attribution.said_by
    return f"{value.low}..{value.high} {value.hedge.value} {figure.role.value} {figure.as_of} {said}"


def _near(a: Decimal | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is None and b is None
    return abs(float(a) - b) <= 0.03 * abs(b) + 1e-9


def _value_right(figure: Figure, gold: Gold) -> bool:
    low, high = gold["low"], gold["high"]
    value = figure.value
    same = _near(value.low, low) and _near(value.high, high)
    if gold["unit"] in ("share", "percent") and not same:
        hundred = Decimal(100)
        scaled = [v / hundred if v is not None else None for v in (value.low, value.high)]
        same = _near(scaled[0], low) and _near(scaled[1], high)
    hedge = value.hedge.value
    return same and (hedge == gold["hedge"] or {hedge, gold["hedge"]} == {"exact", "approx"})


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if word not in _STOP}


def _speaker_right(figure: Figure, gold: Gold) -> bool:
    said = _words(f"{figure.attribution.said_by} {figure.attribution.via}")
    if gold["attribution"] == "unattributed":
        return not said
    return bool(said & _words(gold["attribution"]))


def _key(figure: Figure) -> tuple[object, ...]:
    unit = _BASES.get(figure.counted_class, _BASES.get(figure.unit, figure.unit))
    window = (figure.period.start, figure.period.end) if figure.period.is_window else ()
    return unit, figure.statuses, figure.restrictors, figure.subjects, window
