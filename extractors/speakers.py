"""Speakers: from a mention ("Syrskyi", "the agency", "he") to the fullest name the article gives, with the role.

Rules only: titles and offices before or behind a name, surnames of full names seen in the article, acronyms by their
initials, "the agency" and pronouns by what was last spoken of. When nothing fits, the mention stands as printed;
a pronoun that fits nobody gives "".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractors.grammar import noun_phrase
from extractors.languages.en_speakers import (
    BODIES,
    CARRIER_NOUNS,
    CARRIERS,
    DOCUMENTS,
    GROUP_PRONOUNS,
    LOOSE_NOUNS,
    MONTHS,
    ORG_NOUNS,
    PERSON_PRONOUNS,
    SAME_CARRIER,
    WEEKDAYS,
)
from extractors.languages.language import words
from extractors.mentions import (
    NOBODY,
    PARTICLES,
    SMALL,
    Speaker,
    bare,
    describe,
    gender_of,
    is_body,
    is_capital,
    is_role,
    split_role,
    without_possessive,
)
from extractors.places import chain_of
from extractors.sentences import Parsed, Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CAPITALS = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ž][\w.’'-]*(?:\s(?:(?:al|el|bin|ibn|de|da|di|van|von|der|del|la|le|of the|of|for)\s)?"
    r"[A-ZÀ-ÖØ-ÞĀ-ž][\w’'-]*|\s(?:al|el)-[A-Z][\w’'-]*){1,7}"
)
_LONE = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{2,})(?=[ .,'’](?! ?[A-Z]))")
_INDEFINITE = r"\b[Aa]n?\s(?:[A-Za-z][\w.-]*\s){0,4}%s\b"
_PRONOUNS = PERSON_PRONOUNS | GROUP_PRONOUNS | frozenset(["you"])
OFFICE_PARTS = BODIES | words("foreign defence defense interior health prime deputy former senior army security")
_NO_NAME = WEEKDAYS | MONTHS | words("on in at the a an but and as when after while for it he she if so")


@dataclass(slots=True)
class Speakers:
    """The people and bodies of one article. Built once; ``resolve`` may be asked in text order only, because
    pronouns look back at what was resolved before."""

    parsed: Parsed
    title: str = ""
    surnames: dict[str, str] = field(default_factory=dict)
    firsts: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)  # initials -> full name
    roles: dict[str, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    history: list[tuple[int, Speaker]] = field(default_factory=list)
    topics: list[tuple[int, str]] = field(default_factory=list)
    repeated: str = ""
    plain: set[str] = field(default_factory=set)  # words that the text also prints in lower case

    def __post_init__(self) -> None:
        self.plain = set(re.findall(r"(?<=\s)[a-z]{3,}", self.parsed.text[:200_000])) - PARTICLES
        self.repeated = _repeated(self.title, self.parsed.text)
        for text in (self.parsed.text, self.title):
            for match in _CAPITALS.finditer(text[:200_000]):
                self._learn(match.group(), text, match)

    def _learn(self, phrase: str, text: str, match: re.Match[str]) -> None:
        words = phrase.replace("\n", " ").split(" ")
        while words and bare(words[0]) in _NO_NAME:
            words = words[1:]
        if len(words) < 2:
            return
        name, role = split_role(words)
        pieces = name.split(" ")
        if any(bare(piece) in _NO_NAME for piece in pieces) or chain_of(name):
            return
        if any(piece.lower() in self.plain for piece in pieces[:-1]):  # a headline in title case, no name
            return
        if is_body(pieces):
            initials = "".join(piece[0] for piece in pieces if bare(piece) not in SMALL and is_capital(piece))
            if len(initials) > 1:
                self.bodies.setdefault(initials, without_possessive(name))
            return
        if 2 <= len(pieces) <= 4 and not any(piece in ("of", "for", "the") for piece in pieces):
            clean = without_possessive(name)
            self.surnames.setdefault(bare(pieces[-1]), clean)
            known_role = role or _role_before(text, match.start())
            if known_role:
                self.firsts.setdefault(bare(pieces[0]), clean)
                self.roles.setdefault(clean, known_role)
                self.genders.setdefault(clean, gender_of(known_role))
            elif "-" in pieces[-1]:
                self.firsts.setdefault(bare(pieces[0]), clean)

    # ------------------------------------------------------------------------------------------------ resolving
    def resolve(self, doc: Doc, numbers: Sequence[int], *, inside: Speaker = NOBODY) -> Speaker:
        """The speaker behind a mention. ``inside``: who speaks the quotation that holds the mention ("we", "I")."""
        if not numbers:
            return NOBODY
        head = _head(doc, numbers)
        start, end = self.parsed.cover([doc[number] for number in numbers])
        lower = head.lower_
        if len(numbers) == 1 and lower in MONTHS | WEEKDAYS:
            return NOBODY  # "June was lowered by 133,000 and May by 125,000"
        if lower in PERSON_PRONOUNS | GROUP_PRONOUNS | {"his", "her", "their", "its", "our", "my", "him", "them"}:
            speaker = self._pronoun(head, start, inside)
        else:
            speaker = self._named(head, self.parsed.text[start:end], start)
        if speaker.name:
            self.history.append((start, speaker))
        return speaker

    def _named(self, head: Token, mention: str, start: int) -> Speaker:
        if head.lemma_.lower() in DOCUMENTS:
            owner = _publisher(head)
            if owner is not None:
                return self.resolve(head.doc, noun_phrase(owner))
        told = describe(mention)
        if told.kind in ("body", "person", "") and told.name.lower().startswith("the ") and told.name[4:].islower():
            found = self._definite(bare(told.name.split(" ")[-1]), told.name[4:], start)
            if found.name:
                return found
        return self.full(told)

    def full(self, told: Speaker) -> Speaker:
        """The fullest form of a name seen in the article."""
        name = without_possessive(told.name)
        words = name.split(" ")
        if len(words) == 1 or (len(words) == 2 and bare(words[0]) in PARTICLES):  # "De Blasio"
            key = bare(words[-1])
            found = self.bodies.get(name.replace(".", "")) if name.isupper() else None
            found = found or (self.surnames.get(key) if not name.isupper() else None)
            found = found or self.firsts.get(key) if not name.isupper() else found
            if found:
                person = not is_body(found.split(" "))
                role = told.role or self.roles.get(found, "")
                return Speaker(found, role, "person" if person else "body", told.gender or self.genders.get(found, ""))
        if told.role and told.kind == "person":
            self.roles.setdefault(name, told.role)
            self.surnames.setdefault(bare(words[-1]), name)
        carrier = SAME_CARRIER.get(name.lower())
        if carrier:
            return Speaker(carrier, "", "body")
        return Speaker(
            name, told.role or self.roles.get(name, ""), told.kind, told.gender or self.genders.get(name, "")
        )

    def _definite(self, noun: str, phrase: str, start: int) -> Speaker:
        """ "the agency", "the official": the last speaker of that kind, by its own words first."""
        before = [speaker for at, speaker in self.history if at < start]
        for speaker in reversed(before):
            words = {bare(word) for word in f"{speaker.name} {speaker.role}".split(" ")}
            if noun in words and speaker.name.lower() != f"the {phrase}":
                return speaker
        indefinite = re.findall(_INDEFINITE % re.escape(noun), self.parsed.text[max(0, start - 3_000) : start])
        if indefinite:
            return describe(indefinite[-1])
        if " " in phrase:
            return NOBODY
        if noun in CARRIER_NOUNS or noun in LOOSE_NOUNS:
            carrier = noun in CARRIER_NOUNS
            for speaker in reversed(before):
                if speaker.kind == "body" and (not carrier or is_carrier(speaker.name)) and " the " not in speaker.name:
                    return speaker
            return self.topic(start) if not carrier else NOBODY
        for name, role in self.roles.items():
            if noun in {bare(word) for word in role.split(" ")}:
                return Speaker(name, role, "person", self.genders.get(name, ""))
        return NOBODY

    def topic(self, start: int) -> Speaker:
        """The last body that was the subject of a sentence before; else the name the article repeats most."""
        for at, name in reversed(self.topics):
            if at < start:
                return self.full(describe(name))
        return Speaker(self.repeated, "", "body") if self.repeated else NOBODY

    def note_subjects(self, unit: Unit) -> None:
        """Remember the named bodies that are subjects of a parsed sentence: "the company" may mean them later."""
        for token in unit.doc if unit.doc is not None else ():
            if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ == "PROPN":
                whole = self.parsed.cover([token.doc[number] for number in noun_phrase(token)])
                told = self.full(describe(self.parsed.text[slice(*whole)]))
                if told.kind != "person" and told.name not in self.surnames.values() and len(told.name) < 60:
                    self.topics.append((whole[0], told.name))

    def _pronoun(self, head: Token, start: int, inside: Speaker) -> Speaker:
        lower = head.lower_
        if lower in ("i", "we", "our", "my", "us"):
            return inside
        person = lower in ("he", "she", "his", "her", "him")
        gender = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}.get(lower, "")
        for subject in _subjects_before(head):
            told = self.full(describe(self.parsed.text[slice(*self.parsed.span(subject))]))
            if person and told.name in self.surnames.values() and _fits(told, gender):
                return Speaker(told.name, told.role, "person", gender)
            body = subject.pos_ == "PROPN" or subject.lemma_.lower() in BODIES | ORG_NOUNS
            if lower in ("it", "its") and body and told.kind != "person":
                whole = self.parsed.cover([head.doc[number] for number in noun_phrase(subject)])
                return self.full(describe(self.parsed.text[slice(*whole)]))
        wanted = ("person", "") if person else ("body", "group", "")
        for at, speaker in reversed(self.history):
            if (
                at < start
                and speaker.kind in wanted
                and speaker.name.lower() not in _PRONOUNS
                and _fits(speaker, gender)
            ):
                return speaker
        if not person:
            return NOBODY
        return self._last_person(start, gender)

    def _last_person(self, start: int, gender: str) -> Speaker:
        """The last person named before, whoever it was."""
        window = self.parsed.text[max(0, start - 600) : start]
        for word in reversed(re.findall(r"[\w’'-]+", window)):
            name = self.surnames.get(bare(word)) if is_capital(word) else None
            if name and _fits(Speaker(name, gender=self.genders.get(name, "")), gender):
                return Speaker(name, self.roles.get(name, ""), "person", gender)
        return NOBODY


def _repeated(title: str, text: str) -> str:
    """The one-word name that stands in the middle of sentences most often, at least three times; "" when none."""
    counts: dict[str, int] = {}
    for match in _LONE.finditer(f"{title}\n{text[:50_000]}"):
        counts[match.group(1)] = counts.get(match.group(1), 0) + 1
    best = max(counts, key=lambda name: counts[name], default="")
    return best if counts.get(best, 0) >= 3 else ""


def is_carrier(name: str) -> bool:
    """True when a name is one of a news agency, paper or station."""
    return any(bare(word) in CARRIERS for word in name.split(" "))


def _fits(speaker: Speaker, gender: str) -> bool:
    return not gender or not speaker.gender or speaker.gender == gender


def _head(doc: Doc, numbers: Sequence[int]) -> Token:
    held = set(numbers)
    return next((doc[n] for n in numbers if doc[n].head.i not in held or doc[n].head.i == n), doc[numbers[-1]])


def _publisher(noun: Token) -> Token | None:
    """Whose document it is: "a Reuters report", "figures from the institute", "the ministry's data"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            for item in child.children:
                if item.dep_ == "pobj":
                    return item
        if child.dep_ in ("compound", "nmod", "amod") and child.pos_ == "PROPN":
            return child
    return None


def _subjects_before(head: Token) -> list[Token]:
    """Subjects of the same sentence that stand before a pronoun, the nearest clause first; then those of the clause
    it comments on ("Amazon will cut jobs, it said")."""
    found = [
        token
        for token in head.doc
        if token.dep_ in ("nsubj", "nsubjpass") and token.i < head.i and token.pos_ in ("PROPN", "NOUN")
    ]
    return list(reversed(found)) if head.head.dep_ != "ROOT" else found


def _role_before(text: str, start: int) -> str:
    """A lower-case office right before a name: "lawmaker", "army chief", "foreign ministry spokesman"."""
    words = text[max(0, start - 60) : start].split()
    if not words or not is_role(words[-1]) or not text[start - 1 : start].isspace():
        return ""
    at = len(words) - 1
    while at > 0 and words[at - 1].isalpha() and words[at - 1].islower() and bare(words[at - 1]) in OFFICE_PARTS:
        at -= 1
    return " ".join(words[at:])
