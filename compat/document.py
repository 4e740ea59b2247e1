"""Join the API's documents of two dates, so that apps for either date find their operations."""

import json
from pathlib import Path


def joined(older: dict, newer: dict) -> dict:
    """Return the older document with the operations that only the newer one has.

    Operations in both documents keep their older id and fields: apps use those names.
    """
    return older | {
        "paths": _with_more(older["paths"], newer["paths"]),
        "components": _with_more(older["components"], newer["components"]),
    }


def _with_more(some: dict[str, dict], more: dict[str, dict]) -> dict[str, dict]:
    """Return both, joined two levels deep. Values of the first win."""
    return {key: more.get(key, {}) | some.get(key, {}) for key in {**some, **more}}


def write(folder: Path, target: Path) -> Path:
    """Join the oldest and the newest document of a folder, and write the result."""
    found = sorted(folder.glob("openapi-*-date-*.json"), key=lambda path: path.stem[-10:])
    older, newer = (json.loads(path.read_text("utf-8")) for path in (found[0], found[-1]))
    target.write_text(json.dumps(joined(older, newer)), "utf-8")
    return target
