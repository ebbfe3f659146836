"""Sentences, the pre-filter, masking and the way back from tokens to the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.marks import find_runs
from extractors.sentences import dummy_of, is_interesting, parse
from extractors.splitting import MAX_SENTENCE, split

ONE_SENTENCE = [
    "Gen. Mykola Ivanenko spoke on Dec. 17 about the losses.",
    "The U.S. Army counted 400 shells near Kherson.",
    "No. 4 brigade lost contact with J. R. Smith at 5 p.m. on Friday.",
    "Prices rose 3.5 percent, i.e. less than feared.",
    "Acme Inc. Chairman Ana Lopez left.",
    "“Is it true?” Petrov asked the reporters.",
    "He asked ‘why?’ and left.",
    "St. Petersburg reported 12 fires.",
    "Mr. and Mrs. Brown own 3.2 acres.",
    "The ship (built in 1998) sank.",
]
TWO_SENTENCES = [
    ("He left the U.S. The rest stayed.", "He left the U.S."),
    ("Is that all? It is not.", "Is that all?"),
    ("“We lost 300 men.” The town burned.", "“We lost 300 men.”"),
    ("Fires burned at 5 p.m. The wind rose.", "Fires burned at 5 p.m."),
    ("They met in 2019. “It was cold,” he said.", "They met in 2019."),
    ("It is over… Nobody came.", "It is over…"),
    ("She works for Acme Inc. He does not.", "She works for Acme Inc."),
    ("It cost 5. Then 7 came.", "It cost 5."),
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_abbreviations_do_not_end_a_sentence(text: str) -> None:
    assert [sentence.text for sentence in parse(text).sentences] == [text]


@pytest.mark.parametrize(("text", "first"), TWO_SENTENCES)
def test_sentences_end_where_a_reader_ends_them(text: str, first: str) -> None:
    sentences = parse(text).sentences
    assert sentences[0].text == first
    assert len(sentences) == 2


def test_a_long_quotation_is_several_sentences_and_its_numbers_have_a_tree() -> None:
    text = "The mayor spoke.\n“We will stay. We lost 300 soldiers in a day,” Marchenko said on Monday."
    parsed = parse(text)
    assert [sentence.text for sentence in parsed.sentences] == [
        "The mayor spoke.",
        "“We will stay.",
        "We lost 300 soldiers in a day,” Marchenko said on Monday.",
    ]
    token = parsed.token_at(text.index("300"))
    assert token is not None
    assert (token.text, token.head.text, token.head.dep_) == ("300", "soldiers", "dobj")
    frame = parsed.sentences[2].tokens
    assert frame is not None
    assert [token.text for token in frame if dummy_of(token) is None] == ["Marchenko", "said", "on", "Monday", "."]


def test_the_marks_of_a_fragment_are_dropped_for_the_parser_only() -> None:
    text = "Kyiv had “practically lost” the village of 300 people."
    parsed = parse(text)
    tokens = parsed.sentences[0].tokens
    assert tokens is not None
    assert "“" not in tokens.text
    lost = parsed.token_at(text.index("lost"))
    assert lost is not None
    assert parsed.span(lost) == (text.index("lost"), text.index("lost") + 4)


def test_only_sentences_that_may_hold_something_are_parsed() -> None:
    parsed = parse("The sky was blue. Twelve ships sank. It rained. She denied it.")
    assert [sentence.tokens is not None for sentence in parsed.sentences] == [False, True, False, True]
    assert not is_interesting("The road was long and dark.")


def test_another_language_is_split_but_not_parsed() -> None:
    parsed = parse("Загинуло 12 людей. Пошкоджено міст.", language="uk")
    assert [sentence.text for sentence in parsed.sentences] == ["Загинуло 12 людей.", "Пошкоджено міст."]
    assert all(sentence.tokens is None for sentence in parsed.sentences)


def test_absurd_lines_are_bounded() -> None:
    parsed = parse("5" * 300_000)
    assert all(len(sentence.text) <= MAX_SENTENCE and sentence.tokens is None for sentence in parsed.sentences)
    parsed = parse("killed 5 men and " * 60_000)
    assert sum(sentence.tokens is not None for sentence in parsed.sentences) < 400


def test_a_stray_mark_costs_its_own_run_only() -> None:
    text = 'A 6" shell and a stray " here. "We stay," he said. "We go," she said.'
    assert [text[run.start : run.end] for run in find_runs(text)] == ['"We stay,"', '"We go,"']


RUNS = [
    ("„Wir bleiben“, sagte er.", ["„Wir bleiben“"]),
    ("« Nous restons », a-t-il dit.", ["« Nous restons »"]),
    ("»Wir gehen«, sagte sie.", ["»Wir gehen«"]),
    ("``We stay,'' he said.", ["``We stay,''"]),
    ("''We stay,'' he said.", ["''We stay,''"]),
    ("‘We stay,’ he said of the men’s job.", ["‘We stay,’"]),
    ("The men’s job isn’t done.", []),
    ("“He said ‘go’ and I went,” she said.", ["“He said ‘go’ and I went,”"]),
    ("”We stay,” he said.", ["”We stay,”"]),
    ('“We stay," he said.', ['“We stay,"']),
    ('The 6" pipe burst.', []),
]


@pytest.mark.parametrize(("text", "runs"), RUNS)
def test_quotation_marks_of_many_houses(text: str, runs: list[str]) -> None:
    assert [text[run.start : run.end] for run in find_runs(text)] == runs


def _check(text: str) -> None:
    parsed = parse(text)
    last = 0
    for sentence in parsed.sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == sentence.text
        last = sentence.end
    for unit in parsed.units:
        if unit.doc is not None:
            for token in unit.doc:
                start, end = parsed.span(token)
                assert 0 <= start < end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from(list(" \n\"“”‘’'«»„.,!?:5aBсказав\u200b\u00a0\x00\ud800-")), max_size=120))
def test_spans_point_into_any_text(text: str) -> None:
    _check(text)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    _check(text)
    for start, end in split(text.replace("\n", " ")):
        assert start < end
