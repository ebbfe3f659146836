"""A record spread over the columns of a table, and put together again exactly.

A column is named by the path of its field ("value.low"). A field without a column, and a bound that its column
cannot hold, go as JSON into the column ``more``, so that nothing is lost when a record gains a field before the
table does.
"""

from __future__ import annotations

import json
import types
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from storage.convert import fits, from_column, to_column
from storage.payload import decode, encode

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
        """The record of one row."""
        flat = {column.path: from_column(value) for column, value in zip(self.columns, row, strict=False)}
        more = row[len(self.columns)]
        if more:
            flat.update(json.loads(more))
        return decode(self.record_type, self._nest(flat))

    def _nest(self, flat: dict[str, Any]) -> dict[str, Any]:
        nested: dict[str, Any] = {}
        for path, value in flat.items():
            head, _, rest = path.partition(".")
            if rest:
                nested.setdefault(head, {})[rest] = value
            else:
                nested[head] = value
        for path in self.optional:
            if path in nested and all(value is None for value in nested[path].values()):
                nested[path] = None
        return nested


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
