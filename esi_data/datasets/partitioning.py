"""Assign the calls of a pull to files, in folders with Hive-style names; pure.

Each value of a fan-out parameter gets its folder (`region_id=10000002`) as long as there are not
too many. Parameters with more values become columns of the files, and their calls share files in
buckets: the history of 15,000 types in a region is 75 files, not 15,000. A value's bucket does not
depend on the other values.
"""

from __future__ import annotations

import math
import zlib
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from esi_data.datasets.manifest import Partitioning, digest
from esi_data.frames.build import parameter_column
from esi_data.operation import as_json, is_list_like, schema_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MAX_FOLDERS = 1000
CALLS_PER_FILE = 200  # more if there were too many files
MAX_FILES = 2000  # the manifest names every file, and each file rewrites the manifest


class PartSpec(NamedTuple):
    """Part to fetch: its calls are the product of `fan_out`, `partition` names its folder."""

    name: str
    partition: dict[str, Any]
    folder: str
    fan_out: dict[str, list[Any]]
    calls: int
    request_digest: str


def fan_out_of(operation: Any, params: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return the lists given for scalar parameters, each value once."""
    found = {}
    for name, value in params.items():
        param = operation.params.get(name)
        if param is not None and is_list_like(value):
            spec = schema_of(param)
            if spec.get("type") != "array":
                found[name] = list(dict.fromkeys(_typed(each, spec) for each in value))
    return found


def _typed(value: Any, spec: Mapping[str, Any]) -> Any:
    """Convert integers, so that 34.0, "34" and NumPy's 34 share a folder with 34."""
    if spec.get("type") != "integer" or isinstance(value, bool):
        return value
    try:
        return int(value) if int(value) == float(value) else value
    except (TypeError, ValueError, OverflowError):
        return value  # the call reports the error


def partitioning_of(
    operation: Any,
    fan_out: Mapping[str, list[Any]],
    response_columns: Collection[str],
    wanted: Collection[str] | None = None,
) -> Partitioning:
    """Divide a new dataset.

    Args:
        operation: operation to call.
        fan_out: parameters with a list of values.
        response_columns: columns that the response has anyway.
        wanted: parameters that get folders; by default as many as make at most 1000 folders.

    Raises:
        ValueError: a wanted folder is not a parameter with a list of values.
    """
    folders: list[str] = []
    count = 1
    for name, values in fan_out.items():
        count *= len(values)
        if count > MAX_FOLDERS:
            break
        folders.append(name)
    if wanted is not None:
        if strange := set(wanted) - set(fan_out):
            raise ValueError(
                f"folders={min(strange)!r} is not a parameter with a list of values; choose from: "
                f"{', '.join(fan_out) or 'none'}"
            )
        folders = [name for name in fan_out if name in wanted]
    inside = {name: values for name, values in fan_out.items() if name not in folders}
    by = max(inside, key=lambda name: len(inside[name]), default=None)
    calls = math.prod(len(values) for values in inside.values())
    folder_count = math.prod(len(fan_out[name]) for name in folders)
    most = max(MAX_FILES // folder_count, 1)
    buckets = min(math.ceil(calls / CALLS_PER_FILE), most) if by else 1
    columns: dict[str, tuple[str, list[Any]]] = {}
    for name in folders:
        if name not in response_columns:
            column = parameter_column(operation, name)
            columns[name] = (column.kind, list(column.categories))
    return Partitioning(folders, by, buckets, columns)


def parts_of(partitioning: Partitioning, fan_out: Mapping[str, list[Any]]) -> list[PartSpec]:
    """Return the parts of a pull, in the order of the input."""
    inside = {name: list(v) for name, v in fan_out.items() if name not in partitioning.folders}
    buckets: dict[int, list[Any]] = {0: []}
    if partitioning.by:
        buckets = {}
        for value in inside[partitioning.by]:
            number = zlib.crc32(str(value).encode()) % partitioning.buckets
            buckets.setdefault(number, []).append(value)
    parts = []
    for values in product(*(fan_out[name] for name in partitioning.folders)):
        partition = as_json(dict(zip(partitioning.folders, values, strict=True)))
        folder = "/".join(f"{name}={quote(str(v), safe='')}" for name, v in partition.items())
        for number, bucket in buckets.items():
            own = {**inside, **({partitioning.by: bucket} if partitioning.by else {})}
            own |= {name: [value] for name, value in zip(partitioning.folders, values, strict=True)}
            part_fan_out = {name: own[name] for name in fan_out}
            name = "/".join(filter(None, [folder, str(number) if partitioning.by else ""]))
            calls = math.prod(len(values) for values in part_fan_out.values())
            requests = digest(as_json(part_fan_out))
            parts.append(PartSpec(name or "all", partition, folder, part_fan_out, calls, requests))
    return parts
