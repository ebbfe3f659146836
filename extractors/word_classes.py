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
_OTHER = 0  # stands for all words and labels that no pattern names
_Key = tuple[int, int, int]


class WordClasses:
    """Sets part of speech, morphology and lemma of tagged and parsed sentences.

    Raises ValueError for a ruler whose patterns look at more than this class can remember by.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler, self._lemmatizer, self._strings = ruler, lemmatizer, ruler.vocab.strings
        singles, pairs = _Named(), _Named()
        for pattern in _patterns(ruler):
            (singles if len(pattern) == 1 else pairs).add(pattern[0])
        self._singles, self._pairs = singles, pairs
        self._words: dict[int, int | None] = {}
        self._labels: dict[int, int | None] = {}
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
        try:
            word, part = self._words[lower], self._labels[label]
        except KeyError:
            word = self._words[lower] = self._word(lower)
            part = self._labels[label] = self._label(label)
        return None if word is None or part is None else (word, tag, part)

    def _word(self, lower: int) -> int | None:
        text = self._strings[lower]
        if text.isspace() or self._pairs.word(text):
            return None
        return lower if self._singles.word(text) else _OTHER

    def _label(self, label: int) -> int | None:
        text = self._strings[label]
        if text in self._pairs.labels:
            return None
        return label if text in self._singles.labels else _OTHER

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


class _Named:
    """The words and labels that patterns name; all others are the same to them."""

    def __init__(self) -> None:
        self.labels: set[str] = set()
        self._words: set[str] = set()
        self._forms: list[re.Pattern[str]] = []

    def add(self, token: dict[str, Any]) -> None:
        """Add one token of a pattern; ``{"LOWER": "gon"}``, ``{"LOWER": {"REGEX": "^y"}}``, ``{"DEP": {"IN": []}}``."""
        for values in _operands(token.get("DEP", {})).values():
            self.labels.update(values)
        for operator, values in _operands(token.get("LOWER", {})).items():
            if operator == "REGEX":
                self._forms += map(re.compile, values)
            else:
                self._words.update(values)

    def word(self, word: str) -> bool:
        """True when a pattern names the word."""
        return word in self._words or any(form.search(word) for form in self._forms)


def _operands(spec: str | dict[str, Any]) -> dict[str, list[str]]:
    """Operator -> its strings."""
    if isinstance(spec, str):
        return {"IN": [spec]}
    if unknown := spec.keys() - {"IN", "NOT_IN", "REGEX"}:
        raise ValueError(f"a pattern of the attribute ruler with {', '.join(sorted(unknown))}")
    return {name: [values] if isinstance(values, str) else values for name, values in spec.items()}


def _patterns(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    rules: Iterable[Any] = ruler.patterns
    for rule in rules:
        for pattern in rule["patterns"]:
            unknown = {name for token in pattern for name in token} - {"TAG", "DEP", "LOWER", "IS_SPACE"}
            if unknown:
                raise ValueError(f"a pattern of the attribute ruler looks at {', '.join(sorted(unknown))}")
            yield pattern
