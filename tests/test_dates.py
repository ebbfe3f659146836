"""Time phrases: a table of sentences, read as if published on Wednesday, 18 December 2024."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import find_time_phrases, publication_day
from news.periods import PeriodKind

PUBLISHED = datetime(2024, 12, 18, 12, tzinfo=UTC)

Expected = tuple[str, str, str | None, str | None]


#: sentence, [(role, words, first day, last day)]
CASES: list[tuple[str, list[Expected]]] = [
    ("AP reported on Dec. 17, citing an official", [("said_on", "on Dec. 17", "2024-12-17", "2024-12-17")]),
    ("deployed over 10,000 since early August", [("since", "since early August", "2024-08-01", "2024-12-18")]),
    ("killed by 14 December", [("as_of", "by 14 December", None, "2024-12-14")]),
    ("as of Friday, 300", [("as_of", "as of Friday", None, "2024-12-13")]),
    ("said they killed 50 in three days and injured 47", [("window", "in three days", "2024-12-15", "2024-12-18")]),
    ("in the past week", [("window", "in the past week", "2024-12-11", "2024-12-18")]),
    ("1,000 killed last week alone", [("window", "last week", "2024-12-09", "2024-12-15")]),
    ("in the last 24 hours", [("window", "in the last 24 hours", "2024-12-17", "2024-12-18")]),
    ("since the war began", [("since", "since the war began", None, "2024-12-18")]),
    ("since 7 October", [("since", "since 7 October", "2024-10-07", "2024-12-18")]),
    ("since Oct. 7, 2023", [("since", "since Oct. 7, 2023", "2023-10-07", "2024-12-18")]),
    ("in July 12 died", [("window", "in July", "2024-07-01", "2024-07-31")]),
    ("for July", [("window", "for July", "2024-07-01", "2024-07-31")]),
    ("in August 2013", [("window", "in August 2013", "2013-08-01", "2013-08-31")]),
    ("in 2014", [("window", "in 2014", "2014-01-01", "2014-12-31")]),
    ("in the year to March 2024", [("window", "in the year to March 2024", "2023-04-01", "2024-03-31")]),
    ("the 12 months to March 2025", [("window", "the 12 months to March 2025", "2024-04-01", "2025-03-31")]),
    (
        "between April 2024 and March 2025",
        [("window", "between April 2024 and March 2025", "2024-04-01", "2025-03-31")],
    ),
    ("late 2022", [("window", "late 2022", "2022-09-01", "2022-12-31")]),
    ("in the first wave", []),
    ("today 5 died", [("day", "today", "2024-12-18", "2024-12-18")]),
    ("He said yesterday", [("said_on", "yesterday", "2024-12-17", "2024-12-17")]),
    ("overnight", [("window", "overnight", "2024-12-17", "2024-12-18")]),
    ("this month", [("window", "this month", "2024-12-01", "2024-12-18")]),
    ("earlier this month", [("window", "earlier this month", "2024-12-01", "2024-12-18")]),
    ("mid-January", [("window", "mid-January", "2024-01-11", "2024-01-20")]),
    ("a day earlier", [("day", "a day earlier", "2024-12-17", "2024-12-17")]),
    (
        "on Monday a day earlier",
        [("day", "on Monday", "2024-12-16", "2024-12-16"), ("day", "a day earlier", "2024-12-15", "2024-12-15")],
    ),
    ("two weeks ago", [("window", "two weeks ago", "2024-12-01", "2024-12-07")]),
    ("the 1999 Izmit earthquake", [("window", "1999", "1999-01-01", "1999-12-31")]),
    ("the 2014 breach", [("window", "2014", "2014-01-01", "2014-12-31")]),
    ("Yahoo's 2013 hack hit 3bn", [("window", "2013", "2013-01-01", "2013-12-31")]),
    ("on the 10th of September", [("day", "on the 10th of September", "2024-09-10", "2024-09-10")]),
    ("on the 10th.", [("day", "on the 10th", "2024-12-10", "2024-12-10")]),
    ("from Dec. 11 to Dec. 15", [("window", "from Dec. 11 to Dec. 15", "2024-12-11", "2024-12-15")]),
    ("Dec. 11-15", [("window", "Dec. 11-15", "2024-12-11", "2024-12-15")]),
    ("between 7 and 10 December", [("window", "between 7 and 10 December", "2024-12-07", "2024-12-10")]),
    ("7-10 December 2023", [("window", "7-10 December 2023", "2023-12-07", "2023-12-10")]),
    ("from January to March", [("window", "from January to March", "2024-01-01", "2024-03-31")]),
    ("January-March 2024", [("window", "January-March 2024", "2024-01-01", "2024-03-31")]),
    ("between 2019 and 2023", [("window", "between 2019 and 2023", "2019-01-01", "2023-12-31")]),
    ("in 2022-23", [("window", "in 2022-23", "2022-01-01", "2023-12-31")]),
    (
        "on Dec. 17, the commander-in-chief said that it goes on for the third day in a row",
        [("day", "on Dec. 17", "2024-12-17", "2024-12-17")],
    ),
    ("by the end of 2023", [("as_of", "by the end of 2023", None, "2023-12-31")]),
    (
        "since the start of the full-scale invasion",
        [("since", "since the start of the full-scale invasion", None, "2024-12-18")],
    ),
    (
        "since the war began on 7 October 2023",
        [("since", "since the war began on 7 October 2023", "2023-10-07", "2024-12-18")],
    ),
    (
        "since Russia's full-scale invasion began in February 2022",
        [("since", "since Russia's full-scale invasion began in February 2022", "2022-02-01", "2024-12-18")],
    ),
    ("will visit on Friday", [("day", "on Friday", "2024-12-20", "2024-12-20")]),
    ("will be published on Dec. 20", [("said_on", "on Dec. 20", "2024-12-20", "2024-12-20")]),
    ("next week", [("window", "next week", "2024-12-23", "2024-12-29")]),
    ("in the second quarter of 2024", [("window", "in the second quarter of 2024", "2024-04-01", "2024-06-30")]),
    ("the third quarter", []),
    ("over the weekend", [("window", "over the weekend", "2024-12-14", "2024-12-15")]),
    ("may fall in March", [("window", "in March", "2024-03-01", "2024-03-31")]),
    ("He may march on Sunday", [("day", "on Sunday", "2024-12-15", "2024-12-15")]),
    ("of 2000 people killed", []),
    ("in a 3-year-old case", []),
    ("He told reporters on Monday", [("said_on", "on Monday", "2024-12-16", "2024-12-16")]),
    ("in recent days", [("window", "in recent days", None, "2024-12-18")]),
    ("in the next three months", [("window", "in the next three months", "2024-12-18", "2025-03-18")]),
    ("from Monday", [("day", "from Monday", "2024-12-16", "2024-12-16")]),
    ("from 14 October onwards", [("since", "from 14 October onwards", "2024-10-14", "2024-12-18")]),
    ("So far 50 have died", [("as_of", "So far", None, "2024-12-18")]),
    ("So far this year, 100", [("window", "So far this year", "2024-01-01", "2024-12-18")]),
    ("to date", [("as_of", "to date", None, "2024-12-18")]),
    ("as of 31 December 2024", [("as_of", "as of 31 December 2024", None, "2024-12-31")]),
    ("17.12.2024", [("day", "17.12.2024", "2024-12-17", "2024-12-17")]),
    ("2024-12-17", [("day", "2024-12-17", "2024-12-17", "2024-12-17")]),
    ("in the first three days", [("window", "in the first three days", None, None)]),
    ("In the three months to June", [("window", "In the three months to June", "2024-04-01", "2024-06-30")]),
    ("for the year ended 31 March 2024", [("window", "for the year ended 31 March 2024", "2023-04-01", "2024-03-31")]),
    ("during the summer of 2023", [("window", "during the summer of 2023", "2023-06-01", "2023-08-31")]),
    ("since Monday's quake", [("since", "since Monday", "2024-12-16", "2024-12-18")]),
    ("before October 7", [("as_of", "before October 7", None, "2024-10-06")]),
    ("a year ago", [("window", "a year ago", "2023-06-19", "2024-06-17")]),
    ("a year earlier", [("window", "a year earlier", "2023-06-19", "2024-06-17")]),
    ("last December", [("window", "last December", "2023-12-01", "2023-12-31")]),
    ("in December", [("window", "in December", "2024-12-01", "2024-12-31")]),
    ("Tuesday", [("day", "Tuesday", "2024-12-17", "2024-12-17")]),
    ("in the 1990s", [("window", "in the 1990s", "1990-01-01", "1999-12-31")]),
    ("for three days", [("window", "for three days", "2024-12-15", "2024-12-18")]),
    ("rose to 2024 people", []),
    ("between 2,000 and 3,000", []),
    ("price of $2014", []),
    ("in 48 hours", [("window", "in 48 hours", "2024-12-16", "2024-12-18")]),
    ("over a single day", [("window", "over a single day", "2024-12-17", "2024-12-18")]),
    ("within 24 hours of the vote", []),
    ("in two weeks of fighting", [("window", "in two weeks", "2024-12-04", "2024-12-18")]),
    ("over the past three months", [("window", "over the past three months", "2024-09-18", "2024-12-18")]),
    ("in under three weeks", [("window", "in under three weeks", "2024-11-27", "2024-12-18")]),
    ("last night", [("day", "last night", "2024-12-17", "2024-12-17")]),
    ("since then", [("since", "since then", None, "2024-12-18")]),
    ("since last week", [("since", "since last week", "2024-12-09", "2024-12-18")]),
    ("since last Thursday", [("since", "since last Thursday", "2024-12-12", "2024-12-18")]),
    ("since May", [("since", "since May", "2024-05-01", "2024-12-18")]),
    ("until May 5", [("as_of", "until May 5", None, "2024-05-05")]),
    ("the September 2023 flood", [("window", "September 2023", "2023-09-01", "2023-09-30")]),
    ("the 2023 Derna flood", [("window", "2023", "2023-01-01", "2023-12-31")]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence for sentence, _ in CASES])
def test_phrases_resolve_against_the_day_of_publication(sentence: str, expected: list[Expected]) -> None:
    found = [
        (
            p.role,
            p.period.text,
            p.period.start and p.period.start.isoformat(),
            p.period.end and p.period.end.isoformat(),
        )
        for p in find_time_phrases(sentence, published=PUBLISHED)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "published", "first"),
    [
        ("on Dec. 30", datetime(2025, 1, 3, tzinfo=UTC), date(2024, 12, 30)),
        ("on Jan. 5", datetime(2025, 1, 3, tzinfo=UTC), date(2025, 1, 5)),  # within the slack
        ("on Jan. 6", datetime(2025, 1, 3, tzinfo=UTC), date(2024, 1, 6)),
        ("will vote on Jan. 26", datetime(2025, 1, 3, tzinfo=UTC), date(2025, 1, 26)),
        ("in November", datetime(2025, 1, 3, tzinfo=UTC), date(2024, 11, 1)),
        ("on Feb. 29", datetime(2025, 1, 3, tzinfo=UTC), date(2024, 2, 29)),
        ("on Friday", datetime(2025, 1, 3, tzinfo=UTC), date(2025, 1, 3)),
        ("last Friday", datetime(2025, 1, 3, tzinfo=UTC), date(2024, 12, 27)),
        ("on Saturday", datetime(2025, 1, 3, tzinfo=UTC), date(2024, 12, 28)),
    ],
)
def test_the_year_is_the_nearest_one(sentence: str, published: datetime, first: date) -> None:
    [phrase] = find_time_phrases(sentence, published=published)
    assert phrase.period.start == first


def test_kinds_follow_roles() -> None:
    text = "by Friday, since Monday, in three days, on Tuesday"
    kinds = [p.period.kind for p in find_time_phrases(text, published=PUBLISHED)]
    assert kinds == [PeriodKind.AS_OF, PeriodKind.CUMULATIVE, PeriodKind.WINDOW, PeriodKind.INSTANT]


def test_the_day_of_publication_is_the_outlets_day() -> None:
    late = datetime(2024, 12, 17, 22, 30, tzinfo=UTC)
    assert publication_day(late) == date(2024, 12, 17)
    assert publication_day(late, "Europe/Kyiv") == date(2024, 12, 18)
    assert publication_day(late, "Nowhere/Town") == date(2024, 12, 17)


WORDS = st.sampled_from(
    [
        "since",
        "by",
        "in",
        "on",
        "the",
        "a",
        "year",
        "to",
        "March",
        "2024",
        "Dec.",
        "31",
        "Feb.",
        "30",
        "three",
        "days",
        "ago",
        "last",
        "week",
        "until",
        "0",
        "99",
        "-",
        "between",
        "and",
        "Monday",
        "earlier",
        "from",
        "14",
        "December",
        ",",
        ".",
        "first",
        "quarter",
        "of",
        "9999",
        "1800s",
        "summer",
    ]
)


@given(st.lists(WORDS, max_size=14), st.datetimes(timezones=st.just(UTC)))
def test_any_words_on_any_day_give_ordered_spans(words: list[str], published: datetime) -> None:
    text = " ".join(words)
    at = 0
    for phrase in find_time_phrases(text, published=published):
        assert at <= phrase.start < phrase.end <= len(text)
        assert text[phrase.start : phrase.end] == phrase.period.text
        if phrase.period.start and phrase.period.end and phrase.role in ("day", "said_on", "window"):
            assert phrase.period.start <= phrase.period.end
        at = phrase.end
