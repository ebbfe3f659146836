"""English nouns, adjectives and phrases for what happened to the things counted. Data only.

Statuses are rows of ``news.measures.STATUSES``. Sources: the reporting terms of IDMC and of casualty recorders, labour
and election reporting.
"""

from __future__ import annotations

from extractors.languages.language import table, words
from news.measures import STATUS_SETS

CASUALTIES = STATUS_SETS["casualties"]


def _statuses(text: str) -> dict[str, frozenset[str]]:
    return {word: frozenset({status}) for word, status in table(text).items()}


STATUS_NOUNS: dict[str, frozenset[str]] = {
    **_statuses(
        """
        killed: life, victim, death, fatality, dead, murder, homicide, killing, death toll, death-toll, toll,
            loss of life, martyr, drowning, femicide, assassination, massacre, slaying, execution, beheading, lynching,
            slaughter, manslaughter, shooting death, bodies, corpses, corpse
        wounded: injury, injured, wounded, wounding, hurt, beating, stabbing, maiming
        missing: missing, disappearance
        captured: capture
        arrested: arrest, detention, detainee
        displaced: displacement, displaced, refugee, idp, idps, exodus
        homeless: homeless, homelessness
        evacuated: evacuation, evacuee, relocation
        rescued: rescue, survivor
        hospitalised: hospitalisation, hospitalization, inpatient
        infected: infection
        deployed: deployment
        cut: layoff, lay-off, redundancy, job cut, job loss, dismissal, firing, downsizing
        employed: payroll, workforce, headcount, employee, staff
        unemployed: unemployment, jobless, unemployed, joblessness
        closed: closure, shutdown
        destroyed: destruction, demolition, burning, razing
        vaccinated: vaccine, vaccination, inoculation, jab
        attended: attendance, attendee, participant, crowd, demonstrator, protester, marcher, mourner, protestor
        turnout: turnout
        breached: breach, hack, theft, leak, intrusion
        fined: fine, penalty, judgment, judgement, award, settlement, damages, forfeiture
        interest: interest
        price: price, takeover, acquisition, purchase
        revenue: revenue, sale, turnover, sales
        profit: profit, earnings, income, surplus
        loss: deficit, shortfall, loss, losses, losse, gap, hole, overspend, overspending, overrun
        debt: debt, borrowing, indebtedness, liability
        inflation: inflation
        poverty: poverty
        approval: approval, popularity
        yield: yield
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

#: who did it to what is named behind an "of": "the killers of the six priests"
AGENT_NOUNS = _statuses(
    """
    killed: killer, murderer, assassin
    taken hostage: kidnapper, abductor, captor
    """
)

#: nouns that only bring a status along ("14,000 employees were cut", "saved 15 lives"): used when nothing else is said
WEAK_NOUNS = words(
    """
    life payroll workforce headcount employee staff crowd attendee participant demonstrator protester protestor
    marcher mourner hostage captive abductee refugee evacuee survivor detainee inpatient striker sale sales income
    earnings aid assistance funding package commitment loan hack theft leak intrusion budget bill fortune wealth
    package grant sales interest strike launch raid victim bodies corpses corpse work working worked works unidentified
    gap hole liability yield
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
    sheltered: sheltered
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
    destroyed: destroyed, ruined, flattened, levelled, leveled, razed, demolished
    damaged: damaged, uninhabitable, unlivable
    """
)

#: phrases of the clause (lower case) that decide where single words do not
STATUS_PHRASES: dict[str, str] = {
    "lost their lives": "killed",
    "lost his life": "killed",
    "lost her life": "killed",
    "lose their lives": "killed",
    "lost their homes": "homeless",
    "lose their homes": "homeless",
    "losing their homes": "homeless",
    "lost their houses": "homeless",
    "without shelter": "homeless",
    "left homeless": "homeless",
    "evacuated from their homes": "evacuated",
    "evacuate their homes": "evacuated",
    "from their homes": "displaced",
    "out of their homes": "displaced",
    "from their villages": "displaced",
    "forced to flee": "displaced",
    "forced to leave": "displaced",
    "flee their homes": "displaced",
    "fleeing their homes": "displaced",
    "abandon their homes": "displaced",
    "abandoned their homes": "displaced",
    "staying with relatives": "displaced",
    "took refuge": "sheltered",
    "taken refuge": "sheltered",
    "taking refuge": "sheltered",
    "take refuge": "sheltered",
    "sought refuge": "sheltered",
    "sought shelter": "sheltered",
    "seeking shelter": "sheltered",
    "in shelters": "sheltered",
    "in public shelters": "sheltered",
    "in temporary shelters": "sheltered",
    "in emergency shelters": "sheltered",
    "in temporary emergency shelters": "sheltered",
    "in evacuation centres": "sheltered",
    "in evacuation centers": "sheltered",
    "in relief camps": "sheltered",
    "in temporary camps": "sheltered",
    "in makeshift camps": "sheltered",
    "to higher ground": "evacuated",
    "to safer ground": "evacuated",
    "to safety": "evacuated",
    "partially destroyed": "damaged",
    "partly destroyed": "damaged",
    "on fire": "damaged",
    "set fire to": "damaged",
    "set ablaze": "damaged",
    "fled their homes": "displaced",
    "leave their homes": "displaced",
    "left their homes": "displaced",
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
    "admitted to": "hospitalised",
    "without power": "without power",
    "without electricity": "without power",
    "in need": "in need",
    "need aid": "in need",
    "go hungry": "in need",
}

#: statuses that only money has; the nouns behind them say nothing of a count ("vehicles for sale")
MONEY_STATUSES = words("revenue profit loss debt cost price worth interest pledged donated fined")

#: statuses that a share or a sum is the measure of: "the deficit ... It came to 15.4 percent"
MEASURED_STATUSES = MONEY_STATUSES | words("inflation poverty approval yield unemployed turnout growth damage")

#: nouns that shares of an economy or a firm are taken of: they tell nothing of what the share is
SHARE_BASES = words("gdp gnp output product income economy revenue turnover sales")
