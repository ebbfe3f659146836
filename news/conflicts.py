"""From claims to judged pairs, and what an alert shows beside the pair that it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from news.comparability import are_unrelated, compare
from news.contradictions import in_order, judge
from news.doubts import is_copy
from news.fields import Comparability
from news.lessons import Lesson, instructed
from news.one_text import one_text, set_against
from news.policy import DEFAULT, Thresholds
from news.records import Claim, Relation, Unused, Verdict
from news.values import same_words

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


def judge_report(
    claims: Sequence[Claim],
    recalled: Sequence[Claim],
    thresholds: Thresholds = DEFAULT,
    lessons: Sequence[Lesson] = (),
) -> list[Judged]:
    """Every pair of a claim of the report with a recalled one or with another claim of the report, as judged and as
    taught. Numbers of different dimensions (people, money, shares) or of other things are not paired. A copy counts as
    a report of its own: which of two like reports is the copy depends on the order of filing, and what they contradict
    must not."""
    judged: list[Judged] = []
    for position, claim in enumerate(claims):
        for candidate in (*recalled, *claims[:position]):
            other = candidate.figure
            if other.figure_id == claim.figure.figure_id or other.dimension != claim.figure.dimension:
                continue
            if are_unrelated(claim, candidate):
                continue
            earlier, later = in_order(claim, candidate)
            verdict = instructed(judge(earlier, _as_own(later), thresholds), earlier, later, lessons)
            judged.append(Judged(earlier=earlier, later=later, verdict=verdict))
    return judged


def _as_own(claim: Claim) -> Claim:
    if not is_copy(claim):
        return claim
    return replace(claim, source=replace(claim.source, origin=claim.source.article_id))


def replaced(previous: Sequence[Claim], current: Sequence[Claim]) -> list[Claim]:
    """Claims of a page's previous version whose number stands no more in the current one: a silent edit, if the
    judgement finds its successor."""
    return [old for old in previous if not any(same_words(old.figure.value, new.figure.value) for new in current)]


def same_measure(one: Claim, other: Claim) -> bool:
    """True when the two claims measure the same thing."""
    return compare(one, other).kind is Comparability.SAME


def conflict_id(earlier_id: str, later_id: str) -> str:
    """ "C-" and 8 hex digits of the unordered pair of figures."""
    digest = hashlib.sha256("|".join(sorted((earlier_id, later_id))).encode()).hexdigest()
    return f"C-{digest[:8]}"


def clash_rank(earlier: Claim, later: Claim, verdict: Verdict) -> tuple[object, ...]:
    """Of all that ``later`` contradicts, the pair that shows it best sorts first: two reports, an own correction, the
    closest as-of dates, the widest gap, the first told."""
    alone = one_text(earlier, later) and not set_against(earlier, later)
    own = verdict.relation in (Relation.REVISION_DOWN, Relation.SELF_CORRECTION, Relation.DENIAL)
    days = abs((earlier.figure.as_of - later.figure.as_of).days)
    return alone, not own, days, -(verdict.ratio or 0), earlier.source.published, earlier.figure.figure_id


def unused_beside(best: Judged, judged: Sequence[Judged]) -> tuple[Unused, ...]:
    """Figures that were looked at beside the pair and left out, those nearest in time first."""
    near = [pair for pair in judged if pair.verdict.relation in _LEFT_OUT and _concerns(pair, best.later)]
    near.sort(key=lambda pair: abs((pair.earlier.source.published - pair.later.source.published).total_seconds()))
    unused: dict[tuple[str, str], Unused] = {}
    for pair in near:
        claim = pair.other(best.later)
        key = (claim.figure.surface, claim.figure.attribution.said_by)
        unused.setdefault(key, Unused(claim=claim, reason=pair.verdict.reason))
    return tuple(unused.values())[:UNUSED_SHOWN]


_LEFT_OUT = frozenset({Relation.PART_WHOLE, Relation.SCOPE, Relation.DEFINITION, Relation.UPDATE})


def outlets_beside(best: Judged, judged: Sequence[Judged]) -> set[str]:
    """Outlets that print what the pair's later claim prints."""
    return {
        pair.other(best.later).source.outlet
        for pair in judged
        if pair.verdict.relation.group == "same" and _concerns(pair, best.later)
    }


def _concerns(pair: Judged, claim: Claim) -> bool:
    return claim.figure.figure_id in (pair.verdict.earlier_id, pair.verdict.later_id)
