"""Test order books of market orders."""

import numpy as np
import pandas as pd
import pytest

from esi_data import order_book
from tests.benchmarks.order_books import made_jumps, made_orders, read_one_by_one

JITA, PERIMETER, AMARR = 30000142, 30000144, 30002187
HUB, MOON, TOWER = 60003760, 60003757, 1_035_466_617_946


def order(price, volume=10, *, buy=False, at=HUB, system=JITA, reach="station", **columns):
    """Return a row like the API's, by default of Tritanium in The Forge."""
    return {
        "type_id": 34,
        "region_id": 10000002,
        "system_id": system,
        "location_id": at,
        "is_buy_order": buy,
        "price": price,
        "volume_remain": volume,
        "min_volume": 1,
        "range": reach,
        **columns,
    }


def book(*orders, by="type_id", **how):
    return order_book(pd.DataFrame(list(orders)), by, **how)


def only(frame):
    """Return the single row of a book."""
    assert len(frame) == 1
    return frame.iloc[0]


def bids_at(*orders, by="location_id", **how):
    """Return the best bid of each place."""
    return book(*orders, by=by, **how).set_index(by)["best_bid"].to_dict()


def test_a_book_has_the_best_prices_and_their_spread():
    """Best prices are the highest bid and the lowest ask, in any order of rows."""
    row = only(book(order(5), order(4.5), order(4, buy=True), order(4.2, buy=True)))
    assert (row["best_bid"], row["best_ask"]) == (4.2, 4.5)
    assert row["spread"] == pytest.approx(0.3)


def test_a_book_counts_orders_and_remaining_units():
    """Volumes are the sums of `volume_remain` on each side."""
    row = only(book(order(5, 7), order(6, 3), order(4, 2, buy=True)))
    assert (row["ask_orders"], row["ask_volume"]) == (2, 10)
    assert (row["bid_orders"], row["bid_volume"]) == (1, 2)


def test_the_mean_price_is_weighted_by_volume():
    """Ten units at 1 and thirty at 2 cost 1.75 each."""
    assert only(book(order(1, 10), order(2, 30)))["ask_vwap"] == 1.75


def test_the_5_percent_price_includes_part_of_the_last_order():
    """5 % of 100 units are 5: two at 1 and three of the next order at 2."""
    row = only(book(order(1, 2), order(2, 8), order(9, 90)))
    assert row["ask_5_percent"] == pytest.approx((2 * 1 + 3 * 2) / 5)


def test_the_5_percent_price_of_buyers_begins_with_the_highest():
    """Sellers would get this price for the first 5 % of the demand."""
    row = only(book(order(9, 5, buy=True), order(1, 95, buy=True)))
    assert row["bid_5_percent"] == 9


def test_a_side_without_orders_is_missing():
    """Books of sell orders only have no bid and no spread."""
    row = only(book(order(5)))
    assert row[["bid_orders", "bid_volume"]].tolist() == [0, 0]
    assert row[["best_bid", "spread", "bid_vwap", "bid_5_percent"]].isna().all()


def test_a_crossed_book_has_a_negative_spread():
    """Ranges and minimum volumes can leave a bid above an ask."""
    assert only(book(order(4), order(5, buy=True, min_volume=100)))["spread"] == -1


@pytest.mark.parametrize("orders", [(), (order(5, 0),)], ids=["no rows", "no volume"])
def test_a_book_without_orders_has_its_columns_and_types(orders):
    """Empty frames make empty books that can be joined to full ones."""
    frame = pd.DataFrame([*orders, order(1)]).iloc[: len(orders)]
    how = {"by": ["type_id", "location_id"], "price": 1, "quantity": 1}
    empty = order_book(frame, **how)
    assert len(empty) == 0
    assert empty.dtypes.equals(book(order(1), **how).dtypes)


def test_a_book_of_everything_is_one_row():
    """Without columns to group by, all orders are one book."""
    assert only(book(order(3), order(2), by=[]))["best_ask"] == 2


def test_groups_are_sorted_and_keep_their_types():
    """Categorical columns stay categorical, and missing values come last."""
    frame = pd.DataFrame([order(1, name="b"), order(2, name=None), order(3, name="a")])
    frame["name"] = pd.Categorical(frame["name"], categories=["a", "b", "c"])
    found = order_book(frame, by=["name"])
    assert found["best_ask"].tolist() == [3, 1, 2]
    assert found["name"].dtype == frame["name"].dtype


