"""Hedges around a number: "about", "at least", "another" before it, "or so", "or more" behind it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from extractors.languages import language_of
from extractors.languages.language import Language
from extractors.morphology import forms_of
from news.records import Hedge

_WORD = re.compile(r"\S+")
_OPENING = "(\"“'‘—–-"
_LONGEST_HEDGE = 5  # words
_BEFORE = 64  # characters looked at before a number
_AHEAD = 90  # characters behind it in which a free word order may put the verb
_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.UP_TO, Hedge.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Lead:
    """The hedge words before a number: where they start, what they mean."""

    start: int
    hedge: Hedge = Hedge.EXACT
    words: str = ""
    increment: bool = False


def lead_before(text: str, start: int, floor: int, language: Language) -> Lead:
    """Hedges and "another" right before ``start``; never reaching back over ``floor``."""
    low = max(floor, start - _BEFORE)
    lead = Lead(start)
    if text[start - 1 : start] == "-":
        return _prefixed(text, start, language)
    last = text[low:start].rsplit(None, 1)[-1:]
    if not last or last[0].lower().lstrip(_OPENING) not in _last_words(language.code):
        return lead
    words = [(m.start() + low, m.group()) for m in _WORD.finditer(text[low:start])]
    if low > 0 and words and words[0][0] == low and not text[low - 1].isspace():
        words = words[1:]
    if text[start - 1 : start] not in ("", " ", "\u00a0", "\u202f", "~", "≈", ">", "<", "≥", "≤", "("):
        return lead
    while words:
        for size in range(min(_LONGEST_HEDGE, len(words)), 0, -1):
            phrase = " ".join(word for _, word in words[-size:]).lower().lstrip(_OPENING)
            if phrase == language.until and _moves(words[:-size], text, start, language):
                return lead  # "went up to 4.2%"
            if phrase in language.hedges or phrase in language.increments:
                at = words[-size][0] + len(words[-size][1]) - len(words[-size][1].lstrip(_OPENING))
                lead = _join_lead(lead, at, phrase, language)
                words = words[:-size]
                break
        else:
            break
    return lead


@functools.cache
def _last_words(code: str) -> frozenset[str]:
    """The last words of all hedges and increments: most numbers have none of them before them."""
    language = language_of(code)
    return frozenset(phrase.rsplit(" ", 1)[-1] for table in (language.hedges, language.increments) for phrase in table)


def _prefixed(text: str, start: int, language: Language) -> Lead:
    """A hedge that is glued to the number: "a sub-300 sq m flat"."""
    words = text[max(0, start - 4) : start].lower()
    if words in language.hedges:
        return Lead(start - len(words), language.hedges[words], words)
    return Lead(start)


def _moves(words: list[tuple[int, str]], text: str, start: int, language: Language) -> bool:
    """A verb of movement right before; anywhere near in the sentence where the order of words is free."""
    if not language.inflection:
        return bool(words) and words[-1][1].lower() in language.movements
    before, after = text[max(0, start - _BEFORE) : start], text[start : start + _AHEAD]
    near = re.findall(r"[^\W\d_]{3,}", re.split(r"[;:.!?]\s", before)[-1])[-5:]
    near += re.findall(r"[^\W\d_]{3,}", re.split(r"[,;:.](?:\s|\Z)", after)[0])[:4]
    return any(not language.movements.isdisjoint(forms_of(word, language.code)) for word in near)


def _join_lead(lead: Lead, at: int, phrase: str, language: Language) -> Lead:
    """Bounds outrank "about", "about" outranks "just"; the words are kept as printed, outer first."""
    if phrase in language.increments:
        return replace(lead, start=at, increment=True)
    hedge = language.hedges[phrase]
    stronger = lead.hedge is Hedge.EXACT or (hedge in _BOUNDS and lead.hedge not in _BOUNDS)
    words = f"{phrase} {lead.words}".strip()
    return replace(lead, start=at, hedge=hedge if stronger else lead.hedge, words=words)


def hedge_behind(text: str, at: int, language: Language) -> tuple[Hedge, str, int] | None:
    """The hedge that begins at ``at`` ("or so", "-plus"), its words, and where it ends."""
    following = text[at : at + 1]
    first = text[at + 1 : at + 2] if following == " " else following
    if not first or first.lower() not in _first_letters(language.code):
        return None
    for phrase, hedge in language.hedges_after.items():
        joined = phrase if phrase[0] in "-+" else f" {phrase}"
        end = at + len(joined)
        if text[at:end].lower() == joined and not text[end : end + 1].isalpha():
            return hedge, phrase, end
    return None


@functools.cache
def _first_letters(code: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in language_of(code).hedges_after)
