"""Numbers that somebody rejects or doubts: a table of sentences."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.figures import find_figures
from news.records import Article, Figure

NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)

#: the sentence, the number, its polarity
CASES = [
    ("The ministry denied that 500 people had died.", "500", "denied"),
    ("The army rejected the figure of 500 dead.", "500", "denied"),
    ("The army rejected reports of 500 dead.", "500", "denied"),
    ("The army dismissed as false the claim that 500 people died.", "500", "denied"),
    ("The number of 368 rescued was wrong, officials said.", "368", "denied"),
    ("The figure of 368 rescued turned out to be wrong.", "368", "denied"),
    ("It was not 368 but 164 people who had been rescued, officials said.", "368", "denied"),
    ("It was not 368 but 164 people who had been rescued, officials said.", "164", "asserted"),
    ("Not 368 but 164 people were rescued, the coast guard said.", "368", "denied"),
    ("A spokesman called the number of 1,200 dead a lie.", "1,200", "denied"),
    ("The president said 3,000 people did not die.", "3,000", "denied"),
    ("The claim of 700 casualties is untrue, the general said.", "700", "denied"),
    ("The claim of 700 casualties is not true, the general said.", "700", "denied"),
    ("There is no truth in reports of 80 dead, the mayor said.", "80", "denied"),
    ("There were not 80 dead, the mayor said.", "80", "denied"),
    ("Reports that 80 people died are false, the mayor said.", "80", "denied"),
    ("The mayor contradicted the police figure of 80 dead.", "80", "denied"),
    ("The ministry disputes the figure of 80 dead.", "80", "denied"),
    ("The ministry questioned the figure of 80 dead.", "80", "unconfirmed"),
    ("The agency could not confirm the 80 deaths.", "80", "unconfirmed"),
    ("The agency could not verify the figure of 80 dead.", "80", "unconfirmed"),
    ("The agency has no evidence of 80 deaths.", "80", "unconfirmed"),
    ("The pentagon said it had never spoken of 80 dead.", "80", "denied"),
    ("The company denied it would cut 30,000 jobs.", "30,000", "denied"),
    ("The company denied plans to cut 30,000 jobs.", "30,000", "denied"),
    ("Talk of 30,000 job cuts is nonsense, the firm said.", "30,000", "denied"),
    ("The figure of 52 percent does not hold, the opposition said.", "52 percent", "denied"),
    ("The government refuses to accept the 64 deaths.", "64", "denied"),
    ("The 2,000 figure is exaggerated, the ministry said.", "2,000", "denied"),
    ("The toll of 2,000 is inflated, the ministry said.", "2,000", "denied"),
    ("The ministry withdrew its figure of 2,000 dead.", "2,000", "denied"),
    ("The ministry retracted the figure of 2,000 dead.", "2,000", "denied"),
    ("The ministry did not deny that 80 people died.", "80", "asserted"),
    ("The prime minister said reports that 80 people died were exaggerated.", "80", "denied"),
    ("The opposition does not believe that 52 percent voted yes.", "52 percent", "denied"),
]


def figure_of(text: str, number: str) -> Figure:
    """The figure of ``text`` whose words hold ``number``."""
    article = Article(
        article_id="A-1", url="https://demo.test/a", outlet="Demo", title="News of the day", text=text,
        published=NOON, first_seen=NOON,
    )  # fmt: skip
    return next(figure for figure in find_figures(article) if number in figure.surface)


@pytest.mark.parametrize(("text", "number", "polarity"), CASES)
def test_what_becomes_of_the_number(text: str, number: str, polarity: str) -> None:
    assert figure_of(text, number).polarity.value == polarity


def test_a_number_that_is_called_right_is_asserted() -> None:
    for text in (
        "The figure of 80 dead is correct, the mayor said.",
        "The mayor did not dispute the figure of 80 dead.",
        "Not only 80 people died, the mayor said.",
    ):
        assert figure_of(text, "80").polarity.value == "asserted", text
