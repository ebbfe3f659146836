"""One amount: digits, number words, scales, vague plurals and fractions at a given place of a text.

``read_amount`` reads exactly one ("5 million 150 thousand 92", "a couple hundred", "two-thirds"); hedges, units and
ranges are the business of ``extractors.numbers``. Every pattern is linear.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from extractors.languages import language_of

SPACES = " \u00a0\u202f\u2009"
MAX_DIGITS = 24  # a longer run of digits counts nothing that news reports


class Kind(StrEnum):
    """How the amount is printed. ``nothing``: nobody, none. ``share``: a fraction of something."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    SHARE = "share"
    NOTHING = "nothing"


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


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s\-]+") for word in ordered)


class Grammar:
    """The compiled tables of one language."""

    def __init__(self, code: str) -> None:
        language = self.language = language_of(code)
        mark, group = re.escape(language.decimal_mark), re.escape(language.group_marks)
        scales, articles = _alternatives(language.scales), _alternatives(language.articles)
        fractions = _alternatives(language.fractions)
        vague_scales = "|".join(re.escape(word) for word in (*language.scales, language.dozen))
        plurals = _alternatives(language.vague_plurals)
        self.digits = re.compile(
            rf"(?P<grouped>\d{{1,3}}(?:[{group}'’]\d{{3}})+|\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)"
            rf"|\d{{1,2}}(?:,\d\d)+,\d{{3}})(?:{mark}\d+)?(?!\d)|\d+(?:{mark}\d+)?"
        )
        self.scale = re.compile(rf"[\s\-]?({scales})\b(?![\-]\w)", re.IGNORECASE)
        self.attached = re.compile(rf"({_alternatives(language.attached_scales)})\b", re.IGNORECASE)
        self.word = re.compile(r"[^\W\d_]+")
        self.gap = re.compile(r"[\s\-]+|,\s(?=\w)")
        self.half_more = re.compile(rf"\s+and\s+a\s+{language.half}\s+(?=(?:{scales})\b)", re.IGNORECASE)
        self.vague = re.compile(
            rf"(?:(?P<count>{_alternatives(language.vague_counts)})(?:\s+of)?[\s\-]+(?P<of>{vague_scales})s?"
            rf"|(?P<outer>{plurals})\s+of\s+(?P<inner>{plurals})"
            rf"|(?P<plural>{plurals}))\b",
            re.IGNORECASE,
        )
        numerals = _alternatives(language.numerals)
        self.dozen = re.compile(
            rf"(?:(?P<half>{language.half})\s+a\s+|(?P<many>{numerals}|{articles})\s+){language.dozen}\b",
            re.IGNORECASE,
        )
        self.half_scale = re.compile(rf"{language.half}[\s\-]+an?[\s\-]+(?P<scale>{scales})\b", re.IGNORECASE)
        self.fraction = re.compile(
            rf"(?P<top>{numerals}|{articles})[\s\-]+(?P<bottom>{fractions})\b"
            rf"(?:\s+of\s+a\s+(?P<scale>{scales})\b)?",
            re.IGNORECASE,
        )
        self.half = re.compile(rf"{language.half}\b(?![\-])", re.IGNORECASE)
        self.one_in = re.compile(rf"(?P<top>\d|{numerals})\s+(?:in|out of)\s+(?P<bottom>\d{{1,3}}|{numerals})\b", re.I)
        self.of = re.compile(r"\s+(?:of|the|its|their|his|her|our|all|those|these)\b", re.IGNORECASE)
        nothing = _alternatives(language.nothing)
        starts = (numerals, scales, nothing, plurals, _alternatives(language.vague_counts), language.half)
        self.start = re.compile(
            rf"(?<![^\W_])(?:\d|(?:{'|'.join(starts)})\b|(?:{articles})\s+(?:{scales}|{language.dozen}|{fractions})\b)",
            re.IGNORECASE,
        )
        self.nothing = re.compile(rf"(?:{nothing})\b", re.IGNORECASE)


