"""Join facts from static data to the id columns of a frame."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from esi.core.error_text import alternatives
from esi.errors import ParameterError
from esi_data.frames.arrays import TEXT
from esi_data.id_columns import fact_column, identified
from esi_data.operation import is_list_like
from esi_data.sde.derived import item_types
from esi_data.sde.derived.columns import checked_languages, take, texts, typed
from esi_data.sde.derived.places import names_of, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from esi_data.sde.tables import Tables

_TYPE = ("name", "group", "category", "market_path", "meta_group", "tech_level", "volume",
         "packaged_volume", "portion_size", "base_price")  # fmt: skip
_PLACE = ("name", "system", "constellation", "region", "security", "security_class")
_TYPE_IDS = ("group_id", "category_id", "market_group_id", "meta_group_id", "product_id")
_PLACE_IDS = ("system_id", "constellation_id", "region_id", "security_status", "wormhole_class_id")
# Facts by the last words of an id column before `_id`: those added by default, and those added
# only if `columns=` names them.
_FACTS = {
    **dict.fromkeys(("type", "skill"), (_TYPE, ("product", *_TYPE_IDS))),
    "blueprint_type": ((*_TYPE, "product"), _TYPE_IDS),
    **dict.fromkeys(("location", "station", "facility", "planet", "moon", "belt", "star",
                     "stargate"), (_PLACE, _PLACE_IDS)),
    "system": (("name", *_PLACE[2:]), _PLACE_IDS[1:]),
    "constellation": (("name", "region"), ("region_id",)),
    "region": (("name",), ()),
}  # fmt: skip
# Facts that are names: their table, and the fact that is its key.
_NAMED = {
    "group": ("groups", "group_id"),
    "category": ("categories", "category_id"),
    "meta_group": ("metaGroups", "meta_group_id"),
    "system": ("mapSolarSystems", "system_id"),
    "constellation": ("mapConstellations", "constellation_id"),
    "region": ("mapRegions", "region_id"),
}


class _IdColumn(NamedTuple):
    """Column of ids: its position, and the facts of its ids by new column."""

    position: int
    is_type: bool
    facts: dict[str, str]


def with_sde(
    open_tables: Callable[[], Tables],
    frame: pd.DataFrame,
    columns: str | Sequence[str] | None = None,
    languages: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Return a copy of a frame with facts from static data in columns next to its ids.

    `type_id` gets `type_name`, `type_group`, `type_category`, ...; `attackers.ship_type_id` gets
    `attackers.ship_type_name`. docs/guides/static_data.md lists the facts. Existing columns of the
    same name stay unchanged. Ids that the build lacks have missing values. Index and `attrs` stay;
    `attrs["esi"]["sde_build"]` gives the build's number.

    Args:
        open_tables: opens the tables of a build, and may download it. Called once the other
            arguments are checked.
        frame: a frame whose id columns are named as by the API, of any type.
        columns: facts to add to each id column that has them (`group`), or columns (`type_group`).
        languages: codes; texts then have a column for each: `type_name_de`. By default they are
            in English, in a column without a code.

    Raises:
        ParameterError: no id column of the frame has a fact of that name, or the build does not
            have that language.
        TypeError: `frame` is not a frame.
    """
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"with_sde takes a DataFrame; got {type(frame).__name__}")
    chosen: Any = columns if columns is None or is_list_like(columns) else [columns]
    found = _id_columns(frame, None if chosen is None else list(chosen))
    tables = open_tables()
    languages = checked_languages(tables, languages)
    ids = [_Ids(frame.iloc[:, column.position]) for column in found]
    known: dict[bool, _Types | _Places] = {
        True: _Types(tables),
        False: _Places(
            tables, [each for column, each in zip(found, ids, strict=True) if not column.is_type]
        ),
    }
    added: dict[str, Any] = {}
    order = [(position, -1) for position in range(frame.shape[1])]
    for column, of_column in zip(found, ids, strict=True):
        for name, fact in column.facts.items():
            for label, values in _columns(known[column.is_type], fact, name, languages):
                if label not in frame.columns and label not in added:
                    order.append((column.position, len(added)))
                    added[label] = of_column.spread(values)
    # Joined at once: frames of a hundred columns are slow to insert into.
    result = pd.concat([frame, pd.DataFrame(added, index=frame.index)], axis="columns")
    result = result.iloc[:, [at if n < 0 else frame.shape[1] + n for at, n in sorted(order)]]
    about = {**frame.attrs.get("esi", {}), "sde_build": tables.build}
    result.attrs = {**frame.attrs, "esi": about}
    return result


