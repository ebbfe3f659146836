"""What a chart draws: one point for each claim, and the red links between those that conflict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from news.plain import plain
from news.records import Claim, Conflict, Polarity
from news.wording import figure_words, ratio_words, speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One claim on the plane. ``low``/``high`` as stated, None = open on that side, never both None. ``who`` names the
    series: whoever says it, else the outlet. ``label`` is the value in words."""

    point_id: str
    said: datetime
    as_of: datetime
    low: Decimal | None
    high: Decimal | None
    label: str
    who: str
    preliminary: bool = False
    denied: bool = False

    @property
    def marks(self) -> tuple[float, ...]:
        """Where markers stand: the number itself, both ends of a range, or the stated bound."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return tuple(sorted({float(end) for end in ends}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two points that conflict, with the distance in words (``×2.7``)."""

    earlier: str
    later: str
    label: str = ""


def points_of(claims: Iterable[Claim]) -> list[Point]:
    """Points in order of time. A value without any bound, or too large to draw, has no place on the plane."""
    points = [point for claim in claims if (point := _point(claim)) is not None]
    return sorted(points, key=lambda point: (point.said, point.who, point.point_id))


def _point(claim: Claim) -> Point | None:
    figure, value = claim.figure, claim.figure.value
    bounds = [bound for bound in (value.low, value.high) if bound is not None]
    if not bounds or any(not bound.is_finite() or bound.adjusted() > 24 for bound in bounds):
        return None
    return Point(
        point_id=figure.figure_id,
        said=claim.source.published,
        as_of=datetime.combine(figure.as_of, claim.source.published.timetz()),
        low=value.low,
        high=value.high,
        label=plain(figure_words(figure), 40),
        who=plain(speaker(figure.attribution, claim.source.outlet), 60),
        preliminary=figure.preliminary,
        denied=figure.polarity is Polarity.DENIED,
    )


def links_of(conflicts: Iterable[Conflict], points: Sequence[Point]) -> list[Link]:
    """Links whose two ends are both drawn."""
    drawn = {point.point_id for point in points}
    pairs = [(c.earlier.figure.figure_id, c.later.figure.figure_id, ratio_words(c.verdict.ratio)) for c in conflicts]
    return [Link(earlier=a, later=b, label=words) for a, b, words in pairs if a in drawn and b in drawn]


def alt_text(points: Sequence[Point], links: Sequence[Link], title: str) -> str:
    """The picture in words: how many values, by whom, from when to when, and each conflict."""
    if not points:
        return f"{title}: nothing to draw."
    who = list(dict.fromkeys(point.who for point in points))
    first, last = points[0].said.date().isoformat(), points[-1].said.date().isoformat()
    names = ", ".join(who[:6]) + (f" and {len(who) - 6} more" if len(who) > 6 else "")
    words = [f"{title}: {len(points)} values by {names}, said from {first} to {last}."]
    by_id = {point.point_id: point for point in points}
    for link in links[:5]:
        later, earlier = by_id[link.later], by_id[link.earlier]
        words.append(f"{later.label} ({later.who}) conflicts with {earlier.label} ({earlier.who}).")
    return " ".join(words)
