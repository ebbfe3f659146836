"""Parts of a total: sites within a place, breakdowns of a sum, some of those told before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.figures import find_figures
from news.records import Aggregation, Article, Figure

NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)


def figures_of(text: str, title: str = "News of the day") -> dict[str, Figure]:
    """The figures of a text by their words."""
    article = Article(
        article_id="A-1", url="https://demo.test/a", outlet="Demo", title=title, text=text, published=NOON,
        first_seen=NOON,
    )  # fmt: skip
    return {figure.surface: figure for figure in find_figures(article)}


@pytest.mark.parametrize(
    ("text", "number", "site"),
    [
        ("Eleven people died at the airport. Twenty were killed in the metro.", "Eleven", "airport"),
        ("Eleven people died at the airport. Twenty were killed in the metro.", "Twenty", "station"),
        ("In Marisa 400 people died, and 90 were killed in rebel-held areas.", "90", "rebel-held area"),
        ("In Marisa 400 people died, and 90 were killed elsewhere.", "90", "elsewhere"),
        ("Nine people died in the hotel, and 14 in Marisa were hurt at the hotel.", "Nine", ""),  # one site: the scene
        ("Eleven people died at the airport and in the metro.", "Eleven", ""),  # both: the total
    ],
)
def test_the_site_of_a_number(text: str, number: str, site: str) -> None:
    assert figures_of(text)[number].site == site


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Some 5,500 deaths are confirmed: 1,400 in the west and 4,100 in the east.", {"1,400", "4,100"}),
        ("Some 5,500 deaths are confirmed: 1,400 people were buried by the weekend.", set()),  # one number is no list
        ("The blast killed 30 people; police counted 400 injured and 500 homeless.", set()),  # other things
        ("Thirty-four people died, and 12 of the dead were children.", {"12"}),
        ("Thirty-four died in the stadium, the others in hospital.", {"Thirty-four"}),
        ("Ten miners are missing. The six workers were last seen on Monday.", {"six"}),
        ("The 11,300 dead were counted by the ministry.", set()),  # the toll itself
        ("Every account, about three billion of them, was touched by the theft of data.", set()),
    ],
)
def test_parts_are_told_from_totals(text: str, parts: set[str]) -> None:
    found = figures_of(text)
    assert {words for words, figure in found.items() if figure.aggregation is Aggregation.PART} == parts
