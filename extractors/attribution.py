"""Who says it, through whom: attributions of an article's figures and quotes.

``find_attributions`` reads the statements of every parsed sentence (``statements``), names their speakers
(``speakers``) and answers for any stretch of text which statement covers it. Of nested statements the inner one is
the origin and the next one out the carrier: "AP reported, citing an official" -> said_by the official, via AP.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from extractors.authorities import country_of
from extractors.grammar import Statement, cue_of
from extractors.languages.en_cues import DOUBT, LEMMA_OF, MIND_PASSIVE, NAMING
from extractors.marks import Run
from extractors.mentions import NOBODY, Speaker
from extractors.sentences import Parsed, Unit, dummy_of
from extractors.speakers import Speakers, is_carrier
from extractors.statements import find_statements
from extractors.subjects import speaker_of
from news.records import Attribution, Polarity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_DAY = re.compile(
    r"\b(?:(?:[Oo]n|[Ll]ate|[Ee]arly|[Ee]arlier|[Ll]ast|this|since)\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?\s+\d{1,2}(?:,\s+\d{4})?"
    r"|\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?"
    r"|(?:a|two|three|four|five|six|seven|several|\d{1,2})\s+(?:hours|days|day|weeks|week|months|month)\s+(?:ago|earlier|before)"
    r"|(?:last|this)\s+(?:week|month|year)|in\s+(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?:\s+\d{4})?)\b"
)
_CONTINUES = re.compile(
    r"(?:Of (?:these|those|them|the)|Among (?:them|these|those)|(?:They|These|Those|That|It|The (?:toll|figure|count"
    r"|total|number|dead|victims|tally|sum)) includ\w+|Another \d|A further \d|Others? (?:are|were))\b"
)


__all__ = ["Attributions", "Said", "attribution_of", "find_attributions", "is_carrier", "polarity_of"]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its speaker named. Spans are offsets into the article's text."""

    statement: Statement
    speaker: Speaker
    origin: Speaker
    source: Span | None
    cue: Span
    when: Span | None


@dataclass(slots=True)
class Attributions:
    """Answers who says a stretch of an article's text; built by ``find_attributions``."""

    parsed: Parsed
    speakers: Speakers
    _said: dict[int, list[Said]] = field(default_factory=dict)  # unit start (frame) or -1 - start (inside) -> said
    _runs: dict[int, list[Said]] = field(default_factory=dict)  # run start -> the statements over the whole quotation
    _chains: dict[tuple[int, int], list[Said]] = field(default_factory=dict)  # what was answered; asked five times each

    def in_unit(self, unit: Unit) -> list[Said]:
        """The statements of one parsed sentence, in the order of their cues."""
        return self._said.get(_key(unit), [])

    def of_run(self, run: Run) -> list[Said]:
        """The statements that cover a masked quotation, the innermost first; a quotation without a cue of its own
        continues the one before."""
        return self._runs.get(run.start, [])

    def chain(self, start: int, end: int) -> list[Said]:
        """The statements that cover ``text[start:end]``, innermost first; [] for plain narrative."""
        found = self._chains.get((start, end))
        if found is None:
            found = self._chains[start, end] = self._chain(start, end)
        return found

    def _chain(self, start: int, end: int) -> list[Said]:
        token = self._anchor(start, end)
        unit = self.parsed.unit_at(start)
        if unit is None or token is None:
            return self._run_chain(start)
        number = token.i
        found = sorted(
            (said for said in self.in_unit(unit) if number in said.statement.covers and _asserts(said.statement)),
            key=lambda said: len(said.statement.covers),
        )
        return found + (self._run_chain(start) if unit.inside else [])

    def governor(self, offset: int) -> Said | None:
        """The naming or judging verb over a quoted fragment, with its subject: "called it a “disaster”"."""
        token = self.parsed.token_at(offset)
        unit = self.parsed.unit_at(offset)
        for _ in range(10):
            if token is None or unit is None or token.head.i == token.i:
                break
            if token.dep_ in ("nsubj", "relcl", "advcl"):
                break
            token = token.head
            if token.lower_ in LEMMA_OF or token.lemma_ in NAMING:
                source = speaker_of(token, bool([c for c in token.children if c.dep_ == "auxpass"]), "say")
                if source:
                    none: frozenset[int] = frozenset()
                    statement = Statement(token.doc, cue_of(token), "say", "verb", source, (), none, none, verb=token.i)
                    return _said(self.parsed, self.speakers, unit, statement, NOBODY)
        return None

    def _anchor(self, start: int, end: int) -> Token | None:
        """The token that stands for a stretch: its first number, else its first word."""
        tokens = self.parsed.tokens_in(start, min(end, start + 200))
        numeral = next((token for token in tokens if token.like_num or token.text[:1].isdigit()), None)
        return numeral if numeral is not None else self.parsed.token_at(start)

    def _run_chain(self, start: int) -> list[Said]:
        frame = self.parsed.unit_at(start, frame=True)
        if frame is not None:
            for run in frame.dummies.values():
                if run.start <= start < run.end:
                    return self.of_run(run)
        return []

    def at(self, start: int, end: int) -> Attribution:
        """Who says ``text[start:end]``; an empty record for the outlet's own narrative."""
        chain = self.chain(start, end) or self._quoted_on(start)
        doubt = self.doubt(start)
        if not chain:
            return self._continued(start, doubt)
        return attribution_of(chain, self.parsed, doubt)

    def _quoted_on(self, start: int) -> list[Said]:
        """A fragment in marks without a cue of its own goes on with the speaker named before in its sentence: "he
        wrote; when he left there were “6 to 18 deaths”"."""
        unit = self.parsed.unit_at(start)
        if unit is None or unit.doc is None or not _in_marks(self.parsed.text, unit.start, start):
            return []
        return [said for said in self.in_unit(unit) if said.source is not None and said.cue.end <= start][-1:]

    def polarity(self, start: int, end: int) -> Polarity:
        """denied for "denied that 30 died", unconfirmed for "could not confirm"; judged by the innermost statement."""
        for said in self.chain(start, end)[:1]:
            return polarity_of(said)
        return Polarity.ASSERTED

    def said_on(self, start: int, end: int) -> Span | None:
        """The words that tell on which day it was said ("on Tuesday"), for the as-of date; None when untold."""
        return next((said.when for said in self.chain(start, end) if said.when is not None), None)

    def doubt(self, start: int) -> str:
        """ "reportedly", "likely" and the like over the words at ``start``, as printed; "" when none."""
        token = self.parsed.token_at(start)
        steps = 0
        while token is not None and steps < 12:
            for child in token.children:
                if child.lower_ in DOUBT:
                    return child.text
            if token.lower_ in MIND_PASSIVE and any(child.dep_ == "auxpass" for child in token.children):
                return token.text
            if token.head.i == token.i or token.lower_ in DOUBT:
                return token.text if token.lower_ in DOUBT else ""
            token = token.head
            steps += 1
        return ""

    def _continued(self, start: int, doubt: str) -> Attribution:
        """A sentence that goes on counting ("Of these, 40 were children") keeps the speaker of the one before."""
        sentences = self.parsed.sentences
        at = max(bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1, 0)
        if (
            0 < at < len(sentences)
            and _CONTINUES.match(sentences[at].text)
            and sentences[at - 1].paragraph == sentences[at].paragraph
        ):
            unit = self.parsed.unit_at(sentences[at - 1].start)
            for said in self.in_unit(unit) if unit is not None else []:
                if len(said.statement.covers) * 2 > len(said.statement.doc) - len(said.statement.source) - 4:
                    return attribution_of([said], self.parsed, doubt)
        return Attribution(doubt=doubt)


