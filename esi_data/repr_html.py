"""Display an `Esi` and a plan in a notebook, as plain HTML that follows its theme."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from esi.core.client.html_table import cell, element, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esi.core.config import Config

_NEXT_STEPS = (
    (
        "esi.client.Market.get_markets_prices().frame()",
        "call an operation; Tab completes names",
    ),
    (
        'esi.pull("get_markets_region_id_orders", region_id=[...])',
        "call it for many values at once",
    ),
    ('esi.plan("get_markets_region_id_orders", region_id=[...])', "see the cost of a pull first"),
    ('esi.pull_to("data/orders", ...)', "pull into Parquet files, and resume"),
    ("esi.with_names(frame)", "add names next to ids"),
    ("esi.with_sde(frame)", "add facts from static data: group, volume, region"),
    ('esi.ids(["The Forge"])', "find the ids of names"),
    ("esi.sde.types()", "read a table of static data"),
    ("esi.login([...])", "log a character in, for character="),
    ('esi.operations("market orders")', "list matching operations"),
    ("esi.explore()", "find an operation and run it"),
    ("esi.limits()", "see what is left of the rate limits"),
    ("esi.cache_info()", "see what is cached"),
)
METHODS = "client, pull, plan, pull_to, with_names, with_sde, ids, sde, login, operations, explore"
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
    steps = ((element("code", escape(code)), escape(does)) for code, does in _NEXT_STEPS)
    known = ((escape(name), escape(value)) for name, value in facts.items())
    return f"<p><b>EVE Online's ESI API</b></p>{_table(known)}{_table(steps)}"


def text_of(line: str) -> str:
    """Return the display of an `Esi` in a terminal: its `repr` and next steps."""
    width = max(len(code) for code, _ in _NEXT_STEPS)
    return "\n".join([line, *(f"  {code:{width}}  {does}" for code, does in _NEXT_STEPS)])


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that contain HTML."""
    return table([cell(each) for each in row] for row in rows)
