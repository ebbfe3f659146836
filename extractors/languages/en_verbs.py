"""English verbs: what they say of the things counted, which only carry a number, which move it. Data only.

Statuses are rows of ``news.measures.STATUSES``.
"""

from __future__ import annotations

from extractors.languages.language import StatusRule, words

_PERSON = frozenset({"person"})
_JOB = frozenset({"job", "worker"})
_THING = frozenset({"building", "vehicle", "aircraft", "ship", "settlement", "missile"})
_MONEY = frozenset({"money"})
_DATA = frozenset({"account", "record", "customer"})
_LAND = frozenset({"territory", "settlement", "share", "area"})
_AIR = frozenset({"missile", "drone", "aircraft"})

#: lines of ``status | role | classes | verb lemmas``; classes "-" = any; the first rule that fits wins
_VERBS: tuple[tuple[str, str, frozenset[str], str], ...] = (
    (
        "killed",
        "object",
        frozenset(),
        "kill murder slay massacre execute behead assassinate martyr slaughter shoot_dead electrocute",
    ),
    ("killed", "subject", _PERSON | {"animal"}, "die perish drown succumb starve suffocate"),
    ("wounded", "object", _PERSON, "wound injure hurt maim beat stab"),
    ("casualties", "object", _PERSON, "shoot"),  # dead or only hit: the text does not say
    ("missing", "subject", _PERSON, "vanish disappear"),
    ("captured", "object", frozenset({"soldier", "militant", "tank", "vehicle"}), "capture seize"),
    ("captured", "subject", frozenset({"soldier", "militant"}), "surrender"),
    ("taken hostage", "object", _PERSON, "abduct kidnap"),
    ("arrested", "object", _PERSON, "arrest detain round apprehend jail imprison"),
    ("charged", "object", _PERSON, "charge indict prosecute"),
    ("convicted", "object", _PERSON, "convict sentence"),
    ("displaced", "object", _PERSON | {"household"}, "displace uproot"),
    ("displaced", "subject", _PERSON | {"household"}, "flee"),
    ("evacuated", "object", _PERSON | {"household", "home"}, "evacuate relocate"),
    ("sheltered", "object", _PERSON | {"household"}, "shelter accommodate house lodge"),
    ("sheltered", "subject", _PERSON | {"household"}, "shelter"),
    ("held", "object", frozenset({"hostage", "prisoner"}), "hold"),
    ("rescued", "object", _PERSON, "rescue save"),
    ("applied", "subject", _PERSON, "apply enrol enroll register sign_up"),
    ("rescued", "subject", _PERSON, "survive"),
    ("trapped", "object", _PERSON, "trap strand"),
    ("besieged", "object", _PERSON, "besiege"),
    ("hospitalised", "object", _PERSON, "hospitalise hospitalize treat"),
    ("hospitalised", "object", frozenset({"patient"}), "admit"),
    ("discharged", "object", _PERSON, "discharge"),
    ("malnourished", "object", _PERSON, "malnourish"),
    ("infected", "object", _PERSON, "infect sicken"),
    ("infected", "subject", _PERSON, "contract"),
    ("recovered", "subject", _PERSON, "recover"),
    ("recovered", "object", frozenset({"body", "victim"}), "recover retrieve pull find exhume"),
    ("identified", "object", _PERSON, "identify"),
    ("buried", "object", _PERSON, "bury inter"),
    ("destroyed", "object", _THING, "bury"),
    ("destroyed", "object", _THING | {"area"}, "eat devour scorch char blacken swallow engulf sweep ravage sear"),
    (
        "spilled",
        "any",
        frozenset({"volume", "mass"}),
        "leak spill gush pour spew escape flow seep discharge release ooze",
    ),
    ("in need", "subject", _PERSON, "need require lack"),
    ("deployed", "object", _PERSON | _THING, "deploy dispatch mobilise mobilize station"),
    ("deployed", "object", frozenset({"soldier", "officer"}), "send"),
    ("deployed", "subject", frozenset({"soldier", "officer"}), "go"),
    ("transferred", "object", _PERSON | _THING, "transfer redeploy ship"),
    (
        "attended",
        "any",
        _PERSON,
        "attend march protest rally demonstrate gather participate assemble flock fill throng join",
    ),
    ("on strike", "subject", _PERSON, "strike walk"),
    (
        "cut",
        "object",
        _JOB,
        "cut eliminate shed axe slash drop remove scrap trim lose fire dismiss sack furlough strip terminate "
        "lay take reduce impact affect",
    ),
    ("cut", "subject", frozenset({"job"}), "go disappear vanish"),
    ("cut", "subject", _JOB, "leave"),
    ("overstated", "object", frozenset(), "overstate overcount erase overestimate"),
    ("added", "object", _JOB, "add create gain generate fill supply"),
    ("added", "object", _PERSON | _JOB, "hire recruit"),
    ("employed", "object", _PERSON, "employ"),
    ("employed", "subject", _PERSON, "work"),
    ("closed", "object", frozenset({"building", "company", "store", "school"}), "close shut shutter"),
    ("closed", "subject", frozenset({"building", "company"}), "close"),
    (
        "destroyed",
        "object",
        _THING | {"animal", "area"},
        "destroy ruin flatten level demolish burn raze wipe wreck gut obliterate incinerate consume blow",
    ),
    ("destroyed", "subject", _THING | {"area"}, "collapse burn"),
    ("damaged", "object", _THING, "damage torch vandalise vandalize deface"),
    ("attacked", "object", _THING | _PERSON, "attack bomb shell dynamite sabotage raid ambush"),
    ("affected", "object", _PERSON | _THING | {"household"}, "affect"),
    ("shot down", "object", _AIR, "shoot down intercept neutralise neutralize downed destroy"),
    ("launched", "object", _AIR | {"attack"}, "launch fire unleash carry stage conduct"),
    ("lost", "object", frozenset({"customer", "voter"}), "lose"),
    ("losses", "object", frozenset({"soldier"}), "lose"),
    ("killed", "object", _PERSON, "lose claim"),
    ("loss", "object", _MONEY, "lose"),
    ("lost", "object", frozenset(), "lose cede surrender"),
    ("retaken", "object", _LAND, "retake recapture liberate reclaim regain claw win_back"),
    ("captured", "object", _LAND, "capture seize occupy take control"),
    ("breached", "object", _DATA, "breach steal expose compromise hack leak affect take touch reach access hit"),
    ("offered", "object", frozenset(), "sell offer"),
    ("fined", "object", _MONEY | {"company"}, "fine penalise penalize"),
    ("fined", "object", _MONEY, "impose order award"),
    ("price", "object", _MONEY, "buy acquire purchase"),
    ("pledged", "object", _MONEY, "pledge promise allocate commit earmark approve grant appeal ask seek request"),
    ("donated", "object", _MONEY, "donate"),
    ("paid", "object", _MONEY, "pay"),
    ("raised", "object", _MONEY, "raise"),
    ("invested", "object", _MONEY, "invest"),
    ("spent", "object", _MONEY, "spend"),
    ("cost", "object", _MONEY, "cost"),
    ("worth", "object", _MONEY, "value"),
    ("revenue", "object", _MONEY, "earn"),
    ("vaccinated", "object", _PERSON, "vaccinate inoculate immunise immunize"),
    ("counted", "object", frozenset({"vote", "share"}), "count process tally"),
    ("voted for", "object", frozenset({"vote", "share"}), "receive win get take give garner secure poll obtain"),
    ("seats won", "object", frozenset({"seat"}), "win take secure gain"),
)


