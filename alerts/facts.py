"""What an alert tells, as plain words in order: the one account from which text, HTML, Slack blocks and the terminal
are set, so that all four hold the same."""

from __future__ import annotations

from dataclasses import dataclass

from alerts.wording import kind_words, unused_words
from news.plain import plain, web_link
from news.records import Alert, AlertKind, Claim, Conflict
from news.wording import (
    day_words,
    difference_words,
    figure_words,
    in_context,
    instant_words,
    note_words,
    ratio_words,
    reach_words,
    relation_words,
    who_words,
)

#: Longest sentence that is shown; more of it is behind the link.
SENTENCE = 600
#: Figures listed as looked at and left out; the rest is counted.
UNUSED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two claims. ``before``, ``number`` and ``after`` are its sentence. ``link`` is "" when the address
    cannot be offered as a link."""

    label: str
    value: str
    who: str
    outlet: str
    title: str
    said_on: str
    as_of: str
    seen: str
    notes: tuple[str, ...]
    before: str
    number: str
    after: str
    link: str

    @property
    def sentence(self) -> str:
        return self.before + self.number + self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything an alert holds, in words. ``unused`` pairs what was left out with the reason; ``more_unused`` counts
    those that are not listed. ``follows`` is the id of the thread's first conflict, "" when this is the first.

    ``new`` and ``held`` are the two figures in conflict, or the two that agree when it is settled; ``told`` are the
    values that were in conflict, the later first. ``mute`` is the command that mutes the two sources, "" when only one
    is named.
    """

    alert_id: str
    conflict_id: str
    kind: AlertKind
    heading: str
    measure: str
    ratio: str
    relation: str
    difference: str
    note: str
    new: Side
    held: Side
    told: tuple[str, str]
    why: tuple[str, ...]
    unused: tuple[tuple[str, str], ...]
    more_unused: int
    reach: str
    page: str
    follows: str
    mute: str

    @property
    def lead(self) -> str:
        """What happened, in one or two sentences: which values, how they relate, how far apart they are."""
        relation = f"{self.relation[:1].upper()}{self.relation[1:]}."
        if self.kind is AlertKind.RESOLVED:
            return f"The conflict between {self.told[0]} and {self.told[1]} is settled."
        pair = f"{self.new.value[:1].upper()}{self.new.value[1:]} conflicts with {self.held.value}."
        distance = f" The new figure is {self.difference}." if self.difference else ""
        return f"{pair} {relation}{distance}"

    @property
    def confirm(self) -> str:
        return f"tallywatch verdict {self.conflict_id} confirm"

    @property
    def dismiss(self) -> str:
        return f"tallywatch verdict {self.conflict_id} dismiss --why window"


def facts_of(alert: Alert, *, page_url: str = "") -> Facts:
    """Put an alert into words."""
    conflict, verdict = alert.conflict, alert.conflict.verdict
    earlier, later = conflict.earlier, conflict.later
    outlets = {earlier.source.outlet, later.source.outlet, *conflict.outlets}
    first = alert.kind is AlertKind.NEW
    new, held = _sides(alert)
    return Facts(
        alert_id=plain(alert.alert_id, 120),
        conflict_id=plain(conflict.conflict_id, 60),
        kind=alert.kind,
        heading=kind_words(alert),
        measure=plain(conflict.measure, 160),
        ratio="" if alert.kind is AlertKind.RESOLVED else ratio_words(verdict.ratio),
        relation=relation_words(verdict.relation),
        difference=difference_words(earlier.figure.value, later.figure.value, later.figure.unit),
        note=plain(alert.note, 400),
        new=new,
        held=held,
        told=(plain(figure_words(later.figure), 120), plain(figure_words(earlier.figure), 120)),
        why=tuple(plain(line, 240) for line in (verdict.reason, *verdict.compared) if plain(line)),
        unused=tuple(unused_words(unused) for unused in conflict.unused[:UNUSED]),
        more_unused=max(len(conflict.unused) - UNUSED, 0),
        reach=reach_words(outlets, conflict.origins),
        page=web_link(page_url) or plain(page_url, 400),
        follows="" if first else plain(conflict.thread, 60),
        mute=_mute(conflict),
    )


def _sides(alert: Alert) -> tuple[Side, Side]:
    conflict = alert.conflict
    if alert.kind is AlertKind.RESOLVED and conflict.settlement is not None:
        return _side("Now", conflict.settlement.by), _side("Agrees with", conflict.settlement.other)
    return _side("New figure", conflict.later), _side("Earlier figure", conflict.earlier)


def _mute(conflict: Conflict) -> str:
    """Two sources that always disagree (police and organisers) are muted as a pair."""
    names = [side.figure.attribution.said_by.casefold() for side in (conflict.earlier, conflict.later)]
    if not all(names) or names[0] == names[1]:
        return ""
    return f"tallywatch mute sources {plain(conflict.conflict_id, 60)} --for 30d"


def _side(label: str, claim: Claim) -> Side:
    figure, source = claim.figure, claim.source
    before, number, after = _clipped(*in_context(claim))
    return Side(
        label=label,
        value=plain(figure_words(figure), 120),
        who=who_words(claim),
        outlet=plain(source.outlet, 80),
        title=plain(source.title, 160),
        said_on=instant_words(source.published),
        as_of=day_words(figure.as_of),
        seen=f"{instant_words(source.first_seen)}, version {source.version}",
        notes=note_words(claim),
        before=before,
        number=number,
        after=after,
        link=web_link(source.url),
    )


def _clipped(before: str, number: str, after: str) -> tuple[str, str, str]:
    """A sentence of any length cut to ``SENTENCE`` characters around its number."""
    number = plain(number, 120)
    if not number:
        return plain(before, SENTENCE), "", ""
    room = SENTENCE - len(number)
    if len(before) > room // 2:
        before = "…" + before[len(before) - room // 2 :]
    if len(after) > room // 2:
        after = plain(after, room // 2, strip=False)
    return before, number, after
