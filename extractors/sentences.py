"""Sentences of an article, the pre-filter, and the one parse that figures, quotes and attributions share.

Paragraphs are split by rule (abbreviations, initials and dates do not end a sentence), and only sentences with a
digit, a number word, a quotation mark or a word of communication are parsed. Quotation marks confuse the parser, so
a sentence-like quotation is replaced by a dummy clause and its inside parsed on its own; the marks of mere fragments
are dropped. An index map leads every token back to the article's text, which is never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.languages.en_cues import CLAUSE_ONLY, LEMMA_OF, MIND, NUMBER_WORDS
from extractors.marks import Run, find_runs
from extractors.model import english
from extractors.splitting import split

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

MAX_WORD = 80  # a sentence with a longer unbroken stretch is no prose (base64, URLs glued together): not parsed
MAX_TEXT = 1_000_000  # characters an article that are split at all: what comes behind belongs to no sentence
MAX_PARAGRAPH = 50_000  # a longer paragraph is cut
MAX_PARSED = 200_000  # characters an article that are parsed: 30,000 words, fifty times a long article
_DUMMY = "It works"
_PLACES: list[int | str] = ["IDX", "LENGTH"]


_WORD = re.compile(r"[A-Za-z]+")
_INVISIBLE = "".join(map(chr, range(32))) + "\u200b\u200c\u200d\ufeff\u00ad"
#: a stretch of plain words, or white space and half characters (surrogates), or one apostrophe or invisible character
_PIECE = re.compile(
    rf"[^\s’‘\ud800-\udfff{_INVISIBLE}]+(?: [^\s’‘\ud800-\udfff{_INVISIBLE}]+)*|[\s\ud800-\udfff]+|[’‘{_INVISIBLE}]"
)
_DASHED = re.compile(r",?\s[—–-]\s[а-яёіїєґ]")  # «...», — сказав
_INTERESTING = re.compile(r"[\d\"“”«»„]|''|``|[‘'](?=\w)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as a reader sees it; sentences never overlap. ``text == Parsed.text[start:end]``.

    ``tokens``: its parse, None when it was not parsed. Where a quotation was masked, ``tokens`` is the frame around it
    (``It works, he said.``); ``Parsed.token_at`` leads to the inside. ``quoted``: lies wholly inside a quotation.
    """

    start: int
    end: int
    text: str
    paragraph: int
    tokens: Span | None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of quotation marks and how the parse treats it. ``masked``: a dummy clause stands for it."""

    run: Run
    paragraph: int
    masked: bool


@dataclass(slots=True)
class Unit:
    """One parsed stretch: a masked sentence, or a sentence inside a masked quotation.

    ``index[i]`` is the article offset of character ``i`` of ``masked``; ``inside`` tells the inside of a quotation.
    ``spans`` and ``starts`` tell of every token where it stands in the article and where it begins in ``masked``;
    ``held`` which quotation a token of a dummy clause stands for.
    """

    start: int
    end: int
    paragraph: int
    masked: str
    index: list[int]
    inside: bool
    dummies: dict[int, Run] = field(default_factory=dict)  # offset in ``masked`` -> the run it stands for
    doc: Doc | None = None
    starts: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    held: dict[int, Run] = field(default_factory=dict)

    def take(self, doc: Doc) -> None:
        """Note where the tokens of ``masked`` stand."""
        self.doc = doc
        doc.user_data["unit"] = self
        for number, (start, length) in enumerate(doc.to_array(_PLACES).tolist()):
            run = next((run for at, run in self.dummies.items() if at <= start <= at + len(_DUMMY)), None)
            self.starts.append(start)
            if run is not None:
                self.held[number] = run
                self.spans.append((run.start, run.end))
            else:
                self.spans.append((self.index[start], self.index[start + max(length, 1) - 1] + 1))


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Parsed:
    """The shared parse of one article. ``units`` are the parsed stretches, frames before their insides."""

    text: str
    language: str
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    units: tuple[Unit, ...]
    _frames: tuple[tuple[int, ...], tuple[Unit, ...]]
    _insides: tuple[tuple[int, ...], tuple[Unit, ...]]

    def span(self, token: Token) -> tuple[int, int]:
        """Offsets of a token in the article's text; a token of a dummy clause stands for the whole quotation."""
        unit: Unit = token.doc.user_data["unit"]
        return unit.spans[token.i]

    def offset(self, token: Token) -> int:
        """Offset of the token's first character in the article's text."""
        return self.span(token)[0]

    def cover(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """The smallest stretch of the article's text that holds all ``tokens`` (at least one)."""
        spans = [self.span(token) for token in tokens]
        return min(start for start, _ in spans), max(end for _, end in spans)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The reader's sentence around an offset, None between sentences."""
        at = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return None

    def unit_at(self, offset: int, *, frame: bool = False) -> Unit | None:
        """The parsed stretch around an offset: the inside of a masked quotation, or with ``frame`` the clause around
        it. None when nothing was parsed there."""
        for starts, units in (self._frames,) if frame else (self._insides, self._frames):
            at = bisect_right(starts, offset) - 1
            if at >= 0 and offset < units[at].end:
                return units[at]
        return None

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that holds an offset."""
        return max(bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph[0]) - 1, 0)

    def frames_before(self, unit: Unit, limit: int) -> list[Unit]:
        """At most ``limit`` parsed sentences before one, the nearest first."""
        starts, units = self._frames
        at = bisect_right(starts, unit.start - 1)
        return list(reversed(units[max(0, at - limit) : at]))

    def token_at(self, offset: int) -> Token | None:
        """The token that covers an offset (the next one when the offset is a space), None when not parsed."""
        unit = self.unit_at(offset)
        if unit is None or unit.doc is None or not len(unit.doc):
            return None
        at = max(bisect_right(unit.index, offset) - 1, 0)
        number = max(bisect_right(unit.starts, at) - 1, 0)
        if unit.spans[number][1] <= offset and number + 1 < len(unit.spans):
            number += 1
        return unit.doc[number]

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that lie in ``text[start:end]``, inside quotations too; [] when not parsed."""
        found: list[Token] = []
        at = start
        while at < end:
            unit = self.unit_at(at)
            if unit is None or unit.doc is None:
                at += 1
                continue
            for number, (low, high) in enumerate(unit.spans):
                if low >= at and high <= end and number not in unit.held:
                    found.append(unit.doc[number])
            at = max(unit.end, at + 1)
        return found


def dummy_of(token: Token) -> Run | None:
    """The quotation that a token of a dummy clause stands for, None for a real word."""
    unit: Unit = token.doc.user_data["unit"]
    return unit.held.get(token.i)


def parse(text: str, language: str = "en") -> Parsed:
    """Split and parse an article's text. ``language``: ISO 639-1; other languages than English are split, not parsed.

    Never raises on any text; the work is bounded (``MAX_SENTENCE``, ``MAX_WORD``, ``MAX_PARSED``).
    """
    paragraphs = tuple(_paragraphs(text))
    quotations: list[Quotation] = []
    units: list[Unit] = []
    for number, (low, high) in enumerate(paragraphs):
        runs = find_runs(text, low, high)
        following = text[paragraphs[number + 1][0]] if number + 1 < len(paragraphs) else ""
        here = [Quotation(run, number, _is_clause(text, run, low, following)) for run in runs]
        quotations += here
        units += _units(text, low, high, number, here)
    _parse_units(units, text, language)
    return _assemble(text, language, paragraphs, quotations, units)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for low, high in _lines(text):
        start, end = low, high
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.compile(r"[^\n]+").finditer(text, 0, MAX_TEXT):
        for low in range(match.start(), match.end(), MAX_PARAGRAPH):
            yield low, min(match.end(), low + MAX_PARAGRAPH)


# -------------------------------------------------------------------------------------------------- quotations
def _is_clause(text: str, run: Run, low: int, following: str) -> bool:
    """True when the quoted words stand for a sentence: a dummy clause may take their place."""
    inner = text[run.inner_start : run.inner_end].strip()
    before = text[max(low, run.start - 3) : run.start].rstrip()
    free = not before or before[-1] in ',:;—–-.?!"”'
    if not run.closed:  # goes on in the next paragraph, or the closing mark is missing
        return (not before or before[-1] in ",:.?!") and (len(inner) > 20 or following in '"“„«')
    ends = inner[-1:] in ",.?!…—"
    capital = inner[:1].isupper() or inner[:1].isdigit() or inner[:1] in "[…"
    words = inner.count(" ") + 1
    if capital and _DASHED.match(text, run.end):
        return True
    if ends:
        return capital or (free and before != "") or (free and words > 2)
    return free and words > 2 and (capital or before[-1:] in ",:")


def _dummy(text: str, run: Run, high: int) -> str:
    """The clause put in place of a quotation, with the mark that keeps the frame's sentences apart or together."""
    last = text[run.inner_start : run.inner_end].rstrip()[-1:]
    rest = text[run.end : min(high, run.end + 80)].lstrip()
    if not rest:
        return f"{_DUMMY}."
    if last in ".?!…" and last:
        begins = rest[0].isupper() or rest[0] in '"“«„'
        if begins and not (last != "." and _names_speaker(rest)):
            return f"{_DUMMY}."
    return f"{_DUMMY}" if rest[0] in ",.;:" else f"{_DUMMY},"


def _names_speaker(rest: str) -> bool:
    words = rest.split()[:5]
    return any(word.strip(",.").lower() in LEMMA_OF for word in words[:4])


# ----------------------------------------------------------------------------------------------------- masking
def _units(text: str, low: int, high: int, paragraph: int, quotations: Sequence[Quotation]) -> list[Unit]:
    """The sentences of one paragraph: frames with dummy clauses, and the insides of what they stand for."""
    masked: list[str] = []
    index: list[int] = []
    dummies: dict[int, Run] = {}
    at = low
    for quotation in quotations:
        run = quotation.run
        if quotation.masked:
            _copy(text, at, run.start, masked, index)
            dummies[len(masked)] = run
            dummy = _dummy(text, run, high)
            masked += dummy
            index += [run.start] * (len(dummy) - 1) + [run.end - 1]
            at = run.end
        else:
            for start, end in ((run.start, run.inner_start), (run.inner_end, run.end)):
                _copy(text, at, start, masked, index)
                at = max(at, end)
    _copy(text, at, high, masked, index)
    line = "".join(masked)
    units = [_cut(line, index, start, end, paragraph, dummies, inside=False) for start, end in split(line)]
    for quotation in quotations:
        if quotation.masked:
            units += _inside(text, quotation)
    return units


def _inside(text: str, quotation: Quotation) -> Iterator[Unit]:
    masked: list[str] = []
    index: list[int] = []
    _copy(text, quotation.run.inner_start, quotation.run.inner_end, masked, index)
    line = "".join(masked)
    for start, end in split(line):
        yield _cut(line, index, start, end, quotation.paragraph, {}, inside=True)


def _copy(text: str, start: int, end: int, masked: list[str], index: list[int]) -> None:
    """Append ``text[start:end]`` as the parser likes it: plain apostrophes and spaces, nothing invisible."""
    for match in _PIECE.finditer(text, start, end):
        low, high = match.span()
        char = text[low]
        if char in "’‘":
            masked.append("'")
            index.append(low)
        elif char.isspace() or "\ud800" <= char <= "\udfff":
            if not masked or masked[-1] != " ":
                masked.append(" ")
                index.append(low)
        elif char not in _INVISIBLE:
            masked += text[low:high]
            index += range(low, high)


def _cut(
    line: str, index: list[int], start: int, end: int, paragraph: int, dummies: dict[int, Run], *, inside: bool
) -> Unit:
    here = {at - start: run for at, run in dummies.items() if start <= at < end}
    part = index[start:end]
    return Unit(part[0], part[-1] + 1, paragraph, line[start:end], part, inside, here)


# ----------------------------------------------------------------------------------------------------- parsing
#: number words, and words of communication that alone are worth a parse. "go", "show", "report" the noun are not: a
#: sentence in which only these tell of speech is rare, and each costs a parse.
_SILENT = (
    CLAUSE_ONLY - MIND - {"demand", "reject", "dismiss", "warn", "blame", "condemn", "conclude", "reason", "maintain"}
)
_TELLING = NUMBER_WORDS | {"according", "per"} | {form for form, lemma in LEMMA_OF.items() if lemma not in _SILENT}


def has_number(text: str) -> bool:
    """True when the text has a digit or a number word."""
    return any(char.isdigit() for char in text) or any(w.lower() in NUMBER_WORDS for w in _WORD.findall(text))


def is_interesting(text: str) -> bool:
    """The pre-filter: a digit, a number word, a quotation mark or a word of communication."""
    if _INTERESTING.search(text):
        return True
    words = (word.lower() for word in _WORD.findall(text))
    return any(w in _TELLING for w in words)


def _wanted(unit: Unit, text: str) -> bool:
    if any(len(word) > MAX_WORD for word in unit.masked.split(" ")):
        return False
    if unit.inside:
        return has_number(unit.masked)
    return bool(unit.dummies) or is_interesting(text[unit.start : unit.end])


def _parse_units(units: Sequence[Unit], text: str, language: str) -> None:
    model = english() if language.lower().startswith("en") or not language else None
    if model is None:
        return
    chosen: list[Unit] = []
    left = MAX_PARSED
    for unit in units:
        if left <= 0:
            break
        if _wanted(unit, text):
            chosen.append(unit)
            left -= max(len(unit.masked), 40)  # short ones cost as much
    for unit in chosen:
        unit.take(model.document(unit.masked))
    model.parse([unit.doc for unit in chosen if unit.doc is not None])


# --------------------------------------------------------------------------------------------------- assembling
def _assemble(
    text: str,
    language: str,
    paragraphs: tuple[tuple[int, int], ...],
    quotations: list[Quotation],
    units: list[Unit],
) -> Parsed:
    frames = [unit for unit in units if not unit.inside]
    insides = [unit for unit in units if unit.inside]
    sentences: list[Sentence] = []
    at = 0
    for frame in frames:
        held: list[Unit] = []
        while at < len(insides) and insides[at].start < frame.end:
            held.append(insides[at])
            at += 1
        sentences += _readers(text, frame, held)
    parsed_frames = tuple(unit for unit in frames if unit.doc is not None)
    parsed_insides = tuple(unit for unit in insides if unit.doc is not None)
    return Parsed(
        text,
        language,
        paragraphs,
        tuple(sentences),
        tuple(quotations),
        tuple(units),
        (tuple(unit.start for unit in parsed_frames), parsed_frames),
        (tuple(unit.start for unit in parsed_insides), parsed_insides),
    )


def _readers(text: str, frame: Unit, held: Sequence[Unit]) -> Iterator[Sentence]:
    """Cut a frame at the sentences inside its quotations: a long quotation is several sentences to a reader."""
    cuts: list[int] = []
    for earlier, later in pairwise(held):
        same = any(run.start <= earlier.start and later.end <= run.end for run in frame.dummies.values())
        if same and later.start > earlier.end:
            cuts.append(later.start)
    borders = [frame.start, *cuts, frame.end]
    runs = list(frame.dummies.values())
    for low, high in pairwise(borders):
        end = high
        while end > low and text[end - 1].isspace():
            end -= 1
        quoted = any(run.inner_start <= low and end <= run.inner_end for run in runs)
        doc = frame.doc
        if quoted:
            doc = next((unit.doc for unit in held if unit.start >= low and unit.end <= end), None)
        yield Sentence(low, end, text[low:end], frame.paragraph, doc[:] if doc is not None else None, quoted)
