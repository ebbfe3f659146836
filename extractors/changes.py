"""What a number is to others: a level or a movement, a total, an addition, a part, a rate or a peak."""

from __future__ import annotations

import functools
import re

from extractors.amounts import Kind
from extractors.bare_numbers import FLOWING
from extractors.counted import lemma_of
from extractors.languages import language_of
from extractors.languages.language import Language, words
from extractors.numbers import Number
from extractors.roles import REACH, WORDS, Surroundings, changes
from extractors.tree import Node, is_partitive
from news.records import Aggregation, Change

_BY = re.compile(
    r"\bby\s(?:as much as |more than |about |around |nearly |almost |some |roughly |just |only |at least )?\Z"
)
_COMPARED = re.compile(
    r"[^.;]{0,40}?\b(?:fewer|less|lower|higher|more|above|below|larger|smaller)\b(?: [\w-]+){0,3}?(?: \([^)]*\))?"
)
_THAN_SAID = re.compile(
    r"\bthan\b[^.;,]{0,80}?\b(?:thought|reported|published|announced|estimated|stated|said|counted|believed|recorded)\b"
)
_DIFFERENCE = re.compile(
    r"\s(?:(?:more|fewer|less|higher|lower) than\b|(?:[\w-]+ ){0,2}?(?:more|fewer|less|higher|lower)"
    r" (?:(?:[\w-]+ ){1,4}?than\b|than (?:before|previously|first|initially|last|the|expected|planned|in|it|on)\b))"
)
_UP_DOWN = re.compile(
    r"(?:\b(\w+) )?\b(?:(?:up|down)|rise of|increase of|drop of|fall of|gain of|decline of|jump of|cut of|"
    r"reduction of)\s\Z"
)
_PARTICLE_VERBS = words(
    """
    give gives gave given giving make makes made making take takes took taken set put shot shoot shooting brought bring
    gunned broke broken laid shut shuts tracked hunted picked turned ended broke closed struck
    """
)  # "shot down 64", "given up half": no movement
_AVERAGE = re.compile(r"\b(?:daily|weekly|monthly|yearly|annual|hourly) (?:average|rate|mean) of\s\Z|\bon average\s\Z")
_A_RECORD = re.compile(r", (?:a|an all-time) record\b(?! of)")
_THE = re.compile(r"\b(?:the|these|those|both|other|its|his|their) \Z")
_THE_OTHERS = re.compile(r", (?:and )?the (?:others?|rest|remainder|remaining)\b")
_FEW = 20
_WHOLE = frozenset({"every", "all", "each"})
_RATIO = re.compile(r"\s(?:times|-?fold)\b")


_GROWTH = re.compile(r"\b(?:growth|expansion|contraction|decline|rise|fall|increase|drop|gain) of (?:[\w-]+ ){0,2}?\Z")
_PACE = re.compile(r"\b(?:rate|pace|clip) of (?:[\w-]+ ){0,2}?\Z")


def _is_growth(around: Surroundings, language: Language) -> bool:
    """ "growth of 4.5 percent", "grew at an annualised rate of 6 percent"."""
    if _GROWTH.search(around.before):
        return True
    verbs = WORDS.findall(around.before[-REACH:])
    return bool(_PACE.search(around.before)) and any(changes(word, language) for word in verbs)


_BESIDE = re.compile(
    r"\b(?:instead of|rather than|than|beyond|above|below|against|after|compared with|compared to|not|from) "
    r"(?:the |an? )?(?:[\w-]+ ){0,2}\Z"
)


def is_set_beside(around: Surroundings) -> bool:
    """ "grew 4.8 percent, instead of the preliminary 6 percent": compared with the number before it."""
    return _BESIDE.search(around.before) is not None


