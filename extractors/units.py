"""What stands around a number and says in what it is measured: currency, percent, kilometres, days, "a day"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.amounts import Amount, Kind
from extractors.languages import language_of
from extractors.languages.language import Language
from extractors.numerals import read_amount
from extractors.patterns import SPACES, grammar_of

_POINTS = ("point", "пункт", "п.п", "в.п")
_LONGEST = 3  # words of a unit ("metres per second")
_UNIT_WORD = re.compile(
    rf"[{SPACES}\-]?([^\W\d_]+(?:[./][^\W\d_]+)*(?:[23²³](?![^\W_])|(?![^\W_]))\.?|%|°[{SPACES}]?(?:[CF]\b)?)"
)
_BRACKETED = re.compile(r"[(\[{<]([^\W\d_]{1,4}[23²³]?)[)\]}>]")
_SUSPENDED = re.compile(r"-(?:,\s?\w{1,12}-){0,4},?\s(?:or|and|to)\s(?=(\w{1,12})-[^\W\d])")
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_NO_UNIT = frozenset(["", ",", ".", ";", ":", ")", "!", "?", "\n"])  # what no unit begins with
_BEFORE_PER = frozenset(" -/\u00a0")
_BRACKETS = frozenset("([{<")
_AMERICAN = re.compile(r"\s(?:US\b|U\.S\.)(?=\s(?:per|a|an)\b|[,.;)]|\Z)")  # "$75 U.S. per barrel"
_MULTIPLES = {"M": Decimal(10**6), "K": Decimal(1000), "B": Decimal(10**9)}  # MUSD, KSEK
_FEET_BEFORE = re.compile(r"(?:ft|feet|foot)\.?\s\Z")
_LEAST_WON = 100  # less than a hundred of a currency that is also a verb is rather the verb
_APART = frozenset("mgltV")  # symbols of one letter that may stand apart from their number
_NEAR = 90  # characters around "5,000 pounds" in which a word of money counts


@dataclass(frozen=True, slots=True)
class Measure:
    """``unit`` and ``dimension`` of a number; ``start``/``end`` cover the number with its currency sign and units.

    ``points``: percentage points, a difference of shares. ``per``: what a rate is per ("day", "share"), "" for none;
    ``per_end``: where its words end. ``scale``: of a currency code that holds one ("MUSD", "75 USD million").
    """

    start: int
    end: int
    unit: str = ""
    dimension: str = "count"
    points: bool = False
    per: str = ""
    per_end: int = 0
    scale: Decimal = Decimal(1)


class _Patterns:
    """The compiled tables of one language."""

    def __init__(self, code: str) -> None:
        language = language_of(code)
        signs = sorted(language.currency_signs, key=len, reverse=True)
        marked = "|".join(re.escape(sign) for sign in signs if not sign[-1].isalpha())
        lettered = "|".join(re.escape(sign) for sign in signs if sign[-1].isalpha())
        codes = "|".join(sorted(language.currency_codes)) or "(?!)"
        self.sign = re.compile(
            rf"((?i:(?<![^\W_])(?:{codes}))\$|{marked}|(?<![^\W_])(?:{lettered})|(?<![^\W_])[MKB]?(?:{codes}))"
            rf"[{SPACES}]?\Z"
        )
        ends = {sign[-1] for sign in (*language.currency_signs, *language.currency_codes)}
        self.sign_ends = frozenset(end for end in ends if not end.isspace()) | {"$"}
        self.code = re.compile(rf"([MKB])?({codes})\b")
        per, nouns, adverbs = (_either(t) for t in (language.per_words, language.denominators, language.per_adverbs))
        times = _either(noun for noun, per in language.denominators.items() if per in _TIMES)
        self.often = re.compile(
            rf"(?:\s[^\W\d_]+){{1,2}}\s(?:{per})\s({times})\b(?!\s(?:after|before|later|ago|earlier|when)\b)",
            re.IGNORECASE,
        )
        self.per = re.compile(
            rf"(?P<of>\sof(?:\s[^\W\d_]+){{1,3}}?)?[\s\-](?:{per})[\s\-](?P<noun>{nouns})(?:es|s)?\b"
            rf"(?!\s(?:after|before|later|ago|earlier|when)\b)|/(?P<slash>{nouns})\b|\s(?P<adverb>{adverbs})\b",
            re.IGNORECASE,
        )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


@functools.cache
def _patterns(code: str) -> _Patterns:
    return _Patterns(code)


@functools.cache
def _first_words(code: str) -> frozenset[str]:
    """The first words of all units: most counts are followed by another word, and need no further look."""
    language = language_of(code)
    tables = (language.units, language.currency_words, language.percent_words, language.subunits)
    return frozenset(form for table in tables for phrase in table for form in (phrase.split()[0], phrase))


def read_measure(text: str, amount: Amount, language: Language) -> Measure:
    """The unit of an amount, from the currency sign before it or the words after it; empty for a plain count."""
    if amount.kind is Kind.SHARE:
        return Measure(amount.start, amount.end, "share", "share")
    measure = _prefix(text, amount, language) or _suffix(text, amount, language)
    if amount.kind is Kind.VAGUE and not measure.unit and text.startswith(" of ", amount.end):
        far = _suffix(text, replace(amount, end=amount.end + 3), language)  # "millions of dollars"
        measure = far if far.unit else measure
    if measure.unit:
        return with_per(text, measure, language)
    following = text[amount.end : amount.end + 1]
    if following == "-" and (suspended := _SUSPENDED.match(text, amount.end)):
        return _shared(text, amount, suspended, language)
    if following != " ":
        return measure
    often = _patterns(language.code).often.match(text, amount.end)
    return replace(measure, per=language.denominators[often.group(1).lower()]) if often else measure


def _shared(text: str, amount: Amount, suspended: re.Match[str], language: Language) -> Measure:
    """The unit that a suspended hyphen leaves to a later number: "a 7- or 8-inch screen"."""
    later = read_amount(text, suspended.start(1), language.code)
    unit = _suffix(text, later, language) if later else Measure(amount.start, amount.end)
    return Measure(amount.start, amount.end, unit.unit, unit.dimension)


def _prefix(text: str, amount: Amount, language: Language) -> Measure | None:
    before = text[max(0, amount.start - 7) : amount.start]
    patterns = _patterns(language.code)
    if before.rstrip(SPACES)[-1:] not in patterns.sign_ends:
        return None
    sign = patterns.sign.search(before)
    if sign is None:
        return None
    surface = sign.group(1)
    unit = language.currency_signs.get(surface, surface)
    scale = Decimal(1)
    if len(unit) == 4 and unit[1:] in language.currency_codes:
        unit, scale = unit[1:] if unit[-1] != "$" else unit[:3].upper(), _MULTIPLES.get(unit[0], scale)
    elif unit[-1:] == "$":
        unit = unit[:3].upper()
    end = _after(text, amount.end, language.currency_words)
    american = _AMERICAN.match(text, amount.end) if unit == "USD" and not end else None
    end = american.end() if american else end
    start = amount.start - (len(before) - sign.start(1))
    return Measure(start, end or amount.end, "CNY" if unit == "RMB" else unit, "money", scale=scale)


def _after(text: str, at: int, words: object) -> int:
    """Where a currency word that repeats the sign ends ("$5 million dollars"), 0 when there is none."""
    match = re.compile(r"[\s\u00a0]([^\W\d_]+)").match(text, at)
    return match.end() if match and isinstance(words, dict) and match.group(1).lower() in words else 0


def _suffix(text: str, amount: Amount, language: Language) -> Measure:
    at = amount.end
    first = text[at : at + 1]
    if first in _NO_UNIT:
        return Measure(amount.start, at)
    if first.isspace():
        at, first = at + 1, text[at + 1 : at + 2]
    if first in language.currency_signs and not text[at + 1 : at + 2].isdigit():
        return Measure(amount.start, at + 1, language.currency_signs[first], "money")
    if first.isupper() and (code := _patterns(language.code).code.match(text, at)):
        return _coded(text, amount, code, language)
    if first in _BRACKETS and (bracketed := _BRACKETED.match(text, at)) and bracketed.group(1) in language.units:
        unit_ = language.units[bracketed.group(1)]
        return Measure(amount.start, bracketed.end(), unit_.name, unit_.dimension)
    for phrase, end in reversed(_phrases(text, amount.end, language)):
        for known in (phrase, phrase.rstrip(".")):
            found = _known(text, known, amount, language)
            if found:
                end -= len(phrase) - len(known)
                points = found[0] == "percent" and any(point in known for point in _POINTS)
                return Measure(amount.start, end, *found, points=points)
    return Measure(amount.start, amount.end)


def _phrases(text: str, at: int, language: Language) -> list[tuple[str, int]]:
    """The next one, two and three words as printed, each with its end; none when no unit begins so."""
    ends: list[tuple[str, int]] = []
    phrase = ""
    for _ in range(_LONGEST):
        match = _UNIT_WORD.match(text, at)
        if match is None:
            break
        word = "".join(match.group(1).split())  # "° C"
        end = match.end()
        if not phrase and not _begins(word, language):
            shorter = re.split("[./]", word, maxsplit=1)[0]  # "centimetres/second"
            if not _begins(shorter, language):
                break
            end -= len(word) - len(shorter)
            word = shorter
        phrase, at = f"{phrase} {word}".strip(), end
        ends.append((phrase, at))
    return ends


def _begins(word: str, language: Language) -> bool:
    firsts = _first_words(language.code)
    return word in firsts or word.lower() in firsts or word.rstrip(".").lower() in firsts


def _coded(text: str, amount: Amount, code: re.Match[str], language: Language) -> Measure:
    """ "75 USD", "75 USD million", "30 MUSD"."""
    scale, end = _MULTIPLES.get(code.group(1) or "", Decimal(1)), code.end()
    following = grammar_of(language.code).scale.match(text, end)
    if following and not amount.scaled:
        scale, end = language.scales[following.group(1).lower()], following.end()
    unit = code.group(2)
    return Measure(amount.start, end, "CNY" if unit == "RMB" else unit, "money", scale=scale)


def _known(text: str, phrase: str, amount: Amount, language: Language) -> tuple[str, str] | None:
    """Symbols keep their case; a single letter is a unit only against the digits, save the commonest."""
    attached = not text[amount.end : amount.end + 1].isspace()
    if len(phrase) == 1 and phrase.isalpha():
        if not attached and phrase not in _APART:
            return None
        if phrase in language.subunits:
            return language.subunits[phrase], "money"
        unit = language.units.get(phrase)
        return (unit.name, unit.dimension) if unit else None
    if phrase == "in":  # "a 55in screen", "6 ft 2 in"
        measured = attached or _FEET_BEFORE.search(text, max(0, amount.start - 6), amount.start)
        return ("inch", "length") if measured else None
    lower = phrase.lower()
    if lower in language.percent_words:
        return "percent", "share"
    if lower in language.currency_words and not _is_other_word(text, phrase, amount, language):
        return language.currency_words[lower], "money"
    if lower in language.subunits:
        return language.subunits[lower], "money"
    unit = language.units.get(phrase) or language.units.get(lower)
    if unit and unit.name == "pound" and lower in ("pounds", "pound") and _is_money(text, amount, language):
        return "GBP", "money"
    return (unit.name, unit.dimension) if unit else None


def _is_other_word(text: str, phrase: str, amount: Amount, language: Language) -> bool:
    """A currency's name that is a name or a verb here: "8 Rand Paul", "all 12 won medals"."""
    end = text.find(phrase, amount.end) + len(phrase)
    if phrase.istitle() and " " not in phrase and text[end : end + 2].strip().istitle():
        return True
    return phrase.lower() in language.currency_verbs and not (amount.scaled or amount.low >= _LEAST_WON)


def _is_money(text: str, amount: Amount, language: Language) -> bool:
    """Pounds are money by the million, or near a word of money; they weigh when something is weighed in them."""
    after = text[amount.end : amount.end + _NEAR].lower()
    if re.match(r"\s\w+\sof\b", after):
        return False
    if amount.scaled:
        return True
    near = f"{text[max(0, amount.start - _NEAR) : amount.start].lower()} {after}"
    return any(word in language.money_words for word in re.findall(r"[^\W\d_]+", near))


def with_per(text: str, measure: Measure, language: Language) -> Measure:
    """The measure with what it is per, when that stands behind it: "a day", "/day", "of jet fuel a year"."""
    ahead = text[measure.end : measure.end + 1]
    match = _patterns(language.code).per.match(text, measure.end) if ahead in _BEFORE_PER else None
    if match is None:
        return measure
    noun = match.group("noun") or match.group("slash")
    per = language.denominators[noun.lower()] if noun else language.per_adverbs[match.group("adverb").lower()]
    return replace(measure, per=per, per_end=measure.end if match.group("of") else match.end())
