"""How each field of a figure is written in the gold and compared with what was read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from extractors.languages import LANGUAGES
from news.measures import STATUS_SETS, STATUSES
from news.records import Article, Figure

Gold = Mapping[str, Any]
Interval = tuple[Decimal | None, Decimal | None]
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Field:
    """``wanted`` reads the gold, ``told`` the record; ``same`` compares them."""

    wanted: Callable[[Gold, Article], Any]
    told: Callable[[Figure], Any]
    same: Callable[[Any, Any], bool]

    def is_marked(self, gold: Gold, figure: Figure | None, article: Article) -> bool:
        """True when gold or reader depart from what a plain total has."""
        plain = self.wanted({}, article)
        return plain != self.wanted(gold, article) or (figure is not None and not self.same(plain, self.told(figure)))


def fold(text: str) -> str:
    """Lower case, without accents and a leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return plain.replace("’", "'").strip()


# ------------------------------------------------------------------------------------------------------- value
def _decimal(number: Any) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _wanted_value(gold: Gold, article: Article) -> tuple[str, Interval]:
    low, high = gold.get("low", gold.get("value")), gold.get("high", gold.get("value"))
    return gold.get("hedge", "exact"), (_decimal(low), _decimal(high))


def _told_value(figure: Figure) -> tuple[str, Interval]:
    return figure.value.hedge.value, (figure.value.low, figure.value.high)


def _same_value(wanted: tuple[str, Interval], told: tuple[str, Interval]) -> bool:
    """Bounds within 1 %; of a vague number within a factor of two, of "nearly" the upper bound only."""
    hedge, (low, high) = wanted
    found_low, found_high = told[1]
    if hedge == "vague":
        return _within(low, found_low, 2) and _within(high, found_high, 2)
    if hedge == "nearly":
        return _within(high, found_high, Decimal("1.01"))
    return _within(low, found_low, Decimal("1.01")) and _within(high, found_high, Decimal("1.01"))


def _within(wanted: Decimal | None, told: Decimal | None, factor: Decimal | int) -> bool:
    if wanted is None or told is None:
        return wanted is told
    return wanted == told or (told != 0 and 1 / Decimal(factor) <= abs(wanted / told) <= factor)


# ---------------------------------------------------------------------------------------------------- statuses
def _known_statuses() -> frozenset[str]:
    known = set(STATUSES) | set(STATUS_SETS)
    for language in LANGUAGES.values():
        known |= {rule.status for rules in language.status_verbs.values() for rule in rules}
        known |= set(language.status_phrases.values())
        known |= {status for table in (language.status_nouns, language.status_adjectives)
                  for statuses in table.values() for status in statuses}  # fmt: skip
    return frozenset(known)


_KNOWN = _known_statuses()


def _told_statuses(figure: Figure) -> frozenset[str]:
    """A governing verb that no table knows is no status."""
    return figure.statuses & _KNOWN


# ------------------------------------------------------------------------------------------------ words, places
def _head(figure: Figure) -> str:
    if figure.dimension not in ("count", "share"):
        return ""
    words = re.findall(r"[^\W\d_]+", figure.counted.split(" of ")[0])
    return fold(words[-1]) if words else ""


_IRREGULAR = {"men": "man", "people": "person", "persons": "person", "lives": "life"}


def _same_head(wanted: str, told: str) -> bool:
    """Equal but for an ending ("family", "families")."""
    wanted, told = _IRREGULAR.get(wanted, wanted), _IRREGULAR.get(told, told)
    longest = max(len(wanted), len(told))
    common = next(
        (n for n, (a, b) in enumerate(zip(wanted, told, strict=False)) if a != b), min(len(wanted), len(told))
    )
    return wanted == told or common >= max(3, longest - 3)


_KINDS_OF_PLACES = re.compile(r"(?:'s|(?:'s)? (?:province|oblast|region|state|district|prefecture))\Z")


def _same_place(wanted: str, told: tuple[str, ...]) -> bool:
    names = {_KINDS_OF_PLACES.sub("", fold(name)) for name in told if name}
    return fold(wanted) in names if wanted else not names


def _same_name(wanted: str, told: str) -> bool:
    """One name holds the other: with or without office."""
    wanted, told = fold(wanted), fold(told)
    if not wanted or not told:
        return wanted == told
    return f" {wanted} " in f" {told} " or f" {told} " in f" {wanted} "


def _same_names(wanted: frozenset[str], told: frozenset[str]) -> bool:
    return len(wanted) == len(told) and all(any(_same_name(a, b) for b in told) for a in wanted)


# ------------------------------------------------------------------------------------------------------ period
def _wanted_period(gold: Gold, article: Article) -> tuple[str, date | None, date | None]:
    return gold.get("period", "as_of"), gold.get("start"), gold.get("end", article.published.date())


def _told_period(figure: Figure) -> tuple[str, date | None, date | None]:
    kind = figure.period.kind.value
    return kind, figure.period.start if kind != "as_of" else None, figure.period.end or figure.as_of


def _same_period(wanted: Any, told: Any) -> bool:
    """Same kind (one day and a stretch of days are one kind) and days; a stretch may begin and end a day off."""
    closed = ("instant", "window")
    if wanted[0] != told[0] and not (wanted[0] in closed and told[0] in closed):
        return False
    if wanted[0] == "as_of" or wanted[1] == wanted[2]:
        return bool(wanted[1:] == told[1:])
    slack = timedelta(days=1)
    starts = wanted[1] is None or (told[1] is not None and abs(wanted[1] - told[1]) <= slack)
    return starts and told[2] is not None and abs(wanted[2] - told[2]) <= slack


def _equal(wanted: Any, told: Any) -> bool:
    return bool(wanted == told)


def _plain(name: str, default: str) -> Field:
    """A field that gold and record write alike."""
    return Field(lambda gold, _: gold.get(name, default), lambda f: str(getattr(f, name)), _equal)


FIELDS: dict[str, Field] = {
    "value": Field(_wanted_value, _told_value, _same_value),
    "hedge": Field(lambda gold, _: gold.get("hedge", "exact"), lambda f: f.value.hedge.value, _equal),
    "unit": _plain("unit", ""),
    "dimension": _plain("dimension", "count"),
    "class": Field(lambda gold, _: gold.get("class", ""), lambda f: f.counted_class, _equal),
    "head": Field(lambda gold, _: gold.get("head", ""), _head, _same_head),
    "restrictors": Field(
        lambda gold, _: frozenset(gold.get("restrictors", ())), lambda f: frozenset(f.restrictors), _equal
    ),
    "statuses": Field(lambda gold, _: frozenset(gold.get("statuses", ())), _told_statuses, _equal),
    "polarity": _plain("polarity", "asserted"),
    "modality": _plain("modality", "actual"),
    "role": _plain("role", "claim"),
    "aggregation": _plain("aggregation", "total"),
    "change": _plain("change", "level"),
    "subjects": Field(
        lambda gold, _: frozenset(gold.get("subjects", ())), lambda f: frozenset(f.subjects), _same_names
    ),
    "place": Field(lambda gold, _: gold.get("place", ""), lambda f: (f.place, *f.place_chain[:1]), _same_place),
    "period": Field(_wanted_period, _told_period, _same_period),
    "said_by": Field(lambda gold, _: gold.get("said_by", ""), lambda f: f.attribution.said_by, _same_name),
    "via": Field(lambda gold, _: gold.get("via", ""), lambda f: f.attribution.via, _same_name),
}
