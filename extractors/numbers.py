"""Numbers in a text: value with hedge, unit, and what is no number of the story at all.

``find_numbers`` works on words alone, without a parse. It reads hedges before and after, ranges, currencies, percent
and measures, and leaves out what only looks like a number (``extractors.false_friends``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.amounts import Amount, Kind
from extractors.false_friends import FalseFriend, false_friend_of
from extractors.languages.language import Language
from extractors.morphology import forms_of
from extractors.numerals import read_amount
from extractors.patterns import SPACES, grammar_of
from extractors.spelled import bounded
from extractors.units import Measure, read_measure
from extractors.values import range_of, value_of
from news.records import Hedge, Value

_WORD = re.compile(r"\S+")
_DASH = re.compile(rf"[{SPACES}]?[-–‐‑—][{SPACES}]?(?=[\d$€£¥₹])")
_CURRENCY_AHEAD = re.compile(rf"(?:[A-Z]{{1,3}})?[$€£¥₹₽₴][{SPACES}]?")
_LONGEST_HEDGE = 5  # words
_BEFORE = 64  # characters looked at before a number
_CLAUSE = 90  # characters before "from" in which a verb of change makes "from A to B" a movement
_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.UP_TO, Hedge.LESS_THAN})
_STRONG = re.compile(r"-strong\b", re.IGNORECASE)
_MORE = re.compile(r"\s(\w+)(?!\w|\s+than\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number as printed: ``text[start:end] == surface``, hedge and currency included, unit words not.

    ``core_start``/``core_end`` hold the digits or number words; ``unit_end`` is where the unit words end.
    ``unit``: ISO 4217 code, "percent", "share", a measure, "" for a plain count. ``increment``: "another", "47 more".
    ``moved``: "from" or "to" for the two ends of a change. ``strong``: "a 50,000-strong force". ``friend``: what it is
    when it only looks like a figure.
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


@dataclass(frozen=True, slots=True)
class _Lead:
    """The hedge words before a number: where they start, what they mean."""

    start: int
    hedge: Hedge = Hedge.EXACT
    words: str = ""
    increment: bool = False


def find_numbers(text: str, language: str = "en") -> Iterator[Number]:
    """The figures among the numbers of ``text``: ``read_numbers`` without false friends."""
    return (number for number in read_numbers(text, language) if number.friend is None)


def read_numbers(text: str, language: str = "en") -> Iterator[Number]:
    """All numbers of ``text`` in order, not overlapping, false friends named. Linear in its length; never raises."""
    grammar = grammar_of(language)
    floor = at = 0
    for match in grammar.start.finditer(text):
        if match.start() < at:
            continue
        found, at = _read(text, match.start(), floor, language)
        for number in found:
            floor = floor if number.friend else number.unit_end
            yield number


def _read(text: str, at: int, floor: int, code: str) -> tuple[list[Number], int]:
    """The number or the two numbers at ``at``, and where to go on."""
    language = grammar_of(code).language
    first = read_amount(text, at, code)
    if first is None:
        return [], at + 1
    measure = read_measure(text, first, language)
    lead = _lead(text, measure.start, floor, language)
    if lead.hedge is not Hedge.EXACT:
        first = bounded(first, text, language)
    second = _second(text, first, measure, lead.start, code)
    hedged = lead.hedge is not Hedge.EXACT or lead.increment
    if second is not None and second[1] not in ("move", "by"):
        dated = hedged and second[1] == "to"
        friend = false_friend_of(text, first, measure, language, hedged=dated)
        if friend:
            numbers, _ = _pair(text, first, measure, lead, second, language)
            return [replace(number, friend=friend) for number in numbers], second[0].end
    if second is None:
        friend = false_friend_of(text, first, measure, language, hedged=hedged)
        return [_number(text, first, measure, lead, language, friend=friend)], measure.end
    return _pair(text, first, measure, lead, second, language)


def _pair(
    text: str, first: Amount, measure: Measure, lead: _Lead, second: tuple[Amount, str], language: Language
) -> tuple[list[Number], int]:
    later, joined = second
    ahead = read_measure(text, later, language)
    if joined in ("move", "by"):
        if not measure.unit and ahead.unit == "percent":
            measure = replace(measure, unit=ahead.unit, dimension=ahead.dimension)
        numbers = [_number(text, first, measure, lead, language, moved="from" if joined == "move" else "")]
        joined_to = grammar_of(language.code).join.match(text, measure.end)
        to = _lead(text, ahead.start, joined_to.end() if joined_to else measure.end, language)
        if not ahead.unit and measure.dimension == "money":
            ahead = replace(ahead, unit=measure.unit, dimension=measure.dimension)
        return [*numbers, _number(text, later, ahead, to, language, moved="to")], ahead.end
    if not first.scaled and later.scaled and first.low < 1000 and later.kind is first.kind:
        first = first.times(later.scale)
    unit = ahead if ahead.unit else measure
    whole = replace(unit, start=measure.start, end=max(ahead.end, measure.end))
    end = later.end
    value = range_of(first, later, lead.hedge, lead.words)
    return [
        Number(
            start=lead.start,
            end=end,
            surface=text[lead.start : end],
            value=value,
            unit=whole.unit,
            dimension=whole.dimension,
            core_start=first.start,
            core_end=later.end,
            unit_end=whole.end,
            kind=first.kind,
            increment=lead.increment,
            points=whole.points,
        )
    ], whole.end


def _second(text: str, first: Amount, measure: Measure, start: int, code: str) -> tuple[Amount, str] | None:
    """The other end of a range and how it is joined: "dash", "to", or "move" for the two ends of a change."""
    language = grammar_of(code).language
    dash = _DASH.match(text, measure.end)
    join = None if dash else grammar_of(code).join.match(text, measure.end)
    if dash is None and join is None:
        return None
    word = join.group(1).lower() if join else ""
    before = text[max(0, start - _CLAUSE) : start].lower().rstrip()
    frame = before.rsplit(" ", 1)[-1]
    if word in language.range_and and frame != language.between:
        return None
    at = (dash or join).end()  # type: ignore[union-attr]
    opened, to = frame in language.range_from, word in language.range_to
    moved = to and opened and _changes(before, language)
    later = _amount_after(text, at, code, hedged=moved)
    if later is None:
        return None
    ahead = read_measure(text, later, language)
    if moved or (opened and to and later.low < first.low):
        return later, "move"
    if frame == language.range_by and to:  # "down by 30 to 126": how much and to where
        return later, "by"
    if measure.unit and ahead.unit and measure.unit != ahead.unit:
        return None
    if measure.unit and not ahead.unit and measure.dimension != "money":
        return None
    shared = first.low * later.scale if not first.scaled and later.scaled and first.low < 1000 else first.low
    small = first.kind is Kind.WORDS and later.kind is Kind.WORDS
    if shared >= later.low or (word in language.range_or and not small):
        return None
    return later, "dash" if dash else "to"


def _amount_after(text: str, at: int, code: str, *, hedged: bool) -> Amount | None:
    sign = _CURRENCY_AHEAD.match(text, at)
    at = sign.end() if sign else at
    grammar = grammar_of(code)
    if hedged:  # "from 1,400 to about 1,200"
        found = grammar.start.search(text, at, at + 40)
        if found and " ".join(text[at : found.start()].lower().split()) in grammar.language.hedges:
            at = found.start()
    return read_amount(text, at, code) if grammar.start.match(text, at) else None


def _changes(before: str, language: Language) -> bool:
    clause = re.split(r"[;.!?]\s", before)[-1]
    words = re.findall(r"[^\W\d_]+", clause)
    if language.inflection:
        return any(not language.change_verbs.isdisjoint(forms_of(word, language.code)) for word in words)
    return any(
        word in language.change_verbs or word.removesuffix("s") in language.change_verbs
        for word in (*words, *(word.removesuffix("ed") for word in words))
    )


def _lead(text: str, start: int, floor: int, language: Language) -> _Lead:
    """Hedges and "another" right before ``start``; never reaching back over ``floor``."""
    low = max(floor, start - _BEFORE)
    words = [(m.start() + low, m.group()) for m in _WORD.finditer(text[low:start])]
    if low > 0 and words and words[0][0] == low and not text[low - 1].isspace():
        words = words[1:]
    lead = _Lead(start)
    if text[start - 1 : start] not in ("", " ", "\u00a0", "\u202f", "~", "≈", ">", "<", "≥", "≤", "("):
        return lead
    while words:
        for size in range(min(_LONGEST_HEDGE, len(words)), 0, -1):
            phrase = " ".join(word for _, word in words[-size:]).lower().lstrip("(\"“'‘—–-")
            if phrase == language.until and _moves(words[:-size], text[start : start + _CLAUSE], language):
                return lead  # "went up to 4.2%"
            if phrase in language.hedges or phrase in language.increments:
                at = words[-size][0] + len(words[-size][1]) - len(words[-size][1].lstrip("(\"“'‘—–-"))
                lead = _join_lead(lead, at, phrase, language)
                words = words[:-size]
                break
        else:
            break
    return lead


def _moves(words: list[tuple[int, str]], after: str, language: Language) -> bool:
    """A verb of movement right before; anywhere in the clause where the order of words is free."""
    if not language.inflection:
        return bool(words) and words[-1][1].lower() in language.movements
    near = [word for _, word in words[-4:]]
    near += re.findall(r"[^\W\d_]{3,}", re.split(r"[,;:.](?:\s|\Z)", after)[0])[:4]
    return any(not language.movements.isdisjoint(forms_of(word, language.code)) for word in near)


def _join_lead(lead: _Lead, at: int, phrase: str, language: Language) -> _Lead:
    """Bounds outrank "about", "about" outranks "just"; the words are kept as printed, outer first."""
    if phrase in language.increments:
        return replace(lead, start=at, increment=True)
    hedge = language.hedges[phrase]
    stronger = lead.hedge is Hedge.EXACT or (hedge in _BOUNDS and lead.hedge not in _BOUNDS)
    words = f"{phrase} {lead.words}".strip()
    return replace(lead, start=at, hedge=hedge if stronger else lead.hedge, words=words)


def _number(
    text: str,
    amount: Amount,
    measure: Measure,
    lead: _Lead,
    language: Language,
    *,
    moved: str = "",
    friend: FalseFriend | None = None,
) -> Number:
    end = max(amount.end, measure.end if measure.unit == "percent" else amount.end)
    hedge, words = lead.hedge, lead.words
    for phrase, after in language.hedges_after.items():
        joined = phrase if phrase[0] in "-+" else f" {phrase}"
        tail = text[measure.end : measure.end + len(joined) + 1].lower()
        if tail.startswith(joined) and not tail[len(joined) :].isalpha():
            hedge = after if hedge is Hedge.EXACT else hedge
            words, end = f"{words} {phrase}".strip(), max(end, measure.end + len(joined))
            break
    more = _MORE.match(text, amount.end)
    value = value_of(amount, hedge, words, rounded=measure.unit == "percent" or amount.scaled)
    if _is_negative(text, measure):
        value = _negated(value)
    return Number(
        start=lead.start,
        end=end,
        surface=text[lead.start : end],
        value=value,
        unit=measure.unit,
        dimension=measure.dimension,
        core_start=amount.start,
        core_end=amount.end,
        unit_end=max(measure.end, end),
        kind=amount.kind,
        plain=amount.plain,
        increment=lead.increment or bool(more and more.group(1).lower() in language.increments_after),
        moved=moved,
        strong=bool(_STRONG.match(text, amount.end)),
        points=measure.points,
        friend=friend,
    )


def _is_negative(text: str, measure: Measure) -> bool:
    """A minus sign that stands alone: "-3.2%", "−$5m"."""
    sign, before = text[measure.start - 1 : measure.start], text[measure.start - 2 : measure.start - 1]
    return bool(measure.unit) and (sign == "−" or (sign == "-" and (not before or before in " (")))


def _negated(value: Value) -> Value:
    def minus(number: Decimal | None) -> Decimal | None:
        return None if number is None else -number

    return replace(
        value,
        low=minus(value.high),
        high=minus(value.low),
        soft_low=minus(value.soft_high),
        soft_high=minus(value.soft_low),
    )
