"""Word classes and lemmas from a memory: the same answers as spaCy's own components, at a tenth of their cost.

The model's attribute ruler tries 179 patterns on every token. All but a few look at one token only, and at no more
than its tag, its label and, where a pattern names words, its word: what the ruler said once of such a combination holds
for all time. A sentence with a new combination, or with the beginning of a pattern over two tokens, goes through the
ruler itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc

_SEEN: list[int | str] = ["LOWER", "TAG", "DEP"]
_RULED: list[int | str] = ["POS", "MORPH", "LEMMA"]
_OTHER = 0  # stands for all words that no pattern names
_Key = tuple[int, int, int]


class WordClasses:
    """Sets part of speech, morphology and lemma of tagged and parsed sentences.

    Raises ValueError for a ruler whose patterns look at more than this class can remember by.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler, self._lemmatizer, self._strings = ruler, lemmatizer, ruler.vocab.strings
        singles, pairs = _Words(), _Words()
        for pattern in _patterns(ruler):
            (singles if len(pattern) == 1 else pairs).add(pattern[0])
        self._singles, self._pairs = singles, pairs
        self._words: dict[int, int | None] = {}
        self._labels = frozenset(self._strings[label] for label in pairs.labels)
        self._rules: dict[_Key, tuple[int, int, int]] = {}
        self._lemmas: dict[_Key, int] = {}

    def annotate(self, doc: Doc) -> None:
        """Set the three attributes of every token."""
        keys = [self._key(*row) for row in doc.to_array(_SEEN).tolist()]
        known = [self._rules.get(key) if key is not None else None for key in keys]
        if not keys:
            return
        if None not in known:
            array: Any = doc.to_array(_RULED)
            array[:] = known
            doc.from_array(_RULED, array)
        else:
            self._ruler(doc)
            ruled: Any = doc.to_array(_RULED)
            if None not in keys:
                self._rules.update(zip(keys, map(tuple, ruled.tolist()), strict=True))  # type: ignore[arg-type]
        self._lemmatize(doc)

    def _key(self, lower: int, tag: int, label: int) -> _Key | None:
        """What the ruler looks at, None for what it may look at together with a neighbour."""
        word = self._words.get(lower, -1)
        if word == -1:
            word = self._words[lower] = self._word(lower)
        return None if word is None or label in self._labels else (word, tag, label)

    def _word(self, lower: int) -> int | None:
        text = self._strings[lower]
        if text.isspace() or text in self._pairs:
            return None
        return lower if text in self._singles else _OTHER

    def _lemmatize(self, doc: Doc) -> None:
        array: Any = doc.to_array(["ORTH", *_RULED])
        for number, (orth, pos, morph, lemma) in enumerate(array.tolist()):
            if lemma:
                continue
            found = self._lemmas.get((orth, pos, morph))
            if found is None:
                found = self._strings.add(self._lemmatizer.lemmatize(doc[number])[0])
                self._lemmas[orth, pos, morph] = found
            array[number, 3] = found
        doc.from_array("LEMMA", array[:, 3])


class _Words:
    """The words and labels that the first tokens of patterns name."""

    def __init__(self) -> None:
        self.labels: set[str] = set()
        self._words: set[str] = set()
        self._forms: list[re.Pattern[str]] = []

    def add(self, token: dict[str, Any]) -> None:
        """Add one token of a pattern; ``{"LOWER": "gon"}``, ``{"LOWER": {"IN": [...]}}``, ``{"DEP": "expl"}``."""
        if isinstance(token.get("DEP"), str):
            self.labels.add(token["DEP"])
        lower = token.get("LOWER", {})
        if isinstance(lower, str):
            lower = {"IN": [lower]}
        for operator, value in lower.items():
            if operator == "IN":
                self._words.update(value)
            elif operator == "REGEX":
                self._forms.append(re.compile(value))
            else:
                raise ValueError(f"a pattern of the attribute ruler with {operator}: its words cannot be told")

    def __contains__(self, word: str) -> bool:
        return word in self._words or any(form.search(word) for form in self._forms)


def _patterns(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    rules: Iterable[Any] = ruler.patterns
    for rule in rules:
        for pattern in rule["patterns"]:
            unknown = {name for token in pattern for name in token} - {"TAG", "DEP", "LOWER", "IS_SPACE"}
            if unknown:
                raise ValueError(f"a pattern of the attribute ruler looks at {', '.join(sorted(unknown))}")
            yield pattern
