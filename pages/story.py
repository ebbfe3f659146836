"""A story as pages show it: its claims sorted into measures, its conflicts, what was left out, quotes, silent edits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from news.comparability import compare
from news.fields import Comparability
from news.known import Clock, Day, days_of
from news.plain import plain
from news.records import Claim, Conflict, Quote, Source, Unused
from news.wording import counted_words, figure_words
from pages.points import Link, Point, links_of, points_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quote and the article it stands in."""

    quote: Quote
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything the pages of one watch are made from. ``name`` becomes the file name, ``title`` the heading.

    ``claims``: all that are to be listed, in any order. ``earlier``: what earlier versions of their pages said.
    ``excluded``: figures that were looked at and left out, with the reason. ``decisions``: conflict id -> confirmed or
    dismissed.
    """

    name: str
    title: str
    claims: Sequence[Claim] = ()
    conflicts: Sequence[Conflict] = ()
    quotes: Sequence[Quoted] = ()
    excluded: Sequence[Unused] = ()
    earlier: Sequence[Claim] = ()
    decisions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Claims that measure the same thing, in order of time, and the conflicts among them. ``points`` are those that can
    be drawn; fewer than two make no chart. ``days``: what we knew on which day."""

    words: str
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    points: tuple[Point, ...]
    links: tuple[Link, ...]
    days: tuple[Day, ...] = ()

    @property
    def drawn(self) -> bool:
        return len(self.points) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A page whose figure changed under the same address: the values of each version, oldest first."""

    source: Source
    steps: tuple[tuple[int, str], ...]


def measures_of(story: Story) -> list[Measure]:
    """The story's claims by measure, as the judgement compares them; measures with conflicts first, then by size.

    The two sides of a conflict are always together. A claim of a conflict that the story does not list is added.
    """
    claims = {claim.figure.figure_id: claim for c in story.conflicts for claim in (c.earlier, c.later)}
    claims |= {claim.figure.figure_id: claim for claim in story.claims}
    groups: list[list[Claim]] = []
    for conflict in sorted(story.conflicts, key=_when):
        _seed(groups, [claims[side.figure.figure_id] for side in (conflict.earlier, conflict.later)])
    taken = {claim.figure.figure_id for group in groups for claim in group}
    for claim in sorted(claims.values(), key=_order):
        if claim.figure.figure_id not in taken:
            _join(groups, claim)
    measures = [_measure(group, story) for group in groups]
    return sorted(measures, key=lambda m: (-len(m.conflicts), -len(m.claims), m.words))


def _seed(groups: list[list[Claim]], pair: list[Claim]) -> None:
    """Put a conflicting pair where one of them already is, else where it compares, else into a group of its own."""
    ids = {claim.figure.figure_id for claim in pair}
    home = next((g for g in groups if any(c.figure.figure_id in ids for c in g)), None)
    home = home or next((g for g in groups if _same(g[0], pair[0])), None)
    if home is None:
        home = []
        groups.append(home)
    present = {claim.figure.figure_id for claim in home}
    home += [claim for claim in pair if claim.figure.figure_id not in present]


def _join(groups: list[list[Claim]], claim: Claim) -> None:
    for group in groups:
        if _same(group[0], claim):
            group.append(claim)
            return
    groups.append([claim])


def _same(one: Claim, other: Claim) -> bool:
    first, second = sorted((one, other), key=_order)
    return compare(first, second).kind is Comparability.SAME


def _measure(group: list[Claim], story: Story) -> Measure:
    claims = tuple(sorted(group, key=_order))
    ids = {claim.figure.figure_id for claim in claims}
    inside = tuple(sorted((c for c in story.conflicts if c.later.figure.figure_id in ids), key=_when))
    replaced = [claim for claim in story.earlier if _same(group[0], claim)]
    points = points_of(claims)
    words = plain(inside[0].measure, 160) if inside else _words(claims)
    return Measure(
        words=words,
        claims=claims,
        conflicts=inside,
        points=tuple(points),
        links=tuple(links_of(inside, points)),
        days=tuple(days_of([*claims, *replaced], Clock.SEEN)),
    )


def _words(claims: Sequence[Claim]) -> str:
    """The fullest description among the claims, with its place."""
    best = max(claims, key=lambda claim: (len(counted_words(claim.figure)), claim.figure.figure_id))
    words = ", ".join(filter(None, (counted_words(best.figure), plain(best.figure.place, 60))))
    return words[:1].upper() + words[1:] if words else "Other figures"


def edits_of(claims: Sequence[Claim]) -> list[Edit]:
    """Pages that printed different values in different versions."""
    by_article: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.source.version, c.figure.start)):
        by_article.setdefault(claim.source.article_id, []).append(claim)
    edits = []
    for article in by_article.values():
        versions: dict[int, list[str]] = {}
        for claim in article:
            versions.setdefault(claim.source.version, []).append(figure_words(claim.figure))
        if len({tuple(words) for words in versions.values()}) > 1:
            steps = tuple((number, ", ".join(words)) for number, words in versions.items())
            edits.append(Edit(source=article[-1].source, steps=steps))
    return sorted(edits, key=lambda edit: (edit.source.published, edit.source.article_id))


def _order(claim: Claim) -> tuple[object, ...]:
    return (claim.source.published, claim.source.version, claim.figure.start, claim.figure.figure_id)


def _when(conflict: Conflict) -> tuple[object, ...]:
    return (conflict.later.source.published, conflict.conflict_id)
