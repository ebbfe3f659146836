"""The sentences of an article that hold numbers, each with its numbers, trees, times and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.anchors import anchored
from extractors.bare_numbers import with_rate, with_unit
from extractors.dates import TimePhrase
from extractors.inflected_dates import times_in
from extractors.inflected_places import places_in
from extractors.numbers import Number, find_numbers
from extractors.ordinals import with_ordinals
from extractors.places import PlaceMention
from extractors.roles import Surroundings
from extractors.sentences import Parsed, Sentence
from extractors.tree import Node, governors, node_of
from news.records import Article

MAX_FIGURES = 400  # an article with more numbers is a table; its first ones are kept


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its numbers; all offsets are those of the article. ``previous``: the sentence before it."""

    sentence: Sentence
    numbers: tuple[Number, ...]
    nodes: tuple[Node | None, ...]
    phrases: tuple[TimePhrase, ...]
    places: tuple[PlaceMention, ...]
    previous: str = ""

    def neighbours(self, index: int) -> tuple[int, int]:
        """Where the number before ends and the number after starts, else the borders of the sentence."""
        before = self.numbers[index - 1].unit_end if index else self.sentence.start
        last = index + 1 >= len(self.numbers)
        return before, self.sentence.end if last else self.numbers[index + 1].start

    def surroundings(self, index: int, text: str) -> Surroundings:
        before, after = self.neighbours(index)
        number = self.numbers[index]
        return Surroundings(
            text[before : number.start].lower(), text[number.unit_end : after].lower(), self.sentence.text.lower()
        )

    def others(self, index: int) -> frozenset[int]:
        """Token numbers that belong to the line's other numbers and not to this one."""
        own = self.nodes[index]
        taken = (i for at, node in enumerate(self.nodes) if at != index for i in _territory(node))
        return frozenset(taken) - _territory(own)


def lines_of(parsed: Parsed, article: Article) -> Iterator[Line]:
    """The sentences with numbers, in order, until ``MAX_FIGURES`` numbers are reached."""
    count, paragraph = 0, -1
    told: list[Number] = []  # the numbers of the paragraph so far
    previous = here = ""
    for sentence in parsed.sentences:
        if count >= MAX_FIGURES:
            return
        previous, here = here, sentence.text
        numbers = [
            _at(_in_points(number, sentence.text), sentence.start)
            for number in with_ordinals(
                list(find_numbers(sentence.text, article.language)), sentence.text, article.language
            )
        ]
        if not numbers:
            continue
        found = times_in(sentence.text, article.language, article.published)
        times = _moved(found, sentence.start)
        kept = tuple(number for number in numbers if not _is_time(number, times))[: MAX_FIGURES - count]
        if kept:
            count += len(kept)
            phrases = _moved(anchored(found, sentence.text), sentence.start)
            places = tuple(
                replace(place, start=place.start + sentence.start, end=place.end + sentence.start)
                for place in places_in(sentence.text, article.language)
            )
            told = told if told and paragraph == sentence.paragraph else []
            paragraph = sentence.paragraph
            nodes = [node_of(parsed, number) for number in kept]
            for at, number in enumerate(kept):
                told.append(with_rate(with_unit(number, nodes[at], told), sentence.text))
                if told[-1] is not number:
                    nodes[at] = node_of(parsed, told[-1])
            yield Line(sentence, tuple(told[-len(kept) :]), tuple(nodes), phrases, places, previous)


def _moved(phrases: Iterable[TimePhrase], offset: int) -> tuple[TimePhrase, ...]:
    return tuple(replace(phrase, start=phrase.start + offset, end=phrase.end + offset) for phrase in phrases)


_POINTS = re.compile(r"\spoints?\b(?! out\b)")
_SHARES = re.compile(r"\b(?:polls?|turnout|approval|votes?|voters|unemployment|inflation|rate)\b", re.IGNORECASE)


def _in_points(number: Number, sentence: str) -> Number:
    """ "stood at 61 percent, two points lower": of percent, where the sentence tells shares."""
    behind = _POINTS.match(sentence, number.core_end)
    large = number.value.point >= 60  # an index, not a share
    if number.unit or large or behind is None or _SHARES.search(sentence) is None:
        return number
    return replace(number, unit="percent", dimension="share", points=True, unit_end=max(number.unit_end, behind.end()))


def _at(number: Number, offset: int) -> Number:
    return replace(
        number,
        start=number.start + offset,
        end=number.end + offset,
        core_start=number.core_start + offset,
        core_end=number.core_end + offset,
        unit_end=number.unit_end + offset,
    )


def _is_time(number: Number, phrases: Sequence[TimePhrase]) -> bool:
    """Part of a time phrase: "in three days", "7 and 8 October"."""
    if number.unit and number.dimension != "duration":
        return False
    return any(phrase.start <= number.core_start and number.core_end <= phrase.end for phrase in phrases)


def _territory(node: Node | None) -> frozenset[int]:
    """A number's tokens, its noun, and the nouns it hangs on up to the first verb: "turnout at 59 percent"."""
    if node is None:
        return frozenset()
    own = {token.i for token in node.tokens} | {node.head.i}
    for link in governors(node):
        if link.word.pos_ not in ("NOUN", "PROPN", "ADP"):
            break
        own.add(link.word.i)
    for token in node.top.doc[
        node.tokens[-1].i + 1 : node.tokens[-1].i + 5
    ]:  # "five missing", "3,000 killed and wounded"
        if token.ent_type_ or token.pos_ not in ("ADJ", "VERB", "NOUN", "CCONJ") or token.dep_ == "ROOT":
            break
        own.add(token.i)
        if token.pos_ == "NOUN":
            break
    return frozenset(own)
