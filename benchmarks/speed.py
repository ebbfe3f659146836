"""How fast is an article read? CPU time of one process, whole articles, every sentence counted.

    python -m benchmarks.speed [--data DIR] [--limit N] [--json]

DIR holds ``*.jsonl.gz``, one article a line with its "text" (or "body"). Steps: the one shared parse, who says what,
figures, quotes, names. The first article warms the tables and is not counted. Exit code 1 when reading is slower than
400 sentences a second or 40 ms for an article of mean length, 2 when the data is absent.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from extractors.attribution import find_attributions
from extractors.figures import find_figures
from extractors.names import find_names
from extractors.quotes import find_quotes
from extractors.sentences import parse
from news.records import Article

DEFAULT_DATA = Path("../shared/bench/quotes")
LEAST_SENTENCES = 400  # a second
MOST_MS = 40.0
MEAN_WORDS = 384  # of an article of the BBC news corpus, the length that the bound is meant for
_WHEN = datetime(2024, 3, 5, 12, tzinfo=UTC)


@dataclass(slots=True)
class Tally:
    """Seconds of CPU time by step, and what was read."""

    seconds: dict[str, float] = field(default_factory=dict)
    articles: int = 0
    sentences: int = 0
    words: int = 0
    figures: int = 0
    quotes: int = 0

    def timed(self, step: str, work: Callable[[], Any]) -> Any:
        """Do the work and count its time."""
        begun = time.process_time()
        result = work()
        self.seconds[step] = self.seconds.get(step, 0.0) + time.process_time() - begun
        return result

    def summary(self) -> dict[str, Any]:
        """Rates and costs, for people."""
        total = sum(self.seconds.values())
        shared = self.seconds["attributions"] + self.seconds["quotes"]
        return {
            "articles": self.articles,
            "sentences": self.sentences,
            "words": self.words,
            "figures": self.figures,
            "quotes": self.quotes,
            "ms an article, by step": {
                step: round(1000 * seconds / self.articles, 2) for step, seconds in self.seconds.items()
            },
            "ms an article": round(1000 * total / self.articles, 1),
            f"ms an article of {MEAN_WORDS} words": round(1000 * total / self.words * MEAN_WORDS, 1),
            "sentences a second": round(self.sentences / total),
            "words a second": round(self.words / total),
            "words a second, quotes with the parse": round(self.words / (shared + self.seconds["parse"])),
            "words a second, quotes after a shared parse": round(self.words / shared),
        }


def load_texts(directory: Path) -> Iterator[str]:
    """The articles' texts. Raises FileNotFoundError when there is no file of articles."""
    paths = sorted(directory.glob("*.jsonl.gz"))
    if not paths:
        raise FileNotFoundError(f"no articles (*.jsonl.gz) in {directory}")
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                text = record.get("text") or record.get("body")
                if text:
                    yield text


def run(texts: Iterator[str]) -> Tally:
    """Read all texts as ``extractors.reports.read_report`` does, step by step."""
    tally = Tally()
    for number, text in enumerate(texts):
        article = Article(
            article_id=f"A-{number}", url=f"https://example.org/{number}", outlet="Example", title="", text=text,
            published=_WHEN, first_seen=_WHEN,
        )  # fmt: skip
        _read(tally if number else Tally(), article)
    return tally


def _read(tally: Tally, article: Article) -> None:
    parsed = tally.timed("parse", lambda: parse(article.text, article.language))
    tally.timed("attributions", lambda: find_attributions(parsed, article.title))
    tally.figures += len(tally.timed("figures", lambda: find_figures(article, parsed)))
    tally.quotes += len(tally.timed("quotes", lambda: find_quotes(article, parsed)))
    tally.timed("names", lambda: find_names(article.title, parsed))
    tally.articles += 1
    tally.sentences += len(parsed.sentences)
    tally.words += len(article.text.split())


def is_fast(summary: dict[str, Any]) -> bool:
    """True when both bounds hold."""
    cost = summary[f"ms an article of {MEAN_WORDS} words"]
    return bool(summary["sentences a second"] >= LEAST_SENTENCES and cost <= MOST_MS)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, 1 when too slow, 2 when the data is absent."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.speed", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder of articles (default %(default)s)")
    parser.add_argument("--limit", type=int, default=200, metavar="N", help="articles (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="the table as JSON")
    options = parser.parse_args(arguments)
    try:
        tally = run(islice(load_texts(options.data), options.limit + 1))
    except FileNotFoundError as error:
        print(f"{error}: give their folder with --data", file=sys.stderr)
        return 2
    if not tally.articles:
        print(f"too few articles in {options.data}: the first one is not counted", file=sys.stderr)
        return 2
    summary = tally.summary()
    if options.json:
        print(json.dumps(summary, indent=1))
    else:
        print(*(f"{name}: {value}" for name, value in summary.items()), sep="\n")
    return 0 if is_fast(summary) else 1


if __name__ == "__main__":
    raise SystemExit(main())
