"""``tallywatch explain``: why two figures are a conflict, or why they are none."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.text import Text

from flows.commands.common import (
    JsonFlag,
    console,
    known_conflict,
    known_figure,
    nothing_yet,
    print_json,
    reading,
    settings_of,
    table,
    text,
)
from flows.commands.shown import claim_shown, claims_table, conflict_shown
from flows.export import Json, claim_json, conflict_json, instant, lesson_json, mute_json, verdict_json
from news.adjudication import Adjudication
from news.contradictions import in_order
from news.errors import SettingsError
from news.explanation import Explanation
from news.explanation import explain as explained
from news.lessons import Lesson
from news.mutes import Mute, mute_of
from news.plain import plain
from news.policy import Thresholds
from news.records import Claim, Conflict, Level
from storage import Archive, Change, Kept


def explain(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ID", help="A conflict (C-7f3a...) or a figure's id.")],
    other: Annotated[str | None, typer.Argument(metavar="[FIGURE]", help="A second figure to compare with.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Say why two figures are a conflict, or why they are none: the chain of values of a conflict and what was compared
    field by field; or, of any two figures, why there was no alert about them.

    Examples: tallywatch explain C-7f3a; tallywatch explain FIGURE FIGURE
    """
    settings = settings_of(context)
    with reading(settings) as archive:
        if archive is None:
            raise SettingsError(f"{plain(one, 60)} is not known. {nothing_yet(settings)}")
        if other is None:
            answer = _answer_about(archive, known_conflict(archive, one), settings.thresholds)
        else:
            answer = _answer_to(
                archive, (known_figure(archive, one), known_figure(archive, other)), settings.thresholds
            )
    if as_json:
        print_json(**answer.as_json())
    else:
        answer.show()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """``kept``: the conflict that the two figures belong to, None when they are none. ``chain``: its values in order of
    publication. ``told``: instants at which it was told."""

    explanation: Explanation
    kept: Kept | None
    chain: tuple[Claim, ...]
    told: tuple[tuple[str, datetime, str], ...]
    history: tuple[Change, ...]
    lesson: Lesson | None
    mute: Mute | None
    adjudications: tuple[Adjudication, ...]
    about_conflict: bool

    def as_json(self) -> Json:
        why = self.explanation
        conflict = None if self.kept is None else conflict_json(self.kept.conflict, decision=self.kept.decision)
        return {
            "conflict": conflict,
            "verdict": verdict_json(why.verdict),
            "earlier": claim_json(why.earlier),
            "later": claim_json(why.later),
            "fields": [asdict(row) for row in why.fields],
            "doubts": list(why.doubts),
            "policy": why.policy,
            "lesson": None if self.lesson is None else lesson_json(self.lesson),
            "mute": None if self.mute is None else mute_json(self.mute),
            "adjudications": [asdict(one) | {"asked_at": instant(one.asked_at)} for one in self.adjudications],
            "chain": [claim_json(claim) for claim in self.chain],
            "told": [{"kind": kind, "at": instant(at), "note": note} for kind, at, note in self.told],
            "history": [asdict(step) | {"at": instant(step.at)} for step in self.history],
        }

    def show(self) -> None:
        """Print it."""
        screen = console()
        why = self.explanation
        if self.kept is not None and self.about_conflict:
            screen.print(
                conflict_shown(self.kept.conflict, f"{self.kept.state} · {self.kept.decision}"), soft_wrap=True
            )
        else:
            screen.print(text(f"{why.verdict.relation.value} · {why.verdict.level.value}", style="bold"))
            screen.print(text(why.verdict.reason), soft_wrap=True)
            for label, claim in (("LATER  ", why.later), ("EARLIER", why.earlier)):
                screen.print(claim_shown(label, claim), soft_wrap=True)
        screen.print(Text("\nField by field", style="bold"))
        rows = [(row.field, row.earlier, row.later, row.found.replace("_", " "), row.words) for row in why.fields]
        screen.print(table("Field", "Earlier", "Later", "Found", "In words", rows=rows))
        screen.print(Text("\nWhy it is told, or is not", style="bold"))
        for line in self._lines():
            screen.print(text(line, indent=2), soft_wrap=True)
        if self.chain:
            screen.print(Text(f"\nChain of values ({len(self.chain)})", style="bold"))
            screen.print(claims_table(list(self.chain)))

    def _lines(self) -> list[str]:
        why = self.explanation
        lines = [f"{why.judged.relation.value}: {why.judged.reason}", why.policy]
        lines += [f"doubt: {words}" for words in why.doubts]
        if why.verdict.possible:
            later, earlier = why.later.figure.figure_id, why.earlier.figure.figure_id
            lines.append(f"`tallywatch verdict {later} confirm --against {earlier}` lifts such doubts")
        lines += [f"{self.lesson.words} (so it is {why.verdict.relation.value} now)"] if self.lesson else []
        if self.mute:
            lines.append(f"muted until {self.mute.until:%Y-%m-%d %H:%M} UTC: {self.mute.words}")
        lines += [
            f"told {at:%Y-%m-%d %H:%M} UTC as {kind}{f': {note}' if note else ''}" for kind, at, note in self.told
        ]
        if self.kept is not None and not self.about_conflict:
            lines.append(f"part of {self.kept.conflict.conflict_id}, which is told once ({self.kept.decision})")
        if self.kept is None and why.verdict.level is Level.ALERT:
            lines.append("yet not kept as a conflict: one of the two was gone, or not recalled, when the other came in")
        lines += [f"{one.model} was asked: {one.ruling.value}; {one.reason}" for one in self.adjudications]
        settled = self.kept.conflict.settlement if self.kept else None
        lines += [f"resolved: {settled.reason}"] if settled else []
        lines += [f"{step.at:%Y-%m-%d %H:%M} {step.step} {step.who} {step.why}".rstrip() for step in self.history]
        return lines


