"""What one number means: the thing it counts and what happened to it, ellipses filled from the context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.amounts import Kind
from extractors.changes import is_overstated
from extractors.counted import Counted, class_of, counted_of, is_a, lemma_of, nearest_class
from extractors.ellipsis import BODILY, HARM, Context
from extractors.languages.language import Language
from extractors.lines import Line
from extractors.measured import measured
from extractors.owners import subjects_of
from extractors.predicates import SAYING, Predicate, Reader
from extractors.roles import Surroundings
from extractors.status_words import expand
from extractors.tree import governors
from extractors.windows import window_of
from news.measures import CLASSES, STATUSES

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED_IN = re.compile(
    r" (?:of (?:[\w-]+ ){1,4}?)?(?:was |were |is |are |had been |have been )?"
    r"(?:in|counted|reporting|tallied|processed)\b(?=[,.;)]|\Z)"
)
_DURATION_VERBS = frozenset({"sentence", "jail", "imprison", "last"})
_LIVING = frozenset({"person", "animal", "household"})
_OBJECTS = frozenset({"building", "vehicle", "aircraft", "ship"})
#: verbs whose subject is what the number counts: "deaths exceeded 400"
_REACHING = frozenset({"reach", "exceed", "top", "pass", "surpass", "hit", "total", "near", "approach"})
_LABEL = re.compile(r"[^.;:\d]{3,60}[:–-]?\s*\Z")
_ACTORS = frozenset({"country", "company", "territory", "settlement"})  # subjects that do the counting
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "that", "this", "own"})
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Meaning:
    """Reads one number of a line. ``first``: how many figures the context held before this line."""

    def __init__(
        self, line: Line, index: int, around: Surroundings, context: Context, first: int, language: Language
    ) -> None:
        self.line, self.around, self.context, self.first, self.language = line, around, context, first, language
        self.number, self.node = line.numbers[index], line.nodes[index]
        self.others = line.others(index)

    def read(self) -> tuple[Counted, Predicate]:
        """The counted thing and the predicate, ellipses filled."""
        if self.node is None:
            return self._unparsed()
        label = self._label() if self.number.dimension == "count" else None
        if label is not None:
            self.node = replace(self.node, noun=label)
        counted = counted_of(self.node, self.language)
        if self.number.dimension == "money":
            counted = replace(counted, counted_class="money")
        counted = self._carried(self._referred(counted))
        stretch = (self.around.after[:90], self.around.before[-60:])
        predicate = Reader(
            self.node, counted.counted_class, stretch, self.others, self.language, self.context.topic
        ).read()
        if label is not None and not predicate.statuses & STATUSES.keys():
            predicate = replace(predicate, statuses=self._labelled())
        if is_overstated(self.around):
            predicate = replace(predicate, statuses=expand("overstated"))
        if self.number.dimension == "count":
            multiple = self.around.after.lstrip().startswith("times ")
            return (Counted(), predicate) if multiple else self._completed(counted, predicate)
        predicate = measured(self.node, counted, predicate, self.context, self.line.previous, self.language)
        if self.number.dimension == "share":
            return counted, self._share_of_votes(counted, predicate)
        return counted, predicate

    def _completed(self, counted: Counted, predicate: Predicate) -> tuple[Counted, Predicate]:
        """An ellipsis filled from the context; job counts and crowds by their usual words."""
        if predicate.statuses == expand("turnout"):
            predicate = replace(predicate, statuses=expand("attended"))
        bare = not counted.text and not counted.counted_class
        known = frozenset(status for status in predicate.statuses if status in STATUSES)
        if counted.counted_class == "case" and known <= HARM:
            return counted, replace(predicate, statuses=expand("infected"))  # "killed 120, with 5,400 cases"
        if known and known <= HARM and counted.counted_class and not self._can_be(counted.counted_class, known):
            counted = Counted()  # "those killed in last month's attack": persons, not attacks
        predicate = self._caught(counted, predicate)
        filled = self.context.fill(counted, predicate.statuses, self.first)
        if bare and self.number.increment and not known and not filled.counted_class:
            filled, statuses = self.context.repeat(self.line.sentence.paragraph, self.first)
            light = predicate.verb is None or lemma_of(predicate.verb) in self.language.light_verbs
            predicate = replace(predicate, statuses=statuses if light else predicate.statuses)  # "expects dozens more"
        elif bare and not known and self._has_own_clause():
            pass
        elif bare and (not predicate.statuses or (not known and self._restates())):
            filled, statuses = self.context.repeat(self.line.sentence.paragraph, self.first)
            predicate = replace(predicate, statuses=statuses or self._asked())
            if not filled.counted_class and predicate.statuses and predicate.statuses <= HARM:
                filled = replace(filled, counted_class="person")
        elif bare and not known and not filled.counted_class:  # "900 were evacuated; a further 1,100 refused"
            filled = self.context.repeat(self.line.sentence.paragraph, self.first)[0]
        elif not predicate.statuses and is_a(filled.counted_class, _LIVING):
            statuses = self.language.status_nouns.get(filled.lemma.lower(), frozenset()) & HARM
            statuses = statuses or self.context.harm_of(self.first)
            if not statuses and filled.counted_class == "person" and not filled.restrictors:
                statuses = self.context.repeat(self.line.sentence.paragraph, self.first)[1]
            predicate = replace(predicate, statuses=statuses, inherited=bool(statuses))
        elif known and known <= HARM and not filled.counted_class:
            filled = replace(filled, counted_class="person")  # "22 arrests"
        elif not predicate.statuses and self.number.moved == "to" and len(self.context.told) > self.first:
            predicate = replace(predicate, statuses=self.context.told[-1][2])  # "goes up from 22,000 to 27,000"
        filled = self.context.grouped(filled, predicate.statuses)
        return filled, self._job_change(filled, predicate)

    def _has_own_clause(self) -> bool:
        """ "249 are still being looked for", "1,276 whom nobody can place": something else than the number before."""
        if self.node is None:
            return False
        head = self.node.head
        if any(child.dep_ == "relcl" for child in head.children):
            return True
        return head.dep_ == "nsubjpass" and head.head.pos_ == "VERB"

    def _is_taken_up(self) -> bool:
        """ "The six were carried home": those that were told of before."""
        definite = self.around.before.endswith(("the ", "these ", "those ", "all "))
        clauses = [child for token in self.node.tokens for child in token.children] if self.node is not None else []
        return definite and not any(child.dep_ in ("relcl", "acl") for child in clauses)

    def _can_be(self, counted_class: str, known: frozenset[str]) -> bool:
        """Persons can be hurt; homes evacuated, tanks captured, cars buried."""
        return is_a(counted_class, _LIVING) or (is_a(counted_class, _OBJECTS) and not known & BODILY)

    def _caught(self, counted: Counted, predicate: Predicate) -> Predicate:
        """People whom a landslide buries are under it, not in a grave."""
        interred = predicate.statuses == expand("buried") and counted.counted_class not in ("body", "victim")
        if not interred or self.language.graves & set(_WORDS.findall(self.around.sentence)):
            return predicate
        slid = any(word in self.context.folded for word in self.language.burying)
        return replace(predicate, statuses=expand("trapped")) if slid else predicate

    def _asked(self) -> frozenset[str]:
        """ "How many downed tools is disputed. 9,000, the airline reckons": what the sentence before speaks of."""
        previous = self.line.previous.lower()
        if "how many" not in previous and "number of" not in previous:
            return frozenset()
        phrases = self.language.status_phrases.items()
        return next((frozenset({status}) for phrase, status in phrases if phrase in previous), frozenset())

    def _restates(self) -> bool:
        """ "stays with its 670", "the 52 named on Wednesday", "an estimate of 1,400": told before, not counted anew."""
        if self.node is None:
            return False
        first = self.node.tokens[0]
        definite = first.i > 0 and first.nbor(-1).lower_ in _DEFINITE
        own = {token.i for token in self.node.tokens}
        top = next((token for token in self.node.tokens if token.head.i not in own), first)  # of "close to 900"
        above = next(iter(governors(self.node)), None)
        return definite or (top.dep_ == "pobj" and top.head.i < top.i) or above is None or self._hangs_on_carrier()

    def _hangs_on_carrier(self) -> bool:
        """ "an estimate of 1,400", "the tally opened at 1,400"."""
        for link in list(governors(self.node))[:3] if self.node is not None else ():
            words = [
                link.word,
                *(child for child in link.word.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")),
            ]
            if any(word.pos_ == "NOUN" and lemma_of(word) in self.language.carriers for word in words):
                return True
        return False

    def _share_of_votes(self, counted: Counted, predicate: Predicate) -> Predicate:
        """ "51% for Maduro" in an article on an election, where no other status is said."""
        known = {status for status in predicate.statuses if status in STATUSES}
        if self.context.election and _COUNTED_IN.match(self.around.after):
            return replace(predicate, statuses=expand("counted"))
        if known - {"lost"} or not self.context.election:
            return predicate
        if counted.counted_class == "vote" or (
            self.node is not None and subjects_of(self.node, "share", self.language)
        ):
            return replace(predicate, statuses=expand("voted for"))
        return predicate

    def _referred(self, counted: Counted) -> Counted:
        """ "attacks on shops, two of which burned": the noun that the relative clause is about."""
        if not counted.pronoun or self.node is None:
            return counted
        for link in list(governors(self.node))[:3]:
            if link.word.dep_ == "relcl" and link.word.head.pos_ in ("NOUN", "PROPN"):
                if link.word.head.i in self.others:
                    return counted  # counted itself: told before with all that is known of it
                return counted_of(replace(self.node, noun=link.word.head), self.language)
        return counted

    def _carried(self, counted: Counted) -> Counted:
        """What stands above an ellipsis: "a count of 87 deaths", "casualties at around 1,100", "payrolls rose by"."""
        if counted.counted_class or self.node is None or self.number.dimension not in ("count",):
            return counted
        if counted.text and counted.lemma not in self.language.carriers:
            return counted
        if self.node.noun is not None:
            for token in _of(self.node.noun):  # "100,000: the number of people"
                found = counted_of(replace(self.node, noun=token), self.language)
                if found.counted_class:
                    return found
        for link in list(governors(self.node))[:3]:
            later = link.word.pos_ in ("VERB", "AUX") and len(self.context.told) > self.first and not counted.text
            # the figure before in the same sentence knows better, unless the verb has a count of its own as its subject
            for token in self._number_of(link.word) if later else self._near(link.word):
                found = counted_of(replace(self.node, noun=token), self.language)
                if found.counted_class == "household" and self._is_described():
                    return counted  # "families of 140 missing"
                if found.counted_class and found.counted_class not in _ACTORS:
                    return found
            if later or link.word.dep_ in ("ccomp", "relcl", "advcl"):
                break
        return counted

    def _is_described(self) -> bool:
        """A status right behind the number: "140 missing"."""
        word = next(iter(_WORDS.findall(self.around.after[:20])), "")
        return bool(self.language.status_adjectives.get(word, frozenset()) & HARM)

    def _number_of(self, verb: Token) -> Iterator[Token]:
        """ "the number of positions goes up to": the positions."""
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and lemma_of(child) in self.language.carriers:
                yield from _of(child)

    def _near(self, word: Token) -> Iterator[Token]:
        """The noun passed on the way up, what it is of, and the subject and object of a verb."""
        if word.pos_ in ("NOUN", "PROPN"):
            yield word
        if word.dep_ == "relcl" and self.node is not None and self.node.top.dep_ in ("pobj", "attr", "dobj"):
            yield word.head  # "the refugees, whom the agency counts at 46,000"
        is_object = self.node is not None and self.node.head.dep_ == "dobj" and self.node.head.head.i == word.i
        active = is_object or any(child.dep_ == "dobj" for child in word.children)
        for child in word.children:
            if child.i in self.others or child.i == (self.node.head.i if self.node else -1):
                continue
            if child.dep_ == "prep" and child.lower_ in ("of", "in", "for") and word.pos_ == "NOUN":
                yield from (t for t in child.children if t.dep_ == "pobj" and t.pos_ == "NOUN")
            if child.pos_ not in ("NOUN", "PROPN"):
                continue
            if child.dep_ == "nsubj" and lemma_of(word) in SAYING:
                continue  # "residents spoke of at least 70"
            carrier = lemma_of(child) in self.language.carriers
            loss = lemma_of(child) in self.language.status_nouns  # "casualties reached 4,000": whose, is told before
            counts = carrier or (is_object and lemma_of(word) in _REACHING and not loss)
            if child.dep_ in ("nsubjpass", "dobj") or (child.dep_ == "nsubj" and (counts or not active)):
                yield child
                yield from _of(child)

    def _label(self) -> Token | None:
        """The counted noun of a line without a verb: "Completely destroyed housing: 146", "IDPs total 122 387"."""
        if not self.around.sentence.startswith(self.around.before):
            return None
        alone = not self.around.after.strip(" .") or self.around.after.lstrip()[:1] in "(,;"
        if self.node is None or self.node.noun is not None or not alone or not _LABEL.fullmatch(self.around.before):
            return None
        first = self.node.tokens[0].i
        label = list(self.node.top.doc[max(0, first - 8) : first])
        if any(token.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for token in label):
            return None
        return next((token for token in reversed(label) if class_of(token, self.language)), None)

    def _labelled(self) -> frozenset[str]:
        """The statuses that the words of a label name: "Evacuation total people: 3,614"."""
        found: frozenset[str] = frozenset()
        for word in _WORDS.findall(self.around.before):
            found |= self.language.status_nouns.get(word, frozenset())
            found |= self.language.status_adjectives.get(word, frozenset())
        return found

    def _job_change(self, counted: Counted, predicate: Predicate) -> Predicate:
        """ "payrolls grew by 74,000" are jobs added, "fell by" jobs cut."""
        if counted.counted_class != "job" or predicate.statuses - {"employed"}:
            return predicate
        verb = lemma_of(predicate.verb) if predicate.verb is not None else ""
        if verb in ("rise", "grow", "increase", "climb", "expand", "jump", "come"):
            return replace(predicate, statuses=expand("added"))
        if verb in ("fall", "drop", "shrink", "decline", "decrease"):
            return replace(predicate, statuses=expand("cut"))
        return predicate

    def _unparsed(self) -> tuple[Counted, Predicate]:
        """Without a tree: by case and clause in an inflected language, else the nearest known noun behind the number
        and the status words of its stretch."""
        if self.language.inflection:
            return self._by_case()
        words = [word.lower() for word in _WORDS.findall(self.around.after)][:4]
        counted = Counted(" ".join(words[:1]), words[0] if words else "", nearest_class(words, self.language))
        statuses: frozenset[str] = frozenset()
        for word in _WORDS.findall(f"{self.around.before[-40:]} {self.around.after[:60]}"):
            statuses |= self.language.status_adjectives.get(word, frozenset())
        return counted, Predicate("", statuses)

    def _by_case(self) -> tuple[Counted, Predicate]:
        window = window_of(self.line, self.language)
        index = self.line.numbers.index(self.number)
        counted = window.counted(index)
        if self.number.dimension == "money":
            counted = replace(counted, counted_class="money")
        elif self.number.dimension == "share" and not counted.text and index:
            counted = window.counted(index - 1)
        votes = self.number.dimension == "share" and self.context.election and not counted.counted_class
        predicate = window.predicate(index, replace(counted, counted_class="vote") if votes else counted)
        if window.is_total(index):
            return counted if counted.text or not index else window.counted(index - 1), predicate
        if self.number.dimension == "count":
            multiple = self.around.after.lstrip().startswith("times ")
            return (Counted(), predicate) if multiple else self._completed(counted, predicate)
        return counted, predicate

    def counts(self, counted: Counted, predicate: Predicate) -> bool:
        number = self.number
        if number.value.low is None and number.value.high is None:
            return False
        if number.dimension == "duration":
            return predicate.verb is not None and lemma_of(predicate.verb) in _DURATION_VERBS
        if number.kind is Kind.NOTHING:
            return bool(predicate.statuses & HARM)
        if self.language.inflection and number.kind is Kind.WORDS and number.plain and number.value.low == 1:
            return counted.counted_class in CLASSES and bool(predicate.statuses & HARM)
        word = number.surface.lower()
        if word == "one":
            noun = self.node.noun if self.node is not None and self.node.top.dep_ == "nummod" else None
            living = noun is not None and is_a(class_of(noun, self.language) or "thing", _LIVING)
            return living and counted.counted_class in CLASSES and bool(predicate.statuses & HARM)
        small = number.kind is Kind.WORDS and number.plain and self.node is not None and self.node.noun is None
        if small and number.dimension == "count":  # "the two", "all three"
            return bool(predicate.statuses & HARM) and not self._is_taken_up()
        if number.dimension == "count" and number.plain and not counted.text and not counted.counted_class:
            return number.value.point >= 20 or bool(predicate.statuses & HARM)
        return number.kind is Kind.RATIO or not self.around.after.startswith(" times")


def _of(noun: Token) -> Iterator[Token]:
    """The nouns behind an "of": "the number of people"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (token for token in child.children if token.dep_ == "pobj" and token.pos_ in ("NOUN", "PROPN"))
