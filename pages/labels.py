"""Placing labels so that none covers another, a marker or the frame: greedy, in order of importance, the nearest free
place first. A label without a free place is left out (the table under the chart holds every value); it never overlaps.

Lengths are in pixels of the picture, y upward, boxes are ``(left, bottom, right, top)``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

Box = tuple[float, float, float, float]
Segment = tuple[float, float, float, float]

_RINGS = (9.0, 16.0, 26.0, 40.0, 58.0, 80.0, 110.0)
#: Right, left, above, below and between; reading order makes right the best.
_ANGLES = (0, 180, 90, 270, 35, 325, 145, 215, 60, 300, 120, 240)
#: Pixels of way that a label makes to stay clear of one line.
_CROSSING = 70.0
_TURN = 0.6
#: What it costs to stand closer to another point than to one's own, and what counts as close.
_RIVAL, _BESIDE = 16.0, 24.0


def overlap(one: Box, other: Box, gap: float = 2.0) -> bool:
    """True when the boxes come closer than ``gap``."""
    return not (
        one[2] + gap <= other[0] or other[2] + gap <= one[0] or one[3] + gap <= other[1] or other[3] + gap <= one[1]
    )


def within(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def crosses(segment: Segment, box: Box) -> bool:
    """True when a straight line meets the box (Liang-Barsky clipping)."""
    x, y, end_x, end_y = segment
    step_x, step_y = end_x - x, end_y - y
    enter, leave = 0.0, 1.0
    sides = ((-step_x, x - box[0]), (step_x, box[2] - x), (-step_y, y - box[1]), (step_y, box[3] - y))
    for slope, distance in sides:
        if slope == 0:
            if distance < 0:
                return False
        elif slope < 0:
            enter = max(enter, distance / slope)
        else:
            leave = min(leave, distance / slope)
    return enter <= leave


def gap_to(x: float, y: float, box: Box) -> float:
    """Distance from a point to the nearest edge of a box, 0 inside."""
    return math.hypot(max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3]))


def candidates(x: float, y: float, width: float, height: float) -> Iterator[tuple[float, Box]]:
    """Places around a point, each with its cost: the distance plus a little for every turn from the reading side."""
    for ring in _RINGS:
        for turn, angle in enumerate(_ANGLES):
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            left = x + ring * cos - width * (1 - cos) / 2
            bottom = y + ring * sin - height * (1 - sin) / 2
            yield ring + turn * _TURN, (left, bottom, left + width, bottom + height)


def place(
    x: float,
    y: float,
    size: tuple[float, float],
    *,
    frame: Box,
    taken: Sequence[Box],
    lines: Sequence[Segment] = (),
    rivals: Sequence[tuple[float, float]] = (),
) -> tuple[float, Box] | None:
    """The cheapest free box of ``size`` near a point, with its cost; None when there is none.
    ``taken`` are never touched, ``lines`` are crossed only when the way around is long;
    beside one of the ``rivals`` (other points) a label would seem to be theirs, which costs too."""
    best: tuple[float, Box] | None = None
    for cost, box in candidates(x, y, *size):
        if best is not None and cost >= best[0]:
            continue
        if not within(box, frame) or any(overlap(box, other) for other in taken):
            continue
        cost += _CROSSING * sum(crosses(line, box) for line in lines)
        own = gap_to(x, y, box)
        cost += _RIVAL * sum(gap_to(*rival, box) < min(own, _BESIDE) for rival in rivals)
        if best is None or cost < best[0]:
            best = (cost, box)
    return best
