"""Draw numbers from a key: the same ones on every machine and version of Python."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")

PINNED = datetime(2026, 8, 18, 11, 5, tzinfo=UTC)
"""Epoch of worlds and samples that are given none."""


class SeededRandom:
    """Stream of numbers drawn from a hash of `key`."""

    __slots__ = ("_key", "_round", "_state")

    def __init__(self, *key: object) -> None:
        self._key = repr(key).encode()
        self._round = 0
        self._state = 0

    def below(self, limit: int) -> int:
        """Draw a number from 0 to `limit` - 1."""
        if self._state < limit << 16:
            self._round += 1
            digest = hashlib.blake2b(self._key, salt=self._round.to_bytes(16, "big"))
            self._state = int.from_bytes(digest.digest(), "big")
        self._state, drawn = divmod(self._state, limit)
        return drawn

    def between(self, low: int, high: int) -> int:
        """Draw a number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def pick(self, choices: Sequence[T]) -> T:
        """Draw one of `choices`."""
        return choices[self.below(len(choices))]

    def unit(self) -> float:
        """Draw a fraction from 0 up to 1, in steps of a millionth."""
        return self.below(1_000_000) / 1_000_000

    def uuid(self) -> str:
        """Draw a UUID of version 4."""
        return str(UUID(int=self.below(1 << 128), version=4))


def moment(seconds_ago: float, epoch: datetime = PINNED) -> str:
    """Return the date-time so many seconds before an epoch, as the API writes it."""
    return f"{epoch - timedelta(seconds=seconds_ago):%Y-%m-%dT%H:%M:%SZ}"


def day(days_ago: int, epoch: datetime = PINNED) -> str:
    """Return the date so many days before an epoch."""
    return f"{(epoch - timedelta(days=days_ago)).date():%Y-%m-%d}"
