"""What a number counts, by case endings, for languages without a parser.

The counted noun is the first noun behind the number that can stand in its case ("12 поранених бійців"); else what a
noun of number has behind it ("кількість загиблих зросла до 45"), or a genitive right before ("поранених — 12").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.clauses import Clauses, Word
from extractors.counted import Counted
from extractors.languages.language import Inflection, Language
from extractors.numbers import Number

_MOST_MODIFIERS = 4
_COUNT_NOUNS = 3  # words between "кількість" and what it counts


class NounPhrases:
    """Finds what each number of one sentence counts."""

    def __init__(self, clauses: Clauses, numbers: Sequence[Number], language: Language) -> None:
        if language.inflection is None:
            raise ValueError(f"{language.code} has no inflection tables")
        self.clauses, self.numbers, self.language = clauses, numbers, language
        self.words = clauses.words
        self.inflection: Inflection = language.inflection

    def counted(self, number: int) -> Counted:
        """The noun phrase of a number; empty for an ellipsis."""
        at = self.clauses.of(number)
        phrase = self.phrase_behind(at)
        if phrase:
            return self._described(phrase)
        other = self._total_behind(number, at)
        if other is not None:
            return self.counted(other)
        if self.numbers[number].moved == "from" and number + 1 < len(self.numbers):
            return self.counted(number + 1)
        if self.numbers[number].dimension != "count":
            return Counted()
        phrase = self._phrase_of_count(at) or self._phrase_before(at)
        return self._described(phrase) if phrase else Counted()

    def is_part(self, number: int) -> bool:
        """ "28 із 32", "із 59 моряків 11": this number is inside that one."""
        at = self.clauses.of(number)
        if self._total_behind(number, at) is not None:
            return True
        before = self.clauses.of(number - 1) - 1 if number else -1
        opened = before >= 0 and self._is_of(self.words[before])
        return opened and self.words[before].clause == self.words[at].clause and not self.phrase_behind(at)

    def _is_of(self, word: Word) -> bool:
        return word.forms[0] in self.inflection.out_of

    def is_total(self, number: int) -> bool:
        """What a part of the same clause is taken from: "32" of "28 із 32", "59" of "із 59 моряків 11"."""
        at = self.clauses.of(number)
        if self.numbers[number].moved:
            return False
        others = [word.number for word in self.words if word.clause == self.words[at].clause and word.number >= 0]
        return at > 0 and self._is_of(self.words[at - 1]) and len(others) > 1

    def _total_behind(self, number: int, at: int) -> int | None:
        first = at + 1 + len(self.phrase_behind(at))
        following = self.words[first : first + 2]
        if len(following) == 2 and self._is_of(following[0]) and following[1].number == number + 1:
            return number + 1
        return None

    def phrase_behind(self, at: int) -> list[Word]:
        """Modifiers and head right behind a number; [] when something else stands there."""
        phrase: list[Word] = []
        for word in self.words[at + 1 : at + 3 + _MOST_MODIFIERS]:
            if word.mark or word.number >= 0 or self._is_small(word) or not word.nominal:
                if not phrase and not word.mark and word.number < 0 and word.readings and word.is_part("adverb"):
                    continue
                break
            if word.finite and not any(r.part == "noun" and r.case == "gent" for r in word.readings):
                break
            phrase.append(word)
            if not self.goes_on(word, at + 1 + len(phrase)):
                break
        while phrase and phrase[0].text[:1].isupper() and not self._known(phrase[0]):
            return []
        return phrase

    def _is_small(self, word: Word) -> bool:
        return word.forms[0] in self.inflection.prepositions or word.forms[0] in self.inflection.conjunctions

    def goes_on(self, word: Word, following: int) -> bool:
        """Whether the head is still to come: the word is an adjective that agrees with the next, or only a carrier."""
        later = self.words[following] if following < len(self.words) else None
        if later is None or later.mark or later.number >= 0 or self._is_small(later) or not later.nominal:
            return False
        if later.text[:1].isupper() and not self._known(later):
            return False
        if self._carries(word):
            return any(r.part == "noun" and r.case == "gent" for r in later.readings) or later.nominal
        adjective = [
            r for r in word.readings if r.part in ("adjective", "participle") and r.case not in ("accs", "voct")
        ]
        agreeing = [
            r
            for r in later.readings
            if r.part in ("noun", "adjective", "participle")
            and any(r.case == a.case and (r.plural == a.plural or r.case == "gent") for a in adjective)
        ]
        return bool(agreeing)

    def _carries(self, word: Word) -> bool:
        return any(form in self.language.carriers for form in word.forms) and not self._known(word)

    def _known(self, word: Word) -> bool:
        tables = (self.language.classes, self.language.status_nouns, self.inflection.origins)
        return any(form in table for form in word.forms for table in tables)

    def _phrase_of_count(self, at: int) -> list[Word]:
        """ "Кількість загиблих зросла до 45": what a noun of number in the clause has behind it."""
        for here in self._clause_of(at):
            if not any(form in self.language.carriers for form in self.words[here].forms):
                continue
            for later in range(here + 1, min(here + 1 + _COUNT_NOUNS, len(self.words))):
                if self._known(self.words[later]):
                    return [self.words[later]]
        for here in self._clause_of(at):
            if any(self.language.status_nouns.get(form) == frozenset({"employed"}) for form in self.words[here].forms):
                return [self.words[here]]
        return []

    def _clause_of(self, at: int) -> list[int]:
        clause = self.words[at].clause
        return [here for here, word in enumerate(self.words) if word.clause == clause and word.number < 0]

    def _phrase_before(self, at: int) -> list[Word]:
        """ "Поранених — 12", "на борту осіб було 12": a genitive plural right before the number."""
        for word in reversed(self.words[max(0, at - 3) : at]):
            if word.number >= 0 or (word.mark and word.text in ".;,"):
                break
            if not word.mark and self._known(word) and any(r.plural and r.case == "gent" for r in word.readings):
                return [word]
        return []

    def _described(self, phrase: list[Word]) -> Counted:
        head = self._head(phrase)
        lemmas = [self._lemma(word) for word in phrase]
        restrictors: list[str] = []
        for word in phrase:
            for form in word.forms:
                found = self.inflection.origins.get(form) or self.language.restrictor_synonyms.get(form)
                if found and (word is not head or form in self.inflection.origins):
                    restrictors.append(found)
                    break
        counted_class = self._class(phrase, head)
        if counted_class == "civilian":
            restrictors = [name for name in restrictors if name != "civilian"]
        text = " ".join(word.text for word in phrase)
        return Counted(text, lemmas[-1], counted_class, tuple(dict.fromkeys(restrictors)))

    def _head(self, phrase: Sequence[Word]) -> Word:
        return phrase[-1]

    def _lemma(self, word: Word) -> str:
        nouns = [r.lemma for r in word.readings if r.part == "noun"]
        return nouns[0] if nouns else (word.forms[1] if len(word.forms) > 1 else word.forms[0])

    def _class(self, phrase: Sequence[Word], head: Word) -> str:
        classes = self.language.classes
        for earlier, later in pairwise(phrase):
            for first in earlier.forms:
                for second in later.forms:
                    if f"{first} {second}" in classes:
                        return classes[f"{first} {second}"]
        for word in (head, *reversed(phrase[:-1])):
            for form in word.forms:
                if form in classes:
                    return classes[form]
            if any(form in self.inflection.origins for form in word.forms) and word.is_part("noun"):
                return "person"
        return ""
