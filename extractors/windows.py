"""What happened to the things that a number counts, by clauses, for languages without a parser.

The predicate is a status word of the noun phrase, else the nearest one of the clause, else, where the clause has no
verb of its own, that of the clause or number before it ("серед них двоє дітей").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractors.clauses import Word, clauses_of
from extractors.counted import Counted
from extractors.inflected_nouns import NounPhrases
from extractors.languages.language import Language
from extractors.lines import Line
from extractors.predicates import Predicate
from extractors.status_words import expand
from news.measures import class_chain


def window_of(line: Line, language: Language) -> Window:
    """The reader of a line's numbers."""
    start = line.sentence.start
    spans = tuple((number.start - start, number.unit_end - start) for number in line.numbers)
    return Window(clauses_of(line.sentence.text, spans, language.code), line.numbers, language)


class Window(NounPhrases):
    """Reads the numbers of one sentence: what they count, and what happened to it."""

    def predicate(self, number: int, counted: Counted) -> Predicate:
        """The status words of a number."""
        at = self.clauses.of(number)
        money = self.numbers[number].dimension == "money"
        kind = self._kind(number, counted)
        if at and "body" in {self.language.classes.get(form) for form in self.words[at - 1].forms}:
            kind = "body"  # "тіла восьми людей"
        own = self._own(at, kind, counted)
        if own or self.is_total(number):
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
        phrase = self.phrase_behind(at)
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
        if full and self.goes_on(word, index + 1):
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