@functools.cache
def grammar_of(code: str) -> Grammar:
    return Grammar(code)


def step_of(number: Decimal) -> Decimal:
    """The unit of the last significant place of a whole number: 14,000 -> 1,000; 1,121 -> 1."""
    if not number:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def read_amount(text: str, at: int, code: str = "en") -> Amount | None:
    """The amount that begins at ``at``, None when the words there are none. Never raises."""
    grammar = grammar_of(code)
    if text[at : at + 1].isdigit():
        return _digits(text, at, grammar)
    return (
        _vague(text, at, grammar)
        or _dozen(text, at, grammar)
        or _fraction(text, at, grammar)
        or _words(text, at, grammar)
        or _nothing(text, at, grammar)
    )


def _digits(text: str, at: int, grammar: Grammar) -> Amount | None:
    share = _one_in(text, at, grammar)
    match = grammar.digits.match(text, at)
    if share or match is None or match.end() - at > MAX_DIGITS:
        return share
    mark = grammar.language.decimal_mark
    printed = "".join(char for char in match.group() if char.isdigit() or char == mark).replace(mark, ".")
    try:
        mantissa = Decimal(printed)
    except ArithmeticError:  # digits of a script that Decimal does not read
        return None
    decimals = len(printed.partition(".")[2])
    number, end, scale = _scaled(text, match.end(), mantissa, grammar)
    step = Decimal(1).scaleb(-decimals) * scale if decimals else step_of(number)
    plain = scale == 1 and not decimals and match.group("grouped") is None
    return Amount(start=at, end=end, low=number, high=number, step=step, kind=Kind.DIGITS, scale=scale, plain=plain)


def _scaled(text: str, at: int, mantissa: Decimal, grammar: Grammar) -> tuple[Decimal, int, Decimal]:
    """Apply the scales that follow: "5 million 150 thousand 92". Returns number, end, first scale."""
    scales = grammar.language.scales
    half = grammar.half_more.match(text, at)
    if half:
        mantissa, at = mantissa + Decimal("0.5"), half.end() - 1
    attached = grammar.attached.match(text, at)
    if attached:
        scale = grammar.language.attached_scales[attached.group(1).lower()]
        return mantissa * scale, attached.end(), scale
    match = grammar.scale.match(text, at)
    if match is None:
        return mantissa, at, Decimal(1)
    first = scale = scales[match.group(1).lower()]
    total, end = mantissa * scale, match.end()
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


def _vague(text: str, at: int, grammar: Grammar) -> Amount | None:
    match = grammar.vague.match(text, at)
    if match is None:
        return None
    language = grammar.language
    least: Decimal | None = None
    if match.group("count"):
        low, high = language.vague_counts[" ".join(match.group("count").lower().split())]
        of = match.group("of").lower()
        scale = Decimal(12) if of == language.dozen else language.scales[of]
        low, high = low * scale, high * scale
    elif match.group("outer"):
        low, high, _ = language.vague_plurals[match.group("outer").lower()]
        inner = language.vague_plurals[match.group("inner").lower()][2]
        least = language.vague_plurals[match.group("outer").lower()][2] * inner
        low, high = low * inner, (high + 1) * inner - 1
    else:
        low, high, least = language.vague_plurals[match.group("plural").lower()]
    return Amount(start=at, end=match.end(), low=low, high=high, step=low, kind=Kind.VAGUE, least=least, scale=low)


def _dozen(text: str, at: int, grammar: Grammar) -> Amount | None:
    match = grammar.dozen.match(text, at)
    if match is None:
        return None
    many = (match.group("many") or "").lower()
    number = Decimal(6) if match.group("half") else Decimal(12 * grammar.language.numerals.get(many, 1))
    return Amount(
        start=at, end=match.end(), low=number, high=number, step=Decimal(12), kind=Kind.WORDS, scale=Decimal(12)
    )


