"""Sum up the spending of any number of processes in a ledger in their shared cache.

Time is divided into slots. An entry is a number (tokens, errors) spent in a slot; its key names
ledger, slot and entry: `<ledger>_<slot>_<entry>`. Entries of a slot are numbered without gaps, and
a cache's `add` stores only new keys, so the writer of entry 7 has read entries 1 to 6. Processes
therefore sum correctly without compare-and-swap, on every cache whose `add` is atomic (Redis,
memcached, databases, diskcache). `incr` is not used: with a database it loses counts. Only its
writer may lower an entry later.

If the cache is unavailable, a process continues on its own (`cache.alone`); `rejoin` adds those
entries to the shared ones once the cache is back.

Every method ends, even with a faulty cache: a value that no ledger writes counts as 0, and a cache
that has far too many values, or keeps refusing entries, is not used for a while.
"""

from __future__ import annotations

import logging
import math
import random
import time
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, TypeGuard

from esi.core.cache.protocol import read_many

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.cache.protocol import Cache

logger = logging.getLogger("esi.core")

SLOTS = 30  # per window: tokens return up to a thirtieth of the window late
_MAX_REFUSALS = 60  # by a cache, over some two seconds, before a process counts alone
_ALONE_SECONDS = 30.0  # before it tries that cache again
_MAX_ENTRIES = 2_000  # in a slot
_MAX_FOREIGN = 50  # values in a slot that no ledger wrote
_MAX_VALUE = 2**63 - 1  # that every cache can store
_GRACE = 10.0  # seconds by which clocks differ, or a busy machine holds up a writer, at most


@dataclass(slots=True)
class Entry:
    """Entry that this process wrote; it is in the cache unless that could not be used."""

    slot: int
    number: int
    value: int
    shared: bool = True


