"""Beginning: ``demo``, ``init``, ``version``."""

from __future__ import annotations

from importlib.metadata import version as version_of
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.common import console
from news.errors import SettingsError

#: Name in the new directory -> name of the template in ``flows/templates``.
_FILES = {"watch.yaml": "watch.yaml", ".env.example": "env.example", ".gitignore": "gitignore"}


def demo(
    directory: Annotated[Path, typer.Option(help="Where its archive and pages go.")] = Path("demo"),
) -> None:
    """Run the bundled offline demo: a small news web on this machine, from feeds to a contradiction alert.

    Example: tallywatch demo
    """
    from flows.demo import run_demo  # Prefect loads slowly; other commands do without

    run_demo(directory, console())


def init(directory: Annotated[Path, typer.Argument(metavar="DIR", help="Made when it is not there.")]) -> None:
    """Write a commented watch.yaml, .env.example and .gitignore into DIR. Nothing is ever overwritten.

    Example: tallywatch init kursk
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        written = [name for name in _FILES if _write(directory / name, _FILES[name])]
    except OSError as error:
        raise SettingsError(f"{directory}: cannot be written ({error.strerror}); choose another directory") from error
    for name in _FILES:
        typer.echo(f"{directory / name}: {'written' if name in written else 'was there, left alone'}")
    typer.echo(f"Next: edit {directory / 'watch.yaml'}, then in {directory}: tallywatch feeds check")


def version() -> None:
    """Print the version.

    Example: tallywatch version
    """
    typer.echo(f"tallywatch {version_of('tallywatch')}")


def _write(path: Path, template: str) -> bool:
    """Write a new file; False when there is one of that name (a link counts, wherever it leads)."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write((files("flows") / "templates" / template).read_text("utf-8"))
    except FileExistsError:
        return False
    return True
