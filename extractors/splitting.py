"""Sentence borders by rule: abbreviations, initials and dates do not end a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_SENTENCE = 1_200  # characters: longer ones are cut at a space (the longest true news sentence measured has 900)


def _words(text: str) -> list[str]:
    return text.split()


_ABBREVIATIONS = frozenset(
    _words(
        """mr mrs ms dr prof gen col lt maj capt sgt cpl pvt adm cmdr brig rep reps sen sens gov pres rev hon st sr jr
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun vs etc inc ltd corp co
    no nos vol fig figs pp approx est dept univ assn bros mt ft ave blvd rd al ca cf e.g i.e supt det insp messrs
    ass'n gov't tel ext ed eds op min max spc fr hq amb"""
    )
)


# After these a sentence may end; it does when the next word is one that begins sentences.
_MAY_END = frozenset(_words("u.s u.k u.n e.u u.a.e d.c p.m a.m inc ltd corp co jr sr etc no st u.s.s.r"))


_STARTERS = frozenset(
    _words(
        """The A An It He She They We I You This That These Those There But And In On At As For When While After Before
    If Since Although However Meanwhile Its His Her Their Our My What Who How Why Where Some Many Most Both One
    Two All According Earlier Later Still So Yet With By From Under Last"""
    )
)


_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]{0,3}(?=\s)|[。！？]")


_NEXT = re.compile(r"\s+([\"'“‘«„(\[]{0,3})(\S)(\S{0,30})")


_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«„]{1,20}\Z")
# --------------------------------------------------------------------------------------------------- splitting
#: "KYIV, Dec. 15 (Demo Wire) — ": its place and day are the report's, not those of the sentence behind it
_DATELINE = re.compile(
    r"\s?[A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3}"
    r"(?:, [A-Z][A-Za-z.]{1,14}(?: [A-Z][a-z]{2,14}| \d{1,2})?){0,2}"
    r"(?: \([^()\n]{2,40}\))? ?(?:—|–|-{1,2}) "
)


def is_dateline(sentence: str) -> bool:
    """ "KYIV, Dec. 15 (Demo Wire) —", the piece that ``split`` cuts off: where the reporter was."""
    found = _DATELINE.match(f"{sentence} ")
    return found is not None and found.end() > len(sentence)


def split(line: str) -> list[tuple[int, int]]:
    """Sentence borders of one paragraph: half-open, without the spaces between, none longer than MAX_SENTENCE."""
    dateline = _DATELINE.match(line)
    start = dateline.end() if dateline else 0
    borders: list[tuple[int, int]] = [(0, start)] if start else []
    for stop in _STOP.finditer(line, start):
        if _ends(line, start, stop):
            borders.append((start, stop.end()))
            start = stop.end()
    borders.append((start, len(line)))
    return [piece for low, high in borders for piece in _pieces(line, low, high)]


def _ends(line: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop, question or exclamation mark ends the sentence."""
    following = _NEXT.match(line, stop.end())
    if following is None:
        return True
    marks, first, rest = following.groups()
    if not (first.isupper() or first.isdigit() or marks):
        return not first.isalpha() and first not in ",;:-–—)." and stop.group()[0] != "."
    if stop.group()[0] != ".":
        return True
    before = _LAST_WORD.search(line, max(start, stop.start() - 20), stop.start())
    word = before.group() if before else ""
    lower = word.lower()
    if lower in _MAY_END and not (lower == "no" and first.isdigit()):
        bare = (first + rest).rstrip(",.:;'’")
        if lower in ("no", "st") and not marks and bare not in _STARTERS:
            return lower == "no"
        return bare in _STARTERS or bool(marks)
    if lower in _ABBREVIATIONS:
        return False
    return not (len(word) == 1 and word.isupper() and word != "I") and not re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word)


def _pieces(line: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Trim spaces; cut what is too long at a space, or anywhere when there is none."""
    while low < high:
        while low < high and line[low] == " ":
            low += 1
        end = high
        if end - low > MAX_SENTENCE:
            cut = line.rfind(" ", low + MAX_SENTENCE // 2, low + MAX_SENTENCE)
            end = cut if cut > low else low + MAX_SENTENCE
        stop = end
        while stop > low and line[stop - 1] == " ":
            stop -= 1
        if low < stop:
            yield low, stop
        low = end
