"""Changing the feeds in ``watch.yaml`` without touching its comments."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from flows.settings.document import read_document, yaml_for_editing
from flows.settings.load import load_settings
from news.errors import SettingsError
from news.plain import plain
from news.records import Feed

_DEFAULTS = Feed(url="", outlet="")


def add_feeds(path: Path, feeds: Iterable[Feed]) -> list[Feed]:
    """Write the feeds that ``path`` does not have yet; returns them. Raises SettingsError, and then changes nothing."""
    document = _editable(path)
    section = document.get("feeds")
    if section is None:
        section = document["feeds"] = CommentedSeq()
    known = {row["url"] for row in section}
    added = [feed for feed in feeds if feed.url not in known]
    if isinstance(section, CommentedSeq) and not section:
        section.fa.set_block_style()
    section.extend(_row(feed) for feed in added)
    if added:
        _write(path, document)
    return added


def move_feeds(path: Path, moved: Mapping[str, str]) -> int:
    """Give feeds (old address -> new address) their new addresses; returns how many were changed. A feed whose new
    address stands in the settings already is left for the user to remove."""
    document = _editable(path)
    section = document.get("feeds") or []
    taken = {row["url"] for row in section}
    changed = 0
    for row in section:
        target = moved.get(row["url"], "")
        if target and target not in taken:
            row["url"] = target
            taken.add(target)
            changed += 1
    if changed:
        _write(path, document)
    return changed


def _editable(path: Path) -> Any:
    """The document, once it is known to be right as it stands."""
    read_document(path)
    load_settings(path, {}, secrets=False)
    try:
        return yaml_for_editing().load(path.read_text("utf-8-sig"))
    except (YAMLError, ValueError) as error:
        raise SettingsError(f"{path}: cannot be edited ({plain(str(error), 200)}); edit it by hand") from error


def _row(feed: Feed) -> CommentedMap:
    row = CommentedMap()
    for name in ("url", "outlet", "country", "language", "delay", "timezone", "allow_private"):
        value = getattr(feed, name)
        if value != getattr(_DEFAULTS, name):
            row[name] = value
    return row


def _write(path: Path, document: Any) -> None:
    """Check the new text before it takes the place of the old one in a single step."""
    buffer = io.StringIO()
    yaml_for_editing().dump(document, buffer)
    draft = path.with_name(f"{path.name}.draft")
    try:
        draft.write_text(buffer.getvalue(), encoding="utf-8")
        load_settings(draft, {}, secrets=False)
        draft.replace(path)
    except SettingsError as error:
        raise SettingsError(f"{str(error).replace(str(draft), str(path))}; nothing was changed") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written ({error.strerror}); nothing was changed") from error
    finally:
        draft.unlink(missing_ok=True)
