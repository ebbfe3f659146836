"""What can be counted: classes of things, statuses they can be in, and how these contain one another.

The words of a language that lead here live in ``extractors/languages``; this module holds only the meaning.
A class or status that has no row is still usable: it equals itself and contains nothing.

Sources: status sets after the fields of Every Casualty Worldwide, "Standards for Casualty Recording" (2016) and the
terms of the Internal Displacement Monitoring Centre; stock and flow after IDMC's figure analysis.
"""

from __future__ import annotations

from enum import StrEnum


def words(text: str) -> frozenset[str]:
    """The words of a table written as text."""
    return frozenset(text.split())


class Trend(StrEnum):
    """Which way a true series of the measure can move.

    ``up`` cumulative, falls only by revision. ``down`` shrinks as the truth comes out (missing, besieged).
    ``fixed`` one true value (a crowd, a fine, a crash). ``free`` a rate or stock that moves either way.
    """

    UP = "up"
    DOWN = "down"
    FIXED = "fixed"
    FREE = "free"


#: class -> the class that contains it ("" = a root). Persons first, then things.
CLASSES: dict[str, str] = {
    "person": "",
    "soldier": "person",
    "civilian": "person",
    "child": "person",
    "woman": "person",
    "man": "person",
    "militant": "person",
    "attacker": "",  # the dead of an attack are its victims: who attacked is counted apart
    "officer": "person",
    "worker": "person",
    "student": "person",
    "patient": "person",
    "voter": "person",
    "demonstrator": "person",
    "migrant": "person",
    "hostage": "person",
    "prisoner": "person",
    "resident": "person",
    "passenger": "person",
    "customer": "person",
    "journalist": "person",
    "aid worker": "worker",
    "body": "person",
    "victim": "person",
    "household": "",
    "building": "",
    "home": "building",
    "school": "building",
    "hospital": "building",
    "store": "building",
    "vehicle": "",
    "tank": "vehicle",
    "aircraft": "",
    "drone": "aircraft",
    "missile": "",
    "ship": "",
    "animal": "",
    "territory": "",
    "settlement": "",
    "job": "",
    "vote": "",
    "seat": "",
    "account": "",
    "record": "",
    "case": "",
    "attack": "",
    "company": "",
    "country": "",
    "money": "",
}

#: status -> trend of a total with that status.
STATUSES: dict[str, Trend] = {
    "killed": Trend.UP,
    "wounded": Trend.UP,
    "missing": Trend.DOWN,
    "captured": Trend.UP,
    "held": Trend.FREE,
    "taken hostage": Trend.FIXED,
    "arrested": Trend.UP,
    "displaced": Trend.UP,
    "homeless": Trend.UP,
    "evacuated": Trend.UP,
    "sheltered": Trend.FREE,
    "affected": Trend.UP,
    "attacked": Trend.UP,
    "rescued": Trend.UP,
    "trapped": Trend.DOWN,
    "besieged": Trend.DOWN,
    "hospitalised": Trend.FREE,
    "applied": Trend.UP,
    "infected": Trend.UP,
    "discharged": Trend.UP,
    "vaccinated": Trend.UP,
    "contained": Trend.UP,
    "spilled": Trend.FREE,
    "critical": Trend.FREE,
    "aboard": Trend.FIXED,
    "in need": Trend.FREE,
    "starving": Trend.FREE,
    "malnourished": Trend.FREE,
    "identified": Trend.UP,
    "unidentified": Trend.DOWN,
    "buried": Trend.UP,
    "recovered": Trend.UP,
    "deployed": Trend.UP,
    "transferred": Trend.FREE,
    "attended": Trend.FIXED,
    "cut": Trend.FIXED,
    "added": Trend.FIXED,
    "overstated": Trend.FIXED,
    "employed": Trend.FREE,
    "unemployed": Trend.FREE,
    "closed": Trend.FIXED,
    "destroyed": Trend.UP,
    "damaged": Trend.UP,
    "shot down": Trend.UP,
    "launched": Trend.FIXED,
    "lost": Trend.UP,
    "retaken": Trend.UP,
    "voted for": Trend.FREE,
    "counted": Trend.UP,
    "turnout": Trend.FREE,
    "breached": Trend.FIXED,
    "offered": Trend.FIXED,
    "fined": Trend.FIXED,
    "debt": Trend.FREE,
    "inflation": Trend.FREE,
    "poverty": Trend.FREE,
    "approval": Trend.FREE,
    "yield": Trend.FREE,
    "interest": Trend.UP,
    "price": Trend.FIXED,
    "revenue": Trend.FIXED,
    "profit": Trend.FIXED,
    "loss": Trend.FIXED,
    "cost": Trend.FIXED,
    "damage": Trend.UP,
    "pledged": Trend.UP,
    "donated": Trend.UP,
    "worth": Trend.FREE,
}

