"""Speech in languages without a parser: cue, speaker, what is said. ``spoken_reader`` finds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.inflected_places import country_in
from extractors.languages.language import Language
from extractors.spoken_names import Named
from news.records import Attribution, Polarity, Span


@dataclass(frozen=True, slots=True)
class Spoken:
    """One act of saying. ``said``: the stretches of text that are said, in order. ``form``: direct (in marks or behind
    a dash) | clause | topic (what is spoken about). ``via``: who passes it on."""

    cue: Span
    source: Span | None
    speaker: Named
    kind: str
    said: tuple[tuple[int, int], ...]
    form: str = "clause"
    negated: bool = False
    via: str = ""

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.said)

    def covers(self, offset: int) -> bool:
        inside = self.source is not None and self.source.start <= offset < self.source.end
        return not inside and any(start <= offset < end for start, end in self.said)


@dataclass(slots=True)
class Speeches:
    """Answers who says a stretch of an article's text; the same questions as ``attribution.Attributions``."""

    text: str
    language: Language
    spoken: list[Spoken] = field(default_factory=list)

    def chain(self, start: int, end: int) -> list[Spoken]:
        """Those who say ``text[start:end]``, innermost first."""
        return sorted((one for one in self.spoken if one.covers(start)), key=lambda one: one.size)

    def at(self, start: int, end: int) -> Attribution:
        """Who says it; an empty record for the outlet's own narrative."""
        chain = self.chain(start, end)
        return self.attribution(chain[0], chain[1:]) if chain else Attribution()

    def attribution(self, spoken: Spoken, outer: Sequence[Spoken] = ()) -> Attribution:
        """One record; a speaker further out carries the words of the inner one."""
        named = [one.speaker for one in (spoken, *outer) if one.speaker.name]
        speaker = named[0] if named else Named()
        via = spoken.via or (named[1].name if len(named) > 1 and named[1].name != speaker.name else "")
        return Attribution(
            said_by=speaker.name,
            said_by_role=speaker.role,
            country=country_in(f"{speaker.role} {speaker.name}".strip(), self.language.code),
            via=via,
            cue=self.text[spoken.cue.start : spoken.cue.end],
        )

    def polarity(self, start: int, end: int) -> Polarity:
        """denied for "спростував, що ...", unconfirmed for "не підтвердив, що ..."."""
        for one in self.chain(start, end)[:1]:
            return polarity_of(one)
        return Polarity.ASSERTED

    def said_on(self, start: int, end: int) -> Span | None:
        """Days of saying are not told apart here."""
        return None


def polarity_of(spoken: Spoken) -> Polarity:
    """What the speaker does with the words."""
    if spoken.kind == "deny":
        return Polarity.ASSERTED if spoken.negated else Polarity.DENIED
    return Polarity.UNCONFIRMED if spoken.negated else Polarity.ASSERTED