def _answer_about(archive: Archive, kept: Kept, thresholds: Thresholds) -> _Answer:
    return _answer(archive, kept.conflict.earlier, kept.conflict.later, kept, thresholds, about_conflict=True)


def _answer_to(archive: Archive, pair: tuple[Claim, Claim], thresholds: Thresholds) -> _Answer:
    earlier, later = in_order(*pair)
    found = archive.memory.conflict_with(earlier.figure.figure_id, later.figure.figure_id)
    kept = None if found is None else archive.conflicts.get(found)
    return _answer(archive, earlier, later, kept, thresholds, about_conflict=False)


def _answer(
    archive: Archive, earlier: Claim, later: Claim, kept: Kept | None, thresholds: Thresholds, *, about_conflict: bool
) -> _Answer:
    why = explained(earlier, later, thresholds, archive.feedback.lessons(later.source.story))
    number = kept.conflict.conflict_id if kept else ""
    told = archive.memory.told(number) if kept else []
    mutes = archive.feedback.mutes(datetime.now(UTC)) if kept else []
    return _Answer(
        explanation=why,
        kept=kept,
        chain=tuple(_chain(archive, kept.conflict)) if kept else (),
        told=tuple((alert.kind.value, alert.created, alert.note) for alert in told),
        history=tuple(archive.conflicts.history(number)) if kept else (),
        lesson=why.lesson,
        mute=mute_of(kept.conflict, mutes, datetime.now(UTC)) if kept else None,
        adjudications=tuple(archive.adjudications.about(earlier.figure.figure_id, later.figure.figure_id)),
        about_conflict=about_conflict,
    )


def _chain(archive: Archive, conflict: Conflict) -> list[Claim]:
    """Every figure of the conflict in order of publication."""
    clashes = archive.memory.of_conflict(conflict.conflict_id)
    claims = {side.figure.figure_id: side for clash in clashes for side in (clash.earlier, clash.later)}
    for number in sorted({number for clash in clashes for number in clash.members} - claims.keys()):
        claim = archive.claims.by_id(number)
        if claim is not None:
            claims[number] = claim
    return sorted(claims.values(), key=lambda claim: (claim.source.published, claim.figure.figure_id))
