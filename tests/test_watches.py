"""Which articles belong to a watch, and which figures are its business."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import SEOUL

from news.watches import Watch, counts, matches, watch_of

KURSK = Watch(name="kursk", title="Losses", any_of=("North Korea*", "DPRK"), none_of=("football",), places=("Kursk",))


@pytest.mark.parametrize(
    ("watch", "text", "expected"),
    [
        (KURSK, "North Korean soldiers fell in Kursk.", True),
        (KURSK, "NORTH\nkorea's men near KURSK", True),
        (KURSK, "The DPRK denies it. Kursk is far.", True),
        (KURSK, "North Korean soldiers fell in Belgorod.", False),
        (KURSK, "Ukrainian soldiers fell in Kursk.", False),
        (KURSK, "North Korean football in Kursk", False),
        (KURSK, "North Korean footballers in Kursk", True),
        (KURSK, "North by Korea, Kursk", False),
        (KURSK, "The ADPRKX in Kursk", False),
        (Watch(name="a", title="A", all_of=("one", "two")), "two and one", True),
        (Watch(name="a", title="A", all_of=("one", "two")), "only one", False),
        (Watch(name="a", title="A", any_of=("Nestlé",)), "nestlé cuts jobs", True),
        (Watch(name="a", title="A", any_of=("втрат*",)), "ВТРАТИ під Курськом", True),
        (Watch(name="a", title="A", any_of=("O'Brien",)), "Mr O’Brien said", True),
        (Watch(name="a", title="A", any_of=("C++ (a.b)*",)), "in C++ (a.b) we", True),
        (Watch(name="a", title="A", any_of=(".*",)), "anything", False),
        (Watch(name="a", title="A", any_of=("*",)), "anything", False),
    ],
)
def test_words_decide(watch: Watch, text: str, expected: bool) -> None:
    assert matches(watch, "A title", text) is expected


def test_the_title_counts_too() -> None:
    assert matches(KURSK, "North Korean losses", "They fell near Kursk.")


@pytest.mark.parametrize(("day", "expected"), [(1, False), (2, True), (5, True), (6, False)])
def test_the_period_includes_both_ends(day: int, expected: bool) -> None:
    watch = replace(KURSK, start=date(2025, 1, 2), until=date(2025, 1, 5))
    assert matches(watch, "DPRK", "Kursk", date(2025, 1, day)) is expected


def test_the_first_watch_that_matches_has_it() -> None:
    other = Watch(name="other", title="Other", any_of=("Kursk",))
    assert watch_of([KURSK, other], "DPRK in Kursk", "") == "kursk"
    assert watch_of([KURSK, other], "Kursk", "") == "other"
    assert watch_of([KURSK, other], "Weather", "") == ""


@pytest.mark.parametrize(
    ("counted", "expected"),
    [((), True), (("soldier",), True), (("person",), True), (("North Korean*",), True), (("vehicle",), False)],
)
def test_counted_things_narrow_the_figures(counted: tuple[str, ...], expected: bool) -> None:
    assert counts(replace(KURSK, counted=counted), SEOUL.figure) is expected


def test_hostile_text_takes_no_time() -> None:
    """Each of these lengths is minutes for a quadratic pattern."""
    for text in ("North " * 200_000, " " * 1_000_000, "North" + " " * 1_000_000 + "x"):
        assert not matches(KURSK, text, "")
