"""Time phrases of inflected languages, resolved against the day of publication.

"12 травня", "у п'ятницю", "за добу", "з початку року", "станом на 5 травня": the same records as ``extractors.dates``
gives for English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from extractors.date_points import back, day_of, month_span, nearest
from extractors.dates import TimePhrase, find_time_phrases
from extractors.languages import language_of
from extractors.languages.language import Inflection
from extractors.morphology import fold, readings_of
from news.periods import Period, PeriodKind

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|[,;:.!?()«»—–]")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = frozenset(",;:.!?()«»—–")
_KINDS = {
    "day": PeriodKind.INSTANT,
    "said_on": PeriodKind.INSTANT,
    "window": PeriodKind.WINDOW,
    "since": PeriodKind.CUMULATIVE,
    "as_of": PeriodKind.AS_OF,
}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Tokens ``[at, end)`` that name the days ``first`` to ``last``. ``lead``: it counts only behind a preposition."""

    at: int
    end: int
    first: date | None
    last: date | None
    role: str = ""
    lead: bool = False


def times_in(text: str, language: str, published: datetime) -> list[TimePhrase]:
    """The time phrases of a sentence in its language (ISO 639-1), in text order, without overlaps."""
    known = language_of(language)
    if known.inflection is None:
        return find_time_phrases(text, published=published)
    return _Reader(text, known.code, known.inflection, published.date()).read()


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, text: str, code: str, inflection: Inflection, today: date) -> None:
        self.text, self.code, self.inflection, self.today = text, code, inflection, today
        self.times = inflection.times
        self.matches = list(_TOKEN.finditer(text))
        self.words = [fold(match.group()) for match in self.matches]

    def read(self) -> list[TimePhrase]:
        found: list[TimePhrase] = list(self._numeric())
        at = 0
        while at < len(self.words):
            stretch = self._window(at) or self._span(at) or self._since_event(at) or self._point(at)
            phrase = self._phrase(stretch) if stretch is not None else None
            if phrase is None or stretch is None or self._word(at - 1) in self.times.than:
                at += 1
                continue
            found.append(phrase)
            at = stretch.end
        found.sort(key=lambda phrase: phrase.start)
        return [p for i, p in enumerate(found) if i == 0 or p.start >= found[i - 1].end]

    def _numeric(self) -> Iterator[TimePhrase]:
        for match in _NUMERIC.finditer(self.text):
            day = day_of(int(match[3]), int(match[2]), int(match[1]))
            if day is not None:
                period = Period(kind=PeriodKind.INSTANT, start=day, end=day, text=match.group())
                yield TimePhrase(start=match.start(), end=match.end(), period=period, role="day")

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    # ------------------------------------------------------------------------------------------------- stretches
    def _window(self, at: int) -> _Stretch | None:
        """ "за добу", "упродовж останніх трьох днів", "за 5 місяців"."""
        if self.words[at] not in self.times.within:
            return None
        here, count = at + 1, 1
        here += self._word(here) in self.times.recent
        number = self._count(here)
        if number is not None:
            count, here = number, here + 1
        here += self._word(here) in self.times.recent
        unit = self.times.units.get(self._word(here), "")
        if not unit or count > 400:
            return None
        if _YEAR.fullmatch(self._word(here - 1)):
            return None
        return _Stretch(at, here + 1, back(self.today, count, unit), self.today, "window")

    def _count(self, at: int) -> int | None:
        word = self._word(at)
        if word.isdigit():
            return int(word) if len(word) < 4 else None
        return language_of(self.code).numerals.get(word)

    def _span(self, at: int) -> _Stretch | None:
        """ "торік", "минулого тижня", "в этом году"."""
        for phrase, (unit, count) in self.times.spans.items():
            size = phrase.count(" ") + 1
            if " ".join(self.words[at : at + size]) == phrase:
                first, last = self._unit_span(unit, count)
                return _Stretch(at, at + size, first, last, "window")
        return None

    def _unit_span(self, unit: str, count: int) -> tuple[date, date]:
        today = self.today
        if unit == "year":
            return date(today.year - count, 1, 1), min(date(today.year - count, 12, 31), today)
        if unit == "month":
            first, last = month_span(*_month_before(today, count))
            return first, min(last, today)
        monday = today - timedelta(days=today.weekday() + 7 * count)
        return monday, min(monday + timedelta(days=6), today)

    def _since_event(self, at: int) -> _Stretch | None:
        """ "з початку року", "від початку повномасштабного вторгнення"."""
        if self.words[at] not in self.times.since or self._word(at + 1) not in self.times.beginnings:
            return None
        following = self._word(at + 2)
        if following in self.times.events:
            more = 1 + (self._word(at + 3) in self.times.events)
            return _Stretch(at, at + 2 + more, None, self.today, "since")
        unit = self.times.units.get(following)
        if unit == "year":
            return _Stretch(at, at + 3, date(self.today.year, 1, 1), self.today, "since")
        if unit == "month":
            return _Stretch(at, at + 3, self.today.replace(day=1), self.today, "since")
        month = self.inflection.month_numbers.get(following)
        first = nearest(month, 1, self.today, False) if month else None
        return _Stretch(at, at + 3, first, self.today, "since") if first else None

    def _point(self, at: int) -> _Stretch | None:
        word = self.words[at]
        if word in self.times.days:
            day = self.today + timedelta(days=self.times.days[word])
            return _Stretch(at, at + 1, day, day)
        if word in self.times.weekdays:
            day = self.today - timedelta(days=(self.today.weekday() - self.times.weekdays[word]) % 7)
            return _Stretch(at, at + 1, day, day, lead=True)
        if word.isdigit() and len(word) <= 2:
            return self._month_day(at)
        if word in self.inflection.month_numbers:
            return self._month(at)
        if _YEAR.fullmatch(word) and self._word(at + 1) in self.inflection.year_words:
            year = int(word)
            return _Stretch(at, at + 2, date(year, 1, 1), date(year, 12, 31), lead=True)
        return None

    def _month_day(self, at: int) -> _Stretch | None:
        month = self.inflection.month_numbers.get(self._word(at + 1))
        if month is None:
            return None
        year, end = self._year(at + 2)
        number = int(self.words[at])
        day = day_of(year, month, number) if year else nearest(month, number, self.today, False)
        return _Stretch(at, end, day, day) if day else None

    def _month(self, at: int) -> _Stretch | None:
        year, end = self._year(at + 1)
        month = self.inflection.month_numbers[self.words[at]]
        if not year:
            first = nearest(month, 1, self.today, False)
            year = first.year if first else self.today.year
        first, last = month_span(year, month)
        return _Stretch(at, end, first, last, lead=True)

    def _year(self, at: int) -> tuple[int, int]:
        """The year at a token, 0 when there is none, and where it ends."""
        if not _YEAR.fullmatch(self._word(at)):
            return 0, at
        return int(self.words[at]), at + 1 + (self._word(at + 1) in self.inflection.year_words)

    # -------------------------------------------------------------------------------------------------- phrases
    def _phrase(self, stretch: _Stretch) -> TimePhrase | None:
        role, at = stretch.role, stretch.at
        if not role:
            role, at = self._role(stretch)
        if not role:
            return None
        first, last = stretch.first, stretch.last
        if role == "since":
            last = self.today
        elif role == "as_of":
            first = None
        start, end = self.matches[at].start(), self.matches[stretch.end - 1].end()
        period = Period(kind=_KINDS[role], start=first, end=last, text=self.text[start:end])
        return TimePhrase(start=start, end=end, period=period, role=role)

    def _role(self, stretch: _Stretch) -> tuple[str, int]:
        """What the words in front make of a point, and where the phrase begins; "" when it counts for nothing."""
        at, times = stretch.at, self.times
        for phrase in times.as_of:
            size = phrase.count(" ") + 1
            if " ".join(self.words[max(0, at - size) : at]) == phrase:
                return "as_of", at - size
        before = self._word(at - 1)
        if before in times.since:
            return "since", at - 1
        if before in times.until:
            return "as_of", at - 1
        led = before in times.inside
        if stretch.lead and not led:
            return "", at
        single = stretch.first == stretch.last
        if not single:
            return "window", at - led
        return ("said_on" if self._is_said(at) else "day"), at - led

    def _is_said(self, at: int) -> bool:
        """Whether the clause around a day has a verb of saying."""
        low = at
        while low > 0 and self.words[low - 1] not in _MARKS:
            low -= 1
        high = at
        while high < len(self.words) and self.words[high] not in _MARKS:
            high += 1
        return any(self._says(word) for word in self.words[low:high])

    def _says(self, word: str) -> bool:
        return any(
            reading.part == "verb" and reading.finite and reading.lemma in self.inflection.speech.verbs
            for reading in readings_of(word, self.code)[:2]
        )


def _month_before(day: date, count: int) -> tuple[int, int]:
    """Year and month ``count`` months before a day."""
    years, month = divmod(day.month - 1 - count, 12)
    return day.year + years, month + 1
