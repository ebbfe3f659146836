"""Statements: a cue, who speaks, whom they cite, and which words it covers. Grammar of one parsed sentence.

Read from the dependency tree: subject of a cue verb before or behind it, passive agents, relative and participle
clauses, "according to", "per", "citing", possessives of cue nouns ("the ministry's estimate"), figures put "at".
What a statement covers is a set of token numbers; of two statements over one word the one that covers less is the
inner one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.contents import SHOWN, adverbial, content_of
from extractors.grammar import BREAKS, Statement, children, cue_of, is_negated, segments_of, subtree
from extractors.languages.en_cues import CLAUSE_ONLY, CUE_CLASS, FIGURE_VERBS, LEMMA_OF, ONLY_QUOTES
from extractors.postposed import find_postposed
from extractors.quotation_cues import find_quotation_cues
from extractors.sentences import Unit, dummy_of
from extractors.sources import cited, find_according, find_colons, find_nouns
from extractors.stated import find_stated
from extractors.subjects import is_compared, origin_of, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_statements(unit: Unit) -> list[Statement]:
    """All statements of one parsed sentence in the order of their cues; [] when it was not parsed."""
    if unit.doc is None:
        return []
    behind = list(find_postposed(unit.doc))
    done = {statement.verb for statement in behind}
    found = [
        *behind,
        *(s for s in _verbs(unit) if s.verb not in done),
        *find_according(unit),
        *find_nouns(unit),
        *find_colons(unit),
    ]
    found = [with_colon(statement) for statement in found]
    found += find_stated(unit, found)
    more = list(find_quotation_cues(unit, found))
    said = {statement.verb for statement in more}
    found = [statement for statement in found if statement.source or statement.verb not in said] + more
    return sorted(found, key=lambda statement: statement.cue[0])


def _verbs(unit: Unit) -> Iterator[Statement]:
    doc = unit.doc
    if doc is None:
        return
    segments = segments_of(doc)
    for token in doc:
        lemma = LEMMA_OF.get(token.lower_, "")
        if not lemma or token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") or dummy_of(token) is not None:
            continue
        if token.pos_ not in ("VERB", "AUX") and not _said_like(token):
            mistaken = _mistaken(token, lemma, segments)
            if mistaken is not None:
                yield mistaken
            continue
        statement = _verb(token, lemma, segments)
        if statement is not None:
            yield statement


def _said_like(token: Token) -> bool:
    """Taggers take "reports" or "estimates" for a noun; a subject or a clause under it gives it away."""
    return any(child.dep_ in ("nsubj", "ccomp") for child in token.children) and token.dep_ in ("ROOT", "ccomp", "conj")


def _mistaken(noun: Token, lemma: str, segments: Sequence[int]) -> Statement | None:
    """ "the health ministry reports over 326 deaths", with "reports" tagged as a noun."""
    doc = noun.doc
    if noun.tag_ != "NNS" or lemma not in FIGURE_VERBS or noun.i + 2 >= len(doc):
        return None
    ahead = doc[noun.i + 1 : noun.i + 5]
    if not (
        ahead[0].lower_ == "that"
        or (
            ahead[0].tag_ in ("IN", "CD", "RB", "RBR", "JJR", "JJS", "DT")
            and any(t.like_num or t.tag_ == "CD" for t in ahead)
        )
    ):
        return None
    if ahead[0].lower_ in ("of", "from", "by", "on", "in", "for", "to", "and", "about", "with"):
        return None
    low = noun.i
    while low > 0 and doc[low - 1].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PART") and not doc[low - 1].is_punct:
        low -= 1
    source = tuple(range(low, noun.i))
    if not source or doc[source[-1]].pos_ not in ("NOUN", "PROPN"):
        return None
    content: set[int] = set()
    for number in range(noun.i + 1, len(doc)):
        if segments[number] != segments[noun.i] or doc[number].lower_ in BREAKS:
            break
        if doc[number].lower_ == "and" and doc[number - 1].text == ",":
            break
        content.add(number)
    part = frozenset(content)
    return Statement(doc, (noun.i,), CUE_CLASS[lemma], "verb", source, (), part, part, False, verb=noun.i)


def _verb(verb: Token, lemma: str, segments: Sequence[int]) -> Statement | None:
    kind = CUE_CLASS[lemma]
    if lemma == "claim" and any(thing.lemma_.lower() in ("life", "victim") for thing in children(verb, "dobj")):
        return None  # "the storm claimed 34 lives"
    passive = bool(children(verb, "nsubjpass", "auxpass")) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    if kind == "cite":
        return cited(verb, passive)
    if is_compared(verb):
        return None
    source = speaker_of(verb, passive, lemma)
    content, clause = content_of(verb, lemma, passive, source, segments)
    if not content:
        return None
    if lemma in ONLY_QUOTES and not any(dummy_of(verb.doc[number]) for number in content):
        return None
    if lemma in CLAUSE_ONLY and not clause and lemma not in FIGURE_VERBS | SHOWN:
        return None
    if not source and not (passive and clause) and not clause:
        return None
    origin = origin_of(verb)
    covers = (content | adverbial(verb)) - set(source) - {verb.i}
    if not clause:  # "reported a theft, in 2014, of data on 500 million accounts"
        for prep in children(verb, "prep"):
            if prep.i > verb.i:
                covers |= subtree(prep)
    cue = cue_of(verb)
    return Statement(
        verb.doc, cue, kind, "verb", source, origin, frozenset(content - set(cue)), frozenset(covers), clause,
        is_negated(verb), passive, verb.i,
    )  # fmt: skip


def with_colon(statement: Statement) -> Statement:
    """What follows a colon right behind the content spells it out: "a lower count: 3,000 casualties"."""
    doc = statement.doc
    if not statement.content or statement.form not in ("verb", "noun"):
        return statement
    last = max((*statement.content, *statement.cue))
    colon = next((t.i for t in doc if t.text == ":" and t.i > min(statement.cue)), None)
    if colon is None or any(doc[n].text == ";" for n in range(last, colon)) or colon - last > 8:
        return statement
    stop = next((t.i for t in doc[colon:] if t.text == ";"), len(doc))
    more = frozenset(range(colon, stop))
    return replace(statement, covers=statement.covers | more)
