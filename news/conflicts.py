"""From verdicts to conflicts: what a new report contradicts, with everything an alert has to show.

Pure: the report's claims and the recalled ones come in, conflicts come out, at most one for each claim of the report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from news.authorities import speaker_name
from news.comparability import compare
from news.contradictions import in_order, judge
from news.fields import Comparability
from news.policy import DEFAULT, Thresholds
from news.records import Claim, Conflict, Level, Relation, Unused, Verdict
from news.values import same_words
from news.wording import measure_words

#: how many left-out figures an alert lists
UNUSED_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A pair in order and its verdict."""

    earlier: Claim
    later: Claim
    verdict: Verdict

    def other(self, claim: Claim) -> Claim:
        """The side that is not ``claim``."""
        return self.earlier if self.later.figure.figure_id == claim.figure.figure_id else self.later


def judge_report(claims: Sequence[Claim], recalled: Sequence[Claim], thresholds: Thresholds = DEFAULT) -> list[Judged]:
    """Every pair of a claim of the report with a recalled one or with another claim of the report. Numbers of
    different dimensions (people, money, shares) are not paired."""
    judged: list[Judged] = []
    for position, claim in enumerate(claims):
        for candidate in (*recalled, *claims[:position]):
            other = candidate.figure
            if other.figure_id == claim.figure.figure_id or other.dimension != claim.figure.dimension:
                continue
            earlier, later = in_order(claim, candidate)
            judged.append(Judged(earlier=earlier, later=later, verdict=judge(earlier, later, thresholds)))
    return judged


def replaced(previous: Sequence[Claim], current: Sequence[Claim]) -> list[Claim]:
    """Claims of a page's previous version whose number stands no more in the current one: a silent edit, if the
    judgement finds its successor."""
    return [old for old in previous if not any(same_words(old.figure.value, new.figure.value) for new in current)]


def find_conflicts(claims: Sequence[Claim], judged: Sequence[Judged]) -> list[Conflict]:
    """The conflicts that deserve an alert: for each claim of the report the pair that shows it best."""
    found: dict[str, Conflict] = {}
    for claim in claims:
        pairs = [pair for pair in judged if _concerns(pair, claim)]
        loud = [pair for pair in pairs if pair.verdict.level is Level.ALERT]
        if loud:
            best = min(loud, key=lambda pair: _rank(pair, claim))
            conflict = _conflict(best, pairs)
            found.setdefault(conflict.conflict_id, conflict)
    return list(found.values())


def same_measure(one: Claim, other: Claim) -> bool:
    """True when the two claims measure the same thing."""
    return compare(one, other).kind is Comparability.SAME


def conflict_id(earlier_id: str, later_id: str) -> str:
    """ "C-" and 8 hex digits of the unordered pair of figures."""
    digest = hashlib.sha256("|".join(sorted((earlier_id, later_id))).encode()).hexdigest()
    return f"C-{digest[:8]}"


def _concerns(pair: Judged, claim: Claim) -> bool:
    return claim.figure.figure_id in (pair.verdict.earlier_id, pair.verdict.later_id)


def _rank(pair: Judged, claim: Claim) -> tuple[object, ...]:
    """Best evidence first: an own correction, the closest as-of dates, the widest gap, the first told."""
    own = pair.verdict.relation in (Relation.REVISION_DOWN, Relation.SELF_CORRECTION, Relation.DENIAL)
    days = abs((pair.earlier.figure.as_of - pair.later.figure.as_of).days)
    gap = -(pair.verdict.ratio or 0)
    other = pair.other(claim)
    return not own, days, gap, other.source.published, other.figure.figure_id


def _conflict(best: Judged, pairs: Sequence[Judged]) -> Conflict:
    identity = conflict_id(best.verdict.earlier_id, best.verdict.later_id)
    return Conflict(
        conflict_id=identity,
        thread=identity,
        story=best.later.source.story,
        measure=_measure(best),
        verdict=best.verdict,
        earlier=best.earlier,
        later=best.later,
        unused=_unused(best, pairs),
        outlets=_other_outlets(best, pairs),
        origins=_origins(best),
    )


def _measure(best: Judged) -> str:
    """Told by the side that says more about what is counted."""
    return max(measure_words(best.earlier.figure), measure_words(best.later.figure), key=len)


def _unused(best: Judged, pairs: Sequence[Judged]) -> tuple[Unused, ...]:
    near = [pair for pair in pairs if pair.verdict.relation in _LEFT_OUT]
    near.sort(key=lambda pair: abs((pair.earlier.source.published - pair.later.source.published).total_seconds()))
    unused: dict[tuple[str, str], Unused] = {}
    for pair in near:
        claim = pair.other(best.later if _concerns(pair, best.later) else best.earlier)
        key = (claim.figure.surface, claim.figure.attribution.said_by)
        unused.setdefault(key, Unused(claim=claim, reason=pair.verdict.reason))
    return tuple(unused.values())[:UNUSED_SHOWN]


_LEFT_OUT = frozenset({Relation.PART_WHOLE, Relation.SCOPE, Relation.DEFINITION, Relation.UPDATE})


def _other_outlets(best: Judged, pairs: Sequence[Judged]) -> tuple[str, ...]:
    """Outlets that printed one of the two values too."""
    own = {best.earlier.source.outlet, best.later.source.outlet}
    same = {
        outlet
        for pair in pairs
        if pair.verdict.relation.group == "same"
        for outlet in (pair.earlier.source.outlet, pair.later.source.outlet)
    }
    return tuple(sorted(same - own))


def _origins(best: Judged) -> int:
    sides = (best.earlier, best.later)
    return len({speaker_name(side.figure.attribution, side.source.outlet) for side in sides})
