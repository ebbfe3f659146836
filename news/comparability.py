"""Do two figures measure the same thing? Asked before any arithmetic, answered with the reason in words.

A contradiction needs the same event, counted set, predicate, place and period (de Marneffe, Rafferty & Manning 2008;
fields after Every Casualty Worldwide's Standards for Casualty Recording and the IDMC figure definition). The fields are
compared in that order; the first that differs gives the answer. A field that one side does not state is listed in
``missing``: such a pair is never more than a possible conflict.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from news.measures import (
    ANYBODY,
    CONTAINED_STATUSES,
    EQUIVALENT_CLASSES,
    FLOWS,
    NARROWING,
    OFTEN_LEFT_OUT,
    SHARED_OUT,
    STATUS_SETS,
    STATUSES,
    Trend,
    class_chain,
    trend_of,
)
from news.periods import Period, PeriodKind
from news.records import Aggregation, Change, Claim, Figure, Modality, Source

#: windows that begin and end within so many days of each other, and within a third of their length, are one window
#: told twice; one night is not the next
WINDOW_SLACK = timedelta(days=3)
#: a window this long or longer names an event's year or season, so a narrower one inside it is the same event
YEAR = timedelta(days=360)
#: two running totals that begin further apart than this count different things
START_SLACK = timedelta(days=45)
#: two counts of what is counted anew each month are of one round when their as-of dates are this close
FLOW_SLACK = timedelta(days=14)
#: names that two articles outside any watch must share to tell of one event
SHARED_NAMES = 4


class Comparability(StrEnum):
    SAME = "same"
    PART = "part"
    OTHER_SCOPE = "other_scope"
    OTHER_DEFINITION = "other_definition"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``reason`` is one clause for people. ``compared``: what was found equal, field by field. ``missing``: fields that
    only one side states. ``trend``: how a true series of this measure moves. ``part_is_earlier``: for PART, which of
    the two is the part."""

    kind: Comparability
    reason: str
    compared: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    trend: Trend = Trend.FREE
    part_is_earlier: bool = False


@dataclass(slots=True)
class _Findings:
    """What the field tests gather on their way."""

    compared: list[str]
    missing: list[str]


class _Differs(Exception):
    """Raised by a field test: the comparison ends here."""

    def __init__(self, kind: Comparability, reason: str, *, part_is_earlier: bool = False) -> None:
        super().__init__(reason)
        self.comparison = Comparison(kind=kind, reason=reason, part_is_earlier=part_is_earlier)


def compare(earlier: Claim, later: Claim) -> Comparison:
    """Whether ``later`` measures what ``earlier`` measures."""
    findings = _Findings([], [])
    one, other = earlier.figure, later.figure
    try:
        _event(earlier.source, later.source, findings)
        _unit(one, other)
        _kind_of_number(one, other)
        _subjects(one, other, findings)
        _counted(one, other, findings)
        _restrictors(one, other, findings)
        _predicate(one, other, findings)
        _place(one, other, findings)
        _period(one, other, findings)
    except _Differs as difference:
        return difference.comparison
    return Comparison(
        kind=Comparability.SAME,
        reason="same " + ", ".join(findings.compared),
        compared=tuple(findings.compared),
        missing=tuple(findings.missing),
        trend=trend_of(one.statuses | other.statuses),
    )


def unit_family(figure: Figure) -> str:
    """Percent and share are one family (an exact factor of 100 apart); every other unit is its own."""
    return "share" if figure.unit in ("percent", "share") else figure.unit


def same_event(one: Source, other: Source) -> bool:
    """Same watch, or the same article, or enough shared names."""
    if one.article_id == other.article_id or (one.story and one.story == other.story):
        return True
    return len(one.names & other.names) >= SHARED_NAMES


# ------------------------------------------------------------------------------------------------------ the fields
def _event(one: Source, other: Source, findings: _Findings) -> None:
    if not same_event(one, other):
        raise _Differs(Comparability.OTHER_SCOPE, "the articles tell of different events")
    findings.compared.append("story")


def _unit(one: Figure, other: Figure) -> None:
    if unit_family(one) == unit_family(other) or _counts_people(one, other):
        return
    if one.dimension == other.dimension == "money":
        raise _Differs(Comparability.OTHER_DEFINITION, f"{one.unit} against {other.unit}: currencies are not converted")
    kind = Comparability.UNRELATED if one.dimension == other.dimension else Comparability.OTHER_DEFINITION
    raise _Differs(kind, f"other unit: {one.unit} against {other.unit}")


def _counts_people(one: Figure, other: Figure) -> bool:
    """Counts may carry the noun as their unit; which nouns count alike is decided by ``_counted``."""
    return one.dimension == other.dimension == "count"


