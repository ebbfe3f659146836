"""An alert as a message that every channel can carry. Pure: the same alert always gives the same message."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from alerts.blocks import blocks_of
from alerts.facts import Facts, facts_of
from alerts.html import html_of
from alerts.text import text_of
from alerts.wording import subject
from news.records import Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One alert in all the forms that channels ask for.

    ``key`` is the alert's id (the same alert always has the same, so a receiver can tell a repetition); ``thread`` the
    id of the conflict told first about this measure. ``html`` is a whole document with its CSS inlined; when ``png``
    (the chart) is set it shows the picture as ``cid:{cid}``. ``blocks`` is Slack Block Kit, ``fallback`` its text.
    ``facts`` are the words all of these are set from; None in a message that was written by hand, which has text only.
    """

    key: str
    thread: str
    subject: str
    text: str
    html: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    fallback: str = ""
    png: bytes | None = None
    created: datetime | None = None
    facts: Facts | None = None

    @property
    def cid(self) -> str:
        """Content-ID of the chart, without angle brackets."""
        return CHART_CID

    @property
    def follows(self) -> str:
        """Id of the first conflict of the thread when this is a follow-up, else ""."""
        return self.facts.follows if self.facts else ""


#: Content ids need to be unique within one mail only.
CHART_CID = "chart@tallywatch"


def compose(alert: Alert, *, page_url: str = "", png: bytes | None = None) -> Message:
    """Write the message for an alert.

    ``page_url``: where its conflict or story page is, "" when there is none; ``png``: the chart, drawn by the caller.
    Holds both sentences, speakers, carriers, outlets, dates and as-of dates, the relation, the distance, why the two
    are comparable, what was left out and why, links, ids and how to dismiss it.
    """
    facts = facts_of(alert, page_url=page_url)
    title = subject(alert)
    return Message(
        key=alert.alert_id,
        thread=alert.conflict.thread,
        subject=title,
        text=text_of(facts),
        html=html_of(facts, title=title, chart=f"cid:{CHART_CID}" if png else ""),
        blocks=blocks_of(facts),
        fallback=title,
        png=png,
        created=alert.created,
        facts=facts,
    )
