"""The scheduled flow: what is new goes through the whole journey once (``flows.run``), each step a Prefect task."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from rich.console import Console

from flows.ephemeral import end_with_us
from flows.fetch import Web
from flows.run import (
    Future,
    Run,
    RunSummary,
    adjudicate_alerts,
    deliver_alerts,
    file_pages,
    poll_feeds,
    read_pages,
    run_once,
    write_pages,
)
from flows.settings import load_settings, process_environment

#: No step is retried by Prefect: each leaves what it could not do for the next run, and says why.
STEPS: tuple[Callable[..., Any], ...] = (
    poll_feeds,
    read_pages,
    file_pages,
    adjudicate_alerts,
    deliver_alerts,
    write_pages,
)
TASKS = {
    step: task(name=step.__name__.replace("_", " "), cache_policy=NO_CACHE, persist_result=False)(step)
    for step in STEPS
}


@flow(name="watch", validate_parameters=False)
def watch(
    settings: Path | str = "watch.yaml", now: datetime | None = None, alert_from: date | None = None
) -> RunSummary:
    """Poll, read, file, deliver, write pages: everything that is not yet done, once.

    ``settings``: the watch.yaml. ``now``: pretend that it is this instant (the demo and tests).
    ``alert_from``: alert about what was published from this day on, whatever the settings say.
    """
    end_with_us()
    decided = load_settings(Path(settings), process_environment())
    with Web(contact=decided.contact, headers=decided.web_headers(), proxies=decided.web_proxies()) as web:
        return run_once(Run(decided, web, Console(), now, alert_from), _as_task)


def _as_task(step: Any, *arguments: Any) -> Future:
    future: Future = TASKS[step].submit(*arguments)
    return future
