"""Two numbers of one report. A text does not contradict itself: it tells two counts, a count and what became of it, or
it sets two speakers against each other."""

from __future__ import annotations

from news.authorities import is_named
from news.measures import Trend
from news.records import Claim, Figure, Polarity, Relation, Role
from news.values import meet

#: characters between two sentences with at most one short sentence between them
ONE_BETWEEN = 160


def one_text(earlier: Claim, later: Claim) -> bool:
    """True when both stand in the same version of the same article."""
    one, other = earlier.source, later.source
    return one.article_id == other.article_id and one.version == other.version


def set_against(earlier: Claim, later: Claim) -> bool:
    """Two named speakers, with at most a sentence between them or with a word of dispute."""
    one, other = earlier.figure, later.figure
    if not is_named(one.attribution) or not is_named(other.attribution) or Role.BACKGROUND in (one.role, other.role):
        return False
    if one.attribution.said_by.casefold() == other.attribution.said_by.casefold():
        return False
    return _are_near(one, other) or bool(one.cues or other.cues)


def one_voice(one: Figure, other: Figure, trend: Trend) -> tuple[Relation, str]:
    """What two numbers of one measure are to each other when nobody is set against anybody."""
    if meet(one.value, other.value):
        return Relation.COMPATIBLE, "one report tells both numbers, and they agree"
    if Polarity.DENIED in (one.polarity, other.polarity) and _are_near(one, other):
        return Relation.DENIAL, "the report rejects one of its two numbers"
    if Role.BACKGROUND in (one.role, other.role):
        return _recalled(one, other, trend)
    if other.as_of > one.as_of and moved_as_expected(one, other, trend):
        return Relation.UPDATE, "one report tells how the count moved on"
    return Relation.PART_WHOLE, "one report tells both numbers in one voice: they are parts or other counts"


def _recalled(one: Figure, other: Figure, trend: Trend) -> tuple[Relation, str]:
    """The report recalls one of the two as past, and with a word of revision as replaced."""
    old, new = (one, other) if one.role is Role.BACKGROUND else (other, one)
    one_sentence = old.sentence_start == new.sentence_start
    revised = one_sentence and bool(old.cues or new.cues) and old.role is not new.role
    if revised and trend is Trend.FIXED:
        return Relation.SELF_CORRECTION, "the report tells that the number was replaced"
    if revised and trend is Trend.UP and new.value.point < old.value.point:
        return Relation.REVISION_DOWN, "the report tells that the count was lowered"
    return Relation.RECALL, "the report recalls one of the numbers as past"


def moved_as_expected(one: Figure, other: Figure, trend: Trend) -> bool:
    """True when the value went the way in which a true series of this measure goes."""
    if trend is Trend.UP:
        return other.value.point > one.value.point
    return trend is Trend.DOWN and other.value.point < one.value.point


def _are_near(one: Figure, other: Figure) -> bool:
    first, second = sorted((one, other), key=lambda figure: figure.sentence_start)
    return second.sentence_start - first.sentence_end <= ONE_BETWEEN
