"""One call in a background thread: progress, result and cancellation.

Cancelling uses `esi.core.cancellation`: the engine sends nothing more for the run, waits for limits
end, and the cache keeps the responses that have arrived.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from bravado.exception import HTTPError

from esi.core.cancellation import AbandonedError, CancelScope
from esi.core.http.idempotency import only_reads
from esi_data.progress import Step

if TYPE_CHECKING:
    import pandas as pd

    from esi.core.http.messages import Response
    from esi_data.protocols import EsiLike

RunState = Literal["running", "done", "failed", "stopped"]

# Responses to display; the rows of a larger pull are in its frame only.
MAX_RESPONSES = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """Progress of a run; `total` is None until it is known, `rows` counts elements of lists."""

    done: int = 0
    total: int | None = None
    unit: str = "page"
    rows: int = 0
    requests: int = 0
    transferred: int = 0
    tokens: int = 0


@dataclass
class BackgroundRun:
    """One call in a thread of its own.

    Attributes:
        operation: old name of the operation.
        values: its parameters.
        state: `running`, `done`, `failed` or `stopped`.
        counts: progress so far.
        responses: the first `MAX_RESPONSES` responses, in the order of their arrival.
        frame: result of a completed run that only reads.
        error: cause of a failure.
        started: start time, in seconds of `time.monotonic`.
        ended: set at the end, whatever the outcome.
    """

    esi: EsiLike
    operation: str
    values: dict[str, Any]
    state: RunState = "running"
    counts: Counts = Counts()
    responses: list[Response] = field(default_factory=list)
    frame: pd.DataFrame | None = None
    error: Exception | None = None
    started: float = field(default_factory=time.monotonic)
    ended: threading.Event = field(default_factory=threading.Event, repr=False)
    _ended_at: float | None = None

    def __post_init__(self) -> None:
        self._scope = CancelScope()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._scope.run, args=(self._run,), daemon=True)

    def start(self) -> BackgroundRun:
        """Start the daemon thread."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Cancel the run: the state changes at once, the thread ends before its next request."""
        self._scope.cancel()
        self._end("stopped")

    def join(self) -> None:
        """Wait for the end of the thread."""
        self._thread.join()

    @property
    def seconds(self) -> float:
        """Seconds since the start, up to the end."""
        return (time.monotonic() if self._ended_at is None else self._ended_at) - self.started

    @property
    def seconds_left(self) -> float | None:
        """Estimated remaining seconds at the current pace; None if unknown."""
        done, total = self.counts.done, self.counts.total
        if self.state != "running" or not done or not total or done >= total:
            return None
        return self.seconds / done * (total - done)

    def _run(self) -> None:
        operation = self.esi.operation(self.operation)
        try:
            if is_write(operation):
                future = operation(**self.values)
                self._on_step(Step(1, 1, "call", future.snapshot().responses[0]))
            else:
                self.frame = self.esi.pull(self.operation, progress=self._on_step, **self.values)
        except AbandonedError:
            self._end("stopped")
        except Exception as exc:  # noqa: BLE001 - the widget displays any error
            self.error = exc
            self._end("failed")
        else:
            self._end("done")

    def _on_step(self, step: Step) -> None:
        response = step.response
        with self._lock:
            before = self.counts
            self.counts = Counts(
                done=step.done,
                total=step.total,
                unit=step.unit,
                rows=before.rows + (count_rows(response) if response else 0),
                requests=before.requests + (response.requests if response else 0),
                transferred=before.transferred + (response.transferred if response else 0),
                tokens=before.tokens + (response.tokens if response else 0),
            )
            if response and len(self.responses) < MAX_RESPONSES:
                self.responses.append(response)
        if self._scope.cancelled:
            raise AbandonedError

    def _end(self, state: RunState) -> None:
        with self._lock:
            if self.state == "running":  # a stopped run stays stopped
                self.state = state
                self._ended_at = time.monotonic()
                self.ended.set()


def is_write(operation: Any) -> bool:
    """Return True if an operation changes something in the game."""
    return not only_reads(operation.http_method.upper(), operation.path_name)


def count_rows(response: Response) -> int:
    """Return the length of a response's list; 1 for any other body."""
    try:
        return len(msgspec.json.decode(response.body, type=list[msgspec.Raw]))
    except (msgspec.DecodeError, ValueError):
        return 1


def error_message(exc: Exception) -> str:
    """Return the message of an error for display."""
    if isinstance(exc, HTTPError):
        return f"The API answered {exc.status_code}: {exc.message or exc.response.reason}"
    return str(exc) or type(exc).__name__
