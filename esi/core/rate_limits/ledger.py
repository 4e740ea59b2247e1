"""How processes count together: a book in the cache to which all of them add lines.

A line is a number (tokens, errors) that was spent in a slot of time; its key names the slot and the
line, `<book>_<slot>_<line>`. Lines of a slot are numbered without gaps and a cache's `add` keeps a
key that is new and only then, so that whoever writes line 7 has seen lines 1 to 6: processes sum
correctly without a compare-and-swap, on every cache whose `add` is atomic (Redis, memcached,
databases, diskcache). `incr` is not used: with a database it loses counts. Only who wrote a line
may make it smaller afterwards.

Where a cache went away, a process writes on for itself (`cache.alone`); when it is back, `rejoin`
adds those lines to the others'.
"""

from __future__ import annotations

import math
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from esi.core.cache.protocol import read_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from esi.core.cache.protocol import Cache

SLOTS = 30  # of a window: what was spent comes back up to a thirtieth of it late
_REFUSALS = 60  # of a cache, tried over some two seconds, before a process counts alone
_ALONE = 30.0  # seconds in which one refusal is enough, after as many
_MOST_LINES = 10_000  # of others in a slot, before one's own
_GRACE = 5.0  # seconds after its end in which a slot may still get lines, of a clock behind


def _leading(values: Iterable[Any]) -> Iterator[int]:
    """The numbers before the first that is none."""
    for value in values:
        if not isinstance(value, int):
            return
        yield value


@dataclass(slots=True)
class Entry:
    """A line that this process wrote."""

    slot: int
    number: int
    value: int


