"""English words for what happened to the things counted, and for how sure, new or contested a number is. Data only.

Statuses are rows of ``news.measures.STATUSES``. Sources: the reporting terms of IDMC and of casualty recorders, labour
and election reporting, the cue verbs of revision found in reports of revised counts.
"""

from __future__ import annotations

from extractors.languages.language import StatusRule, phrases, table, words
from news.measures import STATUS_SETS

CASUALTIES = STATUS_SETS["casualties"]


def _statuses(text: str) -> dict[str, frozenset[str]]:
    return {word: frozenset({status}) for word, status in table(text).items()}


STATUS_NOUNS: dict[str, frozenset[str]] = {
    **_statuses(
        """
        killed: life, victim, death, fatality, dead, murder, homicide, killing, death toll, death-toll, toll,
            loss of life, martyr, drowning, femicide
        wounded: injury, injured, wounded, wounding, hurt
        missing: missing, disappearance
        captured: capture
        arrested: arrest, detention, detainee
        displaced: displacement, displaced, refugee
        homeless: homeless, homelessness
        evacuated: evacuation, evacuee
        rescued: rescue, survivor
        hospitalised: hospitalisation, hospitalization, inpatient
        infected: infection
        deployed: deployment
        cut: layoff, lay-off, redundancy, job cut, job loss, dismissal, firing, downsizing
        employed: payroll, workforce, headcount, employee, staff
        unemployed: unemployment, jobless, unemployed, joblessness
        closed: closure, shutdown
        destroyed: destruction
        attended: attendance, attendee, participant, crowd, demonstrator, protester, marcher, mourner, protestor
        turnout: turnout
        breached: breach, hack, theft, leak, intrusion
        fined: fine, penalty, judgment, judgement, award, settlement, damages, forfeiture
        interest: interest
        price: price, takeover, acquisition, purchase
        revenue: revenue, sale, turnover, sales
        profit: profit, earnings, income, surplus
        loss: deficit, shortfall
        cost: cost, bill, spending, budget, expenditure, price tag, expense
        damage: damage
        pledged: pledge, aid, assistance, funding, grant, package, commitment, loan, appeal
        donated: donation
        worth: worth, fortune, valuation, wealth, market value, net worth
        besieged: besieged
        taken hostage: hostage, captive, abductee
        lead: lead, margin, majority
        on strike: walkout, strike, stoppage, striker
        launched: launch, barrage, salvo
        """
    ),
    "casualty": CASUALTIES,
    "casualties": CASUALTIES,
}

#: nouns that only bring a status along ("14,000 employees were cut", "saved 15 lives"): used when nothing else is said
WEAK_NOUNS = words(
    """
    life payroll workforce headcount employee staff crowd attendee participant demonstrator protester protestor
    marcher mourner hostage captive abductee refugee evacuee survivor detainee inpatient striker sale sales income
    earnings aid assistance funding package commitment loan hack theft leak intrusion budget bill fortune wealth
    package grant sales interest strike launch raid victim
    """
)

STATUS_ADJECTIVES = _statuses(
    """
    killed: dead, killed, slain, murdered, deceased, fatal, drowned, martyred, fallen
    wounded: wounded, injured, hurt, maimed
    missing: missing, unaccounted
    captured: captured
    taken hostage: abducted, kidnapped, hostage
    arrested: arrested, detained
    displaced: displaced, uprooted
    homeless: homeless
    evacuated: evacuated
    rescued: rescued
    trapped: trapped, stranded
    besieged: besieged
    hospitalised: hospitalised, hospitalized
    infected: infected, sick, ill
    identified: identified
    unidentified: unidentified
    buried: buried
    recovered: recovered
    unemployed: unemployed, jobless
    employed: employed
    destroyed: destroyed, ruined, flattened, levelled, leveled
    damaged: damaged
    """
)

_PERSON = frozenset({"person"})
_JOB = frozenset({"job", "worker"})
_THING = frozenset({"building", "vehicle", "aircraft", "ship", "settlement", "missile"})
_MONEY = frozenset({"money"})
_DATA = frozenset({"account", "record", "customer"})
_LAND = frozenset({"territory", "settlement", "share"})
_AIR = frozenset({"missile", "drone", "aircraft"})

