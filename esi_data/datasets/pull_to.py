"""Pull into a folder of Parquet files, and resume where an interrupted pull stopped.

It runs in three steps: `pull_plan` checks the arguments and derives what to fetch, an executor
(threads, or `cluster`) fetches parts concurrently, and `writer` writes each file and then names it
in the manifest. After an interruption, the same call keeps finished parts and fetches the rest.
"""

from __future__ import annotations

import logging
from collections import Counter, deque
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, Self

from esi.core.cancellation import Workers
from esi.core.folders import expanded
from esi_data.auth.delegated import DelegatedTokenExpiredError
from esi_data.datasets.fetch_part import PartResult, PartTask, fetch_part
from esi_data.datasets.folder import Folder
from esi_data.datasets.pull_plan import plan_pull
from esi_data.datasets.writer import Pulled, Writer
from esi_data.progress import Bar
from esi_data.pulls.cost import warn_of_calls

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Sequence

    from esi_data.datasets.manifest import Mode
    from esi_data.datasets.partitioning import PartSpec
    from esi_data.progress import Progress
    from esi_data.pulls.pull import Layout, OnError

__all__ = ["Pulled", "pull_to"]

logger = logging.getLogger("esi_data")

# Parts in flight even if the calls of fewer would use all connections: one is written while others
# are fetched. Each is in memory.
_MIN_PENDING = 4
_MAX_TOKENS = 50  # of 20 minutes each, for one part


class PartExecutor(Protocol):
    """Fetches the parts of a pull, in threads of this process or elsewhere."""

    def submit(self, task: PartTask) -> Future[PartResult]:
        """Start fetching a part."""

    def has_room(self, pending: Collection[PartSpec]) -> bool:
        """Return True if another part may start beside the pending ones."""


def pull_to(
    path: str | os.PathLike[str],
    operation: Any,
    *,
    mode: Mode | None = None,
    key: Sequence[str] | None = None,
    history: bool = False,
    folders: Sequence[str] | None = None,
    languages: Sequence[str] | None = None,
    layout: Layout = "wide",
    on_error: OnError = "raise",
    explode: str | None = None,
    progress: Progress = None,
    executor: PartExecutor | None = None,
    **params: Any,
) -> Pulled:
    """Pull into a folder of Parquet files; `read` returns it as one frame.

    Run the same call again to resume after an interruption (killed, disk full, network down), or
    to update a finished dataset: unchanged data is neither transferred nor written. Another list
    of values, or a list where there was one value, keeps the dataset; another API, parameter or
    mode needs another folder.

    Args:
        path: folder of this dataset alone.
        operation: operation to call.
        mode: `snapshot`, `append` or `upsert`; None chooses by operation.
        key: columns that identify a row within one call, if the mode needs them.
        history: keep every finished snapshot in its own folder `snapshot=...`, so that
            `read(as_of=...)` can go back. In `append` and `upsert` mode, never merge files.
        folders: parameters that get a folder for each value in a new dataset; by default those
            with few enough values.
        languages: language codes for a localised frame, as in `frame_localized`.
        layout: `wide` or `long`, with `languages`.
        on_error: as in `pull`; the manifest records a failed call and the next run repeats it.
        explode: a list column whose elements become the rows.
        progress: True or False shows or hides a progress bar; None shows it on a terminal only; a
            function is called with each `Step`.
        executor: where the parts are fetched, see `esi_data.datasets.cluster`; None is threads of
            this process.
        params: parameters, as in `pull`.

    Raises:
        DatasetError: the folder contains another pull, or files of others.
        DatasetBusyError: another process is writing to it.
        ParameterError, ValueError: an argument is invalid; raised before the first request.
        OSError: the disk is full or not writable; finished parts stay.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as in `pull`; finished
            parts stay.
    """
    folder = Folder(expanded(path))
    existing = folder.read_manifest()
    plan = plan_pull(
        operation,
        params,
        existing.spec.fan_out if existing and not existing.is_empty else (),
        mode=mode,
        key=key,
        history=history,
        folders=folders,
        languages=languages,
        layout=layout,
        on_error=on_error,
        explode=explode,
    )
    engine = plan.first.engine
    with folder.locked():
        writer = Writer(folder, plan, engine.clock)
        calls = sum(part.calls for part in writer.pending)
        warn_of_calls(plan.first, calls * plan.requests_per_call)
        threads = _ThreadExecutor(operation, engine.config().concurrency)
        with (
            Bar(plan.spec.operation, progress, writer.total, "part") as bar,
            nullcontext(executor) if executor else threads as running,
        ):
            for _ in range(writer.resumed):
                bar.step()
            _fetch_parts(writer, running, bar)
        return writer.finish()


def _fetch_parts(writer: Writer, executor: PartExecutor, bar: Bar) -> None:
    """Fetch the pending parts, as many at once as the executor has room for, and write each.

    After an error the parts in flight are still finished and written. A part whose token expired
    on its way is submitted again.
    """
    queue = deque(writer.pending)
    expired: Counter[str] = Counter()  # tokens by part
    failure: Exception | None = None
    in_flight: dict[Future[PartResult], PartSpec] = {}
    try:
        while True:
            while failure is None and queue and executor.has_room(in_flight.values()):
                part = queue.popleft()
                try:
                    in_flight[executor.submit(writer.task(part))] = part
                except Exception as exc:  # noqa: BLE001 - raised when nothing is in flight
                    failure = exc
            if not in_flight:
                break
            done, _ = wait(in_flight, return_when=FIRST_COMPLETED)
            for future in done:
                part = in_flight.pop(future)
                try:
                    writer.write(part, future.result())
                    bar.step()
                except Exception as exc:  # noqa: BLE001 - raised when nothing is in flight
                    late = isinstance(exc, DelegatedTokenExpiredError) and not exc.is_clock_ahead
                    expired[part.name] += late
                    if late and expired[part.name] <= _MAX_TOKENS:
                        queue.appendleft(part)
                    else:
                        failure = failure or exc
    except BaseException as exc:  # ctrl-C, or the scheduler is gone
        for future in in_flight:
            future.cancel()
        if isinstance(exc, Exception):
            exc.add_note(writer.status)
        else:
            logger.warning("Stopped. %s", writer.status)
        raise
    if failure:
        failure.add_note(writer.status)
        raise failure


class _ThreadExecutor:
    """Executor in threads of this process; use it as a context manager."""

    def __init__(self, operation: Any, concurrency: int) -> None:
        self._operation = operation
        self._concurrency = concurrency
        self._workers = Workers(max(concurrency, _MIN_PENDING))

    def submit(self, task: PartTask) -> Future[PartResult]:
        """Start fetching a part in a thread."""
        return self._workers.submit(partial(fetch_part, self._operation, task))

    def has_room(self, pending: Collection[PartSpec]) -> bool:
        """Return True while pending calls leave a connection unused."""
        calls = sum(part.calls for part in pending)
        return len(pending) < _MIN_PENDING or calls < self._concurrency

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._workers.close()  # do not wait for the API after Ctrl+C, a time limit or an error
