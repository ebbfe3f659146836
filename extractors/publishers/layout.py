"""What is known about the pages of one publisher, as data. One small file a publisher, each with the day it was last
seen to be right; ``extractors.publishers.LAYOUTS`` lists them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


def words(text: str) -> frozenset[str]:
    """The words of a table row."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Rules for one publisher's pages.

    ``hosts``: hosts without "www."; () in the generic rules only. ``valid``: last day the layout was seen to hold.
    ``drop``: CSS-like class or id tokens, whole words; elements that carry one are removed before reading.
    ``drop_tags``: tags removed whole. ``body``: XPath of the body's container, "" = found by the extractor.
    ``junk``: regular expressions (linear) of paragraphs to leave out, matched from their start.
    """

    name: str
    hosts: tuple[str, ...] = ()
    valid: date
    drop: frozenset[str] = frozenset()
    drop_tags: frozenset[str] = frozenset()
    body: str = ""
    junk: tuple[str, ...] = ()
