"""Time phrases of English news sentences, resolved against the day of publication.

``find_time_phrases`` finds points and stretches (``extractors.date_points``), joins pairs into ranges, and lets the
words in front decide what the phrase means: "by Friday" is a state on a day, "since Friday" a running total, "in
three days" a closed window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from extractors.date_points import Point
from extractors.date_rules import MON, find_points
from news.periods import Period, PeriodKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """A phrase of time at ``text[start:end]``, the words that lead it in included.

    ``role``: "day" (something happened or was said then), "said_on" (a day right behind a verb of saying), "as_of"
    (a state on a day), "window" (a closed stretch), "since" (a start, still running).
    """

    start: int
    end: int
    period: Period
    role: str


# What stands before a point; "$" is where the point begins.
_ABOUT = r"(?: (?:just|only|barely|under|about|nearly|almost|roughly|some|around|more than|less than|at least))?"
_AS_OF_WORDS = r"(?:as (?:of|at)|by|until|till|up (?:to|until)|no later than|through)(?: the)?(?: close of)?"
_SINCE_WORDS = (
    r"(?:since|(?:starting|beginning) (?:on|from|in)|from)(?: (?:at least|about|around|as early as|on|in))?(?: the)?"
)
_IN_WORDS = rf"(?:in|on|during|over|for|within|throughout|across|inside){_ABOUT}(?: the)?"
_JOIN_WORDS = r"(?:at|of|from|between|to|and|through|dated)(?: the)?"
_AS_OF = re.compile(rf"\b(?i:{_AS_OF_WORDS}) $")
_BEFORE = re.compile(r"\b(?i:before|prior to|ahead of) $")
_SINCE = re.compile(rf"\b(?i:{_SINCE_WORDS}) $")
_AFTER = re.compile(r"\b(?i:after|following) $")
_IN = re.compile(rf"\b(?i:{_IN_WORDS}) $")
#: a bare month, year or duration is a time only behind one of these.
_LEAD = re.compile(
    rf"\b(?i:{_IN_WORDS}|{_JOIN_WORDS}|{_AS_OF_WORDS}|{_SINCE_WORDS}|before|prior to|ahead of|after|following) $"
)
_WEAK = re.compile(r"\b(?i:to|and|of|for|from|at|through|over|by|between)(?: \w+)?(?: the)? $")
_CONNECTOR = re.compile(r"(?: ?[-–—] ?| (?:to|and|through|until|till|and the|to the) )")
_UNTIL = re.compile(r" (?:period )?(?:to|ended|ending|through|until|till|up to)(?: on)? ")
_SAYING = re.compile(
    r"\b(?:said|says?|told|reported|announced|added|stated|wrote|confirmed|claimed|tweeted|posted|estimated|warned|"
    r"revealed|published|declared|testified|saying|reporting)"
    r"(?: (?:reporters|journalists|lawmakers|parliament|AP|AFP|Reuters|CNN|the [A-Z]\w+|in an? \w+))?"
    r"(?: late| early)? $"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|might|could|going to|scheduled|due|plans?|planned|planning|expects?|expected|upcoming|"
    r"to be held|aims?|intends?)\b|['’]ll\b"
)
_CLAUSE_END = re.compile(r"[;:.!?](?=\s)|, (?:and|but|while|which|who|as)\b|\bthat\b|\bsaid\b")
#: a year followed by a counted noun is a number ("of 2000 people").
_COUNTED = re.compile(r" (?:people|troops|soldiers|homes|houses|men|women|children|cases|\w+s\b(?! ?[,.]))")
_EVENT_YEAR = re.compile(
    r"(?:\b(?i:the|a|an|his|her|its|their|that)|['’]s) (?:(?:early|late|mid)[- ])?((?:1[89]|20)\d\d)"
    r"(?= (?:[\w'’-]+ ){0,4}(?:earthquakes?|quakes?|floods?|storms?|hurricanes?|typhoons?|cyclones?|tsunami|fires?|"
    r"wildfires?|eruptions?|war|wars|invasion|attacks?|bombings?|shootings?|massacre|genocide|coup|uprising|revolution|"
    r"protests?|riots?|breach|breaches|hacks?|leaks?|incidents?|crash|crashes|disasters?|explosions?|blasts?|famine|"
    r"pandemic|outbreak|epidemic|crisis|recession|elections?|referendum|vote|census|budget|merger|acquisition|deal|"
    r"agreement|accord|treaty|strikes?|season|offensive|campaign|operation|raid|siege|conflict|report|survey|study|"
    r"annexation|World Cup|Olympics|games)\b)"
)
_SINCE_EVENT = re.compile(
    r"\b[Ss]ince (?:then\b|(?:(?:the|its|their|his|her|a|an|last|this|Russia['’]s|Israel['’]s) )?(?:[\w'’-]+ ){0,5}?"
    r"(?:(?:began|begun|started|erupted|broke out|invaded|took office|came to power|seized power)\b|"
    r"(?:(?:start|beginning|outbreak|onset|launch) of )?(?:the |its )?(?:[\w'’-]+ ){0,3}?"
    r"(?:invasion|war|conflict|fighting|pandemic|offensive|coup|attacks?|quake|earthquake|ceasefire|uprising|protests|"
    r"beginning|start|outbreak|launch)\b(?: (?:began|started|erupted|broke out)\b)?))"
)
_ANY = re.compile(
    rf"\d|{MON}|day\b|days\b|week|month|year|hour|decade|quarter|overnight|night|today|yesterday|tomorrow|[Ss]ince|"
    r"so far|to date|until now|up to now|as of|spring|summer|autumn|winter|fall|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
)
_MAX_PHRASES = 200
_LOOK_BACK = 70


def publication_day(published: datetime, timezone: str = "") -> date:
    """The calendar day of ``published`` in the outlet's IANA ``timezone``; in its own offset when that is unknown."""
    if timezone:
        try:
            return published.astimezone(ZoneInfo(timezone)).date()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            pass
    return published.date()


