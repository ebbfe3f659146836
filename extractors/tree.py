"""Walking a dependency tree around a number: its words, its noun, the verbs that govern it.

Nothing here knows what words mean. Trees are spaCy's; a number is the set of tokens it covers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.numbers import Number
from extractors.sentences import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_CLIMB = 12  # steps towards the root: deeper nesting is no news prose
_NOUNISH = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "VERB"})
_NUMBER_DEPS = frozenset({"nummod", "quantmod", "amod", "compound", "nmod", "det", "advmod", "predet", "poss"})
#: words that open a noun phrase of their own
_OPENERS = frozenset(["last", "this", "next", "each", "every", "that", "the", "a", "an"])
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "pobj", "attr", "oprd", "obj"})
_SUBJECTS = frozenset({"nsubj", "csubj"})


@dataclass(frozen=True, slots=True)
class Node:
    """A number in its tree. ``top``: the token of the number that hangs outside it; ``noun``: the noun it counts."""

    number: Number
    tokens: tuple[Token, ...]
    top: Token
    noun: Token | None

    @property
    def head(self) -> Token:
        """The noun where there is one, else the number itself."""
        return self.noun if self.noun is not None else self.top


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above the number and the part the number plays in it: object | subject | other.

    ``through``: prepositions and nouns passed on the way, nearest first.
    """

    word: Token
    role: str
    through: tuple[Token, ...]


def node_of(parsed: Parsed, number: Number) -> Node | None:
    """The number's place in its tree; None where nothing was parsed."""
    first = parsed.token_at(number.core_start)
    if first is None:
        return None
    tokens = [first]
    for token in first.doc[first.i + 1 :]:
        if parsed.offset(token) >= max(number.core_end, number.unit_end if number.unit else 0):
            break
        tokens.append(token)
    before = first.i - 1
    while before >= 0 and parsed.offset(first.doc[before]) >= number.start:
        tokens.insert(0, first.doc[before])
        before -= 1
    inside = {token.i for token in tokens}
    core = [token for token in tokens if parsed.offset(token) >= number.core_start]
    top = next((token for token in core if token.head.i not in inside), first)
    top = next((token for token in core if token.dep_ == "ROOT"), top)
    return Node(number, tuple(tokens), top, _noun_of(top, tokens, number))


def _noun_of(top: Token, tokens: list[Token], number: Number) -> Token | None:
    last = tokens[-1]
    head = top.head
    if top.dep_ in _NUMBER_DEPS and head.i > last.i and head.pos_ in _NOUNISH and head.i - last.i < 9:
        if any(token.lower_ in _OPENERS for token in top.doc[last.i + 1 : head.i]):
            return None  # "11,000 last autumn"
        described = head.pos_ == "ADJ" and head.dep_ == "amod" and head.head.pos_ == "NOUN" and head.head.i > head.i
        return head.head if described else head  # "300 digital and physical sales"
    if number.unit in ("", "share", "percent") or number.dimension in ("money", "area"):
        partitive = partitive_of(top)
        if partitive is not None:
            return partitive
    if number.unit:
        return None
    following = top.doc[last.i + 1] if last.i + 1 < len(top.doc) else None
    if following is not None and following.pos_ in ("NOUN", "PROPN") and top.dep_ != "nummod":
        return following
    return None


def partitive_of(top: Token) -> Token | None:
    """What an "of" behind the number opens: "dozens of people", "two-thirds of those casualties"."""
    for child in top.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > top.i:
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def is_partitive(node: Node) -> bool:
    """ "31 of the drones", "5% of its staff": the noun stands behind an "of" that hangs on the number."""
    noun = node.noun
    return noun is not None and noun.head.lower_ == "of" and noun.head.head.i == node.top.i


def above(node: Node) -> list[Governor]:
    """The words that say what became of the counted: those above the part for "31 of the drones"; none beyond the part
    for the whole ("41 of the 67 victims": the 41 were identified)."""
    chain = list(governors(replace(node, noun=None) if is_partitive(node) else node))
    inside = bool(chain) and chain[0].word.tag_ == "CD" and [token.lower_ for token in chain[0].through] == ["of"]
    return [] if inside else chain


def governors(node: Node) -> Iterator[Governor]:
    """The words above the number, nearest first, until the root."""
    token, through = node.head, []
    role = ""
    for _ in range(MAX_CLIMB):
        dep, head = token.dep_, token.head
        if head.i == token.i:
            if token.i not in (node.head.i,):
                return
            return
        if dep in _OBJECTS:
            role = "object"
        elif dep in _SUBJECTS:
            role = "subject"
        elif dep in ("acl", "relcl"):
            role = "clause"
        elif dep == "agent":
            role = "agent"
        elif dep == "conj" and token.pos_ in ("NOUN", "NUM", "PROPN"):
            role = role or "conj"
        elif dep in ("prep", "appos", "npadvmod"):
            role = "other"
        if head.pos_ in ("ADP", "SCONJ", "PART") and dep == "pobj":
            through.append(head)
            token = head
            role = "agent" if head.dep_ == "agent" else "other"
            continue
        yield Governor(head, _first_conjunct_role(token, role), tuple(through))
        through.append(head)
        token = head


def _first_conjunct_role(token: Token, role: str) -> str:
    if role != "conj":
        return role
    first = token
    for _ in range(MAX_CLIMB):
        if first.dep_ != "conj":
            break
        first = first.head
    if first.dep_ in _OBJECTS:
        return "object"
    return "subject" if first.dep_ in _SUBJECTS else "other"


def below(token: Token, stop: frozenset[int], limit: int = 40) -> Iterator[Token]:
    """The token and what hangs below it, breadth first, not entering tokens in ``stop``."""
    queue = [token]
    while queue and limit > 0:
        here = queue.pop(0)
        limit -= 1
        yield here
        queue.extend(child for child in here.children if child.i not in stop)


def name_at(token: Token) -> list[Token]:
    """The tokens of a proper name that ends in ``token``: compounds, "of the United Nations" left out."""
    left = [child for child in token.lefts if child.dep_ in ("compound", "nmod", "amod") and child.pos_ == "PROPN"]
    return [*left, token]
