"""Numbers in text: tables of cases, false friends, and what no text may break."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.amounts import Kind
from extractors.languages.language import in_order
from extractors.numbers import Number, find_numbers, read_numbers
from news.records import Hedge


def only(text: str) -> Number:
    found = list(find_numbers(text))
    assert len(found) == 1, [number.surface for number in found]
    return found[0]


# text -> low, high, hedge, unit
VALUES = [
    ("1,234 homes burned", "1234", "1234", Hedge.EXACT, ""),
    ("14 000 homes burned", "14000", "14000", Hedge.EXACT, ""),
    ("14\u00a0000 homes burned", "14000", "14000", Hedge.EXACT, ""),
    ("14\u2009000 homes burned", "14000", "14000", Hedge.EXACT, ""),
    ("1.200,50 lei", "1200.5", "1200.5", Hedge.EXACT, "RON"),
    ("Twelve miners were freed", "12", "12", Hedge.EXACT, ""),
    ("a thousand miners", "1000", "1000", Hedge.EXACT, ""),
    ("twenty-eight thousand six hundred forty-two voters", "28642", "28642", Hedge.EXACT, ""),
    ("5 million 150 thousand 92 votes", "5150092", "5150092", Hedge.EXACT, ""),
    ("3,50,000 farmers", "350000", "350000", Hedge.EXACT, ""),
    ("2.5 lakh farmers", "250000", "250000", Hedge.EXACT, ""),
    ("Rs 500 crore", "5000000000", "5000000000", Hedge.EXACT, "INR"),
    ("half a billion euros", "500000000", "500000000", Hedge.EXACT, "EUR"),
    ("two and a half million people", "2500000", "2500000", Hedge.EXACT, ""),
    ("a quarter of a million people", "250000", "250000", Hedge.EXACT, ""),
    ("four fifths of the boats", "0.8", "0.8", Hedge.EXACT, "share"),
    ("around half of the boats", "0.5", "0.5", Hedge.APPROX, "share"),
    ("one in five boats", "0.2", "0.2", Hedge.EXACT, "share"),
    ("a couple hundred boats", "150", "300", Hedge.VAGUE, ""),
    ("several hundred boats", "300", "900", Hedge.VAGUE, ""),
    ("tens of thousands of boats", "20000", "99999", Hedge.VAGUE, ""),
    ("hundreds of thousands of boats", "200000", "999999", Hedge.VAGUE, ""),
    ("dozens of boats", "24", "99", Hedge.VAGUE, ""),
    ("a handful of boats", "3", "9", Hedge.VAGUE, ""),
    ("a couple of boats", "2", "3", Hedge.VAGUE, ""),
    ("millions of dollars", "2000000", "9999999", Hedge.VAGUE, "USD"),
    ("hundreds of miles of pipe", "200", "999", Hedge.VAGUE, "mile"),
    ("the majority of the boats", "0.5", None, Hedge.MORE_THAN, "share"),
    ("half a percent", "0.5", "0.5", Hedge.EXACT, "percent"),
    ("a quarter of a percentage point", "0.25", "0.25", Hedge.EXACT, "percent"),
    ("three-quarters of an hour", "0.75", "0.75", Hedge.EXACT, "hour"),
    ("two dozen boats", "24", "24", Hedge.EXACT, ""),
    ("half a dozen boats", "6", "6", Hedge.EXACT, ""),
    ("nobody drowned", "0", "0", Hedge.EXACT, ""),
    ("about 7,000 boats", "7000", "7000", Hedge.APPROX, ""),
    ("30,000 or so boats", "30000", "30000", Hedge.APPROX, ""),
    ("at least 40 boats", "40", None, Hedge.AT_LEAST, ""),
    ("no fewer than 40 boats", "40", None, Hedge.AT_LEAST, ""),
    ("40 or more boats", "40", None, Hedge.AT_LEAST, ""),
    ("more than 40 boats", "40", None, Hedge.MORE_THAN, ""),
    ("the toll passed 3,000", "3000", None, Hedge.MORE_THAN, ""),
    ("up to 40 boats", None, "40", Hedge.UP_TO, ""),
    ("as many as 40 boats", None, "40", Hedge.UP_TO, ""),
    ("fewer than 40 boats", None, "40", Hedge.LESS_THAN, ""),
    ("nearly 100 boats", "97", "100", Hedge.NEARLY, ""),
    ("close to 30,000 boats", "29100", "30000", Hedge.NEARLY, ""),
    ("between 18,000 and 20,000 boats", "18000", "20000", Hedge.RANGE, ""),
    ("2,000-3,000 boats", "2000", "3000", Hedge.RANGE, ""),
    ("10 to 12 million boats", "10000000", "12000000", Hedge.RANGE, ""),
    ("800,000 to a million boats", "800000", "1000000", Hedge.RANGE, ""),
    ("$200,000 to $414 million", "200000", "414000000", Hedge.RANGE, "USD"),
    ("$5-6 billion", "5000000000", "6000000000", Hedge.RANGE, "USD"),
    ("US$4.5 billion", "4500000000", "4500000000", Hedge.EXACT, "USD"),
    ("4.8 billion US dollars", "4800000000", "4800000000", Hedge.EXACT, "USD"),
    ("35m voters", "35000000", "35000000", Hedge.EXACT, ""),
    ("35 m of cable", "35", "35", Hedge.EXACT, "metre"),
    ("51.2 per cent", "51.2", "51.2", Hedge.EXACT, "percent"),
    ("20 000 €", "20000", "20000", Hedge.EXACT, "EUR"),
    ("one and a half boats", "1.5", "1.5", Hedge.EXACT, ""),
    ("two and a quarter percent", "2.25", "2.25", Hedge.EXACT, "percent"),
    ("five and three quarters miles", "5.75", "5.75", Hedge.EXACT, "mile"),
    ("five point five percent", "5.5", "5.5", Hedge.EXACT, "percent"),
    ("three lakh crore rupees", "3000000000000", "3000000000000", Hedge.EXACT, "INR"),
    ("tested negative three times", "3", "3", Hedge.EXACT, ""),
    ("10 1/2 miles of cable", "10.5", "10.5", Hedge.EXACT, "mile"),
    ("a 1/4 mile track", "0.25", "0.25", Hedge.EXACT, "mile"),
    ("2½ million homes", "2500000", "2500000", Hedge.EXACT, ""),
    ("2/3 of the boats", "0.667", "0.667", Hedge.EXACT, "share"),
    ("half million boats", "500000", "500000", Hedge.EXACT, ""),
    ("three-quarters of a million boats", "750000", "750000", Hedge.EXACT, ""),
    ("3 dollars 50 cents", "3.5", "3.5", Hedge.EXACT, "USD"),
    ("thirteen dollars and forty-five cents", "13.45", "13.45", Hedge.EXACT, "USD"),
    ("50 cents", "50", "50", Hedge.EXACT, "cent"),
    ("75 USD million", "75000000", "75000000", Hedge.EXACT, "USD"),
    ("30 MSEK", "30000000", "30000000", Hedge.EXACT, "SEK"),
    ("USD115", "115", "115", Hedge.EXACT, "USD"),
    ("Rs500", "500", "500", Hedge.EXACT, "INR"),
    ("361 million pounds", "361000000", "361000000", Hedge.EXACT, "GBP"),
    ("he was fined 300 pounds", "300", "300", Hedge.EXACT, "GBP"),
    ("he lost 30 pounds of fat", "30", "30", Hedge.EXACT, "pound"),
    ("a tower 1.8m tall", "1.8", "1.8", Hedge.EXACT, "metre"),
    ("£1.8m final cost", "1800000", "1800000", Hedge.EXACT, "GBP"),
    ("35t of grain", "35", "35", Hedge.EXACT, "tonne"),
    ("$3t of debt", "3000000000000", "3000000000000", Hedge.EXACT, "USD"),
    ("40 degrees Celsius", "40", "40", Hedge.EXACT, "degree celsius"),
    ("104°F", "104", "104", Hedge.EXACT, "degree fahrenheit"),
    ("-3.2%", "-3.2", "-3.2", Hedge.EXACT, "percent"),
    ("−$5m", "-5000000", "-5000000", Hedge.EXACT, "USD"),
    ("minus 20C", "-20", "-20", Hedge.EXACT, "degree celsius"),
    ("a plant of 40 MW", "40", "40", Hedge.EXACT, "megawatt"),
    ("a lamp of 40 mW", "40", "40", Hedge.EXACT, "milliwatt"),
    ("a tower of 6 ft", "6", "6", Hedge.EXACT, "foot"),
    ("a 55in screen", "55", "55", Hedge.EXACT, "inch"),
    ("12 in all", "12", "12", Hedge.EXACT, ""),
    ("a torque of 250 Nm", "250", "250", Hedge.EXACT, "newton metre"),
    ("250 nm of light", "250", "250", Hedge.EXACT, "nanometre"),
    ("all 12 won medals", "12", "12", Hedge.EXACT, ""),
    ("a fine of 5,000 won", "5000", "5000", Hedge.EXACT, "KRW"),
    ("40 Haitian gourdes", "40", "40", Hedge.EXACT, "HTG"),
    ("5,000 sq. m of land", "5000", "5000", Hedge.EXACT, "square metre"),
    ("an error of plus or minus 3 percent", "3", "3", Hedge.EXACT, "percent"),
    ("minus-260 degrees", "-260", "-260", Hedge.EXACT, "degree"),
    ("a sub-300 sq m flat", None, "300", Hedge.LESS_THAN, "square metre"),
    ("a rate of 1.38pc", "1.38", "1.38", Hedge.EXACT, "percent"),
    ("$US113 trillion", "113000000000000", "113000000000000", Hedge.EXACT, "USD"),
    ("RM3.06mil", "3060000", "3060000", Hedge.EXACT, "MYR"),
    ("one fourth of the boats", "0.25", "0.25", Hedge.EXACT, "share"),
    ("he hit .534 that day", "0.534", "0.534", Hedge.EXACT, ""),
    ("an average of 1500 boats", "1500", "1500", Hedge.APPROX, ""),
    ("by 1 to 1.5 degrees", "1", "1.5", Hedge.RANGE, "degree"),
    ("from $75 per barrel to $95", "75", "95", Hedge.RANGE, "USD"),
    ("it grew sixfold", "6", "6", Hedge.EXACT, ""),
    ("sales doubled", "2", "2", Hedge.EXACT, ""),
    ("barely 300 boats", "300", "300", Hedge.APPROX, ""),
    ("lower than 300 boats", None, "300", Hedge.LESS_THAN, ""),
    ("a 50,000-strong army", "50000", "50000", Hedge.EXACT, ""),
]


@pytest.mark.parametrize(("text", "low", "high", "hedge", "unit"), VALUES)
def test_value(text: str, low: str | None, high: str | None, hedge: Hedge, unit: str) -> None:
    number = only(text)
    value = number.value
    assert value.low == (None if low is None else Decimal(low))
    assert value.high == (None if high is None else Decimal(high))
    assert (value.hedge, number.unit) == (hedge, unit)


# text -> unit, what it is per
RATES = [
    ("5,000 barrels a day", "barrel", "day"),
    ("$98 a share", "USD", "share"),
    ("a $70-a-share offer", "USD", "share"),
    ("$5-6 billion a year", "USD", "year"),
    ("2.4 billion gallons of jet fuel a year", "gallon", "year"),
    ("up 15% per annum", "percent", "year"),
    ("64 cents a dozen", "cent", "dozen"),
    ("50 metres/second", "metre", "second"),
    ("some 3,000 tests per day", "", "day"),
    ("78,000 times a minute", "", "minute"),
    ("12 people a day later", "", ""),
    ("€40 apiece", "EUR", "unit"),
    ("$5 million a year ago", "USD", ""),
    ("$5 million a day after the vote", "USD", ""),
]


@pytest.mark.parametrize(("text", "unit", "per"), RATES)
def test_rate(text: str, unit: str, per: str) -> None:
    number = only(text)
    assert (number.unit, number.per) == (unit, per)


@pytest.mark.parametrize("text", ["sales doubled", "a tenfold rise", "four times as many boats"])
def test_ratio(text: str) -> None:
    assert only(text).kind is Kind.RATIO


def test_hyphened_range_is_one_number() -> None:
    number = next(read_numbers("a 20-to-30-minute delay"))
    assert (number.value.low, number.value.high, number.unit) == (20, 30, "minute")


def test_suspended_hyphen_shares_the_unit() -> None:
    assert [number.unit for number in read_numbers("a 7- or 8-inch screen")] == ["inch", "inch"]


def test_ratio_and_level_are_no_range() -> None:
    assert [n.surface for n in find_numbers("admissions doubled to 4,600")] == ["doubled", "4,600"]


def test_year_opens_no_range() -> None:
    assert [n.surface for n in find_numbers("it rose in 2018 to 3.9 million from 2.4 million")] == [
        "3.9 million",
        "2.4 million",
    ]


def test_minus_is_part_of_what_is_printed() -> None:
    assert only("it fell to minus 20C at night").surface == "minus 20"


def test_half_of_a_match_is_no_share() -> None:
    assert list(find_numbers("in the second half of the match")) == []


def test_year_or_count() -> None:
    assert only("2000 soldiers were sent").value.low == 2000
    assert list(find_numbers("in 2000 soldiers were sent")) == []


def test_change_is_two_numbers() -> None:
    numbers = list(find_numbers("The count was cut from 1,400 to about 1,200."))
    assert [(n.surface, n.moved) for n in numbers] == [("1,400", "from"), ("about 1,200", "to")]


def test_change_and_level_are_no_range() -> None:
    assert [n.surface for n in find_numbers("Sales rose 5% to $300 million")] == ["5%", "$300 million"]


def test_amount_and_level_are_no_range() -> None:
    assert [n.surface for n in find_numbers("the order shrank by 30 to 126 jets")] == ["30", "126"]


def test_direction_is_no_hedge() -> None:
    assert only("it may raise up to $5m").value.hedge is Hedge.UP_TO
    assert only("the rate went up to 4.2%").value.hedge is Hedge.EXACT


@pytest.mark.parametrize("text", ["47 more people", "another 47 people", "a further 47 people"])
def test_increment(text: str) -> None:
    assert only(text).increment


# text -> the band to compare with
BANDS = [
    ("1,121 people", "1121", "1121"),
    ("14,000 people", "13500", "14500"),
    ("10,000 people", "9500", "10500"),
    ("about 10,000 people", "9300", "10700"),
    ("51% of people", "50.5", "51.5"),
    ("dozens of people", "12", "99"),
    ("scores of people", "20", "199"),
    ("hundreds of people", "100", "999"),
    ("a dozen people", "10.8", "13.2"),
    ("1,000 people", "950", "1050"),
    ("12,000 people", "11500", "12500"),
    ("about 50 people", "46.5", "53.5"),
    ("about 1,234 people", "1227.83", "1240.17"),
    ("nearly 100 people", "92", "100"),
    ("just over 100 people", "100", "105"),
    ("at least 40 people", "40", "50"),
    ("less than 100 people", "75", "100"),
    ("up to 1,000 people", "750", "1070"),
    ("between 200 and 300 people", "200", "300"),
    ("half of the people", "0.45", "0.55"),
    ("two-thirds of the people", "0.632", "0.702"),
    ("more than 10,000 people", "10000", "12500"),
]


@pytest.mark.parametrize(("text", "low", "high"), BANDS)
def test_soft_band(text: str, low: str, high: str) -> None:
    value = only(text).value
    assert (value.soft_low, value.soft_high) == (Decimal(low), Decimal(high))


PIECES = st.sampled_from(
    [
        *in_order("""
    about more than 1,400 to from 1200 and between % million - – $ € , . half a third of dozens hundred ‏ 5th
    14 000 one two-thirds nobody Oct. 7 2014 (3) -3.2% up 🙂 or so killed 1/2 ½ ٣ ² 10:30 0x1F
    """),
        "\n",
        '"',
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=120), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map("".join)
    )
)
def test_any_text(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.surface
        assert end <= number.start < number.end
        value = number.value
        assert value.low is not None or value.high is not None
        assert value.low is None or value.high is None or value.low <= value.high
        assert value.soft_low is None or value.soft_high is None or value.soft_low <= value.soft_high
        end = number.end


@pytest.mark.parametrize(
    "text", ["1" * 3_000_000, "1," * 50_000, "a few " * 20_000, "about " * 100_000, "1-" * 30_000, "1 to " * 10_000]
)
def test_hostile_lengths(text: str) -> None:
    assert sum(1 for _ in find_numbers(text)) < 1_000_000
