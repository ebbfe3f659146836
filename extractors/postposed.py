"""Cues behind their clause: "S, X said on Monday", "S, said X, S". Read from the surface, because parsers take the
speaker for an apposition of the last noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.grammar import (
    BREAKS,
    FINITE,
    Statement,
    children,
    cue_of,
    is_mark,
    is_negated,
    noun_phrase,
    segments_of,
    subtree,
)
from extractors.languages.en_cues import CLAUSE_ONLY, CUE_CLASS, LEMMA_OF
from extractors.languages.language import words
from extractors.sentences import dummy_of
from extractors.subjects import origin_behind, origin_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AFTER = words(
    """
    on in at last late early earlier yesterday today tomorrow this to during after before when via by from with
    again separately too also recently later as through reporters journalists lawmakers parliament him her them
    me us . , ; : - — ! ?
    """
)


def find_postposed(doc: Doc) -> Iterator[Statement]:
    """ "S, X said on Monday.", "S, said X, S.": read from the surface, because parsers take X for an apposition."""
    segments = segments_of(doc)
    for verb in doc:
        lemma = LEMMA_OF.get(verb.lower_, "")
        if CUE_CLASS.get(lemma, "") not in ("say", "claim", "announce", "estimate") or verb.tag_ in ("VBG", "VB"):
            continue
        if lemma in CLAUSE_ONLY or dummy_of(verb) is not None or verb.i < 2:
            continue
        found = _named_before(verb, segments) or _named_behind(verb, segments)
        if found is None:
            continue
        source, low, high = found
        while is_mark(doc[source[-1]]):
            source = source[:-1]
        start = next(n for n, segment in enumerate(segments) if segment == segments[verb.i])
        before = {n for n in range(start, low) if not (is_mark(doc[n]) and n >= low - 1)}
        if not any(doc[n].tag_ in FINITE or dummy_of(doc[n]) is not None for n in before):
            continue
        rest = _rest(doc, high, segments, verb.i)
        content = before | (rest if goes_on(doc, rest) else set())
        held = {verb.i, *source}
        cue = cue_of(verb)
        yield Statement(
            doc, cue, CUE_CLASS[lemma], "verb", source, origin_of(verb) or origin_behind(doc, high), frozenset(content),
            frozenset((before | rest) - held), True, is_negated(verb), False, verb.i,
        )  # fmt: skip


def _named_before(verb: Token, segments: Sequence[int]) -> tuple[tuple[int, ...], int, int] | None:
    """ ", X said": the speaker's tokens, where the clause before ends, where the cue ends."""
    doc = verb.doc
    follows = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else "."
    addressee = LEMMA_OF[verb.lower_] in ("tell", "remind", "assure", "inform", "brief")
    if not (follows in _AFTER or (addressee and doc[verb.i + 1].pos_ in ("PROPN", "NOUN", "DET", "PRON"))):
        return None
    if any(child.dep_ == "ccomp" and child.i > verb.i and _starts_clause(child, verb) for child in verb.children):
        return None
    first = verb.i
    while first > 0 and doc[first - 1].dep_ in ("aux", "advmod", "neg") and doc[first - 1].tag_ != "CD":
        first -= 1
    aside: tuple[tuple[int, ...], int, int] | None = None
    for low in range(first - 1, max(-1, first - 26), -1):
        token = doc[low]
        if segments[low] != segments[verb.i] or (token.tag_ in FINITE and dummy_of(token) is None and low < first - 1):
            return aside
        if token.text in (",", "—", "–") or (dummy_of(token) is not None and token.is_punct):
            phrase = tuple(range(low + 1, first))
            if _is_mention(doc, phrase):
                closed = doc[phrase[-1]].is_punct and not any(doc[n].text == "," for n in phrase[:-1])
                if not closed:
                    return phrase, low, _cue_end(verb)
                aside = aside or (phrase, low, _cue_end(verb))  # "Ivan Melnyk, a farmer, said": the name comes before
            if phrase and not doc[phrase[-1]].is_punct and len(phrase) > 14:
                return aside
    return aside


def _starts_clause(clause: Token, verb: Token) -> bool:
    """A real clause behind the cue, not the rest of the one it interrupts."""
    low = min(subtree(clause))
    return low - verb.i <= 2 or any(mark.lower_ == "that" for mark in children(clause, "mark"))


def _named_behind(verb: Token, segments: Sequence[int]) -> tuple[tuple[int, ...], int, int] | None:
    """ ", said X": the speaker behind the cue."""
    doc = verb.doc
    before = doc[verb.i - 1]
    if not (before.text in (",", "—", "–") or dummy_of(before) is not None):
        return None
    for subject in [*children(verb, "nsubj", "dobj", "ccomp", "attr", "oprd")]:
        if subject.i > verb.i and subject.pos_ in ("NOUN", "PROPN", "PRON") and min(subtree(subject)) == verb.i + 1:
            phrase = noun_phrase(subject)
            if phrase and not any(doc[n].tag_ in FINITE for n in phrase):
                return phrase, verb.i - 1, max(subtree(subject)) + 1
    return None


def _is_mention(doc: Doc, phrase: Sequence[int]) -> bool:
    if (
        not phrase
        or any(doc[n].lower_ == "than" for n in phrase)
        or doc[phrase[0]].is_punct
        or doc[phrase[-1]].tag_ in ("IN", "CC", "DT")
    ):
        return False
    if doc[phrase[0]].tag_ in ("IN", "CC", "WRB", "WDT", "WP", "VBG", "VBN", "TO", "RB"):
        return False
    last = doc[phrase[-1]]
    head_last = last.is_punct or last.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    nouns = [n for n in phrase if doc[n].pos_ in ("NOUN", "PROPN", "PRON")]
    if any(doc[n].tag_ in ("WP", "WDT", "WRB") for n in phrase) and not any(is_mark(doc[n]) for n in phrase):
        return False
    return bool(nouns) and head_last


def _cue_end(verb: Token) -> int:
    """The token behind the cue with its time, place and addressee."""
    doc = verb.doc
    end = verb.i + 1
    while end < len(doc) and not doc[end].is_punct:
        end += 1
    return end


def _rest(doc: Doc, start: int, segments: Sequence[int], verb: int) -> set[int]:
    """What comes behind a parenthesis in the same part of the sentence, unless it turns to something else."""
    rest = {n for n in range(start, len(doc)) if segments[n] == segments[verb]}
    words = [n for n in sorted(rest) if not doc[n].is_punct]
    if not words or doc[words[0]].lower_ in BREAKS | {"according", "per"}:
        return set()
    if doc[words[0]].lower_ in ("and", "or") and any(
        doc[n].tag_ in FINITE and children(doc[n], "nsubj", "nsubjpass") for n in words
    ):
        return set()
    return rest


def goes_on(doc: Doc, rest: set[int]) -> bool:
    """Whether the rest is the interrupted clause going on, not a participle about the saying."""
    words = [doc[n] for n in sorted(rest) if not doc[n].is_punct]
    if not words:
        return False
    if dummy_of(words[0]) is not None:
        return True
    return words[0].tag_ not in ("VBG", "VBN", "IN", "CC", "DT", "RB") and any(w.tag_ in FINITE for w in words)
