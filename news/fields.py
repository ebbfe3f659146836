"""The fields of a figure that must agree before two values are weighed: one question a field, one finding an answer.

Each question takes the two claims in order of publication and returns what it found, or None where neither side states
the field.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from news.measures import (
    ANYBODY,
    COMPONENTS,
    CONTAINED_STATUSES,
    EQUIVALENT_CLASSES,
    NARROWING,
    OFTEN_LEFT_OUT,
    SHARED_OUT,
    STATUS_SETS,
    STATUSES,
    class_chain,
)
from news.records import Aggregation, Change, Claim, Figure, Source
from news.values import meet

#: names that two articles outside any watch must share to tell of one event
SHARED_NAMES = 4


class Comparability(StrEnum):
    """What two fields, or two figures, are to each other."""

    SAME = "same"
    PART = "part"
    OTHER_SCOPE = "other_scope"
    OTHER_DEFINITION = "other_definition"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one question found. ``words``: one clause for people. ``missing``: only one side states the field, so it
    could not be compared."""

    field: str
    words: str
    kind: Comparability = Comparability.SAME
    missing: bool = False


def _same(field: str, words: str = "") -> Finding:
    return Finding(field=field, words=f"{field} ({words})" if words else field)


def _missing(field: str, words: str = "") -> Finding:
    return Finding(field=field, words=words or field, missing=True)


def _part(field: str, words: str, inner: Figure, outer: Figure) -> Finding:
    """A part is smaller than its whole. Where it is not, one side left a word out: the field is missing there."""
    if not meet(inner.value, outer.value) and inner.value.point < outer.value.point:
        return Finding(field=field, words=words, kind=Comparability.PART)
    return _missing(field, f"{field} ({words})")


_ONE_STORY = _same("story")
_OTHER_STORY = Finding(field="story", words="the articles tell of different events", kind=Comparability.OTHER_SCOPE)


def event(earlier: Claim, later: Claim) -> Finding:
    """Same watch, the same article, or enough shared names."""
    return _ONE_STORY if same_event(earlier.source, later.source) else _OTHER_STORY


def same_event(one: Source, other: Source) -> bool:
    """True when two articles tell of one event, as far as anybody said or their names show."""
    if one.article_id == other.article_id or (one.story and one.story == other.story):
        return True
    return len(one.names & other.names) >= SHARED_NAMES


def unit(earlier: Claim, later: Claim) -> Finding | None:
    """Units must be equal or exactly convertible; currencies are never converted. Counts may carry the noun as their
    unit: which nouns count alike is decided by ``counted``."""
    one, other = earlier.figure, later.figure
    if unit_family(one) == unit_family(other) or one.dimension == other.dimension == "count":
        return None
    if one.dimension == other.dimension == "money":
        words = f"{one.unit} against {other.unit}: currencies are not converted"
        return Finding(field="unit", words=words, kind=Comparability.OTHER_DEFINITION)
    kind = Comparability.UNRELATED if one.dimension == other.dimension else Comparability.OTHER_DEFINITION
    return Finding(field="unit", words=f"other unit: {one.unit} against {other.unit}", kind=kind)


def unit_family(figure: Figure) -> str:
    """Percent and share are one family (an exact factor of 100 apart); every other unit is its own."""
    return "share" if figure.unit in ("percent", "share") else figure.unit


def number(earlier: Claim, later: Claim) -> Finding | None:
    """A level, a change, a part, a rate and a multiple are different kinds of number."""
    one, other = earlier.figure, later.figure
    kind = Comparability.OTHER_DEFINITION
    if one.change is not other.change:
        return Finding(field="kind of number", words="a change against a level", kind=kind)
    if (one.aggregation is Aggregation.PART) is not (other.aggregation is Aggregation.PART):
        words = "a part of a total against a total"
        return Finding(field="kind of number", words=words, kind=Comparability.PART)
    if (one.aggregation is Aggregation.INCREMENT) is not (other.aggregation is Aggregation.INCREMENT):
        added, total = (one, other) if one.aggregation is Aggregation.INCREMENT else (other, one)
        if not meet(added.value, total.value) and added.value.point < total.value.point:
            return Finding(field="kind of number", words="what was added against a total", kind=Comparability.PART)
    if one.change is Change.RATIO:
        return Finding(field="kind of number", words="a multiple of another number", kind=kind)
    if (one.aggregation is Aggregation.RATE) is not (other.aggregation is Aggregation.RATE):
        return Finding(field="kind of number", words="a rate against a total", kind=kind)
    return None


