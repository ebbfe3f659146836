"""The memory of conflicts: one conflict a disagreement, whatever the order of filing; told once, settled once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judged import number, said

from extractors.articles import read_article
from extractors.feeds import parse_feed
from extractors.reports import read_report
from flows.demo_server import DemoWeb, demo_settings
from flows.pipeline import ReadPage, Rules, file_page
from flows.settings import Route, load_settings
from news.conflicts import judge_report
from news.explanation import explain
from news.lessons import Lesson, Taught
from news.memory import find_clashes, merged, remember
from news.mutes import Mute, sources_of
from news.records import Alert, AlertKind, Article, Claim, Entry, Feed, Hedge, Level, Polarity, Relation, Report, Role
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
    what: str = "killed"


#: the measure of most reports, one that contains it, and one that does not say where
MEASURES: dict[str, dict[str, Any]] = {
    "killed": {},
    "casualties": {"statuses": frozenset({"killed", "wounded"})},
    "somewhere": {"place": "", "place_chain": ()},
    "denied": {"polarity": Polarity.DENIED},
}


def report(one: Said) -> Report:
    claim = said(
        number(one.value, hedge=one.hedge), article=f"A-{one.name}", days=one.day, figure_id=f"F-{one.name}",
        surface=str(one.value), start=0, end=len(str(one.value)), **SPEAKERS[one.who], **MEASURES[one.what],
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
        what=st.sampled_from(["killed", "killed", "killed", *sorted(MEASURES)]),
    ),
    min_size=2,
    max_size=5,
).map(lambda story: [replace(one, name=f"r{place}") for place, one in enumerate(story)])
SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


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


def resolved(told: Sequence[Alert]) -> list[Alert]:
    return [alert for alert in told if alert.kind is AlertKind.RESOLVED]


def test_a_late_report_joins_the_thread_that_was_told() -> None:
    """The first disagreement comes to light last: it follows in the thread that readers know; old ids still work."""
    with open_archive() as archive:
        (first,) = file_all(archive, [B, THIRD])
        (late,) = file_all(archive, [A])
        assert (first.kind, late.kind) == (AlertKind.NEW, AlertKind.FOLLOW_UP)
        assert late.conflict.thread == first.conflict.thread
        assert {late.conflict.earlier.figure.figure_id, late.conflict.later.figure.figure_id} == {"F-a", "F-b"}
        assert "came in late" in late.note
        (one, other) = archive.conflicts.search()
        assert one.conflict.thread == other.conflict.thread == late.conflict.conflict_id
        again = archive.conflicts.get(first.conflict.conflict_id)
        assert again.conflict.later.figure.figure_id == "F-third"


def test_two_conflicts_that_become_one_keep_what_people_said() -> None:
    """Washington's second number was a conflict of its own until the report came in that it restates."""
    us = Said("us", "washington", 1150, 0, "Demo D")
    late = Said("late", "seoul", 1100, 0, "Demo A")
    with open_archive() as archive:
        (told,) = file_all(archive, [us, B])
        archive.feedback.teach(told.conflict.conflict_id, Taught.COMPARABLE, at=NOW, who="Ann")
        file_all(archive, [late])
        (kept,) = archive.conflicts.search()
        assert kept.decision == "confirmed"
        assert archive.conflicts.get(told.conflict.conflict_id) == kept
        assert len(archive.memory.told(kept.conflict.conflict_id)) == 1


REASON = "South Korea's Joint Chiefs of Staff now gives 3000, as Volodymyr Zelensky does"


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ((A, B, GIVES_WAY), [(AlertKind.NEW, ""), (AlertKind.RESOLVED, REASON)]),
        ((GIVES_WAY, B, A), [(AlertKind.NEW, f"settled since: {REASON}")]),
        ((B, GIVES_WAY, A), [(AlertKind.NEW, f"settled since: {REASON}")]),
    ],
)
def test_a_side_gives_way(order: tuple[Said, ...], words: list[tuple[AlertKind, str]]) -> None:
    """South Korea comes to give what Ukraine gives: told once, not as a new conflict, and kept as resolved."""
    with open_archive() as archive:
        told = file_all(archive, order)
        (kept,) = archive.conflicts.search(state="resolved")
        assert kept.conflict.settlement is not None
        assert kept.conflict.settlement.by.figure.figure_id == "F-way"
        assert [(alert.kind, alert.note) for alert in told] == words
        assert file_all(archive, order) == []
        assert archive.conflicts.search(state="open") == []


