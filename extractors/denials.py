"""Numbers that somebody rejects: "the figure of 500 is wrong", "not 368 but 164", "called the count a lie"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.grammar import children
from extractors.languages.en_denials import ACCEPT, DOUBT, FALSE, LINK, NAME, REJECT, TRUE
from extractors.roles import Surroundings
from extractors.tree import Node
from news.records import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT = re.compile(r"\b(?:not|n't|n’t|never) (?:been |have been )?(?:the |some |about |a |around )?\Z")
_NOBODY = re.compile(r"\b(?:nobody|no one|none of us) (?:has |have |had |ever )?\w+ (?:the |some |about )?\Z")
_NO_TRUTH = re.compile(r"\bno truth (?:in|to|behind) ")
_NO_PROOF = re.compile(r"\bno (?:evidence|proof|confirmation|sign|record|indication) (?:of|for|that|to support) ")
_STEPS = 8  # from a number up to the verb that judges it


def rejection_of(token: Token | None, surface: str, around: Surroundings) -> Polarity:
    """Whether the words at a number reject it. ``token``: the number, None when its sentence was not parsed;
    ``surface``: its words, since "not only 80" rejects nothing."""
    if surface.lower().startswith(("only ", "just ", "merely ")):
        return Polarity.ASSERTED
    if _NOT.search(around.before) or _NOBODY.search(around.before) or _NO_TRUTH.search(around.before):
        return Polarity.DENIED
    if _NO_PROOF.search(around.before):
        return Polarity.UNCONFIRMED
    below = token
    for _ in range(_STEPS):
        if token is None or below is None or token.head.i == token.i:
            break
        below, token = token, token.head
        found = _judged(token, below)
        if found is not Polarity.ASSERTED:
            return found
        if token.dep_ in ("relcl", "advcl", "ROOT"):
            break
    return Polarity.ASSERTED


def is_denied(node: Node | None, verb: Token | None, words: str) -> bool:
    """ "3,000 people did not die": the verb that says what happened to the things counted is negated."""
    if node is None or verb is None or words != verb.lower_ or node.head.head.i != verb.i:
        return False
    return node.head.dep_ in ("nsubj", "nsubjpass") and any(child.dep_ == "neg" for child in verb.children)


def _judged(verb: Token, below: Token) -> Polarity:
    """What a verb above the number does with it. ``below``: the branch that holds the number."""
    if verb.pos_ not in ("VERB", "AUX"):
        return Polarity.ASSERTED
    negated = any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
    lemma = verb.lemma_.lower()
    about = below.dep_ in ("dobj", "nsubjpass", "ccomp")
    if about and (lemma in REJECT or verb.lower_ in FALSE) and not negated:
        return Polarity.DENIED
    if about and lemma in DOUBT and not negated:
        return Polarity.UNCONFIRMED
    if about and lemma in ACCEPT and (negated or verb.head.lemma_ in ("refuse", "decline")):
        return Polarity.DENIED
    if below.dep_ in ("nsubj", "csubj") and lemma in LINK | {"hold", "stand"}:
        return _called(verb, negated)
    if lemma in NAME and below.dep_ in ("dobj", "nsubj", "ccomp", "oprd"):
        return _called(verb, negated)
    return Polarity.ASSERTED


def _called(verb: Token, negated: bool) -> Polarity:
    """ "is wrong", "turned out to be wrong", "is not true", "does not hold"."""
    said = {
        below.lemma_.lower()
        for child in verb.children
        if child.dep_ in ("attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "dobj", "advcl") and child.i > verb.i
        for below in (child, *children(child, "pobj", "attr", "acomp", "nsubj", "oprd", "pcomp", "amod"))
    } | {child.lower_ for child in verb.children if child.tag_ == "VBN"}
    if verb.lemma_ in ("hold", "stand") and negated:
        return Polarity.DENIED
    return Polarity.DENIED if said & (TRUE if negated else FALSE) else Polarity.ASSERTED
