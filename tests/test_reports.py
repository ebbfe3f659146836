"""One article read as a whole: figures, quotes and names from one parse."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.reports import read_report
from news.records import Article, Report

TEXT = """\
AP reported on Dec. 17, citing a senior army official, that Karavia had lost a couple hundred soldiers near Ostrava.
The official gave no exact number and said many of the men had never fought before.
Karavia has reportedly sent over 10,000 troops since early August.
The republic's Special Forces said they killed 50 men in three days and injured 47 more.
Commander-in-Chief Petro Marchenko said on Dec. 17 that the attack goes on. “We hold the line,” Marchenko said in an
 online address, according to Interfax-Ukraine. “There is no other way.”
"""


def _report(text: str = TEXT) -> Report:
    when = datetime(2024, 12, 18, 9, tzinfo=UTC)
    article = Article(
        article_id="a1",
        url="https://example.org/a",
        outlet="Example",
        title="Karavia loses soldiers",
        text=text,
        published=when,
        first_seen=when,
    )
    return read_report(article)


def test_figures_know_their_speaker() -> None:
    by_words = {figure.surface: figure for figure in _report().figures}
    vague = next(figure for surface, figure in by_words.items() if "couple hundred" in surface)
    assert (vague.attribution.said_by, vague.attribution.via) == ("a senior army official", "AP")
    sent = next(figure for figure in by_words.values() if figure.value.low == Decimal(10_000))
    assert (sent.attribution.said_by, sent.attribution.doubt) == ("", "reportedly")
    killed = next(figure for figure in by_words.values() if figure.value.low == Decimal(50))
    assert "Special Forces" in killed.attribution.said_by


def test_quotes_know_their_speaker_and_carrier() -> None:
    text = TEXT.replace("\n online", " online")
    quotes = _report(text).quotes
    held = next(quote for quote in quotes if "We hold the line" in quote.text)
    assert "There is no other way" in held.text
    assert (held.attribution.said_by, held.attribution.via) == ("Petro Marchenko", "Interfax-Ukraine")
    assert held.attribution.said_by_role == "Commander-in-Chief"


def test_names_are_folded() -> None:
    assert {"petro marchenko", "marchenko", "karavia"} <= _report().names


def test_spans_prove_their_surface() -> None:
    report = _report()
    assert report.figures
    for figure in report.figures:
        assert report.article.text[figure.start : figure.end] == figure.surface


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=150))
def test_any_text_is_read(text: str) -> None:
    report = _report(text)
    assert report.article.text == text
