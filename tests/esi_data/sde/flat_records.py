"""Read records of a FlatBuffers file by its schema.

Supports what the comparison needs: numbers, booleans and strings of tables, and vectors of tables,
strings and 32-bit integers. Structs are left out.
"""

import re

from flatbuffers import number_types as numbers
from flatbuffers.table import Table

TABLE = re.compile(r"^table (\w+) \{(.*?)^\}", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"^\s*(\w+): (\[?\w+\]?)", re.MULTILINE)
SCALARS = {
    "bool": numbers.BoolFlags,
    "int8": numbers.Int8Flags,
    "int32": numbers.Int32Flags,
    "float32": numbers.Float32Flags,
}


def schema_of(text):
    """Return the fields of each table, {table: [(name, type)]}."""
    return {table: FIELD.findall(body) for table, body in TABLE.findall(text)}


class FlatFile:
    """FlatBuffers file; `file.records("types")` returns the records of a vector of its root."""

    def __init__(self, path, schema, root):
        self.schema = schema_of(schema.read_text("utf-8"))
        data = path.read_bytes()
        self.root = Table(data, int.from_bytes(data[:4], "little"))
        self.fields = self.schema[root]

    def number(self, name):
        """Return a number of the root."""
        return self._value(self.root, *self._field(self.fields, name))

    def values(self, name):
        """Return the strings or integers of a vector of the root."""
        kind, offset = self._field(self.fields, name)
        return list(self._items(self.root, kind, offset))

    def records(self, name):
        """Return the records of a vector of the root, as dictionaries without absent fields."""
        kind, offset = self._field(self.fields, name)
        fields = [
            (field, kind, self._slot(number))
            for number, (field, kind) in enumerate(self.schema[kind.strip("[]")])
            if kind == "string" or kind in SCALARS
        ]
        for table in self._items(self.root, kind, offset):
            yield {
                field: value
                for field, kind, slot in fields
                if (value := self._value(table, kind, slot)) is not None
            }

    @staticmethod
    def _slot(number):
        return 4 + 2 * number

    def _field(self, fields, name):
        number = [field for field, _ in fields].index(name)
        return fields[number][1], self._slot(number)

    @staticmethod
    def _value(table, kind, slot):
        offset = table.Offset(slot)
        if not offset:
            return None
        if kind == "string":
            return table.String(table.Pos + offset).decode("utf-8")
        return table.Get(SCALARS[kind], table.Pos + offset)

    def _items(self, table, kind, slot):
        offset = table.Offset(slot)
        start, count = table.Vector(offset), table.VectorLen(offset)
        for place in range(start, start + 4 * count, 4):
            if kind == "[string]":
                yield table.String(place).decode("utf-8")
            elif kind == "[int32]":
                yield table.Get(numbers.Int32Flags, place)
            else:
                yield Table(table.Bytes, table.Indirect(place))