#: words that stand for several statuses at once. "losses" of an army: what exactly is counted is unknown.
STATUS_SETS: dict[str, frozenset[str]] = {
    "casualties": frozenset({"killed", "wounded"}),
    "losses": frozenset({"killed", "wounded", "missing", "captured"}),
}


#: statuses that only some of those with another status reach: the buried are among the dead.
CONTAINED_STATUSES: dict[str, str] = {
    "buried": "killed",
    "recovered": "killed",
    "identified": "killed",
    "hospitalised": "wounded",
    "critical": "wounded",
    "starving": "in need",
    "malnourished": "in need",
    "homeless": "displaced",
    "sheltered": "displaced",
    "taken hostage": "captured",
}

#: what one way of counting adds to a sum and another leaves out
COMPONENTS = frozenset({"interest"})

#: statuses that are counted anew for each month, quarter or round: without a stated period two of them hardly compare
FLOWS = frozenset({"added", "cut", "launched", "revenue", "profit", "loss", "overstated", "offered"})

#: statuses of what happens in rounds (a march each year, a strike): another date is another round
ROUNDS = frozenset({"attended", "on strike", "voted for", "turnout", "launched", "added", "cut"})

#: statuses that divide one total among rivals: without the rival's name a number says nothing
SHARED_OUT = frozenset({"voted for", "seats won", "lead"})

#: words that narrow what is counted to a part of it. Every other restrictor names a nation or an owner.
NARROWING = words(
    """
    civilian private private-sector public public-sector federal state local government seasonal temporary
    part-time full-time permanent military foreign domestic commercial residential male female young elderly
    senior pregnant armed unarmed enemy contract agency unionised unionized health healthcare medical rural
    urban international postal absentee invalid valid spoiled undocumented illegal irregular legal registered
    eligible early suspected probable laboratory active severe critical fatal serious minor direct indirect
    excess combat non-combat nuclear ballistic cruise hypersonic drone-strike naval armoured armored electric
    retail wholesale manufacturing factory construction tech technology teaching nursing junior operational
    administrative managerial uniformed border police women children men security unaccompanied gazan kurdish
    jewish muslim christian aid humanitarian online mobile fixed direct-hire support sales engineering
    production
    """
)
#: words that one report prints and the next leaves out, of the same count
OFTEN_LEFT_OUT = frozenset({"confirmed", "nonfarm", "non-farm", "corporate", "white-collar", "office"})

#: classes that say no more than "somebody": they equal a narrower class of the same nationality or owner.
ANYBODY = frozenset({"person", "victim", "resident", "body"})

#: statuses under which different nouns count the same thing: a job that is cut is a worker who leaves.
EQUIVALENT_CLASSES: dict[str, frozenset[str]] = {
    "cut": frozenset({"job", "worker", "person"}),
    "added": frozenset({"job", "worker", "person"}),
    "employed": frozenset({"job", "worker", "person"}),
    "breached": frozenset({"account", "customer", "person", "record"}),
    "voted for": frozenset({"vote", "voter", "person"}),
    "attended": frozenset({"person", "demonstrator", "resident"}),
    "homeless": frozenset({"person", "resident", "migrant"}),
    "displaced": frozenset({"person", "resident", "migrant"}),
}


def class_chain(counted_class: str) -> tuple[str, ...]:
    """The class and all that contain it, nearest first: ``("soldier", "person")``. A class without a row is alone."""
    chain: list[str] = []
    while counted_class and counted_class not in chain:
        chain.append(counted_class)
        counted_class = CLASSES.get(counted_class, "")
    return tuple(chain)


def trend_of(statuses: frozenset[str]) -> Trend:
    """How a total with these statuses can move. Mixed or unknown statuses: cumulative if any is, else free."""
    trends = {STATUSES.get(status, Trend.FREE) for status in statuses}
    if len(trends) == 1:
        return trends.pop()
    return Trend.UP if Trend.UP in trends else Trend.FREE
