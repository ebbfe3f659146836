"""How a number is said: claimed now or recalled, asserted or denied, planned or done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.counted import lemma_of
from extractors.languages.language import Language
from extractors.numbers import Number
from extractors.tree import Node, above
from news.records import Modality, Polarity, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
REACH = 70  # characters before and after the number in which a phrase of recall counts
_EARLIER = re.compile(r"\b(?:previously|initially)\b")
_OPENS_EARLIER = re.compile(r"\W*earlier,? (?!this|in|on|that)")
_ADVERB = re.compile(r"\bhad (?:also|already|just|even|only|first|once) ")
_AFTER_SAYING = re.compile(
    r"\bafter\b(?: [^\s,;.]+){0,6} "
    r"(?:wrote|reported|said|announced|estimated|spoke|claimed|reporting|saying|announcing|warned)\b"
)
_HAD_BEEN = re.compile(r"\b(?:it|they|that|this) had been (?:about |around |some |only |nearly |just )?\Z")
_SINCE_WHEN = re.compile(
    r"\bsince [\w ,]{3,30}, (?:when|in which) (?:[a-z]+ ){0,6}?\Z"
)  # "the worst since 1999, when 285"
_NOT = re.compile(r"\bnot (?:the |just |only )?\Z")
_FROM = re.compile(r"\bfrom (?:an? |the )?\Z")
_TO = re.compile(r"\bto (?:[^\s,;]+ ){0,2}[^\s,;]+\Z")
#: "built for 3,000", "any firm with at least 250": what a rule or a plan allows or asks
_TARGET = re.compile(r"\b(?:target|goal|aim|objective)(?: of| was| is| at)?(?: (?:about|around|only|just))?\s\Z")
_REQUIRES = re.compile(
    r"\b(?:(?:built|designed|equipped|licensed) (?:for|to hold|to house)|(?:capacity|room) (?:for|of)|"
    r"(?:any|every|each) \w+ (?:with|of|that has))\s\Z"
)
_NEEDS = re.compile(r"\b(?:needs?|needed|requires?|required)\s\Z")
_AIM = re.compile(r"\bto (?:\w+ )?(?:win|avoid|pass|enter|govern|become|secure|force|trigger|approve|qualify|be)\b")
_CLAUSES = re.compile(r"\bwhile\b|\bwhereas\b")
_TO_FROM = re.compile(r"\W*from (?:about |around |nearly |some |more than )?\Z")


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
    if _returns(around, language):
        return Role.BACKGROUND
    before, after = _ADVERB.sub("had ", around.before[-REACH:]), around.after[:REACH]
    if any(phrase in _CLAUSES.split(before)[-1] for phrase in language.background_before):
        return Role.BACKGROUND
    if any(pattern.search(before) for pattern in (_NOT, _HAD_BEEN, _SINCE_WHEN)):
        return Role.BACKGROUND
    if any(_recalls(phrase, after) for phrase in language.background_after):
        return Role.BACKGROUND
    if _EARLIER.search(before) or _OPENS_EARLIER.match(around.before) or _AFTER_SAYING.search(before):
        return Role.BACKGROUND
    return Role.CLAIM


def _returns(around: Surroundings, language: Language) -> bool:
    """ "fell to 3,036 in the first half from 3,512", "shrank from 17,000 before the war to fewer than 100"."""
    if not _has_change(around.sentence, language):
        return False
    if _FROM.search(around.before) and around.after.endswith(" to "):
        return True
    start = around.sentence.find(around.before)
    return bool(_FROM.search(around.before)) and start > 0 and _TO.search(around.sentence[:start]) is not None


def _recalls(phrase: str, after: str) -> bool:
    """The phrase stands behind the number and is not what it is compared with ("4 percent more than a year ago")."""
    at = after.find(phrase)
    return at >= 0 and not after[:at].endswith((" from ", " than ", " over ", " on ", " with "))


def polarity_of(said: Polarity, around: Surroundings, language: Language) -> Polarity:
    """The attribution's polarity, or ``unconfirmed`` by a phrase of the sentence."""
    if said is not Polarity.ASSERTED:
        return said
    if any(phrase in around.before for phrase in language.denial_phrases):
        return Polarity.DENIED
    if any(phrase in around.sentence for phrase in language.unconfirmed_phrases):
        return Polarity.UNCONFIRMED
    return Polarity.ASSERTED


def modality_of(node: Node | None, around: Surroundings, language: Language) -> Modality:
    """From the auxiliaries and the verbs above the number; ``threshold`` from the words before it."""
    words = set(WORDS.findall(around.before[-40:]))
    if words & language.threshold_words:
        return Modality.THRESHOLD
    if _TARGET.search(around.before):
        return Modality.PLANNED
    if _REQUIRES.search(around.before) or (_NEEDS.search(around.before) and _AIM.search(around.after)):
        return Modality.THRESHOLD
    if any(phrase in around.after[:40] for phrase in language.forecast_phrases):
        return Modality.FORECAST
    if node is None:
        return Modality.FORECAST if words & language.forecast_words else Modality.ACTUAL
    if any(child.dep_ == "relcl" and lemma_of(child) in language.forecast_verbs for child in node.head.children):
        return Modality.FORECAST  # "the 240,000 that economists had expected"
    if node.noun is not None and any(child.lower_ in language.planned_words for child in node.noun.children):
        return Modality.PLANNED  # "the 9,000 planned job cuts"
    for link in above(node):
        word = link.word
        low, high = sorted((word.i, node.head.i))
        if any(token.text == ";" for token in word.doc[low:high]):
            break
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


def _has_change(sentence: str, language: Language) -> bool:
    return any(changes(word, language) for word in WORDS.findall(sentence))


def changes(word: str, language: Language) -> bool:
    """Whether a word tells of movement ("fell", "increases")."""
    return (
        word in language.change_verbs
        or word.removesuffix("s") in language.change_verbs
        or (word.removesuffix("ed") in language.change_verbs)
    )


def is_preliminary(around: Surroundings, language: Language) -> bool:
    """True when the sentence says that the number is not final."""
    return any(word in around.sentence for word in language.preliminary_words)


def cues_of(around: Surroundings, language: Language) -> tuple[str, ...]:
    """The words of revision and dispute in the sentence, in order."""
    words = WORDS.findall(around.sentence)
    known = language.revision_words | language.dispute_words
    return tuple(dict.fromkeys(word for word in words if word in known))
