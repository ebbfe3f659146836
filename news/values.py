"""Values as intervals: do two meet, how far apart are they, which is the finer.

A *band* is what the words still allow. Exact and approximate numbers have their soft band (Ferson et al. 2015);
"at least" and "more than" are open above, "up to" and "fewer than" open below: a lower bound never excludes a larger
count (Cummins, Sauerland & Solt 2012 for the soft side, which only orders, never excludes).
"""

from __future__ import annotations

from decimal import Decimal

from news.records import Hedge, Value

OPEN_ABOVE = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
OPEN_BELOW = frozenset({Hedge.UP_TO, Hedge.LESS_THAN})
ZERO = Decimal(0)


def band(value: Value) -> tuple[Decimal | None, Decimal | None]:
    """Closed interval that the words still allow; None = open on that side."""
    low = None if value.hedge in OPEN_BELOW else _first(value.soft_low, value.low)
    high = None if value.hedge in OPEN_ABOVE else _first(value.soft_high, value.high)
    return low, high


def meet(one: Value, other: Value) -> bool:
    """True when some number fits both."""
    low_one, high_one = band(one)
    low_other, high_other = band(other)
    below = high_one is not None and low_other is not None and high_one < low_other
    above = high_other is not None and low_one is not None and high_other < low_one
    return not below and not above


def ratio(one: Value, other: Value) -> Decimal | None:
    """Larger point over smaller, at least 1. None when a point is zero or the signs differ."""
    a, b = one.point, other.point
    if a * b <= ZERO:
        return None
    a, b = abs(a), abs(b)
    return max(a, b) / min(a, b)


def difference(one: Value, other: Value) -> Decimal:
    """Absolute distance of the two points, in the unit of the values."""
    return abs(one.point - other.point)


def same_words(one: Value, other: Value) -> bool:
    """True when both state the same bounds: the same number behind the same hedge."""
    return one.low == other.low and one.high == other.high


def step(value: Value) -> Decimal:
    """The unit of the last significant place of the printed number: 1,200 -> 100, 1,121 -> 1, 51.2 -> 0.1."""
    number = (value.high if value.low is None else value.low) or ZERO
    if number == ZERO:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def finer(one: Value, other: Value) -> bool:
    """True when ``one`` says more precisely what ``other`` says: a narrower interval, or more significant places."""
    width_one, width_other = _width(one), _width(other)
    if width_one is None or width_other is None:
        return width_one is not None
    if width_one != width_other:
        return width_one < width_other
    return step(one) < step(other)


def scale_slip(one: Value, other: Value) -> bool:
    """True when the values differ by exactly a thousand or a million: the classic slip of a scale word."""
    return ratio(one, other) in (Decimal(1000), Decimal(1_000_000))


def _width(value: Value) -> Decimal | None:
    low, high = band(value)
    return None if low is None or high is None else high - low


def _first(soft: Decimal | None, stated: Decimal | None) -> Decimal | None:
    return stated if soft is None else soft
