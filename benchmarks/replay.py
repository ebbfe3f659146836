"""Does the journey stand up to the real web? Saved news pages, served on loopback, through the ordinary flows.

    python -m benchmarks.replay [--data DIR] [--limit N] [--json] [--keep ARCHIVE]

Every page is announced by a feed, fetched, read and filed into a fresh archive; everything is watched and every
conflict may alert. Exit code 0: every page is accounted for (filed, copy, unchanged, refused with a reason, failed
with a reason). 1: a page is not, or the code crashed on one. 2: the data is absent.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from alerts import Message, compose
from benchmarks.replay_web import SavedPage, load_pages, serve_pages
from flows.fetch import Web
from flows.pipeline import Rules, deliver, file_page, poll_feed, read_page, store_poll
from flows.settings import Route
from news.plain import plain
from news.records import Alert, Entry, Feed
from storage import Archive, open_archive

DEFAULT_DATA = Path("../shared/bench/articles")
#: the replay's only instant: later than every page, and the same in every run
NOW = datetime(2026, 6, 1, tzinfo=UTC)
#: earlier than every page, so that nothing counts as seeded
EVER = datetime(1970, 1, 1, tzinfo=UTC)

#: pages between two lines about how far it is (standard error)
PROGRESS = 100


@dataclass(slots=True)
class Tally:
    """What the replay saw. ``reasons``: "refused: paywall" and the like -> pages. ``crashes``: address -> last line."""

    pages: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    figures: int = 0
    quotes: int = 0
    alerts: list[Alert] = field(default_factory=list)
    delivered: int = 0
    crashes: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    verdicts: int = 0
    conflicts: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    peak_megabytes: int = 0

    @property
    def sound(self) -> bool:
        """True when every page is accounted for and nothing broke."""
        return not (self.crashes or self.lost or self.errors)


@dataclass(slots=True)
class _Collector:
    """A channel that keeps what it is told."""

    name: str = "replay"
    messages: list[Message] = field(default_factory=list)

    def send(self, message: Message) -> None:
        self.messages.append(message)


def replay(pages: Sequence[SavedPage], archive: Archive) -> Tally:
    """The pages through poll, read, file and deliver."""
    tally = Tally(pages=len(pages), seconds=dict.fromkeys(("poll", "read", "file", "deliver"), 0.0))
    channel = _Collector()
    rules = Rules(alert_from=EVER, routes={channel.name: Route()})
    with serve_pages(pages) as (base_url, addresses), Web(contact="replay@tallywatch.example") as web:
        feeds = {
            url: Feed(url=url, outlet=f"Replay {number}", delay=0.0, allow_private=True)
            for number, url in enumerate(addresses)
        }
        _poll(feeds, archive, web, tally)
        for number, entry in enumerate(archive.entries.pending(now=NOW, limit=len(pages) + 1), start=1):
            _settle(entry, feeds[entry.feed_url], archive, web, rules, tally)
            if number % PROGRESS == 0:
                spent = sum(tally.seconds.values())
                print(f"{number} of {len(pages)} pages, {spent:.0f} s, {_peak()} MB", file=sys.stderr, flush=True)
        tally.lost = _unaccounted(pages, archive, base_url)
    began = time.perf_counter()
    done = deliver(archive, {channel.name: channel}, compose, lambda: NOW)
    tally.seconds["deliver"] = time.perf_counter() - began
    tally.delivered = len(channel.messages)
    tally.errors += done.errors
    counts = archive.snapshot_counts()
    tally.verdicts, tally.conflicts = counts["verdicts"], counts["conflicts"]
    tally.peak_megabytes = _peak()
    return tally


def _peak() -> int:
    """Most memory held so far, MB. Linux counts in kilobytes, macOS in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _poll(feeds: dict[str, Feed], archive: Archive, web: Web, tally: Tally) -> None:
    began = time.perf_counter()
    for url, feed in feeds.items():
        polled = poll_feed(feed, archive.feeds.state(url), web, NOW)
        store_poll(archive, polled, NOW)
        if polled.error:
            tally.errors.append(polled.error)
    tally.seconds["poll"] = time.perf_counter() - began


def _settle(entry: Entry, feed: Feed, archive: Archive, web: Web, rules: Rules, tally: Tally) -> None:
    """One page. A crash is what the replay looks for, so it is caught, counted and shown."""
    began = time.perf_counter()
    try:
        page = read_page(entry, feed, web, NOW)
        read = time.perf_counter()
        filed = file_page(archive, page, rules, NOW)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        tally.crashes[entry.url] = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
        return
    tally.seconds["read"] += read - began
    tally.seconds["file"] += time.perf_counter() - read
    tally.outcomes[filed.outcome] += 1
    tally.figures += filed.figures
    tally.quotes += filed.quotes
    tally.alerts += filed.alerts
    if filed.outcome in ("refused", "failed"):
        tally.reasons[f"{filed.outcome}: {_kind(filed.detail)}"] += 1


