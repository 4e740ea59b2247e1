"""How large an answer will be, before it is there: like others of its operation, or by its schema.

Sizes are bytes of a body as it is transferred, compressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.cache import policy
from esi_data.frames.schema import Kind, plan_of

if TYPE_CHECKING:
    from collections.abc import Mapping

# Answers of an operation that are looked at.
_SAMPLE = 50

# Rows of an answer where nothing tells: of a numbered page (the API's usual size), of another list.
_ROWS = {True: 1000, False: 300}

# Compressed bytes of a value in a long list, by its kind: about what answers of markets, contracts
# and assets have. A single object compresses less; `_HEAD` is for its names.
_VALUE: dict[Kind, float] = {
    "int": 3,
    "float": 4,
    "bool": 0.3,
    "enum": 0.5,
    "date": 2,
    "datetime": 4,
    "text": 10,
    "list": 20,
    "map": 20,
    "any": 10,
}
_HEAD = 12


def usual(cache: Any, operation: str) -> float | None:
    """The mean of the newest answers of an operation; None where the cache has none, or no list."""
    newest = getattr(cache, "newest", None)
    if newest is None:
        return None
    read = [policy.unpack(data) for data in newest(operation, _SAMPLE)]
    sizes = [len(stored.answer.wire) for stored in read if stored and stored.answer.status == 200]
    return sum(sizes) / len(sizes) if sizes else None


def by_schema(schema: Mapping[str, Any] | None, *, paged: bool) -> float:
    """A guess by the columns of an answer; how many rows a list has, no schema says."""
    plan = plan_of(schema)
    rows = 1 if plan.shape in {"object", "scalar", "nothing"} and not plan.inside else _ROWS[paged]
    row = sum(_VALUE[column.kind] for column in plan.columns)
    return rows * row + _HEAD * len(plan.columns)