def test_a_settlement_goes_where_its_conflict_went() -> None:
    with open_archive() as archive:
        file_all(archive, [A, B])
        other = replace(RULES, routes={"desk": Route(), "late": Route()})
        (told,) = file_one(archive, report(GIVES_WAY), other)
        owed = [row for row in archive.outbox.owed(NOW) if row.alert_id == told.alert_id]
        assert [row.channel for row in owed] == ["desk"]


def test_a_dismissed_conflict_is_settled_without_a_word() -> None:
    with open_archive() as archive:
        (told,) = file_all(archive, [A, B])
        archive.feedback.teach(told.conflict.conflict_id, Taught.DEFINITION, at=NOW)
        assert file_all(archive, [GIVES_WAY]) == []
        assert archive.conflicts.get(told.conflict.conflict_id).state == "resolved"


def test_parties_that_part_again_are_open_again_and_not_settled_twice() -> None:
    apart = Said("apart", "kyiv", 6000, 4)
    once_more = Said("more", "seoul", 6000, 5)
    with open_archive() as archive:
        told = file_all(archive, [A, B, GIVES_WAY, apart])
        first = told[0].conflict.conflict_id
        assert archive.conflicts.get(first).state == "open"
        told += file_all(archive, [once_more])
        assert archive.conflicts.get(first).state == "resolved"
        assert [step.step for step in archive.conflicts.history(first)] == ["filed", "resolved", "open", "resolved"]
        assert len([alert for alert in resolved(told) if alert.conflict.conflict_id == first]) == 1


def test_a_far_bound_agrees_to_nothing() -> None:
    """At least 1,200 can be true beside 3,000, but nobody has given way."""
    bound = Said("bound", "seoul", 1200, 3, hedge=Hedge.AT_LEAST)
    with open_archive() as archive:
        told = file_all(archive, [A, B, bound])
        assert resolved(told) == []
        assert archive.conflicts.search(state="resolved") == []


def test_a_page_that_changes_its_number_to_the_others_settles_it() -> None:
    """An outlet prints 3,000 for Kyiv against Seoul's 1,100, then puts 1,100 under the same address."""
    printed = Said("page", "kyiv", 3000, 0, "Demo B")
    with open_archive() as archive:
        (told,) = file_all(archive, [A, printed])
        edited = report(replace(printed, value=1100))
        edited = replace(edited, figures=(replace(edited.figures[0], figure_id="F-page-2"),))
        (settled,) = file_one(archive, edited)
        assert (settled.kind, settled.conflict.conflict_id) == (AlertKind.RESOLVED, told.conflict.conflict_id)
        assert [archive.articles.get("A-page", version).text[:4] for version in (1, 2)] == ["3000", "1100"]
        assert archive.conflicts.pair("F-page", "F-page-2") is not None


# ------------------------------------------------------------------------------------------------ what people taught
LATER_A = Said("a2", "seoul", 1100, 40, "Demo F")
LATER_B = Said("b2", "kyiv", 5000, 40, "Demo G")


@pytest.mark.parametrize(
    ("taught", "relation"),
    [
        (Taught.WINDOW, Relation.SCOPE),
        (Taught.DEFINITION, Relation.DEFINITION),
        (Taught.OTHER_THING, Relation.UNRELATED),
        (Taught.COPY, Relation.WIRE_COPY),
    ],
)
def test_what_was_dismissed_is_judged_so_from_then_on(taught: Taught, relation: Relation) -> None:
    with open_archive() as archive:
        (told,) = file_all(archive, [A, B])
        archive.feedback.teach(told.conflict.conflict_id, taught, at=NOW, who="Ann")
        assert file_all(archive, [LATER_A, LATER_B]) == []
        why = explain(claim_of(LATER_A), claim_of(LATER_B), lessons=archive.feedback.lessons("kursk"))
        assert (why.verdict.relation, why.verdict.level) == (relation, Level.SILENT)
        assert "taught with" in why.verdict.reason and "Ann" in why.verdict.reason
        assert why.judged.level is Level.ALERT


def test_a_lesson_about_two_speakers_is_about_no_others() -> None:
    with open_archive() as archive:
        (told,) = file_all(archive, [A, B])
        archive.feedback.teach(told.conflict.conflict_id, Taught.DEFINITION, at=NOW)
        (other,) = file_all(archive, [Said("us", "washington", 900, 40), LATER_B])
        assert {other.conflict.earlier.figure.figure_id, other.conflict.later.figure.figure_id} == {"F-us", "F-b2"}


def test_a_lesson_that_is_undone_teaches_nothing() -> None:
    with open_archive() as archive:
        (told,) = file_all(archive, [A, B])
        archive.feedback.teach(told.conflict.conflict_id, Taught.DEFINITION, at=NOW)
        archive.feedback.undo(told.conflict.conflict_id, at=NOW)
        assert len(file_all(archive, [LATER_A, LATER_B])) == 1


