"""Values between records and columns: instants, decimals, hashes. Exact both ways, or an error."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from decimal import Context, Decimal
from enum import Enum
from typing import Any

from news.errors import StorageError

#: What DECIMAL(38, 6) holds: 32 digits before the point, 6 behind it.
LARGEST = Decimal("99999999999999999999999999999999.999999")
_STEP = Decimal("0.000001")
_WIDE = Context(prec=60)


def key(*parts: str) -> int:
    """A 64-bit hash of the parts, stable for ever: the natural id of a row in 8 bytes.

    Ten million rows of one kind share a value with probability 3 in a million.
    """
    whole = "".join(f"{len(part)}:{part}" for part in parts)
    return int.from_bytes(hashlib.blake2b(whole.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def to_utc(instant: datetime | None) -> datetime | None:
    """As a TIMESTAMP column holds it: UTC without a zone. Raises ValueError for an instant without a zone."""
    if instant is None:
        return None
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs a time zone: {instant.isoformat()}")
    return instant.astimezone(UTC).replace(tzinfo=None)


def from_utc(instant: datetime | None) -> datetime | None:
    """The reverse of ``to_utc``."""
    return None if instant is None else instant.replace(tzinfo=UTC)


def certain(instant: datetime) -> datetime:
    """``from_utc`` for a column that is never NULL."""
    return instant.replace(tzinfo=UTC)


def utc_day(instant: datetime) -> date:
    """The day in UTC."""
    return instant.astimezone(UTC).date()


def finite(number: Decimal) -> Decimal:
    """The number itself. Raises StorageError for NaN and the infinities, which no report can have printed."""
    if not number.is_finite():
        raise StorageError(f"{number} is no number that can be stored")
    return number


def to_decimal_text(number: Decimal | None) -> str | None:
    """As DECIMAL(38, 6) takes it: without an exponent, which DuckDB 1.5 misreads (1.5E+3 becomes 15).

    A number beyond the column is stored as its largest, one with more than six decimals is rounded: see ``fits``.
    """
    if number is None:
        return None
    if abs(finite(number)) >= LARGEST:
        return format(LARGEST.copy_sign(number), "f")
    return format(number.quantize(_STEP, context=_WIDE), "f")


def fits(number: Decimal | None) -> bool:
    """True when DECIMAL(38, 6) holds the number exactly. Others are kept exactly beside the column."""
    if number is None:
        return True
    if not number.is_finite() or abs(number) > LARGEST:
        return False
    return number == number.quantize(_STEP, context=_WIDE)


def from_decimal(number: Decimal | None) -> Decimal | None:
    """The shortest equal number: 1500 rather than 1500.000000."""
    if number is None:
        return None
    text = format(number, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def to_column(value: Any) -> Any:
    """A field of a record as its column takes it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return to_decimal_text(value)
    if isinstance(value, datetime):
        return to_utc(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return value
