"""``tallywatch``: the command line. Each command is a function in ``flows.commands``; this module puts them together
and turns expected failures into one line on standard error and an exit code."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from flows.commands import explain, feedback, feeds, known, run, setup, stored, tried
from flows.commands.common import State
from flows.commands.exits import TABLE, Exit, code_of
from news.errors import NewsError
from news.plain import plain


class _Commands(TyperGroup):
    """Says expected failures in one line; ``--debug`` shows where they come from."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except NewsError as error:
            if ctx.params.get("debug"):
                raise
            typer.echo(f"tallywatch: {plain(str(error), 1000)}", err=True)
            raise typer.Exit(code_of(error)) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            if ctx.params.get("debug"):
                raise
            where = f"{error.filename}: " if error.filename else ""
            typer.echo(f"tallywatch: {plain(where + str(error.strerror or error), 1000)}", err=True)
            raise typer.Exit(Exit.ARCHIVE) from error


app = typer.Typer(
    cls=_Commands,
    name="tallywatch",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(epilog="\b\n" + TABLE)
def program(
    context: typer.Context,
    settings: Annotated[Path, typer.Option(metavar="PATH", help="The settings.")] = Path("watch.yaml"),
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
) -> None:
    """Watch the numbers in the news: who said them, and when a new one contradicts an earlier report.

    Example: tallywatch demo
    """
    context.obj = State(settings=settings, debug=debug)


app.command()(setup.demo)
app.command()(setup.init)
app.add_typer(feeds.app, name="feeds")
app.command("try")(tried.try_page)
app.command()(run.run)
app.command()(stored.conflicts)
app.command()(explain.explain)
app.command()(known.known)
app.command()(stored.figures)
app.command()(stored.quotes)
app.command()(stored.articles)
app.command()(feedback.verdict)
app.command()(feedback.lessons)
app.add_typer(feedback.mute, name="mute")
app.add_typer(run.alerts, name="alerts")
app.command()(run.status)
app.command()(setup.version)


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without UTF-8 shows "?" for what it does not have
            stream.reconfigure(errors="replace")
    app(prog_name="tallywatch")


if __name__ == "__main__":
    main()
