"""Does a cumulative daily series stay quiet? Each rise must be an update, each fall a revision down; only a fall above
the policy's threshold may alert, and only once.

    python -m benchmarks.series [--data DIR] [--days N] [--pred FILE] [--json]

DIR holds ``*.json``: lists of rows, one a day, {"date": "2022-02-25", "tank": 80, ...}, one column a counted thing
(files whose name ends in "correction" are left out). The rows of a day are one report by one speaker and go through the
real filing, recall, judgement and conflict memory. Values are taken as exact. ``--days``: the last N days only;
``--pred``: one line a step. Exit code 1 when anything is not as it must be, 2 when the data is absent.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from flows.pipeline import ReadPage, Rules, file_page
from news.contradictions import judge
from news.identity import article_id
from news.periods import Period, PeriodKind
from news.policy import DEFAULT
from news.records import Article, Attribution, Claim, Entry, Figure, Level, Relation, Report, Source, Value
from news.watches import Watch
from storage import open_archive

DEFAULT_DATA = Path("../shared/bench/contradictions/series")
LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
_STORY = "losses"
_SPEAKER = Attribution(said_by="the general staff of Ukraine's armed forces", country="ukraine")
_NO_COLUMNS = {"date", "day"}
#: columns whose thing is a class of its own name are not listed
_CLASSES = {"personnel": "soldier", "naval ship": "ship", "cruise missiles": "missile", "POW": "prisoner"}
Day = dict[str, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One column from one day to the next. ``expected``/``actual``: rise, same, fall or what the judge says instead;
    ``alerts``: must the fall be told."""

    column: str
    day: date
    before: int
    after: int
    actual: Relation
    level: Level

    @property
    def expected(self) -> str:
        """What the numbers say."""
        if self.after == self.before:
            return "same"
        return "update" if self.after > self.before else "revision_down"

    @property
    def told(self) -> bool:
        """True when the fall is large enough for an alert, by the documented rule: 5 % or 10 units."""
        fall = Decimal(self.before - self.after)
        return fall > 0 and (fall >= DEFAULT.fall_units or self.before >= DEFAULT.fall_ratio * self.after)

    @property
    def right(self) -> bool:
        """The relation is the expected one, and the level is alert exactly when it must be."""
        relation = self.actual.group if self.expected == "same" else self.actual.value
        return relation == self.expected and (self.level is Level.ALERT) == self.told


@dataclass(slots=True)
class Outcome:
    """``alerts``: (column, day of the later value, relation) of every alert that was raised."""

    steps: list[Step]
    alerts: list[tuple[str, str, str]]

    @property
    def owed(self) -> list[tuple[str, str, str]]:
        """The alerts that must come."""
        return sorted((step.column, str(step.day), step.expected) for step in self.steps if step.told)

    @property
    def exact(self) -> bool:
        """Every step right, and the alerts those that are owed, each once."""
        return all(step.right for step in self.steps) and sorted(self.alerts) == self.owed


def load_days(directory: Path) -> dict[date, Day]:
    """Column -> number for each day. Raises FileNotFoundError when there is no series."""
    days: dict[date, Day] = {}
    for path in sorted(directory.glob("*.json")):
        rows = [] if path.stem.endswith("correction") else json.loads(path.read_text(encoding="utf-8"))
        for row in rows:
            numbers = {name: int(value) for name, value in row.items() if _is_number(name, value)}
            days.setdefault(date.fromisoformat(row["date"]), {}).update(numbers)
    if not days:
        raise FileNotFoundError(f"no series in {directory}")
    return dict(sorted(days.items()))


def _is_number(name: str, value: Any) -> bool:
    return name not in _NO_COLUMNS and isinstance(value, int | float) and value == value  # NaN is no number


def run(days: dict[date, Day]) -> Outcome:
    """File the days in order and judge every step."""
    rules = Rules(watches=(Watch(name=_STORY, title=_STORY),), alert_from=LONG_AGO)
    alerts: list[tuple[str, str, str]] = []
    with open_archive() as archive:
        for day, numbers in days.items():
            report = report_of(day, numbers)
            filed = file_page(archive, page_of(report), rules, report.article.published)
            for alert in filed.alerts:
                later, relation = alert.conflict.later.figure, alert.conflict.verdict.relation
                alerts.append((later.counted, str(later.as_of), relation.value))
    return Outcome(list(_steps(days)), alerts)


def _steps(days: dict[date, Day]) -> Iterator[Step]:
    for (day, numbers), (following, more) in pairwise(days.items()):
        earlier, later = (_claims(report_of(*one)) for one in ((day, numbers), (following, more)))
        for column in sorted(earlier.keys() & later.keys()):
            verdict = judge(earlier[column], later[column])
            yield Step(column, following, numbers[column], more[column], verdict.relation, verdict.level)


