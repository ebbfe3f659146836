"""The scorers that lie beside the data: loaded from there, never copied."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.figures_run import Tag


def load_scorer(data: Path, name: str) -> ModuleType | None:
    """The module ``name`` (score.py, score_events.py) of the data folder or the folder above; None when absent."""
    path = next((folder / name for folder in (data, data.resolve().parent) if (folder / name).exists()), None)
    if path is None:
        return None
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_tags(scorer: ModuleType, rows: list[dict[str, Any]], attributes: list[str], reader: str) -> dict[str, Any]:
    """Strict and published scores: name -> (precision, recall, F1) in percent."""
    averages = reader.startswith("quantulum3")  # it has no ranges: the scorer compares the middle
    with_gold = [row | {"tags": [_complete(tag) for tag in row["tags"]]} for row in rows]
    strict, _, _ = scorer.strict(with_gold, attributes, averages)
    paper, _, _ = scorer.paper(with_gold, attributes, averages)
    wanted = [name for name in strict if _scored(name, attributes)]
    return {f"strict {name}": strict[name] for name in wanted} | {f"paper {name}": paper[name] for name in paper}


def _scored(name: str, attributes: list[str]) -> bool:
    if name == "all":
        return "referred_concepts" in attributes
    return not ("change" in name and "change" not in attributes) and not (
        "concept" in name and "referred_concepts" not in attributes
    )


def _complete(tag: Tag) -> Tag:
    return {"change": "=", "referred_concepts": ["-"], **tag}


def score_events(scorer: ModuleType, rows: list[dict[str, Any]], idmc: Path, muc: Path) -> dict[str, float]:
    """Recall in percent by the names that the scorer prints ("IDMC figure", "MUC +noun")."""
    printed = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with contextlib.redirect_stdout(printed):
            scorer.main(path, idmc, muc)
    found: dict[str, float] = {}
    for line in printed.getvalue().splitlines():
        name = line.split(" ", 1)[0]
        found |= {f"{name} {what}": float(share) for what, share in re.findall(r"([+\w]+) (\d+\.\d)", line)}
    return found
