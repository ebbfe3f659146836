"""Bringing a file's tables up to this release: numbered SQL files, each applied once and remembered by checksum."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from news.errors import StorageError
from storage.connection import Database

_FILE = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step. ``checksum``: SHA-256 of the SQL with plain line ends."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.sql.encode()).hexdigest()


def released() -> list[Migration]:
    """The migrations that this release knows, in order."""
    found = []
    for file in (resources.files("storage") / "migrations").iterdir():
        if match := _FILE.fullmatch(file.name):
            sql = file.read_text(encoding="utf-8").replace("\r\n", "\n")
            found.append(Migration(int(match[1]), file.name, sql))
    return sorted(found, key=lambda migration: migration.number)


def migrate(database: Database, migrations: Sequence[Migration], *, read_only: bool) -> None:
    """Apply what is missing, all in one transaction.

    Raises StorageError for a file that is no archive, that a newer release wrote, whose applied migrations differ from
    the released ones, or that would need a migration while it is open for reading only.
    """
    applied = _applied(database)
    if applied is None:
        applied = {}
        _require_empty(database)
    _compare(database.where, applied, migrations)
    missing = [migration for migration in migrations if migration.number not in applied]
    if not missing:
        return
    if read_only:
        raise StorageError(
            f"the archive {database.where} has an older layout than this release reads: "
            "open it once for writing (run the pipeline) to bring it up to date"
        )
    with database.transaction():
        if not applied:
            database.run(
                "CREATE TABLE IF NOT EXISTS migrations "
                "(number INTEGER PRIMARY KEY, name VARCHAR NOT NULL, checksum VARCHAR NOT NULL)"
            )
        for migration in missing:
            database.run(migration.sql)
            database.run("INSERT INTO migrations VALUES (?, ?, ?)", _row(migration))


def _row(migration: Migration) -> tuple[int, str, str]:
    return migration.number, migration.name, migration.checksum


def _applied(database: Database) -> dict[int, tuple[str, str]] | None:
    """number -> (name, checksum), None when the file has never been migrated."""
    if not database.rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'migrations'"):
        return None
    rows = database.rows("SELECT number, name, checksum FROM migrations")
    return {number: (name, checksum) for number, name, checksum in rows}


def _require_empty(database: Database) -> None:
    if tables := database.rows("SELECT table_name FROM duckdb_tables() LIMIT 3"):
        names = ", ".join(name for (name,) in tables)
        raise StorageError(f"{database.where} is no archive but holds other tables ({names}): name another file")


def _compare(where: str, applied: dict[int, tuple[str, str]], migrations: Sequence[Migration]) -> None:
    known = {migration.number: migration for migration in migrations}
    for number, (name, checksum) in sorted(applied.items()):
        if number not in known:
            raise StorageError(
                f"the archive {where} was written by a newer release (it has {name}): upgrade Tallywatch"
            )
        if known[number].checksum != checksum:
            raise StorageError(
                f"the archive {where} was made with another text of {name}: released migrations must not be edited; "
                "install the release that wrote it, or restore that file"
            )
