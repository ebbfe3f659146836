"""The offline demo: five weeks of a small news web on this machine, read day by day by the very flow that reads live
news. It ends with the alerts, what stayed silent and why, and where the story pages are."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from rich.console import Console

from flows.demo_screen import WIDTH, closing, days_on
from flows.demo_server import DemoWeb, demo_settings, serve_demo
from flows.settings import Settings, load_settings
from flows.settings.prefect import prepare_prefect, short_flows
from news.errors import SettingsError
from storage import open_archive

#: at the end of each day of the story
EVENING = time(23, 0, tzinfo=UTC)


def run_demo(directory: Path, console: Console) -> Settings:
    """Run the whole demo in ``directory`` (made when missing), then say what came of it.

    A second run finds everything read and tells nothing again. Raises SettingsError when the port of the first run is
    taken: the archive knows the articles by their addresses.
    """
    console.width = min(console.width, WIDTH)
    directory.mkdir(parents=True, exist_ok=True)
    prepare_prefect(directory / "prefect")
    web = DemoWeb()
    with _served(web, directory) as base_url:
        settings = _settings(directory, base_url)
        days = _days(web, settings)
        console.print(
            f"Serving {len(web.pages)} pages of invented outlets and {len(settings.feeds)} feeds on {base_url}.\n"
            f"{_plan(days)}\nPrefect starts first; that takes some seconds ..."
        )
        _watch_days(web, settings, days, console)
    closing(settings, console)
    return settings


def _plan(days: list[date]) -> str:
    if len(days) == 1:
        return f"Reading {days[0]:%d %B %Y} once more: an earlier run has read the rest."
    return f"Reading {len(days)} days of them, {days[0]:%d %B %Y} to {days[-1]:%d %B %Y}."


def _watch_days(web: DemoWeb, settings: Settings, days: list[date], screen: Console) -> None:
    from flows.watch import watch  # Prefect reads its settings when it is imported

    with short_flows(), days_on(screen) as shown:
        for day in days:
            web.today = day
            shown.add(day, watch(settings.path, now=datetime.combine(day, EVENING)))


@contextmanager
def _served(web: DemoWeb, directory: Path) -> Iterator[str]:
    """Serve on the port of the first run: an article is known by its address."""
    remembered = directory / "port"
    port = int(remembered.read_text()) if remembered.exists() else _free_port()
    remembered.write_text(f"{port}\n")
    with ExitStack() as stack:
        try:
            base_url = stack.enter_context(serve_demo(web, port=port))
        except OSError as error:
            remedy = f"free it, or remove {directory} and start anew"
            raise SettingsError(f"port {port} of the first run is taken ({error.strerror}); {remedy}") from error
        yield base_url


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
