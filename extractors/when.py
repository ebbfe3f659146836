"""The time a figure covers and the day it stands for, out of the time phrases of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from extractors.dates import TimePhrase
from extractors.numbers import Number
from extractors.sentences import Parsed
from extractors.tree import MAX_CLIMB, Node, governors
from news.periods import Period, PeriodKind
from news.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BACK = re.compile(
    r"(?:in|over|during|within|for|the) (?:the )?(?:past|last|previous|preceding|\w+ (?:hour|day|week)s?\b)", re.I
)
_OUTSIDE = 9  # rank of a phrase that belongs to something else
_REACH = 60  # characters behind a number in which a phrase still belongs to it when the parse does not say so


_EVENT_BEFORE = re.compile(
    r"\b(?:attack|blast|bombing|breach|clash|collapse|crash|disaster|earthquake|explosion|fire|flood|hack|hurricane|"
    r"landslide|massacre|quake|raid|shelling|shooting|spill|stampede|storm|strike|theft|tornado|typhoon|wildfire)"
    r"(?: (?:at|in|on|of|near|off) (?:[\w'’-]+ ){0,4}[\w'’-]+)? \Z"
)


#: "the largest number anywhere", "its worst spring"; no protest, arrest, west
_RECORD = re.compile(
    r"\b(?:the|its|their|his|her|any|a) (?:[\w'’-]+ )?(?!\w*(?:w|prot|arr|lat|for|inter|qu|t|gu|harv|cont)est\b)"
    r"(?:\w{2,}est|most|worst|best|first|record)\b(?: [\w'’-]+){0,5}? \Z",
    re.IGNORECASE,
)
_SPAN = re.compile(r"since\b|(?:in|for|over)\b.*\b(?:years?|decades?|months?|century|centuries)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """``period`` and ``as_of`` of a figure."""

    period: Period
    as_of: date


def when_of(
    number: Number,
    node: Node | None,
    parsed: Parsed,
    phrases: Sequence[TimePhrase],
    said_on: Span | None,
    neighbours: tuple[int, int],
    published: date,
    carrying: frozenset[str],
) -> When:
    """Choose the phrase that dates a number; without one it is a state on the day it was said.

    ``carrying``: verbs that only report numbers. ``said_on``: the words that date the saying.
    ``neighbours``: where the numbers before and after end and start.
    """
    said = _said_day(phrases, said_on, published)
    phrases = [p for p in phrases if not _is_record(p, parsed)]
    own = [p for p in phrases if p.role != "said_on" and not _is_saying(p, said_on) and not _dates_event(p, parsed)]
    phrase = _linked(number, node, parsed, own) if node is not None else _nearest(number, own, neighbours)
    if phrase is None and node is not None:
        phrase = next((p for p in own if 0 <= p.start - number.end <= _REACH and p.end <= neighbours[1]), None)
        if phrase is not None and "," in parsed.text[number.end : phrase.start]:
            phrase = None
    if phrase is None:
        return When(Period(kind=PeriodKind.AS_OF, end=said), said)
    period = phrase.period
    if period.start is not None and said < period.start <= published:
        said = published  # "since Friday, the ministry said, up from 47 a day earlier": not the day of the saying
    if period.kind is PeriodKind.CUMULATIVE or period.end is None:
        return When(Period(kind=period.kind, start=period.start, end=said, text=period.text), said)
    if phrase.role == "as_of":
        return When(period, period.end)
    if phrase.role == "day" and node is not None and (_is_level(node) or _is_report(phrase, node, parsed, carrying)):
        return When(Period(kind=PeriodKind.AS_OF, end=period.end, text=period.text), min(period.end, published))
    if period.start is not None and said < period.end == published and _BACK.match(period.text):
        return When(replace(period, start=period.start - (published - said), end=said), said)
    return When(period, said if period.start is None or period.start <= said else period.end)


def _is_level(node: Node) -> bool:
    """ "rose to 301 on Friday": how many there were by that day."""
    head = node.head.head
    return node.head.dep_ == "pobj" and head.lower_ == "to" and head.head.pos_ == "VERB"


def _is_report(phrase: TimePhrase, node: Node, parsed: Parsed, carrying: frozenset[str]) -> bool:
    """ "On Friday put the toll at 90": the day of a statement, not of the event."""
    token = parsed.token_at(phrase.start)
    for _ in range(MAX_CLIMB):
        if token is None or token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
        if token.pos_ == "NOUN" and not phrase.start <= parsed.offset(token) < phrase.end:
            return False  # "victims of the Oct. 7 massacre": the day of an event
        token = token.head
    return token is not None and token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in carrying


def _linked(number: Number, node: Node, parsed: Parsed, phrases: Sequence[TimePhrase]) -> TimePhrase | None:
    """The phrase that hangs nearest in the tree: below the counted noun, on the governing verb, further out."""
    verbs = [link.word for link in governors(node)]
    ranks = {
        node.head.i: 0,
        node.top.i: 0,
        **{word.i: rank for rank, word in reversed(list(enumerate(verbs, start=1)))},
    }
    best: tuple[int, int, TimePhrase] | None = None
    for phrase in phrases:
        rank = _rank(parsed.token_at(phrase.start), phrase, parsed, ranks, node)
        distance = phrase.start - number.end if phrase.start >= number.end else number.start - phrase.end + 5
        if rank < _OUTSIDE and (best is None or (rank, distance) < best[:2]):
            best = (rank, distance, phrase)
    return best[2] if best else None


def _rank(token: Token | None, phrase: TimePhrase, parsed: Parsed, ranks: dict[int, int], node: Node) -> int:
    """How far up the number's own line the phrase hangs; ``_OUTSIDE`` when it hangs elsewhere."""
    if token is None or token.doc is not node.top.doc:
        return _OUTSIDE
    if (
        phrase.role == "since"
        and phrase.period.start is not None
        and token.dep_ == "mark"
        and token.head.dep_ == "advcl"
    ):
        token = token.head.head  # "since the offensive began in March": dates what the clause hangs on
    for _ in range(MAX_CLIMB):
        if token.i in ranks and not phrase.start <= parsed.offset(token) < phrase.end:
            return min(ranks[token.i], _OUTSIDE - 1)
        if (
            token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "relcl", "ROOT", "conj")
        ) or token.head.i == token.i:
            break
        if token.dep_ == "relcl" and _is_aside(token):
            break
        if token.dep_ == "nummod" or (token.like_num and not phrase.start <= parsed.offset(token) < phrase.end):
            break
        token = token.head
    return _OUTSIDE


