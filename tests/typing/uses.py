"""Typed uses of the public names, as users write them. Type checkers read this; nothing runs it."""

from pathlib import Path
from typing import Literal, assert_type

import pandas as pd
import polars as pl

from esi import errors
from esi.sandbox import Faults, ManualClock, Sandbox
from esi_data import (
    Esi,
    aframe,
    aframe_localized,
    concat,
    frame,
    frame_localized,
    read,
    to_parquet,
)
from esi_data.auth.logins import Character
from esi_data.datasets.pull_to import Pulled
from esi_data.progress import Step


def public_data(esi: Esi) -> None:
    """Pull a listing, plan it, and look at the limits."""
    orders = esi.pull("get_markets_region_id_orders", region_id=[10000002, 10000043])
    assert_type(orders, pd.DataFrame)
    assert_type(esi.plan("get_markets_region_id_history", region_id=1, type_id=[34]), pd.DataFrame)
    assert_type(esi.limits(), pd.DataFrame)
    assert_type(esi.operations("orders"), pd.DataFrame)
    assert_type(esi.with_names(orders), pd.DataFrame)
    assert_type(esi.with_sde(orders, columns=["group"], languages=["de"]), pd.DataFrame)
    assert_type(concat([orders, orders]), pd.DataFrame)
    assert_type(to_parquet(orders, "orders.parquet"), Path)
    read("orders.parquet", engine="polars")


def read_by_either_engine(either: Literal["pandas", "polars"]) -> None:
    """A variable for the engine gives the types of all its values."""
    assert_type(read("orders.parquet", engine=either), pd.DataFrame | pl.DataFrame)


def futures(esi: Esi) -> None:
    """Make frames of a call's future."""
    future = esi.client.Universe.get_universe_types_type_id(type_id=34)
    assert_type(frame(future, explode="dogma_attributes", progress=False), pd.DataFrame)
    assert_type(frame_localized(future, ["en", "de"], layout="long"), pd.DataFrame)


async def awaited(esi: Esi) -> None:
    """Await pulls, frames and pages."""
    assert_type(await esi.apull("get_status"), pd.DataFrame)
    assert_type(await esi.aplan("get_status"), pd.DataFrame)
    assert_type(await esi.apull_to("data/status", "get_status"), Pulled)
    future = (await esi.aclient()).Status.get_status()
    assert_type(await aframe(future, progress=False), pd.DataFrame)
    assert_type(await aframe_localized(future, ["en"], layout="long"), pd.DataFrame)


def datasets(esi: Esi) -> None:
    """Pull into a folder, with progress of our own."""

    def show(step: Step) -> None:
        assert_type(step.done, int)

    pulled = esi.pull_to("data/orders", "get_markets_region_id_orders", region_id=1, progress=show)
    assert_type(pulled, Pulled)


def logins(esi: Esi) -> None:
    """Log in and look at who is."""
    assert_type(esi.login("esi-wallet.read_character_wallet.v1", browser=False), Character)
    assert_type(esi.characters(), pd.DataFrame)
    assert_type(esi.scopes("get_characters_character_id_wallet"), tuple[str, ...])


def caches() -> None:
    """Use a client as a context, and empty its cache."""
    with Esi("my-notebook/1.0 (me@example.com)", cache="cache") as esi:
        assert_type(esi, Esi)
        assert_type(esi.cache_info(), pd.DataFrame)
        assert_type(esi.clear_cache(), int)


def sandbox() -> None:
    """Test against the sandbox."""
    with Sandbox(seed=1, clock=ManualClock()) as api:
        assert_type(api.faults, Faults)
        assert_type(api.url, str)
        assert_type(api.token(90000001), str)


def caught() -> None:
    """Catch an error and look at its fields."""
    try:
        sandbox()
    except errors.TokenError as exc:
        assert_type(str(exc), str)
