"""What was known on a given day, by either of two clocks: what had been told by then, or what we had seen by then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from news.authorities import one_voice
from news.conflicts import same_measure
from news.contradictions import in_order, place_in_time
from news.records import Claim, Modality, Polarity, Role, Source
from news.wording import measure_words


class Clock(StrEnum):
    """``told``: when the outlets published it. ``seen``: when we read it."""

    TOLD = "told"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stood of one measure: the last claim of each voice, in order of publication."""

    measure: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day on which something about one measure became known: what was ``new`` on it, and the last claim of each voice
    when it ended."""

    day: date
    new: tuple[Claim, ...]
    stood: tuple[Claim, ...]


def instant_of(source: Source, clock: Clock) -> datetime:
    """When a version of a page became known. An edit is known since we saw it, whatever the page's date says."""
    return source.first_seen if clock is Clock.SEEN or source.version > 1 else source.published


def known_at(claims: Iterable[Claim], before: datetime, clock: Clock) -> list[Claim]:
    """The claims of the page versions that stood right before an instant. ``claims``: of all versions, in any order."""
    known = [claim for claim in claims if instant_of(claim.source, clock) < before]
    newest: dict[str, int] = {}
    for claim in known:
        source = claim.source
        newest[source.article_id] = max(source.version, newest.get(source.article_id, 0))
    return [claim for claim in known if claim.source.version == newest[claim.source.article_id]]


def standing(claims: Iterable[Claim]) -> list[Standing]:
    """Claims by measure, the last of each voice; measures of most voices first."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=place_in_time):
        group = next((group for group in groups if same_measure(*in_order(group[0], claim))), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    found = [Standing(measure=_measure(group), claims=last_of_each(group)) for group in groups]
    return sorted((one for one in found if one.claims), key=lambda one: (-len(one.claims), one.measure))


def last_of_each(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The last claim of each voice on one measure. Recalled, rejected and expected numbers are no claims to what is."""
    last: list[Claim] = []
    for claim in sorted(claims, key=place_in_time):
        if _stands(claim):
            last = [old for old in last if not one_voice(old, claim)] + [claim]
    return tuple(last)


def days_of(claims: Sequence[Claim], clock: Clock) -> list[Day]:
    """Day by day (UTC) what was new about one measure and what then stood. ``claims``: of all versions."""
    days: list[Day] = []
    before: set[tuple[str, int]] = set()
    for day in sorted({instant_of(claim.source, clock).astimezone(UTC).date() for claim in claims}):
        known = known_at(claims, end_of(day), clock)
        new = tuple(sorted((claim for claim in known if _place(claim) not in before), key=place_in_time))
        before |= {_place(claim) for claim in known}
        if new:
            days.append(Day(day=day, new=new, stood=last_of_each(known)))
    return days


def end_of(day: date) -> datetime:
    """The instant at which a day is over, UTC."""
    return datetime.combine(day, time(), tzinfo=UTC) + timedelta(days=1)


def _place(claim: Claim) -> tuple[str, int]:
    return claim.figure.figure_id, claim.source.version


def _stands(claim: Claim) -> bool:
    figure = claim.figure
    return figure.role is Role.CLAIM and figure.polarity is Polarity.ASSERTED and figure.modality is Modality.ACTUAL


def _measure(group: Sequence[Claim]) -> str:
    return max((measure_words(claim.figure) for claim in group), key=lambda words: (len(words), words))
