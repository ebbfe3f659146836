"""How a later figure relates to an earlier one: a table of cases, and what must hold for any claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import DAY, as_copy_of, number, said, window

from news.contradictions import in_order, judge
from news.records import Claim, Hedge, Level, Modality, Polarity, Relation, Role

ABOUT, MORE, LEAST, UP_TO = Hedge.APPROX, Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.UP_TO
KYIV: dict[str, Any] = {"by": "Volodymyr Zelensky", "country": "ukraine"}
SEOUL: dict[str, Any] = {"by": "South Korea's Joint Chiefs of Staff", "country": "south korea"}
NIS: dict[str, Any] = {"by": "South Korea's National Intelligence Service", "country": "south korea"}
CROWD: dict[str, Any] = {"statuses": frozenset({"attended"}), "counted_class": "person", "restrictors": ()}
MISSING: dict[str, Any] = {"statuses": frozenset({"missing"})}
RATE: dict[str, Any] = {"statuses": frozenset({"voted for"}), "unit": "percent", "dimension": "share",
                        "counted_class": "vote", "restrictors": (), "subjects": ("González",)}  # fmt: skip
R = Relation


@pytest.mark.parametrize(
    ("earlier", "later", "relation", "level"),
    [
        # same
        (said(1100, **SEOUL), said(1100, **SEOUL, days=1), R.REPEAT, Level.SILENT),
        (said(1100, **SEOUL, via="Reuters"), said(1100, **SEOUL, via="Reuters"), R.WIRE_COPY, Level.SILENT),
        (said(number(10000, hedge=MORE)), said(number(11000, hedge=ABOUT)), R.COMPATIBLE, Level.SILENT),
        (said(number(None, 30000, UP_TO), **CROWD), said(number(29100, 30000, Hedge.NEARLY), **CROWD),
         R.COMPATIBLE, Level.SILENT),
        (said(number(100, hedge=LEAST), **NIS), said(number(200, hedge=ABOUT), **KYIV), R.COMPATIBLE, Level.SILENT),
        (said(1400, **KYIV), said(1400, **KYIV, days=9, role=Role.BACKGROUND), R.RECALL, Level.SILENT),
        (said(598, **SEOUL, days=5), said(818, **KYIV, days=9, as_of=DAY), R.STALE, Level.SILENT),
        (said(900, **CROWD), said(500, **CROWD, polarity=Polarity.DENIED), R.COMPATIBLE, Level.SILENT),
        (said(number(500, hedge=ABOUT), "Yahoo"), said(number(500, hedge=LEAST), "Yahoo"), R.REPEAT, Level.SILENT),
        # updates
        (said(10100, **KYIV, **MISSING), said(number(9000, hedge=MORE), **KYIV, **MISSING, days=1), R.UPDATE,
         Level.DIGEST),
        (said(number(83, hedge=ABOUT)), said(number(83.3)), R.REFINE, Level.SILENT),
        (said(3000, **KYIV), said(3800, **KYIV, days=13), R.UPDATE, Level.DIGEST),
        (said(200, **KYIV), said(1100, **SEOUL, days=8), R.UPDATE, Level.DIGEST),
        (said(number(40000, hedge=MORE), **KYIV), said(number(44000, hedge=MORE), **KYIV, days=4),
         R.UPDATE, Level.DIGEST),
        (said(10100, **KYIV, **MISSING), said(9000, **KYIV, **MISSING, days=2), R.UPDATE, Level.DIGEST),
        (said(51.2, "the council", **RATE), said(51.9, "the council", **RATE, days=4), R.UPDATE, Level.DIGEST),
        (said(19000, "the mayor", modality=Modality.FORECAST), said(16000, "WHO", days=4), R.OUTCOME, Level.DIGEST),
        (said(19000, "the mayor", modality=Modality.FORECAST), said(3958, "WHO", days=4), R.OUTCOME, Level.ALERT),
        (said(2000, "a", modality=Modality.FORECAST), said(19000, "b", days=3, modality=Modality.FORECAST),
         R.UPDATE, Level.DIGEST),
        # contradictions
        (said(number(1100, hedge=ABOUT), **SEOUL), said(number(3000, hedge=MORE), **KYIV), R.DISPUTE, Level.ALERT),
        (said(4000, **KYIV), said(3000, **NIS, days=1), R.DISPUTE, Level.ALERT),
        (said(4000, **KYIV), said(3000, **NIS, days=6), R.DISPUTE, Level.DIGEST),
        (said(4000, **KYIV), said(3000, **NIS, days=30), R.STALE, Level.SILENT),
        (said(900, "", **CROWD), said(300, "", **CROWD, days=1), R.DISPUTE, Level.DIGEST),  # nobody named
        (said(900, "the firm", **CROWD), said(300, "", **CROWD, days=1), R.DISPUTE, Level.DIGEST),  # far, one unsigned
        (said(900, "the firm", **CROWD), said(600, "", **CROWD, days=1), R.DISPUTE, Level.ALERT),
        (said(900, "the firm", **CROWD), said(30, "the union", **CROWD, place_chain=()), R.SCOPE, Level.SILENT),
        (said(900, "the firm", **CROWD), said(30, "the union", **CROWD), R.DISPUTE, Level.DIGEST),  # too far apart
        (said(900, "the firm", **CROWD, modality=Modality.PLANNED), said(300, "the union", **CROWD, days=9),
         R.OUTCOME, Level.DIGEST),
        (said(107000, "the police", **CROWD), said(number(275000, 325000, Hedge.RANGE), "an archive", **CROWD, days=1),
         R.DISPUTE, Level.ALERT),
        (said(44.2, "the council", **RATE), said(70, "the opposition", **RATE), R.DISPUTE, Level.ALERT),
        (said(10000, "one", **MISSING), said(20000, "other", **MISSING), R.DISPUTE, Level.ALERT),
        (said(73000, "a", **CROWD), said(74000, "b", **CROWD), R.DISPUTE, Level.DIGEST),
        (said(1400, **KYIV), said(1200, **KYIV, days=18), R.REVISION_DOWN, Level.ALERT),
        (said(1400, **KYIV), said(1398, **KYIV, days=18), R.REVISION_DOWN, Level.DIGEST),
        (said(147000, "the bureau", **CROWD), said(14000, "the bureau", **CROWD, days=30, as_of=DAY + timedelta(30)),
         R.SELF_CORRECTION, Level.ALERT),
        (said(11300, "UN"), said(11300, "Red Crescent", days=1, polarity=Polarity.DENIED), R.DENIAL, Level.ALERT),
        # not comparable
        (said(50, period=window(date(2024, 12, 15), date(2024, 12, 17), "in three days")), said(200),
         R.SCOPE, Level.SILENT),
        (said(100), said(1100, statuses=frozenset({"killed", "wounded"})), R.PART_WHOLE, Level.SILENT),
        (said(3000, statuses=frozenset({"killed", "wounded"})), said(3000), R.DEFINITION, Level.SILENT),
        (said(3200, subjects=("Northvale",)), said(3200, subjects=("Calder Foods",)), R.UNRELATED, Level.SILENT),
    ],
)  # fmt: skip
def test_relation_and_level(earlier: Claim, later: Claim, relation: Relation, level: Level) -> None:
    verdict = judge(earlier, later)
    assert (verdict.relation, verdict.level) == (relation, level), verdict.reason
    assert verdict.reason


def test_a_minimum_does_not_excuse_a_fixed_number_that_trebles() -> None:
    accounts: dict[str, Any] = {"statuses": frozenset({"breached"}), "counted_class": "account", "restrictors": ()}
    earlier = said(number(1_000_000_000, hedge=MORE), "Yahoo", **accounts)
    later = said(number(3_000_000_000, hedge=ABOUT), "Yahoo", **accounts, days=290)
    assert judge(earlier, later).relation is Relation.SELF_CORRECTION


def test_one_voice_in_one_report_contradicts_nobody() -> None:
    verdict = judge(said(695, "the institute", article="A"), said(71, "the institute", article="A"))
    assert verdict.relation.group == "not_comparable"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ({"value": 700}, {"value": number(690, 710, Hedge.RANGE)}, R.COMPATIBLE),
        ({"value": 300, "as_of": DAY - timedelta(days=2)}, {"value": 700}, R.UPDATE),
        ({"value": 88, "polarity": Polarity.DENIED}, {"value": 85}, R.DENIAL),
        ({"value": 171, "role": Role.BACKGROUND}, {"value": 140}, R.RECALL),
        ({"value": 171, "role": Role.BACKGROUND, "cues": ("lowered",)}, {"value": 140}, R.REVISION_DOWN),
        ({"value": 171, "role": Role.BACKGROUND, "cues": ("lowered",), **CROWD}, {"value": 240, **CROWD},
         R.SELF_CORRECTION),
        ({"value": 700}, {"value": 300}, R.PART_WHOLE),
    ],
)  # fmt: skip
def test_one_report_tells_two_numbers(one: dict[str, Any], other: dict[str, Any], relation: Relation) -> None:
    earlier, later = said(**one, article="A"), said(**other, article="A")
    assert in_order(later, earlier) == (earlier, later)
    assert judge(earlier, later).relation is relation


def test_two_voices_in_one_report_do() -> None:
    assert judge(said(900, "the union", article="A"), said(300, "the firm", article="A")).relation is Relation.DISPUTE


def test_a_missing_predicate_makes_it_possible_only() -> None:
    verdict = judge(said(1100, **SEOUL), said(3000, **KYIV, statuses=frozenset()))
    assert (verdict.relation, verdict.level, verdict.possible) == (Relation.DISPUTE, Level.DIGEST, True)


def test_a_scale_slip_is_named() -> None:
    reason = judge(said(8_000_000, "a", **CROWD), said(8_000_000_000, "b", **CROWD)).reason
    assert "scale word" in reason


def test_an_edited_page_corrects_itself() -> None:
    before = said(900, "the firm", article="A-1", version=1)
    after = said(700, "the firm", article="A-1", version=2)
    assert judge(before, after).relation is Relation.SELF_CORRECTION


def test_a_copy_is_no_second_origin() -> None:
    original = said(1100, **SEOUL)
    assert judge(original, as_copy_of(said(1100, **SEOUL), original)).relation is Relation.WIRE_COPY


def test_a_copy_does_not_contradict_again_what_its_original_did() -> None:
    held, original = said(1100, **SEOUL), said(3000, **KYIV)
    assert judge(held, original).level is Level.ALERT
    assert judge(held, as_copy_of(said(3000, **KYIV, days=1), original)).level is Level.SILENT


VALUES = st.builds(
    number,
    st.integers(1, 10_000_000),
    st.none(),
    st.sampled_from([Hedge.EXACT, Hedge.APPROX, Hedge.AT_LEAST, Hedge.MORE_THAN]),
)
CLAIMS = st.builds(
    said,
    VALUES,
    st.sampled_from(["", "Volodymyr Zelensky", "the union", "the firm"]),
    days=st.integers(0, 40),
    statuses=st.sampled_from([frozenset({"killed"}), frozenset({"attended"}), frozenset({"missing"}), frozenset()]),
    role=st.sampled_from(list(Role)),
    polarity=st.sampled_from(list(Polarity)),
    modality=st.sampled_from(list(Modality)),
)


@given(CLAIMS, CLAIMS)
def test_the_verdict_does_not_depend_on_who_was_filed_first(one: Claim, other: Claim) -> None:
    assert judge(*in_order(one, other)) == judge(*in_order(other, one))


@given(CLAIMS, CLAIMS)
def test_background_never_alerts(one: Claim, other: Claim) -> None:
    earlier, later = in_order(one, other)
    later = replace(later, figure=replace(later.figure, role=Role.BACKGROUND, polarity=Polarity.ASSERTED))
    assert judge(earlier, later).level is not Level.ALERT


@given(CLAIMS)
def test_a_claim_never_contradicts_its_repetition(one: Claim) -> None:
    again = replace(
        one,
        figure=replace(one.figure, figure_id="again", polarity=Polarity.ASSERTED),
        source=replace(one.source, article_id="again", origin="again"),
    )
    earlier = replace(one, figure=replace(one.figure, polarity=Polarity.ASSERTED))
    assert judge(earlier, again).relation.group != "contradiction"


@given(CLAIMS, CLAIMS)
def test_percent_and_share_are_judged_alike(one: Claim, other: Claim) -> None:
    percent = [replace(c, figure=replace(c.figure, unit="percent", dimension="share")) for c in in_order(one, other)]
    shares = [replace(c, figure=replace(c.figure, unit="share", value=_hundredth(c))) for c in percent]
    assert judge(percent[0], percent[1]).relation is judge(shares[0], shares[1]).relation


def _hundredth(claim: Claim) -> Any:
    bounds = ("low", "high", "soft_low", "soft_high")
    value = claim.figure.value
    parts = {name: None if getattr(value, name) is None else getattr(value, name) / Decimal(100) for name in bounds}
    return replace(value, **parts)
