"""The same run without Prefect: for benchmarks and for tests that kill it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

from rich.console import Console

from flows.fetch import Web
from flows.run import Run, RunSummary, run_once
from flows.settings import Settings


def run_locally(
    settings: Settings, console: Console, now: datetime | None = None, alert_from: date | None = None
) -> RunSummary:
    """One run in this process; steps run in a thread, so that reading goes ahead of filing."""
    with (
        Web(contact=settings.contact, headers=settings.web_headers(), proxies=settings.web_proxies()) as web,
        ThreadPoolExecutor(2) as pool,
    ):
        return run_once(Run(settings, web, console, now, alert_from), pool.submit)
