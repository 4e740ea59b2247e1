"""The same request by several machines goes out once: a lock in their cache, held while it is out.

Whoever has the lock asks the API and puts the answer into the cache; the others wait there for it.
The lock ends with its holder: it lives for seconds and is renewed while its request is out, so that
after a crash the others soon go on by themselves. Threads of one process share without the cache,
see `Engine.ask`.
"""

from __future__ import annotations

import contextlib
import threading
import time
import uuid
from typing import TYPE_CHECKING, TypeVar

from esi.core import cancellation

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.cache.protocol import Cache

T = TypeVar("T")

LIFE = 15  # seconds that a lock outlives its holder at most
_FIRST_LOOK, _LAST_LOOK = 0.01, 0.25  # seconds between looks at another's lock


class SingleFlight:
    """Locks of one process in a cache that it shares. Any number of threads may use it.

    Args:
        cache: where the locks are.
        life: seconds that a lock lives unless it is renewed.
        sleep: called with the seconds between two looks at another's lock.
    """

    def __init__(
        self, cache: Cache, life: float = LIFE, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._cache = cache
        self._life = life
        self._sleep = sleep
        self._me = uuid.uuid4().bytes
        self._held: set[str] = set()
        self._lock = threading.Lock()
        self._beating: threading.Thread | None = None

    def share(
        self,
        key: str,
        ask: Callable[[], T],
        found: Callable[[], T | None],
        longest: float | None = None,
    ) -> T:
        """The answer of whoever asks first.

        Args:
            key: of the answer.
            ask: gets the answer and keeps it.
            found: the answer, if another one has kept it meanwhile.
            longest: seconds to wait for another one; None waits as long as it lives.

        Raises:
            AbandonedError: nobody waits for the answer any more.
        """
        name = f"{key}_flight"
        began, pause = time.monotonic(), _FIRST_LOOK
        while True:
            if self._take(name):
                try:
                    answer = found()  # kept between our look at the cache and the lock
                    return ask() if answer is None else answer
                finally:
                    self._give(name)
            while self._is_taken(name):
                if longest is not None and time.monotonic() - began > longest:
                    return ask()
                cancellation.check()
                self._sleep(pause)
                pause = min(pause * 1.5, _LAST_LOOK)
            answer = found()
            if answer is not None:
                return answer

    def _take(self, name: str) -> bool:
        try:
            taken = bool(self._cache.add(name, self._me, self._life))
        except Exception:  # noqa: BLE001 - any backend, any error: without it each asks for itself
            return True
        if taken:
            with self._lock:
                self._held.add(name)
                if self._beating is None or not self._beating.is_alive():  # nor after a fork
                    self._beating = threading.Thread(
                        target=self._beat, name="esi-flights", daemon=True
                    )
                    self._beating.start()
        return taken

    def _is_taken(self, name: str) -> bool:
        with contextlib.suppress(Exception):
            return self._cache.get(name) is not None
        return False

    def _give(self, name: str) -> None:
        with self._lock:
            held = name in self._held
            self._held.discard(name)
        if held:  # the cache may be slow, so no other thread waits meanwhile
            self._drop(name)

    def _drop(self, name: str) -> None:
        with contextlib.suppress(Exception):
            if self._cache.get(name) == self._me:  # else it ran out, and is another's now
                self._cache.delete(name)

    def _beat(self) -> None:
        """Renew what is held, as long as anything is."""
        while True:
            time.sleep(self._life / 3)
            with self._lock:
                if not self._held:
                    self._beating = None
                    return
                names = list(self._held)
            for name in names:
                with contextlib.suppress(Exception):
                    if self._cache.get(name) == self._me:
                        self._cache.set(name, self._me, self._life)
                if name not in self._held:  # given back meanwhile
                    self._drop(name)
