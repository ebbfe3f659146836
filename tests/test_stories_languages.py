"""One story told in English, Ukrainian and Russian: what contradicts is found across languages, what agrees is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from extractors.reports import read_report
from flows.pipeline import ReadPage, Rules, file_page
from news.identity import article_id
from news.records import Alert, Article, Entry, Relation
from news.watches import Watch
from storage import open_archive

WORDS = ("Kursk", "Курськ*", "Курськ*", "Курск*", "Kharkiv", "Харк*", "Харьков*")

ENGLISH = (
    "2024-12-16",
    "en",
    "Losses in Kursk",
    "About 3,000 North Korean soldiers have been killed or wounded in Russia's Kursk Oblast, Ukraine's General Staff "
    "said on Monday.",
)
STRIKE = (
    "2024-12-16",
    "en",
    "Strike on Kharkiv",
    "A missile strike on Kharkiv killed 12 people and wounded 47 on Monday, the regional prosecutor's office said.",
)

CONFLICTS = [
    (
        ENGLISH,
        "uk",
        "Втрати на Курщині",
        "За даними розвідки Південної Кореї, у Курській області вбито або поранено 1 100 північнокорейських "
        "військових.",
        "1 100",
    ),
    (
        ENGLISH,
        "ru",
        "Потери в Курской области",
        "Южнокорейская разведка сообщила, что в Курской области убиты или ранены 1100 северокорейских солдат.",
        "1100",
    ),
    (
        STRIKE,
        "uk",
        "Удар по Харкову",
        "Унаслідок ракетного удару по Харкову в понеділок загинули 31 людина і 47 поранено, повідомив міністр "
        "внутрішніх справ Ігор Клименко.",
        "31",
    ),
]
AGREE = [
    (
        ENGLISH,
        "uk",
        "Втрати на Курщині",
        "Близько 3 тисяч північнокорейських військових убито або поранено в Курській області, сказав Зеленський.",
    ),
    (
        STRIKE,
        "uk",
        "Удар по Харкову",
        "Унаслідок ракетного удару по Харкову в понеділок загинули 12 людей, ще 47 поранено, заявила прокуратура.",
    ),
    (
        STRIKE,
        "ru",
        "Удар по Харькову",
        "При ракетном ударе по Харькову в понедельник погибли 12 человек, ранены 47, сообщила прокуратура.",
    ),
    (
        STRIKE,
        "uk",
        "Обстріли Сум",
        "У Сумах цього ж дня загинули 3 людини, а в Харкові за добу пошкоджено 31 будинок, заявила прокуратура.",
    ),
]


def _told(*reports: tuple[str, str, str, str]) -> list[Alert]:
    """The alerts of reports filed in order: day, language, title, text."""
    told: list[Alert] = []
    rules = Rules(watches=(Watch(name="story", title="Story", any_of=WORDS),))
    with open_archive() as archive:
        for number, (day, language, title, text) in enumerate(reports):
            url = f"https://example.org/{number}"
            when = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
            article = Article(
                article_id=article_id(url), url=url, outlet=f"Demo {number}", title=title, text=text, published=when,
                first_seen=when, language=language, published_from="feed",
            )  # fmt: skip
            entry = Entry(feed_url="https://example.org/rss", guid=url, url=url, title=title, outlet=article.outlet)
            page = ReadPage(entry=entry, outcome=read_report(article))
            told += file_page(archive, page, rules, when).alerts
    return told


@pytest.mark.parametrize(("english", "language", "title", "text", "surface"), CONFLICTS)
def test_a_contradiction_across_languages_is_told(
    english: tuple[str, str, str, str], language: str, title: str, text: str, surface: str
) -> None:
    [alert] = _told(english, ("2024-12-17", language, title, text))
    later = alert.conflict.later.figure
    assert later.surface == surface
    assert alert.conflict.verdict.relation is Relation.DISPUTE


@pytest.mark.parametrize(("english", "language", "title", "text"), AGREE)
def test_agreement_across_languages_is_silent(
    english: tuple[str, str, str, str], language: str, title: str, text: str
) -> None:
    assert _told(english, ("2024-12-17", language, title, text)) == []
