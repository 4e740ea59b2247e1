"""How the calls of a pull are put into files: folders by parameter, as Hive names them; pure.

Each value of a fan-out parameter has its folder (`region_id=10000002`), as long as there are not
too many. The parameters for which there would be are columns of the files instead, and their calls
are put together in buckets: the history of 15,000 types in a region is 75 files and not 15,000. A
value always comes into the same bucket, whatever other values there are.
"""

from __future__ import annotations

import math
import zlib
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from esi_data.datasets.manifest import Partitioning, digest
from esi_data.frames.build import parameter_column
from esi_data.frames.metadata import as_json
from esi_data.operation import is_list_like, schema_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from esi_data.datasets.manifest import DatasetSpec

MOST_FOLDERS = 1000
CALLS_PER_FILE = 200  # more, where there would be too many files
MOST_FILES = 2000  # the manifest names each, and is written anew with each


class PartSpec(NamedTuple):
    """A part to be pulled: `fan_out` are the values of its calls, whose product they are."""

    name: str
    where: dict[str, Any]
    fan_out: dict[str, list[Any]]

    @property
    def asked(self) -> str:
        """A digest of what its calls are made with."""
        return digest(as_json(self.fan_out))

    @property
    def calls(self) -> int:
        """How many calls it is."""
        return math.prod(len(values) for values in self.fan_out.values())


def fan_out_of(operation: Any, params: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The lists among parameters that are no lists to the operation, each value once."""
    found = {}
    for name, value in params.items():
        param = operation.params.get(name)
        if param is not None and is_list_like(value):
            spec = schema_of(param)
            if spec.get("type") != "array":
                found[name] = list(dict.fromkeys(_typed(each, spec) for each in value))
    return found


def _typed(value: Any, spec: Mapping[str, Any]) -> Any:
    """An integer where one is meant: 34.0, "34" and NumPy's 34 share a folder with 34."""
    if spec.get("type") != "integer" or isinstance(value, bool):
        return value
    try:
        return int(value) if int(value) == float(value) else value
    except (TypeError, ValueError, OverflowError):
        return value  # the call says what is wrong with it


def partitioning_of(
    operation: Any,
    fan_out: Mapping[str, list[Any]],
    answered: Collection[str],
    wanted: Collection[str] | None = None,
) -> Partitioning:
    """How a new dataset is divided.

    `answered` are the columns that the answer has of itself, `wanted` the parameters that are to
    be folders; by default as many as make no more than 1000.

    Raises:
        ValueError: a wanted folder is no parameter that has a list of values.
    """
    folders: list[str] = []
    count = 1
    for name, values in fan_out.items():
        count *= len(values)
        if count > MOST_FOLDERS:
            break
        folders.append(name)
    if wanted is not None:
        if strange := set(wanted) - set(fan_out):
            raise ValueError(
                f"folders={min(strange)!r} is none of the parameters with a list of values: "
                f"{', '.join(fan_out) or 'there is none'}"
            )
        folders = [name for name in fan_out if name in wanted]
    inside = {name: values for name, values in fan_out.items() if name not in folders}
    by = max(inside, key=lambda name: len(inside[name]), default=None)
    calls = math.prod(len(values) for values in inside.values())
    beside = math.prod(len(fan_out[name]) for name in folders)
    most = max(MOST_FILES // beside, 1)
    buckets = min(math.ceil(calls / CALLS_PER_FILE), most) if by else 1
    columns: dict[str, tuple[str, list[Any]]] = {}
    for name in folders:
        if name not in answered:  # an answer may call the same thing something else: it stays
            column = parameter_column(operation, name)
            columns[name] = (column.kind, list(column.categories))
    return Partitioning(folders, by, buckets, columns)


def parts_of(partitioning: Partitioning, fan_out: Mapping[str, list[Any]]) -> list[PartSpec]:
    """The parts of a pull, in the order of the input."""
    inside = {name: list(v) for name, v in fan_out.items() if name not in partitioning.folders}
    buckets: dict[int, list[Any]] = {0: []}
    if partitioning.by:
        buckets = {}
        for value in inside[partitioning.by]:
            number = zlib.crc32(str(value).encode()) % partitioning.buckets
            buckets.setdefault(number, []).append(value)
    parts = []
    for values in product(*(fan_out[name] for name in partitioning.folders)):
        where = dict(zip(partitioning.folders, values, strict=True))
        for number, some in buckets.items():
            own = {**inside, **({partitioning.by: some} if partitioning.by else {})}
            fans = {name: [where[name]] if name in where else own[name] for name in fan_out}
            folder = folder_of(as_json(where))
            name = "/".join(filter(None, [folder, str(number) if partitioning.by else ""]))
            parts.append(PartSpec(name or "all", as_json(where), fans))
    return parts


def folder_of(where: Mapping[str, Any]) -> str:
    """The folder of some values: `region_id=10000002/type_id=34`."""
    return "/".join(f"{name}={quote(str(value), safe='')}" for name, value in where.items())


def file_of(question: DatasetSpec, run: str, wanted: PartSpec, number: int = 0) -> str:
    """The path of a part's file in the dataset's folder; `number` tells those of one run apart."""
    snapshot = question.history and question.mode == "snapshot"
    folders = [f"snapshot={run}" if snapshot else "", folder_of(wanted.where)]
    name = digest([wanted.name, number] if number else wanted.name)
    return "/".join([*filter(None, folders), f"{run}-{name}.parquet"])
