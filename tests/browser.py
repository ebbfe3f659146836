"""Headless Chromium for tests that look at what people see. Skips loudly where there is none."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")

#: Opens a document in a frame of some width and tells how wide it wanted to be, and how charts and pictures came out.
PROBE = """<!DOCTYPE html><iframe style="width:{width}px;height:2400px;border:0" src="{address}"></iframe><script>
onload = () => {{
  const inner = document.querySelector("iframe").contentDocument;
  const shown = [...inner.querySelectorAll("svg")].filter(svg => svg.getBoundingClientRect().width > 0);
  const scale = Math.min(...shown.map(svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width));
  const pictures = [...inner.querySelectorAll("img")].map(img => img.getBoundingClientRect().width);
  const width = inner.documentElement.scrollWidth;
  document.title = JSON.stringify({{width, charts: shown.length, scale, pictures}});
}};
</script>"""


def chromium(directory: Path, *arguments: str) -> str:
    """Run Chromium with a profile in ``directory`` and answer what it printed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("NO CHROMIUM on this machine: nothing was opened in a browser (apt-get install chromium)")
    profile = f"--user-data-dir={directory / 'profile'}"
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", *QUIET, profile, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def measure(document: Path, width: int, directory: Path) -> dict[str, Any]:
    """``width`` the document wants in a frame of ``width`` pixels, ``charts`` shown, their ``scale``, ``pictures``."""
    probe = directory / "probe.html"
    probe.write_text(PROBE.format(address=document.as_uri(), width=width))
    dom = chromium(
        directory, "--allow-file-access-from-files", "--virtual-time-budget=5000", "--dump-dom", probe.as_uri()
    )
    title = BeautifulSoup(dom, "lxml").title
    assert title is not None
    measured = json.loads(title.get_text())
    assert isinstance(measured, dict)
    return measured
