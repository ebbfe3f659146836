"""What the demo shows: the days as they are read, and at the end what was told, what stayed silent and why."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any, TextIO, cast

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.run import RunSummary
from flows.settings import Settings
from flows.silence import Silence, instructive, silences
from news.plain import plain
from news.records import AlertKind, Claim, Conflict
from pages.site import story_path
from storage import open_archive

#: Columns; an alert's panel is as wide.
WIDTH = 100
#: Rows of the silent table of one story.
SILENCES_SHOWN = 8
_WORDS = {"filed": "read", "copy": "copy", "refused": "no article", "failed": "not to be had"}


class Days:
    """The days that were read, several on a line."""

    def __init__(self, screen: Console, out: _OwnLine) -> None:
        self._screen, self._out = screen, out

    def add(self, day: date, summary: RunSummary) -> None:
        """Say what a day brought: ``18 Dec: 2 read, 1 copy``."""
        brought = [f"{summary.pages[name]} {words}" for name, words in _WORDS.items() if summary.pages.get(name)]
        told = [f"{len(summary.alerts)} told"] if summary.alerts else []
        words = f"{day.day} {day:%b}: {', '.join(brought + told) or 'nothing new'}"
        with self._out.continued(len(words), self._screen.width) as begun:
            self._screen.print(Text(f"{' · ' if begun else ''}{words}", style="dim"), end="", soft_wrap=True)


class _OwnLine:
    """Standard output on which everything but the days begins on a line of its own."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._column = 0
        self._mine = False

    def write(self, words: str) -> int:
        if not self._mine:
            self.end_line()
        return self._stream.write(words)

    def end_line(self) -> None:
        if self._column:
            self._stream.write("\n")
        self._column = 0

    @contextmanager
    def continued(self, length: int, width: int) -> Iterator[bool]:
        """Write on the open line when ``length`` more columns fit; yields whether it has begun already."""
        if self._column + length + 3 > width:
            self.end_line()
        begun = self._column > 0
        self._mine = True
        yield begun
        self._mine = False
        self._column += length + 3 * begun
        self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def days_on(screen: Console) -> Iterator[Days]:
    """Show days on ``screen``; alerts that the flow prints meanwhile stand between them."""
    out = _OwnLine(sys.stdout)
    with redirect_stdout(cast(TextIO, out)):
        yield Days(screen, out)
    out.end_line()


def closing(settings: Settings, screen: Console) -> None:
    """Say what came of it, and where to look."""
    with open_archive(settings.archive, read_only=True) as archive:
        counts = archive.snapshot_counts()
        for watch in settings.watches:
            told = [
                alert.conflict for alert in archive.conflicts.told(watch.name) if alert.kind is not AlertKind.RESOLVED
            ]
            claims = archive.claims.of_story(watch.name)
            _, fired = silences(claims, told, settings.thresholds)
            screen.print()
            _story_lines(screen, watch.title, told, fired)
            screen.print(_silent_table(instructive(claims, told, settings.thresholds, limit=SILENCES_SHOWN)))
    screen.print(
        f"\n{counts['articles']} articles, {counts['figures']} figures and {counts['quotes']} quotes are in the "
        "archive. Nothing was left running.\nSee for yourself:"
    )
    rows = [("all stories", str(settings.pages / "index.html"))]
    rows += [(watch.title, str(settings.pages / story_path(watch.name))) for watch in settings.watches]
    rows.append(("the archive", f"{_command()} --settings {settings.path} conflicts"))
    for name, where in reversed(rows):
        screen.print(Text(f"  {name}: {where}"), soft_wrap=True)


def _story_lines(screen: Console, title: str, told: list[Conflict], fired: int) -> None:
    screen.print(Text(title, style="bold"))
    screen.print(f"A rule that fires when a number is 10 % off the last one seen would have spoken {fired} times.")
    screen.print(f"Tallywatch spoke {'once' if len(told) == 1 else f'{len(told)} times'}:")
    for conflict in sorted(told, key=lambda conflict: conflict.later.source.published):
        kind = "alert" if conflict.thread == conflict.conflict_id else "follow-up"
        later = conflict.later
        words = f"{_said(later)} against {_said(conflict.earlier)}"
        screen.print(Text(f"  {_day(later)}  {kind}: {words}"))


def _silent_table(silent: Sequence[Silence]) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True,
        title="What stayed silent (a choice)", title_justify="left", title_style="bold",
    )  # fmt: skip
    table.add_column("this", ratio=5)
    table.add_column("against", ratio=5)
    table.add_column("because", ratio=6)
    for pair in silent:
        sides = [Text(f"{_day(side)}  {_said(side)}") for side in (pair.later, pair.earlier)]
        table.add_row(*sides, Text(plain(pair.why, 100)))
    return table


def _command() -> str:
    """How to call the program from here: its name, or where it is when that is not on the search path."""
    beside = Path(sys.executable).with_name("tallywatch")
    if shutil.which("tallywatch") or not beside.is_file():
        return "tallywatch"
    return str(beside.relative_to(Path.cwd()) if beside.is_relative_to(Path.cwd()) else beside)


def _day(claim: Claim) -> str:
    return f"{claim.source.published.day:2} {claim.source.published:%b}"


def _said(claim: Claim) -> str:
    who = claim.figure.attribution.said_by or claim.source.outlet
    return f"{plain(claim.figure.surface, 40)} ({plain(who, 60)})"
