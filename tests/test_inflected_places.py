"""Places in Ukrainian and Russian text get the chains of English text."""

from __future__ import annotations

import pytest

from extractors.inflected_places import country_in, find_inflected_places, places_in
from extractors.places import find_places
from extractors.romanised import romanised

#: seven in Ukrainian, then Russian
SAME = [
    ("Удар по Харкову", "A strike on central Kharkiv"),
    ("Обстріл Куп'янська", "Shelling in Kupiansk"),
    ("у Бейруті", "in Beirut"),
    ("на півдні Бразилії", "in Brazil"),
    ("у секторі Гази", "in the Gaza Strip"),
    ("до Курської області", "to Kursk Oblast"),
    ("на Сумщині", "in Sumy Oblast"),
    ("в Киеве", "in Kyiv"),
    ("над Брянской областью", "over Bryansk Oblast"),
    ("по Крыму", "in Crimea"),
    ("в Афганистане", "in Afghanistan"),
    ("в КНДР", "in North Korea"),
    ("в Ереване", "in Yerevan"),
]


@pytest.mark.parametrize(("text", "english"), SAME)
def test_chains_are_those_of_english_text(text: str, english: str) -> None:
    [place] = find_inflected_places(text, "uk" if (text, english) in SAME[:7] else "ru")
    assert place.chain == find_places(english)[0].chain
    assert place.locative


NONE = ["Генштаб України повідомив", "президент США сказав", "Софія Коваль сказала", "Суми витрачено", "мер Полтави"]


@pytest.mark.parametrize("text", NONE)
def test_offices_persons_and_words_are_no_places(text: str) -> None:
    assert find_inflected_places(text, "uk") == []


@pytest.mark.parametrize(
    ("speaker", "country"),
    [
        ("Генштаб України", "ukraine"),
        ("Міноборони Росії", "russia"),
        ("южнокорейская разведка", "south korea"),
        ("міністр оборони Ізраїлю", "israel"),
        ("компанія з Японії", ""),
        ("police of Kyiv", ""),
    ],
)
def test_country_of_an_authority(speaker: str, country: str) -> None:
    assert country_in(speaker, "ru" if speaker.endswith("разведка") else "uk") == country


def test_each_language_has_its_own_reader() -> None:
    assert [place.name for place in places_in("in Kharkiv, в Харькове", "en")] == ["kharkiv"]
    assert [place.name for place in places_in("in Kharkiv, в Харькове", "ru")] == ["kharkiv"]


@pytest.mark.parametrize(
    ("name", "latin"), [("Куп'янськ", "kupiansk"), ("Згурівка", "zghurivka"), ("Єнакієве", "yenakiieve")]
)
def test_romanisation(name: str, latin: str) -> None:
    assert romanised(name) == latin


def test_romanisation_of_russian() -> None:
    assert romanised("Сергей Шойгу", "ru") == "sergey shoygu"
