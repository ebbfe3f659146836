"""Statements: a cue, who speaks, whom they cite, and which words it covers. Grammar of one parsed sentence.

Read from the dependency tree: subject of a cue verb before or behind it, passive agents, relative and participle
clauses, "according to", "per", "citing", possessives of cue nouns ("the ministry's estimate"), figures put "at".
What a statement covers is a set of token numbers; of two statements over one word the one that covers less is the
inner one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.languages.en_cues import (
    CLAUSE_ONLY,
    CUE_CLASS,
    CUE_NOUNS,
    FIGURE_VERBS,
    LEMMA_OF,
    LEVELS,
    LIGHT_VERBS,
    OCCASIONS,
    OWNED_NOUNS,
    SPEAK_OF,
)
from extractors.languages.en_speakers import DOCUMENTS, MONTHS, WEEKDAYS
from extractors.sentences import Unit, dummy_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEVEL_VERBS = frozenset("put place peg estimate give raise lower cut revise reckon assess arrive".split(" "))
_SHOWN = frozenset("show indicate suggest find reveal".split(" "))
_CITING = frozenset("citing quoting crediting cited quoted".split(" "))
_SIZES = frozenset("over under around about between nearly beyond near past".split(" "))
_TIME_WORDS = (
    WEEKDAYS | MONTHS | {"today", "yesterday", "tomorrow", "week", "month", "year", "morning", "evening", "night"}
)
_COLON = re.compile(r"([A-Z][\w.’'-]*(?:\s(?:of\s|the\s|de\s|al-)?[A-Z][\w.’'-]*){0,4}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying. Numbers are token numbers in ``doc``.

    ``source``: the speaker's mention, () when nobody is named. ``origin``: whom the speaker cites. ``content``: the
    words of a clause or object that are said; ``covers``: content and everything else the cue answers for.
    ``form``: verb | according | noun | colon. ``kind``: class of the cue (``en_cues.CUE_CLASS``).
    """

    doc: Doc
    cue: tuple[int, ...]
    kind: str
    form: str
    source: tuple[int, ...]
    origin: tuple[int, ...]
    content: frozenset[int]
    covers: frozenset[int]
    clause: bool = False  # the content is a clause or a quotation, not a bare object
    negated: bool = False
    passive: bool = False
    verb: int = -1

    @property
    def anchor(self) -> Token:
        """The cue's main word."""
        return self.doc[self.verb if self.verb >= 0 else self.cue[0]]


def find_statements(unit: Unit) -> list[Statement]:
    """All statements of one parsed sentence in the order of their cues; [] when it was not parsed."""
    if unit.doc is None:
        return []
    behind = list(_postposed(unit.doc))
    done = {statement.verb for statement in behind}
    found = [
        *behind,
        *(s for s in _verbs(unit) if s.verb not in done),
        *_according(unit),
        *_nouns(unit),
        *_colons(unit),
    ]
    found = [_with_colon(statement) for statement in found]
    return sorted(found, key=lambda statement: statement.cue[0])


# ------------------------------------------------------------------------------------------------- small grammar
def _mark(token: Token) -> bool:
    """A punctuation mark that no number needs."""
    return token.is_punct and token.text != "%"


def subtree(token: Token) -> set[int]:
    return {below.i for below in token.subtree}


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def noun_phrase(head: Token) -> tuple[int, ...]:
    """A speaker's mention: its subtree without relative clauses, participles, times and trailing marks."""
    keep = subtree(head)
    for below in head.subtree:
        if below.i != head.i and below.dep_ in ("relcl", "acl", "advcl", "ccomp", "parataxis") and below.i > head.i:
            keep -= subtree(below)
        elif below.dep_ in ("npadvmod", "conj") and below.head.i == head.i and below.i > head.i:
            if below.dep_ == "npadvmod" or below.pos_ in ("VERB", "AUX"):
                keep -= subtree(below)
        elif below.dep_ == "prep" and below.i > head.i and _is_time_or_occasion(below):
            keep -= subtree(below)
    numbers = sorted(keep)
    numbers = _contiguous(numbers, head.i, head.doc)
    while numbers and (head.doc[numbers[-1]].is_punct or head.doc[numbers[-1]].dep_ == "cc"):
        numbers.pop()
    while numbers and head.doc[numbers[0]].is_punct:
        numbers.pop(0)
    return tuple(numbers)


