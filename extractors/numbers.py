"""Numbers in a text: value with hedge, unit, and what is no number of the story at all.

``find_numbers`` works on words alone, without a parse. It reads hedges before and after, ranges, currencies, percent
and measures, and leaves out what only looks like a number (``extractors.false_friends``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.amounts import Amount, Kind
from extractors.false_friends import FalseFriend, false_friend_of, is_age_behind
from extractors.hedges import Lead, hedge_behind, lead_before
from extractors.languages.language import Language
from extractors.measurements import read_measured
from extractors.patterns import grammar_of
from extractors.ranges import Second, second_after
from extractors.spelled import bounded
from extractors.units import Measure, with_per
from extractors.values import negated, range_of, value_of
from news.records import Hedge, Value

_STRONG = re.compile(r"-strong\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\s?-?fold\b|\stimes\s(?:as|more|higher|larger|bigger|greater|longer|over|fewer|less|the|its|their|what)\b",
    re.IGNORECASE,
)
_PLUS_OR = re.compile(r"\bplus[ /-](?:or[ -])?\Z", re.IGNORECASE)
_MINUS = frozenset({"minus", "мінус", "минус"})
_ARTICLE = re.compile(r"\b(?:an?|the) \Z", re.IGNORECASE)  # "a negative 42%" is a rating
_BEFORE_TIMES = frozenset(" -f")
_MORE = re.compile(r"\s(\w+)(?!\w|\s+than\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number as printed: ``text[start:end] == surface``, hedge and currency included, unit words not.

    ``core_start``/``core_end`` hold the digits or number words; ``unit_end`` is where the unit words end.
    ``unit``: ISO 4217 code, "percent", "share", a measure, "" for a plain count. ``increment``: "another", "47 more".
    ``moved``: "from" or "to" for the two ends of a change. ``strong``: "a 50,000-strong force". ``friend``: what it is
    when it only looks like a figure. ``per``: what a rate is per ("day" in "5,000 barrels a day").
    """

    start: int
    end: int
    surface: str
    value: Value
    unit: str
    dimension: str
    core_start: int
    core_end: int
    unit_end: int
    kind: Kind
    plain: bool = False
    increment: bool = False
    moved: str = ""
    strong: bool = False
    points: bool = False
    friend: FalseFriend | None = None
    per: str = ""


def find_numbers(text: str, language: str = "en") -> Iterator[Number]:
    """The figures among the numbers of ``text``: ``read_numbers`` without false friends."""
    return (number for number in read_numbers(text, language) if number.friend is None)


def read_numbers(text: str, language: str = "en") -> Iterator[Number]:
    """All numbers of ``text`` in order, not overlapping, false friends named. Linear in its length; never raises."""
    grammar = grammar_of(language)
    floor = at = 0
    for start in grammar.starts(text):
        if start < at:
            continue
        found, at = _read(text, start, floor, language)
        for number in found:
            floor = floor if number.friend else number.unit_end
            yield number


def _read(text: str, at: int, floor: int, code: str) -> tuple[list[Number], int]:
    """The number or the two numbers at ``at``, and where to go on."""
    found = read_measured(text, at, code)
    if found is None:
        return [], at + 1
    language = grammar_of(code).language
    first, measure = found
    signed = _sign(text, measure, language)
    lead = lead_before(text, signed, floor, language)
    if lead.hedge is not Hedge.EXACT:
        first = bounded(first, text, language)
    second = second_after(text, first, measure, lead.start, code) if signed == measure.start else None
    hedged = lead.hedge is not Hedge.EXACT or lead.increment
    if second is not None and second.joined == "to" and _is_year(first, measure, second):
        second = None  # "rose in 2018 to 3.9 million"
    if second is not None and second.joined not in ("move", "by"):
        friend = false_friend_of(text, first, measure, language, hedged=hedged and second.joined == "to")
        if friend is None and is_age_behind(text, second.amount.end):
            friend = FalseFriend.AGE
        if friend:
            numbers, _ = _pair(text, first, measure, lead, second, language)
            return [replace(number, friend=friend) for number in numbers], second.amount.end
    if second is not None:
        return _pair(text, first, measure, lead, second, language)
    number = _number(text, first, measure, lead, language)
    if signed < measure.start:
        number = replace(number, value=negated(number.value))
    friend = false_friend_of(text, first, measure, language, hedged=hedged)
    return [replace(number, friend=friend) if friend else number], max(measure.end, measure.per_end)


