"""An amount together with what it is measured in: scales and cents that stand among the unit's words put in."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractors.amounts import Amount, Kind
from extractors.numerals import read_amount
from extractors.patterns import SPACES, grammar_of
from extractors.units import Measure, read_measure

_JOINT = re.compile(rf"(?:,?[{SPACES}]and)?[{SPACES}](?=[^\W_])", re.IGNORECASE)  # "3 dollars and 50 cents"
_CLOSES = re.compile(r"\s*(?:[.;!?](?!\d)|\Z)")


def read_measured(text: str, at: int, code: str) -> tuple[Amount, Measure] | None:
    """The amount at ``at`` with its measure, scales and cents of the currency words put in; None for no amount."""
    amount = read_amount(text, at, code)
    if amount is None:
        return None
    language = grammar_of(code).language
    measure = read_measure(text, amount, language)
    if measure.scale != 1:
        amount, measure = amount.times(measure.scale), replace(measure, scale=Decimal(1))
    if measure.dimension == "money" and not amount.scaled and amount.low == amount.high:
        return _with_cents(text, amount, measure, code)
    return amount, measure


def _with_cents(text: str, amount: Amount, measure: Measure, code: str) -> tuple[Amount, Measure]:
    """ "3 dollars 50 cents", "thirteen dollars forty-five": one amount of money."""
    language = grammar_of(code).language
    joint = _JOINT.match(text, measure.end)
    minor = read_amount(text, joint.end(), code) if joint and measure.unit not in language.subunits.values() else None
    if minor is None or minor.scaled or not 0 < minor.low == minor.high < 100:
        return amount, measure
    word = re.compile(r"[\s-]([^\W\d_]+)").match(text, minor.end)
    end = minor.end
    if word and word.group(1).lower() in language.subunits:
        end = word.end()
    elif not _CLOSES.match(text, minor.end) or minor.kind is Kind.SHARE:
        return amount, measure
    number = amount.low + minor.low / 100
    whole = replace(amount, end=end, low=number, high=number, step=Decimal("0.01"), plain=False)
    return whole, replace(measure, end=end)