class Ledger:
    """One ledger as one process sees it: entries count for `window` seconds. Not thread-safe.

    `on_entry` is called with each entry of another process.
    """

    def __init__(
        self,
        cache: Cache,
        name: str,
        window: float,
        on_entry: Callable[[int], object] | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self.cache = cache
        self.name = name
        self.window = window
        self.length = window / SLOTS
        self._on_entry = on_entry
        self._sleep = sleep
        self._values: dict[int, list[int]] = {}  # by slot
        self._closed: set[int] = set()
        self._sum: tuple[int, int] | None = None  # (first slot, sum from there)
        self._alone_since = -math.inf  # when the cache could not be used
        self._unshared: list[Entry] = []  # written while the cache was unavailable

    def slot(self, now: float) -> int:
        """Return the number of the slot that a time is in."""
        return int(now // self.length)

    def read(self, now: float) -> bool:
        """Read new entries of other processes; return True if there were any."""
        if self._is_alone(now):
            return False
        news: list[int] = []
        current, first = self.slot(now), self._first(now)
        for slot in [s for s in self._values if s < first or s > current + SLOTS]:
            del self._values[slot]
            self._sum = None
        self._closed = {slot for slot in self._closed if first <= slot < current}
        # Other writers may already be in a later slot, or still in one that has ended.
        last = self.slot(now + _GRACE)
        open_slots = [slot for slot in range(first, last + 1) if slot not in self._closed]
        slots, count = open_slots, 1  # entries requested of each slot that has more
        while slots:
            found = self._read_next(slots, count, news)
            if found is None:
                self._values.clear()
                self._do_without(now, "it has values that nobody stored")
                return False
            slots, count = [slot for slot in slots if found[slot] == count], 2 * count
        for slot in open_slots:
            if now > (slot + 1) * self.length + _GRACE:
                self._closed.add(slot)
        if self._on_entry:
            for value in news:
                self._on_entry(value)
        return bool(news)

    def _read_next(self, slots: list[int], count: int, news: list[int]) -> dict[int, int] | None:
        """Read the next `count` entries of each slot into `news`; return how many each slot had.

        None if the values cannot be entries of ledgers.
        """
        keys = {
            slot: [self._key(slot, len(values) + number) for number in range(1, count + 1)]
            for slot in slots
            for values in (self._values.setdefault(slot, []),)
        }
        stored = read_many(self.cache, [key for some in keys.values() for key in some])
        found: dict[int, int] = {}
        for slot, some in keys.items():
            read = list(takewhile(lambda value: value is not None, map(stored.get, some)))
            values = [value if _is_entry(value) else 0 for value in read]
            foreign = sum(not _is_entry(value) for value in read)
            if foreign > _MAX_FOREIGN or len(self._values[slot]) + len(values) > _MAX_ENTRIES:
                return None
            found[slot] = len(values)
            self._values[slot] += values
            news += values
        if any(found.values()):
            self._sum = None
        return found

    def refresh(self, now: float) -> None:
        """Read new entries, and also those that were lowered since they were read."""
        self.read(now)
        known = {
            self._key(slot, index + 1): (values, index)
            for slot, values in self._values.items()
            for index, value in enumerate(values)
            if value > 0
        }
        for key, found in read_many(self.cache, list(known)).items():
            if key in known and _is_entry(found):  # an evicted entry still counts
                values, index = known[key]
                values[index] = min(values[index], found)
                self._sum = None

    def used(self, now: float) -> int:
        """Return the sum of all entries within the window that were read."""
        first = self._first(now)
        if self._sum is None or self._sum[0] != first:
            total = sum(sum(values) for slot, values in self._values.items() if slot >= first)
            self._sum = first, total
        return self._sum[1]

    def expiries(self, now: float) -> list[tuple[float, int]]:
        """Return (time when it no longer counts, number) of all that counts now."""
        first = self._first(now)
        return [
            ((slot + 1) * self.length + self.window, sum(values))
            for slot, values in self._values.items()
            if slot >= first and sum(values) > 0
        ]

    def write(self, now: float, amount: Callable[[int], int]) -> Entry | None:
        """Add an entry of `amount(sum so far)`; return None if that is 0."""
        refusals = 0
        for _ in range(_MAX_ENTRIES):
            self.read(now)
            value = amount(self.used(now))
            if value <= 0:
                return None
            slot = self.slot(now)
            key = self._key(slot, len(self._values.setdefault(slot, [])) + 1)
            if self._is_alone(now):
                return self._remember(slot, value, shared=False)
            if self.cache.add(key, value, self._seconds()):
                entry = self._remember(slot, value)
                if getattr(self.cache, "alone", False):
                    first = self._first(now)
                    self._unshared = [*(e for e in self._unshared if e.slot >= first), entry]
                if not self.read(now) or amount(self.used(now) - value) >= value:
                    return entry
                # At the end of a slot another process wrote at the same time: both try again.
                self.lower(entry, 0)
            elif self.cache.get(key) is None:
                # The key is neither stored nor taken. A locked database is free again in a moment;
                # a cache that never stores anything leaves this process on its own.
                refusals += 1
                if refusals > _MAX_REFUSALS:
                    break
                self._sleep(min(0.001 * 2**refusals, 0.05) * (0.5 + random.random()))  # noqa: S311
        self._do_without(now, "it stores no entry")
        return self._remember(slot, value, shared=False)

    def _is_alone(self, now: float) -> bool:
        return 0 <= now - self._alone_since < _ALONE_SECONDS

    def _do_without(self, now: float, reason: str) -> None:
        """Count alone for a while."""
        self._alone_since, self._sum = now, None
        logger.info(
            "The cache cannot share the API's limits (%s); tracking them in this process only",
            reason,
        )

    def _remember(self, slot: int, value: int, *, shared: bool = True) -> Entry:
        values = self._values[slot]
        values.append(value)
        self._sum = None
        return Entry(slot, len(values), value, shared)

    def lower(self, entry: Entry, value: int) -> None:
        """Set an entry of this process to a smaller value."""
        if entry.shared:
            self.cache.set(self._key(entry.slot, entry.number), value, self._seconds())
        entry.value = value
        values = self._values.get(entry.slot, [])
        if entry.number <= len(values):
            values[entry.number - 1] = value
            self._sum = None

    def clear(self, now: float) -> None:
        """Let no entry count, those of other processes included."""
        self.read(now)
        for slot, values in self._values.items():
            for index, value in enumerate(values):
                if value > 0:
                    self.lower(Entry(slot, index + 1, value), 0)
        self._unshared.clear()

    def limit(self, size: int, least: int, now: float) -> int:
        """Return how much of a budget may be used: all, or a part of the rest without the cache."""
        if not getattr(self.cache, "alone", False):
            return size
        first = self._first(now)
        unshared = sum(entry.value for entry in self._unshared if entry.slot >= first)
        shared = self.used(now) - unshared
        part = max(size - shared, 0) // getattr(self.cache, "parts", 1)
        return min(shared + max(part, least), size)

    def rejoin(self, now: float) -> None:
        """Write what the cache missed while it was away, or has lost."""
        first = self._first(now)
        unshared, self._unshared = self._unshared, []
        for entry in reversed(unshared):  # they are the last ones of their slot
            if values := self._values.get(entry.slot):
                del values[entry.number - 1 :]
        for slot in [slot for slot in self._values if slot < first]:
            del self._values[slot]
        for slot, values in self._values.items():
            for index, value in enumerate(values):
                self.cache.add(self._key(slot, index + 1), value, self._seconds())
        self._closed.clear()
        self._sum = None
        self.read(now)
        for entry in unshared:
            if entry.slot >= first and entry.value > 0:
                self._append(entry)

    def _append(self, entry: Entry) -> None:
        """Write an entry again, under the next free number of its slot."""
        values = self._values.setdefault(entry.slot, [])
        for _ in range(_MAX_ENTRIES):
            key = self._key(entry.slot, len(values) + 1)
            if self.cache.add(key, entry.value, self._seconds()):
                break
            found = self.cache.get(key)
            values.append(found if _is_entry(found) else 0)  # of another process
        entry.number = self._remember(entry.slot, entry.value).number
        if getattr(self.cache, "alone", False):  # unavailable again
            self._unshared.append(entry)

    def _first(self, now: float) -> int:
        """Return the oldest slot that counts: some of it was within the window."""
        return int((now - self.window) // self.length)

    def _key(self, slot: int, number: int) -> str:
        return f"{self.name}_{slot}_{number}"

    def _seconds(self) -> int:
        return int(self.window + 2 * self.length + _GRACE) + 1


def _is_entry(value: object) -> TypeGuard[int]:
    """Return True for what a ledger writes; True and False are numbers of other programs."""
    return type(value) is int and 0 <= value <= _MAX_VALUE
