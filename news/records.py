"""The nouns that every room speaks. All records are frozen; a state change is a new type, not a new flag.

    Feed -> Entry -> Article -> Report (article + figures + quotes) -> Claim -> Verdict -> Conflict -> Alert

Offsets count Unicode code points of ``Article.text``, which nothing rewrites:
``article.text[figure.start:figure.end] == figure.surface``. Numbers are ``Decimal``; a range stays two numbers.
Two clocks: ``published`` / ``as_of`` (when it was said) and ``first_seen`` (when we saw it). Instants are
timezone-aware UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from news.periods import Period


# ---------------------------------------------------------------------------------------------- feeds and articles
@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A source the user named. ``delay`` is the least number of seconds between two requests to its host."""

    url: str
    outlet: str
    country: str = ""  # ISO 3166 alpha-2, "" unknown
    language: str = ""  # ISO 639-1, "" unknown
    delay: float = 1.0
    timezone: str = ""  # IANA zone of the outlet, used only where a date carries none
    allow_private: bool = False  # may be on a private or loopback address (the demo is)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed. ``guid`` identifies it within the feed; ``url`` is where to fetch the page."""

    feed_url: str
    guid: str
    url: str
    title: str
    outlet: str
    summary: str = ""  # plain text
    published: datetime | None = None
    updated: datetime | None = None
    published_raw: str = ""  # as printed, kept when it could not be read
    author: str = ""


class Refusal(StrEnum):
    """Why a fetched page is no article. Stored, shown in the command line, never read for figures."""

    PAYWALL = "paywall"
    CONSENT = "consent"
    ERROR_PAGE = "error_page"
    TOO_SHORT = "too_short"
    NOT_HTML = "not_html"
    NOT_ARTICLE = "not_article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A page that was fetched and recognised as no article. ``detail`` says in words what gave it away."""

    url: str
    reason: Refusal
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The cleaned text of one version of one page.

    ``article_id`` hashes the canonical URL (``news.identity.article_id``), so all versions share it.
    Paragraphs of ``text`` are separated by one newline. ``title`` is no part of ``text``.
    ``agency`` is the wire service that the page credits ("AP"), "" when none.
    """

    article_id: str
    url: str
    outlet: str
    title: str
    text: str
    published: datetime
    first_seen: datetime
    updated: datetime | None = None
    language: str = "en"
    authors: tuple[str, ...] = ()
    agency: str = ""
    published_from: str = "page"  # feed | page | url | fetched: which clock gave ``published``
    canonical_host: str = ""  # set when rel=canonical points to another host: the page credits that source


# ------------------------------------------------------------------------------------------------------- figures
class Hedge(StrEnum):
    """How the words limit the number (design: value conventions in ``Value``)."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What the words say and what readers take from them.

    ``low``/``high``: as stated. exact, approx: low == high == N. at_least, more_than: high None. up_to, less_than:
    low None. nearly N: 0.97 N to N. range and vague ("a couple hundred" 150-300): both.
    ``soft_low``/``soft_high``: the band to compare with, after the hedge's own width (Ferson et al. 2015); None is
    open. Equal to low and high for exact, non-round numbers.
    """

    low: Decimal | None
    high: Decimal | None
    soft_low: Decimal | None
    soft_high: Decimal | None
    hedge: Hedge = Hedge.EXACT
    hedge_words: str = ""

    @property
    def point(self) -> Decimal:
        """One number to order and to draw by: the middle of a closed value, else the stated bound."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        bound = self.low if self.low is not None else self.high
        if bound is None:
            raise ValueError("a value needs at least one bound")
        return bound


class Role(StrEnum):
    """``claim``: the report stands by it now. ``background``: recalled as past or superseded."""

    CLAIM = "claim"
    BACKGROUND = "background"


class Polarity(StrEnum):
    """``denied``: the text rejects the number. ``unconfirmed``: the speaker declines to confirm it."""

    ASSERTED = "asserted"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"


class Modality(StrEnum):
    """``planned``: decided, not done. ``forecast``: expected, feared, possible. ``threshold``: a rule's limit."""

    ACTUAL = "actual"
    PLANNED = "planned"
    FORECAST = "forecast"
    THRESHOLD = "threshold"


