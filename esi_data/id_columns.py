"""Recognise id columns, and the kind of their ids, by name.

docs/reference/frames.md lists the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# Columns whose last word means something else.
_OTHERS = frozenset({"dungeon_type_id", "signature_type_id"})

# Operations that return a list of ids, by the end of their name.
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

# Last words of parameters: the category of their ids, and a noun for messages.
TAKES = {
    "type": ("inventory_type", "a type"),
    "region": ("region", "a region"),
    "constellation": ("constellation", "a constellation"),
    "system": ("solar_system", "a solar system"),
    "origin": ("solar_system", "a solar system"),
    "destination": ("solar_system", "a solar system"),
    "station": ("station", "a station"),
    "faction": ("faction", "a faction"),
    "corporation": ("corporation", "a corporation"),
    "alliance": ("alliance", "an alliance"),
    "character": ("character", "a character"),
}
_NUMBER = re.compile(r"\s*[-+]?(\d[\d._,]*([eE][-+]?\d+)?|0[xX][\da-fA-F]+)\s*")


def takes_names(parameter: str, schema: Mapping[str, Any]) -> bool:
    """Return True if a parameter takes ids that names can replace."""
    items = schema.get("items", schema)
    return items.get("type") == "integer" and word_of(parameter) in TAKES


def word_of(parameter: str) -> str:
    """Return the word for the kind of a parameter's ids: `region` for `region_id`."""
    return identified(parameter) or parameter.rpartition("_")[2]


def is_name(value: Any) -> bool:
    """Return True for a string that is not a number: a name in place of an id."""
    return isinstance(value, str) and any(map(str.isalpha, value)) and not _NUMBER.fullmatch(value)


def identified(column: str, operation: str = "") -> str:
    """Return the last word before `_id`: `type` for `ship_type_id`; empty for a column of no ids.

    For the column `value` of a list of plain ids, `operation` determines the word.
    """
    if column == "value":
        return next((word for end, word in _LISTS.items() if operation.endswith(end)), "")
    if column in _OTHERS or not (column.endswith("_id") or column == "from"):
        return ""
    return re.split("[._]", column.removesuffix("_id"))[-1]


def fact_column(column: str, fact: str) -> str:
    """Return the column for a fact about an id column: the `name` of `type_id` is `type_name`."""
    return fact if column == "value" else f"{column.removesuffix('_id')}_{fact}"
