"""What may stand in ``watch.yaml``: every section, key, type and default. The file's words are the user's words."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


def _expect(pattern: str, expected: str) -> AfterValidator:
    """A validator for text of one shape, or empty; ``expected`` completes "expected ..."."""
    shape = re.compile(pattern)

    def check(value: str) -> str:
        if value and not shape.fullmatch(value):
            raise PydanticCustomError("shape", "{expected}", {"expected": expected})
        return value

    return AfterValidator(check)


def _zone(value: str) -> str:
    if not value or value in available_timezones():
        return value
    near = get_close_matches(value, available_timezones(), n=1)
    hint = f" such as {near[0]}" if near else " such as Europe/Kyiv"
    raise PydanticCustomError("shape", "{expected}", {"expected": f"an IANA time zone{hint}"})


Zone = Annotated[str, AfterValidator(_zone)]
WebAddress = Annotated[str, _expect(r"https?://[^\s/@]+(/\S*)?", "an http or https address without a user name")]
Country = Annotated[str, _expect(r"[A-Z]{2}", "two capital letters (ISO 3166) such as UA")]
Language = Annotated[str, _expect(r"[a-z]{2,3}", "two small letters (ISO 639) such as en")]
MailAddress = Annotated[str, _expect(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+", "a mail address such as desk@example.org")]
#: Marked so that the value is never repeated in a message: people paste the secret itself here.
Variable = Annotated[
    str, _expect(r"[A-Za-z_][A-Za-z0-9_]{0,99}", "the NAME of an environment variable that holds the secret")
]
Percent = Annotated[Decimal, Field(gt=0, le=10_000, allow_inf_nan=False)]


class Section(BaseModel):
    """A mapping of the file. Unknown keys are errors that name the nearest known key."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, data: Any) -> Any:
        if isinstance(data, dict):
            known = [field.alias or name for name, field in cls.model_fields.items()]
            for key in data:
                if key not in known:
                    near = get_close_matches(str(key), known, n=1, cutoff=0.5)
                    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
                    raise PydanticCustomError("unknown_key", "{hint}", {"key": key, "hint": hint})
        return data


class FeedSection(Section):
    url: Annotated[WebAddress, Field(min_length=1)]
    outlet: Text
    country: Country = ""
    language: Language = ""
    delay: float = Field(default=1.0, ge=0, le=3600, allow_inf_nan=False)
    timezone: Zone = ""
    allow_private: bool = False
    headers: dict[Text, Annotated[Variable, Field(min_length=1)]] = Field(default_factory=dict)
    proxy: Variable = ""


class WordsSection(Section):
    any_of: tuple[Text, ...] = Field(default=(), alias="any")
    all_of: tuple[Text, ...] = Field(default=(), alias="all")
    none_of: tuple[Text, ...] = Field(default=(), alias="not")


class WatchSection(Section):
    name: Annotated[Name, _expect(r"[a-z0-9][a-z0-9_-]*", "small letters, digits, - and _ such as kursk-losses")]
    title: Text
    words: WordsSection = WordsSection()
    places: tuple[Text, ...] = ()
    counted: tuple[Text, ...] = ()
    start: date | None = Field(default=None, alias="from")
    until: date | None = None


class QuietSection(Section):
    timezone: Annotated[Zone, Field(min_length=1)]
    start: time = Field(alias="from")
    end: time = Field(alias="to")
    override: Literal["alert", "digest", "none"] = "none"


class ChannelSection(Section):
    """Keys that every channel has. ``watches`` empty = all."""

    name: Name | None = None
    watches: tuple[Name, ...] = ()
    levels: tuple[Literal["alert", "digest"], ...] = Field(default=("alert",), min_length=1)
    quiet_hours: QuietSection | None = None


class TerminalSection(ChannelSection):
    type: Literal["terminal"]


class SlackSection(ChannelSection):
    type: Literal["slack"]
    webhook: Annotated[Variable, Field(min_length=1)]


class EmailSection(ChannelSection):
    type: Literal["email"]
    host: Text
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    sender: Annotated[MailAddress, Field(min_length=1)]
    recipients: tuple[Annotated[MailAddress, Field(min_length=1)], ...] = Field(min_length=1)
    user: Variable = ""
    password: Variable = ""


AnyChannel = Annotated[TerminalSection | SlackSection | EmailSection, Field(discriminator="type")]


class AdjudicatorSection(Section):
    """A language model behind an OpenAI-compatible endpoint, asked about unsure alerts."""

    address: Annotated[Variable, Field(min_length=1)]
    model: Text
    key: Variable = ""
    seconds: float = Field(default=20.0, gt=0, le=300, allow_inf_nan=False)


class ThresholdsSection(Section):
    """Below these a contradiction waits for the digest. Percent of the smaller number; units are those counted."""

    dispute_percent: Percent = Decimal(5)
    dispute_growing_percent: Percent = Decimal(25)
    revision_percent: Percent = Decimal(5)
    revision_units: Annotated[Decimal, Field(ge=0, allow_inf_nan=False)] = Decimal(10)
    correction_percent: Percent = Decimal(1)
    outcome_percent: Percent = Decimal(100)
    follow_up_percent: Percent = Decimal(50)


class WatchFile(Section):
    """The whole of ``watch.yaml``. A section whose lines are all commented out counts as left out."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty_sections(cls, data: Any) -> Any:
        sections = ("feeds", "watches", "alerts", "quiet_hours", "thresholds", "adjudicator")
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in sections}

    archive: Text = "tallywatch.duckdb"
    pages: Text = "site"
    page_url: WebAddress = ""
    contact: Annotated[str, StringConstraints(max_length=200)] = ""
    alert_from: date | Literal["first-run"] = "first-run"
    feeds: tuple[FeedSection, ...] = ()
    watches: tuple[WatchSection, ...] = ()
    alerts: tuple[AnyChannel, ...] = ()
    quiet_hours: QuietSection | None = None
    thresholds: ThresholdsSection = ThresholdsSection()
    adjudicator: AdjudicatorSection | None = None
