"""What looks like a number and counts nothing: each kind by name, and the quantities that stand next to it."""

from __future__ import annotations

import pytest

from extractors.false_friends import FalseFriend
from extractors.numbers import find_numbers, read_numbers

NAMED = {
    FalseFriend.DATE: [
        "on 7 October",
        "on Oct. 7, 2023",
        "the 5 and 6 June talks",
        "by 3 May",
    ],
    FalseFriend.YEAR: [
        "in 2014",
        "the devastating 2024 wildfire",
        "spring 2024",
        "by 2120.",
        "around A.D. 1260",
        "since early 2020",
        "worth more in 1990 dollars",
        "counted in constant 2015 euros",
    ],
    FalseFriend.TIME: ["at 10:30", "at 10 a.m. sharp", "until 17.30", "by 9 o'clock", "open 24/7", "at 8 GMT"],
    FalseFriend.AGE: [
        "boys aged 18 and 21",
        "a 15-year-old boy",
        "John Smith, 45, said",
        "children ages 5 to 12",
        "a man of age 87",
        "a 6-month-old kitten",
        "a deal three weeks old",
        "he is 40 to 50 years old",
        "an 87 yo patient",
        "her son, who was 10, ran",
        "he will be 35 by May",
    ],
    FalseFriend.SCORE: ["they lost 2-3", "they won 2-1", "a 52-48 vote"],
    FalseFriend.BRACKET: ["they won 7-6 (5)", "Smith (45) ran", "(2) Second point"],
    FalseFriend.NAME: [
        "the S&P 500 slid",
        "the FTSE 100 slid",
        "the Nikkei 225 slid",
        "shares of the Stoxx 600",
        "every Fortune 500 company",
        "Route 66 is shut",
        "Interstate 95 is shut",
        "aboard Flight 370",
        "an iPhone 15 Pro",
        "a Boeing 737 landed",
        "on a PlayStation 5",
        "Queen Elizabeth 2, the ship",
        "No. 1 in the charts",
        "UN Resolution 242",
        "the Group of 20",
        "a magnitude 7.8 quake",
        "a category 5 storm",
        "at latitude 45.5",
        "a size 12 shoe",
        "the S&P 500 utilities",
        "the S P 500 fell",
        "of COVID -19 tests",
    ],
    FalseFriend.CODE: [
        "an F-16 fell",
        "Covid-19 came",
        "version 1.2.3",
        "a 5G mast",
        "a 4K screen",
        "a 1080p screen",
        "room #12",
        "his 401(k) plan",
    ],
    FalseFriend.CHAIN: ["dated 2024-12-17", "since the 2019-20 season"],
    FalseFriend.PHONE: ["ring +44 20 7946 0958", "ring (555) 123-4567", "ring 0800 123 456"],
    FalseFriend.ADDRESS: ["at 10 Downing Street", "at 1600 Pennsylvania Avenue", "Springfield, IL 62704", "51°30′N"],
    FalseFriend.LISTED: ["1. First point", "2) Second point", "30."],
    FalseFriend.MODIFIER: ["a 90-day window", "an 11-truck convoy", "a two-state plan"],
    FalseFriend.PRONOUN: ["one of them", "one another"],
    FalseFriend.STAND_IN: ["the same one.", "the one who left", "one can see"],
}
CASES = [(text, friend) for friend, texts in NAMED.items() for text in texts]


@pytest.mark.parametrize(("text", "friend"), CASES)
def test_is_named(text: str, friend: FalseFriend) -> None:
    assert [number.surface for number in find_numbers(text)] == []
    assert friend in {number.friend for number in read_numbers(text)}


#: what is read as no number at all
UNREAD = [
    "he doubled down on it",
    "a married couple died",
    "in a majority vote",
    "a 5-to-4 vote",
    "the third day",
    "um 0,4 Prozent",
    "a million-dollar view",
    "in the 1980s",
    "the 21st century",
]


@pytest.mark.parametrize("text", UNREAD)
def test_is_no_number(text: str) -> None:
    assert list(find_numbers(text)) == []


#: quantities that resemble a false friend -> what must be read
QUANTITIES = [
    ("2000 soldiers were sent", "2000"),
    ("some 2,024 homes burned", "some 2,024"),
    ("page after page told of 12 arrests", "12"),
    ("he paid 1,990 dollars", "1,990"),
    ("about 15 of the boats sank", "about 15"),
    ("one in five boats sank", "one in five"),
    ("a third of the boats sank", "a third"),
    ("14 000 homes burned", "14 000"),
    ("14\u202f000 homes burned", "14\u202f000"),
    ("two lakh farmers", "two lakh"),
    ("at 17.30 euros", "17.30"),
    ("a street of 10 Victorian houses", "10"),
    ("a team with 11 players (9 men)", "11"),
    ("in Group 3 he counted 45 herons", "45"),
    ("the army lost 31 dead", "31"),
    ("at least 6 may have died", "at least 6"),
]


@pytest.mark.parametrize(("text", "surface"), QUANTITIES)
def test_quantity_is_read(text: str, surface: str) -> None:
    assert surface in [number.surface for number in find_numbers(text)]


def test_false_friend_takes_no_hedge_from_the_next_number() -> None:
    numbers = list(find_numbers("In 2014 about 300 boats sank"))
    assert [number.surface for number in numbers] == ["about 300"]
