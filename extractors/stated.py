"""Numbers that somebody states without a verb of saying: "stands by 2,975", "by the ministry's count", "organisers
50,000" behind what police counted, "the figure comes from the branch". Only words that hold a number are covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.grammar import FINITE, Statement, children, cue_of, is_negated, noun_phrase, segments_of, subtree
from extractors.languages.en_cues import CUE_NOUNS, HOLDING, NUMBER_LINKS, OWNED_NOUNS, REPORTING_GROUPS, STATED_WITH
from extractors.languages.en_speakers import BODIES, ROLES
from extractors.sentences import Unit
from extractors.subjects import speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_MENTION = 6


def is_number(token: Token) -> bool:
    """A numeral, in digits or words."""
    return bool(token.like_num) or token.tag_ == "CD" or token.text[:1].isdigit()


def is_actor(noun: Token) -> bool:
    """True for who can hold a view of a number: a name, an office, a body, a group that reports one."""
    lemma = noun.lemma_.lower()
    known = noun.lower_ in REPORTING_GROUPS or {lemma, noun.lower_} & BODIES or lemma in ROLES
    return bool(known) or noun.pos_ == "PROPN" or (noun.pos_ == "PRON" and noun.lower_ in ("he", "she", "they"))


def find_stated(unit: Unit, known: Sequence[Statement]) -> Iterator[Statement]:
    """Statements about numbers that ``known``, read from verbs of saying, leaves without a speaker."""
    doc = unit.doc
    if doc is None or not any(is_number(token) for token in doc):
        return
    segments = segments_of(doc)
    own = [*_with_prepositions(doc), *_origins(doc)]
    yield from own
    for statement in (*known, *own):
        yield from _gapped(statement, segments)


def _with_prepositions(doc: Doc) -> Iterator[Statement]:
    """ "stands by 2,975 deaths", "argued for 4.19 million", "came up with 70,000"."""
    for verb in doc:
        links = STATED_WITH.get(verb.lemma_.lower()) if verb.pos_ in ("VERB", "AUX") else None
        if not links:
            continue
        covers = {n for prep in _prepositions(verb) if prep.lower_ in links for n in subtree(prep)}
        source = speaker_of(verb, False, verb.lemma_)
        if not any(is_number(doc[n]) for n in covers) or not source or not any(is_actor(doc[n]) for n in source):
            continue
        content = frozenset(covers - set(source))
        yield Statement(
            doc, cue_of(verb), "estimate", "verb", source, (), content, content, False, is_negated(verb), verb=verb.i
        )


def _prepositions(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("prep", "prt", "advmod"):
            yield child
            yield from children(child, "prep")


def _origins(doc: Doc) -> Iterator[Statement]:
    """ "The figure of 8,000 victims comes from the firm's branch", "the Reuters tally stands at 1,300"."""
    for noun in doc:
        if noun.lemma_.lower() not in CUE_NOUNS or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        verb = noun.head
        if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
            continue
        source = _giver(noun, verb)
        covers = frozenset((subtree(noun) | subtree(verb)) - set(source) - {verb.i})
        if source and any(is_number(doc[n]) for n in covers):
            yield Statement(doc, (verb.i,), "claim", "noun", source, (), covers, covers, verb=noun.i)


def _giver(noun: Token, verb: Token) -> tuple[int, ...]:
    """Who made the number: behind "comes from", or the name right before the noun."""
    if verb.lemma_ in ("come", "stem", "originate", "date"):
        for prep in children(verb, "prep"):
            for item in children(prep, "pobj") if prep.lower_ == "from" else ():
                if is_actor(item) or any(is_actor(child) for child in item.children):
                    return noun_phrase(item)
    for maker in _makers(noun):
        if is_actor(maker) and verb.lemma_ in HOLDING:
            return noun_phrase(maker)
    if noun.lemma_.lower() in OWNED_NOUNS:
        names = [child for child in children(noun, "compound", "nmod") if child.pos_ == "PROPN"]
        if names and verb.lemma_ in HOLDING:
            return tuple(sorted(n for name in names for n in subtree(name)))
    return ()


def _makers(noun: Token) -> Iterator[Token]:
    """Who made a count: "the fire service's list", "a tally kept by Reuters", "the survey by Focus"."""
    yield from children(noun, "poss")
    for link in noun.children:
        if link.dep_ == "acl":
            for agent in children(link, "agent", "prep"):
                yield from children(agent, "pobj") if agent.lower_ == "by" else ()
        elif link.dep_ == "prep" and link.lower_ == "by":
            yield from children(link, "pobj")


def _gapped(statement: Statement, segments: Sequence[int]) -> Iterator[Statement]:
    """ "Police counted 12,000 people, organisers 50,000": another speaker and number under the same verb."""
    doc = statement.doc
    if statement.form != "verb" or statement.clause or not any(is_number(doc[n]) for n in statement.covers):
        return
    for comma in range(max(statement.cue) + 2, len(doc) - 1):
        if segments[comma] != segments[statement.verb] or doc[comma].text not in (",", "and", "against", "while"):
            continue
        start = comma + 1 + (doc[comma + 1].lower_ in ("and", "while", "but"))
        mention, end = _mention(doc, start)
        if not mention or end >= len(doc) or not is_number(doc[end]):
            continue
        stop = next((n for n in range(end, len(doc)) if doc[n].is_punct and doc[n].text != "%"), len(doc))
        covers = frozenset(range(end, stop))
        if not any(doc[n].tag_ in FINITE for n in covers):
            yield Statement(
                doc, statement.cue, statement.kind, "verb", mention, (), covers, covers, False, statement.negated,
                verb=statement.verb,
            )  # fmt: skip
            return


_IN_MENTION = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})


def _mention(doc: Doc, start: int) -> tuple[tuple[int, ...], int]:
    """A speaker's noun phrase from ``start`` on, and the token behind it and its links."""
    end = start
    while (
        end < len(doc) and end - start < _LONGEST_MENTION and doc[end].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART")
    ):
        end += 1
    if end == start or not is_actor(doc[end - 1]) or is_number(doc[end - 1]):
        return (), end
    phrase = tuple(range(start, end))
    while end < len(doc) and doc[end].lower_ in NUMBER_LINKS:
        end += 1
    return phrase, end
