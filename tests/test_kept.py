"""Pages are written again only when there is something new to write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders import SEOUL, SERIES, UNIT, ZELENSKY, at, conflict

from news.records import Unused
from pages.kept import FOLDER, story_digest
from pages.site import write_site
from pages.story import Story

FIRST = conflict(SEOUL, ZELENSKY)


def story() -> Story:
    return Story(name="kursk", title="Kursk", claims=SERIES, conflicts=[FIRST])


def charts(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (site / FOLDER / "charts").iterdir()}


def test_an_unchanged_story_is_left_alone_and_a_changed_one_is_written(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    page = tmp_path / "stories" / "kursk.html"
    page.write_bytes(b"untouched")
    write_site([story()], tmp_path, generated=at(2))
    assert page.read_bytes() == b"untouched"
    write_site([replace(story(), title="Kursk Oblast")], tmp_path, generated=at(3))
    assert b"Kursk Oblast" in page.read_bytes()


def test_a_missing_page_is_written_again(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    for path in [*tmp_path.glob("conflicts/*.html"), *tmp_path.glob("data/kursk-1.*")]:
        before = path.read_bytes()
        path.unlink()
        write_site([story()], tmp_path, generated=at(1))
        assert path.read_bytes() == before


def test_a_chart_is_drawn_once_for_the_same_points(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    for path in (tmp_path / FOLDER / "charts").glob("*.png"):
        path.write_bytes(b"drawn before")
    write_site([replace(story(), title="Another title")], tmp_path, generated=at(1))
    assert (tmp_path / "data" / "kursk-1.png").read_bytes() == b"drawn before"


def test_drawings_that_nothing_shows_are_removed(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    before = charts(tmp_path)
    write_site([replace(story(), claims=SERIES[:3], conflicts=[])], tmp_path, generated=at(1))
    assert not before.keys() & charts(tmp_path).keys()
    write_site([story()], tmp_path, generated=at(1))
    assert charts(tmp_path) == before


def test_a_damaged_record_costs_only_time(tmp_path: Path) -> None:
    write_site([story()], tmp_path, generated=at(1))
    record = tmp_path / FOLDER / "kursk.json"
    good = record.read_bytes()
    record.write_bytes(good[:40])
    write_site([story()], tmp_path, generated=at(1))
    assert record.read_bytes() == good


def test_the_digest_sees_every_change_but_not_the_order() -> None:
    one = story()
    assert story_digest(replace(one, claims=tuple(reversed(one.claims)))) == story_digest(one)
    figure = replace(one.claims[0].figure, statuses=frozenset({"killed", "wounded", "missing"}), preliminary=True)
    for other in (
        replace(one, title="Other"),
        replace(one, conflicts=[]),
        replace(one, claims=one.claims[1:]),
        replace(one, claims=[replace(one.claims[0], figure=figure), *one.claims[1:]]),
        replace(one, excluded=[Unused(claim=UNIT, reason="one unit alone")]),
    ):
        assert story_digest(other) != story_digest(one)
