"""The channels of the settings, opened: from names and secrets to something that sends."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import SecretStr
from rich.console import Console

from alerts import Channel
from alerts.mail import MailChannel
from alerts.slack import SlackChannel
from alerts.terminal import TerminalChannel
from flows import settings


def open_channels(configured: settings.Settings, console: Console) -> Mapping[str, Channel]:
    """Channel name -> sender. Nothing is contacted yet."""
    return {channel.name: open_channel(channel, console) for channel in configured.channels}


def open_channel(channel: settings.Channel, console: Console) -> Channel:
    """One sender. ``console``: where the terminal channel prints."""
    if isinstance(channel, settings.SlackChannel):
        return SlackChannel(channel.webhook.get_secret_value())
    if isinstance(channel, settings.EmailChannel):
        return MailChannel(
            channel.host,
            channel.port,
            channel.sender,
            channel.recipients,
            username=_clear(channel.user),
            password=_clear(channel.password),
            security=channel.security,
        )
    return TerminalChannel(console)


def routes(configured: settings.Settings) -> Mapping[str, settings.Route]:
    """Channel name -> what it wants to hear."""
    return {channel.name: channel.route for channel in configured.channels}


def _clear(secret: SecretStr | None) -> str:
    return "" if secret is None else secret.get_secret_value()
