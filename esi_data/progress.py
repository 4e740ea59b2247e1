"""A progress bar of pages or calls, on standard error."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from tqdm.auto import tqdm

if TYPE_CHECKING:
    from esi.core.exchange import Answer

# True shows a bar, False none, None one on a terminal or in a notebook only, unless the environment
# has tqdm's own switch, TQDM_DISABLE.
Progress = bool | None

DELAY = 0.3  # seconds before a bar that nobody asked for is shown


class Bar:
    """A bar of `total` steps; of as many as the API says where it is None."""

    def __init__(
        self, name: str, shown: Progress, total: int | None = None, unit: str = "page"
    ) -> None:
        if shown is None and os.environ.get("TQDM_DISABLE"):
            shown = False
        # tqdm's own word for "only on a terminal" is None; a single answer needs no bar.
        self._bar = tqdm(
            total=total,
            desc=name,
            unit=unit,
            disable=None if shown is None else not shown,
            delay=DELAY if shown is None else 0,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def page(self, number: int, count: int, answer: Answer) -> None:  # noqa: ARG002
        """Note that a page came in."""
        if self._bar.total != count:
            self._bar.total = count  # not shown at once: that would not wait out the delay
        self.step()

    def step(self) -> None:
        """Note that one more is done."""
        self._bar.update()
