"""What a number counts and what happened to it, read from case endings and clauses, for languages without a parser.

The counted noun is the first noun behind the number that can stand in its case ("12 поранених бійців"); the predicate
is a status word of the noun phrase, else the nearest one of the clause, else, where the clause has no verb of its
own, that of the clause or number before it ("серед них двоє дітей").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extractors.clauses import Clauses, Word, clauses_of
from extractors.counted import Counted
from extractors.languages.language import Inflection, Language
from extractors.lines import Line
from extractors.numbers import Number
from extractors.predicates import Predicate, expand
from news.measures import class_chain

_MOST_MODIFIERS = 4
_COUNT_NOUNS = 3  # words between "кількість" and what it counts


def window_of(line: Line, language: Language) -> Window:
    """The reader of a line's numbers."""
    start = line.sentence.start
    spans = tuple((number.start - start, number.unit_end - start) for number in line.numbers)
    return Window(clauses_of(line.sentence.text, spans, language.code), line.numbers, language)


class Window:
    """Reads the numbers of one sentence."""

    def __init__(self, clauses: Clauses, numbers: Sequence[Number], language: Language) -> None:
        if language.inflection is None:
            raise ValueError(f"{language.code} has no inflection tables")
        self.clauses, self.numbers, self.language = clauses, numbers, language
        self.words = clauses.words
        self.inflection: Inflection = language.inflection

    # ---------------------------------------------------------------------------------------------- counted thing
    def counted(self, number: int) -> Counted:
        """The noun phrase of a number; empty for an ellipsis."""
        at = self.clauses.of(number)
        phrase = self._phrase_behind(at)
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
        return opened and self.words[before].clause == self.words[at].clause and not self._phrase_behind(at)

    def _is_of(self, word: Word) -> bool:
        return word.forms[0] in self.inflection.out_of

    def is_total(self, number: int) -> bool:
        """True for the number that another of its clause is a part of."""
        return self._is_total(number, self.clauses.of(number))

    def _is_total(self, number: int, at: int) -> bool:
        """What a part is taken from: "32" of "28 із 32", "59" of "із 59 моряків 11"."""
        if self.numbers[number].moved:
            return False
        others = [word.number for word in self.words if word.clause == self.words[at].clause and word.number >= 0]
        return at > 0 and self._is_of(self.words[at - 1]) and len(others) > 1

    def _total_behind(self, number: int, at: int) -> int | None:
        first = at + 1 + len(self._phrase_behind(at))
        following = self.words[first : first + 2]
        if len(following) == 2 and self._is_of(following[0]) and following[1].number == number + 1:
            return number + 1
        return None

    def _phrase_behind(self, at: int) -> list[Word]:
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
            if not self._goes_on(word, at + 1 + len(phrase)):
                break
        while phrase and phrase[0].text[:1].isupper() and not self._known(phrase[0]):
            return []
        return phrase

    def _is_small(self, word: Word) -> bool:
        return word.forms[0] in self.inflection.prepositions or word.forms[0] in self.inflection.conjunctions

    def _goes_on(self, word: Word, following: int) -> bool:
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

    # ---------------------------------------------------------------------------------------------- predicate
    def predicate(self, number: int, counted: Counted) -> Predicate:
        """The status words of a number."""
        at = self.clauses.of(number)
        money = self.numbers[number].dimension == "money"
        kind = self._kind(number, counted)
        if at and "body" in {self.language.classes.get(form) for form in self.words[at - 1].forms}:
            kind = "body"  # "тіла восьми людей"
        own = self._own(at, kind, counted)
        if own or self._is_total(number, at):
            return own or Predicate()
        clause = self.words[at].clause
        found = self._of_clause(clause, at, kind, money=money)
        if found:
            return found
        if self._has_verb(clause):
            return self._open(clause, at)
        return self._lent(number, clause, kind, money=money)

    def _kind(self, number: int, counted: Counted) -> str:
        dimension = self.numbers[number].dimension
        if dimension == "money":
            return "money"
        if dimension == "area":
            return "territory"
        if dimension == "share":
            return counted.counted_class or "share"
        return counted.counted_class or ("" if counted.text else "person")

    def _own(self, at: int, kind: str, counted: Counted) -> Predicate | None:
        """Status words of the noun phrase and those coordinated with it: "12 вбитих і поранених"."""
        phrase = self._phrase_behind(at)
        if not phrase and counted.text:
            phrase = [word for word in self.words if word.text in counted.text.split()][:1]
        found: frozenset[str] = frozenset()
        words: list[str] = []
        for word in phrase:
            status = self._noun_status(word, weak=False, money=kind == "money") | self._adjective_status(word)
            if status:
                found |= status
                words.append(word.text.lower())
        if not found:
            return None
        last = max(index for index, word in enumerate(self.words) if word is phrase[-1])
        more = self._coordinated(last, kind, step=1)
        return Predicate(" ".join([*words, *(w for w, _ in more)]), found.union(*(s for _, s in more)))

    def _coordinated(self, at: int, kind: str, *, step: int) -> list[tuple[str, frozenset[str]]]:
        """Status words joined by a conjunction to the word at ``at``, in one direction."""
        found: list[tuple[str, frozenset[str]]] = []
        while 0 <= at + 2 * step < len(self.words):
            joint, word = self.words[at + step], self.words[at + 2 * step]
            joined = joint.forms[0] in self.inflection.conjunctions if not joint.mark else joint.text == ","
            if not joined or word.number >= 0 or word.mark:
                break
            status = self._any_status(word, kind)
            if not status:
                break
            found.append((word.text.lower(), status))
            at += 2 * step
        return found

    def _any_status(self, word: Word, kind: str) -> frozenset[str]:
        return self._noun_status(word, weak=False) | self._adjective_status(word) | self._verb_status(word, kind)

    def _of_clause(self, clause: int, at: int, kind: str, *, money: bool) -> Predicate | None:
        words = self.clauses.clause(clause)
        phrase = self._phrase_status(words, kind)
        here = sorted(
            (index for index, word in enumerate(self.words) if word.clause == clause and word.number < 0),
            key=lambda index: abs(index - at),
        )
        told = [i for i in here if self.words[i].readings and self.words[i].readings[0].case != "datv"]
        nouns = [(index, self._noun_status(self.words[index], weak=False, money=money)) for index in told]
        verbs = [(index, self._predicative(index, kind)) for index in here]
        order = [*nouns, *verbs] if money or kind == "share" else [*verbs, *nouns]
        dead = any("killed" in status for _, status in verbs)  # "в полоні загинув": the place says less
        if phrase and not money and (not dead or phrase[1] == "killed"):
            return Predicate(phrase[0], expand(phrase[1]))
        for index, status in order:
            if status:
                joined = [*self._coordinated(index, kind, step=-1), *self._coordinated(index, kind, step=1)]
                text = " ".join([self.words[index].text.lower(), *(word for word, _ in joined)])
                return Predicate(text, status.union(*(more for _, more in joined)))
        for index in here:
            if self.words[index].readings and self.words[index].readings[0].case == "datv":
                continue  # "виплатили постраждалим 3 мільярди"
            status = self._noun_status(self.words[index], weak=True, money=money)
            if status:
                return Predicate(self.words[index].text.lower(), status)
        return None

    def _phrase_status(self, words: Sequence[Word], kind: str) -> tuple[str, str] | None:
        if kind and not ({*class_chain(kind)} & {"person", "household"}):
            return None
        texts = (" ".join(word.forms[0] for word in words), " ".join(word.forms[-1] for word in words))
        phrases = self.language.status_phrases.items()
        return next(((phrase, status) for phrase, status in phrases if any(phrase in text for text in texts)), None)

    def _predicative(self, index: int, kind: str) -> frozenset[str]:
        """The status of a verb, or of an adjective that is said of the subject, not put before a noun."""
        word = self.words[index]
        status = self._verb_status(word, kind)
        full = word.is_part("adjective", "participle") and not word.finite
        if full and self._goes_on(word, index + 1):
            return frozenset()
        said = full and word.readings[0].case in ("ablt", "nomn")
        if status and (said or not full):
            return status
        return self._adjective_status(word) if said else frozenset()

    def _verb_status(self, word: Word, kind: str) -> frozenset[str]:
        if not word.is_part("verb", "participle", "adjective", "other"):
            return frozenset()
        chain = {*class_chain(kind)} or {""}
        if kind == "territory":
            chain.add("")
        for form in word.forms:
            for rule in self.language.status_verbs.get(form, ()):
                if not rule.classes or chain & rule.classes:
                    return expand(rule.status)
        return frozenset()

    def _adjective_status(self, word: Word) -> frozenset[str]:
        if not word.is_part("adjective", "participle", "noun") or not self.language.weak_nouns.isdisjoint(word.forms):
            return frozenset()
        for form in word.forms:
            if form in self.language.status_adjectives:
                return self.language.status_adjectives[form]
        if word.is_part("participle") and not word.finite:
            return self._verb_status(word, "person")
        return frozenset()

    def _noun_status(self, word: Word, *, weak: bool, money: bool = False) -> frozenset[str]:
        if word.mark or not word.is_part("noun", "adjective", "participle"):
            return frozenset()
        for form in word.forms:
            if form in self.language.status_nouns and (form in self.language.weak_nouns) is weak:
                found = self.language.status_nouns[form]
                if bool(found & self.language.money_statuses or found == {"damage"}) is money or found == {"turnout"}:
                    return found
        return frozenset()

    # ------------------------------------------------------------------------------------------ lent predicates
    def _has_verb(self, clause: int) -> bool:
        return any(
            word.finite and not any(form in self.language.light_verbs for form in word.forms)
            for word in self.clauses.clause(clause)
        )

    def _open(self, clause: int, at: int) -> Predicate:
        """An unknown verb stands for itself."""
        verbs = [
            word
            for word in self.clauses.clause(clause)
            if word.finite and not any(form in self.language.light_verbs for form in word.forms)
        ]
        word = min(verbs, key=lambda one: abs(one.start - self.words[at].start))
        lemma = next((r.lemma for r in word.readings if r.finite), word.forms[0])
        return Predicate(word.text.lower(), frozenset({lemma}))

    def _lent(self, number: int, clause: int, kind: str, *, money: bool) -> Predicate:
        """From the relative clause behind, the number before, or a clause without a number."""
        at = self.clauses.of(number)
        for other in self._neighbours(clause, number):
            found = self._of_clause(other, at, kind, money=money)
            if found:
                return found
        return Predicate()

    def _neighbours(self, clause: int, number: int) -> Iterator[int]:
        """The clauses that may say what happened, in the order in which they are asked."""
        behind = self.clauses.clause(clause + 1) if clause + 1 < self.clauses.count else []
        opens = bool(behind) and (behind[0].forms[0] in self.inflection.relatives or behind[0].is_part("participle"))
        if opens and not self.clauses.has_number(clause + 1):
            yield clause + 1
        yield from self._free(range(clause - 1, -1, -1))
        if not number:
            yield from self._free(range(clause + 1, self.clauses.count))

    def _free(self, clauses: Iterable[int]) -> Iterator[int]:
        """Clauses up to the first with a number of its own, that one included: it lends what it says."""
        for clause in clauses:
            yield clause
            if self.clauses.has_number(clause):
                return
