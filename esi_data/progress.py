"""How far a pull is: a progress bar of pages or calls on standard error, or whoever is told."""

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
    """How far a pull is: `done` of `total` (None: not known yet), each a `page`, `call` or `part`.

    `answer` is what just came in, where that is one page. It may be one of several of a call, and
    then nothing more is done than before.
    """

    done: int
    total: int | None
    unit: str
    answer: Response | None = None


# True shows a bar, False none, None one on a terminal or in a notebook only, unless the environment
# has tqdm's own switch, TQDM_DISABLE. A function is called with each `Step`, from any thread; what
# it raises ends the pull.
Progress = bool | None | Callable[[Step], object]

DELAY = 0.3  # seconds before a bar that nobody asked for is shown


class Bar:
    """A bar of `total` steps; of as many as the API says where it is None."""

    def __init__(
        self, name: str, shown: Progress, total: int | None = None, unit: str = "page"
    ) -> None:
        self._tell = shown if callable(shown) else None
        visible = None if callable(shown) else shown
        if self._tell or (visible is None and os.environ.get("TQDM_DISABLE")):
            visible = False
        self._done, self._total, self._unit = 0, total, unit
        # tqdm's own word for "only on a terminal" is None; a single answer needs no bar.
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

    def page(self, number: int, count: int, answer: Response) -> None:  # noqa: ARG002
        """Note that a page came in."""
        if self._total != count:
            self._total = self._bar.total = count  # not shown at once, but after the delay
        self.step(answer)

    def step(self, answer: Response | None = None) -> None:
        """Note that one more is done."""
        self._done += 1
        self._bar.update()
        self._told(answer)

    def of_call(self) -> Pages:
        """What is told of the pages of one call among several: they are no steps of their own."""
        return CallProgress(self)

    def _told(self, answer: Response | None) -> None:
        if self._tell:
            self._tell(Step(self._done, self._total, self._unit, answer))


class CallProgress:
    """Passes the pages of a call on to the bar of its pull."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar

    def page(self, number: int, count: int, answer: Response) -> None:  # noqa: ARG002
        """Note that a page came in."""
        self._bar._told(answer)  # noqa: SLF001 - the other half of the bar


class Pages(Protocol):
    """Whoever is told of the pages of a call."""

    def page(self, number: int, count: int, answer: Response) -> None:
        """Note that a page came in: its number, how many there are, and what it is."""
