"""Statements without an active cue verb: "according to X", "per X", "X was quoted by Y", cue nouns, headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.grammar import FINITE, Statement, children, is_mark, is_negated, noun_phrase, segments_of, subtree
from extractors.languages.en_cues import CUE_NOUNS, LEMMA_OF, OWNED_NOUNS, VIEW_LINKS, VIEWS
from extractors.languages.en_speakers import BODIES, DOCUMENTS, ROLES
from extractors.sentences import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NO_SPEAKER = frozenset(
    """the latest poll update updates watch video photo photos breaking exclusive opinion analysis read more related
    note source by credit editor's correction review live here""".split()  # noqa: SIM905
)
_COLON = re.compile(r"([A-Z][\w.’'-]*(?:\s(?:of\s|the\s|de\s|al-)?[A-Z][\w.’'-]*){0,4}):\s+(?=\S)")


def cited(verb: Token, passive: bool) -> Statement | None:
    """ "quoted by X as saying", "he was quoted as saying"; "citing Y" is read where the reporting verb is."""
    if not passive:
        return None
    speaker = children(verb, "nsubjpass") or children(verb, "nsubj")
    saying = [
        inner
        for prep in children(verb, "prep")
        if prep.lower_ == "as"
        for inner in children(prep, "pcomp")
        if inner.lower_ in LEMMA_OF
    ]
    if not speaker or not saying:
        return None
    content: set[int] = set()
    for inner in saying:
        for child in inner.children:
            if child.dep_ in ("ccomp", "dobj", "parataxis"):
                content |= subtree(child)
    if not content:
        return None
    agents = [item for agent in children(verb, "agent") for item in children(agent, "pobj")]
    via = noun_phrase(agents[0]) if agents else ()
    source = noun_phrase(speaker[0])
    cue = tuple(sorted({verb.i, *(item.i for item in saying)}))
    # the quoted speaker is the origin, the quoting outlet reports
    return Statement(
        verb.doc, cue, "say", "verb", via or source, source if via else (), frozenset(content), frozenset(content),
        True, is_negated(verb), True, verb.i,
    )  # fmt: skip


def find_according(unit: Unit) -> Iterator[Statement]:
    doc = unit.doc
    if doc is None:
        return
    segments = segments_of(doc)
    for token in doc:
        found = _preposition(token)
        if found is None:
            continue
        cue, item = found
        source = noun_phrase(item)
        phrase = set(range(cue[0], max((*source, *cue)) + 1)) | subtree(item)
        covers = _clause_of(token, phrase, segments) - phrase
        if not covers:
            continue
        yield Statement(
            doc, cue, "say", "according", source, _based_on(item), frozenset(covers), frozenset(covers), True,
            verb=token.i,
        )  # fmt: skip


def _preposition(token: Token) -> tuple[tuple[int, ...], Token] | None:
    """ "according to X", ", per X", "by X's count", "in X's view": the cue's tokens and the speaker's head."""
    lower = token.lower_
    if lower == "according":
        for child in token.children:
            if child.lower_ == "to":
                for item in children(child, "pobj", "pcomp"):
                    return (token.i, child.i), item
        after = token.doc[token.i + 1 : token.i + 2]
        if len(after) and after[0].lower_ == "to":
            for item in children(after[0], "pobj"):
                return (token.i, after[0].i), item
        return None
    if lower == "per":
        for item in children(token, "pobj"):
            comma = token.i > 0 and token.nbor(-1).is_punct
            if (item.pos_ == "PROPN" and (comma or token.i == 0)) or (comma and children(item, "det", "poss")):
                return (token.i,), item
        return None
    return _view(token) if lower in VIEW_LINKS and token.dep_ in ("prep", "agent") else None


def _view(link: Token) -> tuple[tuple[int, ...], Token] | None:
    """ "by X's count", "on the union's figures", "by the reckoning of the police", "by official accounts"."""
    for item in children(link, "pobj"):
        if item.lemma_.lower() not in VIEWS and item.lower_ not in VIEWS:
            continue
        for owner in children(item, "poss"):
            return (link.i, item.i), owner
        if link.lower_ != "by" and link.i > 0:  # "in a report of the ministry" may be about anything
            continue
        for prep in children(item, "prep"):
            for owner in children(prep, "pobj") if prep.lower_ == "of" else ():
                if _is_actor(owner) or owner.pos_ == "PROPN" or owner.lower_.endswith("ists"):
                    return (link.i, item.i), owner
        if any(child.lower_ == "official" for child in children(item, "amod")):
            return (link.i,), item
    return None


