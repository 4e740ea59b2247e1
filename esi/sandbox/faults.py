"""Faults between a program and the API, switched on by tests.

    sandbox.faults.fail(503, times=2, path="/markets/*")
    sandbox.faults.drop(times=1)
    sandbox.faults.damage(times=1)
    sandbox.faults.rewrite(lambda request, response: response.headers.pop("ETag", None))

A path is a shell pattern. Where several faults match a request, the oldest is used first.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Literal

# Takes an `esi.sandbox.server.messages.ApiRequest` and changes the `ApiResponse` to it.
Rewrite = Callable[[Any, Any], object]
FaultKind = Literal[
    "fail", "drop", "truncate", "damage", "garble", "understate", "slow", "not_json"
]


@dataclass
class Fault:
    """Fault that occurs `times` times (None: always), after `after` requests have succeeded."""

    kind: FaultKind
    path: str
    times: int | None
    after: int = 0
    status: int = 0
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    bare: bool = False
    seconds: float = 0.0


class Faults:
    """Switches of a sandbox for what goes wrong.

    Attributes:
        latency: seconds each response is delayed.
        clock_skew: seconds by which `Date`, `Expires` and `Last-Modified` are off.
        plain_304: send 304 without `Expires` and `Cache-Control`.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[Fault] = []
        self._rewrites: list[tuple[str, Rewrite]] = []
        self.latency = 0.0
        self.clock_skew = 0.0
        self.plain_304 = False

    def fail(
        self,
        status: int,
        *,
        times: int | None = 1,
        path: str = "*",
        after: int = 0,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
        bare: bool = False,
    ) -> None:
        """Respond with an error.

        Args:
            status: the status, such as 503.
            times: how often; None for always.
            path: shell pattern of the paths.
            after: number of matching requests that succeed before.
            body: the text sent; None for a JSON error object.
            headers: additional headers, such as `Retry-After`.
            bare: leave out the headers of the limits, as errors from inside the game server do.
        """
        self._add(Fault("fail", path, times, after, status, body, dict(headers or {}), bare))

    def drop(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Close the connection before any response."""
        self._add(Fault("drop", path, times, after))

    def truncate(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Send the headers and half of the body, then close the connection."""
        self._add(Fault("truncate", path, times, after))

    def damage(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Send half of the body as if it were complete, like a proxy that gave up."""
        self._add(Fault("damage", path, times, after))

    def garble(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Send the body in its full length, with a few bytes of its middle changed."""
        self._add(Fault("garble", path, times, after))

    def understate(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Send all of the body, but announce half of its length."""
        self._add(Fault("understate", path, times, after))

    def slow(
        self, seconds: float, *, times: int | None = 1, path: str = "*", after: int = 0
    ) -> None:
        """Send the body piece by piece, within `seconds`."""
        self._add(Fault("slow", path, times, after, seconds=seconds))

    def not_json(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Respond 200 with an HTML page, like a proxy in maintenance."""
        self._add(Fault("not_json", path, times, after))

    def rewrite(self, change: Rewrite, *, path: str = "*") -> None:
        """Change responses before the sandbox sends them, to test clients of a changed API.

        Args:
            change: called with the request (`method`, `path`, `query`, `headers`, `body`) and its
                response, whose `status`, `headers` and `body` it may change. The body is compressed
                if the response has a `Content-Encoding`.
            path: shell pattern of the paths.
        """
        with self._lock:
            self._rewrites.append((path, change))

    def apply_rewrites(self, request: Any, response: Any) -> None:
        """Apply the changes of `rewrite` to a response."""
        with self._lock:
            changes = [change for path, change in self._rewrites if fnmatchcase(request.path, path)]
        for change in changes:
            change(request, response)

    def clear(self) -> None:
        """Switch everything off."""
        with self._lock:
            self._faults.clear()
            self._rewrites.clear()
            self.latency = 0.0
            self.clock_skew = 0.0
            self.plain_304 = False

    def next(self, path: str) -> Fault | None:
        """Return the fault of a request, if any, and count it."""
        with self._lock:
            for fault in self._faults:
                if not fnmatchcase(path, fault.path):
                    continue
                if fault.after > 0:
                    fault.after -= 1
                    continue
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._faults.remove(fault)
                return fault
        return None

    def _add(self, fault: Fault) -> None:
        if fault.times is None or fault.times > 0:
            with self._lock:
                self._faults.append(fault)
