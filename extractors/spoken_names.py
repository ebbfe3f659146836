"""Who speaks, by the words of the mention: a person with a role, a body, a pronoun; fullest name, in the first case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.languages.speech import Speech
from extractors.morphology import nominative, readings_of
from extractors.spoken_words import Piece

_PAIR = re.compile(r"[А-ЯІЇЄҐЁ][а-яіїєґё'’ʼ-]+(?: [А-ЯІЇЄҐЁ][а-яіїєґё'’ʼ-]+){1,2}")
_CASES = ("nomn", "gent", "datv", "ablt", "accs")


@dataclass(frozen=True, slots=True)
class Named:
    """``name`` in the first case; ``role`` as printed; ``person`` False for bodies and groups."""

    name: str = ""
    role: str = ""
    person: bool = False


@dataclass(slots=True)
class Names:
    """The people of an article; asked in text order, because pronouns look back."""

    text: str
    speech: Speech
    code: str
    full: dict[str, str] = field(default_factory=dict)  # surname in the first case -> full name
    spoken: list[tuple[int, Named]] = field(default_factory=list)  # where a person spoke
    mentions: list[tuple[int, str]] = field(default_factory=list)  # where a full name stands

    def __post_init__(self) -> None:
        for match in _PAIR.finditer(self.text[:200_000]):
            words = match.group().split(" ")
            for case in _CASES:
                if self._are_named(words[-2:], case):
                    first, surname = nominative(words[-2:], case, self.code, name=True)
                    self.full.setdefault(surname, f"{first} {surname}")
                    self.mentions.append((match.start(), f"{first} {surname}"))
                    break

    def _are_named(self, words: Sequence[str], case: str) -> bool:
        """A first name and a surname in one case; dictionaries lack many first names, so that any noun may be one."""
        first, last = (readings_of(word, self.code) for word in words)
        titled = any(reading.lemma in self.speech.roles for reading in first)
        surname = any(reading.name and reading.case == case for reading in last)
        return surname and not titled and any(r.part == "noun" and r.case == case for r in first)

    def of(self, words: Sequence[Piece], case: str) -> Named:
        """The speaker behind a mention whose head stands in ``case``."""
        if len(words) == 1 and words[0].form in self.speech.pronouns:
            group = self.speech.pronouns[words[0].form] not in ("m", "f")
            return Named() if group else self.before(words[0].start)
        named = self._described(words, case)
        if named.person:
            self.spoken.append((words[0].start, named))
        return named

    def before(self, offset: int) -> Named:
        """Whom a pronoun at an offset stands for: the last person who spoke or was named in full before it."""
        at, speaker = max(
            (one for one in self.spoken if one[0] < offset), key=lambda one: one[0], default=(-1, Named())
        )
        named, name = max((one for one in self.mentions if one[0] < offset), default=(-1, ""))
        return Named(name, "", True) if named > at and name not in speaker.name else speaker

    def _described(self, words: Sequence[Piece], case: str) -> Named:
        start = self._name_start(words, case)
        texts = [word.text for word in words]
        if start < len(words):
            name = " ".join(nominative(texts[start:], case, self.code, name=True) if case != "nomn" else texts[start:])
            role = " ".join(texts[:start] if case == "nomn" else nominative(texts[:start], case, self.code, name=False))
            return Named(self.full.get(name, name), role, True)
        whole = texts if case == "nomn" else nominative(texts, case, self.code, name=False)
        person = any(form in self.speech.roles for word in words[:2] for form in word.forms)
        return Named(" ".join(whole), "", person)

    def _name_start(self, words: Sequence[Piece], case: str) -> int:
        """Where the person's name begins; ``len(words)`` when the mention has none."""
        start = len(words)
        while start > 0 and (
            (words[start - 1].capital and not (words[start - 1].text.isupper() and len(words[start - 1].text) > 1))
            or (start < len(words) and words[start - 1].form in self.speech.name_particles)
        ):
            start -= 1
        while start < len(words) and not self._is_name(words[start], case):
            start += 1
        while 0 < start < len(words) and words[start - 1].capital and self._is_first(words[start - 1], case):
            start -= 1
        titled = start and any(form in self.speech.roles for form in words[start - 1].forms)
        lone = start == len(words) - 1 and not titled
        return len(words) if lone and start and words[start - 1].capital else start

    def _is_first(self, word: Piece, case: str) -> bool:
        noun = any(r.part == "noun" and r.case in (case, "") for r in word.readings)
        return noun and not word.text.isupper() and not any(form in self.speech.roles for form in word.forms)

    def _is_name(self, word: Piece, case: str) -> bool:
        return any(r.name and r.case in (case, "") for r in word.readings) and not any(
            form in self.speech.roles for form in word.forms
        )
