"""Assume that the API turns ids into names, and names into ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi.core.doctor.assumptions.shapes import compare
from esi.core.doctor.check import Finding, verdict
from esi.core.doctor.probes import json_of, object_of

if TYPE_CHECKING:
    from esi.core.http.messages import Response


def _rows(names: Response) -> Finding:
    rows = json_of(names)
    return verdict(
        isinstance(rows, list)
        and {row.get("id") for row in rows} == {34, 10000002}
        and all(row.get("name") and row.get("category") for row in rows),
        f"{len(rows)} rows",
    )


def _ids(ids: Response) -> Finding:
    found = {category: [row.get("id") for row in rows] for category, rows in object_of(ids).items()}
    holds = 34 in found.get("inventory_types", []) and 10000002 in found.get("regions", [])
    return verdict(holds, ", ".join(sorted(found)))


CHECKS = [
    compare(
        "names.rows",
        "Do ids have names?",
        ("names",),
        _rows,
        expected="rows with id, name and category",
        mend="`with_names` adds no names.",
    ),
    compare(
        "names.ids",
        "Do names have ids?",
        ("ids",),
        _ids,
        expected="lists of id and name by category",
        mend="Names cannot stand in place of ids, except those of static data.",
    ),
]
