"""Prefect's own settings, decided before it is imported: quiet, no analytics, everything on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEFAULTS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    # Of the API that Prefect starts for one run and stops with it. Flow runs are recorded; its recorder of task runs is
    # still writing when it is stopped, and then prints tracebacks about events that could not be flushed.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_ENABLED": "false",
    # We use none of Prefect's blocks; writing their schemas into a new database takes seconds.
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
}


def prepare_prefect(home: Path | None = None) -> None:
    """Set what the user has not set. ``home``: a Prefect home of our own (the demo's); then no server that the user
    has configured is used either. Must run before ``prefect`` is imported: it reads its settings once.
    """
    for name, value in _DEFAULTS.items():
        os.environ.setdefault(name, value)
    if home is not None:
        os.environ["PREFECT_HOME"] = str(home.absolute())
        os.environ.pop("PREFECT_API_URL", None)
        os.environ["PREFECT_SERVER_ALLOW_EPHEMERAL_MODE"] = "true"


@contextmanager
def short_flows() -> Iterator[None]:
    """No heartbeats of flow runs within the block: joining their thread costs each run one second, and runs of seconds
    need none. Call it after ``prepare_prefect``.
    """
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield
