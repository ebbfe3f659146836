"""Figures of events: excerpts on displacement (``idmc-*.json``) and keys of attacks (``muc-*.json``)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.figures_run import Run, load
from benchmarks.figures_scorers import load_scorer, score_events
from extractors.figures import find_figures
from news.measures import class_chain
from news.records import Article, Figure

_WHEN = datetime(2017, 1, 15, 12, tzinfo=UTC)
#: status -> reporting term of the displacement monitors; of homes where one is named
_TERMS = {
    "evacuated": "Evacuated", "displaced": "Displaced", "homeless": "Homeless", "relocated": "Relocated",
    "destroyed": "Destroyed Housing", "damaged": "Partially Destroyed Housing",
}  # fmt: skip
_EFFECTS = {"killed": "DEATH", "wounded": "INJURY", "destroyed": "DESTROYED", "damaged": "SOME DAMAGE"}
_HOUSEHOLDS = frozenset({"household", "home", "building"})


def runs(data: Path) -> Iterator[Run]:
    """One run over both sets, since one scorer reads them together."""
    idmc, muc = sorted(data.glob("idmc-*.json")), sorted(data.glob("muc-*.json"))
    if not idmc or not muc:
        return
    started = time.perf_counter()
    rows = [*_idmc(load(idmc[0])), *_muc(load(muc[0]))]
    seconds = time.perf_counter() - started
    scorer = load_scorer(data, "score_events.py")
    yield Run(
        stem=f"{idmc[0].stem}+{muc[0].stem}",
        reader="tallywatch",
        predictions=rows,
        measures=dict(score_events(scorer, rows, idmc[0], muc[0])) if scorer else {},
        sentences=sum(row.pop("sentences") for row in rows),
        seconds=seconds,
        notes=() if scorer else ("not scored: score_events.py does not lie beside the data",),
    )


def _idmc(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for number, item in enumerate(items):
        yield _row("idmc", str(number), item["text"], item["text"].count(". ") + 1)


def _muc(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield _row("muc", item["doc"], "\n".join(item["sentences"]), len(item["sentences"]))


def _row(name: str, key: str, text: str, sentences: int) -> dict[str, Any]:
    figures = [_told(figure) for figure in find_figures(_article(key, text))]
    return {"set": name, "id": key, "figures": figures, "sentences": sentences}


def _article(key: str, text: str) -> Article:
    return Article(
        article_id=key, url=f"https://example.org/{key}", outlet="Example", title="", text=text, published=_WHEN,
        first_seen=_WHEN,
    )  # fmt: skip


def _told(figure: Figure) -> dict[str, Any]:
    value = figure.value
    return {
        "low": None if value.low is None else float(value.low),
        "high": None if value.high is None else float(value.high),
        "counted": figure.counted,
        "kind": _kind(figure),
        "term": next((_TERMS[status] for status in sorted(figure.statuses) if status in _TERMS), None),
        "effects": sorted({_EFFECTS[status] for status in figure.statuses if status in _EFFECTS}),
    }


def _kind(figure: Figure) -> str | None:
    chain = class_chain(figure.counted_class)
    if _HOUSEHOLDS & set(chain):
        return "Households"
    return "People" if "person" in chain else None
