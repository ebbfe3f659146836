"""Scales, ticks and grid of a chart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, MaxNLocator, NullLocator

from news.wording import MONTHS, number_words
from pages.points import Point
from pages.theme import GRID, MUTED

#: From this span on, small values would lie on the floor of a linear scale.
LOG_FROM = 20.0
_RIGHT, _TOP, _BOTTOM = 10.0, 12.0, 30.0


def set_axes(
    axes: Axes, points: Sequence[Point], times: Sequence[float], width: float, height: float, font: float, unit: str
) -> bool:
    """Set limits, ticks and frame. ``times`` are matplotlib's days. Answers True when y is logarithmic."""
    marks = [mark for point in points for mark in point.marks]
    log = min(marks) > 0 and max(marks) / min(marks) > LOG_FROM
    _scale_y(axes, marks, log=log)
    _scale_x(axes, times, many=width > 500)
    small = max(font - 1, 11)
    axes.tick_params(axis="both", length=0, labelsize=small, labelcolor=MUTED, pad=6)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _tick(value, unit)))
    axes.grid(axis="y", color=GRID, lw=1, zorder=0)
    axes.set_axisbelow(True)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(MUTED)
    left = _widest(axes, unit, small) + 12
    axes.set_position(
        (left / width, _BOTTOM / height, (width - left - _RIGHT) / width, (height - _BOTTOM - _TOP) / height)
    )
    return log


def _tick(value: float, unit: str) -> str:
    words = number_words(Decimal(f"{value:.12g}"), unit)
    return words.replace(" million", "M").replace(" billion", "bn").replace(" trillion", "tn")


def _widest(axes: Axes, unit: str, font: float) -> float:
    """Room for the tick labels, in pixels; digits of the font are 0.64 em wide."""
    low, high = axes.get_ylim()
    ticks = [tick for tick in axes.yaxis.get_major_locator().tick_values(low, high) if low <= tick <= high]
    return max((len(_tick(float(tick), unit)) for tick in ticks), default=3) * font * 0.64


def _scale_y(axes: Axes, marks: list[float], *, log: bool) -> None:
    low, high = min(marks), max(marks)
    axes.yaxis.set_minor_locator(NullLocator())
    if log:
        axes.set_yscale("log")
        axes.set_ylim(low / 1.7, high * 2.1)
        subs = (1.0, 2.0, 5.0) if high / low < 300 else (1.0,)
        axes.yaxis.set_major_locator(LogLocator(base=10, subs=subs, numticks=12))
        axes.yaxis.set_minor_locator(NullLocator())
        return
    span = (high - low) or abs(high) * 0.5 or 1.0
    floor = 0.0 if 0 <= low <= 0.6 * high else low - 0.35 * span
    axes.set_ylim(floor - (0.04 * (high - floor) if low < 0.1 * high else 0), high + 0.24 * (high - floor))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]))


def _scale_x(axes: Axes, times: Sequence[float], *, many: bool) -> None:
    first, last = min(times), max(times)
    if last - first < 1:  # one day: put it in the middle, or the axis would run over seconds
        first, last = first - 0.6, last + 0.6
    span = last - first
    axes.set_xlim(first - span * (0.07 if many else 0.1), last + span * (0.26 if many else 0.32))
    low, high = axes.get_xlim()
    ticks = _day_ticks(low + span * 0.03, high - span * 0.05, 7 if many else 4)
    axes.xaxis.set_major_locator(FixedLocator(ticks))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, position: _day(value, span, ticks)))


def _day_ticks(low: float, high: float, most: int) -> list[float]:
    """At most ``most`` round moments between two (days since 1970): hours, days, weeks, then first days of months."""
    for step in (0.25, 0.5, 1.0, 2.0, 4.0, 7.0, 14.0):
        ticks = [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]
        if len(ticks) <= most:
            return ticks
    first, last = num2date(low, tz=UTC), num2date(high, tz=UTC)  # type: ignore[no-untyped-call]
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)  # each n is the month after
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600, 12000) if len(months) / step <= most)
    days = (datetime(n // 12, n % 12 + 1, 1, tzinfo=UTC) for n in months if n % step == 0)
    return [float(date2num(day)) for day in days]  # type: ignore[no-untyped-call]


def _day(value: float, span: float, ticks: list[float]) -> str:
    """``23 Dec``; the year with the first tick and wherever it changes; hours for less than two days."""
    day = num2date(value, tz=UTC)  # type: ignore[no-untyped-call]
    month = MONTHS[day.month - 1]
    if span > 400:
        return f"{month} {day.year}"
    before = [tick for tick in ticks if tick < value - 1e-9]
    if span < 3 and (day.hour or day.minute):
        return f"{day:%H:%M}" if before else f"{day.day} {month} {day:%H:%M}"
    new_year = not before or num2date(before[-1], tz=UTC).year != day.year  # type: ignore[no-untyped-call]
    return f"{day.day} {month}{f' {day.year}' if new_year else ''}"