def _share(text: str, at: int, end: int, value: Decimal) -> Amount:
    value = value.quantize(Decimal("0.001")).normalize()
    return Amount(start=at, end=end, low=value, high=value, step=Decimal("0.07"), kind=Kind.SHARE)


def _one_in(text: str, at: int, grammar: Grammar) -> Amount | None:
    """ "one in five", "3 out of 10"."""
    match = grammar.one_in.match(text, at)
    if match is None:
        return None
    top, bottom = (
        Decimal(word) if word.isdecimal() else Decimal(grammar.language.numerals[word.lower()])
        for word in match.group("top", "bottom")
    )
    if not 0 < top < bottom or re.compile(r"[.,:]?\d|\s+(?:day|week|month|year|hour)").match(text, match.end()):
        return None
    return _share(text, at, match.end(), top / bottom)


def _fraction(text: str, at: int, grammar: Grammar) -> Amount | None:
    language = grammar.language
    scaled = grammar.half_scale.match(text, at)
    if scaled:
        number = language.scales[scaled.group("scale").lower()] / 2
        return _number(at, scaled.end(), number)
    match = grammar.fraction.match(text, at)
    if match:
        top = match.group("top").lower()
        value = Decimal(language.numerals.get(top, 1)) / language.fractions[match.group("bottom").lower()]
        if match.group("scale"):
            return _number(at, match.end(), value * language.scales[match.group("scale").lower()])
        single = top in language.articles or top == "one"
        if value < 1 and (not single or grammar.of.match(text, match.end())):
            return _share(text, at, match.end(), value)
        return None
    half = grammar.half.match(text, at)
    if half and grammar.of.match(text, half.end()):
        return _share(text, at, half.end(), Decimal("0.5"))
    return _one_in(text, at, grammar)


def _number(start: int, end: int, number: Decimal) -> Amount:
    return Amount(start=start, end=end, low=number, high=number, step=step_of(number), kind=Kind.WORDS, scale=number)


def _words(text: str, at: int, grammar: Grammar) -> Amount | None:
    """Spelled-out numbers: "twenty-eight thousand six hundred", "a thousand", "Twelve"."""
    language = grammar.language
    total = current = Decimal(0)
    end, printed, last = at, Decimal(1), ""
    position = at
    for _ in range(16):
        match = grammar.word.match(text, position)
        if match is None:
            break
        word = match.group().lower()
        if word in language.numerals and _may_follow(last, language.numerals[word], current):
            current += language.numerals[word]
        elif word in language.scales:
            if match.start() == at:  # a scale word alone ("million-dollar") is no number
                return None
            scale = language.scales[word]
            current = (current or Decimal(1)) * scale
            if scale > 100:
                total, current = total + current, Decimal(0)
            printed = scale
        elif not ((word in language.articles and not last) or (word == "and" and last in language.scales)):
            break
        if word not in language.articles and word != "and":
            end, last = match.end(), word
        gap = grammar.gap.match(text, match.end())
        if gap is None:
            break
        half = grammar.half_more.match(text, match.end())
        if half and printed == 1:
            current += Decimal("0.5")
            position = half.end()
            continue
        position = gap.end()
    if not last:
        return None
    number = total + current
    return Amount(
        start=at,
        end=end,
        low=number,
        high=number,
        step=step_of(number),
        kind=Kind.WORDS,
        scale=printed,
        plain=printed == 1,
    )


def _may_follow(last: str, number: int, current: Decimal) -> bool:
    """ "twenty" + "eight", "hundred" + "five", but neither "two" + "three" nor "twenty" + "twenty"."""
    if not last:
        return True
    if current == 0 or (current >= 100 and current % 100 == 0):
        return True
    return current % 100 >= 20 and current % 10 == 0 and 0 < number < 10


def _nothing(text: str, at: int, grammar: Grammar) -> Amount | None:
    match = grammar.nothing.match(text, at)
    if match is None:
        return None
    zero = Decimal(0)
    return Amount(start=at, end=match.end(), low=zero, high=zero, step=Decimal(1), kind=Kind.NOTHING)
