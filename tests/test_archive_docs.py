"""The queries of docs/archive.md run, on an archive opened for reading, and find what they promise."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from archive_records import NOON, conflict, figure, report

from storage import open_archive

DOCUMENT = (Path(__file__).parent.parent / "docs" / "archive.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", DOCUMENT, re.DOTALL)

EXPECTED = [
    ("said_by", ["the joint chiefs", "the joint chiefs"]),
    ("ratio", [Decimal("2.730000")]),
    ("surface", ["1,100"]),
    ("figures", [2]),
    ("outlet", ["Demo Post", "Demo Wire"]),
    ("outlet", ["Demo Post", "Demo Wire"]),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("archive") / "archive.duckdb"
    with open_archive(made) as archive:
        archive.file(report("a1"), source_story="kursk", html=b"page")
        changed = report("a1", text="Some 3,000 soldiers were killed.", figures=(figure(surface="3,000", amount=3000),))
        archive.file(changed, source_story="kursk", html=b"page")
        archive.file(report("a2", outlet="Demo Post"), source_story="kursk", html=b"page")
        archive.conflicts.add(conflict(), NOON)
    return made


def test_the_document_holds_as_many_queries_as_are_checked() -> None:
    assert len(QUERIES) == len(EXPECTED)


@pytest.mark.parametrize(("query", "expected"), list(zip(QUERIES, EXPECTED, strict=False)))
def test_a_documented_query_finds_what_it_promises(path: Path, query: str, expected: tuple[str, list[object]]) -> None:
    with open_archive(path, read_only=True) as archive:
        columns, rows = archive.query(query)
    name, values = expected
    assert [row[columns.index(name)] for row in rows] == values


def test_every_table_is_documented(path: Path) -> None:
    with open_archive(path, read_only=True) as archive:
        _, rows = archive.query("SELECT table_name FROM duckdb_tables()")
    assert [name for (name,) in rows if f"`{name}`" not in DOCUMENT] == []
