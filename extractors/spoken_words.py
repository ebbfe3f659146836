"""Sentences as words, marks and quotations, for reading speech without a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.marks import Run
from extractors.morphology import Reading, forms_of, readings_of

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*|\d[\d\s.,]*\d|\d|[,;:.!?…]|(?:(?<=\s)|^)[—–-](?=\s)", re.MULTILINE)
BREAKS = frozenset(",;:.!?…—–-")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a mark, a number or a whole quotation (``run``) at ``text[start:end]``."""

    start: int
    end: int
    text: str
    forms: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    run: Run | None = None

    @property
    def is_break(self) -> bool:
        return self.run is not None or self.text in BREAKS

    @property
    def is_word(self) -> bool:
        return bool(self.readings)

    @property
    def form(self) -> str:
        """The word in lower case, "" for what is none."""
        return self.forms[0] if self.forms else ""

    @property
    def finite(self) -> bool:
        return any(reading.finite and reading.part == "verb" for reading in self.readings[:3])

    @property
    def predicative(self) -> bool:
        """A finite verb or a short participle ("удержан")."""
        return any(reading.finite for reading in self.readings[:3])

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    def in_case(self, *cases: str) -> bool:
        """Whether it can be a noun, adjective or participle in one of the cases."""
        return any(r.case in cases and r.part in ("noun", "adjective", "participle") for r in self.readings)


def pieces_of(text: str, low: int, high: int, runs: Sequence[Run], code: str) -> list[Piece]:
    """The pieces of ``text[low:high]``; of the ``runs`` that lie in it each is one piece."""
    return sorted(_pieces(text, low, high, runs, code), key=lambda piece: piece.start)


def _pieces(text: str, low: int, high: int, runs: Sequence[Run], code: str) -> Iterator[Piece]:
    inside = [run for run in runs if low <= run.start < high]
    for run in inside:
        yield Piece(run.start, run.end, "«»", run=run)
    for match in _TOKEN.finditer(text, low, high):
        if any(run.start <= match.start() < run.end for run in inside):
            continue
        word = match.group()
        if word[0].isalpha():
            yield Piece(match.start(), match.end(), word, forms_of(word, code), readings_of(word, code))
        else:
            yield Piece(match.start(), match.end(), word)
