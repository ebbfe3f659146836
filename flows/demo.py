"""The offline demo: five weeks of a small news web on this machine, read day by day by the very flow that reads live
news. It ends with the alerts, what stayed silent and why, and where the story pages are."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.demo_server import DemoWeb, demo_settings, serve_demo
from flows.settings import Settings, load_settings
from flows.settings.prefect import prepare_prefect
from flows.silence import Silence, silences
from news.errors import SettingsError
from news.plain import plain
from news.records import Claim, Conflict
from storage import open_archive

#: of a story, on the terminal
SILENCES_SHOWN = 12
#: at the end of each day of the story
EVENING = time(23, 0, tzinfo=UTC)


def run_demo(directory: Path, console: Console) -> Settings:
    """Run the whole demo in ``directory`` (made when missing), then say what came of it.

    A second run finds everything read and tells nothing again. Raises SettingsError when the port of the first run is
    taken: the archive knows the articles by their addresses.
    """
    directory.mkdir(parents=True, exist_ok=True)
    prepare_prefect(directory / "prefect")
    web = DemoWeb()
    with _served(web, directory) as base_url:
        settings = _settings(directory, base_url)
        days = _days(web, settings)
        console.print(
            f"Serving {len(web.pages)} pages of invented outlets and {len(settings.feeds)} feeds on {base_url}.\n"
            f"Reading {len(days)} {'day' if len(days) == 1 else 'days'} of them, "
            f"{days[0]:%d %B %Y} to {days[-1]:%d %B %Y}. Prefect starts first; that takes some seconds."
        )
        _watch_days(web, settings, days, console)
    _closing(settings, console)
    return settings


def _watch_days(web: DemoWeb, settings: Settings, days: list[date], console: Console) -> None:
    from flows.watch import watch  # Prefect reads its settings when it is imported

    for day in days:
        web.today = day
        summary = watch(settings.path, now=datetime.combine(day, EVENING))
        parts = [f"{count} {outcome}" for outcome, count in sorted(summary.pages.items()) if outcome != "unchanged"]
        told = f", {len(summary.alerts)} told" if summary.alerts else ""
        console.print(Text(f"{day:%d %b %Y}  {', '.join(parts) or 'nothing new'}{told}", style="dim"))


@contextmanager
def _served(web: DemoWeb, directory: Path) -> Iterator[str]:
    """Serve on the port of the first run: an article is known by its address."""
    remembered = directory / "port"
    port = int(remembered.read_text()) if remembered.exists() else _free_port()
    remembered.write_text(f"{port}\n")
    try:
        with serve_demo(web, port=port) as base_url:
            yield base_url
    except OSError as error:
        raise SettingsError(
            f"port {port} of the first run is taken ({error.strerror}); free it, or remove {directory} to start anew"
        ) from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _settings(directory: Path, base_url: str) -> Settings:
    path = directory / "watch.yaml"
    path.write_text(demo_settings(base_url), encoding="utf-8")
    return load_settings(path, {})


def _days(web: DemoWeb, settings: Settings) -> list[date]:
    """The days that were not read to their end yet; the last one at least."""
    with open_archive(settings.archive) as archive:
        polled = [state.last_polled for state in archive.feeds.all() if state.last_polled is not None]
    reached = max(polled).date() if polled else web.days[0]
    return [day for day in web.days if day >= reached]


def _closing(settings: Settings, console: Console) -> None:
    with open_archive(settings.archive, read_only=True) as archive:
        counts = archive.snapshot_counts()
        console.print()
        for watch in settings.watches:
            told = [alert.conflict for alert in archive.conflicts.told(watch.name)]
            silent, fired = silences(archive.claims.of_story(watch.name), told, settings.thresholds)
            _story_lines(console, watch.title, told, fired)
            console.print(_silent_table(silent[:SILENCES_SHOWN]))
    console.print(
        f"{counts['articles']} articles, {counts['figures']} figures and {counts['quotes']} quotes are in "
        f"{settings.archive}.\nNothing was left running. See for yourself:"
    )
    console.print(Text(f"  the story:    {settings.pages / 'index.html'}"))
    console.print(Text(f"  the archive:  tallywatch --settings {settings.path} conflicts"))


def _story_lines(console: Console, title: str, told: list[Conflict], fired: int) -> None:
    console.print(Text(title, style="bold"))
    console.print(
        f"  A rule that fires when a number is 10 % off the last one seen would have spoken {fired} times. "
        f"Tallywatch spoke {len(told)} times:"
    )
    for conflict in told:
        kind = "alert" if conflict.thread == conflict.conflict_id else "follow-up"
        later = conflict.later
        console.print(Text(f"  {later.source.published:%d %b}  {kind}: {_said(later)} against {_said(conflict.earlier)}"))


def _said(claim: Claim) -> str:
    who = claim.figure.attribution.said_by or claim.source.outlet
    return f"{plain(claim.figure.surface, 40)} ({plain(who, 60)})"


def _silent_table(silent: list[Silence]) -> Table:
    table = Table("Silent", "Why", title="What stayed silent", title_justify="left", show_edge=False)
    for pair in silent:
        table.add_row(Text(f"{_said(pair.later)} after {_said(pair.earlier)}"), Text(plain(pair.why, 160)))
    return table
