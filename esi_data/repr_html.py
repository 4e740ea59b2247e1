"""Displays of an `Esi` and of a plan in a notebook: plain HTML, which follows its theme."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from esi.core.client.html_table import element, table
from esi_data.formatting import price

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.config import Config

_NEXT_STEPS = (
    ("esi.explore()", "find an operation and run it"),
    ('esi.operations("market orders")', "list matching operations"),
    ("esi.limits()", "see what is left of the rate limits"),
    ("esi.cache_info()", "see what is cached"),
)
_ON_LIMIT = {"wait": "wait", "raise": "raise an error", "off": "ignore it"}


def html_of(config: Config, cache: object) -> str:
    """Return the display of an `Esi`: its API, its cache and next steps; sends no request."""
    place = getattr(cache, "directory", None) or getattr(cache, "address", "a cache object")
    facts = {
        "API": config.api_url + (" (offline: uses only the cache)" if config.offline else ""),
        "Compatibility date": config.compatibility_date or "oldest",
        "Cache": str(place),
        "At a rate limit": _ON_LIMIT.get(config.on_limit, config.on_limit),
    }
    rows = (
        [element("td", escape(text), style="text-align:left") for text in pair]
        for pair in facts.items()
    )
    hints = "<br>".join(f"{element('code', escape(code))} {does}" for code, does in _NEXT_STEPS)
    return f"<p><b>EVE Online's ESI API</b></p>{table(rows)}<p>{hints}</p>"


class CostFrame(pd.DataFrame):
    """Frame of a plan with its cost in a sentence above the row; selections of it are plain."""

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
