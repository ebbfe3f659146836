"""Runs of the journey in processes that may kill themselves: the tests' helper, started as a program.

Reads jobs from standard input, one JSON object a line, and answers each with the exit status of its process (-9: it was
killed). Everything slow is loaded once; each job is a fork, so that a killed run is a real process that is gone.

    {"settings": "watch.yaml", "now": "2024-12-23T23:00:00+00:00", "kill": ["flows.run:store_poll", "before", 1]}

``kill``: the function in whose ``time``-th call the process ends, before it does anything or after it did everything.
With a job as its argument the program does that one itself, under Prefect.
"""

from __future__ import annotations

import importlib
import itertools
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

from rich.console import Console

from extractors.articles import read_article
from extractors.reports import read_report
from flows.demo_server import DEMO_WEB
from flows.local import run_locally
from flows.settings import load_settings, process_environment
from flows.settings.prefect import prepare_prefect
from news.records import Article, Entry, Feed


def arm(target: str, when: str, time: int) -> None:
    """Put a wrapper around ``module:name`` (or ``module:Class.name``) that kills this process."""
    module, _, path = target.partition(":")
    *owners, name = path.split(".")
    owner: Any = importlib.import_module(module)
    for part in owners:
        owner = getattr(owner, part)
    setattr(owner, name, deadly(getattr(owner, name), when, time))


def deadly(function: Callable[..., Any], when: str, time: int) -> Callable[..., Any]:
    """``function``, the ``time``-th call of which is the last thing that this process does."""
    calls = itertools.count(1)

    @wraps(function)
    def wrapper(*arguments: Any, **named: Any) -> Any:
        last = next(calls) == time
        if last and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        answer = function(*arguments, **named)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return wrapper


def run(job: dict[str, Any]) -> None:
    """One run, to its end or to its death."""
    if job.get("kill"):
        arm(*job["kill"])
    settings = load_settings(Path(job["settings"]), process_environment())
    with Path(os.devnull).open("w") as nowhere:
        run_locally(settings, Console(file=nowhere), datetime.fromisoformat(job["now"]))


def run_under_prefect(job: dict[str, Any]) -> None:
    """The scheduled flow, in this process."""
    prepare_prefect()
    from flows.watch import watch  # Prefect reads its settings when it is imported

    if job.get("kill"):
        arm(*job["kill"])
    watch(job["settings"], now=datetime.fromisoformat(job["now"]))


def forked(job: dict[str, Any]) -> int:
    """The exit status of a process of its own."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        run(job)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def warm_up() -> None:
    """Load the language model, the gazetteer and the charts once, for all forks."""
    page = (DEMO_WEB / "wire" / "us-1200.html").read_bytes()
    entry = Entry(feed_url="https://demo.example/feed", guid="1", url="https://demo.example/1", title="", outlet="Demo")
    feed = Feed(url=entry.feed_url, outlet=entry.outlet)
    article = read_article(page, entry, feed=feed, fetched=datetime(2025, 1, 15, tzinfo=UTC))
    assert isinstance(article, Article) and read_report(article).figures
    importlib.import_module("pages.site")


def main() -> None:
    if sys.argv[1:]:
        run_under_prefect(json.loads(sys.argv[1]))
        return
    warm_up()
    for line in sys.stdin:
        print(forked(json.loads(line)), flush=True)


if __name__ == "__main__":
    main()
