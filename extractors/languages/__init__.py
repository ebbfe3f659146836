"""Languages as data: one module of words each."""

from __future__ import annotations

from extractors.languages.en import ENGLISH
from extractors.languages.language import Language

LANGUAGES: dict[str, Language] = {"en": ENGLISH}


def language_of(code: str) -> Language:
    """The tables for an ISO 639-1 code; English where there are none, since digits and signs read alike."""
    return LANGUAGES.get(code[:2].lower(), ENGLISH)
