-- The archive as first released. Instants are TIMESTAMP in UTC. Few indexes on purpose: DuckDB's zone maps
-- serve the large tables, which grow in filing order; a primary key stands only where a row must not come twice.

CREATE TABLE feeds (
    url           VARCHAR PRIMARY KEY,
    etag          VARCHAR NOT NULL,
    last_modified VARCHAR NOT NULL,
    first_polled  TIMESTAMP,            -- first successful poll: until then the feed is seeded silently
    last_polled   TIMESTAMP,
    last_success  TIMESTAMP,
    next_poll     TIMESTAMP,
    failures      INTEGER NOT NULL,     -- in a row
    last_error    VARCHAR NOT NULL,
    moved_to      VARCHAR NOT NULL,
    retired       BOOLEAN NOT NULL,
    entries_seen  BIGINT NOT NULL
);

CREATE TABLE entries (
    entry_key     UBIGINT PRIMARY KEY,  -- hash of feed_url and guid
    feed_url      VARCHAR NOT NULL,
    guid          VARCHAR NOT NULL,
    url           VARCHAR NOT NULL,
    title         VARCHAR NOT NULL,
    outlet        VARCHAR NOT NULL,
    summary       VARCHAR NOT NULL,
    published     TIMESTAMP,
    updated       TIMESTAMP,
    published_raw VARCHAR NOT NULL,
    author        VARCHAR NOT NULL,
    seen          TIMESTAMP NOT NULL,   -- first seen by us
    outcome       VARCHAR NOT NULL,     -- pending | filed | copy | unchanged | refused | failed | duplicate
    detail        VARCHAR NOT NULL,
    attempts      INTEGER NOT NULL,     -- failures in a row
    settled_at    TIMESTAMP,
    filed_at      TIMESTAMP,            -- first time a page was filed from it
    retry_at      TIMESTAMP,
    reread_at     TIMESTAMP
);

CREATE SEQUENCE version_numbers;

CREATE TABLE articles (
    article_id    VARCHAR PRIMARY KEY,  -- hash of the canonical URL
    versions      INTEGER NOT NULL,
    latest_no     BIGINT NOT NULL       -- version_no of the newest version
);

CREATE TABLE versions (
    version_no     BIGINT NOT NULL,     -- filing order over all articles
    article_id     VARCHAR NOT NULL,
    version        INTEGER NOT NULL,    -- 1, 2, ... within the article
    superseded     BOOLEAN NOT NULL,
    url            VARCHAR NOT NULL,
    outlet         VARCHAR NOT NULL,
    title          VARCHAR NOT NULL,
    "text"         VARCHAR NOT NULL,
    published      TIMESTAMP NOT NULL,
    first_seen     TIMESTAMP NOT NULL,
    updated        TIMESTAMP,
    "language"     VARCHAR NOT NULL,
    authors        VARCHAR[] NOT NULL,
    agency         VARCHAR NOT NULL,
    published_from VARCHAR NOT NULL,
    canonical_host VARCHAR NOT NULL,
    story          VARCHAR NOT NULL,
    copy_of        VARCHAR NOT NULL,
    origin         VARCHAR NOT NULL,    -- article_id of the original, its own when it is no copy
    names          VARCHAR[] NOT NULL,
    fingerprint    VARCHAR NOT NULL,    -- SHA-256 of text
    more           VARCHAR              -- JSON: fields of the record that have no column yet
);

CREATE TABLE raw_pages (
    version_no BIGINT NOT NULL,
    article_id VARCHAR NOT NULL,
    version    INTEGER NOT NULL,
    sha256     VARCHAR NOT NULL,        -- of the bytes as they came
    size       BIGINT NOT NULL,         -- of the bytes as they came
    packed     BLOB NOT NULL            -- zlib
);

