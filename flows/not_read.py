"""Languages without tables of words: their articles are stored, but not read for figures and quotes."""

from __future__ import annotations

from collections.abc import Mapping

import pycountry

from extractors.languages import is_known


def not_read(articles: Mapping[str, int]) -> dict[str, int]:
    """``articles``: ISO 639-1 code -> articles. Those of them that were not read, most first."""
    found = {code: number for code, number in articles.items() if number and not is_known(code)}
    return dict(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def in_words(articles: Mapping[str, int]) -> str:
    """ "3 in German, 1 in French"; "" for none."""
    return ", ".join(f"{number} in {language_name(code)}" for code, number in articles.items())


def language_name(code: str) -> str:
    """The English name of an ISO 639-1 code, the code itself when it is unknown."""
    language = pycountry.languages.get(alpha_2=code[:2].lower())
    return str(language.name) if language is not None else code
