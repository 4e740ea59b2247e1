"""Cache in the memory of one process."""

from __future__ import annotations

import threading

_MAX_KEYS = 20_000


class MemoryCache:
    """Cache for one process: where no other is configured, or while the other fails."""

    alone = False  # no other process shares it

    def __init__(self) -> None:
        self._values: dict[str, bytes | int] = {}
        self._lock = threading.Lock()

    def get(self, key: str, /) -> bytes | int | None:
        """Return the value, or None."""
        return self._values.get(key)

    def set(self, key: str, value: bytes | int, seconds: float | None, /) -> None:  # noqa: ARG002
        """Store a value. It never expires: keys of the limiter contain their time."""
        self._values[key] = value

    def get_many(self, keys: list[str], /) -> dict[str, bytes | int]:
        """Return the values of those keys that have one."""
        return {key: self._values[key] for key in keys if key in self._values}

    def add(self, key: str, value: bytes | int, seconds: float | None, /) -> bool:  # noqa: ARG002
        """Store a value unless the key has one; return True if it was stored."""
        with self._lock:
            if key in self._values:
                return False
            if len(self._values) > _MAX_KEYS:
                for old in list(self._values)[: _MAX_KEYS // 2]:
                    del self._values[old]
            self._values[key] = value
            return True

    def incr(self, key: str, /) -> None:
        """Add one to an existing number."""
        with self._lock:
            self._values[key] = int(self._values[key]) + 1

    def delete(self, key: str, /) -> None:
        """Delete a key."""
        self._values.pop(key, None)
