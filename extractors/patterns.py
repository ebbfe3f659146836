"""The number words of a language as compiled patterns. Every pattern is linear."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from extractors.languages import language_of

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"  # fractions that are one character
SPACES = " \u00a0\u202f\u2009"


APOSTROPHES = "'’ʼ"
_NEVER = "(?!)"


def _alternatives(words: Iterable[str]) -> str:
    """The words as one alternative, the longest first; what never matches when there are none."""
    ordered = sorted(words, key=len, reverse=True)
    escaped = (re.escape(word).replace(r"\ ", r"[\s\-]+").replace("'", f"[{APOSTROPHES}]") for word in ordered)
    return "|".join(escaped) or _NEVER


def fold_apostrophes(word: str) -> str:
    """The word as the tables print it."""
    return word.replace("’", "'").replace("ʼ", "'")


def _starts(phrases: Iterable[str], codes: Iterable[str]) -> str:
    """Where a number may begin: a digit, or one of the phrases as whole words.

    Digits may be glued to a currency code ("USD115", "Rs500", "$US5").
    """
    digit = rf"[\d{VULGAR}]"
    glued = "|".join(("Rs", "RM", "(?<=[$])[A-Z]{1,2}", *codes))
    return rf"(?:(?={digit})|(?={_tree(phrases)}\b)|(?=[A-Z])(?:{glued})(?=\d))"


def _tree(phrases: Iterable[str]) -> str:
    """The phrases as one pattern that reads each letter once: a word that is no number is left at its second letter."""
    tails: dict[str, list[str]] = {}
    for phrase in set(phrases):
        tails.setdefault(phrase[:1], []).append(phrase[1:])
    ended = tails.pop("", None) is not None
    if not tails:
        return ""
    branches = "|".join(f"{_letter(head)}{_tree(rest)}" for head, rest in sorted(tails.items()))
    return f"(?:{branches}){'?' if ended else ''}"


def _letter(char: str) -> str:
    if char == " ":
        return r"[\s\-]+"
    if char == "'":
        return f"[{APOSTROPHES}]"
    return f"[{char}{char.upper()}]" if char.isalpha() else re.escape(char)


class Grammar:
    """The compiled tables of one language."""

    def __init__(self, code: str) -> None:
        language = self.language = language_of(code)
        mark, group = re.escape(language.decimal_mark), re.escape(language.group_marks)
        scales, articles = _alternatives(language.scales), _alternatives(language.articles)
        fractions = _alternatives(language.fractions)
        vague_scales = "|".join(re.escape(word) for word in (*language.scales, language.dozen))
        plurals = _alternatives(language.vague_plurals)
        self.digits = re.compile(
            rf"(?P<swapped>\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}})(?!\d)|(?P<grouped>\d{{1,3}}(?:[{group}'’]\d{{3}})+|\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)"
            rf"|\d{{1,2}}(?:,\d\d)+,\d{{3}})(?:{mark}\d+)?(?!\d)|{self._other_mark(scales)}\d+(?:{mark}\d+)?"
        )
        self.scale = re.compile(rf"[\s\-]?({scales})(?:\b|(?<=\.))(?![\-]\w)", re.IGNORECASE)
        self.attached = re.compile(rf"({_alternatives(language.attached_scales)})\b", re.IGNORECASE)
        marks = APOSTROPHES if any("'" in word for word in language.numerals) else ""
        self.word = re.compile(rf"[^\W\d_]+(?:[{marks}][^\W\d_]+)*" if marks else r"[^\W\d_]+")
        self.gap = re.compile(r"[\s\-]+|,\s(?=\w)")
        self.and_part = re.compile(self._part_more(scales), re.IGNORECASE)
        self.vague = re.compile(
            rf"(?:(?P<count>{_alternatives(language.vague_counts)})(?:\s+of)?[\s\-]+(?P<of>{vague_scales})s?"
            rf"|(?P<outer>{plurals})\s+{'' if language.inflection else 'of '}(?P<inner>{plurals})"
            rf"|(?P<plural>{plurals})|(?P<group>{_alternatives(language.vague_groups)})(?=\s+of\s+[a-z]))\b",
            re.IGNORECASE,
        )
        numerals = _alternatives(language.numerals)
        self.dozen = re.compile(
            rf"(?:(?P<half>{language.half})[\s\-]+(?:a\s+)?|(?P<many>{numerals}|{articles})\s+){language.dozen}\b",
            re.IGNORECASE,
        )
        article = "" if language.inflection else r"(?:an?[\s\-]+)?"
        self.half_scale = re.compile(rf"{language.half}[\s\-]+{article}(?P<scale>{scales})\b", re.IGNORECASE)
        self.fraction = re.compile(
            rf"(?P<top>{numerals}|{articles})[\s\-]+(?P<bottom>{fractions})\b"
            rf"(?:\s+(?:of\s+a\s+)?(?P<scale>{scales})\b)?",
            re.IGNORECASE,
        )
        self.half = re.compile(rf"{language.half}\b(?![\-])", re.IGNORECASE)
        self.one_in = re.compile(rf"(?P<top>\d|{numerals})\s+(?:in|out of)\s+(?P<bottom>\d{{1,3}}|{numerals})\b", re.I)
        self.of = re.compile(r"\s+(?:of|the|its|their|his|her|our|all|those|these)\b", re.IGNORECASE)
        nothing = _alternatives(language.nothing)
        inflection = language.inflection
        shares, multipliers = (inflection.shares, inflection.multipliers) if inflection else ((), ())
        self.share = re.compile(rf"({_alternatives(shares)})\s(?=[^\W\d_])", re.IGNORECASE)
        phrases = [*language.numerals, *language.scales, *language.nothing, *language.vague_plurals]
        phrases += [*language.vague_groups, *([language.majority] if language.majority else ())]
        phrases += [*language.vague_counts, language.half, *language.multiples, *shares, *multipliers]
        phrases += inflection.lone_scales if inflection else ()
        phrases += [
            f"{a} {n}" for a in language.articles for n in (*language.scales, language.dozen, *language.fractions)
        ]
        starts = _starts(phrases, sorted(language.currency_codes))
        self.start = re.compile(rf"(?<![^\W_]){starts}")
        self._later = re.compile(rf"[\W_]{starts}")  # a set of characters in front is what the engine finds fastest
        self.mixed = re.compile(rf"[{SPACES}\-]?([{VULGAR}])|[{SPACES}\-](\d{{1,2}})[/⁄](\d{{1,3}})(?![\d/])")
        self.ratio = re.compile(r"(\d{1,2})[/⁄](\d{1,3})(?![\d/])(?=\s(?:of\b|%|[a-z]))")
        self.metres = re.compile(rf"\s(?:{_alternatives(language.after_metres)})\b")
        self.halves_before = re.compile(rf"\b(?:{_alternatives(language.halves_before)})[\s\-]\Z", re.IGNORECASE)
        self.multiple = re.compile(rf"({_alternatives(language.multiples)})\b(?! (?:down|up|over|as)\b)", re.IGNORECASE)
        self.majority = re.compile(
            rf"{language.majority or _NEVER}(?=\s+of\s+(?!(?:{numerals})\b)[a-z])", re.IGNORECASE
        )  # "a majority of 12 seats" is a margin
        self.of_one = re.compile(rf"(?:\s+of)?\s+(?:{articles})(?=\s+(([^\W\d_]+)(?:\s[^\W\d_]+)?))", re.IGNORECASE)
        self.nothing = re.compile(rf"(?:{nothing})\b", re.IGNORECASE)
        self.join = re.compile(
            rf"[{SPACES}\-]({_alternatives(language.range_to | language.range_and | language.range_or)})[{SPACES}\-]",
            re.IGNORECASE,
        )

    def starts(self, text: str) -> Iterator[int]:
        """Where numbers may begin in a text, in order."""
        first = self.start.match(text)
        if first:
            yield first.end()
        for match in self._later.finditer(text):
            yield match.end()

    @staticmethod
    def pointed(digits: re.Match[str]) -> bool:
        """True when a point is the decimal mark of these digits against the language's custom."""
        return digits.groupdict().get("pointed") is not None

    def mark_of(self, digits: re.Match[str]) -> str:
        """The decimal mark of these digits: "1.200,50" shows its own, whatever the language."""
        if digits.group("swapped"):
            return ","
        return "." if self.pointed(digits) else self.language.decimal_mark

    def _part_more(self, scales: str) -> str:
        """ "two and a half million", "five and three quarters"; "one and a third" may be an ordinal."""
        language = self.language
        if language.inflection:
            return rf"\s+and\s+a\s+(?P<half>{language.half})(?=\s+(?:{scales})\b)"
        many = _alternatives(word for word, number in language.numerals.items() if 2 <= number < 10)
        return (
            rf"\s+and\s+(?:(?:{_alternatives(language.articles)})\s+(?P<half>{language.half}|quarter)"
            rf"|(?P<top>{many})[\s\-]+(?P<bottom>{_alternatives(language.fractions)}))\b(?![\s\-]+(?:of|{language.dozen})\b|-)"
        )

    def _other_mark(self, scales: str) -> str:
        """Where the decimal mark is a comma, a point counts as one before a scale or percent only ("3.5 млн")."""
        if self.language.decimal_mark != ",":
            return ""
        return rf"(?P<pointed>\d+\.\d{{1,2}})(?=[{SPACES}]?(?:%|(?:{scales})\b))|"


@functools.cache
def grammar_of(code: str) -> Grammar:
    return Grammar(code)
