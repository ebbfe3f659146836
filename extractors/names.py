"""Proper names of an article, folded: they decide whether two articles may tell of the same event.

By rule, since entity recognition is slow and weak on news prose: runs of capitalised words, joined over "of" and
"the" where a body's name goes on; a capital at the head of a sentence counts only when the word is a name elsewhere
or the parse says so. Weekdays, months, titles and common words never count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractors.inflected_names import find_inflected_names
from extractors.languages import language_of
from extractors.languages.en_speakers import BODIES, CARRIERS, MONTHS, ROLES, WEEKDAYS
from extractors.places import chain_of
from extractors.sentences import Parsed


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MAX_NAMES = 400  # an article of fifty thousand words has fewer
_RUN = re.compile(
    r"[^\W\d_a-z][\w’'.&-]*(?:\s(?:(?:of|for|and|al|el|de|da|di|du|del|der|van|von|bin|ibn|la|le|the|of\sthe|for\sthe)\s)?"
    r"[^\W\d_a-z][\w’'&-]*){0,7}"
)
_HEAD = re.compile(r"(?:^|[.!?:;…—–\n\"“«„(\[]\s*[\"'“‘«„(\[]?)$")
_COMMON = _words(
    """the a an it he she they we i you this that these those there here but and or nor in on at as for when while
    after before if since although though however meanwhile its his her their our my your what who how why where which
    some many most both one two three four five six seven eight nine ten all according earlier later still so yet with
    by from under last new no not more now then also even just only another other each every such than to of up over
    about into out is are was were be been has have had do does did will would can could may might must should let
    first second third next mr mrs ms dr say says said mr. ms. mrs. dr. per because despite during until unlike
    nearly almost around between among today yesterday tomorrow asked speaking well yes oh ok like read updated photo
    watch live video advertisement image credit getty breaking exclusive analysis opinion news am pm a.m p.m ok tv
    gmt utc est edt pst cet covid am."""
)
_POSSESSIVE = re.compile(r"[’'](?:s)?$")


def find_names(title: str, parsed: Parsed) -> frozenset[str]:
    """Names of persons, bodies, places and named events of title and text, lower case, possessives stripped; a
    name of several words as one, and a person's surname alone as well ("oleksandr syrskyi", "syrskyi").

    Never raises; at most ``MAX_NAMES``, the most frequent.
    """
    if language_of(parsed.language).inflection:
        return find_inflected_names(title, parsed.text, parsed.language)
    inner, heads = Counter[str](), Counter[str]()
    for phrase, at_head in _runs(parsed.text):
        (heads if at_head else inner)[phrase] += 1
    for phrase, at_head in _runs(_plain_title(title, inner)):
        (heads if at_head else inner)[phrase] += 1
    alone = {phrase for phrase in (*inner, *heads) if " " not in phrase}
    found: Counter[str] = Counter()
    words = {word for phrase in inner for word in phrase.split(" ")}
    proper, other = _heads(parsed)
    for phrase, count in inner.items():
        found[phrase] += count
    for phrase, count in heads.items():
        trimmed = _trim_head(phrase, words, proper, other)
        if trimmed:
            found[trimmed] += count
    found = _canonical(found)
    for phrase, count in list(found.items()):
        for part in _parts(phrase, alone):
            found[part] += count
    return frozenset(name for name, _ in found.most_common(MAX_NAMES))


def _plain_title(title: str, inner: Counter[str]) -> str:
    """A title with the capitals of its common words taken back: only words that are names in the text, or all of a
    title that is set in sentence case, count."""
    words = title.split()
    capital = sum(word[:1].isupper() for word in words)
    if not words or capital * 2 < len(words) or len(words) < 4:
        return title
    known = {part for phrase in inner for part in phrase.split(" ")}
    return " ".join(word if _fold(word) in known or word[1:] != word[1:].lower() else word.lower() for word in words)


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """(folded phrase, whether it begins a sentence) for every run of capitalised words."""
    for match in _RUN.finditer(text):
        at_head = bool(_HEAD.search(text, max(0, match.start() - 4), match.start()))
        for phrase, first in _split(match.group()):
            yield phrase, at_head and first


def _split(run: str) -> Iterator[tuple[str, bool]]:
    """A run cut at possessives ("Russia's Kursk Oblast" is two names) and at common words, folded."""
    words: list[str] = []
    first = True
    for word in run.split():
        folded = _fold(word)
        stop = folded in _COMMON or folded in WEEKDAYS or folded in MONTHS
        joiner = word.islower()
        if stop and not (joiner and words):
            yield from _named(words, first)
            first = first and not words and not stop
            words = []
            continue
        words.append(folded)
        if _POSSESSIVE.search(word):
            yield from _named(words, first)
            words, first = [], False
    yield from _named(words, first)


def _named(words: list[str], first: bool) -> Iterator[tuple[str, bool]]:
    """The name without titles before it; joiners at either end dropped."""
    joiners = ("of", "for", "and", "the", "de", "la", "le", "du", "del", "der", "van", "von", "al", "el")
    while words and (words[0] in joiners or (words[0] in ROLES and len(words) > 1)):
        words = words[1:]
        first = False
    while words and words[-1] in joiners:
        words = words[:-1]
    if not words or (len(words) == 1 and (words[0] in ROLES or len(words[0]) < 2 or words[0] in BODIES - _BRANDS)):
        return
    yield " ".join(words), first


_COMPASS = _words("north south east west northern southern eastern western central upper lower")
_BRANDS = _words("ap afp bbc cnn dpa tass reuters interfax nato un eu opec imf who pentagon kremlin pravda")


def _fold(word: str) -> str:
    word = word.strip('"“”‘(),;:!?…[]').replace("’", "'")
    word = _POSSESSIVE.sub("", word)
    return (word if re.fullmatch(r"(?:\w\.)+\w?\.?", word) else word.rstrip(".")).lower()


def _trim_head(phrase: str, words: set[str], proper: set[str], other: set[str]) -> str:
    """A phrase that begins a sentence: its first word must be a name elsewhere, by the parse, by the gazetteer, or
    stand in a longer name."""
    first, _, rest = phrase.partition(" ")
    if first in words or (first in proper and first not in other) or chain_of(phrase):
        return phrase
    if first in other:
        return rest
    return phrase if rest else ""


def _heads(parsed: Parsed) -> tuple[set[str], set[str]]:
    """First words of sentences that the tagger takes for proper nouns, and those it takes for neither name nor noun."""
    proper: set[str] = set()
    other: set[str] = set()
    for unit in parsed.units:
        if unit.doc is not None and len(unit.doc):
            first = unit.doc[0]
            if first.text[:1].isupper() and first.pos_ != "NOUN":
                (proper if first.pos_ == "PROPN" else other).add(_fold(first.text))
    return proper, other


def _canonical(found: Counter[str]) -> Counter[str]:
    """Places under one name ("Libyan", "Libya"); carriers of news and bare compass points left out."""
    kept: Counter[str] = Counter()
    for phrase, count in found.items():
        chain = chain_of(phrase)
        if phrase in _COMPASS or (" " not in phrase and phrase in CARRIERS):
            continue
        kept[chain[0] if chain else phrase] += count
    return kept


def _parts(phrase: str, alone: set[str]) -> Iterator[str]:
    """The surname of a person's full name; a place's last word is none."""
    words = phrase.split(" ")
    if chain_of(phrase) or (len(words) > 2 and words[-1] not in alone):
        return
    plain = not any(word in BODIES or word in ("of", "and", "for", "the") for word in words)
    if 2 <= len(words) <= 4 and plain and len(words[-1]) > 2:
        yield words[-1]
