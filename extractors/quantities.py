"""Every quantity of a text, also those that are no figures of a story: ages, durations, "a 40-yard line".

``figures`` takes from the same numbers what a story claims; this is the plain reading: number, tree, counted noun and
the nouns that the number speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.concepts import concepts_of
from extractors.counted import Counted, counted_of
from extractors.false_friends import FalseFriend
from extractors.languages import is_known, language_of
from extractors.languages.language import Language
from extractors.numbers import Number, read_numbers
from extractors.sentences import Parsed, parse
from extractors.tree import Node, node_of

#: false friends that measure something all the same
MEASURING = frozenset({FalseFriend.AGE, FalseFriend.MODIFIER, FalseFriend.PRONOUN, FalseFriend.SCORE})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts (``counted``) and what it speaks of (``concepts``: noun phrases, nearest first)."""

    number: Number
    counted: Counted
    concepts: tuple[str, ...]
    node: Node | None


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
    taken = frozenset(token.i for node in nodes if node is not None for token in node.tokens)
    for number, node in zip(numbers, nodes, strict=True):
        yield _quantity(number, node, taken, language)


def _quantity(number: Number, node: Node | None, taken: frozenset[int], language: Language) -> Quantity:
    if node is None:
        return Quantity(number, Counted(), (), None)
    counted = counted_of(node, language)
    return Quantity(number, counted, concepts_of(node, counted, taken), node)
