"""What does one new article cost when the archive is large? The same article judged against archives of several sizes.

    python -m benchmarks.scale [--sizes 10000,1000000] [--repeats N] [--json]

Sizes are figures, each a multiple of the smallest; the archives are generated (``scale_archive``) in a temporary
folder. Four articles: of today and, backfilled, of the archive's middle; of a followed story and of none, told by its
named entities. Their steps are timed in turns over the archives, and the medians compared, so that a busy machine
troubles all sizes alike. Exit code 1 when judging costs more than 1.5 times what it costs at the smallest size, or more
than 20 ms a figure.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.scale_archive import FIGURES, LAST_DAY, STORIES, copy_back, days_of, fill, report_of
from flows.pipeline import ReadPage, Rules, file_page
from news.conflicts import judge_report
from news.identity import shingles
from news.records import Entry, Report
from news.watches import Watch
from storage import Archive, open_archive

MOST_TIMES = 1.5
MOST_MS_A_FIGURE = 20.0
_STORY = 1
CASES = ("new, story", "new, names", "backfilled, story", "backfilled, names")
Steps = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sized:
    """One archive. ``stretch``: figures of the smallest one, of which this is a multiple."""

    archive: Archive
    figures: int
    stretch: int

    def report(self, case: str, number: int) -> Report:
        """A report that the archive has not seen, in the story that was alive then."""
        back = 0.0 if case.startswith("new") else days_of(self.figures) / 2
        age = int(back / days_of(self.stretch)) if self.figures > self.stretch else 0
        published = datetime.combine(LAST_DAY, datetime.min.time(), tzinfo=UTC) - timedelta(days=back, minutes=5)
        story = _STORY if case.endswith("story") else _STORY + STORIES
        return report_of(f"{case} {number}", story, age, published)

    def story(self, report: Report) -> str:
        """The story of the report as it is called at its time."""
        return report.article.title.partition(":")[0].replace(" ", "/")


def measure(sized: Sized, case: str, number: int) -> Steps:
    """Milliseconds of each step of judging one article, and of filing it as a whole."""
    report = sized.report(case, number)
    story = sized.story(report) if case.endswith("story") else ""
    marks = shingles(report.article.text)
    day = report.article.published.date()
    steps: Steps = {}
    rules = Rules(watches=(Watch(name=story, title=story),) if story else ())
    archive = sized.archive
    filed = _timed(steps, "file", lambda: file_page(archive, _page(report), rules, report.article.published))
    assert filed.outcome == "filed", filed  # noqa: S101 - a benchmark that measures something else is worthless
    article_id = report.article.article_id
    _timed(steps, "copy?", lambda: archive.near.candidates(marks, day=day, article_id=article_id))
    claims = _timed(steps, "own", lambda: archive.claims.of_article(article_id))
    recalled = _timed(steps, "recall", lambda: archive.claims.about(report, story=story))
    _timed(steps, "judge", lambda: judge_report(claims, recalled))
    steps["recalled"] = len(recalled)
    steps["judging"] = sum(steps[name] for name in ("copy?", "own", "recall", "judge"))
    return steps


def _timed(steps: Steps, name: str, work: Callable[[], Any]) -> Any:
    begun = time.process_time()
    result = work()
    steps[name] = (time.process_time() - begun) * 1000
    return result


def _page(report: Report) -> ReadPage:
    article = report.article
    entry = Entry(
        feed_url="scale:feed", guid=article.url, url=article.url, title=article.title, outlet=article.outlet,
        published=article.published,
    )  # fmt: skip
    return ReadPage(entry=entry, outcome=report)


def run(sizes: list[int], repeats: int) -> dict[str, Any]:
    """Medians in ms by case, step and size, and how many times the smallest size's cost the largest's is."""
    times: dict[str, dict[str, dict[int, list[float]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        opened: dict[int, float] = {}
        archives: list[Sized] = []
        for size, path in _files(folder, sizes):
            begun = time.process_time()
            archives.append(Sized(stack.enter_context(open_archive(path)), size, sizes[0]))
            opened[size] = (time.process_time() - begun) * 1000
        for number in range(repeats + 1):
            for case in CASES:
                for sized in archives:
                    for step, value in measure(sized, case, number).items():
                        if number:  # the first round warms the caches
                            times[case][step][sized.figures].append(value)
    medians = {
        case: {step: {size: statistics.median(v) for size, v in by_size.items()} for step, by_size in steps.items()}
        for case, steps in times.items()
    }
    return {"open": opened, "medians": medians, "summary": _summary(medians, sizes)}


def _files(folder: Path, sizes: list[int]) -> Iterator[tuple[int, Path]]:
    """The generated archives, smallest first: the larger ones grow from copies of the first."""
    first = folder / f"{sizes[0]}.duckdb"
    with open_archive(first) as archive:
        fill(archive, sizes[0])
    for size in sizes:
        path = folder / f"{size}.duckdb"
        if size > sizes[0]:
            shutil.copy(first, path)
            with open_archive(path) as archive:
                copy_back(archive, size // sizes[0] - 1)
        yield size, path


def _summary(medians: dict[str, dict[str, dict[int, float]]], sizes: list[int]) -> dict[str, dict[str, float]]:
    return {
        case: {
            "times": round(steps["judging"][sizes[-1]] / steps["judging"][sizes[0]], 2),
            "ms a figure": round(steps["judging"][sizes[-1]] / FIGURES, 1),
            "times, filing": round(steps["file"][sizes[-1]] / steps["file"][sizes[0]], 2),
        }
        for case, steps in medians.items()
    }


def is_kept(summary: dict[str, dict[str, float]]) -> bool:
    """True when every case stays within what is promised."""
    return all(row["times"] <= MOST_TIMES and row["ms a figure"] <= MOST_MS_A_FIGURE for row in summary.values())


def _print(result: dict[str, Any], sizes: list[int]) -> None:
    print("ms" + "".join(f"{size:>12,}" for size in sizes))
    print("open the file  " + "".join(f"{result['open'][size]:>12.1f}" for size in sizes))
    for case, steps in result["medians"].items():
        print(f"{case}: {result['summary'][case]}")
        for step, by_size in steps.items():
            print(f"  {step:12}" + "".join(f"{by_size[size]:>12.1f}" for size in sizes))


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, 1 when a promise is broken."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.scale", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="10000,1000000", help="figures, smallest first (default %(default)s)")
    parser.add_argument("--repeats", type=int, default=7, help="timed rounds (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="the table as JSON")
    options = parser.parse_args(arguments)
    sizes = sorted(int(size) for size in options.sizes.split(","))
    if any(size % sizes[0] for size in sizes):
        parser.error("every size must be a multiple of the smallest")
    result = run(sizes, options.repeats)
    if options.json:
        print(json.dumps(result, indent=1))
    else:
        _print(result, sizes)
    return 0 if is_kept(result["summary"]) else 1


if __name__ == "__main__":
    raise SystemExit(main())
