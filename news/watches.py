"""Watches: the stories that the user follows, and whether an article belongs to one.

Words match whole words whatever their case; several words in a row are a phrase; a star at the end of a word stands for
any ending ("soldier*" finds "soldiers").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from news.measures import CLASSES
from news.records import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A named story. An article belongs to it when at least one of ``any_of`` (if there are any), every one of
    ``all_of``, none of ``none_of`` and at least one of ``places`` (if there are any) stand in its title or text, and
    it was published from ``start`` to ``until`` (both included, None = open).

    ``counted``: classes of ``news.measures.CLASSES`` or words; figures of other things are no business of this story.
    """

    name: str
    title: str
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    start: date | None = None
    until: date | None = None


def matches(watch: Watch, title: str, text: str, published: date | None = None) -> bool:
    """True when the article belongs to the watch. ``published`` None matches every period. Linear in the text."""
    if published is not None and not _within(watch, published):
        return False
    words = f"{title}\n{text}"
    if not all(_contains((word,), words) for word in watch.all_of):
        return False
    if watch.any_of and not _contains(watch.any_of, words):
        return False
    if watch.places and not _contains(watch.places, words):
        return False
    return not (watch.none_of and _contains(watch.none_of, words))


def watch_of(watches: Sequence[Watch], title: str, text: str, published: date | None = None) -> str:
    """Name of the first watch that the article belongs to, "" when there is none."""
    return next((watch.name for watch in watches if matches(watch, title, text, published)), "")


def counts(watch: Watch, figure: Figure) -> bool:
    """True when the figure counts something that the watch is about (every figure when it names nothing)."""
    if not watch.counted:
        return True
    classes = set(_lineage(figure.counted_class)) | {figure.unit}
    return any(word.lower() in classes for word in watch.counted) or _contains(watch.counted, figure.counted)


def _within(watch: Watch, day: date) -> bool:
    return (watch.start is None or watch.start <= day) and (watch.until is None or day <= watch.until)


def _lineage(counted_class: str) -> list[str]:
    """The class and all that contain it."""
    line: list[str] = []
    while counted_class and counted_class not in line:
        line.append(counted_class)
        counted_class = CLASSES.get(counted_class, "")
    return line


def _contains(words: tuple[str, ...], text: str) -> bool:
    return _pattern(words).search(text) is not None


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """One alternation for all words. Between two words of a phrase any run of white space may stand."""
    return re.compile("|".join(_phrase(word) for word in words), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    parts = [re.escape(part).replace("'", "['’]") for part in phrase.rstrip("*").split()]
    if not parts:
        return r"(?!)"
    return r"(?<!\w)" + r"\s+".join(parts) + ("" if phrase.endswith("*") else r"(?!\w)")
