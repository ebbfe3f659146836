"""What a share or a sum of money is the measure of, where its own clause leaves that out.

"Greece's deficit was larger than stated, the office ruled: 13.6 percent of GDP. It came to 12.7 percent in January."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.counted import Counted, lemma_of
from extractors.ellipsis import Context
from extractors.languages.language import Language, words
from extractors.predicates import Predicate
from extractors.tree import Node, governors
from news.measures import STATUSES

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 28  # tokens before the number in which its measure may stand
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MEASURES = frozenset({"share", "money", "volume", "mass", "area"})
#: subjects that only stand for a measure named before
_STAND_INS = words("target goal figure number rate estimate forecast projection total sum amount ceiling limit")
_PRONOUNS = words("it they this that which he she")


def measured(
    node: Node, counted: Counted, predicate: Predicate, context: Context, previous: str, language: Language
) -> Predicate:
    """The predicate with the measure named before the number in its sentence, else that of the sentence before
    (``previous``) or of the last figure."""
    if node.number.dimension not in _MEASURES:
        return predicate
    known = frozenset(status for status in predicate.statuses if status in STATUSES)
    if not known and (not counted.text or counted.lemma in language.share_bases):
        found = next(_named_before(node, language), frozenset())
        if not found and _leans_back(node):
            found = named_in(previous, language.measured_statuses, language) or context.measure_of(node.number.unit)
        if found:
            predicate, known = replace(predicate, statuses=found), found
    context.measures.append((node.number.unit, known & language.measured_statuses))
    return predicate


def _named_before(node: Node, language: Language) -> Iterator[frozenset[str]]:
    doc, first = node.top.doc, node.tokens[0].i
    for token in reversed(doc[max(0, first - _REACH) : first]):
        if token.pos_ in ("NOUN", "PROPN"):
            found = language.status_nouns.get(lemma_of(token), frozenset()) & language.measured_statuses
            if found:
                yield found


def named_in(sentence: str, among: frozenset[str], language: Language) -> frozenset[str]:
    """The first of ``among`` that a noun of the sentence stands for: its subject comes first in English."""
    for word in _WORDS.findall(sentence.lower()):
        found = language.status_nouns.get(word, frozenset()) & among
        if found:
            return found
    return frozenset()


def _leans_back(node: Node) -> bool:
    """No clause of its own with a thing as its subject: "it stood at 12.7 percent", "against 12.7 percent"."""
    for link in governors(node):
        if link.word.pos_ in ("VERB", "AUX"):
            return not any(_is_thing(child) for child in link.word.children if child.dep_ in ("nsubj", "nsubjpass"))
    return True


def _is_thing(subject: Token) -> bool:
    return subject.lower_ not in _PRONOUNS and lemma_of(subject) not in _STAND_INS
