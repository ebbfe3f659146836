"""Who speaks a cue verb, and whom the speaker cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.grammar import CITING, children, noun_phrase
from extractors.languages.en_speakers import MONTHS, WEEKDAYS
from extractors.sentences import dummy_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_NOBODY = frozenset(["nobody", "none", "nothing", "no-one"]) | MONTHS | WEEKDAYS  # "April to June is given as 3.6"


def speaker_of(verb: Token, passive: bool, lemma: str) -> tuple[int, ...]:
    """Tokens of whoever says it; () when nobody is named."""
    found = _speaker_of(verb, passive, lemma)
    return () if any(verb.doc[number].lower_ in _NOBODY for number in found[:1]) else found


def _speaker_of(verb: Token, passive: bool, lemma: str) -> tuple[int, ...]:
    if passive and not children(verb, "nsubj"):
        for agent in children(verb, "agent"):
            for item in children(agent, "pobj"):
                return noun_phrase(item)
        if lemma in ("quote", "tell"):
            return ()
        if any(child.lower_ in ("as",) and child.dep_ == "prep" for child in verb.children):
            for subject in children(verb, "nsubjpass"):
                return noun_phrase(subject)
        return ()
    current = verb
    for _ in range(4):
        for subject in children(current, "nsubj"):
            if subject.lower_ in ("who", "which", "that", "what"):
                if current.dep_ == "relcl":
                    return noun_phrase(_antecedent(current))
                continue
            if dummy_of(subject) is None and not any(c.lower_ in CITING for c in children(subject, "amod")):
                return whole_subject(current, subject)
        if current.dep_ == "relcl" and current.i == verb.i and verb.tag_ == "VBG":
            return noun_phrase(current.head)
        if current.dep_ == "acl" and current.head.pos_ in ("NOUN", "PROPN", "PRON") and verb.tag_ == "VBG":
            return noun_phrase(current.head)
        if current.dep_ in ("conj", "advcl", "xcomp", "dep", "pcomp", "prep", "parataxis") and (
            current.dep_ != "advcl" or not children(current, "mark") or current.i == verb.i
        ):
            current = current.head
            if children(current, "nsubjpass") and not children(current, "nsubj"):
                subject = children(current, "nsubjpass")[0]
                return () if subject.lower_ in ("it", "that") else noun_phrase(subject)
            continue
        break
    return ()


def is_compared(verb: Token) -> bool:
    """ "fewer than the government had claimed": the verb tells what a number is compared with, not who says it."""
    doc = verb.doc
    low = min((child.i for child in verb.subtree), default=verb.i)
    return doc[low].lower_ == "than" or (low > 0 and doc[low - 1].lower_ == "than")


def whole_subject(verb: Token, subject: Token) -> tuple[int, ...]:
    """ "Its humanitarian office OCHA": the parser may see two subjects where one mention stands."""
    phrase = set(noun_phrase(subject))
    for other in children(verb, "nsubj"):
        cites = any(child.lower_ in CITING for child in children(other, "amod"))
        if other.i != subject.i and dummy_of(other) is None and not cites:
            more = set(noun_phrase(other))
            if more and phrase and (min(more) == max(phrase) + 1 or max(more) + 1 == min(phrase)):
                phrase |= more
    return tuple(sorted(phrase))


def _antecedent(clause: Token) -> Token:
    head: Token = clause.head
    return head


def origin_of(verb: Token) -> tuple[int, ...]:
    """Whom the speaker cites: "citing Y", "quoting Y", "with reference to Y", "referring to Y", "based on Y"."""
    found = origin_behind(verb.doc, verb.i + 1, 9)
    if found:
        return found
    for child in _near(verb):
        if child.lower_ in CITING and child.tag_ != "VBN":
            for item in children(child, "dobj"):
                return noun_phrase(item)
        if child.dep_ in ("dep", "npadvmod", "nsubj") and child.i < verb.i:  # "Quoting officials, it says"
            for first in children(child, "amod"):
                if first.lower_ in CITING:
                    return tuple(n for n in noun_phrase(child) if n > first.i)
        if child.lower_ == "with" or child.lower_ == "in":
            for item in children(child, "pobj"):
                if item.lower_ in ("reference", "reference", "regard"):
                    for link in children(item, "prep"):
                        for goal in children(link, "pobj"):
                            return noun_phrase(goal)
        if child.lower_ in ("referring", "based") and child.pos_ == "VERB":
            for link in children(child, "prep"):
                for goal in children(link, "pobj"):
                    return noun_phrase(goal)
    return ()


def origin_behind(doc: Doc, start: int, reach: int = 4) -> tuple[int, ...]:
    for number in range(start, min(start + reach, len(doc))):
        if doc[number].lower_ in ("citing", "quoting") and doc[number - 1].text == ",":
            for item in children(doc[number], "dobj"):
                return noun_phrase(item)
    return ()


def _near(verb: Token) -> Iterator[Token]:
    """Children of the verb and, one step further, of its participles and conjuncts."""
    for child in verb.children:
        yield child
        if child.dep_ in ("advcl", "conj", "xcomp", "ccomp", "prep", "dobj", "pobj", "npadvmod"):
            for below in child.children:
                if below.dep_ in ("advcl", "conj", "acl", "prep") and below.i > verb.i:
                    yield below
    if verb.dep_ == "advcl":
        yield from (child for child in verb.head.children if child.i != verb.i)
