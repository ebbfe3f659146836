"""A fetched feed to entries: RSS 0.9x to 2.0, RDF and Atom by feedparser, JSON Feed by the standard library.

feedparser's own dates are not used: it reads EET, MSK or BST as UTC. Titles and summaries become plain text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.sax import SAXException

import feedparser

from extractors.decoding import decode
from extractors.instants import parse_instant
from news.errors import ExtractError
from news.identity import canonical_url
from news.records import Entry, Feed

MOST_BYTES = 30_000_000
MOST_ENTRIES = 2000
_LONGEST_SUMMARY = 20_000
_LONGEST_TITLE = 500
_LONGEST_ADDRESS = 2000
_LONGEST_RAW = 100
_HTML = re.compile(r"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_XML_FEED = re.compile(r"<(?:[A-Za-z0-9]{1,20}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_PREFIXED = re.compile(r"<(/?)rss:", re.IGNORECASE)
_DOCTYPE = re.compile(
    r"<!(?:DOCTYPE|ENTITY)\b[^\[\]<>]{0,2000}(?:\[.{0,20000}?\]\s{0,20})?>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[A-Za-z/!?][^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:/?(?:p|div|li|ul|ol|h[1-6]|tr|table|blockquote)|br|hr)\b[^<>]{0,1000}>", re.IGNORECASE)
_SILENT = re.compile(r"<(script|style)\b[^<>]{0,1000}>.{0,50000}?</\1\s{0,5}>", re.IGNORECASE | re.DOTALL)


def parse_feed(content: bytes, feed: Feed, *, content_type: str = "") -> list[Entry]:
    """The entries of a feed in its order, duplicates left out.

    ``content_type``: the HTTP header, for its charset. ``Entry.url`` is absolute and starts with http; entries without
    such an address are left out. A date that cannot be read, or is impossible, is None with ``published_raw`` kept.
    A feed without entries is []. Raises ExtractError when the bytes are no feed, saying what they look like.
    """
    if len(content) > MOST_BYTES:
        raise ExtractError(f"{feed.url}: {len(content):,} bytes are no feed (limit {MOST_BYTES:,})")
    text = decode(content, content_type).lstrip("\ufeff \t\r\n")
    if not text:
        raise ExtractError(f"{feed.url}: no feed, the answer is empty", transient=True)
    items = _json_items(text, feed) if text[0] in "{[" else _xml_items(text, feed)
    return list(_unique(items))


def _unique(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The first entry of each guid and of each address, at most ``MOST_ENTRIES``."""
    guids: set[str] = set()
    addresses: set[tuple[str, str]] = set()
    for entry in entries:
        address = (canonical_url(entry.url), entry.title)
        if entry.guid in guids or address in addresses:
            continue
        guids.add(entry.guid)
        addresses.add(address)
        yield entry
        if len(guids) >= MOST_ENTRIES:
            return


