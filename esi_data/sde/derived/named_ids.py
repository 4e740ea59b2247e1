"""Replace names of types and places by ids, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.error_text import brief, closest
from esi.errors import ParameterError
from esi_data.id_columns import is_name
from esi_data.operation import is_list_like
from esi_data.sde.derived.columns import checked_ids
from esi_data.sde.derived.public_ids import known_names, public_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esi_data.sde.tables import Tables

    NamesOrIds = int | str | Iterable[int | str]

_PLACES = ("region", "constellation", "solar_system")
_MOST = 5  # ids that a message lists


def type_ids(tables: Tables, parameter: str, types: NamesOrIds) -> list[int]:
    """Return the ids of one or several types, given by id or name.

    Case does not matter. Unpublished types count only if no published type has the same name.

    Raises:
        ParameterError: a name is unknown or ambiguous, or a value is not an id.
    """
    return _ids(tables, parameter, types, ("inventory_type",), "a type")


def place_ids(tables: Tables, parameter: str, places: NamesOrIds) -> list[int]:
    """Return the ids of places, given by id or as names of regions, constellations or systems.

    Raises:
        ParameterError: see `type_ids`.
    """
    return _ids(tables, parameter, places, _PLACES, "a region, constellation or system")


def _ids(
    tables: Tables, parameter: str, given: Any, categories: tuple[str, ...], called: str
) -> list[int]:
    listed = list(given) if is_list_like(given) else [given]
    named = {each.strip().casefold() for each in listed if is_name(each)}
    found = public_ids(tables, named, categories) if named else {}
    ids = []
    for each in listed:
        if is_name(each):
            numbers = sorted({number for _, number in found.get(each.strip().casefold(), ())})
            if len(numbers) != 1:
                raise _refused(tables, parameter, each, numbers, categories, called)
            ids += numbers
        else:
            digits = isinstance(each, str) and each.isascii() and each.isdigit()
            ids.append(int(each) if digits else each)
    return checked_ids(parameter, ids)


def _refused(
    tables: Tables,
    parameter: str,
    name: str,
    numbers: list[int],
    categories: tuple[str, ...],
    called: str,
) -> ParameterError:
    if numbers:
        candidates = ", ".join([*map(str, numbers[:_MOST]), *["..."][: len(numbers) - _MOST]])
        why = f"is the name of {len(numbers)} ({candidates}): pass the id of one"
    else:
        similar = [each for category in categories for each in known_names(tables, category)]
        why = f"is not the name of {called} in the static data.{closest(name, similar)}"
    return ParameterError(f"{parameter}={brief(name)} {why}", operation="sde", parameter=parameter)
