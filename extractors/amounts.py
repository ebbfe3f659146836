"""One amount: what a numeral, spelled out or in digits, stands for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """How the amount is printed. ``nothing``: nobody, none. ``ratio``: "doubled",
    "sixfold", "four times as many". ``share``: a fraction of something."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    SHARE = "share"
    NOTHING = "nothing"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """``text[start:end]`` read as a number between ``low`` and ``high`` (equal unless vague).

    ``step``: the unit of the last significant place (14,000 -> 1,000). ``least``: what a vague word still allows.
    ``scale``: what the scale word or letter that was printed stands for, 1 when none.
    ``plain``: bare digits without group marks or decimals.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    kind: Kind
    least: Decimal | None = None
    scale: Decimal = Decimal(1)
    plain: bool = False

    @property
    def scaled(self) -> bool:
        return self.scale != 1

    def times(self, scale: Decimal) -> Amount:
        """The same amount with a scale it shares with a later one ("10 to 12 million")."""
        return Amount(
            start=self.start,
            end=self.end,
            low=self.low * scale,
            high=self.high * scale,
            step=self.step * scale,
            kind=self.kind,
            scale=scale,
        )


def step_of(number: Decimal) -> Decimal:
    """The unit of the last significant place of a whole number: 14,000 -> 1,000; 1,121 -> 1."""
    if not number:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
