"""One data file read by one reader, and how its predictions are kept and printed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Tag = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """``stem``: the data file's name without ending; ``predictions``: what its scorer reads, an object or lines;
    ``measures``: name -> number or triple; ``seconds``: processor time of reading alone, models
    loaded."""

    stem: str
    reader: str
    predictions: dict[str, Any] | list[dict[str, Any]]
    measures: dict[str, Any] = field(default_factory=dict)
    sentences: int = 0
    seconds: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def speed(self) -> float:
        """Sentences per second."""
        return self.sentences / max(self.seconds, 1e-9)


def write(run: Run, path: Path) -> None:
    """The raw predictions as their scorer reads them: one JSON object, or JSON lines."""
    if isinstance(run.predictions, dict):
        text = json.dumps(run.predictions) + "\n"
    else:
        text = "".join(json.dumps(row) + "\n" for row in run.predictions)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def load(path: Path) -> Any:
    """A JSON file, with or without a byte order mark."""
    return json.loads(path.read_text(encoding="utf-8-sig"))


def shown(run: Run) -> str:
    """The run as lines of a table."""
    lines = [f"== {run.stem}  {run.reader}  {run.sentences} sentences, {run.speed:,.0f} sentences/s"]
    for name, value in run.measures.items():
        if isinstance(value, (list, tuple)):
            precision, recall, f1 = value
            lines.append(f"  {name:30} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}")
        else:
            lines.append(f"  {name:30} {value}")
    return "\n".join([*lines, *(f"  {note}" for note in run.notes)])