def _is_year(first: Amount, measure: Measure, second: Second) -> bool:
    other = second.amount.scaled or bool(second.measure.unit) or not second.amount.plain
    return first.plain and not measure.unit and 1900 <= first.low <= 2100 and other


def _sign(text: str, measure: Measure, language: Language) -> int:
    """Where a minus sign before a measured number stands ("-3.2%", "−$5m", "minus 20C"), else the number's start."""
    start = measure.start
    before = text[start - 1 : start]
    if before == "−" and (measure.unit or not text[start - 2 : start - 1].strip()):
        return start - 1
    if not measure.unit and before != " ":
        return start
    if before == "-" and text[max(0, start - 2) : start - 1] in ("", " ", "("):
        return start - 1
    if before in (" ", "-"):  # "minus 20C", "minus-260 degrees"
        at = max(text.rfind(" ", max(0, start - 12), start - 1), text.rfind("(", max(0, start - 12), start - 1)) + 1
        word = text[at : start - 1].lower()
        named = before == " " and _ARTICLE.search(text, max(0, at - 4), at) is not None
        signs = language.minus if measure.unit else language.minus & _MINUS  # "tested negative three times"
        if word in signs and not named and not _PLUS_OR.search(text, max(0, at - 9), at):
            return at
    return start


def _pair(
    text: str, first: Amount, measure: Measure, lead: Lead, second: Second, language: Language
) -> tuple[list[Number], int]:
    later, ahead = second.amount, second.measure
    if second.joined in ("move", "by"):
        if not measure.unit and ahead.unit == "percent":
            measure = replace(measure, unit=ahead.unit, dimension=ahead.dimension)
        start = _number(text, first, measure, lead, language)
        joined_to = grammar_of(language.code).join.match(text, measure.end)
        to = lead_before(text, ahead.start, joined_to.end() if joined_to else measure.end, language)
        if not ahead.unit and measure.dimension == "money":
            ahead = with_per(text, replace(ahead, unit=measure.unit, dimension=measure.dimension), language)
        end = replace(_number(text, later, ahead, to, language), moved="to")
        moved = "from" if second.joined == "move" else ""
        return [replace(start, moved=moved), end], max(ahead.end, ahead.per_end)
    if not first.scaled and later.scaled and first.low < 1000 and later.kind is first.kind:
        first = first.times(later.scale)
    whole = replace(ahead if ahead.unit else measure, start=measure.start, end=max(ahead.end, measure.end))
    if not ahead.unit and measure.unit:
        whole = with_per(text, whole, language)
    number = replace(
        _number(text, later, whole, lead, language, tail=False),
        end=later.end,
        surface=text[lead.start : later.end],
        value=range_of(first, later, lead.hedge, lead.words),
        core_start=first.start,
        unit_end=whole.end,
        kind=first.kind,
        plain=False,
        strong=False,
        increment=lead.increment,
    )
    return [number], max(whole.end, whole.per_end)


def _number(
    text: str, amount: Amount, measure: Measure, lead: Lead, language: Language, *, tail: bool = True
) -> Number:
    end = max(amount.end, measure.end if measure.unit == "percent" else amount.end)
    hedge, words = lead.hedge, lead.words
    behind = hedge_behind(text, measure.end, language) if tail else None
    if behind:
        hedge = behind[0] if hedge is Hedge.EXACT else hedge
        words, end = f"{words} {behind[1]}".strip(), max(end, behind[2])
    following = text[amount.end : amount.end + 1]
    more = _MORE.match(text, amount.end) if following == " " else None
    if amount.kind is Kind.SHARE and amount.least is not None and hedge is Hedge.EXACT:
        hedge = Hedge.MORE_THAN  # a majority
    ratio = following in _BEFORE_TIMES and _TIMES.match(text, amount.end) is not None
    return Number(
        start=lead.start,
        end=end,
        surface=text[lead.start : end],
        value=value_of(amount, hedge, words, rounded=measure.unit == "percent" or amount.scaled),
        unit=measure.unit,
        dimension=measure.dimension,
        core_start=amount.start,
        core_end=amount.end,
        unit_end=max(measure.end, end),
        kind=Kind.RATIO if ratio else amount.kind,
        plain=amount.plain,
        increment=lead.increment or bool(more and more.group(1).lower() in language.increments_after),
        strong=following == "-" and _STRONG.match(text, amount.end) is not None,
        points=measure.points,
        per=measure.per,
    )
