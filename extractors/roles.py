"""How a number is said: claimed now or recalled, planned or done, level or change, total or part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.counted import lemma_of
from extractors.languages.language import Language, words
from extractors.numbers import Number
from extractors.tree import Node, governors
from news.records import Aggregation, Change, Modality, Polarity, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_REACH = 70  # characters before and after the number in which a phrase of recall counts
_EARLIER = re.compile(r"\b(?:previously|initially)\b")
_OPENS_EARLIER = re.compile(r"\W*earlier,? (?!this|in|on|that)")
_ADVERB = re.compile(r"\bhad (?:also|already|just|even|only|first|once) ")
_AFTER_SAYING = re.compile(
    r"\bafter\b(?: [^\s,;.]+){0,6} "
    r"(?:wrote|reported|said|announced|estimated|spoke|claimed|reporting|saying|announcing|warned)\b"
)
_NOT = re.compile(r"\bnot (?:the |just |only )?\Z")
_BY = re.compile(
    r"\bby\s(?:as much as |more than |about |around |nearly |almost |some |roughly |just |only |at least )?\Z"
)
_COMPARED = re.compile(
    r"[^.;]{0,40}?\b(?:fewer|less|lower|higher|more|above|below|larger|smaller)\b(?: [\w-]+){0,3}?(?: \([^)]*\))?"
)
_THAN_SAID = re.compile(
    r"\bthan\b[^.;]{0,80}?\b(?:thought|reported|published|announced|estimated|stated|said|counted|believed|recorded)\b"
)
_DIFFERENCE = re.compile(
    r"\s(?:(?:more|fewer|less|higher|lower) than\b|(?:[\w-]+ ){0,2}?(?:more|fewer|less|higher|lower)"
    r" (?:(?:[\w-]+ ){1,4}?than\b|than (?:before|previously|first|initially|last|the|expected|planned|in|it|on)\b))"
)
_UP_DOWN = re.compile(
    r"(?:\b(\w+) )?\b(?:(?:up|down)|rise of|increase of|drop of|fall of|gain of|decline of|jump of|cut of|loss of|"
    r"reduction of)\s\Z"
)
_PARTICLE_VERBS = words(
    """
    give gives gave given giving make makes made making take takes took taken set put shot shoot shooting brought bring
    gunned broke broken laid shut shuts tracked hunted picked turned ended broke closed struck
    """
)  # "shot down 64", "given up half": no movement
_TO_FROM = re.compile(r"\W*from (?:about |around |nearly |some |more than )?\Z")
_RATIO = re.compile(r"\s(?:times|-?fold)\b")
_RATE_WORDS = 4  # words between the number and "a day"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Text around a number within its sentence: ``before``/``after`` reach to the neighbouring numbers, lower case.
    ``sentence``: all of it, lower case."""

    before: str
    after: str
    sentence: str


def role_of(number: Number, around: Surroundings, language: Language) -> Role:
    """``background`` when the words recall the number as past or superseded."""
    if number.moved == "from" or (_TO_FROM.fullmatch(around.before) and _has_change(around.sentence, language)):
        return Role.BACKGROUND  # "to 140 from 171"
    before, after = _ADVERB.sub("had ", around.before[-_REACH:]), around.after[:_REACH]
    if any(phrase in before for phrase in language.background_before) or _NOT.search(before):
        return Role.BACKGROUND
    if any(phrase in after for phrase in language.background_after):
        return Role.BACKGROUND
    if _EARLIER.search(before) or _OPENS_EARLIER.match(around.before) or _AFTER_SAYING.search(before):
        return Role.BACKGROUND
    return Role.CLAIM


def polarity_of(said: Polarity, around: Surroundings, language: Language) -> Polarity:
    """The attribution's polarity, or ``unconfirmed`` by a phrase of the sentence."""
    if said is not Polarity.ASSERTED:
        return said
    if any(phrase in around.sentence for phrase in language.unconfirmed_phrases):
        return Polarity.UNCONFIRMED
    return Polarity.ASSERTED


def is_denied(node: Node | None, verb: Token | None, words: str) -> bool:
    """ "3,000 people did not die": the verb that says what happened to the things counted is negated."""
    if node is None or verb is None or words != verb.lower_ or node.head.head.i != verb.i:
        return False
    return node.head.dep_ in ("nsubj", "nsubjpass") and any(child.dep_ == "neg" for child in verb.children)


