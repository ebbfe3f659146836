"""Digits that are codes: glued to letters, joined by signs, addresses, phone numbers, the clock."""

from __future__ import annotations

import re

from extractors.amounts import Amount, Kind
from extractors.units import Measure

_GLUED = re.compile(r"[^\W\d_]")
CLOCK_AFTER = re.compile(
    r":\d|\.\d|\s?[ap]\.?\s?m\b"
    r"|\s(?:in the (?:morning|afternoon|evening)|at night)\b"
    r"|\s(?:o['’]clock|gmt|utc|bst|est|edt|pdt|cet|cest|local time)\b|h\d\d\b|°\s?\d*\s?['′]|/\d",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:\s(?:[A-Z][\w'’.]*|\d{1,3}(?:st|nd|rd|th))){1,4}\s(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square|Court|Terrace|Way|Place)\b"
)
_AVENUE = re.compile(r"\s(?:Ave|Avenue|Av|Rue|Via|Calle|Boulevard|Plaza|Piazza|Rua)\.?\s[A-Z]")
_STATE_BEFORE = re.compile(r"\b[A-Z]{2}\s\Z")
_COORDINATE = re.compile(r"°\s?(?:\d+(?:\.\d+)?\s?['′]|[NSEW]\b)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_CLOCK_BEFORE = re.compile(r"\b(?:at|until|till|from|by)\s\Z", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+\d|\(\d|(?<![\d.,])0\d)[\d().]*(?:[\s\-]\(?\d{2,}\)?){2,}")
_PREFIXED = re.compile(r"\b(?:sub|minus)-\Z", re.IGNORECASE)
RESOLUTION = re.compile(
    r"(?:480|720|1080|1440|2160)p\b|(?:[248]|12|16)K\b(?![\s-]\w*(?:jobs|people|run|troops))"
)  # screens: 4K, 8K


def is_address(text: str, amount: Amount, measure: Measure) -> bool:
    """ "10 Downing Street", "Springfield, IL 62704", "51°30′N"."""
    if measure.dimension == "temperature":
        return _COORDINATE.match(text, amount.end) is not None
    if measure.unit or not amount.plain or amount.kind is not Kind.DIGITS:
        return False
    if amount.end - amount.start == 5 and _STATE_BEFORE.search(text, max(0, amount.start - 5), amount.start):
        return True
    ahead = text[amount.end : amount.end + 2]
    if ahead[:1] != " " or not (ahead[1:].isupper() or ahead[1:].isdigit()):
        return False
    return _STREET.match(text, amount.end) is not None or _AVENUE.match(text, amount.end) is not None


def is_clock(text: str, amount: Amount) -> bool:
    """ "at 17.30"."""
    return (
        _CLOCK.fullmatch(text, amount.start, amount.end) is not None
        and _CLOCK_BEFORE.search(text, max(0, amount.start - 8), amount.start) is not None
    )


def is_phone(text: str, amount: Amount) -> bool:
    """ "+44 20 7946 0958", "(555) 123-4567", "0800 123 456": more groups of digits than any count has."""
    if text[amount.end : amount.end + 1] not in " -.)" and text[amount.start - 1 : amount.start] not in " -.(":
        return False
    low = max(0, amount.start - 18)
    return any(
        found.start() <= amount.start < found.end()
        for found in _PHONE.finditer(text, low, min(len(text), amount.end + 18))
    )


def is_code(text: str, amount: Amount, measure: Measure) -> bool:
    """Glued to letters or signs that make it a code: A320, #5, 007, 1.2.3, F-16, 5G, @3, x/2."""
    before, after = text[amount.start - 1 : amount.start], text[amount.end : amount.end + 1]
    earlier = text[amount.start - 2 : amount.start - 1]
    if before and (before in "#@/_\\=&:.,'’+*^°" and not before.isspace()) and before not in measure_marks(measure):
        return before not in ".,:'’" or earlier.isdigit() or before == "."
    if before and before in "-‐‑" and earlier.isalnum():
        return _PREFIXED.search(text, max(0, amount.start - 7), amount.start) is None
    if amount.kind is Kind.DIGITS:
        if after == "," and text[amount.end + 1 : amount.end + 2].isdigit():
            return True  # "0,4": not the way English prints a number
        if text[amount.start] == "0" and text[amount.start + 1 : amount.start + 2].isdigit():
            return True
        if _GLUED.match(after) and measure.end == amount.end:
            return True
        if after == "(" and text[amount.end + 2 : amount.end + 3] == ")" and text[amount.end + 1].isalpha():
            return True  # "401(k)"
    return False


def measure_marks(measure: Measure) -> str:
    """Marks that may stand before a number of this dimension."""
    return ".,:" if measure.dimension == "money" else ""


def is_chained(text: str, amount: Amount) -> bool:
    """2024-12-17, 555-1234, 1-800-555, 10:30, 24/7, 2013-14."""
    before = text[max(0, amount.start - 2) : amount.start]
    after = text[amount.end : amount.end + 14]
    if len(before) == 2 and before[1] in "-‐‑:/." and before[0].isdigit():
        return True
    dash = re.match(r"[-‐‑/–](\d+)([-‐‑/]\d)?", after)
    if dash is None:
        return False
    if dash.group(2) or after[0] == "/":
        return True
    later = int(dash.group(1)) if len(dash.group(1)) < 9 else 0
    return amount.plain and (amount.low >= later or (1500 <= amount.low <= 2100 and len(dash.group(1)) in (2, 4)))
