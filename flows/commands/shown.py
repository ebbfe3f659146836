"""Figures, quotes and conflicts as lines and tables on the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from flows.commands.common import table, text
from news.plain import plain
from news.records import Attribution, Claim, Conflict, Figure
from storage import Kept, Statement


def who(attribution: Attribution) -> str:
    """``South Korea's JCS via Yonhap``, or a dash."""
    via = f" via {attribution.via}" if attribution.via else ""
    return plain((attribution.said_by or "-") + via, 60)


def what(figure: Figure) -> str:
    """``North Korean soldiers killed or wounded, Kursk``."""
    counted = figure.counted or figure.unit
    said = figure.predicate and figure.predicate[:6].lower() in counted.lower()  # "casualties", "casualty"
    words = counted if said else f"{counted} {figure.predicate}"
    return plain(", ".join(part for part in (words, figure.place) if part), 70)


def in_sentence(sentence: str, figure: Figure) -> Text:
    """The sentence with the number set off."""
    start = figure.start - figure.sentence_start
    end = figure.end - figure.sentence_start
    return Text.assemble(
        plain(sentence[:start], strip=False),
        (plain(sentence[start:end]), "bold underline"),
        plain(sentence[end:], strip=False),
    )


def claims_table(claims: list[Claim]) -> RenderableType:
    """One row a figure."""
    rows = [
        (
            f"{claim.source.published:%Y-%m-%d}",
            claim.figure.surface,
            what(claim.figure),
            who(claim.figure.attribution),
            claim.source.outlet,
            claim.figure.figure_id,
        )
        for claim in claims
    ]
    return table("Published", "Figure", "Of what", "Said by", "Outlet", "Id", rows=rows)


def quotes_table(statements: list[Statement]) -> RenderableType:
    """One row a quote."""
    rows = [
        (
            f"{statement.source.published:%Y-%m-%d}",
            who(statement.quote.attribution),
            text(statement.quote.text, 100),
            statement.source.outlet,
        )
        for statement in statements
    ]
    return table("Published", "Said by", "Words", "Outlet", rows=rows)


def conflicts_table(kept: list[Kept]) -> RenderableType:
    """One row a conflict."""
    columns = ("Id", "Published", "Conflict", "Measure", "State", "Decision")
    return table(*columns, rows=[_conflict_row(one) for one in kept])


def _conflict_row(kept: Kept) -> tuple[str, str, str, str, str, str]:
    conflict = kept.conflict
    later, earlier = conflict.later, conflict.earlier
    return (
        conflict.conflict_id,
        f"{later.source.published:%Y-%m-%d}",
        f"{later.figure.surface} ({who(later.figure.attribution)}) against "
        f"{earlier.figure.surface} ({who(earlier.figure.attribution)})",
        plain(conflict.measure, 60),
        kept.state,
        kept.decision,
    )


def conflict_shown(conflict: Conflict, state: str) -> RenderableType:
    """A conflict in full: both sentences, why they compare, what was left out."""
    verdict = conflict.verdict
    parts: list[RenderableType] = [
        text(f"{conflict.conflict_id}  {conflict.measure}", style="bold"),
        text(f"{verdict.relation.value} · {verdict.level.value} · {state}", style="dim"),
        text(verdict.reason),
        Text(),
        claim_shown("NEW ", conflict.later),
        Text(),
        claim_shown("HELD", conflict.earlier),
    ]
    if verdict.compared:
        parts += [Text(), Text("Why comparable", style="bold"), *(text(line, indent=2) for line in verdict.compared)]
    if conflict.unused:
        parts += [Text(), Text(f"Not used ({len(conflict.unused)})", style="bold")]
        parts += [text(f"{unused.claim.figure.surface}: {unused.reason}", indent=2) for unused in conflict.unused]
    if conflict.outlets:
        parts += [Text(), text(f"Also in: {', '.join(conflict.outlets)}")]
    return Group(*parts)


def claim_shown(label: str, claim: Claim) -> RenderableType:
    """One side with its sentence and address."""
    source, figure = claim.source, claim.figure
    return Group(
        Text.assemble((f"{label} ", "bold"), (plain(figure.surface), "bold"), f"  {who(figure.attribution)}"),
        Text("     ") + in_sentence(claim.sentence, figure),
        text(f"{source.outlet}, {source.published:%d %b %Y %H:%M} UTC, as of {figure.as_of}", indent=5),
        text(source.url, indent=5),
    )
