"""Ids become names: which columns hold ids of what, and what the API calls them.

What a column identifies follows from its name, `issuer_corporation_id` a corporation and
`solar_system_id` a system; of a list of plain ids, from the operation that gave it.

===================================  ==============================================================
last word before `_id`               what it identifies
===================================  ==============================================================
type, skill                          a type
region, constellation, system        that; these and types can be named in all languages
station, location, facility,         a place: a station, a system, or a structure of players, which
structure                            only a character that may dock there can name
character, corporation, alliance,    that
faction, agent
ceo, creator, issuer, owner, ...     somebody: a character, a corporation, an alliance, a faction
===================================  ==============================================================

Each id is asked for once (`POST /universe/names`, a thousand at a time) and kept in the cache for a
day. What has no name is missing; `attrs["esi"]["unnamed"]` says why.
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
from esi_data.frames.arrays import categorical
from esi_data.pulls.failures import is_rejected_body
from esi_data.pulls.fan_out import isolate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esi_data.protocols import EsiLike

logger = logging.getLogger("esi_data")

_SOMEBODY = frozenset({"alliance", "character", "corporation", "faction"})
_PLACE = frozenset({"station", "solar_system", "structure"})

_WHO = ("acceptor", "assignee", "bidder", "boss", "ceo", "client", "contact", "creator",
        "defender", "from", "installer", "issuer", "owner", "party", "receiver", "recipient",
        "seller", "sender", "shareholder")  # fmt: skip

# Categories of `POST /universe/names` that an id may have, by the last word of its column.
_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("type", "skill"), frozenset({"inventory_type"})),
    "system": frozenset({"solar_system"}),
    **{word: frozenset({word}) for word in ("region", "constellation", "corporation", "alliance")},
    **dict.fromkeys(("character", "agent"), frozenset({"character"})),
    "faction": frozenset({"faction"}),
    **dict.fromkeys(("station", "location", "facility", "structure"), _PLACE),
    **dict.fromkeys(_WHO, _SOMEBODY),
}
# Columns whose last word says something else than it does above.
_OTHERS = frozenset({"dungeon_type_id", "signature_type_id"})

# Operations whose answer is a list of ids, by the end of their name.
_LISTS = {
    "get_alliances": "alliance",
    "_corporations": "corporation",
    "_npccorps": "corporation",
    "_members": "character",
    "_implants": "type",
    "_types": "type",
    "_systems": "system",
    "_constellations": "constellation",
    "_regions": "region",
}

# What has names in all languages: its operation and parameter.
_LOCALISED = {
    "inventory_type": ("get_universe_types_type_id", "type_id"),
    "solar_system": ("get_universe_systems_system_id", "system_id"),
    "constellation": ("get_universe_constellations_constellation_id", "constellation_id"),
    "region": ("get_universe_regions_region_id", "region_id"),
}

_LARGEST = 2**31 - 1  # ids above are structures and other things that players made
_BATCH = 1000  # ids the API takes at once
_REFUSALS = 50  # of which one call's unknown ids may make so many
KEPT_FOR = 24 * 3600  # seconds; characters and corporations can be renamed


class Name(NamedTuple):
    """What the API says of an id: its name (None: there is none) and its category."""

    name: str | None
    category: str = ""


def meant_by(column: str, operation: str = "") -> frozenset[str]:
    """The categories of what a column identifies; empty where it holds no ids that have names."""
    if column == "value":
        ends = (word for end, word in _LISTS.items() if operation.endswith(end))
        return _WORDS.get(next(ends, ""), frozenset())
    if column in _OTHERS or not (column.endswith("_id") or column == "from"):
        return frozenset()
    return _WORDS.get(column.removesuffix("_id").rpartition("_")[2], frozenset())


def named_by(column: str) -> str:
    """The name of the column that holds the names: `type_id` has `type_name`."""
    return "name" if column == "value" else f"{column.removesuffix('_id')}_name"


def resolve(esi: EsiLike, ids: Iterable[int]) -> dict[int, Name]:
    """What the API calls ids; each is asked for once a day.

    One unknown id makes the API refuse its whole batch, so a refused batch is cut until the unknown
    ids stand alone; they are remembered, too. Each refusal is one of the hundred errors a minute
    that the API forgives an address, so after half of them no more is cut: what is not known then
    is missing here, and the next call goes on with it.

    Raises:
        HTTPError, ApiConnectionError, ApiTimeoutError: as `future.results`.
    """
    wanted = sorted({int(i) for i in ids if 0 < int(i) <= _LARGEST})
    found = _recalled(esi, wanted)
    left = [each for each in wanted if each not in found]
    if not left:
        return found
    batches = [left[i : i + _BATCH] for i in range(0, len(left), _BATCH)]
    refusals: list[HTTPError] = []
    ask = partial(isolate, ask=_asker(esi, refusals), enough=lambda: len(refusals) >= _REFUSALS)
    for rows, unknown, _ in esi.engine.map(ask, batches):
        new = {row["id"]: Name(row["name"], row["category"]) for page in rows for row in page}
        new |= {each: Name(None) for each in unknown}
        _remember(esi, new)  # batch by batch: an interrupt loses little
        found |= new
    return found


def _asker(esi: EsiLike, refusals: list[HTTPError]) -> Any:
    operation = esi.operation("post_universe_names")

    def ask(ids: Sequence[int]) -> Any:
        try:
            return operation(ids=list(ids)).results()
        except HTTPError as exc:
            if not is_rejected_body(exc):
                raise
            refusals.append(exc)
            return None

    return ask


def _key(esi: EsiLike, number: int) -> str:
    config = esi.config
    return f"esi_name_{config.api_url}_{config.api_datasource}_{number}"


def _recalled(esi: EsiLike, ids: Sequence[int]) -> dict[int, Name]:
    found: dict[int, Name] = {}
    keys = {_key(esi, number): number for number in ids}
    now = esi.engine.clock()
    with forgiving(logger):
        for key, data in esi.engine.responses.read(list(keys)).items():
            if isinstance(data, bytes):
                name, category, at = json.loads(data)
                if esi.config.offline or now < at + KEPT_FOR:
                    found[keys[key]] = Name(name, category)
    return found


def _remember(esi: EsiLike, names: dict[int, Name]) -> None:
    cache, now = esi.engine.cache, esi.engine.clock()
    if cache is None or not esi.config.cache_response:
        return
    tag = {"tag": "post_universe_names"} if hasattr(cache, "tag_index") else {}
    with forgiving(logger), getattr(cache, "transact", nullcontext)():
        for number, name in names.items():
            cache.set(_key(esi, number), json.dumps([*name, now]).encode(), KEPT_FOR, **tag)


def with_names(
    esi: EsiLike, frame: pd.DataFrame, languages: Sequence[str] | None = None
) -> pd.DataFrame:
    """A copy of a frame with a name column after each column of ids that can be named.

    `type_id` gets `type_name`, `location_id` gets `location_name`; categorical, missing where there
    is no name. `attrs["esi"]["unnamed"]` has the ids without a name, by reason.

    Args:
        esi: whom to ask.
        frame: with columns as the API names them.
        languages: codes; types, systems, constellations and regions then get a column for each
            (`type_name_de`), at the price of a request for each id and language.

    Raises:
        ParameterError: a language that the API does not speak.
        HTTPError, ApiConnectionError, ApiTimeoutError: as `future.results`.
        TypeError: it is no frame.
    """
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"with_names takes a DataFrame, not a {type(frame).__name__}")
    operation = str(frame.attrs.get("esi", {}).get("operation", ""))
    meant = {
        str(column): categories
        for column in frame.columns
        if (categories := meant_by(str(column), operation))
        and pd.api.types.is_integer_dtype(frame[column].dtype)
    }
    ids = {column: frame[column].dropna().unique().tolist() for column in meant}
    known = resolve(esi, [each for of in ids.values() for each in of])
    unnamed: dict[str, set[int]] = {}
    names: dict[str, dict[int, str]] = {column: {} for column in meant}
    for column, categories in meant.items():
        for each in ids[column]:
            if reason := _reason(each, known.get(each), categories):
                unnamed.setdefault(reason, set()).add(each)
            else:
                names[column][each] = str(known[each].name)
    localised = _localised(esi, names, meant, languages) if languages else {}
    result = frame.copy()
    for column in meant:
        place = list(result.columns).index(column) + 1
        for name, values in localised.get(column, {named_by(column): names[column]}).items():
            if name not in result.columns:
                dtype = categorical(sorted(set(values.values())))
                result.insert(place, name, frame[column].map(values).astype(dtype))
                place += 1
    told = {reason: sorted(of) for reason, of in sorted(unnamed.items())}
    result.attrs = {**frame.attrs, "esi": {**frame.attrs.get("esi", {}), "unnamed": told}}
    return result


def _reason(number: int, known: Name | None, categories: frozenset[str]) -> str:
    """Why an id has no name in a column; empty where it has."""
    if number <= 0:
        return "no id"
    if number > _LARGEST:
        if categories == _PLACE:
            return "a structure or an item of players: only a character with access can name it"
        return "outside the range of ids that have names"
    if known is None:
        return "not found out: too many unknown ids stood beside it; call again in a minute"
    if known.name is None:
        return "unknown to the API"
    if known.category not in categories:
        return f"the id of a {known.category}, which the column does not hold"
    return ""


def _localised(
    esi: EsiLike,
    names: dict[str, dict[int, str]],
    meant: dict[str, frozenset[str]],
    languages: Sequence[str],
) -> dict[str, dict[str, dict[int, str]]]:
    """Names in several languages: by column of ids, by new column, by id."""
    found: dict[str, dict[str, dict[int, str]]] = {}
    for category, (operation, parameter) in _LOCALISED.items():
        columns = [column for column in meant if meant[column] == {category}]
        ids = sorted({each for column in columns for each in names[column]})
        if not ids:
            continue
        asked: dict[str, Any] = {parameter: ids}
        rows = esi.pull(operation, languages=languages, on_error="skip", **asked)
        texts = {
            str(name).removeprefix("name"): dict(zip(rows[parameter], rows[name], strict=True))
            for name in rows.columns
            if name.startswith("name_")
        }
        for column in columns:
            found[column] = {named_by(column) + ending: text for ending, text in texts.items()}
    return found
