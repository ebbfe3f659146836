"""Do two figures measure the same thing? Asked before any arithmetic, answered field by field with the reason in words.

A contradiction needs the same event, counted set, predicate, place and period (de Marneffe, Rafferty & Manning 2008;
fields after Every Casualty Worldwide's Standards for Casualty Recording and the IDMC figure definition). Every field is
looked at, because the heaviest difference gives the answer: another thing outweighs another definition, that another
place or time, that a part of the same whole. A field that one side does not state is *missing*: such a pair is never
more than a possible conflict.
"""

from __future__ import annotations

from dataclasses import dataclass

from news import counting, fields
from news.fields import Comparability, Finding
from news.measures import Trend, trend_of
from news.records import Claim

#: asked first; a difference here ends the comparison, since nothing further can be compared
_FIRST = (fields.event, fields.unit, fields.number)
#: these alone can make two figures unrelated; the one that most often does comes first
_TELLING = (fields.counted, fields.predicate, fields.owner)
_FURTHER = (fields.owner, fields.counted, fields.group, fields.predicate, fields.place, fields.site, counting.period)
#: heaviest first; within one weight the field that is asked first decides
_WEIGHTS = {
    Comparability.UNRELATED: 0,
    Comparability.OTHER_DEFINITION: 1,
    Comparability.OTHER_SCOPE: 2,
    Comparability.PART: 3,
    Comparability.SAME: 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``kind`` and ``reason`` (one clause for people) sum up the ``findings``, which stand in the order of asking.
    ``trend``: how a true series of this measure moves."""

    kind: Comparability
    reason: str
    findings: tuple[Finding, ...] = ()
    trend: Trend = Trend.FREE

    @property
    def compared(self) -> tuple[str, ...]:
        """What was found equal, in words."""
        return tuple(found.words for found in self.findings if found.kind is Comparability.SAME and not found.missing)

    @property
    def missing(self) -> tuple[str, ...]:
        """What only one side states."""
        return tuple(found.words for found in self.findings if found.missing)


def compare(earlier: Claim, later: Claim) -> Comparison:
    """Whether ``later`` measures what ``earlier`` measures."""
    findings: list[Finding] = []
    for question in (*_FIRST, *_FURTHER):
        found = question(earlier, later)
        if found is None:
            continue
        findings.append(found)
        if question in _FIRST and found.kind is not Comparability.SAME:
            break
    return _summed_up(findings, trend_of(earlier.figure.statuses | later.figure.statuses))


def are_unrelated(one: Claim, other: Claim) -> bool:
    """The quick answer for the many pairs of a recall: True when ``compare`` would find them unrelated, in either
    order."""
    for question in _FIRST:
        found = question(one, other)
        if found is not None and found.kind is not Comparability.SAME:
            return found.kind is Comparability.UNRELATED
    answers = (question(one, other) for question in _TELLING)
    return any(found is not None and found.kind is Comparability.UNRELATED for found in answers)


def _summed_up(findings: list[Finding], trend: Trend) -> Comparison:
    heaviest = min(findings, key=lambda found: _WEIGHTS[found.kind])
    same = "same " + ", ".join(found.words for found in findings if not found.missing)
    reason = same if heaviest.kind is Comparability.SAME else heaviest.words
    return Comparison(kind=heaviest.kind, reason=reason, findings=tuple(findings), trend=trend)