def owner(earlier: Claim, later: Claim) -> Finding | None:
    """Whose number it is: the firm that cuts, the candidate who is voted for."""
    one, other = earlier.figure, later.figure
    mine, theirs = _folded(one.subjects), _folded(other.subjects)
    if mine and theirs:
        if _share_a_name(mine, theirs):
            return _same("owner")
        words = f"{', '.join(one.subjects)} against {', '.join(other.subjects)}"
        return Finding(field="owner", words=words, kind=Comparability.UNRELATED)
    return _missing("owner") if (one.statuses | other.statuses) & SHARED_OUT else None


def counted(earlier: Claim, later: Claim) -> Finding | None:
    """The class of what is counted: equal, one within the other, or another thing."""
    one, other = earlier.figure, later.figure
    mine, theirs = one.counted_class, other.counted_class
    if one.dimension == other.dimension == "money" or not (mine or theirs):
        return None
    if not mine or not theirs:
        return _missing("counted thing")
    if mine == theirs or _equivalent(one, other):
        return _same("counted thing", one.counted or mine)
    words = f"{one.counted or mine} against {other.counted or theirs}"
    if mine in class_chain(theirs) or theirs in class_chain(mine):
        inner, outer = (other, one) if mine in class_chain(theirs) else (one, other)
        return _part("counted thing", f"{words}: one contains the other", inner, outer)
    return Finding(field="counted thing", words=words, kind=Comparability.UNRELATED)


def _equivalent(one: Figure, other: Figure) -> bool:
    """Different nouns that count the same thing here."""
    classes = {one.counted_class, other.counted_class}
    shared = one.statuses & other.statuses & EQUIVALENT_CLASSES.keys()
    if any(classes <= EQUIVALENT_CLASSES[status] for status in shared):
        return True
    if classes <= ANYBODY:
        return True
    owners_agree = bool(_folded(one.restrictors) & _folded(other.restrictors))
    return owners_agree and bool(classes & ANYBODY) and all("person" in class_chain(name) for name in classes)


def group(earlier: Claim, later: Claim) -> Finding | None:
    """Nationality, owner and other words that narrow the counted set."""
    one, other = earlier.figure, later.figure
    mine, theirs = _folded(one.restrictors), _folded(other.restrictors)
    if "employed" not in one.statuses | other.statuses:  # of a whole staff every word narrows
        mine, theirs = mine - OFTEN_LEFT_OUT, theirs - OFTEN_LEFT_OUT
    if mine == theirs:
        return _same("group", ", ".join(sorted(mine))) if mine else None
    if mine < theirs or theirs < mine:
        narrower = ", ".join(sorted(mine ^ theirs))
        if not (mine ^ theirs) & NARROWING and {one.counted_class, other.counted_class} & ANYBODY:
            return _missing("group", f"group ({narrower})")
        inner, outer = (one, other) if len(mine) > len(theirs) else (other, one)
        return _part("group", f"only one side is limited to {narrower}", inner, outer)
    words = f"other group: {', '.join(sorted(mine))} against {', '.join(sorted(theirs))}"
    return Finding(field="group", words=words, kind=Comparability.OTHER_SCOPE)


def predicate(earlier: Claim, later: Claim) -> Finding:
    """What happened to the counted: sets of statuses, equal, contained or other."""
    if earlier.figure.predicate_inherited or later.figure.predicate_inherited:
        return _missing("predicate")
    return _predicate(earlier.figure.statuses, later.figure.statuses)


