"""Which way a number is said to move something: "rose 8%" up, "down 190 points" down, "fell to 13,176" neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.languages.language import Language
from extractors.tree import MAX_CLIMB, Node
from news.records import Direction

if TYPE_CHECKING:
    from spacy.tokens import Token

_AMOUNT = frozenset({"dobj", "npadvmod", "attr", "oprd", "nummod", "advmod", "quantmod", "conj", "appos", "nsubj"})


def movement_of(node: Node, language: Language) -> Direction:
    """The direction; none when the number is where something stands or stood."""
    beside = _beside(node, language)
    if beside is not Direction.NONE:
        return beside
    token = node.head
    for _ in range(MAX_CLIMB):
        above = token.head
        if above.i == token.i:
            return Direction.NONE
        if above.pos_ in ("VERB", "AUX"):
            return _direction(above, token, language)
        by = above.lower_ in (language.range_by, language.between)
        if not by and (above.pos_ not in ("NOUN", "PROPN", "NUM", "SYM") or token.dep_ not in _AMOUNT):
            return Direction.NONE
        token = above
    return Direction.NONE


def _direction(verb: Token, token: Token, language: Language) -> Direction:
    measured = (token.dep_ in _AMOUNT and token.dep_ != "nsubj") or token.lower_ in (
        language.range_by,
        language.between,
    )
    if not measured:
        return Direction.NONE
    lemma = verb.lemma_.lower()
    if lemma in language.rises:
        return Direction.UP
    return Direction.DOWN if lemma in language.falls else Direction.NONE


def _beside(node: Node, language: Language) -> Direction:
    """ "up 58 points", "was 3% higher"."""
    before = node.tokens[0].i - 1
    beside = node.top.doc[before] if before >= 0 else None
    if beside is None or beside.dep_ == "prt":  # "gave up 517 yards"
        return Direction.NONE
    word = beside.lower_
    if word in language.up_words:
        return Direction.UP
    return Direction.DOWN if word in language.down_words else Direction.NONE
