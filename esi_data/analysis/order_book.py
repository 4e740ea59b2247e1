"""Compute order books: prices, volumes and depth from a frame of market orders.

Pure: frames in, frames out. Prices are in ISK per unit, volumes in units.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from esi.core.entry_point import entry_point
from esi.core.error_text import closest

if TYPE_CHECKING:
    Array = np.ndarray[Any, Any]
    Jumps = pd.DataFrame | Callable[[list[int]], pd.DataFrame]
    PerType = float | Mapping[int, float] | pd.Series[Any]

_STATION = -1.0  # narrower than a solar system, whose range is 0 jumps
_RANGES = {"station": _STATION, "solarsystem": 0.0, "region": np.inf}
_NEEDED = ("is_buy_order", "price", "volume_remain")
_SHARE = 0.05


@entry_point
def order_book(
    orders: pd.DataFrame,
    by: str | Sequence[str] = "type_id",
    *,
    price: PerType | None = None,
    quantity: PerType | None = None,
    jumps: Jumps | None = None,
) -> pd.DataFrame:
    """Return the order book of market orders, a row for each group, sorted by group.

    `order_book(orders, by=["type_id", "location_id"])`, of the frame of
    `get_markets_region_id_orders`, `get_markets_structures_structure_id` or the orders of a
    character or corporation. Columns after those of `by`:

    - `best_bid` and `best_ask`: highest price of the buy orders, lowest of the sell orders;
      `spread`: the ask minus the bid, negative where the book is crossed;
    - `bid_orders`, `ask_orders` (counts), `bid_volume`, `ask_volume` (units left);
    - `bid_vwap`, `ask_vwap`: mean price, weighted by volume;
    - `bid_5_percent`, `ask_5_percent`: price per unit of selling to, or buying from, the best 5 %
      of the side's volume. Only part of the last order counts, so that it is exactly 5 %. Market
      sites popularised this price because a single odd order does not move it. The definition is
      that of `simulated` at http://eve-metrics.com/api/item;
    - with `price`, `bid_depth` and `ask_depth`: units that buyers take at that price or higher,
      and units that sellers offer at that price or lower;
    - with `quantity`, `sell_price` and `buy_price`: mean price per unit of selling or buying that
      many units at once, order by order from the best; `sell_limit` and `buy_limit`: the worst
      price among them. An order is skipped if the quantity left to trade is less than its minimum
      volume, or than its remaining volume if that is smaller. Missing if the volume is too small.

    A side without orders has counts of 0 and missing prices.

    Buy orders count at every place within their range. If `by` has a column of locations, these are
    the order's own station or structure, all places in its solar system, in systems up to a number
    of jumps away, or in its region; likewise for a column of systems. A buy order never counts
    outside its region. A group has a row only for places that have an order of their own. Without
    `jumps`, orders with a range of jumps count in their own system only. See
    https://support.eveonline.com/hc/en-us/articles/203218932.

    Orders without volume are left out, and a repeated `order_id` counts once in each group.
    A frame with `system_id` but without `region_id` is treated as one region.

    Args:
        orders: rows with `is_buy_order`, `price` and `volume_remain`; `range`, `min_volume`,
            `system_id`, `region_id`, `location_id` and `order_id` are optional.
        by: columns to group by.
        price: limit of the depth: a number, or a mapping or Series with one for each `type_id`.
        quantity: units to trade: a number, or a mapping or Series with one for each `type_id`.
        jumps: distances between solar systems: a frame with an index and columns of system ids,
            or a function that returns it for a list of ids. Pairs without a route are missing.

    Raises:
        TypeError: `orders` or `jumps` is not a frame, or `price` or `quantity` not a number.
        ValueError: a column is missing, `by` has the name of a column of the book, or `price`,
            `quantity` or `jumps` is unusable.
    """
    by = [by] if isinstance(by, str) else list(dict.fromkeys(by))
    frame, group, market = _grouped(orders, by)
    count = int(group.max(initial=-1)) + 1
    first = np.unique(group, return_index=True)[1]
    book = frame[by].iloc[first].reset_index(drop=True)
    limits = {
        name: _per_group(name, value, book)
        for name, value in (("price", price), ("quantity", quantity))
        if value is not None
    }
    is_buy = frame["is_buy_order"].astype("boolean").to_numpy(bool, na_value=False)
    buys, sells = np.flatnonzero(is_buy), np.flatnonzero(~is_buy)
    rows, groups = buys, group[buys]
    if (narrowest := _scope(by)) is not None:
        elsewhere = _reached(frame, buys, group, market, narrowest, jumps)
        rows, groups = np.append(rows, elsewhere[0]), np.append(groups, elsewhere[1])
    sides = {
        "bid": _Side(frame, rows, groups, count, sign=-1),
        "ask": _Side(frame, sells, group[sells], count, sign=1),
    }
    computed = {f"best_{side}": of.best() for side, of in sides.items()}
    computed["spread"] = computed["best_ask"] - computed["best_bid"]
    statistics = {side: of.statistics() for side, of in sides.items()}
    for name in ("orders", "volume", "vwap", "5_percent"):
        for side, of_side in statistics.items():
            computed[f"{side}_{name}"] = of_side[name]
    if "price" in limits:
        for side, of in sides.items():
            computed[f"{side}_depth"] = of.depth(limits["price"])
    if "quantity" in limits:
        for name, side in (("sell", "bid"), ("buy", "ask")):
            each, limit = sides[side].trade(limits["quantity"])
            computed |= {f"{name}_price": each, f"{name}_limit": limit}
    if taken := [name for name in by if name in computed]:
        raise ValueError(f"order_book: {taken[0]!r} is a column of the book; rename it in `orders`")
    book = book.assign(**computed)
    book.attrs = dict(orders.attrs)
    return book


def _grouped(orders: pd.DataFrame, by: list[str]) -> tuple[pd.DataFrame, Array, Array]:
    """Return the orders that count, the group of each, and the market of each.

    Orders of one market can trade with each other: they differ only in their place, and their
    places are in one region.
    """
    if not isinstance(orders, pd.DataFrame):
        raise TypeError(f"order_book takes a DataFrame of orders; got {type(orders).__name__}")
    for name in (*by, *_NEEDED):
        if name not in orders.columns:
            known = list(map(str, orders.columns))
            raise ValueError(
                f"order_book: the frame has no column {name!r}.{closest(str(name), known)}"
            )
    places = [name for name in by if _is_place(name)]
    others = [name for name in by if name not in places]
    # Names may be missing or ambiguous, so ids distinguish places.
    level = {None: (), 0.0: ("location_id",), 1.0: ("system_id",)}[_scope(by)]
    ids = [name for name in level if name in orders.columns and name not in by]
    valid = (_numbers(orders, "volume_remain") > 0) & orders["price"].notna().to_numpy()
    frame = orders if valid.all() else orders[valid]
    if "order_id" in frame.columns and not frame["order_id"].is_unique:
        frame = frame.drop_duplicates(["order_id", *others])
    region = [name for name in ("region_id",) if name in frame.columns]
    return frame, _codes(frame, [*by, *ids]), _codes(frame, [*others, *region])


def _is_place(column: str) -> bool:
    """Return True if a column describes where an order is: `location_id`, `region_name_de`."""
    stem = column.removeprefix("solar_").partition("_")[0]
    return stem in {"location", "structure", "station", "system", "constellation", "region"}


def _scope(by: Sequence[str]) -> float | None:
    """Return the narrowest range that reaches other groups; None if no range does."""
    if any(name.startswith(("location", "station", "structure")) for name in by):
        return 0.0
    return 1.0 if any(name.startswith(("system", "solar_system")) for name in by) else None


def _codes(frame: pd.DataFrame, columns: Sequence[str]) -> Array:
    """Return each row's number among the sorted combinations of values; missing ones come last."""
    codes = np.zeros(len(frame), np.int64)
    for name in columns:
        of, values = pd.factorize(frame[name], sort=True)
        size = len(values) + 1
        codes, _ = pd.factorize(codes * size + of % size, sort=True)
    return codes


