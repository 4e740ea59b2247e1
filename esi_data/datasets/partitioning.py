"""Assign the calls of a pull to files, in folders with Hive-style names; pure.

docs/guides/bulk.md describes the folders. A value's bucket does not depend on the other values.
"""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from itertools import accumulate, product
from operator import mul
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from esi_data.datasets.manifest import Partitioning
from esi_data.frames.build import parameter_column
from esi_data.operation import as_json

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from esi_data.datasets.manifest import Manifest

MAX_FOLDERS = 1000
CALLS_PER_FILE = 200  # more if there were too many files
MAX_FILES = 2000  # the manifest names every file
_LONGEST_NAME = 200  # bytes; file systems take 255


class PartSpec(NamedTuple):
    """Part to fetch: its calls are the product of `fan_out`, `partition` names its folder."""

    name: str
    partition: dict[str, Any]
    folder: str
    fan_out: dict[str, list[Any]]
    calls: int
    request_digest: str


def partitioning_of(
    operation: Any,
    fan_out: Mapping[str, list[Any]],
    response_columns: Collection[str],
    wanted: Collection[str] | None = None,
) -> Partitioning:
    """Divide a new dataset into the wanted folders; by default into at most 1000."""
    sizes = {name: len(values) for name, values in fan_out.items()}
    if strange := set(wanted or ()) - set(fan_out):
        raise ValueError(
            f"folders={min(strange)!r} is not a parameter with a list of values; choose from: "
            f"{', '.join(fan_out) or 'none'}"
        )
    counts = accumulate(sizes.values(), mul)
    few = [name for name, count in zip(sizes, counts, strict=True) if count <= MAX_FOLDERS]
    folders = few if wanted is None else [name for name in fan_out if name in wanted]
    inside = {name: size for name, size in sizes.items() if name not in folders}
    by = max(inside, key=inside.__getitem__, default=None)
    most = max(MAX_FILES // math.prod(sizes[name] for name in folders), 1)
    buckets = min(math.ceil(math.prod(inside.values()) / CALLS_PER_FILE), most) if by else 1
    own = [parameter_column(operation, name) for name in fan_out if name not in response_columns]
    columns = {column.name: (column.kind, list(column.categories)) for column in own}
    return Partitioning(folders, by, buckets, columns)


def widen(manifest: Manifest, wanted: Partitioning, fan_out: Mapping[str, list[Any]]) -> None:
    """Turn parameters that had one value so far, and now have a list, into folders of a dataset.

    Existing files stay where they are: the manifest has the parameter's value for them.
    """
    spec, rule = manifest.spec, manifest.partitioning
    for name in [name for name in fan_out if name in spec.parameters]:
        value = rule.single[name] = spec.parameters.pop(name)
        spec.fan_out.append(name)
        rule.folders.append(name)
        rule.columns |= {name: wanted.columns[name]} if name in wanted.columns else {}
        for run in filter(None, (manifest.latest, manifest.run)):
            run.fan_out[name] = [value]
            renamed = {}
            for old, part in run.parts.items():
                part.partition[name] = value
                bucket = old.rpartition("/")[2] if rule.by else ""
                renamed[_join(_folder_of(part.partition), bucket)] = part
            run.parts = renamed


def parts_of(partitioning: Partitioning, fan_out: Mapping[str, list[Any]]) -> list[PartSpec]:
    """Return the parts of a pull, in the order of the input."""
    rule, by = partitioning, partitioning.by or ""
    inside = {name: values for name, values in fan_out.items() if name not in rule.folders}
    buckets: dict[str, dict[str, list[Any]]] = {} if by else {"": inside}
    for value in inside[by] if by else ():
        number = zlib.crc32(str(value).encode(errors="surrogatepass")) % rule.buckets
        buckets.setdefault(str(number), {**inside, by: []})[by].append(value)
    parts = []
    for values in product(*(fan_out[name] for name in rule.folders)):
        chosen = {name: [value] for name, value in zip(rule.folders, values, strict=True)}
        partition = as_json({name: value for name, (value,) in chosen.items()})
        folder = _folder_of(partition)
        for bucket, others in buckets.items():
            own = {name: {**others, **chosen}[name] for name in fan_out}
            calls = math.prod(len(each) for each in own.values())
            name = _join(folder, bucket)
            parts.append(PartSpec(name, partition, folder, own, calls, digest(own)))
    return parts


def digest(value: Any) -> str:
    """Return a short hash of parameters."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), default=as_json)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _folder_of(partition: Mapping[str, Any]) -> str:
    return "/".join(_component(name, str(value)) for name, value in partition.items())


def _component(name: str, value: str) -> str:
    """Return the name of one folder: valid in every file system, whatever the value."""
    text = quote(value, safe="", errors="surrogatepass").replace(".", "%2E")
    return f"{name}={text if len(text) < _LONGEST_NAME else digest(value)}"


def _join(folder: str, bucket: str) -> str:
    return "/".join(filter(None, (folder, bucket))) or "all"
