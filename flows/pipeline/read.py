"""Read: fetch one page, clean it, find its figures and quotes. The archive is not touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from extractors.articles import read_article
from extractors.reports import read_report
from flows.fetch import Web
from news.errors import FetchError, NewsError
from news.records import Article, Entry, Feed, Refused, Report

#: a page that failed for a passing reason is tried again after this, doubled each time, this often
RETRY_AFTER = timedelta(minutes=10)
ATTEMPTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A page that could not be had or read. ``retry_after`` None: never again by itself."""

    reason: str
    retry_after: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """An entry and what became of its page. ``html`` is what was fetched, b"" when nothing was."""

    entry: Entry
    outcome: Report | Refused | Failed
    html: bytes = b""


def read_page(entry: Entry, feed: Feed, web: Web, now: datetime) -> ReadPage:
    """Fetch and read one page. Never raises a NewsError: what went wrong is the outcome."""
    html = b""
    try:
        response = web.get(entry.url, feed=feed)
        html = response.content
        article = read_article(html, entry, feed=feed, fetched=now, content_type=response.content_type)
        outcome: Report | Refused = read_report(article) if isinstance(article, Article) else article
    except NewsError as error:
        return ReadPage(entry=entry, outcome=_failed(error), html=html)
    return ReadPage(entry=entry, outcome=outcome, html=html)


def _failed(error: NewsError) -> Failed:
    if not error.transient:
        return Failed(reason=str(error), retry_after=None)
    asked = error.retry_after if isinstance(error, FetchError) else None
    return Failed(reason=str(error), retry_after=RETRY_AFTER if asked is None else timedelta(seconds=asked))
