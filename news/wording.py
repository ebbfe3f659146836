"""How people write what the records hold: values, distances, relations, speakers, days. English, neutral.

We never say that a number is false; it "conflicts with" another. Every function answers plain text without markup,
already free of control characters (``news.plain``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal

from news.measures import STATUSES
from news.periods import Period, PeriodKind
from news.plain import plain
from news.records import Attribution, Claim, Figure, Hedge, Polarity, Relation, Value

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: ISO 4217 codes with a sign of their own; every other code is printed before the number.
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "UAH": "₴", "INR": "₹"}
_SLIPS = {Decimal(10) ** 3: "thousand", Decimal(10) ** 6: "million", Decimal(10) ** 9: "billion"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))

#: What a reader is told about a pair, in one sentence.
RELATIONS: dict[Relation, str] = {
    Relation.REPEAT: "the same value, reported again",
    Relation.WIRE_COPY: "a copy of the same agency report",
    Relation.COMPATIBLE: "both can be true: the values overlap",
    Relation.RECALL: "an older value, recalled as past",
    Relation.STALE: "a value that was already replaced",
    Relation.REFINE: "a more exact value within the earlier one",
    Relation.UPDATE: "the count moved on",
    Relation.OUTCOME: "the outcome lies outside what was expected",
    Relation.REVISION_DOWN: "a running total is now lower than reported before",
    Relation.SELF_CORRECTION: "the same source now gives another value",
    Relation.DISPUTE: "two sources give different values for the same thing at the same time",
    Relation.DENIAL: "the number is rejected",
    Relation.PART_WHOLE: "a part, compared with a whole",
    Relation.SCOPE: "another place, period or event",
    Relation.DEFINITION: "another thing is counted",
    Relation.UNRELATED: "another measure altogether",
}


# ------------------------------------------------------------------------------------------------------- values
def number_words(number: Decimal, unit: str = "") -> str:
    """``3,000`` · ``8 billion`` · ``$1.5 million`` · ``51.2%``. Millions and more are shortened only when nothing is
    lost."""
    if not number.is_finite() or number.adjusted() > 24:  # no count has 25 digits: do not print a line of them
        return f"{number:.3E}"
    number = _in_percent(number, unit)
    sign = "-" if number < 0 else ""
    digits = _scaled(abs(number))
    if unit in ("percent", "share"):
        return f"{sign}{digits}%"
    if unit in _SIGNS:
        return f"{sign}{_SIGNS[unit]}{digits}"
    return f"{unit} {sign}{digits}" if _is_currency(unit) else sign + digits


def _in_percent(number: Decimal, unit: str) -> Decimal:
    """A share is kept as a fraction of one ("half" is 0.5) and printed as percent."""
    return number * 100 if unit == "share" else number


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def _scaled(number: Decimal) -> str:
    for scale, word in _SCALES:
        if number >= scale and (short := number / scale) == round(short, 2):
            return f"{_grouped(short)} {word}"
    return _grouped(number)


def _grouped(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_words(value: Value, unit: str = "") -> str:
    """A value as people write it: ``> 3,000`` · ``about 1,100`` · ``at least 100`` · ``150–300 (a couple hundred)``."""
    low, high = value.low, value.high
    if low is None or high is None:
        return _bound_words(value, unit)
    if value.hedge is Hedge.NEARLY:
        return f"nearly {number_words(high, unit)}"
    if value.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):  # a bound that was capped
        return f"{_more(value.hedge)} {number_words(low, unit)}"
    if low != high:
        words = plain(value.hedge_words, 40) if value.hedge is Hedge.VAGUE else ""
        return f"{_range(low, high, unit)} ({words})" if words else _range(low, high, unit)
    return f"{'about ' if value.hedge in (Hedge.APPROX, Hedge.VAGUE) else ''}{number_words(low, unit)}"


def _more(hedge: Hedge) -> str:
    return ">" if hedge is Hedge.MORE_THAN else "at least"


def _bound_words(value: Value, unit: str) -> str:
    if value.low is not None:
        return f"{_more(value.hedge)} {number_words(value.low, unit)}"
    if value.high is not None:
        return f"{'<' if value.hedge is Hedge.LESS_THAN else 'up to'} {number_words(value.high, unit)}"
    return "an unstated number"


def _range(low: Decimal, high: Decimal, unit: str) -> str:
    if unit in ("percent", "share"):
        return f"{_grouped(_in_percent(low, unit))}–{number_words(high, unit)}"
    return f"{number_words(low, unit)}–{number_words(high, '' if _is_currency(unit) else unit)}"


def figure_words(figure: Figure) -> str:
    """The value of a figure with its polarity: ``rejects 11,300`` · ``does not confirm 11,300`` · ``> 3,000``."""
    words = value_words(figure.value, figure.unit)
    if figure.polarity is Polarity.DENIED:
        return f"rejects {words}"
    return f"does not confirm {words}" if figure.polarity is Polarity.UNCONFIRMED else words


def ratio_words(ratio: Decimal | None) -> str:
    """``×2.7`` · ``×1,000``; "" where a ratio means nothing."""
    if ratio is None or not ratio.is_finite() or ratio <= 0:
        return ""
    places = Decimal(1) if ratio >= 10 else Decimal("0.1") if ratio >= Decimal("1.95") else Decimal("0.01")
    return f"×{_grouped(ratio.quantize(places))}"


def difference_words(earlier: Value, later: Value, unit: str = "") -> str:
    """Absolute and relative distance from the earlier value: ``at least 1,900 more (+173%)``. "" when there is none.

    A ratio of exactly a thousand or a million is named, since it is usually a slip of scale.
    """
    if earlier.low is earlier.high is None or later.low is later.high is None:
        return ""
    first, second = earlier.point, later.point
    gap = abs(second - first)
    if gap == 0:
        return ""
    up = second > first
    size = (
        f"{_grouped(_in_percent(gap, unit))} percentage points"
        if unit in ("percent", "share")
        else number_words(gap, unit)
    )
    words = f"{_vagueness(earlier, later, up)}{size} {'more' if up else 'less'}"
    if first > 0 and second > 0:
        share = (second - first) / first * 100
        words += f" ({'+' if up else '−'}{_grouped(round(abs(share), 0 if abs(share) >= 10 else 1))}%)"
        if slip := _SLIPS.get(max(first, second) / min(first, second)):
            words += f", exactly a factor of a {slip}: possibly a slip of scale"
    return words


def _vagueness(earlier: Value, later: Value, up: bool) -> str:
    top, bottom = (later, earlier) if up else (earlier, later)
    if top.high is None and bottom.low is None:
        return "at least "
    if top.high is None:
        return "at least " if bottom.hedge is Hedge.EXACT else "at least about "
    if bottom.low is None:
        return "at least " if top.hedge is Hedge.EXACT else "at least about "
    return "" if {earlier.hedge, later.hedge} == {Hedge.EXACT} else "about "


def relation_words(relation: Relation) -> str:
    """The relation in words, one clause without a full stop."""
    return RELATIONS[relation]


# ------------------------------------------------------------------------------------------------- people and places
def speaker(attribution: Attribution, outlet: str) -> str:
    """Who answers for the number: the deepest origin, else the outlet that prints it."""
    return plain(attribution.said_by, 80) or plain(outlet, 80)


def who_words(claim: Claim) -> str:
    """``Volodymyr Zelensky (president), via AP`` · ``Demo Wire (names no source)``."""
    attribution = claim.figure.attribution
    if not attribution.said_by:
        return f"{plain(claim.source.outlet, 80)} (names no source)"
    role, via = plain(attribution.said_by_role, 60), plain(attribution.via, 80)
    name = speaker(attribution, claim.source.outlet)
    name += f" ({role})" if role and role.lower() not in name.lower() else ""
    return f"{name}, via {via}" if via else name


def reach_words(outlets: Iterable[str], origins: int) -> str:
    """``5 outlets, 1 origin``: how many print it, and how many independent speakers stand behind."""
    count = len({plain(outlet).casefold() for outlet in outlets})
    return f"{count} outlet{'s' * (count != 1)}, {origins} origin{'s' * (origins != 1)}"


#: nouns that say what happened, so that no predicate has to follow
_TELLING = frozenset(["casualties", "deaths", "fatalities", "injuries", "losses", "arrests", "layoffs", "votes"])


def counted_words(figure: Figure) -> str:
    """What is counted, as understood: ``North Korean soldiers killed or wounded``; the unit where nothing is known."""
    counted = plain(figure.counted, 80)
    predicate = " or ".join(sorted(figure.statuses, key=_status_order)) or plain(figure.predicate, 60)
    if counted.casefold().rpartition(" ")[2] in _TELLING:
        predicate = ""
    words = [part for part in (counted, predicate) if part]
    return " ".join(words) or (figure.unit if figure.unit not in ("person", "percent", "share") else "")


def measure_words(figure: Figure) -> str:
    """What a number measures, for a headline: ``North Korean soldiers killed or wounded, Kursk Oblast``."""
    counted = counted_words(figure)
    owners = [plain(name, 60) for name in figure.subjects if name.casefold() not in counted.casefold()]
    return ", ".join(part for part in (counted, *owners, plain(figure.place, 60)) if part) or figure.unit


def _status_order(status: str) -> tuple[int, str]:
    """The order of the table (killed before wounded), so that one measure always reads the same."""
    known = list(STATUSES)
    return (known.index(status) if status in known else len(known), status)


# ---------------------------------------------------------------------------------------------------------- times
def day_words(day: date) -> str:
    """``23 Dec 2024``, in English whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def instant_words(instant: datetime) -> str:
    """``23 Dec 2024, 18:04 UTC``."""
    utc = instant.astimezone(UTC)
    return f"{day_words(utc.date())}, {utc:%H:%M} UTC"


