"""What a cue verb says: its clause, its object, the words around a parenthesis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractors.grammar import BREAKS, FINITE, children, is_mark, is_time_or_occasion, subtree
from extractors.languages.en_cues import CUE_CLASS, FIGURE_VERBS, LEMMA_OF, LEVELS, LIGHT_VERBS, SPEAK_OF
from extractors.languages.en_speakers import DOCUMENTS
from extractors.languages.language import words
from extractors.sentences import dummy_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEVEL_VERBS = words(
    """
    put place peg estimate give raise lower cut revise reckon assess arrive correct adjust update amend restate bump
    push bring trim slash
    """
)


SHOWN = frozenset(["show", "indicate", "suggest", "find", "reveal"])


_SIZES = words("over under around about between nearly beyond near past")


def content_of(
    verb: Token, lemma: str, passive: bool, source: tuple[int, ...], segments: Sequence[int]
) -> tuple[set[int], bool]:
    """The words said, and whether they form a clause."""
    content: set[int] = set()
    clause = False
    for child in verb.children:
        if child.dep_ == "ccomp" or (child.dep_ in ("parataxis", "dep") and child.pos_ in ("VERB", "AUX")):
            if set(source) & subtree(child) and child.i < verb.i and not source:
                continue
            part = subtree(child)
            if segments[child.i] < segments[verb.i]:
                continue
            content |= part
            clause = True
        elif child.dep_ == "dobj" and CUE_CLASS[lemma] == "ask" and children(verb, "xcomp", "ccomp"):
            content |= subtree(child)
        elif child.dep_ == "xcomp" and not (passive and lemma in FIGURE_VERBS and child.pos_ not in ("VERB", "AUX")):
            content |= subtree(child)
            clause = clause or child.pos_ in ("VERB", "AUX")
        elif child.dep_ in ("dobj", "oprd", "attr") and child.lower_ in ("that", "which", "whom"):
            if verb.dep_ == "relcl" and lemma in FIGURE_VERBS:
                content |= subtree(verb.head) - subtree(verb)
        elif child.dep_ in ("dobj", "oprd", "attr") and dummy_of(child) is None and not _is_stated(verb, lemma, child):
            continue
        elif child.dep_ in ("dobj", "oprd", "attr") and (
            lemma in FIGURE_VERBS or dummy_of(child) is not None or (lemma in SHOWN and by_document(verb))
        ):
            content |= subtree(child)
            clause = clause or dummy_of(child) is not None
        elif (child.dep_ == "prep" and _is_content_prep(child, lemma)) or (
            child.dep_ == "nsubjpass" and passive and lemma in FIGURE_VERBS and child.lower_ not in ("it", "that")
        ):
            content |= subtree(child)
        elif child.dep_ == "advcl" and dummy_of(child) is not None:
            content |= subtree(child)
            clause = True
    for child in verb.children:  # "said A and that B": the second clause hangs from the verb
        if child.dep_ == "conj" and clause and any(mark.lower_ == "that" for mark in children(child, "mark")):
            content |= subtree(child)
    if not content:
        content, clause = _content_around(verb, lemma)
    if not content and not passive:
        content, clause = _that_clause(verb, segments)
    content -= _contrasts(verb)
    content -= set(source)
    content = {number for number in content if segments[number] >= segments[verb.i] or dummy_of(verb.doc[number])}
    if clause and content and min(content) < verb.i and not any(number > verb.i for number in content):
        content |= before_cue(verb, source, segments)
    return content - _adjuncts(verb) - {verb.i}, clause


def by_document(verb: Token) -> bool:
    return any(subject.lemma_.lower() in DOCUMENTS for subject in children(verb, "nsubj"))


def _that_clause(verb: Token, segments: Sequence[int]) -> tuple[set[int], bool]:
    """ "AP reported on Monday, citing officials, that ...": found from the surface when the tree lost it."""
    doc = verb.doc
    for that in doc[verb.i + 1 : verb.i + 25]:
        if segments[that.i] != segments[verb.i]:
            break
        if that.lower_ == "that" and that.dep_ == "mark" and that.i < that.head.i:
            return {n for n in range(that.i, len(doc)) if segments[n] == segments[verb.i]}, True
        if that.tag_ in FINITE:
            break
    return set(), False


def _contrasts(verb: Token) -> set[int]:
    """ ", while the Red Cross counted 99" behind a clause tells what somebody else says."""
    parts: set[int] = set()
    for clause in verb.children:
        if clause.dep_ != "ccomp":
            continue
        marks = [mark.i for mark in children(clause, "mark") if mark.lower_ == "that"]
        if marks and marks[0] > verb.i:  # "reported, citing officials, that ..."
            parts |= {number for number in subtree(clause) if verb.i < number < marks[0]}
        for below in clause.subtree:
            if below.lower_ == "according" and below.i > clause.i and below.nbor(-1).text == ",":
                rest = max(subtree(below)) + 1
                if all(is_mark(token) for token in verb.doc[rest:]):
                    parts |= subtree(below)
        for child in clause.children:
            if _is_second_cue(verb, clause, child):
                parts |= subtree(child)
            words = {mark.lower_ for mark in children(child, "mark")}
            if child.dep_ == "advcl" and child.i > clause.i and child.lower_ in LEMMA_OF and BREAKS & words:
                parts |= subtree(child)
    return parts


def _is_second_cue(verb: Token, clause: Token, child: Token) -> bool:
    """ "said he would go and warned of war": the second cue hangs from the clause of the first, by its tense."""
    if child.dep_ != "conj" or child.lower_ not in LEMMA_OF or child.tag_ != verb.tag_ or verb.tag_ not in FINITE:
        return False
    modal = any(helper.tag_ in ("MD", "VBD", "VBZ", "VBP") for helper in children(clause, "aux"))
    return (modal or clause.tag_ != child.tag_) and not children(child, "nsubj")


def _is_stated(verb: Token, lemma: str, item: Token) -> bool:
    """Whether a light verb's object is a number it states: "gave attendance as", "put the turnout at"."""
    if lemma not in LIGHT_VERBS:
        return True
    level = item.lemma_.lower() in LEVELS or item.lower_ in LEVELS
    if lemma in ("put", "place"):
        return any(prep.lower_ in ("at", "between", "as") for prep in (*verb.children, *item.children))
    return level


