"""Find the columns of ids in a frame, and the names of their ids.

docs/reference/frames.md lists the columns. Ids without a name have a missing value.
"""

from __future__ import annotations

import esi._bravado  # noqa: F401 - first: it imports bravado fast and quietly

# isort: split
import logging
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from bravado.exception import HTTPError

from esi_data.caches import lookups
from esi_data.frames.arrays import categorical
from esi_data.id_columns import fact_column, identified
from esi_data.operation import is_list_like
from esi_data.places import structures_of
from esi_data.pulls.cost import errors_to_spare
from esi_data.pulls.fan_out import is_rejected_body, isolate
from esi_data.sde.derived.columns import checked_languages
from esi_data.sde.derived.public_names import public_names
from esi_data.sde.sde import tables_at_hand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esi_data.protocols import EsiLike

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
    "faction": frozenset({"faction", "corporation"}),  # some are corporations in static data
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
DOUBT = 600  # seconds that an id counts as unknown after its first, perhaps temporary rejection

_UNSEEN = "a structure or item of a player: only a character with access can name it"
_LATER = "too many unknown ids in this batch; run again in a minute"

# Operations that return the names of items, by the column of their owner.
_ITEM_NAMES = {
    "corporation_id": "post_corporations_corporation_id_assets_names",
    "character_id": "post_characters_character_id_assets_names",
}


class Name(NamedTuple):
    """Name of an id in the API (None: it has none) and its category.

    `sure` is False for an id that the API has rejected only once, perhaps by a temporary fault.
    """

    name: str | None
    category: str = ""
    sure: bool = True


def categories_of(column: str, operation: str = "") -> frozenset[str]:
    """Return the categories that a column's ids may have; empty for no ids with names."""
    return _WORDS.get(identified(column, operation), frozenset())


def name_column(column: str) -> str:
    """Return the name of the column of names: `type_id` has `type_name`."""
    return fact_column(column, "name")


def resolve(esi: EsiLike, ids: Iterable[int]) -> dict[int, Name]:
    """Return the names of ids from static data, or from the API once a day.

    One unknown id makes the API reject its whole batch, so a rejected batch is split until the
    unknown ids are found. Unknown ids are cached, too: for ten minutes at first, for a day if they
    are rejected again. Each rejection is one of the hundred errors a minute that the API allows an
    address. Once half of them are used up, no more batches are split: the remaining names are
    missing from the result, and the next call looks them up.
    """
    requested = sorted({int(i) for i in ids if 0 < int(i) <= _LARGEST})
    found = _of_static_data(esi, requested)
    cached = lookups.read(esi, "name", [each for each in requested if each not in found])
    for number, (fields, age) in cached.items():
        known = Name(*fields)
        if known.sure or age < DOUBT:
            found[number] = known
    left = [each for each in requested if each not in found]
    if not left:
        return found
    operation = esi.operation("post_universe_names")
    spare = errors_to_spare(operation(ids=left[:1]))
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
    split = partial(isolate, ask=request, enough=lambda: len(rejections) >= spare)
    for rows, unknown, _ in esi.engine.map(split, batches):
        new = {row["id"]: Name(row["name"], str(row.get("category"))) for row in _named(rows)}
        new |= {each: Name(None, sure=each in cached) for each in unknown}
        lookups.write(
            esi, "name", new, "post_universe_names"
        )  # after each batch, so that an interrupt loses little
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
    """Return the names in a build on this machine; download nothing."""
    tables = tables_at_hand(esi)
    return {i: Name(*known) for i, known in public_names(tables, ids).items()} if tables else {}