def _kind(detail: str) -> str:
    """The reason without what differs from page to page."""
    return detail.partition(":")[0] if not detail.startswith("http") else detail.partition(" ")[2][:100]


def _unaccounted(pages: Sequence[SavedPage], archive: Archive, base_url: str) -> list[str]:
    """Addresses of pages that are neither settled nor explained."""
    settled: set[str] = set()
    for outcome in ("filed", "copy", "unchanged"):
        settled |= {entry.url for entry, _ in archive.entries.details(outcome, limit=len(pages))}
    for outcome in ("refused", "failed"):
        settled |= {entry.url for entry, detail in archive.entries.details(outcome, limit=len(pages)) if detail}
    numbers = {_number(url, base_url) for url in settled}
    return [page.url for page in pages if page.number not in numbers]


def _number(url: str, base_url: str) -> int:
    first = url.removeprefix(base_url).lstrip("/").partition("/")[0]
    return int(first) if first.isdecimal() else -1


def as_json(tally: Tally) -> str:
    """The tally as one JSON object; every alert with both sides."""
    alerts = [
        {
            "id": alert.conflict.conflict_id,
            "kind": alert.kind.value,
            "relation": alert.conflict.verdict.relation.value,
            "measure": alert.conflict.measure,
            "reason": alert.conflict.verdict.reason,
            **{
                side: {"surface": claim.figure.surface, "sentence": claim.sentence, "url": claim.source.url}
                for side, claim in (("earlier", alert.conflict.earlier), ("later", alert.conflict.later))
            },
        }
        for alert in tally.alerts
    ]
    plain_fields = ("pages", "outcomes", "reasons", "figures", "quotes", "verdicts", "conflicts", "delivered")
    more = ("crashes", "lost", "errors", "seconds", "peak_megabytes")
    record = {name: getattr(tally, name) for name in (*plain_fields, *more)}
    return json.dumps({**record, "alerts": alerts}, indent=2, ensure_ascii=False)


def as_text(tally: Tally) -> str:
    """The tally for people. Text from pages is stripped of what a terminal would obey."""
    outcomes = ", ".join(f"{number} {name}" for name, number in tally.outcomes.most_common())
    spent = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in tally.seconds.items())
    lines = [f"{tally.pages} pages: {outcomes or 'none read'}"]
    lines += [f"  {number:4} {plain(reason)}" for reason, number in tally.reasons.most_common()]
    lines += [f"{tally.figures} figures, {tally.quotes} quotes, {tally.verdicts} verdicts kept"]
    lines += [f"{tally.conflicts} conflicts, {len(tally.alerts)} alerts, {tally.delivered} delivered"]
    lines += [f"{spent}; peak memory {tally.peak_megabytes} MB"]
    for alert in tally.alerts:
        lines += ["", *_alert_lines(alert)]
    for title, rows in (
        ("Crashed", [f"{url}: {why}" for url, why in tally.crashes.items()]),
        ("Not accounted for", tally.lost),
        ("Errors", tally.errors),
    ):
        lines += [f"{title} ({len(rows)}):", *(f"  {plain(row)}" for row in rows)] if rows else []
    return "\n".join(lines)


def _alert_lines(alert: Alert) -> list[str]:
    conflict = alert.conflict
    head = f"{conflict.conflict_id} {alert.kind.value} {conflict.verdict.relation.value}: {plain(conflict.measure)}"
    sides = [
        f"  {label:7} {plain(claim.figure.surface)} | {plain(claim.sentence)} | {plain(claim.source.url)}"
        for label, claim in (("EARLIER", conflict.earlier), ("LATER", conflict.later))
    ]
    return [head, *sides, f"  why     {plain(conflict.verdict.reason)}"]


def main(arguments: Sequence[str] | None = None) -> int:
    """See the module for exit codes."""
    options = _options(arguments)
    try:
        pages = load_pages(options.data, options.limit)
    except FileNotFoundError as error:
        print(f"{error}: there is nothing to replay. Give the folder with --data DIR", file=sys.stderr)
        return 2
    if options.keep is not None and options.keep.exists():
        print(f"{options.keep} exists already; --keep wants the name of a new archive", file=sys.stderr)
        return 2
    with (
        tempfile.TemporaryDirectory() as folder,
        open_archive(options.keep or Path(folder) / "archive.duckdb") as archive,
    ):
        tally = replay(pages, archive)
    print(as_json(tally) if options.json else as_text(tally))
    return 0 if tally.sound else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.replay", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder of *.jsonl.gz (default %(default)s)")
    parser.add_argument("--limit", type=int, metavar="N", help="replay N pages, spread over all files")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--keep", type=Path, metavar="ARCHIVE", help="file the pages into this new archive and keep it")
    parser.add_argument("--no-peers", action="store_true", help="accepted for symmetry: there are no peers to run")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