#: lines of ``status | role | classes | verb lemmas``; classes "-" = any; the first rule that fits wins
_VERBS: tuple[tuple[str, str, frozenset[str], str], ...] = (
    (
        "killed",
        "object",
        frozenset(),
        "kill murder slay massacre execute behead assassinate martyr slaughter shoot_dead electrocute",
    ),
    ("killed", "subject", _PERSON, "die perish drown succumb starve suffocate"),
    ("wounded", "object", _PERSON, "wound injure hurt maim"),
    ("missing", "subject", _PERSON, "vanish disappear"),
    ("captured", "object", frozenset({"soldier", "militant", "tank", "vehicle"}), "capture seize"),
    ("captured", "subject", frozenset({"soldier", "militant"}), "surrender"),
    ("taken hostage", "object", _PERSON, "abduct kidnap"),
    ("arrested", "object", _PERSON, "arrest detain round apprehend jail imprison"),
    ("charged", "object", _PERSON, "charge indict prosecute"),
    ("convicted", "object", _PERSON, "convict sentence"),
    ("displaced", "object", _PERSON | {"household"}, "displace uproot"),
    ("displaced", "subject", _PERSON | {"household"}, "flee"),
    ("evacuated", "object", _PERSON | {"household"}, "evacuate relocate"),
    ("rescued", "object", _PERSON, "rescue save"),
    ("rescued", "subject", _PERSON, "survive"),
    ("trapped", "object", _PERSON, "trap strand"),
    ("besieged", "object", _PERSON, "besiege"),
    ("hospitalised", "object", _PERSON, "hospitalise hospitalize admit"),
    ("infected", "object", _PERSON, "infect sicken"),
    ("infected", "subject", _PERSON, "contract"),
    ("recovered", "subject", _PERSON, "recover"),
    ("recovered", "object", frozenset({"body", "victim"}), "recover retrieve pull find exhume"),
    ("identified", "object", _PERSON, "identify"),
    ("buried", "object", _PERSON, "bury inter"),
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
    ("cut", "subject", _JOB, "go disappear vanish leave"),
    ("overstated", "object", frozenset(), "overstate overcount erase overestimate"),
    ("added", "object", _JOB, "add create gain generate hire recruit fill supply employ_new"),
    ("employed", "object", _PERSON, "employ"),
    ("employed", "subject", _PERSON, "work"),
    ("closed", "object", frozenset({"building", "company", "store", "school"}), "close shut shutter"),
    ("closed", "subject", frozenset({"building", "company"}), "close"),
    ("destroyed", "object", _THING | {"animal"}, "destroy ruin flatten level demolish burn raze wipe wreck gut"),
    ("destroyed", "subject", _THING, "collapse"),
    ("damaged", "object", _THING, "damage"),
    ("shot down", "object", _AIR, "shoot down intercept neutralise neutralize downed destroy"),
    ("launched", "object", _AIR | {"attack"}, "launch fire unleash carry stage conduct"),
    ("losses", "object", frozenset({"soldier"}), "lose"),
    ("killed", "object", _PERSON, "lose claim"),
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

#: phrases of the clause (lower case) that decide where single words do not
STATUS_PHRASES: dict[str, str] = {
    "lost their lives": "killed",
    "lost his life": "killed",
    "lost her life": "killed",
    "lose their lives": "killed",
    "lost their homes": "homeless",
    "lose their homes": "homeless",
    "losing their homes": "homeless",
    "without shelter": "homeless",
    "left homeless": "homeless",
    "forced from their homes": "displaced",
    "fled their homes": "displaced",
    "leave their homes": "displaced",
    "left their homes": "displaced",
    "driven from their homes": "displaced",
    "took part": "attended",
    "taken part": "attended",
    "taking part": "attended",
    "took to the streets": "attended",
    "taken to the streets": "attended",
    "turned out": "attended",
    "came out": "attended",
    "walked out": "on strike",
    "went on strike": "on strike",
    "on strike": "on strike",
    "new jobs": "added",
    "new positions": "added",
    "new roles": "added",
    "laid off": "cut",
    "lay off": "cut",
    "laying off": "cut",
    "lays off": "cut",
    "let go": "cut",
    "lose their jobs": "cut",
    "losing their jobs": "cut",
    "lost their jobs": "cut",
    "lose their posts": "cut",
    "lost their posts": "cut",
    "made redundant": "cut",
    "jobs at risk": "cut",
    "on its payroll": "employed",
    "on the payroll": "employed",
    "out of work": "unemployed",
    "shot down": "shot down",
    "shoot down": "shot down",
    "shooting down": "shot down",
    "brought down": "shot down",
    "taken hostage": "taken hostage",
    "took hostage": "taken hostage",
    "held hostage": "taken hostage",
    "taken captive": "taken hostage",
    "gone missing": "missing",
    "went missing": "missing",
    "unaccounted for": "missing",
    "on their way": "transferred",
    "given up": "lost",
    "gave up": "lost",
    "giving up": "lost",
    "tested positive": "infected",
    "carried out": "launched",
    "net worth": "worth",
    "tally sheets": "published",
    "in hospital": "hospitalised",
    "taken to hospital": "hospitalised",
    "without power": "without power",
    "without electricity": "without power",
    "in need": "in need",
    "need aid": "in need",
    "go hungry": "in need",
}

#: verbs that only carry a number: what is counted stands in their other arguments
LIGHT_VERBS = words(
    """
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
    increasing climbing boosted hiked lifted slid
    """
)

#: "went up to 5" tells a direction; "raised up to 5" a limit
MOVEMENTS = words(
    "go goes going went gone climb climbs climbed climbing rise rises rose risen rising shot moved moves crept jumped "
    "ticked edged pushed brought soared surged came revised"
)
#: statuses that only money has; the nouns behind them say nothing of a count ("vehicles for sale")
MONEY_STATUSES = words("revenue profit loss cost price worth interest pledged donated fined")

BACKGROUND_BEFORE = phrases(
    """
    down from; up from; from a previous; from an earlier; from the previous; from the earlier; from an initial;
    compared with; compared to; previous estimate of; earlier estimate of; previous estimates of; earlier estimates
    of; previous figure of; earlier figure of; initial estimate of; initial toll of; previous toll of; earlier toll
    of; previously reported; first reporting; first reported; previous count of; earlier count of; initial count of;
    had spoken of; had talked of; had reported; had estimated; had put; had announced; had given; had listed; had
    counted; had claimed; had shown; had revealed; against a forecast of; forecast of; against the; not the; instead
    of; rather than; opened at; earlier reports of; previous edition; initially announced; initially reported; until
    now; originally reported; at first; had initially; had earlier; had previously; revised from; lowered from;
    initially put; previously put; previously said; earlier said; earlier reported; initially said; up on; as
    recently as; replacing; versus; earlier claim of; initial claim of;  a year earlier; had
    forecast; had predicted; had expected; together with the; previously announced
    """
)
BACKGROUND_AFTER = phrases(
    """
    initially announced; first announced; previously announced; initially reported; previously reported; first
    reported; originally announced; originally reported; revealed last; announced earlier; reported earlier;
    announced in; announced last; reported last; reported previously; reported before; it had announced; had
    announced; had reported; had counted; had estimated;
    had stated; had been reported; recorded earlier; earlier reported; earlier announced; a year
    earlier; a year ago; the year before; in the previous; the agency had; removed in; cut in late; were counting
    on; had pencilled in; had expected; had forecast
    """
)

DENIAL_VERBS = words(
    """
    deny reject refute dismiss rebut disavow repudiate disown contradict debunk discredit retract withdraw
    """
)
UNCONFIRMED_PHRASES = phrases(
    """
    could not confirm; cannot confirm; can not confirm; could not be confirmed; cannot be confirmed; could not
    verify; cannot verify; could not be verified; could not be independently; cannot be independently; cannot be
    verified; declined to confirm; refused to confirm; has not confirmed; have not confirmed; had not confirmed; did
    not confirm; unable to confirm; unable to verify; not been independently; not been confirmed; neither confirmed
    nor denied; would not confirm; not independently verified; no confirmation of; could not independently; not yet
    confirmed
    """
)
PLANNED_WORDS = words(
    """
    will shall to-be plans planned planning upcoming
    """
)
PLANNED_VERBS = words(
    """
    plan intend aim prepare want decide agree propose seek vow pledge promise ready schedule set mean order
    """
)
FORECAST_WORDS = words(
    """
    could may might would feared potentially possibly likely projected forecast expected
    """
)
FORECAST_VERBS = words(
    """
    fear forecast project predict expect anticipate warn threaten risk
    """
)
THRESHOLD_WORDS = words(
    """
    threshold limit cap quota ceiling requirement minimum maximum required quorum
    """
)
PART_WORDS = phrases(
    """
    including; include; includes; included; among them; among whom; of whom; of which; of them; of these; of those;
    of the; among those; among the
    """
)
RECORD_WORDS = frozenset(["record", "all-time", "unprecedented", "peak"])
PRELIMINARY_WORDS = phrases(
    """
    preliminary; provisional; not final; so far; initial count; initial estimate; early count; first count; not yet
    final; still counting; expected to rise; likely to rise; may rise; could rise; set to rise; partial results;
    could change; may still; early results
    """
)
REVISION_WORDS = words(
    """
    revise revised revises revising revision lowered lowers lowering corrected corrects correction correcting
    correct retracted retracts retraction retract adjusted adjusts adjustment adjusting updated update updates
    restated restate recount recounted rewritten rewrites amended amends backtracked backtracks walked-back withdrew
    withdrawn downgraded upgraded clarified admitted admits overstated understated downward upward reclassified
    replaces replacing replaced originally previously initially mistakenly erroneously wrongly error mistake
    miscounted reduced erased
    """
)
DISPUTE_WORDS = words(
    """
    disputes disputed dispute denies denied deny rejects rejected reject refutes refuted contradicts contradicted
    contradicting contradict dwarfs challenges challenged contested contests dismissed dismisses exaggerated
    inflated false fake untrue misleading disinformation differs differ discrepancy conflicting contrary far unlike
    whereas although however gap independent
    """
)
