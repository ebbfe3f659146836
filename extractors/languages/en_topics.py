"""English words of the topics in which general verbs have one meaning: in a report on a data theft "affected 143
million" are breached, in one on job cuts people who "will have to go" are dismissed. Data only.

Source: reports of breaches, lay-offs and marches, and the verbs that their writers put for the plain one.
"""

from __future__ import annotations

from extractors.languages.language import StatusRule, Topic, words

_PERSON = frozenset({"person"})
_DATA = frozenset({"person", "account", "record"})
_WORK = frozenset({"person", "job"})


def _verbs(status: str, classes: frozenset[str], **verbs: str) -> dict[str, tuple[StatusRule, ...]]:
    """``verbs``: role -> lemmas."""
    return {verb: (StatusRule(status, role, classes),) for role, listed in verbs.items() for verb in listed.split()}


TOPICS: tuple[Topic, ...] = (
    Topic(
        words=words(
            """
            breach breaches breached hack hacked hackers hacker cyberattack cyberattacks cyber cybersecurity intruders
            intrusion leak leaked stolen theft thieves compromised passwords password accounts records personal identity
            forensic phishing ransomware vulnerability patch
            """
        ),
        verbs=_verbs(
            "breached",
            _DATA,
            object="affect touch concern hit involve catch include expose compromise impact implicate endanger notify",
            subject="have suffer",
        ),
        nouns={"victim": frozenset({"breached"}), "victims": frozenset({"breached"})},
    ),
    Topic(
        words=words(
            """
            layoff layoffs lay-offs redundancy redundancies jobs job cuts workforce staff posts restructuring payroll
            headcount dismissals downsizing employees
            """
        ),
        verbs=_verbs("cut", _WORK, object="lose shed scrap move affect impact", subject="go leave depart exit quit"),
        nouns=dict.fromkeys(("departure", "departures", "exit", "exits", "cut", "cuts"), frozenset({"cut"})),
    ),
    Topic(
        words=words(
            """
            march marches marched marchers rally rallies protest protests protesters protestors demonstration
            demonstrations demonstrators procession organisers organizers turnout crowd crowds vigil parade attendance
            streets
            """
        ),
        verbs=_verbs(
            "attended",
            _PERSON,
            subject="pour fit come turn crowd walk stand mass converge swell descend line file stream pack squeeze",
            object="draw attract bring",
        ),
        nouns={},
        occasion="attended",
    ),
)
