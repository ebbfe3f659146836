"""When a page was published and last changed, in UTC, with the clock that says so."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

import htmldate

from extractors.instants import Instant, parse_instant
from extractors.page import Page
from news.records import Entry, Feed

_PUBLISHED = (
    *("article:published_time", "datepublished", "og:published_time", "og:article:published_time", "pubdate"),
    *("publishdate", "publish_date", "publish-date", "date", "dc.date.issued", "dcterms.issued", "dc.date"),
    *("dcterms.created", "dc.date.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "rnews:datepublished"),
    *("article.published", "published-date", "published_time", "article_date_original", "originalpublicationdate"),
    *("cxenseparse:recs:publishtime", "bt:pubdate", "displaydate", "iso-8601-publish-date", "last-published"),
)
_UPDATED = (
    *("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified"),
    *("dc.date.modified", "article:updated_time", "modified_time", "revision_date", "article.updated"),
)
_URL_DATE = re.compile(r"(?:/|-|_|=)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|$)")
_SLACK = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Times:
    """``source``: feed | page | url | fetched, the clock that gave ``published``. ``day``: as printed, in the page's
    own zone (the UTC day differs at night)."""

    published: datetime
    source: str
    updated: datetime | None
    day: date


def find_times(page: Page, entry: Entry, feed: Feed, fetched: datetime) -> Times:
    """Publication and last change in UTC. A page that prints only a day takes the feed's time when that agrees."""
    latest = fetched + _SLACK
    updated = _first((*_json_dates(page, "dateModified"), *_meta_dates(page, _UPDATED)), feed, latest)
    instant = _first(_page_dates(page), feed, latest)
    if instant and (instant.has_time or entry.published is None):
        return _times(instant.when, "page", updated, instant.day)
    if instant and entry.published and abs(entry.published - instant.when) <= timedelta(hours=40):
        return _times(entry.published, "feed", updated, instant.day)
    if instant:
        return _times(instant.when, "page", updated, instant.day)
    if (from_url := url_date(page.url)) and from_url.when <= latest:
        if entry.published and abs(entry.published - from_url.when) <= timedelta(hours=40):
            return _times(entry.published, "feed", updated)
        return _times(from_url.when, "url", updated)
    if entry.published:
        return _times(entry.published, "feed", updated)
    guessed = _htmldate(page, feed, latest)
    return _times(guessed.when, "page", updated) if guessed else _times(fetched, "fetched", updated)


def _times(published: datetime, source: str, updated: Instant | None, day: date | None = None) -> Times:
    later = updated.when if updated and updated.has_time and updated.when > published else None
    return Times(published, source, later, day or published.date())


def _first(raw: Iterable[str], feed: Feed, latest: datetime) -> Instant | None:
    """The first printed date that can be read and is not in the future; of the same day, one with a time goes first."""
    chosen: Instant | None = None
    for text in raw:
        instant = parse_instant(text, timezone_name=feed.timezone)
        if instant is None or instant.when > latest:
            continue
        if chosen is None:
            chosen = instant
        elif instant.has_time and abs(instant.when - chosen.when) <= timedelta(hours=26):
            return instant
        if chosen.has_time:
            return chosen
    return chosen


def _json_dates(page: Page, name: str) -> Iterator[str]:
    for value in (page.article, *page.objects):
        date = value.get(name)
        if isinstance(date, str | int):
            yield str(date)


def _meta_dates(page: Page, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from page.metas.get(name, ())


def _page_dates(page: Page) -> Iterator[str]:
    if isinstance(page.article.get("datePublished"), str | int):
        yield str(page.article["datePublished"])
    yield from _meta_dates(page, _PUBLISHED)
    yield from _json_dates(page, "datePublished")
    times = page.elements("//time[@datetime]")
    marked = [
        t for t in times if re.search("publi|created|posted", f"{t.get('class')} {t.get('itemprop')}", re.IGNORECASE)
    ]
    inside = page.elements("(//article|//main|//h1/ancestor::*[3])//time[@datetime]")
    for element in (*marked[:3], *inside[:3], *times[:1]):
        yield element.get("datetime") or ""


def url_date(url: str) -> Instant | None:
    """The day in the address (/2024/12/18/), None when it has none."""
    m = _URL_DATE.search(urlsplit(url).path)
    return parse_instant(f"{m[1]}-{m[2]}-{m[3]}") if m else None


def _htmldate(page: Page, feed: Feed, latest: datetime) -> Instant | None:
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = htmldate.find_date(
            page.tree, url=page.url, original_date=True, extensive_search=True, max_date=latest.replace(tzinfo=None)
        )
    except Exception:  # a guess of last resort: whatever a strange page does to it, there is then no date
        return None
    return parse_instant(found) if found else None