def _contiguous(numbers: list[int], head: int, doc: Doc) -> list[int]:
    """The stretch around the head; a gap of more than a relative clause between commas ends it."""
    at = numbers.index(head)
    low = high = at
    while low > 0 and numbers[low - 1] == numbers[low] - 1:
        low -= 1
    while high + 1 < len(numbers) and numbers[high + 1] == numbers[high] + 1:
        high += 1
    return numbers[low : high + 1]


def _is_time_or_occasion(prep: Token) -> bool:
    """ "on Tuesday", "in an interview", "at a briefing": when and where it was said."""
    if prep.lower_ not in (
        "on",
        "in",
        "at",
        "during",
        "after",
        "before",
        "late",
        "early",
        "to",
        "from",
        "via",
        "by",
        "last",
    ):
        return False
    objects = _children(prep, "pobj")
    words = {word.lower_.rstrip(".") for item in objects for word in item.subtree}
    return bool(words & _TIME_WORDS) or any(item.lemma_.lower() in OCCASIONS for item in objects)


def _segments(doc: Doc) -> list[int]:
    """For each token the number of its part between semicolons."""
    numbers: list[int] = []
    part = 0
    for token in doc:
        numbers.append(part)
        part += token.text == ";"
    return numbers


def _negated(verb: Token) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor") for child in verb.children):
        return True
    helpers = {"decline", "refuse", "fail", "unable"}
    return verb.dep_ == "xcomp" and (verb.head.lemma_ in helpers or any(c.dep_ == "neg" for c in verb.head.children))


# -------------------------------------------------------------------------------------------------------- verbs
def _verbs(unit: Unit) -> Iterator[Statement]:
    doc = unit.doc
    assert doc is not None  # noqa: S101  find_statements checked it
    segments = _segments(doc)
    for token in doc:
        lemma = LEMMA_OF.get(token.lower_, "")
        if not lemma or token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") or dummy_of(token) is not None:
            continue
        if token.pos_ not in ("VERB", "AUX") and not _said_like(token):
            mistaken = _mistaken(token, lemma, segments)
            if mistaken is not None:
                yield mistaken
            continue
        statement = _verb(token, lemma, segments)
        if statement is not None:
            yield statement


def _said_like(token: Token) -> bool:
    """Taggers take "reports" or "estimates" for a noun; a subject or a clause under it gives it away."""
    return any(child.dep_ in ("nsubj", "ccomp") for child in token.children) and token.dep_ in ("ROOT", "ccomp", "conj")


def _mistaken(noun: Token, lemma: str, segments: Sequence[int]) -> Statement | None:
    """ "the health ministry reports over 326 deaths", with "reports" tagged as a noun."""
    doc = noun.doc
    if noun.tag_ != "NNS" or lemma not in FIGURE_VERBS or noun.i + 2 >= len(doc):
        return None
    ahead = doc[noun.i + 1 : noun.i + 5]
    if not (
        ahead[0].lower_ == "that"
        or (
            ahead[0].tag_ in ("IN", "CD", "RB", "RBR", "JJR", "JJS", "DT")
            and any(t.like_num or t.tag_ == "CD" for t in ahead)
        )
    ):
        return None
    if ahead[0].lower_ in ("of", "from", "by", "on", "in", "for", "to", "and", "about", "with"):
        return None
    low = noun.i
    while low > 0 and doc[low - 1].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PART") and not doc[low - 1].is_punct:
        low -= 1
    source = tuple(range(low, noun.i))
    if not source or doc[source[-1]].pos_ not in ("NOUN", "PROPN"):
        return None
    content: set[int] = set()
    for number in range(noun.i + 1, len(doc)):
        if segments[number] != segments[noun.i] or doc[number].lower_ in _BREAKS:
            break
        if doc[number].lower_ == "and" and doc[number - 1].text == ",":
            break
        content.add(number)
    part = frozenset(content)
    return Statement(doc, (noun.i,), CUE_CLASS[lemma], "verb", source, (), part, part, False, verb=noun.i)