def with_names(
    esi: EsiLike,
    frame: pd.DataFrame,
    languages: Sequence[str] | None = None,
    *,
    character: Any = None,
    structures: Any = None,
) -> pd.DataFrame:
    """Return a copy of a frame with a name column after each column of ids that have names.

    `type_id` gets `type_name`, `location_id` gets `location_name`: categorical, and missing for ids
    without a name. `attrs["esi"]["unnamed"]` lists these ids by reason. Names from a build of
    static data on this machine cost no request; a build is never downloaded for them.

    Args:
        esi: client to request names with.
        frame: a frame with columns named as by the API.
        languages: codes; types, systems, constellations and regions then get a column for each
            (`type_name_de`). An id that static data lacks costs a request for each language.
        character: a logged-in character, or a list. Also names the player structures that it may
            see, at one request a day for each (see `esi_data.places.structures_of`). In a frame of
            its own or its corporation's assets, `item_name` names containers and ships.
        structures: names of public structures: a Series or mapping by id, or a frame with `name`
            and `structure_id` (or that as its index) and possibly `solar_system_id`, such as
            EVE Ref's list at https://data.everef.net/structures/.

    Raises:
        LoginNeededError, MissingScopesError: the character is not logged in with the scopes.
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
    items = set(frame["item_id"].dropna()) if "item_id" in frame.columns else set()
    wanted = {each for column, of in id_columns.items() if of == _PLACE for each in ids[column]}
    seen = structures_of(esi, wanted - items, character, structures)
    known |= {each: Name(one.name, "structure") for each, one in seen.items() if one.name}
    refusals = dict.fromkeys(wanted & items, "an item of this frame")
    if character is not None:
        refusals = dict.fromkeys(wanted - items, _LATER) | refusals
    refusals |= {each: one.refusal for each, one in seen.items() if one.refusal}
    unnamed: dict[str, set[int]] = {}
    names: dict[str, dict[int, str]] = {column: {} for column in id_columns}
    for column, categories in id_columns.items():
        for each in ids[column]:
            if reason := _reason(each, known.get(each), categories, refusals.get(each, "")):
                unnamed.setdefault(reason, set()).add(each)
            else:
                names[column][each] = str(known[each].name)
    localised = _localised(esi, names, id_columns, languages) if languages else {}
    new = {c: localised.get(c, {name_column(c): names[c]}) for c in id_columns}
    if character is not None and {"item_id", "is_singleton"} <= set(frame.columns):
        new["item_id"] = {"item_name": _item_names(esi, frame, character)}
    result = frame.copy()
    for column, columns in new.items():
        place = list(result.columns).index(column) + 1
        for name, values in columns.items():
            if name not in result.columns:
                dtype = categorical(sorted(set(values.values())))
                result.insert(place, name, frame[column].map(values).astype(dtype))
                place += 1
    reasons = {reason: sorted(of) for reason, of in sorted(unnamed.items())}
    result.attrs = {**frame.attrs, "esi": {**frame.attrs.get("esi", {}), "unnamed": reasons}}
    return result


def _reason(number: int, known: Name | None, categories: frozenset[str], refusal: str) -> str:
    """Return why an id has no name in a column; empty if it has one."""
    if number <= 0:
        return "no id"
    if known is None and number > _LARGEST:
        if categories != _PLACE:
            return "outside the range of ids that have names"
        return refusal or _UNSEEN
    if known is None:
        return _LATER
    if known.name is None:
        return "unknown to the API"
    if known.category not in categories:
        return f"the id of a {known.category}, which does not belong in this column"
    return ""


def _item_names(esi: EsiLike, assets: pd.DataFrame, character: Any) -> dict[int, str]:
    """Return the names that players gave to containers and ships among assets."""
    owner = next((name for name in _ITEM_NAMES if name in assets.columns), None)
    single = assets[assets["is_singleton"].astype(bool)]
    groups: Any = [(None, single)] if owner is None else single.groupby(owner, observed=True)
    caller = next(iter(character)) if is_list_like(character) else character
    found: dict[int, str] = {}
    for number, rows in groups:
        params: dict[str, Any] = {"character": caller}
        if owner == "corporation_id":
            params[owner] = number
        elif owner:
            params["character"] = number
        operation = _ITEM_NAMES[owner or "character_id"]
        ids = rows["item_id"].tolist()
        if ids:
            named = esi.pull(operation, item_ids=ids, on_error="skip", progress=False, **params)
            found |= dict(zip(named["item_id"], named["name"].astype(str), strict=True))
    return {number: name for number, name in found.items() if name != "None"}


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
    """Return the names in a build on this machine, by column of a language and by id."""
    tables = tables_at_hand(esi)
    if tables is None:
        return {}
    return {
        f"name_{code}": {i: name for i, (name, _) in public_names(tables, ids, code).items()}
        for code in checked_languages(tables, languages) or ()
    }
