"""Poll: ask one feed what is new, politely, and remember how it answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from extractors.feeds import parse_feed
from flows.fetch import Response, Web
from news.errors import FetchError, NewsError
from news.records import Entry, Feed
from storage import Archive, FeedState

#: first wait after a failure; doubled with each further one
FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=12)
GONE = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What a poll brought. ``error`` is "" when the feed answered; ``state`` is what to remember in either case."""

    feed: Feed
    state: FeedState
    entries: tuple[Entry, ...] = ()
    error: str = ""
    unchanged: bool = False


def is_due(state: FeedState, now: datetime) -> bool:
    """False for a retired feed and for one that is to be left alone until later."""
    return not state.retired and (state.next_poll is None or state.next_poll <= now)


def poll_feed(feed: Feed, state: FeedState, web: Web, now: datetime) -> Polled:
    """Fetch and parse one feed. Never raises a NewsError: a broken feed is a line in the report, others go on."""
    try:
        response = web.get(feed.url, feed=feed, etag=state.etag, last_modified=state.last_modified)
        if response.status == 304:
            return Polled(feed=feed, state=_answered(state, response, now), unchanged=True)
        entries = parse_feed(response.content, feed, content_type=response.content_type)
    except NewsError as error:
        return Polled(feed=feed, state=_failed(state, error, now), error=str(error))
    return Polled(feed=feed, state=_answered(state, response, now, len(entries)), entries=tuple(entries))


def store_poll(archive: Archive, polled: Polled, now: datetime) -> int:
    """File the entries and the feed's state together, so that a validator is never remembered for entries that were
    lost. Returns the number of entries now to be read."""
    with archive.transaction():
        fresh = archive.entries.add(polled.entries, seen=now) if polled.entries else 0
        archive.feeds.save(replace(polled.state, entries_seen=polled.state.entries_seen + fresh))
    return fresh


def _answered(state: FeedState, response: Response, now: datetime, entries: int | None = None) -> FeedState:
    fresh_validators = entries is not None
    return replace(
        state,
        etag=response.etag if fresh_validators or response.etag else state.etag,
        last_modified=response.last_modified if fresh_validators or response.last_modified else state.last_modified,
        first_polled=state.first_polled or now,
        last_polled=now,
        last_success=now,
        next_poll=None,
        failures=0,
        last_error="",
        moved_to=response.moved_to,
    )


def _failed(state: FeedState, error: NewsError, now: datetime) -> FeedState:
    failures = state.failures + 1
    gone = isinstance(error, FetchError) and error.status == GONE
    return replace(
        state,
        last_polled=now,
        failures=failures,
        last_error=str(error),
        next_poll=now + _wait(error, failures),
        retired=gone,
    )


def _wait(error: NewsError, failures: int) -> timedelta:
    asked = error.retry_after if isinstance(error, FetchError) else None
    if asked is not None:
        return min(timedelta(seconds=asked), LONGEST_WAIT)
    return min(FIRST_WAIT * 2.0 ** min(failures - 1, 16), LONGEST_WAIT)
