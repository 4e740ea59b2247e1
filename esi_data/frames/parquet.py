"""Write frames to Parquet and read them back, without losing or inferring anything.

The Arrow schema follows from the frame's column types, see docs/reference/frames.md.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import date, datetime
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from esi.core.entry_point import entry_point
from esi_data.errors import DatasetError
from esi_data.frames.arrays import TEXT, categorical, objects, text, utc
from esi_data.frames.build import concat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

_METADATA = b"esi"
# Errors of pyarrow, pandas and this module for a damaged file.
_DAMAGE = (pa.ArrowException, ArithmeticError, AttributeError, LookupError, OSError, RecursionError,
           TypeError, ValueError)  # fmt: skip
_PLAIN: dict[str, tuple[pa.DataType, Any]] = {
    "Int64": (pa.int64(), pd.Int64Dtype()),
    "boolean": (pa.bool_(), pd.BooleanDtype()),
    "text": (pa.large_string(), TEXT),
    "datetime64[us, UTC]": (pa.timestamp("us", "UTC"), pd.DatetimeTZDtype("us", "UTC")),
    "datetime64[us]": (pa.timestamp("us"), np.dtype("datetime64[us]")),
    "object": (pa.string(), np.dtype(object)),
}


@entry_point
def to_parquet(frame: pd.DataFrame, path: str | os.PathLike[str]) -> Path:
    """Write a frame to a Parquet file; `read_parquet` returns an equal one.

    Raises:
        TypeError: a column has a type that these files do not store, or `frame` is no DataFrame.
        OSError: the file cannot be written.
    """
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"to_parquet takes a DataFrame; got {type(frame).__name__}")
    table, path = to_arrow(frame), Path(path).expanduser()
    with path.open("wb") as file:
        pq.write_table(table, file, compression="zstd")
    return path


def write_parquet(frame: pd.DataFrame, to: IO[bytes]) -> None:
    """Write a frame into a stream as a Parquet file."""
    pq.write_table(to_arrow(frame), to, compression="zstd")


def to_arrow(frame: pd.DataFrame) -> pa.Table:
    """Return the Arrow table of a frame; `frame_of_arrow` returns an equal frame."""
    columns = {str(name): series for name, series in frame.items()}
    kinds = {name: _kind(name, series.dtype) for name, series in columns.items()}
    categories = {
        name: series.cat.categories.tolist()
        for name, series in columns.items()
        if kinds[name] == "categorical"
    }
    stored = {"columns": kinds, "categories": categories, "attrs": frame.attrs.get("esi", {})}
    arrays = {name: _to_arrow(series, kinds[name]) for name, series in columns.items()}
    return pa.table(arrays, metadata={_METADATA: json.dumps(stored).encode()})


def read_parquet(path: str | os.PathLike[str]) -> pd.DataFrame:
    """Return the frame in a file of `to_parquet`, or all those in a folder, by name, as one."""
    frames = [read_file(file) for file in _files(Path(path))]
    return concat(frames) if len(frames) > 1 else frames[0]


def scan_parquet(path: str | os.PathLike[str]) -> Any:
    """Return the files of `read_parquet` as a lazy Dask DataFrame, a partition for each."""
    files = _files(Path(path))
    whole = concat(read_file(file, rows=False) for file in files)
    return lazy_frame(read_file, files, whole)


def lazy_frame(read: Callable[[Any], pd.DataFrame], parts: Sequence[Any], whole: Any) -> Any:
    """Return the Dask DataFrame of `read(part)` with the types of `whole`, an empty frame."""
    lazily = import_module("dask.dataframe").from_map
    # Dask would convert lists and dicts to text.
    with import_module("dask").config.set({"dataframe.convert-string": False}):
        return lazily(_read_like, parts, read=read, whole=whole, meta=whole)


def _kind(name: str, dtype: Any) -> str:
    if isinstance(dtype, pd.StringDtype):
        return "text"
    if isinstance(dtype, pd.CategoricalDtype):
        return "categorical"
    if str(dtype) in _PLAIN or (isinstance(dtype, np.dtype) and dtype.kind in "iufb"):
        return str(dtype)
    raise TypeError(f"column {name!r} has the type {dtype}, which cannot be stored; convert it")


def _to_arrow(series: pd.Series[Any], kind: str) -> pa.Array:
    if kind == "categorical":
        codes = series.cat.codes.to_numpy().astype(np.int32)
        categories = series.cat.categories
        numbers = categories.dtype.kind in "iuf"
        values = pa.from_numpy_dtype(categories.dtype) if numbers else pa.string()
        whole = pa.array(categories.tolist(), values)
        return pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes < 0), whole)
    if kind == "object":
        return pa.array([None if v is None else _dumps(v) for v in series], pa.string())
    target = _PLAIN[kind][0] if kind in _PLAIN else pa.from_numpy_dtype(series.dtype)
    found = pa.Array.from_pandas(series, type=target)
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def visible_files(folder: Path, suffix: str) -> Iterator[Path]:
    """Yield the files below a folder whose names have a suffix; skip hidden ones."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.endswith(suffix) and not name.startswith("."):
                yield Path(parent, name)


def _files(path: Path) -> list[Path]:
    files = sorted(visible_files(path, ".parquet")) if path.is_dir() else [path]
    if not files:
        raise FileNotFoundError(f"no .parquet files in {path}")
    return files


