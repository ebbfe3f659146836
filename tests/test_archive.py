"""The archive in memory: what is filed comes back, whole and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from archive_records import NOON, SENTENCE, alert, claim, conflict, entry, figure, records_of, report
from hypothesis import HealthCheck, given, settings

from news.errors import StorageError
from news.lessons import Taught
from news.mutes import Mute
from news.records import Figure, Hedge, Level, Quote, Relation, Report, Value, Verdict
from storage import TRIES, Archive, FeedState, open_archive

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def filed(archive: Archive, made: Report, story: str = "kursk") -> None:
    assert archive.file(made, source_story=story, html=b"<p>page</p>") is not None


# ------------------------------------------------------------------------------------------------------ round trips
@given(records_of(Figure))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_figure_comes_back_from_its_columns(record: Figure) -> None:
    from storage.claims import FIGURE
    from storage.connection import Database, connect

    database = Database(connect(None), ":memory:")
    columns = ", ".join(f'"{name}" {kind}' for name, kind in FIGURE.types.items())
    database.run(f"CREATE TABLE t ({columns})")
    database.insert("t", FIGURE.types, [FIGURE.write(record)])
    assert FIGURE.read(database.rows(f"SELECT {FIGURE.names} FROM t")[0]) == record  # noqa: S608
    database.close()


@given(records_of(Quote))
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_quote_comes_back_from_its_columns(record: Quote) -> None:
    from storage.connection import Database, connect
    from storage.quotes import QUOTE

    database = Database(connect(None), ":memory:")
    columns = ", ".join(f'"{name}" {kind}' for name, kind in QUOTE.types.items())
    database.run(f"CREATE TABLE t ({columns})")
    database.insert("t", QUOTE.types, [QUOTE.write(record)])
    assert QUOTE.read(database.rows(f"SELECT {QUOTE.names} FROM t")[0]) == record  # noqa: S608
    database.close()


def test_every_field_of_a_figure_and_a_quote_has_a_column() -> None:
    """A new field works without (it goes to ``more``); this reminds us to give analysts a column before a release."""
    from storage.claims import FIGURE
    from storage.quotes import QUOTE

    assert FIGURE._homeless == ()
    assert QUOTE._homeless == ()


def test_a_report_comes_back_as_filed() -> None:
    with open_archive() as archive:
        made = report(figures=(figure(), figure(number=1, amount=47)))
        source = archive.file(made, source_story="kursk", html=b"<p>page</p>")
        assert source is not None
        claims = archive.claims.of_article("a1")
        assert [one.figure for one in claims] == list(made.figures)
        assert {one.source for one in claims} == {source}
        assert {one.sentence for one in claims} == {SENTENCE}
        assert archive.articles.get("a1") == made.article
        assert archive.articles.html("a1") == b"<p>page</p>"
        assert [(one.quote, one.source) for one in archive.quotes.search()] == [(made.quotes[0], source)]
        assert archive.articles.versions("a1") == [source]
        assert (source.version, source.origin, source.story, source.names) == (1, "a1", "kursk", made.names)


@pytest.mark.parametrize(
    ("low", "column"),
    [
        ("1.5E+3", "1500.000000"),
        ("0.0000001", "0.000000"),
        ("99999999999999999999999999999999.999999", "99999999999999999999999999999999.999999"),
        ("1e32", "99999999999999999999999999999999.999999"),
        ("-1e400", "-99999999999999999999999999999999.999999"),
        ("12345678901234567890.1234567", "12345678901234567890.123457"),
    ],
)
def test_numbers_of_any_size_are_exact_and_their_column_is_nearest(low: str, column: str) -> None:
    value = Value(low=Decimal(low), high=None, soft_low=None, soft_high=None, hedge=Hedge.AT_LEAST)
    with open_archive() as archive:
        filed(archive, report(figures=(figure(value=value),)))
        assert archive.claims.of_article("a1")[0].figure.value == value
        assert archive.query("SELECT low FROM figures")[1] == [(Decimal(column),)]


def test_a_number_that_is_none_leaves_nothing_behind() -> None:
    value = Value(low=Decimal("NaN"), high=None, soft_low=None, soft_high=None)
    with open_archive() as archive:
        with pytest.raises(StorageError, match="NaN is no number"):
            archive.file(report(figures=(figure(), figure(number=1, value=value))), source_story="", html=b"")
        assert archive.snapshot_counts()["articles"] == 0


def test_hostile_text_is_only_text() -> None:
    text = "'); DROP TABLE figures; -- \x00 \ud800 \u202e \U0001f600 \u2028 \"} Some"
    with open_archive() as archive:
        filed(archive, report("'; DROP TABLE articles; --", text=text, names=("'", "\ud800")))
        assert archive.articles.get("'; DROP TABLE articles; --").text == text.replace("\ud800", "\ufffd")
        assert archive.snapshot_counts()["figures"] == 1
        assert archive.claims.search(measure="100% ' _") == []


def test_instants_are_kept_in_utc() -> None:
    kyiv = datetime(2024, 12, 18, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    with open_archive() as archive:
        filed(archive, report(published=kyiv))
        published = archive.articles.get("a1").published
        assert published == kyiv
        assert published.tzinfo is UTC
        assert archive.query("SELECT published FROM figures")[1] == [(datetime(2024, 12, 17, 23, 30),)]  # noqa: DTZ001


# --------------------------------------------------------------------------------------------------------- versions
def test_the_same_text_is_filed_once() -> None:
    with open_archive() as archive:
        filed(archive, report())
        before = archive.content_hash()
        assert archive.file(report(), source_story="kursk", html=b"other bytes") is None
        assert archive.content_hash() == before


def test_a_changed_text_is_a_new_version_and_the_old_one_stays() -> None:
    with open_archive() as archive:
        filed(archive, report())
        changed = report(text="Some 3,000 soldiers were killed.", published=NOON + HOUR)
        source = archive.file(changed, source_story="kursk", html=b"<p>new</p>")
        assert source is not None
        assert source.version == 2
        assert [one.version for one in archive.articles.versions("a1")] == [1, 2]
        assert archive.articles.get("a1").text == "Some 3,000 soldiers were killed."
        assert archive.articles.get("a1", 1).text == SENTENCE
        assert archive.articles.get("a1", 1).first_seen == NOON + timedelta(minutes=5)
        assert archive.articles.html("a1", 1) == b"<p>page</p>"
        assert [one.source.version for one in archive.claims.of_story("kursk")] == [2]
        assert [one.source.version for one in archive.claims.of_story("kursk", superseded=True)] == [1, 2]
        assert [one.source.version for one in archive.quotes.search(superseded=True)] == [2, 1]
        assert [one.source.version for one in archive.articles.search()] == [2]
        found = archive.claims.by_id("a1-0")
        assert found is not None
        assert found.source.version == 2
        assert archive.file(report(), source_story="kursk", html=b"") is None  # the first text again


def test_what_is_not_there_is_said_so() -> None:
    with open_archive() as archive:
        filed(archive, report())
        with pytest.raises(StorageError, match="article a9 is not in the archive"):
            archive.articles.get("a9")
        with pytest.raises(StorageError, match="article a1, version 7, is not"):
            archive.articles.get("a1", 7)
        with pytest.raises(StorageError, match="no page is stored"):
            archive.raw.get("a1", 7)
        with pytest.raises(StorageError, match="must be filed before"):
            archive.near.add("a9", [4], day=NOON.date())
        assert archive.claims.by_id("a9-0") is None
        assert archive.articles.version_of("a9") == 0


def test_articles_are_searched() -> None:
    with open_archive() as archive:
        filed(archive, report("a1", outlet="Demo Wire"))
        filed(archive, report("a2", outlet="Demo Post", published=NOON + DAY, copy_of="a1"), story="jobs")
        every = archive.articles.search()
        assert [(one.source.article_id, one.copy_of, one.figures, one.quotes) for one in every] == [
            ("a2", "a1", 1, 1),
            ("a1", "", 1, 1),
        ]
        assert every[0].source.origin == "a1"
        for filters, expected in (
            ({"story": "jobs"}, ["a2"]),
            ({"outlet": "Demo Wire"}, ["a1"]),
            ({"since": NOON + HOUR}, ["a2"]),
            ({"until": NOON + DAY}, ["a1"]),
            ({"limit": 1}, ["a2"]),
        ):
            found = archive.articles.search(**filters)  # type: ignore[arg-type]
            assert [one.source.article_id for one in found] == expected, filters


# ----------------------------------------------------------------------------------------------------------- recall
def about(archive: Archive, made: Report, story: str, **options: timedelta) -> list[str]:
    return [one.figure.figure_id for one in archive.claims.about(made, story=story, **options)]  # type: ignore[arg-type]


def test_recall_takes_the_same_measure_of_the_same_story() -> None:
    asked = report("asked", figures=(figure("asked"),))
    with open_archive() as archive:
        filed(archive, report("same"))
        filed(archive, report("wounded", figures=(figure("wounded", statuses=frozenset({"wounded"})),)))
        filed(
            archive, report("civilian", figures=(figure("civilian", counted_class="civilian", statuses=frozenset()),))
        )
        filed(archive, report("jobs", figures=(figure("jobs", unit="job", counted_class="job", statuses=frozenset()),)))
        filed(archive, report("money", figures=(figure("money", dimension="money", unit="USD"),)))
        filed(archive, report("elsewhere"), story="other")
        filed(archive, report("long ago", published=NOON - 500 * DAY))
        filed(archive, report("a year later", published=NOON + 365 * DAY))
        expected = {"same-0", "wounded-0", "civilian-0", "a year later-0"}
        assert set(about(archive, asked, "kursk")) == expected
        assert set(about(archive, asked, "kursk", window=30 * DAY)) == expected - {"a year later-0"}


def test_recall_without_a_story_asks_for_two_common_names() -> None:
    asked = report("asked", names=("kursk", "north korea", "ap"))
    with open_archive() as archive:
        filed(archive, report("two", names=("kursk", "north korea", "kyiv")), story="")
        filed(archive, report("one", names=("kursk", "kyiv")), story="")
        filed(archive, report("none", names=()), story="")
        filed(archive, report("old", names=("kursk", "north korea"), published=NOON - 500 * DAY), story="")
        assert about(archive, asked, "") == ["two-0"]


def test_recall_leaves_out_its_own_article_and_superseded_versions() -> None:
    with open_archive() as archive:
        filed(archive, report("a1"))
        filed(archive, report("a1", text="A new text of it."))
        filed(archive, report("a2"))
        assert about(archive, report("a2"), "kursk") == ["a1-0"]
        assert archive.claims.about(report("a2"), story="kursk")[0].source.version == 2
        assert about(archive, report("a1"), "kursk") == ["a2-0"]


def test_recall_prefers_the_closest_measure_then_the_nearest_day() -> None:
    with open_archive() as archive:
        for name, day in (("far", 20), ("near", 1), ("mid", -5)):
            filed(archive, report(name, published=NOON + day * DAY))
        filed(archive, report("vague", figures=(figure("vague", statuses=frozenset(), counted_class=""),)))
        asked = report("asked")
        found = [one.figure.figure_id for one in archive.claims.about(asked, story="kursk", limit=2)]
        assert sorted(found) == ["mid-0", "near-0"]
        assert about(archive, asked, "kursk") == ["mid-0", "vague-0", "near-0", "far-0"]  # in order of publication


def test_recall_reads_old_reports_and_what_was_filed_late_in_order_of_publication() -> None:
    with open_archive() as archive:
        for turn in range(10):
            filed(archive, report(f"told {turn}", published=NOON - turn * DAY))
            archive._database.run("SELECT max(nextval('version_numbers')) FROM range(2500)")  # many others
        found = about(archive, report("asked"), "kursk")
        assert found == [f"told {turn}-0" for turn in range(9, -1, -1)]


def test_claims_are_searched() -> None:
    with open_archive() as archive:
        filed(archive, report("a1"))
        filed(archive, report("a2", outlet="Demo Post", published=NOON + DAY), story="other")
        for filters, expected in (
            ({"story": "kursk"}, ["a1-0"]),
            ({"measure": "KILLED soldier"}, ["a2-0", "a1-0"]),
            ({"measure": "killed jobs"}, []),
            ({"outlet": "demo post"}, ["a2-0"]),
            ({"said_by": "Joint"}, ["a2-0", "a1-0"]),
            ({"said_by": "Zelensky"}, []),
            ({"since": NOON + HOUR}, ["a2-0"]),
            ({"until": NOON + HOUR}, ["a1-0"]),
            ({"limit": 1}, ["a2-0"]),
        ):
            found = archive.claims.search(**filters)  # type: ignore[arg-type]
            assert [one.figure.figure_id for one in found] == expected, filters


def test_quotes_are_searched() -> None:
    with open_archive() as archive:
        filed(archive, report("a1"))
        filed(archive, report("a2", outlet="Demo Post"), story="other")
        for filters, expected in (
            ({"text": "1,100 SOLDIERS"}, {"a1-q0", "a2-q0"}),
            ({"text": "2,200"}, set()),
            ({"story": "other"}, {"a2-q0"}),
            ({"article_id": "a1"}, {"a1-q0"}),
            ({"outlet": "demo post"}, {"a2-q0"}),
            ({"said_by": "chiefs"}, {"a1-q0", "a2-q0"}),
        ):
            assert {one.quote.quote_id for one in archive.quotes.search(**filters)} == expected, filters  # type: ignore[arg-type]


# --------------------------------------------------------------------------------------------------------- nearness
def hashes(first: int, count: int) -> list[int]:
    return [(number * 0x9E3779B97F4A7C15) % 2**64 for number in range(first, first + count)]


def test_near_duplicates_by_containment() -> None:
    with open_archive() as archive:
        for name in ("whole", "other", "old"):
            filed(archive, report(name))
        archive.near.add("whole", hashes(0, 1000), day=date(2024, 12, 18))
        archive.near.add("whole", hashes(0, 1000), day=date(2024, 12, 18))
        archive.near.add("other", hashes(5000, 1000), day=date(2024, 12, 18))
        archive.near.add("old", hashes(0, 1000), day=date(2024, 11, 1))
        brief = hashes(800, 400)  # half of it stands in the whole
        found = archive.near.candidates(brief, day=date(2024, 12, 20))
        assert [name for name, _ in found] == ["whole"]
        assert found[0][1] == pytest.approx(0.5, abs=0.1)
        assert archive.near.candidates(brief, day=date(2024, 12, 20), article_id="whole") == []
        assert [name for name, _ in archive.near.candidates(brief, day=date(2024, 11, 10), window_days=10)] == ["old"]
        assert archive.near.candidates([], day=date(2024, 12, 20)) == []


# ------------------------------------------------------------------------------------------------ feeds and entries
def test_feed_state_is_kept() -> None:
    with open_archive() as archive:
        assert archive.feeds.state("https://f.example") == FeedState(url="https://f.example")
        state = FeedState(
            url="https://f.example", etag='W/"1"', first_polled=NOON, failures=3, last_error="503", retired=True
        )
        archive.feeds.save(state)
        archive.feeds.save(state)
        assert archive.feeds.state("https://f.example") == state
        assert archive.feeds.all() == [state]


def test_an_entry_is_read_once_and_again_when_it_changes() -> None:
    with open_archive() as archive:
        one, two = entry("1", published=NOON + HOUR), entry("2")
        assert archive.entries.add([one, two, one], seen=NOON) == 2
        assert archive.entries.add([one, two], seen=NOON) == 0
        assert archive.entries.pending(now=NOON) == [two, one]
        assert archive.entries.pending(now=NOON, limit=1) == [two]
        archive.entries.settle(one, outcome="filed", at=NOON)
        archive.entries.settle(two, outcome="refused", detail="paywall", at=NOON)
        assert archive.entries.pending(now=NOON + DAY) == []
        assert archive.entries.counts() == {"filed": 1, "refused": 1}
        assert archive.entries.details("refused") == [(two, "paywall")]
        retitled, updated = entry("1", title="Corrected"), entry("2", updated=NOON + HOUR)
        assert archive.entries.add([retitled, updated], seen=NOON + HOUR) == 2
        assert archive.entries.pending(now=NOON) == [retitled, updated]
        assert archive.entries.add([retitled, updated], seen=NOON + HOUR) == 0


def test_a_page_named_by_two_feeds_is_read_once() -> None:
    with open_archive() as archive:
        assert archive.entries.add([entry("1")], seen=NOON) == 1
        again = entry("1", feed_url="https://wire.example/world")
        assert archive.entries.add([again, entry("9", url="https://wire.example/1")], seen=NOON) == 0
        assert archive.entries.pending(now=NOON) == [entry("1")]
        assert archive.entries.counts() == {"duplicate": 2, "pending": 1}
        assert archive.entries.counts(feed_url="https://wire.example/world") == {"duplicate": 1}


def test_failed_entries_come_back_when_told() -> None:
    with open_archive() as archive:
        archive.entries.add([entry("1"), entry("2")], seen=NOON)
        archive.entries.settle(entry("1"), outcome="failed", detail="503", at=NOON, retry_at=NOON + HOUR)
        archive.entries.settle(entry("2"), outcome="failed", detail="404", at=NOON)
        assert archive.entries.pending(now=NOON) == []
        assert archive.entries.pending(now=NOON + HOUR) == [entry("1")]
        assert (archive.entries.attempts(entry("1")), archive.entries.attempts(entry("7"))) == (1, 0)
        archive.entries.settle(entry("1"), outcome="filed", at=NOON + HOUR)
        assert archive.entries.attempts(entry("1")) == 0


def test_filed_pages_are_read_again_ever_more_rarely() -> None:
    with open_archive() as archive:
        archive.entries.add([entry("1")], seen=NOON)
        archive.entries.settle(entry("1"), outcome="filed", at=NOON)
        read, now = [], NOON
        while now < NOON + 30 * DAY:
            now += HOUR / 2
            if archive.entries.due_for_reread(now):
                read.append(now - NOON)
                archive.entries.settle(entry("1"), outcome="unchanged", at=now)
        assert read == [HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY]


def test_a_failed_reread_keeps_the_page_filed() -> None:
    with open_archive() as archive:
        archive.entries.add([entry("1"), entry("2")], seen=NOON)
        archive.entries.settle(entry("1"), outcome="filed", at=NOON)
        archive.entries.settle(
            entry("1"), outcome="failed", detail="time-out", at=NOON + HOUR, retry_at=NOON + 2 * HOUR
        )
        assert archive.entries.counts() == {"filed": 1, "pending": 1}
        assert archive.entries.due_for_reread(NOON + 6 * HOUR) == [entry("1")]
        archive.entries.settle(entry("2"), outcome="filed", at=NOON, reread=False)
        assert archive.entries.due_for_reread(NOON + 5 * HOUR) == []


# ------------------------------------------------------------------------------------- verdicts, conflicts, feedback
def test_the_first_verdict_about_a_pair_stands() -> None:
    first = conflict().verdict
    other = Verdict(earlier_id="a1-0", later_id="a3-0", relation=Relation.REPEAT, level=Level.SILENT, reason="same")
    with open_archive() as archive:
        assert archive.conflicts.judged([first, first], NOON) == 1
        changed = Verdict(earlier_id="a1-0", later_id="a2-0", relation=Relation.UPDATE, level=Level.DIGEST, reason="")
        assert archive.conflicts.judged([changed, other], NOON) == 1
        assert archive.conflicts.pair("a2-0", "a1-0") == archive.conflicts.pair("a1-0", "a2-0") == first
        assert archive.conflicts.pair("a2-0", "a3-0") is None
        assert archive.conflicts.verdicts(figure_id="a3-0") == archive.conflicts.verdicts(relation="repeat") == [other]


def test_conflicts_are_kept_once_and_found_by_the_start_of_their_id() -> None:
    with open_archive() as archive:
        assert archive.conflicts.add(conflict("C-7f3a0001"), NOON)
        assert not archive.conflicts.add(conflict("C-7f3a0001", measure="other"), NOON + DAY)
        assert archive.conflicts.add(conflict("C-7f3b0002", thread="C-7f3a0001", story="jobs"), NOON)
        assert archive.conflicts.get("7F3A").conflict == conflict("C-7f3a0001")
        with pytest.raises(StorageError, match="may be any of C-7f3a0001, C-7f3b0002"):
            archive.conflicts.get("C-7f3")
        with pytest.raises(StorageError, match="no conflict C-9 is in the archive"):
            archive.conflicts.get("C-9")
        with pytest.raises(StorageError, match="no conflict % is"):
            archive.conflicts.get("%")
        assert [kept.conflict.story for kept in archive.conflicts.search(story="jobs")] == ["jobs"]
        assert archive.conflicts.search(since=NOON + DAY) == []
        assert [kept.conflict.conflict_id for kept in archive.conflicts.thread("C-7f3a0001")] == [
            "C-7f3a0001",
            "C-7f3b0002",
        ]
        archive.conflicts.update(conflict("C-7f3a0001", outlets=("Demo Post",)))
        assert archive.conflicts.get("C-7f3a0001").conflict.outlets == ("Demo Post",)


def test_a_decision_teaches_and_can_be_taken_back() -> None:
    with open_archive() as archive:
        archive.conflicts.add(conflict(), NOON)
        archive.feedback.teach("C-7f3", Taught.WINDOW, at=NOON + HOUR, who="desk", note="another week")
        assert [(lesson.taught, lesson.who) for lesson in archive.feedback.lessons("kursk")] == [
            (Taught.WINDOW, "desk")
        ]
        assert archive.conflicts.search(decision="suggested") == []
        assert archive.feedback.undo("C-7f3", at=NOON + 2 * HOUR, who="desk", note="my mistake")
        assert not archive.feedback.undo("C-7f3", at=NOON + 2 * HOUR)
        assert archive.feedback.lessons() == []
        archive.feedback.teach("C-7f3", Taught.COMPARABLE, at=NOON + 3 * HOUR, note="both on record")
        kept = archive.conflicts.get("C-7f3")
        assert (kept.state, kept.decision) == ("open", "confirmed")
        assert archive.feedback.lessons("jobs") == []
        assert [(step.step, step.why) for step in archive.conflicts.history("C-7f3")] == [
            ("filed", ""),
            ("dismissed", "window: another week"),
            ("suggested", "my mistake"),
            ("confirmed", "comparable: both on record"),
        ]


def test_mutes_end_and_can_be_undone() -> None:
    with open_archive() as archive:
        pair = Mute(kind="sources", one="Police", other="organisers", until=NOON + DAY, at=NOON)
        archive.feedback.mute(pair)
        longer = archive.feedback.mute(replace(pair, until=NOON + 2 * DAY))
        archive.feedback.mute(replace(pair, kind="measure", one="C-1", other="jobs cut"))
        assert [mute.words for mute in archive.feedback.mutes(NOON)] == ["jobs cut", "Police and organisers"]
        assert archive.feedback.mutes(NOON + DAY) == [longer]
        assert archive.feedback.unmute(longer.number, at=NOON + HOUR) == longer
        assert [mute.kind for mute in archive.feedback.mutes(NOON)] == ["measure"]
        with pytest.raises(StorageError, match="no mute"):
            archive.feedback.unmute(longer.number, at=NOON)


def test_one_conflict_takes_over_another() -> None:
    """A late report made two conflicts one: history and decision go along, and the old id still finds it."""
    with open_archive() as archive:
        for name in ("C-old00001", "C-new00002"):
            archive.conflicts.add(conflict(name), NOON)
        archive.feedback.teach("C-old", Taught.COPY, at=NOON + HOUR)
        archive.conflicts.hand_over("C-old00001", "C-new00002")
        (kept,) = archive.conflicts.search()
        assert (kept.conflict.conflict_id, kept.decision) == ("C-new00002", "dismissed")
        assert [step.step for step in archive.conflicts.history("C-new")] == ["filed", "filed", "dismissed"]


# ----------------------------------------------------------------------------------------------------------- outbox
def test_an_alert_is_owed_once_a_channel_until_it_is_sent() -> None:
    with open_archive() as archive:
        first, second = alert("A-1"), alert("A-2", created=NOON + HOUR)
        assert archive.outbox.owe(first, ["slack", "mail", "slack"]) == 2
        assert archive.outbox.owe(first, ["mail", "terminal"]) == 1
        assert archive.outbox.owe(second, ["mail"], not_before=NOON + DAY) == 1
        owed = archive.outbox.owed(NOON)
        assert [(row.alert_id, row.channel, row.attempts) for row in owed] == [
            ("A-1", "slack", 0),
            ("A-1", "mail", 0),
            ("A-1", "terminal", 0),
        ]
        assert {row.alert for row in owed} == {first}
        archive.outbox.sent(owed[0], NOON)
        assert not archive.outbox.failed(owed[0], NOON, "late", None)  # already sent
        assert archive.outbox.owe(first, ["slack"]) == 0
        assert [row.channel for row in archive.outbox.owed(NOON, 1)] == ["mail"]
        assert [row.alert_id for row in archive.outbox.owed(NOON + DAY)] == ["A-1", "A-1", "A-2"]
        assert archive.conflicts.told("kursk") == [first, second]
        assert archive.memory.told("C-7f3a0001") == [first, second]
        assert archive.outbox.counts() == {"owed": 3, "sent": 1, "dead": 0}


def test_a_delivery_that_fails_is_tried_again_then_given_up_then_revived() -> None:
    with open_archive() as archive:
        archive.outbox.owe(alert(), ["mail"])
        now = NOON
        for attempt in range(1, TRIES + 1):
            (row,) = archive.outbox.owed(now)
            dead = archive.outbox.failed(row, now, f"try {attempt}", now + HOUR)
            assert dead == (attempt == TRIES)
            assert archive.outbox.owed(now) == []
            now += HOUR
        assert archive.outbox.errors() == [("A-1", "mail", TRIES, f"try {TRIES}")]
        assert archive.outbox.revive(channel="slack") == 0
        assert archive.outbox.revive() == 1
        (row,) = archive.outbox.owed(now)
        assert archive.outbox.failed(row, now, "no such address", None)
        assert archive.outbox.counts(channel="mail") == {"owed": 0, "sent": 0, "dead": 1}


def test_a_lease_keeps_other_senders_away() -> None:
    with open_archive() as archive:
        archive.outbox.owe(alert(), ["mail"])
        assert len(archive.outbox.owed(NOON, lease=timedelta(minutes=1))) == 1
        assert archive.outbox.owed(NOON) == []
        (row,) = archive.outbox.owed(NOON + timedelta(minutes=1))
        assert row.attempts == 0


# ------------------------------------------------------------------------------------------- transactions and wholes
def test_a_transaction_is_all_or_nothing() -> None:
    with open_archive() as archive:
        with pytest.raises(RuntimeError, match="stop"), archive.transaction():
            filed(archive, report())
            archive.conflicts.add(conflict(), NOON)
            raise RuntimeError("stop")
        counts = archive.snapshot_counts()
        assert (counts["articles"], counts["conflicts"]) == (0, 0)
        with archive.transaction(), archive.transaction():
            filed(archive, report())
        assert archive.snapshot_counts()["articles"] == 1


def test_a_failure_that_somebody_swallows_dooms_the_whole() -> None:
    with open_archive() as archive:
        with pytest.raises(StorageError, match="nothing was written"), archive.transaction():
            filed(archive, report())
            with pytest.raises(RuntimeError), archive.transaction():
                raise RuntimeError("inner")
        assert archive.snapshot_counts()["articles"] == 0
        filed(archive, report())


def test_content_hash_knows_values_and_not_the_order_or_the_clock() -> None:
    def made(order: tuple[str, ...], amount: int, seen: datetime) -> str:
        with open_archive() as archive:
            for name in order:
                filed(archive, report(name, figures=(figure(name, amount=amount),)))
                archive.entries.add([entry(name)], seen=seen)
            archive.conflicts.add(conflict(), seen)
            archive.outbox.owe(alert(created=seen), ["mail"])
            return archive.content_hash()

    base = made(("a1", "a2"), 1100, NOON)
    assert made(("a2", "a1"), 1100, NOON + DAY) == base
    assert made(("a1", "a2"), 1101, NOON) != base
    assert made(("a1",), 1100, NOON) != base


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM figures",
        "SELECT 1; DELETE FROM figures",
        "DROP TABLE figures",
        "COPY figures TO 'stolen.csv'",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM '/etc/hostname'",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "COMMIT",
        "EXPLAIN ANALYZE INSERT INTO mutes VALUES ('a', 'b', now(), now(), '', '')",
        "SELECT nextval('version_numbers')",
        "PRAGMA database_list; SELECT 1",
        "",
        "SELEC",
    ],
)
def test_an_analysts_query_cannot_write_or_reach_files(sql: str) -> None:
    with open_archive() as archive:
        filed(archive, report())
        before = archive.content_hash()
        with pytest.raises(StorageError):
            archive.query(sql)
        assert archive.content_hash() == before
        assert archive.query("SELECT outlet, count(*) AS n FROM figures GROUP BY ALL") == (
            ["outlet", "n"],
            [("Demo Wire", 1)],
        )


def test_claims_that_were_never_filed_can_stand_in_a_conflict() -> None:
    """A conflict keeps both claims whole, whatever becomes of the figures."""
    with open_archive() as archive:
        archive.conflicts.add(conflict(), NOON)
        assert archive.conflicts.get("C-7f3a0001").conflict.later == claim("a2", 3000)
