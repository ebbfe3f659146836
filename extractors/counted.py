"""What a number counts: noun phrase, class, what narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.languages.language import Language, words
from extractors.tree import Node, below, partitive_of
from news.measures import class_chain

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOB_NOUNS = words(
    """
    loss cut gain reduction addition opening vacancy creation growth elimination shedding
    """
)
_PRONOUNS = words("them those these they it which whom others ones that")
_UNSAID = words(
    """
    the a an its their his her our these those this that some roughly about around nearly all
    """
)
MORE = frozenset(["more", "less", "fewer", "others", "other", "further", "strong"])
_AMOUNTS = frozenset({"area", "length", "mass", "volume", "energy"})
_LEFT = frozenset({"amod", "compound", "nmod", "poss", "det", "punct", "advmod", "case", "nummod"})


@dataclass(frozen=True, slots=True)
class Counted:
    """``text``: the noun phrase without the number; ``pronoun``: stands for things counted before ("of them")."""

    text: str = ""
    lemma: str = ""
    counted_class: str = ""
    restrictors: tuple[str, ...] = ()
    pronoun: bool = False


def lemma_of(token: Token) -> str:
    """Lower-case lemma; for names the word itself ("Palestinians" -> "palestinian")."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma == token.lower_ and lemma.endswith("s") and len(lemma) > 4:
        return lemma[:-1]
    return lemma


def class_of(token: Token, language: Language) -> str:
    """The class of a noun, by its last two words, its lemma or its form; "" when the tables know none."""
    lemma = lemma_of(token)
    before = token.nbor(-1) if token.i > 0 else None
    pair = f"{before.lower_} {lemma}" if before is not None else ""
    if pair in language.classes:
        return language.classes[pair]
    compounds = [lemma_of(child) for child in token.children if child.dep_ in ("compound", "amod", "nmod")]
    if lemma in _JOB_NOUNS and ("job" in compounds or "payroll" in compounds):
        return "job"
    for word in (lemma, token.lower_):
        if word in language.classes:
            return language.classes[word]
    if nationality_of(token, language):
        return "person"
    return ""


def nationality_of(token: Token, language: Language) -> str:
    """ "north korean" for a token of "North Koreans"; "" when the word is no nationality."""
    word = token.lower_
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    for form in (word, word.removesuffix("s")):
        if f"{before} {form}" in language.nationalities:
            return f"{before} {form}"
        if form in language.nationalities:
            return form
    return ""


def counted_of(node: Node, language: Language) -> Counted:
    """The counted noun as the parse shows it; empty for an ellipsis ("killed 50")."""
    noun = node.noun
    if noun is None and node.number.dimension in _AMOUNTS:
        noun = partitive_of(node.top)  # "240 square kilometres of farmland"
    if (
        noun is None
        or noun.lower_ in MORE
        or noun.lower_ in language.percent_words
        or (noun.lower_ in language.status_adjectives and not class_of(noun, language))
    ):
        return Counted()
    if node.number.strong:
        group = next((t for t in noun.doc[noun.i : noun.i + 8] if t.pos_ == "NOUN" and t.lower_ != "strong"), noun)
        return Counted(group.text, lemma_of(group), "person")
    if noun.lower_ in _PRONOUNS or noun.pos_ == "PRON" or (noun.pos_ == "DET"):
        return Counted(pronoun=True)
    inside = {token.i for token in node.tokens}
    left = [child for child in noun.lefts if child.dep_ in _LEFT and child.i not in inside]
    words = sorted({t.i: t for child in left for t in below(child, frozenset(inside), 12)}.values(), key=lambda t: t.i)
    words = [t for t in words if t.i not in inside and t.lower_ not in _UNSAID and t.pos_ not in ("NUM", "SYM")]
    text = " ".join(t.text for t in (*words, noun) if not t.is_punct or t.text == "-").replace(" - ", "-")
    second = _beside(noun, language)
    return Counted(
        f"{text} {second}" if second else text,
        lemma_of(noun),
        class_of(noun, language),
        restrictors_of(noun, node, language),
    )


def _beside(noun: Token, language: Language) -> str:
    """ "200 soldiers and guerrillas": the second of two plurals that are counted together, with its "and"."""
    second = next((child for child in noun.rights if child.dep_ == "conj" and child.tag_ == "NNS"), None)
    if noun.tag_ != "NNS" or second is None or any(True for _ in second.children):
        return ""
    joint = [token.lower_ for token in noun.doc[noun.i + 1 : second.i]]
    chain, other = class_chain(class_of(noun, language)), class_chain(class_of(second, language))
    alike = not chain or not other or chain[-1] == other[-1]
    return f"{joint[0]} {second.text}" if alike and joint in (["and"], ["or"]) else ""


def restrictors_of(noun: Token, node: Node, language: Language) -> tuple[str, ...]:
    """What narrows the noun: nationalities and the language's narrowing adjectives, canonical, in order."""
    found: list[str] = []
    own = nationality_of(noun, language)
    if own:
        found.append(own)
    inside = {token.i for token in node.tokens}
    tokens: list[Token] = []
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "poss"):
            tokens.extend(t for t in below(child, frozenset(inside), 8))
    for child in noun.rights:  # "members of Israel's security forces"
        if child.dep_ == "prep" and child.lower_ == "of" and lemma_of(noun) in ("member", "officer", "employee"):
            tokens.extend(below(child, frozenset(inside), 8))
    for token in sorted(tokens, key=lambda t: t.i):
        word = nationality_of(token, language) or (
            _joined(token) if _joined(token) in language.restrictors else token.lower_
        )
        if word in language.restrictors or word in language.nationalities:
            found.append(language.restrictor_synonyms.get(word, word))
    first = noun.head
    if not found and noun.dep_ == "conj" and first.i < noun.i and first.pos_ == "NOUN":
        found = [word for word in (nationality_of(child, language) for child in first.lefts) if word]
    return tuple(dict.fromkeys(found))  # "an Indian colonel and two soldiers"


def _joined(token: Token) -> str:
    """A hyphenated word that the tokenizer took apart: "white-collar"."""
    doc, i = token.doc, token.i
    if i >= 2 and doc[i - 1].text == "-":
        return f"{doc[i - 2].lower_}-{token.lower_}"
    if i + 2 < len(doc) and doc[i + 1].text == "-":
        return f"{token.lower_}-{doc[i + 2].lower_}"
    return token.lower_


def is_a(counted_class: str, classes: frozenset[str]) -> bool:
    """True when the class or one that contains it is among ``classes``; an empty set admits all."""
    return not classes or any(link in classes for link in class_chain(counted_class))


def nearest_class(words: Sequence[str], language: Language) -> str:
    """Without a parse: the class of the first known noun among the words after a number."""
    for word in words:
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in language.classes:
                return language.classes[form]
    return ""
