"""The chart of one measure: who said what when, and where two claims conflict.

x is the day it was said (or the day it refers to), y the value, logarithmic when the largest is more than twenty times
the smallest. A dot is an exact number, a bar a range, an arrow an open bound ("more than"), a hollow mark preliminary,
a cross a rejected number. Colour and shape tell the speaker, so the chart reads in greyscale and without colour vision;
a step line joins one speaker's own series; the band is what all speakers' latest claims span; a dashed red line joins a
conflicting pair. Labels stand beside the points; there is no legend to hunt in.

Why matplotlib: one library gives SVG and PNG from the same drawing, offline, without a browser, byte for byte the same
each time, and measures text, which placing labels needs. Plotly, Bokeh and Altair draw in JavaScript (PNG asks for a
browser or a second renderer, pages for megabytes of script); pygal and hand-written SVG give no PNG and no text sizes;
seaborn only styles matplotlib. Only its object interface is used: pyplot keeps global state.
"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from pages.axes import set_axes
from pages.labels import Box, Segment
from pages.lettering import MAIL, NARROW, WIDE, Lettering, Size
from pages.points import Link, Point, alt_text
from pages.svg import finish_svg
from pages.theme import CONFLICT, MARKERS, MUTED, PAPER, SERIES

#: matplotlib's settings are global to the process; drawing takes turns.
_LOCK = threading.Lock()
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "tallywatch",  # the same ids each time
    "svg.fonttype": "none",  # text stays text: selectable, searchable, read aloud
    "font.family": ["DejaVu Sans"],  # ships with matplotlib
    "path.simplify": False,
    "text.usetex": False,
    "text.parse_math": False,  # "$" is a dollar
}


def chart(
    points: Sequence[Point],
    links: Sequence[Link] = (),
    *,
    title: str = "",
    format: Literal["svg", "png"] = "svg",
    size: Size = WIDE,
    by: Literal["said", "as_of"] = "said",
    unit: str = "",
) -> bytes:
    """Draw points and conflicts. SVG bytes hold one ``<svg>`` element with ``role="img"`` and the chart in words, its
    colours as CSS variables with fallbacks (so a page can turn dark); PNG bytes are on white.

    Raises ``ValueError`` without points.
    """
    if not points:
        raise ValueError("a chart needs at least one point")
    with _LOCK, mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*missing from font.*")  # a name in another script: its boxes show
        drawing = _Drawing(points, links, size, by, unit)
        drawing.draw()
        return drawing.save(format, alt_text(drawing.points, links, title))


class _Drawing:
    """One picture in the making."""

    def __init__(self, points: Sequence[Point], links: Sequence[Link], size: Size, by: str, unit: str) -> None:
        self.points = sorted(points, key=lambda p: (p.said if by == "said" else p.as_of, p.who, p.point_id))
        self.links, self.size = links, size
        self.when = {p.point_id: float(date2num(p.said if by == "said" else p.as_of)) for p in self.points}  # type: ignore[no-untyped-call]
        self.series = {who: n for n, who in enumerate(dict.fromkeys(p.who for p in self.points))}
        self.figure = Figure(figsize=(size.width / 72, size.height / 72), dpi=72, facecolor=PAPER)
        self.canvas = FigureCanvasAgg(self.figure)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1), facecolor="none")
        self.log = set_axes(self.axes, self.points, list(self.when.values()), size.width, size.height, size.font, unit)
        self.taken: list[Box] = []
        self.lines: list[Segment] = []

    # ------------------------------------------------------------------------------------------------ geometry
    def level(self, point: Point) -> float:
        """Height at which lines meet a point: the bound, or the visual middle of a bar (which is no claim)."""
        low, high = point.marks[0], point.marks[-1]
        return float((low * high) ** 0.5) if self.log else (low + high) / 2

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        at = self.axes.transData.transform((x, y))
        return float(at[0]), float(at[1])

    def fraction(self, x: float, y: float) -> tuple[float, float]:
        """Pixels as parts of the picture, which hold at every resolution."""
        return x / self.size.width, y / self.size.height

    def spot(self, point: Point) -> tuple[float, float]:
        return self.pixel(self.when[point.point_id], self.level(point))

    def colour(self, point: Point) -> str:
        return SERIES[self.series[point.who] % len(SERIES)]

    # -------------------------------------------------------------------------------------------------- layers
    def draw(self) -> None:
        self._band()
        for who in self.series:
            self._steps([point for point in self.points if point.who == who])
        for link in self.links:
            self._link(link)
        for point in self.points:
            self._mark(point)
        self._labels()

    def _band(self) -> None:
        """What the latest claims of all speakers span at each moment; nothing is averaged."""
        if len(self.series) < 2:
            return
        latest: dict[str, Point] = {}
        times, lows, highs = [], [], []
        for point in self.points:
            latest[point.who] = point
            if len(latest) > 1:
                times.append(self.when[point.point_id])
                lows.append(min(p.marks[0] for p in latest.values()))
                highs.append(max(p.marks[-1] for p in latest.values()))
        if times:
            times.append(self.axes.get_xlim()[1])
            self.axes.fill_between(
                times, [*lows, lows[-1]], [*highs, highs[-1]], step="post", color=MUTED, alpha=0.09, lw=0, zorder=1
            )

    def _steps(self, points: list[Point]) -> None:
        if len(points) < 2:
            return
        xs, ys = [self.when[p.point_id] for p in points], [self.level(p) for p in points]
        self.axes.plot(xs, ys, drawstyle="steps-post", color=self.colour(points[0]), lw=1.6, alpha=0.75, zorder=3)
        for before, after in pairwise(points):
            x, y = self.spot(before)
            end_x, end_y = self.spot(after)
            self.lines += [(x, y, end_x, y), (end_x, y, end_x, end_y)]

    def _ends(self, link: Link) -> list[tuple[float, float]]:
        """Where both ends of a link are; empty when one is not drawn."""
        ends = [self.spot(p) for key in (link.earlier, link.later) for p in self.points if p.point_id == key]
        return ends if len(ends) == 2 else []

    def _link(self, link: Link) -> None:
        if ends := self._ends(link):
            data = self.axes.transData.inverted().transform(ends)
            self.axes.plot(data[:, 0], data[:, 1], color=CONFLICT, lw=2.2, ls=(0, (4, 2.5)), zorder=4)
            self.lines.append((*ends[0], *ends[1]))

    def _mark(self, point: Point) -> None:
        x, colour = self.when[point.point_id], self.colour(point)
        marker = "x" if point.denied else MARKERS[self.series[point.who] % len(MARKERS)]
        face = PAPER if point.preliminary else colour
        style: dict[str, Any] = {"mfc": face, "mec": colour, "mew": 2.0, "ms": 8.5, "ls": "", "zorder": 6}
        if len(point.marks) == 2:
            self.axes.plot([x, x], point.marks, color=colour, lw=5, alpha=0.55, solid_capstyle="butt", zorder=5)
            style["ms"] = 6.5
        self.axes.plot([x] * len(point.marks), point.marks, marker=marker, **style)
        self._arrow(point, colour)
        pixels = [self.pixel(x, mark) for mark in point.marks]
        up, down = 24 if point.high is None else 8, 24 if point.low is None else 8
        left, bottom, top = pixels[0][0], pixels[0][1], pixels[-1][1]
        self.taken.append((left - 7, bottom - down, left + 7, top + up))

    def _arrow(self, point: Point, colour: str) -> None:
        """An open bound: the number may be anywhere on that side."""
        if point.low is not None and point.high is not None:
            return
        x, y = self.spot(point)
        away = 1 if point.high is None else -1
        self.axes.annotate(
            "",
            xy=self.fraction(x, y + 22 * away),
            xytext=self.fraction(x, y + 4 * away),
            xycoords="figure fraction",
            textcoords="figure fraction",
            arrowprops={
                "arrowstyle": "-|>",
                "color": colour,
                "lw": 2.0,
                "mutation_scale": 11,
                "shrinkA": 0,
                "shrinkB": 0,
            },
            zorder=5,
        )

    # -------------------------------------------------------------------------------------------------- labels
    def _labels(self) -> None:
        """Names and values, the most important first; the ratio of each conflict once its two ends are named."""
        box = self.axes.get_window_extent()
        frame = (box.x0 + 3, box.y0 + 3, self.size.width - 4.0, box.y1 - 1)
        marks = [(self.spot(p), self.pixel(self.when[p.point_id], mark)) for p in self.points for mark in p.marks]
        letters = Lettering(self.figure, self.axes, self.canvas, self.size, frame, self.taken, self.lines, marks)
        if self.log:
            letters.corner("logarithmic scale")
        named, rest = self._by_importance()
        placed = sum(letters.label(point, self.spot(point)) for point in named[: self.size.labels])
        for link in self.links:
            if (ends := self._ends(link)) and link.label:
                middle = ((ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2)
                letters.tag(link.label, middle)
        for point in rest:
            if placed < self.size.labels:
                placed += letters.value(point, self.spot(point))

    def _by_importance(self) -> tuple[list[Point], list[Point]]:
        """Conflicting points and the last of each series carry the name; the others are labelled where room is left."""
        linked = {key for link in self.links for key in (link.earlier, link.later)}
        last = {point.who: point.point_id for point in self.points}
        heads = [p for p in self.points if p.point_id in linked]
        tails = [p for p in self.points if p.point_id not in linked and last[p.who] == p.point_id]
        rest = [p for p in self.points if p.point_id not in linked and last[p.who] != p.point_id]
        return heads + tails, rest

    # -------------------------------------------------------------------------------------------------- output
    def save(self, format: str, words: str) -> bytes:
        buffer = io.BytesIO()
        if format == "png":
            self.figure.savefig(buffer, format="png", dpi=72 * self.size.scale, metadata={"Software": None})
            return buffer.getvalue()
        self.figure.savefig(
            buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
        )
        return finish_svg(buffer.getvalue(), width=self.size.width, height=self.size.height, words=words)


__all__ = ["MAIL", "NARROW", "WIDE", "Link", "Point", "Size", "chart"]
