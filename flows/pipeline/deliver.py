"""Deliver: what is owed goes out; what fails stays owed. Each sent alert is struck off at once, so that a crash
repeats at most one, which its key betrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from alerts import Channel, Message
from news.errors import ChannelError
from news.records import Alert
from storage import Archive

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
#: how many alerts one run sends at most; the rest stays owed
BATCH = 500


@dataclass(slots=True)
class Delivered:
    """Counts of one run; ``errors`` are lines for people."""

    sent: int = 0
    failed: int = 0
    held: int = 0
    errors: list[str] = field(default_factory=list)


def deliver(
    archive: Archive,
    channels: Mapping[str, Channel],
    compose: Callable[[Alert], Message],
    clock: Callable[[], datetime],
) -> Delivered:
    """Send all that is owed and due. ``compose`` draws and words an alert; ``clock`` tells the time of each sending."""
    done = Delivered()
    for owed in archive.outbox.owed(clock(), BATCH):
        channel = channels.get(owed.channel)
        if channel is None:
            done.held += 1
            done.errors.append(f"channel '{owed.channel}' is not set up: alert {owed.alert_id} stays owed to it")
            continue
        try:
            channel.send(compose(owed.alert))
        except ChannelError as error:
            done.failed += 1
            done.errors.append(str(error))
            archive.outbox.failed(owed, clock(), str(error), clock() + _wait(error, owed.attempts))
        else:
            archive.outbox.sent(owed, clock())
            done.sent += 1
    return done


def _wait(error: ChannelError, attempts: int) -> timedelta:
    if error.retry_after is not None:
        return timedelta(seconds=error.retry_after)
    return min(FIRST_WAIT * 2 ** min(attempts, 10), LONGEST_WAIT)
