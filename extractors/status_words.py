"""What single words, runs of words and phrases say of the things counted, by the tables of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extractors.counted import is_a, lemma_of
from extractors.languages.language import Language, StatusRule, Topic
from news.measures import STATUS_SETS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_DEED = re.compile(r" (?:to (?:be|have|come)|that)\b")  # "turned out to be", "it came out that"
_NOT_MADE = frozenset({"person", "household", "animal", "vote"})
_HOUSED = frozenset({"person", "household", "animal", "home"})
_OF_PEOPLE = frozenset({"displaced", "homeless", "sheltered", "hospitalised"})
_OF_THINGS = frozenset({"launched", "added", "published"})  # persons are neither launched nor published
INTERRED, CAUGHT = frozenset({"buried"}), frozenset({"trapped"})
_UNKNOWN = frozenset({"person", "building"})  # what a count of a noun without a class may be: somebody or something


def expand(status: str) -> frozenset[str]:
    """A status or the set that it stands for ("losses")."""
    return STATUS_SETS.get(status, frozenset({status}))


def _is_passive(verb: Token) -> bool:
    """ "had to be evacuated", "remained displaced": a participle without "have" is done to its subject."""
    helpers = {child.lemma_.lower() for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBN" and ("be" in helpers or "have" not in helpers)


def _is_partial(verb: Token) -> bool:
    """ "partially destroyed"."""
    return any(child.lower_ in ("partially", "partly") for child in verb.children)


class StatusWords:
    """The tables as they apply to one number. ``dimension``: of the number; ``topic``: what the article is about, if it
    is known to lend general verbs a meaning."""

    def __init__(self, counted_class: str, dimension: str, language: Language, topic: Topic | None) -> None:
        self.counted_class, self.dimension, self.language, self.topic = counted_class, dimension, language, topic

    def of_run(self, tokens: Sequence[Token]) -> tuple[str, frozenset[str]]:
        """Adjectives and participles in a row: "killed and wounded"."""
        words: list[str] = []
        found: frozenset[str] = frozenset()
        for token in tokens:
            if token.lower_ == "alive" and words[-1:] == ["buried"]:
                return "buried alive", CAUGHT
            if token.lower_ in self.language.status_adjectives:
                found |= self.language.status_adjectives[token.lower_]
                words.append(token.lower_)
            elif not (words and token.lower_ in ("and", "or", ",", "/", "nor")):
                break
            else:
                words.append(token.lower_)
        while words and words[-1] in ("and", "or", ",", "/", "nor"):
            words.pop()
        return " ".join(words), found

    def of_nouns(self, tokens: Iterable[Token]) -> tuple[str, frozenset[str]]:
        """The first noun that names a status: "deaths"."""
        for token in tokens:
            lemma = lemma_of(token)
            topical = self.topic.nouns if self.topic is not None else {}
            for word in (lemma, token.lower_):
                if word in topical:
                    return word, topical[word]
                if word in self.language.status_nouns and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB"):
                    if lemma == "toll" and any(
                        child.lower_ not in ("death", "dead") for child in token.lefts if child.dep_ == "compound"
                    ):
                        continue
                    found = self.language.status_nouns[word]
                    if self.dimension == "count" and found & self.language.money_statuses:
                        continue
                    return lemma if lemma in self.language.weak_nouns else word, found
        return "", frozenset()

    def of_phrases(self, stretches: Sequence[str]) -> tuple[str, frozenset[str]]:
        """The first phrase of the table that one of the stretches holds, lower case, and its status."""
        for stretch in stretches:
            for phrase, status in self.language.status_phrases.items():
                at = stretch.find(phrase)
                if at >= 0 and self._can_have(status) and not _NO_DEED.match(stretch, at + len(phrase)):
                    return phrase, frozenset({status})
        return "", frozenset()

    def _can_have(self, status: str) -> bool:
        """Persons are not launched, lorries not displaced; what has no class may be either."""
        if status in _OF_THINGS:
            return not is_a(self.counted_class or "thing", _NOT_MADE)
        return status not in _OF_PEOPLE or not self.counted_class or is_a(self.counted_class, _HOUSED)

    def of(self, token: Token, role: str) -> frozenset[str]:
        """What a verb, participle or adjective says of its subject, object or other, the part the counted plays."""
        if token.dep_ == "nsubjpass" or (role == "subject" and _is_passive(token)):
            role = "object"
        rules = self._rules(token)
        if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and token.tag_[:2] in ("VB", "JJ"):
            for rule in rules:
                if self.fits(rule) and (rule.role in (role, "any") or (role == "other" and rule.role == "object")):
                    return expand("damaged" if rule.status == "destroyed" and _is_partial(token) else rule.status)
            if (
                rules
                and role == "object"
                and token.dep_ in ("acl", "amod")
                and all(rule.role == "subject" for rule in rules)
            ):
                return next((expand(rule.status) for rule in rules if self.fits(rule)), frozenset())
        if token.lower_ in self.language.status_adjectives and not (
            token.pos_ == "VERB" and rules and role == "subject"
        ):
            return self.language.status_adjectives[token.lower_]
        return frozenset()

    def fits(self, rule: StatusRule) -> bool:
        if self.counted_class:
            return is_a(self.counted_class, rule.classes)
        if self.dimension != "count":
            return is_a(self.dimension, rule.classes)
        return not rule.classes or not rule.classes.isdisjoint(_UNKNOWN)

    def _rules(self, token: Token) -> tuple[StatusRule, ...]:
        """By lemma; by the bare form where the lemmatizer errs ("fined" -> "fin"). Those of the topic go first."""
        word = token.lower_
        topical = self.topic.verbs if self.topic is not None else {}
        for form in (lemma_of(token), word.removesuffix("d"), word.removesuffix("ed"), word.removesuffix("ing")):
            if form in topical or form in self.language.status_verbs:
                return (*topical.get(form, ()), *self.language.status_verbs.get(form, ()))
        return ()
