"""File: one page, one transaction. Copy, version, judgement and what is owed to the channels: all or nothing.
What is told of it is ``flows.pipeline.tell``'s business."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from extractors.languages import is_known
from flows.pipeline.read import ATTEMPTS, Failed, ReadPage
from flows.pipeline.tell import Rules, find_alerts, owe
from news.identity import same_numbers, shingles
from news.records import Alert, Article, Refused, Report
from news.watches import watch_of
from storage import Archive, Outcome

#: share of the shorter text's word triples that the longer one must hold to be a copy: measured on 2,065 real and
#: synthetically edited wire stories, where 0.17 found 99.6 % at 97.8 % precision; higher here because daily reports
#: from one template must stay apart
COPY = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPage:
    """What became of a page. ``outcome``: filed | copy | unchanged | refused | failed. ``alerts``: newly owed ones."""

    outcome: Outcome
    detail: str = ""
    figures: int = 0
    quotes: int = 0
    alerts: tuple[Alert, ...] = ()
    seeded: int = 0  # conflicts kept silently because they were there before we watched
    not_read: str = ""  # the language, when it has no tables: stored, not read for figures
    bug: bool = False  # a failure of our own code


def file_page(archive: Archive, page: ReadPage, rules: Rules, now: datetime) -> FiledPage:
    """Settle one entry. Raises StorageError only; then nothing of the page is in the archive."""
    with archive.transaction():
        if isinstance(page.outcome, Report):
            return _file_report(archive, page, page.outcome, rules, now)
        if isinstance(page.outcome, Refused):
            detail = f"{page.outcome.reason.value}: {page.outcome.detail}"
            archive.entries.settle(page.entry, outcome="refused", detail=detail, at=now)
            return FiledPage(outcome="refused", detail=detail)
        return _settle_failure(archive, page, page.outcome, now)


def _settle_failure(archive: Archive, page: ReadPage, failed: Failed, now: datetime) -> FiledPage:
    tries = archive.entries.attempts(page.entry)
    again = failed.retry_after is not None and tries + 1 < ATTEMPTS
    retry_at = now + failed.retry_after * 2**tries if again and failed.retry_after else None
    archive.entries.settle(page.entry, outcome="failed", detail=failed.reason, at=now, retry_at=retry_at)
    return FiledPage(outcome="failed", detail=failed.reason, bug=failed.bug)


def _file_report(archive: Archive, page: ReadPage, report: Report, rules: Rules, now: datetime) -> FiledPage:
    marks = shingles(report.article.text)
    report = replace(report, copy_of=_original(archive, report, marks))
    article = report.article
    story = watch_of(rules.watches, article.title, article.text, article.published.date())
    source = archive.articles.add(report, source_story=story, html=page.html)
    if source is None:
        archive.entries.settle(page.entry, outcome="unchanged", at=now)
        return FiledPage(outcome="unchanged")
    archive.near.add(source.article_id, marks, day=source.published.date())
    archive.quotes.add(report, source)
    archive.claims.add(report, source)
    seeds = _seeds(archive, page, article, rules)
    alerts = find_alerts(archive, report, story, rules, now)
    told = owe(archive, alerts, rules, now, silently=seeds)
    outcome: Outcome = "copy" if report.copy_of else "filed"
    archive.entries.settle(page.entry, outcome=outcome, detail=report.copy_of, at=now)
    return FiledPage(
        outcome=outcome,
        detail=report.copy_of,
        figures=len(report.figures),
        quotes=len(report.quotes),
        not_read="" if is_known(article.language) else article.language,
        alerts=tuple(told),
        seeded=len(alerts) if seeds else 0,
    )


def _original(archive: Archive, report: Report, marks: frozenset[int]) -> str:
    """article_id of the original when the report is a copy: the same words and the same numbers."""
    article = report.article
    day = article.published.date()
    for article_id, share in archive.near.candidates(marks, day=day, article_id=article.article_id):
        if share < COPY:
            break
        if same_numbers(archive.articles.get(article_id).text, article.text):
            return article_id
    return ""


def _seeds(archive: Archive, page: ReadPage, article: Article, rules: Rules) -> bool:
    """True when the report was out before we watched its feed, or nobody knows since when it is out: what it
    contradicts is kept, not told."""
    if article.published_from == "fetched":
        return True
    if rules.alert_from is not None:
        return article.published < rules.alert_from
    began = archive.feeds.state(page.entry.feed_url).first_polled
    return began is not None and article.published < began
