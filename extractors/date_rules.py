"""The table of time expressions: one row a kind, a linear regular expression and how to read its match.

Months and weekdays are case-sensitive ("may", "march", "sun" are words). ``lead=True`` rows count only behind a
preposition of time, which ``extractors.dates`` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from extractors.date_points import (
    MONTHS,
    NUMBER_WORDS,
    SEASONS,
    WEEKDAYS,
    Point,
    Resolve,
    Rule,
    read_ago,
    read_calendar,
    read_day_range,
    read_decade,
    read_duration,
    read_iso,
    read_month,
    read_month_day,
    read_month_near,
    read_months,
    read_named_day,
    read_now,
    read_numeric,
    read_ordinal,
    read_quarter,
    read_season,
    read_weekday,
    read_year,
    read_years,
)

MON = r"\b(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WD = r"\b(?:" + "|".join(re.escape(name) + (r"" if name.endswith(".") else r"\b") for name in WEEKDAYS) + ")"
YEAR = r"(?:1[89]|20)\d\d(?!\d|[.,]\d|[%-]\d{3})"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
DD = rf"{DAY}(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
NUM = r"(?:\d{1,3}|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r"|few|several)"
UNIT = r"(?:hour|day|week|fortnight|month|quarter|year|decade)s?"
PART = r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of(?: the)?)"
TO = r"(?: ?[-–—] ?| to | through )"


#: what a text must hold for rules to be tried: most sentences hold one or two of these
_NUMERIC = re.compile(r"\d[-./]\d")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_YEAR = re.compile(r"[12]\d\d")
_SEASON = re.compile("|".join(SEASONS), re.I)
_QUARTER = re.compile(r"quarter|half|Q[1-4]", re.I)
_WEEKDAY = re.compile(r"Mon|Tue|Wed|Thu|Fri|Sat|Sun")
_NAMED_DAY = re.compile(r"day|night|morrow|morning|afternoon|evening", re.I)
_UNIT = re.compile(r"hour|day|week|fortnight|month|quarter|year|decade", re.I)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)")
_NOW = re.compile(r"so far|date|now|this day", re.I)


def _rule(name: str, pattern: str, resolve: Resolve, grain: str, needs: re.Pattern[str], *, lead: bool = False) -> Rule:
    return Rule(name, re.compile(pattern), resolve, grain, needs, lead)


RULES: tuple[Rule, ...] = (
    _rule("iso", r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b", read_iso, "day", _NUMERIC),
    _rule("numeric", r"\b(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)\b", read_numeric, "day", _NUMERIC),
    _rule(
        "month day",
        rf"(?:{WD},? )?(?<!\b[Ii]n )(?P<month>{MON}) (?P<day>{DD})(?:,? (?P<year>{YEAR}))?(?!\w|-\d)",
        read_month_day,
        "day",
        _MONTH,
    ),
    _rule(
        "day month",
        rf"(?:{WD},? )?(?:\b[Tt]he )?\b(?P<day>{DD})(?: of)?(?: |-)(?P<month>{MON})(?:,? (?P<year>{YEAR}))?",
        read_month_day,
        "day",
        _MONTH,
    ),
    _rule(
        "days of a month",
        rf"(?P<month>{MON}) (?P<day>{DD}){TO}(?P<day2>{DD})(?:,? (?P<year>{YEAR}))?(?! {MON})",
        read_day_range,
        "stretch",
        _MONTH,
    ),
    _rule(
        "days of a month",
        rf"\b(?P<day>{DD}){TO}(?P<day2>{DD}) (?P<month>{MON})(?:,? (?P<year>{YEAR}))?",
        read_day_range,
        "stretch",
        _MONTH,
    ),
    _rule(
        "days of a month",
        rf"(?<=etween )(?:the )?\b(?P<day>{DD}) and (?P<day2>{DD}) (?:of )?(?P<month>{MON})(?:,? (?P<year>{YEAR}))?",
        read_day_range,
        "stretch",
        _MONTH,
    ),
    _rule(
        "days of a month",
        rf"(?<=etween )(?P<month>{MON}) (?P<day>{DD}) and (?P<day2>{DD})(?:,? (?P<year>{YEAR}))?(?! {MON})",
        read_day_range,
        "stretch",
        _MONTH,
    ),
    _rule(
        "months",
        rf"(?P<month>{MON}){TO}(?P<month2>{MON})(?: (?P<year>{YEAR}))?(?! ?\d)",
        read_months,
        "stretch",
        _MONTH,
    ),
    _rule(
        "month of a year",
        rf"(?:\b(?P<part>(?i:{PART}))[ -])?(?P<month>{MON})(?:,? (?:of )?(?P<year>{YEAR}))",
        read_month,
        "stretch",
        _MONTH,
    ),
    _rule(
        "part of a month", rf"\b(?P<part>(?i:{PART}))[ -](?P<month>{MON})(?P<year>(?!))?", read_month, "stretch", _MONTH
    ),
    _rule(
        "last month",
        rf"\b(?P<which>(?i:last|this|this past|next)) (?P<month>{MON})(?! {DD})",
        read_month_near,
        "stretch",
        _MONTH,
    ),
    _rule("month", rf"(?P<part>(?!))?(?P<month>{MON})(?P<year>(?!))?", read_month, "stretch", _MONTH, lead=True),
    _rule("part of a year", rf"\b(?P<part>(?i:{PART}))[ -](?P<year>{YEAR})", read_year, "stretch", _YEAR),
    _rule("years", rf"\b({YEAR}) ?[-–/] ?({YEAR}|\d\d\b)(?![-–/]?\d)", read_years, "stretch", _YEAR, lead=True),
    _rule("decade", r"\b([12]\d\d0)s\b", read_decade, "stretch", _YEAR, lead=True),
    _rule("year", rf"(?P<part>(?!))?(?<![\d,.$€£#-])\b(?P<year>{YEAR})\b(?!-)", read_year, "year", _YEAR, lead=True),
    _rule(
        "season",
        rf"\b(?i:(?P<which>last|this|next) )?(?:the )?(?P<season>(?i:{'|'.join(SEASONS)}))\b"
        rf"(?: of)?(?: (?P<year>{YEAR}))?",
        read_season,
        "stretch",
        _SEASON,
        lead=True,
    ),
    _rule(
        "quarter",
        rf"\b(?:the )?(?P<which>(?i:first|second|third|fourth)|Q[1-4])(?:[ -](?P<size>(?i:quarter|half)))(?: of)?"
        rf"(?: (?:the year|(?P<year>{YEAR})))?",
        read_quarter,
        "stretch",
        _QUARTER,
        lead=True,
    ),
    _rule(
        "quarter",
        r"\b(?P<which>(?i:first|second|third|fourth))-(?P<size>(?i:quarter|half))(?P<year>(?!))?",
        read_quarter,
        "stretch",
        _QUARTER,
    ),
    _rule("quarter", rf"\b(?P<which>Q[1-4])(?P<size>(?!))?(?: (?P<year>{YEAR}))?\b", read_quarter, "stretch", _QUARTER),
    _rule(
        "weekday",
        rf"\b(?:(?P<which>(?i:last|next|past|previous|this)) )?(?P<weekday>{WD})"
        r"(?: (?:morning|afternoon|evening|night)\b)?",
        read_weekday,
        "day",
        _WEEKDAY,
    ),
    _rule(
        "named day",
        r"\b(?i:the day before yesterday|(?:yesterday|tomorrow) (?:morning|afternoon|evening|night)|today|tonight|"
        r"yesterday|tomorrow|overnight|last night|this (?:morning|afternoon|evening)|the previous day)\b",
        read_named_day,
        "day",
        _NAMED_DAY,
    ),
    _rule(
        "ago",
        rf"\b(?i:(?P<count>(?:a )?{NUM}(?: of)?)[ -](?P<unit>{UNIT}) (?:ago|earlier|before|previously))\b(?! the)",
        read_ago,
        "stretch",
        _UNIT,
    ),
    _rule(
        "calendar",
        r"\b(?i:(?P<which>(?:(?:late|early|earlier|later|mid|so far) ?-?)?(?:last|this|next|the current)|"
        r"the previous) (?P<unit>weekend|week|month|quarter|year))\b(?![- ](?:old|long))",
        read_calendar,
        "stretch",
        _UNIT,
    ),
    _rule(
        "weekend",
        r"\b(?i:(?:over|on|at|during) (?P<which>the)(?: past| last)? (?P<unit>weekend))\b",
        read_calendar,
        "stretch",
        _UNIT,
    ),
    _rule(
        "duration",
        rf"\b(?i:(?:(?:the|a|an|its|his|her|their|any) )?(?:(?P<which>past|last|previous|preceding|first|final|opening|"
        rf"same|recent|next|coming)[ -])?(?:(?P<count>(?:a )?{NUM}(?: of)?)[ -])?(?P<unit>{UNIT}))\b(?: period)?"
        r"(?![- ](?:old|in a row|of (?:the|a|an|its|his|her|their))\b)",
        read_duration,
        "duration",
        _UNIT,
        lead=True,
    ),
    _rule(
        "day of a month",
        r"\b[Tt]he (\d{1,2})(?:st|nd|rd|th)\b(?= ?(?:[,.;)]|$|and\b|at\b))",
        read_ordinal,
        "day",
        _ORDINAL,
        lead=True,
    ),
    _rule("now", r"\b(?i:so far(?! this)|to date|until now|up to now|as of now|to this day)\b", read_now, "now", _NOW),
)

_NEEDS = {rule.needs for rule in RULES}


def find_points(text: str, today: date, future: Callable[[int], bool]) -> list[Point]:
    """All time expressions, leftmost and longest first, without overlaps. ``future(offset)``: does the clause at
    that offset speak of what is to come?"""
    found: list[Point] = []
    held = {needs for needs in _NEEDS if needs.search(text)}
    for rule in RULES:
        if rule.needs not in held:
            continue
        for m in rule.pattern.finditer(text):
            try:
                days = rule.resolve(m, today, future(m.start()))
            except (OverflowError, ValueError):  # beyond the calendar: the years 1 to 9999
                continue
            if days is not None:
                found.append(Point(m.start(), m.end(), days[0], days[1], rule.grain, rule, m))
    found.sort(key=lambda p: (p.start, -p.end, p.rule.lead))
    kept: list[Point] = []
    for point in found:
        if not kept or point.start >= kept[-1].end:
            kept.append(point)
    return kept
