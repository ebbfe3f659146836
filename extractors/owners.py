"""Whose number it is: the company that cuts the jobs, the candidate who has the votes, the owner of the accounts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution import is_carrier
from extractors.counted import nationality_of
from extractors.languages.language import Language, words
from extractors.tree import Node, below, governors, name_at

if TYPE_CHECKING:
    from spacy.tokens import Token

#: a number of these has an owner who must be named; people harmed have none
OWNED = frozenset({"job", "account", "record", "store", "customer"})
_TITLES = words(
    """
    president prime minister mr mrs ms dr sir senator sen rep governor gov chancellor king queen prince secretary
    general chairman ceo judge justice mayor opposition leader candidate former rival us u.s. uk eu mr. mrs. ms. dr.
    sen. rep. gov. monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december congress
    """
)
#: held by persons or parties, who go by their last name
PERSONAL = frozenset({"vote", "share"})
_MONEY = "money"


def subjects_of(node: Node, counted_class: str, language: Language) -> tuple[str, ...]:
    """Names of whom the number belongs to, in the order found; () when the sentence names nobody."""
    acts = counted_class in OWNED or counted_class in PERSONAL or counted_class in ("worker", "seat", "money")
    for source in (
        _behind(node),
        _owners(node, bool(nationality_of(node.head, language))),
        _adjacent(node, counted_class),
        _actors(node, counted_class) if acts else iter(()),
    ):
        for token in source:
            name = name_of(token)
            if name and not is_carrier(name) and not nationality_of(token, language):
                return (name,)
    return ()


def _behind(node: Node) -> Iterator[Token]:
    """ "44% for Edmundo González": the name that "for" joins directly to the number."""
    doc, at = node.top.doc, max(token.i for token in node.tokens) + 1
    while at < len(doc) and doc[at].lower_ in ("%", "percent", "per", "cent", "votes", "vote"):
        at += 1
    if at + 1 < len(doc) and doc[at].lower_ == "for" and doc[at + 1].pos_ == "PROPN":
        yield doc[at + 1]


def _adjacent(node: Node, counted_class: str) -> Iterator[Token]:
    """ "gave Maduro 51.2%", "and Gonzalez 5,326,104": the name right before a share or votes."""
    first = node.tokens[0]
    if counted_class in PERSONAL and first.i > 0 and first.nbor(-1).pos_ == "PROPN":
        yield first.nbor(-1)


def _owners(node: Node, national: bool) -> Iterator[Token]:
    """ "500 million Yahoo accounts", "Amazon's staff", "51% for Maduro", "accounts at Yahoo"."""
    head = node.head
    for child in head.lefts if not national else ():
        if (
            child.dep_ in ("compound", "poss", "nmod")
            and child.pos_ == "PROPN"
            and child.i not in {t.i for t in node.tokens}
        ):
            yield child
    for start in (head, node.top):
        for child in start.rights:
            if child.dep_ == "prep" and child.lower_ in ("for", "at", "from", "of"):
                for token in below(child, frozenset(), 6):
                    if (
                        token.pos_ == "PROPN"
                        and token.dep_ in ("pobj", "poss")
                        and (child.lower_ == "for" or token.dep_ == "poss")
                    ) or (token.pos_ == "PROPN" and token.dep_ == "pobj" and child.lower_ == "at"):
                        yield token


def _actors(node: Node, counted_class: str) -> Iterator[Token]:
    """ "Amazon will cut 16,000 jobs", "gave Maduro 51.2%", "fine of $5m against Acme", "won with 51%"."""
    for link in governors(node):
        word = link.word
        if word.pos_ in ("NOUN", "PROPN"):
            for child in word.children:
                if child.pos_ == "PROPN" and child.dep_ in ("poss", "compound", "nmod"):
                    yield child
                if child.dep_ == "prep" and child.lower_ in ("for", "against", "on") and child.i > node.top.i:
                    yield from (t for t in child.children if t.dep_ == "pobj" and t.pos_ == "PROPN")
            continue
        if word.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        for child in word.children:
            if child.dep_ == "dative" and child.pos_ == "PROPN":
                yield child
        if counted_class == _MONEY:
            for child in word.children:
                if child.dep_ == "prep" and child.lower_ == "against" and child.i > node.top.i:
                    yield from (t for t in child.children if t.dep_ == "pobj" and t.pos_ == "PROPN")
        for child in word.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i != node.head.i:
                yield from _names_of_subject(child, word)
        if word.dep_ in ("ccomp", "ROOT"):
            return


def _names_of_subject(subject: Token, verb: Token) -> Iterator[Token]:
    """The subject itself, its owner ("Amazon's workforce"), or whom a pronoun stands for: the speaker above "it said
    it would cut", the name before "which plans to cut"."""
    if subject.pos_ == "PROPN":
        yield subject
    yield from (t for t in subject.children if t.dep_ == "poss" and t.pos_ == "PROPN")
    if subject.pos_ != "PRON" and subject.tag_ not in ("WDT", "WP"):
        return
    for _ in range(4):
        if verb.dep_ == "relcl" and verb.head.pos_ == "PROPN":
            yield verb.head
            return
        if verb.dep_ not in ("ccomp", "xcomp", "conj", "advcl") or verb.head.i == verb.i:
            return
        verb = verb.head
        for child in verb.children:
            if child.dep_ == "nsubj" and child.i != subject.i:
                yield from (t for t in (child, *child.children) if t.pos_ == "PROPN" and t.dep_ in ("nsubj", "appos"))


def is_titled(token: Token) -> bool:
    """ "President Boluarte", "Attorney General": a person or an office, no organisation."""
    return any(t.lower_.strip(".") in _TITLES for t in name_at(token))


def name_of(token: Token) -> str:
    """The name that ends in a token, titles and accents dropped; a person by the last name; "" for a mere title."""
    for _ in range(4):
        if token.dep_ != "compound" or token.head.pos_ != "PROPN":
            break
        token = token.head
    words = [t.text for t in name_at(token) if t.lower_.strip(".") not in _TITLES and t.lower_ not in _TITLES]
    if not words or not words[-1][:1].isupper():
        return ""
    return fold(" ".join(words))


def fold(name: str) -> str:
    """Without accents, so that González is Gonzalez."""
    if name.isascii():
        return name
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
