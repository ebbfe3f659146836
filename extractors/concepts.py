"""The nouns that a number speaks of: "core inflation rose 0.3%" speaks of core inflation.

By the tree alone. A number speaks of what it is a part of ("60 percent of its revenue"), of the noun above it and what
that is of ("a 5 percent fee", "a survey of 7 countries"), and of its verb's subject ("Dell"), unless it is the subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from extractors.false_friends import FalseFriend
from extractors.phrases import Phrase, modified_by, noun_before, phrase_of
from extractors.tree import MAX_CLIMB, Node, partitive_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = ("NOUN", "PROPN")
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_PERSONAL = frozenset({"it", "he", "she", "they"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_INHERITING = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "auxpass", "aux", "relcl", "acl"})
#: prepositions by which a number belongs to the object of its verb: "revised its forecast to 5 percent"
_OF_OBJECT = frozenset({"for", "by", "from", "to", "at"})
_BESIDE = frozenset({"up", "down", "off"})
_OPENING, _CLOSING = "([", ")]"


def measured_tokens(nodes: Iterable[Node | None]) -> frozenset[int]:
    """Tokens of numbers with a unit, a scale or a decimal: they are no part of a noun phrase. A plain number may be
    ("the S&P 500"), and so may an age ("women aged 25 to 54")."""
    return frozenset(
        token.i
        for node in nodes
        if node is not None and node.number.friend is not FalseFriend.AGE
        if node.number.unit or not node.number.plain
        for token in node.tokens
    )


def concepts_of(node: Node, taken: frozenset[int]) -> tuple[Phrase, ...]:
    """The noun phrases that a number speaks of, nearest first. ``taken``: tokens of measured numbers, left out."""
    own = frozenset(token.i for token in node.tokens) | _rate(node)
    aside = _aside(node, taken)
    if aside is not None:
        return (noun_before(aside),)
    without = own | taken
    found: list[Phrase] = []
    for noun, path, whole in _nouns(node, without):
        phrase = phrase_of(noun, without | path, whole=whole)
        if phrase:
            found.append(phrase)
            without |= {token.i for token in noun.subtree}
    if not found and node.number.unit:
        found = [phrase for phrase in (phrase_of(noun, without) for noun in _topic(node)) if phrase]
    return tuple(found)


def _aside(node: Node, taken: frozenset[int]) -> Token | None:
    """The noun before a bracket, a colon or ", up" that the number stands behind: "Toronto Exchange (up 58 points)"."""
    doc, at = node.top.doc, node.tokens[0].i - 1
    counted = node.noun is not None and not node.number.unit
    if at > 0 and doc[at].text == ":" and doc[at - 1].pos_ in ("NOUN", "PROPN"):
        return None if counted else doc[at - 1]
    if at > 1 and doc[at].pos_ in ("ADV", "ADP") and doc[at - 1].text == "," and doc[at - 2].pos_ == "PROPN":
        return None if counted or doc[at].lower_ not in _BESIDE else doc[at - 2]
    for mark in range(at, max(at - 30, 0), -1):
        if doc[mark].text in _CLOSING:
            return None
        if doc[mark].text in _OPENING:
            before = doc[mark - 1]
            return before if before.pos_ in ("NOUN", "PROPN") and before.i not in taken else None
    return None


def _rate(node: Node) -> frozenset[int]:
    """The tokens of "a month" behind a number that is per month."""
    last = node.tokens[-1].i
    behind = node.top.doc[last + 1 : last + 4] if node.number.per else ()
    at = next((token.i for token in behind if token.lemma_.lower() == node.number.per), last)
    return frozenset(range(last + 1, at + 1))


def _is_date(token: Token) -> bool:
    """ "on 9 May, 49.52 Hz": what stands behind a date belongs to no month."""
    return token.dep_ == "pobj" and token.pos_ == "PROPN" and any(c.dep_ == "nummod" for c in token.children)


class _Head(NamedTuple):
    """A noun whose phrase counts. ``without``: tokens of the way up; ``whole``: what "and" joins belongs to it."""

    noun: Token
    without: frozenset[int]
    whole: bool


def _nouns(node: Node, own: frozenset[int]) -> Iterator[_Head]:
    """The heads of the phrases: what the number is a part of, the nouns above it, the subject."""
    counted = node.noun is not None and not node.number.unit
    token = modified_by(node) or (node.noun if node.noun is not None and counted else node.top)
    part = _part(node, token)
    if part is not None and not (counted and _hangs_on_noun(token)):
        yield _Head(part, own, True)
    if not counted:
        yield from (_Head(child, own, True) for child in token.lefts if child.dep_ in ("compound", "nmod", "poss"))
    if token.dep_ in ("appos", "conj") and _is_date(token.head):
        return
    if token.dep_ == "appos" and not counted and token.head.i not in own:
        yield _Head(token.head, own | {token.i}, True)
    else:
        yield from _above(node, token, own, int(counted and part is not None))


def _above(node: Node, token: Token, own: frozenset[int], found: int) -> Iterator[_Head]:
    """The noun above and what that is of, then what the first verb says. ``found``: how much is explained already."""
    alone = node.noun is not None and not node.number.unit and modified_by(node) is None
    path, linked = own, True
    for _ in range(MAX_CLIMB):
        above = token.head
        path |= {token.i} if token.i < above.i else {t.i for t in token.subtree}
        if above.i == token.i or token.dep_ in _SUBJECTS:
            return
        if above.pos_ in ("VERB", "AUX") or any(child.dep_ in _SUBJECTS for child in above.children):
            yield from _around_verb(node, above, token, path, found)
            return
        if above.pos_ in _NOUNS and above.i not in own and token.dep_ not in ("conj", "appos"):
            if not linked:
                return
            if not _is_frame(node, token):
                yield from _with_apposed(above, path)
                found += 2 if alone or token.lower_ == "with" else 1
            linked = above.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "conj")
        elif found and above.pos_ == "ADP":
            linked = above.lower_ in ("of", "with") or above.head.pos_ == "VERB"
        token = above


def _with_apposed(noun: Token, path: frozenset[int]) -> Iterator[_Head]:
    """ "Rimas, a 50-year-old man": the man and Rimas."""
    yield _Head(noun, path, False)
    if noun.dep_ == "appos" and noun.head.pos_ in _NOUNS:
        yield _Head(noun.head, path, False)


def _topic(node: Node) -> Iterator[Token]:
    """The subject of the sentence, where a measured number hangs on nothing that says more."""
    root = next((token for token in node.top.doc if token.dep_ == "ROOT"), None)
    if root is not None:
        yield from (c for c in root.lefts if c.dep_ in _SUBJECTS and c.pos_ in ("NOUN", "PROPN") and c.i < node.top.i)


def _hangs_on_noun(token: Token) -> bool:
    """ "the production of 8 million bottles of soap": production, not soap."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ in ("NOUN", "PROPN")


