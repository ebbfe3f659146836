"""The memory of conflicts: which contradictions are one and the same, and which are told again.

Pure and order-free. A *clash* is what one claim contradicts; the clashes of a story, taken in order of publication,
open conflicts or join them. The same clashes give the same conflicts whatever the order in which they were filed: a
report that arrives late takes its place in the past, and everything published since is gone through again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from news.authorities import speaker_name
from news.conflicts import Judged, clash_rank, conflict_id, outlets_beside, same_measure, unused_beside
from news.contradictions import place_in_time
from news.policy import DEFAULT, Thresholds, same_conflict, telling
from news.records import Claim, Conflict, Level, Unused, Verdict
from news.wording import measure_words

#: a conflict is taken up again this long after it began (the archive recalls claims as far back)
REMEMBERED = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """What one claim contradicts. ``earlier``, ``verdict``: the pair that shows it best; ``against``: ids of all the
    earlier figures that ``later`` contradicts; ``outlets``: who printed any of them."""

    earlier: Claim
    later: Claim
    verdict: Verdict
    against: frozenset[str]
    outlets: frozenset[str]
    unused: tuple[Unused, ...] = ()

    @property
    def members(self) -> frozenset[str]:
        """Ids of all its figures."""
        return self.against | {self.later.figure.figure_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A clash and the conflict that it opened or joined."""

    clash: Clash
    conflict: Conflict

    @property
    def opens(self) -> bool:
        """True when the conflict begins with this clash."""
        return self.conflict.later.figure.figure_id == self.clash.later.figure.figure_id


def find_clashes(judged: Sequence[Judged]) -> list[Clash]:
    """The contradictions among judged pairs, one clash a contradicting claim, in order of publication."""
    loud: dict[str, list[Judged]] = {}
    for pair in judged:
        if pair.verdict.level is Level.ALERT:
            loud.setdefault(pair.verdict.later_id, []).append(pair)
    clashes = [_clash(pairs, judged) for pairs in loud.values()]
    return sorted(clashes, key=lambda clash: place_in_time(clash.later))


def merged(one: Clash, other: Clash) -> Clash:
    """All that one claim contradicts, as far as two parts of the archive know. Which comes first does not matter."""
    best, rest = sorted((one, other), key=lambda clash: clash_rank(clash.earlier, clash.later, clash.verdict))
    return replace(
        best,
        against=best.against | rest.against,
        outlets=best.outlets | rest.outlets,
        unused=best.unused or rest.unused,
    )


def remember(
    before: Sequence[Conflict], clashes: Iterable[Clash], thresholds: Thresholds = DEFAULT
) -> list[Remembered]:
    """Go through clashes in order of publication. ``before``: the conflicts that earlier clashes opened."""
    conflicts = sorted(before, key=lambda conflict: place_in_time(conflict.later))
    remembered: list[Remembered] = []
    for clash in sorted(clashes, key=lambda clash: place_in_time(clash.later)):
        conflict = _conflict(clash)
        known = [old for old in conflicts if _one_thread(conflict, old)]
        decision = telling(conflict, known, thresholds)
        if decision.kind == "known":
            conflict = next((old for old in known if same_conflict(conflict, old)), known[-1])
        else:
            conflict = replace(conflict, thread=decision.thread, note=decision.note)
            conflicts.append(conflict)
        remembered.append(Remembered(clash=clash, conflict=conflict))
    return remembered


def _one_thread(conflict: Conflict, known: Conflict) -> bool:
    """True when both are about one measure, and not years apart."""
    if conflict.later.source.published - known.later.source.published > REMEMBERED:
        return False
    return any(same_measure(conflict.later, side) for side in (known.earlier, known.later))


def _clash(loud: Sequence[Judged], judged: Sequence[Judged]) -> Clash:
    """All that one claim contradicts."""
    best = min(loud, key=lambda pair: clash_rank(pair.earlier, pair.later, pair.verdict))
    outlets = {claim.source.outlet for pair in loud for claim in (pair.earlier, pair.later)}
    return Clash(
        earlier=best.earlier,
        later=best.later,
        verdict=best.verdict,
        against=frozenset(pair.verdict.earlier_id for pair in loud),
        outlets=frozenset(outlets | outlets_beside(best, judged)),
        unused=unused_beside(best, judged),
    )


def _conflict(clash: Clash) -> Conflict:
    identity = conflict_id(clash.earlier.figure.figure_id, clash.later.figure.figure_id)
    sides = (clash.earlier, clash.later)
    return Conflict(
        conflict_id=identity,
        thread=identity,
        story=clash.later.source.story,
        measure=max((measure_words(side.figure) for side in sides), key=len),
        verdict=clash.verdict,
        earlier=clash.earlier,
        later=clash.later,
        unused=clash.unused,
        outlets=tuple(sorted(clash.outlets - {side.source.outlet for side in sides})),
        origins=len({speaker_name(side.figure.attribution, side.source.outlet) for side in sides}),
    )
