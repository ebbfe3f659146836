"""What is on the disk already and still true: stories and charts that have not changed are not made again.

    .made/kursk.json          digest of the story its pages were made from, and which files those are
    .made/charts/<digest>.svg a drawing under the digest of what it shows

The digests cover this code too, so a new release writes everything anew. The folder may be removed at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from news.plain import slug
from pages.chart import chart
from pages.lettering import Size
from pages.points import Link, Point
from pages.story import Story

FOLDER = ".made"


class Kept:
    """The record of one site. ``directory``: of the site."""

    def __init__(self, directory: Path) -> None:
        self._site = directory
        self._folder = directory / FOLDER
        self._drawings: dict[str, set[str]] = {}

    def is_written(self, story: Story) -> bool:
        """Whether the pages of just this story are there, made by just this code."""
        known = self._record(story)
        return (
            known.get("digest") == story_digest(story)
            and all((self._site / name).is_file() for name in known.get("files", [""]))
            and all((self._charts / name).is_file() for name in known.get("charts", []))
        )

    def written(self, story: Story, names: Sequence[str]) -> None:
        """Remember that the story's files were written: call it when the last of them is on the disk."""
        record = {
            "digest": story_digest(story),
            "files": list(names),
            "charts": sorted(self._drawings.get(slug(story.name), ())),
        }
        write_file(self._path(story), (json.dumps(record, indent=1) + "\n").encode())

    def chart(
        self,
        story: Story,
        points: Sequence[Point],
        links: Sequence[Link],
        *,
        title: str,
        format: Literal["svg", "png"],
        size: Size,
        unit: str,
    ) -> bytes:
        """``pages.chart.chart``, drawn only when it was not drawn before."""
        name = f"{_digest([points, links, title, format, size, unit])}.{format}"
        self._drawings.setdefault(slug(story.name), set()).add(name)
        with suppress(FileNotFoundError):
            return (self._charts / name).read_bytes()
        drawn = chart(points, links, title=title, format=format, size=size, unit=unit)
        write_file(self._charts / name, drawn)
        return drawn

    def forget_others(self, stories: Iterable[Story]) -> None:
        """Remove drawings that no page of these stories shows."""
        shown = {name for story in stories for name in self._record(story).get("charts", [])}
        if self._charts.is_dir():
            for path in self._charts.iterdir():
                if path.name not in shown:
                    path.unlink(missing_ok=True)

    @property
    def _charts(self) -> Path:
        return self._folder / "charts"

    def _path(self, story: Story) -> Path:
        return self._folder / f"{slug(story.name)}.json"

    def _record(self, story: Story) -> dict[str, Any]:
        """What ``written`` wrote; nothing when it is not there or was damaged."""
        try:
            record = json.loads(self._path(story).read_bytes())
        except (FileNotFoundError, ValueError):
            return {}
        return record if isinstance(record, dict) else {}


def write_file(path: Path, content: bytes) -> Path:
    """Put ``content`` at ``path`` in one step; leave the file alone when it holds just that."""
    with suppress(FileNotFoundError):
        if path.read_bytes() == content:
            return path
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)  # temporary files are private; a site is not
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


def story_digest(story: Story) -> str:
    """The same for the same content, in whatever order claims and conflicts come."""
    claims = sorted(_canonical(claim) for claim in story.claims)
    conflicts = sorted(_canonical(conflict) for conflict in story.conflicts)
    earlier = sorted(_canonical(claim) for claim in story.earlier)
    decisions = sorted(story.decisions.items())
    return _digest([story.name, story.title, claims, earlier, conflicts, decisions, story.quotes, story.excluded])


def _digest(content: object) -> str:
    return hashlib.sha256(f"{_code()}\n{_canonical(content)}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _canonical(value: object) -> str:
    """A record as text; ``repr`` would give the members of a set in another order in each process."""
    if is_dataclass(value):
        return f"{type(value).__name__}({','.join(_canonical(getattr(value, f.name)) for f in fields(value))})"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, set | frozenset):
        return f"{{{','.join(sorted(_canonical(member) for member in value))}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{','.join(_canonical(member) for member in value)}]"
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    return repr(value)


@cache
def _code() -> str:
    """Digest of everything that words and draws."""
    sources = [source for package in ("pages", "news") for source in _sources(files(import_module(package)))]
    digest = hashlib.sha256(version("matplotlib").encode())
    for name, content in sorted(sources):
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.name.startswith(("_", ".")):
            found += _sources(entry)
        elif entry.name.endswith((".py", ".j2", ".css")):
            found.append((entry.name, entry.read_bytes()))
    return found
