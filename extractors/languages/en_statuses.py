"""English nouns and adjectives for what happened to the things counted. Data only.

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
        hospitalised: hospitalisation, hospitalization, inpatient, hospital admission
        discharged: discharge
        starving: famine, starvation
        malnourished: malnutrition, undernourishment
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
        breached: breach, hack, theft, intrusion
        fined: fine, penalty, judgment, judgement, award, settlement, damages, forfeiture
        interest: interest
        price: price, takeover, acquisition, purchase
        revenue: revenue, sale, turnover, sales
        profit: profit, earnings, income, surplus
        loss: deficit, shortfall, loss, losses, losse, gap, hole, overspend, overspending, overrun
        debt: debt, borrowing, indebtedness, liability
        inflation: inflation
        spilled: spill, leak, slick, leakage, spillage, gusher
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
    rescued: rescued, alive
    trapped: trapped, stranded
    besieged: besieged
    hospitalised: hospitalised, hospitalized
    contained: contained
    vaccinated: vaccinated, inoculated
    malnourished: malnourished, undernourished, underfed
    starving: starving, famished
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

#: what people are buried under; and where the dead are laid
BURYING = words("landslide mudslide rockslide avalanche rockfall rubble debris cave-in landslip")
GRAVES = words("grave graves cemetery cemeteries graveyard funeral funerals coffin coffins mosque church dead bodies")

#: statuses that only money has; the nouns behind them say nothing of a count ("vehicles for sale")
MONEY_STATUSES = words("revenue profit loss debt cost price worth interest pledged donated fined")

#: statuses that a share or a sum is the measure of: "the deficit ... It came to 15.4 percent"
MEASURED_STATUSES = MONEY_STATUSES | words(
    "inflation poverty approval yield unemployed turnout growth damage spilled destroyed contained"
)

#: nouns that shares of an economy or a firm are taken of: they tell nothing of what the share is
SHARE_BASES = words("gdp gnp output product income economy revenue turnover sales")
