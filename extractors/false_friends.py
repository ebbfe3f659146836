"""What looks like a number and counts nothing: dates, years, times, ages, scores, names, list and phone numbers."""

from __future__ import annotations

import re
from enum import StrEnum

from extractors.amounts import Amount, Kind
from extractors.beside import PLURALS, WORD_AFTER, WORD_BEFORE, is_counted
from extractors.calendar_numbers import is_date, is_price_year, is_year
from extractors.codes import CLOCK_AFTER, RESOLUTION, is_address, is_chained, is_clock, is_code, is_phone
from extractors.languages.language import Language
from extractors.units import Measure

_HYPHENED = re.compile(r"[-‐‑](?=[^\W\d_])")
_AGE_AFTER = re.compile(r"[\s-]?(?:(?:years?|months?|weeks?|days?)[\s-](?:olds?|of age)|y/?o)\b", re.IGNORECASE)
_ORDER_PREPOSITION = re.compile(r"[\s\u00a0](?:з|із|зі|из|одного|одному|друг)\b", re.IGNORECASE)
_SCORE = re.compile(r"\s?[-–‐‑]\s?(\d{1,4})(?![\d,.]\d|[^\W_])")
_HIGHEST_SCORE = 200
_AGE_BEFORE = re.compile(r"\b(?:he|she|who|I)(?:[’']s|\s(?:is|was|will be|turned|turns))\s\Z", re.IGNORECASE)
_AGE_CLOSED = re.compile(r"[,.;:)]|\s(?:by|when|and|at|in|on|as|but|this|next|last|years?)\b|\Z")
_GROUP_OF = re.compile(r"\bGroup of \Z|\b[Ss]&?\s?[Pp]\s\Z")
_ORDER_WORDS = re.compile(r"[\s\u00a0](?:of|another)\b", re.IGNORECASE)
_AGES_BEFORE = re.compile(r"\b[Aa]ge[sd]?(?: of| between| from)? \Z")


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
    if is_address(text, amount, measure):
        return FalseFriend.ADDRESS
    if is_code(text, amount, measure) or RESOLUTION.match(text, amount.start):
        return FalseFriend.CODE
    if not measure.unit and _stands_alone(text, amount):
        return FalseFriend.LISTED
    if _AGES_BEFORE.search(text, max(0, amount.start - 20), amount.start) or _AGE_AFTER.match(text, amount.end):
        return FalseFriend.AGE
    if _is_compound(text, amount, measure, language):
        return FalseFriend.MODIFIER
    if amount.kind is not Kind.DIGITS:
        return _spelled_out(text, amount, language)
    if amount.plain and measure.dimension == "money" and is_price_year(text, amount):
        return FalseFriend.YEAR
    if measure.unit or amount.scaled:
        return FalseFriend.CHAIN if measure.dimension == "count" and is_chained(text, amount) else None
    if CLOCK_AFTER.match(text, amount.end) or is_clock(text, amount):
        return FalseFriend.TIME
    if is_phone(text, amount):
        return FalseFriend.PHONE
    if is_chained(text, amount):
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
    if is_date(text, amount, language):
        return FalseFriend.DATE
    if is_year(text, amount, language, hedged=hedged):
        return FalseFriend.YEAR
    if _is_score(text, amount, language):
        return FalseFriend.SCORE
    if _is_listed(text, amount):
        return FalseFriend.LISTED
    if not hedged and _is_name(text, amount, language):
        return FalseFriend.NAME
    return FalseFriend.AGE if _is_age(text, amount, language) else None


def _stands_alone(text: str, amount: Amount) -> bool:
    """ "30." as a whole sentence numbers a list."""
    rest = len(text) - (amount.end - amount.start)
    return rest < 6 and not (text[: amount.start] + text[amount.end :]).strip(" .)(:\u00a0\n")


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
    after = WORD_AFTER.match(text, amount.end)
    word = after[1].lower() if after else ""
    if word in language.modals:
        return True
    before = WORD_BEFORE.search(text, max(0, amount.start - 24), amount.start)
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
        WORD_BEFORE.search(text, max(0, amount.start - 40), amount.start),
        WORD_AFTER.match(text, amount.end),
    )
    if before is None or before[1].endswith("."):
        return False
    return before[1][0].isupper() or (after is not None and after[1][0].isupper())


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
    before = WORD_BEFORE.search(text, max(0, amount.start - 32), amount.start)
    if before is None:
        return False
    if _GROUP_OF.search(text, max(0, amount.start - 12), amount.start):
        return True
    word = before.group(1)
    lower = word.lower().rstrip(".")
    after = WORD_AFTER.match(text, amount.end)
    following = after.group(1) if after else ""
    plural = following.islower() and (following.endswith("s") or following in PLURALS or following == "dead")
    if language.inflection:
        plural = following.islower() and is_counted(following, language)
    if lower in language.numbered:
        if lower == "number" and _NUMBERING.search(text, max(0, amount.start - 40), amount.start):
            return False  # "the injured number 352"
        return not (plural and word.islower())
    start = before.start(1)
    first = start == 0 or text[start - 2 : start - 1] in ".!?\n" or text[start - 1] in '\n"“'
    return word[0].isupper() and not first and not plural and lower not in language.months and amount.low < 10_000


_NUMBERING = re.compile(
    r"\b(?:\w{3,}(?:s|ed)|dead|missing|people|men|women|children|hurt|homeless|now|already) number \Z"
)


def _is_numbered(text: str, amount: Amount, language: Language) -> bool:
    """ "magnitude 7.8", "version 4.2"."""
    before = WORD_BEFORE.search(text, max(0, amount.start - 32), amount.start)
    if before is None or before.group(1).lower() not in language.numbered:
        return False
    return _NUMBERING.search(text, max(0, before.start() - 24), amount.start) is None


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