def report_of(day: date, numbers: Day) -> Report:
    """The day's report: one sentence a column."""
    url = f"https://staff.example/losses/{day}"
    at = datetime.combine(day, time(6), tzinfo=UTC)
    lines = [f"Losses told on {day}."]
    lines += [f"Russia has lost {number} {column} so far." for column, number in numbers.items()]
    article = Article(
        article_id=article_id(url), url=url, outlet="General Staff", title=f"Losses on {day}", text="\n".join(lines),
        published=at, first_seen=at,
    )  # fmt: skip
    figures: list[Figure] = []
    start = len(lines[0]) + 1
    for (column, number), line in zip(numbers.items(), lines[1:], strict=True):
        figures.append(_figure(article, day, column, number, start, line))
        start += len(line) + 1
    return Report(article=article, figures=tuple(figures), quotes=(), names=frozenset({"russia", "ukraine"}))


def _figure(article: Article, day: date, column: str, number: int, start: int, line: str) -> Figure:
    amount, surface = Decimal(number), str(number)
    at = start + line.index(surface)
    soldiers = column == "personnel"
    name = _CLASSES.get(column, column)
    return Figure(
        figure_id=f"F-{column}-{day}",
        article_id=article.article_id,
        start=at,
        end=at + len(surface),
        surface=surface,
        sentence_start=start,
        sentence_end=start + len(line),
        value=Value(low=amount, high=amount, soft_low=amount, soft_high=amount),
        unit="person" if soldiers else name,
        counted=column,
        counted_class=name,
        restrictors=("russian",),
        statuses=frozenset({"killed", "wounded"}) if soldiers else frozenset({"lost"}),
        predicate="lost",
        place="Ukraine",
        place_chain=("ukraine",),
        period=Period(kind=PeriodKind.AS_OF, end=day),
        as_of=day,
        attribution=_SPEAKER,
    )


def _claims(report: Report) -> dict[str, Claim]:
    article = report.article
    source = Source(
        article_id=article.article_id, version=1, url=article.url, outlet=article.outlet, title=article.title,
        published=article.published, first_seen=article.first_seen, origin=article.article_id, story=_STORY,
    )  # fmt: skip
    return {figure.counted: Claim(figure=figure, source=source, sentence="") for figure in report.figures}


def page_of(report: Report) -> ReadPage:
    """The report as a page that was just read."""
    article = report.article
    entry = Entry(
        feed_url="series:losses", guid=article.url, url=article.url, title=article.title, outlet=article.outlet,
        published=article.published,
    )  # fmt: skip
    return ReadPage(entry=entry, outcome=report)


def _table(outcome: Outcome) -> dict[str, Any]:
    pairs = Counter((step.expected, step.actual.value, step.level.value) for step in outcome.steps)
    return {
        "steps": len(outcome.steps),
        "falls": sum(step.expected == "revision_down" for step in outcome.steps),
        "by expected, actual and level": {" -> ".join(names): count for names, count in sorted(pairs.items())},
        "wrong steps": [_line(step) for step in outcome.steps if not step.right][:20],
        "alerts owed": outcome.owed,
        "alerts raised": sorted(outcome.alerts),
        "exact": outcome.exact,
    }


def _line(step: Step) -> dict[str, Any]:
    return {
        "column": step.column,
        "day": str(step.day),
        "before": step.before,
        "after": step.after,
        "expected": step.expected,
        "relation": step.actual.value,
        "level": step.level.value,
    }


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, 1 when something is not as it must be, 2 when the data is absent."""
    options = _options(arguments)
    try:
        days = load_days(options.data)
    except FileNotFoundError as error:
        print(f"{error}: give its folder with --data", file=sys.stderr)
        return 2
    outcome = run(dict(list(days.items())[-options.days :]))
    if options.pred:
        options.pred.write_text("".join(json.dumps(_line(step)) + "\n" for step in outcome.steps), encoding="utf-8")
    table = _table(outcome)
    if options.json:
        print(json.dumps(table, indent=1))
    else:
        for name, value in table.items():
            rows = [f"{key}: {count}" for key, count in value.items()] if isinstance(value, dict) else value
            print(f"{name}:", *rows, sep="\n  ") if isinstance(rows, list) else print(f"{name}: {rows}")
    return 0 if outcome.exact else 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.series", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder of series (default %(default)s)")
    parser.add_argument("--days", type=int, default=0, metavar="N", help="the last N days only (default: all)")
    parser.add_argument("--pred", type=Path, help="write one line a step to this file")
    parser.add_argument("--no-peers", action="store_true", help="accepted for symmetry: there are no peers to run")
    parser.add_argument("--json", action="store_true", help="the table as JSON")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
