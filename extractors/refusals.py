"""Pages that are no article: how they give themselves away. Only short pages are judged by their words, so that an
article about paywalls or cookies stays an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extractors.bodies import word_count
from extractors.metadata import path_of, plain
from extractors.page import Page, types_of
from news.records import Refusal

FEWEST_WORDS = 25
_TEASER = 130  # words: seven teasers among the dev pages have 20 to 110
_BRIEF = 150
_MANY_HEADLINES = 12
_LITTLE_PROSE = 200  # words

_PAYWALL = re.compile(
    r"subscribe (?:now |today )?(?:to (?:continue|read|keep|unlock|access)|for (?:full|unlimited))|"
    r"already a (?:subscriber|member)|subscribers? only|(?:to|and) continue reading|unlock (?:this|the full)|"
    r"(?:this|the) (?:article|content|story) is (?:only |exclusively )?(?:available (?:only )?(?:to|for)|for|"
    r"reserved for) (?:\w+ )?(?:subscribers|members)|"
    r"you have reached your (?:free )?(?:article )?limit|register (?:for free )?to (?:continue|read)|"
    r"nur für abonnenten|weiterlesen mit|réservé aux abonnés|solo para suscriptores|лише для передплатників|"
    r"только для подписчиков",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"before you continue to|we (?:value|care about|respect) your privacy|manage (?:your )?(?:consent|privacy|cookie)|"
    r"accept all(?: cookies)?|consent to (?:the )?(?:use|processing)|we and our (?:\d+ )?partners|"
    r"cookie (?:settings|policy|preferences|consent)|zustimmen und weiter|alle akzeptieren|accepter et continuer|"
    r"tout accepter|aceptar (?:todas|y)",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"\b(?:404|403|410|500|502|503)\b.{0,30}(?:error|not found|forbidden|unavailable|gone)|"
    r"(?:error|http) (?:404|403|410|500|503)|"
    r"(?:page|article|story|content|site) (?:you (?:are|were) looking for )?(?:was |is |could )?(?:not|no longer|"
    r"can['’]?t|cannot|isn['’]t) (?:be )?(?:found|available|exist)|page not found|not found$|access denied|forbidden|"
    r"just a moment|attention required|are you a (?:robot|human)|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"unusual traffic|enable javascript and cookies|service unavailable|temporarily unavailable|oops|"
    r"something went wrong|сторінк[ауи] не знайдено|страница не найдена|seite nicht gefunden|page introuvable|"
    r"página no encontrada",
    re.IGNORECASE,
)
_TYPES = re.compile(r"html|xml|text/plain|^$|octet-stream", re.IGNORECASE)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"ID3", "an MP3 file"),
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|p|div|article|title|h1)[\s>]", re.IGNORECASE)


def not_html(content: bytes, content_type: str) -> str:
    """What the bytes are instead of HTML, "" when they may be HTML."""
    head = content[:2048].lstrip()
    if not head:
        return "an empty answer"
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            return what
    kind = content_type.split(";")[0].strip()
    if kind and not _TYPES.search(kind):
        return f"content of type {kind[:60]}"
    if head[:1] in b"{[" and not _MARKUP.search(content[:20000]):
        return "JSON"
    if _FEED.search(head) and not _MARKUP.search(head):
        return "a feed"
    return "" if b"<" in content else "plain text without markup"


def refusal_of(page: Page, title: str, paragraphs: Sequence[str]) -> tuple[Refusal, str] | None:
    """Why the page is no article, with what gave it away; None when it is one."""
    text = "\n".join(paragraphs)
    words = word_count(text)
    heading = " ".join([title, *page.texts("//title")[:1], *page.texts("//h1")[:2]])
    if words < _BRIEF:
        shown = f"{heading}\n{text}"
        if (m := _ERROR.search(heading)) or (words < FEWEST_WORDS * 2 and (m := _ERROR.search(text))):
            return Refusal.ERROR_PAGE, f'says "{m[0]}" in {words} words'
        if words < _TEASER and (sign := _paywall_sign(page)):
            return Refusal.PAYWALL, f"only {words} words are free: {sign}"
        if (m := _CONSENT.search(shown)) and len(_CONSENT.findall(shown)) * 60 > words:
            return Refusal.CONSENT, f'says "{m[0]}" in {words} words'
        if words < 60 and not page.article and (m := _CONSENT.search(_visible(page))):
            return Refusal.CONSENT, f'the page says "{m[0]}" and holds {words} words of text'
    if _is_index(page, paragraphs):
        return Refusal.NOT_ARTICLE, "a front page or list of articles"
    if words < FEWEST_WORDS:
        return Refusal.TOO_SHORT, f"{words} words of text"
    return None


def _paywall_sign(page: Page) -> str:
    for value in (page.article, *page.objects):
        if str(value.get("isAccessibleForFree", "")).lower() == "false":
            return "the page declares itself not free"
    if page.meta("article:content_tier").lower() in ("locked", "metered") and _PAYWALL.search(_visible(page)):
        return "the page declares itself locked"
    m = _PAYWALL.search(_visible(page))
    return f'it says "{m[0]}"' if m else ""


def _visible(page: Page) -> str:
    body: Any = page.tree.find("body")
    element = body if body is not None else page.tree
    return " ".join(str(text) for text in element.xpath(".//text()[not(ancestor::script or ancestor::style)]"))[:60_000]


def _is_index(page: Page, paragraphs: Sequence[str]) -> bool:
    """A home or section page: nothing dates it as an article, it lists many headlines, and little of it is prose."""
    kind = page.meta("og:type").lower()
    if page.article or kind == "article" or page.meta("article:published_time"):
        return False
    listed = any(types_of(value) & {"CollectionPage", "ItemList"} for value in page.objects)
    if path_of(page.url).strip("/") and not listed and len(_headlines(page)) < _MANY_HEADLINES:
        return False
    links = {plain(text) for text in page.texts("//a")}
    prose = [text for text in paragraphs if len(text) > 120 and plain(text) not in links]
    return word_count("\n".join(prose)) < _LITTLE_PROSE


def _headlines(page: Page) -> set[str]:
    heads = (plain(text) for text in page.texts("//h2//a | //h3//a | //article//a[.//h2 or .//h3]"))
    return {head for head in heads if len(head) > 20}
