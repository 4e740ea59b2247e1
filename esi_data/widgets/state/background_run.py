"""A call that runs in a thread of its own, while the kernel stays alive: how far it is, its end.

It is given up by the engine's own way (`esi.core.cancellation`): nothing more is sent for it, what
waits for a limit stops waiting, and what came in stays in the cache.
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

State = Literal["running", "done", "failed", "stopped"]

# Answers that are kept to be looked at; of a large pull the rest is in the frame alone.
KEPT = 50


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a run is; `total` is None until it is known, `rows` are those of lists."""

    done: int = 0
    total: int | None = None
    unit: str = "page"
    rows: int = 0
    requests: int = 0
    transferred: int = 0
    tokens: int = 0


@dataclass
class Run:
    """A call under way, and what came of it.

    Attributes:
        operation: what is called, by its old name.
        values: its parameters.
        state: `running`, `done`, `failed` or `stopped`.
        counts: how far it is.
        answers: as they came in, the first `KEPT`.
        frame: where it is done, and reads something.
        error: why it failed.
        began: when, in seconds of `time.monotonic`; `seconds` is how long it has taken.
        ended: set at the end, whichever it is.
    """

    esi: EsiLike
    operation: str
    values: dict[str, Any]
    state: State = "running"
    counts: Counts = Counts()
    answers: list[Response] = field(default_factory=list)
    frame: pd.DataFrame | None = None
    error: Exception | None = None
    began: float = field(default_factory=time.monotonic)
    ended: threading.Event = field(default_factory=threading.Event, repr=False)
    _ended_at: float | None = None

    def __post_init__(self) -> None:
        self._work = CancelScope()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work.run, args=(self._run,), daemon=True)

    def start(self) -> Run:
        """Begin, in a thread that ends with the process."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Give it up: at once for whoever looks, and in the thread before its next request."""
        self._work.give_up()
        self._end("stopped")

    def join(self) -> None:
        """Wait for the end of the thread."""
        self._thread.join()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return (time.monotonic() if self._ended_at is None else self._ended_at) - self.began

    @property
    def seconds_left(self) -> float | None:
        """How long it may still take at the pace so far; None where nobody knows."""
        done, total = self.counts.done, self.counts.total
        if self.state != "running" or not done or not total or done >= total:
            return None
        return self.seconds / done * (total - done)

    def _run(self) -> None:
        operation = self.esi.operation(self.operation)
        try:
            if changes(operation):
                future = operation(**self.values)
                self._came(Step(1, 1, "call", future.snapshot().answers[0]))
            else:
                self.frame = self.esi.pull(self.operation, progress=self._came, **self.values)
        except AbandonedError:
            self._end("stopped")
        except Exception as exc:  # noqa: BLE001 - whatever it is, somebody looks at it
            self.error = exc
            self._end("failed")
        else:
            self._end("done")

    def _came(self, step: Step) -> None:
        answer = step.answer
        with self._lock:
            now = self.counts
            self.counts = Counts(
                done=step.done,
                total=step.total,
                unit=step.unit,
                rows=now.rows + (rows_in(answer) if answer else 0),
                requests=now.requests + (answer.requests if answer else 0),
                transferred=now.transferred + (answer.transferred if answer else 0),
                tokens=now.tokens + (answer.tokens if answer else 0),
            )
            if answer and len(self.answers) < KEPT:
                self.answers.append(answer)
        if self._work.given_up:
            raise AbandonedError

    def _end(self, state: State) -> None:
        with self._lock:
            if self.state == "running":  # one that was stopped does not come back
                self.state = state
                self._ended_at = time.monotonic()
                self.ended.set()


def changes(operation: Any) -> bool:
    """Whether an operation changes something in the game."""
    return not only_reads(operation.http_method.upper(), operation.path_name)


def rows_in(answer: Response) -> int:
    """How many elements a list has that came as an answer; 1 of anything else, without a look."""
    try:
        return len(msgspec.json.decode(answer.body, type=list[msgspec.Raw]))
    except (msgspec.DecodeError, ValueError):
        return 1


def told(exc: Exception) -> str:
    """What a person reads of an error."""
    if isinstance(exc, HTTPError):
        said = exc.message or exc.response.reason
        return f"The API answered {exc.status_code}: {said}"
    return f"{exc}" if str(exc) else type(exc).__name__
