"""What a number's things went through: killed, cut, deployed, voted for. Found by widening circles in the tree.

Circles, nearest first: words right behind the number ("3,000 killed and wounded"), the noun itself ("300 deaths"), the
verb it is subject or object of, what modifies it, phrases of its stretch of text, the governing word with its
complements, that word's other arguments ("put casualties at 1,100"), then one clause further out. The first circle with
a status decides; words that belong to another number are never entered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.counted import lemma_of
from extractors.languages.language import Language, StatusRule, Topic, words
from extractors.status_words import CAUGHT, INTERRED, StatusWords
from extractors.tree import Governor, Node, above, below

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "xcomp", "ccomp", "prt", "advmod"})
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "prep", "pobj", "dative", "agent", "oprd", "acomp", "npadvmod"}
)
_AIMS = frozenset({"for", "against", "over", "about", "before", "without"})  # "applied for redundancy": none yet
#: words between a number and what became of it: "12 are feared dead", "1,000 rendered homeless"
_LEADING = words(
    """
    more others other people persons were was are is been be confirmed reported as left rendered made feared presumed
    believed listed remain remained
    """
)
SAYING = words("say tell warn announce claim add note write report estimate believe think speak")
_BODIES = words("agency ministry office group organisation organization commission committee department fund service")
_DIED = frozenset({"killed", "missing"})
_CARING = words("admit receive treat accept")  # "hospitals admitted 900"
_CARERS = words("hospital clinic doctor medic surgeon physician ward infirmary")
_PATIENTS = StatusRule("hospitalised", "object", frozenset({"person"}))
_MODIFIERS = frozenset({"amod", "acl", "relcl", "compound", "appos", "prep", "pobj", "conj", "nmod"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """``words``: lemma or phrase that decided; ``statuses``: canonical set; ``verb``: the governing verb, if any."""

    words: str = ""
    statuses: frozenset[str] = frozenset()
    verb: Token | None = None
    inherited: bool = False


def _names_body(token: Token) -> bool:
    """The "refugee" of "the UN refugee agency" says nothing of those counted."""
    return token.dep_ in ("compound", "nmod", "amod") and lemma_of(token.head) in _BODIES


class Reader:
    """Reads the predicate of one number. ``others``: token indexes of the other numbers of the sentence; ``stretch``:
    the words behind and before the number, lower case."""

    def __init__(
        self,
        node: Node,
        counted_class: str,
        stretch: tuple[str, str],
        others: frozenset[int],
        language: Language,
        topic: Topic | None = None,
    ) -> None:
        self.node, self.language, self.stretch = node, language, stretch
        self.others = others - {token.i for token in node.tokens}
        self.words = StatusWords(counted_class, node.number.dimension, language, topic)
        self.chain = above(node)

    def read(self) -> Predicate:
        """The predicate; its statuses are the governing verb's lemma where the tables know none."""
        verb = next((link.word for link in self.chain if link.word.pos_ in ("VERB", "AUX")), None)
        weak: tuple[str, frozenset[str]] = ("", frozenset())
        for circle in (
            self._behind,
            self._noun,
            self._main_verb,
            self._modifiers,
            self._said,
            self._governor,
            self._arguments,
            self._outer,
        ):
            words, found = circle()
            if "buried" in found and (found > INTERRED or self._said()[1] == CAUGHT):
                return Predicate(words, CAUGHT, verb)  # "buried by a landslide", "buried alive"
            if found and words not in self.language.weak_nouns:
                return Predicate(words, found, verb)
            if found and not weak[1]:
                weak = (words, found)
        if weak[1]:
            return Predicate(weak[0], weak[1], verb)
        return self._open(verb)

    # ------------------------------------------------------------------------------------------------ circles
    def _behind(self) -> tuple[str, frozenset[str]]:
        """ "3,000 killed and wounded", "150 dead", "56 injured": participles and adjectives right behind the number."""
        doc, at = self.node.top.doc, self.node.tokens[-1].i + 1
        noun = self.node.noun
        if noun is not None and noun.i >= at and noun.lower_ not in self.language.status_adjectives:
            at = noun.i + 1
            if at < len(doc) and doc[at].text == ",":
                at += 1
            if at < len(doc) and doc[at].tag_ not in ("VBN", "JJ"):
                return "", frozenset()
            if at < len(doc) and doc[at].dep_ == "acl":
                return self._described(at)
        while at < len(doc) and (doc[at].lower_ in _LEADING or (doc[at].pos_ == "ADV" and doc[at].tag_ != "WRB")):
            at += 1
        return self.words.of_run(list(doc[at : at + 7]))

    def _described(self, at: int) -> tuple[str, frozenset[str]]:
        """The participle behind a noun, unless a verb says what the sentence is about: "rescued 63 tourists trapped by
        fire", but "lost 200 men killed or wounded" says how they were lost."""
        words, found = self.words.of_run(list(self.node.top.doc[at : at + 7]))
        main = self._main_verb()[1]
        return ("", frozenset()) if main and not found < main else (words, found)

    def _noun(self) -> tuple[str, frozenset[str]]:
        noun = self.node.noun
        return self.words.of_nouns([noun]) if noun is not None else ("", frozenset())

    def _main_verb(self) -> tuple[str, frozenset[str]]:
        """ "rescued 63 tourists trapped by fire": what the sentence is about, before what describes the noun."""
        link = self.chain[0] if self.chain else None
        if link is None or link.word.pos_ != "VERB" or link.role not in ("subject", "object") or link.through:
            return "", frozenset()
        if lemma_of(link.word) in self.language.light_verbs:
            return "", frozenset()
        return self._link(link) if self.words.of(link.word, link.role) else ("", frozenset())

    def _modifiers(self) -> tuple[str, frozenset[str]]:
        noun = self.node.head
        found: frozenset[str] = frozenset()
        words: list[str] = []
        for token in below(noun, self.others, 16):
            if token.i == noun.i or token.dep_ not in _MODIFIERS:
                continue
            base = self.node.number.dimension == "share" and token.dep_ in ("acl", "relcl")
            if base and self.words.of(token, "object") != {"counted"}:
                continue  # "20% of the land that Ukraine took" says what the base is
            role = (
                "object"
                if token.tag_ == "VBN" or (token.tag_ == "VBD" and token.dep_ in ("acl", "amod"))
                else "subject"
            )
            if token.dep_ == "relcl":
                passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children)
                subject = any(child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT") for child in token.children)
                role = "object" if passive or not subject else "subject"
            status = self.words.of(token, role)
            if status:
                found |= status
                words.append(token.lower_)
        return " or ".join(words), found

    def _said(self) -> tuple[str, frozenset[str]]:
        return self.words.of_phrases(self.stretch)

    def _governor(self) -> tuple[str, frozenset[str]]:
        for link in self.chain[:4]:
            if link.word.i in self.others and link.word.pos_ not in ("VERB", "AUX"):
                continue
            words, found = self._link(link)
            if found:
                return words, found
            full = link.word.pos_ in ("VERB", "AUX") and link.word.dep_ not in ("acl", "amod")
            if full and lemma_of(link.word) not in self.language.light_verbs:
                break
        return "", frozenset()

    def _link(self, link: Governor) -> tuple[str, frozenset[str]]:
        word, role = link.word, link.role
        if role == "agent" and self.node.noun is None and any(c.dep_ == "nsubjpass" for c in word.children):
            role = "object"  # "was overstated by 818,000"
        if role == "agent":
            return "", frozenset()
        if role == "clause":
            role = "other"
        if word.pos_ in ("NOUN", "PROPN"):
            words, found = self.words.of_nouns([word])
            if not found and link.through and link.through[-1].lower_ == "of":
                words, found = word.lower_, self.language.agent_nouns.get(lemma_of(word), frozenset())
            if found and words not in self.language.weak_nouns:
                return words, found
            for child in below(word, self.others | {self.node.head.i}, 8):
                if child.dep_ in ("compound", "amod", "pobj", "acl", "nmod", "poss") and child.i != word.i:
                    words, nouns = self.words.of_nouns([child])
                    found = self.words.of(child, "object") or (
                        nouns if words not in self.language.weak_nouns else frozenset()
                    )
                    if found:
                        return child.lower_, found
            return "", frozenset()
        says = any(inner.word.dep_ == "ccomp" and inner.word.head.i == word.i for inner in self.chain)
        found = frozenset() if says else self.words.of(word, role)  # "Organisers claim that ..."
        words_found = [word.lower_] if found else []
        for child in self._complements(word):
            more = self.words.of(child, self._role_in(child, role))
            if more:
                found = more if more < found else found | more  # "shot dead"
                words_found.append(child.lower_)
        return " or ".join(words_found), found

    def _role_in(self, child: Token, role: str) -> str:
        """The role of the thing counted in a complement of its verb: in "are known to have died" a subject, in "is said
        to have been shot" an object."""
        if child.dep_ != "xcomp":
            return "subject" if child.dep_ == "conj" and role == "subject" else role
        passive = any(helper.dep_ == "auxpass" for helper in child.children)
        raised = role == "object" and any(helper.lower_ == "to" for helper in child.children)
        return "object" if passive else "subject" if raised or role == "subject" else role

    def _complements(self, word: Token) -> list[Token]:
        """Complements and coordinated verbs that carry no number of their own."""
        found: list[Token] = []
        queue = [word]
        while queue and len(found) < 12:
            here = queue.pop(0)
            for child in here.children:
                own = any(t.i in self.others for t in below(child, frozenset(), 30))
                fits = child.dep_ in _COMPLEMENTS or (child.dep_ == "conj" and not own)
                fits = fits and not (
                    child.dep_ == "ccomp" and child.i < here.i
                )  # "Union men marched; the count was 40"
                if fits and child.i not in self.others and child.i != self.node.head.i:
                    found.append(child)
                    queue.append(child)
        return found

    def _arguments(self) -> tuple[str, frozenset[str]]:
        stop = self.others | {self.node.head.i}
        for link in self.chain[:3]:
            if link.word.i in self.others and link.word.pos_ not in ("VERB", "AUX"):
                continue
            for child in link.word.children:
                if child.dep_ == "nsubj" and lemma_of(link.word) in SAYING:
                    continue  # "survivors said"
                if child.dep_ in _ARGUMENTS and child.i not in stop and child.lower_ not in _AIMS:
                    tokens = [t for t in below(child, frozenset(stop), 12) if t.dep_ != "relcl" and not _names_body(t)]
                    words, found = self.words.of_nouns(tokens)
                    if not found or words in self.language.weak_nouns:
                        for token in tokens:
                            status = (
                                self.words.of(token, "object") if token.dep_ in ("acl", "amod", "pobj") else frozenset()
                            )
                            if status:
                                words, found = token.lower_, status
                                break
                    if found:
                        return words, found
        return "", frozenset()

    def _outer(self) -> tuple[str, frozenset[str]]:
        for link in self.chain[3:6]:
            if link.word.dep_ in ("ROOT", "ccomp", "advcl", "relcl", "conj"):
                words, found = self.words.of_nouns(t for t in below(link.word, self.others, 20) if not _names_body(t))
                if found:
                    return words, found
        return "", frozenset()

    def _open(self, verb: Token | None) -> Predicate:
        """A known status of a verb beside the governing one ("data tied to a billion accounts was stolen"), else the
        governing verb's own lemma, when it says more than that there is a number."""
        if verb is not None and verb.head.i != verb.i:
            for beside in verb.head.children:
                if beside.i != verb.i and beside.dep_ in ("ccomp", "conj") and beside.tag_ == "VBN":
                    status = self.words.of(beside, "object")
                    if status:
                        return Predicate(beside.lower_, status, verb)
        for link in self.chain[:3]:
            lemma = lemma_of(link.word)
            done = self.words.of(link.word, "subject") if link.role in ("other", "clause") else frozenset()
            if done & _DIED:  # "the number of people who died rose to 125"
                return Predicate(link.word.lower_, done, verb)
            subjects = {lemma_of(child) for child in link.word.children if child.dep_ == "nsubj"}
            if lemma in _CARING and subjects & _CARERS and self.words.fits(_PATIENTS):
                return Predicate(link.word.lower_, frozenset({_PATIENTS.status}), verb)
            if (
                link.word.pos_ == "VERB"
                and lemma not in self.language.light_verbs
                and lemma not in self.language.change_verbs
            ):
                return Predicate(link.word.lower_, frozenset({lemma}), verb)
            if link.word.dep_ == "relcl":
                break  # "the refugees, whom it counts at 46,000, ...": what the outer clause tells is another thing
        return Predicate("", frozenset(), verb)
