"""What was known on a given day, by two clocks; page versions; the last word of each voice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from judged import said
from test_memory import GIVES_WAY, A, B, Said, file_all, file_one, report

from news.known import Clock, days_of, end_of, instant_of, known_at, last_of_each, standing
from news.records import Claim, Role
from storage import Archive, open_archive

DAY = date(2024, 12, 20)


def seen(claim: Claim, days: int) -> Claim:
    """The claim as read by us so many days after the first day."""
    at = datetime(2024, 12, 20, 18, tzinfo=UTC) + timedelta(days=days)
    return replace(claim, source=replace(claim.source, first_seen=at))


def test_the_two_clocks_differ_for_what_came_late() -> None:
    late = seen(said(1100, "Seoul", days=0), 5)
    assert known_at([late], end_of(DAY), Clock.TOLD) == [late]
    assert known_at([late], end_of(DAY), Clock.SEEN) == []
    assert known_at([late], end_of(DAY + timedelta(days=5)), Clock.SEEN) == [late]


def test_an_edit_is_known_since_we_saw_it() -> None:
    first = seen(said(240, article="A", version=1), 0)
    edited = seen(said(420, article="A", version=2), 2)
    for clock in Clock:
        assert known_at([edited, first], end_of(DAY), clock) == [first]
        assert known_at([edited, first], end_of(DAY + timedelta(days=2)), clock) == [edited]
        assert instant_of(edited.source, clock) == edited.source.first_seen


def test_the_last_word_of_each_voice_stands() -> None:
    old, new, other = said(1100, "Seoul"), said(3000, "Seoul", days=5), said(4000, "Kyiv", days=1)
    recalled = said(900, "Seoul", days=9, role=Role.BACKGROUND)
    assert last_of_each([recalled, new, other, old]) == (other, new)
    (measure,) = standing([recalled, new, other, old])
    assert (measure.claims, measure.measure) == ((other, new), "North Korean soldiers killed, Kursk Oblast")


def test_other_measures_stand_apart() -> None:
    killed, deployed = said(1100, "Seoul"), said(11000, "Seoul", statuses=frozenset({"deployed"}))
    assert [one.claims for one in standing([killed, deployed])] in ([(killed,), (deployed,)], [(deployed,), (killed,)])


def test_day_by_day() -> None:
    first, second = seen(said(1100, "Seoul"), 0), seen(said(3000, "Kyiv", days=1), 1)
    days = days_of([second, first], Clock.SEEN)
    assert [(one.day, one.new, one.stood) for one in days] == [
        (DAY, (first,), (first,)),
        (DAY + timedelta(days=1), (second,), (first, second)),
    ]


@pytest.mark.parametrize("clock", list(Clock))
def test_the_archive_answers_as_the_records_do(clock: Clock) -> None:
    edited = report(Said("a", "seoul", 1300, 0))
    edited = replace(
        edited,
        article=replace(edited.article, first_seen=edited.article.first_seen + timedelta(days=2)),
        figures=(replace(edited.figures[0], figure_id="F-a-2"),),
    )
    with open_archive() as archive:
        file_all(archive, [A, B, GIVES_WAY])
        file_one(archive, edited)
        everything = archive.claims.of_story("kursk", superseded=True)
        assert len(everything) == 4
        for day in (DAY - timedelta(days=1), DAY, DAY + timedelta(days=1), DAY + timedelta(days=2), DAY + timedelta(9)):
            known = archive.claims.known("kursk", end_of(day), clock)
            assert {one.figure.figure_id for one in known} == {
                one.figure.figure_id for one in known_at(everything, end_of(day), clock)
            }


def test_a_conflict_is_shown_as_it_then_was() -> None:
    with open_archive() as archive:
        file_all(archive, [A, B, GIVES_WAY])
        assert states(archive, 0) == []
        assert states(archive, 1) == ["open"]
        assert states(archive, 3) == ["resolved"]
        assert archive.conflicts.known("kursk", end_of(DAY + timedelta(days=9)), Clock.SEEN) == []  # filed much later


def states(archive: Archive, days: int) -> list[str]:
    return [kept.state for kept in archive.conflicts.known("kursk", end_of(DAY + timedelta(days=days)), Clock.TOLD)]
