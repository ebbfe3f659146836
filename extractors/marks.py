"""Quotation marks: where a run of quoted words begins and ends. One pass over a paragraph, no grammar.

Straight, curly, guillemets both ways, low-high German, doubled apostrophes and back-ticks, single marks when they
close behind punctuation. A stray mark costs its own run only: a clear opening mark always begins anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\"|''|``|[“‟”„«»‘’']")
_CURLY_OPEN = "“‟"
_SPACE_OR_OPEN = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/‘“«„>")
_TERMINAL = frozenset(",.?!…")


@dataclass(frozen=True, slots=True)
class Run:
    """Quoted words. ``start``/``end`` with the marks, ``inner_start``/``inner_end`` without; offsets into the text.

    ``closed``: a closing mark was found. Without one the run reaches to the end of its paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str  # " “ « „ ‘
    opens: bool
    closes: bool


def _is_word(char: str) -> bool:
    return char.isalnum() or char in "[($£€#@…"


def _neutral(text: str, start: int, end: int, low: int, high: int) -> tuple[bool, bool]:
    """Whether a mark that looks the same on both sides may open, may close, judged by its neighbours."""
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    opens = before in _SPACE_OR_OPEN and not after.isspace()
    closes = before not in _SPACE_OR_OPEN
    if closes and after.isalnum():  # "word"word: glued text, closes first
        return False, True
    if not opens and not closes:  # a mark between two spaces
        return True, True
    return opens or (not closes), closes


def _marks(text: str, low: int, high: int) -> list[_Mark]:
    found = (_mark(text, match.start(), match.end(), low, high) for match in _MARK.finditer(text, low, high))
    return [mark for mark in found if mark is not None]


def _mark(text: str, at: int, end: int, low: int, high: int) -> _Mark | None:
    char = text[at]
    if char == '"' or end - at == 2:
        return _Mark(at, end, '"', *_neutral(text, at, end, low, high))
    before = text[at - 1] if at > low else " "
    after = text[end] if end < high else " "
    if char in _CURLY_OPEN:
        reversed_close = not before.isspace() and before not in _SPACE_OR_OPEN and not after.isalnum()
        return _Mark(at, end, "“", not reversed_close, reversed_close)
    if char == "”":
        opens = before in _SPACE_OR_OPEN and _is_word(after)  # ”like this” (Swedish, or a typing slip)
        return _Mark(at, end, "“", opens, not opens)
    if char == "„":
        return _Mark(at, end, "„", True, False)
    return _guillemet(text, at, low, high) if char in "«»" else _single(text, at, low, high)


def _guillemet(text: str, at: int, low: int, high: int) -> _Mark:
    before = text[at - 1] if at > low else " "
    after = text[at + 1] if at + 1 < high else " "
    spaced_before = before in _SPACE_OR_OPEN
    if text[at] == "«":  # « opens, unless it stands where only a closing mark can: »so«
        opens = spaced_before or not (before.isalnum() or before in _TERMINAL)
    else:
        opens = spaced_before and after.isalnum()
    return _Mark(at, at + 1, "«", opens, not opens)


def _single(text: str, at: int, low: int, high: int) -> _Mark | None:
    """A single mark opens before a word and closes behind punctuation; everything else is an apostrophe."""
    before = text[at - 1] if at > low else " "
    after = text[at + 1] if at + 1 < high else " "
    if text[at] != "’" and before in _SPACE_OR_OPEN and before != "-" and _is_word(after):
        return _Mark(at, at + 1, "‘", True, False)
    if text[at] != "‘" and before in _TERMINAL and not after.isalnum():
        return _Mark(at, at + 1, "‘", False, True)
    return None


def find_runs(text: str, low: int = 0, high: int | None = None) -> list[Run]:
    """The outermost quoted runs of one paragraph ``text[low:high]``, in order and disjoint. Linear in its length."""
    high = len(text) if high is None else high
    marks = _marks(text, low, high)
    opens_left = [0] * (len(marks) + 1)
    closes_left = [0] * (len(marks) + 1)
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        directed = mark.kind in "“«„"
        opens_left[number] = opens_left[number + 1] + (directed and mark.opens)
        closes_left[number] = closes_left[number + 1] + (directed and mark.closes)
    runs: list[Run] = []
    current: _Mark | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if current is None:
            if mark.opens and not _is_inch(text, mark, low):
                current, depth = mark, 1
            continue
        if _closes(current, mark):
            depth -= 1
            if depth <= 0:
                runs.append(Run(current.start, mark.end, current.end, mark.start))
                current = None
        elif mark.opens and mark.kind == current.kind:
            if mark.kind in "“«„" and closes_left[number] > opens_left[number]:
                depth += 1
            else:  # the earlier mark never closed: forget it, begin anew
                current, depth = mark, 1
        elif mark.opens and current.kind == "‘" and mark.kind != "‘":
            current, depth = mark, 1  # what looked like a single mark was an apostrophe
    if current is not None and current.kind != "‘":
        runs.append(Run(current.start, high, current.end, high, closed=False))
    return [run for run in runs if any(char.isalnum() for char in text[run.inner_start : run.inner_end])]


def _closes(current: _Mark, mark: _Mark) -> bool:
    if current.kind == "„":
        return mark.kind in '“"' and (mark.closes or mark.kind == "“")
    if current.kind != mark.kind:
        # mixed typing: “like this" or "like this”
        return {current.kind, mark.kind} == {'"', "“"} and mark.closes and not mark.opens
    return mark.closes


def _is_inch(text: str, mark: _Mark, low: int) -> bool:
    return mark.kind == '"' and mark.start > low and text[mark.start - 1].isdigit() and mark.closes
