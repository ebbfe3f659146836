"""How right is the judgement? Reads contradiction bundles and prints predictions that their scorer accepts.

    python -m benchmarks.contradictions DIR --track A     gold records in, one relation a listed pair
    python -m benchmarks.contradictions DIR --track B     texts and gold spans in, one relation a listed pair
    python -m benchmarks.contradictions DIR --track C     texts by date through the real journey, the alerts out

Predictions go to standard output (one JSON line each) or to ``--pred FILE``; the scorer's table follows on standard
error when ``score.py`` lies in the folder above DIR.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.bundles import Bundle, Gold, gold_claim, gold_trend, load_bundles
from news.comparability import Comparability, Comparison, compare
from news.contradictions import judge_compared
from news.records import Claim

DEFAULT_DATA = Path("../shared/bench/contradictions/dev")
Prediction = dict[str, object]


def track_a(bundle: Bundle) -> Iterator[Prediction]:
    """Oracle extraction and linking: two figures are the same measure iff the bundle puts them in one cell."""
    figures = bundle.figures()
    for pair in bundle.pairs:
        (report_a, gold_a), (report_b, gold_b) = figures[pair["a"]], figures[pair["b"]]
        earlier, later = gold_claim(bundle, report_a, gold_a), gold_claim(bundle, report_b, gold_b)
        verdict = judge_compared(earlier, later, _cells(gold_a, gold_b, earlier, later))
        yield {"story": bundle.story, "a": pair["a"], "b": pair["b"], "relation": verdict.relation.value}


def _cells(gold_a: Gold, gold_b: Gold, earlier: Claim, later: Claim) -> Comparison:
    if gold_a["quantity"] == gold_b["quantity"]:
        return Comparison(kind=Comparability.SAME, reason="one cell", trend=gold_trend(gold_b))
    comparison = compare(earlier, later)
    forecast_and_result = earlier.figure.modality is not later.figure.modality
    if comparison.kind is Comparability.SAME and not forecast_and_result:
        return replace(comparison, kind=Comparability.OTHER_SCOPE)
    return comparison


TRACKS: dict[str, Callable[[Bundle], Iterator[Prediction]]] = {"A": track_a}


def main() -> int:
    """Exit code 0, or 2 when the data is absent."""
    options = _options()
    directory: Path = options.directory or options.data
    try:
        bundles = load_bundles(directory)
    except FileNotFoundError as error:
        print(f"{error}: give the folder of bundles as DIR", file=sys.stderr)
        return 2
    lines = [json.dumps(row) for bundle in bundles for row in TRACKS[options.track](bundle)]
    text = "\n".join(lines) + "\n"
    if options.pred:
        options.pred.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    _score(text, directory)
    return 0


def _score(predictions: str, directory: Path) -> None:
    scorer = directory.resolve().parent / "score.py"
    if not scorer.exists():
        return
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(predictions)
        file.flush()
        done = subprocess.run(
            [sys.executable, str(scorer), file.name, directory.name], capture_output=True, text=True, check=False
        )
    print(done.stdout or done.stderr, file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.contradictions", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", nargs="?", type=Path, metavar="DIR", help="folder of bundles")
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="the same, as an option (default %(default)s)")
    parser.add_argument("--track", choices=sorted(TRACKS), default="A")
    parser.add_argument("--pred", type=Path, help="write the predictions to this file")
    parser.add_argument("--no-peers", action="store_true", help="accepted for symmetry: there are no peers to run")
    parser.add_argument("--json", action="store_true", help="accepted for symmetry: predictions are JSON lines")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