def _is_frame(node: Node, token: Token) -> bool:
    """ "the biggest increase in 18 months": a time around it, not of it."""
    return node.number.dimension == "duration" and token.lower_ in ("in", "over", "within", "during")


def _around_verb(node: Node, verb: Token, token: Token, path: frozenset[int], found: int) -> Iterator[_Head]:
    """The object that a number in a phrase beside it belongs to, and the subject; nobody for a count that opens the
    sentence or that a noun already explains, and for a participle where a noun was found."""
    fronted = (
        not node.number.unit
        and node.noun is not None
        and any(child.dep_ in _SUBJECTS and child.i > token.i for child in verb.children)
    )
    if found > 1 or fronted or (token.dep_ == "attr" and found) or (verb.dep_ in ("acl", "advcl") and found):
        return
    if not found:
        yield from _object(verb, token, path)
    yield from (_Head(subject, path, True) for subject in _subject(verb, token))


def _part(node: Node, token: Token) -> Token | None:
    """What the number is a part or a stretch of: "60 percent of its revenue", "$1 billion in gains"."""
    if node.noun is not None and node.number.unit == "share":
        return node.noun if node.noun.pos_ != "PRON" else None
    part = partitive_of(token)
    if part is None and node.number.unit:
        for child in token.rights:
            whole = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
            if child.dep_ == "prep" and whole is not None:
                sums = node.number.dimension == "money" and child.lower_ == "in" and whole.tag_ == "NNS"
                part = part or (whole if sums or child.lower_ == "off" else None)
    return part if part is not None and part.pos_ != "PRON" else None


def _object(verb: Token, token: Token, path: frozenset[int]) -> Iterator[_Head]:
    """ "revised its growth forecast to 5 percent" speaks of the forecast; "paid $35,538 for a system" of the system
    where nobody is named who paid."""
    if token.dep_ == "prep" and token.lower_ in _OF_OBJECT:
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i not in path), None)
        if thing is not None and thing.pos_ in ("NOUN", "PROPN"):
            yield _Head(thing, path, False)
    elif token.dep_ == "dobj" and not any(True for _ in _subject(verb, token)):
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in ("for", "on", "off") and child.i > token.i:
                yield from (_Head(n, path, False) for n in child.children if n.dep_ == "pobj" and n.pos_ != "PRON")
                return


def _subject(verb: Token, below: Token) -> Iterator[Token]:
    """The subject of a verb or of the one that lends it; the antecedent of a relative pronoun; who said it of a
    pronoun in what is said. Nothing for the subject itself and for other pronouns."""
    if below.dep_ in _SUBJECTS:
        return
    said = False
    for _ in range(MAX_CLIMB):
        subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            of = partitive_of(subject) if subject.pos_ in ("PRON", "DET") else None
            if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
                yield verb.head
                return
            if of is not None or subject.pos_ != "PRON":
                yield of if of is not None else subject
                return
            if subject.lower_ not in _PERSONAL or said:
                return
            if verb.dep_ not in ("ccomp", "advcl", "parataxis"):
                yield from _earlier(verb, subject)
                return
            said = True
        if verb.dep_ == "acl" and not _is_infinitive(verb) and verb.head.pos_ in ("NOUN", "PROPN"):
            yield verb.head
            return
        above = verb.head
        if verb.dep_ == "acl":
            while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
                above = above.head
        if verb.dep_ not in _INHERITING or above.i == verb.i:
            return
        verb = above


def _earlier(verb: Token, pronoun: Token) -> Iterator[Token]:
    """ "Amazon is coming fast: it is reckoned to have 35m": whom the clause before is about."""
    for clause in verb.lefts:
        if clause.dep_ in ("ccomp", "advcl") and clause.i < pronoun.i:
            yield from (c for c in clause.children if c.dep_ in _SUBJECTS and _agrees(c, pronoun))


def _agrees(noun: Token, pronoun: Token) -> bool:
    plural = noun.tag_.endswith("S")
    return noun.pos_ in ("NOUN", "PROPN") and plural == (pronoun.lower_ == "they")


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
