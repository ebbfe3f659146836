"""What people taught by dismissing or confirming a conflict: the judge's answer for that pair of measures from then on.

Where the two figures are described differently (another counted thing, window or place), the lesson is about the two
descriptions, whoever uses them. Where both are described alike, it is about these two voices only: one of them counts
otherwise than its words say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from news.authorities import one_voice
from news.records import Claim, Figure, Level, Relation, Verdict


class Taught(StrEnum):
    """Why a pair is no conflict, or that it is one."""

    WINDOW = "window"
    SCOPE = "scope"
    DEFINITION = "definition"
    OTHER_THING = "other-thing"
    COPY = "copy"
    COMPARABLE = "comparable"


_MEANS = {
    Taught.WINDOW: (Relation.SCOPE, "they count different stretches of time"),
    Taught.SCOPE: (Relation.SCOPE, "they count another event, place or group"),
    Taught.DEFINITION: (Relation.DEFINITION, "they count by different rules"),
    Taught.OTHER_THING: (Relation.UNRELATED, "they count different things"),
    Taught.COPY: (Relation.WIRE_COPY, "one is copied from the other"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """``one`` and ``other``: the two claims it was taught with, in any order. ``number``: 0 until it is kept."""

    number: int = 0
    conflict_id: str
    taught: Taught
    one: Claim
    other: Claim
    at: datetime
    who: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """The lesson as a reason for people: ``taught with C-7f3a0001 (anna): they count ...``."""
        meaning = "they measure the same" if self.taught is Taught.COMPARABLE else _MEANS[self.taught][1]
        who = f" ({self.who})" if self.who else ""
        note = f"; {self.note}" if self.note else ""
        return f"taught with {self.conflict_id}{who}: {meaning}{note}"


def instructed(verdict: Verdict, earlier: Claim, later: Claim, lessons: Iterable[Lesson]) -> Verdict:
    """The verdict after what was taught; the lesson taught last decides."""
    lesson = lesson_about(earlier, later, lessons)
    if lesson is None:
        return verdict
    if lesson.taught is not Taught.COMPARABLE:
        return replace(
            verdict, relation=_MEANS[lesson.taught][0], level=Level.SILENT, reason=lesson.words, possible=False
        )
    if verdict.possible:
        return replace(verdict, level=Level.ALERT, possible=False, reason=f"{verdict.reason}; {lesson.words}")
    return verdict


def lesson_about(earlier: Claim, later: Claim, lessons: Iterable[Lesson]) -> Lesson | None:
    """The lesson that is about such a pair, the last taught of several; None when there is none."""
    about = [lesson for lesson in lessons if _is_about(lesson, earlier, later)]
    return max(about, key=lambda lesson: (lesson.at, lesson.number), default=None)


def _is_about(lesson: Lesson, one: Claim, other: Claim) -> bool:
    if lesson.one.source.story != one.source.story:
        return False
    straight = _alike(lesson.one, one, lesson) and _alike(lesson.other, other, lesson)
    return straight or (_alike(lesson.one, other, lesson) and _alike(lesson.other, one, lesson))


def _alike(taught: Claim, claim: Claim, lesson: Lesson) -> bool:
    """The same description; where that does not tell the lesson's two sides apart, the same voice as well."""
    if _description(taught.figure) != _description(claim.figure):
        return False
    by_voice = _description(lesson.one.figure) == _description(lesson.other.figure)
    return not by_voice or one_voice(taught, claim)


def _description(figure: Figure) -> tuple[object, ...]:
    """What the figure measures, as far as its own words say. Windows of one length are described alike."""
    period = figure.period
    closed = period.is_window and period.start is not None and period.end is not None
    return (
        *(figure.dimension, figure.counted_class or figure.unit, frozenset(figure.restrictors), figure.statuses),
        *(frozenset(figure.subjects), figure.place_chain[:1], figure.aggregation, figure.change, period.is_window),
        (period.end - period.start).days if closed and period.start and period.end else None,
    )
