"""Whom alerts go to, as the pipeline needs it: secrets resolved, routing decided by ``Route``."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import SecretStr

from flows.quiet_hours import QuietHours
from news.records import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What a channel gets. ``watches``: names, empty = all stories. ``quiet_hours`` None = it may be told any time."""

    watches: tuple[str, ...] = ()
    levels: frozenset[Level] = frozenset({Level.ALERT})
    quiet_hours: QuietHours | None = None

    def wants(self, story: str, level: Level) -> bool:
        """True when an alert of ``level`` about ``story`` goes through this channel."""
        return level in self.levels and (not self.watches or story in self.watches)


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalChannel:
    """Prints to standard output."""

    name: str
    route: Route = Route()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackChannel:
    """Posts to an incoming webhook."""

    name: str
    webhook: SecretStr
    route: Route = Route()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailChannel:
    """Sends by SMTP. ``security``: starttls | tls | none. ``user`` None = no login."""

    name: str
    host: str
    port: int
    security: str
    sender: str
    recipients: tuple[str, ...]
    user: SecretStr | None = None
    password: SecretStr | None = None
    route: Route = Route()


Channel = TerminalChannel | SlackChannel | EmailChannel
