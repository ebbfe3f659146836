"""How tables of inflected languages are written: every form of a numeral on the line of its number."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from extractors.languages.language import StatusRule, Unit, table


def numbers(text: str) -> dict[str, Decimal]:
    """Lines of ``1000: form form form`` turned round: form -> number."""
    found: dict[str, Decimal] = {}
    for line in text.strip().splitlines():
        number, _, forms = line.partition(":")
        found.update(dict.fromkeys(forms.split(), Decimal(number.strip())))
    return found


def whole(text: str) -> dict[str, int]:
    """The same for whole numbers."""
    return {form: int(number) for form, number in numbers(text).items()}


def ranges(text: str) -> dict[str, tuple[Decimal, Decimal, Decimal]]:
    """Lines of ``low high least: form form`` turned round."""
    found: dict[str, tuple[Decimal, Decimal, Decimal]] = {}
    for line in text.strip().splitlines():
        bounds, _, forms = line.partition(":")
        low, high, least = (Decimal(word) for word in bounds.split())
        found.update(dict.fromkeys(forms.split(), (low, high, least)))
    return found


def measures(text: str) -> dict[str, Unit]:
    """Lines of ``dimension/unit: form, form``."""
    return {surface: Unit(*reversed(canonical.split("/", 1))) for surface, canonical in table(text).items()}


def statuses(text: str) -> dict[str, frozenset[str]]:
    """Lines of ``status, status: lemma, lemma``; several statuses at once are joined by "+"."""
    return {word: frozenset(names.split("+")) for word, names in table(text).items()}


def rules(lines: Mapping[tuple[str, frozenset[str]], str]) -> dict[str, tuple[StatusRule, ...]]:
    """``(status, classes) -> infinitives`` turned round: infinitive -> rules in the order of the table."""
    found: dict[str, list[StatusRule]] = {}
    for (status, classes), verbs in lines.items():
        for verb in verbs.split():
            found.setdefault(verb, []).append(StatusRule(status, "any", classes))
    return {verb: tuple(rows) for verb, rows in found.items()}
