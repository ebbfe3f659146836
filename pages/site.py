"""The static site: an index, a page a story, a page a conflict, and the data behind every chart.

    index.html   stories/NAME.html   conflicts/c-ID.html   data/NAME.csv|json   data/NAME-1.svg|png   .made/

Plain HTML that works from a disk, without scripts and without anything from elsewhere. A file whose bytes have not
changed is left alone; the time of making stands in the index only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

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
from pages.exports import csv_of, json_of, rows_of
from pages.kept import Kept, write_file
from pages.lettering import NARROW, WIDE, Size
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

    A story that has not changed since its pages were written is left alone, and so is a chart (``pages.kept``). Each
    file is replaced as a whole, so a reader never sees half a page. Raises ``OSError`` when the disk refuses.
    """
    kept = Kept(directory)
    for story in stories:
        if not kept.is_written(story):
            names = [(path, write_file(directory / path, content))[0] for path, content in _story_files(story, kept)]
            kept.written(story, names)
    kept.forget_others(stories)
    index = _render("index.html.j2", stories=stories, open=_newest(stories), generated=generated, up="")
    return write_file(directory / "index.html", index)


def _story_files(story: Story, kept: Kept) -> Iterator[tuple[str, bytes]]:
    """Every file of one story: address within the site, and content."""
    measures = measures_of(story)
    name = slug(story.name)
    charts: dict[int, Markup] = {}
    for n, measure in enumerate(measures[:CHARTS], 1):
        if measure.drawn:
            wide, narrow, picture = _drawings(story, measure, kept)
            charts[n] = _picture(wide, narrow)
            yield f"data/{name}-{n}.svg", wide
            yield f"data/{name}-{n}.png", picture
    rows = rows_of(measures)
    yield f"data/{name}.csv", csv_of(rows)
    yield f"data/{name}.json", json_of(story.title, rows, story.excluded)
    edits = edits_of([*story.earlier, *story.claims])
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


def _drawings(story: Story, measure: Measure, kept: Kept) -> tuple[bytes, bytes, bytes]:
    """The chart of a measure as SVG for wide and for narrow screens, and as PNG."""

    def drawn(format: Literal["svg", "png"], size: Size) -> bytes:
        return kept.chart(
            story, measure.points, measure.links, title=measure.words, format=format, size=size, unit=_unit(measure)
        )

    return drawn("svg", WIDE), drawn("svg", NARROW), drawn("png", WIDE)


def _unit(measure: Measure) -> str:
    return measure.claims[0].figure.unit


def _picture(wide: bytes, narrow: bytes) -> Markup:
    """The chart for wide and for narrow screens; style sheets show one of them. The SVG is ours, its text escaped."""
    both = Markup(wide.decode()), Markup(narrow.decode())  # noqa: S704
    return Markup('<div class="wide">{}</div><div class="narrow">{}</div>').format(*both)


def _newest(stories: Sequence[Story]) -> list[tuple[Story, Conflict]]:
    pairs = [(story, conflict) for story in stories for conflict in story.conflicts]
    return sorted(pairs, key=lambda pair: (pair[1].later.source.published, pair[1].conflict_id), reverse=True)


def _kind(conflict: Conflict, decision: str) -> str:
    """``Conflict`` · ``Possible conflict`` · ``Conflict, resolved, confirmed``."""
    first = "Possible conflict" if conflict.verdict.possible else "Conflict"
    state = "" if conflict.state == "open" else conflict.state
    return ", ".join(filter(None, (first, state, decision)))


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
        "kind": _kind,
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
