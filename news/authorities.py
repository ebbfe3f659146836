"""Who speaks: one authority under several names is one speaker.

"Zelensky", "Ukraine's president" and "Kyiv" are one side; "the opposition" and "the electoral council" are two although
both are Venezuelan. Independence of two figures counts speakers only, never carriers or outlets.
"""

from __future__ import annotations

import re
from functools import lru_cache

from news.measures import words
from news.records import Attribution, Claim, Figure

#: words that name an office, not a holder: sharing them makes nobody the same speaker.
OFFICE_WORDS = words(
    """
    the a an of for and by in on its his her their senior top former chief head deputy acting official officials
    spokesman spokeswoman spokesperson spokespersons minister ministry ministers president prime vice secretary
    general commander director chairman chairwoman chair lawmaker lawmakers mp senator governor mayor ambassador
    representative department office agency agencies service services bureau committee council commission
    authority authorities government administration police military army armed forces force joint staff chiefs
    state national federal regional local health interior defence defense foreign intelligence emergency news
    media report reports sources source people person familiar anonymous unnamed several two three some other
    others company group organisation organization institute center centre university researchers experts
    analysts analyst economists data figures statement mr mrs ms dr gen gov sen rep lt col
    """
)

#: words that mark a speaker who does not speak for the country's authorities, although it is in that country.
NOT_THE_STATE = words(
    """
    opposition rebel rebels insurgent insurgents militants union unions organiser organisers organizer
    organizers protesters activists activist monitor monitors monitoring observatory independent ngo charity
    charities campaigners archive company firm bank university hospital analysts analyst economists residents
    witnesses soldiers relatives human rights watchdog lawyers newspaper outlet outlets media journalists
    candidate party coalition hackers hacker red crescent cross red un united nations
    """
)

#: words that name no office at all
ANYBODY_AT_ALL = words(
    """
    official officials source sources people person experts researchers analyst analysts economists reports report
    media news senior some several others other two three anonymous unnamed spokesman spokeswoman spokesperson data
    figures statement
    """
)
#: words that name a paper, not whoever wrote it
NOBODYS = words(
    """
    a an the this that these those at of in by on its their time report reports figure figures data document documents
    result results statistic statistics count counts tally tallies number numbers update updates list lists record
    records estimate estimates survey surveys poll polls study studies review reviews article articles bulletin final
    first latest early earlier initial preliminary official new last previous other some several jobs
    """
)
#: nouns by which a report calls the firm it is about
FIRMS = words(
    """
    company firm group corporation business carmaker automaker retailer maker manufacturer producer operator airline
    bank insurer lender publisher broadcaster developer miner brewer refiner utility chain giant conglomerate
    """
)
_PRONOUNS = words("its their his her he she they it we our who others some")
_DEMONYMS = words(
    """
    british french german dutch greek polish danish swedish finnish irish scottish welsh spanish turkish swiss
    thai israeli iraqi pakistani saudi emirati kuwaiti qatari yemeni afghan kurdish czech slovak slovene serb
    croat filipino western eastern northern southern
    """
)
_WORD = re.compile(r"[^\W_]+(?:[.&'-][^\W_]+)*")


@lru_cache(maxsize=8192)  # one report is judged against hundreds of claims by the same few speakers
def _split(folded: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded))


@lru_cache(maxsize=8192)
def name_words(name: str) -> frozenset[str]:
    """The telling words of a speaker's name, folded: "Lior Haiat, Israel's foreign ministry" gives lior, haiat and
    israel."""
    bare = (word.removesuffix("'s").removesuffix("’s").replace(".", "") for word in _split(_folded(name)))
    return frozenset(word for word in bare if word not in OFFICE_WORDS and len(word) > 1)


def speaks_for_state(attribution: Attribution) -> bool:
    """True when the speaker is an authority of ``attribution.country``."""
    said_by = _split(_folded(f"{attribution.said_by} {attribution.said_by_role}"))
    return bool(attribution.country) and NOT_THE_STATE.isdisjoint(said_by)


def is_named(attribution: Attribution) -> bool:
    """True when the speaker can be told from others: "the ministry" can within a story, "its military" and "the reports
    at the time" cannot."""
    said_by = attribution.said_by.casefold().split()
    return bool(said_by) and said_by[0] not in _PRONOUNS and not NOBODYS.issuperset(said_by)


def same_speaker(one: Attribution, other: Attribution) -> bool:
    """True when both figures come from one authority. Unknown speakers are never the same."""
    if not is_named(one) or not is_named(other):
        return False
    if _folded(one.said_by) == _folded(other.said_by):
        return True
    if speaks_for_state(one) and speaks_for_state(other):
        return one.country == other.country
    if _same_office(one.said_by, other.said_by):
        return True
    words_one, words_other = name_words(one.said_by), name_words(other.said_by)
    state_words = {word for country in (one.country, other.country) for word in country.split()}
    shared = {word for word in words_one & words_other if word not in state_words and not _is_demonym(word)}
    smaller = min(words_one - state_words, words_other - state_words, key=len)
    return len(shared) > 1 or (bool(shared) and shared == {word for word in smaller if not _is_demonym(word)})


def _same_office(one: str, other: str) -> bool:
    """ "the health ministry" after "Marisa's health ministry": the bare office of a story is the named one."""
    bare, full = sorted((_office(one), _office(other)), key=len)
    named = name_words(one) if _office(one) == bare else name_words(other)
    return bool(bare - ANYBODY_AT_ALL) and not named and bare <= full


@lru_cache(maxsize=8192)
def _office(name: str) -> frozenset[str]:
    found = frozenset(word.removesuffix("'s") for word in _split(_folded(name)))
    return found - words("the a an its their of for")


def _is_demonym(word: str) -> bool:
    """ "libyan", "israeli": says where a speaker is, not who."""
    return word in _DEMONYMS or word.endswith(("ian", "yan", "ean", "ese", "ican"))


def speaks_for_owner(attribution: Attribution, owners: tuple[str, ...]) -> bool:
    """True when the speaker is the owner of what is counted: "Yahoo" or "the internet company" of Yahoo's accounts."""
    said_by = {word.casefold() for word in _split(_folded(attribution.said_by))}
    named = {word for owner in owners for word in name_words(owner)}
    return bool(owners) and bool(said_by & FIRMS or said_by & named)


def one_authority(one: Figure, other: Figure) -> bool:
    """One speaker under any name, or the firm that both numbers belong to."""
    if same_speaker(one.attribution, other.attribution):
        return True
    owners = one.subjects + other.subjects
    return all(speaks_for_owner(figure.attribution, owners) for figure in (one, other))


def one_voice(one: Claim, other: Claim) -> bool:
    """One authority, or one outlet that speaks for itself both times."""
    if one_authority(one.figure, other.figure):
        return True
    nameless = not one.figure.attribution.said_by and not other.figure.attribution.said_by
    return nameless and one.source.outlet == other.source.outlet


def speaker_name(attribution: Attribution, outlet: str) -> str:
    """Whom to name in a sentence: the speaker, else the outlet in its own voice."""
    return attribution.said_by or outlet


def _folded(name: str) -> str:
    return name.casefold().replace("’", "'").strip()
