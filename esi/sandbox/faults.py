"""Faults to switch on: what goes wrong between a program and the API.

    sandbox.faults.fail(503, times=2, path="/markets/*")
    sandbox.faults.drop(times=1)
    sandbox.faults.damage(times=1)

A path is a shell pattern; the oldest fault that fits a request is used first.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

Kind = Literal["fail", "drop", "truncate", "damage", "not_json"]


@dataclass
class Fault:
    """One thing to go wrong, `times` times (None: always), after `after` requests went well."""

    kind: Kind
    path: str
    times: int | None
    after: int = 0
    status: int = 0
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    bare: bool = False


class Faults:
    """The switches of a sandbox.

    Attributes:
        latency: seconds each answer waits.
        clock_skew: seconds by which `Date`, `Expires` and `Last-Modified` are off.
        plain_304: a 304 carries neither `Expires` nor `Cache-Control`.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[Fault] = []
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
        """Answer with `status`.

        Args:
            status: the status, such as 503.
            times: how often; None for always.
            path: a shell pattern of paths.
            after: how many requests that fit go well before.
            body: the text sent; an error object when None.
            headers: further headers, such as `Retry-After`.
            bare: leave out the headers of the limits, as errors from inside the game server do.
        """
        self._add(Fault("fail", path, times, after, status, body, dict(headers or {}), bare))

    def drop(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Close the connection before any answer."""
        self._add(Fault("drop", path, times, after))

    def truncate(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Send the headers and half of the body, then close the connection."""
        self._add(Fault("truncate", path, times, after))

    def damage(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Send half of the body as if it were the whole, as a proxy that gave up does."""
        self._add(Fault("damage", path, times, after))

    def not_json(self, *, times: int | None = 1, path: str = "*", after: int = 0) -> None:
        """Answer 200 with a page of HTML, as a proxy in maintenance does."""
        self._add(Fault("not_json", path, times, after))

    def clear(self) -> None:
        """Switch everything off."""
        with self._lock:
            self._faults.clear()
            self.latency = 0.0
            self.clock_skew = 0.0
            self.plain_304 = False

    def next(self, path: str) -> Fault | None:
        """The fault that this request runs into, used up by one."""
        if not self._faults:
            return None
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
