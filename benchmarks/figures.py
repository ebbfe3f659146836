"""How well are figures read? The product's own extractor on the sets of ``../shared/bench/figures``, beside its peers.

    python -m benchmarks.figures                          everything, peers in the same run
    python -m benchmarks.figures --only newsquant --no-peers --misses

Sets: newsquant and rtext (value, unit, change, concepts), specs (numbers), events (displacement, attacks), bundles
(``../contradictions/dev`` beside the data). Tables come from score.py and score_events.py, which lie with the data.
``--pred FILE`` writes the raw predictions as the scorers read them; with several data files each gets FILE with the
data file's stem appended (``pred.json`` -> ``pred-newsquant-dev.json``), and peers' files their name too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import (
    figures_bundles,
    figures_events,
    figures_misses,
    figures_newsquant,
    figures_peers,
    figures_rtext,
    figures_specs,
)
from benchmarks.figures_run import Run, shown, write

DEFAULT_DATA = Path("../shared/bench/figures")
SETS: dict[str, Callable[[Path], Iterator[Run]]] = {
    "newsquant": figures_newsquant.runs,
    "rtext": figures_rtext.runs,
    "specs": figures_specs.runs,
    "events": figures_events.runs,
    "bundles": figures_bundles.runs,
}
#: what peers can read: pattern of data files -> attributes scored
PEER_SETS = {
    "newsquant": (figures_newsquant.FILES, figures_newsquant.ATTRIBUTES),
    "rtext": (figures_rtext.FILES, figures_rtext.ATTRIBUTES),
}


def main() -> int:
    """Exit code 0, or 2 when the data is absent."""
    options = _options()
    data: Path = options.data
    if not data.is_dir():
        print(f"no benchmark data in {data}: give its folder with --data", file=sys.stderr)
        return 2
    chosen = [options.only] if options.only else list(SETS)
    found: list[Run] = []
    for name in chosen:
        here = list(SETS[name](data))
        if not here:
            print(f"{name}: no data in {data}", file=sys.stderr)
        found += here
        for run in here:
            _tell(run, options)
    if not options.no_peers:
        for peer in _peers(data, chosen):
            if isinstance(peer, Run):
                found.append(peer)
                _tell(peer, options)
            else:
                print(peer, file=sys.stderr)
    _keep(found, options.pred)
    if options.json:
        json.dump([_measured(run) for run in found], sys.stdout, indent=1)
        print()
    return 0 if found else 2


def _peers(data: Path, chosen: list[str]) -> Iterator[Run | str]:
    patterns = {pattern: names for name, (pattern, names) in PEER_SETS.items() if name in chosen}
    return figures_peers.runs(data, patterns) if patterns else iter(())


def _tell(run: Run, options: argparse.Namespace) -> None:
    if not options.json:
        print(shown(run))
        if options.misses:
            print(*figures_misses.misses(run), sep="\n")


def _keep(found: list[Run], file: Path | None) -> None:
    if file is None or file == Path("/dev/null"):
        return
    for run in found:
        own = run.stem if run.reader == "tallywatch" else f"{run.stem}-{run.reader.lower()}"
        write(run, file if len(found) == 1 else file.with_name(f"{file.stem}-{own}{file.suffix}"))


def _measured(run: Run) -> dict[str, object]:
    return {
        "set": run.stem,
        "reader": run.reader,
        "sentences": run.sentences,
        "sentences_per_second": round(run.speed),
        "measures": run.measures,
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.figures", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="folder of the sets (default %(default)s)")
    parser.add_argument("--only", choices=sorted(SETS), help="one set alone")
    parser.add_argument("--pred", type=Path, metavar="FILE", help="write the raw predictions to this file")
    parser.add_argument("--no-peers", action="store_true", help="run the product alone")
    parser.add_argument("--misses", action="store_true", help="list what is wrong, one line each")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