def _verb(verb: Token, lemma: str, segments: Sequence[int]) -> Statement | None:
    kind = CUE_CLASS[lemma]
    passive = bool(_children(verb, "nsubjpass", "auxpass")) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    if kind == "cite":
        return _cited(verb, passive)
    source = _speaker(verb, passive, lemma)
    content, clause = _content(verb, lemma, passive, source, segments)
    if not content:
        return None
    if lemma in CLAUSE_ONLY and not clause and lemma not in FIGURE_VERBS | _SHOWN:
        return None
    if not source and not (passive and clause) and not clause:
        return None
    origin = _origin(verb)
    covers = (content | _adverbial(verb)) - set(source) - {verb.i}
    if not clause:  # "reported a theft, in 2014, of data on 500 million accounts"
        for prep in _children(verb, "prep"):
            if prep.i > verb.i:
                covers |= subtree(prep)
    cue = _cue(verb)
    return Statement(
        verb.doc, cue, kind, "verb", source, origin, frozenset(content - set(cue)), frozenset(covers), clause,
        _negated(verb), passive, verb.i,
    )  # fmt: skip


def _cue(verb: Token) -> tuple[int, ...]:
    """The printed cue: the verb with its helpers ("has said", "did not say", "pointed out")."""
    parts = {verb.i}
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - verb.i) <= 3:
            parts.add(child.i)
    return tuple(sorted(parts))


def _speaker(verb: Token, passive: bool, lemma: str) -> tuple[int, ...]:
    """Tokens of whoever says it; () when nobody is named."""
    if passive and not _children(verb, "nsubj"):
        for agent in _children(verb, "agent"):
            for item in _children(agent, "pobj"):
                return noun_phrase(item)
        if lemma in ("quote", "tell"):
            return ()
        if any(child.lower_ in ("as",) and child.dep_ == "prep" for child in verb.children):
            for subject in _children(verb, "nsubjpass"):
                return noun_phrase(subject)
        return ()
    current = verb
    for _ in range(4):
        for subject in _children(current, "nsubj"):
            if subject.lower_ in ("who", "which", "that", "what"):
                if current.dep_ == "relcl":
                    return noun_phrase(_antecedent(current))
                continue
            if dummy_of(subject) is None and not any(c.lower_ in _CITING for c in _children(subject, "amod")):
                return _double(current, subject)
        if current.dep_ == "relcl" and current.i == verb.i and verb.tag_ == "VBG":
            return noun_phrase(current.head)
        if current.dep_ == "acl" and current.head.pos_ in ("NOUN", "PROPN", "PRON") and verb.tag_ == "VBG":
            return noun_phrase(current.head)
        if current.dep_ in ("conj", "advcl", "xcomp", "dep", "pcomp", "prep", "parataxis") and (
            current.dep_ != "advcl" or not _children(current, "mark") or current.i == verb.i
        ):
            current = current.head
            if _children(current, "nsubjpass") and not _children(current, "nsubj"):
                subject = _children(current, "nsubjpass")[0]
                return () if subject.lower_ in ("it", "that") else noun_phrase(subject)
            continue
        break
    return ()


def _double(verb: Token, subject: Token) -> tuple[int, ...]:
    """ "Its humanitarian office OCHA": the parser may see two subjects where one mention stands."""
    phrase = set(noun_phrase(subject))
    for other in _children(verb, "nsubj"):
        cites = any(child.lower_ in _CITING for child in _children(other, "amod"))
        if other.i != subject.i and dummy_of(other) is None and not cites:
            more = set(noun_phrase(other))
            if more and phrase and (min(more) == max(phrase) + 1 or max(more) + 1 == min(phrase)):
                phrase |= more
    return tuple(sorted(phrase))


def _antecedent(clause: Token) -> Token:
    head: Token = clause.head
    return head


