"""Text on a chart: measured first, then put where it covers nothing, or left out."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from pages.labels import Box, Segment, place
from pages.points import Point
from pages.theme import CONFLICT, INK, MUTED

Spot = tuple[float, float]

#: Height of a line of text, in font sizes.
LEADING = 1.22
#: Distance from which a thin line leads from the label to its point, in pixels.
LEADER = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Of a picture, in CSS pixels. ``font``: size of labels; ``scale``: pixels of a PNG per CSS pixel; ``labels``: at
    most so many points are labelled."""

    width: int = 760
    height: int = 420
    font: float = 12.5
    scale: float = 2.0
    labels: int = 16

    @property
    def wide(self) -> bool:
        return self.width > 500


WIDE = Size()
NARROW = Size(width=328, height=420, font=12, labels=8)
#: Readable both at 500 pixels in a mail program and at 330 on a phone.
MAIL = Size(width=440, height=400, font=13, labels=8)


class Lettering:
    """Puts labels on one figure. ``taken`` and ``lines`` are what must and what should not be covered,
    ``marks`` the spot of every point with each of its marks, in pixels."""

    def __init__(
        self,
        figure: Figure,
        axes: Axes,
        canvas: FigureCanvasAgg,
        size: Size,
        frame: Box,
        taken: list[Box],
        lines: list[Segment],
        marks: list[tuple[Spot, Spot]],
    ) -> None:
        self._figure, self._axes, self._size, self._frame = figure, axes, size, frame
        self._renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
        self._taken, self._lines, self._marks = taken, lines, marks

    def label(self, point: Point, spot: tuple[float, float]) -> bool:
        """Value and speaker in the best of three forms: the name in wide lines, in narrow lines, or left out (which
        costs). False when none fits."""
        forms = ((24, 0.0), (17, 4.0), (0, 90.0)) if self._size.wide else ((17, 0.0), (0, 60.0))
        rooms = []
        for columns, extra in forms:
            lines = self._written(point, columns)
            if found := self._room(lines, spot):
                rooms.append((found[0] + extra, columns))
            _remove(lines)
        return bool(rooms) and self._put(self._written(point, min(rooms)[1]), spot)

    def value(self, point: Point, spot: tuple[float, float]) -> bool:
        """The value alone."""
        return self._put(self._written(point, 0), spot)

    def tag(self, words: str, spot: tuple[float, float]) -> bool:
        """Words on a conflict's line."""
        return self._put([self._text(words, bold=True, colour=CONFLICT)], spot, leader=False)

    def corner(self, words: str) -> None:
        """A remark at the top left, inside the frame."""
        note = self._text(words, colour=MUTED)
        note.set_fontsize(max(self._size.font - 1, 11))
        width = float(note.get_window_extent(self._renderer).width)
        left, _, _, top = self._frame
        self._set([note], (left, top - 16, left + width, top))

    def _written(self, point: Point, columns: int) -> list[Text]:
        """Value in bold, the speaker's name below in lines of ``columns`` characters (0 = no name)."""
        names = wrap(point.who, columns, max_lines=2 if columns > 20 else 4, placeholder="…") if columns else []
        return [self._text(point.label, bold=True), *(self._text(name, colour=MUTED) for name in names)]

    def _text(self, words: str, *, bold: bool = False, colour: str = INK) -> Text:
        return self._figure.text(
            0,
            0,
            words,
            fontsize=self._size.font,
            fontweight="bold" if bold else "normal",
            color=colour,
            ha="left",
            va="bottom",
            zorder=8,
        )

    def _put(self, lines: list[Text], spot: tuple[float, float], *, leader: bool = True) -> bool:
        """Place lines of text as one box near a spot, or take them away."""
        found = self._room(lines, spot)
        if found is None:
            _remove(lines)
            return False
        self._set(lines, found[1])
        if leader:
            self._lead(found[1], spot)
        return True

    def _room(self, lines: list[Text], spot: tuple[float, float]) -> tuple[float, Box] | None:
        width = max(float(line.get_window_extent(self._renderer).width) for line in lines)
        size = (width, self._size.font * LEADING * len(lines))
        rivals = [mark for owner, mark in self._marks if owner != spot]
        return place(*spot, size, frame=self._frame, taken=self._taken, lines=self._lines, rivals=rivals)

    def _set(self, lines: list[Text], box: Box) -> None:
        self._taken.append(box)
        for number, line in enumerate(lines):
            bottom = box[3] - self._size.font * LEADING * (number + 1)
            line.set_position((box[0] / self._size.width, bottom / self._size.height))

    def _lead(self, box: Box, spot: tuple[float, float]) -> None:
        x, y = spot
        near = (min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3]))
        if abs(near[0] - x) + abs(near[1] - y) > LEADER:
            ends = self._axes.transData.inverted().transform([near, spot])
            self._axes.plot(ends[:, 0], ends[:, 1], color=MUTED, lw=0.8, zorder=2)


def _remove(lines: list[Text]) -> None:
    for line in lines:
        line.remove()
