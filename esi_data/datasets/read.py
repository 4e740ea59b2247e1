"""Read a dataset that `pull_to` made as one frame, even while a pull writes to its folder.

Only files that the manifest names are read: no unfinished files, no leftovers, no part twice.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from esi.core.entry_point import entry_point
from esi.core.error_text import unknown
from esi.core.folders import expanded
from esi.core.warn import warn
from esi_data.datasets import manifest as manifests
from esi_data.datasets import write_modes
from esi_data.datasets.folder import Folder
from esi_data.datasets.manifest import Manifest, Part, Run
from esi_data.errors import DatasetError, UnfinishedWarning
from esi_data.frames import parquet
from esi_data.frames.build import concat, insert_first
from esi_data.frames.schema import Column

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence
    from pathlib import Path

EngineName = Literal["pandas", "polars", "duckdb", "dask", "arrow"]
ENGINES = ("pandas", "polars", "duckdb", "dask", "arrow")

# Attempts, since a pull may replace files while they are read.
_TRIES = 5


@entry_point
def read(
    path: str | os.PathLike[str],
    *,
    engine: EngineName = "pandas",
    as_of: str | datetime | None = None,
) -> Any:
    """Read what `pull_to` or `to_parquet` wrote as one frame, with the same types.

    Of a dataset, return the last finished pull, also while another one runs or after it was killed.
    In `append` and `upsert` mode, include finished parts of the new pull.

    Args:
        path: folder of a dataset, a Parquet file of `to_parquet`, or a folder of such files.
        engine: `pandas`; `polars`; `duckdb`, a relation for SQL; `dask`, lazy, with a partition for
            each part; `arrow`, a table. Lists and objects in cells become JSON text, except with
            `pandas` and `dask`.
        as_of: time (ISO 8601 or `datetime`; UTC without a zone) at which to view a dataset made
            with `history=True`; `"all"` returns all snapshots, with a first column `snapshot`.

    Returns:
        A frame. A pandas frame has `attrs["esi"]`: operation, parameters, `complete`, `consistent`,
        times and cost of the pull.

    Raises:
        FileNotFoundError: the path does not exist.
        DatasetError: the dataset is damaged, or has no data of that time.
        ValueError: the engine is unknown.
    """
    if engine not in ENGINES:
        raise ValueError(unknown("engine", engine, ENGINES))
    path = expanded(path)
    if not path.exists():
        raise FileNotFoundError(f"{path} does not exist: pull_to and to_parquet make such a path")
    if not (path / manifests.NAME).exists():
        return _without_manifest(path, engine, as_of)
    for attempt in range(_TRIES):
        try:
            return _read(path, engine, as_of)
        except FileNotFoundError as exc:
            if attempt == _TRIES - 1:
                raise manifests.missing_file(path, exc) from exc
    raise AssertionError


def frame_of_files(path: Path, manifest: Manifest, part: Part) -> pd.DataFrame:
    """Return the rows of a part, with the columns that its folder's name stands for."""
    frames = []
    for file in part.files:
        with _undamaged(path / file.path):
            frames.append(_insert_partition(parquet.read_parquet(path / file.path), manifest, part))
    if manifest.spec.mode == "snapshot":
        return frames[0]
    return write_modes.merge(frames, manifest.spec.row_key)


