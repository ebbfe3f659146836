"""An alert whose every word from outside tries to break out of the surface that shows it."""

from __future__ import annotations

from dataclasses import replace

from builders import SEOUL, ZELENSKY, alert, conflict

from news.records import Alert, Claim

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
SLACK = "<!channel> <@U012AB3CD> <https://evil.example|click> @here @everyone *bold* `code`"
BREAKS = "Head\r\nBcc: victim@evil.example\r\n\r\nbody\x00"
ESCAPES = "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \u202eleft\u202c \u2066x\u2069 \x9b2J"
MARKUP = "[bold red]rich[/] {{ 7 * 7 }} {% raw %}"
ALL = f"{SCRIPT} {SLACK} {BREAKS} {ESCAPES} {MARKUP} \ud800"
LONG = "headline " * 1200


def hostile(claim: Claim) -> Claim:
    figure = claim.figure
    said = replace(figure.attribution, said_by=ALL, said_by_role=SCRIPT, via=ALL, doubt=BREAKS)
    sentence = f"{ALL} more than 3,000 {ALL}"
    figure = replace(figure, attribution=said, counted=ALL, predicate=ALL, surface="more than 3,000", start=0, end=15)
    source = replace(claim.source, outlet=ALL, title=ALL + LONG, url="javascript:alert(3)//\r\n<>|")
    return replace(claim, figure=figure, source=source, sentence=sentence)


def hostile_alert() -> Alert:
    case = conflict(hostile(SEOUL), hostile(ZELENSKY))
    verdict = replace(case.verdict, reason=ALL, compared=(ALL, LONG))
    unused = tuple(replace(unused, claim=hostile(unused.claim), reason=ALL) for unused in case.unused) * 8
    case = replace(case, measure=ALL + LONG, verdict=verdict, unused=unused, thread=f"C-1\r\n{ALL}", outlets=(ALL,))
    return replace(alert(case), note=ALL + LONG, alert_id=f"id\r\nX: y {SCRIPT}")
