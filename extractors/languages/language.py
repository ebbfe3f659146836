"""What a language gives to the readers of figures: words only, no rules.

A new language is one module of this shape beside ``en.py`` and one line in ``extractors.languages.LANGUAGES``.
All words are lower case; phrases are single-spaced. Classes and statuses are rows of ``news.measures``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.languages.speech import Speech
from extractors.languages.times import Times
from news.records import Hedge


def in_order(text: str) -> tuple[str, ...]:
    """The words of a text, in its order."""
    return tuple(text.split())


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Phrases divided by semicolons, as a set."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip())


def table(text: str) -> dict[str, str]:
    """Lines of ``canonical: word, word`` turned round: word -> canonical. A line without a colon goes on."""
    rows: list[str] = []
    for line in text.strip().splitlines():
        if ": " in line or not rows:
            rows.append(line.strip())
        else:
            rows[-1] += f" {line.strip()}"
    found: dict[str, str] = {}
    for row in rows:
        canonical, _, listed = row.partition(": ")
        found.update(dict.fromkeys((word.strip() for word in listed.split(",")), canonical))
    return found


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its canonical name, its dimension (see ``Figure.dimension``)."""

    name: str
    dimension: str


@dataclass(frozen=True, slots=True)
class StatusRule:
    """What a verb says of the thing counted: ``status`` when the thing is its ``role`` (object | subject | any).

    A passive subject is an object. ``classes`` limits the rule to things of these classes or below, empty = any.
    """

    status: str
    role: str = "object"
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A matter in which general words have one meaning. ``words``: by which an article is seen to be about it;
    ``verbs`` and ``nouns``: as ``Language.status_verbs`` and ``status_nouns``, which they go before.
    ``occasion``: the status of those who were at the one event of a day that such an article is about, "" = none."""

    words: frozenset[str]
    verbs: Mapping[str, tuple[StatusRule, ...]]
    nouns: Mapping[str, frozenset[str]]
    occasion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflection:
    """What a language needs whose words change by case and whose sentences are read without a parser.

    All tables of such a language hold dictionary forms where ``extractors.morphology`` finds them, every form
    elsewhere (numerals, scales, units, months).
    """

    speech: Speech
    times: Times
    lone_scales: Mapping[str, Decimal]  # "тисяча людей": one of the scale
    bounded_scales: Mapping[str, Decimal]  # "понад тисячі": a plural that behind a bound is one in the genitive
    multipliers: Mapping[str, Decimal]  # "півтора мільйона"
    shares: Mapping[str, Decimal]  # "половина мешканців"
    also: frozenset[str]  # increments that may only go on to another thing
    rates_before: frozenset[str]
    month_numbers: Mapping[str, int]
    year_words: frozenset[str]
    origins: Mapping[str, str]  # adjective or people -> canonical nationality
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    planned_phrases: frozenset[str]
    out_of: frozenset[str]  # "28 із 32"
    earlier: frozenset[str]  # "раніше повідомляли": what was said is superseded
    multiples: frozenset[str]  # "утричі", "у 3 рази"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The tables of one language."""

    code: str
    decimal_mark: str
    group_marks: str
    # numbers
    numerals: Mapping[str, int]
    scales: Mapping[str, Decimal]
    attached_scales: Mapping[str, Decimal]
    vague_counts: Mapping[str, tuple[Decimal, Decimal]]
    vague_plurals: Mapping[str, tuple[Decimal, Decimal, Decimal]]
    dozen: str
    fractions: Mapping[str, int]
    half: str
    articles: frozenset[str]
    nothing: frozenset[str]
    no: str
    range_to: frozenset[str]
    range_and: frozenset[str]
    range_or: frozenset[str]
    between: str
    range_from: frozenset[str]
    range_by: str
    until: str  # a hedge ("up to 5") that after a verb of movement is a direction
    # around a number
    hedges: Mapping[str, Hedge]
    hedges_after: Mapping[str, Hedge]
    increments: frozenset[str]
    increments_after: frozenset[str]
    currency_signs: Mapping[str, str]
    currency_codes: frozenset[str]
    currency_words: Mapping[str, str]
    percent_words: frozenset[str]
    units: Mapping[str, Unit]
    rates: frozenset[str]
    subunits: Mapping[str, str] = field(default_factory=dict)  # "cents" -> cent
    currency_verbs: frozenset[str] = frozenset()  # currencies that are verbs too: "12 won medals"
    money_words: frozenset[str] = frozenset()  # near "5,000 pounds" they make it money
    per_words: frozenset[str] = frozenset()  # "per", "a"
    denominators: Mapping[str, str] = field(default_factory=dict)  # noun in the singular -> what a rate is per
    per_adverbs: Mapping[str, str] = field(default_factory=dict)  # "daily" -> day
    after_metres: frozenset[str] = frozenset()  # behind "35m" they make it metres
    halves_before: frozenset[str] = frozenset()  # "the second half of the year" is no share
    decimal_word: str = ""  # "two point five"
    vague_groups: Mapping[str, tuple[Decimal, Decimal, Decimal]] = field(default_factory=dict)  # "a handful of"
    majority: str = ""  # "a majority of": more than half
    multiples: Mapping[str, Decimal] = field(default_factory=dict)  # "doubled", "sixfold"
    before_one: frozenset[str] = frozenset()  # "this one" is a pronoun ...
    after_one: frozenset[str] = frozenset()  # ... when one of these follows
    modals: frozenset[str] = frozenset()  # "one can see"
    minus: frozenset[str] = frozenset()  # words that stand for the minus sign
    months: frozenset[str]
    numbered: frozenset[str]
    age_words: frozenset[str]
    score_words: frozenset[str]
    # what is counted
    classes: Mapping[str, str]
    units_of_classes: Mapping[str, str]
    carriers: frozenset[str]
    collectives: frozenset[str]
    restrictors: frozenset[str]
    restrictor_synonyms: Mapping[str, str]
    nationalities: frozenset[str]
    # what is said of it
    status_nouns: Mapping[str, frozenset[str]]
    weak_nouns: frozenset[str]
    status_adjectives: Mapping[str, frozenset[str]]
    status_verbs: Mapping[str, tuple[StatusRule, ...]]
    status_phrases: Mapping[str, str]
    light_verbs: frozenset[str]
    change_verbs: frozenset[str]
    movements: frozenset[str]
    rises: frozenset[str] = frozenset()  # lemmas of verbs
    falls: frozenset[str] = frozenset()
    up_words: frozenset[str] = frozenset()
    down_words: frozenset[str] = frozenset()
    money_statuses: frozenset[str]
    measured_statuses: frozenset[str] = frozenset()
    share_bases: frozenset[str] = frozenset()
    # how it is said
    background_before: frozenset[str]
    background_after: frozenset[str]
    denial_verbs: frozenset[str]
    unconfirmed_phrases: frozenset[str]
    planned_words: frozenset[str]
    planned_verbs: frozenset[str]
    forecast_words: frozenset[str]
    forecast_verbs: frozenset[str]
    threshold_words: frozenset[str]
    part_words: frozenset[str]  # before a part: "including"
    record_words: frozenset[str]
    preliminary_words: frozenset[str]
    revision_words: frozenset[str]
    dispute_words: frozenset[str]
    agent_nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)  # "killers": what befell those they are of
    parts_of: frozenset[str] = frozenset()  # between a part and its whole: "12 of the 67"
    parts_after: frozenset[str] = frozenset()  # behind a part: "12 of them"
    ordinals: Mapping[str, int] = field(default_factory=dict)
    counted_by_ordinals: frozenset[str] = frozenset()
    burying: frozenset[str] = frozenset()  # what people are buried under alive
    graves: frozenset[str] = frozenset()
    denial_phrases: frozenset[str] = frozenset()  # before a rejected number: "not true that"
    forecast_phrases: frozenset[str] = frozenset()  # behind a number that is only feared: "at risk"
    topics: tuple[Topic, ...] = ()
    inflection: Inflection | None = None
