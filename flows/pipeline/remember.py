"""Remember: what a filed report contradicts, restates or settles. Runs in the transaction that files it.

Which conflicts there are is decided by ``news.memory`` and ``news.settlements``, whatever the order of filing; here the
archive's part of the past is brought to them, and what they answer is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from news.conflicts import Judged
from news.contradictions import in_order, judge
from news.memory import Clash, find_clashes, remember
from news.policy import Thresholds
from news.records import Claim, Conflict, Relation, Settlement
from news.settlements import party_of, settlement
from news.values import same_words
from storage import Archive

_RESTATES = frozenset({Relation.REPEAT, Relation.WIRE_COPY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """``conflicts``: opened, joined or changed by the report; ``settled``: those whose parties agree since."""

    conflicts: tuple[Conflict, ...]
    settled: tuple[Conflict, ...]


def keep_conflicts(
    archive: Archive,
    claims: Sequence[Claim],
    recalled: Sequence[Claim],
    judged: Sequence[Judged],
    thresholds: Thresholds,
    now: datetime,
) -> Changed:
    """Bring the conflicts that the report bears on up to date. ``claims``: of the report; ``recalled``: what may
    concern them; ``judged``: all pairs of a claim with another or a recalled one."""
    changed = _remembered(archive, judged, thresholds, now)
    known = {claim.figure.figure_id: claim for claim in (*recalled, *claims)}
    near = {conflict.conflict_id: conflict for conflict in (*archive.memory.around(known), *changed)}
    settled = []
    for conflict in near.values():
        _restated(archive, conflict, known.values() if conflict in changed else claims, thresholds)
        if conflict in changed or any(party_of(conflict, claim) is not None for claim in claims):
            settled += _settled(archive, conflict, known, thresholds, now)
    conflicts = archive.conflicts.by_ids(conflict.conflict_id for conflict in changed)
    return Changed(conflicts=tuple(conflicts), settled=tuple(settled))


def _remembered(archive: Archive, judged: Sequence[Judged], thresholds: Thresholds, now: datetime) -> list[Conflict]:
    """Conflicts live in the story of their later claim, which an old article may have and a late one not: watches come
    and go."""
    stories: dict[str, list[Clash]] = {}
    for clash in find_clashes(judged):
        stories.setdefault(clash.later.source.story, []).append(clash)
    changed: list[Conflict] = []
    for story, clashes in sorted(stories.items()):
        since = archive.memory.take(story, clashes)
        if since is not None:
            past = archive.memory.before(story, since), archive.memory.since(story, since)
            changed += archive.memory.keep(story, since, remember(*past, thresholds), now)
    return changed


def _restated(archive: Archive, conflict: Conflict, claims: Iterable[Claim], thresholds: Thresholds) -> None:
    """Who prints a side of a conflict again is named with it, and counts as no new origin."""
    sides = (conflict.earlier, conflict.later)
    again = {claim.source.outlet for claim in claims for side in sides if _restates(claim, side, thresholds)}
    if again - {*conflict.outlets, *(side.source.outlet for side in sides)}:
        archive.memory.restated(conflict.conflict_id, again)


def _restates(claim: Claim, side: Claim, thresholds: Thresholds) -> bool:
    if claim.figure.dimension != side.figure.dimension or not same_words(claim.figure.value, side.figure.value):
        return False
    return judge(*in_order(side, claim), thresholds).relation in _RESTATES


def _settled(
    archive: Archive, conflict: Conflict, known: Mapping[str, Claim], thresholds: Thresholds, now: datetime
) -> list[Conflict]:
    """The conflict with its settlement, if the parties agree now and did not before. Keeps what changed either way."""
    after = _settlement(conflict, known, thresholds)
    if (after is None) is (conflict.settlement is None):
        return []
    conflict = replace(archive.conflicts.get(conflict.conflict_id).conflict, settlement=after)
    archive.conflicts.settle(conflict, now)
    return [] if after is None else [conflict]


def _settlement(conflict: Conflict, known: Mapping[str, Claim], thresholds: Thresholds) -> Settlement | None:
    """What was decided before counts too: a recall that is cut short may lack it."""
    before = conflict.settlement
    sides = () if before is None else (before.by, before.other)
    claims = {**{side.figure.figure_id: side for side in sides}, **known}
    return settlement(conflict, claims.values(), thresholds)
