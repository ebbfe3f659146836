"""Paragraphs that extractors leave in and that are not the article: a table of what they look like, in seven languages.

Only short paragraphs are judged (``LONGEST`` words) and those that name what they are; a long paragraph that begins
like junk is more likely prose. Every row has a case in ``tests/test_articles.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.metadata import plain

LONGEST = 60

#: a paragraph that begins with one of these words of reference is a link to another story.
_READ_ALSO = (
    r"(?:read (?:also|more|next)|also read|see also|watch(?: also| now| live)?|related(?: articles?| stories| news)?|"
    r"more (?:on this|from|stories)|recommended(?: reading)?|don['’]t miss|explained|explainer|in pictures|"
    r"live updates|читайте також|читай також|дивіться також|читайте также|смотрите также|по теме|lesen sie auch|"
    r"mehr zum thema|lire aussi|à lire aussi|lea también|lee también|te puede interesar|leggi anche|"
    r"czytaj (?:też|także))\s?[:|»>–—-]"
)
_WHOLE = (
    # a date, a reading time, a byline, a share bar standing alone
    r"(?:date|updated|published|posted|last updated|first published|modified)\b[ :]{0,3}.{0,60}\d{4}[^.]{0,40}",
    r"\d{1,3}[ -]min(?:ute)?s? (?:read|listen|watch)",
    r"(?:by|from) [^.\d]{3,60}(?:, \w+ \d{1,2}, \d{4}.{0,20})?",
    r"(?:share|tweet|email|print|save|copy link|listen|facebook|twitter|whatsapp|telegram|linkedin|comments?)"
    r"(?:[ ,|/]{1,3}(?:share|tweet|email|print|save|copy link|facebook|twitter|x|whatsapp|telegram|linkedin|on|this|"
    r"article|story)){0,8}",
    r"(?:advertisement|advertising|sponsored(?: content)?|реклама|anzeige|publicité|publicidad|ad)",
    r"(?:photo|image|picture|foto|фото|video|graphic|source photo|file photo|credit|photo credit|image credit)s?"
    r"(?: by| credit| courtesy of)?\s?[:/©].{0,200}",
    r"[(\[]?(?:photo|image|file photo|photograph|pictured)s? (?:by|via|courtesy)[^.]{0,160}[)\]]?\.?",
    r"(?:©|\(c\)|copyright\b).{0,160}",
    r"(?:auch interessant|mehr zum thema|hauptinhalt|related content|most (?:read|popular)(?: stories)?|"
    r"editor[’']s picks|further reading|more to read|our standards: the thomson reuters trust principles|"
    r"weitere themen|à lire aussi|don[’']t miss):?\.?",
    r".{1,80} \(@\w{1,30}\) \w{3,10} \d{1,2}, \d{4}",
    r"(?:all rights reserved|skip to content|continue reading|story continues below(?: advertisement)?|read more|"
    r"article continues below(?: advertisement)?|show more|load more|back to top|recommended stories|"
    r"we['’]re sorry, this feature is currently unavailable.{0,80}|getting your trinity audio player ready.{0,5})\.?",
)
_CREDITS = r"getty images|afp|ap photo|reuters|epa|shutterstock|xinhua|anadolu|nurphoto|handout|zuma|tass|kcna"
_LETTERS = r"newsletters?|briefing|inbox|updates|channel|podcast|free"
_GOODS = r"now|today|here|order|buy|gifts?|collection|limited|discount|available|check out|browse|visit"
_PICTURES = (
    # a list of links as tabloids print it: "Plane passengers quarantined [NEWS]"
    r"^.{10,140} \[[A-Z]{3,12}\]$",
    r"for illustrative purposes",
    rf"\((?:[^()]{{0,80}}(?:{_CREDITS})[^()]{{0,60}})\)\s?\.?$",
    r"\b(?:getty images|ap photo|epa-efe|shutterstock)\b[^.]{0,40}\)?$",
)
_APPEALS = (
    # machines reading aloud
    r"\baudio is (?:created|generated|produced) (?:with|by|using)\b.{0,40}\b(?:ai|artificial intelligence)\b",
    r"\blisten to (?:this article|this story|the article)\b",
    # letters, money, shops: an imperative to the reader
    rf"\b(?:sign up|subscribe|register)\b.{{0,60}}\b(?:{_LETTERS})\b",
    r"\b(?:newsletter|inbox)\b.{0,60}\b(?:sign up|subscribe)\b",
    r"\b(?:follow|join|like) (?:us|me|him|her) (?:on|at)\b",
    r"\bfollow\b.{0,60}\bon (?:twitter|x|instagram|facebook|telegram|linkedin|tiktok|threads)\b",
    r"\b(?:share|using|sharing) your (?:account|subscription)\b|\btu suscripción\b",
    r"\b(?:support (?:our|independent|quality|us)|become a (?:member|patron|supporter)|make a (?:donation|"
    r"contribution)|donate (?:now|today|here)|consider (?:supporting|donating|subscribing)|chip in|"
    r"before you (?:skip|go|leave)|help us (?:find|reach|raise|keep|stay)|no paywall)\b",
    rf"\b(?:our|the) (?:online |gift |seasonal |holiday |new )*(?:shop|store|merch)\b.{{0,120}}\b(?:{_GOODS})\b",
    r"\b(?:shop now|order now|buy now|get yours|our (?:new )?(?:merch|merchandise)|"
    r"(?:seasonal|holiday|christmas|winter) (?:merch|merchandise|collection))\b",
    r"\b(?:download|get) (?:our|the) (?:free )?app\b",
    r"\b(?:click|tap) here (?:to|for)\b",
    r"\bif you (?:found|spot|notice) (?:an? )?(?:error|mistake|typo)\b",
    r"\bпідписуйтесь\b|\bпідтримайте\b|\bподписывайтесь\b|\babonnieren sie\b|\babonnez-vous\b|\bsuscríbete\b",
)
_STARTS = re.compile(_READ_ALSO, re.IGNORECASE)
_WHOLES = re.compile(rf"(?:{'|'.join(_WHOLE)})", re.IGNORECASE)
_PICTURE = re.compile("|".join(_PICTURES), re.IGNORECASE)
_APPEAL = re.compile("|".join(_APPEALS), re.IGNORECASE)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
#: somebody says it: then it is news, not the site's own appeal.
_SAID = re.compile(r"\b(?:said|says|told|according to|announced)\b")


def clean(
    paragraphs: Sequence[str],
    *,
    title: str,
    authors: Sequence[str] = (),
    links: Iterable[str] = (),
    junk: Sequence[str] = (),
) -> list[str]:
    """The paragraphs that belong to the article, unchanged and in order.

    ``links``: texts that are nothing but a link to another story; ``junk``: a publisher's own expressions.
    """
    own = re.compile("|".join(f"(?:{row})" for row in junk), re.IGNORECASE) if junk else None
    headline, names = plain(title), {plain(name) for name in authors}
    linked = {plain(text) for text in links}
    kept: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        words = plain(paragraph)
        if not words or words in names or (index < 4 and headline and words == headline):
            continue
        if words in linked or is_junk(paragraph) or (own and own.match(paragraph)):
            continue
        if kept and paragraph == kept[-1]:
            continue
        kept.append(paragraph)
    return kept


def is_junk(paragraph: str) -> bool:
    """Does this paragraph belong to the page rather than to the article?"""
    if len(paragraph) > 12 * LONGEST or len(paragraph.split()) > LONGEST:
        return False
    text = paragraph.strip(" \u00a0*•-–—>»")
    if not text:
        return True
    if _STARTS.match(text) or _WHOLES.fullmatch(text):
        return True
    return bool(_PICTURE.search(text)) or (bool(_APPEAL.search(text)) and not _SAID.search(text))


def is_cookie_list(paragraphs: Sequence[str]) -> bool:
    """A consent tool's list of cookies instead of an article: the word in a third of many paragraphs."""
    mentions = sum(1 for paragraph in paragraphs if _COOKIES.search(paragraph))
    return mentions >= 4 and mentions * 3 >= len(paragraphs)
