"""What an inflected language gives to the reader of times: words only, every form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """``days``: "вчора" -> -1. ``units``: form -> day | week | month | year. ``within``: words before a window ("за",
    "упродовж"). ``recent``: adjectives between them and the unit. ``since``, ``until``, ``as_of``, ``inside``: words
    before a point. ``beginnings``: "початку" of a year, a month or an event. ``events``: what running totals count
    from. ``than``: words before a time that is only compared with. ``spans``: fixed phrases -> unit and how many of it
    back (0: the current one)."""

    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    units: Mapping[str, str]
    within: frozenset[str]
    recent: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    as_of: frozenset[str]
    inside: frozenset[str]
    beginnings: frozenset[str]
    events: frozenset[str]
    than: frozenset[str]
    spans: Mapping[str, tuple[str, int]]
