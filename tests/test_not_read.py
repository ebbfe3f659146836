"""A language without tables: stored, said to be not read, never guessed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import archive_records
import pytest
from typer.testing import CliRunner, Result

from extractors.figures import find_figures
from extractors.quotes import find_quotes
from extractors.reports import read_report
from flows.__main__ import app
from flows.not_read import in_words, language_name, not_read
from flows.pipeline import Rules, file_page
from flows.pipeline.read import ReadPage
from flows.run import RunSummary
from news.records import Article
from storage import open_archive

NOON = datetime(2024, 12, 18, 12, tzinfo=UTC)
GERMAN = (
    "Bei dem Sturm an der Küste kamen mindestens 12 Menschen ums Leben, teilte das Innenministerium am Mittwoch mit. "
    "„So hoch stand das Wasser noch nie“, sagte der Bürgermeister, der mehr als 3.000 Haushalte ohne Strom zählte."
)
PAGE = f"""<!DOCTYPE html><html lang="de"><head><title>Sturm an der Küste</title>
<meta property="article:published_time" content="2024-12-18T09:30:00Z"></head><body><article>
<h1>Sturm an der Küste</h1><p>{GERMAN}</p><p>Die Aufräumarbeiten dauern nach Angaben der Feuerwehr noch Tage, weil
viele Straßen gesperrt sind und die Hilfskräfte die Dörfer im Hinterland bisher nur zu Fuß erreichen können.</p>
<p>Die Schulen bleiben bis zum Ende der Woche geschlossen, und in den Turnhallen stehen Feldbetten bereit.</p>
</article></body></html>"""


def _article(language: str = "de") -> Article:
    return Article(
        article_id="a-de", url="https://zeitung.example/sturm", outlet="Zeitung", title="Sturm an der Küste",
        text=GERMAN, published=NOON, first_seen=NOON, language=language,
    )  # fmt: skip


def _call(directory: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--settings", str(directory / "watch.yaml"), *arguments])


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    assert _call(tmp_path, "init", str(tmp_path)).exit_code == 0
    return tmp_path


@pytest.mark.parametrize("language", ["de", "fr", "zh", "xx"])
def test_nothing_is_guessed(language: str) -> None:
    assert find_figures(_article(language)) == []
    assert find_quotes(_article(language)) == []


def test_which_languages_are_not_read() -> None:
    assert not_read({"en": 9, "uk": 3, "ru": 2, "": 1, "fr": 1, "de": 4, "it": 0}) == {"de": 4, "fr": 1}
    assert in_words({"de": 4, "fr": 1}) == "4 in German, 1 in French"
    assert language_name("qq") == "qq"


def test_the_run_says_so() -> None:
    with open_archive() as archive:
        page = ReadPage(entry=archive_records.entry(), outcome=read_report(_article()))
        filed = file_page(archive, page, Rules(), NOON)
        assert archive.articles.languages() == {"de": 1}
        assert archive.articles.get("a-de").text == GERMAN
    assert (filed.outcome, filed.figures, filed.quotes, filed.not_read) == ("filed", 0, 0, "de")
    summary = RunSummary()
    summary.count(filed)
    summary.count(replace(filed, not_read=""))
    assert summary.not_read == {"de": 1}


def test_the_summary_line(capsys: pytest.CaptureFixture[str]) -> None:
    from flows.commands.run import _say

    _say(RunSummary(not_read={"de": 2}))
    assert "not read for figures and quotes: 2 in German." in capsys.readouterr().out


def test_status_says_so(desk: Path) -> None:
    report = archive_records.report("a1")
    with open_archive(desk / "tallywatch.duckdb") as archive:
        archive.file(report, source_story="", html=b"<p>")
        other = replace(report, article=_article(), figures=(), quotes=())
        archive.file(other, source_story="", html=b"<p>")
    assert "not read for figures and quotes: 1 in German." in _call(desk, "status").stdout
    assert json.loads(_call(desk, "status", "--json").stdout)["not_read"] == {"de": 1}


def test_status_is_silent_when_all_was_read(desk: Path) -> None:
    with open_archive(desk / "tallywatch.duckdb") as archive:
        archive.file(archive_records.report("a1"), source_story="", html=b"<p>")
    assert "not read" not in _call(desk, "status").stdout


def test_try_says_so(desk: Path) -> None:
    (desk / "page.html").write_text(PAGE, encoding="utf-8")
    shown = _call(desk, "try", str(desk / "page.html"), "--url", "https://zeitung.example/sturm")
    assert shown.exit_code == 0, shown.output
    assert "there are no tables for German" in shown.stdout and "Figures (" not in shown.stdout
