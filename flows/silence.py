"""What stayed silent, and why: the answer to "why was there no alert about these two?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from news.conflicts import same_measure
from news.contradictions import in_order, judge
from news.policy import DEFAULT, Thresholds, telling
from news.records import Claim, Conflict, Level, Relation, Role, Verdict
from news.values import ratio

#: a watcher without judgement would fire on every number so much off the last one seen
NAIVE_RATIO = Decimal("1.1")
#: units that such a watcher does not mix
_COUNTS = "count"
#: The relations that teach most, in the order in which a page or screen shows them.
_INSTRUCTIVE = (
    Relation.SCOPE,  # another window or place
    Relation.PART_WHOLE,
    Relation.COMPATIBLE,  # bounds that hold both numbers
    Relation.UPDATE,
    Relation.WIRE_COPY,
    Relation.DEFINITION,
    Relation.RECALL,
    Relation.OUTCOME,
    Relation.STALE,
    Relation.UNRELATED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Two numbers that look like a contradiction and are none. ``why`` in words."""

    earlier: Claim
    later: Claim
    verdict: Verdict
    why: str


def silences(
    claims: Sequence[Claim], told: Sequence[Conflict], thresholds: Thresholds = DEFAULT
) -> tuple[list[Silence], int]:
    """The silent pairs of one story, and how often a watcher without judgement would have fired.

    It is given every advantage: it looks at counts of the same kind of thing only, one number a report against the last
    one seen. ``claims``: of one story.
    """
    found: list[Silence] = []
    fired = 0
    last: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.source.published, claim.figure.start)):
        if claim.figure.dimension != _COUNTS:
            continue
        before, last[_kind(claim)] = last.get(_kind(claim)), claim
        if before is None or not _looks_different(before, claim):
            continue
        fired += 1
        earlier, later = in_order(before, claim)
        verdict = judge(earlier, later, thresholds)
        if verdict.level is not Level.ALERT:
            found.append(Silence(earlier=earlier, later=later, verdict=verdict, why=verdict.reason))
        elif (why := _already_told(earlier, later, verdict, told, thresholds)) is not None:
            found.append(Silence(earlier=earlier, later=later, verdict=verdict, why=why))
    return found, fired


def instructive(
    claims: Sequence[Claim], told: Sequence[Conflict], thresholds: Thresholds = DEFAULT, *, limit: int = 8
) -> list[Silence]:
    """The silent pairs that a reader would ask about, at most ``limit``: one for each way of being no contradiction.

    Among the pairs of one way those with a number that was told come first, then those closest in meaning and in value.
    Pairs that nobody would confuse (soldiers deployed against soldiers killed) are left out. Compares every pair:
    for stories of some hundred claims at most.
    """
    shown = {side.figure.figure_id for conflict in told for side in (conflict.earlier, conflict.later)}
    pairs = [
        Silence(earlier=earlier, later=later, verdict=verdict, why=verdict.reason)
        for one, other in combinations(claims, 2)
        if _may_be_confused(one, other)
        for earlier, later in [in_order(one, other)]
        for verdict in [judge(earlier, later, thresholds)]
        if verdict.relation in _INSTRUCTIVE
    ]
    pairs.sort(key=lambda pair: _nearness(pair, shown))
    chosen: list[Silence] = []
    for relation in _INSTRUCTIVE:
        chosen += [pair for pair in pairs if pair.verdict.relation is relation][:1]
    return chosen[:limit]


def _may_be_confused(one: Claim, other: Claim) -> bool:
    mine, theirs = one.figure, other.figure
    return (
        mine.dimension == theirs.dimension == _COUNTS
        and mine.unit == theirs.unit
        and bool(mine.statuses & theirs.statuses)
        and one.source.article_id != other.source.article_id
    )


def _nearness(pair: Silence, shown: set[str]) -> tuple[object, ...]:
    """Sorts the pair that asks loudest for an answer first."""
    sides = (pair.earlier, pair.later)
    known = sum(side.figure.figure_id in shown for side in sides)
    apart = pair.verdict.ratio
    return (
        -known,
        pair.earlier.figure.statuses != pair.later.figure.statuses,
        Decimal("Infinity") if apart is None else apart,
        *(side.source.published for side in sides),
        *(side.figure.figure_id for side in sides),
    )


def _kind(claim: Claim) -> str:
    return claim.figure.unit


def _looks_different(before: Claim, now: Claim) -> bool:
    apart = ratio(before.figure.value, now.figure.value)
    return (apart is None or apart > NAIVE_RATIO) and now.figure.role is Role.CLAIM


def _already_told(
    earlier: Claim, later: Claim, verdict: Verdict, told: Sequence[Conflict], thresholds: Thresholds
) -> str | None:
    """Why an alert-worthy pair was not told again; None when it was told."""
    ids = {earlier.figure.figure_id, later.figure.figure_id}
    if any(ids == {old.earlier.figure.figure_id, old.later.figure.figure_id} for old in told):
        return None
    known = [old for old in told if same_measure(later, old.later) or same_measure(later, old.earlier)]
    if not known:
        return None
    pair = Conflict(
        conflict_id="", thread="", story=later.source.story, measure="", verdict=verdict, earlier=earlier, later=later
    )
    kind = telling(pair, known, thresholds).kind
    return "this disagreement was told before" if kind == "known" else None
