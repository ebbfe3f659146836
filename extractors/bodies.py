"""The body of an article page as paragraphs: trafilatura on a pruned tree, checked against the page's own paragraphs.

The precise mode is best on news and drops too much of lists, reviews and long blogs; the balanced mode is the reverse.
The page itself decides: when the precise text holds clearly less than the paragraphs of the main element, the balanced
one is read too and the one that agrees better is kept. Measured by ``benchmarks/articles.py``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from extractors.metadata import host_of, site_of
from extractors.page import BLOCKS, Page, text_of
from extractors.publishers import Layout

#: the precise text counts as whole when it has this share of the words of the page's paragraphs. Set on the dev
#: half of the article sets.
WHOLE = 0.85
#: an element with more of the page's paragraphs than this is a wrapper, whatever its name.
_WRAPPER = 0.4
_FEW = 40
_HEADLINE = 25  # characters
#: Chinese, Japanese, Thai: no spaces, about two characters a word.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def find_body(page: Page, layouts: Sequence[Layout]) -> list[str]:
    """The paragraphs in order, NFC, white space folded; [] when nothing is found."""
    tree = pruned(page.tree, layouts)
    own = _words(text_of(element) for element in _own_blocks(tree))
    precise = _extract(tree, precise=True)
    found = _words(precise)
    if len(found) >= max(_FEW, WHOLE * len(own)):
        return precise
    balanced = _extract(tree, precise=False)
    best = max((precise, balanced), key=lambda text: _agreement(_words(text), own))
    if not best:
        best = _extract(page.tree, precise=False)
    declared = _declared_body(page)
    if len(_words(declared)) > 2 * len(_words(best)) and len(_words(declared)) > _FEW:
        return declared
    return best


def _words(paragraphs: Iterable[str]) -> list[str]:
    return _UNSPACED.sub(r" \g<0> ", " ".join(paragraphs)).split()


def word_count(text: str) -> int:
    """Words; where a script has no spaces, half its characters."""
    return len(_UNSPACED.sub("", text).split()) + len(_UNSPACED.findall(text)) // 2


def _agreement(found: list[str], own: list[str]) -> float:
    """F2 of the distinct words: what is missing weighs more than what is too much, cleaning comes later."""
    a, b = set(found), set(own)
    return 5 * len(a & b) / (len(a) + 4 * len(b)) if a or b else 0.0


def pruned(tree: HtmlElement, layouts: Sequence[Layout]) -> HtmlElement:
    """A copy without the parts that the layouts name. The document's own root and body always stay."""
    copy = deepcopy(tree)
    tags = frozenset().union(*(layout.drop_tags for layout in layouts))
    tokens = frozenset().union(*(layout.drop for layout in layouts))
    paragraphs = sum(1 for _ in copy.iter("p"))
    for element in list(copy.iter(etree.Element)):
        if element.tag in ("html", "body", "article", "main", "h1"):
            continue
        if (element.tag in tags or not tokens.isdisjoint(_names(element))) and not _holds_article(element, paragraphs):
            _remove(element)
    return copy


#: prefixes and parts that frameworks put around a class name ("c-newsletter", "newsletter__form", "js-share").
_DECORATION = re.compile(r"^(?:[a-z]{1,2}-|js-|block-|widget-|component-|module-)|(?:__|--).{0,60}$")


def _names(element: HtmlElement) -> set[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()[:40]
    return {*names, *(_DECORATION.sub("", name) for name in names)}


def _holds_article(element: HtmlElement, paragraphs: int) -> bool:
    """A wrapper that only carries such a name: the form around a whole page, a "promo" box with the headline."""
    inside = sum(1 for _ in element.iter("p"))
    return inside > 3 and inside > _WRAPPER * paragraphs


def _remove(element: HtmlElement) -> None:
    """Out of the tree, the text behind it kept."""
    if element.getparent() is not None:
        element.drop_tree()


def link_lines(page: Page) -> list[str]:
    """Blocks that are one link within the site and nothing else, as long as a headline: the way to another story."""
    lines = []
    own = site_of(host_of(page.url))
    for link in page.tree.iter("a"):
        href = link.get("href") or ""
        if href.startswith("#") or (href.startswith(("http", "//")) and site_of(host_of(href)) != own):
            continue
        parent = link.getparent()
        while parent is not None and parent.tag not in BLOCKS:
            parent = parent.getparent()
        text = text_of(link)
        if parent is not None and len(text) >= _HEADLINE and text_of(parent) == text:
            lines.append(text)
    return lines


def _own_blocks(tree: HtmlElement) -> list[HtmlElement]:
    """The paragraphs, items and subheads of the article or main element, else the paragraphs of the page."""
    candidates = [element for tag in ("article", "main") for element in tree.iter(tag)][:30]
    best = max(candidates, key=lambda element: sum(1 for _ in element.iter("p")), default=None)
    if best is None or sum(1 for _ in best.iter("p")) < 3:
        return list(tree.iter("p"))
    return list(best.iter("p", "li", "h2", "h3", "h4", "dd", "td"))


def _extract(tree: HtmlElement, *, precise: bool) -> list[str]:
    document = trafilatura.bare_extraction(
        deepcopy(tree), favor_precision=precise, include_comments=False, include_tables=True, with_metadata=False
    )
    body: Any = getattr(document, "body", None)
    return _paragraphs(body) if body is not None else []


def _paragraphs(body: HtmlElement) -> list[str]:
    """Block text of trafilatura's tree: one string a paragraph, heading, item or table row."""
    blocks = [""]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in _TREE_BLOCKS
        if event == "start":
            if block:
                blocks.append("")
            blocks[-1] += element.text or ""
            continue
        if element.tag == "cell":
            blocks[-1] += " "
        if block:
            blocks.append("")
        if element is not body:
            blocks[-1] += element.tail or ""
    return tidy(blocks)


#: block elements of the TEI-like tree that trafilatura returns, beside HTML's own.
_TREE_BLOCKS = (BLOCKS | {"head", "list", "item", "quote", "row", "lb", "code", "graphic"}) - {"td", "th"}


def tidy(blocks: Sequence[str]) -> list[str]:
    """NFC, white space folded, soft hyphens and zero-width marks gone, empty blocks left out."""
    lines: list[str] = []
    for block in blocks:
        text = unicodedata.normalize("NFC", block).replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
        line = " ".join(text.split())
        if line:
            lines.append(line)
    return lines


def _declared_body(page: Page) -> list[str]:
    """JSON-LD articleBody: often cut, so only where the page itself yields far less."""
    body = page.article.get("articleBody")
    if not isinstance(body, str):
        return []
    text = re.sub(r"<[^<>]{0,500}>", " ", body)
    return tidy(re.split(r"\n+", text))
