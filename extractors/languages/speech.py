"""What a language without a parser gives to the reader of speech: words only, as dictionary forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """``verbs``: verb of saying -> say | claim | announce | estimate | deny. ``pronouns``: pronoun -> m | f | g (group)

    ``according_nouns`` stand behind ``according_prepositions`` and before the speaker in the genitive ("за словами
    X").
    ``authorities``: words that make a speaker the voice of a state.
    """

    verbs: Mapping[str, str]
    that: frozenset[str]
    about: frozenset[str]
    according_prepositions: frozenset[str]
    according_nouns: frozenset[str]
    citing: tuple[str, ...]
    inside: frozenset[str]
    possessives: frozenset[str]
    as_words: frozenset[str]
    pronouns: Mapping[str, str]
    roles: frozenset[str]
    name_particles: frozenset[str]
    authorities: frozenset[str]
