"""Make tables of killmails, attackers and items that can be joined by keys.

Pure: frames in, frames out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from esi.core.entry_point import entry_point
from esi.errors import ParameterError
from esi_data.operation import is_list_like

if TYPE_CHECKING:
    from collections.abc import Iterable

_LISTS = ("attackers", "victim.items")
_BLUEPRINT_COPY = 2  # value of `singleton`

_ATTACKERS: dict[str, Any] = {
    "killmail_id": "int64",
    "attacker": "int64",
    **dict.fromkeys(("character_id", "corporation_id", "alliance_id", "faction_id"), "Int64"),
    **dict.fromkeys(("ship_type_id", "weapon_type_id"), "Int64"),
    "damage_done": "int64",
    "final_blow": "bool",
    "security_status": "float64",
}
_ITEMS: dict[str, Any] = {
    **dict.fromkeys(("killmail_id", "item"), "int64"),
    "container": "Int64",
    **dict.fromkeys(
        ("item_type_id", "flag", "singleton", "quantity_destroyed", "quantity_dropped"), "int64"
    ),
}


class KillmailTables(NamedTuple):
    """Tables of killmails; `killmail_id` joins them."""

    killmails: pd.DataFrame
    attackers: pd.DataFrame
    items: pd.DataFrame


@entry_point
def killmail_tables(
    killmails: pd.DataFrame,
    prices: pd.DataFrame | pd.Series[Any] | Mapping[int, float] | None = None,
    *,
    price: str = "average_price",
) -> KillmailTables:
    """Return killmails as three tables: the killmails, their attackers and the victims' items.

    `killmail_tables(esi.killmails(listing), esi.pull("get_markets_prices"))`. Each killmail counts
    once. These are the keys and columns of the tables:

    - `killmails`, by `killmail_id`: all columns of the frame except lists. With prices also
      `ship_value`, `destroyed_value` and `dropped_value` (of the items), `total_value` (the sum of
      the three) and `unpriced`: the number of items, including the ship, that have no price and
      count as 0.
    - `attackers`, by `killmail_id` and `attacker` (numbered from 0, as in the API): the columns of
      the API; ids are missing for non-player characters.
    - `items`, by `killmail_id` and `item` (numbered from 0): the columns of the API, with 0 for
      quantities that it leaves out. `container` is the number of the item that contains this one;
      it is missing for items directly in the ship. With prices also `price`, `destroyed_value`
      and `dropped_value`. Blueprint copies (`singleton` 2) are priced at 0, unlike originals.

    Args:
        killmails: frame of `Esi.killmails`, or of `get_killmails_killmail_id_killmail_hash`.
        prices: price per unit of each type: a frame with `type_id`, or a Series or mapping by
            `type_id`.
        price: column of the frame of prices: `best_ask` of an order book, for example.

    Raises:
        TypeError: `killmails` is not a frame, or `prices` has no type ids.
        ValueError: a column is missing, or a type has several prices.
    """
    if not isinstance(killmails, pd.DataFrame):
        raise TypeError(f"killmail_tables takes a DataFrame; got {type(killmails).__name__}")
    for name in ("killmail_id", "victim.ship_type_id", *_LISTS):
        if name not in killmails.columns:
            raise ValueError(
                f"killmail_tables: the frame has no column {name!r}; pass one of esi.killmails(...)"
            )
    kept = killmails.drop_duplicates("killmail_id", ignore_index=True)
    tables = KillmailTables(
        kept.drop(columns=list(_LISTS)),
        _table(_attackers(kept), _ATTACKERS),
        _table(_items(kept), _ITEMS),
    )
    if prices is not None:
        _add_values(tables, _by_type(prices, price))
    for each in tables:
        each.attrs = dict(killmails.attrs)
    return tables


def killmail_keys(listing: pd.DataFrame | Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return the id and the hash of each killmail of a listing, without duplicates.

    Raises:
        ParameterError: the listing lacks one of the two columns.
    """
    given = listing if isinstance(listing, pd.DataFrame) else pd.DataFrame(list(listing))
    keys = ["killmail_id", "killmail_hash"]
    if given.empty:
        return pd.DataFrame(columns=keys)
    if lacking := [key for key in keys if key not in given.columns]:
        raise ParameterError(
            f"killmails: the listing has no column {lacking[0]!r}. Pass the frame of "
            "get_characters_character_id_killmails_recent, for example.",
            operation="killmails",
            parameter="listing",
        )
    return given[keys].drop_duplicates()


