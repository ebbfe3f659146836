"""Prefect's own settings, decided before it is imported: quiet, no analytics, everything on this machine."""

from __future__ import annotations

import os
from pathlib import Path

_DEFAULTS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
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