def _numbers(frame: pd.DataFrame, name: str, default: float = 0) -> Array:
    """Return the numbers of a column, with `default` for missing ones."""
    if name not in frame.columns:
        return np.full(len(frame), float(default))
    return frame[name].to_numpy("float64", na_value=default)


def _per_group(name: str, value: PerType, book: pd.DataFrame) -> Array:
    """Return the value of `price=` or `quantity=` for each group; NaN if there is none."""
    if isinstance(value, Mapping | pd.Series):
        if "type_id" not in book.columns:
            raise ValueError(f"order_book: {name} by type needs 'type_id' in by")
        given = pd.Series(value, dtype="float64")
        if not given.index.is_unique:
            twice = given.index[given.index.duplicated()][0]
            raise ValueError(f"order_book: {name} has several values for type_id {twice}")
        values = given.reindex(book["type_id"]).to_numpy()
    elif isinstance(value, int | float | np.number) and not isinstance(value, bool):
        values = np.full(len(book), float(value))
        given = pd.Series([float(value)])
    else:
        raise TypeError(
            f"order_book: {name}={value!r} is neither a number nor a mapping or Series by type_id"
        )
    if (wrong := given[given <= 0]).size:
        raise ValueError(f"order_book: {name} must be above 0; got {wrong.iloc[0]:g}")
    return values


