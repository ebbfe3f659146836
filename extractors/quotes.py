"""Quotes: direct, mixed and indirect speech with who said it.

A statement (``statements``) gives the content of indirect speech; a run of quotation marks that a statement covers is
direct speech, joined over "..., he said. ..." and over paragraphs; words in marks that no statement reaches are a
quote only when a cue governs them, else scare quotes, titles and names. A stray mark costs its own run only.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.attribution import Attributions, Said, attribution_of, find_attributions, polarity_of
from extractors.languages import is_known, language_of
from extractors.languages.language import Language
from extractors.marks import Run
from extractors.sentences import Parsed, Quotation, Unit, parse
from extractors.spoken import polarity_of as spoken_polarity
from extractors.spoken_reader import find_spoken
from news.records import Article, Attribution, Polarity, Quote, QuoteType, Span

_WORD = re.compile(r"\w+(?:[’'`]\w+)?")
_TRIM = " \t\u00a0,;:.—–-"
_NO_SPEECH = re.compile(
    r"(?:so-called|dubbed|nicknamed|known as|entitled|titled|named|called|film|movie|book|song|album|novel|series|show"
    r"|play|painting|magazine|ship|operation|codenamed|code-named|brigade|battalion|missile|term|word|phrase)\s*\Z",
    re.I,
)
_CYRILLIC = re.compile(r"[А-Яа-я]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_MIN_FRAGMENT = 4  # words: shorter fragments without a governing cue are names, titles and irony (measured on news)


@dataclass(slots=True)
class _Draft:
    """A quote in the making: its spans, and the statements over it, innermost first."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    chain: list[Said] = field(default_factory=list)


def find_quotes(article: Article, parsed: Parsed | None = None) -> list[Quote]:
    """All quotes of an article in text order. ``parsed``: the shared parse, made here when missing. Never raises on
    any text. A language without tables gives none."""
    if not is_known(article.language):
        return []
    parsed = parsed if parsed is not None else parse(article.text, article.language)
    said = find_attributions(parsed, article.title)
    language = language_of(article.language)
    if language.inflection:
        return _ordered(_of_speech(article, parsed, language))
    drafts = [*_of_statements(parsed, said), *_joined(_of_fragments(parsed, said))]
    quotes = [_quote(article, parsed, draft) for draft in drafts if draft.spans]
    return _ordered((*quotes, *_other_alphabet(article, parsed)))


def _ordered(quotes: Iterable[Quote]) -> list[Quote]:
    unique = {quote.quote_id: quote for quote in quotes}
    return sorted(unique.values(), key=lambda quote: (quote.content[0].start, -quote.content[-1].end))


# ------------------------------------------------------------------------------------------------- statements
def _of_statements(parsed: Parsed, said: Attributions) -> Iterator[_Draft]:
    """One quote a statement with a clause, its quotations joined to it; quotations that nobody says come alone."""
    drafts: dict[int, _Draft] = {}
    for unit in parsed.units:
        if unit.inside or unit.doc is None:
            continue
        for one in said.in_unit(unit):
            spans = _content_spans(parsed, unit, one)
            if spans and _is_quote(parsed, one, spans):
                drafts[id(one)] = _Draft(spans, _outward(said, unit, one))
    for quotation in parsed.quotations:
        if not quotation.masked:
            continue
        over = said.of_run(quotation.run)
        span = (quotation.run.start, quotation.run.end)
        if not over:
            if quotation.run.closed:
                drafts[-quotation.run.start - 1] = _Draft([span], [])
            continue
        draft = drafts.setdefault(id(over[0]), _Draft([], list(over)))
        if not any(start <= span[0] and span[1] <= end for start, end in draft.spans):
            draft.spans.append(span)
    yield from drafts.values()


def _is_quote(parsed: Parsed, said: Said, spans: Sequence[tuple[int, int]]) -> bool:
    """A clause is what somebody said; a bare object only when it states a number ("put the turnout at 300")."""
    statement = said.statement
    if statement.form == "noun":
        return False
    return statement.clause or any(char.isdigit() for low, high in spans for char in parsed.text[low:high])


