"""Run one call in a background thread, with progress, result and cancellation.

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
from esi.core.http.messages import only_reads
from esi_data.formatting import count_of, seconds, size
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
    """One call in a thread of its own."""

    esi: EsiLike
    operation: str
    values: dict[str, Any]
    state: RunState = "running"
    counts: Counts = Counts()
    responses: list[Response] = field(default_factory=list)  # the first `MAX_RESPONSES`
    frame: pd.DataFrame | None = None  # of a completed run that only reads
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


def progress(run: BackgroundRun, left: tuple[int, int] | None = None, wait: float = 0.0) -> str:
    """Return a line with a run's pages, rows, bytes, remaining tokens and remaining time.

    `left` is the remaining tokens of its budget and the size of that, `wait` the seconds until its
    rate limit lets it continue.
    """
    counts = run.counts
    total = "" if counts.total is None else f" of {counts.total:,}"
    units = counts.unit if (counts.total or counts.done) == 1 else f"{counts.unit}s"
    done = f"{counts.done:,}{total} {units}" if counts.done else "waiting for the first response"
    parts = [done]
    if counts.rows:
        parts.append(count_of(counts.rows, "row"))
    if counts.transferred:
        parts.append(size(counts.transferred))
    if left:
        parts.append(f"{left[0]:,} of {left[1]:,} tokens left")
    if wait:
        parts.append(f"waiting {seconds(wait)} for the rate limit")
    elif run.seconds_left is not None:
        parts.append(f"about {seconds(run.seconds_left)} left")
    return " · ".join(parts)


def outcome(run: BackgroundRun) -> tuple[str, str]:
    """Return the outcome of a run as a text, and the kind of its note."""
    counts = run.counts
    if run.state == "stopped":
        text = "Stopped."
        if counts.done or run.responses:
            text += " What has arrived is in the cache; run again to resume."
        return text, "warn"
    metadata = run.frame.attrs.get("esi", {}) if run.frame is not None else {}
    rows = len(run.frame) if run.frame is not None else counts.rows
    cost = (
        "from the cache"
        if metadata.get("from_cache")
        else f"{count_of(counts.requests, 'request')}, {count_of(counts.tokens, 'token')}"
    )
    text = f"{count_of(rows, 'row')}, {cost}, {seconds(run.seconds)}."
    if metadata.get("consistent") is False:
        warning = "The pages come from different snapshots; rows may be missing or duplicated."
        return f"{text} {warning}", "warn"
    if metadata.get("stale"):
        return f"{text} Some rows are outdated: the API failed, so the cache was used.", "warn"
    return text, "good"
