"""The archive as a file: migrations, damage, two processes, kill -9."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archive_records import NOON, conflict, entry, report

from news.errors import ArchiveBusy, StorageError
from storage import open_archive
from storage.connection import Database, connect
from storage.migrate import Migration, migrate, released

HERE = Path(__file__).parent

#: Files articles for ever, each with a conflict and an alert in one transaction, and says each number it was told done.
WRITER = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from archive_records import NOON, alert, conflict, entry, report
from storage import open_archive
name, count, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
for number in range(count):
    with open_archive(path) as archive, archive.transaction():
        one = f"{{name}}{{number}}"
        archive.entries.add([entry(one)], seen=NOON)
        archive.file(report(one), source_story="kursk", html=b"x" * 20000, shingles=range(0, 2**62, 2**55))
        archive.conflicts.add(conflict("C-" + one), NOON)
        archive.outbox.owe(alert("A-" + one, conflict_id="C-" + one), ["mail", "slack"])
        archive.entries.settle(entry(one), outcome="filed", at=NOON)
    print(number, flush=True)
"""

HOLDER = """
import sys
sys.path[:0] = [{root!r}]
from storage import open_archive
with open_archive(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""


def start(script: str, *arguments: str) -> subprocess.Popen[str]:
    code = script.format(root=str(HERE.parent), tests=str(HERE))
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )


def lines_of(process: subprocess.Popen[str]) -> list[int]:
    """What it still says until it ends."""
    return [int(line) for line in process.communicate()[0].split()]


# ------------------------------------------------------------------------------------------------ opening, migrating
def test_a_file_is_made_with_its_folder_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "archive.duckdb"
    with open_archive(path) as archive:
        archive.file(report(), source_story="kursk", html=b"page")
        before = archive.content_hash()
    with open_archive(str(path)) as archive:
        assert archive.content_hash() == before
    with open_archive(path, read_only=True) as archive:
        assert archive.content_hash() == before
        assert archive.articles.html("a1") == b"page"
        with pytest.raises(StorageError, match="read-only"):
            archive.entries.add([entry()], seen=NOON)


def test_migrations_are_applied_in_order_and_once(tmp_path: Path) -> None:
    later = Migration(
        9001, "9001_later.sql", "ALTER TABLE feeds ADD COLUMN colour VARCHAR; CREATE TABLE extra (a INTEGER);"
    )
    path = tmp_path / "archive.duckdb"
    with open_archive(path) as archive:
        archive.file(report(), source_story="", html=b"")
    database = Database(connect(path), str(path))
    migrate(database, [*released(), later], read_only=False)
    migrate(database, [*released(), later], read_only=False)
    names = database.rows("SELECT number, name FROM migrations ORDER BY number")
    assert names == [(1, "0001_archive.sql"), (9001, "9001_later.sql")]
    database.close()
    with pytest.raises(StorageError, match=r"newer release \(it has 9001_later.sql\): upgrade"), open_archive(path):
        pass


def test_a_migration_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    broken = Migration(9001, "9001_broken.sql", "CREATE TABLE extra (a INTEGER); CREATE TABLE feeds (a INTEGER);")
    database = Database(connect(path), str(path))
    with pytest.raises(StorageError):
        migrate(database, [*released(), broken], read_only=False)
    assert database.rows("SELECT * FROM duckdb_tables()") == []
    database.close()


def test_an_edited_migration_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    first = released()[0]
    edited = Migration(first.number, first.name, first.sql + "\n-- an afterthought\n")
    with open_archive(path):
        pass
    database = Database(connect(path), str(path))
    with pytest.raises(StorageError, match=r"another text of 0001_archive.sql: released migrations must not be edited"):
        migrate(database, [edited], read_only=False)
    database.close()


def test_an_old_layout_is_not_migrated_while_reading(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    with open_archive(path):
        pass
    later = Migration(9001, "9001_later.sql", "CREATE TABLE extra (a INTEGER)")
    database = Database(connect(path, read_only=True), str(path))
    with pytest.raises(StorageError, match="older layout"):
        migrate(database, [*released(), later], read_only=True)
    database.close()


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    database = Database(connect(path), str(path))
    database.run("CREATE TABLE invoices (a INTEGER)")
    database.close()
    with pytest.raises(StorageError, match=r"is no archive but holds other tables \(invoices\)"), open_archive(path):
        pass
    with pytest.raises(StorageError, match="is no archive"), open_archive(path, read_only=True):
        pass


# ------------------------------------------------------------------------------------------------------------ damage
def damaged(path: Path, kind: str) -> None:
    whole = path.read_bytes()
    path.write_bytes(
        {
            "text": b"not a database" * 400,
            "empty": b"",
            "cut": whole[: len(whole) // 2],
            "zeros": whole[:8192] + bytes(len(whole) - 8192),
        }[kind]
    )


@pytest.mark.parametrize("kind", ["text", "empty", "cut", "zeros"])
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "archive.duckdb"
    with open_archive(path) as archive:
        archive.file(report(), source_story="", html=b"page" * 9999)
    damaged(path, kind)
    with pytest.raises(StorageError, match=r"archive\.duckdb: .*restore a backup") as caught, open_archive(path):
        pass
    assert not caught.value.transient


def test_places_where_no_archive_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(StorageError, match="cannot make the folder"),
        open_archive(tmp_path / "file" / "archive.duckdb"),
    ):
        pass
    with pytest.raises(StorageError, match="it is a folder"), open_archive(tmp_path):
        pass
    with (
        pytest.raises(StorageError, match="there is no archive yet"),
        open_archive(tmp_path / "a.duckdb", read_only=True),
    ):
        pass
    with pytest.raises(StorageError, match="name a file"), open_archive(read_only=True):
        pass
    assert not (tmp_path / "a.duckdb").exists()


def test_a_page_that_no_longer_matches_its_hash_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    with open_archive(path) as archive:
        archive.file(report("a1"), source_story="", html=b"page")
        archive.file(report("a2"), source_story="", html=b"page")
    database = Database(connect(path), str(path))
    database.run("UPDATE raw_pages SET packed = 'rubbish'::BLOB WHERE article_id = 'a1'")
    database.run("UPDATE raw_pages SET sha256 = 'other' WHERE article_id = 'a2'")
    database.close()
    with open_archive(path, read_only=True) as archive:
        for name in ("a1", "a2"):
            with pytest.raises(StorageError, match=f"stored page of article {name}, version 1 is damaged"):
                archive.articles.html(name)


# --------------------------------------------------------------------------------------------------------- processes
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_in_use_is_busy_after_patience(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "archive.duckdb"
    holder = start(HOLDER, str(path))
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    try:
        with pytest.raises(ArchiveBusy, match="another process holds the archive") as caught:  # noqa: SIM117
            with open_archive(path, read_only=read_only, patience=0.3):
                pass
        assert caught.value.transient
    finally:
        holder.communicate("")
    with open_archive(path, read_only=read_only, patience=0) as archive:
        assert archive.snapshot_counts()["articles"] == 0


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    writers = [start(WRITER, name, "8", str(path)) for name in ("left", "right")]
    assert [lines_of(writer) for writer in writers] == [list(range(8))] * 2
    assert [writer.returncode for writer in writers] == [0, 0]
    with open_archive(path) as archive:
        counts = archive.snapshot_counts()
        expected = {"articles": 16, "versions": 16, "figures": 16, "quotes": 16, "conflicts": 16, "alerts_owed": 32}
        assert {name: counts[name] for name in expected} == expected


def test_kill_9_leaves_whole_articles_only(tmp_path: Path) -> None:
    path = tmp_path / "archive.duckdb"
    chance = random.Random(7)  # noqa: S311
    done = 0
    for round_ in range(10):
        writer = start(WRITER, f"round{round_}-", "1000", str(path))
        assert writer.stdout is not None
        for _ in range(chance.randint(0, 3)):
            writer.stdout.readline()
            done += 1
        time.sleep(chance.uniform(0, 0.12) if round_ else 0.3)
        writer.kill()
        done += len(lines_of(writer))
        with open_archive(path) as archive:
            counts = archive.snapshot_counts()
            wholes = {counts[name] for name in ("articles", "versions", "raw_pages", "figures", "quotes", "conflicts")}
            assert len(wholes) == 1
            (articles,) = wholes
            assert articles == counts["alerts"] == counts["alerts_owed"] / 2 == counts.get("entries_filed", 0)
            assert counts.get("entries_pending", 0) == 0
            assert len(archive.claims.about(report("asked"), story="kursk")) == articles
            # What was said to be done is there; one more may have been committed and not said in each round.
            assert done <= articles <= done + round_ + 1
    assert done > 0


def test_what_was_interrupted_can_be_run_again(tmp_path: Path) -> None:
    """The same calls twice, in two openings, leave what one call leaves."""
    path = tmp_path / "archive.duckdb"
    hashes = []
    for _ in range(2):
        with open_archive(path) as archive, archive.transaction():
            archive.entries.add([entry("a1")], seen=NOON)
            archive.file(report("a1"), source_story="kursk", html=b"page", shingles=range(64))
            archive.conflicts.add(conflict(), NOON)
            archive.conflicts.judged([conflict().verdict], NOON)
            archive.entries.settle(entry("a1"), outcome="filed", at=NOON)
            hashes.append((archive.content_hash(), archive.snapshot_counts()))
    assert hashes[0] == hashes[1]
