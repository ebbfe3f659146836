"""Accuracy per field of ``find_figures`` on our own sentences.

    python -m benchmarks.figures_gold [--data tests/data/figures_en.toml] [--misses]

The gold says of each figure only what differs from a plain total ("3,000 people"); every other field has its default
(head of the data file), and the default is scored too. Two columns: right among all figures of the gold, and right
among those where gold or reader say something else than the default. A figure not found is wrong in every field.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from benchmarks.figures_gold_fields import FIELDS
from extractors.figures import find_figures
from news.records import Article, Figure

DATA = Path("tests/data/figures_en.toml")


@dataclass(frozen=True, slots=True)
class Case:
    """One snippet with the figures a careful reader finds in it, in text order."""

    article: Article
    figures: tuple[Mapping[str, Any], ...]


@dataclass(slots=True)
class Score:
    """``right``/``all``: per field, over the gold's figures; ``marked_right``/``marked``: those out of the ordinary."""

    right: dict[str, int] = field(default_factory=dict)
    marked_right: dict[str, int] = field(default_factory=dict)
    marked: dict[str, int] = field(default_factory=dict)
    figures: int = 0
    found: int = 0
    surplus: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def accuracy(self, name: str) -> float:
        """Percent of the gold's figures whose field is right."""
        return 100 * self.right[name] / self.figures

    def accuracy_marked(self, name: str) -> float:
        """The same among the figures where gold or reader depart from the default."""
        return 100 * self.marked_right[name] / self.marked[name] if self.marked[name] else 100.0

    @property
    def overall(self) -> float:
        """Percent of all fields of all figures."""
        return sum(self.accuracy(name) for name in self.right) / len(self.right)


def read_cases(path: Path) -> tuple[list[Case], tuple[str, ...]]:
    """The cases of a gold file and the fields that are scored in its language (``figures_uk.toml``: Ukrainian)."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    language = path.stem.rsplit("_", 1)[-1]
    cases = [_case(case, number, data, language) for number, case in enumerate(data["case"])]
    return cases, tuple(data["fields"])


def _case(case: Mapping[str, Any], number: int, data: Mapping[str, Any], language: str) -> Case:
    day: date = case.get("published") or data["published"]
    published = datetime.combine(day, time(12), UTC)
    article = Article(
        article_id=f"A-{number}",
        url=f"https://example.org/{number}",
        outlet="Example",
        title=case.get("title", ""),
        text=case["text"],
        published=published,
        first_seen=published,
        language=language,
    )
    return Case(article, tuple(case["figures"]))


def score(cases: list[Case], fields: tuple[str, ...]) -> Score:
    """Reads every case and compares field by field."""
    result = Score(dict.fromkeys(fields, 0), dict.fromkeys(fields, 0), dict.fromkeys(fields, 0))
    for case in cases:
        found = find_figures(case.article)
        pairs = list(_pairs(case, found))
        told = {id(figure) for _, figure in pairs if figure is not None}
        result.surplus += [f"{f.surface!r} in {case.article.text}" for f in found if id(f) not in told]
        for gold, figure in pairs:
            _count(result, case, gold, figure)
    return result


def _count(result: Score, case: Case, gold: Mapping[str, Any], figure: Figure | None) -> None:
    result.figures += 1
    result.found += figure is not None
    if figure is None:
        result.misses.append(f"found    {gold['surface']!r} in {case.article.text}")
    for name in result.right:
        wanted, told = FIELDS[name].wanted(gold, case.article), FIELDS[name].told(figure) if figure else None
        right = figure is not None and FIELDS[name].same(wanted, told)
        marked = FIELDS[name].is_marked(gold, figure, case.article)
        result.right[name] += right
        result.marked[name] += marked
        result.marked_right[name] += right and marked
        if figure is not None and not right:
            result.misses.append(
                f"{name:12}{gold['surface']!r}: {_plain(told)} for {_plain(wanted)}: {case.article.text}"
            )


def _plain(value: Any) -> str:
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _pairs(case: Case, found: list[Figure]) -> Iterator[tuple[Mapping[str, Any], Figure | None]]:
    """Each figure of the gold with the first free one that overlaps it."""
    at, free = 0, list(found)
    for gold in case.figures:
        start = case.article.text.index(gold["surface"], at)
        end = at = start + len(gold["surface"])
        match = next((figure for figure in free if figure.start < end and start < figure.end), None)
        if match is not None:
            free.remove(match)
        yield gold, match


def table(result: Score) -> str:
    """One line a field: accuracy of all figures, of those out of the ordinary, and how many these are."""
    lines = [f"{'field':12} {'all':>6} {'marked':>7} {'n':>5}"]
    for name in result.right:
        line = f"{name:12} {result.accuracy(name):6.1f} {result.accuracy_marked(name):7.1f} {result.marked[name]:5}"
        lines.append(line)
    found = 100 * result.found / result.figures
    lines.append(f"{'all fields':12} {result.overall:6.1f}")
    lines.append(f"{result.figures} figures, found {found:.1f} %, surplus {len(result.surplus)}")
    return "\n".join(lines)


def main() -> None:
    """Prints the table, with ``--misses`` what was read for what."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not options.data.exists():
        parser.exit(1, f"no data: {options.data}\n")
    result = score(*read_cases(options.data))
    print(table(result))
    if options.misses:
        print("\n".join(["", *sorted(result.misses), "", "surplus", *result.surplus]))


if __name__ == "__main__":
    main()
