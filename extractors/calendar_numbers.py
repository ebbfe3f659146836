"""Numbers of the calendar: days of a month, years, money of another year."""

from __future__ import annotations

import re

from extractors.amounts import Amount
from extractors.beside import PLURALS, WORD_AFTER, WORD_BEFORE, is_counted
from extractors.languages.language import Language, words

_DATE_AFTER = re.compile(r"(?:\s?(?:-|–|and|to|or|,|/)\s?\d{1,2})?(?:\sof)?\s([A-Z][a-z]{2,8})\b")
_DATE_BEFORE = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s(?:\d{1,2}(?:\s?(?:-|–|and|to|or|,)\s?))?\Z")
_ANY_DATE_AFTER = re.compile(
    r"(?:\s?(?:-|–|і|й|та|и|до|по|або|или|,|/)\s?\d{1,2})?[\s\u00a0]([^\W\d_]{3,9})\b", re.IGNORECASE
)
_YEAR_BEFORE = words(
    """
    in since by from until till during before after early late mid around of the this last next year and to for
    """
)
_ERAS = words("a.d. ad bc b.c. ce bce")
_IN_YEARS = words("in by since until and before after")
_COUNTING = words("of than nearly almost many exceeding exceeded over")  # last words of hedges that no year has


def is_price_year(text: str, amount: Amount) -> bool:
    """ "in 1990 dollars": money of another year, and no amount of it."""
    before = text[max(0, amount.start - 12) : amount.start].lower()
    return (
        1900 <= amount.low <= 2100 and before.endswith(("in ", "constant ", "to ", "into ")) and "," not in before[-2:]
    )


def is_date(text: str, amount: Amount, language: Language) -> bool:
    """ "7 October", "Oct. 7, 2023", "the 5 and 6 June talks"."""
    if amount.low > 2100:
        return False
    before = _DATE_BEFORE.search(text, max(0, amount.start - 24), amount.start)
    if before and before.group(1).lower() in language.months and amount.end - amount.start in (1, 2, 4):
        return True
    after = (_DATE_AFTER if not language.inflection else _ANY_DATE_AFTER).match(text, amount.end)
    return bool(after and after.group(1).lower() in language.months and 0 < amount.low <= 31)


def is_year(text: str, amount: Amount, language: Language, *, hedged: bool) -> bool:
    """A bare 1500-2100 is a year unless a counted thing follows and nothing before speaks of time."""
    if amount.end - amount.start != 4 or not amount.low < 2200:
        return False
    after = WORD_AFTER.match(text, amount.end)
    before = WORD_BEFORE.search(text, max(0, amount.start - 24), amount.start)
    near = before[1].lower() if before else ""
    if not 1500 <= amount.low <= 2100:
        return near in _ERAS or (near in _IN_YEARS and (after is None or after[1].lower() in _IN_YEARS))
    if hedged and near in _COUNTING and not language.inflection:
        return False
    if after is None:
        return True
    word = after.group(1).lower()
    counted = word in PLURALS or (word.endswith("s") and word[:-1] in language.classes)
    if language.inflection:
        return not is_counted(word, language)
    return not counted or (not hedged and near in _YEAR_BEFORE)
