"""What people decide about conflicts: ``verdict``, ``lessons`` and ``mute``. All of it can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from typing import Annotated, Literal

import typer

from flows.commands.common import (
    JsonFlag,
    Story,
    console,
    day,
    known_conflict,
    known_figure,
    nothing_yet,
    print_json,
    reading,
    settings_of,
    span,
    table,
)
from flows.export import lesson_json, mute_json
from news.conflicts import conflict_id
from news.errors import SettingsError, StorageError
from news.lessons import Taught
from news.mutes import Mute, sources_of
from news.plain import plain
from storage import Archive, open_archive

Reason = Literal["window", "scope", "definition", "other-thing", "copy"]
Who = Annotated[str, typer.Option(help="Your name; kept with the decision.")]
ConflictId = Annotated[str, typer.Argument(metavar="ID", help="The conflict, C-7f3a or more of its id.")]

#: A mute without --for or --until lasts so long.
_A_MONTH = timedelta(days=30)

mute = typer.Typer(
    no_args_is_help=True,
    help="Keep conflicts from being sent for a time; they are still kept and shown.",
    rich_markup_mode=None,
    add_completion=False,
)


def verdict(
    context: typer.Context,
    wanted: Annotated[
        str, typer.Argument(metavar="ID", help="A conflict (C-7f3a); with --against, a figure of a possible one.")
    ],
    decision: Annotated[Literal["confirm", "dismiss", "undo"], typer.Argument(help="What you found.")],
    against: Annotated[str | None, typer.Option(metavar="FIGURE", help="The other figure of the pair.")] = None,
    why: Annotated[Reason | None, typer.Option(help="Why the two do not compare; dismiss needs it.")] = None,
    note: Annotated[str, typer.Option(help="In your own words; kept with the decision.")] = "",
    who: Who = "",
) -> None:
    """Confirm or dismiss a conflict, or take that back. The program learns from it: numbers of the same two kinds (of
    the same two speakers, when both are described alike) are judged so from then on. With --against, teach it about
    two figures that are no conflict, or a possible one only.

    Examples: tallywatch verdict C-7f3a dismiss --why window --note "one counts a week only";
    tallywatch verdict FIGURE confirm --against FIGURE
    """
    if (decision == "dismiss") is not (why is not None):
        needed = "dismiss needs --why: window, scope, definition, other-thing or copy"
        raise SettingsError(needed if why is None else "--why goes with dismiss only; --note takes any words")
    with _writing(context, wanted) as archive:
        pair = None if against is None else (known_figure(archive, wanted), known_figure(archive, against))
        number = conflict_id(wanted, against) if against else known_conflict(archive, wanted).conflict.conflict_id
        if pair is not None and archive.conflicts.has(number):
            pair = None  # it is a conflict: decide about that
        now = datetime.now(UTC)
        if decision == "undo":
            undone = _undo(archive, number, pair is not None, who, note, now)
            typer.echo(f"{number} is a suggestion again." if undone else f"Nothing was decided about {number}.")
            return
        taught = Taught(why or "comparable")
        if pair is None:
            lesson = archive.feedback.teach(number, taught, at=now, who=who, note=note)
        else:
            lesson = archive.feedback.teach_pair(number, *pair, taught, at=now, who=who, note=note)
    done = "confirmed" if decision == "confirm" else "dismissed"
    back = f"tallywatch verdict {wanted} undo{f' --against {against}' if against else ''}"
    typer.echo(f"{number} is {done}; {plain(lesson.words, 300)}. `{plain(back, 200)}` takes it back.")


def _undo(archive: Archive, number: str, is_pair: bool, who: str, note: str, now: datetime) -> bool:
    if is_pair:
        return archive.feedback.undo_lessons(number, at=now)
    return archive.feedback.undo(number, at=now, who=who, note=note)


def lessons(context: typer.Context, story: Story = None, as_json: JsonFlag = False) -> None:
    """List what was taught by verdicts, the last first.

    Example: tallywatch lessons
    """
    with reading(settings_of(context)) as archive:
        found = [] if archive is None else archive.feedback.lessons(story)
    if as_json:
        print_json(lessons=[lesson_json(lesson) for lesson in found])
    elif found:
        rows = [
            (lesson.conflict_id, lesson.taught.value, f"{lesson.at:%Y-%m-%d}", lesson.who, lesson.note)
            for lesson in found
        ]
        console().print(table("Conflict", "Taught", "On", "By", "Note", rows=rows))
    else:
        typer.echo("Nothing was taught yet; `tallywatch verdict ID dismiss --why window` does.")


@mute.command()
def measure(
    context: typer.Context,
    wanted: ConflictId,
    lasting: Annotated[str | None, typer.Option("--for", metavar="TIME", help="30d, 12h or 2w (30d).")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Until this day begins, UTC.")] = None,
    why: Annotated[str, typer.Option(help="Kept with the mute.")] = "",
    who: Who = "",
) -> None:
    """Mute the measure of a conflict: nothing more of its thread is sent.

    Example: tallywatch mute measure C-7f3a --for 24h
    """
    end = _end(lasting, until)
    with _writing(context, wanted) as archive:
        conflict = known_conflict(archive, wanted).conflict
        made = Mute(
            kind="measure", one=conflict.thread, other=conflict.measure, until=end, at=datetime.now(UTC),
            who=who, why=why,
        )  # fmt: skip
        _said(archive.feedback.mute(made))


@mute.command()
def sources(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ID|NAME", help="A conflict, or the name of a speaker.")],
    other: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The other speaker's name.")] = None,
    lasting: Annotated[str | None, typer.Option("--for", metavar="TIME", help="30d, 12h or 2w (30d).")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Until this day begins, UTC.")] = None,
    why: Annotated[str, typer.Option(help="Kept with the mute.")] = "",
    who: Who = "",
) -> None:
    """Mute two sources that always disagree, such as police and organisers.

    Examples: tallywatch mute sources C-7f3a; tallywatch mute sources "Lisbon police" "organisers" --until 2025-02-01
    """
    end = _end(lasting, until)
    with _writing(context, one) as archive:
        names = (one, other) if other is not None else sources_of(known_conflict(archive, one).conflict)
        if names[0].casefold() == names[1].casefold():
            raise SettingsError(f"{plain(names[0], 60)} is on both sides; `tallywatch mute measure` mutes the measure")
        made = Mute(
            kind="sources", one=names[0], other=names[1], until=end, at=datetime.now(UTC), who=who, why=why
        )  # fmt: skip
        _said(archive.feedback.mute(made))


@mute.command("list")
def mutes(context: typer.Context, as_json: JsonFlag = False) -> None:
    """List the mutes in force, the first to end first.

    Example: tallywatch mute list
    """
    with reading(settings_of(context)) as archive:
        found = [] if archive is None else archive.feedback.mutes(datetime.now(UTC))
    if as_json:
        print_json(mutes=[mute_json(one) for one in found])
    elif found:
        rows = [
            (f"{one.number}", one.kind, one.words, f"{one.until:%Y-%m-%d %H:%M}", one.who, one.why) for one in found
        ]
        console().print(table("No", "Of", "What", "Until (UTC)", "By", "Why", rows=rows))
    else:
        typer.echo("Nothing is muted.")


@mute.command()
def undo(
    context: typer.Context, number: Annotated[int, typer.Argument(metavar="NO", help="From `tallywatch mute list`.")]
) -> None:
    """Take a mute back.

    Example: tallywatch mute undo 3
    """
    with _writing(context, f"mute {number}") as archive:
        try:
            undone = archive.feedback.unmute(number, at=datetime.now(UTC))
        except StorageError as error:
            archive.feedback.mutes(datetime.now(UTC))  # a broken archive raises here; otherwise the number is wrong
            raise SettingsError(f"no mute {number} is in force; `tallywatch mute list` lists them") from error
    typer.echo(f"{plain(undone.words, 200)}: sent again.")


def _said(made: Mute) -> None:
    words = f"{plain(made.words, 200)}: muted until {made.until:%Y-%m-%d %H:%M} UTC."
    typer.echo(f"{words} `tallywatch mute undo {made.number}` takes it back.")


def _end(lasting: str | None, until: str | None) -> datetime:
    """When the mute ends. Raises SettingsError when both are given, or it is over already."""
    now = datetime.now(UTC)
    if lasting is not None and until is not None:
        raise SettingsError("give --for or --until, not both")
    if until is None:
        return now + (_A_MONTH if lasting is None else span(lasting))
    end = datetime.combine(day(until), time(), tzinfo=UTC)
    if end <= now:
        raise SettingsError(f"{end:%Y-%m-%d} is over; give a later day")
    return end


@contextmanager
def _writing(context: typer.Context, wanted: str) -> Iterator[Archive]:
    """The archive for writing. Raises SettingsError while there is none."""
    settings = settings_of(context)
    if not settings.archive.exists():
        raise SettingsError(f"{plain(wanted, 60)} is not known. {nothing_yet(settings)}")
    with open_archive(settings.archive) as archive:
        yield archive
