"""Do two figures measure the same thing? One row a rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from judged import said, window

from news.comparability import are_unrelated, compare
from news.fields import Comparability
from news.measures import Trend
from news.periods import Period, PeriodKind
from news.records import Aggregation, Change, Modality

SAME, PART = Comparability.SAME, Comparability.PART
SCOPE, DEFINITION, UNRELATED = Comparability.OTHER_SCOPE, Comparability.OTHER_DEFINITION, Comparability.UNRELATED
BOTH = frozenset({"killed", "wounded"})
MARCH_2024 = window(date(2023, 4, 1), date(2024, 3, 31), "the year to March 2024")
MARCH_2025 = window(date(2024, 4, 1), date(2025, 3, 31), "the year to March 2025")
YEAR_2013 = window(date(2013, 1, 1), date(2013, 12, 31), "2013")
AUGUST_2013 = window(date(2013, 8, 1), date(2013, 8, 31), "August 2013")
JOBS: dict[str, Any] = {
    "unit": "job", "counted": "jobs", "counted_class": "job", "restrictors": (), "statuses": frozenset({"cut"}),
    "place": "", "place_chain": (),
}  # fmt: skip
CROWD = JOBS | {"unit": "person", "counted": "people", "counted_class": "person",
                "statuses": frozenset({"attended"})}  # fmt: skip
MONEY: dict[str, Any] = {
    "unit": "USD", "dimension": "money", "counted": "", "counted_class": "money", "restrictors": (),
    "statuses": frozenset({"fined"}),
}  # fmt: skip
SINCE_AUGUST = Period(kind=PeriodKind.CUMULATIVE, start=date(2024, 8, 6))
ACCOUNTS = JOBS | {"unit": "account", "counted": "accounts", "counted_class": "account",
                   "statuses": frozenset({"breached"})}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        # who and what is counted
        ({}, {}, SAME),
        ({"counted_class": "person"}, {}, SAME),  # "North Koreans" are the soldiers of the same nation
        ({"restrictors": ()}, {"counted_class": "person", "restrictors": ()}, PART),
        ({"counted_class": "person", "restrictors": ()}, {"restrictors": ()}, SAME),  # no part is larger than its whole
        ({"counted_class": "victim", "restrictors": ()}, {"counted_class": "person", "restrictors": ()}, SAME),
        ({"restrictors": ("russian",)}, {}, SCOPE),
        ({}, {"restrictors": ()}, PART),
        (
            {"counted_class": "attacker"},
            {"counted_class": "person"},
            UNRELATED,
        ),  # not its victims
        ({"counted_class": "drone"}, {}, UNRELATED),
        (JOBS, JOBS | {"counted_class": "worker", "unit": "person"}, SAME),
        (JOBS | {"subjects": ("Amazon",)}, JOBS | {"subjects": ("UPS",)}, UNRELATED),
        (JOBS | {"subjects": ("Maduro",)}, JOBS | {"subjects": ("Nicolás Maduro",)}, SAME),
        (JOBS | {"restrictors": ("seasonal",)}, JOBS, PART),
        # what happened to them
        ({"statuses": BOTH}, {"statuses": BOTH}, SAME),
        ({}, {"statuses": BOTH}, PART),
        ({"statuses": BOTH}, {}, DEFINITION),
        ({}, {"statuses": frozenset({"arrested"})}, UNRELATED),
        ({}, {"statuses": frozenset({"buried"})}, PART),
        ({}, {"statuses": frozenset({"frobnicate"})}, SAME),  # a verb that no table knows says little
        (MONEY, MONEY | {"statuses": frozenset({"fined", "interest"})}, DEFINITION),
        (JOBS, JOBS | {"statuses": frozenset({"added"})}, UNRELATED),
        # where
        ({"restrictors": ()}, {"restrictors": (), "place_chain": ("russia",)}, PART),
        ({}, {"place_chain": ("russia",)}, SAME),  # one nation's soldiers: the wider place adds nobody
        ({}, {"place_chain": ("donetsk oblast", "ukraine")}, SCOPE),
        ({}, {"place_chain": ("donetsk oblast", "ukraine"), "place_inherited": True}, SAME),
        (
            {"restrictors": (), "place_chain": ("turkey",)},
            {"restrictors": (), "place_chain": ("syria and turkey",)},
            PART,
        ),
        ({"site": "airport"}, {"site": "airport"}, SAME),
        ({"site": "airport"}, {}, PART),
        ({}, {"site": "airport"}, SAME),  # no part is larger than its whole
        ({"site": "airport"}, {"site": "station"}, SCOPE),
        # when
        ({}, {"period": window(date(2024, 12, 18), date(2024, 12, 20), "in three days")}, SCOPE),
        (JOBS | {"period": MARCH_2024}, JOBS | {"period": MARCH_2025}, SCOPE),
        (ACCOUNTS | {"period": YEAR_2013}, ACCOUNTS | {"period": AUGUST_2013}, SAME),
        (ACCOUNTS | {"period": YEAR_2013}, ACCOUNTS | {"period": window(date(2014, 1, 1), date(2014, 12, 31))}, SCOPE),
        ({"period": SINCE_AUGUST}, {"period": Period(kind=PeriodKind.CUMULATIVE, start=date(2022, 2, 24))}, SCOPE),
        ({"period": SINCE_AUGUST}, {"period": window(date(2024, 12, 1), date(2024, 12, 20))}, SCOPE),
        ({"period": SINCE_AUGUST}, {"period": window(date(2024, 8, 9), date(2024, 12, 20))}, SAME),
        (JOBS | {"period": MARCH_2025, "modality": Modality.PLANNED, "as_of": date(2024, 6, 1)}, JOBS, SAME),
        (CROWD | {"period": window(date(2023, 7, 1), date(2023, 7, 1))}, CROWD, SCOPE),  # last year's march
        # several differences: the heaviest gives the answer
        ({"restrictors": ("seasonal",)}, {"restrictors": (), "statuses": frozenset({"arrested"})}, UNRELATED),
        # what kind of number
        ({"unit": "percent", "dimension": "share"}, {"unit": "share", "dimension": "share"}, SAME),
        ({"unit": "USD", "dimension": "money"}, {"unit": "EUR", "dimension": "money"}, DEFINITION),
        ({"unit": "percent", "dimension": "share"}, {}, DEFINITION),
        ({"change": Change.BY}, {}, DEFINITION),
        ({"aggregation": Aggregation.RATE}, {}, DEFINITION),
        ({"aggregation": Aggregation.PART}, {}, PART),
    ],
)
def test_each_field_decides(one: dict[str, Any], other: dict[str, Any], kind: Comparability) -> None:
    earlier, later = said(100, **one), said(200, **other)
    comparison = compare(earlier, later)
    assert (comparison.kind, comparison.reason != "") == (kind, True)
    assert are_unrelated(earlier, later) == are_unrelated(later, earlier) == (kind is UNRELATED)


def test_other_stories_do_not_compare() -> None:
    assert compare(said(100, story="a"), said(200, story="b")).kind is SCOPE
    assert compare(said(100, story=""), said(200, story="")).kind is SCOPE
    assert not are_unrelated(said(100, story="a"), said(200, story="b", counted_class="drone"))


@pytest.mark.parametrize(("field", "empty"), [("statuses", frozenset()), ("counted_class", ""), ("place_chain", ())])
def test_a_field_that_one_side_does_not_state_is_named(field: str, empty: object) -> None:
    comparison = compare(said(100), said(200, **{field: empty}))
    assert comparison.kind is SAME
    assert len(comparison.missing) == 1


def test_the_reason_names_both_sides() -> None:
    comparison = compare(said(100), said(200, statuses=frozenset({"arrested"})))
    assert "killed" in comparison.reason
    assert "arrested" in comparison.reason


def test_the_trend_comes_with_the_predicate() -> None:
    assert compare(said(1), said(2)).trend is Trend.UP
    missing = frozenset({"missing"})
    assert compare(said(1, statuses=missing), said(2, statuses=missing)).trend is Trend.DOWN
