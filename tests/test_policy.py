"""What is told, what is told again, and what is known already."""

from __future__ import annotations

from typing import Any

import pytest
from judged import number, said

from news.conflicts import conflict_id, judge_report, replaced
from news.contradictions import in_order, judge
from news.memory import find_clashes
from news.policy import telling
from news.records import Claim, Conflict, Hedge
from news.wording import measure_words

KYIV: dict[str, Any] = {"by": "Volodymyr Zelensky", "country": "ukraine"}
SEOUL: dict[str, Any] = {"by": "South Korea's Joint Chiefs of Staff", "country": "south korea"}
WASHINGTON: dict[str, Any] = {"by": "a senior U.S. official", "country": "united states"}


def conflict(one: Claim, other: Claim) -> Conflict:
    earlier, later = in_order(one, other)
    identity = conflict_id(earlier.figure.figure_id, later.figure.figure_id)
    verdict = judge(earlier, later)
    return Conflict(
        conflict_id=identity, thread=identity, story="kursk", measure="m", verdict=verdict, earlier=earlier, later=later
    )


FIRST = conflict(said(number(1100, hedge=Hedge.APPROX), **SEOUL), said(number(3000, hedge=Hedge.MORE_THAN), **KYIV))


def test_the_first_conflict_of_a_measure_is_new() -> None:
    assert telling(FIRST, []).kind == "new"


def test_the_same_two_values_are_known_whoever_prints_them() -> None:
    again = conflict(said(1100, **SEOUL, days=1), said(number(3000, hedge=Hedge.MORE_THAN), "", days=1))
    assert telling(again, [FIRST]).kind == "known"


def test_a_side_that_moves_is_a_follow_up_in_the_same_thread() -> None:
    moved = conflict(said(4000, **KYIV, days=21), said(2000, **SEOUL, days=22))
    decision = telling(moved, [FIRST])
    assert (decision.kind, decision.thread) == ("follow_up", FIRST.thread)
    assert "moved from" in decision.note


def test_a_third_party_is_a_follow_up() -> None:
    third = conflict(said(2600, **SEOUL, days=22), said(1900, **WASHINGTON, days=23))
    assert telling(third, [FIRST]).kind == "follow_up"


def test_ids_do_not_depend_on_the_order() -> None:
    assert conflict_id("F-1", "F-2") == conflict_id("F-2", "F-1") != conflict_id("F-1", "F-3")


def test_a_report_conflicts_once_for_each_of_its_claims() -> None:
    """Two outlets printed the old number; the new report contradicts both and yields one conflict, with the nearer."""
    far, near = said(1100, **SEOUL, days=0), said(1100, **SEOUL, days=1)
    fresh = said(number(3000, hedge=Hedge.MORE_THAN), **KYIV, days=1)
    conflicts = find_clashes(judge_report([fresh], [far, near]))
    assert [(found.earlier, found.later) for found in conflicts] == [(near, fresh)]


def test_an_alert_lists_what_it_left_out_and_why() -> None:
    one = said(1100, **SEOUL)
    week = said(50, statuses=frozenset({"killed", "wounded"}))
    fresh = said(number(3000, hedge=Hedge.MORE_THAN), **KYIV)
    (found,) = find_clashes(judge_report([fresh], [one, week]))
    assert [(unused.claim, bool(unused.reason)) for unused in found.unused] == [(week, True)]


@pytest.mark.parametrize("copies", [1, 3])
def test_restatements_make_no_further_conflict(copies: int) -> None:
    held = [said(1100, **SEOUL, days=0) for _ in range(copies)]
    fresh = said(number(3000, hedge=Hedge.MORE_THAN), **KYIV, days=0)
    assert len(find_clashes(judge_report([fresh], held))) == 1


def test_an_edited_number_is_the_one_that_is_gone() -> None:
    kept, gone = said(10, article="A", version=1), said(900, article="A", version=1)
    current = [said(10, article="A", version=2), said(700, article="A", version=2)]
    assert replaced([kept, gone], current) == [gone]


def test_a_measure_in_words_says_status_and_place_once() -> None:
    assert measure_words(said(1).figure) == "North Korean soldiers killed, Kursk Oblast"
