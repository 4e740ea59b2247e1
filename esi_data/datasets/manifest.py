"""What a dataset's manifest says: what was asked, what is there, what is under way.

`_manifest.json` is the dataset: a file that it does not name is not part of it. It is replaced as a
whole and only after the files that it names are complete on the disk, so it is true at every
instant.

A dataset is made by runs. A run asks for parts, each a file's worth of calls. `latest` is the last
run that came to its end, `run` one that has not (yet). `snapshots` lists finished runs, where they
are kept.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import msgspec

from esi_data.errors import DatasetError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

NAME = "_manifest.json"
# The manifest's form; a release that reads another one says so.
FORM = 1


class File(msgspec.Struct):
    """A Parquet file of a dataset: path in the folder, rows, size, hash, when it was written."""

    path: str
    rows: int
    bytes: int
    sha256: str
    at: str


class Cost(msgspec.Struct):
    """What calls took: pages, requests that went out, bytes of bodies, rate-limit tokens."""

    pages: int = 0
    requests: int = 0
    transferred: int = 0
    tokens: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(*(getattr(self, n) + getattr(other, n) for n in self.__struct_fields__))


class Part(msgspec.Struct):
    """What a file's worth of calls brought.

    `where` are the values in its folder's name, `asked` a digest of all values its calls were made
    with (empty where the run under way is to ask again), `rows` what `read` gives of it.
    `validator` is the ETag of its one page, or a digest of those of all pages. `state` says where
    the next walk goes on, by call.
    """

    where: dict[str, Any]
    asked: str
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
    """One run: what it wants (`fan_out`: all values, `wanted`: parts) and what is done of it."""

    id: str
    started: str
    fan_out: dict[str, list[Any]]
    wanted: int
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
        """Whether each call's rows are of one moment."""
        return all(part.consistent for part in self.parts.values())

    @property
    def cost(self) -> Cost:
        """What all parts took."""
        return sum((part.cost for part in self.parts.values()), Cost())


class Snapshot(msgspec.Struct):
    """A finished run that is kept; `file` has it whole."""

    id: str
    started: str
    finished: str
    rows: int
    parts: int
    consistent: bool
    file: str


class Partitioning(msgspec.Struct):
    """How calls are put into files: a folder for each value of `folders`, `buckets` files in each.

    Calls come into a bucket by their value of `by`. `columns` are the parameters that stand in
    folder names alone, with their column's kind and categories.
    """

    folders: list[str] = []
    by: str | None = None
    buckets: int = 1
    columns: dict[str, tuple[str, list[Any]]] = {}


class DatasetSpec(msgspec.Struct):
    """What a dataset holds; another question needs another folder."""

    operation: str
    parameters: dict[str, Any]
    fan_out: list[str]
    mode: str
    key: list[str]
    history: bool
    languages: list[str] | None
    layout: str
    explode: str | None


class Manifest(msgspec.Struct):
    """All that is known of a dataset."""

    question: DatasetSpec
    partitioning: Partitioning
    latest: Run | None = None
    run: Run | None = None
    snapshots: list[Snapshot] = []
    runs: int = 0
    form: int = FORM

    @property
    def files(self) -> set[str]:
        """Paths of the files that the last finished run and the one under way name."""
        runs = [run for run in (self.latest, self.run) if run]
        return {file.path for run in runs for part in run.parts.values() for file in part.files}


def encode(value: Manifest | Run) -> bytes:
    """A manifest as JSON that people can read."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1)


def decode(data: bytes, path: Path) -> Manifest:
    """Read a manifest.

    Raises:
        DatasetError: it is damaged, or of a later release.
    """
    try:
        form = msgspec.json.decode(data, type=dict[str, Any]).get("form")
        if isinstance(form, int) and form > FORM:
            raise DatasetError(
                f"{path} was written by a later esi-toolkit (form {form}, this one reads {FORM}): "
                "upgrade with python -m pip install -U esi-toolkit"
            )
        return msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError as exc:
        raise DatasetError(
            f"{path} is no manifest of a dataset ({exc}): restore it, or pull to another folder"
        ) from exc


def same_question(has: DatasetSpec, asked: DatasetSpec, path: Path) -> None:
    """Check that a dataset answers what is asked.

    Raises:
        DatasetError: it answers another question; the message says in what they differ.
    """
    differences = [
        f"{name} was {getattr(has, name)!r} and is {getattr(asked, name)!r}"
        for name in has.__struct_fields__
        if getattr(has, name) != getattr(asked, name)
    ]
    if differences:
        raise DatasetError(
            f"{path} holds another pull: {'; '.join(differences)}. Pull to another folder."
        )


def gone(path: Path, error: FileNotFoundError) -> DatasetError:
    """The error of a file that a manifest names and that is not there."""
    return DatasetError(
        f"{error.filename or error} is named by {path / NAME} and is not there: restore it, or "
        "pull to another folder"
    )


def digest(value: Any) -> str:
    """A short name of a JSON value."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def validator(etags: Sequence[str | None]) -> str | None:
    """One validator for all pages of a part; None where a page has none."""
    if not etags or None in etags:
        return None
    if len(etags) == 1:
        return etags[0]
    return f"sha256:{digest(sorted(etag for etag in etags if etag))}"  # they come in any order


def same(file: File, data: bytes) -> bool:
    """Whether a file holds these bytes."""
    return file.sha256 == hashlib.sha256(data).hexdigest()


def overlaid(older: Mapping[str, Part], newer: Mapping[str, Part]) -> dict[str, Part]:
    """Parts, the newer of those that are in both."""
    return {**older, **newer}