CREATE TABLE figures (
    figure_no      BIGINT NOT NULL,     -- version_no * 1,000,000 + position in the report
    figure_id      VARCHAR NOT NULL,
    article_id     VARCHAR NOT NULL,
    version_no     BIGINT NOT NULL,
    version        INTEGER NOT NULL,
    superseded     BOOLEAN NOT NULL,
    outlet         VARCHAR NOT NULL,
    url            VARCHAR NOT NULL,
    published      TIMESTAMP NOT NULL,
    first_seen     TIMESTAMP NOT NULL,
    story          VARCHAR NOT NULL,
    surface        VARCHAR NOT NULL,
    sentence       VARCHAR NOT NULL,
    "start"        INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    low            DECIMAL(38, 6),
    high           DECIMAL(38, 6),
    soft_low       DECIMAL(38, 6),
    soft_high      DECIMAL(38, 6),
    hedge          VARCHAR NOT NULL,
    hedge_words    VARCHAR NOT NULL,
    unit           VARCHAR NOT NULL,
    dimension      VARCHAR NOT NULL,
    counted        VARCHAR NOT NULL,
    counted_class  VARCHAR NOT NULL,
    restrictors    VARCHAR[] NOT NULL,
    share_of       VARCHAR NOT NULL,
    about          VARCHAR[] NOT NULL,
    predicate      VARCHAR NOT NULL,
    statuses       VARCHAR[] NOT NULL,
    subjects       VARCHAR[] NOT NULL,
    place          VARCHAR NOT NULL,
    place_chain    VARCHAR[] NOT NULL,
    place_inherited BOOLEAN NOT NULL,
    site           VARCHAR NOT NULL,
    predicate_inherited BOOLEAN NOT NULL,
    period_kind    VARCHAR NOT NULL,
    period_start   DATE,
    period_end     DATE,
    period_text    VARCHAR NOT NULL,
    as_of          DATE NOT NULL,
    said_by        VARCHAR NOT NULL,
    said_by_role   VARCHAR NOT NULL,
    country        VARCHAR NOT NULL,    -- whose authority speaks
    via            VARCHAR NOT NULL,
    cue            VARCHAR NOT NULL,
    doubt          VARCHAR NOT NULL,
    "role"         VARCHAR NOT NULL,
    polarity       VARCHAR NOT NULL,
    modality       VARCHAR NOT NULL,
    aggregation    VARCHAR NOT NULL,
    "change"       VARCHAR NOT NULL,
    direction      VARCHAR NOT NULL,
    preliminary    BOOLEAN NOT NULL,
    cues           VARCHAR[] NOT NULL,
    more           VARCHAR              -- JSON: bounds that DECIMAL(38, 6) cannot hold, fields without a column yet
);

-- Current versions only. One row for each thing that a figure counts, so that recall reads narrow columns.
CREATE TABLE recall (
    measure    UBIGINT NOT NULL,        -- hash of dimension and class, status or unit
    story      UBIGINT NOT NULL,        -- hash of the story's name
    "day"      DATE NOT NULL,           -- published
    version_no BIGINT NOT NULL,
    figure_no  BIGINT NOT NULL
);

-- Current versions only.
CREATE TABLE article_names (
    "name"     UBIGINT NOT NULL,        -- hash
    "day"      DATE NOT NULL,           -- published
    version_no BIGINT NOT NULL
);

CREATE TABLE quotes (
    quote_id     VARCHAR NOT NULL,
    article_id   VARCHAR NOT NULL,
    version_no   BIGINT NOT NULL,
    version      INTEGER NOT NULL,
    superseded   BOOLEAN NOT NULL,
    outlet       VARCHAR NOT NULL,
    url          VARCHAR NOT NULL,
    published    TIMESTAMP NOT NULL,
    first_seen   TIMESTAMP NOT NULL,
    story        VARCHAR NOT NULL,
    "type"       VARCHAR NOT NULL,
    "text"       VARCHAR NOT NULL,
    content      STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL,
    source_start INTEGER,
    source_end   INTEGER,
    cue_start    INTEGER,
    cue_end      INTEGER,
    said_by      VARCHAR NOT NULL,
    said_by_role VARCHAR NOT NULL,
    country      VARCHAR NOT NULL,
    via          VARCHAR NOT NULL,
    cue          VARCHAR NOT NULL,
    doubt        VARCHAR NOT NULL,
    polarity     VARCHAR NOT NULL,
    more         VARCHAR
);

-- A sample of the shingles of every version, in filing order, so that a window of days reads few row groups.
CREATE TABLE shingles (
    shingle    UINTEGER NOT NULL,       -- upper half of the 64-bit hash
    "day"      DATE NOT NULL,
    version_no BIGINT NOT NULL,
    size       INTEGER NOT NULL         -- how many shingles of this version are in the sample
);

CREATE TABLE verdicts (
    pair_key   UBIGINT PRIMARY KEY,     -- hash of earlier_id and later_id
    earlier_id VARCHAR NOT NULL,
    later_id   VARCHAR NOT NULL,
    relation   VARCHAR NOT NULL,
    level      VARCHAR NOT NULL,
    possible   BOOLEAN NOT NULL,
    ratio      DECIMAL(38, 6),
    reason     VARCHAR NOT NULL,
    judged_at  TIMESTAMP NOT NULL,
    payload    VARCHAR NOT NULL         -- JSON of the whole record
);

