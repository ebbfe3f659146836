"""Quotes: what is said, by whom, in marks or not. A table of sentences, and what no text may do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.quotes import find_quotes
from news.records import Article, Polarity, Quote, QuoteType

D, M, I = QuoteType.DIRECT, QuoteType.MIXED, QuoteType.INDIRECT  # noqa: E741


def _article(text: str, language: str = "en") -> Article:
    when = datetime(2024, 12, 18, tzinfo=UTC)
    return Article(
        article_id="a1", url="https://example.org/a", outlet="Example", title="", text=text, published=when,
        first_seen=when, language=language,
    )  # fmt: skip


def _source(text: str, quote: Quote) -> str:
    return text[quote.source.start : quote.source.end] if quote.source else ""


# text, [(type, content, source)]; content as printed, several segments joined by " […] "
CASES: list[tuple[str, list[tuple[QuoteType, str, str]]]] = [
    # direct speech before, behind, around the cue
    ("“We will stay,” Duarte said.", [(D, "“We will stay,”", "Duarte")]),
    ("“We will stay,” said Duarte.", [(D, "“We will stay,”", "Duarte")]),
    ('"We will stay," Duarte said on Monday.', [(D, '"We will stay,"', "Duarte")]),
    ("Duarte said: “We will stay.”", [(D, "“We will stay.”", "Duarte")]),
    ("Duarte told the crowd in Lisbon, “We will stay.”", [(D, "“We will stay.”", "Duarte")]),
    (
        "“We will stay,” Duarte said. “There is no other way.”",
        [(D, "“We will stay,” […] “There is no other way.”", "Duarte")],
    ),
    ("“If they stop,” she said, “we stop too.”", [(D, "“If they stop,” […] “we stop too.”", "she")]),
    ("“Is it true?” Duarte asked.", [(D, "“Is it true?”", "Duarte")]),
    ("“Go!” shouted a soldier.", [(D, "“Go!”", "a soldier")]),
    (
        "“They are tired,” said Ivan Melnyk, head of the guard. “It shows.”",
        [(D, "“They are tired,” […] “It shows.”", "Ivan Melnyk, head of the guard")],
    ),
    ("“It burned,” Ivan Melnyk, a farmer, said by phone.", [(D, "“It burned,”", "Ivan Melnyk, a farmer")]),
    ("“Come home,” she sings to him.", [(D, "“Come home,”", "she")]),
    ("“We can build it.” ― Ana Duarte", [(D, "“We can build it.”", "Ana Duarte")]),
    (
        "“It is hard,” Melnyk said. “They keep coming.\n“But we hold.”",
        [(D, "“It is hard,” […] “They keep coming. […] “But we hold.”", "Melnyk")],
    ),
    (
        "“We stay,” Duarte said.\n“We never leave,” said Melnyk.",
        [(D, "“We stay,”", "Duarte"), (D, "“We never leave,”", "Melnyk")],
    ),
    # marks of other houses
    ("„Wir bleiben hier“, Duarte said.", [(D, "„Wir bleiben hier“", "Duarte")]),
    ("«We will stay here», Duarte said.", [(D, "«We will stay here»", "Duarte")]),
    ("»We will stay here«, Duarte said.", [(D, "»We will stay here«", "Duarte")]),
    ("``We will stay,'' Duarte said.", [(D, "``We will stay,''", "Duarte")]),
    ("''We will stay,'' Duarte said.", [(D, "''We will stay,''", "Duarte")]),
    ("‘We will stay,’ Duarte said of the men’s plan.", [(D, "‘We will stay,’", "Duarte")]),
    (
        "“He told me, ‘Do not go,’ and I stayed,” the man said.",
        [(D, "“He told me, ‘Do not go,’ and I stayed,”", "the man")],
    ),
    ("«Ми тримаємось», — сказав Мельник журналістам.", [(D, "«Ми тримаємось»", "Мельник")]),
    ("«Мы держимся», — заявил Иван Мельник.", [(D, "«Мы держимся»", "Иван Мельник")]),
    # mixed
    ("Duarte said the town was “completely destroyed” by the fire.",
     [(M, "the town was “completely destroyed” by the fire", "Duarte")]),
    ("The town was “completely destroyed,” the officer Ivan Melnyk claimed.",
     [(M, "The town was “completely destroyed,”", "the officer Ivan Melnyk")]),
    ("Duarte called the plan a “disaster” and a “shame.”", [(D, "“disaster” […] “shame.”", "Duarte")]),
    # indirect
    ("Duarte said that the fire was out.", [(I, "that the fire was out", "Duarte")]),
    ("Duarte said the fire was out.", [(I, "the fire was out", "Duarte")]),
    ("The fire was out, Duarte said.", [(I, "The fire was out", "Duarte")]),
    ("The ministry claimed its forces had taken the town.", [(I, "its forces had taken the town", "The ministry")]),
    ("According to Melnyk, the bridge is gone.", [(I, "the bridge is gone", "Melnyk")]),
    ("The bridge is gone, according to Melnyk.", [(I, "The bridge is gone", "Melnyk")]),
    ("It was reported that the bridge was gone.", [(I, "that the bridge was gone", "")]),
    ("The guard reported on Facebook that the bridge was gone.", [(I, "that the bridge was gone", "The guard")]),
    ("A spokesman, who spoke on condition of anonymity, said the bridge was gone.",
     [(I, "the bridge was gone", "A spokesman")]),
    ("Melnyk: Army lost 300 men in a day", [(I, "Army lost 300 men in a day", "Melnyk")]),
    ("Officials put the number of homes at 600.", [(I, "the number of homes at 600", "Officials")]),
    ("Duarte vowed to rebuild the town.", [(I, "to rebuild the town", "Duarte")]),
    # no quotes
    ("The so-called “special plan” has entered its third year.", []),
    ("The film “20 Days in Lisbon” won a prize.", []),
    ("The “Falcon” missile hit the port, and the “Azure” brigade stayed.", []),
    ("The 6\" pipe burst on Monday.", []),
    ("The river rose by two metres.", []),
    ("The shell, 6\" wide, went through. “We were lucky,” Melnyk said.", [(D, "“We were lucky,”", "Melnyk")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotes(text: str, expected: list[tuple[QuoteType, str, str]]) -> None:
    found = [(quote.type, quote.text, _source(text, quote)) for quote in find_quotes(_article(text))]
    assert found == expected


def test_the_chain_is_kept() -> None:
    text = "Petro Marchenko said in an address that his men had lost ground, according to Interfax-Ukraine."
    quote = next(q for q in find_quotes(_article(text)) if q.text.startswith("that his men"))
    assert (quote.attribution.said_by, quote.attribution.via) == ("Petro Marchenko", "Interfax-Ukraine")
    assert quote.text == "that his men had lost ground"


def test_a_surname_is_led_back_to_the_full_name() -> None:
    text = "Governor Ana Duarte arrived.\n“We will stay,” Duarte said.\n“And rebuild,” she added."
    assert [quote.attribution.said_by for quote in find_quotes(_article(text))] == ["Ana Duarte", "Ana Duarte"]


POLARITIES = [
    ("Duarte denied that the town was lost.", Polarity.DENIED),
    ("Duarte could not confirm that the town was lost.", Polarity.UNCONFIRMED),
    ("Duarte said that the town was lost.", Polarity.ASSERTED),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITIES)
def test_denied_quotes(text: str, polarity: Polarity) -> None:
    assert [quote.polarity for quote in find_quotes(_article(text))] == [polarity]


def test_the_same_text_has_the_same_ids() -> None:
    text = "“We will stay,” Duarte said. The fire was out, Melnyk said."
    first, again = find_quotes(_article(text)), find_quotes(_article(text))
    assert [quote.quote_id for quote in first] == [quote.quote_id for quote in again]
    assert len({quote.quote_id for quote in first}) == 2
    assert all(len(quote.quote_id) == 12 and quote.quote_id.startswith("Q-") for quote in first)


_PARTS = ["“We will stay,” Duarte said.", '"The bridge is gone," Melnyk said.', "The fire was out, officials said."]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_one_stray_mark_never_loses_the_other_quotes(data: st.DataObject) -> None:
    mark = data.draw(st.sampled_from(['"', "“", "”", "«", "»", "„", "''"]))
    filler = "The road to the old town was closed for the night."
    at = data.draw(st.integers(0, len(filler)))
    place = data.draw(st.integers(0, len(_PARTS)))
    parts = [*_PARTS[:place], filler[:at] + mark + filler[at:], *_PARTS[place:]]
    text = "\n".join(parts)
    found = [quote.text for quote in find_quotes(_article(text))]
    for wanted in ("“We will stay,”", '"The bridge is gone,"', "The fire was out"):
        assert any(wanted in quote for quote in found), (wanted, text, found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"\n\"“”‘’'«»„,.:;—", "said", "He", "Duarte", "according to", "the", "town", "of", "300", "\x00"]
        ),
        max_size=30,
    )
)
def test_spans_point_into_any_text(words: list[str]) -> None:
    text = " ".join(words)
    for quote in find_quotes(_article(text)):
        assert quote.text == " […] ".join(text[span.start : span.end] for span in quote.content)
        for span in (*quote.content, quote.source, quote.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    find_quotes(_article(text))
