"""Names of ids: which columns of a frame contain which ids, and what the API calls them.

docs/reference/frames.md lists the columns. Ids without a name have a missing value.
"""

from __future__ import annotations

import json
import logging
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from bravado.exception import HTTPError

from esi.core.cache.protocol import forgiving
from esi_data.errors import StaticDataError
from esi_data.frames.arrays import categorical
from esi_data.id_columns import fact_column, identified
from esi_data.pulls.fan_out import is_rejected_body, isolate
from esi_data.sde.derived.columns import checked_languages
from esi_data.sde.derived.public_names import public_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esi_data.protocols import EsiLike
    from esi_data.sde.tables import Tables

logger = logging.getLogger("esi_data")

_OWNERS = frozenset({"alliance", "character", "corporation", "faction"})
_PLACE = frozenset({"station", "solar_system", "structure"})

_ROLES = ("acceptor", "assignee", "bidder", "boss", "ceo", "client", "contact", "creator",
        "defender", "from", "installer", "issuer", "owner", "party", "receiver", "recipient",
        "seller", "sender", "shareholder")  # fmt: skip

# Categories of `POST /universe/names` that the ids of a column may have, by its last word.
_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("type", "skill"), frozenset({"inventory_type"})),
    "system": frozenset({"solar_system"}),
    **{word: frozenset({word}) for word in ("region", "constellation", "corporation", "alliance")},
    **dict.fromkeys(("character", "agent"), frozenset({"character"})),
    "faction": frozenset({"faction", "corporation"}),  # corporations: of types in static data
    **dict.fromkeys(("station", "location", "facility", "structure"), _PLACE),
    **dict.fromkeys(_ROLES, _OWNERS),
}
# Categories with names in all languages: their operation and parameter.
_LOCALISED = {
    "inventory_type": ("get_universe_types_type_id", "type_id"),
    "solar_system": ("get_universe_systems_system_id", "system_id"),
    "constellation": ("get_universe_constellations_constellation_id", "constellation_id"),
    "region": ("get_universe_regions_region_id", "region_id"),
}

_LARGEST = 2**31 - 1  # ids above are structures and items of players
_BATCH = 1000  # ids that the API takes at once
_REJECTIONS = 50  # rejections that the unknown ids of one call may cause
_OF_STATIC_DATA = "tranquility"  # server whose static data is published
LIFETIME = 24 * 3600  # seconds; characters and corporations can be renamed


class Name(NamedTuple):
    """Name of an id in the API (None: it has none) and its category."""

    name: str | None
    category: str = ""


def categories_of(column: str, operation: str = "") -> frozenset[str]:
    """Return the categories that a column's ids may have; empty for no ids with names."""
    return _WORDS.get(identified(column, operation), frozenset())


def name_column(column: str) -> str:
    """Return the name of the column of names: `type_id` has `type_name`."""
    return fact_column(column, "name")


def resolve(esi: EsiLike, ids: Iterable[int]) -> dict[int, Name]:
    """Return the API's names of ids: those of static data, and the others once a day.

    One unknown id makes the API reject its whole batch, so a rejected batch is split until the
    unknown ids are found; these are cached, too. Each rejection is one of the hundred errors a
    minute that the API allows an address, so after half of them nothing is split any more: names
    that are unknown then are missing here, and the next call continues with them.
    """
    requested = sorted({int(i) for i in ids if 0 < int(i) <= _LARGEST})
    found = _of_static_data(esi, requested)
    found |= _cached(esi, [each for each in requested if each not in found])
    left = [each for each in requested if each not in found]
    if not left:
        return found
    operation = esi.operation("post_universe_names")
    rejections: list[HTTPError] = []

    def request(batch: Sequence[int]) -> Any:
        try:
            return operation(ids=list(batch)).results()
        except HTTPError as exc:
            if not is_rejected_body(exc):
                raise
            rejections.append(exc)
            return None

    batches = [left[i : i + _BATCH] for i in range(0, len(left), _BATCH)]
    split = partial(isolate, ask=request, enough=lambda: len(rejections) >= _REJECTIONS)
    for rows, unknown, _ in esi.engine.map(split, batches):
        new = {row["id"]: Name(row["name"], str(row.get("category"))) for row in _named(rows)}
        new |= {each: Name(None) for each in unknown}
        _cache(esi, new)  # after each batch, so that an interrupt loses little
        found |= new
    return found


def _named(pages: Iterable[Any]) -> Iterable[dict[str, Any]]:
    """Yield the rows of responses that name an id."""
    for page in pages:
        for row in page if isinstance(page, list) else ():
            match row:
                case {"id": int(), "name": str()}:
                    yield row


def _of_static_data(esi: EsiLike, ids: Sequence[int]) -> dict[int, Name]:
    """Return the names that static data has on this machine; names alone never download it."""
    tables = _static_data(esi)
    return {i: Name(*known) for i, known in public_names(tables, ids).items()} if tables else {}


def _static_data(esi: EsiLike) -> Tables | None:
    """Return the tables of a build that is here, if it is of the server that the API is of."""
    if esi.config.api_datasource != _OF_STATIC_DATA:
        return None
    try:
        found: Tables | None = esi.sde.here()
    except StaticDataError as exc:
        logger.warning("Names come from the API alone: %s", exc)
        return None
    return found


def _key(esi: EsiLike, number: int) -> str:
    config = esi.config
    return f"esi_name_{config.api_url}_{config.api_datasource}_{number}"


