"""What is wrong in a run, one line an error: for people who mend the extractor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.figures_run import Run, Tag


def misses(run: Run) -> Iterator[str]:
    """Lines by the shape of the run's predictions: tags against gold, fields, values; nothing for events."""
    rows = run.predictions["res"] if isinstance(run.predictions, dict) else run.predictions
    for row in rows:
        if "tags" in row:
            yield from _tags(row)
        elif row.get("wrong"):
            wrong = ",".join(row["wrong"])
            yield f"  {wrong:16} {row['story']} {row['surface']!r}: want {row['gold']}; got {row['got']}"
        elif "Input" in row and sorted(row["gold"]) != sorted(row["found"]):
            yield f"  {row['Input']!r}: want {row['gold']}, got {row['found']}"


def _tags(row: dict[str, Any]) -> Iterator[str]:
    left: list[Tag] = list(row["tags"])
    lines: list[str] = []
    for gold in row["gt"]:
        tag = next((t for t in left if _value(t["value"]) == _value(gold["value"]) and _unit(t) == _unit(gold)), None)
        tag = tag or next((t for t in left if _value(t["value"]) == _value(gold["value"])), None)
        if tag is None:
            lines.append(f"    MISSED  {_gold(gold)}")
            continue
        left.remove(tag)
        wrong = _differences(gold, tag)
        if wrong:
            lines.append(f"    {' '.join(wrong):16} {_gold(gold)}   GOT {_got(tag)}")
    lines += [f"    SURPLUS {_got(tag)}" for tag in left]
    if lines:
        yield f"  {row['text']}"
        yield from lines


def _differences(gold: Tag, tag: Tag) -> list[str]:
    found = []
    if _unit(tag) != _unit(gold):
        found.append("UNIT")
    if "change" in gold and gold["change"] != tag["change"]:
        found.append("CHANGE")
    if "referred_concepts" in gold:
        wanted, got = _words(gold["referred_concepts"]), {word.lower() for word in tag["referred_concepts"]}
        if wanted != got:
            found.append("CONCEPT" if wanted & got else "CONCEPT!")
    return found


def _value(value: Any) -> tuple[float, ...]:
    if isinstance(value, list):
        return tuple(round(float(end), 6) for end in value)
    text = str(value)
    if re.fullmatch(r"[\d.]+-[\d.]+", text):
        return tuple(round(float(end), 6) for end in text.split("-"))
    return (round(float(text), 6),)


def _unit(tag: Tag) -> str:
    return str(tag["normalized_unit"] or "-").lower()


def _words(concepts: str) -> set[str]:
    return {word.lower() for word in re.split(r"[,\s]+", concepts)}


def _gold(gold: Tag) -> str:
    rest = f" | {gold['change']} | {gold['referred_concepts']}" if "change" in gold else ""
    return f"{gold['value']} | {gold['normalized_unit']}{rest}"


def _got(tag: Tag) -> str:
    return f"{tag['value']} | {tag['normalized_unit']} | {tag['change']} | {' '.join(tag['referred_concepts'])}"
