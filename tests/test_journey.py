"""The whole journey with real servers: news web, Slack, mail. What arrives, what waits, and what goes wrong alone."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape, unescape
from pathlib import Path
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from builders import alert, conflict
from receivers import Answer, SmallWeb, slack, small_web
from rich.console import Console
from test_mail import Inbox, free_port
from test_slack import assert_valid
from typer.testing import CliRunner

from alerts import compose
from alerts.mail import MailChannel
from flows.__main__ import app
from flows.commands.exits import Exit
from flows.commands.run import exit_code
from flows.fetch import Web
from flows.fetch.body import Limits
from flows.fetch.web import Retries
from flows.pipeline import deliver, read_page
from flows.pipeline.deliver import LONGEST_WAIT
from flows.pipeline.read import Failed
from flows.run import Run, RunSummary, run_once
from flows.settings import load_settings
from news.mutes import Mute, sources_of
from news.records import AlertKind, Entry, Feed, Relation
from storage import TRIES, Archive, open_archive

#: Before anything happened; both pages are out; the next morning.
BEFORE = datetime(2024, 12, 17, 8, tzinfo=UTC)
EVENING = datetime(2024, 12, 18, 20, tzinfo=UTC)
MORNING = datetime(2024, 12, 19, 7, 30, tzinfo=UTC)

MINISTRY = "The earthquake killed 240 people in Agadir, Morocco's interior ministry said on Wednesday."
CRESCENT = "The earthquake killed 610 people in Agadir, the Moroccan Red Crescent said on Wednesday."
REST = [
    "Rescue teams from the capital reached the old town in the morning and searched the rubble with dogs. The road "
    "along the coast was closed by landslides, and the airport was open for relief flights only.",
    "Schools and offices stayed closed, and many families spent the night in parks and on the beach. Engineers were "
    "checking the bridges before heavy lorries could be let through to the villages in the hills.",
]
OTHER_REST = [
    "Volunteers put up tents beside the stadium and handed out blankets, water and bread. A field hospital arrived "
    "from Casablanca late in the afternoon and began to treat the injured under floodlights.",
    "The organisation asked for blood donors and for generators. It said that its staff had walked to places which "
    "could not be reached by car, and that the telephone network was slowly coming back.",
]


def page(title: str, published: datetime, *paragraphs: str) -> str:
    body = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{published.isoformat()}"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def feed_of(*items: tuple[str, str, datetime]) -> str:
    """RSS with (address, title, published)."""
    rows = "".join(
        f"<item><title>{title}</title><link>{url}</link><guid>{url}</guid><pubDate>{format_datetime(when)}</pubDate></item>"
        for url, title, when in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{rows}</channel></rss>'


@dataclass
class Desk:
    """A news web, the receivers, and one archive. ``feeds``: path -> outlet."""

    folder: Path
    web: SmallWeb
    hook: str
    smtp: int
    received: dict[str, list[dict[str, Any]]]
    inbox: Inbox
    feeds: dict[str, str] = field(default_factory=lambda: {"/one.xml": "Coast Herald", "/two.xml": "Atlas Wire"})
    extra: str = ""
    secrets: str = ""

    @property
    def told(self) -> list[dict[str, Any]]:
        return self.received.get("/hook", [])

    def run(self, now: datetime, *, alert_from: date | None = None) -> RunSummary:
        path = self._settings()
        limits, retries = Limits(seconds=1.0), Retries(attempts=1)
        with Web(limits=limits, retries=retries) as web, ThreadPoolExecutor(2) as pool:
            run = Run(load_settings(path, {}), web, Console(file=io.StringIO()), now, alert_from)
            return run_once(run, pool.submit)

    @contextmanager
    def archive(self) -> Iterator[Archive]:
        with open_archive(self.folder / "tallywatch.duckdb") as archive:
            yield archive

    @contextmanager
    def mail(self) -> Iterator[None]:
        """The mail server is up within the block."""
        controller = Controller(self.inbox, hostname="127.0.0.1", port=self.smtp)
        controller.start()
        try:
            yield
        finally:
            controller.stop()

    def publish(self, path: str, outlet_feed: str, title: str, published: datetime, *paragraphs: str) -> str:
        """Put a page up and into the feed, which holds nothing else."""
        url = self.web.put(path, page(title, published, *paragraphs))
        self.web.put(outlet_feed, feed_of((url, title, published)), "application/rss+xml")
        return url

    def _settings(self) -> Path:
        feeds = "".join(
            f"  - {{url: '{self.web.url}{path}', outlet: {outlet}, delay: 0, allow_private: true}}\n"
            for path, outlet in self.feeds.items()
        )
        path = self.folder / "watch.yaml"
        path.write_text(
            f"feeds:\n{feeds}watches:\n  - {{name: quake, title: Earthquake in Agadir, words: {{any: [earthquake]}}}}\n"
            f"alerts:\n  - {{type: slack, webhook: SLACK}}\n"
            f"  - {{type: email, host: 127.0.0.1, port: {self.smtp}, security: none, sender: tally@desk.example,\n"
            f"     recipients: [anna@desk.example, bela@desk.example]}}\n{self.extra}"
        )
        (self.folder / ".env").write_text(f"SLACK={self.hook}/hook\n{self.secrets}")
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Both feeds are up and empty."""
    received: dict[str, list[dict[str, Any]]] = {}
    with small_web() as web, slack(received) as hook:
        made = Desk(tmp_path, web, hook, free_port(), received, Inbox())
        for path in made.feeds:
            web.put(path, feed_of(), "application/rss+xml")
        yield made


