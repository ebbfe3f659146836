"""Every figure of an article, with what it counts, of whom, where, when, and how firmly it is said.

Numbers come from ``numbers``; the parse says what they count (``counted``), what happened to it (``predicates``),
whose it is (``subjects``); text and grammar say how it is meant (``roles``), where (``scene``) and when (``when``).
What a sentence leaves out is taken from the figure before, then from the headline and the lead (``ellipsis``).
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extractors.amounts import Kind
from extractors.attribution import Attributions, find_attributions, is_carrier
from extractors.counted import Counted, counted_of, is_a, lemma_of, nearest_class
from extractors.dates import TimePhrase, find_time_phrases, publication_day
from extractors.ellipsis import HARM, Context
from extractors.languages import is_known, language_of
from extractors.languages.language import Language
from extractors.numbers import Number, find_numbers
from extractors.owners import OWNED, PERSONAL, fold, is_titled, name_of, subjects_of
from extractors.places import PlaceMention, find_places
from extractors.predicates import Predicate, Reader, expand
from extractors.roles import (
    Surroundings,
    aggregation_of,
    change_of,
    cues_of,
    is_overstated,
    is_preliminary,
    modality_of,
    polarity_of,
    role_of,
)
from extractors.scene import Scene, scene_of, setting_of
from extractors.sentences import Parsed, Sentence, parse
from extractors.tree import Node, governors, node_of
from extractors.when import when_of
from news.measures import CLASSES, STATUSES
from news.records import Article, Figure, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_FIGURES = 400  # an article with more numbers is a table; its first ones are kept
_DURATION_VERBS = frozenset({"sentence", "jail", "imprison", "last"})
_LIVING = frozenset({"person", "animal", "household"})
_ACTORS = frozenset({"country", "company", "territory", "settlement"})  # subjects that do the counting
_ELECTION = re.compile(r"\b(?:votes?|voters?|elections?|electoral|ballots?|polls|referendum|turnout)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its numbers; all offsets are those of the article."""

    sentence: Sentence
    numbers: tuple[Number, ...]
    nodes: tuple[Node | None, ...]
    phrases: tuple[TimePhrase, ...]
    places: tuple[PlaceMention, ...]

    def neighbours(self, index: int) -> tuple[int, int]:
        """Where the number before ends and the number after starts, else the borders of the sentence."""
        before = self.numbers[index - 1].unit_end if index else self.sentence.start
        last = index + 1 >= len(self.numbers)
        return before, self.sentence.end if last else self.numbers[index + 1].start

    def surroundings(self, index: int, text: str) -> Surroundings:
        before, after = self.neighbours(index)
        number = self.numbers[index]
        return Surroundings(
            text[before : number.start].lower(), text[number.unit_end : after].lower(), self.sentence.text.lower()
        )


def find_figures(article: Article, parsed: Parsed | None = None) -> list[Figure]:
    """The figures of the article's text in order. ``parsed``: the shared parse, made here when missing.

    Never raises on any text; the work is linear in its length. Numbers of the title are no figures. A language without
    tables gives none: "0,4 Prozent" read by English rules would be a false figure.
    """
    if not is_known(article.language):
        return []
    parsed = parsed or parse(article.text, article.language)
    language = language_of(article.language)
    lines = list(_lines(parsed, article))
    if not lines:
        return []
    said = find_attributions(parsed, article.title)
    lead = parsed.sentences[0].text
    context = Context(setting_of(article.title, lead), _owner_of(article.title, parsed))
    context.group = _group_of(lines, language)
    context.folded = fold(f"{article.title}\n{article.text[:20_000]}")
    context.group = _army_of(article.title, article.text[:4000], language) or context.group
    context.election = len(_ELECTION.findall(f"{article.title} {article.text[:4000]}")) > 1
    figures: list[Figure] = []
    for line in lines:
        first = len(context.told)
        for index in range(len(line.numbers)):
            figure = _Maker(article, parsed, line, index, context, said, language, first).make()
            if figure is not None:
                figures.append(figure)
    return figures


