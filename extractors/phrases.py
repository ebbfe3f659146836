"""Noun phrases as lists of content words, read off the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.languages.language import words
from extractors.tree import Node

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "X", "SYM"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_CLAUSES = frozenset({"relcl", "appos", "advcl", "ccomp", "parataxis", "dep", "advmod", "neg"})
_NAMING_VERBS = words("called dubbed labeled labelled named known nicknamed titled entitled christened")
_HYPHENS = frozenset({"-", "‐", "‑", "–"})
_EMPTY = words(
    """
    worth according including more most such last next previous past total combined many much own same as less fewer
    least
    """
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without articles and prepositions: ``words`` as printed, ``lemmas`` beside them."""

    words: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)


def phrase_of(noun: Token, without: frozenset[int], *, whole: bool = True) -> Phrase:
    """The content words of a noun's phrase, in order, hyphenated words whole; clauses and asides left out.
    ``whole``: nouns that "and" joins to it belong to it."""
    tokens = sorted(_inside(noun, without, whole), key=lambda token: token.i)
    return joined(token for token in tokens if token.pos_ in _CONTENT and token.lower_ not in _EMPTY | _NAMING_VERBS)


def _inside(noun: Token, without: frozenset[int], whole: bool) -> Iterator[Token]:
    if noun.i not in without:
        yield noun
    for child in noun.children:
        if child.i in without:  # "the best $200 phones": the adjective hangs on the price
            yield from (grand for grand in child.lefts if grand.dep_ == "amod" and grand.i not in without)
        elif _belongs(child, whole):
            yield from _inside(child, without, True)


def _belongs(child: Token, whole: bool) -> bool:
    """False for clauses, asides, spans of years and, where the noun alone is meant, what "and" joins to it."""
    if child.dep_ == "conj":
        return whole and child.pos_ in ("NOUN", "PROPN", "ADJ")
    if child.dep_ == "appos" and child.doc[child.i - 1].text == "/":  # "S&P/ASX 200"
        return True
    if child.pos_ == "NUM" and any(grand.dep_ == "conj" for grand in child.children):
        return False
    return child.dep_ not in _CLAUSES and (whole or child.dep_ != "acl")


def counted_phrase(node: Node) -> Phrase:
    """The counted noun with what stands before it: "1,100 public housing properties". Of "12 page document" the page:
    a singular noun between a number above one and another singular noun is what is counted. Empty for an ellipsis."""
    noun = modified_by(node) or node.noun
    if noun is None or noun.pos_ in ("PRON", "DET"):
        return Phrase()
    own = {token.i for token in node.tokens}
    left = [token for token in noun.subtree if token.i < noun.i and token.i not in own and token.pos_ in _NAMING]
    return joined([*(token for token in left if token.lower_ not in _EMPTY), noun])


def modified_by(node: Node) -> Token | None:
    """ "page" in "12 page document", "cylinder" in "four-cylinder engines"."""
    last = node.tokens[-1]
    doc, at = last.doc, last.i + 1
    hyphened = at < len(doc) and doc[at].text in _HYPHENS
    at += hyphened
    if node.number.unit or at >= len(doc) or doc[at].tag_ != "NN" or node.number.value.point == 1:
        return None
    if not hyphened and at + 1 < len(doc) and doc[at + 1].text in _HYPHENS:  # "two gas-only options"
        return None
    head = doc[at].head
    inside = doc[at].dep_ in ("compound", "nmod", "amod", "npadvmod", "nummod") and head.i > at
    return doc[at] if inside and (hyphened or head.tag_ in ("NN", "NNP", "JJ")) else None


def noun_before(noun: Token) -> Phrase:
    """The unbroken run of naming words that ends in ``noun``."""
    at = noun.i
    while at > 0 and noun.doc[at - 1].pos_ in _NAMING:
        at -= 1
    return joined(token for token in noun.doc[at : noun.i + 1] if token.lower_ not in _EMPTY)


def joined(tokens: Iterable[Token]) -> Phrase:
    """Tokens in order as a phrase; what hyphens join is one whole word."""
    said: list[str] = []
    lemmas: list[str] = []
    last = -1
    for token in tokens:
        if token.i <= last or not any(char.isalnum() for char in token.text):
            continue
        word = _whole(token, last)
        said.append("".join(part.text for part in word))
        lemmas.append("".join(part.lemma_ for part in word))
        last = word[-1].i
    return Phrase(tuple(said), tuple(lemmas))


def _whole(token: Token, floor: int) -> list[Token]:
    """The parts of a hyphenated word around one of them, number tokens of "12-page" left out by ``floor``."""
    doc, first, last = token.doc, token.i, token.i
    while (
        last + 2 < len(doc)
        and doc[last + 1].text in _HYPHENS
        and not (doc[last].whitespace_ or doc[last + 1].whitespace_)
    ):
        last += 2
    while (
        first - 2 > floor
        and doc[first - 1].text in _HYPHENS
        and not (doc[first - 2].whitespace_ or doc[first - 1].whitespace_)
    ):
        if doc[first - 2].like_num:
            break
        first -= 2
    return [*doc[first : last + 1]]