_READ: WeakKeyDictionary[Parsed, tuple[str, Attributions]] = WeakKeyDictionary()


def find_attributions(parsed: Parsed, title: str = "") -> Attributions:
    """Read all statements of an article. ``title`` helps to full names only. Never raises on any text. Figures and
    quotes of one parse get the same object."""
    known = _READ.get(parsed)
    if known is None or known[0] != title:
        known = (title, _read(parsed, title))
        _READ[parsed] = known
    return known[1]


def _read(parsed: Parsed, title: str) -> Attributions:
    speakers = Speakers(parsed, title)
    found = Attributions(parsed, speakers)
    frames = [unit for unit in parsed.units if not unit.inside]
    insides = [unit for unit in parsed.units if unit.inside and unit.doc is not None]
    at = 0
    last: list[Said] = []  # the statements over the quotation before
    last_run: Run | None = None
    for number, frame in enumerate(frames):
        speakers.note_subjects(frame)
        read = [_said(parsed, speakers, frame, statement, NOBODY) for statement in find_statements(frame)]
        found._said[_key(frame)] = read
        for run, over in _over_runs(frame, read):
            if not over and last_run is not None and _goes_on(parsed, frames, number, run, last_run):
                over = _latest(found, frames, number, last)
            elif not over and number and frames[number - 1].masked.rstrip().endswith(":"):
                over = [said for said in found.in_unit(frames[number - 1]) if said.speaker.name][-1:]
            found._runs[run.start] = over
            last, last_run = over, run
        while at < len(insides) and insides[at].start < frame.end:
            unit = insides[at]
            over = found._run_chain(unit.start)
            outer = over[0].speaker if over else NOBODY
            found._said[_key(unit)] = [_said(parsed, speakers, unit, s, outer) for s in find_statements(unit)]
            at += 1
    return found


def attribution_of(chain: Sequence[Said], parsed: Parsed, doubt: str = "") -> Attribution:
    """One record from nested statements, innermost first: the deepest named origin, and the next one as carrier."""
    named: list[Speaker] = []
    for said in chain:
        for speaker in (said.origin, said.speaker):
            if speaker.name and all(speaker.name != other.name for other in named):
                named.append(speaker)
    cue = chain[0].cue
    words = parsed.text[cue.start : cue.end]
    if not named:
        return Attribution(cue=words, doubt=doubt)
    if len(named) > 1 and named[0].kind == "document":
        named = named[1:]
    origin, via = named[0], _whole(named[1].name) if len(named) > 1 else ""
    return Attribution(
        said_by=_whole(origin.name),
        said_by_role=origin.role,
        country=country_of(origin),
        via=via,
        cue=words,
        doubt=doubt,
    )


