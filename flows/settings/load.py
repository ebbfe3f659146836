"""Reading ``watch.yaml``: text -> YAML with line numbers -> checked sections -> ``Settings``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError

from flows.quiet_hours import QuietHours
from flows.settings.adjudicator import Adjudicator
from flows.settings.channels import Channel, EmailChannel, Route, SlackChannel, TerminalChannel
from flows.settings.document import problem_at, read_document, simple
from flows.settings.model import (
    AdjudicatorSection,
    EmailSection,
    FeedSection,
    QuietSection,
    SlackSection,
    TerminalSection,
    WatchFile,
)
from flows.settings.problems import Location, line_of, problems
from flows.settings.secrets import Secrets
from news.plain import plain
from news.policy import DEFAULT, Thresholds
from news.records import Feed, Level
from news.watches import Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the user decided. Paths are absolute or relative to the working directory, never to the file.

    ``alert_from``: alert about what was published from this day on; None = only about what appears after a feed's
    first run. ``headers`` and ``proxies``: by feed URL, for ``flows.fetch.Web``. ``page_url``: where the pages are
    published, "" when they are only files.
    """

    path: Path
    archive: Path
    pages: Path
    page_url: str = ""
    contact: str = ""
    alert_from: date | None = None
    feeds: tuple[Feed, ...] = ()
    watches: tuple[Watch, ...] = ()
    channels: tuple[Channel, ...] = ()
    thresholds: Thresholds = DEFAULT
    adjudicator: Adjudicator | None = None
    headers: Mapping[str, Mapping[str, SecretStr]] = field(default_factory=dict)
    proxies: Mapping[str, SecretStr] = field(default_factory=dict)

    def web_headers(self) -> dict[str, dict[str, str]]:
        """The secret headers in clear, for ``Web`` and nobody else."""
        return {
            url: {name: secret.get_secret_value() for name, secret in headers.items()}
            for url, headers in self.headers.items()
        }

    def web_proxies(self) -> dict[str, str]:
        """The proxies' addresses in clear (they may hold a password), for ``Web`` and nobody else."""
        return {url: secret.get_secret_value() for url, secret in self.proxies.items()}


def load_settings(path: Path, environment: Mapping[str, str], *, secrets: bool = True) -> Settings:
    """The settings of ``path``; secrets from ``environment`` or from ``.env`` beside it.

    ``secrets=False``: for commands that contact nobody; missing secrets are then no error.
    Raises SettingsError: one line with file, line number, what is wrong and what is expected.
    """
    document = read_document(path)
    plain_data = simple(document)
    try:
        file = WatchFile.model_validate(plain_data)
    except ValidationError as error:
        found = problems(error.errors(include_url=False), document)
        raise problem_at(path, *found[0], others=len(found) - 1) from None
    for location, message in _contradictions(file):
        raise problem_at(path, line_of(location, document), message)
    return _settings(path, file, document, Secrets(path.parent, environment, required=secrets))


def _contradictions(file: WatchFile) -> Iterator[tuple[Location, str]]:
    """What is wrong between keys that are each right."""
    yield from _doubles("feeds", "url", [feed.url for feed in file.feeds])
    yield from _doubles("watches", "name", [watch.name for watch in file.watches])
    yield from _doubles("alerts", "name", [channel.name or channel.type for channel in file.alerts])
    for number, watch in enumerate(file.watches):
        if watch.start and watch.until and watch.until < watch.start:
            yield ("watches", number, "until"), f"until {watch.until} lies before from {watch.start}"
        words = watch.words
        if not (words.any_of or words.all_of or watch.places):
            yield ("watches", number), f"the watch {watch.name!r} would match every article; give it words or places"
    known = [watch.name for watch in file.watches]
    for number, channel in enumerate(file.alerts):
        for name in channel.watches:
            if name not in known:
                near = get_close_matches(name, known, n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known) or 'none'}"
                yield ("alerts", number, "watches"), f"there is no watch {name!r}; {hint}"
        if isinstance(channel, EmailSection) and bool(channel.user) != bool(channel.password):
            yield ("alerts", number), "a mail login needs both user and password (names of environment variables)"


