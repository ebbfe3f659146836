"""When a conflict is over: one of its two parties gives way, or their ranges come to meet.

Only a dispute of two parties can be settled; a correction or a denial is an event and stays what it was. Decided from
the claims alone, in order of publication, so that the order of filing changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from news.authorities import one_voice, speaker_name
from news.conflicts import same_measure
from news.contradictions import place_in_time
from news.policy import DEFAULT, FRESH, Thresholds
from news.records import Claim, Conflict, Modality, Polarity, Relation, Role, Settlement
from news.values import meet, ratio


def settlement(conflict: Conflict, claims: Iterable[Claim], thresholds: Thresholds = DEFAULT) -> Settlement | None:
    """How the two parties came to agree, None while they do not. ``claims``: what may concern the measure, in any
    order; claims of others, of other measures, recalled or rejected ones are passed over."""
    if conflict.verdict.relation is not Relation.DISPUTE or one_voice(conflict.earlier, conflict.later):
        return None
    standing = [conflict.earlier, conflict.later]
    found: Settlement | None = None
    for claim in sorted(claims, key=place_in_time):
        side = party_of(conflict, claim)
        if side is None or not _follows(claim, conflict, standing[side]):
            continue
        standing[side] = claim
        found = _agreed(claim, standing[1 - side], thresholds, found)
    return found


def party_of(conflict: Conflict, claim: Claim) -> int | None:
    """0 when the claim is the earlier side's own word on the measure, 1 the later side's, None when it is neither."""
    figure = claim.figure
    stands = figure.role is Role.CLAIM and figure.polarity is Polarity.ASSERTED and figure.modality is Modality.ACTUAL
    if not stands or claim.source.published.date() - figure.as_of > FRESH:
        return None
    for number, side in enumerate((conflict.earlier, conflict.later)):
        if one_voice(side, claim) and same_measure(side, claim):
            return number
    return None


def _follows(claim: Claim, conflict: Conflict, standing: Claim) -> bool:
    """True when the claim replaces the standing one: published after the conflict began, or on the page's next
    version."""
    if claim.source.article_id == standing.source.article_id:
        return claim.source.version > standing.source.version
    return place_in_time(claim) > place_in_time(conflict.later)


def _agreed(claim: Claim, other: Claim, thresholds: Thresholds, found: Settlement | None) -> Settlement | None:
    """The settlement that the claim brings or leaves in force. A far bound ("at least 1,200" against 3,000) meets, but
    agrees to nothing."""
    one, two = claim.figure.value, other.figure.value
    apart = ratio(one, two)
    if not meet(one, two) or (apart is not None and apart >= thresholds.follow_up_ratio):
        return None
    if found is not None:
        return found
    who = speaker_name(claim.figure.attribution, claim.source.outlet)
    whom = speaker_name(other.figure.attribution, other.source.outlet)
    return Settlement(by=claim, other=other, reason=f"{who} now gives {claim.figure.surface}, as {whom} does")
