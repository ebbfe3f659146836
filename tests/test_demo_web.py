"""The demo's pages and feeds through the ordinary readers: the article is there, the chrome is not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from extractors.articles import read_article
from extractors.feeds import parse_feed
from flows.demo_server import DEMO_WEB, DemoWeb, Resource, demo_settings, page_path
from flows.settings import load_settings
from news.records import Article, Entry, Feed, Refusal, Refused
from news.watches import watch_of

BASE = "http://127.0.0.1:8900"
WEB = DemoWeb()
NOW = datetime(2025, 1, 23, tzinfo=UTC)
EXPECTED = tomllib.loads((DEMO_WEB / "expected.toml").read_text(encoding="utf-8"))
#: outlet -> (where the article's paragraphs are, where text is that is no part of it)
LAYOUTS = {
    "wire": (".story-body > p", "figcaption, .related a, .newsletter p, .cookie-banner p, .share, .reading-time"),
    "kyivpost": (
        ".c-content > p",
        ".date-strip, .c-top-promo, figcaption, .audio-note, .c-inline-promo, .c-read-more a, .c-member-box p, .read",
    ),
    "seoul": ("#articleBody", ".caption, .related_news a, .copyright, .btn_area, #aside li, .writer"),
    "business": (".article__paragraph", ".ticker span, .article__caption, .article__readalso a, .ad-slot, .gdpr p"),
    "mirror": (".txt > p", ".cap, .ad, .poll h4, .left-rail li, .social, .cmp-text"),
    "world": (
        "[data-component=text-block] p",
        "figcaption, [data-component=links-block] li, footer p, #cookiePrompt p",
    ),
    "visti": (".text p", ".caption, .read, .foot, .menu a"),
}
REFUSED = {row["page"]: row["reason"] for row in EXPECTED["refused"]}
ARTICLES = [page for page in WEB.pages if page.path not in REFUSED]


@pytest.fixture(scope="module")
def settings_feeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Feed]:
    """Path of the feed -> the feed as the demo's settings have it."""
    path = tmp_path_factory.mktemp("demo") / "watch.yaml"
    path.write_text(demo_settings(BASE), encoding="utf-8")
    return {feed.url.removeprefix(BASE): feed for feed in load_settings(path, {}).feeds}


@pytest.fixture(scope="module")
def entries(settings_feeds: dict[str, Feed]) -> dict[str, tuple[Entry, Feed]]:
    """Path of the page -> its entry and feed, all as parsed."""
    found = {}
    for resource in WEB.feeds:
        feed = settings_feeds[resource.path]
        reply = WEB.answer(resource.path, {}, BASE)
        for entry in parse_feed(reply.content, feed, content_type=reply.headers["Content-Type"]):
            found[page_path(entry.url)] = (entry, feed)
    return found


def read(page: Resource, entries: dict[str, tuple[Entry, Feed]]) -> Article | Refused:
    entry, feed = entries[page.path]
    reply = WEB.answer(page.path, {}, BASE)
    return read_article(reply.content, entry, feed=feed, fetched=NOW, content_type=reply.headers["Content-Type"])


def outlet(page: Resource) -> str:
    return page.path.split("/")[1]


def soup(page: Resource) -> BeautifulSoup:
    return BeautifulSoup(WEB.answer(page.path, {}, BASE).content, "lxml")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def intended(page: Resource) -> Iterator[str]:
    """The paragraphs that a reader of the page would call the article."""
    for tag in soup(page).select(LAYOUTS[outlet(page)][0]):
        for table in tag.select("table"):
            table.decompose()
        for line in re.split(r"\n\s*\n", _with_lines(tag)):
            if line.strip():
                yield squeezed(line)


def _with_lines(tag: Tag) -> str:
    for line_break in tag.select("br"):
        line_break.replace_with("\n")
    return tag.get_text()


def test_the_settings_name_every_feed(settings_feeds: dict[str, Feed]) -> None:
    assert list(settings_feeds) == [feed.path for feed in WEB.feeds]
    assert all(feed.allow_private for feed in settings_feeds.values())


def test_the_feeds_announce_every_page(entries: dict[str, tuple[Entry, Feed]]) -> None:
    dead = {row["page"] for row in EXPECTED["failed"]}
    assert set(entries) == {page.path for page in WEB.pages} | dead