def test_confirming_lifts_doubts() -> None:
    """A place that only one side states makes a possible conflict; once confirmed, such a pair is told at once."""
    one, other = claim_of(LATER_A), claim_of(LATER_B)
    placeless = replace(other, figure=replace(other.figure, place="", place_chain=()))
    assert explain(one, placeless).verdict.possible
    lesson = Lesson(conflict_id="C-1", taught=Taught.COMPARABLE, one=one, other=placeless, at=NOW)
    why = explain(one, placeless, lessons=[lesson])
    assert (why.verdict.level, why.verdict.possible) == (Level.ALERT, False)
    assert any("place" in doubt for doubt in explain(one, placeless).doubts)


# ------------------------------------------------------------------------------------------------------------- mutes
def owed(archive: Archive) -> int:
    return archive.outbox.counts()["owed"]


@pytest.mark.parametrize("kind", ["measure", "sources"])
def test_what_is_muted_is_kept_and_shown_but_not_sent(kind: Any) -> None:
    with open_archive() as archive:
        (told,) = file_all(archive, [A, B])
        names = sources_of(told.conflict) if kind == "sources" else (told.conflict.thread, told.conflict.measure)
        muted = Mute(kind=kind, one=names[0], other=names[1], until=NOW + timedelta(days=1), at=NOW)
        made = archive.feedback.mute(muted)
        assert owed(archive) == 1
        assert file_all(archive, [LATER_A, LATER_B]) == []
        assert owed(archive) == 1
        assert len(archive.conflicts.search()) == 2
        archive.feedback.unmute(made.number, at=NOW)
        assert len(file_all(archive, [Said("a3", "seoul", 1100, 80), Said("b3", "kyiv", 9000, 80)])) == 1
        assert owed(archive) == 2


def test_muted_sources_say_nothing_of_a_third() -> None:
    with open_archive() as archive:
        (told,) = file_all(archive, [A, B])
        one, other = sources_of(told.conflict)
        archive.feedback.mute(Mute(kind="sources", one=other, other=one.upper(), until=NOW + timedelta(1), at=NOW))
        assert len(file_all(archive, [THIRD])) == 1
        assert owed(archive) == 2


# ---------------------------------------------------------------------------------------- mentions and the demo's pages
@settings(max_examples=150, deadline=None)
@given(story=STORIES, mention=STORIES.map(lambda story: replace(story[0], name="mention")))
def test_a_mention_of_a_past_number_adds_no_conflict(story: list[Said], mention: Said) -> None:
    past = claim_of(mention)
    past = replace(past, figure=replace(past.figure, role=Role.BACKGROUND, polarity=Polarity.ASSERTED))
    claims = [claim_of(one) for one in story]
    without, together = (find_clashes(judge_report(all_of, [])) for all_of in (claims, [*claims, past]))
    assert [(c.later, c.earlier, c.against) for c in together] == [(c.later, c.earlier, c.against) for c in without]


def demo_pages(feeds: Sequence[Feed]) -> list[ReadPage]:
    """The pages of the demo, read as the demo reads them, in order of publication."""
    web, base = DemoWeb(), "http://127.0.0.1:8900"
    found = []
    for feed in feeds:
        path = feed.url.removeprefix(base)
        reply = web.answer(path, {}, base)
        for entry in parse_feed(reply.content, feed, content_type=reply.headers["Content-Type"]):
            page = web.answer(entry.url.removeprefix(base), {}, base)
            article = read_article(
                page.content, entry, feed=feed, fetched=NOW, content_type=page.headers.get("Content-Type", "")
            )
            if isinstance(article, Article):
                found.append(ReadPage(entry=entry, outcome=read_report(article)))
    return sorted(found, key=lambda one: (one.entry.published or NOW, one.entry.url))


def test_the_demo_gives_the_same_conflicts_in_any_order(tmp_path: Path) -> None:
    settings_file = tmp_path / "watch.yaml"
    settings_file.write_text(demo_settings("http://127.0.0.1:8900"), encoding="utf-8")
    demo = load_settings(settings_file, {})
    rules = replace(RULES, watches=demo.watches)
    pages = demo_pages(demo.feeds)
    found = []
    for way in (pages, pages[::-1], pages[::2] + pages[1::2]):
        with open_archive() as archive:
            for one in way:
                file_page(archive, one, rules, NOW)
            found.append(known(archive))
            assert [alert for one in pages for alert in file_page(archive, one, rules, NOW).alerts] == []
            assert known(archive) == found[-1]
    assert found[0] == found[1] == found[2]
    assert len(found[0]) >= 3
