"""A fetched page to an ``Article``, or to a ``Refused`` that says why it is none."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime

from extractors.agencies import find_agency
from extractors.bodies import find_body, link_lines
from extractors.cleaning import clean, is_cookie_list
from extractors.metadata import find_authors, find_canonical_host, find_language, find_title, host_of
from extractors.page import Page, parse_page
from extractors.page_times import find_times
from extractors.publishers import layouts_for
from extractors.refusals import not_html, refusal_of
from news.errors import ExtractError
from news.identity import article_id
from news.records import Article, Entry, Feed, Refusal, Refused

_LONGEST_TITLE = 500


def read_article(
    html: bytes, entry: Entry, *, feed: Feed, fetched: datetime, content_type: str = ""
) -> Article | Refused:
    """Read the page that ``entry`` points to.

    ``fetched``: aware instant; it becomes ``first_seen`` and bounds the dates that are believed. ``content_type``: the
    HTTP header, for its charset. Returns ``Refused`` for pages that are recognised as no article (paywall teaser,
    consent wall, error page, index, too short, no HTML). Raises ``ExtractError`` for bytes that cannot be read at all.
    """
    if what := not_html(html, content_type):
        return Refused(url=entry.url, reason=Refusal.NOT_HTML, detail=f"the answer is {what}")
    page = parse_page(html, entry.url, content_type)
    try:
        return _read(page, entry, feed, fetched)
    except RecursionError as error:
        raise ExtractError(f"{entry.url}: nested too deep to be read") from error


def _read(page: Page, entry: Entry, feed: Feed, fetched: datetime) -> Article | Refused:
    layouts = layouts_for(host_of(entry.url))
    title = _one_line(find_title(page, entry))
    authors = find_authors(page, entry)
    raw = find_body(page, layouts)
    if is_cookie_list(raw):
        raw = []
    junk = [row for known in layouts for row in known.junk]
    paragraphs = clean(raw, title=title, authors=authors, links=link_lines(page), junk=junk)
    refused = refusal_of(page, title, paragraphs)
    if refused:
        return Refused(url=entry.url, reason=refused[0], detail=refused[1])
    text = "\n".join(paragraphs)
    times = find_times(page, entry, feed, fetched)
    return Article(
        article_id=article_id(entry.url),
        url=entry.url,
        outlet=entry.outlet,
        title=title,
        text=text,
        published=times.published,
        first_seen=fetched,
        updated=times.updated,
        language=find_language(text, page, feed),
        authors=authors,
        agency=find_agency("\n".join(raw), authors),
        published_from=times.source,
        canonical_host=find_canonical_host(page),
    )


def _one_line(title: str) -> str:
    """NFC, one line, no zero-width marks, at most 500 characters."""
    text = re.sub("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", unicodedata.normalize("NFC", title))
    return " ".join(text.split())[:_LONGEST_TITLE]
