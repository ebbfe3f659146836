"""A generated archive of any size: many stories that live for weeks, articles of ten figures, named entities.

A first stretch of days is filed through the archive's own door. The months before it are copies of that stretch, moved
back in time and given other stories, names and words, made in SQL: filing a hundred thousand articles one by one would
take half an hour. Articles come at one pace, so a larger archive is a longer one.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from news.identity import shingles
from news.periods import Period, PeriodKind
from news.records import Article, Attribution, Figure, Report, Value
from storage import Archive
from storage.convert import key

LAST_DAY = date(2025, 6, 30)
FIGURES = 10  # an article
PER_DAY = 480  # articles
STORIES = 12  # followed at any time, and as many that nobody follows: a third of the articles
LIFE = 10  # stretches that a story lives
_SPEAKERS = ("the health ministry", "the mayor", "the general staff", "a rescue service", "the governor", "")
_COMMON = tuple(f"country {number}" for number in range(60))
_MEASURES = (
    ("person", frozenset({"killed"})),
    ("person", frozenset({"wounded"})),
    ("civilian", frozenset({"killed"})),
    ("soldier", frozenset({"killed", "wounded"})),
    ("person", frozenset({"missing"})),
    ("person", frozenset({"displaced"})),
    ("home", frozenset({"destroyed"})),
    ("building", frozenset({"damaged"})),
    ("vehicle", frozenset({"lost"})),
    ("job", frozenset({"cut"})),
    ("account", frozenset({"breached"})),
    ("vote", frozenset({"counted"})),
    ("case", frozenset({"counted"})),
    ("attack", frozenset({"launched"})),
)
_VOCABULARY = tuple(f"word{number}" for number in range(4000))


def story_name(number: int, stretch: int) -> str:
    """Name of a story as it is at a stretch (0 = the newest, counted backwards)."""
    return f"story{number}/{stretch // LIFE}"


def names_of(number: int, stretch: int) -> frozenset[str]:
    """The named entities of a story: five of its own, two that everybody has."""
    own = {f"name{number}-{one}/{stretch // LIFE}" for one in range(5)}
    return frozenset(own | {_COMMON[number % 60], _COMMON[(number * 7 + 3) % 60]})


def report_of(name: str, number: int, stretch: int, published: datetime) -> Report:
    """An article of one story; the same for the same arguments."""
    dice = random.Random(name)  # noqa: S311 - the same news every time
    title = f"{story_name(number, stretch).replace('/', ' ')}: report {name}"
    words = " ".join(dice.choices(_VOCABULARY, k=300))
    article = Article(
        article_id=f"A-{name}", url=f"https://outlet{dice.randrange(40)}.example/{name}", title=title,
        outlet=f"Outlet {dice.randrange(40)}", text=words, published=published, first_seen=published,
    )  # fmt: skip
    day = published.date()
    figures = tuple(_figure(dice, article, number, day, place) for place in range(FIGURES))
    return Report(article=article, figures=figures, quotes=(), names=names_of(number, stretch))


def _figure(dice: random.Random, article: Article, number: int, day: date, place: int) -> Figure:
    counted, statuses = _MEASURES[(number + min(int(dice.expovariate(0.6)), 5)) % len(_MEASURES)]
    amount = Decimal(100 * (number + 1) + (day - date(2020, 1, 1)).days + dice.randrange(40))
    start = place * 60
    speaker = dice.choice(_SPEAKERS)
    return Figure(
        figure_id=f"F-{article.article_id}-{place}", article_id=article.article_id, start=start, end=start + 5,
        surface=article.text[start : start + 5], sentence_start=start, sentence_end=start + 60,
        value=Value(low=amount, high=amount, soft_low=amount, soft_high=amount), unit=counted, counted=f"{counted}s",
        counted_class=counted, statuses=statuses, predicate=" or ".join(sorted(statuses)), place=f"town {number}",
        place_chain=(f"town {number}", f"country {number}"), period=Period(kind=PeriodKind.AS_OF, end=day), as_of=day,
        attribution=Attribution(said_by=speaker, cue="said" if speaker else ""),
    )  # fmt: skip


def days_of(figures: int) -> float:
    """How many days an archive of that size holds."""
    return figures / FIGURES / PER_DAY


def fill(archive: Archive, figures: int) -> None:
    """File the newest stretch, article by article, into an empty archive."""
    articles = figures // FIGURES
    dice = random.Random(figures)  # noqa: S311 - the same news every time
    step = timedelta(days=1) / PER_DAY
    first = datetime.combine(LAST_DAY, datetime.min.time(), tzinfo=UTC) - articles * step
    with archive.transaction():
        for position in range(articles):
            number = min(int(dice.expovariate(0.35)), STORIES - 1)
            followed = position % 3 > 0
            report = report_of(f"{position}", number if followed else number + STORIES, 0, first + position * step)
            story = story_name(number, 0) if followed else ""
            archive.file(report, source_story=story, html=b"", shingles=shingles(report.article.text))


def copy_back(archive: Archive, copies: int) -> None:
    """Put so many older stretches before the filed one, the oldest first, as the archive would have met them."""
    articles = archive.snapshot_counts()["articles"]
    database = archive._database
    tables = ("versions", "articles", "figures", "recall", "article_names", "shingles")
    days = max(round(articles / PER_DAY), 1)
    database.run(f"SELECT max(nextval('version_numbers')) FROM range({copies * articles})")  # noqa: S608
    with archive.transaction():
        for table in tables:
            database.run(f"CREATE TEMP TABLE base_{table} AS SELECT * FROM {table} ORDER BY rowid")  # noqa: S608
            database.run(f"DELETE FROM {table}")  # noqa: S608
        _keys(archive, copies)
    for copy in range(copies, -1, -1):
        with archive.transaction():
            for table, replaced in _REPLACED.items():
                sql = (
                    f"INSERT INTO {table} SELECT b.* REPLACE ({replaced}) FROM base_{table} b {_JOINED.get(table, '')}"  # noqa: S608
                )
                # parameters by name are not offered by the archive: small whole numbers are written into the SQL
                for sign, value in (
                    ("$back", (copies - copy) * articles),
                    ("$days", copy * days),
                    ("$copy", copy),
                    ("$life", copy // LIFE),
                ):
                    sql = sql.replace(sign, str(value))
                database.run(sql)
    for table in tables:
        database.run(f"DROP TABLE base_{table}")


def _keys(archive: Archive, copies: int) -> None:
    """Hashes of stories and names as they were in older stretches."""
    database = archive._database
    database.run("CREATE TEMP TABLE renamed (old UBIGINT, life INTEGER, new UBIGINT)")
    rows = []
    for life in range(copies // LIFE + 1):
        for number in range(2 * STORIES):
            now, then = 0, life * LIFE
            pairs = [(story_name(number, now), story_name(number, then))]
            own = zip(sorted(names_of(number, now)), sorted(names_of(number, then)), strict=True)
            rows += [[key(old), life, key(new)] for old, new in (*pairs, *own)]
    unique = {(old, life): [old, life, new] for old, life, new in rows}
    database.insert("renamed", {"old": "UBIGINT", "life": "INTEGER", "new": "UBIGINT"}, list(unique.values()))


_RENAME = "CASE WHEN contains({0}, '/') THEN split_part({0}, '/', 1) || '/$life' ELSE {0} END"
_ID = "{0} || CASE WHEN $copy = 0 THEN '' ELSE '~$copy' END"
#: table -> what a copy changes. $back: version numbers, $days: how far back, $copy: its number, $life: of its stories
_REPLACED = {
    "versions": (
        f"version_no + $back AS version_no, {_ID.format('article_id')} AS article_id, {_ID.format('url')} AS url, "
        "published - INTERVAL ($days) DAY AS published, first_seen - INTERVAL ($days) DAY AS first_seen, "
        f"{_RENAME.format('story')} AS story, {_ID.format('origin')} AS origin, "
        f"{_ID.format('fingerprint')} AS fingerprint, "
        f"list_transform(names, lambda x: {_RENAME.format('x')}) AS names"
    ),
    "articles": f"{_ID.format('article_id')} AS article_id, latest_no + $back AS latest_no",
    "figures": (
        f"figure_no + $back::BIGINT * 1000000 AS figure_no, {_ID.format('figure_id')} AS figure_id, "
        f"{_ID.format('article_id')} AS article_id, version_no + $back AS version_no, {_ID.format('url')} AS url, "
        "published - INTERVAL ($days) DAY AS published, first_seen - INTERVAL ($days) DAY AS first_seen, "
        f"{_RENAME.format('story')} AS story, as_of - $days AS as_of, period_end - $days AS period_end"
    ),
    "recall": (
        'coalesce(r.new, story) AS story, "day" - $days AS "day", version_no + $back AS version_no, '
        "figure_no + $back::BIGINT * 1000000 AS figure_no"
    ),
    "article_names": ('coalesce(r.new, "name") AS "name", "day" - $days AS "day", version_no + $back AS version_no'),
    "shingles": (
        '(hash(shingle, $copy) >> 32)::UINTEGER AS shingle, "day" - $days AS "day", version_no + $back AS version_no'
    ),
}
_JOINED = {
    "recall": "LEFT JOIN renamed r ON r.old = b.story AND r.life = $life ORDER BY b.rowid",
    "article_names": 'LEFT JOIN renamed r ON r.old = b."name" AND r.life = $life ORDER BY b.rowid',
}
