"""How right are predictions over contradiction bundles? Pairs that an editor could judge either way are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.bundles import Bundle, Gold
from news.records import Relation

CONTRADICTIONS = frozenset({Relation.REVISION_DOWN, Relation.SELF_CORRECTION, Relation.DISPUTE, Relation.DENIAL})


@dataclass(frozen=True, slots=True)
class Tally:
    """Of the contradictions: found, wrongly claimed, missed."""

    found: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the claimed ones that are right; 0 when none was claimed."""
        return self.found / (self.found + self.false) if self.found + self.false else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold ones that were found; 0 when there are none."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0


def tally_rows(bundles: Sequence[Bundle], rows: Sequence[Mapping[str, object]]) -> Tally:
    """The tally of the predictions of any track: rows with a ``report`` are alerts, the others pairs."""
    if any("report" in row for row in rows):
        return tally_alerts(bundles, ((str(row["story"]), str(row["report"])) for row in rows))
    return tally_pairs(
        bundles, {(str(row["story"]), str(row["a"]), str(row["b"])): str(row["relation"]) for row in rows if "a" in row}
    )


def tally_pairs(bundles: Sequence[Bundle], relations: Mapping[tuple[str, str, str], str]) -> Tally:
    """``relations``: (story, earlier figure, later figure) -> relation, as tracks A and B predict them."""
    found = false = missed = 0
    for bundle in bundles:
        for pair in bundle.pairs:
            if pair["borderline"]:
                continue
            gold = is_contradiction(pair)
            claimed = relations.get((bundle.story, pair["a"], pair["b"]), "") in CONTRADICTIONS
            found += gold and claimed
            false += claimed and not gold
            missed += gold and not claimed
    return Tally(found, false, missed)


def is_contradiction(pair: Gold) -> bool:
    """What the answer to "do these contradict each other?" should be."""
    return bool(pair["group"] == "contradiction" or pair["level"] == "alert")


def loud_reports(bundle: Bundle) -> set[str]:
    """The reports that must raise an alert."""
    return {_later(pair) for pair in bundle.pairs if pair["level"] == "alert" and not pair["borderline"]}


def quiet_reports(bundle: Bundle) -> set[str]:
    """The reports that must raise none: no pair of theirs is an alert, open to judgement or known already."""
    open_ones = {
        _later(pair) for pair in bundle.pairs if pair["level"] == "alert" or pair["borderline"] or pair["known"]
    }
    return {report["id"] for report in bundle.reports} - open_ones


def tally_alerts(bundles: Sequence[Bundle], told: Iterable[tuple[str, str]]) -> Tally:
    """``told``: (story, report) of every alert, as track C tells them. ``false``: quiet reports that were disturbed."""
    heard = set(told)
    loud = {(bundle.story, report) for bundle in bundles for report in loud_reports(bundle)}
    quiet = {(bundle.story, report) for bundle in bundles for report in quiet_reports(bundle)}
    return Tally(len(heard & loud), len(heard & quiet), len(loud - heard))


def _later(pair: Gold) -> str:
    return str(pair["b"]).partition(".")[0]
