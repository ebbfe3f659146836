"""The country whose authority speaks: "South Korea's National Intelligence Service" -> "south korea"."""

from __future__ import annotations

import functools

from extractors.languages.en_speakers import AUTHORITIES, CARRIERS
from extractors.mentions import Speaker, bare
from extractors.place_names import GOVERNMENTS
from extractors.places import chain_of, find_places


@functools.lru_cache(maxsize=4096)
def country_of(speaker: Speaker) -> str:
    """Lower-case name of the country whose government, army, court or office holder speaks; "" for a company, an
    independent body, a carrier of news or when no country is named."""
    words = [bare(word) for word in f"{speaker.role} {speaker.name}".split()]
    name = speaker.name.lower().removeprefix("the ")
    if any(word in CARRIERS for word in words) and not any(word in AUTHORITIES for word in words):
        return ""
    alone = chain_of(name)
    if alone and (len(alone) == 1 or name in GOVERNMENTS):
        return alone[-1]
    official = any(word in AUTHORITIES for word in words) or name in GOVERNMENTS
    places = find_places(f"{speaker.role}, {speaker.name}" if speaker.role else speaker.name) if official else []
    return places[0].chain[-1] if places else ""
