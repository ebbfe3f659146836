"""How right is the judgement? Reads contradiction bundles and prints predictions that their scorer accepts.

    python -m benchmarks.contradictions DIR --track A     gold records in, one relation a listed pair
    python -m benchmarks.contradictions DIR --track B     texts and gold spans in, one relation a listed pair
    python -m benchmarks.contradictions DIR --track C     texts by date through the real journey, the alerts out

Predictions go to standard output (one JSON line each) or to ``--pred FILE``. On standard error follows the table of the
scorer ``score.py`` in the folder above DIR, or without one what was found, wrongly claimed and missed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.bundle_scores import tally_rows
from benchmarks.bundles import Bundle, Gold, gold_claim, gold_trend, load_bundles, published_at
from benchmarks.reading import claim_at, read_bundle_page, read_claims
from flows.pipeline import Rules, file_page
from news.comparability import Comparison, compare
from news.contradictions import judge, judge_compared
from news.fields import Comparability
from news.records import Alert, AlertKind, Claim, Relation
from news.watches import Watch
from storage import open_archive

LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
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
        return replace(comparison, kind=_other_cell(gold_a, gold_b))
    return comparison


def _other_cell(gold_a: Gold, gold_b: Gold) -> Comparability:
    """Two cells that our tables cannot tell apart: the field whose words differ says what kind of difference it is."""
    if gold_a["counted"] != gold_b["counted"]:
        return Comparability.PART
    elsewhere = any(gold_a[field] != gold_b[field] for field in ("period", "place"))
    return Comparability.OTHER_SCOPE if elsewhere else Comparability.OTHER_DEFINITION


def track_b(bundle: Bundle) -> Iterator[Prediction]:
    """Gold spans, but every field read from the text. A span in which no figure was found compares with nothing."""
    found = {report["id"]: read_claims(bundle, report) for report in bundle.reports}
    for pair in bundle.pairs:
        earlier = claim_at(found[_report_id(pair["a"])], bundle, pair["a"])
        later = claim_at(found[_report_id(pair["b"])], bundle, pair["b"])
        relation = judge(earlier, later).relation if earlier and later else Relation.UNRELATED
        yield {"story": bundle.story, "a": pair["a"], "b": pair["b"], "relation": relation.value}


def track_c(bundle: Bundle) -> Iterator[Prediction]:
    """The reports by date through the real journey into an archive of their own; one line an alert that is told.
    That two parties came to agree is no contradiction and gives no line."""
    rules = Rules(watches=(Watch(name=bundle.story, title=bundle.title),), alert_from=LONG_AGO)
    with open_archive() as archive:
        for report in bundle.reports:
            filed = file_page(archive, read_bundle_page(bundle, report), rules, published_at(report))
            for alert in filed.alerts:
                if alert.kind is not AlertKind.RESOLVED:
                    yield _told(bundle, report, alert)


def _told(bundle: Bundle, report: Gold, alert: Alert) -> Prediction:
    here, there = alert.conflict.later, alert.conflict.earlier
    if here.source.url != report["url"]:
        here, there = there, here
    return {
        "story": bundle.story,
        "report": report["id"],
        "value": _number(here),
        "earlier_value": _number(there),
        "relation": alert.conflict.verdict.relation.value,
        "kind": alert.kind.value,
        "measure": alert.conflict.measure,
    }


def _number(claim: Claim) -> float:
    return float(claim.figure.value.point)


def _report_id(figure_id: str) -> str:
    return figure_id.partition(".")[0]


TRACKS: dict[str, Callable[[Bundle], Iterator[Prediction]]] = {"A": track_a, "B": track_b, "C": track_c}


def main() -> int:
    """Exit code 0, or 2 when the data is absent."""
    options = _options()
    directory: Path = options.directory or options.data
    try:
        bundles = load_bundles(directory)
    except FileNotFoundError as error:
        print(f"{error}: give the folder of bundles as DIR", file=sys.stderr)
        return 2
    rows = [row for bundle in bundles for row in TRACKS[options.track](bundle)]
    text = "\n".join(json.dumps(row) for row in rows) + "\n"
    if options.pred:
        options.pred.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    if (directory.resolve().parent / "score.py").exists():
        _score(text, directory)
    else:
        tally = tally_rows(bundles, rows)
        print(f"{tally}, precision {tally.precision:.1%}, recall {tally.recall:.1%}", file=sys.stderr)
    return 0


def _score(predictions: str, directory: Path) -> None:
    scorer = directory.resolve().parent / "score.py"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(predictions)
        file.flush()
        done = subprocess.run(
            [sys.executable, str(scorer), file.name, directory.name], capture_output=True, text=True, check=False
        )
    print(done.stdout or done.stderr, file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.contradictions", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", nargs="?", type=Path, metavar="DIR", help="folder of bundles")
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="the same, as an option (default %(default)s)")
    parser.add_argument("--track", choices=sorted(TRACKS), default="A")
    parser.add_argument("--pred", type=Path, help="write the predictions to this file")
    parser.add_argument("--no-peers", action="store_true", help="accepted for symmetry: there are no peers to run")
    parser.add_argument("--json", action="store_true", help="accepted for symmetry: predictions are JSON lines")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
