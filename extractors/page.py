"""One parsed page: the lxml tree, its JSON-LD objects and its meta tags. Parsed once, shared by all readers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree, html
from lxml.html import HtmlElement

from extractors.decoding import decode
from extractors.publishers.layout import words
from news.errors import ExtractError

#: larger or deeper pages are hostile or no articles: the largest of 830 real ones had 6 MB and 140 levels.
MOST_BYTES = 16_000_000
MOST_LEVELS = 400

ARTICLE_TYPES = frozenset(
    {
        *("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle"),
        *("BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting"),
        *("SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Report", "AdvertiserContentArticle"),
    }
)
_COMMENT = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|//<!\[CDATA\[|//\]\]>")
_TRAILING_COMMA = re.compile(r",(?=\s{0,100}[}\]])")
_MOST_OBJECTS = 500


@dataclass(frozen=True, slots=True)
class Page:
    """``objects``: all JSON-LD objects in document order; ``article``: the one that describes the article, {} if none.
    ``metas``: lower-case name or property -> values in order."""

    url: str
    tree: HtmlElement
    objects: tuple[dict[str, Any], ...]
    article: dict[str, Any]
    metas: dict[str, list[str]]

    def meta(self, *names: str) -> str:
        """The first non-empty value of the first of these meta names that has one."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), "")

    def texts(self, xpath: str) -> list[str]:
        """The texts of all elements, white space folded, empty ones left out."""
        return [text for element in self.elements(xpath) if (text := text_of(element))]

    def elements(self, xpath: str) -> list[HtmlElement]:
        """All elements that match; the expression is ours, never the page's."""
        found = self.tree.xpath(xpath)
        return [element for element in found if isinstance(element, HtmlElement)] if isinstance(found, list) else []

    @property
    def canonical(self) -> str:
        """rel=canonical as an absolute address, "" when there is none or it is the home page."""
        for element in self.elements("//link[@rel]"):
            if "canonical" in (element.get("rel") or "").lower().split():
                try:
                    address = urljoin(self.url, (element.get("href") or "").strip())
                except ValueError:
                    return ""
                path = re.sub(r"^https?://[^/]*", "", address)
                return address if address.startswith("http") and path.strip("/") else ""
        return ""


#: elements that break a line; everything else is inline and joins without a gap ("1,<b>000</b>").
BLOCKS = words(
    "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_SILENT = frozenset({"script", "style", "noscript", "template"})


def text_of(element: HtmlElement) -> str:
    """All text inside: inline tags joined without a gap, blocks with a space, white space folded."""
    return " ".join("".join(_strings(element)).split())


def _strings(root: HtmlElement) -> Iterator[str]:
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            silent += tag in _SILENT
            if tag in BLOCKS:
                yield " "
            if element.text and not silent:
                yield element.text
            continue
        silent -= tag in _SILENT
        if tag in BLOCKS:
            yield " "
        if element is not root and element.tail and not silent:
            yield element.tail


def parse_page(content: bytes, url: str, content_type: str = "") -> Page:
    """Raises ExtractError when the bytes are too many, nested too deep, or hold no element at all."""
    if len(content) > MOST_BYTES:
        raise ExtractError(f"{url}: {len(content):,} bytes are no article (limit {MOST_BYTES:,})")
    text = decode(content, content_type)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise ExtractError(f"{url}: no HTML could be read from {len(content):,} bytes ({error})") from error
    if _depth(tree) > MOST_LEVELS:
        raise ExtractError(f"{url}: nested deeper than {MOST_LEVELS} levels, not read")
    objects = tuple(_json_objects(tree))
    return Page(url, tree, objects, _article_object(objects), _metas(tree))


def _depth(tree: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > MOST_LEVELS:
            break
    return deepest


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content") or ""
        if name and content.strip():
            metas.setdefault(name.strip().lower(), []).append(" ".join(content.split()))
    return metas


def _json_objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of every JSON-LD block; a block that cannot be read is skipped alone."""
    left = _MOST_OBJECTS
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for found in _flatten(_loads(script.text or "")):
            left -= 1
            if left < 0:
                return
            yield found


def _loads(text: str) -> Any:
    for attempt in (text, _TRAILING_COMMA.sub("", _COMMENT.sub("", text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flatten(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:_MOST_OBJECTS]:
            yield from _flatten(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flatten(value.get(name), depth + 1)


def types_of(value: dict[str, Any]) -> set[str]:
    """The schema.org types of an object, without their prefix."""
    types = value.get("@type")
    found = types if isinstance(types, list) else [types]
    return {str(name).rsplit("/", 1)[-1] for name in found if name}


def _article_object(objects: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    articles = [value for value in objects if types_of(value) & ARTICLE_TYPES]
    dated = [value for value in articles if value.get("datePublished")]
    return next(iter(dated or articles), {})
