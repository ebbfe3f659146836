"""Which silences are worth showing."""

from __future__ import annotations

from dataclasses import replace

from builders import COUPLE, KILLED, SEOUL, SERIES, UNIT, ZELENSKY, conflict

from flows.silence import instructive
from news.records import Claim, Relation

TOLD = [conflict(SEOUL, ZELENSKY)]


def pairs(*claims: Claim, limit: int = 8) -> list[tuple[str, str, Relation]]:
    shown = instructive(claims, TOLD, limit=limit)
    return [(one.earlier.figure.surface, one.later.figure.surface, one.verdict.relation) for one in shown]


def test_each_way_of_being_no_contradiction_is_shown_once() -> None:
    relations = [relation for _, _, relation in pairs(*SERIES, UNIT, KILLED, COUPLE)]
    assert Relation.SCOPE in relations
    assert len(relations) == len(set(relations))
    assert Relation.DISPUTE not in relations


def test_the_limit_holds() -> None:
    assert len(pairs(*SERIES, UNIT, KILLED, COUPLE)) > 1
    assert len(pairs(*SERIES, UNIT, KILLED, COUPLE, limit=1)) == 1


def test_pairs_that_nobody_would_confuse_are_left_out() -> None:
    sent = replace(KILLED, figure=replace(KILLED.figure, figure_id="F-sent", statuses=frozenset({"deployed"})))
    other = replace(KILLED, figure=replace(KILLED.figure, figure_id="F-jobs", unit="job"))
    assert pairs(SEOUL, sent) == []
    assert pairs(SEOUL, other) == []
    assert pairs(SEOUL, KILLED) != []


def test_a_pair_with_a_told_number_comes_before_others_of_its_kind() -> None:
    us = next(claim for claim in SERIES if claim.figure.figure_id == "F-us-1200")
    told = {(one, other) for one, other, relation in pairs(*SERIES, COUPLE) if relation is Relation.UPDATE}
    assert told == {(SEOUL.figure.surface, us.figure.surface)}
    (unaware,) = [one for one in instructive([*SERIES, COUPLE], []) if one.verdict.relation is Relation.UPDATE]
    assert unaware.earlier.figure.figure_id != SEOUL.figure.figure_id
