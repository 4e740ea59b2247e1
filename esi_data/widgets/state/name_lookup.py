"""Names typed where an id is wanted: which they are, and their ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esi_data.protocols import EsiLike
    from esi_data.widgets.state.forms import Field

# What `POST /universe/ids` calls the things that a parameter's name ends with.
_KINDS = {
    "alliance_id": "alliances",
    "character_id": "characters",
    "constellation_id": "constellations",
    "corporation_id": "corporations",
    "faction_id": "factions",
    "region_id": "regions",
    "station_id": "stations",
    "system_id": "systems",
    "type_id": "inventory_types",
}


def kind_of(field: Field) -> str:
    """What a field's ids are of; empty where they have no names that the API would know."""
    fits = (kind for ending, kind in _KINDS.items() if field.name.endswith(ending))
    return next(fits, "") if field.kind == "integer" else ""


def names_in(text: str) -> list[str]:
    """The names in a field's text, apart by commas or lines; numbers are none."""
    return [part for part in _parts(text) if not re.fullmatch(r"[\d\s]+", part)]


def ids_of(esi: EsiLike, kind: str, names: Sequence[str]) -> dict[str, int]:
    """The ids of names, as the API knows them: `{name in lower case: id}`.

    Raises:
        HTTPError, ApiConnectionError, ApiTimeoutError: as of any call.
    """
    found = esi.client.Universe.post_universe_ids(names=list(names)).results()
    return {str(each["name"]).lower(): int(each["id"]) for each in found.get(kind) or []}


def replaced(text: str, ids: Mapping[str, int]) -> str:
    """A field's text with the ids in place of their names."""
    return ", ".join(str(ids.get(part.lower(), part)) for part in _parts(text))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
