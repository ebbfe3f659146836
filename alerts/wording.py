"""Words that only alerts need. What values, speakers and days look like is in ``news.wording``."""

from __future__ import annotations

from news.plain import plain
from news.records import Alert, AlertKind, Claim, Unused
from news.wording import counted_words, day_words, figure_words, period_words, ratio_words, speaker

KINDS = {
    AlertKind.NEW: "NEW CONFLICT",
    AlertKind.FOLLOW_UP: "FOLLOW-UP",
    AlertKind.RESOLVED: "RESOLVED",
}
_TAGS = {AlertKind.NEW: "Conflict", AlertKind.FOLLOW_UP: "Follow-up", AlertKind.RESOLVED: "Resolved"}


def kind_words(alert: Alert) -> str:
    """``NEW CONFLICT`` · ``POSSIBLE CONFLICT`` (a field is missing on one side) · ``FOLLOW-UP`` · ``RESOLVED``."""
    if alert.kind is AlertKind.NEW and alert.conflict.verdict.possible:
        return "POSSIBLE CONFLICT"
    return KINDS[alert.kind]


def tag(alert: Alert) -> str:
    """``[Conflict ×2.7]``, the start of a subject."""
    apart = "" if alert.kind is AlertKind.RESOLVED else ratio_words(alert.conflict.verdict.ratio)
    return f"[{' '.join(filter(None, (_TAGS[alert.kind], apart)))}]"


def brief(claim: Claim) -> str:
    """``> 3,000 (Volodymyr Zelensky)``."""
    return f"{figure_words(claim.figure)} ({plain(speaker(claim.figure.attribution, claim.source.outlet), 40)})"


def subject(alert: Alert) -> str:
    """``[Conflict ×2.7] North Korean soldiers killed or wounded, Kursk: > 3,000 (A) vs about 1,100 (B)``, one line,
    200 characters at most."""
    conflict = alert.conflict
    settled = conflict.settlement if alert.kind is AlertKind.RESOLVED else None
    pair = settled.reason if settled else f"{brief(conflict.later)} vs {brief(conflict.earlier)}"
    return plain(f"{tag(alert)} {plain(conflict.measure, 90)}: {pair}", 200)


def unused_words(unused: Unused) -> tuple[str, str]:
    """What was looked at and left out, and why: (``50 killed in three days, a special forces unit, 18 Dec 2024``,
    ``counts three days only``)."""
    figure, source = unused.claim.figure, unused.claim.source
    what = " ".join(filter(None, (figure_words(figure), plain(counted_words(figure), 80), period_words(figure.period))))
    who = plain(speaker(figure.attribution, source.outlet), 50)
    return f"{what} — {who}, {day_words(source.published.date())}", plain(unused.reason, 240)
