"""Finds the speech of an article in a language without a parser: quotations, dialogue behind dashes, sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from weakref import WeakKeyDictionary

from extractors.languages.language import Language
from extractors.languages.speech import Speech
from extractors.marks import Run
from extractors.morphology import forms_of
from extractors.sentences import Parsed
from extractors.spoken import Speeches, Spoken
from extractors.spoken_names import Names
from extractors.spoken_sentence import SentenceReader

_AUTHOR = re.compile(r"([,!?…])\s[—–]\s([^—–]{3,140}?)(?:[.,;:]\s[—–]\s|[.,]?\s?(?=[»”\"“]?\Z))")
_DASH = re.compile(r"[—–-]\s")
_READ: WeakKeyDictionary[Parsed, Speeches] = WeakKeyDictionary()


def find_spoken(parsed: Parsed, language: Language) -> Speeches:
    """All acts of saying of an article, in text order. Never raises; the work is linear in the text. Figures and quotes
    of one parse get the same object."""
    known = _READ.get(parsed)
    if known is None or known.language.code != language.code:
        known = _READ[parsed] = _read(parsed, language)
    return known


def _read(parsed: Parsed, language: Language) -> Speeches:
    speeches = Speeches(parsed.text, language)
    if language.inflection is None:
        return speeches
    speech = language.inflection.speech
    names = Names(parsed.text, speech, language.code)
    runs = [part for q in parsed.quotations if q.masked for part in _parts(parsed.text, q.run, speech, language.code)]
    starts = [run.start for run in runs]
    lead: Spoken | None = None
    for unit in parsed.units:
        if unit.inside:
            continue
        here = runs[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        here = here or _dialogue(parsed.text, unit.start, unit.end, speech, language.code)
        reader = SentenceReader(parsed.text, unit.start, unit.end, here, names, language)
        found = list(reader.read())
        if lead is not None and here and not found:
            found = [replace(lead, said=tuple((run.start, run.end) for run in here), form="direct")]
        lead = reader.lead if not found else None
        speeches.spoken += found
    return speeches


def _parts(text: str, run: Run, speech: Speech, code: str) -> list[Run]:
    """A quotation without the author's words inside it: «Q, — сказав X. — Q» is two parts."""
    parts: list[Run] = []
    start = run.start
    for match in _AUTHOR.finditer(text, run.inner_start, run.inner_end):
        if _has_cue(match[2], speech, code):
            stop = match.end(1) if match[1] != "," else match.start(1)
            parts.append(Run(start, stop, start, stop))
            start = match.end()
    if not parts:
        return [run]
    return [*parts, Run(start, run.end, start, run.inner_end)] if start < run.inner_end else parts


def _dialogue(text: str, start: int, end: int, speech: Speech, code: str) -> list[Run]:
    """ "— Q, — сказав X.": direct speech without marks, at the head of a paragraph."""
    dash = _DASH.match(text, start)
    if dash is None or (start and text[start - 1] != "\n"):
        return []
    parts, at = [], dash.end()
    for match in _AUTHOR.finditer(text, at, end):
        if _has_cue(match[2], speech, code):
            stop = match.end(1) if match[1] != "," else match.start(1)
            parts.append(Run(at, stop, at, stop))
            at = match.end()
    if parts and at < end and text[at - 2 : at - 1] in ("—", "–"):
        parts.append(Run(at, end, at, end))
    return parts


def _has_cue(words: str, speech: Speech, code: str) -> bool:
    return any(form in speech.verbs for word in words.split()[:4] for form in forms_of(word.strip(",."), code))
