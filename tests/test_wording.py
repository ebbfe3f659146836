from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import COUPLE, ZELENSKY, at, claim, value

from news.plain import plain, slug, web_link
from news.records import Hedge, Polarity, Value
from news.wording import difference_words, figure_words, in_context, number_words, ratio_words, reach_words, value_words


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (value(3000, hedge=Hedge.MORE_THAN), "person", "> 3,000"),
        (value(100, hedge=Hedge.AT_LEAST), "person", "at least 100"),
        (value(1100, hedge=Hedge.APPROX), "person", "about 1,100"),
        (value(150, 300, Hedge.VAGUE, "a couple hundred"), "person", "150–300 (a couple hundred)"),
        (value(10000, 12000, Hedge.RANGE), "person", "10,000–12,000"),
        (value(None, 500, Hedge.UP_TO), "person", "up to 500"),
        (value(None, 500, Hedge.LESS_THAN), "person", "< 500"),
        (value(4850, 5000, Hedge.NEARLY), "person", "nearly 5,000"),
        (value("51.2"), "percent", "51.2%"),
        (value("0.5"), "share", "50%"),
        (value("0.3", "0.4", Hedge.RANGE), "share", "30–40%"),
        (value(30, 40, Hedge.RANGE), "percent", "30–40%"),
        (value(8 * 10**9), "USD", "$8 billion"),
        (value("1250000"), "CHF", "CHF 1.25 million"),
        (value("31643123"), "vote", "31,643,123"),
        (value(1500000, 2000000, Hedge.RANGE), "EUR", "€1.5 million–2 million"),
        (Value(low=None, high=None, soft_low=None, soft_high=None), "", "an unstated number"),
    ],
)
def test_a_value_reads_as_people_write_it(amount: Value, unit: str, words: str) -> None:
    assert value_words(amount, unit) == words


def test_a_rejected_number_says_so() -> None:
    assert figure_words(replace(ZELENSKY.figure, polarity=Polarity.DENIED)) == "rejects > 3,000"
    assert figure_words(replace(ZELENSKY.figure, polarity=Polarity.UNCONFIRMED)) == "does not confirm > 3,000"


def test_a_number_of_a_million_digits_is_not_printed() -> None:
    assert number_words(Decimal("1E+999999")) == "1.000E+999999"
    assert number_words(Decimal("NaN")) == "NaN"


@pytest.mark.parametrize(
    ("earlier", "later", "unit", "words"),
    [
        (value(1100, hedge=Hedge.APPROX), value(3000, hedge=Hedge.MORE_THAN), "", "at least about 1,900 more (+173%)"),
        (value(1400), value(1200), "", "200 less (−14%)"),
        (value("0.5"), value("0.25"), "share", "25 percentage points less (−50%)"),
        (value("51.2"), value("30"), "percent", "21.2 percentage points less (−41%)"),
        (
            value(8 * 10**6),
            value(8 * 10**9),
            "USD",
            "$7.99 billion more (+99,900%), exactly a factor of a thousand: possibly a slip of scale",
        ),
        (value(100), value(100), "", ""),
        (value(0), value(5), "", "5 more"),
    ],
)
def test_the_distance_is_told_from_the_earlier_value(earlier: Value, later: Value, unit: str, words: str) -> None:
    told = difference_words(earlier, later, unit)
    assert told == words if "7.99" not in words else "factor of a thousand" in told


@pytest.mark.parametrize(
    ("ratio", "words"), [("2.727", "×2.7"), ("1.253", "×1.25"), ("1000", "×1,000"), ("0", ""), ("NaN", "")]
)
def test_ratio(ratio: str, words: str) -> None:
    assert ratio_words(Decimal(ratio)) == words
    assert ratio_words(None) == ""


def test_reach_counts_outlets_once() -> None:
    assert reach_words(["A", "a", "B"], 1) == "2 outlets, 1 origin"


def test_the_number_is_found_in_its_sentence() -> None:
    assert in_context(COUPLE)[1] == "A couple hundred"
    before, number, after = in_context(ZELENSKY)
    assert (before[-8:], number, after[:6]) == ("reports ", "more than 3,000", " North")
    shortened = replace(ZELENSKY, sentence="Later: more than 3,000 fell.")
    assert in_context(shortened) == ("Later: ", "more than 3,000", " fell.")
    assert in_context(replace(ZELENSKY, sentence="nothing of it")) == ("nothing of it", "", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\tc\u2028d", "a b c d"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]8;;http://x\x07link\x1b]8;;\x07", "link"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("x\ud800y\x00z", "xyz"),
        ("Зеленський 3 000", "Зеленський 3 000"),
    ],
)
def test_plain_takes_away_only_what_no_eye_sees(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_plain_cuts_at_a_word() -> None:
    assert plain("one two three four", 12) == "one two…"
    assert len(plain("x" * 500, 100)) == 100
    assert plain("short", 5) == "short"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x?y=1&z=2", "https://a.example/x?y=1&z=2"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example/x", ""),
        ("https://", ""),
        ("https://[broken", ""),
        ('https://a.example/"><script>|', "https://a.example/%22%3E%3Cscript%3E%7C"),
        ("https://a.example/" + "ж" * 900, ""),
    ],
)
def test_only_web_addresses_become_links(url: str, link: str) -> None:
    assert web_link(url) == link


def test_slugs_are_safe_and_never_meet() -> None:
    names = ["kursk", "Kursk", "../../etc/passwd", "Курск", "", "con", "a" * 300, "kursk losses", "kursk-losses"]
    slugs = [slug(name) for name in names]
    assert slugs[0] == "kursk"
    assert len(set(slugs)) == len(names)
    assert all(set(one) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") and 0 < len(one) < 80 for one in slugs)


def test_a_status_without_a_row_still_reads() -> None:
    from news.wording import counted_words

    figure = claim("x", value(3), "3 sheep", "3", said=at(1), statuses=frozenset({"shorn", "killed"}), predicate="")
    assert counted_words(figure.figure) == "North Korean soldiers killed or shorn"
