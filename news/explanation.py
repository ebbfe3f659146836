"""Why two figures are a conflict, or why they are none: everything that was looked at, in the order of looking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from news.comparability import Comparison, compare
from news.contradictions import in_order, judge_compared
from news.doubts import doubts
from news.fields import Comparability, Finding
from news.lessons import Lesson, instructed, lesson_about
from news.policy import DEFAULT, Thresholds
from news.records import Claim, Figure, Level, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCompared:
    """One row of the comparison. ``earlier``, ``later``: what each side states, "" when it states nothing. ``found``:
    same | missing (one side states it) | unstated (neither does) | not compared | what the two are to each other."""

    field: str
    earlier: str
    later: str
    found: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """``judged``: the judge's own verdict; ``verdict``: after what was taught. ``policy``: why it has its level."""

    earlier: Claim
    later: Claim
    fields: tuple[FieldCompared, ...]
    judged: Verdict
    verdict: Verdict
    doubts: tuple[str, ...]
    policy: str
    lesson: Lesson | None = None


def explain(one: Claim, other: Claim, thresholds: Thresholds = DEFAULT, lessons: Sequence[Lesson] = ()) -> Explanation:
    """Compare and judge two claims once more, keeping what is otherwise only passed through."""
    earlier, later = in_order(one, other)
    comparison = compare(earlier, later)
    judged = judge_compared(earlier, later, comparison, thresholds)
    verdict = instructed(judged, earlier, later, lessons)
    reasons = doubts(earlier, later, judged.relation, comparison) if judged.possible else ()
    return Explanation(
        earlier=earlier,
        later=later,
        fields=fields_compared(comparison, earlier, later),
        judged=judged,
        verdict=verdict,
        doubts=reasons,
        policy=policy_words(verdict),
        lesson=lesson_about(earlier, later, lessons),
    )


def fields_compared(comparison: Comparison, earlier: Claim, later: Claim) -> tuple[FieldCompared, ...]:
    """The table of the comparison. Once the story, unit or kind of number differs, nothing further is compared."""
    findings = {found.field.removeprefix("known "): found for found in comparison.findings}
    ended = any(findings[field].kind is not Comparability.SAME for field in _ENDING if field in findings)
    return tuple(_row(field, findings.get(field), earlier, later, ended) for field in _FIELDS)


def policy_words(verdict: Verdict) -> str:
    """Why the verdict is told at once, in the digest or to nobody."""
    if verdict.level is Level.ALERT:
        return "far enough apart to be told at once"
    if verdict.possible:
        return "would be told at once, but the doubts make it a possible conflict: digest"
    if verdict.relation.group == "contradiction":
        return "below the thresholds of the settings: digest" if verdict.level is Level.DIGEST else "told to nobody"
    return _GROUPS[verdict.relation.group]


_GROUPS = {
    "same": "no contradiction: both may hold",
    "update": "the number moved on, which is no contradiction",
    "not_comparable": "the two do not measure the same thing",
}
_ENDING = ("story", "unit", "kind of number")


def _row(field: str, found: Finding | None, earlier: Claim, later: Claim, ended: bool) -> FieldCompared:
    sides = (_FIELDS[field](earlier), _FIELDS[field](later))
    return FieldCompared(
        field=field,
        earlier=sides[0],
        later=sides[1],
        found=_found(found, sides, ended),
        words=found.words if found else "",
    )


def _found(found: Finding | None, sides: tuple[str, str], ended: bool) -> str:
    if found is not None:
        return "missing" if found.missing else found.kind.value
    if ended:
        return "not compared"
    if not any(sides):
        return "unstated"
    return "same" if sides[0] == sides[1] else "does not matter here"


def _period(figure: Figure) -> str:
    period = figure.period
    if period.text:
        return period.text
    return f"{period.start or '...'} to {period.end or '...'}" if period.is_window else "running total"


def _kind(figure: Figure) -> str:
    change = "" if figure.change.value == "level" else f" {figure.change.value}"
    return f"{figure.aggregation.value}{change}"


_FIELDS: dict[str, Callable[[Claim], str]] = {
    "story": lambda claim: claim.source.story or claim.source.title,
    "unit": lambda claim: claim.figure.unit,
    "kind of number": lambda claim: _kind(claim.figure),
    "owner": lambda claim: ", ".join(claim.figure.subjects),
    "counted thing": lambda claim: claim.figure.counted or claim.figure.counted_class,
    "group": lambda claim: ", ".join(sorted(claim.figure.restrictors)),
    "predicate": lambda claim: " or ".join(sorted(claim.figure.statuses)) or claim.figure.predicate,
    "place": lambda claim: claim.figure.place,
    "period": lambda claim: _period(claim.figure),
}
