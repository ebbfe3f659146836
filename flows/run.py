"""One run: everything that is not yet done goes through the journey once. No Prefect here.

The steps work on batches of feeds or pages. Who runs them is an argument: ``flows.watch`` hands them to Prefect as
tasks, tests and benchmarks to a thread. The archive is opened for each step and held briefly, so that readers and a
backfill get their turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TypeVar

from rich.console import Console

from alerts import Message, compose
from flows.adjudicator import ask_all, keep, unasked
from flows.channels import open_channels, routes
from flows.fetch import Web
from flows.pages import draw, publish
from flows.pipeline import (
    Delivered,
    FiledPage,
    Polled,
    ReadPage,
    Rules,
    deliver,
    file_page,
    is_due,
    poll_feed,
    read_page,
    store_poll,
)
from flows.settings import Settings
from news.records import Alert, Entry, Feed, Level
from storage import FeedState, open_archive

#: One task a batch, never one an article: a recorded task run costs the Prefect server some 20 ms and 20 kB.
FEEDS_A_BATCH = 50
PAGES_A_BATCH = 50
#: pages of one run; what is left is taken up by the next
PAGES_A_RUN = 5_000
#: feeds or pages fetched side by side within a batch; one host is asked one thing at a time whatever this says
THREADS = 8

Item = TypeVar("Item")


class Future(Protocol):
    """Something that will have a result: a Prefect future or one of ``concurrent.futures``."""

    def result(self) -> Any: ...


#: Starts a step with its arguments.
Submit = Callable[..., Future]


@dataclass(slots=True)
class RunSummary:
    """What one run did: counts, and in ``problems`` a line for every feed that failed, every alert not delivered and
    every page that our own code stumbled over.

    Any other page that failed is counted only; dead links are daily bread, and ``Archive.entries.details`` says why.
    ``pages``: outcome -> count. ``not_read``: language without tables -> pages stored in it. ``seeded``: conflicts kept
    silently because they were there before we watched.
    ``index``: of the written pages.
    """

    feeds: int = 0
    unchanged_feeds: int = 0
    entries: int = 0
    pages: dict[str, int] = field(default_factory=dict)
    figures: int = 0
    quotes: int = 0
    not_read: dict[str, int] = field(default_factory=dict)
    seeded: int = 0
    alerts: list[Alert] = field(default_factory=list)
    delivered: Delivered = field(default_factory=Delivered)
    problems: list[str] = field(default_factory=list)
    index: Path | None = None

    def count(self, filed: FiledPage) -> None:
        """Add one page."""
        self.pages[filed.outcome] = self.pages.get(filed.outcome, 0) + 1
        self.figures += filed.figures
        self.quotes += filed.quotes
        if filed.not_read:
            self.not_read[filed.not_read] = self.not_read.get(filed.not_read, 0) + 1
        self.seeded += filed.seeded
        self.alerts.extend(filed.alerts)
        if filed.bug:
            self.problems.append(filed.detail)


class Run:
    """What the steps of one run share. ``now``: pretend that it is this instant, None = the clock's.

    ``alert_from``: goes before what the settings say."""

    def __init__(
        self,
        settings: Settings,
        web: Web,
        console: Console,
        now: datetime | None = None,
        alert_from: date | None = None,
    ) -> None:
        self.settings = settings
        self.web = web
        self.console = console
        self._now = now
        self._alert_from = alert_from or settings.alert_from
        self._feeds = {feed.url: feed for feed in settings.feeds}

    def clock(self) -> datetime:
        """The instant that counts as now, UTC."""
        return self._now or datetime.now(UTC)

    def feed_of(self, entry: Entry) -> Feed:
        """The entry's feed; one that was removed from the settings still tells whose page it is."""
        return self._feeds.get(entry.feed_url) or Feed(url=entry.feed_url, outlet=entry.outlet)

    def rules(self) -> Rules:
        """What decides whom a conflict is told."""
        day = self._alert_from
        return Rules(
            watches=self.settings.watches,
            thresholds=self.settings.thresholds,
            alert_from=None if day is None else datetime.combine(day, time(), tzinfo=UTC),
            routes=routes(self.settings),
        )


# ------------------------------------------------------------------------------------------------------- the steps
def poll_feeds(run: Run, batch: Sequence[tuple[Feed, FeedState]]) -> list[Polled]:
    """Ask a batch of feeds side by side."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(lambda pair: poll_feed(pair[0], pair[1], run.web, run.clock()), batch))


def read_pages(run: Run, batch: Sequence[Entry]) -> list[ReadPage]:
    """Fetch and read a batch of pages side by side."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(lambda entry: read_page(entry, run.feed_of(entry), run.web, run.clock()), batch))