def _attackers(killmails: pd.DataFrame) -> Iterable[dict[str, Any]]:
    for number, attackers in zip(killmails["killmail_id"], killmails["attackers"], strict=True):
        for position, row in enumerate(_rows(attackers)):
            yield {"killmail_id": number, "attacker": position, **row}


def _items(killmails: pd.DataFrame) -> Iterable[dict[str, Any]]:
    """Yield the items of each killmail; the contents of a container follow it."""
    for number, items in zip(killmails["killmail_id"], killmails["victim.items"], strict=True):
        position = 0
        for row in _rows(items):
            container = position
            inside = ({**each, "container": container} for each in _rows(row.get("items")))
            for each in (row, *inside):
                yield {"killmail_id": number, "item": position, **each}
                position += 1


def _rows(values: Any) -> list[dict[str, Any]]:
    """Return the rows in a cell of a list column; none if the cell is missing."""
    return list(values) if is_list_like(values) else []


def _table(rows: Iterable[dict[str, Any]], types: dict[str, Any]) -> pd.DataFrame:
    """Return rows as a typed table; columns that the API added come last."""
    frame = pd.DataFrame(list(rows)).drop(columns="items", errors="ignore")
    added = [name for name in frame.columns if name not in types]
    frame = frame.reindex(columns=[*types, *added])
    for name, dtype in types.items():
        values = frame[name]
        required = values if dtype == "Int64" else values.astype("object").where(values.notna(), 0)
        frame[name] = required.astype(dtype)
    return frame


def _by_type(prices: pd.DataFrame | pd.Series[Any] | Mapping[int, float], price: str) -> Any:
    """Return prices as a Series by `type_id`."""
    if isinstance(prices, pd.DataFrame):
        for name in ("type_id", price):
            if name not in prices.columns:
                raise ValueError(
                    f"killmail_tables: the prices have no column {name!r}; price= names the column"
                )
        prices = prices.set_index("type_id")[price]
    elif not isinstance(prices, Mapping | pd.Series):
        raise TypeError(
            f"killmail_tables: prices={type(prices).__name__} is neither a frame nor a mapping or "
            "Series by type_id"
        )
    series = pd.Series(prices, dtype="float64")
    if not series.index.is_unique:
        twice = series.index[series.index.duplicated()][0]
        raise ValueError(f"killmail_tables: type_id {twice} has several prices")
    return series


def _add_values(tables: KillmailTables, prices: pd.Series[Any]) -> None:
    """Add the columns of values."""
    killmails, _, items = tables
    items["price"] = items["item_type_id"].map(prices).astype("float64")
    items.loc[items["singleton"] == _BLUEPRINT_COPY, "price"] = 0.0
    ship = killmails["victim.ship_type_id"].map(prices).astype("float64")
    killmails["ship_value"] = ship.fillna(0)
    for kind in ("destroyed", "dropped"):
        items[f"{kind}_value"] = items["price"] * items[f"quantity_{kind}"]
        sums = items.groupby("killmail_id")[f"{kind}_value"].sum()
        killmails[f"{kind}_value"] = killmails["killmail_id"].map(sums).fillna(0.0)
    values = ["ship_value", "destroyed_value", "dropped_value"]
    killmails["total_value"] = killmails[values].sum(axis=1)
    unpriced = items["price"].isna().groupby(items["killmail_id"]).sum()
    missing = killmails["killmail_id"].map(unpriced).fillna(0) + ship.isna()
    killmails["unpriced"] = missing.astype("int64")
