"""What numbers count and speak of, ages and modifiers included: tables of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.quantities import Quantity, find_quantities
from news.records import Direction


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, [quantity.number.surface for quantity in found]
    return found[0]


# sentence -> counted noun phrase, by lemmas
COUNTED = [
    ("The council closed 40 primary schools.", "primary school"),
    ("It published a 90 page report.", "page"),
    ("She keeps 30 grey rural donkeys.", "grey rural donkey"),
    ("One of the oldest bakeries has shut.", "old bakery"),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_counted_phrase(text: str, counted: str) -> None:
    assert " ".join(only(text).counted.lemmas).lower() == counted


# sentence -> the noun phrases it speaks of
CONCEPTS = [
    ("Wholesale prices rose 4%.", ["Wholesale prices"]),
    ("The bakery spends 30% of its income.", ["income", "bakery"]),
    ("The survey of 14 towns was late.", ["survey"]),
    ("The museum charges a 12% fee.", ["fee", "museum"]),
    ("The board raised its forecast to 7%.", ["forecast", "board"]),
    ("They paid $90 for the old boat.", ["old boat"]),
    ("Tarvo Holding (up 3%) led the board.", ["Tarvo Holding"]),
    ("The mayor said he would plant 300 trees.", ["mayor"]),
    ("Some 300 residents left.", []),
    ("Rents in the old town between 2014 and 2017 rose 5%.", ["Rents old town"]),
    ("The best $200 phones are gone.", ["best phones"]),
    ("They have a $900 a month mortgage.", ["mortgage"]),
    ("The production of 8 million bottles of soap began.", ["production"]),
    ("Tarvo Holding, down 3%, led the fall.", ["Tarvo Holding"]),
    ("Entry price: $900", ["Entry price"]),
]


@pytest.mark.parametrize(("text", "concepts"), CONCEPTS)
def test_concepts(text: str, concepts: list[str]) -> None:
    assert [" ".join(phrase.words) for phrase in only(text).concepts] == concepts


def test_a_number_told_twice_speaks_of_the_same() -> None:
    first, second = find_quantities("The Tarvo index lost 190 points, or 0.6%.")
    assert first.concepts == second.concepts != ()
    assert first.direction is second.direction is Direction.DOWN


# sentence -> which way
MOVEMENTS = [
    ("Rents rose 3%.", Direction.UP),
    ("Rents are up 3%.", Direction.UP),
    ("Rents fell by 3%.", Direction.DOWN),
    ("Rents are down 3%.", Direction.DOWN),
    ("Rents fell to 300 euros.", Direction.NONE),
    ("Rents are 3% of income.", Direction.NONE),
    ("The team gave up 500 yards.", Direction.NONE),
]


@pytest.mark.parametrize(("text", "direction"), MOVEMENTS)
def test_movement(text: str, direction: Direction) -> None:
    assert only(text).direction is direction


def test_what_a_sentence_leaves_out() -> None:
    sold, rented = find_quantities("They sold 435 homes and rented 187 by tender.")
    assert rented.counted == sold.counted


def test_ages_are_quantities_and_dates_are_not() -> None:
    assert [q.number.surface for q in find_quantities("The 60-year-old man left on 7 October 2014.")] == ["60"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='12 ,.()%$abcThe of-\n"', max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for quantity in find_quantities(text):
        assert text[quantity.number.start : quantity.number.end] == quantity.number.surface