def _outward(said: Attributions, unit: Unit, inner: Said) -> list[Said]:
    """The statement and those around it, innermost first."""
    doc = inner.statement.doc
    content = {number for number in inner.statement.content if not doc[number].is_punct}
    around = [
        other
        for other in said.in_unit(unit)
        if other is not inner and content <= other.statement.covers and other.statement.cue != inner.statement.cue
    ]
    return [inner, *sorted(around, key=lambda other: len(other.statement.covers))]


def _content_spans(parsed: Parsed, unit: Unit, said: Said) -> list[tuple[int, int]]:
    """The stretches of text a statement's content fills, marks of quotations included, commas at the ends left out."""
    doc = said.statement.doc
    spans: list[tuple[int, int]] = []
    last = -2
    for number in sorted(said.statement.content):
        start, end = parsed.span(doc[number])
        if spans and number == last + 1:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
        last = number
    return [span for span in (_trim(parsed, low, high) for low, high in spans) if _has_word(parsed.text, span)]


def _has_word(text: str, span: tuple[int, int]) -> bool:
    return bool(_WORD.search(text, *span))


def _trim(parsed: Parsed, low: int, high: int) -> tuple[int, int]:
    text = parsed.text
    while low < high and text[low] in _TRIM:
        low += 1
    while high > low and text[high - 1] in _TRIM:
        high -= 1
    for run in _runs_in(parsed, low - 2, high + 2):  # a fragment's marks belong to what holds all its words
        if low <= run.inner_start and run.inner_end <= high + 2:
            low, high = min(low, run.start), max(high, run.end)
        elif run.start < low <= run.inner_start and high >= run.inner_end:
            low = run.start
    return low, high


# -------------------------------------------------------------------------------------------------- fragments
def _of_fragments(parsed: Parsed, said: Attributions) -> Iterator[_Draft]:
    """Words in marks that are no sentence: taken when a cue of their sentence governs them."""
    for quotation in parsed.quotations:
        if quotation.masked:
            continue
        run = quotation.run
        if not run.closed or _NO_SPEECH.search(parsed.text[max(0, run.start - 20) : run.start]):
            continue
        chain = said.chain(run.inner_start, run.inner_end)
        if any(one.statement.clause and one.statement.form != "noun" for one in chain):
            continue  # part of a mixed quote already
        if chain:
            yield _Draft([(run.start, run.end)], chain)
            continue
        governor = said.governor(run.inner_start)
        if governor is not None:
            yield _Draft([(run.start, run.end)], [governor])
            continue
        near = _near(parsed, said, quotation)
        words = len(_WORD.findall(parsed.text, run.inner_start, run.inner_end))
        title = parsed.text[run.inner_start : run.inner_end].istitle()
        frame = parsed.unit_at(run.inner_start, frame=True)
        same = near is not None and parsed.unit_at(near.cue.start, frame=True) is frame
        if near is not None and not title and (same or words >= _MIN_FRAGMENT):
            yield _Draft([(run.start, run.end)], [near])


def _joined(drafts: Iterable[_Draft]) -> Iterator[_Draft]:
    """Fragments under one cue are one quote: "called him a “liar” and a “thief”"."""
    by_cue: dict[int, _Draft] = {}
    for draft in drafts:
        cue = draft.chain[0].cue.start
        if cue in by_cue:
            by_cue[cue].spans += draft.spans
        else:
            by_cue[cue] = draft
    yield from by_cue.values()


def _near(parsed: Parsed, said: Attributions, quotation: Quotation) -> Said | None:
    """The statement of the same sentence, else the last one of the paragraph, with a named speaker."""
    unit = parsed.unit_at(quotation.run.inner_start, frame=True)
    if unit is None:
        return None
    here = [one for one in said.in_unit(unit) if one.source is not None and one.statement.form != "noun"]
    if here:
        return min(here, key=lambda one: abs(one.cue.start - quotation.run.start))
    for other in parsed.frames_before(unit, 12):
        before = [one for one in said.in_unit(other) if one.source is not None]
        if other.paragraph != quotation.paragraph:
            break
        if before:
            return before[-1]
    return None


