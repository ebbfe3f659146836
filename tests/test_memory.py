"""The memory of conflicts: one conflict a disagreement, whatever the order of filing; told once, settled once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judged import number, said

from flows.pipeline import ReadPage, Rules, file_page
from flows.settings import Route
from news.conflicts import judge_report
from news.memory import find_clashes, merged, remember
from news.records import Alert, Article, Claim, Entry, Hedge, Report
from news.watches import Watch
from storage import Archive, open_archive

NOW = datetime(2026, 1, 1, tzinfo=UTC)
RULES = Rules(
    watches=(Watch(name="kursk", title="Kursk"),),
    alert_from=datetime(2000, 1, 1, tzinfo=UTC),
    routes={"desk": Route()},
)
SPEAKERS: dict[str, dict[str, Any]] = {
    "kyiv": {"by": "Volodymyr Zelensky", "country": "ukraine"},
    "seoul": {"by": "South Korea's Joint Chiefs of Staff", "country": "south korea"},
    "washington": {"by": "a senior U.S. official", "country": "united states"},
    "nobody": {"by": ""},
}


@dataclass(frozen=True)
class Said:
    """One report: who gives which number, so many days after the first day, printed by which outlet."""

    name: str
    who: str
    value: int
    day: int
    outlet: str = "Demo A"
    hedge: Hedge = Hedge.EXACT


def report(one: Said) -> Report:
    claim = said(
        number(one.value, hedge=one.hedge), article=f"A-{one.name}", days=one.day, figure_id=f"F-{one.name}",
        surface=str(one.value), start=0, end=len(str(one.value)), **SPEAKERS[one.who],
    )  # fmt: skip
    article = Article(
        article_id=f"A-{one.name}",
        url=f"https://example.org/{one.name}",
        outlet=one.outlet,
        title="Losses",
        text=f"{one.value} soldiers: " + " ".join(f"{one.name}{n}" for n in range(40)),
        published=claim.source.published,
        first_seen=claim.source.published,
    )
    return Report(article=article, figures=(claim.figure,), quotes=(), names=frozenset())


def file_one(archive: Archive, made: Report, rules: Rules = RULES) -> list[Alert]:
    article = made.article
    entry = Entry(
        feed_url="https://example.org/feed", guid=article.url, url=article.url, title=article.title,
        outlet=article.outlet, published=article.published,
    )  # fmt: skip
    return list(file_page(archive, ReadPage(entry=entry, outcome=made), rules, NOW).alerts)


def file_all(archive: Archive, story: Sequence[Said]) -> list[Alert]:
    return [alert for one in story for alert in file_one(archive, report(one))]


def known(archive: Archive) -> set[tuple[object, ...]]:
    """What must not depend on the order of filing: ids, threads, members, state, and whether it was told."""
    return {
        (
            kept.conflict.conflict_id,
            kept.conflict.thread,
            frozenset().union(*(clash.members for clash in archive.memory.of_conflict(kept.conflict.conflict_id))),
            kept.state,
            bool(archive.memory.told(kept.conflict.conflict_id)),
        )
        for kept in archive.conflicts.search()
    }


STORIES = st.lists(
    st.builds(
        Said,
        name=st.just(""),
        who=st.sampled_from(sorted(SPEAKERS)),
        value=st.sampled_from([1100, 1150, 2000, 3000, 4100]),
        day=st.integers(0, 6),
        outlet=st.sampled_from(["Demo A", "Demo B"]),
        hedge=st.sampled_from([Hedge.EXACT, Hedge.APPROX, Hedge.MORE_THAN]),
    ),
    min_size=2,
    max_size=5,
).map(lambda story: [replace(one, name=f"r{place}") for place, one in enumerate(story)])
SLOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(story=STORIES, order=st.randoms(use_true_random=False))
def test_the_order_of_filing_changes_no_conflict_and_replaying_adds_nothing(story: list[Said], order: Any) -> None:
    shuffled = list(story)
    order.shuffle(shuffled)
    found = []
    for way in (story, shuffled):
        with open_archive() as archive:
            told = file_all(archive, way)
            found.append(known(archive))
            before = archive.content_hash()
            assert file_all(archive, way[::-1]) == []
            assert archive.content_hash() == before
            assert len({alert.alert_id for alert in told}) == len(told)
    assert found[0] == found[1]
    assert all(told for *_, told in found[0])


@settings(max_examples=300, deadline=None)
@given(story=STORIES)
def test_clashes_join_in_any_order(story: list[Said]) -> None:
    """Two halves of what one claim contradicts make the same whole, whichever is found first."""
    claims = [claim_of(one) for one in story]
    whole = {clash.later.figure.figure_id: clash for clash in find_clashes(judge_report(claims, []))}
    for clash in whole.values():
        others = [claim for claim in claims if claim.figure.figure_id in clash.against]
        parts = [find_clashes(judge_report([clash.later], [other]))[0] for other in others]
        for way in (parts, parts[::-1]):
            joined = way[0]
            for part in way[1:]:
                joined = merged(joined, part)
            assert (joined.against, joined.earlier, joined.verdict) == (clash.against, clash.earlier, clash.verdict)


@settings(max_examples=200, deadline=None)
@given(story=STORIES, at=st.integers(0, 6))
def test_the_past_can_be_gone_through_in_two_parts(story: list[Said], at: int) -> None:
    """What earlier clashes opened and the clashes since then say as much as all clashes together."""
    clashes = find_clashes(judge_report([claim_of(one) for one in story], []))
    whole = {(one.clash.later.figure.figure_id, one.conflict) for one in remember([], clashes)}
    cut = min((clash.later.source.published for clash in clashes[at : at + 1]), default=None)
    if cut is None:
        return
    first = remember([], [clash for clash in clashes if clash.later.source.published < cut])
    opened = [one.conflict for one in first if one.opens]
    rest = remember(opened, [clash for clash in clashes if clash.later.source.published >= cut])
    assert {(one.clash.later.figure.figure_id, one.conflict) for one in (*first, *rest)} == whole


def claim_of(one: Said) -> Claim:
    made = report(one)
    claim = said(1, article=made.article.article_id, days=one.day)
    return replace(claim, figure=made.figures[0], source=replace(claim.source, outlet=one.outlet))


# ------------------------------------------------------------------------------------------------- by example
A = Said("a", "seoul", 1100, 0)
B = Said("b", "kyiv", 3000, 1, "Demo B")
AGAIN = Said("again", "nobody", 3000, 2, "Demo C")
THIRD = Said("third", "washington", 2000, 2, "Demo D")
GIVES_WAY = Said("way", "seoul", 3000, 3, "Demo E")


@pytest.mark.parametrize(
    "order", list(permutations([A, B, AGAIN, THIRD])), ids=lambda order: "".join(x.name[0] for x in order)
)
def test_two_parties_a_restatement_and_a_third_party(order: tuple[Said, ...]) -> None:
    with open_archive() as archive:
        file_all(archive, order)
        kept = {k.conflict.later.figure.figure_id: k.conflict for k in archive.conflicts.search()}
        assert set(kept) == {"F-b", "F-third"}
        assert {conflict.thread for conflict in kept.values()} == {kept["F-b"].conflict_id}
        assert "another party" in kept["F-third"].note
        assert kept["F-b"].outlets == ("Demo C",)
