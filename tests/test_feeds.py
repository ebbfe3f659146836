"""Feeds in the shapes of the wild, written by hand and small."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.feeds import parse_feed, plain_text
from extractors.instants import parse_instant
from news.errors import ExtractError
from news.records import Entry, Feed

FEED = Feed(url="https://news.example/rss/all.xml", outlet="Example News", timezone="Europe/Kyiv")


def read(text: str | bytes, content_type: str = "", feed: Feed = FEED) -> list[Entry]:
    return parse_feed(text.encode() if isinstance(text, str) else text, feed, content_type=content_type)


def rss(*items: str, version: str = "2.0") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="{version}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>All news</title><link>https://news.example/</link>{''.join(items)}</channel></rss>"
    )


def item(**parts: str) -> str:
    return "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in parts.items()) + "</item>"


def test_rss_2_gives_every_field() -> None:
    [entry] = read(
        rss(
            item(
                title="Losses rise &amp;amp; rise",
                link="https://news.example/a/1",
                guid="tag:1",
                pubDate="Wed, 18 Dec 2024 14:05:00 +0200",
                description="&lt;p&gt;About 1,&lt;b&gt;100&lt;/b&gt; casualties.&lt;/p&gt;&lt;p&gt;More soon&lt;/p&gt;",
                author="desk@news.example (Jane Doe)",
            )
        )
    )
    assert entry == Entry(
        feed_url=FEED.url,
        guid="tag:1",
        url="https://news.example/a/1",
        title="Losses rise & rise",
        outlet="Example News",
        summary="About 1,100 casualties. More soon",
        published=datetime(2024, 12, 18, 12, 5, tzinfo=UTC),
        author=entry.author,
    )
    assert "Jane Doe" in entry.author


def test_rss_091_without_guid_or_date() -> None:
    [entry] = read(rss(item(title="Old", link="https://news.example/old"), version="0.91"))
    assert (entry.guid, entry.published, entry.published_raw) == ("https://news.example/old", None, "")


def test_rdf_with_dublin_core_date() -> None:
    [entry] = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>x</title></channel>'
        '<item rdf:about="https://news.example/r"><title>R</title><link>https://news.example/r</link>'
        "<dc:date>2024-12-18T14:05:00Z</dc:date></item></rdf:RDF>"
    )
    assert entry.published == datetime(2024, 12, 18, 14, 5, tzinfo=UTC)


def test_atom_keeps_published_and_updated_apart_and_resolves_relative_links() -> None:
    [first, second] = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><link href="https://news.example/"/>'
        '<entry><id>urn:1</id><title type="html">One &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;</title>'
        '<link rel="enclosure" href="/sound.mp3"/><link rel="alternate" href="/one"/>'
        "<published>2024-12-18T10:00:00+02:00</published><updated>2024-12-18T12:00:00+02:00</updated></entry>"
        '<entry><id>urn:2</id><title>Two</title><link href="two"/>'
        "<updated>2024-12-17T00:00:00Z</updated></entry></feed>"
    )
    assert (first.url, first.title) == ("https://news.example/one", "One bold")
    assert first.published == datetime(2024, 12, 18, 8, tzinfo=UTC)
    assert first.updated == datetime(2024, 12, 18, 10, tzinfo=UTC)
    assert (second.url, second.published, second.updated) == (
        "https://news.example/rss/two",
        datetime(2024, 12, 17, tzinfo=UTC),
        None,
    )


def test_json_feed() -> None:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "home_page_url": "https://news.example/",
        "items": [
            {
                "id": "j1",
                "url": "/j/1",
                "title": "JSON",
                "content_html": "<p>Body</p>",
                "date_published": "2024-12-18T14:05:00+02:00",
                "authors": [{"name": "Ann"}, {"name": "Ben"}],
            },
            {"id": "https://news.example/j/2", "content_text": "No title"},
            "junk",
            {"id": "no-address"},
        ],
    }
    first, second, *rest = read(json.dumps(document), "application/feed+json")
    assert (first.url, first.summary, first.author) == ("https://news.example/j/1", "Body", "Ann, Ben")
    assert first.published == datetime(2024, 12, 18, 12, 5, tzinfo=UTC)
    assert (second.guid, second.url) == ("https://news.example/j/2", "https://news.example/j/2")
    assert [entry.url for entry in rest] in ([], ["https://news.example/no-address"])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Wed, 18 Dec 2024 14:05:00 EET", "2024-12-18T12:05"),
        ("Thu, 18 Jul 2024 14:05:00 EEST", "2024-07-18T11:05"),
        ("Wed, 18 Dec 2024 14:05 MSK", "2024-12-18T11:05"),
        ("Thu, 18 Jul 2024 09:00:00 BST", "2024-07-18T08:00"),
        ("Wed, 18 Dec 2024 14:05:00 CET", "2024-12-18T13:05"),
        ("Wed, 18 Dec 2024 14:05:00 EST", "2024-12-18T19:05"),
        ("July 18, 2024, 5:54 AM ET", "2024-07-18T09:54"),
        ("Wed, 18 Dec 2024 14:05:00 UTC+03:00", "2024-12-18T11:05"),
        ("18-Dec-24 10:00 GMT+2", "2024-12-18T08:00"),
        ("2024-12-18T14:05:00.123+0200", "2024-12-18T12:05"),
        ("20241218T140500Z", "2024-12-18T14:05"),
        ("2016/6/29 10:00", "2016-06-29T07:00"),
        ("05.02.2024 14:30", "2024-02-05T12:30"),
        ("2024-07-18 14:05", "2024-07-18T11:05"),
        ("1707127200", "2024-02-05T10:00"),
        ("1707127200000", "2024-02-05T10:00"),
        ("18 грудня 2024, 14:05", "2024-12-18T12:05"),
        ("18 декабря 2024 г. 14:05", "2024-12-18T12:05"),
        ("vendredi 13 décembre 2024 à 18h05", "2024-12-13T16:05"),
        ("13. Dezember 2024, 18:05 Uhr", "2024-12-13T16:05"),
        ("13 de diciembre de 2024 - 18:05", "2024-12-13T16:05"),
        ("Wed Dec 18 14:05:00 EET 2024", "2024-12-18T12:05"),
        ("2024-12-18", "2024-12-18T12:00"),
    ],
)
def test_dates_as_the_wild_prints_them(printed: str, expected: str) -> None:
    [entry] = read(rss(item(title="x", link="https://news.example/x", pubDate=printed)))
    assert entry.published and entry.published.isoformat(timespec="minutes") == expected + "+00:00"


@pytest.mark.parametrize(
    "printed", ["Mon, 01 Jan 0001 00:00:00 +0000", "03/04/2024", "31 Feb 2024 10:00", "yesterday", "9999999999999999"]
)
def test_impossible_or_ambiguous_dates_are_none_and_kept_as_printed(printed: str) -> None:
    [entry] = read(rss(item(title="x", link="https://news.example/x", pubDate=printed)))
    assert (entry.published, entry.published_raw) == (None, printed)


def test_a_zone_that_names_three_countries_is_the_outlets_own() -> None:
    instant = parse_instant("18 Dec 2024 14:05 IST", timezone_name="Asia/Jerusalem")
    assert instant and not instant.zoned
    assert instant.when == datetime(2024, 12, 18, 12, 5, tzinfo=UTC)


def test_duplicates_and_entries_without_an_address_are_left_out() -> None:
    entries = read(
        rss(
            item(title="One", link="https://news.example/1?utm_source=rss", guid="g1"),
            item(title="One again", link="https://news.example/other", guid="g1"),
            item(title="One", link="https://www.news.example/1", guid="g2"),
            item(title="Script", link="javascript:alert(1)", guid="g3"),
            item(title="Nowhere", guid="g 4", link=""),
        )
    )
    assert [entry.guid for entry in entries] == ["g1"]


def test_google_news_source_does_not_replace_the_outlet() -> None:
    source = '<source url="https://other.example">Other</source>'
    [entry] = read(
        rss(f"<item><title>T - Other</title><link>https://news.google.com/rss/articles/C?oc=5</link>{source}</item>")
    )
    assert (entry.outlet, entry.title) == ("Example News", "T - Other")


def test_broken_xml_gives_what_can_be_read() -> None:
    text = rss(
        item(title="Fish & chips", link="https://news.example/f"), item(title="Second", link="https://news.example/s")
    )
    entries = read(text.replace("</channel></rss>", ""))
    assert [entry.title for entry in entries] == ["Fish & chips", "Second"]


def test_prefixed_rss_and_an_empty_feed() -> None:
    prefixed = (
        '<rss:rss version="2.0" xmlns:rss="http://backend.userland.com/rss2"><rss:channel><rss:title>x</rss:title>'
        "<rss:item><rss:title>P</rss:title><rss:link>https://news.example/p</rss:link></rss:item></rss:channel></rss:rss>"
    )
    assert [entry.title for entry in read(prefixed)] == ["P"]
    assert read(rss()) == []


@pytest.mark.parametrize(
    ("declared", "encoding", "header"),
    [
        ("windows-1251", "windows-1251", ""),
        ("utf-8", "windows-1251", "text/xml; charset=windows-1251"),
        ("windows-1251", "utf-8", ""),  # wrong declaration, valid UTF-8
        ("koi8-u", "koi8-u", ""),
        ("utf-16", "utf-16", ""),
    ],
)
def test_cyrillic_whatever_is_declared(declared: str, encoding: str, header: str) -> None:
    text = rss(item(title="Втрати сягнули 1 100 осіб", link="https://news.example/u")).replace(
        '"utf-8"', f'"{declared}"'
    )
    [entry] = read(text.encode(encoding), header)
    assert entry.title == "Втрати сягнули 1 100 осіб"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"<!DOCTYPE html><html><head><title>Sign &amp; in</title></head><body></body></html>",
            'HTML page titled "Sign & in"',
        ),
        (b"", "empty"),
        (b"   \n", "empty"),
        (b'{"version": 1}', "JSON without items"),
        (b"[1, 2", "broken JSON"),
        (b"hello", 'plain text that begins "hello"'),
        (b"<sitemapindex><sitemap/></sitemapindex>", "XML of another kind"),
        (b"[" * 200_000, "JSON"),
    ],
)
def test_what_is_no_feed_is_called_by_name(content: bytes, said: str) -> None:
    with pytest.raises(ExtractError, match=r"news\.example/rss/all\.xml") as raised:
        read(content)
    assert said in str(raised.value)


def test_entity_bombs_stay_small() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    [entry] = read(bomb + rss(item(title="T &b;", link="https://news.example/b")).split("?>", 1)[1])
    assert len(entry.title) < 100


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("1,<b>000</b> dead", "1,000 dead"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("a &lt; b", "a < b"),
        ("AT&amp;amp;T", "AT&T"),
        ("<script>x()</script>Seen", "Seen"),
        ("3 < 5 and 7 > 6", "3 < 5 and 7 > 6"),
    ],
)
def test_markup_becomes_plain_text(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@given(
    st.binary(max_size=300) | st.text(max_size=200).map(lambda t: rss(item(title=t, link=t)).encode("utf-8", "replace"))
)
def test_no_bytes_raise_anything_but_extract_error(content: bytes) -> None:
    try:
        entries = parse_feed(content, FEED)
    except ExtractError:
        return
    assert all(entry.url.startswith("http") for entry in entries)
