"""Read: fetch one page, clean it, find its figures and quotes. The archive is not touched."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from extractors.articles import read_article
from extractors.reports import read_report
from flows.fetch import Web
from news.errors import FetchError, NewsError
from news.plain import plain
from news.records import Article, Entry, Feed, Refused, Report

_LOG = logging.getLogger(__name__)

#: a page that failed for a passing reason is tried again after this, doubled each time, this often
RETRY_AFTER = timedelta(minutes=10)
ATTEMPTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A page that could not be had or read. ``retry_after`` None: never again by itself. ``bug``: the fault is ours."""

    reason: str
    retry_after: timedelta | None
    bug: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """An entry and what became of its page. ``html`` is what was fetched, b"" when nothing was."""

    entry: Entry
    outcome: Report | Refused | Failed
    html: bytes = b""


def read_page(entry: Entry, feed: Feed, web: Web, now: datetime) -> ReadPage:
    """Fetch and read one page. Never raises: what went wrong is the outcome. A page that our own code stumbles over is
    a failed page and a line in the summary; raised, it would stop this run and every later one at the same page."""
    html = b""
    try:
        response = web.get(entry.url, feed=feed)
        html = response.content
        article = read_article(html, entry, feed=feed, fetched=now, content_type=response.content_type)
        outcome: Report | Refused = read_report(article) if isinstance(article, Article) else article
    except NewsError as error:
        return ReadPage(entry=entry, outcome=_failed(error), html=html)
    except Exception as error:
        _LOG.exception("a bug in reading %r", entry.url)
        return ReadPage(entry=entry, outcome=_stumbled(entry, error), html=html)
    return ReadPage(entry=entry, outcome=outcome, html=html)


def _stumbled(entry: Entry, error: Exception) -> Failed:
    words = f"{type(error).__name__}: {plain(str(error), 100)}"
    return Failed(reason=f"{entry.url}: a bug of ours ({words}); please report it", retry_after=None, bug=True)


def _failed(error: NewsError) -> Failed:
    if not error.transient:
        return Failed(reason=str(error), retry_after=None)
    asked = error.retry_after if isinstance(error, FetchError) else None
    return Failed(reason=str(error), retry_after=RETRY_AFTER if asked is None else timedelta(seconds=asked))
