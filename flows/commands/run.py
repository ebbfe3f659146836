"""Watching: ``run``, ``status``, ``alerts test``."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.common import (
    JsonFlag,
    console,
    day,
    nothing_yet,
    print_json,
    reading,
    settings_of,
    table,
    text,
)
from flows.commands.exits import Exit
from flows.export import instant
from flows.settings import Settings
from flows.settings.prefect import prepare_prefect
from news.errors import NewsError, SettingsError
from news.plain import plain
from storage import TRIES, FeedState, open_archive

if TYPE_CHECKING:
    from flows.run import RunSummary

#: Failures in a row after which a feed is worth a look.
_FAILURES = 3
_SHOWN = 20

alerts = typer.Typer(
    no_args_is_help=True, help="Try the channels that alerts go through.", rich_markup_mode=None, add_completion=False
)


def run(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Run once and end, for cron and for trying.")] = False,
    every: Annotated[float, typer.Option(min=1, help="Minutes between two runs without --once.")] = 15,
    alert_from: Annotated[
        str | None, typer.Option(metavar="DATE", help="Alert about what was published from this day on.")
    ] = None,
) -> None:
    """Poll the feeds, read what is new, compare, alert, write the pages. The first run of a feed alerts about nothing
    that was there before, unless --alert-from says so.

    With --once: exit code 1 when a feed failed, 4 when an alert was not delivered (it stays owed). Pages that could not
    be read are counted; `tallywatch articles --outcome failed` lists them.

    Example: tallywatch run --once
    """
    settings = settings_of(context, secrets=True)
    if not settings.feeds:
        raise SettingsError(nothing_yet(settings))
    first_day = None if alert_from is None else day(alert_from)
    prepare_prefect()
    from flows.watch import watch  # Prefect reads its settings when it is imported, and loads slowly

    while True:
        try:
            summary = watch(settings.path, alert_from=first_day)
        except NewsError as error:
            if once or not error.transient:
                raise
            typer.echo(f"! {plain(str(error), 300)}", err=True)
        else:
            _say(summary)
            if once:
                raise typer.Exit(exit_code(summary))
        time.sleep(every * 60)


def status(context: typer.Context, as_json: JsonFlag = False) -> None:
    """Say what is in the archive and which feeds or channels need attention (then the exit code is 1).

    Example: tallywatch status
    """
    from flows.not_read import in_words, not_read  # the tables of words load slowly; other commands do without

    settings = settings_of(context)
    with reading(settings) as archive:
        counts = {} if archive is None else archive.snapshot_counts()
        states = [] if archive is None else [archive.feeds.state(feed.url) for feed in settings.feeds]
        undelivered = [] if archive is None else archive.outbox.errors(limit=_SHOWN)
        unread = {} if archive is None else not_read(archive.articles.languages())
        missing = archive is None
    sick = [state for state in states if state.retired or state.failures >= _FAILURES]
    attention = bool(sick or undelivered)
    if as_json:
        print_json(
            counts=counts,
            not_read=unread,
            feeds=[_feed_json(state) for state in states],
            undelivered=[
                {"alert_id": alert, "channel": channel, "attempts": attempts, "error": error}
                for alert, channel, attempts, error in undelivered
            ],
            attention=attention,
        )
    elif missing:
        typer.echo(nothing_yet(settings))
    else:
        _status_shown(settings, counts, states, undelivered)
        if unread:
            words = in_words(unread)
            console().print(f"Articles stored, but not read for figures and quotes: {words}.", soft_wrap=True)
    if attention:
        raise typer.Exit(Exit.ATTENTION)


@alerts.command("test")
def test(
    context: typer.Context,
    channel: Annotated[str, typer.Argument(help="The channel's name: terminal, slack, email or the one you gave it.")],
) -> None:
    """Send a harmless test message through one channel.

    Example: tallywatch alerts test slack
    """
    from alerts import Message
    from flows.channels import open_channel

    settings = settings_of(context)
    if channel not in [known.name for known in settings.channels]:
        names = ", ".join(known.name for known in settings.channels) or "none"
        raise SettingsError(
            f"{settings.path}: there is no channel {plain(channel, 60)!r} under alerts; known are {names}"
        )
    wanted = next(known for known in settings_of(context, secrets=True).channels if known.name == channel)
    now = datetime.now(UTC)
    key = f"test-{now:%Y%m%d%H%M%S}"
    words = "This is a test of Tallywatch. Alerts about contradicting figures will arrive here."
    open_channel(wanted, console()).send(
        Message(key=key, thread=key, subject="Tallywatch: test message", text=words, created=now)
    )
    typer.echo(f"Sent through {channel}.", err=True)


@alerts.command("retry")
def retry(
    context: typer.Context,
    channel: Annotated[str | None, typer.Argument(help="Only this channel's; all when left out.")] = None,
) -> None:
    """Owe alerts again that were given up: those whose channel failed for half a day. The next run sends them.

    Example: tallywatch alerts retry email
    """
    settings = settings_of(context)
    if not settings.archive.exists():
        raise SettingsError(nothing_yet(settings))
    with open_archive(settings.archive) as archive:
        revived = archive.outbox.revive(channel=channel)
    typer.echo(f"{revived} alerts are owed again; `tallywatch run --once` sends them.")


def _say(summary: RunSummary) -> None:
    pages = ", ".join(f"{number} {outcome}" for outcome, number in sorted(summary.pages.items())) or "no new pages"
    typer.echo(f"{summary.feeds} feeds asked, {summary.entries} entries new or changed: {pages}.")
    typer.echo(
        f"{summary.figures} figures, {summary.quotes} quotes, {len(summary.alerts)} alerts, "
        f"{summary.delivered.sent} sent."
    )
    if summary.not_read:
        from flows.not_read import in_words

        typer.echo(f"Stored, but not read for figures and quotes: {in_words(summary.not_read)}.")
    if summary.seeded:
        typer.echo(f"{summary.seeded} conflicts were there before: kept, not told (`tallywatch conflicts`).")
    if summary.pages.get("failed"):
        typer.echo("`tallywatch articles --outcome failed` says which pages failed and why.")
    for problem in summary.problems[:_SHOWN]:
        typer.echo(f"! {plain(problem, 300)}", err=True)
    if len(summary.problems) > _SHOWN:
        typer.echo(f"! and {len(summary.problems) - _SHOWN} more; `tallywatch status` lists feeds", err=True)
    if summary.index is not None:
        typer.echo(f"Pages: {summary.index}")


def exit_code(summary: RunSummary) -> Exit:
    if summary.delivered.failed:
        return Exit.NETWORK
    return Exit.ATTENTION if summary.problems else Exit.OK


def _status_shown(
    settings: Settings, counts: dict[str, int], states: list[FeedState], undelivered: list[tuple[str, str, int, str]]
) -> None:
    screen = console()
    names = {feed.url: feed.outlet for feed in settings.feeds}
    screen.print(
        text(
            f"{counts['articles']} articles, {counts['figures']} figures, {counts['quotes']} quotes, "
            f"{counts['conflicts']} conflicts in {settings.archive}"
        ),
        soft_wrap=True,
    )
    unread = [f"{counts[key]} {name}" for name in ("failed", "refused") if counts.get(key := f"entries_{name}")]
    if unread:
        screen.print(f"Pages that were not read: {', '.join(unread)}; `tallywatch articles --outcome failed` says why.")
    rows = [
        (
            _health(state),
            names[state.url],
            "never" if state.last_success is None else f"{state.last_success:%Y-%m-%d %H:%M} UTC",
            f"{state.entries_seen}",
            text(state.last_error, 120),
        )
        for state in states
    ]
    screen.print(table("", "Feed", "Last answer", "Entries", "", rows=rows))
    for alert, channel, attempts, error in undelivered:
        state = "was given up for" if attempts >= TRIES else "is owed to"
        screen.print(text(f"! alert {alert} {state} {channel} after {attempts} attempts: {error}"), soft_wrap=True)
    if any(attempts >= TRIES for _, _, attempts, _ in undelivered):
        screen.print("`tallywatch alerts retry` owes what was given up again.")


def _health(state: FeedState) -> str:
    if state.retired:
        return "gone"
    return "failing" if state.failures else "ok" if state.last_success else "new"


def _feed_json(state: FeedState) -> dict[str, object]:
    return {
        "url": state.url,
        "state": _health(state),
        "last_polled": instant(state.last_polled),
        "last_success": instant(state.last_success),
        "failures": state.failures,
        "last_error": state.last_error,
        "moved_to": state.moved_to,
        "entries": state.entries_seen,
    }