def file_pages(run: Run, pages: Sequence[ReadPage]) -> list[FiledPage]:
    """File a batch, one transaction a page, in order of publication as far as the feeds know it."""
    now = run.clock()
    with open_archive(run.settings.archive) as archive:
        in_time = sorted(pages, key=lambda page: page.entry.published or now)
        return [file_page(archive, page, run.rules(), run.clock()) for page in in_time]


def adjudicate_alerts(run: Run) -> list[str]:
    """Ask the adjudicator about unsure alerts before they go out; nobody holds the archive meanwhile. Returns lines for
    people about questions without a usable answer."""
    adjudicator = run.settings.adjudicator
    if adjudicator is None:
        return []
    with open_archive(run.settings.archive) as archive:
        alerts = unasked(archive)
    if not alerts:
        return []
    answers, problems = ask_all(alerts, adjudicator, run.clock)
    takers = [channel.name for channel in run.settings.channels if Level.DIGEST in channel.route.levels]
    with open_archive(run.settings.archive) as archive:
        keep(archive, answers, takers)
    return problems


def deliver_alerts(run: Run) -> Delivered:
    """Send what is owed."""
    channels = open_channels(run.settings, run.console)
    with open_archive(run.settings.archive) as archive:
        worded: dict[str, Message] = {}  # the chart is drawn once for all channels

        def message(alert: Alert) -> Message:
            if alert.alert_id not in worded:
                page_url = _page_url(run.settings, alert)
                worded[alert.alert_id] = compose(alert, page_url=page_url, png=draw(archive, alert))
            return worded[alert.alert_id]

        return deliver(archive, channels, message, run.clock)


def write_pages(run: Run) -> Path:
    """Write the static pages anew."""
    with open_archive(run.settings.archive) as archive:
        return publish(archive, run.settings, run.clock())


# ---------------------------------------------------------------------------------------------------- in what order
def run_once(run: Run, submit: Submit) -> RunSummary:
    """Poll, read, file, adjudicate, deliver, write pages."""
    summary = RunSummary()
    _poll(run, submit, summary)
    _read_and_file(run, submit, summary)
    if run.settings.adjudicator is not None:
        summary.problems.extend(submit(adjudicate_alerts, run).result())
    summary.delivered = submit(deliver_alerts, run).result()
    summary.problems.extend(summary.delivered.errors)
    summary.index = submit(write_pages, run).result()
    return summary


def _poll(run: Run, submit: Submit, summary: RunSummary) -> None:
    with open_archive(run.settings.archive) as archive:
        states = [(feed, archive.feeds.state(feed.url)) for feed in run.settings.feeds]
    due = [(feed, state) for feed, state in states if is_due(state, run.clock())]
    for future in [submit(poll_feeds, run, batch) for batch in batches(due, FEEDS_A_BATCH)]:
        _store_polls(run, future.result(), summary)


def _store_polls(run: Run, polls: Sequence[Polled], summary: RunSummary) -> None:
    with open_archive(run.settings.archive) as archive:
        for polled in polls:
            summary.feeds += 1
            summary.unchanged_feeds += polled.unchanged
            summary.entries += store_poll(archive, polled, run.clock())
            if polled.error:
                summary.problems.append(f"{polled.feed.outlet}: {polled.error}")


def _read_and_file(run: Run, submit: Submit, summary: RunSummary) -> None:
    with open_archive(run.settings.archive) as archive:
        entries = archive.entries.pending(now=run.clock(), limit=PAGES_A_RUN)
        entries += archive.entries.due_for_reread(run.clock(), limit=PAGES_A_RUN)
    for pages in _read_ahead(run, submit, list(batches(entries, PAGES_A_BATCH))):
        for filed in submit(file_pages, run, pages).result():
            summary.count(filed)


def _read_ahead(run: Run, submit: Submit, todo: Sequence[Sequence[Entry]]) -> Iterator[list[ReadPage]]:
    """Batches in order, the next one being read while this one is filed."""
    reading = [submit(read_pages, run, batch) for batch in todo[:1]]
    for number in range(1, len(todo) + 1):
        if number < len(todo):
            reading.append(submit(read_pages, run, todo[number]))
        yield reading.pop(0).result()


def _page_url(settings: Settings, alert: Alert) -> str:
    return f"{settings.page_url.rstrip('/')}/conflicts/{alert.conflict.conflict_id}.html" if settings.page_url else ""


def batches(items: Sequence[Item], size: int) -> Iterator[list[Item]]:
    """The items in runs of at most ``size``."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
