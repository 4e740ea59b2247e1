"""Read a dataset that `pull_to` made as one frame, even while a pull writes to its folder.

Only files that the manifest names are read: no unfinished files, no leftovers, no part twice.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, overload

import msgspec
import pandas as pd

from esi._extras import needs_extra
from esi.core.entry_point import entry_point
from esi.core.error_text import unknown
from esi.core.folders import expanded
from esi.core.warn import warn
from esi_data.datasets import write_modes
from esi_data.datasets.folder import RESTORE, Folder
from esi_data.datasets.manifest import NAME, Cost, Manifest, Part, Run, run_file
from esi_data.errors import DatasetError, UnfinishedWarning
from esi_data.frames import parquet
from esi_data.frames.build import concat, insert_first
from esi_data.frames.schema import Column

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import dask.dataframe as dd
    import duckdb
    import polars as pl

EngineName = Literal["pandas", "polars", "duckdb", "dask", "arrow"]
ENGINES: tuple[str, ...] = get_args(EngineName)
_EXTRAS = {"dask", "duckdb", "polars"}  # each is a package, and an extra of the same name

# Attempts, since a pull may replace files while they are read.
_TRIES = 5


class _MissingFileError(DatasetError):
    """Raised for a file that the manifest names and that does not exist."""


@overload
def read(
    path: str | os.PathLike[str],
    *,
    engine: Literal["pandas"] = ...,
    as_of: str | datetime | None = ...,
) -> pd.DataFrame: ...
@overload
def read(
    path: str | os.PathLike[str],
    *,
    engine: Literal["polars"],
    as_of: str | datetime | None = ...,
) -> pl.DataFrame: ...
@overload
def read(
    path: str | os.PathLike[str],
    *,
    engine: Literal["duckdb"],
    as_of: str | datetime | None = ...,
) -> duckdb.DuckDBPyRelation: ...
@overload
def read(
    path: str | os.PathLike[str],
    *,
    engine: Literal["dask"],
    as_of: str | datetime | None = ...,
) -> dd.DataFrame: ...
@overload
def read(
    path: str | os.PathLike[str],
    *,
    engine: Literal["arrow"],
    as_of: str | datetime | None = ...,
) -> Any: ...  # Arrow's tables carry no types
@entry_point
def read(
    path: str | os.PathLike[str],
    *,
    engine: EngineName = "pandas",
    as_of: str | datetime | None = None,
) -> Any:
    """Read what `pull_to` or `to_parquet` wrote as one frame, with the same types.

    For a dataset, return the last finished pull, even while another pull runs or after it was
    killed. In `append` and `upsert` mode, include finished parts of the new pull.

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
        ModuleNotFoundError: the engine's package is not installed.
    """
    if engine not in ENGINES:
        raise ValueError(unknown("engine", engine, ENGINES))
    if engine in _EXTRAS:  # fail before reading gigabytes
        with needs_extra(engine, f"engine={engine!r}"):
            import_module(engine)
    folder = Folder(expanded(path))
    if not folder.path.exists():
        raise FileNotFoundError(f"{path} does not exist: pull_to and to_parquet make such a path")
    if not (folder.path / NAME).exists():
        return _without_manifest(folder.path, engine, as_of)
    for _ in range(_TRIES - 1):
        with contextlib.suppress(_MissingFileError):
            return _read(folder, engine, as_of)
    return _read(folder, engine, as_of)


def frame_of_files(
    folder: Folder, manifest: Manifest, part: Part, *, rows: bool = True
) -> pd.DataFrame:
    """Return the rows of a part, with the columns that its folder's name stands for."""
    frames = []
    for file in part.files:
        path = folder.file(file.path)
        with _listed(path):
            frame = parquet.read_file(path, rows=rows)
            _insert_partitions(frame, manifest, [part], [len(frame)])
            frames.append(frame)
    if manifest.spec.mode == "snapshot":
        return frames[0]
    with _listed(folder.path / NAME):
        return write_modes.merge(frames, manifest.spec.row_key)