def find_time_phrases(text: str, *, published: datetime) -> list[TimePhrase]:
    """The time phrases of a sentence or headline in text order, without overlaps.

    ``published``: aware instant; its own calendar day is the day of publication (see ``publication_day``).
    Words that name no time we can place ("in the first wave", "three years in a row") are left out.
    """
    if not _ANY.search(text):
        return []
    today = published.date()
    points = [p for p in find_points(text, today, lambda at: _is_future(text, at)) if _is_led(text, p)][:_MAX_PHRASES]
    phrases = [*_join(text, points, today), *_event_years(text, points), *_since_events(text, today)]
    phrases.sort(key=lambda phrase: (phrase.start, phrase.role == "since" and phrase.period.start is None, -phrase.end))
    kept: list[TimePhrase] = []
    for phrase in phrases:
        before = kept[-1] if kept else None
        if before and phrase.start < before.end:
            continue
        if before and _dates_event(text, before, phrase):
            kept[-1] = _phrase(text, before.start, phrase.end, "since", phrase.period.start, today)
        else:
            kept.append(phrase)
    return kept


def _dates_event(text: str, since: TimePhrase, phrase: TimePhrase) -> bool:
    """Does ``phrase`` say when the event of ``since`` was ("since the war began" + "on 7 October")?"""
    open_start = since.role == "since" and since.period.start is None
    return open_start and phrase.role in ("day", "window") and text[since.end : phrase.start] in (" ", " on ", " in ")


def _is_future(text: str, at: int) -> bool:
    """Does the clause before the offset speak of what is to come?"""
    before = text[max(0, at - _LOOK_BACK) : at]
    ends = list(_CLAUSE_END.finditer(before))
    return bool(_FUTURE.search(before, ends[-1].end() if ends else 0))


def _before(text: str, at: int) -> str:
    return text[max(0, at - _LOOK_BACK) : at]


def _is_led(text: str, point: Point) -> bool:
    """A bare month, year, season or duration needs a word of time before it (or, a duration, an end behind it)."""
    if not point.rule.lead:
        return True
    before = _before(text, point.start)
    if point.grain == "duration":
        return _is_led_duration(text, point, before)
    if not (_LEAD.search(before) or _range_dash(before)):
        return False
    weak = _WEAK.search(before) is not None and not _AS_OF.search(before)
    return not (point.grain == "year" and weak and _COUNTED.match(text, point.end))


def _range_dash(before: str) -> bool:
    return bool(re.search(r"[A-Za-z0-9] ?[-–—] ?$", before))


def _is_led_duration(text: str, point: Point, before: str) -> bool:
    if _UNTIL.match(text, point.end):
        return True
    which, count, unit = (point.match[name] for name in ("which", "count", "unit"))
    if which and which.lower() in ("past", "last", "previous", "recent", "next", "coming") and (count or unit):
        return bool(count) or which.lower() != "last" or bool(_IN.search(before)) or point.match[0][:3].lower() == "the"
    return bool(count) and bool(_IN.search(before))


def _join(text: str, points: list[Point], today: date) -> Iterator[TimePhrase]:
    """Pairs into ranges ("from January to March"), the rest by their lead."""
    at = 0
    while at < len(points):
        point = points[at]
        following = points[at + 1] if at + 1 < len(points) else None
        joined = following and (_span_of_duration(text, point, following) or _range(text, point, following))
        if joined:
            yield joined
            at += 2
            continue
        single = _single(text, _anchored(point, points[:at]), today)
        if single:
            yield single
        at += 1


def _anchored(point: Point, earlier: list[Point]) -> Point:
    """ "a day earlier" counts back from the day named before it in the sentence."""
    days = [p for p in earlier if p.grain == "day" and p.last]
    if point.rule.name != "ago" or not days or point.match[0].lower().endswith("ago"):
        return point
    first, last = point.resolved_before(days[-1])
    return Point(point.start, point.end, first, last, point.grain, point.rule, point.match)


