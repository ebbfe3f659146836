"""Why two figures are a conflict, or why they are none: field by field, with doubts, policy and lessons."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from judged import number, said, window

from news.comparability import compare
from news.explanation import explain, fields_compared
from news.records import Aggregation, Claim, Hedge, Level, Relation

KYIV: dict[str, Any] = {"by": "Volodymyr Zelensky", "country": "ukraine"}
SEOUL: dict[str, Any] = {"by": "South Korea's Joint Chiefs of Staff", "country": "south korea"}
HELD = said(number(1100, hedge=Hedge.APPROX), **SEOUL)


def found(one: Claim, other: Claim) -> dict[str, str]:
    return {row.field: row.found for row in explain(one, other).fields}


def test_a_conflict_is_the_same_in_every_field() -> None:
    why = explain(HELD, said(number(3000, hedge=Hedge.MORE_THAN), **KYIV))
    assert (why.verdict.relation, why.verdict.level) == (Relation.DISPUTE, Level.ALERT)
    rows = {row.field: row for row in why.fields}
    assert list(rows) == [
        *("story", "unit", "kind of number", "owner", "counted thing", "group", "predicate", "place", "period")
    ]
    assert {row.found for name, row in rows.items() if name != "owner"} == {"same"}
    assert rows["owner"].found == "unstated"
    assert (rows["predicate"].earlier, rows["place"].later) == ("killed", "Kursk Oblast")
    assert why.policy == "far enough apart to be told at once"
    assert why.doubts == ()


@pytest.mark.parametrize(
    ("changes", "field", "how"),
    [
        ({"statuses": frozenset({"killed", "wounded"})}, "predicate", "part"),
        ({"place": "Avdiivka", "place_chain": ("avdiivka", "ukraine")}, "place", "other_scope"),
        ({"place": "", "place_chain": ()}, "place", "missing"),
        ({"period": window(date(2024, 12, 17), date(2024, 12, 20), "in three days")}, "period", "other_scope"),
        ({"aggregation": Aggregation.PART}, "kind of number", "part"),
        ({"restrictors": ("russian",)}, "group", "other_scope"),
    ],
)
def test_the_field_that_differs_is_named(changes: dict[str, Any], field: str, how: str) -> None:
    assert found(HELD, said(3000, **KYIV, **changes))[field] == how


def test_what_comes_after_another_kind_of_number_is_not_compared() -> None:
    rows = found(HELD, said(3000, **KYIV, aggregation=Aggregation.PART))
    assert {rows[field] for field in ("counted thing", "place", "period")} == {"not compared"}


def test_a_possible_conflict_tells_its_doubts() -> None:
    why = explain(HELD, said(3000, **KYIV, place="", place_chain=()))
    assert why.verdict.possible
    assert any("place" in doubt for doubt in why.doubts)
    assert "possible conflict" in why.policy


def test_an_update_is_no_contradiction() -> None:
    why = explain(HELD, said(3000, **SEOUL, days=20))
    assert why.policy == "the number moved on, which is no contradiction"


def test_both_orders_explain_alike() -> None:
    other = said(3000, **KYIV)
    assert explain(HELD, other) == explain(other, HELD)
    assert fields_compared(compare(HELD, other), HELD, other) == explain(other, HELD).fields
