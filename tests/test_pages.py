from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from browser import chromium, measure
from bs4 import BeautifulSoup
from builders import AGAIN, KILLED, SERIES, UNIT, ZELENSKY, at, claim, conflict, quoted, value
from hostile import ALL, SCRIPT, hostile

from news.records import Settlement
from pages import Quoted, Story, conflict_path, story_path, write_site
from pages.site import write_file
from pages.story import edits_of, measures_of

EDITED = claim(
    "sof-70",
    value(70),
    "One special operations unit said its fighters had killed 70 North Koreans in three days.",
    "70",
    said=at(18, 9),
    by="Ukraine's Special Operations Forces",
    statuses=frozenset({"killed"}),
    predicate="killed",
    counted="North Koreans",
    window="in three days",
    version=2,
    article="sof-50",
)
FIRST, AGAIN_CONFLICT = conflict(), conflict(*AGAIN, number="0a1b2c3d", thread="C-7f3a11c2")


def story() -> Story:
    quote, source = quoted("“Our reading is a cautious one.”", "lawmaker Lee")
    return Story(
        name="kursk",
        title="North Korean losses in Kursk Oblast",
        claims=[*SERIES, UNIT, EDITED, KILLED],
        conflicts=[FIRST, AGAIN_CONFLICT],
        quotes=[Quoted(quote=quote, source=source)],
        excluded=FIRST.unused,
    )


def hostile_story() -> Story:
    bad = hostile(ZELENSKY)
    quote, source = quoted(ALL, ALL)
    worst = replace(FIRST, later=bad, measure=ALL, conflict_id="../../etc/passwd")
    return Story(
        name="../../../tmp/<script>",
        title=ALL,
        claims=[bad, *SERIES[:2]],
        conflicts=[worst],
        quotes=[Quoted(quote=quote, source=replace(source, url="javascript:alert(1)", outlet=ALL))],
        excluded=tuple(replace(unused, claim=hostile(unused.claim), reason=ALL) for unused in FIRST.unused),
    )


def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "lxml")


def files(directory: Path) -> dict[str, bytes]:
    return {str(p.relative_to(directory)): p.read_bytes() for p in directory.rglob("*") if p.is_file()}


def test_the_site_has_an_index_a_story_and_its_conflicts(tmp_path: Path) -> None:
    index = write_site([story()], tmp_path / "site", generated=at(14, month=1))
    assert index == tmp_path / "site" / "index.html"
    assert {name for name in files(tmp_path / "site") if name.endswith(".html")} == {
        "index.html",
        "stories/kursk.html",
        "conflicts/c-7f3a11c2.html",
        "conflicts/c-0a1b2c3d.html",
    }
    assert (story_path("kursk"), conflict_path("C-7f3a11c2")) == ("stories/kursk.html", "conflicts/c-7f3a11c2.html")
    assert "Made 14 Jan 2025, 12:00 UTC." in page(index).get_text()


def test_a_resolved_conflict_and_what_people_said_of_it(tmp_path: Path) -> None:
    now = replace(SERIES[-1], figure=replace(SERIES[-1].figure, figure_id="F-now", value=ZELENSKY.figure.value))
    settled = replace(FIRST, settlement=Settlement(by=now, other=ZELENSKY, reason="Seoul now gives as much"))
    told = replace(story(), conflicts=[settled], decisions={settled.conflict_id: "confirmed"})
    write_site([told], tmp_path, generated=at(1))
    for name in ("index.html", "stories/kursk.html", "conflicts/c-7f3a11c2.html"):
        text = re.sub(r"\s+", " ", page(tmp_path / name).get_text())
        assert "Conflict, resolved, confirmed" in text
        assert "Seoul now gives as much" in text
    assert "How it was resolved" in text and "Agrees with" in text


def test_the_story_page_tells_what_we_knew_on_which_day(tmp_path: Path) -> None:
    write_site([replace(story(), claims=[*SERIES, KILLED], earlier=[UNIT])], tmp_path, generated=at(1))
    soup = page(tmp_path / "stories" / "kursk.html")
    (days,) = [one for one in soup.find_all("details") if "What we knew" in one.get_text()][:1]
    rows = [re.sub(r"\s+", " ", row.get_text(" ")) for row in days.find_all("tr")][1:]
    seen = sorted({claim.source.first_seen.date() for claim in SERIES})
    assert len(rows) >= len(seen) - 1
    (that_day,) = [row for row in rows if row.strip().startswith("23 Dec 2024")]
    assert "about 1,100" in that_day and "> 3,000" in that_day


