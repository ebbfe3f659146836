"""From words to intervals: what a hedge makes of a number, and how wide a reader takes it.

The bands are those of Ferson et al. (2015, regression coefficients for hedged numbers) reduced to one parameter,
roundness: ``step`` is the unit of the last significant place. Cummins, Sauerland & Solt (2012): "more than" carries an
upper bound at the next step. Conventions for ``low``/``high`` are those of ``news.records.Value``.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extractors.amounts import Amount, Kind
from news.records import Hedge, Value

ROUND_WIDTH = Decimal("0.05")  # a bare round number: at most 5 % either way
ABOUT_LEAST, ABOUT_MOST = Decimal("0.005"), Decimal("0.07")  # "about": 0.5 to 7 %
BEYOND_LEAST, BEYOND_MOST = Decimal("0.05"), Decimal("0.25")  # "more than", "less than": 5 to 25 % beyond
NEARLY_LOW, NEARLY_SOFT = Decimal("0.97"), Decimal("0.92")
JUST_OVER = Decimal("1.05")
DOZEN, DOZEN_WIDTH = Decimal(12), Decimal("0.1")  # nobody counts to a dozen
SHARE_WIDTH, HALF_WIDTH = Decimal("0.035"), Decimal("0.05")
ZERO = Decimal(0)


def _clamp(number: Decimal, low: Decimal, high: Decimal) -> Decimal:
    return max(low, min(number, high))


def value_of(amount: Amount, hedge: Hedge, words: str = "", *, rounded: bool = False) -> Value:
    """The value of one amount under its hedge. ``rounded``: the last digit printed is a rounding (percent)."""
    if amount.low != amount.high:
        return _vague(amount, hedge, words)
    n, step = amount.low, amount.step
    beyond = _clamp(step, abs(n) * BEYOND_LEAST, abs(n) * BEYOND_MOST)
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        near = words.startswith(("just ", "a little ", "slightly ", "a bit "))
        return Value(
            low=n,
            high=None,
            soft_low=n,
            soft_high=n * JUST_OVER if near else n + beyond,
            hedge=hedge,
            hedge_words=words,
        )
    if hedge in (Hedge.UP_TO, Hedge.LESS_THAN):
        top = n if hedge is Hedge.LESS_THAN else n + _about(amount)
        return Value(low=None, high=n, soft_low=max(ZERO, n - beyond), soft_high=top, hedge=hedge, hedge_words=words)
    if hedge is Hedge.NEARLY:
        return Value(low=n * NEARLY_LOW, high=n, soft_low=n * NEARLY_SOFT, soft_high=n, hedge=hedge, hedge_words=words)
    width = _about(amount) if hedge is Hedge.APPROX else _bare(amount, rounded=rounded)
    return Value(low=n, high=n, soft_low=n - width, soft_high=n + width, hedge=hedge, hedge_words=words)


def range_of(low: Amount, high: Amount, hedge: Hedge, words: str = "") -> Value:
    """ "between A and B", "A-B". An outer bound ("at least 200 to 300") opens its side."""
    open_top, open_bottom = hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN), hedge in (Hedge.UP_TO, Hedge.LESS_THAN)
    return Value(
        low=None if open_bottom else low.low,
        high=None if open_top else high.high,
        soft_low=low.low,
        soft_high=high.high,
        hedge=hedge if open_top or open_bottom else Hedge.RANGE,
        hedge_words=words,
    )


def negated(value: Value) -> Value:
    """The value behind a minus sign."""

    def minus(number: Decimal | None) -> Decimal | None:
        return None if number is None else -number

    return replace(
        value,
        low=minus(value.high),
        high=minus(value.low),
        soft_low=minus(value.soft_high),
        soft_high=minus(value.soft_low),
    )


def _about(amount: Amount) -> Decimal:
    n = abs(amount.low)
    if amount.kind is Kind.SHARE:
        return HALF_WIDTH
    width = _clamp(amount.step / 2, n * ABOUT_LEAST, n * ABOUT_MOST)
    return max(width, Decimal(1)) if n >= 10 and amount.step >= 1 else width


def _bare(amount: Amount, *, rounded: bool) -> Decimal:
    """Half a step for what readers take as rounded: trailing zeros, scale words, percent; nothing for 1,121."""
    if amount.kind is Kind.SHARE:
        return HALF_WIDTH if amount.low == Decimal("0.5") else SHARE_WIDTH
    if amount.scale == DOZEN:
        return abs(amount.low) * DOZEN_WIDTH
    if amount.step <= 1 and not amount.scaled and not rounded:
        return ZERO
    return min(amount.step / 2, abs(amount.low) * ROUND_WIDTH)


def _vague(amount: Amount, hedge: Hedge, words: str) -> Value:
    low: Decimal | None = amount.low
    high: Decimal | None = amount.high
    kind = Hedge.VAGUE
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        high, kind = None, hedge
    elif hedge in (Hedge.UP_TO, Hedge.LESS_THAN):
        low, kind = None, hedge
    least = amount.least if amount.least is not None else amount.low
    return Value(low=low, high=high, soft_low=least, soft_high=amount.high, hedge=kind, hedge_words=words)
