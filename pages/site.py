"""The static site: an index, a page a story, a page a conflict, and the data behind every chart.

    index.html   stories/NAME.html   conflicts/c-ID.html   data/NAME.csv|json   data/NAME-1.svg|png

Plain HTML that works from a disk, without scripts and without anything from elsewhere. A file whose bytes have not
changed is left alone; the time of making stands in the index only.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from news.plain import plain, slug, web_link
from news.records import Conflict
from news.wording import (
    day_words,
    difference_words,
    figure_words,
    in_context,
    instant_words,
    note_words,
    period_words,
    ratio_words,
    reach_words,
    relation_words,
    speaker,
    who_words,
)
from pages.chart import NARROW, WIDE, Size, chart
from pages.exports import csv_of, json_of, rows_of
from pages.points import alt_text
from pages.story import Edit, Measure, Quoted, Story, edits_of, measures_of
from pages.theme import VARIABLES

#: Charts drawn for one story; measures beyond are listed as tables.
CHARTS = 8


def story_path(name: str) -> str:
    """Where a story's page is, relative to the site: ``stories/kursk.html``."""
    return f"stories/{slug(name)}.html"


def conflict_path(conflict_id: str) -> str:
    """Where a conflict's page is, relative to the site: ``conflicts/c-7f3a11c2.html``."""
    name = conflict_id.lower() if re.fullmatch(r"C-[0-9a-f]{4,40}", conflict_id) else slug(conflict_id)
    return f"conflicts/{name}.html"


def write_site(stories: Sequence[Story], directory: Path, *, generated: datetime) -> Path:
    """Write the pages of all stories into ``directory`` (made when missing) and answer the path of the index.

    Each file is replaced as a whole, so a reader never sees half a page. Raises ``OSError`` when the disk refuses.
    """
    for story in stories:
        for path, content in _story_files(story):
            write_file(directory / path, content)
    index = _render("index.html.j2", stories=stories, open=_newest(stories), generated=generated, up="")
    return write_file(directory / "index.html", index)


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


def _story_files(story: Story) -> Iterator[tuple[str, bytes]]:
    """Every file of one story: address within the site, and content."""
    measures = measures_of(story)
    name = slug(story.name)
    charts = {n: _picture(measure, f"{name}-{n}") for n, measure in enumerate(measures[:CHARTS], 1) if measure.drawn}
    for n, measure in enumerate(measures[:CHARTS], 1):
        if measure.drawn:
            yield f"data/{name}-{n}.svg", _draw(measure, WIDE)
            yield (
                f"data/{name}-{n}.png",
                chart(measure.points, measure.links, title=measure.words, format="png", unit=_unit(measure)),
            )
    rows = rows_of(measures)
    yield f"data/{name}.csv", csv_of(rows)
    yield f"data/{name}.json", json_of(story.title, rows, story.excluded)
    edits = edits_of(story.claims)
    yield (
        story_path(story.name),
        _render("story.html.j2", story=story, measures=measures, charts=charts, edits=edits, data=name, up="../"),
    )
    for n, measure in enumerate(measures, 1):
        for conflict in measure.conflicts:
            yield (
                conflict_path(conflict.conflict_id),
                _render("conflict.html.j2", story=story, conflict=conflict, chart=charts.get(n, ""), up="../"),
            )


def _draw(measure: Measure, size: Size) -> bytes:
    return chart(measure.points, measure.links, title=measure.words, size=size, unit=_unit(measure))


def _unit(measure: Measure) -> str:
    return measure.claims[0].figure.unit


def _picture(measure: Measure, name: str) -> Markup:
    """The chart for wide and for narrow screens; style sheets show one of them. The SVG is ours, its text escaped."""
    wide, narrow = (_draw(measure, size).decode() for size in (WIDE, NARROW))
    return Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(Markup(wide), Markup(narrow))  # noqa: S704


def _newest(stories: Sequence[Story]) -> list[tuple[Story, Conflict]]:
    pairs = [(story, conflict) for story in stories for conflict in story.conflicts]
    return sorted(pairs, key=lambda pair: (pair[1].later.source.published, pair[1].conflict_id), reverse=True)


def _outlets(conflict: Conflict) -> set[str]:
    return {conflict.earlier.source.outlet, conflict.later.source.outlet, *conflict.outlets}


def _lead(conflict: Conflict) -> str:
    """``> 3,000 conflicts with about 1,100.`` and how they relate."""
    relation = relation_words(conflict.verdict.relation)
    earlier, later = conflict.earlier.figure, conflict.later.figure
    distance = difference_words(earlier.value, later.value, later.unit)
    pair = f"{figure_words(later)} conflicts with {figure_words(earlier)}"
    words = f"{pair[:1].upper()}{pair[1:]}. {relation[:1].upper()}{relation[1:]}."
    return f"{words} The new figure is {distance}." if distance else words


def _counts(story: Story) -> str:
    """``8 figures, 5 speakers, 4 outlets``."""
    speakers = {speaker(c.figure.attribution, c.source.outlet).casefold() for c in story.claims}
    outlets = {c.source.outlet.casefold() for c in story.claims}
    parts = ((len(story.claims), "figure"), (len(speakers), "speaker"), (len(outlets), "outlet"))
    return ", ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in parts)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words = {
        "alt_text": alt_text,
        "conflict_path": conflict_path,
        "context": in_context,
        "counts": _counts,
        "lead": _lead,
        "link": web_link,
        "notes": note_words,
        "ratio": lambda conflict: ratio_words(conflict.verdict.ratio),
        "reach": lambda conflict: reach_words(_outlets(conflict), conflict.origins),
        "speaker": lambda claim: speaker(claim.figure.attribution, claim.source.outlet),
        "story_path": story_path,
        "value": lambda claim: figure_words(claim.figure),
        "who": who_words,
    }
    environment.globals.update(words)
    environment.filters.update(day=day_words, instant=instant_words, period=period_words, plain=plain)
    environment.globals["dark"] = dict(VARIABLES.values())
    environment.globals["light"] = {variable: light for light, (variable, _) in VARIABLES.items()}
    return environment


def _render(template: str, **names: object) -> bytes:
    page = _environment().get_template(template).render(**names)
    return page.encode("utf-8", "replace")


__all__ = ["Edit", "Quoted", "Story", "conflict_path", "story_path", "write_file", "write_site"]
