"""The alert as plain text, 76 columns: the text part of a mail, and the terminal's words when nothing else is known."""

from __future__ import annotations

from textwrap import wrap

from alerts.facts import Facts, Side

WIDTH = 76


def text_of(facts: Facts) -> str:
    """Equal in content to the HTML and the Slack message; ends with one newline."""
    head = [" · ".join(filter(None, (facts.heading, facts.conflict_id, facts.ratio)))]
    head += _wrapped(facts.measure) + _wrapped(facts.lead)
    if facts.follows:
        head += _wrapped(f"Follows {facts.follows}, told earlier in this thread.")
    head += _wrapped(facts.note)
    blocks = [head, _side(facts.new), _side(facts.held), _listed("Why comparable", facts.why), _unused(facts)]
    blocks.append(_foot(facts))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _side(side: Side) -> list[str]:
    lines = [f"{side.label.upper()}: {side.value}"]
    if side.notes:
        lines += _field("Note", " · ".join(side.notes))
    lines += _field("Who says it", side.who) + _field("Printed by", f"{side.outlet}: {side.title}")
    lines += _field("Said on", f"{side.said_on} (as of {side.as_of})") + _field("Retrieved", side.seen)
    lines += _wrapped(f"“{side.sentence}”", indent="    ")
    return [*lines, f"    {side.link}"] if side.link else lines


def _unused(facts: Facts) -> list[str]:
    lines = [f"{what}: {why}" for what, why in facts.unused]
    if facts.more_unused:
        lines.append(f"and {facts.more_unused} more")
    return _listed(f"Not used ({len(facts.unused) + facts.more_unused})", lines) if lines else []


def _foot(facts: Facts) -> list[str]:
    lines = _field("Reach", facts.reach)
    if facts.page:
        lines += [f"  {'Page':<12} {facts.page}"]
    lines += [f"  {'Confirm':<12} {facts.confirm}", f"  {'Dismiss':<12} {facts.dismiss}"]
    lines += [f"  {'Mute both':<12} {facts.mute}"] if facts.mute else []
    return [*lines, f"  {'Alert':<12} {facts.alert_id}"]


def _field(name: str, words: str) -> list[str]:
    return _wrapped(words, first=f"  {name:<12} ", indent=" " * 15)


def _listed(title: str, lines: tuple[str, ...] | list[str]) -> list[str]:
    return [title, *(row for line in lines for row in _wrapped(line, first="  - ", indent="    "))] if lines else []


def _wrapped(words: str, *, first: str | None = None, indent: str = "") -> list[str]:
    lead = indent if first is None else first
    return wrap(words, WIDTH, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)
