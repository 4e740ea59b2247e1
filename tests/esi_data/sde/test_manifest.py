"""Compare our tables with an independent description of the export's files, fields and keys.

`evesde` describes every file of the export as relational tables. Records made up from its manifest
are converted, and our tables must have the same columns, renamed by our rules.
"""

import json
import re

import pytest

from tests.esi_data.sde.conftest import converted
from tests.esi_data.sde.manifest_records import manifest, records

DTYPES = {
    "INTEGER": "int64", "FLOAT": "float64", "BOOLEAN": "bool", "VARCHAR": "str", "TEXT": "str",
}  # fmt: skip


@pytest.fixture(scope="module")
def files():
    """Return the files of the manifest."""
    found = manifest()
    if found is None:
        pytest.skip("evesde is not installed: pip install --no-deps evesde==0.1.0a1")
    return found


@pytest.fixture(scope="module")
def tables(files, tmp_path_factory):
    """Return tables of made-up records of all files."""
    folder = tmp_path_factory.mktemp("manifest")
    for name, described in files.items():
        lines = [json.dumps(record) for record in records(described)]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return converted(folder, folder / "tables")


def our_name(column):
    """Return the name that our rules give a column of the manifest, nested or not."""
    plain = re.sub(r"(^|_)solar_system_id(s?)$", r"\1system_id\2", column)
    return plain.replace("position2_d", "position_2d")


def columns_of(described, name, found):
    """Collect the expected columns of each table of a file, {table: {column: type}}."""
    own = found.setdefault(name, {})
    for column, kind in described.columns.items():
        own[our_name(re.sub(r"^activities_.*_time$", "time", column))] = kind
    for child in described.children:
        path = our_name(child.path.replace(".", "_"))
        if child.name.startswith("blueprints_"):
            path = path.rpartition("_")[2]
        if child.is_plain:
            own[path] = "list"
        else:
            columns_of(child, name if path == "value" else f"{name}_{path}", found)
    return found


def plain(column):
    return column.removeprefix("record.").replace(".", "_")


def test_every_file_becomes_tables_of_its_fields(files, tables):
    """Columns, lists and child tables of 79 files are complete, and renamed only by rule."""
    expected = {}
    for name, described in files.items():
        columns_of(described, name, expected)
    times = {"time": expected["blueprints"].pop("time")}
    expected["blueprints_activities"] = {"activity": "TEXT", **times}
    differences = {}
    for name in {*expected, *tables.names()}:
        keys = {column.name for column in tables.info.tables[name].columns if column.key}
        found = {plain(column) for column in tables.read(name)}
        wanted = set(expected.get(name, ()))
        if lacking := (wanted - found) | (found - wanted - {plain(key) for key in keys}):
            differences[name] = lacking
    assert differences == {}
    assert len(files) == 79


def test_columns_have_the_types_of_their_fields(files, tables):
    """Types of columns equal those in the records: integers, fractions, booleans and texts."""
    differences = {}
    for name, described in files.items():
        found = {plain(name): dtype for name, dtype in tables.read(name).dtypes.items()}
        for column, kind in described.columns.items():
            dtype = str(found.get(our_name(column), DTYPES[kind])).replace("string", "str")
            if dtype != DTYPES[kind]:
                differences[name, column] = dtype
    assert differences == {}


def test_every_table_of_records_has_a_key(files, tables):
    """Keys are named as in the API, or after the table, and are unique.

    If a record is a list, its entries are the rows, with an additional key.
    """
    described = tables.describe().set_index("table")
    for name, file in files.items():
        key, *more = described["keys"][name]
        is_list = any(child.path == "value" for child in file.children)
        assert key.endswith("_id") or key in {"key", "language"}, name
        assert bool(more) == is_list, name
        assert is_list or tables.read(name)[key].is_unique


def test_references_lead_where_the_manifest_says(files, tables):
    """References that both descriptions name lead to the same table."""
    described = tables.describe().set_index("table")["refers_to"]
    tables_of = {table.name: name for name, table in files.items()}
    equal, other = 0, {}
    for name, table in files.items():
        references = {plain(column): to for column, to in described[name].items()}
        for column, to in table.foreign_keys.items():
            ours = references.get(our_name(column), tables_of[to])
            equal += our_name(column) in references and ours == tables_of[to]
            if ours != tables_of[to]:
                other[name, column] = (ours, tables_of[to])
    assert (other, equal >= 110) == ({}, True)
