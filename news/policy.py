"""Whom a verdict concerns, and what is told again: rarely, and never about the same disagreement twice.

Thresholds come from newsroom practice (a correction is an update below a twentieth) and from one public series in which
13 of 20,670 daily steps of official cumulative counts fall: a fall is news, growth is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from news.authorities import one_authority
from news.records import Claim, Conflict, Level, Modality, Relation
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
#: a number whose as-of date lies further back than this is told again, not anew
FRESH = timedelta(days=3)

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
    if relation is Relation.OUTCOME and earlier.figure.modality is Modality.FORECAST:
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
    """``told``: conflicts already told about the same measure, oldest first.

    New: nothing was told yet. Known: each side's value is one that some party holds by what was told last. Follow-up: a
    third party joins with a value of its own, or a side moves so far that the gap changes by the threshold.
    """
    if not told:
        return Telling(kind="new", thread=conflict.conflict_id)
    thread = told[0].thread
    parties = _parties(told)
    sides = (conflict.later, conflict.earlier)
    fresh = [side for side in sides if not _held(side, parties, told) and not _retold(side, told)]
    if conflict.verdict.relation is Relation.DENIAL and not any(_given_up(conflict, old) for old in told):
        return Telling(kind="follow_up", thread=thread, note="the number itself is now rejected")
    for side in fresh:
        note = _why_again(side, conflict, parties, thresholds)
        if note:
            return Telling(kind="follow_up", thread=thread, note=note)
    return Telling(kind="known", thread=thread)


_GIVEN_UP = frozenset({Relation.SELF_CORRECTION, Relation.REVISION_DOWN})


def _given_up(conflict: Conflict, old: Conflict) -> bool:
    """The denied number was denied before, or replaced by whoever had told it."""
    if old.verdict.relation in _GIVEN_UP and _agree(conflict.earlier, old.earlier):
        return True
    return old.verdict.relation is Relation.DENIAL and _agree(conflict.later, old.later)


def _parties(told: Sequence[Conflict]) -> list[Claim]:
    """The last told claim of each speaker, in the order of their first appearance."""
    parties: list[Claim] = []
    for claim in (side for conflict in told for side in (conflict.earlier, conflict.later)):
        for number, party in enumerate(parties):
            if _one_party(party, claim):
                parties[number] = claim
                break
        else:
            parties.append(claim)
    return parties


def _one_party(one: Claim, other: Claim) -> bool:
    """One speaker; outlets in their own voice are one party when they print one value."""
    if one_authority(one.figure, other.figure):
        return True
    nameless = not one.figure.attribution.said_by or not other.figure.attribution.said_by
    return nameless and meet(one.figure.value, other.figure.value)


def _held(side: Claim, parties: Sequence[Claim], told: Sequence[Conflict]) -> bool:
    """True when that value was told of the speaker before, or the speaker is no party yet and only repeats one."""
    before = [claim for conflict in told for claim in (conflict.earlier, conflict.later)]
    own = [claim for claim in before if one_authority(claim.figure, side.figure)]
    return any(meet(side.figure.value, claim.figure.value) for claim in own or parties)


def _retold(side: Claim, told: Sequence[Conflict]) -> bool:
    """An old number, told with its old date, that was one of those told before."""
    if side.source.published.date() - side.figure.as_of <= FRESH:
        return False
    return any(meet(side.figure.value, old.figure.value) for one in told for old in (one.earlier, one.later))


def _why_again(side: Claim, conflict: Conflict, parties: Sequence[Claim], thresholds: Thresholds) -> str:
    """Why a value that no party held is told, "" when it is too little."""
    before = next((party for party in parties if _one_party(party, side)), None)
    if before is None:
        return "another party joins with a number of its own" if side.figure.attribution.said_by else ""
    other = conflict.earlier if side is conflict.later else conflict.later
    gap, gap_before = ratio(side.figure.value, other.figure.value), ratio(before.figure.value, other.figure.value)
    if gap is not None and gap_before is not None:
        change = max(gap, gap_before) / min(gap, gap_before)
        if change < thresholds.follow_up_ratio:
            return ""
    who = side.figure.attribution.said_by or side.source.outlet
    return f"{who} moved from {before.figure.surface} to {side.figure.surface}"


def same_conflict(one: Conflict, other: Conflict) -> bool:
    """True when both are about the same two values, whoever prints them."""
    straight = _agree(one.earlier, other.earlier) and _agree(one.later, other.later)
    crossed = _agree(one.earlier, other.later) and _agree(one.later, other.earlier)
    return straight or crossed


def _agree(one: Claim, other: Claim) -> bool:
    return meet(one.figure.value, other.figure.value)
