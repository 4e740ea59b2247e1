"""Return changes between two documents as a frame: all, or those that affect a source."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pandas as pd

from esi.core.folders import expanded
from esi_data.documents.changes import changes
from esi_data.documents.fetch import load_operations
from esi_data.documents.usage import read_sources, used
from esi_data.frames.arrays import TEXT

if TYPE_CHECKING:
    import os
    from datetime import date

    from esi.core.engine.engine import Engine

_COLUMNS = ["breaks", "operation", "openapi_id", "kind", "change", "name", "before", "after",
            "instead"]  # fmt: skip
_PLACE = ["file", "line"]


def changes_frame(
    engine: Engine,
    user_agent: str,
    old: str | date | os.PathLike[str],
    new: str | date | os.PathLike[str],
    used_in: str | os.PathLike[str] | None = None,
) -> pd.DataFrame:
    """Return the differences between two documents; see `esi_data.Esi.dates`."""
    before, old_date = load_operations(engine, user_agent, old)
    after, new_date = load_operations(engine, user_agent, new)
    found = changes(before, after)
    if used_in is None:
        frame = _frame([asdict(each) for each in found], _COLUMNS)
    else:
        both = [*before, *after]
        names = {name for each in both for name in (each.name, each.new_id)}
        sources = read_sources(expanded(used_in), names, {each.tag for each in both})
        rows = [
            {**asdict(each.change), "file": each.file, "line": each.line}
            for each in used(found, sources)
        ]
        frame = _frame(rows, [*_PLACE, *_COLUMNS])
    frame.attrs["esi"] = {"old": old_date, "new": new_date}
    return frame


def _frame(rows: list[dict[str, Any]], columns: list[str]) -> pd.DataFrame:
    types = {"breaks": "bool", "line": "int64"}
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    return frame.astype({name: types.get(name, TEXT) for name in columns})
