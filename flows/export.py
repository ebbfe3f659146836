"""Records as JSON: the public interface of every ``--json`` (schema in docs/json.md). The one place of the mapping.

Numbers are JSON numbers (a whole number stays whole), an open bound is null, instants are ISO 8601 in UTC, days
``YYYY-MM-DD``. Keys are only ever added; ``SCHEMA`` counts up when one changes its meaning.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from news.lessons import Lesson
from news.mutes import Mute
from news.periods import Period
from news.records import (
    Article,
    Attribution,
    Claim,
    Conflict,
    Figure,
    Quote,
    Refused,
    Settlement,
    Source,
    Unused,
    Verdict,
)

Json = dict[str, Any]

SCHEMA = 1


def number(value: Decimal | None) -> int | float | None:
    """A JSON number; None for an open bound."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def instant(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def figure_json(figure: Figure, sentence: str) -> Json:
    """One number of a report with the sentence around it."""
    return {
        "id": figure.figure_id,
        "article_id": figure.article_id,
        "low": number(figure.value.low),
        "high": number(figure.value.high),
        "soft_low": number(figure.value.soft_low),
        "soft_high": number(figure.value.soft_high),
        "hedge": figure.value.hedge.value,
        "hedge_words": figure.value.hedge_words,
        "surface": figure.surface,
        "sentence": sentence,
        "start": figure.start,
        "end": figure.end,
        "sentence_start": figure.sentence_start,
        "sentence_end": figure.sentence_end,
        "unit": figure.unit,
        "dimension": figure.dimension,
        "counted": figure.counted,
        "counted_class": figure.counted_class,
        "restrictors": list(figure.restrictors),
        "share_of": figure.share_of,
        "about": list(figure.about),
        "predicate": figure.predicate,
        "statuses": sorted(figure.statuses),
        "subjects": list(figure.subjects),
        "place": figure.place,
        "place_chain": list(figure.place_chain),
        "place_inherited": figure.place_inherited,
        "site": figure.site,
        "predicate_inherited": figure.predicate_inherited,
        "period": _period(figure.period),
        "as_of": day(figure.as_of),
        **_attribution(figure.attribution),
        "role": figure.role.value,
        "polarity": figure.polarity.value,
        "modality": figure.modality.value,
        "aggregation": figure.aggregation.value,
        "change": figure.change.value,
        "direction": figure.direction.value,
        "preliminary": figure.preliminary,
        "cues": list(figure.cues),
    }


def quote_json(quote: Quote) -> Json:
    """One quote. ``content`` and ``source`` are offsets into the article's text."""
    return {
        "id": quote.quote_id,
        "article_id": quote.article_id,
        "type": quote.type.value,
        "text": quote.text,
        "content": [[span.start, span.end] for span in quote.content],
        "source": None if quote.source is None else [quote.source.start, quote.source.end],
        **_attribution(quote.attribution),
        "polarity": quote.polarity.value,
    }


def source_json(source: Source) -> Json:
    """Where a figure or quote stands."""
    return {
        "article_id": source.article_id,
        "version": source.version,
        "outlet": source.outlet,
        "url": source.url,
        "title": source.title,
        "published": instant(source.published),
        "first_seen": instant(source.first_seen),
        "origin": source.origin,
        "agency": source.agency,
        "story": source.story,
    }


def claim_json(claim: Claim) -> Json:
    """A figure together with its source, in one flat object."""
    return figure_json(claim.figure, claim.sentence) | source_json(claim.source)


def verdict_json(verdict: Verdict) -> Json:
    """The judgement about two figures."""
    return {
        "earlier_id": verdict.earlier_id,
        "later_id": verdict.later_id,
        "relation": verdict.relation.value,
        "group": verdict.relation.group,
        "level": verdict.level.value,
        "reason": verdict.reason,
        "compared": list(verdict.compared),
        "ratio": number(verdict.ratio),
        "possible": verdict.possible,
    }


def conflict_json(conflict: Conflict, *, decision: str = "suggested") -> Json:
    """A conflict with both sides. ``decision``: suggested | confirmed | dismissed."""
    verdict = verdict_json(conflict.verdict)
    return {
        "id": conflict.conflict_id,
        "thread": conflict.thread,
        "story": conflict.story,
        "state": conflict.state,
        "decision": decision,
        "measure": conflict.measure,
        **{name: verdict[name] for name in ("relation", "group", "level", "reason", "compared", "ratio", "possible")},
        "earlier": claim_json(conflict.earlier),
        "later": claim_json(conflict.later),
        "outlets": list(conflict.outlets),
        "origins": conflict.origins,
        "unused": [_unused(unused) for unused in conflict.unused],
        "note": conflict.note,
        "settlement": _settlement(conflict.settlement),
    }


def lesson_json(lesson: Lesson) -> Json:
    """What a verdict taught. ``one`` and ``other``: the two figures it was taught with."""
    return {
        "conflict": lesson.conflict_id,
        "taught": lesson.taught.value,
        "words": lesson.words,
        "at": instant(lesson.at),
        "who": lesson.who,
        "note": lesson.note,
        "one": claim_json(lesson.one),
        "other": claim_json(lesson.other),
    }


def mute_json(mute: Mute) -> Json:
    """A mute in force. ``one`` and ``other``: two sources; or a thread and its measure in words."""
    return {
        "number": mute.number,
        "kind": mute.kind,
        "one": mute.one,
        "other": mute.other,
        "until": instant(mute.until),
        "at": instant(mute.at),
        "who": mute.who,
        "why": mute.why,
    }


def article_json(article: Article) -> Json:
    """A read page with its text."""
    return {
        "article_id": article.article_id,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "published": instant(article.published),
        "published_from": article.published_from,
        "updated": instant(article.updated),
        "first_seen": instant(article.first_seen),
        "language": article.language,
        "authors": list(article.authors),
        "agency": article.agency,
        "text": article.text,
    }


def refused_json(refused: Refused) -> Json:
    """A page that is no article, and why."""
    return {"url": refused.url, "reason": refused.reason.value, "detail": refused.detail}


def _attribution(attribution: Attribution) -> Json:
    return {
        "said_by": attribution.said_by,
        "said_by_role": attribution.said_by_role,
        "via": attribution.via,
        "cue": attribution.cue,
        "doubt": attribution.doubt,
    }


def _period(period: Period) -> Json:
    return {"kind": period.kind.value, "start": day(period.start), "end": day(period.end), "text": period.text}


def _unused(unused: Unused) -> Json:
    return {"figure": claim_json(unused.claim), "reason": unused.reason}


def _settlement(settlement: Settlement | None) -> Json | None:
    if settlement is None:
        return None
    return {"by": claim_json(settlement.by), "other": claim_json(settlement.other), "reason": settlement.reason}