# ------------------------------------------------------------------------------------------------------------- XML
def _xml_items(text: str, feed: Feed) -> Iterator[Entry]:
    head = text[:5000]
    if not _XML_FEED.search(head):
        raise ExtractError(f"{feed.url}: no feed, it looks like {_looks_like(text, head)}")
    text = _PREFIXED.sub(r"<\1", _DOCTYPE.sub("", _DECLARATION.sub("", text), count=3))
    try:
        parsed = feedparser.parse(
            BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # feedparser raises whatever its parsers do on hostile input
        raise ExtractError(f"{feed.url}: the feed cannot be read ({type(error).__name__})") from error
    broken = parsed.get("bozo_exception")
    if not parsed.entries and (not parsed.get("version") or isinstance(broken, SAXException)):
        raise ExtractError(f"{feed.url}: no feed, broken XML ({str(broken or '')[:200]})")
    return _xml_entries(parsed, feed)


def _looks_like(text: str, head: str) -> str:
    if _HTML.search(head):
        found = re.search(r"<title[^<>]{0,200}>([^<]{0,200})", head, re.IGNORECASE)
        title = f' titled "{" ".join(unescape(found[1]).split())[:80]}"' if found else ""
        return f"an HTML page{title}: look there for the feed's address"
    if head.startswith("<"):
        return "XML of another kind"
    return f'plain text that begins "{" ".join(head.split())[:60]}"'


def _xml_entries(parsed: Any, feed: Feed) -> Iterator[Entry]:
    atom = str(parsed.get("version", "")).startswith("atom")  # RFC 4287: relative to the document; RSS: to the site
    base = feed.url if atom else _absolute(parsed.feed.get("link", ""), feed.url) or feed.url
    for item in parsed.entries:
        url = _absolute(_link_of(item), base)
        if not url:
            continue
        published = _raw(item, "published", "created")
        updated = _raw(item, "updated") if "updated" in item else ""  # .get would answer with "published"
        yield _entry(
            feed,
            guid=str(item.get("id") or url),
            url=url,
            title=str(item.get("title", "")),
            summary=_summary_of(item),
            published=published or updated,
            updated=updated if published else "",
            author=str(item.get("author", "")),
        )


def _link_of(item: Any) -> str:
    """rel=alternate, else the link, else a permalink guid. feedburner's original address goes first."""
    original = item.get("feedburner_origlink")
    if original:
        return str(original)
    for link in item.get("links", []):
        if link.get("rel", "alternate") == "alternate" and link.get("href") not in (None, "", item.get("id")):
            return str(link["href"])
    link, guid = str(item.get("link") or ""), str(item.get("id") or "")
    if not link or link == guid:
        return guid if guid.startswith(("http://", "https://")) else ""
    return link


def _summary_of(item: Any) -> str:
    summary = str(item.get("summary", ""))
    contents = [str(part.get("value", "")) for part in item.get("content", [])]
    return summary or max(contents, key=len, default="")


def _raw(item: Any, *names: str) -> str:
    return next((str(item[name]) for name in names if item.get(name)), "")


# ------------------------------------------------------------------------------------------------------------ JSON
def _json_items(text: str, feed: Feed) -> Iterator[Entry]:
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise ExtractError(f"{feed.url}: no feed, broken JSON ({str(error)[:120]})") from error
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list):
        raise ExtractError(f"{feed.url}: no feed, JSON without items")
    return _json_entries(document, items, feed)


def _json_entries(document: dict[str, Any], items: list[Any], feed: Feed) -> Iterator[Entry]:
    base = _absolute(_text(document.get("home_page_url")), feed.url) or feed.url
    for item in items:
        if not isinstance(item, dict):
            continue
        identity = str(item.get("id") or "")
        url = _absolute(_text(item.get("url") or item.get("external_url")) or identity, base)
        if not url:
            continue
        authors = item.get("authors") or [item.get("author")]
        names = [_text(a.get("name")) for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
        yield _entry(
            feed,
            guid=identity or url,
            url=url,
            title=_text(item.get("title")),
            summary=_text(item.get("summary") or item.get("content_text") or item.get("content_html")),
            published=_text(item.get("date_published")),
            updated=_text(item.get("date_modified")),
            author=", ".join(filter(None, names)),
        )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


# ----------------------------------------------------------------------------------------------------------- shared
def _entry(
    feed: Feed, *, guid: str, url: str, title: str, summary: str, published: str, updated: str, author: str
) -> Entry:
    first = parse_instant(published, timezone_name=feed.timezone) if published else None
    last = parse_instant(updated, timezone_name=feed.timezone) if updated else None
    return Entry(
        feed_url=feed.url,
        guid=guid.strip()[:_LONGEST_ADDRESS],
        url=url,
        title=plain_text(title)[:_LONGEST_TITLE],
        outlet=feed.outlet,
        summary=plain_text(summary)[:_LONGEST_SUMMARY],
        published=first.when if first else None,
        updated=last.when if last else None,
        published_raw="" if first else published[:_LONGEST_RAW],
        author=plain_text(author)[:_LONGEST_TITLE],
    )


def plain_text(markup: str) -> str:
    """Markup to text: blocks break, inline tags join, entities decoded (twice where a feed escaped twice)."""
    text = markup[: 4 * _LONGEST_SUMMARY]
    for _ in range(2):
        if "<" in text:
            text = _TAG.sub("", _BREAK.sub(" ", _SILENT.sub(" ", text)))
        if "&" not in text:
            break
        text = unescape(text)
    return " ".join(text.split())


def _absolute(link: str, base: str) -> str:
    """The address against the feed's; "" when it is none that can be fetched."""
    link = "".join(link.split())
    if not link or len(link) > _LONGEST_ADDRESS:
        return ""
    try:
        address = urljoin(base, link)
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
