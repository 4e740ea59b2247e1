"""Join the frames of one response in several languages to one, wide or long.

docs/reference/frames.md says which text depends on the language, and how rows are matched.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

from esi_data.frames.arrays import categorical, objects
from esi_data.frames.build import concat
from esi_data.frames.schema import VALUE, Column, Plan, Schema, is_id, plan_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

# Free text by its schema, yet the same in every language: classes such as "B2".
SAME_IN_ALL_LANGUAGES = frozenset({"security_class"})


def localise(
    frames: Mapping[str, pd.DataFrame],
    schema: Schema | None,
    operation: str,
    layout: Literal["wide", "long"] = "wide",
    *,
    explode: str | None = None,
    beside: Sequence[str] = (),
) -> pd.DataFrame:
    """Join the frames of several languages to one.

    `wide` makes `name_en`, `name_de`, ... of every localised column and keeps the others once;
    `long` has the rows of all languages one after the other and a first column `language`. The
    operation's id or path determines the columns that identify a row; `beside` adds those of a
    fan-out.
    """
    plan = plan_of(schema, explode)
    key = list(dict.fromkeys([*beside, *key_of(plan, operation)]))
    rows = {language: _rows_by_key(each, key) for language, each in frames.items()}
    every = list(dict.fromkeys(chain.from_iterable(rows.values())))
    complete = all(len(each) == len(rows[lang]) == len(every) for lang, each in frames.items())
    texts = localised_columns(plan)
    search = plan.shape == "groups" and not texts and not plan.unfolds
    result, same = _wide(frames, rows, every, texts)
    if layout == "long":
        result = _long(frames)
    elif search:
        for language, found in rows.items():
            result[f"found_{language}"] = np.fromiter((k in found for k in every), np.bool_)
    attrs = result.attrs.setdefault("esi", {})
    attrs["languages"] = list(frames)
    attrs["consistent"] = bool(attrs.get("consistent", True) and same and (complete or search))
    return result


def localised_columns(plan: Plan) -> list[str]:
    """Return the columns whose text depends on the language."""
    return [column.name for column in plan.columns if set(column.texts) - SAME_IN_ALL_LANGUAGES]


def key_of(plan: Plan, operation: str) -> list[str]:
    """Return the columns that identify a row of a response, in any language."""
    localised = set(localised_columns(plan))
    fixed = [c for c in plan.columns if c.name not in localised and not c.nested]
    if plan.unfolds:
        return [column.name for column in fixed]
    names = [c.name for c in plan.lead] + _own_key([c for c in fixed if c in plan.own], operation)
    if not names:
        raise ValueError(
            f"no column of {operation} identifies a row, so languages cannot be joined"
        )
    return names


def _own_key(columns: Sequence[Column], operation: str) -> list[str]:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|\W+", "_", operation).lower().strip("_")
    last = words.rpartition("_")[2]
    ids = [column for column in columns if is_id(column.name)]
    ending = sorted((c.name for c in ids if words.endswith(f"_{c.name}")), key=len)
    plurals = (("ies", "y"), ("es", ""), ("s", ""))
    singulars = [last.removesuffix(end) + one for end, one in plurals if last.endswith(end)]
    required = [c.name for c in ids if not c.optional]
    wanted = ["id", *ending[-1:], *(f"{one}_id" for one in singulars), *required[:1], VALUE]
    names = {column.name for column in columns}
    return next(([name] for name in wanted if name in names), [])


def _rows_by_key(frame: pd.DataFrame, key: Sequence[str]) -> dict[tuple[Hashable, ...], int]:
    """Return the position of each row by its key; the first of duplicate keys counts."""
    rows: dict[tuple[Hashable, ...], int] = {}
    plain = frame[list(key)].astype(object).where(frame[list(key)].notna(), None)
    for row, each in enumerate(plain.itertuples(index=False, name=None)):
        # A list for an id is off schema, and cannot be hashed.
        rows.setdefault(tuple(repr(v) if isinstance(v, list | dict) else v for v in each), row)
    return rows


def _long(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    language = categorical(list(frames))
    parts = []
    for name, each in frames.items():
        part = each.copy(deep=False)
        part.insert(0, "language", pd.Series(pd.Categorical([name] * len(each), dtype=language)))
        part.attrs = each.attrs
        parts.append(part)
    return concat(parts)


def _wide(
    frames: Mapping[str, pd.DataFrame],
    rows: Mapping[str, Mapping[tuple[Hashable, ...], int]],
    every: Sequence[tuple[Hashable, ...]],
    texts: Sequence[str],
) -> tuple[pd.DataFrame, bool]:
    together = concat(frames.values())
    starts = dict(zip(frames, np.cumsum([0, *map(len, frames.values())]).tolist(), strict=False))
    takes = {
        language: np.fromiter(
            (starts[language] + found[k] if k in found else -1 for k in every), np.int64
        )
        for language, found in rows.items()
    }
    first = np.full(len(every), -1, np.int64)
    for take in reversed(takes.values()):
        first = np.where(take >= 0, take, first)
    data: dict[str, Any] = {}
    same = True
    for name in together.columns:
        values = together[name].array
        if name in texts:
            for language, take in takes.items():
                data[f"{name}_{language}"] = _taken(values, take)
            continue
        data[name] = pd.Series(values).take(first).reset_index(drop=True)
        same = same and all(_equal(values, first, take) for take in takes.values())
    result = pd.DataFrame(data, index=pd.RangeIndex(len(every)))
    result.attrs = together.attrs
    return result, same


def _taken(values: Any, take: np.ndarray[Any, Any]) -> pd.Series[Any]:
    if values.dtype == np.dtype(object):
        return pd.Series(objects(None if at < 0 else values[at] for at in take), dtype=object)
    return pd.Series(values.take(take, allow_fill=True))


def _equal(values: Any, first: np.ndarray[Any, Any], take: np.ndarray[Any, Any]) -> bool:
    """Return True if a language has the same values as the first one with the row."""
    there = take >= 0
    one, other = (pd.Series(values).take(at[there]) for at in (first, take))
    if values.dtype == np.dtype(object):
        return one.tolist() == other.tolist()
    return one.reset_index(drop=True).equals(other.reset_index(drop=True))
