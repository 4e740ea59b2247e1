"""Send a request once across machines: each request takes a lock in their shared cache.

The machine that holds the lock sends the request and writes the response to the cache; the others
wait for it there. Threads of one process share without the cache, see `Engine.fetch_missing`.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from esi.core import cancellation

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

LIFE = 60  # seconds of a lock; its holder may have crashed, or wait for a rate limit
_FIRST_POLL, _LAST_POLL = 0.01, 0.25  # seconds between looks at a lock of another machine


class SingleFlight:
    """Locks of one process, such as redis-py's; they live `life` seconds."""

    def __init__(
        self, cache: Any, life: float = LIFE, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._cache = cache
        self._life = life
        self._sleep = sleep

    def share(
        self,
        key: str,
        fetch: Callable[[], T],
        find: Callable[[], T | None],
        longest: float | None = None,
    ) -> T:
        """Return the response of the machine that sends the request first.

        `fetch` sends the request and writes the response to the cache; `find` returns what another
        machine has written, after at most `longest` seconds or while its lock lives.
        """
        try:
            lock = self._cache.lock(f"{key}_flight", self._life)
        except Exception:  # noqa: BLE001 - any backend, any error: each sends its own request
            return fetch()
        began, pause = time.monotonic(), _FIRST_POLL
        while True:
            if self._acquire(lock):
                try:
                    response = find()  # written between the caller's look-up and the lock
                    return fetch() if response is None else response
                finally:
                    with suppress(Exception):  # it expired, and may be another machine's now
                        lock.release()
            while self._is_locked(lock):
                if longest is not None and time.monotonic() - began > longest:
                    return fetch()
                cancellation.check()
                self._sleep(pause)
                pause = min(pause * 1.5, _LAST_POLL)
            response = find()
            if response is not None:
                return response

    def _acquire(self, lock: Any) -> bool:
        with suppress(Exception):
            return bool(lock.acquire(blocking=False))
        return True  # without the cache each sends its own request

    def _is_locked(self, lock: Any) -> bool:
        with suppress(Exception):
            return bool(lock.locked())
        return False