def _kind_of_number(one: Figure, other: Figure) -> None:
    if one.change is not other.change:
        raise _Differs(Comparability.OTHER_DEFINITION, "a change against a level")
    if (one.aggregation is Aggregation.PART) is not (other.aggregation is Aggregation.PART):
        raise _Differs(
            Comparability.PART,
            "a part of a total against a total",
            part_is_earlier=one.aggregation is Aggregation.PART,
        )
    if one.change is Change.RATIO:
        raise _Differs(Comparability.OTHER_DEFINITION, "a multiple of another number")
    if (one.aggregation is Aggregation.RATE) is not (other.aggregation is Aggregation.RATE):
        raise _Differs(Comparability.OTHER_DEFINITION, "a rate against a total")


def _subjects(one: Figure, other: Figure, findings: _Findings) -> None:
    mine, theirs = _folded(one.subjects), _folded(other.subjects)
    if mine and theirs:
        if not _share_a_name(mine, theirs):
            raise _Differs(Comparability.UNRELATED, f"{', '.join(one.subjects)} against {', '.join(other.subjects)}")
        findings.compared.append("owner")
    elif (one.statuses | other.statuses) & SHARED_OUT:
        findings.missing.append("owner")


def _counted(one: Figure, other: Figure, findings: _Findings) -> None:
    if one.dimension == other.dimension == "money":
        return
    mine, theirs = one.counted_class, other.counted_class
    if not mine or not theirs:
        if mine or theirs:
            findings.missing.append("counted thing")
        return
    if mine == theirs or _equivalent(one, other):
        findings.compared.append(f"counted thing ({one.counted or mine})")
        return
    if mine in class_chain(theirs) or theirs in class_chain(mine):
        part_is_earlier = theirs in class_chain(mine)
        raise _Differs(
            Comparability.PART,
            f"{_named(one)} against {_named(other)}: one contains the other",
            part_is_earlier=part_is_earlier,
        )
    raise _Differs(Comparability.UNRELATED, f"{_named(one)} against {_named(other)}")


def _equivalent(one: Figure, other: Figure) -> bool:
    """Different nouns that count the same thing here."""
    classes = {one.counted_class, other.counted_class}
    shared = one.statuses & other.statuses & EQUIVALENT_CLASSES.keys()
    if any(classes <= EQUIVALENT_CLASSES[status] for status in shared):
        return True
    if classes <= ANYBODY:
        return True
    owners_agree = bool(_folded(one.restrictors) & _folded(other.restrictors))
    return owners_agree and bool(classes & ANYBODY) and _both_people(one, other)


def _both_people(one: Figure, other: Figure) -> bool:
    return "person" in class_chain(one.counted_class) and "person" in class_chain(other.counted_class)


def _restrictors(one: Figure, other: Figure, findings: _Findings) -> None:
    mine, theirs = _folded(one.restrictors), _folded(other.restrictors)
    if "employed" not in one.statuses | other.statuses:  # of a whole staff every word narrows
        mine, theirs = mine - OFTEN_LEFT_OUT, theirs - OFTEN_LEFT_OUT
    if mine == theirs:
        if mine:
            findings.compared.append(f"group ({', '.join(sorted(mine))})")
        return
    if mine <= theirs or theirs <= mine:
        nations = (mine ^ theirs) - NARROWING
        if nations == mine ^ theirs and {one.counted_class, other.counted_class} & ANYBODY:
            findings.missing.append(f"group ({', '.join(sorted(nations))})")
            return
    if mine < theirs or theirs < mine:
        narrower = ", ".join(sorted(mine ^ theirs))
        raise _Differs(
            Comparability.PART, f"only one side is limited to {narrower}", part_is_earlier=len(mine) > len(theirs)
        )
    raise _Differs(
        Comparability.OTHER_SCOPE, f"other group: {', '.join(sorted(mine))} against {', '.join(sorted(theirs))}"
    )


def _predicate(one: Figure, other: Figure, findings: _Findings) -> None:
    mine, theirs = one.statuses, other.statuses
    if not mine or not theirs:
        findings.missing.append("predicate")
        return
    if mine == theirs or {mine, theirs} == {STATUS_SETS["losses"], STATUS_SETS["casualties"]}:
        findings.compared.append(f"predicate ({' or '.join(sorted(mine))})")
        if not mine & STATUSES.keys():
            findings.missing.append("known predicate")
        return
    words = f"{' or '.join(sorted(mine))} against {' or '.join(sorted(theirs))}"
    if mine < theirs or _contained(mine) <= theirs:
        raise _Differs(Comparability.PART, words, part_is_earlier=True)
    if not mine & theirs and _contained(theirs) <= mine:
        raise _Differs(Comparability.PART, words)
    if mine & theirs:
        raise _Differs(Comparability.OTHER_DEFINITION, words)
    raise _Differs(Comparability.UNRELATED, words)