def modality_of(node: Node | None, around: Surroundings, language: Language) -> Modality:
    """From the auxiliaries and the verbs above the number; ``threshold`` from the words before it."""
    words = set(_WORDS.findall(around.before[-40:]))
    if words & language.threshold_words:
        return Modality.THRESHOLD
    if node is None:
        return Modality.FORECAST if words & language.forecast_words else Modality.ACTUAL
    for link in governors(node):
        word = link.word
        if word.pos_ in ("NOUN", "PROPN") and lemma_of(word) not in language.carriers and link.role == "other":
            break  # "a tenth of its 350,000 staff": told by the way
        if word.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        found = _modality_of_verb(word, language)
        if found is not None:
            return found
        if word.dep_ in ("relcl", "acl", "advcl"):
            break
    return Modality.ACTUAL


def _modality_of_verb(word: Token, language: Language) -> Modality | None:
    auxiliaries = {child.lower_ for child in word.children if child.dep_ in ("aux", "auxpass")}
    if "have" in auxiliaries and auxiliaries & {"may", "might"}:
        return Modality.FORECAST
    if "would" in auxiliaries:
        return Modality.PLANNED if word.dep_ == "ccomp" else Modality.FORECAST
    if any(child.dep_ == "neg" for child in word.children):
        auxiliaries -= {"could"}  # "could not corroborate": an attempt that failed
    if auxiliaries & language.forecast_words:
        return Modality.FORECAST
    lemma = lemma_of(word)
    if lemma in language.forecast_verbs:
        return Modality.FORECAST
    if auxiliaries & language.planned_words:
        return Modality.PLANNED
    infinitive = any(child.dep_ in ("xcomp", "ccomp") for child in word.children)
    return Modality.PLANNED if lemma in language.planned_verbs and infinitive else None


def change_of(node: Node | None, number: Number, around: Surroundings, language: Language) -> Change:
    """``by`` for an amount of movement, ``ratio`` for "three times", else ``level``."""
    if _RATIO.match(around.after):
        return Change.RATIO
    if number.points or is_overstated(around) or _moves(around.before) or _DIFFERENCE.match(around.after):
        return Change.BY
    if _BY.search(around.before) and any(_changes(word, language) for word in _WORDS.findall(around.before[-_REACH:])):
        return Change.BY
    if number.unit == "percent" and node is not None:
        verb = node.top.head if node.top.dep_ in ("npadvmod", "dobj") else node.noun
        if verb is not None and lemma_of(verb) in language.change_verbs:
            return Change.BY
    return Change.LEVEL


def _has_change(sentence: str, language: Language) -> bool:
    return any(_changes(word, language) for word in _WORDS.findall(sentence))


def _moves(before: str) -> bool:
    """ "down 12,000", "an increase of 300"."""
    found = _UP_DOWN.search(before[-_REACH:])
    return found is not None and found[1] not in _PARTICLE_VERBS


def _changes(word: str, language: Language) -> bool:
    return (
        word in language.change_verbs
        or word.removesuffix("s") in language.change_verbs
        or (word.removesuffix("ed") in language.change_verbs)
    )


def is_overstated(around: Surroundings) -> bool:
    """ "818,000 fewer jobs than first thought": the number corrects an earlier one."""
    compared = _COMPARED.match(around.after[:60])
    return bool(compared and _THAN_SAID.search(around.after))


def aggregation_of(number: Number, around: Surroundings, language: Language) -> Aggregation:
    """increment, part, rate or record by the words at the number; else total."""
    tail = " ".join(around.after.replace(",", " ,").split()[: _RATE_WORDS + 2])
    if any(re.search(rf"^(?:[^\s,;]+ ){{0,2}}{re.escape(rate)}\b", tail) for rate in language.rates):
        return Aggregation.RATE
    if number.increment:
        return Aggregation.INCREMENT
    near = around.before[-24:]
    if any(near.rstrip().endswith(word) or f"{word} " in near for word in language.part_words if word != "of the"):
        return Aggregation.PART
    if set(_WORDS.findall(around.before[-14:])) & language.record_words:
        return Aggregation.RECORD
    return Aggregation.TOTAL


def is_preliminary(around: Surroundings, language: Language) -> bool:
    """True when the sentence says that the number is not final."""
    return any(word in around.sentence for word in language.preliminary_words)


def cues_of(around: Surroundings, language: Language) -> tuple[str, ...]:
    """The words of revision and dispute in the sentence, in order."""
    words = _WORDS.findall(around.sentence)
    known = language.revision_words | language.dispute_words
    return tuple(dict.fromkeys(word for word in words if word in known))