def change_of(node: Node | None, number: Number, around: Surroundings, language: Language) -> Change:
    """``by`` for an amount of movement, ``ratio`` for "three times", else ``level``."""
    if number.kind is Kind.RATIO or _RATIO.match(around.after):
        return Change.RATIO
    if number.points or is_overstated(around) or _moves(around.before) or _DIFFERENCE.match(around.after):
        return Change.BY
    if _BY.search(around.before) and any(changes(word, language) for word in WORDS.findall(around.before[-REACH:])):
        return Change.BY
    if number.unit == "percent" and _is_growth(around, language):
        return Change.BY
    if number.unit == "percent" and node is not None and not is_partitive(node):
        verb = node.top.head if node.top.dep_ in ("npadvmod", "dobj") else node.noun
        if verb is not None and lemma_of(verb) in language.change_verbs:
            return Change.BY
    return Change.LEVEL


def _moves(before: str) -> bool:
    """ "down 12,000", "an increase of 300"."""
    found = _UP_DOWN.search(before[-REACH:])
    return found is not None and found[1] not in _PARTICLE_VERBS


def is_overstated(around: Surroundings) -> bool:
    """ "818,000 fewer jobs than first thought": the number corrects an earlier one."""
    compared = _COMPARED.match(around.after[:60])
    return bool(compared and _THAN_SAID.search(around.after))


@functools.cache
def _rates(code: str) -> re.Pattern[str]:
    """ "5,000 a day", "5,000 barrels each day"; not "in a week", "a year earlier"."""
    rates = sorted(language_of(code).rates, key=len, reverse=True)
    distant = "|".join(re.escape(rate) for rate in rates if rate.startswith(("each ", "every ", "per ")))
    near = "|".join(re.escape(rate) for rate in rates)
    return re.compile(
        rf"^\s*(?:(?:[^\s,;]+ ){{0,2}}(?<!\bin )(?<!\bwithin )(?<!\bfor )(?<!\bover )(?<!\bthan )(?<!\bfrom )(?:{near})"
        rf"|(?:[^\s,;]+ ){{0,4}}(?:{distant or near}))\b(?! (?:earlier|ago|before|later|after|prior|previously|old)\b)"
    )


def aggregation_of(number: Number, around: Surroundings, language: Language) -> Aggregation:
    """increment, part, rate or record by the words at the number; else total."""
    flow = number.dimension in FLOWING and number.per
    if flow or _rates(language.code).match(around.after) or _AVERAGE.search(around.before):
        return Aggregation.RATE
    if number.increment:
        return Aggregation.INCREMENT
    if _is_part(around, language) or _told_before(number, around):
        return Aggregation.PART
    if set(WORDS.findall(around.before[-14:])) & language.record_words or _A_RECORD.search(around.after):
        return Aggregation.RECORD
    return Aggregation.TOTAL


def _told_before(number: Number, around: Surroundings) -> bool:
    """ "34 in the stadium, the others in hospital"; "the six": a few, in words, behind a definite
    article, but "the 11,300 dead" are the toll."""
    if number.dimension != "count":
        return False
    if _THE_OTHERS.search(around.after):
        return True
    if not number.surface.isalpha():
        return False
    return number.value.point <= _FEW and _THE.search(around.before) is not None


def _is_part(around: Surroundings, language: Language) -> bool:
    """ "including 12 children", "of whom 12"."""
    near = around.before[-24:].rstrip(" ,")
    if any(near.endswith(word) for word in language.part_words if word != "of the"):
        return True
    last = near.rpartition(" ")[0]
    return any(last.endswith(word) for word in language.part_words if word.startswith("inclu"))


def is_of(number: Number, around: Surroundings, language: Language) -> bool:
    """ "12 of them", "12 of the 67 victims", "Of the 67 victims, 12": out of what is named; "all 12 of them" is all."""
    if number.dimension == "share" or number.kind is Kind.VAGUE or number.surface.lower().startswith("all "):
        return False
    if _WHOLE & set(WORDS.findall(around.before)):  # "every account, three billion of them"
        return False
    if around.after.startswith(tuple(f" {phrase}" for phrase in language.parts_of | language.parts_after)):
        return True
    opens = around.sentence.lstrip().startswith(tuple(f"{phrase} " for phrase in language.parts_of))
    return opens and ", " in around.before and not around.sentence.startswith(around.before)