def _lines(parsed: Parsed, article: Article) -> Iterator[Line]:
    count = 0
    for sentence in parsed.sentences:
        numbers = [_at(number, sentence.start) for number in find_numbers(sentence.text, article.language)]
        if not numbers or count >= MAX_FIGURES:
            continue
        phrases = tuple(
            replace(phrase, start=phrase.start + sentence.start, end=phrase.end + sentence.start)
            for phrase in find_time_phrases(sentence.text, published=article.published)
        )
        kept = tuple(number for number in numbers if not _is_time(number, phrases))[: MAX_FIGURES - count]
        if kept:
            count += len(kept)
            places = tuple(
                replace(place, start=place.start + sentence.start, end=place.end + sentence.start)
                for place in find_places(sentence.text)
            )
            yield Line(sentence, kept, tuple(node_of(parsed, number) for number in kept), phrases, places)


def _at(number: Number, offset: int) -> Number:
    return replace(
        number,
        start=number.start + offset,
        end=number.end + offset,
        core_start=number.core_start + offset,
        core_end=number.core_end + offset,
        unit_end=number.unit_end + offset,
    )


def _is_time(number: Number, phrases: Sequence[TimePhrase]) -> bool:
    """Part of a time phrase: "in three days", "7 and 8 October"."""
    if number.unit and number.dimension != "duration":
        return False
    return any(phrase.start <= number.core_start and number.core_end <= phrase.end for phrase in phrases)


def _owner_of(title: str, parsed: Parsed) -> str:
    """The organisation the article is about: a name of the lead that the title has too, else the lead's subject.

    Persons (a title before the name, or "his", "her") and mere speakers own nothing.
    """
    folded = fold(title).lower()
    first = _name_in_both(title, parsed.sentences[0].text) if parsed.units[0].doc is None else ""
    for unit in parsed.units[:3]:
        for token in unit.doc if unit.doc is not None else ():
            if token.pos_ != "PROPN" or token.dep_ not in ("nsubj", "nsubjpass", "poss", "pobj", "dobj"):
                continue
            name = "" if is_titled(token) else name_of(token)
            if not name or is_carrier(name) or find_places(token.text) or any(c.text == "of" for c in token.rights):
                continue
            if name.lower() in folded:
                return name
            said = token.dep_ == "nsubj" and token.head.pos_ == "VERB" and token.head.lemma_ in ("say", "tell", "order")
            if token.dep_ in ("nsubj", "poss") and unit is parsed.units[0] and not said:
                first = first or name
    return first


def _name_in_both(title: str, lead: str) -> str:
    """Without a parse of the lead: a capitalised word that headline and lead share, longer than a function word."""
    words = set(_WORDS.findall(title))
    shared = (word for word in _WORDS.findall(lead) if word[0].isupper() and len(word) > 3 and word in words)
    return next((fold(word) for word in shared if not is_carrier(word) and not find_places(word)), "")


def _group_of(lines: Sequence[Line], language: Language) -> Counted:
    """The people the article counts most exactly: those with a nationality and a class, the first of them."""
    for line in lines:
        for node in line.nodes:
            if node is not None and node.number.dimension == "count":
                counted = counted_of(node, language)
                if counted.restrictors and counted.restrictors[0] in language.nationalities:
                    return counted
    return Counted()


@cache
def _carrying_of(code: str) -> frozenset[str]:
    language = language_of(code)
    return language.light_verbs - language.change_verbs


def _carrying(language: Language) -> frozenset[str]:
    """Verbs that only report numbers."""
    return _carrying_of(language.code)


def _territory(node: Node | None) -> frozenset[int]:
    """A number's tokens, its noun, and the nouns it hangs on up to the first verb: "turnout at 59 percent"."""
    if node is None:
        return frozenset()
    own = {token.i for token in node.tokens} | {node.head.i}
    for link in governors(node):
        if link.word.pos_ not in ("NOUN", "PROPN", "ADP"):
            break
        own.add(link.word.i)
    for token in node.top.doc[
        node.tokens[-1].i + 1 : node.tokens[-1].i + 5
    ]:  # "five missing", "3,000 killed and wounded"
        if token.ent_type_ or token.pos_ not in ("ADJ", "VERB", "NOUN", "CCONJ") or token.dep_ == "ROOT":
            break
        own.add(token.i)
        if token.pos_ == "NOUN":
            break
    return frozenset(own)


