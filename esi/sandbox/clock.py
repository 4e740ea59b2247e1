"""Clocks that tests can turn."""

import threading
import time
from collections.abc import Callable

Clock = Callable[[], float]


class ManualClock:
    """A clock that stands still until it is moved: `clock()` is the time, in seconds since 1970.

    Server and client can share one, so that a test of a cache's lifetime needs no sleep.
    """

    def __init__(self, now: float | None = None) -> None:
        self._lock = threading.Lock()
        self._now = time.time() if now is None else now

    def __call__(self) -> float:
        """The time."""
        return self._now

    def advance(self, seconds: float) -> float:
        """Move on by `seconds`; returns the new time."""
        with self._lock:
            self._now += seconds
            return self._now

    def set(self, now: float) -> None:
        """Set the time."""
        self._now = now
