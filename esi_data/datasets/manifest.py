"""Read and write the manifest of a dataset: its specification, its files and the run in progress.

A file that the manifest does not name is not part of the dataset. The manifest is replaced
atomically, after the files that it names are complete on the disk, so it is correct at any moment.

During a run, the manifest names a journal, to which each finished part adds a line. Rewriting the
manifest for each part would take time proportional to the square of the number of parts.

Runs fill a dataset. A run consists of parts, and a part of the calls whose rows share a file. The
dataset may come from somebody else, so reading a manifest checks all names that become paths.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import msgspec

from esi_data.errors import DatasetError
from esi_data.frames.schema import Kind  # noqa: TC001 - msgspec reads it

if TYPE_CHECKING:
    from pathlib import Path

NAME = "_manifest.json"
# Version of the manifest's format. Older releases refuse a newer one.
FORMAT = 1

Mode = Literal["snapshot", "append", "upsert"]
MODES = get_args(Mode)
Time = Annotated[datetime, msgspec.Meta(tz=True)]
_RUN_ID = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9]{4,9}")
JOURNAL = re.compile(r"_parts-[0-9a-f]{12}\.jsonl")
_COMPONENT = r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]*"  # neither hidden, nor `..`, nor a drive
_FILE_PATH = re.compile(rf"(?:{_COMPONENT}/)*{_COMPONENT}")
Count = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


class File(msgspec.Struct):
    """Parquet file of a dataset: path in the folder, rows, bytes, hash and time of writing."""

    path: str
    rows: Count
    size: Count
    sha256: str
    written_at: Time

    def __post_init__(self) -> None:
        if not _FILE_PATH.fullmatch(self.path):
            raise ValueError(f"{self.path!r} is not a file of this folder")


class Cost(msgspec.Struct):
    """Cost of calls: pages, requests sent, bytes of bodies received, rate-limit tokens."""

    pages: Count = 0
    requests: Count = 0
    transferred: Count = 0
    tokens: Count = 0


class Part(msgspec.Struct):
    """Result of the calls of one file.

    `partition` has the parameter values in the name of its folder, `request_digest` stands for all
    values of its calls (empty if the run in progress must fetch the part again), `last_modified` is
    the oldest of its calls, and `state` has the cursor tokens at which the next walks continue.
    """

    partition: dict[str, str | int | float | bool | None]
    request_digest: str
    rows: Count
    files: list[File]
    consistent: bool
    cost: Cost
    fetched_at: Time
    last_modified: Time | None = None
    state: dict[str, str] = {}
    errors: list[dict[str, Any]] = []


class Run(msgspec.Struct):
    """One run: `fan_out` has all requested values, `total_parts` counts the parts they need."""

    id: str
    started: Time
    fan_out: dict[str, list[Any]]
    total_parts: Count
    versions: dict[str, str]
    finished: Time | None = None
    parts: dict[str, Part] = {}

    def __post_init__(self) -> None:
        check_run_id(self.id)
        paths = [file.path for part in self.parts.values() for file in part.files]
        if len(set(paths)) < len(paths):
            raise ValueError("it names a file twice")


class Partitioning(msgspec.Struct):
    """Rule that assigns calls to files: a folder per value of `folders`, `buckets` files in each.

    The value of the parameter `by` selects the bucket. `columns` has the kind and the categories of
    parameters that the response does not contain. `single` has the value that a parameter had in
    the parts from before it got a list of values.
    """

    folders: list[str] = []
    by: str | None = None
    buckets: Annotated[int, msgspec.Meta(ge=1, lt=2**31)] = 1
    columns: dict[str, tuple[Kind, list[str | int | float]]] = {}
    single: dict[str, Any] = {}


class DatasetSpec(msgspec.Struct):
    """Specification of a dataset; another specification needs another folder."""

    api_url: str
    tenant: str
    compatibility_date: str
    operation: str
    parameters: dict[str, Any]
    fan_out: list[str]
    mode: Mode
    key: list[str]
    history: bool
    languages: list[str] | None
    layout: str
    explode: str | None

    @property
    def row_key(self) -> list[str]:
        """Columns that identify a row in the whole dataset."""
        return list(dict.fromkeys([*self.fan_out, *self.key]))


class Manifest(msgspec.Struct):
    """Content of `_manifest.json`.

    `journal` names the file that lists further parts of `run`. `snapshots` maps the ids of kept
    runs to the times at which they finished.
    """

    spec: DatasetSpec
    partitioning: Partitioning
    latest: Run | None = None
    run: Run | None = None
    journal: str = ""
    snapshots: dict[str, Time] = {}
    runs: Annotated[int, msgspec.Meta(ge=0, lt=10**8)] = 0
    format: int = FORMAT

    def __post_init__(self) -> None:
        for run in self.snapshots:
            check_run_id(run)
        if self.journal and not JOURNAL.fullmatch(self.journal):
            raise ValueError(f"{self.journal!r} is not the name of a journal")
        divided = {*self.partitioning.folders, self.partitioning.by} - {None}
        if strange := divided - set(self.spec.fan_out):
            raise ValueError(f"{min(map(str, strange))!r} divides it and is not in its fan_out")

    @property
    def is_empty(self) -> bool:
        """True if no part was ever finished."""
        return self.latest is None and not (self.run and self.run.parts)

    def check_spec(self, spec: DatasetSpec, path: Path) -> None:
        """Check that the dataset has this specification; the order of lists does not matter."""
        differences = [
            f"{name} was {before!r} and is {now!r}"
            for name in spec.__struct_fields__
            if (before := getattr(self.spec, name)) != (now := getattr(spec, name))
            and not (name == "fan_out" and set(before) == set(now))
        ]
        if differences:
            date = self.spec.compatibility_date
            hint = (
                f", or set ESI_COMPATIBILITY_DATE to {date}"
                if spec.compatibility_date != date
                else ""
            )
            raise DatasetError(
                f"{path} contains another pull: {'; '.join(differences)}. Pull to another folder"
                f"{hint}."
            )


def check_run_id(run: str) -> None:
    """Raise ValueError if a run's id is not one of ours: ids are parts of file names."""
    if not _RUN_ID.fullmatch(run):
        raise ValueError(f"{run!r} is not the id of a run")


def run_file(run: str) -> str:
    """Return the name of the file that contains a kept run."""
    return f"_snapshots/{run}.json"