def _cached(esi: EsiLike, ids: Sequence[int]) -> dict[int, Name]:
    found: dict[int, Name] = {}
    keys = {_key(esi, number): number for number in ids}
    now = esi.engine.clock()
    with forgiving(logger):
        for key, data in esi.engine.responses.read(list(keys)).items():
            if isinstance(data, bytes):
                name, category, at = json.loads(data)
                if esi.config.offline or now < at + LIFETIME:
                    found[keys[key]] = Name(name, category)
    return found


def _cache(esi: EsiLike, names: dict[int, Name]) -> None:
    cache, now = esi.engine.cache, esi.engine.clock()
    if cache is None or not esi.config.cache_response:
        return
    tag = {"tag": "post_universe_names"} if hasattr(cache, "tag_index") else {}
    with forgiving(logger), getattr(cache, "transact", nullcontext)():
        for number, name in names.items():
            cache.set(_key(esi, number), json.dumps([*name, now]).encode(), LIFETIME, **tag)


def with_names(
    esi: EsiLike, frame: pd.DataFrame, languages: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return a copy of a frame with a name column after each column of ids that have names.

    `type_id` gets `type_name`, `location_id` gets `location_name`; categorical, missing where there
    is no name. `attrs["esi"]["unnamed"]` has the ids without a name, by reason. Names of a build of
    static data that is on this machine cost no request; nothing is downloaded for them.

    Args:
        esi: client to request names with.
        frame: a frame with columns named as by the API.
        languages: codes; types, systems, constellations and regions then get a column for each
            (`type_name_de`). An id that static data lacks costs a request for each language.

    Raises:
        ParameterError: the API does not have that language.
        HTTPError, ApiConnectionError, ApiTimeoutError: as `future.results`.
        TypeError: `frame` is not a frame.
    """
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"with_names takes a DataFrame; got {type(frame).__name__}")
    operation = str(frame.attrs.get("esi", {}).get("operation", ""))
    id_columns = {
        str(column): categories
        for column in frame.columns
        if (categories := categories_of(str(column), operation))
        and pd.api.types.is_integer_dtype(frame[column].dtype)
    }
    ids = {column: frame[column].dropna().unique().tolist() for column in id_columns}
    known = resolve(esi, [each for of in ids.values() for each in of])
    unnamed: dict[str, set[int]] = {}
    names: dict[str, dict[int, str]] = {column: {} for column in id_columns}
    for column, categories in id_columns.items():
        for each in ids[column]:
            if reason := _reason(each, known.get(each), categories):
                unnamed.setdefault(reason, set()).add(each)
            else:
                names[column][each] = str(known[each].name)
    localised = _localised(esi, names, id_columns, languages) if languages else {}
    result = frame.copy()
    for column in id_columns:
        place = list(result.columns).index(column) + 1
        for name, values in localised.get(column, {name_column(column): names[column]}).items():
            if name not in result.columns:
                dtype = categorical(sorted(set(values.values())))
                result.insert(place, name, frame[column].map(values).astype(dtype))
                place += 1
    reasons = {reason: sorted(of) for reason, of in sorted(unnamed.items())}
    result.attrs = {**frame.attrs, "esi": {**frame.attrs.get("esi", {}), "unnamed": reasons}}
    return result


def _reason(number: int, known: Name | None, categories: frozenset[str]) -> str:
    """Return why an id has no name in a column; empty if it has one."""
    if number <= 0:
        return "no id"
    if number > _LARGEST:
        if categories == _PLACE:
            return "a structure or item of a player: only a character with access can name it"
        return "outside the range of ids that have names"
    if known is None:
        return "too many unknown ids in this batch; run again in a minute"
    if known.name is None:
        return "unknown to the API"
    if known.category not in categories:
        return f"the id of a {known.category}, which does not belong in this column"
    return ""


def _localised(
    esi: EsiLike,
    names: dict[str, dict[int, str]],
    id_columns: dict[str, frozenset[str]],
    languages: Sequence[str],
) -> dict[str, dict[str, dict[Any, Any]]]:
    """Return names in several languages: by column of ids, by new column, by id."""
    found: dict[str, dict[str, dict[Any, Any]]] = {}
    for category, (operation, parameter) in _LOCALISED.items():
        columns = [column for column in id_columns if id_columns[column] == {category}]
        ids = sorted({each for column in columns for each in names[column]})
        if not ids:
            continue
        of_ids = _translated(esi, ids, languages)
        named = set.intersection(*map(set, of_ids.values())) if of_ids else set()
        if left := [each for each in ids if each not in named]:
            params: dict[str, Any] = {parameter: left}
            rows = esi.pull(operation, languages=languages, on_error="skip", **params)
            for name, values in rows.set_index(parameter).filter(regex="^name_").items():
                of_ids.setdefault(str(name), {}).update(values.to_dict())
        for column in columns:
            stem = name_column(column).removesuffix("name")
            found[column] = {f"{stem}{name}": values for name, values in of_ids.items()}
    return found


def _translated(
    esi: EsiLike, ids: Sequence[int], languages: Sequence[str]
) -> dict[str, dict[Any, Any]]:
    """Return the names that static data on this machine has, by column of a language and by id."""
    tables = _static_data(esi)
    if tables is None:
        return {}
    return {
        f"name_{code}": {i: name for i, (name, _) in public_names(tables, ids, code).items()}
        for code in checked_languages(tables, languages) or ()
    }
