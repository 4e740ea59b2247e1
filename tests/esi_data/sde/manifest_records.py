"""Make up records from a manifest, which describes the fields of every file independently.

The manifest of `evesde` describes each file as relational tables: one for the records, and one for
each list in them, with names in snake case. Records are rebuilt from the columns.
"""

import json
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

LANGUAGES = ("de", "en", "es", "fr", "ja", "ko", "ru", "zh")
VALUES = {"INTEGER": 7, "FLOAT": 0.5, "BOOLEAN": True, "VARCHAR": "text", "TEXT": "text"}
FEW = 3  # this many fields with the same prefix form an object


@dataclass
class Described:
    """Table of the manifest without its keys, and the tables of its lists."""

    name: str
    file: str | None
    path: str | None
    columns: dict[str, str]
    has_key: bool
    foreign_keys: dict[str, str]
    children: list["Described"] = field(default_factory=list)

    @property
    def is_plain(self):
        """Return True for the table of a list of plain values."""
        return list(self.columns) == ["value"] and not self.has_key


def manifest():
    """Return the files of the manifest by name, or None if `evesde` is not installed."""
    spec = find_spec("evesde")
    if spec is None:
        return None
    path = Path(spec.submodule_search_locations[0]) / "schema" / "manifest.json"
    tables = json.loads(path.read_text("utf-8"))["tables"]
    found = {name: _described(name, table) for name, table in tables.items()
             if table["layer"] != "mart"}  # fmt: skip
    for name, table in found.items():
        if parent := tables[name]["parent_table"]:
            found[parent].children.append(table)
    return {table.file: table for table in found.values() if table.file}


def _described(name, table):
    parent = table["parent_table"]
    keys = {"id", "seq", "source_key", "item_key", f"{parent}_id"}
    columns = {c["name"]: c["type"] for c in table["columns"] if c["name"] not in keys}
    source = table["source_file"]
    return Described(
        name,
        source and source.removesuffix(".jsonl"),
        table["array_path"],
        columns,
        any(column["name"] == "source_key" for column in table["columns"]),
        {key["column"]: key["ref_table"] for key in table["foreign_keys"]},
    )


def records(table, count=2):
    """Return some records of a file."""
    return [{"_key": key, **_fields(table)} for key in range(1, count + 1)]


def _fields(table):
    found = _nested(table.columns)
    for child in table.children:
        _put(found, _path_of(child), _entries(child))
    return found


def _entries(table):
    if table.is_plain:
        return [VALUES[table.columns["value"]]] * 2
    entries = [_fields(table) for _ in range(2)]
    for key, entry in enumerate(entries, 1):
        if "value" in entry:
            entry["_value"] = entry.pop("value")
        if table.has_key:
            entry["_key"] = key
    return entries


def _path_of(table):
    """Return the path to a list: dots separate the words of a field at the top, `_` below."""
    path = table.path
    if table.name.startswith("blueprints_"):
        *words, last = path.split(".")
        return [words[0], "_".join(words[1:]), last]
    if path == "value":
        return ["_value"]
    return [camel(each) for each in path.split(".")] if "_" in path else [
        camel(path.replace(".", "_"))
    ]  # fmt: skip


def camel(name):
    """Return the export's spelling of a name: `market_group_id` -> `marketGroupID`."""
    first, *others = name.split("_")
    words = [{"id": "ID", "ids": "IDs", "d": "D"}.get(word, word.capitalize()) for word in others]
    return "".join([first, *words])


def _put(record, path, value):
    for name in path[:-1]:
        record = record.setdefault(name, {})
    record[path[-1]] = value


def _nested(columns):
    """Return fields from columns; languages, and fields with a common prefix, form objects."""
    found = {}
    for name, kind in columns.items():
        stem, _, language = name.rpartition("_")
        word, _, rest = name.removeprefix("position2_").partition("_")
        alike = [each for each in columns if each.startswith(f"{word}_")]
        if stem and language in LANGUAGES and f"{stem}_en" in columns:
            found.setdefault(camel(stem), {})[language] = name
        elif name.startswith("activities_"):
            _put(found, ["activities", name[11:].removesuffix("_time"), "time"], VALUES[kind])
        elif name.startswith("position2_d_"):
            _put(found, ["position2D", rest], VALUES[kind])
        elif rest and len(alike) >= FEW and word not in columns and not _translated(alike):
            _put(found, [word, camel(rest)], VALUES[kind])
        else:
            found[camel(name)] = VALUES[kind]
    return found


def _translated(names):
    return any(name.endswith("_en") for name in names)
