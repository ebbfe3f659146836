"""Every quantity of a text, also those that are no figures of a story: ages, durations, "a 40-yard line".

``figures`` takes from the same numbers what a story claims; this is the plain reading: number, tree, counted noun and
the nouns that the number speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.concepts import concepts_of
from extractors.false_friends import FalseFriend
from extractors.languages import is_known, language_of
from extractors.movements import movement_of
from extractors.numbers import Number, read_numbers
from extractors.phrases import Phrase, counted_phrase
from extractors.sentences import Parsed, parse
from extractors.tree import Node, node_of, partitive_of

#: between two numbers that tell one thing twice: "190 points, or 0.6%", "7 miles (11 km)"
_SAME = re.compile(r"[^,;()\[]{0,40}(?:, or | or |\s?\()")
_LISTED = re.compile(r",? (?:and )?")
#: before a number that tells where something stands
_WHERE = frozenset({"to", "at", "of", "above", "below"})
#: false friends that measure something all the same
MEASURING = frozenset({FalseFriend.AGE, FalseFriend.MODIFIER, FalseFriend.PRONOUN, FalseFriend.SCORE})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts (``counted``) and what it speaks of (``concepts``: noun phrases, nearest first).
    ``rises``: which way the number is said to move something, True up, False down, None neither."""

    number: Number
    counted: Phrase
    concepts: tuple[Phrase, ...]
    rises: bool | None = None


def find_quantities(text: str, language: str = "en", parsed: Parsed | None = None) -> list[Quantity]:
    """The quantities of a text in order; [] for a language without tables. Never raises on any text."""
    if not is_known(language):
        return []
    parsed = parsed or parse(text, language)
    return [quantity for sentence in _numbers(parsed, language) for quantity in _read(parsed, sentence, language)]


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
    taken = frozenset(token.i for node in nodes if node is not None and _is_measured(node) for token in node.tokens)
    last: Quantity | None = None
    for number, node in zip(numbers, nodes, strict=True):
        if node is None:
            yield Quantity(number, Phrase(), ())
            continue
        found = Quantity(number, counted_phrase(node), concepts_of(node, taken), movement_of(node, language))
        if number.friend is FalseFriend.PRONOUN:
            found = replace(found, concepts=())
        elif last is not None:
            found = _completed(
                found, last, parsed.text[last.number.unit_end : number.start], partitive_of(node.top) is not None
            )
        last = found
        yield found


def _is_measured(node: Node) -> bool:
    """A number with a unit is no part of another number's noun phrase; a plain one may be ("the S&P 500")."""
    return node.number.friend is not FalseFriend.AGE and (bool(node.number.unit) or not node.number.plain)


def _completed(found: Quantity, last: Quantity, between: str, has_part: bool) -> Quantity:
    """What a number takes from the one before: "$190, or 0.6%" the noun it speaks of, "63 last year" what it counts."""
    if _SAME.fullmatch(between):
        own = found.concepts[:1] if has_part else ()
        rest = tuple(phrase for phrase in last.concepts if phrase not in own)
        found = replace(found, concepts=own + rest, rises=last.rises)
    elif not found.concepts and _LISTED.fullmatch(between):
        found = replace(found, concepts=last.concepts)
    bare = not found.number.unit and not found.counted and found.number.friend is None
    words = between.split()
    stands = bool(words) and words[-1].lower() in _WHERE
    if bare and not (last.number.unit == "percent" and stands):
        number = replace(found.number, unit=last.number.unit, dimension=last.number.dimension)
        return replace(found, number=number, counted=last.counted)
    return found
