"""Space runs evenly: in all processes, each starts at least an interval after the previous one.

A run that is too early gets a place in a line, and with it a time to try again. Places are an
interval apart; a run that starts late delays those behind it by the same time.
"""

from __future__ import annotations

import hashlib
import random
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.core.cache.protocol import SharedCache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi.core.cache.protocol import Cache

_LOCK_SECONDS = 10  # for which a process that was killed keeps the others waiting at most
_PATIENCE = 2.0  # seconds for a lock, before a process goes on without it
_SKEW = 10_000  # milliseconds by which clocks differ at most
_LONGEST = 30 * 24 * 3600 * 1000  # milliseconds; a longer line is not one of ours
_GRACE = 24 * 3600  # seconds for which a place is kept for who comes late
_STORED = re.compile(rb"([0-9]{1,15}) ([0-9]{1,15}) ([0-9]{1,15})")


@dataclass(slots=True)
class Line:
    """Line of waiting runs. Times are milliseconds since the epoch.

    `started` is when the last run began, `due` when it should have, and `end` the next free place.
    """

    started: int = 0
    due: int = 0
    end: int = 0

    @property
    def delay(self) -> int:
        """Milliseconds by which runs are late, those in the line as much as the last."""
        return max(self.started - self.due, 0)

    def place(self, now: int) -> int:
        """Return the next free place; in an empty line it is now, and nobody is late."""
        if self.end + self.delay > now:
            return self.end
        self.due = self.started
        return now

    def wait(self, due: int, now: int, step: int) -> int:
        """Return the milliseconds until the run at a place may start; 0 if it may."""
        return max(due + self.delay - now, self.started + step - now, 0)

    def start(self, due: int, now: int, step: int) -> None:
        """Record that the run at a place starts."""
        self.started, self.due, self.end = now, due, max(self.end, due + step)

    def is_plausible(self, now: int) -> bool:
        """Return False if the clock was set back since, or another program wrote the line."""
        return self.started <= now + _SKEW and self.end + self.delay <= now + _LONGEST


class Spacing:
    """Lines of all processes that share a cache, each with a name. Thread-safe."""

    def __init__(
        self,
        cache: Cache,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._cache = SharedCache(cache)
        self._clock = clock
        self._sleep = sleep

    def take(self, name: str, interval: float, holder: str | None = None) -> float:
        """Start a run and return 0, or return the seconds to wait.

        A run with a `holder` then has a place in the line, which it finds again under that name.
        """
        key, step = _key(name), _milliseconds(interval)
        place = _key(name, holder) if holder else ""
        with self._locked(key):
            now = _milliseconds(self._clock())
            line = self._read(key, now)
            kept = self._cache.get(place) if place else None
            due = kept if type(kept) is int and 0 < kept < now + _LONGEST else line.place(now)
            wait = line.wait(due, now, step)
            if not wait:
                line.start(due, now, step)
                if kept is not None:
                    self._cache.delete(place)
            elif place and kept != due:
                line.end = max(line.end, due + step)
                self._cache.set(place, due, wait // 1000 + _GRACE)
            self._write(key, line, now)
        return wait / 1000

    def start(self, name: str, interval: float) -> None:
        """Record that a run starts now, whatever the line is."""
        key, step = _key(name), _milliseconds(interval)
        with self._locked(key):
            now = _milliseconds(self._clock())
            line = self._read(key, now)
            line.start(now, now, step)
            self._write(key, line, now)

    def wait(self, name: str, interval: float) -> float:
        """Return the seconds until a run may start that has no place yet."""
        self._cache.recover()
        now = _milliseconds(self._clock())
        line = self._read(_key(name), now)
        return line.wait(line.place(now), now, _milliseconds(interval)) / 1000

    def _read(self, key: str, now: int) -> Line:
        stored = self._cache.get(key)
        found = _STORED.fullmatch(stored) if isinstance(stored, bytes) else None
        line = Line(*map(int, found.groups())) if found else Line()
        return line if line.is_plausible(now) else Line()

    def _write(self, key: str, line: Line, now: int) -> None:
        text = f"{line.started} {line.due} {line.end}".encode()
        self._cache.set(key, text, max(line.end + line.delay - now, 0) // 1000 + _GRACE)

    @contextmanager
    def _locked(self, key: str) -> Iterator[None]:
        """Keep other processes and threads out; go on without the lock if it is never free."""
        self._cache.recover()
        lock, waited = f"{key}_lock", 0.0
        while not (locked := bool(self._cache.add(lock, 1, _LOCK_SECONDS))) and waited < _PATIENCE:
            pause = random.uniform(0.001, 0.01)  # noqa: S311
            self._sleep(pause)
            waited += pause
        try:
            yield
        finally:
            if locked:
                self._cache.delete(lock)


def _key(*parts: str) -> str:
    return f"esi_line_{hashlib.sha256(repr(parts).encode()).hexdigest()[:20]}"


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
