"""Records as JSON text and back, exactly: what the outbox owes must be composed again after a restart.

Driven by the types of the records, so a field that is added to one is stored without a change here. A stored field
that a record no longer has is left out; one that it has since gained takes its default.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from news.errors import StorageError
from storage.convert import finite

T = TypeVar("T")


def dumps(record: Any) -> str:
    """One record as ASCII JSON with sorted keys: equal records give equal text.

    Raises StorageError for a number that is not finite, ValueError for an instant without a zone.
    """
    return json.dumps(encode(record), ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def loads(record_type: type[T], text: str) -> T:
    """The record that ``dumps`` wrote. Raises StorageError when the text does not fit the type."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise StorageError(f"a stored {record_type.__name__} is no JSON: restore a backup") from error
    return decode(record_type, value)


def decode(record_type: type[T], value: Any) -> T:
    """A record from its plain form (see ``encode``). Dates and decimals may also come as such, from columns."""
    try:
        record: T = decoder(cast(Hashable, record_type))(value)
    except UNREADABLE as error:
        raise unreadable(record_type, error) from error
    return record


#: what goes wrong when a stored record does not fit its type
UNREADABLE = (KeyError, TypeError, ValueError, ArithmeticError, AttributeError)


def unreadable(record_type: type, error: Exception) -> StorageError:
    """The error that names the type and says what may have happened."""
    return StorageError(
        f"a stored {record_type.__name__} cannot be read ({error!r}): was it written by a newer release?"
    )


def encode(value: Any) -> Any:
    """The value as JSON knows it: records as objects, sets sorted, decimals and instants as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: encode(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(finite(value))
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value.isoformat()}")
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(encode(item) for item in value)
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


@cache
def decoder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of the type out of its plain form."""
    if get_origin(kind) in (Union, types.UnionType):
        inner = decoder(next(item for item in get_args(kind) if item is not type(None)))
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) in (tuple, frozenset):
        item, build = decoder(get_args(kind)[0]), get_origin(kind)
        return build if item is as_it_is else lambda value: build(item(part) for part in value)
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_decoder(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _PLAIN.get(kind, as_it_is)


def as_it_is(value: Any) -> Any:
    """The decoder of text, whole numbers and truth values."""
    return value


def _record_decoder(record_type: type) -> Callable[[Any], Any]:
    hints = get_type_hints(record_type)
    needed = {item.name for item in fields(record_type) if item.default is item.default_factory is MISSING}
    decoders = {name: decoder(hints[name]) for name in (item.name for item in fields(record_type))}

    def build(value: Any) -> Any:
        if lacking := needed - value.keys():
            raise ValueError(f"{', '.join(sorted(lacking))} missing")
        return record_type(**{name: read(value[name]) for name, read in decoders.items() if name in value})

    return build


def _instant(value: Any) -> datetime:
    found = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return found.astimezone(UTC)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


_PLAIN: dict[Any, Callable[[Any], Any]] = {Decimal: Decimal, datetime: _instant, date: _day}
