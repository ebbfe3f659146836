"""SIGKILL at every stage of the journey: the next run ends in the same archive, the same pages and the same alert."""

from __future__ import annotations

import hashlib
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from receivers import slack

from flows.demo_server import DemoWeb, demo_settings, serve_demo
from storage import open_archive

#: The first run of every feed, and the day of the contradiction.
SEEDING, ALERTING = date(2024, 12, 22), date(2024, 12, 23)
#: Three of the demo's feeds: both sides of the contradiction, a copy, a page that is refused and one that robots.txt
#: forbids.
FEEDS = ("/kyivpost/", "/seoul/", "/mirror/")

#: Stage -> the day it is killed on and where.
STAGES: dict[str, tuple[date, tuple[str, str, int]]] = {
    "after a poll's answer, before it is stored": (SEEDING, ("flows.run:store_poll", "before", 1)),
    "inside the storing transaction": (ALERTING, ("storage.entries:Entries.add", "after", 2)),
    "before the storing is committed": (SEEDING, ("storage.feeds:Feeds.save", "after", 2)),
    "after all entries are stored": (ALERTING, ("flows.run:_store_polls", "after", 1)),
    "while reading": (SEEDING, ("flows.pipeline.read:read_report", "before", 2)),
    "before filing": (ALERTING, ("flows.run:file_pages", "before", 1)),
    "between two filed pages": (SEEDING, ("flows.run:file_page", "after", 2)),
    "inside the filing, the alert just owed": (ALERTING, ("storage.outbox:Outbox.owe", "after", 2)),
    "inside the filing, before the commit": (ALERTING, ("storage.entries:Entries.settle", "after", 2)),
    "right after the commit": (ALERTING, ("flows.run:file_page", "after", 2)),
    "before sending": (ALERTING, ("alerts.slack:SlackChannel.send", "before", 1)),
    "after sending, before it is struck off": (ALERTING, ("alerts.slack:SlackChannel.send", "after", 1)),
    "while writing pages": (ALERTING, ("pages.site:write_file", "after", 2)),
}
#: The one stage after which an alert may come twice.
TWICE = "after sending, before it is struck off"


@dataclass
class Newsroom:
    """The demo's news web, a Slack that keeps what it gets by the path of the webhook, and processes that read."""

    web: DemoWeb
    news: str
    slack: str
    folder: Path
    child: subprocess.Popen[str]
    received: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def desk(self, name: str, *, after: Desk | None = None) -> Desk:
        """A new archive with its settings; with ``after`` it goes on where that one stands."""
        desk = Desk(self, settings_in(self.folder / name, self.news, f"{self.slack}/{name}"), name)
        if after is not None:
            shutil.copytree(after.settings.parent / "site", desk.settings.parent / "site")
            shutil.copy(after.settings.parent / "tallywatch.duckdb", desk.settings.parent)
        return desk


@dataclass
class Desk:
    """One archive, the pages written from it, and what was told."""

    room: Newsroom
    settings: Path
    name: str

    def run(self, day: date, kill: tuple[str, str, int] | None = None) -> int:
        """One run in the evening of that day; the exit status of its process."""
        self.room.web.today = day
        job = {"settings": str(self.settings), "now": f"{day}T23:00:00+00:00", "kill": kill}
        assert self.room.child.stdin is not None and self.room.child.stdout is not None
        print(json.dumps(job), file=self.room.child.stdin, flush=True)
        return int(self.room.child.stdout.readline())

    def told(self) -> list[dict[str, Any]]:
        return self.room.received.get(f"/{self.name}", [])

    def content(self) -> tuple[str, dict[str, int]]:
        with open_archive(self.settings.parent / "tallywatch.duckdb", read_only=True) as archive:
            return archive.content_hash(), archive.snapshot_counts()

    def pages(self) -> dict[str, str]:
        """File -> hash of the written site; temporary files of a killed writer are hidden and no part of it."""
        site = self.settings.parent / "site"
        files = [path for path in site.rglob("*") if path.is_file() and not path.name.startswith(".")]
        return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def settings_in(folder: Path, news: str, webhook: str) -> Path:
    """The demo's settings with three feeds and a Slack channel."""
    folder.mkdir()
    head, feeds = demo_settings(news).split("feeds:\n")
    feeds, rest = feeds.split("\nwatches:")
    chosen = [block for block in feeds.split("  - url: ")[1:] if any(feed in block for feed in FEEDS)]
    watches = rest.split("\nalerts:")[0]
    rows = "".join(f"  - url: {block}" for block in chosen)
    path = folder / "watch.yaml"
    path.write_text(f"{head}feeds:\n{rows}\nwatches:{watches}\nalerts:\n  - {{type: slack, webhook: SLACK}}\n")
    (folder / ".env").write_text(f"SLACK={webhook}\n")
    return path


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    received: dict[str, list[dict[str, Any]]] = {}
    web = DemoWeb()
    command = [sys.executable, str(Path(__file__).with_name("crash_child.py"))]
    with (
        serve_demo(web) as news,
        slack(received) as webhook,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent
        ) as child,
    ):
        yield Newsroom(web, news, webhook, tmp_path_factory.mktemp("crashes"), child, received)
        assert child.stdin is not None
        child.stdin.close()


@pytest.fixture(scope="module")
def seeded(room: Newsroom) -> Desk:
    """After the first run of every feed, undisturbed."""
    desk = room.desk("seeded")
    assert desk.run(SEEDING) == 0
    return desk


@pytest.fixture(scope="module")
def undisturbed(room: Newsroom, seeded: Desk) -> Desk:
    """After both days, undisturbed."""
    desk = room.desk("undisturbed", after=seeded)
    assert desk.run(ALERTING) == 0
    return desk


def alert_ids(bodies: list[dict[str, Any]]) -> list[str]:
    """The id that each payload names."""
    return [json.dumps(body).split("alert C-")[1].split('"')[0] for body in bodies]


def test_the_undisturbed_run_tells_one_alert(undisturbed: Desk) -> None:
    (body,) = undisturbed.told()
    assert "3,000" in body["text"] and alert_ids([body])
    counts = undisturbed.content()[1]
    assert (counts["conflicts"], counts["alerts_sent"], counts["alerts_owed"]) == (1, 1, 0)
    assert {"index.html", "stories/kursk.html"} <= set(undisturbed.pages())


@pytest.mark.parametrize("stage", STAGES)
def test_killed_and_run_again(room: Newsroom, seeded: Desk, undisturbed: Desk, stage: str) -> None:
    day, kill = STAGES[stage]
    desk = room.desk(f"stage-{list(STAGES).index(stage)}", after=seeded if day == ALERTING else None)
    assert desk.run(day, kill) == -signal.SIGKILL, "the stage was not reached"
    assert desk.run(day) == 0
    expected = undisturbed if day == ALERTING else seeded
    assert desk.content() == expected.content()
    assert desk.pages() == expected.pages()
    told = alert_ids(desk.told())
    assert set(told) == set(alert_ids(expected.told()))
    assert len(told) == (2 if stage == TWICE else len(expected.told()))


def test_killed_on_both_days(room: Newsroom, undisturbed: Desk) -> None:
    desk = room.desk("both")
    for day, stage in ((SEEDING, "between two filed pages"), (ALERTING, "right after the commit")):
        assert desk.run(day, STAGES[stage][1]) == -signal.SIGKILL
        assert desk.run(day) == 0
    assert desk.content() == undisturbed.content()
    assert alert_ids(desk.told()) == alert_ids(undisturbed.told())
