"""The demo web over real HTTP: what is there on a day, validators, robots, charsets."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx2
import pytest
from protego import Protego

from flows.demo_server import DEMO_WEB, DemoWeb, Resource, serve_demo

WEB = DemoWeb()
ALL = [*WEB.feeds, *WEB.pages]


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    with serve_demo() as address:
        yield address


def test_the_web_is_large_enough_and_spans_the_story() -> None:
    assert len(WEB.pages) >= 16
    assert len(WEB.feeds) >= 3
    assert WEB.days[0] == date(2024, 12, 15)
    assert WEB.days[-1] == date(2025, 1, 22)
    assert date(2024, 12, 23) in WEB.days


def test_every_file_of_the_folder_is_in_the_index() -> None:
    """A page that nobody serves would be dead weight in every installation."""
    listed = {resource.file for resource in WEB.resources.values() if resource.file is not None}
    extra = {DEMO_WEB / name for name in ("web.toml", "watch.yaml", "expected.toml")}
    files = {path for path in DEMO_WEB.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert files - extra == listed


@pytest.mark.parametrize("resource", ALL, ids=lambda resource: str(resource.path))
def test_every_address_answers(base_url: str, resource: Resource) -> None:
    answer = httpx2.get(base_url + resource.path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == resource.content_type
    assert b"{{" not in answer.content
    assert answer.headers["etag"]


@pytest.mark.parametrize("resource", ALL, ids=lambda resource: str(resource.path))
def test_what_has_not_changed_answers_304(base_url: str, resource: Resource) -> None:
    first = httpx2.get(base_url + resource.path)
    by_tag = httpx2.get(base_url + resource.path, headers={"If-None-Match": first.headers["etag"]})
    by_day = httpx2.get(base_url + resource.path, headers={"If-Modified-Since": first.headers["last-modified"]})
    assert (by_tag.status_code, by_tag.content) == (304, b"")
    assert (by_day.status_code, by_day.content) == (304, b"")


def test_a_new_entry_changes_the_feed() -> None:
    web = DemoWeb(today=date(2024, 12, 15))
    with serve_demo(web) as base_url:
        first = httpx2.get(f"{base_url}/wire/feed.xml")
        known = {"If-None-Match": first.headers["etag"], "If-Modified-Since": first.headers["last-modified"]}
        web.today = date(2024, 12, 16)
        assert httpx2.get(f"{base_url}/wire/feed.xml", headers=known).status_code == 304
        web.today = date(2024, 12, 17)
        second = httpx2.get(f"{base_url}/wire/feed.xml", headers=known)
    assert first.text.count("<item>") == 1
    assert (second.status_code, second.text.count("<item>")) == (200, 2)
    assert "Tue, 17 Dec 2024" in second.headers["last-modified"]


def test_other_validators_are_answered_in_full(base_url: str) -> None:
    for headers in ({"If-None-Match": '"other"'}, {"If-Modified-Since": "yesterday"}):
        assert httpx2.get(f"{base_url}/wire/feed.xml", headers=headers).status_code == 200


def test_later_pages_and_entries_are_not_there_yet() -> None:
    page = "/kyivpost/zelensky-more-than-3000-north-korean-soldiers-killed-wounded/"
    today = date(2024, 12, 22)
    web = DemoWeb(today=today)
    with serve_demo(web) as base_url:
        assert httpx2.get(base_url + page).status_code == 404
        for feed in web.feeds:
            text = httpx2.get(base_url + feed.path).text
            hidden = [p.path for p in web.pages if p.published is not None and p.published.date() > today]
            assert hidden
            assert not [path for path in hidden if path.replace("&", "&amp;") in text]
        web.today = date(2024, 12, 23)
        assert httpx2.get(base_url + page).status_code == 200
        assert page in httpx2.get(f"{base_url}/kyivpost/atom.xml").text


def test_before_the_first_day_all_feeds_are_empty() -> None:
    with serve_demo(DemoWeb(today=date(2024, 12, 14))) as base_url:
        for feed in WEB.feeds:
            text = httpx2.get(base_url + feed.path).text
            assert "<item" not in text.replace("<items>", "")
            assert "<entry" not in text


def test_each_page_is_announced_by_exactly_one_feed(base_url: str) -> None:
    feeds = [httpx2.get(base_url + feed.path).text for feed in WEB.feeds]
    for page in WEB.pages:
        assert sum(page.path.replace("&", "&amp;") in text for text in feeds) == 1, page.path


def test_trackers_name_no_other_page(base_url: str) -> None:
    page = f"{base_url}/seoul/news/view?id=20241223011000&lang=en"
    assert httpx2.get(f"{page}&utm_source=rss").text == httpx2.get(page).text
    assert httpx2.get(page.replace("011000", "011001")).status_code == 404


def test_dead_and_forbidden_addresses(base_url: str) -> None:
    assert httpx2.get(f"{base_url}/seoul/news/view?id=20241226013000&lang=en").status_code == 404
    assert httpx2.get(f"{base_url}/no/such/page").status_code == 404
    robots = Protego.parse(httpx2.get(f"{base_url}/robots.txt").text)
    assert not robots.can_fetch(f"{base_url}/mirror/sponsored/winter-tyres", "Tallywatch")
    assert all(robots.can_fetch(base_url + resource.path, "Tallywatch") for resource in ALL)


def test_head_has_the_headers_alone(base_url: str) -> None:
    answer = httpx2.head(f"{base_url}/wire/feed.xml")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) > 1000


def test_the_ukrainian_outlet_is_in_windows_1251(base_url: str) -> None:
    answer = httpx2.get(f"{base_url}/visti/2024/12/28/tramvai.html")
    assert "Трамваї ходитимуть" in answer.content.decode("windows-1251")
    with pytest.raises(UnicodeDecodeError):
        answer.content.decode("utf-8")


def test_a_given_port_is_served_and_freed() -> None:
    with serve_demo() as first:
        port = int(first.rpartition(":")[2])
        with pytest.raises(OSError, match="in use"), serve_demo(port=port):
            pass
    with serve_demo(port=port) as again:
        assert again == first


def test_no_other_host_is_named() -> None:
    """Offline means offline: nothing in the web leads to the internet except namespaces and the reserved .example."""
    allowed = (
        "http://www.w3.org/",
        "http://purl.org/",
        "https://schema.org",
        "https://ogp.me/",
        "https://www.rssboard.org/",
    )
    for resource in ALL:
        assert resource.file is not None
        text = resource.file.read_bytes().decode("windows-1251" if "visti" in resource.path else "utf-8")
        links = [part.split('"')[0] for part in text.split('"') if part.startswith(("http://", "https://"))]
        assert not [link for link in links if not link.startswith(allowed)], resource.path


def test_docs_tell_every_expected_case() -> None:
    expected = tomllib.loads((DEMO_WEB / "expected.toml").read_text(encoding="utf-8"))
    told = (Path(__file__).parent.parent / "docs" / "demo.md").read_text(encoding="utf-8")
    cases = [case["id"] for case in [*expected["alert"], *expected["quiet"]]]
    assert len(cases) == len(set(cases))
    assert not [case for case in cases if f"`{case}`" not in told]
    assert [alert["kind"] for alert in expected["alert"] if alert["story"] == "kursk"].count("new") == 1
    assert [alert["kind"] for alert in expected["alert"] if alert["story"] == "northvale"] == ["new"]
