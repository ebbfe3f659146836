"""Quotes against an annotated corpus: runs ``find_quotes`` and hands the predictions to the corpus's own scorer.

``python -m benchmarks.quotes --data DIR [--pred FILE] [--no-peers] [--json]``: DIR holds ``polnear-dev.jsonl.gz``,
``edge-cases.json`` and ``score.py``. Nothing is trained; peers are not run here.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.quotes import find_quotes
from news.records import Article, Quote, Span

DEFAULT_DATA = Path("../shared/bench/quotes")
_WHEN = datetime(2020, 1, 1, tzinfo=UTC)


def _article(name: str, text: str, language: str = "en") -> Article:
    return Article(
        article_id=name, url=f"https://example.org/{name}", outlet="Example", title="", text=text, published=_WHEN,
        first_seen=_WHEN, language=language,
    )  # fmt: skip


def _spans(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]


def _row(quote: Quote) -> dict[str, list[list[int]]]:
    return {"source": _spans(quote.source), "cue": _spans(quote.cue), "content": _spans(*quote.content)}


def predict(data: Path) -> Iterator[dict[str, Any]]:
    """One prediction an article, in the scorer's format."""
    with gzip.open(data / "polnear-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield {"id": record["id"], "quotes": [_row(q) for q in find_quotes(_article(record["id"], record["text"]))]}


def _words(text: str) -> set[str]:
    return {word.strip("“”\"'’‘«».,?!—–").lower() for word in text.split()} - {""}


def edge_cases(data: Path) -> tuple[int, int, list[str]]:
    """Hand-made sentences: how many give exactly the expected quotes and speakers, and which do not."""
    cases = json.loads((data / "edge-cases.json").read_text(encoding="utf-8"))
    missed: list[str] = []
    for number, case in enumerate(cases):
        found = find_quotes(_article(str(number), case["text"]))
        good = all(any(_fits(case["text"], quote, wanted) for quote in found) for wanted in case["quotes"])
        stray = any(part in quote.text for part in case["no_quote"] for quote in found)
        via = not case["via"] or any(_names(quote, case["via"]) for quote in found)
        if not good or stray or not via:
            missed.append(f"{case['kind']}: {case['text'][:70]}")
    return len(cases) - len(missed), len(cases), missed


def _names(quote: Quote, via: str) -> bool:
    return via.lower() in (quote.attribution.via.lower(), quote.attribution.said_by.lower())


def _fits(text: str, quote: Quote, wanted: dict[str, str]) -> bool:
    expected, got = _words(wanted["content"]), _words(quote.text)
    source = text[quote.source.start : quote.source.end] if quote.source else ""
    overlap = len(expected & got) / max(1, len(expected | got))
    return overlap >= 0.8 and (_words(wanted["source"]) <= _words(source) if wanted["source"] else not source)


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("quotes_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--pred", type=Path, help="write the predictions there")
    parser.add_argument("--no-peers", action="store_true", help="accepted for symmetry: peers are never run here")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / "score.py").exists():
        print(f"no benchmark data in {options.data}: give its folder with --data", file=sys.stderr)
        raise SystemExit(2)
    started = time.perf_counter()
    rows = list(predict(options.data))
    seconds = time.perf_counter() - started
    if options.pred:
        options.pred.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    scorer = _scorer(options.data / "score.py")
    gold = scorer.load(options.data / "polnear-dev.jsonl.gz")
    predicted = {row["id"]: row["quotes"] for row in rows}
    words = sum(len(record["text"].split()) for record in gold)
    good, total, missed = edge_cases(options.data)
    if options.json:
        result = {
            "all": scorer.score(gold, predicted),
            "verbatim": scorer.score_verbatim(gold, predicted),
            "edge_cases": [good, total],
            "words_per_second": round(words / seconds),
        }
        json.dump(result, sys.stdout, indent=1)
        return
    scorer.report("tallywatch", gold, predicted)
    print(f"edge cases {good}/{total}", *missed, sep="\n  ")
    print(f"{words} words in {seconds:.1f} s: {words / seconds:,.0f} words/s")


if __name__ == "__main__":
    main()