def _id_columns(frame: pd.DataFrame, chosen: Sequence[str] | None) -> list[_IdColumn]:
    """Return the id columns with facts in static data, each with its chosen facts."""
    operation = str(frame.attrs.get("esi", {}).get("operation", ""))
    found, possible = [], set()
    for position, column in enumerate(map(str, frame.columns)):
        word = identified(column, operation)
        word = "blueprint_type" if column.endswith("blueprint_type_id") else word
        default, more = _FACTS.get(word, ((), ()))
        facts = {}
        for fact in (*default, *more):
            name = fact_column(column, fact)
            # For a system, the fact `system` is its own name.
            words = {fact, name, word} if fact == "name" else {fact, name}
            possible |= words
            if fact in default if chosen is None else not words.isdisjoint(chosen):
                facts[name] = fact
        if facts:
            found.append(_IdColumn(position, _TYPE[1] in default, facts))
    for each in chosen or ():
        if each not in possible:
            listed = alternatives(sorted(possible)) if possible else "none, as it has no such ids"
            raise ParameterError(
                f"columns={each!r} is no fact of this frame's ids; they have {listed}",
                operation="with_sde",
                parameter="columns",
            )
    return found


def _columns(
    known: _Types | _Places, fact: str, name: str, languages: Sequence[str] | None
) -> Iterator[tuple[str, pd.Series]]:
    """Yield the column of a fact, or one for each language, with values by id."""
    for language in languages or ["en"]:
        values = known.text(fact, language)
        if values is None:
            yield name, known.number(fact)
            return
        yield (f"{name}_{language}" if languages else name), values


class _Ids:
    """Distinct ids of a column, and the position of each."""

    def __init__(self, column: pd.Series) -> None:
        if column.dtype == object:  # may contain lists, which cannot be compared
            column = column.map(lambda value: value if isinstance(value, Hashable) else None)
        self._codes, distinct = pd.factorize(column)
        listed = pd.Series(np.asarray(distinct, dtype=object), dtype=object).infer_objects()
        self.distinct = pd.Series(typed(listed, "Int64"))

    def spread(self, values: pd.Series) -> Any:
        """Return a column of the values by id; texts become categories."""
        values = take(values, self.distinct)  # by position, which is the code
        if values.dtype == TEXT:
            codes, categories = pd.factorize(values.array, sort=True)
            dtype = pd.CategoricalDtype(pd.Index(categories))
            values = pd.Series(pd.Categorical.from_codes(codes, dtype=dtype))
        return values.reindex(self._codes).array


class _Types:
    """Facts of all types, by id."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def facts(self) -> pd.DataFrame:
        return item_types.facts(self._tables)

    def number(self, fact: str) -> pd.Series:
        """Return a fact that is the same in all languages."""
        match fact:
            case "tech_level":
                return item_types.tech_levels(self._tables)
            case "product_id":
                return item_types.products(self._tables)
        return self.facts[fact]

    def text(self, fact: str, language: str) -> pd.Series | None:
        """Return a fact that is a text; None if it is not."""
        match fact:
            case "name":
                return texts(self._tables, "types", "type_id", language)
            case "market_path":
                paths = item_types.market_paths(self._tables, language)
                return take(paths, self.facts["market_group_id"])
            case "product":
                made = self.number("product_id")
                return take(texts(self._tables, "types", "type_id", language), made)
        return _named(self._tables, fact, self.facts, language)


class _Places:
    """Facts of some places, by id."""

    def __init__(self, tables: Tables, ids: Sequence[_Ids]) -> None:
        self._tables = tables
        self._ids = ids

    @cached_property
    def facts(self) -> pd.DataFrame:
        ids = {each for column in self._ids for each in column.distinct.dropna()}
        return places(self._tables, ids, languages=()).set_index("location_id")

    def number(self, fact: str) -> pd.Series:
        """Return a fact that is the same in all languages."""
        return self.facts[fact]

    def text(self, fact: str, language: str) -> pd.Series | None:
        """Return a fact that is a text; None if it is not."""
        if fact == "name":
            return names_of(self._tables, self.facts["category"], language)
        return _named(self._tables, fact, self.facts, language)


def _named(tables: Tables, fact: str, facts: pd.DataFrame, language: str) -> pd.Series | None:
    """Return the names of the ids in another fact; None if the fact is not a name."""
    if fact not in _NAMED:
        return None
    table, key = _NAMED[fact]
    return take(texts(tables, table, key, language), facts[key])
