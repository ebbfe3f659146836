"""What a number takes from the words around it: unit, currency and measure left out where they were just said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.figures import find_figures
from news.records import Article, Figure

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