def _army_of(title: str, text: str, language: Language) -> Counted | None:
    """ "North Korean troops", counted or not: whose losses "casualties" are. The headline's army, else the one that is
    named most often; None when two are named alike."""
    for part in (title, text):
        armies: Counter[str] = Counter()
        words = _WORDS.findall(part)
        for at, word in enumerate(words[1:], start=1):
            singular = word.lower().removesuffix("s")
            soldiers = "soldier" in (language.classes.get(word.lower()), language.classes.get(singular))
            if not soldiers and singular not in language.collectives:
                continue
            pair, single = " ".join(words[max(0, at - 2) : at]).lower(), words[at - 1].lower()
            nation = next((name for name in (pair, single) if name in language.nationalities), "")
            armies.update([nation] if nation else [])
        best = armies.most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            return Counted(f"{best[0][0].title()} soldiers", "soldier", "soldier", (best[0][0],))
    return None


class _Maker:
    """Makes the figure of one number of a line."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        line: Line,
        index: int,
        context: Context,
        said: Attributions,
        language: Language,
        first: int,
    ) -> None:
        self.article, self.parsed, self.line, self.context, self.said = article, parsed, line, context, said
        self.language, self.first = language, first
        self._folded = context.folded
        self.number, self.node = line.numbers[index], line.nodes[index]
        self.neighbours = line.neighbours(index)
        self.around = line.surroundings(index, article.text)
        self.others = frozenset(
            i for node in line.nodes if node is not None and node.number is not self.number for i in _territory(node)
        ) - _territory(self.node)

    def make(self) -> Figure | None:
        """The figure, None when the number turns out to count nothing that is news."""
        number = self.number
        counted, predicate = self._meaning()
        if not self._counts(counted, predicate):
            return None
        subjects = self._subjects(counted, predicate)
        role = role_of(number, self.around, self.language)
        scene = self._scene()
        start, end = number.start, number.end
        said_on = self.said.said_on(number.core_start, number.core_end)
        day = publication_day(self.article.published)
        when = when_of(
            number, self.node, self.parsed, self.line.phrases, said_on, self.neighbours, day, _carrying(self.language)
        )
        self.context.remember(self.line.sentence.paragraph, counted, predicate.statuses, subjects)
        return Figure(
            figure_id=figure_id(self.article.article_id, start, end, number.surface),
            article_id=self.article.article_id,
            start=start,
            end=end,
            surface=number.surface,
            sentence_start=self.line.sentence.start,
            sentence_end=self.line.sentence.end,
            value=number.value,
            unit=self._unit(counted),
            dimension=number.dimension,
            counted=counted.text,
            counted_class=counted.counted_class,
            restrictors=counted.restrictors,
            share_of=counted.text if number.dimension == "share" else "",
            predicate=predicate.words,
            statuses=predicate.statuses,
            subjects=subjects,
            place=scene.place,
            place_chain=scene.chain,
            period=when.period,
            as_of=when.as_of,
            attribution=self.said.at(number.core_start, number.core_end),
            role=role,
            polarity=polarity_of(self.said.polarity(number.core_start, number.core_end), self.around, self.language),
            modality=modality_of(self.node, self.around, self.language),
            aggregation=aggregation_of(number, self.around, self.language),
            change=change_of(self.node, number, self.around, self.language),
            preliminary=is_preliminary(self.around, self.language),
            cues=cues_of(self.around, self.language),
        )

    # ---------------------------------------------------------------------------------------------- meaning
    def _meaning(self) -> tuple[Counted, Predicate]:
        if self.node is None:
            return self._unparsed()
        counted = counted_of(self.node, self.language)
        if self.number.dimension == "money":
            counted = replace(counted, counted_class="money")
        counted = self._carried(counted)
        stretch = self.around.before[-60:] + " " + self.around.after[:90]
        predicate = Reader(self.node, counted.counted_class, stretch, self.others, self.language).read()
        if is_overstated(self.around):
            predicate = replace(predicate, statuses=expand("overstated"))
        if self.number.dimension == "count":
            return self._completed(counted, predicate)
        if self.number.dimension == "share":
            return counted, self._share_of_votes(counted, predicate)
        return counted, predicate

    def _completed(self, counted: Counted, predicate: Predicate) -> tuple[Counted, Predicate]:
        """An ellipsis filled from the context; job counts and crowds by their usual words."""
        if predicate.statuses == expand("turnout"):
            predicate = replace(predicate, statuses=expand("attended"))
        bare = not counted.text and not counted.counted_class
        known = frozenset(status for status in predicate.statuses if status in STATUSES)
        if known and known <= HARM and counted.counted_class and not is_a(counted.counted_class, _LIVING):
            counted = Counted()  # "those killed in last month's attack": persons, not attacks
        filled = self.context.fill(counted, predicate.statuses, self.first)
        if bare and (not predicate.statuses or (not known and self._hangs_on_carrier())):
            filled, statuses = self.context.repeat(self.line.sentence.paragraph)
            predicate = replace(predicate, statuses=statuses)
        elif not predicate.statuses and is_a(filled.counted_class, _LIVING):
            statuses = self.context.harm_of(self.first)
            if not statuses and filled.counted_class == "person" and not filled.restrictors:
                statuses = self.context.repeat(self.line.sentence.paragraph)[1]
            predicate = replace(predicate, statuses=statuses)
        elif known and known <= HARM and not filled.counted_class:
            filled = replace(filled, counted_class="person")  # "22 arrests"
        filled = self.context.grouped(filled, predicate.statuses)
        return filled, self._job_change(filled, predicate)

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
        if known - {"lost"} or not self.context.election:
            return predicate
        if counted.counted_class == "vote" or (
            self.node is not None and subjects_of(self.node, "share", self.language)
        ):
            return replace(predicate, statuses=expand("voted for"))
        return predicate

    def _carried(self, counted: Counted) -> Counted:
        """What stands above an ellipsis: "a count of 87 deaths", "casualties at around 1,100", "payrolls rose by"."""
        if counted.counted_class or self.node is None or self.number.dimension not in ("count",):
            return counted
        if counted.text and counted.lemma not in self.language.carriers:
            return counted
        for link in list(governors(self.node))[:3]:
            if link.word.pos_ in ("VERB", "AUX") and len(self.context.told) > self.first and not counted.text:
                break  # the figure before in the same sentence knows better
            for token in self._near(link.word):
                found = counted_of(replace(self.node, noun=token), self.language)
                if found.counted_class and found.counted_class not in _ACTORS:
                    return found
            if link.word.dep_ in ("ccomp", "relcl", "advcl"):
                break
        return counted

    def _near(self, word: Token) -> Iterator[Token]:
        """The noun passed on the way up, what it is of, and the subject and object of a verb."""
        if word.pos_ in ("NOUN", "PROPN"):
            yield word
        is_object = self.node is not None and self.node.head.dep_ == "dobj" and self.node.head.head.i == word.i
        active = is_object or any(child.dep_ == "dobj" for child in word.children)
        for child in word.children:
            if child.i in self.others or child.i == (self.node.head.i if self.node else -1):
                continue
            if child.dep_ == "prep" and child.lower_ in ("of", "in", "for") and word.pos_ == "NOUN":
                yield from (t for t in child.children if t.dep_ == "pobj" and t.pos_ == "NOUN")
            if child.dep_ in ("nsubjpass", "dobj") or (child.dep_ == "nsubj" and not active):
                if child.pos_ not in ("NOUN", "PROPN"):
                    continue
                yield child
                for grand in child.children:
                    if grand.dep_ == "prep" and grand.lower_ == "of":
                        yield from (t for t in grand.children if t.dep_ == "pobj" and t.pos_ == "NOUN")

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
        """Without a tree: the nearest known noun behind the number and the status words of its stretch."""
        words = [word.lower() for word in _WORDS.findall(self.around.after)][:4]
        counted = Counted(" ".join(words[:1]), words[0] if words else "", nearest_class(words, self.language))
        statuses: frozenset[str] = frozenset()
        for word in _WORDS.findall(f"{self.around.before[-40:]} {self.around.after[:60]}"):
            statuses |= self.language.status_adjectives.get(word, frozenset())
        return counted, Predicate("", statuses)

    # ---------------------------------------------------------------------------------------------- filters
    def _counts(self, counted: Counted, predicate: Predicate) -> bool:
        number = self.number
        if number.value.low is None and number.value.high is None:
            return False
        if number.dimension == "duration":
            return predicate.verb is not None and lemma_of(predicate.verb) in _DURATION_VERBS
        if number.kind is Kind.NOTHING:
            return bool(predicate.statuses & HARM)
        word = number.surface.lower()
        if word == "one":
            noun = self.node is not None and self.node.noun is not None and self.node.top.dep_ == "nummod"
            return bool(noun and counted.counted_class in CLASSES and predicate.statuses & HARM)
        small = number.kind is Kind.WORDS and number.plain and self.node is not None and self.node.noun is None
        if small and number.dimension == "count":  # "the two", "all three"
            return bool(predicate.statuses & HARM)
        if number.dimension == "count" and number.plain and not counted.text and not counted.counted_class:
            return number.value.point >= 20 or bool(predicate.statuses & HARM)
        return not self.around.after.startswith(" times")

    # ----------------------------------------------------------------------------------------------- fields
    def _unit(self, counted: Counted) -> str:
        if self.number.unit:
            return self.number.unit
        name = counted.counted_class
        if not name:
            return counted.lemma
        root = name
        while CLASSES.get(root):
            root = CLASSES[root]
        if root == "person":
            return "body" if name == "body" else "person"
        return self.language.units_of_classes.get(name, name)

    def _subjects(self, counted: Counted, predicate: Predicate) -> tuple[str, ...]:
        kind = counted.counted_class if self.number.dimension == "count" else self.number.dimension
        if predicate.statuses & {"counted", "turnout"}:
            return ()
        found = subjects_of(self.node, kind, self.language) if self.node is not None else ()
        found = tuple(name for name in found if not self._is_place(name))
        found = tuple(self._short(name, always=kind in PERSONAL) for name in found)
        job = counted.counted_class == "worker" and bool(predicate.statuses & {"cut", "employed", "added", "on strike"})
        owned = self.number.dimension == "money" or kind in OWNED or "cut" in predicate.statuses or job
        return self.context.owner_for(owned, found, self.first)

    def _is_occasion(self, place: PlaceMention, cues: Sequence[Span]) -> bool:
        """ "told a conference in Munich": where it was said, not where it happened."""
        token, below = self.parsed.token_at(place.start), None
        for _ in range(8):
            if token is None or (self.node is not None and token.i == self.node.head.i) or token.head.i == token.i:
                break
            token, below = token.head, token
            at = self.parsed.offset(token)
            if any(cue.start <= at < cue.end for cue in cues):
                return below.pos_ == "ADP"
        return False

    def _short(self, name: str, *, always: bool) -> str:
        """A person by the last name: where the text goes on with it alone, and always among candidates."""
        last = name.rsplit(" ", 1)[-1]
        if always or (1 <= name.count(" ") <= 2 and self._folded.count(last) > 2 * self._folded.count(name) - 1):
            return last if always or self._folded.count(last) > self._folded.count(name) else name
        return name

    def _is_object(self, place: PlaceMention) -> bool:
        """ "filled central Belgrade", "hit Derna": what the verb is done to."""
        token = self.parsed.token_at(place.end - 1)
        return token is not None and token.dep_ in ("dobj", "pobj", "nsubjpass") and len(place.chain) > 1

    def _is_place(self, name: str) -> bool:
        return any(self.article.text[p.start : p.end] == name for p in self.line.places)

    def _scene(self) -> Scene:
        chain = self.said.chain(self.number.core_start, self.number.core_end)
        speakers = [said.source for said in chain if said.source is not None]
        cues = [said.cue for said in chain]
        places = [
            p
            for p in self.line.places
            if not any(s.start <= p.start < s.end for s in speakers) and not self._is_occasion(p, cues)
        ]
        told = [p for p in places if p.locative or self._is_object(p)]
        scene = scene_of(self.number, self.article.text, places, told, self.neighbours)
        paragraph = self.line.sentence.paragraph
        if scene is not None:
            self.context.scene, self.context.scene_paragraph = scene, paragraph
            return scene
        if self.context.scene is not None and self.context.scene_paragraph == paragraph:
            return self.context.scene
        return self.context.setting


def figure_id(article_id: str, start: int, end: int, surface: str) -> str:
    """ "F-" and ten hex digits, the same for the same words at the same place of the same article."""
    digest = hashlib.sha256(f"{article_id}\n{start}\n{end}\n{surface}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"F-{digest[:10]}"
