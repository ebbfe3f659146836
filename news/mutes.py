"""Mutes: what somebody wants to hear nothing about for a time. Muted conflicts are kept and shown, not sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from news.authorities import same_speaker, speaker_name
from news.records import Attribution, Claim, Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """``kind`` "measure": ``one`` is a thread, ``other`` its measure in words. "sources": the names of two speakers, or
    of outlets that speak in their own voice. It lasts until ``until``, exclusive. ``number``: 0 until it is kept."""

    number: int = 0
    kind: Literal["measure", "sources"]
    one: str
    other: str
    until: datetime
    at: datetime
    who: str = ""
    why: str = ""

    @property
    def words(self) -> str:
        """``South Korea's JCS and Volodymyr Zelensky`` or the measure."""
        return self.other if self.kind == "measure" else f"{self.one} and {self.other}"


def mute_of(conflict: Conflict, mutes: Iterable[Mute], at: datetime) -> Mute | None:
    """The mute that keeps the conflict from being sent at that time, None when there is none."""
    return next((mute for mute in mutes if mute.at <= at < mute.until and _covers(mute, conflict)), None)


def sources_of(conflict: Conflict) -> tuple[str, str]:
    """The two names by which the conflict's pair of sources is muted."""
    one, other = (speaker_name(side.figure.attribution, side.source.outlet) for side in _sides(conflict))
    return one, other


def _covers(mute: Mute, conflict: Conflict) -> bool:
    if mute.kind == "measure":
        return mute.one == conflict.thread
    earlier, later = _sides(conflict)
    return (_is(mute.one, earlier) and _is(mute.other, later)) or (_is(mute.one, later) and _is(mute.other, earlier))


def _sides(conflict: Conflict) -> tuple[Claim, Claim]:
    return conflict.earlier, conflict.later


def _is(name: str, claim: Claim) -> bool:
    attribution = claim.figure.attribution
    if speaker_name(attribution, claim.source.outlet).casefold() == name.casefold().strip():
        return True
    return bool(attribution.said_by) and same_speaker(Attribution(said_by=name), attribution)
