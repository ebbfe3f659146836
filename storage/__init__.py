"""What we remember: the archive, in one DuckDB file. Other rooms import from here and from no module inside.

    with open_archive(path, read_only=False, patience=30.0) as archive:     # None = in memory
        with archive.transaction(): ...                                     # nested use joins the outer one

    archive.file(report, source_story, html, shingles=(), day=None) -> Source | None    all below in one transaction
    archive.articles  add(report, source_story, html) -> Source | None (None: this very text is there)
                      get(article_id, version=None), html(article_id, version=None), version_of(article_id),
                      versions(article_id), search(since, until, story, outlet, limit, superseded) -> list[Filed]
    archive.claims    add(report, source) -> int, about(report, story, limit, window) -> list[Claim],
                      of_story(story, superseded, limit), known(story, before, clock), of_article(article_id, version),
                      by_id(figure_id),
                      search(story, measure, outlet, said_by, since, until, limit, superseded)
    archive.quotes    add(report, source) -> int,
                      search(story, text, outlet, said_by, article_id, since, until, limit, superseded)
    archive.near      add(article_id, shingles, day), candidates(shingles, day, window_days, article_id, limit)
    archive.raw       get(article_id, version) -> bytes, sha256(article_id, version)
    archive.feeds     state(url) -> FeedState, save(state), all()
    archive.entries   add(entries, seen) -> int, pending(now, limit), due_for_reread(now, limit), attempts(entry),
                      settle(entry, outcome, detail, at, retry_at, reread), counts(feed_url), details(outcome, limit)
    archive.conflicts judged(verdicts, at) -> int, pair(figure_a, figure_b), verdicts(figure_id, relation, limit),
                      add(conflict, at) -> bool, update(conflict), settle(conflict, at), has(id), by_ids(ids),
                      get(id, alias or prefix) -> Kept, search(since, state, decision, story, limit) -> list[Kept],
                      thread(thread), told(story), decide(id, decision, at, why, who), history(id),
                      known(story, before, clock), lower(id), hand_over(id, heir)
    archive.memory    take(story, clashes), before(story, published), since(story, published),
                      keep(story, since, remembered, at), of_conflict(id), conflict_with(a, b),
                      told(id), told_of_thread(thread), around(figure_ids)
    archive.outbox    owe(alert, channels, not_before) -> int, owed(now, limit, lease) -> list[Owed], sent(owed, at),
                      failed(owed, at, error, retry_at) -> bool (dead), revive(channel), counts(channel), errors(limit),
                      channels_of(alerts), undelivered(), lower(alert_id, channels)
    archive.adjudications  add(adjudication), asked(alert_ids), about(earlier_id, later_id)
    archive.feedback  teach(id, taught, at, who, note) -> Lesson, undo(id, at, who, note) -> bool, lessons(story),
                      teach_pair(id, one, other, taught, at, who, note) -> Lesson, undo_lessons(id, at) -> bool,
                      mute(mute) -> Mute, unmute(number, at) -> Mute, mutes(at)
    archive.query(sql) -> (columns, rows), snapshot_counts(), content_hash()

Every ``add`` may run twice. Times are arguments, timezone-aware. Errors: StorageError, ArchiveBusy (transient).
"""

from storage.archive import Archive, open_archive
from storage.articles import Filed
from storage.conflicts import Change, Kept
from storage.entries import REREAD_AFTER, Outcome
from storage.feeds import FeedState
from storage.outbox import TRIES, Owed
from storage.payload import dumps, loads
from storage.quotes import Statement

__all__ = [
    "REREAD_AFTER",
    "TRIES",
    "Archive",
    "Change",
    "FeedState",
    "Filed",
    "Kept",
    "Outcome",
    "Owed",
    "Statement",
    "dumps",
    "loads",
    "open_archive",
]
