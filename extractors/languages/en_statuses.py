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

#: phrases of the clause (lower case) that decide where single words do not
STATUS_PHRASES: dict[str, str] = {
    "sent home": "discharged",
    "gone home": "discharged",
    "went home": "discharged",
    "left hospital": "discharged",
    "leave hospital": "discharged",
    "left the hospital": "discharged",
    "released from hospital": "discharged",
    "released from the hospital": "discharged",
    "been discharged": "discharged",
    "were discharged": "discharged",
    "allowed home": "discharged",
    "out of hospital": "discharged",
    "in a critical state": "critical",
    "in critical condition": "critical",
    "in a critical condition": "critical",
    "in critical state": "critical",
    "in serious condition": "critical",
    "in a serious condition": "critical",
    "in grave condition": "critical",
    "critically ill": "critical",
    "critically injured": "critical",
    "critically wounded": "critical",
    "fighting for their lives": "critical",
    "fighting for life": "critical",
    "on life support": "critical",
    "in intensive care": "critical",
    "remain critical": "critical",
    "remained critical": "critical",
    "are critical": "critical",
    "were critical": "critical",
    "in a coma": "critical",
    "under the rubble": "trapped",
    "under rubble": "trapped",
    "beneath the rubble": "trapped",
    "in the rubble": "trapped",
    "under the ruins": "trapped",
    "under the debris": "trapped",
    "under debris": "trapped",
    "beneath the debris": "trapped",
    "under the earth": "trapped",
    "under the mud": "trapped",
    "under mud": "trapped",
    "under the snow": "trapped",
    "under collapsed": "trapped",
    "beneath collapsed": "trapped",
    "under the collapsed": "trapped",
    "buried alive": "trapped",
    "buried under": "trapped",
    "buried beneath": "trapped",
    "buried by": "trapped",
    "in famine": "starving",
    "into famine": "starving",
    "of famine": "starving",
    "facing famine": "starving",
    "face famine": "starving",
    "famine conditions": "starving",
    "famine-like": "starving",
    "face starvation": "starving",
    "facing starvation": "starving",
    "at risk of starvation": "starving",
    "dying of hunger": "starving",
    "catastrophic hunger": "starving",
    "catastrophic food": "starving",
    "starving": "starving",
    "severely malnourished": "malnourished",
    "acutely malnourished": "malnourished",
    "acute malnutrition": "malnourished",
    "severe malnutrition": "malnourished",
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
    "to hospital": "hospitalised",
    "to a hospital": "hospitalised",
    "to the hospital": "hospitalised",
    "to nearby hospitals": "hospitalised",
    "to local hospitals": "hospitalised",
    "to area hospitals": "hospitalised",
    "to several hospitals": "hospitalised",
    "in hospitals": "hospitalised",
    "hospital treatment": "hospitalised",
    "hospital care": "hospitalised",
    "need hospital": "hospitalised",
    "needed hospital": "hospitalised",
    "to clinics": "hospitalised",
    "to medical centres": "hospitalised",
    "to medical centers": "hospitalised",
    "to emergency rooms": "hospitalised",
    "being treated": "hospitalised",
    "under treatment": "hospitalised",
    "received treatment": "hospitalised",
    "receiving treatment": "hospitalised",
    "medical treatment": "hospitalised",
    "out alive": "rescued",
    "pulled alive": "rescued",
    "found alive": "rescued",
    "brought to safety": "rescued",
    "taken to safety": "rescued",
    "plucked from": "rescued",
    "winched to": "rescued",
    "on board": "aboard",
    "aboard": "aboard",
    "inside the building": "aboard",
    "in the building": "aboard",
    "inside at the time": "aboard",
    "were inside": "aboard",
    "in the mine": "aboard",
    "was carrying": "aboard",
    "were carrying": "aboard",
    "were travelling on": "aboard",
    "were traveling on": "aboard",
    "need food": "in need",
    "needs food": "in need",
    "need of food": "in need",
    "needing food": "in need",
    "in need of": "in need",
    "need help": "in need",
    "need assistance": "in need",
    "need humanitarian": "in need",
    "require aid": "in need",
    "require assistance": "in need",
    "requires assistance": "in need",
    "rely on aid": "in need",
    "depend on aid": "in need",
    "wait for food": "in need",
    "waiting for food": "in need",
    "lack of food": "in need",
    "lack food": "in need",
    "enough food": "in need",
    "enough to eat": "in need",
    "food insecure": "in need",
    "food-insecure": "in need",
    "food insecurity": "in need",
    "going hungry": "in need",
    "face hunger": "in need",
    "facing hunger": "in need",
    "acute hunger": "in need",
    "severe hunger": "in need",
    "crisis levels of hunger": "in need",
    "without enough": "in need",
    "without clean water": "in need",
    "without drinking water": "in need",
    "crossed into": "displaced",
    "crossed the border": "displaced",
    "fled to": "displaced",
    "fled into": "displaced",
    "fled across": "displaced",
    "driven from": "displaced",
    "driven out": "displaced",
    "chased from": "displaced",
    "uprooted from": "displaced",
    "had to leave their": "displaced",
    "have to leave their": "displaced",
    "lost their homes and fled": "displaced",
    "on the move": "displaced",
    "into exile": "displaced",
    "forced out of": "displaced",
    "forced from": "displaced",
    "without a name": "unidentified",
    "not been identified": "unidentified",
    "not identified": "unidentified",
    "yet to be identified": "unidentified",
    "not yet identified": "unidentified",
    "could not be identified": "unidentified",
    "nobody has claimed": "unidentified",
    "not been claimed": "unidentified",
    "remain unclaimed": "unidentified",
    "remain nameless": "unidentified",
    "known by name": "identified",
    "been named": "identified",
    "identified by name": "identified",
    "walk out": "on strike",
    "walks out": "on strike",
    "walked off": "on strike",
    "walk off": "on strike",
    "walking out": "on strike",
    "down tools": "on strike",
    "downed tools": "on strike",
    "downing tools": "on strike",
    "laid down tools": "on strike",
    "stopped work": "on strike",
    "stop work": "on strike",
    "stayed off work": "on strike",
    "stay off work": "on strike",
    "joined the strike": "on strike",
    "join the strike": "on strike",
    "joined the walkout": "on strike",
    "go on strike": "on strike",
    "goes on strike": "on strike",
    "going on strike": "on strike",
    "gone on strike": "on strike",
    "too many": "cut",
    "no longer needed": "cut",
    "jobs will go": "cut",
    "jobs have to go": "cut",
    "jobs would go": "cut",
    "posts will go": "cut",
    "posts have to go": "cut",
    "posts would go": "cut",
    "to be axed": "cut",
    "surplus to": "cut",
    "on the dole": "cut",
    "asked to leave": "cut",
    "buyouts": "cut",
    "buyout": "cut",
    "voluntary redundancy": "cut",
    "early retirement": "cut",
    "pink slips": "cut",
    "fallen ill": "infected",
    "fell ill": "infected",
    "falling ill": "infected",
    "taken ill": "infected",
    "fell sick": "infected",
    "fallen sick": "infected",
    "fall ill": "infected",
    "become ill": "infected",
    "became ill": "infected",
    "made ill": "infected",
    "got sick": "infected",
    "been sickened": "infected",
    "with symptoms": "infected",
    "being looked for": "missing",
    "still looked for": "missing",
    "still being sought": "missing",
    "food poisoning": "infected",
    "contracted the": "infected",
    "cost the lives": "killed",
    "lost lives": "killed",
    "paid with their lives": "killed",
    "did not survive": "killed",
    "failed to survive": "killed",
    "found dead": "killed",
    "shot dead": "killed",
    "pronounced dead": "killed",
    "died of": "killed",
    "burned to death": "killed",
    "crushed to death": "killed",
    "trampled to death": "killed",
    "frozen to death": "killed",
    "stabbed to death": "killed",
    "bled to death": "killed",
    "out dead": "killed",
    "no trace": "missing",
    "cannot be found": "missing",
    "could not be found": "missing",
    "not been found": "missing",
    "not been heard": "missing",
    "not been seen": "missing",
    "not been traced": "missing",
    "whereabouts unknown": "missing",
    "feared lost": "missing",
    "remain unaccounted": "missing",
    "still being searched": "missing",
    "still searched for": "missing",
    "yet to be found": "missing",
}

#: statuses that only money has; the nouns behind them say nothing of a count ("vehicles for sale")
MONEY_STATUSES = words("revenue profit loss debt cost price worth interest pledged donated fined")

#: statuses that a share or a sum is the measure of: "the deficit ... It came to 15.4 percent"
MEASURED_STATUSES = MONEY_STATUSES | words(
    "inflation poverty approval yield unemployed turnout growth damage spilled destroyed contained"
)

#: nouns that shares of an economy or a firm are taken of: they tell nothing of what the share is
SHARE_BASES = words("gdp gnp output product income economy revenue turnover sales")
