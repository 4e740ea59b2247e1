"""Manifest of a dataset: its specification, its files, and the run in progress.

`_manifest.json` defines the dataset: a file that it does not name is not part of it. It is replaced
atomically, and only after the files that it names are complete on the disk, so it is correct at
any moment.

A dataset is made by runs. A run consists of parts, each with the calls of one file. `latest` is the
last finished run and `run` the unfinished one. `snapshots` lists the finished runs that are kept.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import msgspec

from esi_data.errors import DatasetError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "_manifest.json"
# Version of the manifest's format. Older releases refuse a newer one.
FORMAT = 1


class File(msgspec.Struct):
    """Parquet file of a dataset: path in the folder, rows, bytes, hash and time of writing."""

    path: str
    rows: int
    size: int
    sha256: str
    written_at: str

    def contains(self, data: bytes) -> bool:
        """Return True if the file was written with these bytes."""
        return self.sha256 == hashlib.sha256(data).hexdigest()


class Cost(msgspec.Struct):
    """Cost of calls: pages, requests sent, bytes of bodies received, rate-limit tokens."""

    pages: int = 0
    requests: int = 0
    transferred: int = 0
    tokens: int = 0


class Part(msgspec.Struct):
    """Result of the calls of one file.

    Attributes:
        partition: parameter values in the name of its folder.
        request_digest: digest of all values of its calls; empty if the run in progress must fetch
            the part again.
        calls: number of calls.
        rows: rows that `read` returns for it.
        files: its files.
        consistent: each call's pages come from one snapshot.
        cost: cost of its calls.
        fetched_at: time of fetching, ISO 8601.
        last_modified: oldest `Last-Modified` of its pages.
        validator: ETag of its only page, or a digest of all pages' ETags.
        state: cursor tokens at which the next walks continue, by call.
        errors: failed calls.
    """

    partition: dict[str, Any]
    request_digest: str
    calls: int
    rows: int
    files: list[File]
    consistent: bool
    cost: Cost
    fetched_at: str
    last_modified: str | None = None
    validator: str | None = None
    state: dict[str, str] = {}
    errors: list[dict[str, Any]] = []


class Run(msgspec.Struct):
    """One run: `fan_out` has all requested values, `total_parts` counts the parts they need."""

    id: str
    started: str
    fan_out: dict[str, list[Any]]
    total_parts: int
    compatibility_date: str
    versions: dict[str, str]
    finished: str | None = None
    parts: dict[str, Part] = {}

    @property
    def rows(self) -> int:
        """Rows of all parts."""
        return sum(part.rows for part in self.parts.values())

    @property
    def consistent(self) -> bool:
        """True if the pages of each call come from one snapshot."""
        return all(part.consistent for part in self.parts.values())


class SnapshotEntry(msgspec.Struct):
    """Finished run that is kept; `file` contains all of it."""

    id: str
    started: str
    finished: str
    rows: int
    parts: int
    consistent: bool
    file: str


class Partitioning(msgspec.Struct):
    """Rule that assigns calls to files: a folder per value of `folders`, `buckets` files in each.

    The value of the parameter `by` selects the bucket. `columns` are the parameters that are in
    folder names only, with the kind and the categories of their columns.
    """

    folders: list[str] = []
    by: str | None = None
    buckets: int = 1
    columns: dict[str, tuple[str, list[Any]]] = {}


class DatasetSpec(msgspec.Struct):
    """Specification of a dataset; another specification needs another folder."""

    operation: str
    parameters: dict[str, Any]
    fan_out: list[str]
    mode: str
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
    """Content of `_manifest.json`."""

    spec: DatasetSpec
    partitioning: Partitioning
    latest: Run | None = None
    run: Run | None = None
    snapshots: list[SnapshotEntry] = []
    runs: int = 0
    format: int = FORMAT

    def check_spec(self, spec: DatasetSpec, path: Path) -> None:
        """Check that the dataset has this specification.

        Raises:
            DatasetError: it has another one; the message lists the differences.
        """
        differences = [
            f"{name} was {getattr(self.spec, name)!r} and is {getattr(spec, name)!r}"
            for name in spec.__struct_fields__
            if getattr(self.spec, name) != getattr(spec, name)
        ]
        if differences:
            raise DatasetError(
                f"{path} contains another pull: {'; '.join(differences)}. Pull to another folder."
            )


def missing_file(path: Path, error: FileNotFoundError) -> DatasetError:
    """Build the error of a file that the manifest names and that does not exist."""
    return DatasetError(
        f"{error.filename or error} is listed in {path / NAME} but missing: restore it, or pull to "
        "another folder"
    )


def digest(value: Any) -> str:
    """Return a short hash of a JSON value."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
