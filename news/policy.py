"""Whom a verdict concerns, and what is told again: rarely, and never about the same disagreement twice.

Thresholds come from newsroom practice (a correction is an update below a twentieth) and from one public series in which
13 of 20,670 daily steps of official cumulative counts fall: a fall is news, growth is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from news.authorities import same_speaker
from news.records import Claim, Conflict, Level, Relation
from news.values import difference, meet, ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Below these a contradiction goes to the digest. Ratios are larger over smaller; units are those of the figure."""

    dispute_ratio: Decimal = Decimal("1.05")
    dispute_growing_ratio: Decimal = Decimal("1.25")  # for counts that grow by the hour, two clocks explain less
    fall_ratio: Decimal = Decimal("1.05")
    fall_units: Decimal = Decimal(10)
    correction_ratio: Decimal = Decimal("1.01")
    outcome_ratio: Decimal = Decimal(2)
    follow_up_ratio: Decimal = Decimal("1.5")


DEFAULT = Thresholds()

_DIGEST = frozenset({Relation.REFINE, Relation.UPDATE, Relation.OUTCOME})


def level_of(relation: Relation, earlier: Claim, later: Claim, thresholds: Thresholds = DEFAULT) -> Level:
    """The level that the relation and the distance of the two values call for."""
    one, other = earlier.figure.value, later.figure.value
    apart = ratio(one, other)
    if relation is Relation.DENIAL:
        return Level.ALERT
    if relation is Relation.DISPUTE:
        return _above(apart, thresholds.dispute_ratio)
    if relation is Relation.SELF_CORRECTION:
        return _above(apart, thresholds.correction_ratio)
    if relation is Relation.REVISION_DOWN:
        enough = difference(one, other) >= thresholds.fall_units
        return Level.ALERT if enough else _above(apart, thresholds.fall_ratio)
    if relation is Relation.OUTCOME:
        return _above(apart, thresholds.outcome_ratio)
    if relation is Relation.REFINE and apart is not None and apart < thresholds.dispute_ratio:
        return Level.SILENT
    return Level.DIGEST if relation in _DIGEST else Level.SILENT


def _above(apart: Decimal | None, threshold: Decimal) -> Level:
    """None = the sign flips or a side is zero: no ratio, but as far apart as can be."""
    return Level.ALERT if apart is None or apart >= threshold else Level.DIGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What to do with a conflict, given what was told before. ``kind``: "new", "follow_up" or "known".
    ``thread``: id of the conflict that opened the thread; ``note``: why it is told again, "" otherwise."""

    kind: str
    thread: str
    note: str = ""


def telling(conflict: Conflict, told: Sequence[Conflict], thresholds: Thresholds = DEFAULT) -> Telling:
    """``told``: conflicts already told about the same measure, oldest first. New = nothing was told yet; known = both
    values were told; a follow-up when a third value joins, a side moves, or the gap changes by the threshold."""
    if not told:
        return Telling(kind="new", thread=conflict.conflict_id)
    thread = told[0].thread
    if any(same_conflict(conflict, old) for old in told):
        return Telling(kind="known", thread=thread)
    return _told_again(conflict, told, thread, thresholds)


def _told_again(conflict: Conflict, told: Sequence[Conflict], thread: str, thresholds: Thresholds) -> Telling:
    fresh = conflict.later
    sides = [claim for old in told for claim in (old.earlier, old.later)]
    if any(meet(fresh.figure.value, side.figure.value) for side in sides):
        return Telling(kind="known", thread=thread)
    own = [side for side in sides if same_speaker(side.figure.attribution, fresh.figure.attribution)]
    if own:
        return Telling(kind="follow_up", thread=thread, note=_moved(own[-1], fresh))
    gap, before = ratio(conflict.earlier.figure.value, fresh.figure.value), _last_gap(told)
    if gap is not None and before is not None and max(gap, before) / min(gap, before) < thresholds.follow_up_ratio:
        return Telling(kind="follow_up", thread=thread, note="a third party joins with a number of its own")
    return Telling(kind="follow_up", thread=thread, note="the gap between the numbers has changed")


def same_conflict(one: Conflict, other: Conflict) -> bool:
    """True when both are about the same two values, whoever prints them."""
    straight = _agree(one.earlier, other.earlier) and _agree(one.later, other.later)
    crossed = _agree(one.earlier, other.later) and _agree(one.later, other.earlier)
    return straight or crossed


def _agree(one: Claim, other: Claim) -> bool:
    return meet(one.figure.value, other.figure.value)


def _moved(before: Claim, now: Claim) -> str:
    return (
        f"{now.figure.attribution.said_by} moved from {before.figure.surface} to {now.figure.surface}"
        if before.figure.value.point != now.figure.value.point
        else ""
    )


def _last_gap(told: Sequence[Conflict]) -> Decimal | None:
    return told[-1].verdict.ratio