def _content(
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
        elif child.dep_ == "xcomp" and not (passive and lemma in FIGURE_VERBS and child.pos_ not in ("VERB", "AUX")):
            content |= subtree(child)
            clause = clause or child.pos_ in ("VERB", "AUX")
        elif child.dep_ in ("dobj", "oprd", "attr") and child.lower_ in ("that", "which", "whom"):
            if verb.dep_ == "relcl" and lemma in FIGURE_VERBS:
                content |= subtree(verb.head) - subtree(verb)
        elif child.dep_ in ("dobj", "oprd", "attr") and dummy_of(child) is None and not _is_stated(verb, lemma, child):
            continue
        elif child.dep_ in ("dobj", "oprd", "attr") and (
            lemma in FIGURE_VERBS or dummy_of(child) is not None or (lemma in _SHOWN and _by_document(verb))
        ):
            content |= subtree(child)
            clause = clause or dummy_of(child) is not None
        elif (child.dep_ == "prep" and _is_content_prep(child, lemma)) or (
            child.dep_ == "nsubjpass" and passive and lemma in FIGURE_VERBS
        ):
            content |= subtree(child)
        elif child.dep_ == "advcl" and dummy_of(child) is not None:
            content |= subtree(child)
            clause = True
    for child in verb.children:  # "said A and that B": the second clause hangs from the verb
        if child.dep_ == "conj" and clause and any(mark.lower_ == "that" for mark in _children(child, "mark")):
            content |= subtree(child)
    if not content:
        content, clause = _content_around(verb, lemma)
    if not content and not passive:
        content, clause = _that_clause(verb, segments)
    content -= _contrasts(verb)
    content -= set(source)
    content = {number for number in content if segments[number] >= segments[verb.i] or dummy_of(verb.doc[number])}
    if clause and content and min(content) < verb.i and not any(number > verb.i for number in content):
        content |= _before(verb, source, segments)
    return content - _adjuncts(verb) - {verb.i}, clause


def _by_document(verb: Token) -> bool:
    return any(subject.lemma_.lower() in DOCUMENTS for subject in _children(verb, "nsubj"))


def _that_clause(verb: Token, segments: Sequence[int]) -> tuple[set[int], bool]:
    """ "AP reported on Monday, citing officials, that ...": found from the surface when the tree lost it."""
    doc = verb.doc
    for that in doc[verb.i + 1 : verb.i + 25]:
        if segments[that.i] != segments[verb.i]:
            break
        if that.lower_ == "that" and that.dep_ == "mark" and that.i < that.head.i:
            return {n for n in range(that.i, len(doc)) if segments[n] == segments[verb.i]}, True
        if that.tag_ in _FINITE:
            break
    return set(), False


def _contrasts(verb: Token) -> set[int]:
    """ ", while the Red Cross counted 99" behind a clause tells what somebody else says."""
    parts: set[int] = set()
    for clause in verb.children:
        if clause.dep_ != "ccomp":
            continue
        for child in clause.children:
            marks = [mark.lower_ for mark in _children(child, "mark")]
            if child.dep_ == "advcl" and child.i > clause.i and child.lower_ in LEMMA_OF and _BREAKS & set(marks):
                parts |= subtree(child)
    return parts


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
    as_clause = verb.dep_ == "advcl" and any(mark.lower_ == "as" for mark in _children(verb, "mark"))
    aside = verb.dep_ == "parataxis" and _is_parenthesis(verb)
    if head.i != verb.i and head.pos_ in ("VERB", "AUX") and (as_clause or aside):
        return subtree(head) - subtree(verb), True
    if verb.dep_ == "relcl" and lemma in FIGURE_VERBS:
        subjects = _children(verb, "nsubj", "nsubjpass")
        if subjects and subjects[0].lower_ not in ("who", "which", "that"):
            return subtree(head) - subtree(verb), False
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and _children(verb, "agent"):
        return subtree(head) - subtree(verb), False
    return set(), False


def _is_parenthesis(verb: Token) -> bool:
    """ ", he said,": a subject of its own between commas or at the end."""
    part = sorted(subtree(verb))
    doc = verb.doc
    before = part[0] == 0 or doc[part[0] - 1].is_punct or doc[part[0]].is_punct
    after = part[-1] + 1 >= len(doc) or doc[part[-1] + 1].is_punct or doc[part[-1]].is_punct
    return before and after and bool(_children(verb, "nsubj")) and lemma_is_say(verb)


def lemma_is_say(verb: Token) -> bool:
    return CUE_CLASS.get(LEMMA_OF.get(verb.lower_, ""), "") in ("say", "claim", "announce", "estimate")


def _before(verb: Token, source: tuple[int, ...], segments: Sequence[int]) -> set[int]:
    """A cue behind its clause answers for everything before it in the same part of the sentence."""
    end = min([verb.i, *source])
    doc = verb.doc
    taken: set[int] = set()
    for number in range(end - 1, -1, -1):
        if segments[number] != segments[verb.i]:
            break
        taken.add(number)
    while taken and _mark(doc[max(taken)]):
        taken.discard(max(taken))
    return taken


def _adjuncts(verb: Token) -> set[int]:
    """Time, place and addressee of the saying: no part of what is said."""
    parts: set[int] = set()
    for child in verb.children:
        if (
            child.dep_ in ("npadvmod", "dative", "aux", "auxpass", "neg", "prt", "agent")
            or (child.dep_ == "prep" and _is_time_or_occasion(child))
            or (child.dep_ == "advmod" and child.i < verb.i)
        ):
            parts |= subtree(child)
    return parts


def _adverbial(verb: Token) -> set[int]:
    """Participles and "with" phrases that go on telling what is said: "giving a count of 5,087"."""
    parts: set[int] = set()
    for child in verb.children:
        if (child.dep_ == "advcl" and not _children(child, "mark", "nsubj") and child.tag_ == "VBG") or (
            child.dep_ == "prep" and child.lower_ == "with"
        ):
            parts |= subtree(child)
    return parts


# ---------------------------------------------------------------------------------------- cues behind their clause
def _postposed(doc: Doc) -> Iterator[Statement]:
    """ "S, X said on Monday.", "S, said X, S.": read from the surface, because parsers take X for an apposition."""
    segments = _segments(doc)
    for verb in doc:
        lemma = LEMMA_OF.get(verb.lower_, "")
        if CUE_CLASS.get(lemma, "") not in ("say", "claim", "announce", "estimate") or verb.tag_ in ("VBG", "VB"):
            continue
        if lemma in CLAUSE_ONLY or dummy_of(verb) is not None or verb.i < 2:
            continue
        found = _named_before(verb, segments) or _named_behind(verb, segments)
        if found is None:
            continue
        source, low, high = found
        start = next(n for n, segment in enumerate(segments) if segment == segments[verb.i])
        before = {n for n in range(start, low) if not (_mark(doc[n]) and n >= low - 1)}
        if not any(doc[n].tag_ in _FINITE or dummy_of(doc[n]) is not None for n in before):
            continue
        rest = _rest(doc, high, segments, verb.i)
        content = before | (rest if _goes_on(doc, rest) else set())
        held = {verb.i, *source}
        cue = _cue(verb)
        yield Statement(
            doc, cue, CUE_CLASS[lemma], "verb", source, _origin(verb) or _origin_surface(doc, high), frozenset(content),
            frozenset((before | rest) - held), True, _negated(verb), False, verb.i,
        )  # fmt: skip


_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BREAKS = frozenset(["while", "but", "although", "though", "whereas", "yet", "however"])
_AFTER = frozenset(
    [
        "on",
        "in",
        "at",
        "last",
        "late",
        "early",
        "earlier",
        "yesterday",
        "today",
        "tomorrow",
        "this",
        "to",
        "during",
        "after",
        "before",
        "when",
        "via",
        "by",
        "from",
        "with",
        "again",
        "separately",
        "too",
        "also",
        "recently",
        "later",
        "as",
        "through",
        "reporters",
        "journalists",
        "lawmakers",
        "parliament",
        "him",
        "her",
        "them",
        "me",
        "us",
        ".",
        ",",
        ";",
        ":",
        "-",
        "—",
        "!",
        "?",
    ]
)


def _named_before(verb: Token, segments: Sequence[int]) -> tuple[tuple[int, ...], int, int] | None:
    """ ", X said": the speaker's tokens, where the clause before ends, where the cue ends."""
    doc = verb.doc
    follows = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else "."
    addressee = LEMMA_OF[verb.lower_] in ("tell", "remind", "assure", "inform", "brief")
    if not (follows in _AFTER or (addressee and doc[verb.i + 1].pos_ in ("PROPN", "NOUN", "DET", "PRON"))):
        return None
    if any(child.dep_ == "ccomp" and child.i > verb.i and _starts_clause(child, verb) for child in verb.children):
        return None
    first = verb.i
    while first > 0 and doc[first - 1].dep_ in ("aux", "advmod", "neg") and doc[first - 1].tag_ != "CD":
        first -= 1
    for low in range(first - 1, max(-1, first - 26), -1):
        token = doc[low]
        if segments[low] != segments[verb.i] or (token.tag_ in _FINITE and dummy_of(token) is None and low < first - 1):
            return None
        if token.text in (",", "—", "–") or (dummy_of(token) is not None and token.is_punct):
            phrase = tuple(range(low + 1, first))
            if _is_mention(doc, phrase):
                return phrase, low, _cue_end(verb)
            if phrase and not doc[phrase[-1]].is_punct and len(phrase) > 14:
                return None
    return None


def _starts_clause(clause: Token, verb: Token) -> bool:
    """A real clause behind the cue, not the rest of the one it interrupts."""
    low = min(subtree(clause))
    return low - verb.i <= 2 or any(mark.lower_ == "that" for mark in _children(clause, "mark"))


def _named_behind(verb: Token, segments: Sequence[int]) -> tuple[tuple[int, ...], int, int] | None:
    """ ", said X": the speaker behind the cue."""
    doc = verb.doc
    before = doc[verb.i - 1]
    if not (before.text in (",", "—", "–") or dummy_of(before) is not None):
        return None
    for subject in [*_children(verb, "nsubj", "dobj", "ccomp", "attr", "oprd")]:
        if subject.i > verb.i and subject.pos_ in ("NOUN", "PROPN", "PRON") and min(subtree(subject)) == verb.i + 1:
            phrase = noun_phrase(subject)
            if phrase and not any(doc[n].tag_ in _FINITE for n in phrase):
                return phrase, verb.i - 1, phrase[-1] + 1
    return None


def _is_mention(doc: Doc, phrase: Sequence[int]) -> bool:
    if not phrase or doc[phrase[0]].is_punct or doc[phrase[-1]].tag_ in ("IN", "CC", "DT"):
        return False
    if doc[phrase[0]].tag_ in ("IN", "CC", "WRB", "WDT", "WP", "VBG", "VBN", "TO", "RB"):
        return False
    last = doc[phrase[-1]]
    head_last = last.is_punct or last.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    nouns = [n for n in phrase if doc[n].pos_ in ("NOUN", "PROPN", "PRON")]
    if any(doc[n].tag_ in ("WP", "WDT", "WRB") for n in phrase) and not any(_mark(doc[n]) for n in phrase):
        return False
    return bool(nouns) and head_last


def _cue_end(verb: Token) -> int:
    """The token behind the cue with its time, place and addressee."""
    doc = verb.doc
    end = verb.i + 1
    while end < len(doc) and not doc[end].is_punct:
        end += 1
    return end


def _rest(doc: Doc, start: int, segments: Sequence[int], verb: int) -> set[int]:
    """What comes behind a parenthesis in the same part of the sentence, unless it turns to something else."""
    rest = {n for n in range(start, len(doc)) if segments[n] == segments[verb]}
    words = [n for n in sorted(rest) if not doc[n].is_punct]
    if not words or doc[words[0]].lower_ in _BREAKS:
        return set()
    if doc[words[0]].lower_ in ("and", "or") and any(
        doc[n].tag_ in _FINITE and _children(doc[n], "nsubj", "nsubjpass") for n in words
    ):
        return set()
    return rest


def _goes_on(doc: Doc, rest: set[int]) -> bool:
    """Whether the rest is the interrupted clause going on, not a participle about the saying."""
    words = [doc[n] for n in sorted(rest) if not doc[n].is_punct]
    if not words:
        return False
    if dummy_of(words[0]) is not None:
        return True
    return words[0].tag_ not in ("VBG", "VBN", "IN", "CC", "DT", "RB") and any(w.tag_ in _FINITE for w in words)


def _origin_surface(doc: Doc, start: int, reach: int = 4) -> tuple[int, ...]:
    for number in range(start, min(start + reach, len(doc))):
        if doc[number].lower_ in ("citing", "quoting") and doc[number - 1].text == ",":
            for item in _children(doc[number], "dobj"):
                return noun_phrase(item)
    return ()


def _with_colon(statement: Statement) -> Statement:
    """What follows a colon right behind the content spells it out: "a lower count: 3,000 casualties"."""
    doc = statement.doc
    if not statement.content or statement.form not in ("verb", "noun"):
        return statement
    last = max((*statement.content, *statement.cue))
    colon = next((t.i for t in doc if t.text == ":" and t.i > min(statement.cue)), None)
    if colon is None or any(doc[n].text == ";" for n in range(last, colon)) or colon - last > 8:
        return statement
    stop = next((t.i for t in doc[colon:] if t.text == ";"), len(doc))
    more = frozenset(range(colon, stop))
    return replace(statement, covers=statement.covers | more)


# ------------------------------------------------------------------------------------------- citing, according to
def _cited(verb: Token, passive: bool) -> Statement | None:
    """ "quoted by X as saying", "he was quoted as saying"; "citing Y" is read where the reporting verb is."""
    if not passive:
        return None
    speaker = _children(verb, "nsubjpass") or _children(verb, "nsubj")
    saying = [
        inner
        for prep in _children(verb, "prep")
        if prep.lower_ == "as"
        for inner in _children(prep, "pcomp")
        if inner.lower_ in LEMMA_OF
    ]
    if not speaker or not saying:
        return None
    content: set[int] = set()
    for inner in saying:
        for child in inner.children:
            if child.dep_ in ("ccomp", "dobj", "parataxis"):
                content |= subtree(child)
    if not content:
        return None
    agents = [item for agent in _children(verb, "agent") for item in _children(agent, "pobj")]
    via = noun_phrase(agents[0]) if agents else ()
    source = noun_phrase(speaker[0])
    cue = tuple(sorted({verb.i, *(item.i for item in saying)}))
    # the quoted speaker is the origin, the quoting outlet reports
    return Statement(
        verb.doc, cue, "say", "verb", via or source, source if via else (), frozenset(content), frozenset(content),
        True, _negated(verb), True, verb.i,
    )  # fmt: skip


def _origin(verb: Token) -> tuple[int, ...]:
    """Whom the speaker cites: "citing Y", "quoting Y", "with reference to Y", "referring to Y", "based on Y"."""
    found = _origin_surface(verb.doc, verb.i + 1, 9)
    if found:
        return found
    for child in _near(verb):
        if child.lower_ in _CITING and child.tag_ != "VBN":
            for item in _children(child, "dobj"):
                return noun_phrase(item)
        if child.dep_ in ("dep", "npadvmod", "nsubj") and child.i < verb.i:  # "Quoting officials, it says"
            for first in _children(child, "amod"):
                if first.lower_ in _CITING:
                    return tuple(n for n in noun_phrase(child) if n > first.i)
        if child.lower_ == "with" or child.lower_ == "in":
            for item in _children(child, "pobj"):
                if item.lower_ in ("reference", "reference", "regard"):
                    for link in _children(item, "prep"):
                        for goal in _children(link, "pobj"):
                            return noun_phrase(goal)
        if child.lower_ in ("referring", "based") and child.pos_ == "VERB":
            for link in _children(child, "prep"):
                for goal in _children(link, "pobj"):
                    return noun_phrase(goal)
    return ()


def _near(verb: Token) -> Iterator[Token]:
    """Children of the verb and, one step further, of its participles and conjuncts."""
    for child in verb.children:
        yield child
        if child.dep_ in ("advcl", "conj", "xcomp", "ccomp", "prep", "dobj", "pobj", "npadvmod"):
            for below in child.children:
                if below.dep_ in ("advcl", "conj", "acl", "prep") and below.i > verb.i:
                    yield below
    if verb.dep_ == "advcl":
        yield from (child for child in verb.head.children if child.i != verb.i)


def _according(unit: Unit) -> Iterator[Statement]:
    doc = unit.doc
    assert doc is not None  # noqa: S101  find_statements checked it
    segments = _segments(doc)
    for token in doc:
        found = _preposition(token)
        if found is None:
            continue
        cue, item = found
        source = noun_phrase(item)
        phrase = set(range(cue[0], max((*source, *cue)) + 1)) | subtree(item)
        covers = _clause_of(token, phrase, segments) - phrase
        if not covers:
            continue
        yield Statement(
            doc, cue, "say", "according", source, _based_on(item), frozenset(covers), frozenset(covers), True,
            verb=token.i,
        )  # fmt: skip


def _preposition(token: Token) -> tuple[tuple[int, ...], Token] | None:
    """ "according to X", ", per X", "by X's count", "in X's view": the cue's tokens and the speaker's head."""
    lower = token.lower_
    if lower == "according":
        for child in token.children:
            if child.lower_ == "to":
                for item in _children(child, "pobj", "pcomp"):
                    return (token.i, child.i), item
        after = token.doc[token.i + 1 : token.i + 2]
        if len(after) and after[0].lower_ == "to":
            for item in _children(after[0], "pobj"):
                return (token.i, after[0].i), item
        return None
    if lower == "per":
        for item in _children(token, "pobj"):
            comma = token.i > 0 and token.nbor(-1).is_punct
            if (item.pos_ == "PROPN" and (comma or token.i == 0)) or (comma and _children(item, "det", "poss")):
                return (token.i,), item
        return None
    if lower == "by":
        for item in _children(token, "pobj"):
            if (
                (item.lemma_.lower() in OWNED_NOUNS or item.lower_ in OWNED_NOUNS)
                and _children(item, "poss")
                and token.dep_ == "prep"
            ):
                return (token.i, item.i), _children(item, "poss")[0]
    return None


def _based_on(item: Token) -> tuple[int, ...]:
    """ "a Reuters report based on three sources", "a report citing Y"."""
    for clause in _children(item, "acl"):
        if clause.lower_ in ("citing", "quoting"):
            for goal in _children(clause, "dobj"):
                return noun_phrase(goal)
        if clause.lower_ == "based":
            for link in _children(clause, "prep", "agent"):
                for goal in _children(link, "pobj"):
                    return noun_phrase(goal)
    return ()


def _clause_of(token: Token, phrase: set[int], segments: Sequence[int]) -> set[int]:
    """What "according to X" answers for: its part of the sentence when it stands at either end, else its clause."""
    doc = token.doc
    part = [number for number, segment in enumerate(segments) if segment == segments[token.i]]
    if token.i and token.nbor(-1).text == ":":
        part = [number for number in part if number >= token.i]
    words = [number for number in part if not _mark(doc[number]) and number not in phrase]
    at_end = not any(number > max(phrase) for number in words)
    at_start = not any(number < min(phrase) for number in words)
    if at_end or at_start:
        return set(words)
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    return {number for number in subtree(head) if segments[number] == segments[token.i]}


# ------------------------------------------------------------------------------------------------- nouns, colons
def _nouns(unit: Unit) -> Iterator[Statement]:
    doc = unit.doc
    assert doc is not None  # noqa: S101  find_statements checked it
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in CUE_NOUNS:
            continue
        owner = _owner(token)
        if owner is None:
            continue
        source = noun_phrase(owner)
        content = subtree(token) - subtree(owner) - {token.i}
        head = token.head
        clause = False
        if token.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX") and head.lower_ not in LEMMA_OF:
            for child in head.children:
                if child.i > head.i and child.dep_ in ("attr", "ccomp", "dobj", "prep", "acomp", "npadvmod"):
                    content |= subtree(child)
                    clause = clause or child.dep_ == "ccomp"
        if token.dep_ == "dobj" and head.lower_ not in LEMMA_OF:
            for child in _children(head, "prep"):
                if child.lower_ in ("at", "to", "from", "of"):
                    content |= subtree(child)
        for child in token.children:
            clause = clause or (
                child.dep_ in ("acl", "ccomp") and any(m.lower_ == "that" for m in _children(child, "mark"))
            )
        content -= set(source)
        if content:
            yield Statement(
                doc, (token.i,), "claim", "noun", source, (), frozenset(content), frozenset(content), clause,
                verb=token.i,
            )  # fmt: skip


def _owner(noun: Token) -> Token | None:
    """The possessor, maker or publisher of a cue noun; a place's toll is no statement of the place."""
    owned = noun.lemma_.lower() in OWNED_NOUNS
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in ("whose",):
            body = child.pos_ == "PRON" or child.lemma_.lower() in ("ministry", "agency", "official", "police", "army")
            if owned or body:
                return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from") and child.i > noun.i:
            for item in _children(child, "pobj"):
                if item.pos_ == "PROPN" or (
                    item.pos_ == "NOUN" and item.lemma_.lower() not in DOCUMENTS and _is_actor(item)
                ):
                    return item
    return None


def _is_actor(noun: Token) -> bool:
    from extractors.languages.en_speakers import BODIES, ROLES

    lemma = noun.lemma_.lower()
    return lemma in BODIES or lemma in ROLES or noun.lower_ in BODIES


def _colons(unit: Unit) -> Iterator[Statement]:
    """ "Zelensky: Russia lost 1,000 troops in a day"."""
    doc = unit.doc
    assert doc is not None  # noqa: S101  find_statements checked it
    match = _COLON.match(unit.masked)
    if match is None or unit.inside:
        return
    source = tuple(token.i for token in doc if token.idx < match.end(1))
    words = {token.i for token in doc if token.idx >= match.end()}
    if source and len(words) > 2 and not any(token.is_sent_start for token in doc[max(source) + 2 :]):
        colon = max(source) + 1
        yield Statement(doc, (colon,), "say", "colon", source, (), frozenset(words), frozenset(words), True)