def _range(text: str, first: Point, second: Point) -> TimePhrase | None:
    between = text[first.end : second.start]
    if not _CONNECTOR.fullmatch(between) or "duration" in (first.grain, second.grain):
        return None
    before = _before(text, first.start)
    lead = re.search(r"\b(?i:from|between)(?: (?:the|early|late))? $", before)
    if not lead and between.strip() in ("and", "and the"):
        return None
    if not lead and "to" in between.split() and first.grain == "year":
        return None
    start = first.first
    if not re.search(r"\d{4}", first.match[0]) and re.search(r"\d{4}", second.match[0]):
        start = first.resolved_before(second)[0]
    if start is None or second.last is None or start > second.last:
        return None
    begin = first.start - (len(lead[0]) if lead else 0)
    return _phrase(text, begin, second.end, "window", start, second.last)


def _span_of_duration(text: str, duration: Point, end: Point) -> TimePhrase | None:
    """ "the year to March 2024", "the 12 months ended 31 March"."""
    if duration.grain != "duration" or not _UNTIL.fullmatch(text[duration.end : end.start]) or end.last is None:
        return None
    first, _ = duration.resolved_before(end)
    if first is None:
        return None
    # the day after the same day: 1 April 2023 to 31 March 2024
    first = (duration.rule.resolve(duration.match, end.last + timedelta(days=1), False) or (first, None))[0]
    lead = _IN.search(_before(text, duration.start))
    start = duration.start - (len(lead[0]) if lead else 0)
    return _phrase(text, start, end.end, "window", first, end.last)


def _single(text: str, point: Point, today: date) -> TimePhrase | None:
    before = _before(text, point.start)
    possessive = text.startswith(("'s ", "’s "), point.end)
    first, last = point.first, point.last
    if point.grain == "now":
        return _phrase(text, point.start, point.end, "as_of", None, today)
    if lead := _SINCE.search(before):
        onwards = re.match(r" (?:onwards?|on)\b", text[point.end : point.end + 9])
        end = point.end + (onwards.end() if onwards else 0)
        if lead[0].lower().startswith("from") and not onwards:
            return None if point.rule.lead else _plain(text, point, lead)
        if point.grain == "duration":
            return None
        return _phrase(text, point.start - len(lead[0]), end, "since", first, today)
    if point.grain == "duration":
        lead = _IN.search(before)
        return _phrase(text, point.start - (len(lead[0]) if lead else 0), point.end, "window", first, last)
    if not possessive and (lead := _AS_OF.search(before)) and last:
        return _phrase(text, point.start - len(lead[0]), point.end, "as_of", None, last)
    if not possessive and (lead := _BEFORE.search(before)) and first:
        return _phrase(text, point.start - len(lead[0]), point.end, "as_of", None, first - timedelta(days=1))
    if (lead := _AFTER.search(before)) and not possessive and point.grain != "day":
        return _phrase(text, point.start - len(lead[0]), point.end, "since", last, today)
    lead = _IN.search(before)
    if point.rule.lead and not lead and not re.search(r"\b(?i:of|dated)(?: the)? $", before):
        return None  # half of a range whose other half is missing
    return _plain(text, point, lead)


_RANGE_LEAD = re.compile(r"\b(?i:from|between)(?: the)? $")


def _plain(text: str, point: Point, lead: re.Match[str] | None) -> TimePhrase:
    lead = lead or (_RANGE_LEAD.search(_before(text, point.start)) if point.first != point.last else None)
    start = point.start - (len(lead[0]) if lead else 0)
    if point.first == point.last and point.first is not None:
        said = _SAYING.search(_before(text, start))
        return _phrase(text, start, point.end, "said_on" if said else "day", point.first, point.last)
    return _phrase(text, start, point.end, "window", point.first, point.last)


_KINDS = {
    "as_of": PeriodKind.AS_OF,
    "since": PeriodKind.CUMULATIVE,
    "window": PeriodKind.WINDOW,
    "day": PeriodKind.INSTANT,
    "said_on": PeriodKind.INSTANT,
}


def _phrase(text: str, start: int, end: int, role: str, first: date | None, last: date | None) -> TimePhrase:
    start = max(0, start)
    period = Period(kind=_KINDS[role], start=first, end=last, text=text[start:end])
    return TimePhrase(start=start, end=end, period=period, role=role)


def _event_years(text: str, points: list[Point]) -> Iterator[TimePhrase]:
    """ "the 1999 Izmit earthquake", "the 2014 breach": the year of the event."""
    for m in _EVENT_YEAR.finditer(text):
        if not any(p.start <= m.start(1) < p.end for p in points):
            year = int(m[1])
            yield _phrase(text, m.start(1), m.end(1), "window", date(year, 1, 1), date(year, 12, 31))


def _since_events(text: str, today: date) -> Iterator[TimePhrase]:
    """ "since the war began": a running total whose start the sentence does not give."""
    for m in _SINCE_EVENT.finditer(text):
        yield _phrase(text, m.start(), m.end(), "since", None, today)
