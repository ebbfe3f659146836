"""The flow under a real Prefect with its own short-lived API: one run to its end, one that is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from receivers import SmallWeb, slack, small_web
from test_journey import CRESCENT, MINISTRY, OTHER_REST, REST, feed_of, page

from storage import open_archive

TESTS = Path(__file__).parent
#: The command line has no other clock than the machine's; so the news is of today.
NOW = datetime.now(UTC).replace(microsecond=0)


@dataclass
class Desk:
    """An archive, the home of its Prefect, and what its Slack got."""

    folder: Path
    web: SmallWeb
    received: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def settings(self) -> Path:
        return self.folder / "watch.yaml"

    @property
    def home(self) -> Path:
        return self.folder / "prefect"

    def start(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A process that knows this desk's Prefect and no other."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        return subprocess.run(
            [sys.executable, *command],
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
            cwd=TESTS.parent,
            env={**environment, "PREFECT_HOME": str(self.home), "PYTHONPATH": str(TESTS.parent)},
        )

    def left_running(self) -> list[int]:
        """Processes of this desk's Prefect, by the environment they were started with (Linux)."""
        mark = f"PREFECT_HOME={self.home}".encode()
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (process / "environ").read_bytes().split(b"\0"):
                    found.append(int(process.name))
            except OSError:
                continue  # gone meanwhile, or not ours
        return found

    def nothing_runs(self) -> bool:
        """True as soon as nothing is left running; False when something still is after 20 seconds."""
        until = time.monotonic() + 20
        while self.left_running() and time.monotonic() < until:
            time.sleep(0.1)
        return not self.left_running()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Two pages that contradict each other, and a link that is dead."""
    received: dict[str, list[dict[str, Any]]] = {}
    with small_web() as web, slack(received) as hook:
        made = Desk(tmp_path_factory.mktemp("watch"), web, received)
        day = f"{NOW:%A}"
        rows = []
        for path, text, rest in (("/240", MINISTRY, REST), ("/610", CRESCENT, OTHER_REST)):
            at = NOW - timedelta(hours=2)
            rows.append(
                (web.put(path, page(f"Earthquake {path[1:]}", at, text.replace("Wednesday", day), *rest)), path, at)
            )
        web.put("/one.xml", feed_of(rows[0], (f"{web.url}/dead", "Dead link", NOW)), "application/rss+xml")
        web.put("/two.xml", feed_of(rows[1]), "application/rss+xml")
        made.settings.write_text(
            "feeds:\n"
            f"  - {{url: '{web.url}/one.xml', outlet: Coast Herald, delay: 0, allow_private: true}}\n"
            f"  - {{url: '{web.url}/two.xml', outlet: Atlas Wire, delay: 0, allow_private: true}}\n"
            "watches:\n  - {name: quake, title: Earthquake, words: {any: [earthquake]}}\n"
            f"alert_from: {NOW - timedelta(days=2):%Y-%m-%d}\n"
            "alerts:\n  - {type: slack, webhook: SLACK}\n"
        )
        (made.folder / ".env").write_text(f"SLACK={hook}/hook\n")
        yield made
        for process in made.left_running():
            os.kill(process, signal.SIGKILL)


def test_killed_under_prefect_and_run_again_from_the_command_line(desk: Desk) -> None:
    """Killed right after the commit; the next run sends what is owed and ends well although a link is dead. Neither
    leaves anything running: a server of the killed one would also hold the pipe that ``start`` reads."""
    job = {"settings": str(desk.settings), "now": NOW.isoformat(), "kill": ["flows.run:file_page", "after", 3]}
    killed = desk.start(str(TESTS / "crash_child.py"), json.dumps(job))
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert desk.received == {}
    assert desk.nothing_runs(), desk.left_running()

    done = desk.start("-m", "flows", "--settings", str(desk.settings), "run", "--once")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert "1 sent" in done.stdout
    assert desk.nothing_runs(), desk.left_running()
    (body,) = desk.received["/hook"]
    assert "610" in body["text"] and "240" in body["text"]
    with open_archive(desk.folder / "tallywatch.duckdb", read_only=True) as archive:
        counts = archive.snapshot_counts()
    expected = {"articles": 2, "conflicts": 1, "entries_filed": 2, "entries_failed": 1, "alerts_sent": 1}
    assert {name: counts[name] for name in expected} == expected
    listed = desk.start("-m", "flows", "--settings", str(desk.settings), "articles", "--outcome", "failed")
    assert f"Coast Herald: {desk.web.url}/dead: HTTP 404" in listed.stdout
