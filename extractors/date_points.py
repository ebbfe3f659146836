"""Points and stretches of time: what the words of a match mean, given the day the text was published.

Each ``read_*`` function turns the match of one row of ``extractors.date_rules`` into a closed interval of days, or
None when the words name no possible day. A date without a year is the nearest one not after publication (two days'
slack for zones and early print), or the nearest on either side when the clause speaks of the future.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

Days = tuple[date | None, date | None]
Resolve = Callable[[re.Match[str], date, bool], Days | None]

SLACK = timedelta(days=2)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "Monday Mon.",
            "Tuesday Tues. Tue.",
            "Wednesday Wed.",
            "Thursday Thurs. Thu.",
            "Friday Fri.",
            "Saturday Sat.",
            "Sunday Sun.",
        )
    )
    for name in names.split()
}
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        (
            *("zero", "a|an|one|single", "two|couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
            "twenty",
        )
    )
    for word in words.split("|")
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4}
#: parts of a month (days) and of a year (months): thirds, as most style guides leave them open.
PARTS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of days found at ``start``:``end``. ``grain``: "day" | "stretch" | "year" | "duration" | "now"."""

    start: int
    end: int
    first: date | None
    last: date | None
    grain: str
    rule: Rule
    match: re.Match[str]

    def resolved_before(self, other: Point) -> Days:
        """The same words read once more with the day of ``other`` as the day of publication."""
        anchor = other.last or other.first
        if anchor is None:
            return self.first, self.last
        return self.rule.resolve(self.match, anchor, False) or (self.first, self.last)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time expression. ``lead``: it only counts behind a preposition (a bare "2014", "May").

    ``needs``: what a text must hold for the pattern to be tried at all; quick to search for.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Resolve
    grain: str
    needs: re.Pattern[str]
    lead: bool = False


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day. Clamped to the years 1 to 9999."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(max(day.year + years, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def nearest(month: int, day: int, today: date, future: bool) -> date | None:
    """The year-less date nearest to ``today``: not after it, or on either side when ``future``."""
    found = [
        d for year in range(today.year - 4, today.year + 5) if 1 <= year <= 9999 and (d := day_of(year, month, day))
    ]
    if future:
        return min(found, key=lambda d: abs(d - today), default=None)
    return max((d for d in found if d <= today + SLACK), default=None)


def count_of(words: str) -> int | None:
    """ "three", "3", "a couple of" -> the number; None for few, several."""
    last = words.replace("-", " ").replace(" of", "").split()[-1].lower()
    return int(last) if last.isdigit() else NUMBER_WORDS.get(last)


def back(today: date, count: int, unit: str) -> date:
    """``today`` moved ``count`` units (negative: forward). Hours count as begun days beyond the first 24."""
    unit = unit.lower().rstrip("s")
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    if months:
        return shift_months(today, -count * months)
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit] if unit != "hour" else count // 24
    return today - timedelta(days=max(-36500, min(days, 36500)))


def _month_name(words: str) -> int:
    return MONTHS[words.rstrip(".")]


def _third(span: tuple[date, date], part: str | None, *, of_year: bool = False) -> Days:
    """Early, middle or late third of a month or year; "end of" a month or year is its last third too."""
    if not part:
        return span
    index = next(number for word, number in PARTS.items() if word in part.lower())
    first, last = span
    if of_year:
        return date(first.year, 4 * index + 1, 1), month_span(first.year, 4 * index + 4)[1]
    return first + timedelta(days=10 * index), last if index == 2 else first + timedelta(days=10 * index + 9)


def read_iso(m: re.Match[str], today: date, future: bool) -> Days | None:
    day = day_of(int(m[1]), int(m[2]), int(m[3]))
    return (day, day) if day else None


def read_numeric(m: re.Match[str], today: date, future: bool) -> Days | None:
    """17.12.2024 and 17/12/2024. Two numbers up to 12 with slashes may be either way round: only dots are sure."""
    a, b, year = int(m[1]), int(m[3]), int(m[4])
    if m[2] == "/" and a <= 12 and b <= 12 and a != b:
        return None
    day = day_of(year, b, a) if a > 12 or m[2] == "." or a == b else day_of(year, a, b)
    return (day, day) if day else None


def _date(month: str, day: str, year: str | None, today: date, future: bool) -> date | None:
    number = int(re.sub(r"\D", "", day))
    if year:
        return day_of(int(year), _month_name(month), number)
    return nearest(_month_name(month), number, today, future)


def read_month_day(m: re.Match[str], today: date, future: bool) -> Days | None:
    day = _date(m["month"], m["day"], m["year"], today, future)
    return (day, day) if day else None


def read_day_range(m: re.Match[str], today: date, future: bool) -> Days | None:
    last = _date(m["month"], m["day2"], m["year"], today, future)
    first = last and day_of(last.year, last.month, int(re.sub(r"\D", "", m["day"])))
    return (first, last) if first and last and first <= last else None


def read_month(m: re.Match[str], today: date, future: bool) -> Days | None:
    number = _month_name(m["month"])
    first = day_of(int(m["year"]), number, 1) if m["year"] else nearest(number, 1, today, future)
    return _third(month_span(first.year, first.month), m["part"]) if first else None


def read_month_near(m: re.Match[str], today: date, future: bool) -> Days | None:
    """ "last December" is never the month we are in; "next" is the first to come."""
    first = nearest(_month_name(m["month"]), 1, today, False)
    if first is None:
        return None
    which = m["which"].lower()
    here = (first.year, first.month) == (today.year, today.month)
    first = shift_months(first, {"last": -12 if here else 0, "next": 12}.get(which, 0))
    return month_span(first.year, first.month)


