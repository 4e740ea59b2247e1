"""Lookup of the IDs of names that were typed into an ID field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esi_data.protocols import EsiLike
    from esi_data.widgets.state.forms import Field

# Category of `POST /universe/ids` by the ending of a parameter's name.
_CATEGORIES = {
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


def category_of(field: Field) -> str:
    """Return the API's category of a field's IDs; empty if the API knows no names for them."""
    fits = (each for ending, each in _CATEGORIES.items() if field.name.endswith(ending))
    return next(fits, "") if field.kind == "integer" else ""


def names_in(text: str) -> list[str]:
    """Return the names in a field's text, separated by commas or lines; numbers are left out."""
    return [part for part in _parts(text) if not re.fullmatch(r"[\d\s]+", part)]


def ids_of(esi: EsiLike, category: str, names: Sequence[str]) -> dict[str, int]:
    """Fetch the IDs of names: `{name in lower case: ID}`.

    Raises:
        HTTPError, ApiConnectionError, ApiTimeoutError: the call failed.
    """
    found = esi.client.Universe.post_universe_ids(names=list(names)).results()
    return {str(each["name"]).lower(): int(each["id"]) for each in found.get(category) or []}


def replaced(text: str, ids: Mapping[str, int]) -> str:
    """Return a field's text with IDs in place of names."""
    return ", ".join(str(ids.get(part.lower(), part)) for part in _parts(text))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
