"""Ids become names: which columns hold ids, and what the API calls their owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from bravado.exception import HTTPNotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esi_data.client import Esi

# Columns whose ids `POST /universe/names` can name. Ids of structures, contracts, orders and other
# things that players make are outside its range or have no name.
NAMED = {
    "type_id",
    "ship_type_id",
    "region_id",
    "constellation_id",
    "system_id",
    "solar_system_id",
    "location_id",
    "station_id",
    "character_id",
    "corporation_id",
    "alliance_id",
    "faction_id",
    "creator_id",
    "ceo_id",
    "issuer_id",
    "issuer_corporation_id",
    "client_id",
    "first_party_id",
    "second_party_id",
    "executor_corporation_id",
    "creator_corporation_id",
    "home_station_id",
    "start_location_id",
    "end_location_id",
    "from",
}

_BATCH = 1000  # ids the API takes at once
_LARGEST = 2**31 - 1  # ids above are structures and other things that players made


def resolve(esi: Esi, ids: Iterable[int]) -> dict[int, str]:
    """Names by id, for those ids that have one.

    One unknown id makes the API refuse its whole batch, so a refused batch is halved until the
    unknown ids stand alone.
    """
    wanted = sorted({int(i) for i in ids if 0 < int(i) <= _LARGEST})
    names: dict[int, str] = {}
    batches = [wanted[i : i + _BATCH] for i in range(0, len(wanted), _BATCH)]
    while batches:
        batch = batches.pop()
        try:
            found = esi.client.Universe.post_universe_names(ids=batch).results()
        except HTTPNotFound:
            half = len(batch) // 2
            batches += [part for part in (batch[:half], batch[half:]) if part and half]
        else:
            names.update((row["id"], row["name"]) for row in found)
    return names


def with_names(esi: Esi, frame: pd.DataFrame) -> pd.DataFrame:
    """A copy of a frame with a name column after each column of ids that can be named.

    `type_id` gets `type_name`, `location_id` gets `location_name`. An id without a name (a
    structure, an unknown id) is missing there.
    """
    columns = [name for name in frame.columns if name in NAMED]
    columns = [name for name in columns if pd.api.types.is_integer_dtype(frame[name])]
    ids: set[int] = set()
    for name in columns:
        ids.update(frame[name].dropna().unique().tolist())
    names = resolve(esi, ids)
    result = frame.copy()
    for name in columns:
        named = f"{name.removesuffix('_id')}_name"
        if named not in result.columns:
            values = frame[name].map(names).astype("category")
            result.insert(list(result.columns).index(name) + 1, named, values)
    result.attrs = dict(frame.attrs)
    return result
