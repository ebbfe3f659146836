"""The other end of a range or of a change: "10 to 12 million", "2,000-3,000", "from 1,400 to 1,200"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.amounts import Amount, Kind
from extractors.languages.language import Language
from extractors.measurements import read_measured
from extractors.morphology import forms_of
from extractors.patterns import SPACES, grammar_of
from extractors.units import Measure

_DASH = re.compile(rf"[{SPACES}]?[-–‐‑—][{SPACES}]?(?=[\d$€£¥₹])")
_CURRENCY_AHEAD = re.compile(rf"(?:[A-Z]{{1,3}})?[$€£¥₹₽₴][{SPACES}]?")
_CLAIMED = frozenset({"money", "share"})  # "5% to 3%" is rather a movement and a level
_CLAUSE = 90  # characters before "from" in which a verb of change makes "from A to B" a movement


@dataclass(frozen=True, slots=True)
class Second:
    """The later amount with its measure. ``joined``: "dash" or "to" for a range, "move" for the two ends of a change,
    "by" for how much and to where ("down by 30 to 126")."""

    amount: Amount
    measure: Measure
    joined: str


def second_after(text: str, first: Amount, measure: Measure, start: int, code: str) -> Second | None:
    """The other end of what begins with ``first``; ``start``: where the first begins, hedges included."""
    if first.kind is Kind.RATIO:  # "doubled to 4,600"
        return None
    dash = _DASH.match(text, measure.end)
    at = max(measure.end, measure.per_end)  # "from $75 per barrel to $46"
    join = None if dash else grammar_of(code).join.match(text, at)
    if dash is None and join is None:
        return None
    language = grammar_of(code).language
    word = join.group(1).lower() if join else ""
    before = text[max(0, start - _CLAUSE) : start].lower().rstrip()
    frame = before.rsplit(" ", 1)[-1]
    if word in language.range_and and frame != language.between:
        return None
    if join and "-" in join.group():  # "a 20-to-30-minute delay"; "a 5-to-4 vote" is none
        found = _measured_after(text, join.end(), code, hedged=False)
        rising = found is not None and first.low < found[0].low
        return Second(*found, "to") if found and rising else None
    opened, to = frame in language.range_from, word in language.range_to
    moved = to and opened and _changes(before, language)
    found = _measured_after(text, (dash or join).end(), code, hedged=moved)  # type: ignore[union-attr]
    if found is None:
        return None
    later, ahead = found
    if moved or (opened and to and later.low < first.low):
        return Second(later, ahead, "move")
    if frame == language.range_by and to and not _is_step(first, measure, later, ahead):
        return Second(later, ahead, "by")
    if (
        to
        and measure.unit
        and measure.unit == ahead.unit
        and later.low < first.low
        and measure.dimension not in _CLAIMED
    ):
        return Second(later, ahead, "move")  # "1.3 km to 0.4 km"
    if not _may_share(first, measure, later, ahead):
        return None
    small = first.kind is Kind.WORDS and later.kind is Kind.WORDS
    return None if word in language.range_or and not small else Second(later, ahead, "dash" if dash else "to")


def _is_step(first: Amount, measure: Measure, later: Amount, ahead: Measure) -> bool:
    """ "by 1 to 1.5 degrees", "by 10,000 to 15,000 jobs": between the two; "by 30 to 126" is how much and to where."""
    return not measure.unit and first.low < later.low and (bool(ahead.unit) or later.low <= 2 * first.low)


def _may_share(first: Amount, measure: Measure, later: Amount, ahead: Measure) -> bool:
    """Both ends are of one unit and in rising order, the scale of the later shared where the first has none."""
    if measure.unit and ahead.unit and measure.unit != ahead.unit:
        return False
    if measure.unit and not ahead.unit and measure.dimension != "money":
        return False
    shared = first.low * later.scale if not first.scaled and later.scaled and first.low < 1000 else first.low
    return shared < later.low


def _measured_after(text: str, at: int, code: str, *, hedged: bool) -> tuple[Amount, Measure] | None:
    sign = _CURRENCY_AHEAD.match(text, at)
    at = sign.end() if sign else at
    grammar = grammar_of(code)
    if hedged:  # "from 1,400 to about 1,200"
        found = grammar.start.search(text, at, at + 40)
        if found and " ".join(text[at : found.start()].lower().split()) in grammar.language.hedges:
            at = found.start()
    return read_measured(text, at, code) if grammar.start.match(text, at) else None


def _changes(before: str, language: Language) -> bool:
    clause = re.split(r"[;.!?]\s", before)[-1]
    words = re.findall(r"[^\W\d_]+", clause)
    if language.inflection:
        return any(not language.change_verbs.isdisjoint(forms_of(word, language.code)) for word in words)
    return any(
        word in language.change_verbs or word.removesuffix("s") in language.change_verbs
        for word in (*words, *(word.removesuffix("ed") for word in words))
    )
