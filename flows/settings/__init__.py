"""The user's settings: ``watch.yaml`` for everything, environment variables or ``.env`` for secrets.

settings = load_settings(Path("watch.yaml"), process_environment())
"""

from flows.settings.adjudicator import Adjudicator
from flows.settings.channels import Channel, EmailChannel, Route, SlackChannel, TerminalChannel
from flows.settings.load import Settings, load_settings
from flows.settings.secrets import process_environment

__all__ = [
    "Adjudicator",
    "Channel",
    "EmailChannel",
    "Route",
    "Settings",
    "SlackChannel",
    "TerminalChannel",
    "load_settings",
    "process_environment",
]
