"""What is in the archive: conflicts, figures, quotes, articles; explaining them and judging them."""

from __future__ import annotations

from datetime import UTC, datetime
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
from flows.commands.shown import claim_shown, claims_table, conflict_shown, conflicts_table, quotes_table
from flows.export import claim_json, conflict_json, instant, quote_json, source_json, verdict_json
from flows.settings import Settings
from news.contradictions import in_order, judge
from news.errors import SettingsError, StorageError
from news.plain import plain
from news.policy import Thresholds
from storage import Archive, Kept, open_archive

_Unread = Literal["refused", "failed"]
_State = Literal["open", "resolved", "dismissed", "confirmed"]


def conflicts(
    context: typer.Context,
    since: Since = None,
    story: Story = None,
    state: Annotated[_State | None, typer.Option(help="Only in this state.")] = None,
    limit: Limit = 100,
    as_json: JsonFlag = False,
) -> None:
    """List the conflicts, the latest first.

    Example: tallywatch conflicts --since 7d
    """
    settings = settings_of(context)
    begin = when(since)
    with reading(settings) as archive:
        found = [] if archive is None else archive.conflicts.search(since=begin, state=state, story=story, limit=limit)
        missing = archive is None
    if as_json:
        print_json(
            conflicts=[
                conflict_json(kept.conflict, state=kept.state) | {"filed_at": instant(kept.filed_at)} for kept in found
            ]
        )
    elif found:
        console().print(conflicts_table(found))
        typer.echo("`tallywatch explain ID` shows both sentences and why they compare.")
    else:
        empty = "No conflicts match. `tallywatch figures` lists what was compared."
        typer.echo(nothing_yet(settings) if missing else empty)


def explain(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ID", help="A conflict (C-7f3a...) or a figure's id.")],
    other: Annotated[str | None, typer.Argument(metavar="[FIGURE]", help="A second figure to compare with.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Say why two figures are a conflict, or why they are none.

    Examples: tallywatch explain C-7f3a; tallywatch explain FIGURE FIGURE
    """
    settings = settings_of(context)
    with reading(settings) as archive:
        if archive is None:
            raise SettingsError(f"{plain(one, 60)} is not known. {nothing_yet(settings)}")
        if other is None:
            _explain_conflict(_conflict(archive, one), as_json)
        else:
            _explain_pair(archive, one, other, settings.thresholds, as_json)


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


def verdict(
    context: typer.Context,
    conflict_id: Annotated[str, typer.Argument(metavar="ID", help="The conflict, C-7f3a or more of its id.")],
    decision: Annotated[Literal["confirm", "dismiss", "withdraw"], typer.Argument(help="What you found.")],
    why: Annotated[str, typer.Option(help="Why, in a few words; kept with the conflict.")] = "",
    who: Annotated[str, typer.Option(help="Your name; kept with the decision.")] = "",
) -> None:
    """Keep your own judgement of a conflict: confirm it, dismiss it, or withdraw what you said.

    Example: tallywatch verdict C-7f3a dismiss --why "one counts a week only"
    """
    settings = settings_of(context)
    if not settings.archive.exists():
        raise SettingsError(f"{plain(conflict_id, 60)} is not known. {nothing_yet(settings)}")
    with open_archive(settings.archive) as archive:
        kept = _conflict(archive, conflict_id)
        archive.feedback.verdict(kept.conflict.conflict_id, decision, why, at=datetime.now(UTC), who=who)
    words = {"confirm": "confirmed", "dismiss": "dismissed", "withdraw": "open again"}[decision]
    typer.echo(f"{kept.conflict.conflict_id} is {words}.")


def _conflict(archive: Archive, wanted: str) -> Kept:
    try:
        return archive.conflicts.get(wanted)
    except StorageError as error:
        archive.conflicts.search(limit=1)  # a broken archive raises here; otherwise the id is wrong
        raise SettingsError(f"{plain(str(error), 300)}; `tallywatch conflicts` lists them") from error


def _explain_conflict(kept: Kept, as_json: bool) -> None:
    if as_json:
        print_json(conflict=conflict_json(kept.conflict, state=kept.state))
    else:
        console().print(conflict_shown(kept.conflict, kept.state), soft_wrap=True)


def _explain_pair(archive: Archive, one: str, other: str, thresholds: Thresholds, as_json: bool) -> None:
    found = [archive.claims.by_id(figure_id) for figure_id in (one, other)]
    for figure_id, claim in zip((one, other), found, strict=True):
        if claim is None:
            raise SettingsError(f"no figure {plain(figure_id, 60)} in the archive; `tallywatch figures` lists the ids")
    first, second = (claim for claim in found if claim is not None)
    earlier, later = in_order(first, second)
    judged = judge(earlier, later, thresholds)
    if as_json:
        print_json(verdict=verdict_json(judged), earlier=claim_json(earlier), later=claim_json(later))
        return
    screen = console()
    screen.print(text(f"{judged.relation.value} · {judged.level.value}", style="bold"))
    screen.print(text(judged.reason), soft_wrap=True)
    for line in judged.compared:
        screen.print(text(line, indent=2), soft_wrap=True)
    for label, claim in (("LATER  ", later), ("EARLIER", earlier)):
        screen.print(claim_shown(label, claim), soft_wrap=True)