def _reached(
    frame: pd.DataFrame,
    buys: Array,
    group: Array,
    market: Array,
    narrowest: float,
    jumps: Jumps | None,
) -> tuple[Array, Array]:
    """Return pairs of a buy order and a group at another place within its range."""
    system, systems = _known(frame, "system_id")
    # Without regions, all systems of a frame are treated as one region.
    region, _ = _known(frame, "region_id" if "region_id" in frame.columns else "system_id")
    reach = _ranges(frame)
    reach[(region < 0) | ((system < 0) & np.isfinite(reach))] = _STATION
    # One order that names system and market is enough to know them for all orders of the place.
    count = int(group.max(initial=-1)) + 1
    of_group = np.full((2, count), -1, np.int64)
    np.maximum.at(of_group[0], group, system)
    np.maximum.at(of_group[1], group, np.where(region < 0, -1, market))
    at, markets = of_group
    here = markets * (len(systems) + 1) + at  # system and market together
    there = market * (len(systems) + 1) + system

    wide = buys[reach[buys] >= narrowest]
    near = wide[(reach[wide] == 0) | (np.isfinite(reach[wide]) & (jumps is None))]
    far = wide[np.isinf(reach[wide])]
    between = wide[np.isfinite(reach[wide]) & (reach[wide] > 0)] if jumps is not None else wide[:0]
    pairs = [_join(near, there, here), _join(far, market, markets)]
    if between.size:
        rows, groups = _join(between, market, markets)
        distance = _distances(jumps, systems)
        known = at[groups] >= 0
        rows, groups = rows[known], groups[known]
        close = distance[system[rows], at[groups]] <= reach[rows]
        pairs.append((rows[close], groups[close]))
    rows, groups = (np.concatenate(part) for part in zip(*pairs, strict=True))
    other = groups != group[rows]
    return rows[other], groups[other]


def _known(frame: pd.DataFrame, name: str) -> tuple[Array, Any]:
    """Return the distinct values of a column, and the number of each row's value; -1 if missing."""
    if name not in frame.columns:
        return np.full(len(frame), -1, np.int64), pd.Index([])
    return pd.factorize(frame[name])


def _ranges(frame: pd.DataFrame) -> Array:
    """Return the range of each order in jumps; unknown ranges count as that of a station."""
    if "range" not in frame.columns:
        return np.full(len(frame), _STATION)
    codes, names = pd.factorize(frame["range"])
    jumps = [_RANGES.get(str(n), float(n) if str(n).isdecimal() else _STATION) for n in names]
    return np.array([*jumps, _STATION])[codes]


def _join(rows: Array, keys: Array, of_groups: Array) -> tuple[Array, Array]:
    """Return all pairs of a row and a group with the same key."""
    order = np.argsort(of_groups, kind="stable")
    ordered = of_groups[order]
    start = np.searchsorted(ordered, keys[rows], "left")
    counts = np.searchsorted(ordered, keys[rows], "right") - start
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(rows, counts), order[np.repeat(start, counts) + offsets]


