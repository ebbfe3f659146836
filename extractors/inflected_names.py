"""Proper names of a Ukrainian or Russian article, so that it can be linked with an English one of the same event.

Places stand under the names of the English gazetteer, persons in the first case and in Latin letters. English spellings
of persons vary, so places carry most of the weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.inflected_places import find_inflected_places
from extractors.languages import language_of
from extractors.languages.language import Language
from extractors.morphology import nominative, readings_of
from extractors.romanised import romanised

_WORD = r"[А-ЯІЇЄҐЁ][\w'’ʼ-]*"
_RUN = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}")
_HEAD = re.compile(r"(?:^|[.!?:;…—–\n\"“«„(\[]\s*[\"'“‘«„(\[]?)$")
_CASES = ("nomn", "gent", "datv", "ablt", "accs", "loct")
_MOST = 400


def find_inflected_names(title: str, text: str, language: str) -> frozenset[str]:
    """Names of places, persons and bodies, lower case, Latin letters. Never raises; at most 400."""
    known = language_of(language)
    found: dict[str, None] = {}
    for part in (title, text):
        places = find_inflected_places(part, known.code, offices=True)
        found.update(dict.fromkeys(place.name for place in places))
        taken = {at for place in places for at in range(place.start, place.end)}
        for match in _RUN.finditer(part):
            if match.start() not in taken:
                found.update(dict.fromkeys(_names(part, match, known)))
    return frozenset(list(found)[:_MOST])


def _names(text: str, match: re.Match[str], language: Language) -> Iterator[str]:
    """A person as full name and surname, a body as its word; a word at the head of a sentence only as a person."""
    words = match.group().split(" ")
    head = _HEAD.search(text, max(0, match.start() - 4), match.start()) is not None
    person = [word for word in words if any(reading.name for reading in readings_of(word, language.code))]
    if len(person) >= 2:
        first, last = _first_case(person[-2:], language.code)
        yield romanised(f"{first} {last}", language.code)
        yield romanised(last, language.code)
        return
    if head and len(words) == 1:
        return
    word = words[-1]
    if not (head or word.isupper()):  # abbreviations differ from language to language
        yield romanised(readings_of(word, language.code)[0].lemma, language.code)


def _first_case(words: list[str], code: str) -> list[str]:
    for case in _CASES:
        if all(any(r.name and r.case == case for r in readings_of(word, code)) for word in words):
            return words if case == "nomn" else nominative(words, case, code, name=True)
    return words