def _based_on(item: Token) -> tuple[int, ...]:
    """ "a Reuters report based on three sources", "a report citing Y"."""
    for clause in children(item, "acl"):
        if clause.lower_ in ("citing", "quoting"):
            for goal in children(clause, "dobj"):
                return noun_phrase(goal)
        if clause.lower_ == "based":
            for link in children(clause, "prep", "agent"):
                for goal in children(link, "pobj"):
                    return noun_phrase(goal)
    return ()


def _clause_of(token: Token, phrase: set[int], segments: Sequence[int]) -> set[int]:
    """What "according to X" answers for: its part of the sentence when it stands at either end, else its clause."""
    doc = token.doc
    part = [number for number, segment in enumerate(segments) if segment == segments[token.i]]
    if token.i and token.nbor(-1).text == ":":
        part = [number for number in part if number >= token.i]
    words = [number for number in part if not is_mark(doc[number]) and number not in phrase]
    at_end = not any(number > max(phrase) for number in words)
    at_start = not any(number < min(phrase) for number in words)
    if at_end or at_start:
        return set(words)
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    return {number for number in subtree(head) if segments[number] == segments[token.i]}


def find_nouns(unit: Unit) -> Iterator[Statement]:
    doc = unit.doc
    if doc is None:
        return
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in CUE_NOUNS:
            continue
        owner = _owner(token)
        if owner is None:
            continue
        source = noun_phrase(owner)
        content = subtree(token) - subtree(owner) - {token.i}
        head = token.head
        clause = False
        if token.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX") and head.lower_ not in LEMMA_OF:
            for child in head.children:
                if child.i > head.i and child.dep_ in ("attr", "ccomp", "dobj", "prep", "acomp", "npadvmod"):
                    content |= subtree(child)
                    clause = clause or child.dep_ == "ccomp"
        if token.dep_ == "dobj" and head.lower_ not in LEMMA_OF:
            for child in children(head, "prep"):
                if child.lower_ in ("at", "to", "from", "of"):
                    content |= subtree(child)
        for child in token.children:
            clause = clause or (
                child.dep_ in ("acl", "ccomp") and any(m.lower_ == "that" for m in children(child, "mark"))
            )
        content -= set(source)
        if content:
            yield Statement(
                doc, (token.i,), "claim", "noun", source, (), frozenset(content), frozenset(content), clause,
                verb=token.i,
            )  # fmt: skip


def _owner(noun: Token) -> Token | None:
    """The possessor, maker or publisher of a cue noun; a place's toll is no statement of the place."""
    owned = noun.lemma_.lower() in OWNED_NOUNS
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in ("whose",):
            body = child.pos_ == "PRON" or child.lemma_.lower() in ("ministry", "agency", "official", "police", "army")
            if owned or body:
                return child
        if owned and child.dep_ in ("compound", "nmod") and child.i == noun.i - 1 and child.lemma_.lower() in BODIES:
            return child  # "the police tally"
        if child.dep_ == "prep" and child.lower_ in ("by", "from") and child.i > noun.i:
            for item in children(child, "pobj"):
                if item.pos_ == "PROPN" or (
                    item.pos_ == "NOUN" and item.lemma_.lower() not in DOCUMENTS and _is_actor(item)
                ):
                    return item
    return None


def _is_actor(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in BODIES or lemma in ROLES or noun.lower_ in BODIES


def _is_label(doc: Doc, words: set[int]) -> bool:
    """ "Electrician: $50–$100 per hour": a number behind a label, with no verb that anybody could have said."""
    first = doc[min(words)] if words else None
    number = first is not None and (first.is_currency or first.like_num or first.text[:1] in "~<>" or first.is_digit)
    return number and not any(doc[n].tag_ in (*FINITE, "VBN") for n in words)


def find_colons(unit: Unit) -> Iterator[Statement]:
    """ "Zelensky: Russia lost 1,000 troops in a day"."""
    doc = unit.doc
    if doc is None:
        return
    match = _COLON.match(unit.masked)
    if match is None or unit.inside or any(bare in _NO_SPEAKER for bare in match.group(1).lower().split()):
        return
    source = tuple(token.i for token in doc if token.idx < match.end(1))
    words = {token.i for token in doc if token.idx >= match.end()}
    if _is_label(doc, words):
        return
    if source and len(words) > 2 and not any(token.is_sent_start for token in doc[max(source) + 2 :]):
        colon = max(source) + 1
        yield Statement(doc, (colon,), "say", "colon", source, (), frozenset(words), frozenset(words), True)