def quake(desk: Desk) -> None:
    """Two outlets, two authorities, two numbers."""
    at = EVENING.replace(hour=10)
    desk.publish("/one/240", "/one.xml", "Earthquake kills 240 in Agadir", at, MINISTRY, *REST)
    at = EVENING.replace(hour=15)
    desk.publish("/two/610", "/two.xml", "Red Crescent counts 610 dead in Agadir", at, CRESCENT, *OTHER_REST)


@pytest.fixture
def shaken(desk: Desk) -> Desk:
    """The feeds were polled when nothing had happened; now both pages are out."""
    assert desk.run(BEFORE).problems == []
    quake(desk)
    return desk


# ------------------------------------------------------------------------------------------------------ what arrives
def test_slack_and_mail_say_who_said_what_and_why(shaken: Desk) -> None:
    with shaken.mail():
        summary = shaken.run(EVENING)
    assert (summary.problems, summary.delivered.sent, len(summary.alerts)) == ([], 2, 1)
    reason = summary.alerts[0].conflict.verdict.reason
    (body,) = shaken.told
    assert_valid(body["blocks"])
    (mail,) = shaken.inbox.mails
    for words in (" ".join(_texts(body["blocks"])), _part(mail, "plain"), _shown(_part(mail, "html"))):
        flat = " ".join(words.split())
        for expected in (MINISTRY, CRESCENT, "interior ministry", "Red Crescent", "Coast Herald", "Atlas Wire", reason):
            assert expected in flat, (expected, flat)
    assert mail["To"] == "anna@desk.example, bela@desk.example"
    assert any(part.get_content_type() == "image/png" for part in mail.walk())
    assert exit_code(summary) is Exit.OK


