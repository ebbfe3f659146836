"""``watch.yaml`` as text with lines: read so that every value knows its line, edited so that comments survive."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError, RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from news.errors import SettingsError
from news.plain import plain


class _Constructor(RoundTripConstructor):
    """Leaves dates as text: an impossible one is then refused with its line like any other value."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda self, node: self.construct_scalar(node))


def read_document(path: Path) -> Any:
    """The loaded mapping; ``.lc`` of its nodes holds the lines. Raises SettingsError for what is no such YAML."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(
            f"{path}: there is no such file; write one with `tallywatch init .` or name yours with --settings"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read ({plain(str(error), 200)}); it must be UTF-8 text") from error
    document = _loaded(path, text)
    if document is None:
        raise SettingsError(f"{path}: the file is empty; `tallywatch init DIR` writes a commented example")
    if not isinstance(document, Mapping):
        raise problem_at(path, 1, "expected keys such as feeds: and watches:; `tallywatch init DIR` writes an example")
    return document


def yaml_for_editing() -> YAML:
    """The reader and writer that keeps comments, order and quotation marks."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 4096  # never fold an address
    return yaml


def problem_at(path: Path, line: int, message: str, others: int = 0) -> SettingsError:
    """``watch.yaml:12: message (and 2 more)``."""
    more = f" (and {others} more)" if others else ""
    return SettingsError(f"{path}:{line}: {message}{more}")


def simple(node: Any) -> Any:
    """Plain dicts, lists and scalars of what ruamel loaded, so that types are what they say."""
    if isinstance(node, Mapping):
        return {key: simple(value) for key, value in node.items()}
    if isinstance(node, list):
        return [simple(value) for value in node]
    if type(node).__name__ == "ScalarBoolean":
        return bool(node)
    for kind in (bool, int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return node


def _loaded(path: Path, text: str) -> Any:
    yaml = YAML(typ="rt")
    yaml.Constructor = _Constructor
    try:
        return yaml.load(text)
    except DuplicateKeyError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise problem_at(path, line, f"the key {_quoted(str(error.problem))} stands twice; keep one of them") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = plain(str(error.problem or error.context or "no valid YAML"), 200)
        line = mark.line + 1 if mark else 1
        raise problem_at(path, line, f"no valid YAML: {problem}; check the indentation") from None
    except (YAMLError, ValueError, RecursionError) as error:
        raise problem_at(path, 1, f"no valid YAML: {plain(str(error), 200)}") from None


def _quoted(problem: str) -> str:
    """The key that ruamel names in 'found duplicate key "delay" with value ...'."""
    parts = problem.split('"')
    return repr(plain(parts[1], 60)) if len(parts) > 2 else "here"