class Aggregation(StrEnum):
    """``increment``: added to something ("47 more"). ``part``: inside a total ("including 12 children").
    ``rate``: per unit of time or head. ``record``: a peak."""

    TOTAL = "total"
    INCREMENT = "increment"
    PART = "part"
    RATE = "rate"
    RECORD = "record"


class Change(StrEnum):
    """``level``: how many there are. ``by``: by how much it moved. ``ratio``: double, triple."""

    LEVEL = "level"
    BY = "by"
    RATIO = "ratio"


class Direction(StrEnum):
    """Which way a number is said to move something ("rose 8%"); none for where it stands ("fell to 13,176")."""

    UP = "up"
    DOWN = "down"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it, through whom. Names are the fullest form found in the article; "" = nobody is named.

    ``said_by``: the deepest origin ("South Korea's National Intelligence Service", "a senior U.S. military official").
    ``via``: the carrier between the origin and the outlet ("AP", "lawmaker Lee Seong-kweun"), "" when none.
    ``country``: lower-case name of the country whose authority speaks ("south korea"), "" for a company, an
    independent body or when unknown. ``doubt``: "reportedly", "allegedly", "likely" as printed.
    """

    said_by: str = ""
    said_by_role: str = ""
    country: str = ""
    via: str = ""
    cue: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number as one report prints it, with everything needed to decide what it measures.

    ``unit``: person, household, percent, share, an ISO 4217 code, or the canonical noun ("job", "vote", "account").
    ``counted``: the noun phrase as understood ("North Korean soldiers"); ``counted_class``: row of
    ``news.measures.CLASSES``, "" unknown; ``restrictors``: lower-case words that narrow it ("north korean",
    "civilian").
    ``about``: the noun phrases that the number speaks of, nearest first ("core inflation", "fee", "bank").
    ``predicate``: the words ("killed or wounded"); ``statuses``: canonical set (``news.measures.STATUSES``).
    ``predicate_inherited``: its own sentence says nothing that a table knows, so it takes what was told before.
    ``subjects``: names of who or what the number belongs to ("Amazon", "Maduro"), speaker and place left out.
    ``place``: as printed; ``place_chain``: from itself outward, lower-case canonical names ("kursk oblast", "russia").
    ``place_inherited``: its own sentence names no place, so it takes the one where the article is set.
    ``site``: where within the place ("airport", "rebel-held area"), "" when its sentence does not say.
    ``as_of``: the day the value refers to. ``cues``: words by which the reporter marks revision or dispute.
    """

    figure_id: str
    article_id: str
    start: int
    end: int
    surface: str
    sentence_start: int
    sentence_end: int
    value: Value
    unit: str
    dimension: str = (
        "count"  # count | money | share | rate, or what a unit measures: area, length, mass, volume, energy ...
    )
    counted: str = ""
    counted_class: str = ""
    restrictors: tuple[str, ...] = ()
    share_of: str = ""
    about: tuple[str, ...] = ()
    predicate: str = ""
    statuses: frozenset[str] = frozenset()
    predicate_inherited: bool = False
    subjects: tuple[str, ...] = ()
    place: str = ""
    place_chain: tuple[str, ...] = ()
    place_inherited: bool = False
    site: str = ""
    period: Period
    as_of: date
    attribution: Attribution = Attribution()
    role: Role = Role.CLAIM
    polarity: Polarity = Polarity.ASSERTED
    modality: Modality = Modality.ACTUAL
    aggregation: Aggregation = Aggregation.TOTAL
    change: Change = Change.LEVEL
    direction: Direction = Direction.NONE
    preliminary: bool = False
    cues: tuple[str, ...] = ()


