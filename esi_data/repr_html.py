"""What a notebook shows of an `Esi` and of a plan: plain HTML, which follows its theme."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from esi_data.formatting import price

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi_data.client import Esi

_NEXT = (
    ("esi.explore()", "find an operation and run it"),
    ('esi.operations("market orders")', "list operations"),
    ("esi.limits()", "see what is left of the rate limits"),
    ("esi.cache_info()", "see what is cached"),
)


def html_of(esi: Esi) -> str:
    """The API that is asked, the cache, and what to do next; nothing is asked for it."""
    config = esi.config
    facts = {
        "API": config.api_url + (" (offline: from the cache alone)" if config.offline else ""),
        "Behaviour of": config.compatibility_date or "the API's oldest date",
        "Answers are kept in": str(getattr(esi.engine.cache, "directory", "a cache of your own")),
        "At the API's limits": {"wait": "wait", "raise": "raise an error"}.get(
            config.on_limit, "limits are not kept"
        ),
    }
    rows = "".join(
        f'<tr><td style="text-align:left">{escape(name)}</td>'
        f'<td style="text-align:left">{escape(told)}</td></tr>'
        for name, told in facts.items()
    )
    hints = "<br>".join(f"<code>{escape(code)}</code> {escape(does)}" for code, does in _NEXT)
    return f"<p><b>EVE Online's ESI API</b></p><table><tbody>{rows}</tbody></table><p>{hints}</p>"


class Plan(pd.DataFrame):
    """The frame of a plan, with what it means above its row; what is made of it is plain."""

    @property
    def _constructor(self) -> Callable[..., pd.DataFrame]:
        return pd.DataFrame

    def _said(self) -> str:
        return price(dict(self.iloc[0]))[0] if len(self) == 1 else ""

    def _repr_html_(self) -> str:
        table: str = super()._repr_html_()  # type: ignore[misc] # the stubs leave it out
        return f"<p>{escape(self._said())}</p>{table}"

    def __repr__(self) -> str:
        return f"{self._said()}\n{super().__repr__()}"