@pytest.mark.parametrize("feed", [feed for feed in WEB.feeds if "mirror" not in feed.path], ids=lambda feed: feed.path)
def test_entries_carry_the_instant_of_their_page(feed: Resource, entries: dict[str, tuple[Entry, Feed]]) -> None:
    instants = {page.path: page.published for page in WEB.pages}
    own = {path: entry.published for path, (entry, of) in entries.items() if of.url == BASE + feed.path}
    assert own
    assert {path: instant for path, instant in own.items() if path in instants} == {
        path: instants[path] for path in own if path in instants
    }


def test_the_undated_feed_invents_no_dates(entries: dict[str, tuple[Entry, Feed]]) -> None:
    undated = [entry for entry, feed in entries.values() if "mirror" in feed.url]
    assert len(undated) == 6
    assert [entry.published for entry in undated] == [None] * 6


def test_before_the_first_day_the_feeds_have_no_entries(settings_feeds: dict[str, Feed]) -> None:
    early = DemoWeb(today=date(2024, 12, 14))
    for resource in early.feeds:
        reply = early.answer(resource.path, {}, BASE)
        feed = settings_feeds[resource.path]
        assert parse_feed(reply.content, feed, content_type=reply.headers["Content-Type"]) == []


@pytest.mark.parametrize("page", ARTICLES, ids=lambda page: page.path)
def test_the_article_is_read_and_the_chrome_is_not(page: Resource, entries: dict[str, tuple[Entry, Feed]]) -> None:
    article = read(page, entries)
    assert isinstance(article, Article), article
    text = squeezed(article.text)
    paragraphs = list(intended(page))
    assert len(paragraphs) >= 5
    assert [paragraph for paragraph in paragraphs if paragraph not in text] == []
    chrome = [squeezed(tag.get_text()) for tag in soup(page).select(LAYOUTS[outlet(page)][1])]
    assert chrome
    assert [words for words in chrome if words and words in text] == []
    assert len(text) < 1.1 * len(" ".join(paragraphs))


@pytest.mark.parametrize("page", ARTICLES, ids=lambda page: page.path)
def test_title_and_instant(page: Resource, entries: dict[str, tuple[Entry, Feed]]) -> None:
    article = read(page, entries)
    assert isinstance(article, Article)
    heading = soup(page).h1
    assert heading is not None
    assert article.title == squeezed(heading.get_text())
    assert article.published == page.published


@pytest.mark.parametrize("path", REFUSED)
def test_what_is_no_article_is_refused(path: str, entries: dict[str, tuple[Entry, Feed]]) -> None:
    refused = read(WEB.resources[path], entries)
    assert isinstance(refused, Refused), refused
    assert refused.reason is Refusal(REFUSED[path])


def _named_figures() -> list[tuple[str, str, str]]:
    rows = []
    for case in [*EXPECTED["alert"], *EXPECTED["quiet"]]:
        for side in (case["earlier"], case["later"], *case.get("earlier_or", [])):
            rows.append((case["id"], side["page"], side["surface"]))
    return rows


@pytest.mark.parametrize(("case", "path", "surface"), _named_figures())
def test_every_expected_figure_stands_in_its_article(
    case: str, path: str, surface: str, entries: dict[str, tuple[Entry, Feed]]
) -> None:
    article = read(WEB.resources[path], entries)
    assert isinstance(article, Article)
    assert re.search(rf"(?<![\d,]){re.escape(surface)}(?![\d,]*\d)", article.text), case


def test_watches_take_their_stories_and_leave_the_rest(tmp_path: Path, entries: dict[str, tuple[Entry, Feed]]) -> None:
    (tmp_path / "watch.yaml").write_text(demo_settings(BASE), encoding="utf-8")
    watches = load_settings(tmp_path / "watch.yaml", {}).watches
    found: dict[str, int] = {}
    for page in ARTICLES:
        article = read(page, entries)
        assert isinstance(article, Article)
        name = watch_of(watches, article.title, article.text, article.published.date())
        found[name] = found.get(name, 0) + 1
    assert found == {"kursk": 17, "northvale": 7, "": 4}