def _texts(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        yield from (part["text"] for part in [block.get("text"), *block.get("elements", [])] if part)


def _shown(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


def _part(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((cast("Any", kind),))
    assert part is not None
    return str(part.get_content())


def test_a_second_run_adds_nothing_and_tells_nobody(shaken: Desk) -> None:
    with shaken.mail():
        shaken.run(EVENING)
        with shaken.archive() as archive:
            before = archive.content_hash(), archive.snapshot_counts()
        again = shaken.run(EVENING)
    with shaken.archive() as archive:
        assert (archive.content_hash(), archive.snapshot_counts()) == before
    assert (again.entries, again.pages, again.alerts, again.delivered.sent) == (0, {}, [], 0)
    assert (len(shaken.told), len(shaken.inbox.mails)) == (1, 1)


def test_quiet_hours_hold_and_then_deliver(shaken: Desk) -> None:
    shaken.extra = 'quiet_hours: {timezone: Etc/UTC, from: "19:00", to: "07:00"}\n'
    with shaken.mail():
        held = shaken.run(EVENING)
        assert (len(held.alerts), held.delivered.sent, shaken.told, held.problems) == (1, 0, [], [])
        assert shaken.run(MORNING.replace(hour=6)).delivered.sent == 0
        assert shaken.run(MORNING).delivered.sent == 2
    assert (len(shaken.told), len(shaken.inbox.mails)) == (1, 1)


def tallywatch(desk: Desk, *arguments: str) -> str:
    """What a command prints; it ends well or asks for attention."""
    result = CliRunner().invoke(app, ["--settings", str(desk.folder / "watch.yaml"), *arguments])
    assert result.exit_code in (Exit.OK, Exit.ATTENTION), result.output
    return result.stdout


# ------------------------------------------------------------------------------------------------ channels that fail
def test_an_unreachable_mail_server_delays_the_mail_and_nothing_else(shaken: Desk) -> None:
    down = shaken.run(EVENING)
    (line,) = down.problems
    assert re.search(rf"mail: 127\.0\.0\.1:{shaken.smtp}: no connection .*tried again later", line)
    assert (down.delivered.sent, down.delivered.failed, exit_code(down)) == (1, 1, Exit.NETWORK)
    with shaken.archive() as archive:
        assert archive.outbox.counts(channel="email") == {"owed": 1, "sent": 0, "dead": 0}
        ((_, channel, attempts, error),) = archive.outbox.errors()
        assert (channel, attempts, error in line) == ("email", 1, True)
    with shaken.mail():
        up = shaken.run(EVENING + timedelta(minutes=15))
    assert (up.problems, up.delivered.sent, exit_code(up)) == ([], 1, Exit.OK)
    assert (len(shaken.told), len(shaken.inbox.mails)) == (1, 1)


def test_an_alert_that_was_given_up_can_be_owed_again(shaken: Desk) -> None:
    later = EVENING
    for _ in range(TRIES):
        shaken.run(later)
        later += LONGEST_WAIT
    with shaken.archive() as archive:
        assert archive.outbox.counts(channel="email") == {"owed": 0, "sent": 0, "dead": 1}
    assert "was given up for email" in tallywatch(shaken, "status")
    assert tallywatch(shaken, "alerts", "retry", "email").startswith("1 alerts are owed again")
    with shaken.mail():
        assert shaken.run(later).delivered.sent == 1
    assert (len(shaken.told), len(shaken.inbox.mails)) == (1, 1)


def test_a_dead_channel_is_tried_once_a_run() -> None:
    """Every try may take as long as a time-out, and the archive is held meanwhile."""
    channels = {"email": MailChannel("127.0.0.1", free_port(), "a@desk.example", ["b@desk.example"], security="none")}
    with open_archive() as archive:
        for number in ("11111111", "22222222", "33333333"):
            archive.outbox.owe(replace(alert(conflict(number=number)), alert_id=number), ["email"])
        done = deliver(archive, channels, compose, lambda: EVENING)
        assert (done.failed, done.held, len(done.errors)) == (1, 2, 1)
        assert archive.outbox.counts() == {"owed": 3, "sent": 0, "dead": 0}


def test_nobody_gets_a_mail_twice_because_another_address_is_wrong(shaken: Desk) -> None:
    shaken.inbox.refuse = {"bela@desk.example": "550 no such user"}
    with shaken.mail():
        first = shaken.run(EVENING)
        shaken.run(EVENING + timedelta(hours=2))
    assert any("bela@desk.example" in line for line in first.problems)
    assert exit_code(first) is not Exit.OK
    assert len(shaken.inbox.mails) == 1


# -------------------------------------------------------------------------------------------- feeds and pages that fail
BROKEN_FEEDS = {
    "/html.xml": (Answer(b"<!DOCTYPE html><html><title>Our news</title><p>Hi</p></html>"), "an HTML page titled"),
    "/404.xml": (Answer(b"gone", 404), "HTTP 404"),
    "/500.xml": (Answer(b"oops", 500), "HTTP 500"),
    "/hang.xml": (Answer(hangs=True), "no answer|timed out|took longer|seconds"),
    "/broken.xml": (Answer(b"<?xml version='1.0'?><rss><chann", content_type="text/xml"), "broken XML"),
    "/loop.xml": (Answer(status=302, location="/loop.xml"), "more than 5 redirects"),
    "/empty.xml": (Answer(b"", content_type="text/xml"), "empty"),
}


def test_broken_feeds_are_a_line_each_and_lose_nothing(desk: Desk) -> None:
    for path, (answer, _) in BROKEN_FEEDS.items():
        desk.feeds[path] = f"Outlet {path[1:-4]}"
        desk.web.answers[path] = answer
    quake(desk)
    first = desk.run(EVENING)
    assert len(first.problems) == len(BROKEN_FEEDS)
    for path, (_, words) in BROKEN_FEEDS.items():
        (line,) = [line for line in first.problems if line.startswith(f"Outlet {path[1:-4]}: {desk.web.url}{path}")]
        assert re.search(words, line), line
    assert first.pages == {"filed": 2}
    assert exit_code(first) is Exit.ATTENTION
    for path in BROKEN_FEEDS:
        desk.publish(f"{path}/late", path, f"Late {path}", EVENING, f"The harbour of {path[1:-4]} is open.", *REST)
    healed = desk.run(EVENING + timedelta(minutes=10))
    assert (healed.problems, healed.entries) == ([], len(BROKEN_FEEDS))
    assert sum(healed.pages.get(outcome, 0) for outcome in ("filed", "copy")) >= len(BROKEN_FEEDS)


RUSSIAN = "Министерство внутренних дел сообщило в среду, что дороги вдоль побережья закрыты и спасатели ищут людей. "
BROKEN_PAGES = {
    "/404": (Answer(b"gone", 404), "failed", "HTTP 404"),
    "/500": (Answer(b"oops", 500), "failed", "HTTP 500"),
    "/hang": (Answer(hangs=True), "failed", ""),
    "/loop": (Answer(status=301, location="/loop"), "failed", "redirects"),
    "/blank": (Answer(b""), "refused", ""),
    "/textless": (Answer(b"<html><body><img src=x><script>run()</script></body></html>"), "refused", ""),
    "/binary": (Answer(b"\x89PNG\r\n\x1a\n" + bytes(2000)), "refused", ""),
    "/pdf": (Answer(b"%PDF-1.7\n" + bytes(2000), content_type="application/pdf"), "failed|refused", ""),
    "/deep": (Answer(b"<div>" * 50_000 + b"<p>" + REST[0].encode()), "", ""),
    "/charset": (
        Answer(page("Дороги", EVENING, RUSSIAN * 3, RUSSIAN * 3).replace("utf-8", "x").encode("cp1251")),
        "filed|copy",
        "",
    ),
    "/unknown-charset": (Answer(page("News", EVENING, *REST).encode(), content_type="text/html; charset=klingon-8"),
                         "filed|copy", ""),
    "/nul": (Answer(page("A\x00B", EVENING, "\x00\ud7ff\ufffe".join(REST), *REST).encode()), "filed|copy|refused", ""),
}  # fmt: skip


def test_broken_pages_are_counted_and_lose_nothing(desk: Desk) -> None:
    desk.run(BEFORE)
    quake(desk)
    for path, (answer, _, _) in BROKEN_PAGES.items():
        desk.web.answers[path] = answer
    good = (f"{desk.web.url}/one/240", "Earthquake", EVENING.replace(hour=10))
    rows = [(f"{desk.web.url}{path}", f"Page {path}", EVENING) for path in BROKEN_PAGES]
    desk.web.put("/one.xml", feed_of(good, *rows), "application/rss+xml")
    with desk.mail():
        first = desk.run(EVENING)
    assert (first.problems, exit_code(first)) == ([], Exit.OK)
    assert sum(first.pages.values()) == len(BROKEN_PAGES) + 2
    with desk.archive() as archive:
        why = {
            entry.url.removeprefix(desk.web.url): (outcome, detail)
            for outcome in ("filed", "copy", "refused", "failed")
            for entry, detail in archive.entries.details(outcome)
        }
        for path, (_, outcome, words) in BROKEN_PAGES.items():
            assert re.fullmatch(outcome or ".*", why[path][0]), (path, why[path])
            assert words in why[path][1] and (why[path][1] or why[path][0] in ("filed", "copy"))
        (read,) = [one for one in archive.articles.search() if one.source.url.endswith("/charset")]
        assert RUSSIAN.strip() in archive.articles.get(read.source.article_id).text
    assert len(desk.told) == 1
    pages = json.loads(tallywatch(desk, "articles", "--outcome", "failed", "--json"))["pages"]
    assert {row["url"].removeprefix(desk.web.url) for row in pages} == {
        path for path, (outcome, _) in why.items() if outcome == "failed"
    }
    assert set(pages[0]) == {"url", "outlet", "title", "outcome", "detail"}
    assert f"{len(pages)} failed" in tallywatch(desk, "status")
    desk.web.put("/500", page("Harbour open again", EVENING, "The harbour is open again.", *REST))
    desk.run(EVENING + timedelta(minutes=11))
    with desk.archive() as archive:
        assert [one for one in archive.articles.search() if one.source.url.endswith("/500")]


def test_a_bug_of_ours_in_one_page_stops_nothing() -> None:
    class Broken:
        def get(self, url: str, *, feed: Feed) -> None:
            raise ZeroDivisionError("of course")

    entry = Entry(feed_url="https://a.example/f", guid="1", url="https://a.example/1", title="T", outlet="A")
    page = read_page(entry, Feed(url=entry.feed_url, outlet="A"), cast("Web", Broken()), EVENING)
    assert isinstance(page.outcome, Failed) and page.outcome.bug
    assert "https://a.example/1" in page.outcome.reason and "ZeroDivisionError" in page.outcome.reason


# -------------------------------------------------------------------------------------------------- what is told when
@pytest.mark.parametrize(
    ("alert_from", "alerts", "seeded"), [(None, 0, 1), (date(2024, 12, 18), 1, 0), (date(2024, 12, 19), 0, 1)]
)
def test_the_first_run_is_silent_unless_told_otherwise(
    desk: Desk, alert_from: date | None, alerts: int, seeded: int
) -> None:
    quake(desk)
    with desk.mail():
        summary = desk.run(EVENING, alert_from=alert_from)
    assert (len(summary.alerts), summary.seeded) == (alerts, seeded)
    assert (len(desk.told), len(desk.inbox.mails)) == (alerts, alerts)
    with desk.archive() as archive:
        assert archive.snapshot_counts()["conflicts"] == 1


def test_a_silent_edit_is_a_new_version_and_a_self_correction(desk: Desk) -> None:
    desk.run(BEFORE)
    at = EVENING.replace(hour=10)
    url = desk.publish("/one/240", "/one.xml", "Earthquake in Agadir", at, MINISTRY, *REST)
    with desk.mail():
        assert desk.run(EVENING).alerts == []
        desk.web.put("/one/240", page("Earthquake in Agadir", at, MINISTRY.replace("240", "420"), *REST))
        edited = desk.run(EVENING + timedelta(hours=2))
    (told,) = edited.alerts
    assert told.conflict.verdict.relation is Relation.SELF_CORRECTION
    sides = (told.conflict.earlier, told.conflict.later)
    assert [(side.source.url, side.source.version, side.figure.surface) for side in sides] == [
        (url, 1, "240"),
        (url, 2, "420"),
    ]
    assert len(desk.told) == 1
    with desk.archive() as archive:
        (kept,) = archive.articles.search()
        assert "240" in archive.articles.get(kept.source.article_id, 1).text


def next_day(desk: Desk) -> RunSummary:
    """Both authorities go on counting, each in its own way."""
    at = EVENING + timedelta(hours=14)
    ministry, crescent = MINISTRY.replace("Wednesday", "Thursday"), CRESCENT.replace("Wednesday", "Thursday")
    desk.publish("/one/262", "/one.xml", "262 dead in Agadir", at, ministry.replace("240", "262"), *OTHER_REST[:1])
    desk.publish("/two/980", "/two.xml", "980 dead in Agadir", at, crescent.replace("610", "980"), *REST[1:])
    return desk.run(at + timedelta(hours=1))


def test_a_wider_gap_is_told_the_next_day(shaken: Desk) -> None:
    with shaken.mail():
        shaken.run(EVENING)
        assert [alert.kind for alert in next_day(shaken).alerts] == [AlertKind.FOLLOW_UP]


def test_what_was_dismissed_stays_dismissed_the_next_day(shaken: Desk) -> None:
    with shaken.mail():
        (told,) = shaken.run(EVENING).alerts
        number = told.conflict.conflict_id
        assert "dismissed" in tallywatch(shaken, "verdict", number, "dismiss", "--why", "definition")
        later = next_day(shaken)
    assert (later.alerts, later.problems, len(shaken.told)) == ([], [], 1)
    assert number in tallywatch(shaken, "lessons")
    page = (shaken.folder / "site" / "stories" / "quake.html").read_text()
    assert "Conflict, dismissed" in page


def test_what_is_muted_waits_for_nobody(shaken: Desk) -> None:
    """The clock of the command is today's; the run of the test takes place while the mute lasts."""
    with shaken.mail():
        (told,) = shaken.run(EVENING).alerts
        with shaken.archive() as archive:
            one, other = sources_of(told.conflict)
            archive.feedback.mute(Mute(kind="sources", one=one, other=other, until=MORNING + timedelta(7), at=EVENING))
        later = next_day(shaken)
    assert (later.alerts, later.delivered.sent, len(shaken.told)) == ([], 0, 1)
    with shaken.archive() as archive:
        assert len(archive.conflicts.search()) == 2


def test_a_wire_copy_is_no_second_origin_and_no_second_alert(shaken: Desk) -> None:
    with shaken.mail():
        shaken.run(EVENING)
        at = EVENING + timedelta(hours=1)
        shaken.feeds["/three.xml"] = "Evening Mirror"
        shaken.web.put("/three.xml", feed_of(), "application/rss+xml")
        shaken.run(EVENING)
        shaken.publish("/three/610", "/three.xml", "Agadir: 610 dead", at, CRESCENT, *OTHER_REST)
        copied = shaken.run(at + timedelta(minutes=1))
    assert copied.pages["copy"] == 1 and copied.alerts == []
    assert len(shaken.told) == 1
    with shaken.archive() as archive:
        filed = {one.source.outlet: one for one in archive.articles.search()}
        assert filed["Evening Mirror"].copy_of == filed["Atlas Wire"].source.article_id
        (kept,) = archive.conflicts.search()
        assert kept.conflict.origins == 2