def _doubles(section: str, key: str, values: Sequence[str]) -> Iterator[tuple[Location, str]]:
    counted = Counter(values)
    for number, value in enumerate(values):
        if counted[value] > 1 and value in values[:number]:
            yield (section, number), f"the {key} {plain(value, 200)!r} stands twice in {section}; give each its own"


def _settings(path: Path, file: WatchFile, document: Any, secrets: Secrets) -> Settings:
    def where(*location: int | str) -> str:
        return f"{path}:{line_of(location, document)}:"

    base = path.parent
    return Settings(
        path=path,
        archive=base / Path(file.archive).expanduser(),
        pages=base / Path(file.pages).expanduser(),
        page_url=file.page_url,
        contact=file.contact,
        alert_from=file.alert_from if isinstance(file.alert_from, date) else None,
        feeds=tuple(_feed(feed) for feed in file.feeds),
        watches=_watches(file),
        channels=tuple(
            _channel(channel, file.quiet_hours, secrets, where("alerts", number))
            for number, channel in enumerate(file.alerts)
        ),
        thresholds=_thresholds(file),
        adjudicator=_adjudicator(file.adjudicator, secrets, where("adjudicator")),
        headers={
            feed.url: {name: secrets.value(variable, where("feeds", number)) for name, variable in feed.headers.items()}
            for number, feed in enumerate(file.feeds)
            if feed.headers
        },
        proxies={
            feed.url: secrets.value(feed.proxy, where("feeds", number))
            for number, feed in enumerate(file.feeds)
            if feed.proxy
        },
    )


def _feed(section: FeedSection) -> Feed:
    return Feed(**section.model_dump(exclude={"headers", "proxy"}))


def _watches(file: WatchFile) -> tuple[Watch, ...]:
    return tuple(
        Watch(
            **section.model_dump(exclude={"words"}),
            any_of=section.words.any_of,
            all_of=section.words.all_of,
            none_of=section.words.none_of,
        )
        for section in file.watches
    )


def _channel(
    section: TerminalSection | SlackSection | EmailSection,
    quiet: QuietSection | None,
    secrets: Secrets,
    where: str,
) -> Channel:
    name = section.name or section.type
    route = Route(
        watches=section.watches,
        levels=frozenset(Level(level) for level in section.levels),
        quiet_hours=_quiet(section.quiet_hours or quiet),
    )
    if isinstance(section, TerminalSection):
        return TerminalChannel(name=name, route=route)
    if isinstance(section, SlackSection):
        return SlackChannel(name=name, webhook=secrets.value(section.webhook, where), route=route)
    return EmailChannel(
        name=name,
        host=section.host,
        port=section.port,
        security=section.security,
        sender=section.sender,
        recipients=section.recipients,
        user=secrets.value(section.user, where) if section.user else None,
        password=secrets.value(section.password, where) if section.password else None,
        route=route,
    )


def _adjudicator(section: AdjudicatorSection | None, secrets: Secrets, where: str) -> Adjudicator | None:
    if section is None:
        return None
    return Adjudicator(
        address=secrets.value(section.address, where),
        model=section.model,
        key=secrets.value(section.key, where) if section.key else None,
        seconds=section.seconds,
    )


def _quiet(section: QuietSection | None) -> QuietHours | None:
    if section is None:
        return None
    override = None if section.override == "none" else Level(section.override)
    return QuietHours(timezone=section.timezone, start=section.start, end=section.end, override=override)


def _thresholds(file: WatchFile) -> Thresholds:
    section = file.thresholds
    return Thresholds(
        dispute_ratio=_ratio(section.dispute_percent),
        dispute_growing_ratio=_ratio(section.dispute_growing_percent),
        fall_ratio=_ratio(section.revision_percent),
        fall_units=section.revision_units,
        correction_ratio=_ratio(section.correction_percent),
        outcome_ratio=_ratio(section.outcome_percent),
        follow_up_ratio=_ratio(section.follow_up_percent),
    )


def _ratio(percent: Decimal) -> Decimal:
    """5 percent more = 1.05 times as much."""
    return 1 + percent / 100