def test_a_repeated_order_counts_once():
    """Pages of different snapshots, or a region beside its structures, repeat orders."""
    frame = [order(5, order_id=1), order(5, order_id=1), order(6, order_id=2)]
    assert only(book(*frame))["ask_orders"] == 2
    apart = [{**each, "day": day} for day, each in enumerate(frame)]
    assert book(*apart, by="day")["ask_orders"].tolist() == [1, 1, 1]


def test_a_missing_side_means_a_sell_order():
    """Orders of a character state `is_buy_order` of buy orders alone."""
    frame = pd.DataFrame([order(5, buy=None), order(4, buy=True)])
    row = only(order_book(frame))
    assert (row["best_bid"], row["best_ask"]) == (4, 5)


# Ranges


@pytest.mark.parametrize(
    ("reach", "places"),
    [
        ("station", {HUB}),
        ("solarsystem", {HUB, MOON}),
        ("1", {HUB, MOON, 1}),
        ("5", {HUB, MOON, 1, 2}),
        ("region", {HUB, MOON, 1, 2, 3}),
    ],
)
def test_a_buy_order_counts_where_its_range_allows_a_sale(reach, places):
    """Five sellers are 0, 0, 1, 4 and 20 jumps away from a buyer in their region."""
    systems = {HUB: JITA, MOON: JITA, 1: 11, 2: 12, 3: 13}
    sellers = [order(9, at=at, system=system) for at, system in systems.items()]
    buyer = order(4, buy=True, reach=reach)
    jumps = pd.DataFrame([[0, 1, 4, 20]], index=[JITA], columns=[JITA, 11, 12, 13])
    found = bids_at(buyer, *sellers, jumps=jumps)
    assert {at for at, price in found.items() if price == 4} == places


def test_a_range_of_jumps_stays_in_its_system_without_a_map():
    """Without a map, other systems in range are unknown and left out."""
    orders = [order(9), order(9, at=1, system=11), order(4, buy=True, at=MOON, reach="40")]
    assert bids_at(*orders)[HUB] == 4
    assert np.isnan(bids_at(*orders)[1])


def test_a_map_may_be_a_function_of_ids():
    """Functions are called once, with the systems of the orders."""
    calls = []

    def jumps(ids):
        calls.append(sorted(ids))
        return pd.DataFrame(1, index=ids, columns=ids)

    orders = [order(9), order(4, buy=True, at=1, system=PERIMETER, reach="1")]
    assert bids_at(*orders, jumps=jumps)[HUB] == 4
    assert calls == [[JITA, PERIMETER]]


def test_a_system_without_a_route_is_not_reached():
    """Pairs missing from the map are out of reach for every range."""
    orders = [order(9), order(4, buy=True, at=1, system=PERIMETER, reach="40")]
    jumps = pd.DataFrame(np.nan, index=[JITA, PERIMETER], columns=[JITA, PERIMETER])
    assert np.isnan(bids_at(*orders, jumps=jumps)[HUB])


def test_a_buy_order_never_leaves_its_region():
    """Orders are listed only in their own region, even if a neighbouring system is closer."""
    orders = [
        order(9, at=1, system=AMARR, region_id=10000043),
        order(4, buy=True, reach="region"),
        order(3, buy=True, reach="40"),
    ]
    near = pd.DataFrame(1, index=[JITA, AMARR], columns=[JITA, AMARR])
    assert np.isnan(bids_at(*orders, jumps=near)[1])


def test_systems_have_books_too():
    """Station buyers count in their system, and buyers of regional range in all systems."""
    orders = [
        order(9, at=MOON),
        order(9, at=1, system=PERIMETER),
        order(4, buy=True),
        order(3, buy=True, reach="region"),
    ]
    assert bids_at(*orders, by="system_id") == {JITA: 4, PERIMETER: 3}


def test_a_buyer_counts_once_in_its_own_place():
    """Ranges wider than the place do not repeat an order at its own place."""
    assert only(book(order(4, buy=True, reach="region"), by="location_id"))["bid_orders"] == 1


def test_only_buyers_of_the_same_type_reach_a_place():
    """Other columns of `by` describe the order, not its place."""
    orders = [order(9), order(4, buy=True, at=1, system=PERIMETER, reach="region", type_id=35)]
    assert np.isnan(book(*orders, by=["type_id", "location_id"])["best_bid"].iloc[0])


