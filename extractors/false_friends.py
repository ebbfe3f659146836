"""What looks like a number and counts nothing: dates, years, times, ages, scores, names, list and phone numbers."""

from __future__ import annotations

import re
from enum import StrEnum

from extractors.amounts import Amount, Kind
from extractors.languages.language import Language, words
from extractors.morphology import forms_of, readings_of
from extractors.units import Measure

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’&.]*)[\s\u00a0][-(]?\Z")
_WORD_AFTER = re.compile(r"[\s\u00a0]([^\W\d_][\w'’-]*)")
_HYPHENED = re.compile(r"[-‐‑](?=[^\W\d_])")
_GLUED = re.compile(r"[^\W\d_]")
_CLOCK_AFTER = re.compile(
    r":\d|\.\d|\s?[ap]\.?\s?m\b"
    r"|\s(?:o['’]clock|gmt|utc|bst|est|edt|pdt|cet|cest|local time)\b|h\d\d\b|°\s?\d*\s?['′]|/\d",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(r"[\s-]?(?:(?:years?|months?|weeks?|days?)[\s-](?:olds?|of age)|y/?o)\b", re.IGNORECASE)
_DATE_AFTER = re.compile(r"(?:\s?(?:-|–|and|to|or|,|/)\s?\d{1,2})?(?:\sof)?\s([A-Z][a-z]{2,8})\b")
_DATE_BEFORE = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s(?:\d{1,2}(?:\s?(?:-|–|and|to|or|,)\s?))?\Z")
_ANY_DATE_AFTER = re.compile(
    r"(?:\s?(?:-|–|і|й|та|и|до|по|або|или|,|/)\s?\d{1,2})?[\s\u00a0]([^\W\d_]{3,9})\b", re.IGNORECASE
)
_ORDER_PREPOSITION = re.compile(r"[\s\u00a0](?:з|із|зі|из|одного|одному|друг)\b", re.IGNORECASE)
_SCORE = re.compile(r"\s?[-–‐‑]\s?(\d{1,4})(?![\d,.]\d|[^\W_])")
_HIGHEST_SCORE = 200
_STREET = re.compile(
    r"(?:\s(?:[A-Z][\w'’.]*|\d{1,3}(?:st|nd|rd|th))){1,4}\s(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square|Court|Terrace|Way|Place)\b"
)
_PREFIXED = re.compile(r"\b(?:sub|minus)-\Z", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:he|she|who|I)(?:[’']s|\s(?:is|was|will be|turned|turns))\s\Z", re.IGNORECASE)
_AGE_CLOSED = re.compile(r"[,.;:)]|\s(?:by|when|and|at|in|on|as|but|this|next|last|years?)\b|\Z")
_AVENUE = re.compile(r"\s(?:Ave|Avenue|Av|Rue|Via|Calle|Boulevard|Plaza|Piazza|Rua)\.?\s[A-Z]")
_STATE_BEFORE = re.compile(r"\b[A-Z]{2}\s\Z")
_COORDINATE = re.compile(r"°\s?(?:\d+(?:\.\d+)?\s?['′]|[NSEW]\b)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_CLOCK_BEFORE = re.compile(r"\b(?:at|until|till|from|by)\s\Z", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+\d|\(\d|(?<![\d.,])0\d)[\d().]*(?:[\s\-]\(?\d{2,}\)?){2,}")
_GROUP_OF = re.compile(r"\bGroup of \Z|\b[Ss]&?\s?[Pp]\s\Z")
_ORDER_WORDS = re.compile(r"[\s\u00a0](?:of|another)\b", re.IGNORECASE)
_RESOLUTION = re.compile(
    r"(?:480|720|1080|1440|2160)p\b|(?:[248]|12|16)K\b(?![\s-]\w*(?:jobs|people|run|troops))"
)  # screens: 4K, 8K
_AGES_BEFORE = re.compile(r"\b[Aa]ge[sd]?(?: of| between| from)? \Z")
_PLURALS = words("people men women children troops police personnel staff cattle sheep fish families")
_YEAR_BEFORE = words(
    """
    in since by from until till during before after early late mid around of the this last next year and to for
    """
)


_ERAS = words("a.d. ad bc b.c. ce bce")
_IN_YEARS = words("in by since until and before after")
_COUNTING = words("of than nearly almost many exceeding exceeded over")  # last words of hedges that no year has


class FalseFriend(StrEnum):
    """Why an amount is no figure of the story.

    ``modifier``: "90-day window"; ``pronoun``: "one of them"; ``stand-in``: "this one", "one can see"; ``chain``:
    digits joined by signs (2024-12-17, 555-1234); ``bracket``: "Smith (45)"; ``year``: also "in 1990 dollars".
    """

    ADDRESS = "address"
    PHONE = "phone"
    CODE = "code"
    LISTED = "listed"
    AGE = "age"
    MODIFIER = "modifier"
    NAME = "name"
    PRONOUN = "pronoun"
    STAND_IN = "stand-in"
    CHAIN = "chain"
    TIME = "time"
    BRACKET = "bracket"
    DATE = "date"
    YEAR = "year"
    SCORE = "score"


def false_friend_of(
    text: str, amount: Amount, measure: Measure, language: Language, *, hedged: bool
) -> FalseFriend | None:
    """What the amount is when it is no figure, else None. ``hedged``: a hedge stands before it, which names and dates
    never have."""
    if text[max(0, amount.start - 2) : amount.start].rstrip() == "№":
        return FalseFriend.NAME
    if measure.unit == "year" and amount.plain and 1500 <= amount.low <= 2100 and not hedged:
        return FalseFriend.YEAR
    if _is_place_on_a_map(text, amount, measure):
        return FalseFriend.ADDRESS
    if _broken(text, amount, measure) or _RESOLUTION.match(text, amount.start):
        return FalseFriend.CODE
    if not measure.unit and _stands_alone(text, amount):
        return FalseFriend.LISTED
    if _AGES_BEFORE.search(text, max(0, amount.start - 20), amount.start) or _AGE_AFTER.match(text, amount.end):
        return FalseFriend.AGE
    if _is_compound(text, amount, measure, language):
        return FalseFriend.MODIFIER
    if amount.kind is not Kind.DIGITS:
        return _spelled_out(text, amount, language)
    if amount.plain and measure.dimension == "money" and _is_price_year(text, amount):
        return FalseFriend.YEAR
    if measure.unit or amount.scaled:
        return FalseFriend.CHAIN if measure.dimension == "count" and _chained(text, amount) else None
    if _CLOCK_AFTER.match(text, amount.end) or _is_clock(text, amount):
        return FalseFriend.TIME
    if _is_phone(text, amount):
        return FalseFriend.PHONE
    if _chained(text, amount):
        score = amount.plain and amount.low < _HIGHEST_SCORE and _is_score(text, amount, language)
        return FalseFriend.SCORE if score else FalseFriend.CHAIN
    if text[amount.start - 1 : amount.start] == "(" and text[amount.end : amount.end + 1] == ")":
        return FalseFriend.BRACKET
    if not amount.plain:
        named = not hedged and "," not in text[amount.start : amount.end] and _is_numbered(text, amount, language)
        return FalseFriend.NAME if named else None
    return _bare_digits(text, amount, language, hedged=hedged)


def is_age_behind(text: str, at: int) -> bool:
    """ "years old", "months of age" right behind a number that ends at ``at``."""
    return _AGE_AFTER.match(text, at) is not None


def _bare_digits(text: str, amount: Amount, language: Language, *, hedged: bool) -> FalseFriend | None:
    if _is_date(text, amount, language):
        return FalseFriend.DATE
    if _is_year(text, amount, language, hedged=hedged):
        return FalseFriend.YEAR
    if _is_score(text, amount, language):
        return FalseFriend.SCORE
    if _is_listed(text, amount):
        return FalseFriend.LISTED
    if not hedged and _is_name(text, amount, language):
        return FalseFriend.NAME
    return FalseFriend.AGE if _is_age(text, amount, language) else None


def _is_place_on_a_map(text: str, amount: Amount, measure: Measure) -> bool:
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


def _is_price_year(text: str, amount: Amount) -> bool:
    """ "in 1990 dollars": money of another year, and no amount of it."""
    before = text[max(0, amount.start - 12) : amount.start].lower()
    return (
        1900 <= amount.low <= 2100 and before.endswith(("in ", "constant ", "to ", "into ")) and "," not in before[-2:]
    )


def _is_clock(text: str, amount: Amount) -> bool:
    """ "at 17.30"."""
    return (
        _CLOCK.fullmatch(text, amount.start, amount.end) is not None
        and _CLOCK_BEFORE.search(text, max(0, amount.start - 8), amount.start) is not None
    )


def _is_phone(text: str, amount: Amount) -> bool:
    """ "+44 20 7946 0958", "(555) 123-4567", "0800 123 456": more groups of digits than any count has."""
    if text[amount.end : amount.end + 1] not in " -.)" and text[amount.start - 1 : amount.start] not in " -.(":
        return False
    low = max(0, amount.start - 18)
    return any(
        found.start() <= amount.start < found.end()
        for found in _PHONE.finditer(text, low, min(len(text), amount.end + 18))
    )


def _stands_alone(text: str, amount: Amount) -> bool:
    """ "30." as a whole sentence numbers a list."""
    rest = len(text) - (amount.end - amount.start)
    return rest < 6 and not (text[: amount.start] + text[amount.end :]).strip(" .)(:\u00a0\n")


def _broken(text: str, amount: Amount, measure: Measure) -> bool:
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


def _is_compound(text: str, amount: Amount, measure: Measure, language: Language) -> bool:
    """ "90-day window", "11-truck convoy", "two-state": a modifier; "50,000-strong" and "-plus" count."""
    at = _HYPHENED.match(text, amount.end)
    if at is None or measure.dimension == "share" or measure.start < amount.start:
        return False
    word = re.compile(r"[^\W\d_]+").match(text, at.end())
    after = word.group().lower() if word else ""
    return after != "strong" and f"-{after}" not in language.hedges_after


def _spelled_out(text: str, amount: Amount, language: Language) -> FalseFriend | None:
    """A word of a name, or the pronoun: "one of", "one another", "no one"."""
    if text[amount.start].isupper() and _in_a_name(text, amount):
        return FalseFriend.NAME
    if language.inflection:
        return FalseFriend.PRONOUN if amount.low == 1 and _ORDER_PREPOSITION.match(text, amount.end) else None
    if text[amount.start : amount.end].lower() != "one":
        return None
    after_no = text[max(0, amount.start - 3) : amount.start].lower() == "no "
    if _ORDER_WORDS.match(text, amount.end) or after_no:
        return FalseFriend.PRONOUN
    return FalseFriend.STAND_IN if _stands_in(text, amount, language) else None


def _stands_in(text: str, amount: Amount, language: Language) -> bool:
    """ "this one.", "the one who", "one can see"."""
    after = _WORD_AFTER.match(text, amount.end)
    word = after[1].lower() if after else ""
    if word in language.modals:
        return True
    before = _WORD_BEFORE.search(text, max(0, amount.start - 24), amount.start)
    closed = word in language.after_one or not text[amount.end : amount.end + 1].strip(',.;:?!)"”’')
    return (
        before is not None
        and before[1].lower() in language.before_one
        and closed
        and not (word == "" and text[amount.end : amount.end + 1].isspace())
    )


def _in_a_name(text: str, amount: Amount) -> bool:
    """ "Xbox One X", "Formula One", "Seven Network": a capital inside a sentence, beside another."""
    before, after = (
        _WORD_BEFORE.search(text, max(0, amount.start - 40), amount.start),
        _WORD_AFTER.match(text, amount.end),
    )
    if before is None or before[1].endswith("."):
        return False
    return before[1][0].isupper() or (after is not None and after[1][0].isupper())


def _chained(text: str, amount: Amount) -> bool:
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


def _is_date(text: str, amount: Amount, language: Language) -> bool:
    if amount.low > 2100:
        return False
    before = _DATE_BEFORE.search(text, max(0, amount.start - 24), amount.start)
    if before and before.group(1).lower() in language.months and amount.end - amount.start in (1, 2, 4):
        return True
    after = (_DATE_AFTER if not language.inflection else _ANY_DATE_AFTER).match(text, amount.end)
    return bool(after and after.group(1).lower() in language.months and 0 < amount.low <= 31)


def _is_year(text: str, amount: Amount, language: Language, *, hedged: bool) -> bool:
    """A bare 1500-2100 is a year unless a counted thing follows and nothing before speaks of time."""
    if amount.end - amount.start != 4 or not amount.low < 2200:
        return False
    after = _WORD_AFTER.match(text, amount.end)
    before = _WORD_BEFORE.search(text, max(0, amount.start - 24), amount.start)
    near = before[1].lower() if before else ""
    if not 1500 <= amount.low <= 2100:
        return near in _ERAS or (near in _IN_YEARS and (after is None or after[1].lower() in _IN_YEARS))
    if hedged and near in _COUNTING and not language.inflection:
        return False
    if after is None:
        return True
    word = after.group(1).lower()
    counted = word in _PLURALS or (word.endswith("s") and word[:-1] in language.classes)
    if language.inflection:
        return not _is_counted(word, language)
    return not counted or (not hedged and near in _YEAR_BEFORE)


def _is_counted(word: str, language: Language) -> bool:
    """Whether a word of an inflected language can be what a number before it counts, or what happened to it."""
    if language.inflection is None or word in language.inflection.year_words:
        return False
    known = (language.classes, language.status_nouns, language.status_adjectives, language.status_verbs)
    if any(form in table for form in forms_of(word, language.code) for table in known):
        return True
    return any(
        r.part in ("noun", "adjective", "participle") and r.case == "gent" for r in readings_of(word, language.code)
    )


def _is_score(text: str, amount: Amount, language: Language) -> bool:
    match = _SCORE.match(text, amount.end)
    if match is None:
        return False
    other = int(match.group(1))
    if amount.low >= other:
        return True
    words = re.findall(r"[^\W\d_]+", text[max(0, amount.start - 30) : amount.start].lower())
    return (
        amount.low < _HIGHEST_SCORE and other < _HIGHEST_SCORE and any(word in language.score_words for word in words)
    )


def _is_listed(text: str, amount: Amount) -> bool:
    """ "1. First point" at the start of a line."""
    line = text.rfind("\n", 0, amount.start) + 1
    return (
        not text[line : amount.start].strip(" (") and re.match(r"[.)]\s", text[amount.end : amount.end + 2]) is not None
    )


def _is_name(text: str, amount: Amount, language: Language) -> bool:
    """ "Route 66", "FTSE 100", "magnitude 7": the word before makes it a name, and no counted thing follows."""
    before = _WORD_BEFORE.search(text, max(0, amount.start - 32), amount.start)
    if before is None:
        return False
    if _GROUP_OF.search(text, max(0, amount.start - 12), amount.start):
        return True
    word = before.group(1)
    lower = word.lower().rstrip(".")
    after = _WORD_AFTER.match(text, amount.end)
    following = after.group(1) if after else ""
    plural = following.islower() and (following.endswith("s") or following in _PLURALS or following == "dead")
    if language.inflection:
        plural = following.islower() and _is_counted(following, language)
    if lower in language.numbered:
        return not (plural and word.islower())
    start = before.start(1)
    first = start == 0 or text[start - 2 : start - 1] in ".!?\n" or text[start - 1] in '\n"“'
    return word[0].isupper() and not first and not plural and lower not in language.months and amount.low < 10_000


def _is_numbered(text: str, amount: Amount, language: Language) -> bool:
    """ "magnitude 7.8", "version 4.2"."""
    before = _WORD_BEFORE.search(text, max(0, amount.start - 32), amount.start)
    return before is not None and before.group(1).lower() in language.numbered


def _is_age(text: str, amount: Amount, language: Language) -> bool:
    """ "Smith, 45, said"; "aged 18 and 21"; "under 21"."""
    if not 0 < amount.low < 120:
        return False
    before = text[max(0, amount.start - 40) : amount.start]
    if _AGE_BEFORE.search(before) and _AGE_CLOSED.match(text, amount.end):
        return True
    after = text[amount.end : amount.end + 6]
    if re.search(r"[A-Z][\w'’.-]*,\s\Z", before) and re.match(r",|\.\s|\sand\s\d|\)", after):
        return True
    if re.search(
        r"\b(?:was|were|is|are|be|people|those|anyone|children|women|men)\s(?:under|over|below|above)\s\Z",
        before.lower(),
    ):
        return not re.match(r"\s[^\W\d_]", text[amount.end : amount.end + 2]) or after.startswith(" and")
    words = re.findall(r"[^\W\d_]+", before.lower())[-4:]
    if words[-1:] == ["than"] and words[-2:-1] and words[-2] in language.age_words:
        return True
    if words[-1:] and words[-1] in language.age_words:
        return True
    return len(words) > 1 and words[-1] in ("and", "to", "between") and any(w in language.age_words for w in words)