def _distances(jumps: Jumps | None, systems: Any) -> Array:
    """Return the matrix of jumps between systems; infinite if there is no route."""
    ids = [int(each) for each in systems]
    table = jumps(ids) if callable(jumps) else jumps
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"order_book: jumps must be a DataFrame; got {type(table).__name__}")
    axes = table.index, table.columns
    if ids and any(not axis.is_unique or not axis.isin(ids).any() for axis in axes):
        raise ValueError(
            "order_book: jumps needs a row and a column for each solar system, by its id; pass "
            'esi.sde.jumps(systems, systems, layout="wide")'
        )
    matrix = table.reindex(index=ids, columns=ids).to_numpy("float32", na_value=np.inf)
    return np.where(np.eye(len(ids), dtype=bool), 0, matrix)


class _Side:
    """One side of every group's book, its orders from the best to the worst.

    `sign` is 1 where low prices are best, -1 where high ones are.
    """

    def __init__(
        self, frame: pd.DataFrame, rows: Array, groups: Array, count: int, *, sign: int
    ) -> None:
        prices = _numbers(frame, "price")
        size = max(len(frame), 1)
        by_price = np.argsort(sign * prices, kind="stable")
        rank = np.empty(len(frame), np.int64)
        rank[by_price] = np.arange(len(frame))
        # Combine group and rank in one number: that sorts much faster than two keys.
        key = np.sort(groups * size + rank[rows])
        row = by_price[key % size]
        self._group = key // size
        self._start = np.flatnonzero(np.diff(self._group, prepend=-1))
        self._count = count
        self._sign = sign
        self._price = prices[row]
        self._volume = _numbers(frame, "volume_remain").astype(np.int64)[row]
        self._minimum = np.minimum(_numbers(frame, "min_volume", 1)[row], self._volume)

    def best(self) -> Array:
        """Return the best price of each group."""
        best = np.full(self._count, np.nan)
        best[self._group[self._start]] = self._price[self._start]
        return best

    def statistics(self) -> dict[str, Array]:
        """Return the counts, volumes and mean prices of each group."""
        volume = self._sum(self._volume)
        value = self._sum(self._price * self._volume)
        share = volume * _SHARE
        taken = np.clip(share[self._group] - self._before(self._volume), 0, self._volume)
        with np.errstate(invalid="ignore"):  # 0 / 0 is a missing price
            return {
                "orders": self._sum(np.ones(len(self._group), np.int64)),
                "volume": volume,
                "vwap": value / volume,
                "5_percent": self._sum(taken * self._price) / share,
            }

    def depth(self, price: Array) -> Array:
        """Return the volume at a price or a better one, for each group; missing without a price."""
        within = self._sign * self._price <= self._sign * price[self._group]
        volume = pd.array(self._sum(self._volume * within), dtype="Int64")
        volume[np.isnan(price)] = pd.NA
        return volume  # type: ignore[return-value]

    def trade(self, quantity: Array) -> tuple[Array, Array]:
        """Return the mean and the worst price of trading a quantity in each group."""
        wanted = quantity[self._group]
        usable = self._minimum <= wanted
        while True:
            left = wanted - self._before(self._volume * usable)
            refused = np.flatnonzero(usable & (left > 0) & (left < self._minimum))
            if not refused.size:
                break
            # Skip later orders with at least this minimum too: the quantity left never grows.
            groups, first = np.unique(self._group[refused], return_index=True)
            limit = np.full(self._count, np.inf)
            position = np.full(self._count, len(self._group))
            limit[groups], position[groups] = left[refused[first]], refused[first]
            later = np.arange(len(self._group)) >= position[self._group]
            usable &= ~(later & (self._minimum > limit[self._group]))
        taken = np.clip(left, 0, self._volume) * usable
        worst = np.full(self._count, np.nan)
        last = np.flatnonzero(taken > 0)
        worst[self._group[last]] = self._price[last]  # the last assignment wins
        enough = self._sum(taken) >= quantity
        mean = self._sum(taken * self._price) / quantity
        return np.where(enough, mean, np.nan), np.where(enough, worst, np.nan)

    def _sum(self, values: Array) -> Array:
        """Return the sum of each group."""
        result = np.zeros(self._count, values.dtype)
        result[self._group[self._start]] = np.add.reduceat(values, self._start)
        return result

    def _before(self, volume: Array) -> Array:
        """Return the volume before each order in its group."""
        before = np.cumsum(volume) - volume
        lengths = np.diff(self._start, append=len(volume))
        result: Array = before - np.repeat(before[self._start], lengths)
        return result
