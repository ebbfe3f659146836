"""Where a figure happens: the place its sentence names for it, else the one the article is set in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.numbers import Number
from extractors.places import PlaceMention, find_places
from news.records import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """``place`` as printed, "" unknown; ``chain`` from itself outward."""

    place: str = ""
    chain: tuple[str, ...] = ()


def scene_of(
    number: Number, text: str, places: Sequence[PlaceMention], speaker: Span | None, neighbours: tuple[int, int]
) -> Scene | None:
    """The place of a number in its sentence, None when the sentence names none for it.

    Places inside the speaker's name and nationalities of the counted noun are left out; a place with a preposition
    ("in Derna") wins over an owner ("Turkey's toll"), and one next to the number over one beyond another number.
    """
    usable = [p for p in places if not p.adjective and not (speaker and speaker.start <= p.start < speaker.end)]
    before, after = neighbours
    for rank in (
        [p for p in usable if p.locative and before <= p.start < after],
        [p for p in usable if p.locative],
        [p for p in usable if not p.capital and text[p.end : p.end + 2] in ("'s", "’s", "s'")],
    ):
        if rank:
            nearest = min(rank, key=lambda p: _distance(number, p))
            return Scene(text[nearest.start : nearest.end], nearest.chain)
    return None


def _distance(number: Number, place: PlaceMention) -> int:
    return place.start - number.end if place.start >= number.end else 2 * (number.start - place.end)


def setting_of(title: str, lead: str) -> Scene:
    """Where the article is set: the first place with a preposition in the title, then in the first sentence."""
    for text in (title, lead):
        places = [p for p in find_places(text) if not p.adjective]
        chosen = next((p for p in places if p.locative), None)
        if chosen is not None:
            return Scene(text[chosen.start : chosen.end], chosen.chain)
    return Scene()
