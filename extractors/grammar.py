"""Statements and the small grammar that finds them: noun phrases, subtrees, parts between semicolons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.languages.en_cues import OCCASIONS
from extractors.languages.en_speakers import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying. Numbers are token numbers in ``doc``.

    ``source``: the speaker's mention, () when nobody is named. ``origin``: whom the speaker cites. ``content``: the
    words of a clause or object that are said; ``covers``: content and everything else the cue answers for.
    ``form``: verb | according | noun | colon. ``kind``: class of the cue (``en_cues.CUE_CLASS``).
    """

    doc: Doc
    cue: tuple[int, ...]
    kind: str
    form: str
    source: tuple[int, ...]
    origin: tuple[int, ...]
    content: frozenset[int]
    covers: frozenset[int]
    clause: bool = False  # the content is a clause or a quotation, not a bare object
    negated: bool = False
    passive: bool = False
    verb: int = -1

    @property
    def anchor(self) -> Token:
        """The cue's main word."""
        return self.doc[self.verb if self.verb >= 0 else self.cue[0]]


FINITE = ("VBD", "VBZ", "VBP", "MD")


BREAKS = frozenset(["while", "but", "although", "though", "whereas", "yet", "however"])


CITING = frozenset(["citing", "quoting", "crediting", "cited", "quoted"])


_TIME_WORDS = (
    WEEKDAYS | MONTHS | {"today", "yesterday", "tomorrow", "week", "month", "year", "morning", "evening", "night"}
)


def is_mark(token: Token) -> bool:
    """A punctuation mark that no number needs."""
    return token.is_punct and token.text != "%"


def subtree(token: Token) -> set[int]:
    return {below.i for below in token.subtree}


def children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def noun_phrase(head: Token) -> tuple[int, ...]:
    """A speaker's mention: its subtree without relative clauses, participles, times and trailing marks."""
    keep = subtree(head)
    for below in head.subtree:
        if below.i != head.i and below.dep_ in ("relcl", "acl", "advcl", "ccomp", "parataxis") and below.i > head.i:
            keep -= subtree(below)
        elif below.dep_ in ("npadvmod", "conj") and below.head.i == head.i and below.i > head.i:
            if below.dep_ == "npadvmod" or below.pos_ in ("VERB", "AUX"):
                keep -= subtree(below)
        elif below.dep_ == "prep" and below.i > head.i and is_time_or_occasion(below):
            keep -= subtree(below)
    numbers = sorted(keep)
    numbers = _contiguous(numbers, head.i, head.doc)
    while numbers and (head.doc[numbers[-1]].is_punct or head.doc[numbers[-1]].dep_ == "cc"):
        numbers.pop()
    while numbers and head.doc[numbers[0]].is_punct:
        numbers.pop(0)
    return tuple(numbers) or (head.i,)


def _contiguous(numbers: list[int], head: int, doc: Doc) -> list[int]:
    """The stretch around the head; a gap of more than a relative clause between commas ends it."""
    at = numbers.index(head)
    low = high = at
    while low > 0 and numbers[low - 1] == numbers[low] - 1:
        low -= 1
    while high + 1 < len(numbers) and numbers[high + 1] == numbers[high] + 1:
        high += 1
    return numbers[low : high + 1]


def is_time_or_occasion(prep: Token) -> bool:
    """ "on Tuesday", "in an interview", "at a briefing": when and where it was said."""
    if prep.lower_ not in (
        "on",
        "in",
        "at",
        "during",
        "after",
        "before",
        "late",
        "early",
        "to",
        "from",
        "via",
        "by",
        "last",
    ):
        return False
    objects = children(prep, "pobj")
    words = {word.lower_.rstrip(".") for item in objects for word in item.subtree}
    return bool(words & _TIME_WORDS) or any(item.lemma_.lower() in OCCASIONS for item in objects)


def segments_of(doc: Doc) -> list[int]:
    """For each token the number of its part between semicolons."""
    semicolon = doc.vocab.strings[";"]
    numbers: list[int] = []
    part = 0
    for word in doc.to_array("ORTH").tolist():
        numbers.append(part)
        part += word == semicolon
    return numbers


def is_negated(verb: Token) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor") for child in verb.children):
        return True
    helpers = {"decline", "refuse", "fail", "unable"}
    return verb.dep_ == "xcomp" and (verb.head.lemma_ in helpers or any(c.dep_ == "neg" for c in verb.head.children))


def cue_of(verb: Token) -> tuple[int, ...]:
    """The printed cue: the verb with its helpers ("has said", "did not say", "pointed out")."""
    parts = {verb.i}
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - verb.i) <= 3:
            parts.add(child.i)
    return tuple(sorted(parts))
