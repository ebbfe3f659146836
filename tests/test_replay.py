"""The replay on a handful of pages of our own: every page accounted for, alerts with both sentences, exit codes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.replay import main
from benchmarks.replay_web import load_pages, serve_pages

_BACKGROUND = (
    "The river has risen since the weekend, and the water reached the old market on Monday night. "
    "Schools in the valley stay closed, and buses run on the northern bank only. "
    "Farmers moved their cattle to higher ground with the help of volunteers from the neighbouring towns."
)


def _page(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (*paragraphs, _BACKGROUND))
    head = f"<html lang='en'><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


PAGES: list[dict[str, str | None]] = [
    {
        "url": "https://gazette.example/flood?id=7&page=2#top",
        "title": "Floods in Tarn valley",
        "date": "2025-03-04",
        "html": _page("Floods in Tarn valley", "At least 12 people were killed in the floods, the fire service said."),
    },
    {
        "url": "https://tribune.example/новини/повінь",
        "date": "2025-03-05T08:00:00Z",
        "html": _page("A bridge gives way", "The bridge carried 4,000 cars a day, the mayor said on Tuesday."),
    },
    {"url": "https://short.example/", "title": None, "date": "soon", "html": "<p>Loading"},
    {"url": "https://odd.example/a b", "html": "<html>\x00\ufffe<script>" + "<div>" * 3000},
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "own-dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(page) + "\n" for page in PAGES)
    return tmp_path


def test_every_page_is_accounted_for(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "kept.duckdb"
    assert main(["--data", str(data), "--json", "--keep", str(archive)]) == 0
    tally = json.loads(capsys.readouterr().out)
    assert tally["pages"] == sum(tally["outcomes"].values()) == 4
    assert tally["outcomes"]["filed"] == 2
    assert (tally["crashes"], tally["lost"], tally["errors"]) == ({}, [], [])
    assert tally["figures"] >= 2
    assert sum(tally["reasons"].values()) == 2
    assert archive.exists()


def test_an_archive_is_not_overwritten(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "kept.duckdb"
    kept.write_text("precious", encoding="utf-8")
    assert main(["--data", str(data), "--keep", str(kept)]) == 2
    assert "kept.duckdb exists already" in capsys.readouterr().err
    assert kept.read_text(encoding="utf-8") == "precious"


def test_absent_data_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "nowhere")]) == 2
    assert "there is nothing to replay" in capsys.readouterr().err


def test_a_limit_takes_pages_from_the_whole_set(data: Path) -> None:
    assert [page.url for page in load_pages(data, 2)] == [PAGES[0]["url"], PAGES[2]["url"]]


def test_addresses_keep_host_and_path(data: Path) -> None:
    pages = load_pages(data)
    assert pages[0].path == "/0/gazette.example/flood?id=7&page=2"
    assert pages[1].path.startswith("/1/tribune.example/%D0%BD")
    assert len({page.path for page in pages}) == 4


def test_feeds_hold_fifty_pages_each(data: Path) -> None:
    pages = load_pages(data) * 26  # 104 of them
    with serve_pages(pages) as (base_url, feeds):
        assert base_url.startswith("http://127.0.0.1:")
        assert [feed.rpartition("/")[2] for feed in feeds] == ["0.xml", "1.xml", "2.xml"]
