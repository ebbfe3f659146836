"""The days of the demo stand many on a line, and nothing else is printed into that line."""

from __future__ import annotations

from datetime import date

import pytest
from rich.console import Console

from flows.demo_screen import days_on
from flows.run import RunSummary


def test_days_share_lines_and_alerts_have_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Console(width=60)
    with days_on(screen) as days:
        for day in range(15, 20):
            days.add(date(2024, 12, day), RunSummary(pages={"filed": day - 14, "copy": 1, "unchanged": 9}))
        screen.print("ALERT")
        days.add(date(2025, 1, 5), RunSummary())
    screen.print("the end")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "15 Dec: 1 read, 1 copy · 16 Dec: 2 read, 1 copy"
    assert lines[-3:] == ["ALERT", "5 Jan: nothing new", "the end"]
    assert all(len(line) <= 60 for line in lines)
