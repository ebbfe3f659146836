"""Times of Ukrainian and Russian sentences, published on Thursday 16 May 2024."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extractors.inflected_dates import times_in
from news.periods import PeriodKind

I, W, C, A = PeriodKind.INSTANT, PeriodKind.WINDOW, PeriodKind.CUMULATIVE, PeriodKind.AS_OF  # noqa: E741
Case = tuple[str, str, str, PeriodKind, date | None, date | None]
TODAY = date(2024, 5, 16)

CASES: list[Case] = [
    ("uk", "12 травня загинули 9 осіб", "12 травня", I, date(2024, 5, 12), date(2024, 5, 12)),
    ("uk", "12 травня 2023 року загинули 9", "12 травня 2023 року", I, date(2023, 5, 12), date(2023, 5, 12)),
    ("uk", "12.05.2023 загинули 9", "12.05.2023", I, date(2023, 5, 12), date(2023, 5, 12)),
    ("uk", "у вівторок загинули 9", "у вівторок", I, date(2024, 5, 14), date(2024, 5, 14)),
    ("uk", "вчора загинули 9", "вчора", I, date(2024, 5, 15), date(2024, 5, 15)),
    ("uk", "за добу загинули 9", "за добу", W, date(2024, 5, 15), TODAY),
    ("uk", "За минулу добу загинули 9", "За минулу добу", W, date(2024, 5, 15), TODAY),
    ("uk", "за три дні загинули 9", "за три дні", W, date(2024, 5, 13), TODAY),
    ("uk", "упродовж останніх 5 місяців", "упродовж останніх 5 місяців", W, date(2023, 12, 16), TODAY),
    ("uk", "з початку року загинули 9", "з початку року", C, date(2024, 1, 1), TODAY),
    ("uk", "від початку повномасштабного вторгнення", "від початку повномасштабного вторгнення", C, None, TODAY),
    ("uk", "з 3 травня загинули 9", "з 3 травня", C, date(2024, 5, 3), TODAY),
    ("uk", "станом на 5 травня загинули 9", "станом на 5 травня", A, None, date(2024, 5, 5)),
    ("uk", "у березні загинули 9", "у березні", W, date(2024, 3, 1), date(2024, 3, 31)),
    ("uk", "у 2022 році загинули 9", "у 2022 році", W, date(2022, 1, 1), date(2022, 12, 31)),
    ("uk", "торік загинули 9", "торік", W, date(2023, 1, 1), date(2023, 12, 31)),
    ("uk", "минулого тижня загинули 9", "минулого тижня", W, date(2024, 5, 6), date(2024, 5, 12)),
    ("ru", "14 мая погибли 9", "14 мая", I, date(2024, 5, 14), date(2024, 5, 14)),
    ("ru", "во вторник погибли 9", "во вторник", I, date(2024, 5, 14), date(2024, 5, 14)),
    ("ru", "вчера погибли 9", "вчера", I, date(2024, 5, 15), date(2024, 5, 15)),
    ("ru", "за сутки погибли 9", "за сутки", W, date(2024, 5, 15), TODAY),
    ("ru", "за последние две недели", "за последние две недели", W, date(2024, 5, 2), TODAY),
    ("ru", "с начала года погибли 9", "с начала года", C, date(2024, 1, 1), TODAY),
    ("ru", "с начала войны погибли 9", "с начала войны", C, None, TODAY),
    ("ru", "с 3 мая погибли 9", "с 3 мая", C, date(2024, 5, 3), TODAY),
    ("ru", "по состоянию на 5 мая", "по состоянию на 5 мая", A, None, date(2024, 5, 5)),
    ("ru", "к 5 мая погибли 9", "к 5 мая", A, None, date(2024, 5, 5)),
    ("ru", "в марте погибли 9", "в марте", W, date(2024, 3, 1), date(2024, 3, 31)),
    ("ru", "в прошлом году погибли 9", "в прошлом году", W, date(2023, 1, 1), date(2023, 12, 31)),
]


@pytest.mark.parametrize(("language", "text", "words", "kind", "start", "end"), CASES)
def test_cases(language: str, text: str, words: str, kind: PeriodKind, start: date | None, end: date | None) -> None:
    [phrase] = times_in(text, language, datetime(2024, 5, 16, 12, tzinfo=UTC))
    assert text[phrase.start : phrase.end] == phrase.period.text == words
    assert (phrase.period.kind, phrase.period.start, phrase.period.end) == (kind, start, end)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Генштаб повідомив у вівторок, що загинули 9"),
        ("uk", "У вівторок Генштаб заявив про 9 загиблих"),
        ("ru", "Генштаб сообщил во вторник, что погибли 9"),
    ],
)
def test_the_day_of_saying_is_told_apart(language: str, text: str) -> None:
    [phrase] = times_in(text, language, datetime(2024, 5, 16, tzinfo=UTC))
    assert phrase.role == "said_on"


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "за 300 гривень"), ("uk", "45-річний водій, 19 років"), ("ru", "за мир"), ("ru", "в 2000 домов")],
)
def test_what_is_no_time(language: str, text: str) -> None:
    assert times_in(text, language, datetime(2024, 5, 16, tzinfo=UTC)) == []


def test_english_is_read_by_its_own_rules() -> None:
    assert [p.period.text for p in times_in("on Tuesday", "en", datetime(2024, 5, 16, tzinfo=UTC))] == ["on Tuesday"]
