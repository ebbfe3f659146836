"""What keeps a contradiction from being an alert: a field that one side does not state, speakers that nobody names,
values or days too far apart, articles that nobody said belong together. Such a pair is a possible conflict, for the
digest."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from news.authorities import is_named
from news.comparability import Comparison
from news.measures import Trend
from news.one_text import one_text, set_against
from news.records import Claim, Relation, Role
from news.values import ratio, scale_slip

#: beyond this two speakers hardly count the same thing, whatever the words say: never more than a possible conflict
TOO_FAR = Decimal(10)
#: beyond this one of two numbers that nobody named stands for is more likely of something else
FAR_UNNAMED = Decimal(2)
#: two numbers of a count that moves, by two speakers, are firm only when their as-of dates are this close
FIRM_WITHIN = timedelta(days=3)


def is_doubtful(earlier: Claim, later: Claim, relation: Relation, comparison: Comparison) -> bool:
    """True when the pair is a possible conflict at most."""
    return bool(doubts(earlier, later, relation, comparison))


def doubts(earlier: Claim, later: Claim, relation: Relation, comparison: Comparison) -> tuple[str, ...]:
    """Why the pair is a possible conflict at most, one clause for people each; empty when nothing speaks against it."""
    if relation is Relation.SELF_CORRECTION and one_text(earlier, later) and not set_against(earlier, later):
        return ("one report tells both numbers itself",)
    unstated = tuple(f"only one side states the {field}" for field in comparison.missing)
    weak = _weak(earlier, later, relation, comparison)
    loose = _is_loose(earlier, later, comparison)
    recalled = earlier.figure.role is Role.BACKGROUND and not one_text(earlier, later)
    return (
        *unstated,
        *(("the earlier report only recalls its number as past",) if recalled else ()),
        *((weak,) if weak else ()),
        *(("outside every watch, two named speakers and one owner or place have to agree",) if loose else ()),
    )


def _weak(earlier: Claim, later: Claim, relation: Relation, comparison: Comparison) -> str:
    """Nobody is named on either side, the values lie too far apart to be two views of one thing, or the days do for a
    count that moves. "" when none of it is so."""
    if relation not in (Relation.DISPUTE, Relation.OUTCOME):
        return ""
    one, other = earlier.figure, later.figure
    if not is_named(one.attribution) and not is_named(other.attribution):
        return "neither side names who says it"
    apart = ratio(one.value, other.value)
    unnamed = not is_named(one.attribution) or not is_named(other.attribution)
    if relation is Relation.DISPUTE and unnamed and (apart is None or apart > FAR_UNNAMED):
        return "far apart, and one side does not name who says it"
    moves = comparison.trend in (Trend.UP, Trend.DOWN)
    if moves and relation is Relation.DISPUTE and abs(other.as_of - one.as_of) > FIRM_WITHIN:
        return f"a count that moves, and {abs(other.as_of - one.as_of).days} days lie between the two"
    far = is_too_far(earlier, later)
    return "the values lie too far apart to be two views of one thing" if far else ""


def is_too_far(earlier: Claim, later: Claim) -> bool:
    """Two speakers hardly count one thing so differently; a slipped scale word is the exception."""
    one, other = earlier.figure.value, later.figure.value
    apart = ratio(one, other)
    return (apart is None or apart > TOO_FAR) and not scale_slip(one, other)


def _is_loose(earlier: Claim, later: Claim, comparison: Comparison) -> bool:
    """Outside every watch nobody has said that the articles belong together: then two named speakers and one owner or
    place have to."""
    if earlier.source.story or earlier.source.article_id == later.source.article_id:
        return False
    named = is_named(earlier.figure.attribution) and is_named(later.figure.attribution)
    tied = any(field == "owner" or field.startswith("place") for field in comparison.compared)
    return not (named and tied)


def is_copy(claim: Claim) -> bool:
    """What a copy says was judged when its original was filed."""
    return claim.source.origin != claim.source.article_id
