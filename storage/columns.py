"""A record spread over the columns of a table, and put together again exactly.

A column is named by the path of its field ("value.low"). A field without a column, and a bound that its column
cannot hold, go as JSON into the column ``more``, so that nothing is lost when a record gains a field before the
table does.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from storage.convert import fits, from_decimal, from_utc, to_column
from storage.payload import UNREADABLE, decoder, encode, unreadable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column:
    """``path`` into the record, ``name`` and SQL type ``kind`` in the table."""

    path: str
    name: str
    kind: str


@dataclass(frozen=True)
class Shape(Generic[T]):
    """How one type of record lies in its table. ``optional`` paths are records that may be None as a whole."""

    record_type: type[T]
    columns: tuple[Column, ...]
    optional: tuple[str, ...] = ()

    @cached_property
    def types(self) -> dict[str, str]:
        """Name -> SQL type of every column, ``more`` last."""
        return {**{column.name: column.kind for column in self.columns}, "more": "VARCHAR"}

    @cached_property
    def names(self) -> str:
        """The columns as a SELECT list, in the order that ``read`` expects."""
        return ", ".join(f'"{name}"' for name in self.types)

    @cached_property
    def _homeless(self) -> tuple[str, ...]:
        homes = {column.path for column in self.columns}
        return tuple(path for path in _leaves(self.record_type, "", self.optional) if path not in homes)

    def write(self, record: T) -> list[Any]:
        """One row. Raises StorageError for a number that is not finite."""
        more = {path: encode(_get(record, path)) for path in self._homeless}
        row = []
        for column in self.columns:
            value = _get(record, column.path)
            if isinstance(value, Decimal) and not fits(value):
                more[column.path] = encode(value)
            row.append(encode(value) if column.kind.startswith("STRUCT") else to_column(value))
        return [*row, json.dumps(more, sort_keys=True) if more else None]

    def read(self, row: tuple[Any, ...]) -> T:
        """The record of one row. Raises StorageError when it does not fit the type."""
        try:
            return self._read(row)
        except UNREADABLE as error:
            raise unreadable(self.record_type, error) from error

    def _read(self, row: tuple[Any, ...]) -> T:
        """What each column becomes was worked out once: a recall reads hundreds of rows of fifty columns."""
        found: dict[str, Any] = {name: {} for name in self._inner}
        for (head, rest, convert), value in zip(self._plan, row, strict=False):
            (found[head] if rest else found)[rest or head] = convert(value)
        more = row[len(self.columns)]
        for path, value in json.loads(more).items() if more else ():
            if path in self._decoders:
                head, _, rest = path.partition(".")
                (found[head] if rest else found)[rest or head] = self._decoders[path](value)
        for name, kind in self._inner.items():
            absent = name in self.optional and all(value is None for value in found[name].values())
            found[name] = None if absent else kind(**found[name])
        return self.record_type(**found)

    @cached_property
    def _inner(self) -> dict[str, type]:
        """Fields that are records of their own, spread over columns."""
        hints = get_type_hints(self.record_type)
        heads = {path.partition(".")[0] for path in self._decoders if "." in path}
        return {name: kind for name in heads if (kind := _record_in(hints[name])) is not None}

    @cached_property
    def _decoders(self) -> dict[str, Callable[[Any], Any]]:
        """Path -> what makes its value out of the plain form."""
        found: dict[str, Callable[[Any], Any]] = {}
        for path in _leaves(self.record_type, "", self.optional):
            head, _, rest = path.partition(".")
            hint = get_type_hints(self.record_type)[head]
            inner = _record_in(hint)
            found[path] = decoder(get_type_hints(inner)[rest] if rest and inner else hint)
        return found

    @cached_property
    def _plan(self) -> list[tuple[str, str, Callable[[Any], Any]]]:
        """For each column the field, the field inside it ("" = none) and what makes its value."""
        plan = []
        for column in self.columns:
            head, _, rest = column.path.partition(".")
            plan.append((head, rest, _converter(column.kind, self._decoders[column.path])))
        return plan


def _converter(kind: str, decode: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """From a column's value: decimals short, instants with their zone."""
    if kind.startswith("DECIMAL"):
        return from_decimal
    return from_utc if kind == "TIMESTAMP" else decode


def _get(record: Any, path: str) -> Any:
    head, _, rest = path.partition(".")
    inner = getattr(record, head)
    return None if inner is None else attrgetter(rest)(inner) if rest else inner


def _leaves(record_type: type, prefix: str, optional: tuple[str, ...]) -> list[str]:
    """Paths of all fields; records inside are walked one level down."""
    found: list[str] = []
    hints = get_type_hints(record_type)
    for name in (item.name for item in fields(record_type)):
        inner = _record_in(hints[name])
        if inner is not None and not prefix:
            found += _leaves(inner, f"{name}.", optional)
        else:
            found.append(prefix + name)
    return found


def _record_in(hint: Any) -> type | None:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(item for item in get_args(hint) if item is not type(None))
    return hint if isinstance(hint, type) and is_dataclass(hint) else None
