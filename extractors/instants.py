"""Printed dates of feeds and pages as instants in UTC.

Standard formats first (ISO 8601, RFC 822, epoch), then day, month name and year in six languages. A zone that is not
printed, or that names several ("IST": India, Israel, Ireland), is the outlet's own when known, else UTC, and the result
says so. What is ambiguous or impossible is None, never a guess: 03/04/2024, 31 February, the year 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True)
class Instant:
    """``when`` in UTC. ``has_time``: more than a day was printed (a bare day is noon UTC). ``zoned``: with its zone.
    ``day``: as printed, in the printed zone."""

    when: datetime
    has_time: bool
    zoned: bool
    day: date


_MONTH_WORDS = (
    "january jan jänner januar jän janvier janv enero ene січня січень січ января январь янв",
    "february feb februar février fevrier févr febrero лютого лютий лют февраля февраль фев февр",
    "march mar märz mär mrz mars marzo березня березень бер марта март мар",
    "april apr avril avr abril abr квітня квітень кві квіт апреля апрель апр",
    "may mai mayo травня травень тра трав мая май",
    "june jun juni juin junio червня червень чер черв июня июнь июн",
    "july jul juli juillet juil julio липня липень лип июля июль июл",
    "august aug août aout agosto ago серпня серпень сер серп августа август авг",
    "september sep sept septembre septiembre вересня вересень вер вер. сентября сентябрь сен сент",
    "october oct oktober okt octobre octubre жовтня жовтень жов жовт октября октябрь окт",
    "november nov novembre noviembre листопада листопад лис лист ноября ноябрь ноя нояб",
    "december dec dezember dez décembre decembre déc diciembre dic грудня грудень гру груд декабря декабрь дек",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()}

#: abbreviation -> minutes east of UTC. North America as RFC 822 section 5 has them; Europe and Asia as printed there.
ZONES: dict[str, int] = {
    **dict.fromkeys(("Z", "UT", "UTC", "GMT", "WET"), 0),
    **{"EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420},
    **{"AKST": -540, "AKDT": -480, "HST": -600, "AST": -240, "ADT": -180, "NST": -210, "BRT": -180},
    **{"BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180, "SAST": 120},
    **{"MSK": 180, "TRT": 180, "GST": 240, "PKT": 300, "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480, "PHT": 480},
    **{"JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780},
}
#: printed without saying whether summer time runs: the zone decides.
_CIVIL = {"ET": "America/New_York", "CT": "America/Chicago", "PT": "America/Los_Angeles"}

_WORD = r"[^\W\d_]{3,12}"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        r"\b(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=T|\b)",
        r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})\b",
        r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})\b",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: (?:of|de))?[ -](?P<w>{_WORD})\.?,?(?: de)?[ -]"
        r"(?P<y>\d{4}|\d\d)(?!\d|:)",
        rf"(?P<w>{_WORD})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})\b",
        rf"(?P<w>{_WORD}) (?P<d>\d{{1,2}}) \d\d:\d\d(?::\d\d)?(?: [A-Z]{{2,5}})? (?P<y>\d{{4}})\b",
    )
)
_TIME = re.compile(
    r"(?<![\d:+-])(?P<h>[01]?\d|2[0-3]) ?[:hH.](?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d{1,9})?)?(?![\d:])"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\b\.?)?|(?<![\d:])\b(?P<h2>1[0-2]|0?[1-9]) ?(?P<half2>[AaPp])\.?[Mm]\b"
)
_OFFSET = re.compile(r"(?:\b(?:GMT|UTC) ?)?(?P<sign>[-+−])(?P<h>\d{1,2})(?::?(?P<m>\d\d))?(?!\d|:)")
_ZONE = re.compile(r"(?<![A-Za-z])(?:Z|[A-Z]{2,4})(?![A-Za-z])")
_COMPACT = re.compile(r"\b(\d{8})T(\d\d)(\d\d)(?:\d\d)?")
_LONGEST = 120
_LONGEST_TIMEZONE = 64


def parse_instant(raw: str, *, timezone_name: str = "") -> Instant | None:
    """The instant that ``raw`` prints, or None when it is no possible, unambiguous date between 1970 and 2100.

    ``timezone_name``: IANA zone of the outlet, used where the date carries none.
    """
    text = _COMPACT.sub(r"\1T\2:\3", " ".join(raw.split())[:_LONGEST])
    if re.fullmatch(r"\d{10}|\d{13}", text):
        when = datetime.fromtimestamp(int(text[:10]), UTC)
        return _checked(when, when.date(), has_time=True, zoned=True)
    found = _day(text)
    if found is None:
        return None
    (year, month, number), rest = found
    clock = _TIME.search(rest)
    if clock is None:
        return _build(year, month, number, 12, 0, 0, UTC, has_time=False, zoned=False)
    hour, minute, second = _clock(clock)
    zone = _printed_zone(rest[clock.end() :]) or _printed_zone(rest[: clock.start()])
    local = zone or _zone(timezone_name) or UTC
    return _build(year, month, number, hour, minute, second, local, has_time=True, zoned=zone is not None)


def _day(text: str) -> tuple[tuple[int, int, int], str] | None:
    """Year, month, day, and the text without them."""
    for pattern in _DATES:
        for m in pattern.finditer(text):
            found = _numbers(m.groupdict())
            if found:
                rest = text[: m.start()] + " " + (m[0] if ":" in m[0] else "") + " " + text[m.end() :].removeprefix("T")
                return found, rest
    return None


def _numbers(parts: dict[str, str | None]) -> tuple[int, int, int] | None:
    year = int(parts["y"] or 0)
    year += 2000 if year < 70 and len(parts["y"] or "") == 2 else 0
    if parts.get("a"):
        a, b = int(parts["a"] or 0), int(parts["b"] or 0)
        if a <= 12 and b <= 12 and a != b:
            return None  # 03/04/2024 is March or April
        return (year, a, b) if b > 12 else (year, b, a)
    word = parts.get("w")
    month = MONTHS.get(word.lower(), 0) if word else int(parts["m"] or 0)
    return (year, month, int(parts["d"] or 0)) if month else None


def _clock(m: re.Match[str]) -> tuple[int, int, int]:
    hour = int(m["h"] or m["h2"])
    half = (m["half"] or m["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(m["min"] or 0), int(m["s"] or 0)


def _printed_zone(text: str) -> timezone | ZoneInfo | None:
    offset = _OFFSET.search(text)
    if offset:
        minutes = int(offset["h"]) * 60 + int(offset["m"] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=minutes if offset["sign"] == "+" else -minutes))
    for m in _ZONE.finditer(text):
        if m[0] in _CIVIL:
            return _zone(_CIVIL[m[0]])
        if m[0] in ZONES:
            return timezone(timedelta(minutes=ZONES[m[0]]))
    return None


def _zone(name: str) -> ZoneInfo | None:
    if not name or len(name) > _LONGEST_TIMEZONE:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _build(
    year: int,
    month: int,
    day: int,
    hour: int,
    minute: int,
    second: int,
    zone: timezone | ZoneInfo,
    *,
    has_time: bool,
    zoned: bool,
) -> Instant | None:
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=zone)
        when = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return _checked(when, local.date(), has_time=has_time, zoned=zoned)


def _checked(when: datetime, day: date, *, has_time: bool, zoned: bool) -> Instant | None:
    return Instant(when, has_time, zoned, day) if 1970 <= when.year <= 2100 else None