@contextmanager
def undamaged(file: Path) -> Iterator[None]:
    """Turn the errors of a damaged file into a DatasetError that names it."""
    try:
        yield
    except (DatasetError, FileNotFoundError):
        raise
    except _DAMAGE as exc:
        if isinstance(exc, OSError) and exc.errno:  # a disk error, or no permission
            raise
        raise DatasetError(f"{file} is damaged ({exc}): restore it or write it again") from exc


def read_file(path: Path, *, rows: bool = True) -> pd.DataFrame:
    """Return the frame in a file of `to_parquet`, or only its columns and types."""
    with undamaged(path):
        return frame_of_arrow(_table_of(path, rows=rows))


def frames_of_files(
    paths: Sequence[Path], checked: Callable[[Path], AbstractContextManager[None]]
) -> Iterator[tuple[pd.DataFrame, list[int]]]:
    """Yield frames of files in order, each with the number of rows of each of its files.

    Consecutive files with the same columns and types become one frame: a frame of each of a
    thousand small files would take many times as long. `checked(path)` is the context in which a
    file is read.
    """

    def table_of(path: Path) -> pa.Table:
        with checked(path):
            return _table_of(path)

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        tables = threads.map(table_of, paths)
        for _, alike in groupby(zip(paths, tables, strict=True), lambda each: _types(each[1])):
            (first, *_), parts = zip(*alike, strict=True)
            with checked(first):
                frame = frame_of_arrow(pa.concat_tables(parts))
            yield frame, [part.num_rows for part in parts]


def _table_of(path: Path, *, rows: bool = True) -> pa.Table:
    """Return the table in a file of `to_parquet`, or without `rows` an empty one of its types."""
    with pq.ParquetFile(path) as file:
        table = file.read() if rows else file.schema_arrow.empty_table()
    if _METADATA not in (table.schema.metadata or {}):
        raise DatasetError(f"{path} was not written by to_parquet; use pandas.read_parquet")
    return table


def _types(table: pa.Table) -> tuple[str, bytes]:
    """Return the types and metadata that tables must share to become one frame."""
    return str(table.schema.remove_metadata()), table.schema.metadata[_METADATA]


def _read_like(part: Any, read: Callable[[Any], pd.DataFrame], whole: Any) -> pd.DataFrame:
    """Return a part with the types of the whole, which another part may have widened."""
    return concat([whole, read(part)])


def frame_of_arrow(
    table: pa.Table, memory: np.ndarray[Any, np.dtype[np.uint8]] | None = None
) -> pd.DataFrame:
    """Return the frame that `to_arrow` converted to this table.

    `memory` contains the bytes of the table; the frame takes them over.
    """
    stored = json.loads(table.schema.metadata[_METADATA])
    data = {
        name: _from_arrow(table.column(name), kind, stored["categories"].get(name), memory)
        for name, kind in stored["columns"].items()
    }
    frame = pd.DataFrame(data, index=pd.RangeIndex(table.num_rows), copy=False)
    frame.attrs["esi"] = stored["attrs"]
    return frame


def _from_arrow(
    column: pa.ChunkedArray,
    kind: str,
    categories: list[Any] | None,
    memory: np.ndarray[Any, np.dtype[np.uint8]] | None,
) -> Any:
    if categories is not None:
        return _categorical(column, categories)
    match kind:
        case "object":
            cells = [
                v and json.loads(v, object_hook=_untagged if v.startswith(" ") else None)
                for v in column.to_pylist()
            ]
            return pd.Series(objects(cells), dtype=object)
        case "text":
            return text(column.combine_chunks())
        case "datetime64[us, UTC]":
            return utc(column.to_numpy())
        case "Int64" | "boolean":
            return _PLAIN[kind][1].__from_arrow__(column)
    array = column.to_numpy()
    if array.flags.writeable:
        return array
    start = -1 if memory is None else array.ctypes.data - memory.ctypes.data
    if memory is None or not 0 <= start <= memory.nbytes - array.nbytes:
        return array.copy()  # Arrow's own memory is read-only
    return memory[start : start + array.nbytes].view(array.dtype)


def _categorical(column: pa.ChunkedArray, categories: list[Any]) -> pd.Categorical:
    if not pa.types.is_dictionary(column.type):  # Parquet has dictionaries of text only
        column = column.dictionary_encode()
    whole = column.unify_dictionaries().combine_chunks()
    places = {value: place for place, value in enumerate(categories)}
    position = [places[value] for value in whole.dictionary.to_pylist()]
    codes = np.array([*position, -1])[whole.indices.fill_null(-1).to_numpy()]
    return pd.Categorical.from_codes(codes, dtype=categorical(categories))


def _dumps(value: Any) -> str:
    """Return a cell as JSON; a space in front says that times in it are tagged."""
    try:
        return json.dumps(value, separators=(",", ":"))
    except TypeError:
        return " " + json.dumps(value, default=_tagged, separators=(",", ":"))


def _tagged(value: Any) -> dict[str, str]:
    for kind, tag in ((datetime, "$date-time"), (date, "$date")):
        if isinstance(value, kind):
            return {tag: value.isoformat()}
    raise TypeError(f"{value!r} in a nested cell is not a JSON value")


def _untagged(value: dict[str, Any]) -> Any:
    with suppress(ValueError):  # the API's own value, which only looks like a tag
        match value:
            case {"$date-time": str(moment)} if len(value) == 1:
                return datetime.fromisoformat(moment)
            case {"$date": str(day)} if len(value) == 1:
                return date.fromisoformat(day)
    return value
