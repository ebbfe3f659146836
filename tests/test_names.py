"""Proper names of an article, folded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.names import MAX_NAMES, find_names
from extractors.sentences import parse

# title, text, names that must be found, names that must not
CASES = [
    (
        "",
        "Gen. Petro Marchenko said 43 men died near Kursk.",
        {"petro marchenko", "marchenko", "kursk"},
        {"gen", "gen."},
    ),
    ("", "On Monday the fire reached Novi Sad.", {"novi sad"}, {"monday", "on", "sad"}),
    ("", "Russia's losses grew. Prices rose. Hundreds left.", {"russia"}, {"russia's", "prices", "hundreds"}),
    ("", "The Bureau of Labor Statistics met in December.", {"bureau of labor statistics"}, {"december", "the"}),
    ("", "He met Ana Duarte’s lawyer in Lisbon.", {"ana duarte", "duarte", "lisbon"}, {"he", "ana duarte’s"}),
    ("", "Storm Daniel hit Derna, Reuters reported.", {"storm daniel", "derna"}, {"reuters"}),
    ("", "The Libyan coast was hit.", {"libya"}, {"the"}),
    ("", "North Korean soldiers fought.", {"north korea"}, {"north"}),
    (
        "",
        "Quoting Western officials, Amnesty International counted 43.",
        {"amnesty international"},
        {"quoting western", "western"},
    ),
    ("", "It rained. The Ministry said so. We left.", set(), {"it", "ministry", "we"}),
    (
        "Marchenko Says Losses In Kursk Rise",
        "Petro Marchenko spoke about Kursk.",
        {"kursk", "marchenko"},
        {"losses", "rise"},
    ),
    ("Floods in Derna kill hundreds", "Water came.", {"derna"}, {"floods", "water"}),
    ("", "She works for Volta. Volta has shrunk.", {"volta"}, {"she"}),
    ("", "", set(), set()),
]


@pytest.mark.parametrize(("title", "text", "present", "absent"), CASES)
def test_names(title: str, text: str, present: set[str], absent: set[str]) -> None:
    names = find_names(title, parse(text))
    assert present <= names
    assert not absent & names


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_gives_folded_names(title: str, text: str) -> None:
    names = find_names(title, parse(text))
    assert all(name and "\n" not in name for name in names)


def test_the_number_of_names_is_bounded() -> None:
    text = " ".join(f"He met Qa{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}x." for n in range(676))
    assert len(find_names("", parse(text))) == MAX_NAMES


LINKED = [
    (
        "uk",
        "Унаслідок удару по Харкову загинули 12 людей, заявив Олег Синєгубов. Рятувальники з Полтави та Дніпра прибули "
        "до міста. У Києві скликали Раду безпеки, а Польща передала генератори.",
        {"kharkiv", "poltava", "dnipro", "kyiv", "poland", "oleh syniehubov", "syniehubov"},
    ),
    (
        "ru",
        "После удара по Харькову погибли 12 человек, заявил Сергей Иванов. Спасатели из Полтавы и Днепра прибыли в "
        "город. В Киеве созвали Совет безопасности, а Польша передала генераторы.",
        {"kharkiv", "poltava", "dnipro", "kyiv", "poland", "sergey ivanov", "ivanov"},
    ),
]


@pytest.mark.parametrize(("language", "text", "wanted"), LINKED)
def test_names_of_other_alphabets_are_those_of_english_text(language: str, text: str, wanted: set[str]) -> None:
    names = find_names("", parse(text, language))
    assert wanted <= names
    assert not {"riatuvalnyky", "riatuvalnyk", "spasateli", "spasatel"} & names
    english = find_names(
        "",
        parse(
            "A strike on Kharkiv killed 12 people. Rescuers from Poltava and others from Dnipro came. In Kyiv the "
            "council met, and Poland sent generators."
        ),
    )
    assert len(names & english) >= 4
