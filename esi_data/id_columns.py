"""Id columns: what a column's name says about the ids in it.

docs/reference/frames.md lists the words.
"""

from __future__ import annotations

import re

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


def identified(column: str, operation: str = "") -> str:
    """Return the last word before `_id`: `type` for `ship_type_id`; empty for a column of no ids.

    `operation` tells what the column `value` of a list of plain ids identifies.
    """
    if column == "value":
        return next((word for end, word in _LISTS.items() if operation.endswith(end)), "")
    if column in _OTHERS or not (column.endswith("_id") or column == "from"):
        return ""
    return re.split("[._]", column.removesuffix("_id"))[-1]


def fact_column(column: str, fact: str) -> str:
    """Return the column for a fact about an id column: the `name` of `type_id` is `type_name`."""
    return fact if column == "value" else f"{column.removesuffix('_id')}_{fact}"
