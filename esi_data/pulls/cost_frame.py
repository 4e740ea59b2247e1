"""Show the cost of a plan as a sentence above its frame."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from esi_data.formatting import price

if TYPE_CHECKING:
    from collections.abc import Callable


class CostFrame(pd.DataFrame):
    """Frame of a plan, shown below a sentence with its cost; its selections are plain frames."""

    @property
    def _constructor(self) -> Callable[..., pd.DataFrame]:
        return pd.DataFrame

    def _sentence(self) -> str:
        return price(dict(self.iloc[0]))[0] if len(self) == 1 else ""

    def _repr_html_(self) -> str:
        frame: str = super()._repr_html_()  # type: ignore[misc] # the stubs leave it out
        return f"<p>{escape(self._sentence())}</p>{frame}"

    def __repr__(self) -> str:
        return f"{self._sentence()}\n{super().__repr__()}"