def test_every_link_within_the_site_leads_somewhere(tmp_path: Path) -> None:
    write_site([story(), hostile_story()], tmp_path, generated=at(1))
    for path in tmp_path.rglob("*.html"):
        for link in page(path).find_all("a"):
            target = str(link["href"])
            if not target.startswith("https://"):
                assert (path.parent / target).resolve().is_file(), f"{path.name}: {target}"


def test_the_story_page_tells_the_story(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    soup = page(tmp_path / "stories" / "kursk.html")
    text = re.sub(r"\s+", " ", soup.get_text())
    for words in (
        "11 figures, 6 speakers, 4 outlets",
        "> 3,000 Volodymyr Zelensky conflicts with about 1,100 South Korea's Joint Chiefs of Staff",
        "North Korean soldiers killed or wounded, Kursk Oblast",
        "as of 14 Dec 2024",
        "Looked at and left out: 3",
        "counts three days of one unit only",
        "“Our reading is a cautious one.”lawmaker Lee",
        "5070 (version 1 to 2)",
    ):
        assert words in text
    assert [mark.get_text() for mark in soup.find("table").find_all("mark")] == [  # type: ignore[union-attr]
        claim.figure.surface for claim in sorted(SERIES, key=lambda c: c.source.published)
    ]
    first = soup.find("svg")
    assert first is not None
    assert "conflicts with" in str(first["aria-label"])


def test_the_conflict_page_shows_both_sides(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    text = re.sub(r"\s+", " ", page(tmp_path / "conflicts" / "c-7f3a11c2.html").get_text())
    for words in (
        "The new figure is at least about 1,900 more (+173%).",
        ZELENSKY.sentence,
        "said 23 Dec 2024, 02:10 UTC",
        "do not meet",
        "Not used (3)",
        "tallywatch verdict C-7f3a11c2 dismiss --why window",
    ):
        assert words in text


def test_conflicting_claims_share_a_chart_and_windows_do_not_join_totals() -> None:
    measures = measures_of(story())
    assert measures[0].words == "North Korean soldiers killed or wounded, Kursk Oblast"
    assert {claim.figure.figure_id for claim in measures[0].claims} == {claim.figure.figure_id for claim in SERIES}
    assert [len(measure.links) for measure in measures][:1] == [2]
    assert all(UNIT not in measure.claims for measure in measures[:1])
    assert sum(len(measure.claims) for measure in measures) == 11


def test_a_silent_edit_is_seen() -> None:
    [edit] = edits_of([UNIT, EDITED, *SERIES])
    assert edit.steps == ((1, "50"), (2, "70"))
    assert edits_of([UNIT, replace(UNIT, source=replace(UNIT.source, version=2))]) == []


def test_the_exports_hold_exactly_what_is_shown(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    raw = (tmp_path / "data" / "kursk.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    data = json.loads((tmp_path / "data" / "kursk.json").read_bytes())
    assert [row["figure_id"] for row in rows] == [row["figure_id"] for row in data["figures"]]
    assert {row["figure_id"] for row in rows if row["drawn"] == "yes"} >= {c.figure.figure_id for c in SERIES}
    zelensky = next(row for row in rows if row["figure_id"] == "F-zelensky-3000")
    assert (zelensky["low"], zelensky["high"], zelensky["hedge"]) == ("3000", "", "more_than")
    assert (zelensky["said_at"], zelensky["conflicts"]) == ("2024-12-23T18:04:00+00:00", "C-7f3a11c2")
    assert [one["reason"] for one in data["excluded"]] == [unused.reason for unused in FIRST.unused]
    assert {"kursk-1.svg", "kursk-1.png"} <= {path.name for path in (tmp_path / "data").iterdir()}


def test_a_spreadsheet_runs_nothing(tmp_path: Path) -> None:
    trap = claim("trap", value(5), "=HYPERLINK(5)", "5", said=at(3), by="@SUM(A1)", outlet="+1", title="-2")
    write_site([Story(name="trap", title="Trap", claims=[trap])], tmp_path, generated=at(1))
    [row] = csv.DictReader(io.StringIO((tmp_path / "data" / "trap.csv").read_text("utf-8-sig"), newline=""))
    assert (row["sentence"], row["said_by"], row["outlet"], row["title"]) == (
        *("'=HYPERLINK(5)", "'@SUM(A1)", "'+1", "'-2"),
    )
    [figure] = json.loads((tmp_path / "data" / "trap.json").read_bytes())["figures"]
    assert figure["sentence"] == "=HYPERLINK(5)"


def test_writing_again_changes_no_byte_and_touches_no_file(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    before, times = files(tmp_path), {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()}
    write_site([story()], tmp_path, generated=at(1))
    assert files(tmp_path) == before
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()} == times
    write_site([story()], tmp_path, generated=at(1) + timedelta(hours=1))
    after = files(tmp_path)
    assert [name for name in after if after[name] != before[name]] == ["index.html"]


def test_the_order_of_claims_does_not_matter(tmp_path: Path) -> None:
    one = story()
    other = replace(one, claims=list(reversed(one.claims)), conflicts=list(reversed(one.conflicts)))
    write_site([one], tmp_path / "a", generated=at(1))
    write_site([other], tmp_path / "b", generated=at(1))
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_a_file_is_replaced_whole_and_no_scrap_is_left(tmp_path: Path) -> None:
    path = write_file(tmp_path / "deep" / "page.html", b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError):
        write_file(tmp_path / "taken", b"x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["deep", "taken"]


def test_hostile_text_stays_text_and_files_stay_in_the_directory(tmp_path: Path) -> None:
    site = tmp_path / "inner" / "site"
    write_site([hostile_story()], site, generated=at(1))
    assert all(site in path.parents for path in tmp_path.rglob("*") if path.is_file())
    for path in site.rglob("*.html"):
        soup = page(path)
        assert not soup.find_all(["script", "img", "iframe", "object", "form", "link"])
        assert not [name for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")]
        assert not [a for a in soup.find_all("a") if str(a["href"]).startswith(("javascript", "data", "//"))]
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", path.read_text())
    assert SCRIPT.split(">")[0] in page(next(site.glob("stories/*.html"))).get_text()


def test_nothing_comes_from_elsewhere(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    for path in tmp_path.rglob("*.html"):
        soup = page(path)
        assert "default-src 'none'" in str(soup.find("meta", {"http-equiv": "Content-Security-Policy"}))
        assert not re.search(r"@import|url\((?!#)", path.read_text())
        assert not [tag for tag in soup.find_all(True) if tag.get("src")]


def test_an_empty_site_says_what_to_do(tmp_path: Path) -> None:
    text = page(write_site([], tmp_path, generated=at(1))).get_text()
    assert "No number contradicts another so far." in text
    assert "Add one to watch.yaml." in text


# ------------------------------------------------------------------------------------------------------- browser
@pytest.mark.browser
def test_a_browser_reads_the_story_page(tmp_path: Path) -> None:
    write_site([story(), hostile_story()], tmp_path / "site", generated=at(1))
    soup = BeautifulSoup(chromium(tmp_path, "--dump-dom", (tmp_path / "site/stories/kursk.html").as_uri()), "lxml")
    assert soup.title is not None
    assert soup.title.get_text() == "North Korean losses in Kursk Oblast · Tallywatch"
    assert len(soup.find_all("svg")) >= 2
    bad = next((tmp_path / "site").glob("stories/*-*.html"))
    assert not BeautifulSoup(chromium(tmp_path, "--dump-dom", bad.as_uri()), "lxml").find_all(["script", "img"])


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index.html", "stories/kursk.html", "conflicts/c-7f3a11c2.html"])
def test_a_phone_needs_no_sideways_scrolling(tmp_path: Path, name: str) -> None:
    write_site([story()], tmp_path / "site", generated=at(1))
    measured = measure(tmp_path / "site" / name, 360, tmp_path)
    assert measured["width"] <= 360
    if name != "index.html":
        assert measured["charts"] >= 1  # the narrow drawing alone is shown,
        assert measured["scale"] >= 0.9  # at nearly its own size: text stays readable
