"""Runs inside quantulum3's own environment: a JSON list of texts in, tags and seconds out as the last line."""

import json
import sys
import time
from typing import Any

from quantulum3 import parser  # type: ignore[import-not-found]

_NAMES = {
    "dimensionless": "-",
    "per cent": "percentage",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "degree angle": "degree",
}


def read(text: str) -> list[dict[str, Any]]:
    """Value and unit of each quantity; a failure on a text finds nothing there."""
    try:
        found = parser.parse(text)
    except Exception:
        return []
    return [{"value": q.value, "normalized_unit": _unit(q.unit.name)} for q in found]


def _unit(name: str) -> str:
    """Its names where they are only spelled otherwise than in the sets."""
    return _NAMES.get(name, name)


if __name__ == "__main__":
    texts = json.load(sys.stdin)
    read("It weighs 2 kg.")
    started = time.process_time()
    tags = [read(text) for text in texts]
    seconds = time.process_time() - started
    print(json.dumps({"tags": tags, "seconds": seconds, "attributes": ["value", "unit"]}))
