"""What a number takes from the words around it: unit, currency and measure left out where they were just said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.figures import find_figures
from news.periods import PeriodKind
from news.records import Article, Figure, Modality, Polarity, Role

PUBLISHED = datetime(2024, 5, 16, 12, tzinfo=UTC)


def figures(text: str) -> list[Figure]:
    article = Article(
        article_id="A-test",
        url="https://example.org/a",
        outlet="Example",
        title="",
        text=text,
        published=PUBLISHED,
        first_seen=PUBLISHED,
    )
    return find_figures(article)


# text -> unit and statuses of each figure
READ = [
    (
        "Spain's deficit was larger than stated, the statistics office ruled: 7.6 percent of GDP, against the 6.2 "
        "reported in March.",
        [("percent", {"loss"}), ("percent", {"loss"})],
    ),
    (
        "Once more the hole in the accounts has grown. It measured 5.4 percent of economic output, an auditor said.",
        [("percent", {"loss"})],
    ),
    ("The inflation rate was 4.2 percent, not 3.9.", [("percent", {"inflation"}), ("percent", {"inflation"})]),
    ("Unemployment fell to 4.1 percent from 4.3.", [("percent", {"unemployed"}), ("percent", {"unemployed"})]),
    ("Debt stood at 93 percent of output.", [("percent", {"debt"})]),
    (
        "The airline lost 350 million euros, not the 100 million it had hoped for.",
        [("EUR", {"loss"}), ("EUR", {"loss"})],
    ),
    ("The debt came to 27.4 billion euros. The gap was 3.2 billion.", [("EUR", {"debt"}), ("EUR", {"loss"})]),
    # what counts something of its own keeps it
    ("Profit fell by 4.5 percent and 300 workers were dismissed.", [("percent", {"profit"}), ("person", {"cut"})]),
    ("The party won 12.5 percent and 31 seats.", [("percent", {"voted for"}), ("seat", {"seats won"})]),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:40] for text, _ in READ])
def test_unit_and_measure_are_inherited(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert [(figure.unit, set(figure.statuses)) for figure in figures(text)] == expected


RESTATED = [
    "At least 670 people were killed, the government said. The UN sticks to its own 520.",
    "Rescuers counted 288 dead on Friday. The state government stays with 275.",
    "More than 2,000 people died. The office has neither withdrawn its 2,000 nor explained it.",
]


@pytest.mark.parametrize("text", RESTATED)
def test_a_number_held_on_to_counts_what_was_counted_before(text: str) -> None:
    first, second = figures(text)
    assert (first.unit, first.statuses) == (second.unit, second.statuses) == ("person", frozenset({"killed"}))


# sentence -> statuses of each figure
BEFALLEN = [
    ("Close to 900 were being treated, and 56 are in a critical state.", [{"hospitalised"}, {"critical"}]),
    ("The state counts 1,175 injured, 793 of whom have been sent home.", [{"wounded"}, {"discharged"}]),
    ("More than 300 had been carried to hospitals.", [{"hospitalised"}]),
    ("More than 2,000 people were buried alive by the landslide.", [{"trapped"}]),
    ("The UN believes 670 people are under the rubble.", [{"trapped"}]),
    ("Volunteers buried 400 victims in a mass grave.", [{"buried"}]),
    ("Rescuers had brought out 600 alive by nightfall.", [{"rescued"}]),
    ("About 2,000 people were in the building when it fell.", [{"aboard"}]),
    ("Some 353,000 people are living in famine conditions.", [{"starving"}]),
    ("He said that 33,000 children were severely malnourished.", [{"malnourished"}]),
    ("Five million people wait for food.", [{"in need"}]),
    ("Some 63,000 people have crossed into Sudan.", [{"displaced"}]),
    ("The agency lists 83 bodies still without a name.", [{"unidentified"}]),
    ("The union says 18,000 downed tools.", [{"on strike"}]),
    ("The number of positions that are no longer needed goes up from 22,000 to 27,000.", [{"cut"}, {"cut"}]),
    ("For the refugees in Sudan, whom the UN counts at 46,000, the rains were bad.", [{"displaced"}]),
]


@pytest.mark.parametrize(("text", "expected"), BEFALLEN, ids=[text[:40] for text, _ in BEFALLEN])
def test_what_befell_those_counted(text: str, expected: list[set[str]]) -> None:
    assert [set(figure.statuses) for figure in figures(text)] == expected


REJECTED = [
    'Officials counted 300 dead. "The earlier number of 288 is not correct," the minister said.',
    "The government said 300 people were ill and the number of 288 was wrong.",
]


@pytest.mark.parametrize("text", REJECTED)
def test_a_number_called_wrong_is_denied(text: str) -> None:
    first, second = figures(text)
    assert (first.polarity, second.polarity) == (Polarity.ASSERTED, Polarity.DENIED)


RECALLED = [
    ("Officials counted 27 dead; in June it had been 35.", Role.BACKGROUND),
    ("It is the deadliest accident since August 1999, when 285 travellers died.", Role.BACKGROUND),
    ("Two days after he had cut it to 275, the minister spoke again.", Role.BACKGROUND),
    ("It has been a hard year: 285 travellers died.", Role.CLAIM),
]


@pytest.mark.parametrize(("text", "role"), RECALLED, ids=[text[:40] for text, _ in RECALLED])
def test_the_past_perfect_recalls(text: str, role: Role) -> None:
    assert figures(text)[-1].role is role


def test_how_long_a_record_stood_is_no_period() -> None:
    (record,) = figures("Some 353,000 people are in famine, the largest number anywhere in ten years.")
    assert record.period.start is None
    (window,) = figures("Some 353,000 people were killed in ten years.")
    assert window.period.start is not None


# sentence -> value, class and statuses of its only figure
ORDINALS = [
    ("A fifth death has been tied to the pills.", 5, "person", {"killed"}),
    ("He is the 135th victim of the disaster.", 135, "victim", {"killed"}),
    ("A third person has died of the virus.", 3, "person", {"killed"}),
]


@pytest.mark.parametrize(("text", "value", "kind", "statuses"), ORDINALS)
def test_an_ordinal_is_the_count_so_far(text: str, value: int, kind: str, statuses: set[str]) -> None:
    (figure,) = figures(text)
    assert (figure.value.point, figure.counted_class, set(figure.statuses)) == (value, kind, statuses)


@pytest.mark.parametrize(
    "text",
    ["He won on the fifth floor.", "The first death was in May.", "His second death row appeal failed."],
)
def test_other_ordinals_count_nothing(text: str) -> None:
    assert figures(text) == []


def test_what_leaks_is_spilled_and_a_fire_contained() -> None:
    flow, later = figures("The well leaked 62,000 barrels a day; by August it was 53,000.")
    assert flow.statuses == later.statuses == frozenset({"spilled"})
    (share,) = figures("The blaze is 65 percent contained.")
    assert share.statuses == frozenset({"contained"})


def test_a_landslide_buries_the_living() -> None:
    (figure,) = figures("A landslide hit the village. Engineers believe about 160 persons were buried.")
    assert figure.statuses == frozenset({"trapped"})
    (figure,) = figures("A landslide hit the village. By Friday 160 persons were buried in a mass grave.")
    assert figure.statuses == frozenset({"buried"})


def test_how_many_asks_for_the_next_numbers() -> None:
    told = figures("How many downed tools is disputed. The airline reckons with 9,000; the union speaks of 18,000.")
    assert [set(figure.statuses) for figure in told] == [{"on strike"}, {"on strike"}]


def test_a_target_is_planned_and_a_deficit_is_of_no_day() -> None:
    (target,) = figures("The minister admitted that this year's target of 8.1 percent would be missed.")
    assert target.modality is Modality.PLANNED
    (deficit,) = figures("The deficit came to 13.6 percent of GDP, the office ruled on Tuesday.")
    assert deficit.period.kind is PeriodKind.AS_OF


def test_hospitals_admit_people_and_families_have_missing() -> None:
    (patients,) = figures("Hospitals in the city had admitted 900 or so.")
    assert (patients.unit, patients.statuses) == ("person", frozenset({"hospitalised"}))
    (missing,) = figures("Families of 140 missing have no body to bury.")
    assert (missing.counted_class, missing.statuses) == ("person", frozenset({"missing"}))