def _is_content_prep(prep: Token, lemma: str) -> bool:
    if lemma in SPEAK_OF:
        return prep.lower_ in ("of", "about")
    if lemma in FIGURE_VERBS and prep.lower_ in _SIZES and any(token.like_num for token in prep.subtree):
        return True
    if lemma in _LEVEL_VERBS:
        return prep.lower_ in ("at", "as", "to", "from", "between", "by", "down")
    if lemma == "accuse":
        return prep.lower_ == "of"
    return lemma == "warn" and prep.lower_ in ("of", "about", "against")


def _content_around(verb: Token, lemma: str) -> tuple[set[int], bool]:
    """Content that is not below the verb: the clause a parenthesis interrupts, the noun of a relative clause."""
    head = verb.head
    as_clause = verb.dep_ == "advcl" and any(mark.lower_ == "as" for mark in children(verb, "mark"))
    aside = verb.dep_ == "parataxis" and _is_parenthesis(verb)
    if head.i != verb.i and head.pos_ in ("VERB", "AUX") and (as_clause or aside):
        return subtree(head) - subtree(verb), True
    if verb.dep_ == "relcl" and lemma in FIGURE_VERBS:
        subjects = children(verb, "nsubj", "nsubjpass")
        if subjects and subjects[0].lower_ not in ("who", "which", "that"):
            return subtree(head) - subtree(verb), False
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and children(verb, "agent"):
        return subtree(head) - subtree(verb), False
    return set(), False


def _is_parenthesis(verb: Token) -> bool:
    """ ", he said,": a subject of its own between commas or at the end."""
    part = sorted(subtree(verb))
    doc = verb.doc
    before = part[0] == 0 or doc[part[0] - 1].is_punct or doc[part[0]].is_punct
    after = part[-1] + 1 >= len(doc) or doc[part[-1] + 1].is_punct or doc[part[-1]].is_punct
    return before and after and bool(children(verb, "nsubj")) and is_saying(verb)


def is_saying(verb: Token) -> bool:
    return CUE_CLASS.get(LEMMA_OF.get(verb.lower_, ""), "") in ("say", "claim", "announce", "estimate")


def before_cue(verb: Token, source: tuple[int, ...], segments: Sequence[int]) -> set[int]:
    """A cue behind its clause answers for everything before it in the same part of the sentence."""
    end = min([verb.i, *source])
    doc = verb.doc
    taken: set[int] = set()
    for number in range(end - 1, -1, -1):
        if segments[number] != segments[verb.i]:
            break
        taken.add(number)
    while taken and is_mark(doc[max(taken)]):
        taken.discard(max(taken))
    return taken


def _adjuncts(verb: Token) -> set[int]:
    """Time, place and addressee of the saying: no part of what is said."""
    parts: set[int] = set()
    for child in verb.children:
        if (
            child.dep_ in ("npadvmod", "dative", "aux", "auxpass", "neg", "prt", "agent")
            or (child.dep_ == "prep" and is_time_or_occasion(child))
            or (child.dep_ == "advmod" and child.i < verb.i)
        ):
            parts |= subtree(child)
    return parts


def adverbial(verb: Token) -> set[int]:
    """Participles and "with" phrases that go on telling what is said: "giving a count of 5,087"."""
    parts: set[int] = set()
    for child in verb.children:
        if (child.dep_ == "advcl" and not children(child, "mark", "nsubj") and child.tag_ == "VBG") or (
            child.dep_ == "prep" and child.lower_ == "with"
        ):
            parts |= subtree(child)
    return parts
