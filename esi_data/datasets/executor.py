"""Fetch parts concurrently: in threads of this process, or elsewhere by the same Protocol."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol, Self

from esi.core.cancellation import CancelScope
from esi_data.datasets.fetch_part import PartResult, PartTask, fetch_part

if TYPE_CHECKING:
    from collections.abc import Collection

    from esi_data.datasets.partitioning import PartSpec

# Parts in flight even if the calls of fewer would use all connections: one is written while others
# are fetched. Each is in memory.
_MIN_PENDING = 4


class PartExecutor(Protocol):
    """Fetches the parts of a pull."""

    def submit(self, task: PartTask) -> Future[PartResult]:
        """Start fetching a part."""

    def has_room(self, pending: Collection[PartSpec]) -> bool:
        """Return True if another part may start beside the pending ones."""


class ThreadExecutor:
    """Executor in threads of this process; use it as a context manager.

    Args:
        operation: operation to call.
        concurrency: requests that the engine sends at once.
    """

    def __init__(self, operation: Any, concurrency: int) -> None:
        self._operation = operation
        self._concurrency = concurrency
        self._scope = CancelScope()
        size = max(concurrency, _MIN_PENDING)
        self._pool = ThreadPoolExecutor(size, thread_name_prefix="esi-bulk")

    def submit(self, task: PartTask) -> Future[PartResult]:
        """Start fetching a part in a thread."""
        return self._pool.submit(self._scope.run, fetch_part, self._operation, task)

    def has_room(self, pending: Collection[PartSpec]) -> bool:
        """Return True while pending calls leave a connection unused."""
        calls = sum(part.calls for part in pending)
        return len(pending) < _MIN_PENDING or calls < self._concurrency

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        interrupted = kind is not None and not issubclass(kind, Exception)
        if interrupted:  # ctrl-C or a time limit: do not wait for the API
            self._scope.cancel()
        self._pool.shutdown(wait=not interrupted, cancel_futures=interrupted)
