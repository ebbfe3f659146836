"""Dictionary forms of inflected languages, by pymorphy3 with the OpenCorpora and VESUM dictionaries.

Loaded when the first article in such a language comes (0.1 s, 20 MB); English never touches it. About 20,000 readings
a second, and each form is read once.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word form. ``part``: noun | adjective | participle | verb | numeral | other.

    ``case``: nomn | gent | datv | accs | ablt | loct, "" unknown. ``name``: a first name, surname or patronymic.
    """

    lemma: str
    part: str
    case: str
    plural: bool
    name: bool = False
    finite: bool = False
    future: bool = False


_PARTS = {
    "NOUN": "noun",
    "NPRO": "pronoun",
    "ADJF": "adjective",
    "ADJS": "adjective",
    "PRTF": "participle",
    "PRTS": "participle",
    "VERB": "verb",
    "INFN": "verb",
    "GRND": "verb",
    "NUMR": "numeral",
    "PREP": "preposition",
    "CONJ": "conjunction",
    "ADVB": "adverb",
    "PRED": "adverb",
}


@functools.cache
def _analyzer(code: str) -> Any:
    import pymorphy3  # type: ignore[import-untyped]

    return pymorphy3.MorphAnalyzer(lang=code)


def fold(word: str) -> str:
    """Lower case, one kind of apostrophe."""
    return word.lower().translate(APOSTROPHES)


@functools.lru_cache(maxsize=50_000)
def readings_of(word: str, code: str) -> tuple[Reading, ...]:
    """The readings of a word form, the likeliest first; of an unknown word those of words that end like it."""
    found = []
    for parsed in _analyzer(code).parse(fold(word)):
        tag = str(parsed.tag)
        part = _PARTS.get(str(parsed.tag.POS), "other")
        grammemes = frozenset(tag.replace(" ", ",").split(","))
        finite = "VERB" in grammemes or "PRTS" in grammemes or "ADJS" in grammemes
        found.append(
            Reading(
                parsed.normal_form,
                part,
                str(parsed.tag.case or ""),
                "plur" in grammemes,
                bool(grammemes & {"Name", "Surn", "Patr"}),
                finite,
                "futr" in grammemes,
            )
        )
    return tuple(found)


@functools.lru_cache(maxsize=50_000)
def forms_of(word: str, code: str) -> tuple[str, ...]:
    """What to look a word up by: itself in lower case, then its dictionary forms."""
    folded = fold(word)
    return tuple(dict.fromkeys((folded, *(reading.lemma for reading in readings_of(word, code)))))
