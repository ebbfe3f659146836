"""Amounts in words: "twenty-eight thousand", "a couple hundred", "half a dozen", "two-thirds", "nobody"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractors.amounts import Amount, Kind, step_of
from extractors.languages.language import Language
from extractors.patterns import Grammar, fold_apostrophes

_HALF = Decimal("0.5")


def read_vague(text: str, at: int, grammar: Grammar) -> Amount | None:
    match = grammar.vague.match(text, at)
    if match is None:
        return None
    language = grammar.language
    least: Decimal | None = None
    if match.group("count"):
        low, high = language.vague_counts[" ".join(match.group("count").lower().split())]
        of = match.group("of").lower()
        scale = Decimal(12) if of == language.dozen else language.scales[of]
        low, high = low * scale, high * scale
    elif match.group("outer"):
        low, high, _ = language.vague_plurals[match.group("outer").lower()]
        inner = language.vague_plurals[match.group("inner").lower()][2]
        least = language.vague_plurals[match.group("outer").lower()][2] * inner
        low, high = low * inner, (high + 1) * inner - 1
    elif match.group("group"):
        low, high, least = language.vague_groups[match.group("group").lower()]
    else:
        low, high, least = language.vague_plurals[match.group("plural").lower()]
    return Amount(start=at, end=match.end(), low=low, high=high, step=low, kind=Kind.VAGUE, least=least, scale=low)


def read_dozen(text: str, at: int, grammar: Grammar) -> Amount | None:
    match = grammar.dozen.match(text, at)
    if match is None:
        return None
    many = fold_apostrophes((match.group("many") or "").lower())
    number = Decimal(6) if match.group("half") else Decimal(12 * grammar.language.numerals.get(many, 1))
    return Amount(
        start=at, end=match.end(), low=number, high=number, step=Decimal(12), kind=Kind.WORDS, scale=Decimal(12)
    )


def _share(text: str, at: int, end: int, value: Decimal) -> Amount:
    value = value.quantize(Decimal("0.001")).normalize()
    return Amount(start=at, end=end, low=value, high=value, step=Decimal("0.07"), kind=Kind.SHARE)


def read_one_in(text: str, at: int, grammar: Grammar) -> Amount | None:
    """ "one in five", "3 out of 10"."""
    match = grammar.one_in.match(text, at)
    if match is None:
        return None
    top, bottom = (
        Decimal(word) if word.isdecimal() else Decimal(grammar.language.numerals[fold_apostrophes(word.lower())])
        for word in match.group("top", "bottom")
    )
    if not 0 < top < bottom or re.compile(r"[.,:]?\d|\s+(?:day|week|month|year|hour)").match(text, match.end()):
        return None
    return _share(text, at, match.end(), top / bottom)


def read_fraction(text: str, at: int, grammar: Grammar) -> Amount | None:
    language = grammar.language
    share = grammar.share.match(text, at)
    if share and language.inflection:
        part = language.inflection.shares[share.group(1).lower()]
        whole = grammar.scale.match(text, share.end(1))
        if whole:
            return _number(at, whole.end(), part * language.scales[whole.group(1).lower()])
        return _share(text, at, share.end(1), part)
    scaled = grammar.half_scale.match(text, at)
    if scaled:
        number = language.scales[scaled.group("scale").lower()] / 2
        return _number(at, scaled.end(), number)
    match = grammar.fraction.match(text, at)
    if match:
        top = fold_apostrophes(match.group("top").lower())
        value = (
            Decimal(language.numerals.get(top, 1)) / language.fractions[fold_apostrophes(match.group("bottom").lower())]
        )
        if match.group("scale"):
            return _number(at, match.end(), value * language.scales[match.group("scale").lower()])
        piece = _of_one(text, match.end(), grammar) if value < 1 else None
        if piece:  # "a quarter of a mile"
            value = value.quantize(Decimal("0.001")).normalize()
            return Amount(start=at, end=piece, low=value, high=value, step=value, kind=Kind.WORDS)
        single = top in language.articles or top == "one"
        if value < 1 and (not single or grammar.of.match(text, match.end())):
            return _share(text, at, match.end(), value)
        return None
    half = grammar.half.match(text, at)
    if half and (piece := _of_one(text, half.end(), grammar)):  # "half a percent", "half an hour"
        return Amount(start=at, end=piece, low=_HALF, high=_HALF, step=_HALF, kind=Kind.WORDS)
    majority = grammar.majority.match(text, at)
    if majority:
        return replace(_share(text, at, majority.end(), _HALF), least=_HALF)
    if half and grammar.of.match(text, half.end()) and not grammar.halves_before.search(text, max(0, at - 10), at):
        return _share(text, at, half.end(), Decimal("0.5"))
    return read_one_in(text, at, grammar)


def _of_one(text: str, at: int, grammar: Grammar) -> int | None:
    """Where "of a", "an" before a unit ends, None when no unit follows."""
    match = grammar.of_one.match(text, at)
    if match is None:
        return None
    language = grammar.language
    tables = (language.units, language.percent_words, language.currency_words)
    known = any(words.lower() in table for words in match.groups() for table in tables)
    return match.end() if known else None


def _number(start: int, end: int, number: Decimal) -> Amount:
    return Amount(start=start, end=end, low=number, high=number, step=step_of(number), kind=Kind.WORDS, scale=number)


def read_multiple(text: str, at: int, grammar: Grammar) -> Amount | None:
    """ "doubled", "sixfold"."""
    match = grammar.multiple.match(text, at)
    if match is None:
        return None
    number = grammar.language.multiples[match.group(1).lower()]
    return Amount(start=at, end=match.end(), low=number, high=number, step=Decimal(1), kind=Kind.RATIO)


def read_words(text: str, at: int, grammar: Grammar) -> Amount | None:
    """Spelled-out numbers: "twenty-eight thousand six hundred", "a thousand", "Twelve"."""
    language = grammar.language
    multipliers = language.inflection.multipliers if language.inflection else {}
    total = current = Decimal(0)
    end, printed, last = at, Decimal(1), ""
    position = at
    for _ in range(16):
        match = grammar.word.match(text, position)
        if match is None:
            break
        word = fold_apostrophes(match.group().lower())
        if word in multipliers and not last and grammar.scale.match(text, match.end()):
            current = multipliers[word]
        elif word in language.numerals and _may_follow(last, language.numerals[word], current):
            current += language.numerals[word]
        elif word in language.scales:
            if match.start() == at:  # a scale word alone ("million-dollar") is no number
                return _alone(at, match.end(), word, language)
            scale = language.scales[word]
            if last in language.scales and not current:  # "three lakh crore"
                current, total = total, Decimal(0)
            current = (current or Decimal(1)) * scale
            if scale > 100:
                total, current = total + current, Decimal(0)
            printed = scale
        elif not last and language.inflection and word in language.inflection.lone_scales:
            return _alone(at, match.end(), word, language)
        elif not ((word in language.articles and not last) or (word == "and" and last in language.scales)):
            break
        if word not in language.articles and word != "and":
            end, last = match.end(), word
        gap = grammar.gap.match(text, match.end())
        if gap is None:
            break
        position = gap.end()
        more = _more(text, match.end(), grammar) if printed == 1 and last in language.numerals else None
        if more:
            current, end, last = current + more[0], more[1], ""
            gap = grammar.gap.match(text, end)
            if gap is None or not grammar.scale.match(text, end):
                return _number(at, end, current)
            position, last = gap.end(), "."
    if not last:
        return None
    number = total + current
    return Amount(
        start=at,
        end=end,
        low=number,
        high=number,
        step=step_of(number),
        kind=Kind.WORDS,
        scale=printed,
        plain=printed == 1,
    )


def _more(text: str, at: int, grammar: Grammar) -> tuple[Decimal, int] | None:
    """What "and a half", "and three quarters" or "point seven one" adds to the number before, and where it ends."""
    language = grammar.language
    part = grammar.and_part.match(text, at)
    if part and part["half"]:
        half = part["half"].lower() == language.half
        return (Decimal("0.5") if half else Decimal(1) / language.fractions[part["half"].lower()]), part.end()
    if part:
        return Decimal(language.numerals[part["top"].lower()]) / language.fractions[part["bottom"].lower()], part.end()
    return _decimals(text, at, language) if language.decimal_word else None


def _decimals(text: str, at: int, language: Language) -> tuple[Decimal, int] | None:
    """ " point zero three"."""
    words = re.compile(rf"\s{language.decimal_word}((?:[\s\-][a-z]+){{1,5}})", re.IGNORECASE).match(text, at)
    if words is None:
        return None
    digits, end = "", words.start(1)
    for word in re.finditer(r"[\s\-]([a-z]+)", words.group(1), re.IGNORECASE):
        number = language.numerals.get(word[1].lower())
        if number is None or (digits and number > 9 and len(digits) > 1):
            break
        digits = str(int(digits) + number) if digits.endswith("0") and len(digits) == 2 else f"{digits}{number}"
        end = words.start(1) + word.end()
    return (Decimal(f"0.{digits}"), end) if digits else None


def _alone(start: int, end: int, word: str, language: Language) -> Amount | None:
    """ "тисяча людей", "півмільйона гривень": one of the scale, where the language prints no "one"."""
    number = language.inflection.lone_scales.get(word) if language.inflection else None
    return _number(start, end, number) if number is not None else None


def bounded(amount: Amount, text: str, language: Language) -> Amount:
    """Behind a bound a plural may be one in the genitive: "понад тисячі людей" is more than 1,000."""
    scales = language.inflection.bounded_scales if language.inflection else {}
    number = scales.get(text[amount.start : amount.end].lower()) if amount.kind is Kind.VAGUE else None
    return _number(amount.start, amount.end, number) if number is not None else amount


def _may_follow(last: str, number: int, current: Decimal) -> bool:
    """ "twenty" + "eight", "hundred" + "five", but neither "two" + "three" nor "twenty" + "twenty"."""
    if not last:
        return True
    if current == 0 or (current >= 100 and current % 100 == 0):
        return True
    return current % 100 >= 20 and current % 10 == 0 and 0 < number < 10


def read_nothing(text: str, at: int, grammar: Grammar) -> Amount | None:
    match = grammar.nothing.match(text, at)
    if match is None:
        return None
    zero = Decimal(0)
    return Amount(start=at, end=match.end(), low=zero, high=zero, step=Decimal(1), kind=Kind.NOTHING)
