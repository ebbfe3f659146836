"""The alert as Slack Block Kit.

Limits of the format (docs.slack.dev, reference/block-kit): header 150 characters, section text 3,000, a context element
2,000, a context block 10 elements, 50 blocks a message. Sentences are quoted as ``plain_text``, in which Slack reads no
markup at all; words of ours stand in ``mrkdwn`` with ``verbatim`` set, so that nothing in a name becomes a link or a
mention. Links, not buttons: a button needs an installed app to answer it.
"""

from __future__ import annotations

import re
from typing import Any

from alerts.facts import Facts, Side
from news.plain import plain
from news.records import AlertKind

Block = dict[str, Any]

HEADER = 150
SECTION = 3000

_MARKS = {AlertKind.NEW: "⚠", AlertKind.FOLLOW_UP: "↪", AlertKind.RESOLVED: "✓"}
#: Mentions that wake a whole channel, and addresses that Slack would turn into links.
_MENTION = re.compile(r"@(?=here|channel|everyone)", re.IGNORECASE)
_ADDRESS = re.compile(r"://")
#: Characters that Slack reads as formatting when they stand around a word.
_FORMAT = re.compile(r"([*_~`])")


def escape(text: str, limit: int = SECTION) -> str:
    """Text from outside, made inert in Slack: ``&``, ``<`` and ``>`` escaped (these only, as Slack asks), channel-wide
    mentions and bare addresses broken by an invisible joiner. The answer is at most ``limit`` characters long."""
    line = plain(text, limit)
    line = _ADDRESS.sub(":\u2060//", _MENTION.sub("@\u2060", line))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if len(line) <= limit:
        return line
    return escape(text, max(limit - (len(line) - limit), limit // 5))


def _name(text: str) -> str:
    """Text from outside within a line of ours: inert, and its asterisks and the like do not format."""
    return _FORMAT.sub("\u2060\\1\u2060", escape(text, 400))


def blocks_of(facts: Facts) -> list[Block]:
    """The message as a list of blocks, 14 at most."""
    title = " · ".join(filter(None, (facts.heading.capitalize(), facts.measure, facts.ratio)))
    head = {"type": "plain_text", "text": escape(f"{_MARKS[facts.kind]} {title}", HEADER), "emoji": False}
    blocks: list[Block] = [{"type": "header", "text": head}]
    if facts.follows:
        blocks.append(_context(f"Follow-up to *{_name(facts.follows)}*, told earlier"))
    note = f"\n{_name(facts.note)}" if facts.note else ""
    blocks.append(_section(f"{_name(facts.lead)}{note}"))
    for side in (facts.new, facts.held):
        blocks += _side(side)
    blocks.append({"type": "divider"})
    if facts.why:
        blocks.append(_section(_listed("Why comparable", [_name(line) for line in facts.why])))
    if facts.unused:
        blocks.append(_section(_listed(_unused_title(facts), [_name(f"{what}: {why}") for what, why in facts.unused])))
    return [*blocks, *_foot(facts)]


def _side(side: Side) -> list[Block]:
    notes = f" · {' · '.join(_name(note) for note in side.notes)}" if side.notes else ""
    said = f"{_name(side.who)}\n{side.said_on}, as of {side.as_of}"
    printed = _link(side.link, _name(side.outlet))
    return [
        _section(f"*{side.label.upper()}*   *{_name(side.value)}*{notes}\n{said}"),
        {"type": "section", "text": {"type": "plain_text", "text": escape(f"“{side.sentence}”"), "emoji": False}},
        _context(f"{printed}: {_name(side.title)} · retrieved {side.seen}"),
    ]


def _foot(facts: Facts) -> list[Block]:
    page = f"{_link(facts.page, 'Story page')} · " if facts.page.startswith("http") else ""
    commands = f"Confirm: `{_code(facts.confirm)}`\nNot the same thing: `{_code(facts.dismiss)}`"
    commands += f"\nMute these two sources: `{_code(facts.mute)}`" if facts.mute else ""
    return [
        _section(commands),
        _context(f"{page}{facts.reach} · {_name(facts.conflict_id)} · alert {_name(facts.alert_id)}"),
    ]


def _link(url: str, words: str) -> str:
    """``url`` comes from ``news.plain.web_link``, so no pipe or bracket is left in it. Too long a one is left out."""
    return f"<{url.replace('&', '&amp;')}|{words}>" if url and len(url) <= 1000 else words


def _code(command: str) -> str:
    return escape(command.replace("`", ""))


def _unused_title(facts: Facts) -> str:
    return f"Not used ({len(facts.unused) + facts.more_unused})"


def _listed(title: str, lines: list[str]) -> str:
    """A titled list within the limit of one section; lines that do not fit are counted."""
    text, left = f"*{title}*", len(lines)
    for line in lines:
        if len(text) + len(line) > SECTION - 40:
            return f"{text}\n• and {left} more"
        text, left = f"{text}\n• {line}", left - 1
    return text


def _section(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _context(text: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": True}]}
