"""Title, authors, language and canonical host of a page. Each has an order of sources, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from py3langid.langid import MODEL_FILE, LanguageIdentifier

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
    site = {plain(name) for name in (entry.outlet, page.meta("og:site_name"), _host(page.url)) if name}
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


def site_of(host: str) -> str:
    """The registrable part of a host, by the common second-level names."""
    parts = host.split(".")
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-size:])


def find_canonical_host(page: Page) -> str:
    """The host that rel=canonical names when it belongs to another site than the page, else ""."""
    other, own = _host(page.canonical), _host(page.url)
    return other if other and own and site_of(other) != site_of(own) else ""


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
