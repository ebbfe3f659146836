"""Runs of the journey in processes that may kill themselves: the tests' helper, started as a program.

Reads jobs from standard input, one JSON object a line, and answers each with the exit status of its process (-9: it was
killed). Everything slow is loaded once; each job is a fork, so that a killed run is a real process that is gone.

    {"settings": "watch.yaml", "now": "2024-12-23T23:00:00+00:00", "kill": ["flows.run:store_poll", "before", 1]}

``kill``: the function in whose ``time``-th call the process ends, before it does anything or after it did everything.
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
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

from rich.console import Console

from extractors.sentences import parse
from flows.local import run_locally
from flows.settings import load_settings, process_environment


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


if __name__ == "__main__":
    parse("The ministry said on Monday that 12 people were killed.")  # loads the model
    for line in sys.stdin:
        print(forked(json.loads(line)), flush=True)
