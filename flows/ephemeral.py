"""Prefect's short-lived API server ends with us, even when we are killed.

Without a server of their own, flows talk to one that Prefect starts beside the process and stops when the process ends
in good order. After SIGKILL, or a machine short of memory, it would run for ever, and hold the terminal or cron's pipe
open. So a small process waits for our end, which closes its input, and stops what is left.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

#: seconds that the server gets to end by itself
GRACE = 5.0


def end_with_us() -> None:
    """Let the server that Prefect has started for this process end with it; nothing to do when there is none."""
    server_module = sys.modules.get("prefect.server.api.server")  # not loaded when a server is configured
    server = server_module and server_module.SubprocessASGIServer().server_process
    if not server or server.pid in _watched:
        return
    # The pipe's other end is ours alone and never written to: it closes when we end, however that happens.
    _watched[server.pid] = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "flows.ephemeral", str(server.pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for us, not for it
    )


_watched: dict[int, subprocess.Popen[bytes]] = {}


def _stop(process: int) -> None:
    """End the process: asked first, forced after ``GRACE`` seconds."""
    with suppress(ProcessLookupError, PermissionError):
        os.kill(process, signal.SIGTERM)
        until = time.monotonic() + GRACE
        while time.monotonic() < until:
            time.sleep(0.05)
            os.kill(process, 0)
        os.kill(process, signal.SIGKILL)


if __name__ == "__main__":
    sys.stdin.buffer.read()
    _stop(int(sys.argv[1]))