@contextlib.contextmanager
def _listed(file: Path) -> Iterator[None]:
    """Turn the errors of a damaged or missing file of a dataset into ones that name it."""
    try:
        with parquet.undamaged(file):
            yield
    except FileNotFoundError as exc:
        raise _MissingFileError(f"{file} is listed in {NAME} but missing: {RESTORE}") from exc


def _without_manifest(path: Path, engine: str, as_of: object) -> Any:
    if as_of is not None:
        raise DatasetError(f"{path} was not made by pull_to and has no history: omit as_of")
    inside = sorted(
        str(file.parent.relative_to(path)) for file in parquet.visible_files(path, NAME)
    )
    if inside:
        raise DatasetError(
            f"{path} contains several datasets, read one of them: {', '.join(inside)}"
        )
    if engine == "dask":
        return parquet.scan_parquet(path)
    return _convert(parquet.read_parquet(path), engine)


def _read(folder: Folder, engine: str, as_of: str | datetime | None) -> Any:
    manifest = folder.read_manifest()
    jobs: list[tuple[datetime | None, Part]] = []
    if manifest is not None and not manifest.is_empty:
        runs = _runs(folder, manifest, as_of)
        jobs = [(time, part) for time, run in runs for part in run.parts.values() if part.files]
    if manifest is None or not jobs:
        raise DatasetError(
            f"{folder.path} has no rows yet: no part is finished. Run pull_to again to resume."
        )
    if engine == "dask":
        return _lazy(folder, manifest, jobs)
    frame = _frame(jobs, folder, manifest)
    frame.attrs["esi"] = _metadata(manifest, [run for _, run in runs])
    return _convert(frame, engine)


def _frame(
    jobs: Sequence[tuple[datetime | None, Part]], folder: Folder, manifest: Manifest
) -> pd.DataFrame:
    """Return the rows of parts; of a part with several files, keep the last version of each key."""
    if any(len(part.files) > 1 or time is not None for time, part in jobs):
        return concat(_part(job, folder, manifest) for job in jobs)
    parts = [part for _, part in jobs]
    paths = [folder.file(part.files[0].path) for part in parts]
    frames = []
    for frame, lengths in parquet.frames_of_files(paths, _listed):
        some, parts = parts[: len(lengths)], parts[len(lengths) :]
        with _listed(folder.path / NAME):
            _insert_partitions(frame, manifest, some, lengths)
        frames.append(frame)
    return concat(frames) if len(frames) > 1 else frames[0]


def _part(
    job: tuple[datetime | None, Part], folder: Folder, manifest: Manifest, *, rows: bool = True
) -> pd.DataFrame:
    """Return the rows of a part, with the column that `as_of="all"` adds."""
    time, part = job
    frame = frame_of_files(folder, manifest, part, rows=rows)
    if time is not None:
        times = pd.Series(pd.Timestamp(time).as_unit("us"), index=frame.index)
        frame.insert(0, "snapshot", times.astype(pd.DatetimeTZDtype("us", "UTC")))
    return frame


def _runs(
    folder: Folder, manifest: Manifest, as_of: str | datetime | None
) -> list[tuple[datetime | None, Run]]:
    """Return the runs to read; with `as_of="all"` each with its time."""
    if as_of is None:
        return [(None, _current(folder, manifest))]
    if as_of != "all":
        return [(None, _past(folder, manifest, _parse_time(as_of)))]
    if manifest.snapshots:
        return [(time, _kept(folder, run)) for run, time in manifest.snapshots.items()]
    run = _current(folder, manifest)
    return [(run.finished or run.started, run)]


def _current(folder: Folder, manifest: Manifest) -> Run:
    """Return the current content of the dataset."""
    latest, run = manifest.latest, manifest.run
    if latest is None and run is not None:
        done = sum(bool(part.request_digest) for part in run.parts.values())
        warn(
            f"{folder.path} is incomplete: {done} of {run.total_parts} parts are finished; run "
            "pull_to again to resume",
            UnfinishedWarning,
        )
        return run
    assert latest is not None  # the manifest is not empty
    if run is None or manifest.spec.mode == "snapshot":
        return latest
    return msgspec.structs.replace(latest, parts=latest.parts | run.parts)


