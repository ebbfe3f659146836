"""Every quantity of a text, also those that are no figures of a story: ages, durations, "a 40-yard line".

``figures`` takes from the same numbers what a story claims; this is the plain reading: number, tree, counted noun and
the nouns that the number speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.concepts import concepts_of, measured_tokens
from extractors.false_friends import FalseFriend
from extractors.languages import is_known, language_of
from extractors.movements import movement_of
from extractors.numbers import Number, read_numbers
from extractors.phrases import Phrase, counted_phrase, phrase_of
from extractors.sentences import Parsed, parse
from extractors.tree import Node, node_of, partitive_of
from news.records import Direction, Hedge

#: between two numbers that tell one thing twice: "190 points, or 0.6%", "7 miles (11 km)"
_SAME = re.compile(r"[^,;()\[]{0,40}(?:, or | or |\s?\((?:or )?)")
_SUSPENDED = re.compile(r"-(?:,|\s(?:and|or|to)\b)")
_LISTED = re.compile(r",? (?:and )?")
#: before a number that tells where something stands
_WHERE = frozenset({"to", "at", "above", "below"})
#: false friends that measure something all the same
MEASURING = frozenset({FalseFriend.AGE, FalseFriend.MODIFIER, FalseFriend.PRONOUN, FalseFriend.SCORE})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts (``counted``) and what it speaks of (``concepts``: noun phrases, nearest first).
    ``direction``: which way the number is said to move something."""

    number: Number
    counted: Phrase
    concepts: tuple[Phrase, ...]
    direction: Direction = Direction.NONE


def find_quantities(text: str, language: str = "en", parsed: Parsed | None = None) -> list[Quantity]:
    """The quantities of a text in order; [] for a language without tables. Never raises on any text."""
    if not is_known(language):
        return []
    parsed = parsed or parse(text, language)
    found: list[Quantity] = []
    for numbers in _numbers(parsed, language):
        found += _suspended(text, list(_read(parsed, numbers, language)))
    return found


def _numbers(parsed: Parsed, language: str) -> Iterator[list[Number]]:
    for sentence in parsed.sentences:
        found = (number for number in read_numbers(sentence.text, language))
        yield [_at(number, sentence.start) for number in found if number.friend is None or number.friend in MEASURING]


def _at(number: Number, offset: int) -> Number:
    return replace(
        number,
        start=number.start + offset,
        end=number.end + offset,
        core_start=number.core_start + offset,
        core_end=number.core_end + offset,
        unit_end=number.unit_end + offset,
    )


def _read(parsed: Parsed, numbers: list[Number], code: str) -> Iterator[Quantity]:
    language = language_of(code)
    nodes = [node_of(parsed, number) for number in numbers]
    taken = measured_tokens(nodes)
    told: list[Quantity] = []
    for number, node in zip(numbers, nodes, strict=True):
        if node is None:
            yield Quantity(number, Phrase(), ())
            continue
        found = Quantity(number, _counted(node), concepts_of(node, taken), movement_of(node, language))
        if number.friend is FalseFriend.PRONOUN:
            found = replace(found, concepts=())
        elif told:
            between = parsed.text[told[-1].number.unit_end : number.start]
            found = _with_unit(
                _with_concepts(found, told[-1], between, partitive_of(node.top) is not None), told, between
            )
        told.append(found)
        yield found


def _counted(node: Node) -> Phrase:
    """The counted noun; of "one of the proudest moments of her life" all that follows."""
    if node.number.friend is FalseFriend.PRONOUN and node.noun is not None:
        return Phrase() if node.noun.pos_ == "PRON" else phrase_of(node.noun, frozenset(t.i for t in node.tokens))
    return counted_phrase(node)


def _suspended(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """ "four-, five- and six-cylinder engines": what the last counts, all count."""
    for at in range(len(quantities) - 2, -1, -1):
        number, later = quantities[at].number, quantities[at + 1]
        if _SUSPENDED.match(text, number.core_end):
            number = replace(number, unit=later.number.unit, dimension=later.number.dimension)
            quantities[at] = replace(later, number=number)
    return quantities


def _with_concepts(found: Quantity, last: Quantity, between: str, has_part: bool) -> Quantity:
    """A number told twice speaks of the same noun: "lost $190, or 0.6%", "24 hours, 39 minutes and 35 seconds"."""
    if _SAME.fullmatch(between):
        own = found.concepts[:1] if has_part else ()
        rest = tuple(phrase for phrase in last.concepts if phrase not in own)
        number = _bounded(found.number, last.number) if between.endswith("(") else found.number
        return replace(found, number=number, concepts=own + rest, direction=last.direction)
    listed = bool(found.number.unit) and found.number.unit == last.number.unit
    if not found.concepts and (listed or _LISTED.fullmatch(between)):
        return replace(found, concepts=last.concepts)
    return found


def _bounded(number: Number, before: Number) -> Number:
    """A bound holds for its conversion too: "more than 7 million crowns ($1 million)"."""
    value, hedge = number.value, before.value.hedge
    if value.hedge is not Hedge.EXACT or number.unit == before.unit:
        return number
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        value = replace(value, high=None, hedge=hedge, hedge_words=before.value.hedge_words)
    elif hedge in (Hedge.UP_TO, Hedge.LESS_THAN):
        value = replace(value, low=None, hedge=hedge, hedge_words=before.value.hedge_words)
    return replace(number, value=value)


def _with_unit(found: Quantity, told: list[Quantity], between: str) -> Quantity:
    """What a bare number takes from the ones before: "sold 435 homes and rented 187", "lost 64 points to 4,577"."""
    words = between.lower().split()
    if found.number.unit or found.counted or found.number.friend or not words or words[-1] == "of":
        return found
    large = found.number.value.point > 100 or words[-1] in _WHERE
    for last in reversed(told):
        share = last.number.dimension == "share"
        if last.number.dimension == "duration" or (share and large):
            continue
        if last.number.unit or last.counted:
            number = replace(found.number, unit=last.number.unit, dimension=last.number.dimension)
            return replace(found, number=number, counted=last.counted)
    return found
