"""Article pages: body, title, date and authors against four public sets, beside plain trafilatura.

    python -m benchmarks.articles --data DIR [--pred FILE] [--no-peers] [--json]

DIR holds ``*.jsonl.gz``, one page a line: {"id", "url", "html", "body", "title", "authors", "date"} (missing = null).
Body: precision, recall and F1 of word 4-grams, every page weighing the same (the metric of the Scrapinghub article
extraction benchmark). Title and authors: equal after folding case and punctuation. Date: the same day. A refused page
has an empty body. ``--pred`` writes one JSON line a page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import trafilatura

from extractors.articles import read_article
from extractors.page import parse_page
from extractors.page_times import find_times
from news.errors import ExtractError
from news.records import Entry, Feed, Refused

Page = dict[str, Any]
Reader = Callable[[Page], Page]
FETCHED = datetime(2026, 11, 22, tzinfo=UTC)

DEFAULT_DATA = Path("../shared/bench/articles")


def ours(page: Page) -> Page:
    """What Tallywatch reads from a page, with an entry that holds nothing but the address."""
    url = page["url"] or "https://unknown.example/page"
    entry = Entry(feed_url="", guid=url, url=url, title="", outlet="")
    feed = Feed(url=url, outlet="")
    try:
        article = read_article(page["html"].encode("utf-8", "replace"), entry, feed=feed, fetched=FETCHED)
    except ExtractError as error:
        return {"text": "", "title": "", "authors": [], "date": None, "refused": str(error)}
    if isinstance(article, Refused):
        return {"text": "", "title": "", "authors": [], "date": None, "refused": f"{article.reason}: {article.detail}"}
    day = article.published.date().isoformat() if article.published_from != "fetched" else None
    found = {"text": article.text, "title": article.title, "authors": list(article.authors)}
    return {**found, "date": day, "refused": None}


def printed_day(page: Page) -> str | None:
    """The day as the page prints it, in its own zone: what the truth holds, where an article keeps UTC."""
    url = page["url"] or "https://unknown.example/page"
    parsed = parse_page(page["html"].encode("utf-8", "replace"), url)
    entry = Entry(feed_url="", guid=url, url=url, title="", outlet="")
    times = find_times(parsed, entry, Feed(url=url, outlet=""), FETCHED)
    return times.day.isoformat() if times.source != "fetched" else None


def plain_trafilatura(page: Page) -> Page:
    """trafilatura with its metadata, comments off, nothing else set."""
    document = trafilatura.bare_extraction(page["html"], url=page["url"], include_comments=False, with_metadata=True)
    if document is None:
        return {"text": "", "title": "", "authors": [], "date": None, "refused": "nothing found"}
    authors = [name for name in (getattr(document, "author", None) or "").split("; ") if name]
    found = {name: getattr(document, name, None) for name in ("text", "title", "date")}
    return {**found, "authors": authors, "refused": None}


READERS: dict[str, Reader] = {"tallywatch": ours, "trafilatura": plain_trafilatura}


def read_set(path: Path) -> Iterator[Page]:
    """The pages of one data file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _fold(text: str | None) -> str:
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text or "").lower()).strip()


def _shingles(text: str | None) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text or "")
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def body_counts(gold: str, found: str | None) -> tuple[float, float, float]:
    """True positive, false positive and false negative as shares of one page."""
    expected, printed = _shingles(gold), _shingles(found)
    true = (expected & printed).total()
    false, missed = printed.total() - true, expected.total() - true
    total = true + false + missed
    return (true / total, false / total, missed / total) if total else (0.0, 0.0, 0.0)


def score(pages: list[Page], found: list[Page]) -> dict[str, float]:
    """The figures of one reader on one set; 0 to 1, ``ms`` milliseconds of CPU a page."""
    rows = [body_counts(p["body"], f["text"]) for p, f in zip(pages, found, strict=True) if p["body"]]
    precision = statistics.fmean([t / (t + f) for t, f, _ in rows if t + f] or [0])
    recall = statistics.fmean([t / (t + m) for t, _, m in rows if t + m] or [0])
    result = {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "refused": statistics.fmean(bool(f["refused"]) for f in found),
        "ms": 1000 * statistics.fmean(f["cpu"] for f in found),
    }
    pairs = list(zip(pages, found, strict=True))
    if titles := [_fold(p["title"]) == _fold(f["title"]) for p, f in pairs if p["title"]]:
        result["title"] = statistics.fmean(titles)
    if days := [(f["date"] or "")[:10] == p["date"] for p, f in pairs if p["date"]]:
        result["date"] = statistics.fmean(days)
    signed = [({_fold(n) for n in p["authors"]}, {_fold(n) for n in f["authors"]}) for p, f in pairs if p["authors"]]
    if signed:
        both = sum(len(gold & names) for gold, names in signed)
        result["authors_precision"] = both / max(1, sum(len(names) for _, names in signed))
        result["authors_recall"] = both / max(1, sum(len(gold) for gold, _ in signed))
    return result


def _run(reader: Reader, pages: list[Page]) -> list[Page]:
    found = []
    for page in pages:
        begun = time.process_time()
        result = reader(page)
        cpu = time.process_time() - begun
        if reader is ours and result["date"]:
            result["date"] = printed_day(page)
        found.append({"id": page["id"], **result, "cpu": cpu})
    return found


def main() -> int:
    """Prints one line a set and reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder with *.jsonl.gz (default %(default)s)")
    parser.add_argument("--pred", type=Path, help="write our readings here, one JSON line a page")
    parser.add_argument("--no-peers", action="store_true", help="leave trafilatura out")
    parser.add_argument("--only", default="", help="sets whose name contains this")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    readers = {"tallywatch": ours} if options.no_peers else READERS
    results: dict[str, dict[str, dict[str, float]]] = {}
    predictions: list[Page] = []
    for path in sorted(options.data.glob("*.jsonl.gz")):
        name = path.name.removesuffix(".jsonl.gz")
        if options.only not in name:
            continue
        pages = list(read_set(path))
        for label, reader in readers.items():
            found = _run(reader, pages)
            results.setdefault(name, {})[label] = score(pages, found)
            predictions += [{"set": name, **page} for page in found] if label == "tallywatch" else []
            if not options.json:
                values = "  ".join(f"{key} {value:.3f}" for key, value in results[name][label].items())
                print(f"{name:12} {label:12} pages {len(pages)}  {values}", flush=True)
    if options.pred:
        options.pred.write_text("".join(json.dumps(page) + "\n" for page in predictions), encoding="utf-8")
    if options.json:
        print(json.dumps(results, indent=2))
    if not results:
        print(f"no benchmark data in {options.data}: give its folder with --data", file=sys.stderr)
    return 0 if results else 2


if __name__ == "__main__":
    sys.exit(main())
