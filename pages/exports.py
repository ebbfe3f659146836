"""What a chart shows as data: CSV for spreadsheets, JSON for programs. One row a claim, ISO 8601 times, plain numbers.

Text cells that a spreadsheet would run as a formula get an apostrophe in front (OWASP, "CSV Injection"); JSON is exact.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import UTC
from decimal import Decimal

from news.records import Claim, Unused
from news.wording import figure_words
from pages.story import Measure

Row = dict[str, str | int | bool | None]

FIELDS = (
    "measure",
    "said_at",
    "as_of",
    "first_seen",
    "value",
    "low",
    "high",
    "hedge",
    "surface",
    "unit",
    "counted",
    "predicate",
    "place",
    "period",
    "said_by",
    "via",
    "outlet",
    "title",
    "url",
    "version",
    "sentence",
    "role",
    "polarity",
    "preliminary",
    "drawn",
    "conflicts",
    "figure_id",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBERS = frozenset({"low", "high"})


def rows_of(measures: Iterable[Measure]) -> list[Row]:
    """One row for each claim, in the order of the page."""
    return [_row(measure, claim) for measure in measures for claim in measure.claims]


def _row(measure: Measure, claim: Claim) -> Row:
    figure, source = claim.figure, claim.source
    drawn = measure.drawn and any(point.point_id == figure.figure_id for point in measure.points)
    ids = [
        conflict.conflict_id
        for conflict in measure.conflicts
        if figure.figure_id in (conflict.earlier.figure.figure_id, conflict.later.figure.figure_id)
    ]
    return {
        "measure": measure.words,
        "said_at": source.published.astimezone(UTC).isoformat(),
        "as_of": figure.as_of.isoformat(),
        "first_seen": source.first_seen.astimezone(UTC).isoformat(),
        "value": figure_words(figure),
        "low": _number(figure.value.low),
        "high": _number(figure.value.high),
        "hedge": figure.value.hedge.value,
        "surface": figure.surface,
        "unit": figure.unit,
        "counted": figure.counted,
        "predicate": figure.predicate,
        "place": figure.place,
        "period": figure.period.kind.value,
        "said_by": figure.attribution.said_by,
        "via": figure.attribution.via,
        "outlet": source.outlet,
        "title": source.title,
        "url": source.url,
        "version": source.version,
        "sentence": claim.sentence,
        "role": figure.role.value,
        "polarity": figure.polarity.value,
        "preliminary": figure.preliminary,
        "drawn": drawn,
        "conflicts": " ".join(ids),
        "figure_id": figure.figure_id,
    }


def _number(number: Decimal | None) -> str | None:
    """Digits without exponent, so that every spreadsheet reads a number; "" stands for an open bound."""
    if number is None or not number.is_finite() or number.adjusted() > 40:
        return None
    return f"{number:f}"


def csv_of(rows: Sequence[Row]) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for a local code page; one header row."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, FIELDS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(name, row[name]) for name in FIELDS})
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _cell(name: str, value: str | int | bool | None) -> str | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and name not in _NUMBERS and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def json_of(title: str, rows: Sequence[Row], excluded: Sequence[Unused]) -> bytes:
    """``{"title", "figures": [...], "excluded": [{"figure_id", "value", "sentence", "url", "reason"}]}``."""
    left_out = [
        {
            "figure_id": unused.claim.figure.figure_id,
            "value": figure_words(unused.claim.figure),
            "sentence": unused.claim.sentence,
            "url": unused.claim.source.url,
            "reason": unused.reason,
        }
        for unused in excluded
    ]
    data = {"title": title, "figures": list(rows), "excluded": left_out}
    return (json.dumps(data, ensure_ascii=True, indent=1) + "\n").encode("ascii")
