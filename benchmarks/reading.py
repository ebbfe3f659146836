"""Bundle reports read by the real extractors."""

from __future__ import annotations

from benchmarks.bundles import Bundle, Gold, article_of, published_at, source_of
from extractors.reports import read_report
from flows.pipeline import ReadPage
from news.records import Claim, Entry


def read_claims(bundle: Bundle, report: Gold) -> list[Claim]:
    """Every figure that the extractors find in the report."""
    article = article_of(bundle, report)
    source = source_of(bundle, report)
    return [
        Claim(figure=figure, source=source, sentence=article.text[figure.sentence_start : figure.sentence_end])
        for figure in read_report(article).figures
    ]


def claim_at(claims: list[Claim], bundle: Bundle, figure_id: str) -> Claim | None:
    """The claim that overlaps a gold span, the one with most characters in common; None when there is none."""
    _, gold = bundle.figures()[figure_id]
    best = max(claims, key=lambda claim: _shared(claim, gold), default=None)
    return best if best is not None and _shared(best, gold) > 0 else None


def _shared(claim: Claim, gold: Gold) -> int:
    return min(claim.figure.end, int(gold["end"])) - max(claim.figure.start, int(gold["start"]))


def read_bundle_page(bundle: Bundle, report: Gold) -> ReadPage:
    """The report as a page that was just read."""
    entry = Entry(
        feed_url=f"bundle:{bundle.story}",
        guid=report["id"],
        url=report["url"],
        title=bundle.title,
        outlet=report["outlet"],
        published=published_at(report),
    )
    return ReadPage(entry=entry, outcome=read_report(article_of(bundle, report)))
