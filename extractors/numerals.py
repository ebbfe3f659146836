"""Reads the amount at a given place of a text: digits here, words in ``extractors.spelled``.

``read_amount`` reads exactly one ("5 million 150 thousand 92", "a couple hundred", "two-thirds"); hedges, units and
ranges are the business of ``extractors.numbers``.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from extractors.amounts import Amount, Kind, step_of
from extractors.patterns import SPACES, VULGAR, Grammar, grammar_of
from extractors.spelled import (
    read_dozen,
    read_fraction,
    read_multiple,
    read_nothing,
    read_one_in,
    read_vague,
    read_words,
)

_SIGNS = frozenset("$€£¥₹₽₴")
_HALVINGS = frozenset({2, 3, 4, 5, 8, 16, 32, 64, 128})  # bottoms of fractions that are printed with a slash
_UNSCALED = frozenset(["", ",", ".", ";", ":", ")", "%", "!", "?"])  # what no scale begins with
_FRACTION_AHEAD = SPACES + "-" + VULGAR
MAX_DIGITS = 24  # a longer run of digits counts nothing that news reports


def read_amount(text: str, at: int, code: str = "en") -> Amount | None:
    """The amount that begins at ``at``, None when the words there are none. Never raises."""
    grammar = grammar_of(code)
    if text[at : at + 1].isdigit():
        return _digits(text, at, grammar)
    if text[at : at + 1] in VULGAR:
        return _fractional(text, at, at + 1, vulgar(text[at]), grammar)
    return (
        read_vague(text, at, grammar)
        or read_dozen(text, at, grammar)
        or read_fraction(text, at, grammar)
        or read_multiple(text, at, grammar)
        or read_words(text, at, grammar)
        or read_nothing(text, at, grammar)
    )


def _digits(text: str, at: int, grammar: Grammar) -> Amount | None:
    match = grammar.digits.match(text, at)
    if match is None or match.end() - at > MAX_DIGITS:
        return None
    following = text[match.end() : match.end() + 1]
    part = _with_fraction(text, at, match, following, grammar)
    if part is not None:
        return part
    printed = _in_ascii(match, grammar)
    try:
        mantissa = Decimal(printed)
    except ArithmeticError:  # digits of a script that Decimal does not read
        return None
    start = _pointed(text, at) if printed.isdigit() and match.group("grouped") is None else at
    if start < at:  # ".534"
        mantissa, printed = mantissa.scaleb(-len(printed)), f".{printed}"
    decimals = len(printed.partition(".")[2])
    number, end, scale = mantissa, match.end(), Decimal(1)
    if following not in _UNSCALED:
        number, end, scale = _scaled(text, at, match.end(), mantissa, grammar)
    step = Decimal(1).scaleb(-decimals) * scale if decimals else step_of(number)
    plain = scale == 1 and not decimals and match.group("grouped") is None
    return Amount(start=start, end=end, low=number, high=number, step=step, kind=Kind.DIGITS, scale=scale, plain=plain)


def _in_ascii(digits: re.Match[str], grammar: Grammar) -> str:
    """The digits without group marks, with a point as decimal mark."""
    printed = digits.group()
    if printed.isdigit():
        return printed
    mark = grammar.mark_of(digits)
    return "".join(char for char in printed if char.isdigit() or char == mark).replace(mark, ".")


def _with_fraction(text: str, at: int, digits: re.Match[str], following: str, grammar: Grammar) -> Amount | None:
    """ "3 in 10", "2/3 of the vote", "10 1/2 miles", "10½ miles"; None for digits alone."""
    if following in "/⁄" and following:
        return _ratio(text, at, grammar)
    if following not in _FRACTION_AHEAD or not following:
        return None
    share = read_one_in(text, at, grammar) if digits.end() == at + 1 else None
    mixed = grammar.mixed.match(text, digits.end()) if digits.group().isdigit() and not share else None
    if mixed is None:
        return share
    part = vulgar(mixed.group(1)) if mixed.group(1) else _part(mixed.group(2), mixed.group(3))
    return None if part is None else _fractional(text, at, mixed.end(), Decimal(digits.group()) + part, grammar)


def _pointed(text: str, at: int) -> int:
    """Where a decimal that begins with its point begins: ".534"; else ``at``."""
    alone = text[at - 1 : at] == "." and not text[max(0, at - 2) : at - 1].strip("( ")
    return at - 1 if alone and at else at


def _is_symbol(text: str, start: int, letter: re.Match[str], grammar: Grammar) -> bool:
    """A scale letter that is a unit here: "a 35t crane", "1.8m tall"; never behind a currency sign."""
    if letter.group(1) not in grammar.language.units or text[start - 1 : start] in _SIGNS:
        return False
    return letter.group(1) != "m" or grammar.metres.match(text, letter.end()) is not None


def vulgar(char: str) -> Decimal:
    """ "½" as a number, thirds to three places."""
    return Decimal(str(round(unicodedata.numeric(char), 3)))


def _part(top: str, bottom: str) -> Decimal | None:
    """A fraction as tables and recipes print it; None for what is rather a date or a score."""
    above, below = int(top), int(bottom)
    return (
        (Decimal(above) / below).quantize(Decimal("0.0000001")).normalize() if 0 < above < below in _HALVINGS else None
    )


def _ratio(text: str, at: int, grammar: Grammar) -> Amount | None:
    """ "1/4 mile", "2/3 of the vote"."""
    match = grammar.ratio.match(text, at)
    part = _part(match.group(1), match.group(2)) if match else None
    if match is None or part is None or text[max(0, at - 3) : at].lower() == "on ":
        return None
    if text.startswith(" of", match.end()):
        exact = Decimal(match.group(1)) / Decimal(match.group(2)) == part
        part = part if exact else part.quantize(Decimal("0.001")).normalize()
        return Amount(start=at, end=match.end(), low=part, high=part, step=Decimal("0.07"), kind=Kind.SHARE)
    return _fractional(text, at, match.end(), part, grammar)


def _fractional(text: str, start: int, end: int, number: Decimal, grammar: Grammar) -> Amount:
    scale = grammar.scale.match(text, end)
    times = grammar.language.scales[scale.group(1).lower()] if scale else Decimal(1)
    end, number = scale.end() if scale else end, number * times
    return Amount(start=start, end=end, low=number, high=number, step=times / 4, kind=Kind.DIGITS, scale=times)


def _scaled(text: str, start: int, at: int, mantissa: Decimal, grammar: Grammar) -> tuple[Decimal, int, Decimal]:
    """Apply the scales that follow: "5 million 150 thousand 92". Returns number, end, first scale."""
    scales = grammar.language.scales
    part = grammar.and_part.match(text, at)
    if part and part["half"]:
        mantissa, at = (
            mantissa + Decimal("0.5" if part["half"].lower() == grammar.language.half else "0.25"),
            part.end(),
        )
    attached = grammar.attached.match(text, at)
    if attached and not _is_symbol(text, start, attached, grammar):
        scale = grammar.language.attached_scales[attached.group(1).lower()]
        return mantissa * scale, attached.end(), scale
    match = grammar.scale.match(text, at)
    if match is None:
        return mantissa, at, Decimal(1)
    first = scale = scales[match.group(1).lower()]
    total, end = mantissa * scale, match.end()
    twice = grammar.scale.match(text, end) if scale > 100 else None
    if twice:  # "3 lakh crore"
        scale = scales[twice.group(1).lower()]
        first, total, end = first * scale, total * scale, twice.end()
    for _ in range(4):  # million, thousand, rest: no number has more
        more = re.compile(r"\s(\d{1,3})(?![\d.,]\d|[%\w])").match(text, end)
        if more is None:
            break
        following = grammar.scale.match(text, more.end())
        smaller = scales[following.group(1).lower()] if following else Decimal(1)
        if smaller >= scale or (smaller == 1 and scale > 1000):
            break
        total, end = total + Decimal(more.group(1)) * smaller, following.end() if following else more.end()
        scale = smaller
        if smaller == 1:
            break
    return total, end, first
