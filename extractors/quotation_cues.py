"""Cues of direct speech that the tree does not join to its quotation: "He said: ...", "..., Blige sings to her".

In the parse a sentence-like quotation is a dummy clause. Whatever finite verb stands right behind it, or the cue verb
in front of its comma or colon, carries it; after a dash, a bare name signs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.grammar import FINITE, Statement, children, cue_of, is_mark, is_negated, noun_phrase
from extractors.languages.en_cues import CUE_CLASS, LEMMA_OF
from extractors.sentences import Unit, dummy_of
from extractors.subjects import speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DASHES = ("―", "—", "–", "-", "--")


def find_quotation_cues(unit: Unit, found: Sequence[Statement]) -> Iterator[Statement]:
    """Statements for the dummy clauses that no statement of ``found`` covers, and for a sentence that ends in a colon
    before a quotation ("He said:")."""
    doc = unit.doc
    if doc is None:
        return
    content = {number for statement in found if statement.source for number in statement.content}
    for group in _dummies(doc):
        if group[-1] in content or group[0] in content:
            continue
        statement = _behind(doc, group) or _signed(doc, group) or _before(doc, group)
        if statement is not None:
            yield statement
    if len(doc) and doc[-1].text == ":" and not any(s.covers for s in found):
        verb = _last_cue(doc, len(doc) - 1)
        if verb is not None:
            statement = _statement(verb, [len(doc) - 1])
            if statement is not None:
                yield statement


def _dummies(doc: Doc) -> Iterator[list[int]]:
    """Token numbers of each dummy clause."""
    group: list[int] = []
    run = None
    for token in doc:
        here = dummy_of(token)
        if here is not run and group:
            yield group
            group = []
        run = here
        if here is not None:
            group.append(token.i)
    if group:
        yield group


def _statement(verb: Token, content: Sequence[int], source: tuple[int, ...] = ()) -> Statement | None:
    source = source or speaker_of(verb, False, LEMMA_OF.get(verb.lower_, "say"))
    source = tuple(number for number in source if number not in content and dummy_of(verb.doc[number]) is None)
    if not source:
        return None
    covers = frozenset(content)
    kind = CUE_CLASS.get(LEMMA_OF.get(verb.lower_, ""), "say")
    return Statement(
        verb.doc, cue_of(verb), kind, "verb", source, (), covers, covers, True, is_negated(verb), False, verb.i
    )  # fmt: skip


def _behind(doc: Doc, group: Sequence[int]) -> Statement | None:
    """ "..., X [, a colonel,] shouts": the first finite verb behind the quotation, with the words before it."""
    comma = doc[group[-1]].is_punct and doc[group[-1]].text != "."
    for token in doc[group[-1] + 1 : group[-1] + 32]:
        if dummy_of(token) is not None or token.text in (";", ":"):
            return None
        if token.tag_ in FINITE and token.tag_ != "MD" and token.dep_ != "relcl":
            if not comma or (token.dep_ in ("aux", "auxpass") and token.head.i > token.i):
                return None
            phrase = _mention(doc, group[-1] + 1, token.i)
            if phrase and (token.i - phrase[-1] < 4 or token.lower_ in LEMMA_OF):
                return _statement(token, group, phrase)
            behind = [s for s in children(token, "nsubj", "dobj") if s.i > token.i] if token.i == group[-1] + 1 else []
            return _statement(token, group, noun_phrase(behind[0])) if behind else _statement(token, group)
    return None


def _mention(doc: Doc, low: int, high: int) -> tuple[int, ...]:
    """The speaker's words between a quotation and its verb; () when they are none."""
    while low < high and (is_mark(doc[low]) or doc[low].pos_ in ("ADV", "CCONJ")):
        low += 1
    while high > low and (is_mark(doc[high - 1]) or doc[high - 1].dep_ in ("aux", "advmod", "neg")):
        high -= 1
    words = doc[low:high]
    if not len(words) or words[0].tag_ in ("IN", "WRB", "WDT", "VBG", "TO", "WP"):
        return ()
    return tuple(range(low, high)) if any(t.pos_ in ("PROPN", "NOUN", "PRON") for t in words) else ()


def _signed(doc: Doc, group: Sequence[int]) -> Statement | None:
    """ "..." ― Steve Quinlan"""
    rest = [token for token in doc[group[-1] + 1 :] if token.text not in (".", ",")]
    if not 2 <= len(rest) <= 7 or rest[0].text not in _DASHES:
        return None
    name = rest[1:]
    if not all(token.text[:1].isupper() or token.text in ("-", "de", "of", ".") for token in name):
        return None
    covers = frozenset(group)
    source = tuple(token.i for token in name)
    return Statement(doc, (rest[0].i,), "say", "signature", source, (), covers, covers, True, verb=rest[0].i)


def _before(doc: Doc, group: Sequence[int]) -> Statement | None:
    """ "He told the crowd, ...", "She wrote: ...": the nearest cue verb in front of a comma or a colon."""
    at = group[0] - 1
    if at < 1:
        return None
    colon = doc[at].text == ":"
    verb = _last_cue(doc, at)
    if verb is None and colon:
        verb = next((t for t in doc[:at] if t.tag_ in FINITE and children(t, "nsubj")), None)
    if verb is None or not (colon or doc[at].text in (",", "—", "–", "-", "...", "that") or at - verb.i <= 12):
        return None
    return _statement(verb, group)


def _last_cue(doc: Doc, end: int) -> Token | None:
    for number in range(end - 1, max(-1, end - 40), -1):
        token = doc[number]
        if dummy_of(token) is not None:
            return None
        if token.lower_ in LEMMA_OF and token.pos_ in ("VERB", "AUX", "NOUN") and token.tag_ not in ("NN", "JJ", "VB"):
            return token
    return None
