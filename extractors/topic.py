"""What an article as a whole is about: its owner, its people, its setting. Lent to sentences that leave these out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.attribution import is_carrier
from extractors.counted import Counted, counted_of
from extractors.ellipsis import Context
from extractors.languages.language import Language, Topic
from extractors.lines import Line
from extractors.occasion import day_of_occasion
from extractors.owners import fold, is_titled, name_of
from extractors.places import find_places
from extractors.scene import setting_of
from extractors.sentences import Parsed
from extractors.sites import sites_in
from extractors.splitting import is_dateline
from news.records import Article

_ELECTION = re.compile(
    r"\b(?:votes?|voters?|elections?|electoral|ballots?|polls|referendum|turnout|вибор(?:и|ах|ів|чих)|виборц\w+|голосів"
    r"|явка|бюлетен\w+|выбор(?:ы|ах|ов)|избирател\w+|голосов|бюллетен\w+|референдум\w*)\b",
    re.IGNORECASE,
)
_LOSSES = frozenset({"losse", "loss", "casualtie", "casualty"})  # an army's, in a text that names soldiers
TOPIC_WORDS = 3  # fewer are a remark
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def context_of(article: Article, parsed: Parsed, lines: Sequence[Line], language: Language) -> Context:
    """The context before the first figure is read. ``parsed`` has at least one sentence."""
    lead = next((s.text for s in parsed.sentences[:2] if not is_dateline(s.text)), "")
    context = Context(setting_of(article.title, lead, article.language), _owner_of(article.title, parsed))
    context.group = _army_of(article.title, article.text[:4000], language) or _group_of(lines, language)
    context.election = len(_ELECTION.findall(f"{article.title} {article.text[:4000]}")) > 1
    context.topic = _topic_of(article.title, article.text[:4000], language)
    if context.topic is not None and context.topic.occasion:
        context.day = day_of_occasion(parsed, context.topic.words, article.published)
    context.sites = sites_in(f"{article.title}\n{article.text[:20_000]}")
    context.folded = fold(f"{article.title}\n{article.text[:20_000]}")
    return context


def _topic_of(title: str, text: str, language: Language) -> Topic | None:
    """The topic whose words the article uses most, at least ``TOPIC_WORDS`` of them (those of the headline count
    twice), and one in headline or lead."""
    opening = Counter(_WORDS.findall(f"{title} {text[:500]}".lower()))
    counts = Counter(_WORDS.findall(f"{title} {title} {text}".lower()))
    best = max(language.topics, key=lambda topic: sum(counts[word] for word in topic.words), default=None)
    if best is None or sum(counts[word] for word in best.words) < TOPIC_WORDS:
        return None
    return best if any(opening[word] for word in best.words) else None


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


def _army_of(title: str, text: str, language: Language) -> Counted | None:
    """ "North Korean troops", counted or not: whose losses "casualties" are. The headline's army, else the one that is
    named most often; None when two are named alike."""
    fighting = any(language.classes.get(word.lower().removesuffix("s")) == "soldier" for word in _WORDS.findall(text))
    for part in (title, text):
        armies: Counter[str] = Counter()
        words = _WORDS.findall(part)
        for at, word in enumerate(words[1:], start=1):
            singular = word.lower().removesuffix("s")
            soldiers = "soldier" in (language.classes.get(word.lower()), language.classes.get(singular))
            losses = singular in _LOSSES and (fighting or part is title)
            if not soldiers and not losses and singular not in language.collectives:
                continue
            pair, single = " ".join(words[max(0, at - 2) : at]).lower(), words[at - 1].lower()
            nation = next((name for name in (pair, single) if name in language.nationalities), "")
            armies.update([nation] if nation else [])
        best = armies.most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            return Counted(f"{best[0][0].title()} soldiers", "soldier", "soldier", (best[0][0],))
    return None