def read_months(m: re.Match[str], today: date, future: bool) -> Days | None:
    last = nearest(_month_name(m["month2"]), 1, today, future) if not m["year"] else None
    last = last or day_of(int(m["year"] or today.year), _month_name(m["month2"]), 1)
    first = last and nearest(_month_name(m["month"]), 1, last, False)
    return (first, month_span(last.year, last.month)[1]) if first and last and first < last else None


def read_year(m: re.Match[str], today: date, future: bool) -> Days | None:
    year = int(m["year"])
    return _third((date(year, 1, 1), date(year, 12, 31)), m["part"], of_year=True)


def read_years(m: re.Match[str], today: date, future: bool) -> Days | None:
    first, last = int(m[1]), int(m[2] if len(m[2]) == 4 else m[1][:2] + m[2])
    return (date(first, 1, 1), date(last, 12, 31)) if first < last else None


def read_decade(m: re.Match[str], today: date, future: bool) -> Days | None:
    return date(int(m[1]), 1, 1), date(int(m[1]) + 9, 12, 31)


def read_season(m: re.Match[str], today: date, future: bool) -> Days | None:
    month = SEASONS[m["season"].lower()]
    if m["year"]:
        first = date(int(m["year"]), month, 1)
    else:
        first = nearest(month, 1, today, future) or today
        if (m["which"] or "").lower() == "last" and first.year == today.year and (today - first).days < 92:
            first = shift_months(first, -12)
    return first, shift_months(first, 3) - timedelta(days=1)


def read_quarter(m: re.Match[str], today: date, future: bool) -> Days | None:
    size = 6 if (m["size"] or "").lower() == "half" else 3
    number = QUARTERS[m["which"].lower() if len(m["which"]) > 2 else m["which"]]
    if size * number > 12:
        return None
    year = int(m["year"]) if m["year"] else today.year
    first = date(year, size * (number - 1) + 1, 1)
    if not m["year"] and not future and first > today:
        first = shift_months(first, -12)
    return first, shift_months(first, size) - timedelta(days=1)


def read_weekday(m: re.Match[str], today: date, future: bool) -> Days | None:
    which = (m["which"] or "").lower()
    distance = (today.weekday() - WEEKDAYS[m["weekday"]]) % 7
    if which == "next" or (future and which not in ("last", "past", "previous")):
        day = today + timedelta(days=(7 - distance) % 7 or 7)
    else:
        day = today - timedelta(days=7 if distance == 0 and which in ("last", "previous") else distance)
    return day, day


_NAMED_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": 1, "last": 1, "the": 1, "tomorrow": -1}


def read_named_day(m: re.Match[str], today: date, future: bool) -> Days | None:
    word = m[0].lower()
    if word == "overnight":
        return today - timedelta(days=1), today
    days = 2 if word.startswith("the day before yes") else _NAMED_DAYS[word.split()[0]]
    return today - timedelta(days=days), today - timedelta(days=days)


def read_ago(m: re.Match[str], today: date, future: bool) -> Days | None:
    """ "two weeks ago": the further back, the vaguer the words."""
    count = count_of(m["count"])
    unit = m["unit"].rstrip("s")
    if count is None:
        return None, today
    day = back(today, count, unit)
    width = {"week": 3, "fortnight": 7, "month": 15, "quarter": 45, "year": 182, "decade": 1826}.get(unit, 0)
    return day - timedelta(days=width), day + timedelta(days=width)


def read_calendar(m: re.Match[str], today: date, future: bool) -> Days | None:
    """ "last week" is the calendar week before; "this month" runs until today."""
    unit, which = m["unit"].lower(), m["which"].lower().split()[-1]
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit in ("week", "weekend"):
        monday = today - timedelta(days=today.weekday())
        if unit == "weekend":
            saturday = monday + timedelta(days=5 + 7 * min(step, 1))
            if saturday > today and not future and step <= 0 and which != "last":
                saturday -= timedelta(days=7)
            return saturday, saturday + timedelta(days=1)
        first, last = monday + timedelta(days=7 * step), monday + timedelta(days=7 * step + 6)
    else:
        size = {"month": 1, "quarter": 3, "year": 12}[unit]
        begin = date(today.year, (today.month - 1) // size * size + 1, 1)
        first = shift_months(begin, step * size)
        last = shift_months(first, size) - timedelta(days=1)
    if step == 0:
        return (today, last) if "later" in m[0].lower() or future else (first, today)
    return first, last


def read_duration(m: re.Match[str], today: date, future: bool) -> Days | None:
    """So many days back from publication (or forward); the first days of something have no known start."""
    unit, which = m["unit"].lower(), (m["which"] or "").lower()
    if which in ("first", "final", "opening", "same", "preceding"):
        return None, None
    if which == "recent":
        return None, today
    count = count_of(m["count"]) if m["count"] else 1
    if count is None:
        return None, today
    if which in ("next", "coming") or (future and not which):
        return today, back(today, -count, unit)
    return back(today, count, unit), today


def read_ordinal(m: re.Match[str], today: date, future: bool) -> Days | None:
    number = int(m[1])
    for months in range(3):
        month = shift_months(today.replace(day=1), -months)
        day = day_of(month.year, month.month, number)
        if day and day <= today + SLACK:
            return day, day
    return None


def read_now(m: re.Match[str], today: date, future: bool) -> Days | None:
    return None, today
