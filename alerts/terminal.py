"""The terminal: an alert as a panel. Rich honours NO_COLOR and the width of the screen."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from alerts.facts import Facts, Side
from alerts.message import Message
from news.plain import plain
from news.records import AlertKind

_COLOURS = {AlertKind.NEW: "red", AlertKind.FOLLOW_UP: "yellow", AlertKind.RESOLVED: "green"}
#: A panel wider than this is hard to read.
WIDTH = 100


class TerminalChannel:
    """Prints alerts on a Rich console."""

    name = "terminal"

    def __init__(self, console: Console) -> None:
        self._console = console

    def send(self, message: Message) -> None:
        """Print one message. Text from outside is set as ``Text``, in which Rich reads no markup."""
        width = min(self._console.width, WIDTH)
        self._console.print(render(message), width=width)


def render(message: Message) -> RenderableType:
    """The message as something that Rich can print."""
    facts = message.facts
    if facts is None:
        lines = "\n".join(plain(line, strip=False) for line in message.text.splitlines())
        return Panel(Text(lines), title=Text(plain(message.subject, 70)), box=box.ROUNDED)
    colour = _COLOURS[facts.kind]
    title = Text(f" {facts.heading}{' · ' if facts.ratio else ''}{facts.ratio} ", style=f"bold {colour}")
    parts = [_head(facts), _sides(facts, colour), *_lists(facts), _foot(facts)]
    return Panel(
        Group(*parts),
        title=title,
        title_align="left",
        subtitle=Text(f" {facts.conflict_id} ", style="dim"),
        subtitle_align="right",
        border_style=colour,
        box=box.ROUNDED,
        padding=(0, 1),
    )


def _head(facts: Facts) -> RenderableType:
    lines = [Text(facts.measure, style="bold"), Text(facts.lead)]
    if facts.follows:
        lines.append(Text(f"Follows {facts.follows}, told earlier in this thread.", style="dim"))
    if facts.note:
        lines.append(Text(facts.note, style="italic"))
    return Group(*lines)


def _sides(facts: Facts, colour: str) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_edge=False, pad_edge=False)
    for side in (facts.new, facts.held):
        table.add_column(Text(side.label.upper(), style="dim"), ratio=1, overflow="fold")
    table.add_row(Text(facts.new.value, style=f"bold {colour}"), Text(facts.held.value, style="bold"))
    table.add_row(_who(facts.new), _who(facts.held))
    table.add_row("", "")
    table.add_row(_sentence(facts.new, colour), _sentence(facts.held, "bold"))
    table.add_row("", "")
    table.add_row(_source(facts.new), _source(facts.held))
    return Group(Text(), table)


def _who(side: Side) -> Text:
    text = Text(side.who)
    if side.notes:
        text.append(f"\n{' · '.join(side.notes)}", style="dim")
    text.append(f"\n{side.said_on}\nas of {side.as_of}", style="dim")
    return text


def _sentence(side: Side, style: str) -> Text:
    return Text.assemble("“", side.before, (side.number, f"{style} underline"), side.after, "”")


def _source(side: Side) -> Text:
    """The outlet as a terminal hyperlink; the address itself stands at the foot, where it is not broken."""
    return Text.assemble((side.outlet, f"link {side.link}" if side.link else ""), (f": {side.title}", "dim"))


def _lists(facts: Facts) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if facts.why:
        parts.append(_listed("Why comparable", [Text(line) for line in facts.why]))
    if facts.unused:
        lines = [Text.assemble(what, (f": {why}", "dim")) for what, why in facts.unused]
        lines += [Text(f"and {facts.more_unused} more", style="dim")] if facts.more_unused else []
        parts.append(_listed(f"Not used ({len(facts.unused) + facts.more_unused})", lines))
    return parts


def _listed(title: str, lines: list[Text]) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column(overflow="fold")
    for line in lines:
        grid.add_row("•", line)
    return Group(Text(), Text(title, style="bold"), grid)


def _foot(facts: Facts) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("Reach", Text(facts.reach))
    for name, address in (("New", facts.new.link), ("Earlier", facts.held.link), ("Page", facts.page)):
        if address:
            grid.add_row(name, Text(address))
    grid.add_row("Confirm", Text(facts.confirm))
    grid.add_row("Dismiss", Text(facts.dismiss))
    if facts.mute:
        grid.add_row("Mute both", Text(facts.mute))
    return Group(Text(), grid)
