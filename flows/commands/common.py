"""What every command needs: the settings, the archive, and safe ways to print."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.export import SCHEMA
from flows.settings import Settings, load_settings, process_environment
from news.errors import SettingsError, StorageError
from news.plain import plain
from news.records import Claim
from storage import Archive, Kept, open_archive

JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON (documented in docs/json.md).")]
Since = Annotated[
    str | None, typer.Option(metavar="WHEN", help="Only what was published since: 7d, 24h, 2w or 2024-12-01.")
]
Story = Annotated[str | None, typer.Option(help="Only of this watch (its name).")]
Limit = Annotated[int, typer.Option(min=1, max=100_000, help="At most so many.")]

#: A pipe has no width; tables are then set for a wide screen rather than cut.
_PIPE_WIDTH = 160


@dataclass(slots=True)
class State:
    """The global options."""

    settings: Path
    debug: bool = False


def settings_of(context: typer.Context, *, secrets: bool = False) -> Settings:
    """The user's settings; ``secrets`` for commands that fetch or send. Raises SettingsError."""
    state = context.find_object(State)
    assert state is not None  # noqa: S101  (the callback of the program has made it)
    return load_settings(state.settings, process_environment(), secrets=secrets)


@contextmanager
def reading(settings: Settings) -> Iterator[Archive | None]:
    """The archive for reading; None when nothing was ever filed."""
    if not settings.archive.exists():
        yield None
        return
    with open_archive(settings.archive, read_only=True) as archive:
        yield archive


def console(*, stderr: bool = False) -> Console:
    """Where to print: no markup, no guessing of highlights, links or emoji in strangers' text."""
    made = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not made.is_terminal:
        made.width = max(made.width, _PIPE_WIDTH)
    return made


def text(words: str, limit: int | None = None, style: str = "", *, indent: int = 0) -> Text:
    """Text from outside, fit for a terminal: one line, no escapes, no controls, no markup."""
    return Text(" " * indent + plain(words, limit), style=style)


def table(*columns: str, rows: Sequence[Sequence[str | Text]]) -> Table:
    """A plain table; strings are taken as text from outside."""
    made = Table(*columns, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else text(cell) for cell in row))
    return made


def print_json(**content: Any) -> None:
    """One JSON document. Anything that a terminal could obey is escaped (ASCII only)."""
    typer.echo(json.dumps({"schema": SCHEMA, **content}, ensure_ascii=True, indent=2))


def when(words: str | None) -> datetime | None:
    """``7d``, ``24h``, ``2w`` ago or a date, as an instant. Raises SettingsError for anything else."""
    if words is None:
        return None
    if _SPAN.fullmatch(words.strip()):
        return datetime.now(UTC) - span(words)
    return datetime.combine(day(words), time(), tzinfo=UTC)


def span(words: str) -> timedelta:
    """``7d``, ``24h`` or ``2w``. Raises SettingsError for anything else."""
    match = _SPAN.fullmatch(words.strip())
    if match is None:
        raise SettingsError(f"{plain(words, 40)!r} is no stretch of time; write 30d, 12h or 2w")
    return timedelta(hours=int(match[1]) * {"h": 1, "d": 24, "w": 168}[match[2]])


_SPAN = re.compile(r"([0-9]{1,4})([hdw])")


def day(words: str) -> date:
    """A date. Raises SettingsError that shows how to write one."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise SettingsError(f"{plain(words, 40)!r} is no date; write 2024-12-01 (or 7d, 24h, 2w for --since)") from None


def nothing_yet(settings: Settings) -> str:
    """What to say while there is no archive."""
    if not settings.feeds:
        return f"No feeds yet: `tallywatch feeds add URL --outlet NAME` writes one into {settings.path}."
    return "Nothing has been read yet: `tallywatch run --once` reads the feeds."


def known_conflict(archive: Archive, wanted: str) -> Kept:
    """The conflict with that id or beginning of one. Raises SettingsError when there is none, or more than one."""
    try:
        return archive.conflicts.get(wanted)
    except StorageError as error:
        archive.conflicts.search(limit=1)  # a broken archive raises here; otherwise the id is wrong
        raise SettingsError(f"{plain(str(error), 300)}; `tallywatch conflicts` lists them") from error


def known_figure(archive: Archive, wanted: str) -> Claim:
    """The claim with that figure's id. Raises SettingsError when there is none."""
    claim = archive.claims.by_id(wanted)
    if claim is None:
        raise SettingsError(f"no figure {plain(wanted, 60)} in the archive; `tallywatch figures` lists the ids")
    return claim
