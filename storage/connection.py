"""The one door to DuckDB: opening a file with patience, errors in our own words, values made safe to bind.

SQL text is written in this package and nowhere else; every value travels as a parameter. Connections cannot touch
files or the network (``enable_external_access`` off, configuration locked), so neither stored text nor an analyst's
query can.
"""

# ruff: noqa: S608 - statements are put together from constants of this package; every value is bound

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb

from news.errors import ArchiveBusy, StorageError

#: Where an archive without a file is kept, in messages and for DuckDB.
MEMORY = ":memory:"

_FIRST_WAIT, _LONGEST_WAIT = 0.005, 0.25  # seconds between two tries to open; measured fair among four writers
_BUSY = ("Could not set lock", "Conflicting lock", "different configuration")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "lock_configuration": True,
}

#: (words of DuckDB's message, what to do about it); the first that occurs is shown.
_ADVICE = (
    ("not a valid DuckDB database", "it is no archive or was damaged: move it away and restore a backup"),
    ("we can only read versions", "it was written by another DuckDB release: upgrade Tallywatch, or export it there"),
    ("Could not read enough bytes", "the file was cut short: move it away and restore a backup"),
    ("Corrupt database", "the file is damaged: move it away and restore a backup"),
    ("checksum", "the file is damaged: move it away and restore a backup"),
    ("No space left", "the disk is full: free some space and run again, nothing was half written"),
    ("Read-only file system", "the disk is mounted read-only: choose another folder"),
    ("Permission denied", "this user may not write there: choose another folder or change its permissions"),
    ("Out of Memory", "too little memory: close other programs or read fewer rows"),
    ("Is a directory", "it is a folder: name a file inside it"),
    ("database does not exist", "there is no archive yet: run the pipeline once, or name another file"),
    ("read-only mode", "the archive was opened for reading only: open it for writing"),
)


@contextmanager
def translating(where: str, doing: str = "use") -> Iterator[None]:
    """Turn DuckDB's errors into StorageError, or ArchiveBusy when a later try can succeed.

    ``where`` is the archive's path, ``doing`` the verb of the message.
    """
    try:
        yield
    except duckdb.Error as error:
        raise _translated(error, where, doing) from error


def _translated(error: duckdb.Error, where: str, doing: str) -> StorageError:
    words = str(error)
    first_line = words.strip().split("\n", 1)[0]
    if any(sign in words for sign in _BUSY):
        return ArchiveBusy(f"another process holds the archive {where}: try again when it has finished")
    if isinstance(error, duckdb.TransactionException) and "onflict" in words:
        return ArchiveBusy(f"another writer changed the archive {where} at the same time: try again")
    advice = next((advice for sign, advice in _ADVICE if sign in words), "")
    message = f"cannot {doing} the archive {where}: {advice or first_line}"
    return StorageError(f"{message} ({first_line})" if advice else message)


def connect(path: Path | None, *, read_only: bool = False, patience: float = 30.0) -> duckdb.DuckDBPyConnection:
    """Open the DuckDB file, or memory when ``path`` is None, waiting up to ``patience`` seconds for its lock.

    Raises ArchiveBusy when another process still holds it then, StorageError when it cannot be opened at all.
    """
    where = MEMORY if path is None else str(path)
    deadline = time.monotonic() + patience
    wait = _FIRST_WAIT
    while True:
        try:
            with translating(where, "open"):
                return duckdb.connect(where, read_only=read_only, config=_CONFIG)
        except ArchiveBusy:
            if time.monotonic() >= deadline:
                raise
            time.sleep(random.uniform(_FIRST_WAIT, wait))  # noqa: S311 - spreads writers, no secret
            wait = min(wait * 2, _LONGEST_WAIT)


def bindable(value: Any) -> Any:
    """The value as DuckDB takes it: a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD (same length)."""
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATES.sub("\ufffd", value)
    if isinstance(value, list):
        return [bindable(item) for item in value]
    if isinstance(value, dict):
        return {key: bindable(item) for key, item in value.items()}
    return value


def as_list(values: Iterable[Any]) -> str:
    """Many values as one parameter, for ``members``."""
    return json.dumps(list(values), ensure_ascii=False, default=str)


def members(kind: str) -> str:
    """SQL for ``x IN ...`` with one parameter, made by ``as_list``. ``kind``: SQL type of the values."""
    return f"(SELECT unnest(from_json(?, '[\"{kind}\"]')))"


class Database:
    """A connection that binds, translates and counts transactions. Not for use by two threads at once."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, where: str) -> None:
        self._connection = connection
        self._depth = 0
        self._doomed = False
        self.where = where

    def close(self) -> None:
        """Give the file back; an open transaction is rolled back."""
        with translating(self.where, "close"):
            self._connection.close()

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Execute one statement with ``?`` parameters."""
        with translating(self.where):
            self._connection.execute(sql, [bindable(value) for value in values])

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with translating(self.where):
            return self._connection.execute(sql, [bindable(value) for value in values]).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, None when there is none."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def insert(self, table: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        """Insert ``rows``, whose values follow ``columns`` (name -> SQL type), in one statement.

        All rows travel as one JSON parameter: DuckDB 1.5 needs 0.1 ms to bind one value, so an article of forty
        figures would take a quarter of a second with a parameter a value, and takes ten milliseconds so.
        """
        if not rows:
            return
        names = ", ".join(f'"{name}"' for name in columns)
        fields = ", ".join(f'r."{name}"' for name in columns)
        shape = json.dumps([columns])
        # Names and types are constants of this package; values are bound.
        sql = f"INSERT INTO {table} ({names}) SELECT {fields} FROM (SELECT unnest(from_json(?, '{shape}')) AS r)"
        self.run(sql, [as_list([dict(zip(columns, row, strict=True)) for row in rows])])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit at the end or leave no trace. Used inside another one it joins that: only the outermost commits.

        A failure inside a joined one dooms the whole, even when somebody in between catches it: the outermost then
        raises StorageError instead of committing half.
        """
        if self._depth:
            yield from self._joined()
            return
        with translating(self.where):
            self._connection.execute("BEGIN")
        self._depth, self._doomed = 1, False
        try:
            yield
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0
        if self._doomed:
            self._roll_back()
            raise StorageError(f"nothing was written to the archive {self.where}: an earlier step of it failed")
        with translating(self.where, "write to"):
            self._connection.execute("COMMIT")

    def _joined(self) -> Iterator[None]:
        self._depth += 1
        try:
            yield
        except BaseException:
            self._doomed = True
            raise
        finally:
            self._depth -= 1

    def _roll_back(self) -> None:
        with suppress(duckdb.Error):  # DuckDB may have done so itself; the cause is already on its way up
            self._connection.execute("ROLLBACK")

    def query(self, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
        """One SELECT by a person, which can neither write nor reach files. See ``Archive.query``."""
        with translating(self.where, "query"):
            statements = self._connection.extract_statements(sql)
        readable = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
        if len(statements) != 1 or statements[0].type not in readable:
            raise StorageError("only one SELECT statement can be run on the archive")
        cursor = self._connection.cursor()
        try:
            with translating(self.where, "query"):
                cursor.execute("BEGIN TRANSACTION READ ONLY")
                cursor.execute(sql)
                columns = [column[0] for column in cursor.description or ()]
                return columns, cursor.fetchall()
        finally:
            cursor.close()
