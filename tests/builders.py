"""Records for tests, after the public record of the Kursk story of December 2024; every sentence here is our own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from news.periods import Period, PeriodKind
from news.records import (
    Alert,
    AlertKind,
    Attribution,
    Claim,
    Conflict,
    Figure,
    Hedge,
    Level,
    Quote,
    QuoteType,
    Relation,
    Source,
    Span,
    Unused,
    Value,
    Verdict,
)

MEASURE = "North Korean soldiers killed or wounded, Kursk Oblast"
CASUALTIES = frozenset({"killed", "wounded"})


def at(day: int, hour: int = 12, minute: int = 0, *, month: int = 12) -> datetime:
    """An instant of the winter 2024/25, UTC."""
    return datetime(2025 if month < 7 else 2024, month, day, hour, minute, tzinfo=UTC)


def value(low: int | str | None, high: int | str | None = None, hedge: Hedge = Hedge.EXACT, words: str = "") -> Value:
    """A value; an exact or approximate one from one number."""
    one = low is not None and high is None and hedge not in (Hedge.AT_LEAST, Hedge.MORE_THAN)
    bottom = None if low is None else Decimal(low)
    top = bottom if one else None if high is None else Decimal(high)
    return Value(low=bottom, high=top, soft_low=bottom, soft_high=top, hedge=hedge, hedge_words=words)


def claim(
    name: str,
    amount: Value,
    sentence: str,
    surface: str,
    *,
    said: datetime,
    by: str = "",
    role: str = "",
    via: str = "",
    outlet: str = "Demo Wire",
    title: str = "",
    url: str = "",
    statuses: frozenset[str] = CASUALTIES,
    predicate: str = "killed or wounded",
    counted: str = "North Korean soldiers",
    unit: str = "person",
    window: str = "",
    preliminary: bool = False,
    as_of: date | None = None,
    version: int = 1,
    article: str = "",
) -> Claim:
    """A claim whose sentence is the whole article text. ``surface`` must stand in the sentence."""
    start = sentence.index(surface)
    kind = PeriodKind.WINDOW if window else PeriodKind.CUMULATIVE
    figure = Figure(
        figure_id=f"F-{name}",
        article_id=f"A-{article or name}",
        start=start,
        end=start + len(surface),
        surface=surface,
        sentence_start=0,
        sentence_end=len(sentence),
        value=amount,
        unit=unit,
        counted=counted,
        counted_class="soldier",
        predicate=predicate,
        statuses=statuses,
        place="Kursk region",
        place_chain=("kursk oblast", "russia"),
        period=Period(kind=kind, text=window),
        as_of=as_of or said.date(),
        attribution=Attribution(said_by=by, said_by_role=role, via=via, cue="said"),
        preliminary=preliminary,
    )
    source = Source(
        article_id=figure.article_id,
        version=version,
        url=url or f"https://{outlet.lower().replace(' ', '-')}.example/{name}",
        outlet=outlet,
        title=title or f"Report of {said.date()}",
        published=said,
        first_seen=said.replace(minute=(said.minute + 16) % 60),
        origin=figure.article_id,
        story="kursk",
    )
    return Claim(figure=figure, source=source, sentence=sentence)


ZELENSKY = claim(
    "zelensky-3000",
    value(3000, hedge=Hedge.MORE_THAN, words="more than"),
    "By early reports more than 3,000 North Korean soldiers have been killed or wounded in the Kursk region, he said.",
    "more than 3,000",
    said=at(23, 18, 4),
    by="Volodymyr Zelensky",
    role="president of Ukraine",
    outlet="Demo Kyiv Post",
    title="President puts North Korean losses in Kursk above 3,000",
    preliminary=True,
)
SEOUL = claim(
    "jcs-1100",
    value(1100, hedge=Hedge.APPROX, words="around"),
    "Seoul's military command counts around 1,100 North Korean troops killed or wounded since they joined.",
    "around 1,100",
    said=at(23, 2, 10),
    by="South Korea's Joint Chiefs of Staff",
    via="Demo Wire",
    outlet="Demo Adriatic",
    title="South Korea expects more troops to be sent",
)
UNIT = claim(
    "sof-50",
    value(50),
    "One special operations unit said its fighters had killed 50 North Koreans in three days.",
    "50",
    said=at(18, 9),
    by="Ukraine's Special Operations Forces",
    statuses=frozenset({"killed"}),
    predicate="killed",
    counted="North Koreans",
    window="in three days",
)
KILLED = claim(
    "nis-100",
    value(100, hedge=Hedge.AT_LEAST, words="at least"),
    "At least 100 have been killed, a lawmaker quoted the spy agency as saying.",
    "At least 100",
    said=at(19, 7),
    by="South Korea's National Intelligence Service",
    via="lawmaker Lee",
    statuses=frozenset({"killed"}),
    predicate="killed",
    counted="",
)
COUPLE = claim(
    "us-200",
    value(150, 300, Hedge.VAGUE, "a couple hundred"),
    "A couple hundred North Korean troops have been killed or wounded, an American officer told reporters.",
    "A couple hundred",
    said=at(17, 20, 30),
    by="a senior U.S. military official",
    via="Demo Wire",
)


SERIES = (
    claim(
        "gur-200",
        value(200, hedge=Hedge.APPROX, words="about"),
        "About 200 soldiers from the North were out of action by 14 December, military intelligence said.",
        "About 200",
        said=at(15, 10),
        by="Ukraine's military intelligence",
        outlet="Demo Adriatic",
        as_of=date(2024, 12, 14),
    ),
    COUPLE,
    SEOUL,
    ZELENSKY,
    claim(
        "zelensky-3800",
        value(3800),
        "He put the killed or wounded from North Korea at 3,800.",
        "3,800",
        said=at(5, 19, month=1),
        by="Volodymyr Zelensky",
        role="president of Ukraine",
        outlet="Demo Business",
    ),
    claim(
        "zelensky-4000",
        value(4000),
        "The North has lost 4,000 soldiers, killed or wounded, the president wrote.",
        "4,000",
        said=at(12, 18, month=1),
        by="Volodymyr Zelensky",
        role="president of Ukraine",
        outlet="Demo Kyiv Post",
    ),
    claim(
        "us-1200",
        value(1200, hedge=Hedge.APPROX, words="about"),
        "American officials speak of about 1,200 killed or wounded.",
        "about 1,200",
        said=at(13, 15, month=1),
        by="a senior U.S. military official",
        via="Demo Wire",
    ),
    claim(
        "nis-3000",
        value(3000, hedge=Hedge.APPROX, words="some"),
        "The spy agency now estimates some 3,000 casualties among the North Koreans, said the lawmaker.",
        "some 3,000",
        said=at(13, 6, month=1),
        by="South Korea's National Intelligence Service",
        via="lawmaker Lee",
    ),
)
#: 12 to 14 January: the gap is told again in the same thread.
AGAIN = (SERIES[5], SERIES[6])


def verdict(earlier: Claim, later: Claim, relation: Relation = Relation.DISPUTE, ratio: str | None = "2.73") -> Verdict:
    return Verdict(
        earlier_id=earlier.figure.figure_id,
        later_id=later.figure.figure_id,
        relation=relation,
        level=Level.ALERT,
        reason="Same group, place and measure, both running totals, said on the same day by independent sources.",
        compared=("as-of dates 0 days apart", "ranges [3,000, ∞) and [990, 1,210] do not meet"),
        ratio=None if ratio is None else Decimal(ratio),
    )


def quoted(
    text: str, by: str, *, outlet: str = "Demo Wire", said: datetime | None = None, number: int = 1
) -> tuple[Quote, Source]:
    quote = Quote(
        quote_id=f"Q-{number}",
        article_id=f"A-quote-{number}",
        type=QuoteType.DIRECT,
        content=(Span(start=0, end=len(text)),),
        text=text,
        attribution=Attribution(said_by=by, cue="said"),
    )
    source = Source(
        article_id=quote.article_id,
        version=1,
        url=f"https://demo.example/quote-{number}",
        outlet=outlet,
        title="A report",
        published=said or at(19, 7),
        first_seen=said or at(19, 7),
        origin=quote.article_id,
    )
    return quote, source


def conflict(
    earlier: Claim = SEOUL, later: Claim = ZELENSKY, *, number: str = "7f3a11c2", thread: str = ""
) -> Conflict:
    return Conflict(
        conflict_id=f"C-{number}",
        thread=thread or f"C-{number}",
        story="kursk",
        measure=MEASURE,
        verdict=verdict(earlier, later),
        earlier=earlier,
        later=later,
        unused=(
            Unused(claim=UNIT, reason="counts three days of one unit only"),
            Unused(claim=KILLED, reason="counts the killed only"),
            Unused(claim=COUPLE, reason="six days older: it would be an update"),
        ),
        outlets=("Demo Herald", "Demo Tribune", "Demo Kyiv Post"),
    )


def alert(
    of: Conflict | None = None, kind: AlertKind = AlertKind.NEW, note: str = "", alert_id: str = "C-7f3a11c2-new"
) -> Alert:
    return Alert(alert_id=alert_id, kind=kind, conflict=of or conflict(), created=at(23, 18, 25), note=note)
