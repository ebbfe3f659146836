"""Languages as data: one module of words each."""

from __future__ import annotations

from extractors.languages.en import ENGLISH
from extractors.languages.language import Language
from extractors.languages.ru import RUSSIAN
from extractors.languages.uk import UKRAINIAN

LANGUAGES: dict[str, Language] = {"en": ENGLISH, "uk": UKRAINIAN, "ru": RUSSIAN}


def language_of(code: str) -> Language:
    """The tables for an ISO 639-1 code; English where there are none (see ``is_known`` before trusting them)."""
    return LANGUAGES.get(code[:2].lower(), ENGLISH)


def is_known(code: str) -> bool:
    """True when there are tables for the language; "" counts as English."""
    return not code or code[:2].lower() in LANGUAGES
