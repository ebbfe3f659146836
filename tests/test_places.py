"""Places: a table of phrases with what must, and what must not, be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.places import chain_of, find_places

#: phrase, [(words, chain, flags: C capital, A adjective, L locative)]
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "killed or wounded in Kursk Oblast, a senior U.S. official said",
        [("Kursk Oblast", "kursk oblast < russia", "L"), ("U.S.", "united states", "")],
    ),
    ("in Russia's Kursk region", [("Russia", "russia", "L"), ("Kursk region", "kursk oblast < russia", "")]),
    (
        "the Kursk and Belgorod regions",
        [("Kursk", "kursk < kursk oblast < russia", ""), ("Belgorod regions", "belgorod oblast < russia", "")],
    ),
    ("The Turkish government; Türkiye's toll", [("Turkish", "turkey", "A"), ("Türkiye", "turkey", "")]),
    (
        "North Korean troops near Kursk",
        [("North Korean", "north korea", "A"), ("Kursk", "kursk < kursk oblast < russia", "L")],
    ),
    (
        "Reading is fun in Reading, England",
        [("Reading", "reading < england < united kingdom", "L"), ("England", "england < united kingdom", "")],
    ),
    ("an oil spill in the Gulf of Mexico, farther out in the Gulf", []),
    ("a Nice day in Nice", [("Nice", "nice < france", "L")]),
    (
        "Mobile phones in Mobile, Alabama",
        [("Mobile", "mobile < alabama < united states", "L"), ("Alabama", "alabama < united states", "")],
    ),
    ("Michael Jordan visited Jordan and Amman", [("Amman", "amman < jordan", "C")]),
    ("King Abdullah of Jordan said", [("Jordan", "jordan", "L")]),
    ("Paris Hilton went to Paris", [("Paris", "paris < france", "CL")]),
    (
        "Paris, Texas and Paris",
        [
            ("Paris", "paris < texas < united states", ""),
            ("Texas", "texas < united states", ""),
            ("Paris", "paris < france", "C"),
        ],
    ),
    ("The Washington Post and Kyiv Independent reported", []),
    (
        "Washington said Moscow lied; the Kremlin denied",
        [
            ("Washington", "washington < district of columbia < united states", "C"),
            ("Moscow", "moscow < russia", "C"),
            ("Kremlin", "moscow < russia", "C"),
        ],
    ),
    (
        "in the Gaza Strip and the West Bank, in Khan Younis and Gaza City",
        [
            ("Gaza Strip", "gaza strip < palestine", "L"),
            ("West Bank", "west bank < palestine", ""),
            ("Khan Younis", "khan younis < gaza strip < palestine", "L"),
            ("Gaza City", "gaza city < gaza strip < palestine", ""),
        ],
    ),
    (
        "Derna was hit. Derna's mayor Abdulmenam al-Ghaithi said",
        [("Derna", "derna < libya", ""), ("Derna", "derna < libya", "")],
    ),
    (
        "a poll in Georgia, Atlanta officials said",
        [("Georgia", "georgia < united states", "L"), ("Atlanta", "atlanta < georgia < united states", "")],
    ),
    ("protests in Tbilisi, Georgia", [("Tbilisi", "tbilisi < georgia", "CL")]),
    (
        "in New York City and New York state",
        [
            ("New York City", "new york city < new york < united states", "L"),
            ("New York state", "new york < united states", ""),
        ],
    ),
    ("South Korea's National Intelligence Service", [("South Korea", "south korea", "")]),
    ("He told us that the US left", [("US", "united states", "")]),
    ("Kyiv Mayor Vitali Klitschko said", [("Kyiv", "kyiv < ukraine", "C")]),
    (
        "KYIV, Ukraine (AP) — Ukraine said",
        [("KYIV", "kyiv < ukraine", "C"), ("Ukraine", "ukraine", ""), ("Ukraine", "ukraine", "")],
    ),
    (
        "in Hatay province and Gaziantep",
        [
            ("Hatay province", "hatay province < turkey", "L"),
            ("Gaziantep", "gaziantep < gaziantep province < turkey", ""),
        ],
    ),
    ("Jackson said that Houston won", []),
    ("the Bank of England", []),
    ("in eastern Ukraine", [("Ukraine", "ukraine", "L")]),
    ("Sumy Oblast", [("Sumy Oblast", "sumy oblast < ukraine", "")]),
    ("a congress in Lviv", [("Lviv", "lviv < lviv oblast < ukraine", "L")]),
    (
        "Rio de Janeiro and São Paulo",
        [("Rio de Janeiro", "rio de janeiro < brazil", ""), ("São Paulo", "são paulo < brazil", "")],
    ),
    ("in March, May said", []),
    (
        "Sindh province of Pakistan",
        [("Sindh province", "sindh province < pakistan", ""), ("Pakistan", "pakistan", "L")],
    ),
    ("South China Morning Post", []),
    ("in Belgrade, Serbia", [("Belgrade", "belgrade < serbia", "CL"), ("Serbia", "serbia", "")]),
    ("Donetsk", [("Donetsk", "donetsk < donetsk oblast < ukraine", "")]),
    ("Turkish President Erdogan in Ankara", [("Turkish", "turkey", "A"), ("Ankara", "ankara < turkey", "CL")]),
    (
        "Caracas and the Dominican Republic; Bosnia and Herzegovina; Hong Kong",
        [
            ("Caracas", "caracas < venezuela", "C"),
            ("Dominican Republic", "dominican republic", ""),
            ("Bosnia and Herzegovina", "bosnia and herzegovina", ""),
            ("Hong Kong", "hong kong", ""),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_places_with_their_chains(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [
        (text[m.start : m.end], " < ".join(m.chain), "C" * m.capital + "A" * m.adjective + "L" * m.locative)
        for m in find_places(text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("Kursk Oblast", ("kursk oblast", "russia")),
        ("Kursk region", ("kursk oblast", "russia")),
        ("Türkiye", ("turkey",)),
        ("U.S.", ("united states",)),
        ("Odessa", ("odesa", "odesa oblast", "ukraine")),
        ("gaza", ("gaza strip", "palestine")),
        ("Nowhereville", ()),
        ("", ()),
    ],
)
def test_chain_of_a_name_alone(name: str, chain: tuple[str, ...]) -> None:
    assert chain_of(name) == chain


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["New", "York", ",", "Paris", "Texas", "in", "the", "U.S.", "Post", "of"])).map(" ".join)
)
def test_any_text_gives_ordered_spans(text: str) -> None:
    at = 0
    for mention in find_places(text):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.name == mention.chain[0]
        at = mention.end
