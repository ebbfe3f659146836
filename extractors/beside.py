"""The words right before and after a number, and whether a word can be what it counts."""

from __future__ import annotations

import re

from extractors.languages.language import Language, words
from extractors.morphology import forms_of, readings_of

WORD_BEFORE = re.compile(r"([^\W\d_][\w'’&.]*)[\s\u00a0][-(]?\Z")
WORD_AFTER = re.compile(r"[\s\u00a0]([^\W\d_][\w'’-]*)")
PLURALS = words("people men women children troops police personnel staff cattle sheep fish families")


def is_counted(word: str, language: Language) -> bool:
    """Whether a word of an inflected language can be what a number before it counts, or what happened to it."""
    if language.inflection is None or word in language.inflection.year_words:
        return False
    known = (language.classes, language.status_nouns, language.status_adjectives, language.status_verbs)
    if any(form in table for form in forms_of(word, language.code) for table in known):
        return True
    return any(
        r.part in ("noun", "adjective", "participle") and r.case == "gent" for r in readings_of(word, language.code)
    )