def _is_aside(verb: Token) -> bool:
    """ "the president, who has ruled since 2013": a relative clause behind a comma dates nothing outside itself."""
    first = next(iter(verb.subtree), None)
    return first is not None and first.i > 0 and first.nbor(-1).text == ","


def _dates_event(phrase: TimePhrase, parsed: Parsed) -> bool:
    """ "last month's attack", "Saturday's march", "the blast at a hospital this week": says which event, not over which
    days was counted. A year does both."""
    if _YEAR.search(phrase.period.text):
        return False
    if parsed.text[phrase.end : phrase.end + 2] in ("'s", "’s"):
        return True
    before = parsed.text[max(0, phrase.start - 70) : phrase.start]
    return phrase.role == "window" and _EVENT_BEFORE.search(before) is not None


def _is_record(phrase: TimePhrase, parsed: Parsed) -> bool:
    """ "the largest number anywhere in ten years", "its worst spring since 1955": how long nothing was like it."""
    long = _SPAN.match(parsed.text, phrase.start, phrase.end)
    return long is not None and _RECORD.search(parsed.text[max(0, phrase.start - 60) : phrase.start]) is not None


def _is_saying(phrase: TimePhrase, said_on: Span | None) -> bool:
    return said_on is not None and phrase.start < said_on.end and said_on.start < phrase.end


def _said_day(phrases: Sequence[TimePhrase], said_on: Span | None, published: date) -> date:
    for phrase in phrases:
        saying = (said_on is None and phrase.role == "said_on") or _is_saying(phrase, said_on)
        if saying and phrase.period.end is not None:
            return min(phrase.period.end, published)
    return published


def _nearest(number: Number, phrases: Sequence[TimePhrase], neighbours: tuple[int, int]) -> TimePhrase | None:
    """Without a parse: between the neighbouring numbers the nearest, else a phrase that opens the sentence."""
    before, after = neighbours
    inside = [p for p in phrases if before <= p.start and p.end <= after]
    if inside:
        return min(
            inside, key=lambda p: p.start - number.end if p.start >= number.end else 3 * (number.start - p.end) + 5
        )
    return next((p for p in phrases if p.end <= number.start), None)