def _whole(name: str) -> str:
    """The name without a bracket that does not close: "Associated Press (AP"."""
    start = name.rfind("(")
    return name[:start].rstrip() if start > 0 and ")" not in name[start:] else name


def polarity_of(said: Said) -> Polarity:
    """What the speaker does with the content: asserts, denies, or declines to confirm."""
    statement = said.statement
    if statement.kind == "deny" and statement.anchor.lower_.startswith(("den", "reject", "refut", "disprov", "rebut")):
        return Polarity.ASSERTED if statement.negated else Polarity.DENIED
    if statement.negated:
        verify = statement.anchor.lemma_.lower() in ("confirm", "verify", "say", "disclose", "comment", "know")
        return Polarity.UNCONFIRMED if verify else Polarity.DENIED
    return Polarity.ASSERTED


def _in_marks(text: str, low: int, start: int) -> bool:
    """True when a quotation opened behind ``low`` is still open at ``start``."""
    before = text[low:start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _span(offsets: tuple[int, int]) -> Span:
    return Span(start=offsets[0], end=offsets[1])


def _asserts(statement: Statement) -> bool:
    """A question or a request states nothing, an order does ("ordered him to pay $100,000")."""
    return statement.kind != "ask" or statement.anchor.lemma_.lower() == "order"


def _key(unit: Unit) -> int:
    return -1 - unit.start if unit.inside else unit.start


def _said(parsed: Parsed, speakers: Speakers, unit: Unit, statement: Statement, inside: Speaker) -> Said:
    doc = statement.doc
    speaker = speakers.resolve(doc, statement.source, inside=inside)
    origin = speakers.resolve(doc, statement.origin, inside=inside) if statement.origin else NOBODY
    if origin.kind == "document" or (origin.name and speaker.kind == "person" and not is_carrier(speaker.name)):
        origin = NOBODY  # a person who cites a paper or a report still speaks for himself
    source = _span(parsed.cover([doc[n] for n in statement.source])) if statement.source else None
    cue = _span(parsed.cover([doc[n] for n in statement.cue]))
    return Said(statement, speaker, origin, source, cue, _when(parsed, unit, statement, cue, source))


def _when(parsed: Parsed, unit: Unit, statement: Statement, cue: Span, source: Span | None) -> Span | None:
    """The day of saying: between cue and content, beside the speaker, or at the head of the sentence."""
    doc = statement.doc
    low = min(cue.start, source.start if source else cue.start)
    behind = [n for n in statement.content if n > max(statement.cue)]
    after = parsed.offset(doc[min(behind)]) if behind else unit.end
    before = [n for n in statement.content if n < min(statement.cue)]
    windows = [(cue.end, max(after, cue.end)), (low if before else unit.start, cue.end)]
    for start, end in windows:
        match = _DAY.search(parsed.text, start, end + 1)
        if match is not None:
            return _span(match.span())
    return None


def _over_runs(frame: Unit, read: Sequence[Said]) -> list[tuple[Run, list[Said]]]:
    if frame.doc is None:
        return [(run, []) for run in frame.dummies.values()]
    found: list[tuple[Run, list[Said]]] = []
    for at, run in frame.dummies.items():
        token = next((t for t in frame.doc if t.idx >= at and dummy_of(t) is not None and t.lower_ == "works"), None)
        over = [] if token is None else [said for said in read if token.i in said.statement.covers]
        found.append((run, sorted(over, key=lambda said: len(said.statement.covers))))
    return found


def _latest(found: Attributions, frames: Sequence[Unit], number: int, last: list[Said]) -> list[Said]:
    """The statement a quotation without a cue continues: of the sentence before, else of the quotation before."""
    before = frames[number - 1] if number else None
    if before is not None and before.paragraph == frames[number].paragraph:
        here = [said for said in found.in_unit(before) if said.source is not None and said.statement.form == "verb"]
        if here and not any(said in last for said in here):
            return here[-1:]
    return last


def _goes_on(parsed: Parsed, frames: Sequence[Unit], number: int, run: Run, before: Run) -> bool:
    """Whether a quotation without a cue continues the one before: nothing but its own words in its sentence, and
    the one before in the same paragraph, or right at the end of the last one."""
    between = parsed.text[before.end : run.start]
    alone = len(frames[number].masked) < 14
    same = frames[number].paragraph == parsed.paragraph_at(before.start)
    if same:
        return alone and len(between) < 200
    begins = frames[number].start == run.start and _is_paragraph(parsed, run)
    near = parsed.paragraph_at(run.start) - parsed.paragraph_at(before.start) == 1
    return (alone and begins and near) or (not before.closed and frames[number].start == run.start)


def _is_paragraph(parsed: Parsed, run: Run) -> bool:
    """True when a quotation fills its paragraph."""
    low, high = parsed.paragraphs[parsed.paragraph_at(run.start)]
    return run.start - low <= 1 and high - run.end <= 1
