"""Identity of addresses and texts."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.identity import article_id, canonical_url, containment, fingerprint, numbers_of, same_numbers, shingles

SAME = [
    ("https://news.example/a/storm", "http://news.example/a/storm"),
    ("https://news.example/a/storm", "https://www.news.example/a/storm/"),
    ("https://news.example/a/storm", "https://m.news.example/a/storm"),
    ("https://news.example/a/storm", "https://amp.news.example/a/storm"),
    ("https://news.example/a/storm", "https://news.example/a/storm/amp/"),
    ("https://news.example/a/storm", "https://news.example/amp/a/storm"),
    ("https://news.example/a/storm", "https://news.example/a/storm?outputType=amp"),
    ("https://news.example/a/storm", "https://news.example/a/storm#comments"),
    ("https://news.example/a/storm", "https://news.example/a/storm?utm_source=rss&utm_medium=feed"),
    ("https://news.example/a/storm", "https://news.example/a/storm?fbclid=abc"),
    ("https://news.example/a/storm", "https://news.example/a/storm?at_medium=RSS&at_campaign=rss"),
    ("https://news.example/a/storm", "https://news.example/a/storm?CMP=share_btn_tw"),
    ("https://news.example/a/storm", "https://news.example/a/storm?smid=tw-share&partner=rss&emc=rss"),
    ("https://news.example/a/storm", "https://NEWS.example:443/a/storm"),
    ("https://news.example/a/storm", " https://news.example/a/storm\n"),
    ("https://news.example/a/storm", "https://news.example/a/%73torm"),
    ("https://news.example/a?b=2&a=1", "https://news.example/a?a=1&b=2&utm_id=3"),
    ("https://news.example/шторм", "https://news.example/%d1%88%d1%82%d0%be%d1%80%d0%bc"),
    ("https://news.example/", "https://news.example/index.html"),
    ("https://news.example", "http://www.news.example/"),
]
DIFFERENT = [
    ("https://news.example/?p=12", "https://news.example/?p=13"),
    ("https://news.example/story?id=12", "https://news.example/story"),
    ("https://news.example/story?newsid=1", "https://news.example/story?newsid=2"),
    ("https://news.example/story?page=2", "https://news.example/story"),
    ("https://news.example/Story", "https://news.example/story"),
    ("https://news.example:8080/a", "https://news.example/a"),
    ("https://en.news.example/a", "https://news.example/a"),
    ("https://news.example/example", "https://news.example/ex"),
    ("https://news.example/revamp", "https://news.example/rev"),
    ("https://news.example/#!/a", "https://news.example/#!/b"),
    ("https://a.example/x", "https://b.example/x"),
    ("https://m.example/x", "https://example/x"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_one_page(first: str, second: str) -> None:
    assert canonical_url(first) == canonical_url(second)
    assert article_id(first) == article_id(second)


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_two_pages(first: str, second: str) -> None:
    assert canonical_url(first) != canonical_url(second)
    assert article_id(first) != article_id(second)


def test_an_id_is_short_and_stable() -> None:
    assert canonical_url("https://www.news.example/a/?utm_x=1&b=2") == "news.example/a?b=2"
    assert len(article_id("x")) == 14
    assert article_id("https://news.example/a").startswith("A-")


URLS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["https://", "http://www.", "//", "", "ftp://m.", "https://amp.www.m."]),
    st.sampled_from(["news.example", "NEWS.example:80", "[::1]:443", "a.b.co.uk.", "user:pw@x.example", "m.m.example"]),
    st.text(alphabet="/abAmpм.%2Fé;:@ index.html", max_size=20),
    st.text(alphabet="?&=#!utm_ab1%", max_size=15),
)


@given(URLS | st.text(max_size=60))
def test_the_key_is_idempotent(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)


def test_fingerprints_fold_white_space_and_composition_only() -> None:
    assert fingerprint("Cafe\u0301 lost\n 100") == fingerprint("Café lost 100")
    assert fingerprint("lost 100") != fingerprint("lost 101")
    assert fingerprint("Lost") != fingerprint("lost")


def test_shingles_are_the_same_in_every_process() -> None:
    text = "About 1,100 soldiers were killed or wounded, he said."
    code = f"from news.identity import shingles; print(sorted(shingles({text!r})))"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(sorted(shingles(text)))
    assert all(0 <= one < 2**64 for one in shingles(text))


def test_shingles_fold_case_and_punctuation() -> None:
    assert shingles("The storm, he said: hit") == shingles("the STORM he said hit!")
    assert len(shingles("one two three four")) == 2
    assert len(shingles("one two")) == 1
    assert shingles(" ... ") == frozenset()


def test_containment_sees_a_copy_inside_a_longer_text() -> None:
    wire = " ".join(f"word{n}" for n in range(60))
    longer = "an outlet adds its own long introduction here " + wire + " and its own end " * 20
    other = " ".join(f"other{n}" for n in range(60))
    assert containment(shingles(wire), shingles(longer)) == 1.0
    assert containment(shingles(longer), shingles(wire)) == 1.0
    assert containment(shingles(wire), shingles(other)) == 0.0
    assert containment(frozenset(), shingles(wire)) == 0.0


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,100 killed and 12 wounded", ("1100", "12")),
        ("1 100 killed", ("1100",)),
        ("1\u202f100\u00a0000 euros", ("1100000",)),
        ("2.50 million people, $3bn, 5m tonnes", ("2500000", "3000000000", "5000000")),
        ("4.0 percent", ("4",)),
        ("on Dec. 17, 2024", ("17", "2024")),
        ("no numbers", ()),
        ("007 and 0", ("7", "0")),
    ],
)
def test_numbers_in_one_spelling(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_of(text) == numbers


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("The storm killed 12 people.", "The storm killed 12 people. Read 5 more stories.", True),
        ("The storm killed 12 people.", "The storm killed 13 people, the mayor said on Monday.", False),
        ("Losses: 1,100 soldiers", "Losses rose to 1 100 soldiers, he said", True),
        ("Losses on 17 December: 1,100", "Losses on 18 December: 1,100 men", False),
        ("No figure here", "There are 12 dead today", True),
        ("12 dead", "13 dead", False),
    ],
)
def test_the_number_guard(first: str, second: str, same: bool) -> None:
    assert same_numbers(first, second) is same
    assert same_numbers(second, first) is same