def test_places_may_be_grouped_by_name():
    """Places with missing or equal names are distinguished by id."""
    orders = [
        order(9, location_name="Hub"),
        order(8, at=TOWER, location_name=None),
        order(7, at=TOWER + 1, location_name=None),
        order(4, buy=True, at=TOWER, reach="station", location_name=None),
    ]
    found = book(*orders, by="location_name")
    assert found["best_ask"].tolist() == [9, 8, 7]
    assert found["best_bid"].isna().tolist() == [True, False, True]


def test_structures_without_system_have_their_own_buyers_alone():
    """Structure markets state neither system nor region, so no range reaches beyond them."""
    orders = pd.DataFrame([order(9, at=1), order(4, buy=True, at=2, reach="region")])
    orders = orders.drop(columns=["system_id", "region_id"])
    assert order_book(orders, by="location_id")["bid_orders"].tolist() == [0, 1]


def test_one_region_needs_no_column_for_it():
    """Frames of a single call have no `region_id`."""
    orders = pd.DataFrame([order(9), order(4, buy=True, at=1, system=11, reach="region")])
    assert order_book(orders.drop(columns="region_id"), by="location_id")["best_bid"].iloc[1] == 4


# Quantities and depth


def test_buying_many_units_goes_from_order_to_order():
    """Fifteen units: ten at 1 and five at 2; the limit is the last price."""
    row = only(book(order(1, 10), order(2, 10), order(3, 10), quantity=15))
    assert (row["buy_price"], row["buy_limit"]) == (pytest.approx(20 / 15), 2)


def test_more_units_than_there_are_have_no_price():
    """Prices are missing if the book cannot fill the whole quantity."""
    row = only(book(order(1, 10), order(1, 9, buy=True), quantity=11))
    assert row[["buy_price", "buy_limit", "sell_price", "sell_limit"]].isna().all()


def test_a_buyer_of_more_units_is_passed_over():
    """Ten units go to the second buyer, since the best one wants at least a hundred."""
    buyers = [order(9, 500, buy=True, min_volume=100), order(4, 10, buy=True)]
    assert only(book(*buyers, quantity=10))["sell_price"] == 4


def test_the_remaining_quantity_may_be_below_a_minimum_volume():
    """Two of twelve units are left after the best buyer, but the next ones want five and three."""
    buyers = [
        order(9, 10, buy=True),
        order(8, 10, buy=True, min_volume=5),
        order(7, 10, buy=True, min_volume=3),
        order(6, 10, buy=True, min_volume=2),
    ]
    row = only(book(*buyers, quantity=12))
    assert (row["sell_price"], row["sell_limit"]) == (pytest.approx((90 + 12) / 12), 6)


def test_an_order_may_be_filled_below_its_minimum():
    """Buyers with three units remaining accept three, whatever their minimum."""
    assert only(book(order(9, 3, buy=True, min_volume=100), quantity=3))["sell_price"] == 9


def test_quantities_may_differ_by_type():
    """Types without a quantity have no price."""
    orders = [order(1, 10), order(2, 10), order(5, type_id=35), order(7, type_id=36)]
    found = book(*orders, quantity=pd.Series({34: 20, 35: 1}))
    assert found["buy_price"].tolist()[:2] == [1.5, 5]
    assert np.isnan(found["buy_price"].iloc[2])


def test_the_depth_up_to_a_price_includes_it():
    """Sellers at that price or lower, buyers at that price or higher."""
    orders = [order(5, 1), order(6, 2), order(7, 4), order(5, 8, buy=True), order(6, 16, buy=True)]
    row = only(book(*orders, price=6))
    assert (row["ask_depth"], row["bid_depth"]) == (3, 16)


def test_prices_may_differ_by_type():
    """Types without a price have no depth."""
    found = book(order(5), order(5, type_id=35), price={34: 5})
    assert found["ask_depth"].tolist() == [10, pd.NA]


# Wrong arguments


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"by": "type"}, "'type'.*Did you mean type_id"),
        ({"quantity": 0}, "quantity must be above 0; got 0"),
        ({"price": {34: -1}}, "price must be above 0; got -1"),
        ({"price": {34: 1}, "by": "location_id"}, "'type_id' in by"),
        ({"price": pd.Series([1, 2], index=[34, 34])}, "several values for type_id 34"),
    ],
)
def test_wrong_values_are_named(how, words):
    """Messages name the wrong value, and what to pass."""
    with pytest.raises(ValueError, match=words):
        book(order(5), **how)


