"""The day of the one gathering that an article is about: lent to the counts of its crowd that name no day."""

from __future__ import annotations

import re
from datetime import date, datetime

from extractors.dates import TimePhrase, find_time_phrases
from extractors.sentences import Parsed

_RECENT = 14  # days: what lies further back is recalled, not reported
_SENTENCES = 8
_LEAD = 2
_BEHIND = re.compile(r"['’]s? (?:[\w-]+ ){0,2}?([\w-]+)")
_AHEAD = re.compile(r"([\w-]+)(?: in [\w-]+(?: [\w-]+)?)? (?:on )?(?:the )?\Z")


def day_of_occasion(parsed: Parsed, words: frozenset[str], published: datetime) -> date | None:
    """ "Sunday's procession", "the march on 1 July" by the occasion's ``words``, else the day that the lead tells.

    None when none of the fourteen days before ``published`` is named.
    """
    lead: date | None = None
    for number, sentence in enumerate(parsed.sentences[:_SENTENCES]):
        for phrase in find_time_phrases(sentence.text, published=published):
            day = _recent_day(phrase, published.date())
            if day is None:
                continue
            if _is_named(phrase, sentence.text, words):
                return day
            if lead is None and number < _LEAD and phrase.role == "day":
                lead = day
    return lead


def _recent_day(phrase: TimePhrase, today: date) -> date | None:
    day = phrase.period.end
    if day is None or phrase.period.start != day or not 0 <= (today - day).days <= _RECENT:
        return None
    return day


def _is_named(phrase: TimePhrase, sentence: str, words: frozenset[str]) -> bool:
    behind = _BEHIND.match(sentence, phrase.end)
    ahead = _AHEAD.search(sentence[max(0, phrase.start - 40) : phrase.start])
    return any(found is not None and found[1].lower() in words for found in (behind, ahead))
