"""``tallywatch known``: what did we hold on a given day?"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

import typer
from rich.text import Text

from flows.commands.common import JsonFlag, console, day, nothing_yet, print_json, reading, settings_of, table, text
from flows.commands.shown import conflicts_table, who
from flows.export import claim_json, conflict_json
from flows.export import day as day_json
from flows.settings import Settings
from news.errors import SettingsError
from news.known import Clock, Standing, end_of, standing
from news.plain import plain
from storage import Kept


def known(
    context: typer.Context,
    story: Annotated[str, typer.Argument(help="The watch (its name).")],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day, UTC (today).")] = None,
    clock: Annotated[
        Literal["told", "seen"], typer.Option(help="told: published by then; seen: read by us by then.")
    ] = "told",
    as_json: JsonFlag = False,
) -> None:
    """Say what stood at the end of a day: the last figure of each voice by measure, and the conflicts among them.

    Example: tallywatch known kursk --on 2025-01-13
    """
    settings = settings_of(context)
    _check(settings, story)
    that_day = datetime.now(UTC).date() if on is None else day(on)
    by = Clock(clock)
    with reading(settings) as archive:
        if archive is None:
            raise SettingsError(f"nothing is known of {plain(story, 60)}. {nothing_yet(settings)}")
        measures = standing(archive.claims.known(story, end_of(that_day), by))
        conflicts = archive.conflicts.known(story, end_of(that_day), by)
    if as_json:
        print_json(
            story=story,
            on=day_json(that_day),
            clock=by.value,
            measures=[
                {"measure": one.measure, "claims": [claim_json(claim) for claim in one.claims]} for one in measures
            ],
            conflicts=[conflict_json(kept.conflict, decision=kept.decision) for kept in conflicts],
        )
    else:
        _show(measures, conflicts, f"{story}, end of {that_day} (UTC), as {by.value}")


def _check(settings: Settings, story: str) -> None:
    names = [watch.name for watch in settings.watches]
    if names and story not in names:
        raise SettingsError(f"there is no watch {plain(story, 60)!r}; known are {', '.join(names)}")


def _show(measures: list[Standing], conflicts: list[Kept], title: str) -> None:
    screen = console()
    screen.print(text(title, style="bold"))
    if not measures:
        typer.echo("Nothing was known yet; `tallywatch figures` lists what is.")
        return
    for one in measures:
        screen.print(Text("\n") + text(one.measure, 160, style="bold"))
        rows = [
            (
                claim.figure.surface,
                who(claim.figure.attribution),
                claim.source.outlet,
                f"{claim.source.published:%Y-%m-%d %H:%M}",
                f"{claim.source.first_seen:%Y-%m-%d %H:%M}",
                claim.figure.figure_id,
            )
            for claim in one.claims
        ]
        screen.print(table("Figure", "Said by", "Outlet", "Told", "Seen", "Id", rows=rows))
    if conflicts:
        screen.print(Text(f"\nConflicts ({len(conflicts)})", style="bold"))
        screen.print(conflicts_table(conflicts))
