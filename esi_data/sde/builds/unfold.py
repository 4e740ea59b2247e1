"""Unfold records of a file into flat tables: one for the records, one for each list of objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from esi_data.sde.builds.naming import ENTRY_KEYS, MAPS, REPEATED, entry_key, key_column, snake
from esi_data.sde.builds.schema import KEY, VALUE, is_object_of_objects, is_translated

if TYPE_CHECKING:
    Columns = dict[str, pa.Array]

LANGUAGE = b"language"  # in the metadata of a column of translated texts
IS_KEY = {b"key": b"1"}


def unfold(table: str, records: pa.StructArray) -> dict[str, list[pa.RecordBatch]]:
    """Return the rows of a file's records, by table.

    Each list of objects is a table of its own, with the keys of its parent: `blueprints_materials`.
    Nested objects become columns `a.b`, translations `name_en` and so on; lists of plain values
    stay lists. Columns depend on the records' type alone.
    """
    unfolding = _Unfolding()
    unfolding.entries(table, table, {}, key_column(table), records)
    return unfolding.tables


class _Unfolding:
    def __init__(self) -> None:
        self.tables: dict[str, list[pa.RecordBatch]] = {}

    def entries(
        self, table: str, stem: str, keys: Columns, key: str, entries: pa.StructArray
    ) -> None:
        """Add the rows of records, or of a list's entries.

        The `_key` of an entry is its key; an object or a list in its place is a field like others.
        If its `_value` is a list of objects, each object becomes a row.
        """
        fields = dict(zip((f.name for f in entries.type), entries.flatten(), strict=True))
        if KEY in fields and not pa.types.is_nested(fields[KEY].type):
            keys = {**keys, (key if key not in keys else "key"): fields.pop(KEY)}
        value = fields.get(VALUE)
        if value is not None and _is_list_of_objects(value.type):
            inner = ENTRY_KEYS.get(table, "key")
            self.entries(table, stem, _repeated(keys, value), inner, pc.list_flatten(value))
            return
        columns = _Columns(keys)
        for name, array in fields.items():
            plain = "key" if name == KEY else "value" if name == VALUE else name
            self._field(table, stem, keys, columns, plain, array)
        self._add(table, columns)

    def _field(
        self, table: str, stem: str, keys: Columns, columns: _Columns, field: str, array: pa.Array
    ) -> None:
        """Add a field: as a column or several, or as the rows of a child table."""
        name = ".".join(map(snake, field.split(".")))
        if (table, field) in MAPS and is_object_of_objects(array.type):
            child = f"{table}_{name}"
            for entry, each in zip(array.type, array.flatten(), strict=True):
                present = each.is_valid()
                own = {column: values.filter(present) for column, values in keys.items()}
                label = pa.repeat(pa.scalar(entry.name), pc.sum(present).as_py() or 0)
                own[MAPS[table, field]] = label
                self.entries(child, stem, own, "key", each.filter(present))
        elif is_translated(array.type):
            for language, each in zip(array.type, array.flatten(), strict=True):
                code = language.name.lower()
                columns.add(f"{name}_{code}", each, {LANGUAGE: code.encode()})
        elif pa.types.is_struct(array.type):
            for inner, each in zip(array.type, array.flatten(), strict=True):
                path = inner.name if field == "value" else f"{field}.{inner.name}"
                self._field(table, stem, keys, columns, path, each)
        elif _is_list_of_objects(array.type):
            child = f"{stem}_{name.replace('.', '_')}"
            own, entries = _repeated(keys, array), pc.list_flatten(array)
            self.entries(child, child, own, entry_key(child, field.rpartition(".")[2]), entries)
        elif (table, name) not in REPEATED:
            columns.add(name, array)

    def _add(self, table: str, columns: _Columns) -> None:
        batch = pa.record_batch(list(columns.arrays.values()), schema=columns.schema)
        self.tables.setdefault(table, []).append(batch)


class _Columns:
    """Columns of a table, its keys first; a field of the same name becomes `record.<name>`."""

    def __init__(self, keys: Columns) -> None:
        self.arrays = dict(keys)
        self._metadata = dict.fromkeys(keys, IS_KEY)

    def add(self, name: str, array: pa.Array, metadata: dict[bytes, bytes] | None = None) -> None:
        while name in self.arrays:
            name = f"record.{name}"
        self.arrays[name] = array
        if metadata:
            self._metadata[name] = metadata

    @property
    def schema(self) -> pa.Schema:
        return pa.schema(
            [
                pa.field(name, array.type, metadata=self._metadata.get(name))
                for name, array in self.arrays.items()
            ]
        )


def _is_list_of_objects(kind: pa.DataType) -> bool:
    return bool(pa.types.is_list(kind) and pa.types.is_struct(kind.value_type))


def _repeated(keys: Columns, lists: pa.ListArray) -> Columns:
    """Return the keys of each entry of the lists."""
    parents = pc.list_parent_indices(lists)
    return {name: values.take(parents) for name, values in keys.items()}
