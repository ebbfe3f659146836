"""The country whose authority speaks: "South Korea's National Intelligence Service", "the Ukrainian president", "Kyiv"."""

from __future__ import annotations

from dataclasses import replace

from extractors.places import find_places
from news.records import Attribution, Figure


def with_countries(figures: list[Figure]) -> list[Figure]:
    """The figures with ``attribution.country`` filled in, where the speaker's name or office tells it.

    A speaker whose country is told once in the article ("Ukrainian President Volodymyr Zelensky") keeps it.
    """
    known = {figure.attribution.said_by: country_of(figure.attribution) for figure in figures}
    return [
        replace(figure, attribution=replace(figure.attribution, country=known[figure.attribution.said_by]))
        if known[figure.attribution.said_by]
        else figure
        for figure in figures
    ]


def country_of(attribution: Attribution) -> str:
    """Lower-case name of the country that the speaker's name or role mentions first, "" when none."""
    for words in (attribution.said_by, attribution.said_by_role):
        for mention in find_places(words):
            if mention.chain and (mention.adjective or mention.capital or len(mention.chain) == 1):
                return mention.chain[-1]
    return ""
