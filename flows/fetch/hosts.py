"""Taking turns: one request at a time per host, with a pause between two."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from news.errors import FetchError


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    not_before: float = 0.0


class Hosts:
    """Keeps every host's turn. Thread-safe; different hosts never wait for each other.

    ``patience``: the longest time in seconds that a request sleeps for its turn. A host that wants a longer pause
    (a long crawl-delay, Retry-After) is left alone until a later run.
    """

    def __init__(
        self,
        *,
        patience: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._patience = patience
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()

    @contextmanager
    def turn(self, host: str, pause: float) -> Iterator[None]:
        """Hold ``host`` for one request; the next one may begin ``pause`` seconds after its end.

        Raises FetchError (transient, with ``retry_after``) when the turn is further away than our patience.
        """
        state = self._of(host)
        with state.lock:
            wait = state.not_before - self._clock()
            if wait > self._patience:
                raise FetchError(
                    f"{host} asked for a pause, {wait:.0f} seconds of it are left; the next run tries again",
                    transient=True,
                    retry_after=wait,
                )
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                state.not_before = max(state.not_before, self._clock() + pause)

    def rest(self, host: str, seconds: float) -> None:
        """Leave ``host`` alone for ``seconds`` from now on (it answered with Retry-After)."""
        state = self._of(host)
        state.not_before = max(state.not_before, self._clock() + seconds)

    def _of(self, host: str) -> _Host:
        with self._guard:
            return self._hosts.setdefault(host, _Host())
