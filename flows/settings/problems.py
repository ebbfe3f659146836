"""Saying what is wrong with the file: ``watch.yaml:12: delay is 'fast'; expected a number``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from news.plain import plain

Location = tuple[int | str, ...]

#: Kind of pydantic's error -> what was expected, in words. What is missing here is said by pydantic itself.
_EXPECTED = {
    "string_type": "text (put it between quotation marks)",
    "string_too_short": "some text, it is empty",
    "float_type": "a number",
    "float_parsing": "a number",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list (lines that begin with a dash)",
    "list_type": "a list (lines that begin with a dash)",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "time_parsing": 'a time of day such as "22:00"',
    "time_type": 'a time of day such as "22:00"',
    "date_from_datetime_parsing": "a date such as 2024-12-01",
    "date_parsing": "a date such as 2024-12-01",
    "date_type": "a date such as 2024-12-01",
    "union_tag_not_found": "write type: terminal, slack or email",
    "union_tag_invalid": "terminal, slack or email",
    "finite_number": "a finite number",
    "too_short": "at least one item",
}
#: Keys whose values may be secrets that somebody pasted: never repeated.
_SECRET = frozenset(("webhook", "user", "password", "proxy", "headers", "address", "key"))


def problems(errors: Sequence[ErrorDetails], document: Any) -> list[tuple[int, str]]:
    """(line from 1, what is wrong) of pydantic's errors about ``document``, the loaded YAML: one a place, by line."""
    first: dict[Location, tuple[int, str]] = {}
    for error in errors:
        first.setdefault(_real(error["loc"], document), _describe(error, document))
    return sorted(first.values())


def _describe(error: ErrorDetails, document: Any) -> tuple[int, str]:
    location = _real(error["loc"], document)
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    if kind == "unknown_key":
        key = context["key"]
        return line_of((*location, key), document), f"unknown key {plain(str(key), 60)!r}; {context['hint']}"
    if kind == "missing":
        return line_of(location, document), f"{_named(location)}the key {error['loc'][-1]!r} is missing"
    if kind == "union_tag_not_found":
        return line_of(location, document), f"{_named(location)}the key 'type' is missing; {_EXPECTED[kind]}"
    if kind == "union_tag_invalid":
        location, value = (*location, "type"), context["tag"]
    expected = context.get("expected") if kind == "shape" else _EXPECTED.get(kind)
    wanted = f"expected {expected}" if expected else error["msg"][:1].lower() + error["msg"][1:]
    return line_of(location, document), f"{_path(location)} {_value(location, value)}; {wanted}"


def line_of(location: Location, document: Any) -> int:
    """Line (from 1) of the deepest part of ``location`` that the document has."""
    line, node = 0, document
    for step in location:
        places = getattr(getattr(node, "lc", None), "data", None) or {}
        if step not in places:
            break
        line = places[step][0]
        node = node[step]
    return line + 1


def _real(location: Sequence[int | str], document: Any) -> Location:
    """``location`` without the steps that pydantic adds (the tag of a union, "[key]") and without a missing key."""
    real: list[int | str] = []
    node = document
    for step in location:
        if isinstance(node, Mapping):
            inside = step in node
        else:
            inside = isinstance(node, list) and isinstance(step, int) and step < len(node)
        if inside:
            node = node[step]
            real.append(step)
    return tuple(real)


def _path(location: Location) -> str:
    """``feeds 3, delay``: lists count from 1, as people do."""
    path = ""
    for step in location:
        path += f" {step + 1}" if isinstance(step, int) else f"{', ' if path else ''}{plain(step, 60)}"
    return path or "the file"


def _named(location: Location) -> str:
    return f"{_path(location)}: " if location else ""


def _value(location: Location, value: object) -> str:
    if not _SECRET.isdisjoint(location):
        return "is not usable"
    if isinstance(value, dict | list):
        return "is a list" if isinstance(value, list) else "is a mapping"
    return "is empty" if value is None else f"is {plain(str(value), 80)!r}"