def _past(folder: Folder, manifest: Manifest, moment: datetime) -> Run:
    """Return the content of the dataset at a time."""
    latest, history = manifest.latest, manifest.spec.history
    starts: list[datetime] = []
    if history and manifest.spec.mode != "snapshot":
        run = _current(folder, manifest)
        starts = [file.written_at for part in run.parts.values() for file in part.files]
        parts = {
            name: msgspec.structs.replace(part, files=files)
            for name, part in run.parts.items()
            if (files := [file for file in part.files if file.written_at <= moment])
        }
        if parts:
            return msgspec.structs.replace(run, parts=parts)
    elif history:
        starts = list(manifest.snapshots.values())
        before = {run: time for run, time in manifest.snapshots.items() if time <= moment}
        if before:
            return _kept(folder, max(before, key=lambda run: (before[run], run)))
    elif latest and latest.finished:
        starts = [latest.finished]
        if latest.finished <= moment:
            return latest
    start = f"at {min(starts).isoformat()}" if starts else "when its first pull finishes"
    if not history:
        start += " (only the latest pull is kept: pull with history=True to keep all)"
    raise DatasetError(f"{folder.path} has no data of {moment.isoformat()}; it starts {start}")


def _kept(folder: Folder, run: str) -> Run:
    name = run_file(run)
    with _listed(folder.path / name):
        return folder.read_json(name, Run)


def _parse_time(given: str | datetime) -> datetime:
    try:
        time = datetime.fromisoformat(given if isinstance(given, str) else str(given))
    except ValueError as exc:
        raise DatasetError(
            f"as_of={given!r} is not a time: write 2026-11-22T18:00:00Z, or 'all'"
        ) from exc
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time


def _insert_partitions(
    frame: pd.DataFrame, manifest: Manifest, parts: Sequence[Part], lengths: Sequence[int]
) -> None:
    """Insert the columns that the names of folders hold.

    The frame has the rows of one file for each part; `lengths` has the number of rows of each.
    """
    rule = manifest.partitioning
    known = [{**rule.single, **part.partition} for part in parts]
    values = {name: [each.get(name) for each in known] for name in manifest.spec.fan_out}

    def column(name: str) -> Column:
        kind, categories = rule.columns[name]
        return Column(name, (), kind, False, tuple(categories))

    insert_first(frame, values, column, lengths)


def _metadata(manifest: Manifest, runs: Sequence[Run]) -> dict[str, Any]:
    spec, parts = manifest.spec, [part for run in runs for part in run.parts.values()]
    cost = {n: sum(getattr(p.cost, n) for p in parts) for n in Cost.__struct_fields__}
    dates = [part.last_modified for part in parts if part.last_modified]
    return {
        "api_url": spec.api_url,
        "tenant": spec.tenant,
        "operation": spec.operation,
        "parameters": spec.parameters | runs[-1].fan_out,
        "compatibility_date": spec.compatibility_date,
        "fetched_at": min(part.fetched_at for part in parts).isoformat(),
        "last_modified": min(dates).isoformat() if dates else None,
        **cost,
        "mode": spec.mode,
        "complete": all(run.finished for run in runs),
        "consistent": all(part.consistent for part in parts),
        "errors": [error for part in parts for error in part.errors],
    }


def _convert(frame: pd.DataFrame, engine: str) -> Any:
    if engine == "pandas":
        return frame
    table = parquet.to_arrow(frame)
    return table if engine == "arrow" else import_module(engine).from_arrow(table)


def _lazy(folder: Folder, manifest: Manifest, jobs: list[tuple[datetime | None, Part]]) -> Any:
    """Make a Dask frame with a partition for each part; read only the types now."""
    whole = concat(_part(job, folder, manifest, rows=False) for job in jobs)
    whole.attrs.clear()
    read_part = partial(_lazy_part, folder=folder, manifest=manifest)
    return parquet.lazy_frame(read_part, jobs, whole)


def _lazy_part(
    job: tuple[datetime | None, Part], folder: Folder, manifest: Manifest
) -> pd.DataFrame:
    try:
        return _part(job, folder, manifest)
    except _MissingFileError as exc:
        raise DatasetError(f"A later pull replaced a file: read the dataset again ({exc})") from exc
