"""Tell: which alerts a filed report calls for, and whom they concern. Runs in the transaction that files it.

Each conflict that ``flows.pipeline.remember`` keeps is told once; so is its settlement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from flows.pipeline.remember import Changed, keep_conflicts
from flows.settings import Route
from news.conflicts import Judged, judge_report, replaced
from news.doubts import is_copy
from news.mutes import mute_of
from news.policy import DEFAULT, Thresholds
from news.records import Alert, AlertKind, Claim, Conflict, Level, Report
from news.watches import Watch, counts
from storage import Archive

#: the note of a conflict that a late report made the first of a thread in which later ones were told
_EARLIER = "an earlier report of this disagreement came in late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What decides which conflicts are told, and to whom.

    ``alert_from``: what was published before is kept but not told; None = what was out before its feed's first poll.
    ``routes``: channel name -> what it wants. Without watches every article is watched.
    """

    watches: Sequence[Watch] = ()
    thresholds: Thresholds = DEFAULT
    alert_from: datetime | None = None
    routes: Mapping[str, Route] = field(default_factory=dict)


def find_alerts(archive: Archive, report: Report, story: str, rules: Rules, now: datetime) -> list[Alert]:
    """Alerts that the filed report calls for, none of which was told before. Keeps verdicts, conflicts and their state.
    They are not owed yet: see ``owe``."""
    if rules.watches and not story:
        return []
    claims = [claim for claim in archive.claims.of_article(report.article.article_id) if _watched(claim, rules)]
    if not claims:
        return []
    recalled = [*archive.claims.about(report, story=story), *_edited_away(archive, claims)]
    judged = judge_report(claims, recalled, rules.thresholds, archive.feedback.lessons(story))
    archive.conflicts.judged([pair.verdict for pair in judged if _is_kept(pair, story)], at=now)
    changed = keep_conflicts(archive, claims, recalled, judged, rules.thresholds, now)
    return [*_untold(archive, changed, now), *_settlements(archive, changed.settled, now)]


def owe(archive: Archive, alerts: Sequence[Alert], rules: Rules, now: datetime, *, silently: bool) -> list[Alert]:
    """Remember the alerts as told, so that restatements stay silent, and owe each to every channel that wants it,
    unless ``silently`` or muted. A settlement goes where its conflict went. Returns those that are told
    to whoever wants to know."""
    if not alerts:
        return []
    told: list[Alert] = []
    mutes = archive.feedback.mutes(now)
    for alert in alerts:
        before = archive.outbox.channels_of(archive.memory.told_of_thread(alert.conflict.thread))
        archive.outbox.owe(alert, ())
        if silently or mute_of(alert.conflict, mutes, now) is not None:
            continue
        told.append(alert)
        for name, route in rules.routes.items():
            wanted = name in before if alert.kind is AlertKind.RESOLVED else True
            if wanted and route.wants(alert.conflict.story, alert.level):
                _owe(archive, alert, name, route, now)
    return told


def _owe(archive: Archive, alert: Alert, name: str, route: Route, now: datetime) -> None:
    """Quiet hours hold it back until they end."""
    quiet = route.quiet_hours
    held = quiet is not None and quiet.holds(now, alert.level)
    archive.outbox.owe(alert, [name], not_before=quiet.over(now) if held and quiet else None)


def _watched(claim: Claim, rules: Rules) -> bool:
    """False when the story's watch is about other things than the figure counts."""
    watch = next((watch for watch in rules.watches if watch.name == claim.source.story), None)
    return watch is None or counts(watch, claim.figure)


def _edited_away(archive: Archive, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of the page's previous version that the new one no longer makes."""
    source = claims[0].source
    if source.version == 1:
        return []
    return replaced(archive.claims.of_article(source.article_id, source.version - 1), claims)


def _is_kept(pair: Judged, story: str) -> bool:
    """Verdicts for the digest are kept within a story; outside every watch only contradictions are. What a copy says
    is its original's verdict."""
    if is_copy(pair.later):
        return False
    return pair.verdict.level is Level.ALERT or (bool(story) and pair.verdict.level is Level.DIGEST)


def _untold(archive: Archive, changed: Changed, now: datetime) -> list[Alert]:
    """New conflicts and follow-ups. Who gives way by moving to the other's number is told with the settlement."""
    moves = {conflict.settlement.by.figure.figure_id for conflict in changed.settled if conflict.settlement}
    alerts: list[Alert] = []
    for conflict in changed.conflicts:
        if archive.memory.told(conflict.conflict_id):
            continue
        alert = _alert(archive, conflict, alerts, now)
        if conflict.later.figure.figure_id in moves and alert.kind is AlertKind.FOLLOW_UP:
            archive.outbox.owe(alert, ())
        else:
            alerts.append(alert)
    return alerts


def _alert(archive: Archive, conflict: Conflict, alerts: Sequence[Alert], now: datetime) -> Alert:
    """In the thread in which its measure was told first, which may have begun under another id."""
    told = archive.memory.told_of_thread(conflict.thread)
    told += [alert for alert in alerts if alert.conflict.thread == conflict.thread]
    kind = AlertKind.FOLLOW_UP if told else AlertKind.NEW
    return Alert(
        alert_id=f"{conflict.conflict_id}-{kind.value}",
        kind=kind,
        conflict=replace(conflict, thread=told[0].conflict.thread) if told else conflict,
        created=now,
        note=_note(conflict, follows=bool(told)),
    )


def _note(conflict: Conflict, *, follows: bool) -> str:
    """Why it is told again, and whether it is over already."""
    again = (conflict.note or _EARLIER) if follows else ""
    settled = f"settled since: {conflict.settlement.reason}" if conflict.settlement else ""
    return "; ".join(filter(None, (again, settled)))


def _settlements(archive: Archive, settled: Sequence[Conflict], now: datetime) -> list[Alert]:
    """One word about each conflict that was told and is settled now, and only one ever."""
    alerts = []
    for conflict in settled:
        told = archive.memory.told(conflict.conflict_id)
        dismissed = archive.conflicts.get(conflict.conflict_id).decision == "dismissed"
        if conflict.settlement and told and not dismissed and told[-1].kind is not AlertKind.RESOLVED:
            alerts.append(
                Alert(
                    alert_id=f"{conflict.conflict_id}-{AlertKind.RESOLVED.value}",
                    kind=AlertKind.RESOLVED,
                    conflict=replace(conflict, thread=told[0].conflict.thread),
                    created=now,
                    note=conflict.settlement.reason,
                )
            )
    return alerts