# -------------------------------------------------------------------------------------------------------- quotes
@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open offsets into ``Article.text``."""

    start: int
    end: int


class QuoteType(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody is reported to have said. ``content`` segments are in text order, quotation marks included."""

    quote_id: str
    article_id: str
    type: QuoteType
    content: tuple[Span, ...]
    text: str
    source: Span | None = None
    cue: Span | None = None
    attribution: Attribution = Attribution()
    polarity: Polarity = Polarity.ASSERTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A read article: what is filed. ``names`` are the proper names of title and text, folded to lower case: they
    decide whether two articles may tell of the same event."""

    article: Article
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    names: frozenset[str]
    copy_of: str = ""  # article_id of the origin, "" when it is no copy


# ----------------------------------------------------------------------------------------------------- judgement
@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article behind a figure, as far as the judgement needs it. ``origin`` is the article_id of the original
    when this one is a copy, else its own. ``story``: name of the watch it matched, "" when none."""

    article_id: str
    version: int
    url: str
    outlet: str
    title: str
    published: datetime
    first_seen: datetime
    origin: str
    agency: str = ""
    story: str = ""
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure together with where it stands and the sentence around it."""

    figure: Figure
    source: Source
    sentence: str


class Relation(StrEnum):
    """How a later figure relates to an earlier one (sixteen relations, four groups)."""

    REPEAT = "repeat"
    WIRE_COPY = "wire_copy"
    COMPATIBLE = "compatible"
    RECALL = "recall"
    STALE = "stale"
    REFINE = "refine"
    UPDATE = "update"
    OUTCOME = "outcome"
    REVISION_DOWN = "revision_down"
    SELF_CORRECTION = "self_correction"
    DISPUTE = "dispute"
    DENIAL = "denial"
    PART_WHOLE = "part_whole"
    SCOPE = "scope"
    DEFINITION = "definition"
    UNRELATED = "unrelated"

    @property
    def group(self) -> str:
        """same | update | contradiction | not_comparable"""
        return _GROUP[self]


_GROUP: dict[Relation, str] = {
    **dict.fromkeys(
        (Relation.REPEAT, Relation.WIRE_COPY, Relation.COMPATIBLE, Relation.RECALL, Relation.STALE), "same"
    ),
    **dict.fromkeys((Relation.REFINE, Relation.UPDATE, Relation.OUTCOME), "update"),
    **dict.fromkeys(
        (Relation.REVISION_DOWN, Relation.SELF_CORRECTION, Relation.DISPUTE, Relation.DENIAL), "contradiction"
    ),
    **dict.fromkeys((Relation.PART_WHOLE, Relation.SCOPE, Relation.DEFINITION, Relation.UNRELATED), "not_comparable"),
}


class Level(StrEnum):
    """Whom it concerns: ``alert`` now, ``digest`` once a day, ``silent`` only who looks it up."""

    ALERT = "alert"
    DIGEST = "digest"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The judgement about one pair. ``reason`` is one sentence for people; ``compared`` lists field by field what was
    found equal, different or missing; ``ratio`` is larger over smaller point, None where it means nothing."""

    earlier_id: str
    later_id: str
    relation: Relation
    level: Level
    reason: str
    compared: tuple[str, ...] = ()
    ratio: Decimal | None = None
    possible: bool = False  # a field is missing on one side: never more than a digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A figure of the same story that was looked at and left out of an alert, and why."""

    claim: Claim
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """How two parties came to agree: ``by`` is the later of their two standing claims, ``other`` the one it meets."""

    by: Claim
    other: Claim
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims that cannot both be true of the same measure.

    ``conflict_id``: "C-" + 8 hex digits, the same whatever the order of filing. ``thread`` is the id of the first
    conflict about this measure: follow-ups carry it. ``measure`` in words ("North Korean soldiers killed or wounded,
    Kursk Oblast"). ``note``: why it is a conflict of its own in its thread, "" for the first.
    """

    conflict_id: str
    thread: str
    story: str
    measure: str
    verdict: Verdict
    earlier: Claim
    later: Claim
    unused: tuple[Unused, ...] = ()
    outlets: tuple[str, ...] = ()  # other outlets that printed either value
    origins: int = 2  # independent speakers behind both values
    note: str = ""
    settlement: Settlement | None = None  # None = the two parties still disagree

    @property
    def state(self) -> str:
        """open | resolved"""
        return "open" if self.settlement is None else "resolved"


class AlertKind(StrEnum):
    NEW = "new"
    FOLLOW_UP = "follow_up"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What is owed to a channel. ``alert_id`` is a key for receivers: the same alert always has the same."""

    alert_id: str
    kind: AlertKind
    conflict: Conflict
    created: datetime
    note: str = ""  # why a follow-up is told ("South Korea moved from 1,100 to 3,000: the gap narrows")
    level: Level = field(default=Level.ALERT)
