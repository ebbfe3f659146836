"""robots.txt (RFC 9309): what a host lets us read and how fast."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from news.errors import FetchError

AGENT = "Tallywatch"
KEPT_SECONDS = 24 * 3600.0
#: A host whose robots.txt could not be had is asked again after this time.
KEPT_FAILURE_SECONDS = 600.0
#: RFC 9309 2.5: at least 500 KiB must be read; what lies beyond is ignored.
MAX_SIZE = 512_000


#: URL of a robots.txt -> (HTTP status, text). Raises FetchError; a transient one means "unreachable".
Read = Callable[[str], tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What one host's robots.txt says. ``failure``: why it could not be had, "" when it was (or does not exist)."""

    parsed: Protego | None
    until: float
    failure: str = ""

    def allows(self, url: str) -> bool:
        return self.parsed is None or bool(self.parsed.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the host asks for, 0 when it does not say."""
        if self.parsed is None:
            return 0.0
        wanted = float(self.parsed.crawl_delay(AGENT) or 0.0)
        rate = self.parsed.request_rate(AGENT)
        if rate is not None and rate.requests > 0:
            wanted = max(wanted, rate.seconds / rate.requests)
        return max(0.0, wanted)


class Robots:
    """The rules of every host, kept for a day. Thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def rules(self, origin: str, read: Read) -> Rules:
        """Rules of ``origin`` ("https://example.com"), got by ``read`` when they are not known or a day old.

        Raises FetchError: transient when robots.txt cannot be had now (then nothing may be read, RFC 9309 2.3.1.4),
        permanent when the host must not be contacted.
        """
        with self._guard:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            known = self._rules.get(origin)
            if known is None or known.until <= self._clock():
                known = self._rules[origin] = self._fetched(origin, read)
        if known.failure:
            raise FetchError(
                f"{origin}/robots.txt could not be read ({known.failure}), so nothing is fetched there now; "
                "the next run tries again",
                transient=True,
            )
        return known

    def _fetched(self, origin: str, read: Read) -> Rules:
        now = self._clock()
        url = f"{origin}/robots.txt"
        try:
            status, text = read(url)
        except FetchError as error:
            if not error.transient:
                raise
            failure = str(error).removeprefix(f"{url}: ").partition(";")[0]
            return Rules(parsed=None, until=now + KEPT_FAILURE_SECONDS, failure=failure)
        if status >= 300:  # 4xx and endless redirects: there are no rules
            return Rules(parsed=None, until=now + KEPT_SECONDS)
        return Rules(parsed=Protego.parse(text), until=now + KEPT_SECONDS)
