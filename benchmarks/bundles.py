"""Reads folders of contradiction bundles (schema ``contradiction-bundle/1``): stories of reports with gold figures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from benchmarks.cells import read_cell
from extractors.places import find_places
from news.identity import article_id
from news.measures import Trend
from news.records import (
    Article,
    Attribution,
    Claim,
    Figure,
    Hedge,
    Modality,
    Polarity,
    Role,
    Source,
    Value,
)

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bundle:
    """One story. ``reports`` in publication order; ``pairs`` as labelled."""

    story: str
    title: str
    reports: list[Gold]
    pairs: list[Gold]

    def figures(self) -> dict[str, tuple[Gold, Gold]]:
        """Gold figure id -> (report, gold figure)."""
        return {figure["id"]: (report, figure) for report in self.reports for figure in report["figures"]}


def load_bundles(directory: Path) -> list[Bundle]:
    """All bundles of a folder, by name. Raises FileNotFoundError when there is none."""
    paths = sorted(directory.glob("*.json"))
    bundles = [_bundle(json.loads(path.read_text(encoding="utf-8"))) for path in paths]
    if not bundles:
        raise FileNotFoundError(f"no contradiction bundles in {directory}")
    return bundles


def _bundle(data: Gold) -> Bundle:
    return Bundle(data["story"], data["title"], data["reports"], data["pairs"])


def published_at(report: Gold) -> datetime:
    """Bundles give days only: noon, plus the report's number in minutes to keep their order."""
    minutes = int(report["id"].removeprefix("r"))
    return datetime.combine(date.fromisoformat(report["published"]), time(12, minutes), tzinfo=UTC)


def agency_of(outlet: str) -> str:
    """The wire service in brackets behind the outlet: "Mint (Reuters)" -> "Reuters"."""
    return outlet.partition("(")[2].rstrip(")").strip()


def article_of(bundle: Bundle, report: Gold) -> Article:
    """The report as a stored article."""
    at = published_at(report)
    return Article(
        article_id=article_id(report["url"]),
        url=report["url"],
        outlet=report["outlet"],
        title=bundle.title,
        text=report["text"],
        published=at,
        first_seen=at,
        agency=agency_of(report["outlet"]),
    )


def source_of(bundle: Bundle, report: Gold) -> Source:
    """The report as the source of a claim."""
    article = article_of(bundle, report)
    return Source(
        article_id=article.article_id,
        version=1,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        first_seen=article.first_seen,
        origin=article.article_id,
        agency=article.agency,
        story=bundle.story,
    )


def gold_value(figure: Gold) -> Value:
    """Stated bounds as given; soft bounds of rounded and hedged numbers by half a step of their last place."""
    low, high = _decimal(figure["low"]), _decimal(figure["high"])
    hedge = Hedge(figure["hedge"])
    soft_low, soft_high = low, high
    if low is not None and low == high and hedge is Hedge.APPROX:
        width = _rounding(low)
        soft_low, soft_high = low - width, low + width
    return Value(low=low, high=high, soft_low=soft_low, soft_high=soft_high, hedge=hedge)


def _rounding(number: Decimal) -> Decimal:
    """Half a unit of the last significant place, between 0.5 and 7 % of the number."""
    exponent = int(number.normalize().as_tuple().exponent)
    half = Decimal(1).scaleb(exponent) / 2
    return max(min(half, abs(number) * Decimal("0.07")), abs(number) * Decimal("0.005"))


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(repr(number))


def gold_claim(bundle: Bundle, report: Gold, figure: Gold) -> Claim:
    """A gold record as the claim that a perfect extractor would hand to the judge."""
    attribution = figure["attribution"]
    speaker, _, carrier = attribution.partition(" via ")
    source = source_of(bundle, report)
    as_of = date.fromisoformat(figure["as_of"])
    cell = read_cell(figure["counted"], figure["predicate"], figure["place"], figure["period"], as_of=as_of)
    forecast = figure["status"] == "projection" or cell.forecast
    return Claim(
        figure=Figure(
            figure_id=f"{bundle.story}:{figure['id']}",
            article_id=source.article_id,
            start=figure["start"],
            end=figure["end"],
            surface=figure["surface"],
            sentence_start=0,
            sentence_end=len(report["text"]),
            value=gold_value(figure),
            unit=_unit(figure),
            dimension="money"
            if figure["unit"] == "USD"
            else "share"
            if _unit(figure) in ("percent", "share")
            else "count",
            counted=figure["counted"],
            counted_class=cell.counted_class,
            restrictors=cell.restrictors,
            subjects=cell.subjects,
            statuses=cell.statuses,
            place_chain=cell.place_chain,
            predicate=figure["predicate"],
            place=figure["place"],
            period=cell.period,
            as_of=as_of,
            attribution=Attribution(
                said_by="" if speaker == "unattributed" else speaker, via=carrier, country=country_in(speaker)
            ),
            role=Role.BACKGROUND if figure["role"] == "background" else Role.CLAIM,
            polarity=Polarity.DENIED if figure["polarity"] == "denied" else Polarity.ASSERTED,
            modality=Modality.FORECAST if forecast else Modality.ACTUAL,
        ),
        source=source,
        sentence=cast(str, report["text"]),
    )


def _unit(figure: Gold) -> str:
    return cast(str, figure["unit"])


def country_in(speaker: str) -> str:
    """The country that the speaker's name mentions, by the extractors' gazetteer."""

    for mention in find_places(speaker):
        if mention.chain:
            return mention.chain[-1]
    return ""


def gold_trend(figure: Gold) -> Trend:
    """The bundle's word for how the quantity moves."""
    return Trend.FREE if figure["trend"] == "rate" else Trend(figure["trend"])
