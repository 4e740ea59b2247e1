# ruff: noqa: T201 - the table is the output
"""Compare order books of 300,000 orders with a plain loop over the same orders.

`python -m tests.benchmarks.order_books [ORDERS]` prints seconds of CPU time and their ratio, and
fails if the two differ.
"""

import sys
import time

import numpy as np
import pandas as pd

from esi_data import order_book

RANGES = ("station", "solarsystem", "region", "1", "5", "10", "40")
COLUMNS = {"location_id": 0, "system_id": 1}


def made_orders(count, *, seed=1, types=15_000, places=400, regions=1):
    """Return orders distributed as in a region: few types and places have most of them."""
    dice = np.random.default_rng(seed)

    def drawn(size, flatness, power):
        weight = 1 / (np.arange(size) + flatness) ** power
        return dice.choice(size, count, p=weight / weight.sum())

    place = drawn(places, 1, 1.6)
    return pd.DataFrame(
        {
            "region_id": 10_000_001 + place % regions,
            "order_id": np.arange(count),
            "type_id": drawn(types, 50, 0.8),
            "location_id": 60_000_000 + place,
            "system_id": 30_000_000 + place // (4 * regions) * regions + place % regions,
            "is_buy_order": dice.random(count) < 0.4,
            "price": dice.lognormal(3, 1, count).round(2),
            "volume_remain": dice.integers(0, 10_000, count),
            "min_volume": np.where(dice.random(count) < 0.1, dice.integers(1, 1000, count), 1),
            "range": pd.Categorical(dice.choice(RANGES, count)),
        }
    )


def made_jumps(orders):
    """Return distances between the systems of orders, as if they lay along a line."""
    systems = np.sort(orders["system_id"].unique())
    place = np.arange(len(systems))
    return pd.DataFrame(np.abs(np.subtract.outer(place, place)) // 3, systems, systems)


def read_one_by_one(orders, by, *, price=None, quantity=None, jumps=None):
    """Return the same book as `order_book`, by a plain loop over the orders."""
    distance = {} if jumps is None else jumps.to_dict("index")
    markets = {}
    for row in orders.to_dict("records"):
        if row["volume_remain"] > 0:
            market = (row["type_id"], row["region_id"])
            markets.setdefault(market, []).append(row)
    books = {}
    for rows in markets.values():
        for row in rows:
            side = "bid" if row["is_buy_order"] else "ask"
            books.setdefault(tuple(row[name] for name in by), {"bid": [], "ask": []})[side].append(
                row
            )
        places = {tuple(row[name] for name in by): row for row in rows}
        for buyer in rows:
            own = tuple(buyer[name] for name in by)
            for key, place in places.items():
                if buyer["is_buy_order"] and key != own and reaches(buyer, place, by, distance):
                    books[key]["bid"].append(buyer)
    found = [
        dict(zip(by, key, strict=True)) | book_of(sides, price, quantity)
        for key, sides in sorted(books.items())
    ]
    return pd.DataFrame(found)


def reaches(buyer, place, by, distance):
    """Return True if a buy order's range includes the place of another order."""
    reach = buyer["range"]
    if not set(by) & set(COLUMNS) or reach == "station":
        return False
    if reach == "region":
        return True
    if buyer["system_id"] == place["system_id"]:
        return True
    if reach == "solarsystem" or not distance:
        return False
    return distance[buyer["system_id"]][place["system_id"]] <= int(reach)


def book_of(sides, price, quantity):
    """Return the row of one group."""
    sides = {
        "bid": sorted(sides["bid"], key=lambda row: (-row["price"], row["order_id"])),
        "ask": sorted(sides["ask"], key=lambda row: (row["price"], row["order_id"])),
    }
    best = {side: rows[0]["price"] if rows else np.nan for side, rows in sides.items()}
    row = {f"best_{side}": best[side] for side in sides} | {"spread": best["ask"] - best["bid"]}
    volumes = {side: sum(each["volume_remain"] for each in rows) for side, rows in sides.items()}
    row |= {f"{side}_orders": len(rows) for side, rows in sides.items()}
    row |= {f"{side}_volume": volume for side, volume in volumes.items()}
    row |= {f"{side}_vwap": traded(rows, volumes[side])[0] for side, rows in sides.items()}
    row |= {
        f"{side}_5_percent": traded(rows, volumes[side] * 0.05)[0] for side, rows in sides.items()
    }
    if price is not None:
        within = {"bid": lambda each: each >= price, "ask": lambda each: each <= price}
        for side, rows in sides.items():
            row[f"{side}_depth"] = sum(
                each["volume_remain"] for each in rows if within[side](each["price"])
            )
    if quantity is not None:
        for name, side in (("sell", "bid"), ("buy", "ask")):
            mean, worst = traded(sides[side], quantity, minimum=True)
            row |= {f"{name}_price": mean, f"{name}_limit": worst}
    return row


def traded(rows, quantity, *, minimum=False):
    """Return the mean and the worst price of trading a quantity with orders, the best first."""
    left, value, worst = quantity, 0.0, np.nan
    for row in rows:
        if left <= 0:
            break
        if minimum and left < min(row["min_volume"], row["volume_remain"]):
            continue
        units = min(left, row["volume_remain"])
        left -= units
        value += units * row["price"]
        worst = row["price"]
    return (value / quantity, worst) if quantity and left <= 1e-6 else (np.nan, np.nan)


def main(count=300_000):
    """Compute each kind of book both ways, compare the results and print the times."""
    orders = made_orders(count)
    how = {"price": 20, "quantity": 1000, "jumps": made_jumps(orders)}
    print("| by | rows | order_book, s | one by one, s | ratio |\n|---|---|---|---|---|")
    for by in (["type_id"], ["type_id", "system_id"], ["type_id", "location_id"]):
        began = time.process_time()
        book = order_book(orders, by, **how)
        between = time.process_time()
        expected = read_one_by_one(orders, by, **how)
        ours, theirs = between - began, time.process_time() - between
        pd.testing.assert_frame_equal(book, expected, check_dtype=False)
        print(f"| {', '.join(by)} | {len(book):,} | {ours:.2f} | {theirs:.1f} "
              f"| {theirs / ours:.0f} |", flush=True)  # fmt: skip


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
