"""Dictionary forms of inflected languages, by pymorphy3 with the OpenCorpora and VESUM dictionaries.

Loaded when the first article in such a language comes (0.1 s, 20 MB); English never touches it. About 20,000 readings
a second, and each form is read once.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
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
    present: bool = False


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
                "pres" in grammemes,
            )
        )
    return tuple(found)


def nominative(words: Sequence[str], case: str, code: str, *, name: bool) -> list[str]:
    """Words in their dictionary case: all of a person's name, of a noun phrase those up to its head ("Міністерства
    оборони" is "Міністерство оборони"). ``case``: the one in which they stand. What cannot be turned stays as printed.
    """
    found: list[str] = []
    gender: str | None = None
    for at, word in enumerate(words):
        parsed: Any = None if word.isupper() and len(word) > 1 else _in_case(word, case, code, gender, name=name)
        surname = _surname(word, gender) if name and found and case == "gent" else ""
        if surname:
            found.append(surname)
            continue
        turned = parsed.inflect({"nomn"}) if parsed is not None else None
        if turned is None:
            if name:
                found.append(word)
                continue
            return [*found, *words[at:]]
        gender = gender or str(parsed.tag.gender or "")
        found.append(_as_printed(turned.word, word))
        if not name and str(parsed.tag.POS) == "NOUN":
            return [*found, *words[at + 1 :]]
    return found


_STEM = r"(.+(?:ов|ев|єв|ёв|ін|їн|ин))"
_MAN, _WOMAN = re.compile(rf"{_STEM}а"), re.compile(rf"{_STEM}(?:ой|ої)")


def _surname(word: str, gender: str | None) -> str:
    """A surname in the genitive, by its ending: a man's reads like a woman's ("Синєгубова"), and dictionaries lack
    many. "" when the ending tells nothing."""
    if gender == "femn":
        match = _WOMAN.fullmatch(word)
        return f"{match[1]}а" if match else ""
    match = _MAN.fullmatch(word) if gender == "masc" else None
    return match[1] if match else ""


def _in_case(word: str, case: str, code: str, gender: str | None, *, name: bool) -> Any:
    """The reading in that case; of a name one that agrees with the first name in gender."""
    parses = [p for p in _analyzer(code).parse(fold(word)) if str(p.tag.case or "") == case]
    if name:
        parses = [p for p in parses if {"Name", "Surn", "Patr"} & p.tag.grammemes] or parses
        parses = [p for p in parses if not gender or str(p.tag.gender or "") == gender] or parses
    return parses[0] if parses else None


def _as_printed(word: str, like: str) -> str:
    return "-".join(
        part[:1].upper() + part[1:] if model[:1].isupper() else part
        for part, model in zip(word.split("-"), like.split("-"), strict=False)
    )


@functools.lru_cache(maxsize=50_000)
def forms_of(word: str, code: str) -> tuple[str, ...]:
    """What to look a word up by: itself in lower case, its dictionary forms, of a participle its first case."""
    folded = fold(word)
    lemmas = [reading.lemma for reading in readings_of(word, code)]
    return tuple(dict.fromkeys((folded, *lemmas, *_participles(folded, code))))


def _participles(word: str, code: str) -> Iterator[str]:
    """The first case of a full participle, whose dictionary form is its verb: "пострадавший" of "пострадавших"."""
    for parsed in _analyzer(code).parse(word):
        if str(parsed.tag.POS) == "PRTF":
            turned = parsed.inflect({"masc", "sing", "nomn"})
            if turned is not None:
                yield str(turned.word)
