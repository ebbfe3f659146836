"""Every figure of an article, with what it counts, of whom, where, when, and how firmly it is said.

Numbers come from ``numbers``; the parse says what they count (``counted``) and what happened to it (``predicates``),
put together in ``meaning``; ``owners`` says whose it is, ``roles`` how it is meant, ``changes`` what it is to others,
``scene`` where, ``when`` when. What a sentence leaves out is taken from the figure before (``ellipsis``), then from
headline and lead (``topic``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from extractors.amounts import Kind
from extractors.attribution import Attributions, find_attributions
from extractors.breakdowns import marked_parts
from extractors.changes import aggregation_of, change_of, is_of, is_set_beside
from extractors.concepts import concepts_of, measured_tokens
from extractors.counted import Counted, lemma_of
from extractors.dates import publication_day
from extractors.denials import is_denied, rejection_of
from extractors.ellipsis import Context
from extractors.languages import is_known, language_of
from extractors.languages.language import Language
from extractors.lines import MAX_FIGURES, Line, lines_of
from extractors.manner import aggregation_in, change_in, is_recalled, modality_in
from extractors.meaning import Meaning
from extractors.movements import movement_of
from extractors.owners import OWNED, subjects_of
from extractors.places import PlaceMention
from extractors.predicates import Predicate
from extractors.roles import (
    cues_of,
    is_preliminary,
    modality_of,
    polarity_of,
    role_of,
)
from extractors.scene import Scene, lasting, scene_of
from extractors.sentences import Parsed, parse
from extractors.sites import site_of
from extractors.spoken import Speeches
from extractors.spoken_reader import find_spoken
from extractors.topic import context_of
from extractors.when import when_of
from extractors.windows import window_of
from news.measures import CLASSES, STATUSES
from news.periods import Period, PeriodKind
from news.records import Aggregation, Article, Change, Direction, Figure, Modality, Polarity, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["MAX_FIGURES", "figure_id", "find_figures"]


def find_figures(article: Article, parsed: Parsed | None = None) -> list[Figure]:
    """The figures of the article's text in order. ``parsed``: the shared parse, made here when missing.

    Never raises on any text; the work is linear in its length. Numbers of the title are no figures. A language without
    tables gives none: "0,4 Prozent" read by English rules would be a false figure.
    """
    if not is_known(article.language):
        return []
    parsed = parsed or parse(article.text, article.language)
    language = language_of(article.language)
    lines = list(lines_of(parsed, article))
    if not lines:
        return []
    spoken = find_spoken(parsed, language) if language.inflection else None
    said = spoken if spoken is not None else find_attributions(parsed, article.title)
    context = context_of(article, parsed, lines, language)
    figures: list[Figure] = []
    for line in lines:
        first = len(context.told)
        for index in range(len(line.numbers)):
            figure = _Maker(article, parsed, line, index, context, said, language, first).make()
            if figure is not None:
                figures.append(figure)
        if len(context.told) > first:
            context.opened = first
    return marked_parts(figures, article.text)


_ACCOUNTS = frozenset(
    {"loss", "debt", "inflation", "unemployed", "poverty"}
)  # never of one day: the day of the telling
_NATIONAL = frozenset({"gdp", "gnp", "output", "product", "economy"})  # whose deficit it is, the place tells


@cache
def _carrying(code: str) -> frozenset[str]:
    """Verbs that only report numbers."""
    language = language_of(code)
    return language.light_verbs - language.change_verbs


class _Maker:
    """Makes the figure of one number of a line."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        line: Line,
        index: int,
        context: Context,
        said: Attributions | Speeches,
        language: Language,
        first: int,
    ) -> None:
        self.article, self.parsed, self.line, self.context, self.said = article, parsed, line, context, said
        self.language, self.first = language, first
        self._folded = context.folded
        self.number, self.node = line.numbers[index], line.nodes[index]
        self.neighbours = line.neighbours(index)
        self.around = line.surroundings(index, article.text)
        self.meaning = Meaning(line, index, self.around, context, first, language)

    def make(self) -> Figure | None:
        """The figure, None when the number turns out to count nothing that is news."""
        number = self.number
        counted, predicate = self.meaning.read()
        if not self.meaning.counts(counted, predicate):
            return None
        subjects = self._subjects(counted, predicate)
        role = role_of(number, self.around, self.language)
        if is_recalled(self.around, self.language):
            role = Role.BACKGROUND
        scene, inherited = self._scene()
        start, end = number.start, number.end
        said_on = self.said.said_on(number.core_start, number.core_end)
        day = publication_day(self.article.published)
        when = when_of(
            number,
            self.node,
            self.parsed,
            self.line.phrases,
            said_on,
            self.neighbours,
            day,
            _carrying(self.language.code),
        )
        period = self._of_the_occasion(when.period, predicate)
        if period.kind is PeriodKind.INSTANT and predicate.statuses & _ACCOUNTS:
            period = Period(kind=PeriodKind.AS_OF, end=when.as_of, text=period.text)
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
            share_of=self._base(counted) if number.dimension == "share" else "",
            about=self._about(),
            predicate=predicate.words,
            statuses=predicate.statuses,
            predicate_inherited=predicate.inherited,
            subjects=subjects,
            place=scene.place,
            place_chain=scene.chain,
            place_inherited=inherited,
            site=self._site(counted.counted_class),
            period=period,
            as_of=_recalled(when.as_of, period, role),
            attribution=self.said.at(number.core_start, number.core_end),
            role=role,
            polarity=self._polarity(predicate),
            modality=self._modality(),
            aggregation=self._aggregation(predicate),
            change=self._change(),
            direction=movement_of(self.node, self.language) if self.node is not None else Direction.NONE,
            preliminary=is_preliminary(self.around, self.language),
            cues=cues_of(self.around, self.language),
        )

    def _base(self, counted: Counted) -> str:
        """What a share is of, with its number where one is told: "4,000 staff"."""
        noun = self.node.noun if self.node is not None else None
        for number, node in zip(self.line.numbers, self.line.nodes, strict=True):
            if noun is None or node is None or node.noun is None or number is self.number:
                continue
            if node.noun.doc is noun.doc and node.noun.i == noun.i and number.dimension == "count":
                return f"{number.surface} {counted.text}"
        return counted.text

    def _of_the_occasion(self, period: Period, predicate: Predicate) -> Period:
        """The day of the march for a count of its crowd that names no time of its own."""
        topic, day = self.context.topic, self.context.day
        if topic is None or day is None or predicate.statuses != {topic.occasion}:
            return period
        dated = period.kind is not PeriodKind.AS_OF or any(p.period.end != day for p in self.line.phrases)
        return period if dated else Period(kind=PeriodKind.INSTANT, start=day, end=day)

    def _polarity(self, predicate: Predicate) -> Polarity:
        said = self.said.polarity(self.number.core_start, self.number.core_end)
        if said is Polarity.ASSERTED and is_denied(self.node, predicate.verb, predicate.words):
            return Polarity.DENIED
        if said is Polarity.ASSERTED and self.language.code == "en":
            said = rejection_of(self.parsed.token_at(self.number.core_start), self.number.surface, self.around)
        return polarity_of(said, self.around, self.language)

    def _about(self) -> tuple[str, ...]:
        """What the number speaks of, in words."""
        if self.node is None:
            return ()
        phrases = concepts_of(self.node, measured_tokens(self.line.nodes))
        return tuple(" ".join(phrase.words) for phrase in phrases)

    def _aggregation(self, predicate: Predicate) -> Aggregation:
        """ "3,000 casualties, among them 300 deaths": of the casualties a part, of the deaths the total. "12 of the 67
        victims were identified": the total of the identified; "12 of the victims were children": a part."""
        statuses = predicate.statuses
        found = aggregation_of(self.number, self.around, self.language)
        if self.language.inflection:
            found = self._by_case(found, statuses)
        before = [told[2] for told in self.context.told[self.first : -1]]
        if found is Aggregation.PART:
            known = frozenset(status for status in statuses if status in STATUSES)
            other = bool(before and statuses) and (statuses < before[-1] or bool(known and not known & before[-1]))
            return Aggregation.TOTAL if other else found
        if found is Aggregation.TOTAL and is_of(self.number, self.around, self.language):
            known = frozenset(status for status in statuses if status in STATUSES)
            noun = self.node.noun if self.node is not None else None
            named = noun is not None and predicate.words in (noun.lower_, lemma_of(noun))
            return Aggregation.PART if not known or named or known in before else Aggregation.TOTAL
        return found

    def _by_case(self, found: Aggregation, statuses: frozenset[str]) -> Aggregation:
        """ "28 із 32" is a part; "ще 47 поранено" behind the killed goes on to others and adds nothing."""
        inflection, index = self.language.inflection, self.line.numbers.index(self.number)
        if window_of(self.line, self.language).is_part(index):
            return Aggregation.PART
        before = [told[2] for told in self.context.told[:-1] if told[0] == self.line.sentence.paragraph]
        also = inflection is not None and self.number.surface.split()[0].lower() in inflection.also
        if found is Aggregation.INCREMENT and also and before and not statuses & before[-1]:
            return Aggregation.TOTAL
        return aggregation_in(found, self.around, self.language)

    def _modality(self) -> Modality:
        if self.language.inflection:
            return modality_in(self.number, self.around, self.language)
        return modality_of(self.node, self.around, self.language)

    def _change(self) -> Change:
        if self.language.inflection:
            return change_in(self.number, self.around, self.language)
        found = change_of(self.node, self.number, self.around, self.language)
        moved, self.context.moved = self.context.moved, (self.line.sentence.start, found)
        beside = self.number.unit == "percent" and moved == (self.line.sentence.start, Change.BY)
        return Change.BY if found is Change.LEVEL and beside and is_set_beside(self.around) else found

    def _unit(self, counted: Counted) -> str:
        if self.number.unit:
            return self.number.unit
        if self.number.kind is Kind.RATIO:
            return ""
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
        if predicate.statuses & {"counted", "turnout"} or counted.lemma in self.language.share_bases & _NATIONAL:
            return ()
        found = subjects_of(self.node, kind, self.language) if self.node is not None else ()
        found = tuple(name for name in found if not self._is_place(name))
        found = tuple(self._short(name) for name in found)
        job = counted.counted_class == "worker" and bool(predicate.statuses & {"cut", "employed", "added", "on strike"})
        taken = bool(predicate.statuses & {"cut", "breached"})
        owned = self.number.dimension == "money" or kind in OWNED or taken or job
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
                return below.pos_ == "ADP" and not self._lists(token, place)
        return False

    def _lists(self, cue: Token, place: PlaceMention) -> bool:
        """ "listed 31,643 dead in Turkey": the place of what is listed, not of the listing."""
        head = self.node.head if self.node is not None else None
        counted = head is not None and head.head.i == cue.i and head.dep_ in ("dobj", "attr")
        return counted and place.start > self.number.end

    def _short(self, name: str) -> str:
        """A person by the last name, where the text goes on with it alone."""
        last = name.rsplit(" ", 1)[-1]
        if not 1 <= name.count(" ") <= 2:
            return name
        alone, full = self._folded.count(last), self._folded.count(name)
        return last if alone > max(full, 2 * full - 1) else name

    def _is_object(self, place: PlaceMention) -> bool:
        """ "filled central Belgrade", "hit Derna": what the verb is done to."""
        token = self.parsed.token_at(place.end - 1)
        return token is not None and token.dep_ in ("dobj", "pobj", "nsubjpass") and len(place.chain) > 1

    def _is_scope(self, place: PlaceMention) -> bool:
        """ "the count for Syria": whose toll it is."""
        return self.article.text[max(0, place.start - 4) : place.start].lower() == "for " and not place.capital

    def _is_place(self, name: str) -> bool:
        return any(self.article.text[p.start : p.end] == name for p in self.line.places)

    def _site(self, counted_class: str) -> str:
        """ "seven at the bowling alley", "1,150 jobs at the plant": a part of what happened in the place or firm."""
        if self.number.dimension != "count" or self.language.code != "en":
            return ""
        named = frozenset() if counted_class in ("job", "worker") else self.context.sites
        return site_of(self.node, self.line.others(self.line.numbers.index(self.number)), named)

    def _scene(self) -> tuple[Scene, bool]:
        """The place, and whether it was taken from outside the sentence."""
        chain = self.said.chain(self.number.core_start, self.number.core_end)
        speakers = [said.source for said in chain if said.source is not None]
        cues = [said.cue for said in chain]
        places = [
            p
            for p in self.line.places
            if not any(s.start <= p.start < s.end for s in speakers)
            and (self._is_scope(p) or not self._is_occasion(p, cues))
        ]
        told = [p for p in places if p.locative or self._is_object(p) or self._is_scope(p)]
        scene = scene_of(self.number, self.article.text, places, told, self.neighbours)
        paragraph = self.line.sentence.paragraph
        if scene is not None:
            self.context.scene, self.context.scene_paragraph = scene, paragraph
        if scene is not None:
            return scene, False
        last = self.context.scene
        if last is not None and self.context.scene_paragraph == paragraph and lasting(last, self.context.setting):
            return last, True
        return self.context.setting, True


def figure_id(article_id: str, start: int, end: int, surface: str) -> str:
    """ "F-" and ten hex digits, the same for the same words at the same place of the same article."""
    digest = hashlib.sha256(f"{article_id}\n{start}\n{end}\n{surface}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"F-{digest[:10]}"


def _recalled(as_of: date, period: Period, role: Role) -> date:
    """What is recalled of a closed stretch stands for its last day: "14,000 went in October"."""
    closed = role is Role.BACKGROUND and period.is_window and period.end is not None and period.end < as_of
    return period.end if closed and period.end is not None else as_of
