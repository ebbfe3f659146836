"""Ordinals that tell how many there are by now: "a fifth death", "the 135th victim", "a third person has died"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from extractors.amounts import Kind
from extractors.languages import language_of
from extractors.numbers import Number
from news.records import Hedge, Value


@cache
def _pattern(code: str) -> re.Pattern[str]:
    language = language_of(code)
    written = "|".join(language.ordinals) or "(?!)"
    ended = "|".join(sorted(map(re.escape, language.counted_by_ordinals), key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"\b(?:the|an?|its|his|her|their) (?P<number>(?P<digits>\d{{1,3}}(?:,\d{{3}}|\d)?)(?:st|nd|rd|th)|{written})"
        rf"(?: (?:confirmed|known|reported|recorded|such|fatal|mass|related))*[ -](?:{ended})\b"
        rf"(?! (?:row|anniversary|penalty|camp|appeal|toll))",
        re.IGNORECASE,
    )


def with_ordinals(numbers: Sequence[Number], sentence: str, code: str) -> list[Number]:
    """The numbers of a sentence with its counting ordinals, in order; the first of something counts nothing yet."""
    found = [number for match in _pattern(code).finditer(sentence) if (number := _read(match, code)) is not None]
    free = [n for n in found if not any(o.start < n.end and n.start < o.end for o in numbers)]
    return sorted((*numbers, *free), key=lambda number: number.start) if free else list(numbers)


def _read(match: re.Match[str], code: str) -> Number | None:
    digits = match["digits"]
    count = int(digits.replace(",", "")) if digits else language_of(code).ordinals[match["number"].lower()]
    if count < 2:
        return None
    start, end = match.span("number")
    value = Decimal(count)
    return Number(
        start=start,
        end=end,
        surface=match["number"],
        value=Value(low=value, high=value, soft_low=value, soft_high=value, hedge=Hedge.EXACT, hedge_words=""),
        unit="",
        dimension="count",
        core_start=start,
        core_end=end,
        unit_end=end,
        kind=Kind.DIGITS if digits else Kind.WORDS,
    )
