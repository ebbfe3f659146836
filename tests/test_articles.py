"""Article pages: own pages in the shapes of the wild, what must stay, what must go, what is refused."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.agencies import find_agency
from extractors.articles import read_article
from extractors.cleaning import is_cookie_list, is_junk
from extractors.decoding import decode
from news.errors import ExtractError
from news.records import Article, Entry, Feed, Refusal, Refused

PAGES = Path(__file__).parent / "data" / "pages"
URL = "https://courier.example/news/couple-hundred-troops/"
FEED = Feed(url="https://courier.example/rss", outlet="The Harbour Courier", timezone="Europe/Kyiv", language="en")
FETCHED = datetime(2024, 12, 18, 9, tzinfo=UTC)

BODY = [
    f"Paragraph {word}: rescue teams in the harbour town said that {count} houses stood under water after the storm, "
    "and the mayor asked the government for help."
    for word, count in (("one", "1,200"), ("two", "300"), ("three", "45"), ("four", "7,800"), ("five", "90"))
]


def entry(**parts: object) -> Entry:
    values: dict[str, object] = {"feed_url": FEED.url, "guid": "1", "url": URL, "title": "", "outlet": FEED.outlet}
    return Entry(**{**values, **parts})  # type: ignore[arg-type]


def page(
    body: list[str] | None = None, *, head: str = "", extra: str = "", title: str = "Storm floods harbour town"
) -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in (BODY if body is None else body))
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title} | Courier</title>{head}</head><body>"
        f"<article><h1>{title}</h1>{paragraphs}{extra}</article></body></html>"
    ).encode()


def read(html: bytes, *, content_type: str = "", fetched: datetime = FETCHED, **parts: object) -> Article:
    outcome = read_article(html, entry(**parts), feed=FEED, fetched=fetched, content_type=content_type)
    assert isinstance(outcome, Article), outcome
    return outcome


def refused(html: bytes, content_type: str = "", **parts: object) -> Refused:
    outcome = read_article(html, entry(**parts), feed=FEED, fetched=FETCHED, content_type=content_type)
    assert isinstance(outcome, Refused), outcome
    return outcome


# ------------------------------------------------------------------------------------------------------- the seed
def test_the_seed_page() -> None:
    article = read((PAGES / "seed.html").read_bytes(), fetched=datetime(2024, 12, 18, 9, tzinfo=UTC))
    assert article.title == "'Couple hundred' North Korean troops killed or wounded, US official tells AP"
    assert article.published == datetime(2024, 12, 18, 1, 54, tzinfo=UTC)
    assert article.updated == datetime(2024, 12, 18, 3, 10, tzinfo=UTC)
    assert (article.published_from, article.language, article.canonical_host) == ("page", "en", "")
    assert article.authors == ("The Harbour Courier news desk",)
    paragraphs = article.text.split("\n")
    assert paragraphs[0].startswith("A couple hundred North Korean troops")
    assert paragraphs[-1].endswith("a bargaining chip ahead of negotiations.")
    assert len(paragraphs) == 8
    assert "over 10,000 of the troops to the region since early August" in article.text
    for leaked in ("merch", "2023", "Getty", "audio", "min read", "newsletter", "member", "12 charts", "date 2024"):
        assert leaked not in article.text


# ------------------------------------------------------------------------------------------------------ metadata
@pytest.mark.parametrize(
    ("head", "feed_time", "published", "source"),
    [
        (
            '<meta property="article:published_time" content="2024-12-17T22:30:00+02:00">',
            None,
            "2024-12-17T20:30",
            "page",
        ),
        ('<meta name="pubdate" content="Tue, 17 Dec 2024 22:30:00 EET">', None, "2024-12-17T20:30", "page"),
        ('<meta name="date" content="2024-12-17 22:30">', None, "2024-12-17T20:30", "page"),  # the outlet's zone
        ('<meta name="date" content="2024-12-17">', "2024-12-17T08:15", "2024-12-17T08:15", "feed"),
        ('<meta name="date" content="2024-12-17">', None, "2024-12-17T12:00", "page"),
        ('<meta name="date" content="2024-12-10">', "2024-12-17T08:15", "2024-12-10T12:00", "page"),
        ('<meta name="date" content="2031-01-01">', "2024-12-17T08:15", "2024-12-17T08:15", "feed"),  # in the future
        ("", "2024-12-17T08:15", "2024-12-17T08:15", "feed"),
    ],
)
def test_publication_is_an_instant_with_its_source(
    head: str, feed_time: str | None, published: str, source: str
) -> None:
    known = datetime.fromisoformat(feed_time).replace(tzinfo=UTC) if feed_time else None
    article = read(page(head=head), published=known)
    assert (article.published.isoformat(timespec="minutes"), article.published_from) == (published + "+00:00", source)


def test_the_address_dates_a_page_that_prints_nothing() -> None:
    article = read(page(), url="https://courier.example/2024/12/16/storm/")
    assert (article.published, article.published_from) == (datetime(2024, 12, 16, 12, tzinfo=UTC), "url")
    undated = read(page())
    assert (undated.published, undated.published_from) == (FETCHED, "fetched")


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="author" content="By Jane Doe and John Roe">', ("Jane Doe", "John Roe")),
        ('<meta name="author" content="https://facebook.example/jane">', ()),
        ('<script type="application/ld+json">{"@type":"NewsArticle","author":"Jane Doe"}</script>', ("Jane Doe",)),
        (
            '<script type="application/ld+json">{"@type":"Article","author":[{"name":"A One"},'
            '{"name":"B Two"}],}</script>',
            ("A One", "B Two"),
        ),
        (
            '<script type="application/ld+json">{"broken": </script><meta name="author" content="Jane Doe">',
            ("Jane Doe",),
        ),
    ],
)
def test_authors(head: str, authors: tuple[str, ...]) -> None:
    assert read(page(head=head)).authors == authors


def test_the_title_needs_a_second_source() -> None:
    head = '<meta property="og:title" content="Storm floods harbour town, 1,200 houses lost">'
    other = page(head=head).replace(b"<h1>Storm floods harbour town</h1>", b"<h1>The Harbour Courier</h1>")
    assert read(page()).title == "Storm floods harbour town"
    assert read(other).title == "Storm floods harbour town, 1,200 houses lost"


@pytest.mark.parametrize(
    ("text", "authors", "agency"),
    [
        ("KYIV, Ukraine (AP) — Ukraine said on Monday", (), "AP"),
        ("SEOUL, Dec 18 (Reuters) - South Korea", (), "Reuters"),
        ("AFP - The storm", (), "AFP"),
        ("The storm hit.\nSource: Interfax-Ukraine", (), "Interfax-Ukraine"),
        ("The storm hit.\nThe end.\n(AFP)", (), "AFP"),
        ("The storm hit.", ("Jane Doe", "Associated Press"), "AP"),
        ("The storm hit.", ("By Reuters",), "Reuters"),
        ("The storm hit, Reuters reported, and the AP said so too.", ("Jane Doe",), ""),
    ],
)
def test_agency_credit(text: str, authors: tuple[str, ...], agency: str) -> None:
    assert find_agency(text, authors) == agency


def test_a_canonical_address_on_another_site_is_credited() -> None:
    copied = read(page(head='<link rel="canonical" href="https://www.origin.example/storm">'))
    assert copied.canonical_host == "origin.example"
    for same in (
        "https://www.courier.example/other",
        "/relative",
        "https://amp.courier.example/x",
        "https://origin.example/",
    ):
        assert read(page(head=f'<link rel="canonical" href="{same}">')).canonical_host == ""


def test_the_language_is_the_texts_own() -> None:
    ukrainian = [
        "Рятувальники повідомили, що після шторму під водою опинилися 1 200 будинків, а міський голова "
        "звернувся до уряду по допомогу для мешканців міста.",
        "За словами очевидців, вода підіймалася дуже швидко, і багато людей не встигли забрати свої речі з будинків.",
        "Уряд пообіцяв виділити кошти на відбудову, але точної суми поки що ніхто не називає, кажуть у міській раді.",
    ]
    assert read(page(ukrainian)).language == "uk"  # whatever html lang says


# ---------------------------------------------------------------------------------------------------------- text
def test_text_is_nfc_with_inline_tags_joined_and_one_newline_between_paragraphs() -> None:
    body = [
        *BODY[:3],
        "The caf\u0065\u0301 lost <span>1</span><span>,100</span> <b>guests</b>&nbsp;and&shy; 2<sup>nd</sup> of\n all "
        * 3,
    ]
    text = read(page(body)).text
    assert "The café lost 1,100 guests and 2nd of all" in text
    assert text == unicodedata.normalize("NFC", text)
    assert "\n\n" not in text and "  " not in text


@pytest.mark.parametrize(
    "line",
    [
        "date 2024-12-18",
        "Updated Dec. 18, 2024 at 3:54 AM",
        "2 min read",
        "By Jane Doe",
        "Share this article on Facebook",
        "Advertisement",
        "Photo: Jane Doe / Courier",
        "(Photo by Jane Doe)",
        "© 2024 The Harbour Courier",
        "Soldiers at a parade in 2023, for illustrative purposes.",
        "Soldiers at a parade on Sept. 9, 2023. (Ed Sample/AFP via Getty Images)",
        "This audio is created with AI assistance",
        "Read also: 12 charts that explain the war",
        "Читайте також: 5 фактів про війну",
        "Читайте также: 5 фактов о войне",
        "Lesen Sie auch: Die Lage am Mittwoch",
        "Lire aussi : les chiffres",
        "Sign up for our newsletter",
        "Support independent journalism: become a member",
        "New holiday merch is here, 20% off. Shop now",
        "Follow us on Telegram",
        "All rights reserved.",
        "Plane passengers quarantined after outbreak [NEWS]",
        "Most read stories",
        "— A Reporter (@reporter) July 18, 2026",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "Follow Jane Doe on Instagram at @janedoe.",
        "Before you skip this banner: help us find 1,000 new members",
    ],
)
def test_junk_lines(line: str) -> None:
    assert is_junk(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, 300 people had been rescued.",
        "The shop now employs 40 people, the owner said.",
        "Photos of the damage showed 12 burnt tanks, Reuters reported.",
        "The company said it would sign up 2,000 members by 2026.",
        "Readers should also know that the town has 300 houses.",
        "“Follow us,” the officer said.",
        "Published figures show 1,100 casualties in 2024. They were checked twice.",
        "The government will support our farmers, the minister said.",
    ],
)
def test_prose_that_resembles_junk_stays(line: str) -> None:
    assert not is_junk(line)


def test_a_wrapper_named_like_junk_keeps_its_article() -> None:
    wrapped = (
        page()
        .replace(b"<article>", b"<form id='aspnet'><div class='promo related'>")
        .replace(b"</article>", b"</div></form>")
    )
    assert read(wrapped).text.split("\n") == BODY


def test_a_line_that_is_only_a_link_to_another_story_goes_and_links_in_prose_stay() -> None:
    linked = "<p><a href='/x'>Storm kills 4,000 sheep on the northern islands</a></p>"
    prose = "<p>The mayor said that <a href='/y'>the council had counted 77 broken roofs in town</a> by noon.</p>"
    text = read(page(extra=linked + prose)).text
    assert "4,000 sheep" not in text
    assert "the council had counted 77 broken roofs in town by noon." in text


def test_embedded_posts_are_not_the_outlets_words() -> None:
    tweet = (
        "<blockquote class='twitter-tweet'><p>They lost 9,999 men, believe me.</p>— X (@x) July 18, 2026</blockquote>"
    )
    assert "9,999" not in read(page(extra=tweet)).text


def test_cookie_lists_are_known() -> None:
    assert is_cookie_list([f"_ga{n} this cookie is set by the site" for n in range(8)])
    assert not is_cookie_list([*BODY, "The baker sold 300 cookies."])


# ---------------------------------------------------------------------------------------------------------- bytes
@pytest.mark.parametrize(
    ("encoding", "declared", "header"),
    [
        ("utf-8", "windows-1251", ""),
        ("windows-1251", "windows-1251", ""),
        ("windows-1251", "utf-8", "text/html; charset=windows-1251"),
        ("utf-16", "utf-8", ""),
        ("utf-8-sig", "", ""),
    ],
)
def test_charsets(encoding: str, declared: str, header: str) -> None:
    body = [
        "Рятувальники повідомили, що після шторму під водою опинилися 1200 будинків у місті на березі моря. " * 2
    ] * 3
    body = [f"{n}. {text}" for n, text in enumerate(body)]
    html = page(body, head=f'<meta charset="{declared}">' if declared else "", title="Шторм затопив місто").decode()
    article = read(html.encode(encoding), content_type=header)
    assert article.title == "Шторм затопив місто"
    assert "під водою опинилися 1200 будинків" in article.text


def test_undeclared_cyrillic_is_guessed_and_rubbish_never_raises() -> None:
    text = "Рятувальники повідомили, що після шторму під водою опинилися будинки у місті на березі моря. " * 5
    assert decode(text.encode("windows-1251")).startswith("Рятувальники")
    assert "\x00" not in decode(b"a\x00b\xff\xfe\x81")


@pytest.mark.parametrize(
    "html",
    [
        b"<div>" * 300_000,
        b"<html><body>" + b"<b><i>" * 50_000 + b"text",
        b"<html>" + b"\x00\x01\x02" * 1000 + b"</html>",
        b"<p>" + b"&" * 100_000,
        b"<html><script type='application/ld+json'>" + b"[" * 100_000 + b"</script><p>x</p></html>",
        b"<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a;</p>",
        b"<" * 10_000,
        b"<html><table>" + b"<tr><td>" * 3000,
        b"x" * 16_000_001 + b"<p>",
    ],
    ids=range(9),
)
def test_hostile_pages_are_refused_or_named(html: bytes) -> None:
    try:
        outcome = read_article(html, entry(), feed=FEED, fetched=FETCHED)
    except ExtractError as error:
        assert URL in str(error)
    else:
        assert isinstance(outcome, Refused)


MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='related'>",
        "</div>",
        "<h1>",
        "</h1>",
        "<time datetime='2024-99-01'>",
        "<table><tr><td>",
        "<meta name='date' content='x'>",
        "<script type='application/ld+json'>{\"@graph\":[1]}</script>",
        *BODY,
        "<br>",
        "\x00",
        *["<link rel='canonical' href='http://['>", "<html lang=''>", "<a href=", "<!--", "-->", "<body>", "<figure>"],
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(MARKUP, max_size=25))
def test_any_markup_gives_an_article_a_refusal_or_an_extract_error(parts: list[str]) -> None:
    try:
        outcome = read_article("".join(parts).encode(), entry(), feed=FEED, fetched=FETCHED)
    except ExtractError:
        return
    if isinstance(outcome, Article):
        assert outcome.published.tzinfo is not None
        assert all(line.strip() for line in outcome.text.split("\n"))


# ------------------------------------------------------------------------------------------------------- refusals
TEASER = page(BODY[:1], extra="<div>Subscribe to continue reading. Already a subscriber? Sign in</div>")
LOCKED = page(
    BODY[:1],
    head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
)
CONSENT = (
    b"<html><head><title>Courier</title></head><body><h1>We value your privacy</h1><p>We and our 812 partners "
    b"store and access information on a device, such as cookies, and process personal data.</p>"
    b"<button>Accept all</button></body></html>"
)
SOFT_404 = page(["Sorry, we looked everywhere. Try the search or go to the front page."], title="Page not found")
CHALLENGE = page(["Enable JavaScript and cookies to continue"], title="Just a moment...")
INDEX = (
    "<html><head><title>World news | Courier</title></head><body><main>"
    + "".join(
        f"<h2><a href='/{n}'>Headline number {n} about the storm in town</a></h2><p>Short {n}</p>" for n in range(30)
    )
    + "</main></body></html>"
).encode()


@pytest.mark.parametrize(
    ("html", "content_type", "reason", "said"),
    [
        (TEASER, "", Refusal.PAYWALL, "Subscribe to continue"),
        (LOCKED, "", Refusal.PAYWALL, "not free"),
        (CONSENT, "", Refusal.CONSENT, "privacy"),
        (SOFT_404, "", Refusal.ERROR_PAGE, "not found"),
        (CHALLENGE, "", Refusal.ERROR_PAGE, "Just a moment"),
        (INDEX, "", Refusal.NOT_ARTICLE, "list of articles"),
        (page(["One line only."]), "", Refusal.TOO_SHORT, "words"),
        (b"%PDF-1.7 ...", "", Refusal.NOT_HTML, "PDF"),
        (b'{"a": 1}', "application/json", Refusal.NOT_HTML, "json"),
        (b"<rss version='2.0'><channel/></rss>", "", Refusal.NOT_HTML, "feed"),
        (b"", "", Refusal.NOT_HTML, "empty"),
    ],
)
def test_pages_that_are_no_article(html: bytes, content_type: str, reason: Refusal, said: str) -> None:
    outcome = refused(html, content_type)
    assert (outcome.reason, outcome.url) == (reason, URL)
    assert said.lower() in outcome.detail.lower()


def test_an_article_about_paywalls_and_errors_stays_an_article() -> None:
    body = [
        *BODY,
        "Access denied, the site said, and asked readers to subscribe to continue reading and to accept all cookies.",
    ]
    assert "Access denied" in read(page(body * 2, title="Why the 404 error page matters")).text


def test_a_long_page_that_declares_itself_not_free_is_read() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    assert read(page([*BODY, *(f"Again {text}" for text in BODY)], head=head)).text.count("\n") == 9
