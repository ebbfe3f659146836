"""English words about speakers: titles, offices, kinds of bodies, carriers of news, days. Data only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The last word of a role before a name: "foreign ministry spokesman Lior Haiat", "Gen. Milley".
ROLES = _words(
    """president vice-president chairman chairwoman chairperson chair chief head leader premier chancellor king
    queen prince princess pope bishop archbishop patriarch imam rabbi minister secretary undersecretary
    ambassador envoy diplomat senator congressman congresswoman representative lawmaker deputy mp governor mayor
    commissioner councillor councilman councilwoman attorney prosecutor lawyer judge justice magistrate sheriff
    officer official spokesman spokeswoman spokesperson aide adviser advisor strategist analyst economist expert
    researcher professor scientist director manager executive ceo cfo founder co-founder owner partner editor
    reporter correspondent journalist writer author columnist anchor host historian general colonel major
    captain lieutenant sergeant corporal private admiral commander commander-in-chief marshal brigadier soldier
    veteran fighter resident neighbor neighbour witness survivor farmer teacher student doctor nurse surgeon
    physician coach player captain actor actress singer director producer activist campaigner organizer
    organiser candidate nominee president-elect coordinator superintendent inspector detective constable
    administrator representative clerk treasurer whistleblower hacker pilot engineer father mother son daughter
    brother sister wife husband widow auditor pollster fellow meteorologist seismologist mr mrs ms dr prof gen
    col lt maj capt sgt cpl adm cmdr brig rep reps sen sens gov pres rev hon sir lord dame lady secretary-
    general director-general ombudsman speaker premier chief-of-staff general-secretary"""
)

# Words that make a name a body, not a person.
BODIES = _words(
    """ministry ministries department agency service services forces force army navy police staff council court
    bureau office organization organisation association federation union party group company corporation corp
    inc ltd bank institute university college school center centre committee commission authority authorities
    government administration parliament senate congress house board fund foundation society crescent cross
    nations network team unit brigade command coalition alliance movement campaign embassy mission hospital
    district republic kingdom times post journal news press agency radio television tv guardian telegraph
    economist tribune herald gazette magazine outlet broadcaster newspaper paper site website channel
    independent pravda reuters ap afp bbc cnn dpa tass interfax interfax-ukraine ukrinform yonhap kyodo xinhua
    bloomberg forbes politico axios archive helmets pentagon kremlin treasury fed nato un eu opec imf who regime
    opposition guard fire brigade club firm panel jury think-tank observatory monitor watchdog survey
    directorate secretariat general-staff joint chiefs state states media"""
)

# A carrier passes on what others say; alone it is the speaker.
CARRIERS = _words(
    """ap afp reuters bbc cnn dpa upi tass ria interfax interfax-ukraine ukrinform yonhap kyodo xinhua bloomberg forbes
    politico axios nbc abc cbs cnbc pbs npr nyt msnbc itv wsj sky fox times post journal news press guardian telegraph
    economist tribune herald gazette magazine outlet broadcaster newspaper paper agency media radio television
    website site channel daily globe standard mail sun mirror independent pravda novosti spiegel monde pais zeitung
    report blog bellingcat motherboard mediazona meduza anadolu jazeera arabiya"""
)

# Nouns that stand for the last named body or person of their kind.
ORG_NOUNS = _words(
    """agency ministry department company firm organization organisation office service group bureau body council
    commission committee court police outlet newspaper paper broadcaster network government authority union party
    institute bank union charity association federation retailer maker army military"""
)

# Words that make a speaker the authority of a state.
AUTHORITIES = _words(
    """ministry minister president premier chancellor government army military navy forces force troops police
    intelligence parliament lawmaker senator congressman congresswoman council court judge authority authorities
    official officials department secretary ambassador envoy commander commander-in-chief general staff chiefs guard
    governor mayor administration commission bureau agency service kremlin pentagon regime prosecutor prosecutors
    spokesman spokeswoman spokesperson diplomat embassy mission soldiers leader king"""
)

# "the company" may stand for the last body named; "the government" only for one that was called so.
LOOSE_NOUNS = _words(
    "agency company firm organization organisation office group body institute bureau service retailer maker"
)
CARRIER_NOUNS = _words("outlet newspaper paper broadcaster network site channel magazine")

# What is read, not heard: a source made of these points to whoever published it.
DOCUMENTS = _words(
    """report statement release data datum figure figures estimate estimates count tally document documents
    record records
    survey poll study analysis calculation result results statistics bulletin tweet post email letter memo notice
    announcement benchmark number numbers account assessment article story review audit revision update reckoning
    toll total forecast projection claim filing transcript video footage image map testimony text"""
)

PERSON_PRONOUNS = _words("he she i")
GROUP_PRONOUNS = _words("they we it")

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _words(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec"""
)

# Given forms of the same carrier: the shortest is the one agencies sign with.
SAME_CARRIER = {
    "associated press": "AP",
    "agence france-presse": "AFP",
    "nyt": "The New York Times",
    "wsj": "The Wall Street Journal",
}

WOMEN = _words(
    "mrs ms spokeswoman chairwoman congresswoman actress queen princess mother daughter sister wife widow lady dame"
)
MEN = _words(
    """mr spokesman chairman congressman actor king
    prince father son brother husband sir lord pope"""
)
