from __future__ import annotations

import io
import re

import pytest
from builders import AGAIN, alert, conflict
from hostile import hostile_alert
from rich.cells import cell_len
from rich.console import Console

from alerts import Message, compose
from alerts.terminal import TerminalChannel
from news.records import AlertKind


def printed(message: Message, width: int = 80, **settings: bool) -> str:
    out = io.StringIO()
    TerminalChannel(Console(file=out, width=width, **settings)).send(message)  # type: ignore[arg-type]
    return out.getvalue()


def test_the_alert_fits_80_columns_and_holds_both_sides() -> None:
    text = printed(compose(alert(), page_url="/home/desk/site/conflicts/c-7f3a11c2.html"))
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    flat = re.sub(r"[│\s]+", " ", text)
    for words in ("NEW CONFLICT · ×2.7", "> 3,000", "about 1,100", "Volodymyr Zelensky", "preliminary"):
        assert words in flat
    for words in ("Not used (3)", "dismiss --why window", "/home/desk/site/conflicts/c-7f3a11c2.html", "C-7f3a11c2"):
        assert words in flat
    row = next(line for line in text.splitlines() if "> 3,000  " in line)
    assert "about 1,100" in row  # side by side


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_every_width_holds(width: int) -> None:
    lines = printed(compose(alert()), width).splitlines()
    assert max(cell_len(line) for line in lines) == min(width, 100)


def test_no_colour_when_the_user_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[31m" in printed(compose(alert()), force_terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[(?:\d+;)*3[0-7]m", printed(compose(alert()), force_terminal=True))


def test_hostile_text_moves_no_cursor_and_is_not_read_as_markup() -> None:
    text = printed(compose(hostile_alert()))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "[bold red]rich[/]" in re.sub(r"[│\s]+", " ", text)
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    coloured = printed(compose(hostile_alert()), force_terminal=True)
    assert "\x1b]8;;https://evil.example" not in coloured  # links of ours only, and none is safe here


def test_follow_ups_and_plain_messages() -> None:
    again = conflict(*AGAIN, number="0a1b2c3d", thread="C-7f3a11c2")
    assert "Follows C-7f3a11c2" in printed(compose(alert(again, AlertKind.FOLLOW_UP)))
    message = Message(key="t", thread="t", subject="Test", text="It works.\x1b[2J\n[red]yes[/]\n")
    assert "It works." in printed(message)
    assert "[red]yes[/]" in printed(message)
    assert "\x1b" not in printed(message)
