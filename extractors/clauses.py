"""Sentences of inflected languages as words, clauses and numbers, for reading without a tree.

A clause ends at a comma, semicolon, colon or dash, and at a conjunction with a number on both sides ("23 загинули і 30
поранено"). That is coarser than grammar, but it keeps each number beside its own verb.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.languages.language import Language
from extractors.morphology import Reading, fold, forms_of, readings_of

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*|[,;:.!?()…]|(?<=\s)[—–-](?=\s)")
_LONGEST = 400  # tokens of a sentence that are looked at: longer ones are lists


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``sentence[start:end]``. ``number``: the number it belongs to, -1 for none; ``clause``: counted from 0.
    ``mark``: punctuation."""

    start: int
    end: int
    text: str
    forms: tuple[str, ...]
    readings: tuple[Reading, ...]
    number: int
    clause: int
    mark: bool = False

    def is_part(self, *parts: str) -> bool:
        return any(reading.part in parts for reading in self.readings)

    @property
    def finite(self) -> bool:
        return any(reading.finite for reading in self.readings[:2])

    @property
    def nominal(self) -> bool:
        """A noun, adjective or participle of full form."""
        return any(r.part in ("noun", "adjective", "participle") and r.case for r in self.readings)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The words of a sentence in order; a number is one word with an empty text."""

    words: tuple[Word, ...]

    def of(self, number: int) -> int:
        """Index of the word that stands for a number."""
        return next(at for at, word in enumerate(self.words) if word.number == number)

    def clause(self, number: int) -> list[Word]:
        """The words of a clause without marks and numbers."""
        return [word for word in self.words if word.clause == number and not word.mark and word.number < 0]

    def has_number(self, clause: int) -> bool:
        return any(word.number >= 0 for word in self.words if word.clause == clause)

    @property
    def count(self) -> int:
        return self.words[-1].clause + 1 if self.words else 0


@functools.lru_cache(maxsize=256)
def clauses_of(sentence: str, numbers: tuple[tuple[int, int], ...], language_code: str) -> Clauses:
    """``numbers``: where each number stands in the sentence, hedge and unit included."""
    from extractors.languages import language_of

    language = language_of(language_code)
    raw = _raw(sentence, numbers)
    clauses = _numbered(raw, language)
    words = tuple(_word(raw, at, clauses[at], language) for at in range(len(raw)))
    return Clauses(words)


def _raw(sentence: str, numbers: Sequence[tuple[int, int]]) -> list[tuple[int, int, str, int]]:
    """(start, end, text, number) of words, marks and numbers in order."""
    found = [(start, end, "", index) for index, (start, end) in enumerate(numbers)]
    for match in _TOKEN.finditer(sentence):
        if not any(start < match.end() and match.start() < end for start, end in numbers):
            found.append((match.start(), match.end(), match.group(), -1))
    return sorted(found)[:_LONGEST]


def _numbered(raw: Sequence[tuple[int, int, str, int]], language: Language) -> list[int]:
    """The clause of every token."""
    cuts = [at for at, (_, _, text, number) in enumerate(raw) if number < 0 and not text[:1].isalpha()]
    borders = [-1, *cuts, len(raw)]
    conjunctions = language.inflection.conjunctions if language.inflection else frozenset()
    for low, high in pairwise(borders):
        numbers = [at for at in range(low + 1, high) if raw[at][3] >= 0]
        for left, right in pairwise(numbers):
            cuts += [at for at in range(left + 1, right) if fold(raw[at][2]) in conjunctions][:1]
    clauses, clause, marks = [], 0, set(cuts)
    for at in range(len(raw)):
        clause += at in marks
        clauses.append(clause)
    return clauses


def _word(raw: Sequence[tuple[int, int, str, int]], at: int, clause: int, language: Language) -> Word:
    start, end, text, number = raw[at]
    if not text[:1].isalpha():
        return Word(start, end, text, (text,), (), number, clause, mark=number < 0)
    forms, readings = forms_of(text, language.code), readings_of(text, language.code)
    return Word(start, end, text, forms, readings, number, clause)
