"""How well ``find_figures`` reads short reports whose figures are known.

    python -m benchmarks.figures_bundles --data DIR [--misses]

DIR holds ``*.json`` bundles (tag ``contradiction-bundle/1``). Printed: share of gold figures found (overlapping span),
of those the share with right bounds and hedge, role, polarity, as-of date (within 3 days) and speaker (a shared word),
and the pairwise F1 of "two figures of a story measure the same thing" by a plain key of unit, class, statuses,
restrictors, subjects and window. The key stands in for the judgement, which is milder; use it to see drift.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

from extractors.figures import find_figures
from news.records import Article, Figure

_STOP = frozenset(["the", "of", "and", "a", "an", "s", "u", "official", "officials", "senior", "via", "citing"])
_BASES = {"worker": "job", "customer": "account", "percent": "share"}


def _articles(bundle: dict[str, Any]) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    for report in bundle["reports"]:
        published = datetime.fromisoformat(report["published"]).replace(tzinfo=UTC, hour=12)
        yield (
            Article(
                article_id=f"{bundle['story']}/{report['id']}",
                url=report["url"],
                outlet=report["outlet"],
                title=report.get("title", ""),
                text=report["text"],
                published=published,
                first_seen=published,
            ),
            report["figures"],
        )


def _near(a: Decimal | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is None and b is None
    return abs(float(a) - b) <= 0.03 * abs(b) + 1e-9


def _value_right(figure: Figure, gold: dict[str, Any]) -> bool:
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


def _speaker_right(figure: Figure, gold: dict[str, Any]) -> bool:
    said = _words(f"{figure.attribution.said_by} {figure.attribution.via}")
    if gold["attribution"] == "unattributed":
        return not said
    return bool(said & _words(gold["attribution"]))


def _key(figure: Figure) -> tuple[object, ...]:
    unit = _BASES.get(figure.counted_class, _BASES.get(figure.unit, figure.unit))
    window = (figure.period.start, figure.period.end) if figure.period.is_window else ()
    return unit, figure.statuses, figure.restrictors, figure.subjects, window


def measure(directory: Path, *, misses: bool = False) -> None:
    """Print the measures for all bundles of ``directory``."""
    right: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    surplus = 0
    for path in sorted(directory.glob("*.json")):
        bundle = json.loads(path.read_text(encoding="utf-8"))
        told: list[tuple[str, Figure]] = []
        for article, golds in _articles(bundle):
            figures = find_figures(article)
            for gold in golds:
                right["gold"] += 1
                figure = next((f for f in figures if f.start < gold["end"] and gold["start"] < f.end), None)
                if figure is None:
                    _miss(misses, "found", article, gold, "")
                    continue
                figures.remove(figure)
                told.append((gold["quantity"], figure))
                checks = {
                    "found": True,
                    "value": _value_right(figure, gold),
                    "role": figure.role.value == gold["role"],
                    "polarity": figure.polarity.value == gold["polarity"],
                    "as_of": abs((figure.as_of - date.fromisoformat(gold["as_of"])).days) <= 3,
                    "speaker": _speaker_right(figure, gold),
                }
                for name, good in checks.items():
                    right[name] += good
                    if not good:
                        shown = (
                            f"{figure.value.low}..{figure.value.high} {figure.value.hedge} {figure.role} {figure.as_of}"
                        )
                        _miss(misses, name, article, gold, f"{shown} {figure.attribution.said_by}")
            surplus += len(figures)
        for (cell, one), (other_cell, other) in combinations(told, 2):
            same, guessed = cell == other_cell, _key(one) == _key(other)
            pairs["tp"] += same and guessed
            pairs["fp"] += guessed and not same
            pairs["fn"] += same and not guessed
    for name in ("found", "value", "role", "polarity", "as_of", "speaker"):
        base = right["gold"] if name == "found" else right["found"]
        print(f"{name:10}{right[name]:5}/{base:<5}{100 * right[name] / max(base, 1):6.1f} %")
    print(f"surplus   {surplus:5}       figures without gold (many are true asides)")
    precision, recall = (pairs["tp"] / max(pairs["tp"] + pairs[kind], 1) for kind in ("fp", "fn"))
    print(
        f"same cell  P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}"
    )


def _miss(show: bool, name: str, article: Article, gold: dict[str, Any], got: str) -> None:
    if show:
        want = f"{gold['low']}..{gold['high']} {gold['hedge']} {gold['role']} {gold['as_of']} {gold['attribution']}"
        print(f"  {name:8} {article.article_id} {gold['surface']!r}: want {want}; got {got}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="directory of bundles")
    parser.add_argument("--misses", action="store_true", help="list every miss")
    arguments = parser.parse_args()
    measure(arguments.data, misses=arguments.misses)


if __name__ == "__main__":
    main()