# ----------------------------------------------------------------------------------------------------- records
def _quote(article: Article, parsed: Parsed, draft: _Draft) -> Quote:
    spans = sorted(draft.spans)
    inner = draft.chain[0] if draft.chain else None
    return _record(
        article,
        _type(parsed, spans),
        spans,
        inner.source if inner else None,
        inner.cue if inner else None,
        attribution_of(draft.chain, parsed) if draft.chain else Attribution(),
        polarity_of(inner) if inner else Polarity.ASSERTED,
    )


def _record(
    article: Article,
    kind: QuoteType,
    spans: Sequence[tuple[int, int]],
    source: Span | None,
    cue: Span | None,
    attribution: Attribution,
    polarity: Polarity = Polarity.ASSERTED,
) -> Quote:
    place = "|".join(f"{start}-{end}" for start, end in spans)
    digest = hashlib.sha256(f"{article.article_id}|{place}".encode("utf-8", "replace")).hexdigest()[:10]
    return Quote(
        quote_id=f"Q-{digest}",
        article_id=article.article_id,
        type=kind,
        content=tuple(Span(start=start, end=end) for start, end in spans),
        text=" […] ".join(article.text[start:end] for start, end in spans),
        source=source,
        cue=cue,
        attribution=attribution,
        polarity=polarity,
    )


def _type(parsed: Parsed, spans: Sequence[tuple[int, int]]) -> QuoteType:
    """direct when nine words in ten stand in marks, indirect when none does."""
    runs = _runs_in(parsed, spans[0][0], max(end for _, end in spans))
    words = [match.start() for start, end in spans for match in _WORD.finditer(parsed.text, start, end)]
    quoted = sum(any(run.start <= word < run.end for run in runs) for word in words)
    if quoted and quoted >= 0.9 * len(words):
        return QuoteType.DIRECT
    return QuoteType.MIXED if quoted else QuoteType.INDIRECT


def _runs_in(parsed: Parsed, low: int, high: int) -> list[Run]:
    """The quotations that overlap ``text[low:high]``; they are disjoint and in order."""
    at = max(bisect_right(parsed.quotations, low, key=lambda quotation: quotation.run.start) - 1, 0)
    found: list[Run] = []
    for quotation in parsed.quotations[at : at + 200]:
        if quotation.run.start >= high:
            break
        if quotation.run.end > low:
            found.append(quotation.run)
    return found


# ------------------------------------------------------------------------------- languages without a parser
def _of_speech(article: Article, parsed: Parsed, language: Language) -> Iterator[Quote]:
    """Direct, mixed and indirect speech by cue and marks; quotations that nobody says come alone."""
    speeches = find_spoken(parsed, language)
    for one in speeches.spoken:
        spans = [_trim(parsed, low, high) for low, high in one.said] if one.form == "clause" else list(one.said)
        spans = [span for span in spans if _has_word(parsed.text, span)]
        if one.form == "topic" or not spans:
            continue
        kind = QuoteType.DIRECT if one.form == "direct" else _type(parsed, spans)
        said_by = speeches.attribution(one)
        yield _record(article, kind, spans, one.source, one.cue, said_by, spoken_polarity(one))
    for quotation in parsed.quotations if language.code == article.language[:2] else ():
        run = quotation.run
        if quotation.masked and run.closed and not speeches.chain(run.inner_start, run.inner_end):
            yield _record(article, QuoteType.DIRECT, [(run.start, run.end)], None, None, Attribution())


def _other_alphabet(article: Article, parsed: Parsed) -> Iterator[Quote]:
    """Speech in Russian or Ukrainian inside an article of another language."""
    if not _CYRILLIC.search(article.text):
        return
    yield from _of_speech(article, parsed, language_of("uk" if _UKRAINIAN.search(article.text) else "ru"))
