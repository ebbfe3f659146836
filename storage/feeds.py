"""What we remember of each feed between two polls."""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import datetime

from storage.connection import Database
from storage.convert import from_utc, to_column


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """``first_polled`` is None until the first successful poll (what it brought is seeded silently). ``failures`` are
    in a row. ``moved_to``: the permanent redirect last seen, "" none. ``retired``: the server said it is gone for good.
    ``entries_seen``: how many entries it ever brought."""

    url: str
    etag: str = ""
    last_modified: str = ""
    first_polled: datetime | None = None
    last_polled: datetime | None = None
    last_success: datetime | None = None
    next_poll: datetime | None = None
    failures: int = 0
    last_error: str = ""
    moved_to: str = ""
    retired: bool = False
    entries_seen: int = 0


_COLUMNS = (
    "url, etag, last_modified, first_polled, last_polled, last_success, next_poll, failures, last_error, moved_to, "
    "retired, entries_seen"
)


class Feeds:
    """The table ``feeds``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, url: str) -> FeedState:
        """The stored state; a fresh one for a feed that was never polled."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM feeds WHERE url = ?", [url])
        return FeedState(url=url) if row is None else _state(row)

    def save(self, state: FeedState) -> None:
        """Store the state in place of what was there."""
        places = ", ".join("?" * len(_COLUMNS.split(", ")))
        values = [to_column(value) for value in astuple(state)]
        self._database.run(f"INSERT OR REPLACE INTO feeds ({_COLUMNS}) VALUES ({places})", values)

    def all(self) -> list[FeedState]:
        """Every feed that was ever polled, by URL."""
        return [_state(row) for row in self._database.rows(f"SELECT {_COLUMNS} FROM feeds ORDER BY url")]


def _state(row: tuple[object, ...]) -> FeedState:
    values = [from_utc(value) if isinstance(value, datetime) else value for value in row]
    return FeedState(**dict(zip(_COLUMNS.split(", "), values, strict=True)))  # type: ignore[arg-type]
