"""Figures of events: excerpts on displacement (``idmc-*.json``) and keys of attacks (``muc-*.json``)."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.figures_run import Run, load
from benchmarks.figures_scorers import load_scorer, score_events
from extractors.figures import find_figures
from news.measures import class_chain
from news.records import Article, Figure

_WHEN = datetime(2017, 1, 15, 12, tzinfo=UTC)
#: status -> reporting term of the displacement monitors
_TERMS = {
    "destroyed": "Destroyed Housing", "damaged": "Partially Destroyed Housing", "evacuated": "Evacuated",
    "sheltered": "Sheltered", "displaced": "Displaced", "homeless": "Homeless",
}  # fmt: skip
#: (status, word of the predicate) -> the term that the monitors have for this word
_NARROWER = {
    **dict.fromkeys((("displaced", word) for word in ("fle", "leave", "homes", "forced")), "Forced to Flee"),
    ("evacuated", "relocat"): "Relocated",
    ("damaged", "uninhabitable"): "Uninhabitable Housing",
}  # fmt: skip
#: effects on the targets of attacks. The keys call what burned destroyed or damaged, as it comes.
_EFFECTS = {
    "killed": ("DEATH",), "buried": ("DEATH",), "recovered": ("DEATH",), "wounded": ("INJURY",),
    "hospitalised": ("INJURY",), "destroyed": ("DESTROYED",), "damaged": ("SOME DAMAGE",), "attacked": ("SOME DAMAGE",),
}  # fmt: skip
_HOUSEHOLDS = frozenset({"household", "home", "building"})
_HOUSING = frozenset({"Destroyed Housing", "Partially Destroyed Housing"})
_NEXT_WORD = re.compile(r"\s([A-Za-z]+)")
Told = dict[str, Any]


def runs(data: Path) -> Iterator[Run]:
    """One run over both sets, since one scorer reads them together."""
    idmc, muc = sorted(data.glob("idmc-*.json")), sorted(data.glob("muc-*.json"))
    if not idmc or not muc:
        return
    started = time.process_time()
    rows = [*_idmc(load(idmc[0])), *_muc(load(muc[0]))]
    seconds = time.process_time() - started
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
        figures = _figures(str(number), item["text"])
        rows = [_excerpt(figure, item["text"]) for figure in figures]
        sentences = item["text"].count(". ") + 1
        yield {"set": "idmc", "id": str(number), "figures": [*rows, *_listed(rows)], "sentences": sentences}


def _muc(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        text = "\n".join(item["sentences"])
        figures = _figures(item["doc"], text)
        rows = [_target(figure, text) for figure in figures]
        told = [*rows, *_victims(figures)]
        yield {"set": "muc", "id": item["doc"], "figures": told, "sentences": len(item["sentences"])}


def _figures(key: str, text: str) -> list[Figure]:
    article = Article(
        article_id=key, url=f"https://example.org/{key}", outlet="Example", title="", text=text, published=_WHEN,
        first_seen=_WHEN,
    )  # fmt: skip
    return find_figures(article)


def _bounds(figure: Figure) -> Told:
    value = figure.value
    low, high = (None if bound is None else float(bound) for bound in (value.low, value.high))
    return {"low": low, "high": high}


# ------------------------------------------------------------------------------------------- excerpts on displacement
def _excerpt(figure: Figure, text: str) -> Told:
    return {**_bounds(figure), "kind": _kind(figure), "term": _term(figure, text)}


def _kind(figure: Figure) -> str | None:
    chain = class_chain(figure.counted_class)
    if _HOUSEHOLDS & set(chain):
        return "Households"
    return "People" if "person" in chain else None


def _term(figure: Figure, text: str) -> str | None:
    """The term of the first status that the monitors report; their narrower one where the report's word is theirs."""
    status = next((status for status in _TERMS if status in figure.statuses), None)
    if status is None:
        return None
    if status == "sheltered" and "camp" in text[figure.sentence_start : figure.sentence_end]:
        return "In Relief Camp"
    words = figure.predicate.lower()
    return next((term for (of, word), term in _NARROWER.items() if of == status and word in words), _TERMS[status])


def _listed(rows: list[Told]) -> Iterator[Told]:
    """The monitors report the sum of what an excerpt lists by place: "31 houses here, 36 there". The product adds
    nothing up; here the exact figures of one kind and term are, and of housing those of both terms."""
    for kind in ("People", "Households"):
        of_kind = [row for row in rows if row["kind"] == kind and row["low"] == row["high"] and row["term"]]
        for terms in (*({row["term"]} for row in of_kind), _HOUSING):
            parts = [row["low"] for row in of_kind if row["term"] in terms]
            if len(parts) > 1:
                total = sum(parts)
                yield {"low": total, "high": total, "kind": kind, "term": sorted(terms)[0]}


# ------------------------------------------------------------------------------------------------- keys of attacks
def _target(figure: Figure, text: str) -> Told:
    return {**_bounds(figure), "counted": _described(figure, text), "effects": _effects(figure)}


def _described(figure: Figure, text: str) -> str:
    """The keys print an ellipsis as it stands ("others", "injured"); the product says what is left out ("people")."""
    behind = _NEXT_WORD.match(text, figure.end)
    words = figure.counted.lower().split()
    return figure.counted if behind is None or behind[1].lower() in words else f"{figure.counted} {behind[1]}"


def _effects(figure: Figure) -> list[str]:
    found = {effect for status in figure.statuses for effect in _EFFECTS.get(status, ())}
    if "burn" in figure.predicate.lower() and "destroyed" in figure.statuses:
        found.add("SOME DAMAGE")
    if "person" in class_chain(figure.counted_class):
        found.discard("SOME DAMAGE")
    return sorted(found)


def _victims(figures: list[Figure]) -> Iterator[Told]:
    """The keys count the victims of an attack together: "10 dead and 30 injured" are 40."""
    for first, second in pairwise(figures):
        exact = all(figure.value.low == figure.value.high for figure in (first, second))
        harmed = {status for figure in (first, second) for status in figure.statuses}
        if first.sentence_start == second.sentence_start and exact and harmed == {"killed", "wounded"}:
            total = float((first.value.low or 0) + (second.value.low or 0))
            yield {
                "low": total, "high": total, "counted": f"{first.counted} {second.counted}",
                "effects": ["DEATH", "INJURY"],
            }  # fmt: skip
