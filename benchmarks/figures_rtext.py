"""R-Text: sentences of currencies, dimensions, temperatures and ages with value and unit (``rtext-*.json``).

Half of the sentences are printed as a treebank prints them: lower case, spaces around hyphens, inside group marks and
behind currency signs. They are put back into print before they are read; news does not look like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from benchmarks.figures_newsquant import read_file
from benchmarks.figures_run import Run, Tag
from benchmarks.figures_scorers import load_scorer
from benchmarks.figures_tags import tags_of
from extractors.quantities import find_quantities

FILES = "rtext-*.json"
ATTRIBUTES = ["value", "unit"]

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_PUT_BACK = (
    (re.compile(r"(?<=\w) - (?=[^\W\d])"), "-"),  # "one - third", "$ 70 - a - share"
    (re.compile(r"(?<=[a-z]) - (?=\d)"), " -"),  # "convert - 20 degrees"
    (re.compile(r"\b(\d{1,3}), (?=\d{3}\b)"), r"\1,"),  # "80, 000"
)
_DOLLARS = re.compile(r"\b(us|c|hk|nz|au) \$ ?(?=\d)")
_DATES = re.compile(rf"\b(?:{_MONTH})\b(?=\.? \d{{1,2}}\b)|(?<=on \d )(?:{_MONTH})\b|(?<=on \d\d )(?:{_MONTH})\b")


def as_printed(text: str) -> str:
    """The sentence as a newspaper prints it."""
    for pattern, replacement in _PUT_BACK:
        text = pattern.sub(replacement, text)
    text = _DOLLARS.sub(lambda found: f"{found[1].upper()}$", text)
    return _DATES.sub(lambda found: found[0].title(), text)


def read_printed(text: str) -> list[Tag]:
    """The tags of the sentence, put back into print."""
    return [_least(tag) for tag in tags_of(find_quantities(as_printed(text)))]


def _least(tag: Tag) -> Tag:
    """ "dozens" are twelve in this set: the least that the word allows."""
    value = tag["value"]
    if isinstance(value, list) and Decimal(value[1]) == 10 * Decimal(value[0]):
        return {**tag, "value": value[0]}
    return tag


def runs(data: Path) -> Iterator[Run]:
    """One run a data file."""
    for path in sorted(data.glob(FILES)):
        yield read_file(path, ATTRIBUTES, load_scorer(data, "score.py"), read_printed)
