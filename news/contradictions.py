"""The judgement: how a later figure relates to an earlier one.

Pure and order-free: the answer depends on the two claims only, never on which of them was filed first. The order of the
decision (comparable? a claim? do the values meet? forecast or result? trend? same authority?) follows de Marneffe,
Rafferty & Manning 2008 for events before arithmetic, and the statistical agencies' split of routine revision, change of
method and correction of errors for what a changed number means.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from news.authorities import is_named, one_authority, speaker_name
from news.comparability import Comparison, compare
from news.doubts import is_copy, is_doubtful, is_too_far
from news.fields import Comparability, unit_family
from news.measures import Trend
from news.one_text import moved_as_expected, one_text, one_voice, set_against
from news.policy import DEFAULT, Thresholds, level_of
from news.records import Claim, Figure, Hedge, Level, Modality, Polarity, Relation, Role, Verdict
from news.values import OPEN_ABOVE, finer, meet, ratio, same_words, scale_slip

#: two numbers of one growing count are simultaneous when their as-of dates are this close
SAME_TIME = timedelta(days=1)
#: a count that cannot fall is in dispute with a smaller one told up to this much later
FALL_WINDOW = timedelta(days=14)
#: a value whose as-of date lies this far before the other's is told late, not told anew
STALE_AFTER = timedelta(days=3)
#: a lower bound allows growth, but not a fixed number to become so many times as large
BOUND_STRETCH = Decimal("1.5")
#: growth over an earlier minimum below this is the same statement in other words
GROWTH = Decimal("1.1")
#: a count of something over for this long is fixed: what changes is the knowledge
CLOSED_AFTER = timedelta(days=180)


def in_order(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """The pair as (earlier, later): by publication, then by article and version; in one text what it recalls or rejects
    comes first, then position. Independent of filing."""
    return (one, other) if place_in_time(one) <= place_in_time(other) else (other, one)


def place_in_time(claim: Claim) -> tuple[object, ...]:
    """Sorts claims as ``in_order`` does."""
    source, figure = claim.source, claim.figure
    past = figure.role is Role.BACKGROUND or figure.polarity is Polarity.DENIED
    return source.published, source.article_id, source.version, not past, figure.start, figure.figure_id


def judge(earlier: Claim, later: Claim, thresholds: Thresholds = DEFAULT) -> Verdict:
    """The verdict about a pair given in order (see ``in_order``)."""
    return judge_compared(earlier, later, compare(earlier, later), thresholds)


def judge_compared(earlier: Claim, later: Claim, comparison: Comparison, thresholds: Thresholds = DEFAULT) -> Verdict:
    """The verdict when the comparison is already known."""
    earlier, later = _in_one_unit(earlier), _in_one_unit(later)
    if comparison.kind is not Comparability.SAME:
        relation, reason = _not_comparable(comparison), comparison.reason
    elif comparison.missing and is_too_far(earlier, later):
        relation, reason = Relation.SCOPE, f"too far apart to be one measure while {comparison.missing[0]} is untold"
    else:
        relation, reason = _relation(earlier, later, comparison.trend, thresholds)
    level = Level.SILENT if is_copy(later) else level_of(relation, earlier, later, thresholds)
    possible = level is Level.ALERT and is_doubtful(earlier, later, relation, comparison)
    return Verdict(
        earlier_id=earlier.figure.figure_id,
        later_id=later.figure.figure_id,
        relation=relation,
        level=Level.DIGEST if possible else level,
        reason=reason,
        compared=comparison.compared,
        ratio=ratio(earlier.figure.value, later.figure.value),
        possible=possible,
    )


def _not_comparable(comparison: Comparison) -> Relation:
    if comparison.kind is Comparability.PART:
        return Relation.PART_WHOLE
    if comparison.kind is Comparability.OTHER_SCOPE:
        return Relation.SCOPE
    if comparison.kind is Comparability.OTHER_DEFINITION:
        return Relation.DEFINITION
    return Relation.UNRELATED


# ------------------------------------------------------------------------------------------------ the same measure
def _relation(earlier: Claim, later: Claim, trend: Trend, thresholds: Thresholds) -> tuple[Relation, str]:
    one, other = earlier.figure, later.figure
    if one_text(earlier, later) and not set_against(earlier, later):
        return one_voice(one, other, trend)
    if other.polarity is Polarity.DENIED:
        return _denied(earlier, later)
    if other.role is Role.BACKGROUND:
        return Relation.RECALL, "the later report recalls the number as past"
    if Polarity.UNCONFIRMED in (one.polarity, other.polarity) and not meet(one.value, other.value):
        return Relation.COMPATIBLE, "who cannot confirm a number claims none"
    if one.polarity is Polarity.DENIED:
        return Relation.COMPATIBLE, "the earlier report rejects its number, so it claims none"
    trend = Trend.FIXED if _closed(one) and trend is Trend.UP else trend
    if meet(one.value, other.value) and not _stretched(earlier, later, trend):
        return _agreement(earlier, later, trend)
    if Modality.FORECAST in (one.modality, other.modality):
        return _forecast(one, other, trend)
    if one.modality is not other.modality:
        return _plan(other)
    return _disagreement(earlier, later, trend, thresholds)


def _forecast(one: Figure, other: Figure, trend: Trend) -> tuple[Relation, str]:
    if other.modality is not Modality.FORECAST:
        if trend is Trend.UP and other.value.point > one.value.point:
            return Relation.UPDATE, "the count passed what was feared"
        if trend is Trend.UP and other.as_of - one.as_of < STALE_AFTER:
            return Relation.COMPATIBLE, "the count may still reach what is feared"
        return Relation.OUTCOME, "a forecast or fear against the result"
    if one.modality is not Modality.FORECAST:
        return Relation.COMPATIBLE, "a result and a forecast made after it"
    return Relation.UPDATE, "the forecast moved"


def _plan(other: Figure) -> tuple[Relation, str]:
    if other.modality is Modality.ACTUAL:
        return Relation.OUTCOME, "a plan against what was done"
    return Relation.COMPATIBLE, "what was done against a plan made after it"


def _closed(figure: Figure) -> bool:
    """The period was over long before anybody counted."""
    end = figure.period.end if figure.period.is_window else None
    return end is not None and figure.as_of - end > CLOSED_AFTER


def _denied(earlier: Claim, later: Claim) -> tuple[Relation, str]:
    apart = ratio(earlier.figure.value, later.figure.value)
    if apart is not None and apart <= GROWTH:
        who = speaker_name(later.figure.attribution, later.source.outlet)
        return Relation.DENIAL, f"{who} rejects the number"
    return Relation.COMPATIBLE, "the later report rejects another number"


def _stretched(earlier: Claim, later: Claim, trend: Trend) -> bool:
    """A fixed number by one authority that a lower bound formally allows, but no reader does: 1bn -> 3bn."""
    one, other = earlier.figure, later.figure
    apart = ratio(one.value, other.value)
    return (
        trend is Trend.FIXED
        and one.value.hedge in OPEN_ABOVE
        and other.value.point > one.value.point
        and apart is not None
        and apart >= BOUND_STRETCH
        and one.as_of < other.as_of
        and one_authority(one, other)
    )


def _agreement(earlier: Claim, later: Claim, trend: Trend) -> tuple[Relation, str]:
    one, other = earlier.figure.value, later.figure.value
    if _grown(earlier.figure, later.figure, trend):
        return Relation.UPDATE, "the count grew above its earlier minimum"
    if _shrunk(earlier.figure, later.figure, trend):
        return Relation.UPDATE, "the count fell, as it should"
    if one_text(earlier, later):
        return Relation.COMPATIBLE, "two speakers in one report agree"
    if same_words(one, other) or _restated(earlier.figure, later.figure):
        if _same_statement(earlier, later):
            return Relation.WIRE_COPY, "the same statement, carried again"
        return Relation.REPEAT, "the same value"
    if other.hedge in (Hedge.EXACT, Hedge.RANGE) and finer(other, one):
        return Relation.REFINE, "the later value is the more precise"
    return Relation.COMPATIBLE, "the ranges meet"


def _grown(one: Figure, other: Figure, trend: Trend) -> bool:
    """A minimum that rose with time."""
    if trend is not Trend.UP or one.value.hedge not in OPEN_ABOVE or other.as_of <= one.as_of:
        return False
    factor = Decimal(1) if other.value.hedge in OPEN_ABOVE else GROWTH
    return other.value.point > one.value.point * factor


def _shrunk(one: Figure, other: Figure, trend: Trend) -> bool:
    """A count that shrinks as the truth comes out, told anew behind a lower minimum."""
    if trend is not Trend.DOWN or other.value.hedge not in OPEN_ABOVE or other.as_of <= one.as_of:
        return False
    return one.value.point > other.value.point * GROWTH


def _restated(one: Figure, other: Figure) -> bool:
    """One statement of one authority, its hedge put in other words or one end of its range left out."""
    bounds = {one.value.low, one.value.high} & {other.value.low, other.value.high} - {None}
    return bool(bounds) and one.as_of == other.as_of and one_authority(one, other)


def _same_statement(earlier: Claim, later: Claim) -> bool:
    """A copy, or one fresh statement relayed by the same carrier."""
    if earlier.source.article_id == later.source.article_id:
        return False
    if earlier.source.origin == later.source.origin:
        return True
    one, other = earlier.figure, later.figure
    if one.attribution.via and one.attribution.via.casefold() == other.attribution.via.casefold():
        return one.as_of == other.as_of
    carriers = _carriers(earlier) & _carriers(later)
    near = abs(one.as_of - other.as_of) <= SAME_TIME
    fresh = later.source.published.date() - other.as_of <= STALE_AFTER
    return bool(carriers) and near and fresh


def _carriers(claim: Claim) -> set[str]:
    return {name.casefold() for name in (claim.figure.attribution.via, claim.source.agency) if name}


def _disagreement(earlier: Claim, later: Claim, trend: Trend, thresholds: Thresholds) -> tuple[Relation, str]:
    one, other = earlier.figure, later.figure
    if _edited(earlier, later):
        return Relation.SELF_CORRECTION, f"{later.source.outlet} changed the number under the same address"
    if other.as_of < one.as_of - STALE_AFTER and earlier.source.article_id != later.source.article_id:
        return Relation.STALE, f"the later report still tells the value of {other.as_of:%d %B %Y}"
    if one_authority(one, other) and one.as_of != other.as_of:
        return _own_change(earlier, later, trend)
    return _two_voices(earlier, later, trend, thresholds)


def _edited(earlier: Claim, later: Claim) -> bool:
    """Two versions of one page."""
    one, other = earlier.source, later.source
    return one.article_id == other.article_id and one.version != other.version


def _own_change(earlier: Claim, later: Claim, trend: Trend) -> tuple[Relation, str]:
    """One authority tells another value later."""
    rises = later.figure.value.point > earlier.figure.value.point
    who = speaker_name(later.figure.attribution, later.source.outlet)
    if trend is Trend.UP and not rises:
        return Relation.REVISION_DOWN, f"{who} lowers a count that cannot fall by itself"
    if trend is Trend.FIXED:
        return Relation.SELF_CORRECTION, f"{who} replaces its own number"
    return Relation.UPDATE, "the count moved on"


def _two_voices(earlier: Claim, later: Claim, trend: Trend, thresholds: Thresholds) -> tuple[Relation, str]:
    """Two authorities, or one on the same day."""
    one, other = earlier.figure, later.figure
    gap = other.as_of - one.as_of
    expected = moved_as_expected(one, other, trend)
    apart = ratio(one.value, other.value)
    growing = trend in (Trend.UP, Trend.DOWN)
    far = apart is None or apart >= (thresholds.dispute_growing_ratio if growing else Decimal(1))
    if expected and (abs(gap) > SAME_TIME or not far):
        return Relation.UPDATE, "the count moved on, told by another speaker"
    if growing and not expected and abs(gap) > FALL_WINDOW:
        return Relation.STALE, "the later value is smaller, from another speaker, and too far apart in time to weigh"
    if trend is Trend.FREE and _other_day(gap, apart, thresholds):
        return Relation.UPDATE, "a rate or stock of another day"
    if trend is Trend.FIXED and abs(gap) > FALL_WINDOW and not _firm(one, other):
        return Relation.UPDATE, "told weeks apart, both by nobody named"
    slip = ", exactly a scale word apart" if scale_slip(one.value, other.value) else ""
    return Relation.DISPUTE, f"{_speakers(earlier, later)} give values that cannot both hold{slip}"


def _firm(one: Figure, other: Figure) -> bool:
    """Told far apart and yet of one thing: a speaker is named for one of them, or both count one closed stretch of
    days."""
    named = is_named(one.attribution) or is_named(other.attribution)
    return named or (one.period.is_window and other.period.is_window)


def _other_day(gap: timedelta, apart: Decimal | None, thresholds: Thresholds) -> bool:
    """A rate or stock may have moved between the two days, unless it lies too far off to have moved so fast."""
    far = apart is None or apart >= thresholds.dispute_growing_ratio
    return abs(gap) > FALL_WINDOW if far else abs(gap) >= SAME_TIME


def _speakers(earlier: Claim, later: Claim) -> str:
    first = speaker_name(earlier.figure.attribution, earlier.source.outlet)
    second = speaker_name(later.figure.attribution, later.source.outlet)
    return f"{first} and {second}" if first != second else first


def _in_one_unit(claim: Claim) -> Claim:
    """Shares as percent, so that 0.2 and 20 % meet (exact conversion only)."""
    if claim.figure.unit != "share" or unit_family(claim.figure) != "share":
        return claim
    return _replace_value(claim, Decimal(100))


def _replace_value(claim: Claim, factor: Decimal) -> Claim:
    value = claim.figure.value
    scaled = replace(
        value,
        low=None if value.low is None else value.low * factor,
        high=None if value.high is None else value.high * factor,
        soft_low=None if value.soft_low is None else value.soft_low * factor,
        soft_high=None if value.soft_high is None else value.soft_high * factor,
    )
    return replace(claim, figure=replace(claim.figure, value=scaled, unit="percent"))
