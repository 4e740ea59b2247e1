"""Report the progress of a pull: as a bar on standard error, or to a function of the caller."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from tqdm import TqdmWarning

with warnings.catch_warnings():  # a notebook without ipywidgets gets a bar of text
    warnings.simplefilter("ignore", TqdmWarning)
    from tqdm.auto import tqdm

if TYPE_CHECKING:
    from esi.core.http.messages import Response


@dataclass(frozen=True, slots=True)
class Step:
    """Progress: `done` of `total` (None: not known yet), each a `page`, `call` or `part` of a pull.

    Static data counts each `MB` of its download, then each `file` of the export.

    `response` is the last received one, if the step is a page. A page of one call among several
    does not change `done`.
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
        self, name: str, progress: Progress, total: int | None = None, unit: str = "page"
    ) -> None:
        check_progress(progress)
        self._callback = progress if callable(progress) else None
        unwanted = self._callback or (progress is None and os.environ.get("TQDM_DISABLE"))
        self._done, self._total, self._unit = 0, total, unit
        # To tqdm, None means "only on a terminal". A single page is done before the delay ends.
        self._bar = tqdm(
            total=total,
            desc=name,
            unit=unit,
            disable=True if unwanted else None if progress is None else not progress,
            delay=DELAY if progress is None else 0,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop the bar without completing it."""
        self._bar.close()

    def write(self, text: str) -> None:
        """Print a line above the bar; do nothing without a bar."""
        if not self._bar.disable:
            tqdm.write(text, file=sys.stderr)

    def page(self, number: int, count: int, response: Response) -> None:  # noqa: ARG002
        """Count a page."""
        if self._total != count:
            self._total = self._bar.total = count  # tqdm shows it at its next update
        self.step(response)

    def page_of_call(self, number: int, count: int, response: Response) -> None:  # noqa: ARG002
        """Notify the function of a page of one call among several, which is not a step."""
        self._notify(response)

    def step(self, response: Response | None = None) -> None:
        """Count one more step."""
        self._done += 1
        self._bar.update()
        self._notify(response)

    def _notify(self, response: Response | None) -> None:
        if self._callback:
            # Frames release decoded bodies, but the function may keep its response.
            kept = replace(response) if response else None
            self._callback(Step(self._done, self._total, self._unit, kept))


def check_progress(progress: object) -> None:
    """Raise ValueError if `progress` is neither True, False, None nor a function."""
    if not (progress is None or isinstance(progress, bool) or callable(progress)):
        raise ValueError(
            f"progress={progress!r} is not known; use True, False, None or a function that takes "
            "each esi_data.progress.Step"
        )
