"""The site of a figure within its place: "seven at the bowling alley", "1,400 in government-held areas". What happened
there is a part of what happened in the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.counted import lemma_of
from extractors.languages.en_sites import ALWAYS, AT, PARTS, PLAIN_REGIONS, REGIONS, SITES, WHICH
from extractors.tree import Node, governors

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CIRCLES = 2  # the counted noun and the verb over it; further out the words are about something else


def sites_in(text: str) -> frozenset[str]:
    """The kinds of site that a text names."""
    return frozenset(SITES[word] for word in _WORDS.findall(text.lower()) if word in SITES)


def site_of(node: Node | None, others: frozenset[int], named: frozenset[str]) -> str:
    """The kind of site that the number's own clause names, "" when none or several. ``named``: those of the whole
    article; where there is one only, everything happened there."""
    found = set(_named(node, others)) if node is not None else set()
    site = found.pop() if len(found) == 1 else ""
    return "" if named - ALWAYS == {site} else site


def _named(node: Node, others: frozenset[int]) -> Iterator[str]:
    heads = [node.head, *(link.word for link in list(governors(node))[:_CIRCLES])]
    for head in heads:
        if head.i in others and head.pos_ not in ("VERB", "AUX"):
            return
        for link in head.children:
            if link.dep_ == "prep" and link.lower_ in AT:
                yield from (site for each in (link, *link.conjuncts) for site in _objects(each))
            elif link.dep_ == "advmod" and link.lower_ in SITES:
                yield SITES[link.lower_]
        if head.dep_ in ("ROOT", "ccomp", "relcl", "advcl", "conj") and head.pos_ in ("VERB", "AUX"):
            return


def _objects(link: Token) -> Iterator[str]:
    for item in link.children:
        if item.dep_ == "pobj":
            yield from (site for noun in (item, *item.conjuncts) if (site := _site(noun)))


def _site(noun: Token) -> str:
    """The site a noun names; a region only with a word that says which."""
    lemma = lemma_of(noun)
    before = [child for child in noun.children if child.i < noun.i]
    two = f"{before[-1].lower_} {lemma}" if before else lemma
    if two in SITES or lemma in SITES:
        return SITES.get(two) or SITES[lemma]
    if lemma in REGIONS:
        told = [_which(child) for child in before if child.lower_ in PARTS | WHICH]
        return " ".join((*told, lemma)) if told or lemma not in PLAIN_REGIONS else ""
    return ""


def _which(word: Token) -> str:
    """ "rebel-held" as printed, "northern"."""
    return "".join(token.text_with_ws for token in word.subtree).strip().lower()
