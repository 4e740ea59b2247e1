"""Progress of a pull: a bar of pages or calls on standard error, or calls of your function."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from tqdm.auto import tqdm

if TYPE_CHECKING:
    from esi.core.http.messages import Response


@dataclass(frozen=True, slots=True)
class Step:
    """Progress of a pull: `done` of `total` (None: not known yet), each a `page`, `call` or `part`.

    `response` is the one that was just received, if the step is a page. As one of several pages
    of a call it leaves `done` as it was.
    """

    done: int
    total: int | None
    unit: str
    response: Response | None = None


# True shows a bar, False none. None shows one on a terminal or in a notebook, unless tqdm's own
# TQDM_DISABLE is set. A function is called with each `Step`, from any thread; its errors end the
# pull.
Progress = bool | None | Callable[[Step], object]

DELAY = 0.3  # seconds before a bar that was not requested appears


class Bar:
    """Progress bar of `total` steps; the first page sets the total if it is None."""

    def __init__(
        self, name: str, shown: Progress, total: int | None = None, unit: str = "page"
    ) -> None:
        self._callback = shown if callable(shown) else None
        visible = None if callable(shown) else shown
        if self._callback or (visible is None and os.environ.get("TQDM_DISABLE")):
            visible = False
        self._done, self._total, self._unit = 0, total, unit
        # To tqdm, None means "only on a terminal". A single page is done before the delay ends.
        self._bar = tqdm(
            total=total,
            desc=name,
            unit=unit,
            disable=None if visible is None else not visible,
            delay=DELAY if visible is None else 0,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def page(self, number: int, count: int, response: Response) -> None:  # noqa: ARG002
        """Count a page."""
        if self._total != count:
            self._total = self._bar.total = count  # tqdm shows it at its next update
        self.step(response)

    def step(self, response: Response | None = None) -> None:
        """Count one more step."""
        self._done += 1
        self._bar.update()
        self._notify(response)

    def of_call(self) -> Pages:
        """Return the observer of one call among several: its pages are not steps of the pull."""
        return CallProgress(self)

    def _notify(self, response: Response | None) -> None:
        if self._callback:
            self._callback(Step(self._done, self._total, self._unit, response))


class CallProgress:
    """Observer of one call's pages, which notifies the function of its pull."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar

    def page(self, number: int, count: int, response: Response) -> None:  # noqa: ARG002
        """Notify the function of a page."""
        self._bar._notify(response)  # noqa: SLF001 - the other half of the bar


class Pages(Protocol):
    """Observer of the pages of a call."""

    def page(self, number: int, count: int, response: Response) -> None:
        """Receive a page: its number, the number of all pages, and the response."""