@contextlib.contextmanager
def _undamaged(file: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except (pa.ArrowException, OSError, ValueError, KeyError) as exc:
        if isinstance(exc, OSError) and exc.errno:  # a disk error, or no permission
            raise
        raise DatasetError(
            f"{file} is damaged ({exc}): restore it, or pull to another folder"
        ) from exc


def _without_manifest(path: Path, engine: str, as_of: object) -> Any:
    if as_of is not None:
        raise DatasetError(f"{path} was not made by pull_to and has no history: omit as_of")
    inside = sorted(str(file.parent.relative_to(path)) for file in path.rglob(manifests.NAME))
    if inside:
        raise DatasetError(
            f"{path} contains several datasets, read one of them: {', '.join(inside)}"
        )
    if engine == "dask":
        return parquet.scan_parquet(path)
    return _convert(parquet.read_parquet(path), engine)


def _read(path: Path, engine: str, as_of: str | datetime | None) -> Any:
    manifest = Folder(path).read_manifest()
    if manifest is None:
        raise FileNotFoundError(path / manifests.NAME)
    if as_of == "all":
        runs = [
            (snapshot.finished, _run(path, snapshot.file)) for snapshot in manifest.snapshots
        ] or [(run.finished or run.started, run) for run in [_current(manifest, path)]]
    elif as_of is not None:
        runs = [("", _past(manifest, path, _parse_time(as_of)))]
    else:
        runs = [("", _current(manifest, path))]
    jobs = [(when, part) for when, run in runs for part in run.parts.values() if part.files]
    if not jobs:
        raise DatasetError(
            f"{path} has no rows yet: no part is finished. Run pull_to again to resume."
        )
    if engine == "dask":
        return _lazy(path, manifest, jobs)
    frame = concat(_part(path, manifest, job) for job in jobs)
    frame.attrs["esi"] = _metadata(manifest, [run for _, run in runs])
    return _convert(frame, engine)


def _part(path: Path, manifest: Manifest, job: tuple[str, Part]) -> pd.DataFrame:
    when, part = job
    frame = frame_of_files(path, manifest, part)
    if when:
        moment = pd.Timestamp(when).as_unit("us")
        frame.insert(0, "snapshot", pd.Series(moment, index=frame.index))
        frame["snapshot"] = frame["snapshot"].astype(pd.DatetimeTZDtype("us", "UTC"))
    return frame


def _current(manifest: Manifest, path: Path) -> Run:
    """Return the current content of the dataset."""
    latest, run = manifest.latest, manifest.run
    if latest is None:
        if run is None or not run.parts:
            raise DatasetError(
                f"{path} has no rows yet: no part is finished. Run pull_to again to resume."
            )
        done = sum(bool(part.request_digest) for part in run.parts.values())
        warn(
            f"{path} is incomplete: {done} of {run.total_parts} parts are finished; run pull_to "
            "again to resume",
            UnfinishedWarning,
        )
        return run
    if run is None or manifest.spec.mode == "snapshot":
        return latest
    return msgspec.structs.replace(latest, parts=latest.parts | run.parts)


def _past(manifest: Manifest, path: Path, moment: datetime) -> Run:
    """Return the content of the dataset at a time.

    Raises:
        DatasetError: no data of that time was kept.
    """
    latest, history = manifest.latest, manifest.spec.history
    if not history and latest and latest.finished and not _is_after(latest.finished, moment):
        return latest
    if manifest.spec.mode != "snapshot" and history:
        run = _current(manifest, path)
        parts = {
            name: msgspec.structs.replace(part, files=files)
            for name, part in run.parts.items()
            if (files := [file for file in part.files if not _is_after(file.written_at, moment)])
        }
        if parts:
            return msgspec.structs.replace(run, parts=parts)
        first = min(
            (f.written_at for part in run.parts.values() for f in part.files), default="never"
        )
        raise DatasetError(f"{path} has no data of {moment.isoformat()}; it starts at {first}")
    before = [entry for entry in manifest.snapshots if not _is_after(entry.finished, moment)]
    if before:
        return _run(path, before[-1].file)
    start = "it starts when its first pull finishes"
    if manifest.snapshots:
        start = f"it starts at {manifest.snapshots[0].finished}"
    elif latest:
        start = f"it starts at {latest.finished}"
    if not history:
        start += " (only the latest pull is kept: pull with history=True to keep all)"
    raise DatasetError(f"{path} has no data of {moment.isoformat()}; {start}")


def _is_after(time: str, moment: datetime) -> bool:
    return datetime.fromisoformat(time) > moment


def _run(path: Path, name: str) -> Run:
    try:
        return msgspec.json.decode((path / name).read_bytes(), type=Run)
    except msgspec.DecodeError as exc:
        raise DatasetError(f"{path / name} is damaged ({exc})") from exc


def _parse_time(given: str | datetime) -> datetime:
    try:
        time = datetime.fromisoformat(given if isinstance(given, str) else str(given))
    except ValueError as exc:
        raise DatasetError(
            f"as_of={given!r} is not a time: write 2026-11-22T18:00:00Z, or 'all'"
        ) from exc
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time


def _insert_partition(frame: pd.DataFrame, manifest: Manifest, part: Part) -> pd.DataFrame:
    """Insert the columns that the name of a file's folder stands for."""
    values = {name: [part.partition.get(name)] for name in manifest.spec.fan_out}

    def column(name: str) -> Column:
        kind, categories = manifest.partitioning.columns[name]
        return Column(name, (), kind, False, tuple(categories))  # type: ignore[arg-type]

    insert_first(frame, values, column, [len(frame)])
    return frame


def _metadata(manifest: Manifest, runs: Sequence[Run]) -> dict[str, Any]:
    parts = [part for run in runs for part in run.parts.values()]
    cost = {n: sum(getattr(p.cost, n) for p in parts) for n in manifests.Cost.__struct_fields__}
    dates = [part.last_modified for part in parts if part.last_modified]
    return {
        "operation": manifest.spec.operation,
        "parameters": manifest.spec.parameters | runs[-1].fan_out,
        "compatibility_date": runs[-1].compatibility_date,
        "fetched_at": min(part.fetched_at for part in parts),
        "last_modified": min(dates, default=None),
        **cost,
        "mode": manifest.spec.mode,
        "complete": all(run.finished for run in runs),
        "consistent": all(run.consistent for run in runs),
        "errors": [error for part in parts for error in part.errors],
    }


def _convert(frame: pd.DataFrame, engine: str) -> Any:
    if engine == "pandas":
        return frame
    table = parquet.to_arrow(frame)
    match engine:
        case "polars":
            return import_module("polars").from_arrow(table)
        case "duckdb":
            return import_module("duckdb").from_arrow(table)
    return table


def _lazy(path: Path, manifest: Manifest, jobs: list[tuple[str, Part]]) -> Any:
    """Make a Dask frame with a partition for each part; read only the types now."""
    empties = []
    for when, part in jobs:
        bare = msgspec.structs.replace(part, files=[])
        for file in part.files:
            with _undamaged(path / file.path):
                schema = pq.read_schema(path / file.path)
            empty = _insert_partition(parquet.frame_of_arrow(schema.empty_table()), manifest, bare)
            if when:
                empty.insert(0, "snapshot", pd.Series([], dtype=pd.DatetimeTZDtype("us", "UTC")))
            empties.append(empty)
    whole = concat(empties)
    whole.attrs.clear()
    return parquet.lazy_frame(partial(_lazy_part, path=path, manifest=manifest), jobs, whole)


def _lazy_part(
    job: tuple[str, Part], path: Path, manifest: Manifest, whole: pd.DataFrame
) -> pd.DataFrame:
    try:
        return concat([whole, _part(path, manifest, job)])
    except FileNotFoundError as exc:
        raise DatasetError(
            f"{exc.filename or exc} was replaced by a later pull: read the dataset again"
        ) from exc
