"""Numbers, false friends and morphology of Ukrainian and Russian; and that no text makes their readers stumble."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.morphology import forms_of, nominative
from extractors.numbers import find_numbers
from extractors.reports import read_report
from news.records import Article, Hedge

NUMBERS = [
    ("uk", "двадцять п'ять осіб", 25, 25, Hedge.EXACT),
    ("uk", "дев’ятнадцятьох людей", 19, 19, Hedge.EXACT),
    ("uk", "триста сорок два будинки", 342, 342, Hedge.EXACT),
    ("uk", "тисяча гривень", 1000, 1000, Hedge.EXACT),
    ("uk", "понад тисячу осіб", 1000, None, Hedge.MORE_THAN),
    ("uk", "близько півтори тисячі осіб", 1500, 1500, Hedge.APPROX),
    ("uk", "чверть мільйона людей", 250_000, 250_000, Hedge.EXACT),
    ("uk", "3.5 млн людей", 3_500_000, 3_500_000, Hedge.EXACT),
    ("uk", "12 500,5 грн", 12_500.5, 12_500.5, Hedge.EXACT),
    ("uk", "сотні тисяч людей", 200_000, 999_999, Hedge.VAGUE),
    ("uk", "від 5 до 7 тисяч осіб", 5000, 7000, Hedge.RANGE),
    ("uk", "між 5 та 7 людьми", 5, 7, Hedge.RANGE),
    ("uk", "5–7 людей", 5, 7, Hedge.RANGE),
    ("uk", "500 або більше людей", 500, None, Hedge.AT_LEAST),
    ("uk", "кількість зросла до 45 осіб", 45, 45, Hedge.EXACT),
    ("uk", "вміщує до 45 осіб", None, 45, Hedge.UP_TO),
    ("ru", "двадцать пять человек", 25, 25, Hedge.EXACT),
    ("ru", "сорока двух домов", 42, 42, Hedge.EXACT),
    ("ru", "больше тысячи туристов", 1000, None, Hedge.MORE_THAN),
    ("ru", "тысячи туристов", 2000, 9999, Hedge.VAGUE),
    ("ru", "полтора десятка домов", 15, 15, Hedge.EXACT),
    ("ru", "1,5 млрд рублей", 1.5e9, 1.5e9, Hedge.EXACT),
    ("ru", "пара сотен человек", 150, 300, Hedge.VAGUE),
    ("ru", "не более 30 человек", None, 30, Hedge.UP_TO),
    ("ru", "менее 30 человек", None, 30, Hedge.LESS_THAN),
    ("ru", "снизилось до 30 человек", 30, 30, Hedge.EXACT),
]


@pytest.mark.parametrize(("language", "text", "low", "high", "hedge"), NUMBERS)
def test_numbers(language: str, text: str, low: float | None, high: float | None, hedge: Hedge) -> None:
    [number] = find_numbers(f"Загалом {text} тут.", language)
    value = number.value
    assert value.hedge is hedge
    assert (value.low, value.high) == (low, high)


FALSE_FRIENDS = [
    ("uk", "Це сталося 12 травня 2024 року."),
    ("uk", "Зустріч почалась о 10:30 на трасі М-06."),
    ("uk", "Рейс № 215 скасували, школа № 7 зачинена."),
    ("uk", "47-ма бригада тримає 45-річний рубіж."),
    ("uk", "Один із свідків утік."),
    ("uk", "Це справа нашої сім'ї."),
    ("uk", "Матч завершився з рахунком 3:2."),
    ("ru", "Это случилось 14 мая 2024 года."),
    ("ru", "Рейс SU-1492 прибыл в 9:45 на 5-й терминал."),
    ("ru", "Один из министров ушёл."),
    ("ru", "С 3 по 5 мая шёл дождь."),
]


@pytest.mark.parametrize(("language", "text"), FALSE_FRIENDS)
def test_false_friends(language: str, text: str) -> None:
    assert [number.surface for number in find_numbers(text, language)] == []


@pytest.mark.parametrize(
    ("words", "case", "code", "name", "wanted"),
    [
        ("Олега Синєгубова", "gent", "uk", True, "Олег Синєгубов"),
        ("Анны Кузиной", "gent", "ru", True, "Анна Кузина"),
        ("Міністерства оборони", "gent", "uk", False, "Міністерство оборони"),
        ("южнокорейской разведки", "gent", "ru", False, "южнокорейская разведка"),
        ("ООН", "gent", "uk", False, "ООН"),
    ],
)
def test_first_case(words: str, case: str, code: str, name: bool, wanted: str) -> None:
    assert " ".join(nominative(words.split(" "), case, code, name=name)) == wanted


def test_dictionary_forms() -> None:
    assert "загинути" in forms_of("загинуло", "uk")
    assert "знищити" in forms_of("знищено", "uk")
    assert {"погибнуть", "погибший"} <= set(forms_of("погибших", "ru"))


PIECES = st.sampled_from(
    [
        *("12", "понад", "тисячі", "загинули", "поранених", "людей", ",", "«", "»", "—", "заявив", "Олег", "Коваль"),
        *("що", "за", "словами", "з", "до", "2024", "року", "млн", "грн", "%", ".", "\n", ":", "його", "із", "них"),
        *("погибли", "человек", "сообщил", "Генштаб", "в", "Киеве", "травня", "мая", "„", "“", "'", "’", "-", "5"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(PIECES | st.text(max_size=3), max_size=40), language=st.sampled_from(["uk", "ru"]))
def test_no_text_makes_the_readers_stumble(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    when = datetime(2024, 5, 16, tzinfo=UTC)
    article = Article(
        article_id="a", url="https://example.org/a", outlet="X", title=text[:40], text=text, published=when,
        first_seen=when, language=language,
    )  # fmt: skip
    report = read_report(article)
    for figure in report.figures:
        assert text[figure.start : figure.end] == figure.surface
    for quote in report.quotes:
        assert " […] ".join(text[span.start : span.end] for span in quote.content) == quote.text
