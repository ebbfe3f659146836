"""English."""

from __future__ import annotations

from extractors.languages import en_claims as claims
from extractors.languages import en_false_friends as false_friends
from extractors.languages import en_hedges as hedges
from extractors.languages import en_numbers as numbers
from extractors.languages import en_statuses as statuses
from extractors.languages import en_things as things
from extractors.languages import en_units as units
from extractors.languages import en_verbs as verbs
from extractors.languages.language import Language

ENGLISH = Language(
    code="en",
    decimal_mark=".",
    group_marks=",",
    numerals=numbers.NUMERALS,
    scales=numbers.SCALES,
    attached_scales=numbers.ATTACHED_SCALES,
    vague_counts=numbers.VAGUE_COUNTS,
    vague_plurals=numbers.VAGUE_PLURALS,
    dozen="dozen",
    fractions=numbers.FRACTIONS,
    half="half",
    articles=frozenset({"a", "an"}),
    nothing=frozenset({"nobody", "none", "no one", "zero"}),
    no="no",
    range_to=frozenset({"to"}),
    range_and=frozenset({"and"}),
    range_or=frozenset({"or"}),
    between="between",
    range_from=frozenset({"from"}),
    range_by="by",
    until="up to",
    hedges=hedges.HEDGES,
    hedges_after=hedges.HEDGES_AFTER,
    increments=hedges.INCREMENTS,
    increments_after=hedges.INCREMENTS_AFTER,
    currency_signs=units.CURRENCY_SIGNS,
    currency_codes=units.CURRENCY_CODES,
    currency_words=units.CURRENCY_WORDS,
    percent_words=units.PERCENT_WORDS,
    units=units.UNITS,
    rates=units.RATES,
    months=false_friends.MONTHS,
    numbered=false_friends.NUMBERED,
    age_words=false_friends.AGE_WORDS,
    score_words=false_friends.SCORE_WORDS,
    classes=things.CLASSES,
    units_of_classes=things.UNITS_OF_CLASSES,
    carriers=things.CARRIERS,
    collectives=things.COLLECTIVES,
    restrictors=things.RESTRICTORS,
    restrictor_synonyms=things.RESTRICTOR_SYNONYMS,
    nationalities=things.NATIONALITIES,
    status_nouns=statuses.STATUS_NOUNS,
    weak_nouns=statuses.WEAK_NOUNS,
    status_adjectives=statuses.STATUS_ADJECTIVES,
    status_verbs=verbs.STATUS_VERBS,
    status_phrases=statuses.STATUS_PHRASES,
    light_verbs=verbs.LIGHT_VERBS,
    change_verbs=verbs.CHANGE_VERBS,
    movements=verbs.MOVEMENTS,
    money_statuses=statuses.MONEY_STATUSES,
    background_before=claims.BACKGROUND_BEFORE,
    background_after=claims.BACKGROUND_AFTER,
    denial_verbs=claims.DENIAL_VERBS,
    unconfirmed_phrases=claims.UNCONFIRMED_PHRASES,
    planned_words=claims.PLANNED_WORDS,
    planned_verbs=claims.PLANNED_VERBS,
    forecast_words=claims.FORECAST_WORDS,
    forecast_verbs=claims.FORECAST_VERBS,
    threshold_words=claims.THRESHOLD_WORDS,
    part_words=claims.PART_WORDS,
    record_words=claims.RECORD_WORDS,
    preliminary_words=claims.PRELIMINARY_WORDS,
    revision_words=claims.REVISION_WORDS,
    dispute_words=claims.DISPUTE_WORDS,
)