def period_words(period: Period) -> str:
    """The time covered, as printed, else in our words; "" for a plain total."""
    if period.text:
        return plain(period.text, 60)
    start, end = period.start, period.end
    if period.is_window and start and end:
        return day_words(start) if start == end else f"{day_words(start)} to {day_words(end)}"
    return f"since {day_words(start)}" if period.kind is PeriodKind.CUMULATIVE and start else ""


def note_words(claim: Claim) -> tuple[str, ...]:
    """What limits a figure and must be seen beside it: ``preliminary``, ``“reportedly”``, ``forecast``, ``per day``."""
    figure = claim.figure
    notes = ["preliminary"] if figure.preliminary else []
    if figure.attribution.doubt:
        notes.append(f"“{plain(figure.attribution.doubt, 40)}”")
    notes += [figure.modality.value] if figure.modality.value != "actual" else []
    notes += [figure.aggregation.value] if figure.aggregation.value != "total" else []
    notes += ["recalled as past"] if figure.role.value == "background" else []
    notes += [period] if (period := period_words(figure.period)) else []
    return tuple(notes)


def in_context(claim: Claim) -> tuple[str, str, str]:
    """The sentence in three pieces, the number in the middle: before, surface, after. When the number is not where the
    offsets say (a sentence that was shortened), the first place where it is printed; else all is ``before``."""
    sentence, figure = claim.sentence, claim.figure
    start = figure.start - figure.sentence_start
    if start < 0 or sentence[start : start + len(figure.surface)] != figure.surface:
        start = sentence.find(figure.surface) if figure.surface else -1
    if start < 0:
        return plain(sentence), "", ""
    end = start + len(figure.surface)
    pieces = (plain(sentence[:start], strip=False).lstrip(), plain(figure.surface), plain(sentence[end:], strip=False))
    return pieces[0], pieces[1], pieces[2].rstrip()