def _contained(statuses: frozenset[str]) -> frozenset[str]:
    """What the statuses presuppose: who is buried was killed."""
    return frozenset(CONTAINED_STATUSES.get(status, status) for status in statuses)


def _place(one: Figure, other: Figure, findings: _Findings) -> None:
    mine, theirs = one.place_chain, other.place_chain
    if not mine or not theirs:
        if mine or theirs:
            findings.missing.append("place")
        return
    if mine[0] == theirs[0]:
        findings.compared.append(f"place ({one.place or mine[0]})")
        return
    if _within(mine, theirs) or _within(theirs, mine):
        if _folded(one.restrictors) & _folded(other.restrictors):
            findings.compared.append(f"place ({mine[0]} within {theirs[0]} or the reverse, same group)")
            return
        raise _Differs(Comparability.PART, f"{mine[0]} against {theirs[0]}", part_is_earlier=_within(mine, theirs))
    raise _Differs(Comparability.OTHER_SCOPE, f"other place: {mine[0]} against {theirs[0]}")


def _within(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """True when the first place lies in the second. "Turkey and Syria" contains both."""
    return outer[0] in inner[1:] or bool(set(inner) & set(outer[0].split(" and ")))


def _period(one: Figure, other: Figure, findings: _Findings) -> None:
    mine, theirs = _counting(one), _counting(other)
    if PeriodKind.WINDOW in (mine.kind, theirs.kind) and not (mine.is_window and theirs.is_window):
        fixed = trend_of(one.statuses | other.statuses) is Trend.FIXED
        if not fixed:
            raise _Differs(Comparability.OTHER_SCOPE, f"{_words(mine)} against {_words(theirs)}")
        if not mine.overlaps(theirs):
            raise _Differs(Comparability.OTHER_SCOPE, f"other time: {_words(mine)} against {_words(theirs)}")
        if (one.statuses | other.statuses) & FLOWS:
            findings.missing.append("period")
        return
    if mine.is_window and theirs.is_window:
        _windows(mine, theirs, findings)
    elif mine.is_window or theirs.is_window:
        if trend_of(one.statuses | other.statuses) is not Trend.FIXED:
            findings.missing.append("period")
    elif mine.start and theirs.start and abs(mine.start - theirs.start) > START_SLACK:
        raise _Differs(Comparability.OTHER_SCOPE, f"{_words(mine)} against {_words(theirs)}")
    else:
        if (one.statuses | other.statuses) & FLOWS and abs(one.as_of - other.as_of) > FLOW_SLACK:
            findings.missing.append("period")
        findings.compared.append("running total")


def _counting(figure: Figure) -> Period:
    """The stretch over which was counted: the time that a plan or forecast allows itself is none."""
    ahead = figure.period.end is not None and figure.period.end > figure.as_of
    if ahead and figure.modality is not Modality.ACTUAL:
        return Period(kind=PeriodKind.AS_OF, end=figure.as_of, text="a plan")
    return figure.period


def _windows(mine: Period, theirs: Period, findings: _Findings) -> None:
    if not mine.overlaps(theirs):
        raise _Differs(Comparability.OTHER_SCOPE, f"other time: {_words(mine)} against {_words(theirs)}")
    if not (mine.start and mine.end and theirs.start and theirs.end):
        findings.missing.append("period")
        return
    slack = min(WINDOW_SLACK, min(mine.end - mine.start, theirs.end - theirs.start) / 3)
    close = abs(mine.start - theirs.start) <= slack and abs(mine.end - theirs.end) <= slack
    wide = max(mine.end - mine.start, theirs.end - theirs.start) >= YEAR
    narrow = min(mine.end - mine.start, theirs.end - theirs.start) < YEAR
    if close or (wide and narrow and (mine.contains(theirs) or theirs.contains(mine))):
        findings.compared.append(f"period ({_words(mine)})")
        return
    raise _Differs(Comparability.OTHER_SCOPE, f"other period: {_words(mine)} against {_words(theirs)}")


def _words(period: Period) -> str:
    if period.text:
        return period.text
    if period.is_window:
        return f"{period.start or '...'} to {period.end or '...'}"
    return "a running total"


def _named(figure: Figure) -> str:
    return figure.counted or figure.counted_class


def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _share_a_name(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Equal names, or one the other's last word ("maduro" and "nicolas maduro")."""
    if mine & theirs:
        return True
    words_mine = {word for name in mine for word in name.split()}
    words_theirs = {word for name in theirs for word in name.split()}
    return bool(words_mine & words_theirs)