def _rules() -> dict[str, tuple[StatusRule, ...]]:
    rules: dict[str, list[StatusRule]] = {}
    for status, role, classes, verbs in _VERBS:
        for verb in verbs.split():
            rules.setdefault(verb, []).append(StatusRule(status, role, classes))
    return {verb: tuple(found) for verb, found in rules.items()}


STATUS_VERBS = _rules()

#: verbs that only carry a number: what is counted stands in their other arguments
LIGHT_VERBS = words(
    """
    acknowledge recognise recognize concede
arrive land settle reckon judge gauge assess talk
    be have do say tell report put give count see reach rise climb fall drop grow increase decrease stand remain hit
    pass top exceed total number list estimate believe think expect fear confirm record register document show find
    know include make come bring raise lower cut revise update leave cause become suggest indicate speak write
    announce claim note add place set get take number cover go run happen continue follow need want state mention
    quote cite surpass approach near amount peak jump soar swell surge shrink decline double plunge dip slip edge
    slow widen narrow describe call consider seem appear let keep use look feel turn try help start begin end would
    could may might will
    """
)
CHANGE_VERBS = words(
    """
    rise climb fall drop grow increase decrease jump soar swell surge shrink decline plunge dip slip edge raise
    lower cut revise reduce slash trim go move up down widen narrow change adjust expand tumble gain lose ease slide
    spike advance retreat lengthen shorten bring downgrade upgrade correct update plummet shed quadruple double
    triple boost hike lift rose fell grew went gone came shot moved pushed climbing rising falling climbed dropped
    increased decreased jumped soared declined plunged slipped raised lowered revised reduced slashed trimmed went
    moved widened narrowed changed adjusted expanded brought downgraded upgraded corrected updated lengthened
    shortened growth increase decrease drop decline reduction swelled surged cutting raising lowering reducing
    increasing climbing boosted hiked lifted slid slow slowed ease eased
    """
)

#: lemmas of verbs by which something gets more, or less, by the amount that follows
RISES = words(
    """
    rise climb grow increase jump soar swell surge gain advance expand spike strengthen rally rebound leap rocket
    balloon appreciate recover widen lengthen skyrocket accelerate inch edge tick bounce
    """
)
FALLS = words(
    """
    fall drop shrink decline decrease plunge dip slip lose tumble slide sink shed plummet retreat slump narrow crash
    weaken depreciate ease contract dive tank shorten slow collapse
    """
)

#: "went up to 5" tells a direction; "raised up to 5" a limit
MOVEMENTS = words(
    "go goes going went gone climb climbs climbed climbing rise rises rose risen rising shot moved moves crept jumped "
    "ticked edged pushed brought soared surged came revised"
)
