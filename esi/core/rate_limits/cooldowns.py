"""Where the API said stop: names that are closed for some time, to all processes of a cache.

A refusal closes every route, a group of routes for a user, or one operation. Each is a name of 20
bits; a line of the book (`esi.core.rate_limits.ledger`) is such a name and until when it is closed.
"""

from __future__ import annotations

import math
import time
import zlib
from typing import TYPE_CHECKING

from esi.core import cancellation
from esi.core.rate_limits.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi.core.cache.protocol import Cache

LONGEST = 3600.0  # seconds: the longest window that the API's headers can name

# Seconds between two looks for what others were told. In a pull one thread looks for those that
# send: to each of them the disk's cache would open a connection of its own, the dearest part of it.
LOOK_EVERY = 0.02
_LOOK_EVERY_IN_PULLS = 0.1
_LOOK_SHARE = 10  # looks at a cache that is far away take no more than a tenth of the time,
_LONGEST_UNSEEN = 1.0  # seconds: but one look that a busy machine made long blinds for no longer
_NEVER = float("-inf")
_TIME_BITS = 43  # of a line, milliseconds since the epoch


def hashed(*name: str) -> int:
    """A name as 20 bits: two names that share them only wait for each other."""
    return zlib.crc32(" ".join(name).encode()) & 0xFFFFF


class Cooldowns:
    """What is closed, as one process knows it. Callers hold a lock.

    Args:
        cache: where the books are, one for each host.
        book: says what the book of a host is called.
    """

    def __init__(self, cache: Cache, book: Callable[[str], str]) -> None:
        self._cache = cache
        self._book_of = book
        self._books: dict[str, Ledger] = {}
        self._until: dict[int, float] = {}
        self._looked_at: dict[str, float] = {}
        self._look_took = 0.0

    def longest(self, host: str, names: Iterable[int], now: float) -> tuple[float, int]:
        """(seconds until all of the names are open, which of them is the last); 0 where none is."""
        self.look(host, now, _LOOK_EVERY_IN_PULLS if cancellation.has_others() else LOOK_EVERY)
        if not self._until:
            return 0.0, 0
        waits = [self._until.get(name, 0.0) - now for name in names]
        longest = max(waits)
        return min(max(longest, 0.0), LONGEST), waits.index(longest)

    def seconds(self, name: int, now: float) -> float:
        """Seconds until a name is open, as far as others were heard."""
        return max(self._until.get(name, 0.0) - now, 0.0)

    def look(self, host: str, now: float, often: float = 0.0) -> None:
        """Look for what others were told, where the last look was `often` seconds ago."""
        if often:
            often = max(often, min(_LOOK_SHARE * self._look_took, _LONGEST_UNSEEN))
        if 0 <= now - self._looked_at.get(host, _NEVER) < often:
            return
        self._looked_at[host] = now
        began = time.perf_counter()
        self._book(host).read(now)
        self._look_took = time.perf_counter() - began
        for name in [name for name, until in self._until.items() if until <= now]:
            del self._until[name]
        for name, until in self._until.items():  # the clock went back
            self._until[name] = min(until, now + LONGEST)

    def close(self, host: str, name: int, seconds: float, now: float) -> None:
        """Close a name for everybody."""
        line = name << _TIME_BITS | math.ceil((now + seconds) * 1000)
        self._heard(line)
        self._book(host).write(now, lambda _: line)

    def rejoin(self, now: float) -> None:
        """Tell the others what was closed while the cache was away, and hear what they closed."""
        for book in self._books.values():
            book.rejoin(now)

    def _book(self, host: str) -> Ledger:
        if host not in self._books:
            self._books[host] = Ledger(self._cache, self._book_of(host), LONGEST, self._heard)
        return self._books[host]

    def _heard(self, line: int) -> None:
        name, until = line >> _TIME_BITS, (line & (1 << _TIME_BITS) - 1) / 1000
        self._until[name] = max(self._until.get(name, 0.0), until)
