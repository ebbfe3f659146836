"""What the words around a time phrase make of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from extractors.anchors import anchored
from extractors.dates import find_time_phrases

PUBLISHED = datetime(2024, 5, 16, 12, tzinfo=UTC)

# sentence -> role, start, end of each phrase
CASES = [
    ("Sales fell 4 percent more than in 2019.", []),
    ("Prices rose 4.1 percent from a year earlier.", []),
    ("It was the worst flood in 2019.", [("window", date(2019, 1, 1), date(2019, 12, 31))]),
    (
        "From January to March 345 died, against 820 a year earlier.",
        [("window", date(2024, 1, 1), date(2024, 3, 31)), ("window", date(2023, 1, 1), date(2023, 3, 31))],
    ),
    ("So far this year 9,800 have come.", [("since", date(2024, 1, 1), date(2024, 5, 16))]),
    ("In the two months since the dam broke, 76 died.", [("since", date(2024, 3, 16), date(2024, 5, 16))]),
    ("It had 29,000 staff at the end of 2023.", [("as_of", None, date(2023, 12, 31))]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_phrases_as_they_are_meant(sentence: str, expected: list[tuple[str, date | None, date | None]]) -> None:
    found = anchored(find_time_phrases(sentence, published=PUBLISHED), sentence)
    assert [(phrase.role, phrase.period.start, phrase.period.end) for phrase in found] == expected


def test_a_leap_day_has_a_year_before() -> None:
    leap = datetime(2024, 3, 10, 12, tzinfo=UTC)
    sentence = "Between 1 and 29 February 12 died, against 20 a year earlier."
    found = anchored(find_time_phrases(sentence, published=leap), sentence)
    assert found[-1].period.end == date(2023, 2, 28)
