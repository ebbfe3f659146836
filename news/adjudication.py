"""A second opinion about pairs that the judge is unsure of: which pairs, and what an answer may change.

Only an alert can be asked about, and only lowered to a possible conflict. No figure is ever taken from an answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from news.comparability import compare
from news.records import Alert, AlertKind, Conflict, Level

#: One of these has to be stated by both sides, and to agree, for a pair to be sure
_TIES = frozenset({"place", "owner", "group"})


class Ruling(StrEnum):
    """``kept``: the alert stays what it is. ``lowered``: to a possible conflict. ``failed``: no usable answer came."""

    KEPT = "kept"
    LOWERED = "lowered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjudication:
    """One question and what came of it. ``prompt`` and ``answer`` as sent and received, ``reason`` for people."""

    alert_id: str
    conflict_id: str
    earlier_id: str
    later_id: str
    asked_at: datetime
    model: str
    prompt: str
    answer: str
    ruling: Ruling
    reason: str


def is_unsure(alert: Alert) -> bool:
    """True when nothing but the story and the counted thing says that the alert's two figures measure the same: neither
    place nor owner nor group is stated by both sides."""
    if alert.level is not Level.ALERT or alert.kind is AlertKind.RESOLVED:
        return False
    comparison = compare(alert.conflict.earlier, alert.conflict.later)
    agreed = {found.field for found in comparison.findings if not found.missing}
    return not agreed & _TIES


def lowered(conflict: Conflict) -> Conflict:
    """The conflict as a possible one."""
    return replace(conflict, verdict=replace(conflict.verdict, level=Level.DIGEST, possible=True))
