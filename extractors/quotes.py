"""Quotes: direct, mixed and indirect speech with who said it.

A statement (``statements``) gives the content of indirect speech; a run of quotation marks that a statement covers is
direct speech, joined over "..., he said. ..." and over paragraphs; words in marks that no statement reaches are a
quote only when a cue governs them, else scare quotes, titles and names. A stray mark costs its own run only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.attribution import Attributions, Said, attribution_of, find_attributions, polarity_of
from extractors.languages.slavic_cues import VERBS as SLAVIC_VERBS
from extractors.marks import Run
from extractors.sentences import Parsed, Quotation, Unit, parse
from news.records import Article, Attribution, Polarity, Quote, QuoteType, Span

_WORD = re.compile(r"\w+(?:[’'`]\w+)?")
_TRIM = " \t\u00a0,;:.—–-"
_NO_SPEECH = re.compile(
    r"(?:so-called|dubbed|nicknamed|known as|entitled|titled|named|called|film|movie|book|song|album|novel|series|show"
    r"|play|painting|magazine|ship|operation|codenamed|code-named|brigade|battalion|missile|term|word|phrase)\s*\Z",
    re.I,
)
_SLAVIC = re.compile(r"[,.!?]?\s*[—–-]\s*(\w+)\s+((?:[А-ЯІЇЄҐ][\w’'-]+\s?){1,3})")
_MIN_FRAGMENT = 4  # words: shorter fragments without a governing cue are names, titles and irony (measured on news)


@dataclass(slots=True)
class _Draft:
    """A quote in the making: its spans, and the statements over it, innermost first."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    chain: list[Said] = field(default_factory=list)


def find_quotes(article: Article, parsed: Parsed | None = None) -> list[Quote]:
    """All quotes of an article in text order. ``parsed``: the shared parse, made here when missing. Never raises on
    any text."""
    parsed = parsed if parsed is not None else parse(article.text, article.language)
    said = find_attributions(parsed, article.title)
    drafts = [*_of_statements(parsed, said), *_of_fragments(parsed, said)]
    quotes = [_quote(article, parsed, draft) for draft in drafts if draft.spans]
    quotes += _slavic(article, parsed)
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
            if spans and one.statement.clause and one.statement.form != "noun":
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


def _outward(said: Attributions, unit: Unit, inner: Said) -> list[Said]:
    """The statement and those around it, innermost first."""
    content = inner.statement.content
    around = [
        other
        for other in said.in_unit(unit)
        if other is not inner and content < other.statement.covers and other.statement.cue != inner.statement.cue
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
    for quotation in parsed.quotations:  # a fragment's marks belong to the content that holds all its words
        run = quotation.run
        if run.start > high:
            break
        if run.end >= low and low <= run.inner_start and run.inner_end <= high + 2:
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
        near = _near(parsed, said, quotation)
        words = len(_WORD.findall(parsed.text, run.inner_start, run.inner_end))
        title = parsed.text[run.inner_start : run.inner_end].istitle()
        if near is not None and not title and words >= (1 if near.cue.start < run.start else _MIN_FRAGMENT):
            yield _Draft([(run.start, run.end)], [near])


def _near(parsed: Parsed, said: Attributions, quotation: Quotation) -> Said | None:
    """The statement of the same sentence, else the last one of the paragraph, with a named speaker."""
    unit = parsed.unit_at(quotation.run.inner_start, frame=True)
    if unit is None:
        return None
    here = [one for one in said.in_unit(unit) if one.source is not None]
    if here:
        return min(here, key=lambda one: abs(one.cue.start - quotation.run.start))
    before = [
        one
        for other in parsed.units
        if other.paragraph == quotation.paragraph and not other.inside and other.start < unit.start
        for one in said.in_unit(other)
        if one.source is not None
    ]
    return before[-1] if before else None


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
    runs = [quotation.run for quotation in parsed.quotations]
    words = [match.start() for start, end in spans for match in _WORD.finditer(parsed.text, start, end)]
    quoted = sum(_inside(runs, word) for word in words)
    if quoted and quoted >= 0.9 * len(words):
        return QuoteType.DIRECT
    return QuoteType.MIXED if quoted else QuoteType.INDIRECT


def _inside(runs: Sequence[Run], offset: int) -> bool:
    return any(run.start <= offset < run.end for run in runs)


# ------------------------------------------------------------------------------------------- Russian, Ukrainian
def _slavic(article: Article, parsed: Parsed) -> Iterator[Quote]:
    """«...», — заявил Сырский: marks, a dash, a verb of saying, a name."""
    for quotation in parsed.quotations:
        run = quotation.run
        match = _SLAVIC.match(article.text, run.end, min(len(article.text), run.end + 120))
        if match is None or match.group(1).lower() not in SLAVIC_VERBS:
            continue
        name = match.group(2).rstrip()
        source = Span(start=match.start(2), end=match.start(2) + len(name))
        cue = Span(start=match.start(1), end=match.end(1))
        attribution = Attribution(said_by=name, cue=match.group(1))
        yield _record(article, QuoteType.DIRECT, [(run.start, run.end)], source, cue, attribution)
