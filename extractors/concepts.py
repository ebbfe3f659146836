"""The nouns that a number speaks of: "core inflation rose 0.3%" speaks of core inflation.

By the tree alone: what the number is a part of, the noun it modifies, and the subject of its verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.counted import Counted
from extractors.tree import Node, governors

if TYPE_CHECKING:
    from spacy.tokens import Token


def concepts_of(node: Node, counted: Counted, taken: frozenset[int]) -> tuple[str, ...]:
    """Noun phrases, nearest first; words of numbers (``taken``: token numbers) left out."""
    found: list[str] = []
    for link in governors(node):
        if link.word.pos_ in ("VERB", "AUX"):
            subject = next((c for c in link.word.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None and subject.i != node.head.i:
                found.append(phrase_of(subject, taken))
            break
    return tuple(found)


def phrase_of(noun: Token, taken: frozenset[int]) -> str:
    """The content words of a noun phrase."""
    words = [t.text for t in noun.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ") and t.i not in taken]
    return " ".join(words)