@lru_cache(maxsize=8192)  # one report is judged against hundreds of claims with the same few statuses
def _predicate(mine: frozenset[str], theirs: frozenset[str]) -> Finding:
    if not mine or not theirs:
        return _missing("predicate")
    if mine == theirs or {mine, theirs} == {STATUS_SETS["losses"], STATUS_SETS["casualties"]}:
        if not mine & STATUSES.keys():
            return _missing("known predicate")
        return _same("predicate", " or ".join(sorted(mine)))
    if not (mine & STATUSES.keys() and theirs & STATUSES.keys()):
        return _missing("known predicate")
    words = f"{' or '.join(sorted(mine))} against {' or '.join(sorted(theirs))}"
    return Finding(field="predicate", words=words, kind=_statuses(mine, theirs))


def _statuses(mine: frozenset[str], theirs: frozenset[str]) -> Comparability:
    if mine & theirs and (mine ^ theirs) & COMPONENTS:
        return Comparability.OTHER_DEFINITION
    if mine < theirs or _contained(mine) <= theirs:
        return Comparability.PART
    if not mine & theirs and _contained(theirs) <= mine:
        return Comparability.PART
    return Comparability.OTHER_DEFINITION if mine & theirs else Comparability.UNRELATED


def _contained(statuses: frozenset[str]) -> frozenset[str]:
    """What the statuses presuppose: who is buried was killed."""
    return frozenset(CONTAINED_STATUSES.get(status, status) for status in statuses)


def place(earlier: Claim, later: Claim) -> Finding | None:
    """Equal, one within the other, or elsewhere. A group of one nation is the same people in the wider place. Where an
    article is set does not say that each of its numbers belongs there: such a place can agree, but not differ."""
    one, other = earlier.figure, later.figure
    mine, theirs = one.place_chain, other.place_chain
    if not mine or not theirs:
        return _missing("place") if mine or theirs else None
    if mine[0] == theirs[0]:
        return _same("place", one.place or mine[0])
    nested = _within(mine, theirs) or _within(theirs, mine)
    if one.place_inherited or other.place_inherited:
        inner, outer = (one, other) if _within(mine, theirs) else (other, one)
        whole = nested and inner.value.point >= outer.value.point
        return _same("place", f"{mine[0]} and {theirs[0]}") if whole else _missing("place")
    if not nested:
        words = f"other place: {mine[0]} against {theirs[0]}"
        return Finding(field="place", words=words, kind=Comparability.OTHER_SCOPE)
    if _folded(one.restrictors) & _folded(other.restrictors):
        return _same("place", f"{mine[0]} within {theirs[0]} or the reverse, same group")
    inner, outer = (one, other) if _within(mine, theirs) else (other, one)
    return _part("place", f"{mine[0]} against {theirs[0]}", inner, outer)


def site(earlier: Claim, later: Claim) -> Finding | None:
    """Where within the place: the dead at the airport are a part of the city's, and none of the metro's."""
    one, other = earlier.figure, later.figure
    if one.site == other.site:
        return _same("site", one.site) if one.site else None
    if one.site and other.site:
        words = f"other site: {one.site} against {other.site}"
        return Finding(field="site", words=words, kind=Comparability.OTHER_SCOPE)
    inner, outer = (one, other) if one.site else (other, one)
    return _part("site", f"only one side is limited to {inner.site}", inner, outer)


def _within(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """True when the first place lies in the second. "Turkey and Syria" contains both."""
    return outer[0] in inner[1:] or bool(set(inner) & set(outer[0].split(" and ")))


@lru_cache(maxsize=8192)  # one report is judged against hundreds of claims with the same few names
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _share_a_name(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Equal names, or one the other's last word ("maduro" and "nicolas maduro")."""
    if mine & theirs:
        return True
    words_mine = {word for name in mine for word in name.split()}
    words_theirs = {word for name in theirs for word in name.split()}
    return bool(words_mine & words_theirs)