class Ledger:
    """One book, as one process sees it. Not for several threads at once.

    Args:
        cache: where the book is.
        name: of the book, a key of the cache.
        window: seconds after which a line no longer counts.
        heard: called with each line of another process when it is read.
        sleep: called with seconds between tries of a cache that refuses.
    """

    def __init__(
        self,
        cache: Cache,
        name: str,
        window: float,
        heard: Callable[[int], object] | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self.cache = cache
        self.name = name
        self.window = window
        self.length = window / SLOTS
        self._heard = heard
        self._sleep = sleep
        self._lines: dict[int, list[int]] = {}
        self._closed: set[int] = set()
        self._sum: tuple[int, int] | None = None  # (first slot, sum from there), until it changes
        self._alone_at = -math.inf  # when the cache had refused too often
        self._apart: list[Entry] = []  # written alone, for nobody else to see

    def slot(self, now: float) -> int:
        """The number of the slot of a time."""
        return int(now // self.length)

    def read(self, now: float) -> bool:
        """Learn what others wrote; tell whether there was anything new."""
        news = False
        current, first = self.slot(now), self._first(now)
        for slot in [s for s in self._lines if s < first or s > current + SLOTS]:
            del self._lines[slot]
            self._sum = None
        self._closed = {slot for slot in self._closed if first <= slot < current}
        open_slots = [slot for slot in range(first, current + 1) if slot not in self._closed]
        slots, ahead = open_slots, 1  # lines asked for at once, of each slot that has more
        while slots:
            found = self._next(slots, ahead)
            news = news or any(found.values())
            slots, ahead = [slot for slot in slots if found[slot] == ahead], 2 * ahead
        for slot in open_slots:
            if now > (slot + 1) * self.length + min(_GRACE, self.length):
                self._closed.add(slot)
        return news

    def _next(self, slots: list[int], ahead: int) -> dict[int, int]:
        """Read the next lines of slots, so many of each; how many there were of each."""
        keys = {
            slot: [self._key(slot, len(lines) + number) for number in range(1, ahead + 1)]
            for slot in slots
            for lines in (self._lines.setdefault(slot, []),)
        }
        values = read_many(self.cache, [key for some in keys.values() for key in some])
        found: dict[int, int] = {}
        for slot, some in keys.items():
            lines = list(_leading(values.get(key) for key in some))
            found[slot] = len(lines)
            if lines:
                self._lines[slot] += lines
                self._sum = None
                if self._heard:
                    for value in lines:
                        self._heard(value)
        return found

    def read_again(self, now: float) -> None:
        """Learn also which lines became smaller since they were read."""
        self.read(now)
        known = {
            self._key(slot, index + 1): (lines, index)
            for slot, lines in self._lines.items()
            for index, value in enumerate(lines)
            if value > 0
        }
        for key, found in read_many(self.cache, list(known)).items():
            if isinstance(found, int):  # an evicted line still counts
                lines, index = known[key]
                lines[index] = found
                self._sum = None

    def used(self, now: float) -> int:
        """The sum of all lines that count, as far as they were read."""
        first = self._first(now)
        if self._sum is None or self._sum[0] != first:
            total = sum(sum(lines) for slot, lines in self._lines.items() if slot >= first)
            self._sum = first, total
        return self._sum[1]

    def entries(self, now: float) -> list[tuple[float, int]]:
        """(when it no longer counts, number) of what counts now."""
        first = self._first(now)
        return [
            ((slot + 1) * self.length + self.window, sum(lines))
            for slot, lines in self._lines.items()
            if slot >= first and sum(lines) > 0
        ]

    def write(self, now: float, want: Callable[[int], int]) -> Entry | None:
        """Add a line as large as `want` says of the sum so far; None when it says 0."""
        refusals = 0
        while True:
            self.read(now)
            value = want(self.used(now))
            if value <= 0:
                return None
            slot = self.slot(now)
            lines = self._lines.setdefault(slot, [])
            if self.cache.add(self._key(slot, len(lines) + 1), value, self._seconds()):
                lines.append(value)
                self._sum = None
                line = Entry(slot, len(lines), value)
                if getattr(self.cache, "alone", False):
                    first = self._first(now)
                    self._apart = [*(old for old in self._apart if old.slot >= first), line]
                if not self.read(now) or want(self.used(now) - value) >= value:
                    return line
                # At the turn of a slot another wrote beside us: both step back and look again.
                self.correct(line, 0)
                continue
            if self.cache.get(self._key(slot, len(lines) + 1)) is None:
                # It neither keeps the key nor has it: a locked database lets go in a moment. Where
                # nothing is ever kept, this process counts alone.
                refusals += 1
                if refusals > _REFUSALS or 0 <= now - self._alone_at < _ALONE:
                    self._alone_at = now if refusals > _REFUSALS else self._alone_at
                    lines.append(value)
                    self._sum = None
                    return Entry(slot, len(lines), value)
                self._sleep(min(0.001 * 2**refusals, 0.05) * (0.5 + random.random()))  # noqa: S311

    def correct(self, line: Entry, value: int) -> None:
        """Make a line of our own smaller."""
        self.cache.set(self._key(line.slot, line.number), value, self._seconds())
        line.value = value
        if lines := self._lines.get(line.slot):
            lines[line.number - 1] = value
            self._sum = None

    def share(self, size: int, least: int, now: float) -> int:
        """How much of a budget may be used: all, unless this process lost the others.

        Then of what they have left each takes its part, and `least` in any case.
        """
        if not getattr(self.cache, "alone", False):
            return size
        first = self._first(now)
        own = sum(line.value for line in self._apart if line.slot >= first)
        shared = self.used(now) - own
        part = max(size - shared, 0) // getattr(self.cache, "processes", 1)
        return min(shared + max(part, least), size)

    def rejoin(self, now: float) -> None:
        """Write what was spent alone where all see it, and what the cache may have lost."""
        first = self._first(now)
        apart, self._apart = self._apart, []
        for line in reversed(apart):  # they are the last ones of their slot
            if lines := self._lines.get(line.slot):
                del lines[line.number - 1 :]
        for slot in [slot for slot in self._lines if slot < first]:
            del self._lines[slot]
        for slot, lines in self._lines.items():
            for index, value in enumerate(lines):
                self.cache.add(self._key(slot, index + 1), value, self._seconds())
        self._closed.clear()
        self._sum = None
        self.read(now)
        for line in apart:
            if line.slot >= first and line.value > 0:
                self._append(line)

    def _append(self, line: Entry) -> None:
        """Write a line anew, as its slot's next."""
        lines = self._lines.setdefault(line.slot, [])
        for _ in range(_MOST_LINES):
            key = self._key(line.slot, len(lines) + 1)
            if self.cache.add(key, line.value, self._seconds()):
                break
            found = self.cache.get(key)
            lines.append(int(found) if isinstance(found, int) else 0)  # another's, meanwhile
        lines.append(line.value)
        line.number = len(lines)
        self._sum = None
        if getattr(self.cache, "alone", False):  # gone again
            self._apart.append(line)

    def _first(self, now: float) -> int:
        """The oldest slot that counts: some of it was within the window."""
        return int((now - self.window) // self.length)

    def _key(self, slot: int, number: int) -> str:
        return f"{self.name}_{slot}_{number}"

    def _seconds(self) -> int:
        return int(self.window + 2 * self.length + _GRACE) + 1
