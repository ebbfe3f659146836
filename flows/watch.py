"""The scheduled flow: what is new goes through the whole journey once.

One Prefect task for a batch of feeds or pages, never one an article: a recorded task run costs the server some 20 ms
and 20 kB. The archive is opened for each step and held briefly, so that readers and a backfill get their turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import islice
from pathlib import Path
from typing import TypeVar

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from rich.console import Console

from alerts import Message, compose
from flows.channels import open_channels, routes
from flows.fetch import Web
from flows.pages import draw, publish
from flows.pipeline import Delivered, FiledPage, Polled, ReadPage, Rules
from flows.pipeline import deliver as deliver_owed
from flows.pipeline import file_page, is_due, poll_feed, read_page, store_poll
from flows.settings import Settings, load_settings, process_environment
from news.records import Alert, Entry, Feed
from storage import Archive, FeedState, open_archive

_Item = TypeVar("_Item")

FEEDS_A_TASK = 50
PAGES_A_TASK = 50
#: pages of one run; what is left is taken up by the next
PAGES_A_RUN = 5_000
THREADS = 8


@dataclass(slots=True)
class RunSummary:
    """What one run did: counts, and a line for everything that somebody should know."""

    feeds: int = 0
    unchanged_feeds: int = 0
    entries: int = 0
    pages: dict[str, int] = field(default_factory=dict)  # outcome -> count
    figures: int = 0
    quotes: int = 0
    seeded: int = 0
    alerts: list[Alert] = field(default_factory=list)
    delivered: Delivered = field(default_factory=Delivered)
    problems: list[str] = field(default_factory=list)
    index: Path | None = None  # of the written pages

    def count(self, url: str, filed: FiledPage) -> None:
        """Add one page."""
        self.pages[filed.outcome] = self.pages.get(filed.outcome, 0) + 1
        self.figures += filed.figures
        self.quotes += filed.quotes
        self.seeded += filed.seeded
        self.alerts.extend(filed.alerts)
        if filed.outcome == "failed":
            self.problems.append(filed.detail or f"{url}: failed")


class Run:
    """What the steps of one run share. ``now``: pretend that it is this instant, None = the clock's."""

    def __init__(self, settings: Settings, web: Web, console: Console, now: datetime | None = None) -> None:
        self.settings = settings
        self.web = web
        self.console = console
        self._now = now
        self.feeds = {feed.url: feed for feed in settings.feeds}

    def clock(self) -> datetime:
        return self._now or datetime.now(UTC)

    def rules(self) -> Rules:
        day = self.settings.alert_from
        return Rules(
            watches=self.settings.watches,
            thresholds=self.settings.thresholds,
            alert_from=None if day is None else datetime.combine(day, time(), tzinfo=UTC),
            routes=routes(self.settings),
        )


@task(name="poll feeds", cache_policy=NO_CACHE, persist_result=False)
def poll(run: Run, batch: Sequence[tuple[Feed, FeedState]]) -> list[Polled]:
    """Ask a batch of feeds side by side."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(lambda pair: poll_feed(pair[0], pair[1], run.web, run.clock()), batch))


@task(name="read pages", cache_policy=NO_CACHE, persist_result=False)
def read(run: Run, batch: Sequence[Entry]) -> list[ReadPage]:
    """Fetch and read a batch of pages side by side."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(lambda entry: read_page(entry, _feed_of(run, entry), run.web, run.clock()), batch))


@task(name="file pages", cache_policy=NO_CACHE, persist_result=False)
def file(run: Run, pages: Sequence[ReadPage]) -> list[tuple[str, FiledPage]]:
    """File a batch, one transaction a page."""
    with _archive(run) as archive:
        return [(page.entry.url, file_page(archive, page, run.rules(), run.clock())) for page in pages]


@task(name="deliver alerts", cache_policy=NO_CACHE, persist_result=False)
def deliver(run: Run) -> Delivered:
    """Send what is owed."""
    channels = open_channels(run.settings, run.console)
    with _archive(run) as archive:

        def worded(alert: Alert) -> Message:
            return compose(alert, page_url=_page_url(run.settings, alert), png=draw(archive, alert))

        return deliver_owed(archive, channels, worded, run.clock)


@task(name="write pages", cache_policy=NO_CACHE, persist_result=False)
def write_pages(run: Run) -> Path:
    """Write the static pages anew."""
    with _archive(run) as archive:
        return publish(archive, run.settings, run.clock())


@flow(name="watch", validate_parameters=False)
def watch(settings: Path | str = "watch.yaml", now: datetime | None = None) -> RunSummary:
    """Poll, read, file, deliver, write pages: everything that is not yet done, once.

    ``settings``: the watch.yaml. ``now``: pretend that it is this instant (the demo and tests).
    """
    return run_once(load_settings(Path(settings), process_environment()), Console(), now)


def run_once(settings: Settings, console: Console, now: datetime | None = None) -> RunSummary:
    """One run inside the current flow."""
    summary = RunSummary()
    with Web(
        contact=settings.contact, headers=settings.web_headers(), proxies=settings.web_proxies()
    ) as web:
        run = Run(settings, web, console, now)
        _poll_all(run, summary)
        _read_all(run, summary)
    summary.delivered = deliver(run)
    summary.problems.extend(summary.delivered.errors)
    summary.index = write_pages(run)
    return summary


def _poll_all(run: Run, summary: RunSummary) -> None:
    with _archive(run) as archive:
        states = [(feed, archive.feeds.state(feed.url)) for feed in run.settings.feeds]
    due = [(feed, state) for feed, state in states if is_due(state, run.clock())]
    polls = [poll.submit(run, batch) for batch in _batches(due, FEEDS_A_TASK)]
    for future in polls:
        with _archive(run) as archive:
            for polled in future.result():
                summary.feeds += 1
                summary.unchanged_feeds += polled.unchanged
                summary.entries += store_poll(archive, polled, run.clock())
                if polled.error:
                    summary.problems.append(f"{polled.feed.outlet}: {polled.error}")


def _read_all(run: Run, summary: RunSummary) -> None:
    with _archive(run) as archive:
        entries = archive.entries.pending(now=run.clock(), limit=PAGES_A_RUN)
        entries += archive.entries.due_for_reread(run.clock(), limit=PAGES_A_RUN)
    for pages in _ahead(run, [batch for batch in _batches(entries, PAGES_A_TASK)]):
        for url, filed in file(run, pages):
            summary.count(url, filed)


def _ahead(run: Run, batches: Sequence[Sequence[Entry]]) -> Iterator[list[ReadPage]]:
    """Batches in order, the next one being read while this one is filed."""
    futures = [read.submit(run, batch) for batch in batches[:1]]
    for number in range(len(batches)):
        if number + 1 < len(batches):
            futures.append(read.submit(run, batches[number + 1]))
        yield futures.pop(0).result()


def _feed_of(run: Run, entry: Entry) -> Feed:
    """The entry's feed; one that was removed from the settings still tells whose page it is."""
    return run.feeds.get(entry.feed_url) or Feed(url=entry.feed_url, outlet=entry.outlet)


def _page_url(settings: Settings, alert: Alert) -> str:
    return f"{settings.page_url.rstrip('/')}/conflicts/{alert.conflict.conflict_id}.html" if settings.page_url else ""


def _archive(run: Run) -> AbstractContextManager[Archive]:
    return open_archive(run.settings.archive)


def _batches(items: Sequence[_Item], size: int) -> Iterator[Sequence[_Item]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
