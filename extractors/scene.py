"""Where a figure happens: the place its sentence names for it, else the one the article is set in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.inflected_places import places_in
from extractors.languages.en_speakers import BODIES, ROLES
from extractors.numbers import Number
from extractors.places import PlaceMention


@dataclass(frozen=True, slots=True)
class Scene:
    """``place`` as printed, "" unknown; ``chain`` from itself outward."""

    place: str = ""
    chain: tuple[str, ...] = ()


def scene_of(
    number: Number,
    text: str,
    places: Sequence[PlaceMention],
    told: Sequence[PlaceMention],
    neighbours: tuple[int, int],
) -> Scene | None:
    """The place of a number in its sentence, None when the sentence names none for it.

    ``places``: those of the sentence outside speakers' names; ``told``: those of them where something is said to
    happen ("in Derna", "hit Derna"). These win over an owner ("Turkey's toll"), and one next to the number wins over
    one beyond another number. Adjectives ("Turkish") are no places here.
    """
    usable = [
        p
        for p in places
        if not p.adjective and not _is_office(p, text) and not _is_newsroom(p, text) and not _is_landmark(p, text)
    ]
    told = [p for p in told if p in usable]
    before, after = neighbours
    for rank in (
        [p for p in told if before <= p.start < after],
        told,
        [p for p in usable if not p.capital and text[p.end : p.end + 2] in ("'s", "’s", "s'")],
    ):
        if rank:
            nearest = _innermost(min(rank, key=lambda p: _distance(number, p)), usable, text)
            pair = _joined(nearest, usable, text)
            if pair is not None:
                return pair
            return Scene(text[nearest.start : nearest.end], nearest.chain)
    return None


_OFFICE = re.compile(r"['’]s? (?:[\w-]+ ){0,3}?(?:" + "|".join(sorted(ROLES | BODIES)) + r")\b", re.IGNORECASE)
_ISSUED = re.compile(
    r"\b(?:issued|said|told|released|announced|published|reporters|journalists|briefed|meeting|conference|officials) "
    r"(?:[\w-]+ ){0,3}?(?:in|from) \Z"
)


def _is_office(place: PlaceMention, text: str) -> bool:
    """ "Libya's ambassador", "South Korea's intelligence service": whose office it is, not where anything happened."""
    return _OFFICE.match(text, place.end) is not None


def _is_speaker(place: PlaceMention, text: str) -> bool:
    """ "US official tells AP": an office without an apostrophe."""
    words = text[place.end :].split(maxsplit=3)[:3]
    return _is_office(place, text) or any(word.lower().strip(",.:;") in ROLES | BODIES for word in words[:2])


def _is_newsroom(place: PlaceMention, text: str) -> bool:
    """ "the number issued hours before in Seoul": where somebody spoke."""
    return place.capital and _ISSUED.search(text[max(0, place.start - 50) : place.start]) is not None


_AWAY = re.compile(
    r"\b(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|hours?|minutes?)['’]? (?:[\w-]+ ){0,3}?(?:of|from|off|to) "
    r"(?:the )?(?:[\w-]+ ){0,3}?\Z"
)


def _is_landmark(place: PlaceMention, text: str) -> bool:
    """ "800 kilometres east of Jakarta": a point to measure from."""
    return _AWAY.search(text[max(0, place.start - 60) : place.start]) is not None


def lasting(scene: Scene | None, setting: Scene) -> bool:
    """Whether the sentences behind one that names a place still play there: a place abroad is an aside, one in the
    country where the article is set is not."""
    if scene is None or not scene.chain:
        return False
    home = set(setting.chain[-1:]) | set(setting.chain[0].split(" and ") if setting.chain else ())
    return not home or bool(home & {scene.chain[-1], *scene.chain[0].split(" and ")})


def _innermost(place: PlaceMention, places: Sequence[PlaceMention], text: str) -> PlaceMention:
    """ "Russia's Kursk Oblast", "Derna, Libya": the narrower of two places that stand together."""
    for other in places:
        gap = text[min(place.end, other.end) : max(place.start, other.start)].strip()
        if gap in ("'s", "’s", ",", "") and other is not place and place.name in other.chain[1:]:
            return other
    return place


def _joined(place: PlaceMention, places: Sequence[PlaceMention], text: str) -> Scene | None:
    """ "in Turkey and Syria": one scene, named after both in the order of the alphabet."""
    for other in places:
        first, last = sorted((place, other), key=lambda p: p.start)
        if text[first.end : last.start] == " and " and first.name not in last.chain and last.name not in first.chain:
            return Scene(text[first.start : last.end], (" and ".join(sorted((first.chain[0], last.chain[0]))),))
    return None


def _distance(number: Number, place: PlaceMention) -> int:
    return place.start - number.end if place.start >= number.end else 2 * (number.start - place.end)


def setting_of(title: str, lead: str, language: str) -> Scene:
    """Where the article is set: the first place with a preposition in the title, then in the first sentence."""
    for text in (title, lead):
        places = [p for p in places_in(text, language) if not p.adjective and not _is_speaker(p, text)]
        chosen = next((p for p in places if p.locative), places[0] if places else None)
        if chosen is not None:
            return Scene(text[chosen.start : chosen.end], chosen.chain)
    return Scene()
