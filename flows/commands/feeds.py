"""``tallywatch feeds``: which feeds are watched, and how they do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.commands.common import JsonFlag, State, console, print_json, settings_of, table, text
from flows.commands.exits import Exit
from flows.opml import read_opml, write_opml
from flows.settings.edit import add_feeds, move_feeds
from news.errors import FetchError, NewsError, SettingsError
from news.plain import plain
from news.records import Feed

if TYPE_CHECKING:
    from flows.fetch import Web

app = typer.Typer(
    no_args_is_help=True, help="Add, list, check, import and export feeds.", rich_markup_mode=None, add_completion=False
)

_SIDE_BY_SIDE = 8
_GONE = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How a feed answered. ``state``: ok | moved | empty | failed | gone."""

    url: str
    outlet: str
    state: Literal["ok", "moved", "empty", "failed", "gone"]
    entries: int = 0
    moved_to: str = ""
    detail: str = ""


@app.command()
def add(
    context: typer.Context,
    url: Annotated[str, typer.Argument(help="The feed's address.")],
    outlet: Annotated[str, typer.Option(help="The outlet's name, as alerts shall print it.")],
    country: Annotated[str, typer.Option(help="Two capital letters, UA.")] = "",
    language: Annotated[str, typer.Option(help="Two small letters, en.")] = "",
    delay: Annotated[float, typer.Option(min=0, help="Seconds between two requests to its host.")] = 1.0,
    timezone: Annotated[str, typer.Option(help="IANA zone of the outlet, Europe/Kyiv.")] = "",
) -> None:
    """Add a feed to the settings; comments in the file stay.

    Example: tallywatch feeds add https://example.org/rss --outlet "Example News" --country GB
    """
    path = _path(context)
    feed = Feed(url=url, outlet=outlet, country=country, language=language, delay=delay, timezone=timezone)
    if add_feeds(path, [feed]):
        typer.echo(f"Added to {path}. `tallywatch feeds check` asks whether it answers.")
    else:
        typer.echo(f"{plain(url, 300)} is in {path} already.")


@app.command("list")
def show(context: typer.Context, as_json: JsonFlag = False) -> None:
    """List the feeds of the settings.

    Example: tallywatch feeds list
    """
    settings = settings_of(context)
    if as_json:
        print_json(feeds=[asdict(feed) for feed in settings.feeds])
    elif settings.feeds:
        rows = [(feed.outlet, feed.country, feed.language, feed.url) for feed in settings.feeds]
        console().print(table("Outlet", "Country", "Language", "Address", rows=rows))
    else:
        typer.echo(f"No feeds yet: `tallywatch feeds add URL --outlet NAME` writes one into {settings.path}.")


@app.command()
def check(
    context: typer.Context,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write the new addresses of moved feeds into the settings.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Fetch every feed once and say how it answers. Nothing is stored. Exit code 1 when one fails, 4 when all do.

    Example: tallywatch feeds check
    """
    settings = settings_of(context, secrets=True)
    if not settings.feeds:
        raise SettingsError(f"{settings.path}: there are no feeds to check; `tallywatch feeds add` writes one")
    from flows.fetch import Web  # the web client loads slowly; other commands do without

    web = Web(contact=settings.contact, headers=settings.web_headers(), proxies=settings.web_proxies())
    with web, ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        checked = list(pool.map(lambda feed: _checked(web, feed), settings.feeds))
    moved = {row.url: row.moved_to for row in checked if row.state == "moved"}
    fixed = move_feeds(settings.path, moved) if fix and moved else 0
    _report(checked, fixed, as_json)
    broken = [row for row in checked if row.state in ("failed", "gone", "empty")]
    if broken:
        raise typer.Exit(Exit.NETWORK if all(row.state in ("failed", "gone") for row in checked) else Exit.ATTENTION)


@app.command("import")
def import_opml(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="OPML", help="A file from a feed reader.")]
) -> None:
    """Add the feeds of an OPML file that are not in the settings yet.

    Example: tallywatch feeds import desk.opml
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read ({error.strerror}); give the path of an OPML file") from error
    feeds = read_opml(content, str(file))
    added = add_feeds(_path(context), feeds)
    typer.echo(f"{len(feeds)} feeds in {file.name}: {len(added)} added, {len(feeds) - len(added)} there already.")


@app.command()
def export(context: typer.Context) -> None:
    """Print the feeds as OPML, for a feed reader.

    Example: tallywatch feeds export > feeds.opml
    """
    typer.echo(write_opml(settings_of(context).feeds).decode(), nl=False)


def _path(context: typer.Context) -> Path:
    state = context.find_object(State)
    assert state is not None  # noqa: S101  (the callback of the program has made it)
    return state.settings


def _checked(web: Web, feed: Feed) -> Checked:
    from extractors.feeds import parse_feed  # feedparser loads slowly; other commands do without

    try:
        response = web.get(feed.url, feed=feed)
        entries = parse_feed(response.content, feed, content_type=response.content_type)
    except NewsError as error:
        gone = isinstance(error, FetchError) and error.status == _GONE
        return Checked(url=feed.url, outlet=feed.outlet, state="gone" if gone else "failed", detail=str(error))
    state: Literal["ok", "moved", "empty"] = "moved" if response.moved_to else "ok" if entries else "empty"
    return Checked(url=feed.url, outlet=feed.outlet, state=state, entries=len(entries), moved_to=response.moved_to)


def _report(checked: list[Checked], fixed: int, as_json: bool) -> None:
    if as_json:
        print_json(feeds=[asdict(row) for row in checked])
        return
    detail = {"moved": "now at {0.moved_to}", "empty": "answers, but holds no entries", "ok": "{0.entries} entries"}
    rows = [
        (row.state, row.outlet, text(detail[row.state].format(row) if row.state in detail else row.detail))
        for row in checked
    ]
    console().print(table("", "Outlet", "", rows=rows))
    counts = [
        f"{sum(row.state == state for row in checked)} {state}" for state in dict.fromkeys(r.state for r in checked)
    ]
    moved = any(row.state == "moved" for row in checked)
    hint = f" ({fixed} fixed)" if fixed else " (`--fix` writes the new addresses)" if moved else ""
    typer.echo(f"{len(checked)} feeds: {', '.join(counts)}{hint}")
