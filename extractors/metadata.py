"""Title, authors, times, language and canonical host of a page. Each has an order of sources, the surest first."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

import htmldate
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from extractors.instants import Instant, parse_instant
from extractors.page import Page, text_of
from news.records import Entry, Feed

# ----------------------------------------------------------------------------------------------------------- title
_SEPARATORS = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022»«-]\s+|\s+::\s+")
_NOT_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Words only, lower case: for comparing titles and names."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def find_title(page: Page, entry: Entry) -> str:
    """An h1 that a second source confirms, else og:title, headline, title tag or feed title without the outlet."""
    headline = _string(page.article.get("headline")) or _string(page.article.get("name"))
    seconds = [headline, page.meta("og:title"), page.meta("twitter:title"), *page.texts("//title")[:1], entry.title]
    seconds = [unescape(text) for text in seconds if text]
    heads = page.texts("//h1")[:12]
    confirmed = [head for head in heads if len(plain(head)) > 5 and any(_confirms(head, other) for other in seconds)]
    if confirmed:
        return max(confirmed, key=len)
    for text in seconds:
        title = _without_outlet(text, page, entry)
        if title:
            return title
    return heads[0] if heads else ""


def _confirms(head: str, other: str) -> bool:
    """Equal, contained, or nearly all words shared."""
    a, b = plain(head), plain(other)
    if not a or not b:
        return False
    if a == b or (len(a) > 12 and a in b):
        return True
    first, second = set(a.split()), set(b.split())
    return len(first) > 3 and len(first & second) >= 0.8 * len(first)


def _without_outlet(title: str, page: Page, entry: Entry) -> str:
    """ "Headline | Outlet" -> "Headline": the ends that name the site go, else the longest part of a bar stays."""
    parts = [part.strip() for part in _SEPARATORS.split(title) if part.strip()]
    if len(parts) < 2:
        return title.strip()
    site = {plain(name) for name in (entry.outlet, page.meta("og:site_name"), _host(page.url).split(".")[0]) if name}
    outer = plain(parts[-1])
    if any(name and (outer == name or outer.replace(" ", "") == name.replace(" ", "")) for name in site):
        cut = title.rfind(parts[-1])
        return title[:cut].rstrip(" |\u2013\u2014\u00b7\u2022»«:-")
    return max(parts, key=len) if "|" in title else title.strip()


# --------------------------------------------------------------------------------------------------------- authors
_AUTHOR_METAS = (
    "author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "article:author",
)
_BYLINES = (
    "//*[@rel='author' or @itemprop='author']",
    "//*[contains(@class,'byline') or contains(@class,'author') or contains(@class,'Byline') or "
    "contains(@class,'Author') or contains(@data-testid,'byline') or contains(@class,'autor')]",
)
_BY = re.compile(
    r"^(?:by|written by|text|von|par|por|автор|от|від|reported by|story by|posted by)\s?:?\s+", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|\n|&|\band\b|\bund\b|\by\b|\bet\b|\bта\b|\bи\b)\s+|\s*[;|•·]\s*")
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d|\b(?:updated|published|posted|read|min|share|follow|view|subscribe|comments?|admin|profile|"
    r"posts|more|about|all|photo|image|copyright|editor in chief)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r",? (?:senior |chief |staff |political |news |special |deputy |foreign |business )*(?:correspondent|reporter|"
    r"editor|writer|producer|journalist|contributor|analyst|columnist)\b.*$",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
_MOST_AUTHORS = 12


def find_authors(page: Page, entry: Entry) -> tuple[str, ...]:
    """Author names from JSON-LD, meta tags, the byline or the feed; () when nobody signs."""
    sources: Iterable[Iterable[str]] = (
        _json_authors(page.article.get("author") or page.article.get("creator")),
        (value for name in _AUTHOR_METAS for value in page.metas.get(name, ())),
        _bylines(page),
        (entry.author,),
    )
    fallback: tuple[str, ...] = ()
    site = {plain(name) for name in (entry.outlet, page.meta("og:site_name")) if name}
    for source in sources:
        names = tuple(dict.fromkeys(name for text in source for name in _names(text)))[:_MOST_AUTHORS]
        persons = tuple(name for name in names if plain(name) not in site)
        if persons:
            return persons
        fallback = fallback or names
    return fallback


def _json_authors(value: Any, depth: int = 0) -> Iterator[str]:
    if depth > 3:
        return
    if isinstance(value, list):
        for item in value[:_MOST_AUTHORS]:
            yield from _json_authors(item, depth + 1)
    elif isinstance(value, dict):
        yield from _json_authors(value.get("name"), depth + 1)
    elif isinstance(value, str):
        yield value


def _bylines(page: Page) -> Iterator[str]:
    """The innermost elements marked as author, the first kind of mark that yields a name."""
    for xpath in _BYLINES:
        found: list[str] = []
        for element in page.elements(xpath)[:40]:
            text = element.get("content") or text_of(element)
            if 2 < len(text) < 150 and not found:
                found.extend(name for name in _names(text) if " " in name)
        if found:
            yield from found
            return


def _names(text: str) -> Iterator[str]:
    text = " ".join(unescape(text).split())
    text = _BY.sub("", text)
    for part in _SPLIT.split(text):
        name = _ROLE.sub("", _BY.sub("", part.strip(" .,-–—:()\"'"))).strip(" .,-–—:()")
        if 2 < len(name) <= _LONGEST_NAME and len(name.split()) <= 6 and not _NO_NAME.search(name):
            yield name


# ----------------------------------------------------------------------------------------------------------- times
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


# ------------------------------------------------------------------------------------------------ language and host
_SURE = 0.9
_SAMPLE = 3000
_SHORT = 120


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(text: str, page: Page, feed: Feed) -> str:
    """ISO 639-1 code: by the text, with the page's or feed's own word as a hint where the text is short or unsure."""
    declared = (page.tree.get("lang") or page.meta("og:locale") or _string(page.article.get("inLanguage")) or "")[:2]
    hint = declared.lower() if declared.isalpha() and len(declared) == 2 else feed.language
    if len(text) < _SHORT and hint:
        return hint
    language, probability = _identifier().classify(text[:_SAMPLE])
    return hint if hint and probability < _SURE else str(language)


_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne"})


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _site(host: str) -> str:
    """The registrable part of a host, by the common second-level names."""
    parts = host.split(".")
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-size:])


def find_canonical_host(page: Page) -> str:
    """The host that rel=canonical names when it belongs to another site than the page, else ""."""
    other, own = _host(page.canonical), _host(page.url)
    return other if other and own and _site(other) != _site(own) else ""


def host_of(url: str) -> str:
    """Host without "www.", "" when the address has none."""
    return _host(url)


def path_of(url: str) -> str:
    """Decoded path of an address, "" when it cannot be read."""
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def _string(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
