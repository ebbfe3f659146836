"""How a number of an inflected language is meant, by clause and tense: planned or done, level or change."""

from __future__ import annotations

import re

from extractors.languages.language import Language
from extractors.morphology import forms_of, readings_of
from extractors.numbers import Number
from extractors.roles import Surroundings
from news.records import Aggregation, Change, Modality

_WORDS = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
_BORDER = re.compile(r"[,;:.!?]\s|\s[—–-]\s")


def _clause(around: Surroundings) -> str:
    """The words of the clause on both sides of the number, lower case."""
    before = _BORDER.split(around.before)[-1]
    return f"{before} {_BORDER.split(around.after)[0]}"


def is_recalled(around: Surroundings, language: Language) -> bool:
    """ "Раніше прокуратура повідомляла про 8 загиблих": said earlier, by the words before the number."""
    inflection = language.inflection
    if inflection is None:
        return False
    words = _WORDS.findall(_BORDER.split(around.before)[-1])
    said = (form for word in words for form in forms_of(word, language.code))
    return not inflection.earlier.isdisjoint(words) and any(form in inflection.speech.verbs for form in said)


def modality_in(number: Number, around: Surroundings, language: Language) -> Modality:
    """By modal words, verbs of intention and the future tense of the clause."""
    if number.moved == "from":
        return Modality.ACTUAL
    clause = around.sentence if number.moved else _clause(around)
    words = _WORDS.findall(clause)
    inflection = language.inflection
    if set(words) & language.threshold_words:
        return Modality.THRESHOLD
    if set(words) & language.forecast_words:
        return Modality.FORECAST
    planned = inflection is not None and any(phrase in clause for phrase in inflection.planned_phrases)
    if planned or any(not language.planned_verbs.isdisjoint(forms_of(word, language.code)) for word in words):
        return Modality.PLANNED
    if any(_is_future(word, language.code) for word in words if len(word) > 3):
        return Modality.PLANNED
    return Modality.ACTUAL


def _is_future(word: str, code: str) -> bool:
    """A future that is no present of another verb ("перебувають")."""
    readings = readings_of(word, code)[:2]
    return any(reading.future for reading in readings) and not any(reading.present for reading in readings)


def change_in(number: Number, around: Surroundings, language: Language) -> Change:
    """``by`` behind "на" with a verb of change, ``ratio`` with a word of multiples, else ``level``."""
    inflection = language.inflection
    behind = _WORDS.match(around.after.lstrip())
    if inflection and behind and behind.group() in inflection.multiples:
        return Change.RATIO
    if number.points:
        return Change.BY
    near = _WORDS.findall(around.before)[-1:]
    words = _WORDS.findall(_clause(around))
    moved = any(not language.change_verbs.isdisjoint(forms_of(word, language.code)) for word in words)
    return Change.BY if moved and near == [language.range_by] and number.moved != "to" else Change.LEVEL


def aggregation_in(found: Aggregation, around: Surroundings, language: Language) -> Aggregation:
    """A rate whose word stands before the number ("щодня 300 дронів"), a part told behind it ("11 із них"); else what
    was found."""
    if any(re.match(rf"\s*{phrase}\b", around.after) for phrase in language.part_words):
        return Aggregation.PART
    words = set(_WORDS.findall(_BORDER.split(around.before)[-1]))
    if language.inflection and words & language.inflection.rates_before:
        return Aggregation.RATE
    return found
