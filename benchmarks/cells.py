"""Turns the words of a gold cell ("North Korean troops", "killed or wounded", "Kursk Oblast", "since ...") into the
fields that the judge compares, by the product's own tables and readers. A description of three words is no sentence,
so only tables are asked, no grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from extractors.dates import find_time_phrases
from extractors.languages.en import ENGLISH
from extractors.places import chain_of, find_places
from news.periods import Period, PeriodKind

_WORD = re.compile(r"[A-Za-zÀ-ž][\w'’.-]*")
_FORECAST = frozenset({"feared", "projection", "expected"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The linking fields of a gold record in the judge's terms."""

    counted_class: str
    restrictors: tuple[str, ...]
    subjects: tuple[str, ...]
    statuses: frozenset[str]
    place_chain: tuple[str, ...]
    period: Period
    forecast: bool


def read_cell(counted: str, predicate: str, place: str, period: str, *, as_of: date) -> Cell:
    """The fields of one cell. ``as_of`` closes running totals."""
    words = [word.removesuffix("'s") for word in _WORD.findall(counted)]
    statuses = statuses_in(predicate) or statuses_in(counted)
    return Cell(
        counted_class=_class(words),
        restrictors=_restrictors(counted, words),
        subjects=_names(f"{counted} | {predicate}", place),
        statuses=statuses or frozenset({predicate.lower()}),
        place_chain=_chain(place),
        period=_period(period, as_of),
        forecast=bool(_FORECAST & set(predicate.lower().split())),
    )


def statuses_in(words: str) -> frozenset[str]:
    """Statuses that the tables know in a phrase."""
    found: set[str] = set()
    lowered = words.lower()
    for phrase, status in ENGLISH.status_phrases.items():
        if phrase in lowered:
            found.add(status)
    for word in re.findall(r"[a-z-]+", lowered):
        for lemma in (word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"), *_doubled(word)):
            found |= ENGLISH.status_nouns.get(lemma, frozenset())
            found |= ENGLISH.status_adjectives.get(lemma, frozenset())
            found |= {rule.status for rule in ENGLISH.status_verbs.get(lemma, ())[:1]}
    return frozenset(found - {"attacked"} or found)  # "killed in the attack": the event, not what befell the counted


def _doubled(word: str) -> tuple[str, ...]:
    """ "identified" -> "identify"."""
    return (word.removesuffix("ied") + "y",) if word.endswith("ied") else ()


def _class(words: list[str]) -> str:
    for word in reversed(words):
        for lemma in (word.lower(), word.lower().removesuffix("s"), word.lower().removesuffix("ies") + "y"):
            if lemma in ENGLISH.classes:
                return ENGLISH.classes[lemma]
    return words[-1].lower() if words else ""


def _restrictors(counted: str, words: list[str]) -> tuple[str, ...]:
    lowered = counted.lower()
    nations = {name for name in ENGLISH.nationalities if re.search(rf"\b{re.escape(name)}\b", lowered)}
    return tuple(sorted(nations | {word.lower() for word in words if word.lower() in ENGLISH.restrictors}))


def _names(words: str, place: str) -> tuple[str, ...]:
    """Capitalised words that are neither nationalities nor places."""
    names = []
    for word in _WORD.findall(words):
        bare = word.removesuffix("'s").removesuffix("’s")
        known = bare.lower() in ENGLISH.nationalities or bare in place or chain_of(bare) or bare in ("US", "North")
        if bare[:1].isupper() and not known:
            names.append(bare.lower())
    return tuple(sorted(set(names)))


def _chain(place: str) -> tuple[str, ...]:
    if place in ("-", "worldwide"):
        return ()
    found = {mention.name: mention.chain for mention in find_places(f"in {place}") if not mention.adjective}
    chains = sorted(found.values(), key=len)
    if len(chains) > 1 and " and " in place:
        return (" and ".join(sorted(chain[0] for chain in chains)),)
    if chains and chains[-1][0] == place.lower().strip():
        return chains[-1]
    return (place.lower(), *(chains[-1] if chains else ()))


def _period(words: str, as_of: date) -> Period:
    at = datetime.combine(as_of, time(12), tzinfo=UTC)
    phrases = [phrase.period for phrase in find_time_phrases(words, published=at)]
    closed = [period for period in phrases if period.is_window]
    if len(closed) > 1:
        return Period(kind=PeriodKind.WINDOW, start=closed[0].start, end=closed[-1].end, text=words)
    return phrases[0] if phrases else Period(kind=PeriodKind.AS_OF, end=as_of, text=words)