LONG = pd.DataFrame({"origin_system_id": [JITA], "system_id": [PERIMETER], "jumps": [1]})
TEXTS = pd.DataFrame([[1]], index=[str(JITA)], columns=[str(PERIMETER)])
TWICE = pd.DataFrame([[0], [1]], index=[JITA, JITA], columns=[JITA])


@pytest.mark.parametrize("jumps", [LONG, TEXTS, TWICE, lambda _: LONG])
def test_a_table_that_is_no_map_of_the_systems_is_refused(jumps):
    """Tables in another form would silently limit ranges to the system of each order."""
    orders = [order(9), order(4, buy=True, at=1, system=PERIMETER, reach="5")]
    with pytest.raises(ValueError, match=r'esi\.sde\.jumps\(systems, systems, layout="wide"\)'):
        bids_at(*orders, jumps=jumps)


def test_a_column_of_groups_given_twice_appears_once():
    """Repeated columns appear once in the book."""
    assert list(book(order(5), by=["type_id", "type_id"]).columns).count("type_id") == 1


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"quantity": "many"}, "quantity='many' is neither a number"),
        ({"quantity": True}, "quantity=True is neither a number"),
        ({"by": "location_id", "jumps": 5}, "jumps must be a DataFrame; got int"),
    ],
)
def test_wrong_types_are_named(how, words):
    """Messages name the types that the argument accepts."""
    with pytest.raises(TypeError, match=words):
        book(order(5, buy=True, reach="5"), **how)


def test_a_frame_without_prices_is_refused():
    """Error messages name the missing column."""
    with pytest.raises(ValueError, match="no column 'price'"):
        order_book(pd.DataFrame([order(5)]).drop(columns="price"))


@pytest.mark.parametrize("name", ["best_bid", "spread", "ask_orders", "bid_depth", "buy_limit"])
def test_a_group_named_like_a_result_is_refused(name):
    """The statistics do not replace a column that the orders are grouped by."""
    orders = pd.DataFrame([order(5, **{name: 1}), order(4, buy=True, **{name: 1})])
    with pytest.raises(ValueError, match=f"'{name}' is a column of the book"):
        order_book(orders, by=["type_id", name], price=1.0, quantity=1)


def test_a_list_of_rows_is_refused():
    """Lists such as those of `results()` are refused."""
    with pytest.raises(TypeError, match="DataFrame of orders; got list"):
        order_book([order(5)])


# All together


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("by", [["type_id"], ["system_id", "type_id"], ["type_id", "location_id"]])
def test_a_book_equals_a_reading_order_by_order(by, seed):
    """Random orders of three regions give the same book as a plain loop over the orders."""
    orders = made_orders(400, seed=seed, types=5, places=24, regions=3)
    orders.loc[orders.index % 17 == 0, "volume_remain"] = 0
    how = {"price": 20, "quantity": 900, "jumps": made_jumps(orders)}
    book = order_book(orders, by, **how)
    expected = read_one_by_one(orders, by, **how)
    pd.testing.assert_frame_equal(book, expected, check_dtype=False)


def test_the_frame_of_a_region_becomes_a_book(esi, esi_sandbox):
    """Frames of the API give a book with the same types and the same `attrs`."""
    orders = esi.pull("get_markets_region_id_orders", region_id=10000043)
    book = order_book(orders, by=["type_id", "location_id"])
    assert book["ask_volume"].sum() == orders.loc[~orders["is_buy_order"], "volume_remain"].sum()
    assert book.attrs["esi"]["operation"] == "get_markets_region_id_orders"


def test_ranges_of_jumps_follow_the_routes_of_static_data(esi):
    """Wide tables of `esi.sde.jumps` are accepted, as a frame or a function of ids."""
    orders = esi.pull("get_markets_region_id_orders", region_id=10000002, type_id=34)
    by, systems = ["type_id", "location_id"], orders["system_id"].unique()
    routes = pd.DataFrame(
        {to: {of: len(esi.sde.route(of, to)) - 1 for of in systems} for to in systems}
    )
    expected = read_one_by_one(orders, by, jumps=routes)
    assert expected["bid_orders"].sum() > order_book(orders, by)["bid_orders"].sum()
    for jumps in (
        esi.sde.jumps(systems, systems, layout="wide"),
        lambda ids: esi.sde.jumps(ids, ids, layout="wide"),
    ):
        found = order_book(orders, by, jumps=jumps)
        pd.testing.assert_frame_equal(found, expected, check_dtype=False)
