"""English words by which news reports who said what. Data only.

Sources: verbs counted as cues in news attribution corpora (Pareti 2015; Newell, Margolin & Ruths 2018), the quotative
verbs of the Guardian/AFP quote study (2021), and the wire style books' verbs for figures ("put", "count", "tally").
The class says what the speaker does; ``quotes`` and ``attribution`` read it, nothing else.
"""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


SAY = _words(
    """say tell add note explain write state remark comment observe recall recount reply respond answer repeat
reiterate continue stress emphasize emphasise underline underscore highlight mention tweet post remind joke quip
elaborate clarify testify chime interject read inform brief report relate opine muse conclude begin start go describe
characterize characterise summarize summarise lament complain advise caution warn signal indicate suggest hint imply
reason argue counter retort shoot fire specify detail outline hail praise condemn criticize criticise slam blast
denounce thank apologize apologise boast brag concede acknowledge admit confess agree disagree object protest point show
whisper shout yell scream cry exclaim chant declare proclaim preach venture volunteer label dub joke laugh sigh
echo narrate wonder speculate theorize"""
)

CLAIM = _words("""claim allege assert contend maintain insist charge accuse purport tout swear vouch blame boast""")

DENY = _words("""deny dispute refute reject dismiss rebut contradict disavow repudiate disprove deride""")

ANNOUNCE = _words(
    """announce confirm reveal disclose release publish issue declare unveil vow pledge promise threaten
guarantee assure report find learn discover verify establish leak broadcast air relay document register
record"""
)

ESTIMATE = _words(
    """estimate count calculate reckon put tally predict project forecast expect anticipate assess
judge gauge believe think assume guess compute tot number peg total
    list place give compile set speak talk fear raise lower cut revise correct adjust amend restate
        arrive"""
)

ASK = _words("""ask question inquire enquire urge request demand call appeal plead beg implore query invite order""")

CITE = _words("""cite quote attribute reference credit""")

# How a verb is used matters more than its meaning: these count as cues only with a clause or a quotation under them.
CLAUSE_ONLY = frozenset(
    _words(
        """begin start go read show relate fire shoot laugh sigh cry find learn discover number put total peg tot count
    record register document release publish issue post air broadcast think believe expect assume guess judge point
    continue call order charge maintain reason label dub highlight signal read fire leak establish describe praise
    condemn hail slam blast blame thank invite conclude agree object answer note reject dismiss demand recall project
    detail outline list place give compile set speak talk fear raise
    lower cut revise correct adjust amend restate bring"""
    )
)

# Cues of direct speech only: "he began", "she went on"; with a clause of their own they tell deeds.
ONLY_QUOTES = frozenset(_words("begin start go continue shoot fire laugh sigh cry"))

# Verbs that put a name on something; a fragment in marks under them is their subject's word.
NAMING = frozenset(
    _words(
        """call describe brand label dub term blast slam denounce dismiss refer liken rate criticize criticise accuse
        praise hail mock ridicule characterize characterise portray cast deem decry lambaste condemn applaud compare
        declare pronounce nickname paint use coin invoke reference commend laud rip tout scold deride bash tweet"""
    )
)

# Verbs of mind and expectation: their subject holds the view, but nobody was heard saying it.
MIND = frozenset(_words("think believe expect anticipate assume guess wonder muse judge learn discover find hope"))

CUE_CLASS: dict[str, str] = {
    verb: name
    for name, verbs in (
        ("say", SAY),
        ("ask", ASK),
        ("cite", CITE),
        ("claim", CLAIM),
        ("deny", DENY),
        ("announce", ANNOUNCE),
        ("estimate", ESTIMATE),
    )
    for verb in verbs
}

IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "put": ("puts", "put", "putting"),
    "read": ("reads", "read", "reading"),
    "go": ("goes", "went", "gone", "going"),
    "begin": ("begins", "began", "begun", "beginning"),
    "show": ("shows", "showed", "shown", "showing"),
    "shoot": ("shoots", "shot", "shooting"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "find": ("finds", "found", "finding"),
    "learn": ("learns", "learned", "learnt", "learning"),
    "think": ("thinks", "thought", "thinking"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "give": ("gives", "gave", "given", "giving"),
    "set": ("sets", "set", "setting"),
    "cut": ("cuts", "cut", "cutting"),
    "bring": ("brings", "brought", "bringing"),
    "admit": ("admits", "admitted", "admitting"),
    "leak": ("leaks", "leaked", "leaking"),
    "beg": ("begs", "begged", "begging"),
    "brag": ("brags", "bragged", "bragging"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "peg": ("pegs", "pegged", "pegging"),
    "tot": ("tots", "totted", "totting"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "quip": ("quips", "quipped", "quipping"),
    "slam": ("slams", "slammed", "slamming"),
    "total": ("totals", "totaled", "totalled", "totaling", "totalling"),
    "signal": ("signals", "signaled", "signalled", "signaling", "signalling"),
    "broadcast": ("broadcasts", "broadcast", "broadcasting"),
}

# Nouns that carry a statement: "the ministry's toll", "a count by Reuters", "figures from the agency".
CUE_NOUNS = frozenset(
    _words(
        """statement claim estimate count tally toll figure data datum assessment report announcement account allegation
    assertion calculation projection forecast analysis survey poll study census briefing release address interview
    tweet post remark comment testimony prediction warning number total statistic finding update bulletin audit
    assumption review"""
    )
)

# The subset whose possessor made it even when that is a place: "South Korea's estimate", not "Turkey's toll".
OWNED_NOUNS = frozenset(
    _words(
        """estimate assessment count tally claim calculation projection forecast reckoning statement data datum
        allegation assertion analysis prediction warning report account finding bulletin testimony survey poll figure
        version list record book"""
    )
)

# Nouns that stand for somebody's view of a number: "by the police's reckoning", "on the union's figures".
VIEWS = OWNED_NOUNS | frozenset(_words("figure number view book eye telling calculation reading tally"))
VIEW_LINKS = frozenset(_words("by on in from under at to"))

# Verbs whose bare object is what they state when it holds a number: "counted 27 deaths", "put the toll at 300".
FIGURE_VERBS = frozenset(
    _words(
        """estimate count put list report record register document tally announce confirm claim deny place mention
        give forecast predict project order reckon allege reveal disclose admit publish release verify peg speak
        talk write calculate expect note compile set recognize warn say arrive reject raise lower cut revise
        assess number fear repeat acknowledge concede corroborate name think suggest insist maintain see have find
        detect anticipate foresee budget register recall correct adjust amend restate"""
    )
)

# Verbs that state a number with a preposition ("stands by 2,975", "argued for 4.19 million").
STATED_WITH: dict[str, tuple[str, ...]] = {
    "stand": ("by",), "stick": ("by", "to", "with"), "hold": ("to",), "keep": ("to",), "insist": ("on", "upon"),
    "argue": ("for",), "admit": ("to",), "own": ("to",), "confess": ("to",), "boast": ("of",), "think": ("of",),
    "come": ("with",), "arrive": ("at",), "settle": ("on", "for", "at"), "agree": ("on",), "land": ("on", "at"),
    "reckon": ("with", "on"), "speak": ("of",), "talk": ("of", "about"), "hint": ("at",), "point": ("to",),
    "refer": ("to",), "count": ("on",), "go": ("for",), "guess": ("at",), "know": ("of",), "learn": ("of",),
    "hear": ("of",), "aim": ("for", "at"), "plead": ("for",), "ask": ("for",), "call": ("for",),
}  # fmt: skip

# What a count, a list or a survey does with its number ("the Reuters tally stands at 1,300").
HOLDING = frozenset(
    _words("be stand have give show hold contain list put reach rise come include name number run total find")
)
# Who reports numbers without being an office or a body.
REPORTING_GROUPS = frozenset(
    _words("organisers organizers police protesters officials witnesses residents unions researchers rebels")
)
# Words between a speaker and a number under the verb before ("organisers only 50,000").
NUMBER_LINKS = frozenset(
    _words("on of at only just about some around nearly almost over more than between for no fewer up to")
)

# Of these only with a counting noun as object, or a level: "raised its count to 300", "gave attendance as 300".
LIGHT_VERBS = frozenset(
    _words("give raise lower cut revise put place set order compile arrive correct adjust amend restate number")
)
LEVELS = CUE_NOUNS | frozenset(
    _words(
        """attendance turnout size cost damage value worth fortune loss losses death deaths casualty dead strength
        share price bill population population crowd reckoning lives"""
    )
)

# Verbs that state what follows "of": "spoke of 150 dead".
SPEAK_OF = frozenset(_words("speak talk write tell warn hear boast complain think"))

DOUBT = (
    "reportedly", "allegedly", "purportedly", "supposedly", "apparently", "ostensibly", "likely", "probably",
    "possibly", "unconfirmed", "unverified",
)  # fmt: skip

# Where and how it was said: these follow "in", "on", "at", "during" after the cue and are no part of the content.
OCCASIONS = frozenset(
    _words(
        """statement interview address speech briefing conference tweet post message letter email e-mail call report
    article column broadcast podcast hearing release telegram facebook twitter x instagram youtube television tv radio
    channel website page video update bulletin memo note session meeting news"""
    )
)

NUMBER_WORDS = frozenset(
    _words(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion trillions dozen dozens score scores couple handful half halves third thirds
    quarter quarters fifth fifths sixth tenth tenths double doubled doubling triple tripled twice thrice quadrupled
    majority most several few none zero nobody no"""
    )
)


def forms(lemma: str) -> tuple[str, ...]:
    """All inflected forms of a cue verb, the lemma first."""
    if lemma in IRREGULAR:
        return (lemma, *IRREGULAR[lemma])
    if lemma.endswith("e"):
        return (lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing")
    plural = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x")) else f"{lemma}s"
    return (lemma, plural, f"{lemma}ed", f"{lemma}ing")


LEMMA_OF: dict[str, str] = {form: lemma for lemma in CUE_CLASS for form in forms(lemma)}

# "is believed to have lost": a view without a holder, a doubt to the reader.
MIND_PASSIVE = frozenset(_words("believed thought feared presumed assumed suspected rumored rumoured alleged"))
