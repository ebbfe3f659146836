"""What is in the archive: conflicts, figures, quotes, articles; explaining them and judging them."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from flows.commands.common import (
    JsonFlag,
    Limit,
    Since,
    Story,
    console,
    nothing_yet,
    print_json,
    reading,
    settings_of,
    table,
    text,
    when,
)
from flows.commands.shown import claims_table, conflicts_table, quotes_table
from flows.export import claim_json, conflict_json, instant, quote_json, source_json
from flows.settings import Settings

_Unread = Literal["refused", "failed"]
_State = Literal["open", "resolved"]
_Decision = Literal["suggested", "confirmed", "dismissed"]


def conflicts(
    context: typer.Context,
    since: Since = None,
    story: Story = None,
    state: Annotated[_State | None, typer.Option(help="Do the two sides still disagree?")] = None,
    decision: Annotated[_Decision | None, typer.Option(help="What people said of it.")] = None,
    limit: Limit = 100,
    as_json: JsonFlag = False,
) -> None:
    """List the conflicts, the latest first.

    Example: tallywatch conflicts --since 7d
    """
    settings = settings_of(context)
    begin = when(since)
    with reading(settings) as archive:
        missing = archive is None
        found = []
        if archive is not None:
            found = archive.conflicts.search(since=begin, state=state, decision=decision, story=story, limit=limit)
    if as_json:
        print_json(
            conflicts=[
                conflict_json(kept.conflict, decision=kept.decision) | {"filed_at": instant(kept.filed_at)}
                for kept in found
            ]
        )
    elif found:
        console().print(conflicts_table(found))
        typer.echo("`tallywatch explain ID` shows both sentences and why they compare.")
    else:
        empty = "No conflicts match. `tallywatch figures` lists what was compared."
        typer.echo(nothing_yet(settings) if missing else empty)


def figures(
    context: typer.Context,
    measure: Annotated[str | None, typer.Option(help='Words of the measure: "soldiers killed kursk".')] = None,
    said_by: Annotated[str | None, typer.Option(help="Part of the speaker's or carrier's name.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only of this outlet.")] = None,
    since: Since = None,
    story: Story = None,
    limit: Limit = 100,
    as_json: JsonFlag = False,
) -> None:
    """List figures, the latest first.

    Example: tallywatch figures --measure "killed kursk" --since 2024-12-01
    """
    settings = settings_of(context)
    begin = when(since)
    with reading(settings) as archive:
        found = (
            []
            if archive is None
            else archive.claims.search(
                story=story, measure=measure, outlet=outlet, said_by=said_by, since=begin, limit=limit
            )
        )
        missing = archive is None
    if as_json:
        print_json(figures=[claim_json(claim) for claim in found])
    elif found:
        console().print(claims_table(found))
    else:
        typer.echo(nothing_yet(settings) if missing else "No figures match; use fewer words or an earlier --since.")


def quotes(
    context: typer.Context,
    words: Annotated[str | None, typer.Option("--text", help="Words that the quote holds.")] = None,
    said_by: Annotated[str | None, typer.Option(help="Part of the speaker's or carrier's name.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only of this outlet.")] = None,
    since: Since = None,
    story: Story = None,
    limit: Limit = 100,
    as_json: JsonFlag = False,
) -> None:
    """List quotes, the latest first.

    Example: tallywatch quotes --said-by Zelensky
    """
    settings = settings_of(context)
    begin = when(since)
    with reading(settings) as archive:
        found = (
            []
            if archive is None
            else archive.quotes.search(
                story=story, text=words, outlet=outlet, said_by=said_by, since=begin, limit=limit
            )
        )
        missing = archive is None
    if as_json:
        print_json(quotes=[quote_json(said.quote) | source_json(said.source) for said in found])
    elif found:
        console().print(quotes_table(found))
    else:
        typer.echo(nothing_yet(settings) if missing else "No quotes match; use fewer words or an earlier --since.")


def articles(
    context: typer.Context,
    outlet: Annotated[str | None, typer.Option(help="Only of this outlet.")] = None,
    since: Since = None,
    story: Story = None,
    outcome: Annotated[_Unread | None, typer.Option(help="Pages that are no articles, with the reason.")] = None,
    limit: Limit = 100,
    as_json: JsonFlag = False,
) -> None:
    """List the articles that were read, the latest first; with --outcome, the pages that were not, and why.

    Examples: tallywatch articles --story kursk; tallywatch articles --outcome failed
    """
    settings = settings_of(context)
    if outcome is not None:
        _unread(settings, outcome, limit, as_json)
        return
    begin = when(since)
    with reading(settings) as archive:
        found = [] if archive is None else archive.articles.search(since=begin, story=story, outlet=outlet, limit=limit)
        missing = archive is None
    if as_json:
        extra = [{"copy_of": filed.copy_of, "figures": filed.figures, "quotes": filed.quotes} for filed in found]
        print_json(articles=[source_json(filed.source) | more for filed, more in zip(found, extra, strict=True)])
    elif found:
        rows = [
            (
                f"{filed.source.published:%Y-%m-%d %H:%M}",
                filed.source.outlet,
                text(filed.source.title, 80),
                f"{filed.figures}",
                f"{filed.quotes}",
                "copy" if filed.copy_of else "",
            )
            for filed in found
        ]
        console().print(table("Published", "Outlet", "Title", "Figures", "Quotes", "", rows=rows))
    else:
        typer.echo(nothing_yet(settings) if missing else "No articles match; try an earlier --since.")


def _unread(settings: Settings, outcome: _Unread, limit: int, as_json: bool) -> None:
    with reading(settings) as archive:
        found = [] if archive is None else archive.entries.details(outcome, limit=limit)
        missing = archive is None
    if as_json:
        print_json(
            pages=[
                {"url": entry.url, "outlet": entry.outlet, "title": entry.title, "outcome": outcome, "detail": detail}
                for entry, detail in found
            ]
        )
    elif found:
        for entry, detail in found:
            where = "" if entry.url in detail else f"{entry.url}: "
            console().print(text(f"{entry.outlet}: {where}{detail}"), soft_wrap=True)
    else:
        typer.echo(nothing_yet(settings) if missing else f"No page was {outcome}.")
