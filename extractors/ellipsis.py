"""What a sentence leaves out, taken from the figures before, the headline and the lead.

"killed 50 North Koreans and injured 47 more": 47 more North Koreans. "3,000 killed and wounded": the people the
article is about. "Amazon ... it took out 14,000": 14,000 jobs of Amazon.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from extractors.counted import Counted, is_a
from extractors.languages.language import Topic, words
from extractors.scene import Scene
from news.records import Change

#: statuses that only persons have, so that "56 injured" counts persons
HARM = words(
    """
    killed wounded missing captured arrested displaced homeless evacuated rescued trapped hospitalised attended
    buried identified infected unidentified discharged critical aboard starving malnourished
    """
) | {"taken hostage", "on strike", "in need"}


#: statuses of a living body
BODILY = words("killed wounded infected hospitalised arrested discharged critical starving malnourished") | {
    "taken hostage"
}

_LOSS_NOUNS = frozenset(["casualty", "death", "fatality", "loss", "man", "people", "dead"])
_NONE: frozenset[str] = frozenset()
_ARMY = frozenset(["killed", "wounded", "missing", "captured", "deployed", "transferred"])


#: statuses that only things have: "destroyed 1,400 homes and damaged 5,200 others"
RUIN = words("destroyed damaged")
_LIVING = frozenset({"person", "animal", "household"})


def _suffers(counted_class: str, statuses: frozenset[str]) -> bool:
    """Whether things of the class can have the statuses: persons are hurt, houses ruined."""
    living = is_a(counted_class, _LIVING)
    return living if statuses & BODILY else not living if statuses & RUIN else True


def _again(before: Counted, pronoun: bool) -> Counted:
    """What was counted before, of more than one: "1 person died and 5 others were hurt"."""
    text = "people" if before.text.lower() == "person" else before.text
    return replace(before, text=text, pronoun=pronoun)


@dataclass(slots=True)
class Context:
    """``group``: the people the article counts most exactly; ``owner``: the organisation it is about; ``measures``: the
    unit and statuses of the shares and sums told so far."""

    setting: Scene
    owner: str = ""
    group: Counted = field(default_factory=Counted)
    told: list[tuple[int, Counted, frozenset[str], tuple[str, ...]]] = field(default_factory=list)
    opened: int = 0  # how many figures were told before the last sentence that told one
    measures: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    election: bool = False
    topic: Topic | None = None
    moved: tuple[int, Change] = (-1, Change.LEVEL)  # of the last number: where its sentence starts, its kind
    day: date | None = None  # of the topic's occasion
    sites: frozenset[str] = frozenset()  # kinds of site that title and text name
    folded: str = ""  # title and text without accents
    scene: Scene | None = None
    scene_paragraph: int = -1

    def remember(self, paragraph: int, counted: Counted, statuses: frozenset[str], subjects: tuple[str, ...]) -> None:
        """File what a figure counted, for the ellipses that follow."""
        if counted.counted_class:
            self.told.append((paragraph, counted, statuses, subjects))

    def repeat(self, paragraph: int, first: int) -> tuple[Counted, frozenset[str]]:
        """What the last figure of the paragraph counted and said: for a number that stands alone. At the head of a
        sentence that is the main count of the one before, which is told first: "471, with 314 wounded. It had said
        500." """
        for told_in, counted, statuses, _ in self.told[-1:] if len(self.told) > first else self.told[self.opened :]:
            if told_in == paragraph:
                return counted, statuses
        return Counted(), frozenset()

    def measure_of(self, unit: str) -> frozenset[str]:
        """What the last share or sum of this unit measured."""
        return next((statuses for told, statuses in reversed(self.measures[-4:]) if told == unit and statuses), _NONE)

    def harm_of(self, first: int) -> frozenset[str]:
        """What befell the first persons counted in this sentence: "1,139 dead: 695 civilians, 373 soldiers"."""
        return next((told[2] for told in self.told[first:] if told[2] & HARM), frozenset())

    def grouped(self, counted: Counted, statuses: frozenset[str]) -> Counted:
        """Casualties without a nationality, where the article counts one army's: that army's soldiers."""
        military = self.group.counted_class == "soldier"
        plain = counted.counted_class == "soldier" or counted.lemma in _LOSS_NOUNS or not counted.text
        if not military or counted.restrictors or not plain or not statuses & _ARMY:
            return counted
        return replace(counted, counted_class="soldier", restrictors=self.group.restrictors)

    def fill(self, counted: Counted, statuses: frozenset[str], first: int) -> Counted:
        """The counted thing of an ellipsis. ``first``: how many figures were told before this sentence."""
        if counted.counted_class or (counted.text and not counted.pronoun):
            return counted
        here = [
            told for told in self.told[first:] if told[1].counted_class and _suffers(told[1].counted_class, statuses)
        ]
        if here and (not statuses or not statuses.isdisjoint(HARM | RUIN) or here[-1][2] == statuses):
            return _again(here[-1][1], counted.pronoun)
        for _, before, status, _ in reversed(self.told[-12:]):
            if statuses and status == statuses:
                return _again(before, counted.pronoun)
        if statuses and statuses <= HARM:
            if self.group.counted_class:
                return self.group
            return Counted("people", "people", "person")
        if counted.pronoun and self.told:
            return replace(self.told[-1][1], pronoun=True)
        return counted

    def owner_for(self, owned: bool, subjects: tuple[str, ...], first: int) -> tuple[str, ...]:
        """The organisation of the article where the figure must have an owner and the sentence names none."""
        if subjects or not owned:
            return subjects
        here = [told[3] for told in self.told[first:] if told[3]]
        if here:
            return here[-1]
        return (self.owner,) if self.owner else ()