CREATE TABLE conflicts (
    conflict_id    VARCHAR PRIMARY KEY,
    thread         VARCHAR NOT NULL,
    story          VARCHAR NOT NULL,
    measure        VARCHAR NOT NULL,
    relation       VARCHAR NOT NULL,
    level          VARCHAR NOT NULL,
    ratio          DECIMAL(38, 6),
    earlier_id     VARCHAR NOT NULL,
    later_id       VARCHAR NOT NULL,
    earlier_outlet VARCHAR NOT NULL,
    later_outlet   VARCHAR NOT NULL,
    earlier_said   VARCHAR NOT NULL,
    later_said     VARCHAR NOT NULL,
    published      TIMESTAMP NOT NULL,  -- of the later claim
    filed_at       TIMESTAMP NOT NULL,
    state          VARCHAR NOT NULL,    -- open | resolved: do the parties still disagree?
    decision       VARCHAR NOT NULL,    -- suggested | confirmed | dismissed: what people said
    payload        VARCHAR NOT NULL
);

-- What one claim contradicts. The clashes of a conflict are its members.
CREATE TABLE clashes (
    later_id    VARCHAR NOT NULL,
    story       VARCHAR NOT NULL,
    published   TIMESTAMP NOT NULL,     -- of the later claim
    conflict_id VARCHAR NOT NULL,
    against     VARCHAR[] NOT NULL,     -- ids of the earlier figures
    outlets     VARCHAR[] NOT NULL,     -- who printed any of the values
    payload     VARCHAR NOT NULL
);

-- Ids that were given up when a late report made two conflicts one.
CREATE TABLE conflict_aliases (
    alias       VARCHAR NOT NULL,
    conflict_id VARCHAR NOT NULL
);

CREATE SEQUENCE history_numbers;

CREATE TABLE conflict_history (
    history_no  BIGINT NOT NULL,
    conflict_id VARCHAR NOT NULL,
    changed_at  TIMESTAMP NOT NULL,
    step        VARCHAR NOT NULL,       -- filed | resolved | open | confirmed | dismissed | suggested
    why         VARCHAR NOT NULL,
    who         VARCHAR NOT NULL
);

CREATE TABLE alerts (
    alert_id    VARCHAR PRIMARY KEY,
    conflict_id VARCHAR NOT NULL,
    thread      VARCHAR NOT NULL,
    story       VARCHAR NOT NULL,
    kind        VARCHAR NOT NULL,
    level       VARCHAR NOT NULL,
    note        VARCHAR NOT NULL,
    created     TIMESTAMP NOT NULL,
    payload     VARCHAR NOT NULL
);

CREATE SEQUENCE outbox_numbers;

CREATE TABLE outbox (
    outbox_no   BIGINT NOT NULL,
    alert_id    VARCHAR NOT NULL,
    channel     VARCHAR NOT NULL,
    state       VARCHAR NOT NULL,       -- owed | sent | dead
    attempts    INTEGER NOT NULL,
    next_try    TIMESTAMP,              -- NULL = at once
    lease_until TIMESTAMP,              -- another sender is at it until then
    sent_at     TIMESTAMP,
    last_error  VARCHAR NOT NULL,
    PRIMARY KEY (alert_id, channel)
);

CREATE SEQUENCE feedback_numbers;

-- What dismissing or confirming a conflict taught. Rows that were undone stay.
CREATE TABLE lessons (
    lesson_no   BIGINT NOT NULL,
    conflict_id VARCHAR NOT NULL,
    story       VARCHAR NOT NULL,
    taught      VARCHAR NOT NULL,       -- comparable | window | scope | definition | other-thing | copy
    taught_at   TIMESTAMP NOT NULL,
    who         VARCHAR NOT NULL,
    note        VARCHAR NOT NULL,
    undone_at   TIMESTAMP,
    payload     VARCHAR NOT NULL
);

CREATE TABLE mutes (
    mute_no   BIGINT NOT NULL,
    kind      VARCHAR NOT NULL,         -- measure | sources
    one       VARCHAR NOT NULL,         -- a thread, or a speaker
    other     VARCHAR NOT NULL,         -- the measure in words, or the other speaker
    until     TIMESTAMP NOT NULL,
    muted_at  TIMESTAMP NOT NULL,
    who       VARCHAR NOT NULL,
    why       VARCHAR NOT NULL,
    undone_at TIMESTAMP
);

-- Every question to the adjudicator, and its answer.
CREATE TABLE adjudications (
    alert_id    VARCHAR NOT NULL,
    conflict_id VARCHAR NOT NULL,
    earlier_id  VARCHAR NOT NULL,
    later_id    VARCHAR NOT NULL,
    asked_at    TIMESTAMP NOT NULL,
    model       VARCHAR NOT NULL,
    prompt      VARCHAR NOT NULL,
    answer      VARCHAR NOT NULL,
    ruling      VARCHAR NOT NULL,       -- kept | lowered | failed
    reason      VARCHAR NOT NULL,
    payload     VARCHAR NOT NULL
);
