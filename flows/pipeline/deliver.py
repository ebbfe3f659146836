"""Deliver: what is owed goes out; what fails stays owed. Each sent alert is struck off at once, so that a crash
repeats at most one, which its key betrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from alerts import Channel, Message
from news.errors import ChannelError
from news.records import Alert
from storage import Archive, Owed

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
#: how many alerts one run sends at most; the rest stays owed
BATCH = 500


@dataclass(slots=True)
class Delivered:
    """Counts of one run; ``errors`` are lines for people. ``held``: left owed without a try."""

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
    """Send all that is owed and due. ``compose`` draws and words an alert; ``clock`` tells the time of each sending.

    A channel that cannot be reached is left alone for the rest of the run: the archive is held meanwhile, and an hour
    of time-outs would keep everybody else from it.
    """
    done = Delivered()
    down: set[str] = set()
    for owed in archive.outbox.owed(clock(), BATCH):
        channel = channels.get(owed.channel)
        if channel is None:
            done.errors.append(f"channel '{owed.channel}' is not set up: alert {owed.alert_id} stays owed to it")
        if channel is None or owed.channel in down:
            done.held += 1
            continue
        try:
            channel.send(compose(owed.alert))
        except ChannelError as error:
            done.errors.append(f"alert {owed.alert_id}: {error}")
            _not_sent(archive, owed, error, clock(), done)
            if error.transient:
                down.add(owed.channel)
        else:
            archive.outbox.sent(owed, clock())
            done.sent += 1
    return done


def _not_sent(archive: Archive, owed: Owed, error: ChannelError, now: datetime, done: Delivered) -> None:
    """It stays owed, except when some recipients have it: nobody is told twice for the others' sake."""
    if error.partly:
        archive.outbox.sent(owed, now)
        done.sent += 1
        return
    done.failed += 1
    archive.outbox.failed(owed, now, str(error), now + _wait(error, owed.attempts))


def _wait(error: ChannelError, attempts: int) -> timedelta:
    if error.retry_after is not None:
        return timedelta(seconds=error.retry_after)
    return min(FIRST_WAIT * 2.0 ** min(attempts, 10), LONGEST_WAIT)
