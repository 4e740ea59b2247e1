"""Datasets and recipes from somebody else: damaged, hostile, or with files of other programs."""

import copy
import json
import os
import shutil
from pathlib import Path

import msgspec
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esi.sandbox import Sandbox
from esi_data import Esi, read, to_parquet
from esi_data.datasets import recipes
from esi_data.datasets.folder import Folder
from esi_data.datasets.manifest import Manifest, Partitioning
from esi_data.datasets.partitioning import parts_of
from esi_data.errors import DatasetError, RecipeError, UnfinishedWarning, UnknownKeyError
from tests.esi_data.datasets.test_pull_to import manifest

HISTORY = "get_markets_region_id_history"
ASKED = {"region_id": [10000002], "type_id": 34, "mode": "snapshot"}
UPSERT = {**ASKED, "mode": "upsert", "key": ["date"]}
RECIPE = """
title = "History of a type"
[[pull]]
name = "history"
operation = "get_markets_region_id_history"
every = "1d"
[pull.parameters]
region_id = [10000002]
type_id = 34
"""


@pytest.fixture
def given_dataset(esi, data):
    """Return a dataset, and a function that changes its manifest."""
    esi.pull_to(data, HISTORY, **ASKED)

    def change(edit):
        said = manifest(data)
        edit(said)
        (data / "_manifest.json").write_text(json.dumps(said), encoding="utf-8")

    return change


def everything(folder):
    """Every file below a folder, with its content."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def first_file(said):
    (part,) = said["latest"]["parts"].values()
    return part["files"][0]


@pytest.mark.parametrize(
    "name",
    ["../x.parquet", "a/../../x.parquet", "/x.parquet", "C:x.parquet", "..\\x.parquet", "", ".x",
     "a//x.parquet", "x.parquet\n", "x\0.parquet"],
)  # fmt: skip
def test_a_manifest_names_files_of_its_folder_only(
    esi, esi_sandbox, tmp_path, data, given_dataset, name
):
    """Neither reading nor pulling follows another name; both say which one it is."""
    shutil.copy(next(data.rglob("*.parquet")), tmp_path / "x.parquet")
    given_dataset(lambda said: first_file(said).update(path=name))
    before = everything(tmp_path)
    for use in (lambda: read(data), lambda: esi.pull_to(data, HISTORY, **ASKED)):
        with pytest.raises(DatasetError, match=r"_manifest\.json is damaged .*not a file of this"):
            use()
    assert everything(tmp_path).keys() == before.keys()


@pytest.mark.parametrize(
    "run", ["../20260101T000000Z-0001", "20260101T000000Z-0001/../../x", "", "20260101T000000Z-1"]
)
@pytest.mark.parametrize("place", ["run", "latest", "snapshots"])
def test_a_runs_id_is_no_path(esi, data, given_dataset, run, place):
    """Ids of runs are in the names of files and folders."""

    def edit(said):
        if place == "snapshots":
            said["snapshots"] = {run: said["latest"]["finished"]}
        else:
            said[place] = {**said["latest"], "id": run}

    given_dataset(edit)
    for use in (lambda: read(data, as_of="all"), lambda: esi.pull_to(data, HISTORY, **ASKED)):
        with pytest.raises(DatasetError, match="is not the id of a run"):
            use()


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
@pytest.mark.parametrize("linked", ["file", "folder", "manifest", "lock", "snapshots"])
def test_a_link_out_of_the_folder_is_not_followed(esi, tmp_path, data, linked):
    """Nothing behind a link is read, written, emptied or removed, at any place in the folder."""
    asked = {**ASKED, "history": linked == "snapshots"}
    esi.pull_to(data, HISTORY, **asked)
    (file,) = data.rglob("*.parquet")
    place = {
        "file": file,
        "folder": file.parent,
        "manifest": data / "_manifest.json",
        "lock": data / "_lock",
        "snapshots": data / "_snapshots",
    }[linked]
    place.touch() if linked == "lock" else None
    outside = tmp_path / "outside" / place.name
    outside.parent.mkdir()
    place.rename(outside)
    (outside if outside.is_file() else outside / "x").write_bytes(b"precious")
    place.symlink_to(outside)
    before = everything(tmp_path / "outside")
    uses = [lambda: esi.pull_to(data, HISTORY, **asked)]
    if linked in ("file", "manifest"):
        uses.append(lambda: read(data))
    for use in uses:
        with pytest.raises(DatasetError, match="outside of its dataset"):
            use()
    assert everything(tmp_path / "outside") == before


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
def test_a_lock_that_is_a_link_empties_no_file_of_the_dataset(esi, data, given_dataset):
    """Opening a lock file truncates what it leads to."""
    (data / "_lock").unlink(missing_ok=True)
    (data / "_lock").symlink_to("_manifest.json")
    with pytest.raises(DatasetError, match="_lock is a link: remove it"):
        esi.pull_to(data, HISTORY, **ASKED)
    assert len(read(data))


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes")
def test_a_pipe_is_no_manifest(esi, data):
    """Reading it would wait for ever."""
    data.mkdir()
    os.mkfifo(data / "_manifest.json")
    for use in (lambda: read(data), lambda: esi.pull_to(data, HISTORY, **ASKED)):
        with pytest.raises(DatasetError, match="is not a file"):
            use()


def test_a_file_is_named_once(data, given_dataset):
    """A small manifest cannot make `read` repeat one file without end."""
    given_dataset(lambda said: next(iter(said["latest"]["parts"].values()))["files"].append(
        first_file(said)))  # fmt: skip
    with pytest.raises(DatasetError, match="names a file twice"):
        read(data)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"folders": ["../.."]}, "'../..' divides it"),
        ({"by": "order_type"}, "'order_type' divides it"),
        ({"buckets": 0}, "buckets"),
        ({"buckets": 2**40}, "buckets"),
        ({"columns": {"region_id": ["money", []]}}, "columns"),
    ],
)
def test_a_partitioning_that_cannot_be_is_damage(esi, data, given_dataset, change, place):
    """The error names the manifest and the place in it, for reading and for pulling."""
    given_dataset(lambda said: said["partitioning"].update(change))
    for use in (lambda: read(data), lambda: esi.pull_to(data, HISTORY, **ASKED)):
        with pytest.raises(DatasetError, match=rf"_manifest\.json is damaged .*{place}"):
            use()


@pytest.mark.parametrize("time", ["2026-11-22T18:00:00", "yesterday", "", 5, "2026-13-01T00:00Z"])
def test_a_time_without_a_zone_is_damage(data, given_dataset, time):
    """Every time that we write has its zone; without one, it could be any of 24 hours."""
    given_dataset(lambda said: said["latest"].update(finished=time))
    with pytest.raises(DatasetError, match=r"_manifest\.json is damaged .*finished"):
        read(data, as_of="2100-01-01")


def test_times_of_other_zones_are_compared_as_moments(esi, data, given_dataset):
    """18:00 in Tokyo is before 12:00 UTC."""
    given_dataset(lambda said: said["latest"].update(finished="2026-11-22T18:00:00+09:00"))
    assert len(read(data, as_of="2026-11-22T12:00:00Z"))
    with pytest.raises(DatasetError, match="it starts at 2026-11-22T18:00:00"):
        read(data, as_of="2026-11-22T08:00:00Z")


def test_snapshots_of_a_clock_that_was_set_back_are_found_by_their_time(esi, esi_sandbox, data):
    """The latest one that had finished by then, in whatever order they were made."""
    seen = []
    for step in (0, 1000, -600):
        esi_sandbox.clock.advance(step)
        esi.clear_cache()
        esi_sandbox.turn_over("/markets/10000002/history")
        esi.pull_to(data, HISTORY, history=True, **ASKED)
        seen.append((pd.Timestamp(esi_sandbox.clock(), unit="s"), read(data)))
    assert len({path.name for path in data.glob("snapshot=*")}) == 3
    for moment, frame in seen:
        pd.testing.assert_frame_equal(read(data, as_of=moment.isoformat()), frame)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"spec": ' * 5000, '"\\ud800"', "\ufeff{}", "1e999"]
)
def test_json_that_cannot_be_read_names_the_manifest(data, text):
    """Deep nesting and odd characters are damage like any other."""
    data.mkdir()
    (data / "_manifest.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(DatasetError, match=r"_manifest\.json is damaged .*restore it"):
        read(data)


@pytest.mark.parametrize("harm", ["removed", "cut", "other"])
def test_a_lost_snapshot_names_its_file(esi, data, harm):
    """The record of a kept run may be gone or damaged; the rest stays readable."""
    esi.pull_to(data, HISTORY, history=True, **ASKED)
    (kept,) = (data / "_snapshots").iterdir()
    if harm == "removed":
        kept.unlink()
    else:
        kept.write_text('{"id": 1}' if harm == "other" else kept.read_text()[:100])
    with pytest.raises(DatasetError, match=rf"{kept.name} .*restore it"):
        read(data, as_of="all")
    assert len(read(data))


@pytest.mark.parametrize("engine", ["pandas", "polars", "dask", "arrow"])
@pytest.mark.parametrize("kind", ["dataset", "files"])
def test_hidden_files_are_no_data(esi, data, kind, engine):
    """Hidden files of macOS (`._x`), Jupyter and others are ignored, even without a manifest."""
    if engine in ("polars", "dask"):
        pytest.importorskip(engine)
    frame = esi.pull(HISTORY, region_id=[10000002], type_id=34)
    if kind == "dataset":
        esi.pull_to(data, HISTORY, **ASKED)
    else:
        data.mkdir()
        to_parquet(frame, data / "x.parquet")
    for file in list(data.rglob("*.parquet")):
        hidden = file.parent / ".ipynb_checkpoints"
        hidden.mkdir()
        shutil.copy(file, hidden / file.name)
        file.with_name(f"._{file.name}").write_bytes(b"\0\5\x16\7")
    (data / ".DS_Store").write_bytes(b"junk")
    (data / "folder.parquet").mkdir()
    assert len(read(data, engine=engine)) == len(frame)


@pytest.mark.parametrize("engine", ["pandas", "dask", "arrow"])
@pytest.mark.parametrize("rest", [0, 100, -20])
def test_a_damaged_file_without_a_manifest_is_named(tmp_path, engine, rest):
    """Whatever is left of it, the error is one of `read` and has the way out."""
    if engine == "dask":
        pytest.importorskip("dask.dataframe")
    file = to_parquet(pd.DataFrame({"a": [1, 2]}), tmp_path / "x.parquet")
    file.write_bytes(file.read_bytes()[:rest])
    with pytest.raises(DatasetError, match=r"x\.parquet is damaged .*write it again"):
        read(file, engine=engine)


def test_a_file_of_another_program_is_not_called_damaged(tmp_path):
    """The error says which function reads it."""
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "x.parquet")
    with pytest.raises(DatasetError, match=r"use pandas\.read_parquet$"):
        read(tmp_path)


@pytest.mark.parametrize("stored", [b"[]", b"{}", b"{", b'{"columns": {"b": "Int64"}}', b"\xff"])
def test_metadata_that_is_not_ours_is_damage(tmp_path, stored):
    """A file may bear our key and other content."""
    table = pa.table({"a": [1]}, metadata={b"esi": stored})
    pq.write_table(table, tmp_path / "x.parquet")
    with pytest.raises(DatasetError, match=r"x\.parquet is damaged"):
        read(tmp_path / "x.parquet")


def test_a_hidden_folder_of_datasets_is_read(esi, tmp_path):
    """Only what is hidden below the path counts as hidden."""
    path = tmp_path / ".cache" / ".data.parquet"
    path.parent.mkdir()
    to_parquet(esi.pull(HISTORY, region_id=[10000002], type_id=34), path)
    assert read(path).equals(read(path.parent.parent / ".cache/.data.parquet"))


def test_hidden_files_do_not_occupy_a_folder(esi, data):
    """A new dataset may begin where macOS left `._x.parquet`, and leaves it alone."""
    data.mkdir()
    left = data / "._x.parquet"
    left.write_bytes(b"junk")
    (data / ".ipynb_checkpoints").mkdir()
    to_parquet(pd.DataFrame({"a": [1]}), data / ".ipynb_checkpoints/x.parquet")
    esi.pull_to(data, HISTORY, **ASKED)
    esi.pull_to(data, HISTORY, **ASKED)
    assert left.exists()


def paths_of(value, path=()):
    """Every place in a JSON value."""
    yield path
    items = dict(enumerate(value)) if isinstance(value, list) else value
    for name, each in items.items() if isinstance(items, dict) else ():
        yield from paths_of(each, (*path, name))


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8),
    st.sampled_from(["..", "../x", "/x", "region_id", "date", "append", "upsert", "\ud800", "\0"]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)


def change(said, choose):
    """Put a random value at a random place."""
    place = choose.draw(st.sampled_from([path for path in paths_of(said) if path]))
    for name in place[:-1]:
        said = said[name]
    said[place[-1]] = choose.draw(VALUES)


@pytest.fixture(scope="module")
def template_esi(tmp_path_factory):
    """Return an `Esi` that uses one sandbox for all examples."""
    folder = tmp_path_factory.mktemp("template")
    with (
        Sandbox() as sandbox,
        Esi("t/1", api_url=sandbox.url, cache=folder / "cache", page_wait=0) as esi,
    ):
        yield esi


@pytest.fixture(scope="module")
def template(tmp_path_factory, template_esi):
    """Return a dataset with a finished and an interrupted run."""
    folder = tmp_path_factory.mktemp("dataset")
    template_esi.pull_to(folder / "data", HISTORY, **UPSERT)
    said = manifest(folder / "data")
    said["run"] = {**copy.deepcopy(said["latest"]), "finished": None}
    return folder / "data", said


@given(choose=st.data())
@settings(max_examples=150, deadline=None)
def test_any_change_of_a_manifest_is_read_or_named(template, choose):
    """Whatever stands in it, the result is a frame or an error that names the dataset."""
    data, said = template
    said = copy.deepcopy(said)
    change(said, choose)
    text = json.dumps(said).encode()
    (data / "_manifest.json").write_bytes(text)
    named = str(data)
    try:
        assert isinstance(read(data), pd.DataFrame)
    except (DatasetError, UnfinishedWarning) as exc:
        named = str(exc)
    assert str(data) in named


@given(choose=st.data())
@settings(max_examples=60, deadline=None)
def test_pulling_into_any_changed_dataset_stays_inside(template_esi, template, choose):
    """The result is a dataset or an error that names it; no file appears elsewhere."""
    data, said = template
    said = copy.deepcopy(said)
    for _ in range(choose.draw(st.integers(1, 3))):
        change(said, choose)
    around = data.parent
    other = around / "pulled"
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(data, other)
    (other / "_manifest.json").write_bytes(json.dumps(said).encode())
    before = {path for path in around.rglob("*") if other not in path.parents}
    named = str(other)
    try:
        assert template_esi.pull_to(other, HISTORY, **UPSERT).parts == 1
        assert len(read(other))
    except (DatasetError, UnknownKeyError) as exc:
        named = str(exc)
    assert str(other) in named
    after = {path for path in around.rglob("*") if other not in path.parents}
    assert {path for path in after - before if "cache" not in path.parts} == set()


@given(run=st.text(max_size=30) | st.from_regex(r"[0-9]{8}T[0-9]{6}Z-[0-9]{1,12}\n?"))
@settings(max_examples=200, deadline=None)
def test_a_run_with_an_accepted_id_stays_in_its_folder(template, run):
    """No text that the manifest accepts as an id leads to another folder."""
    _, said = template
    try:
        found = msgspec.convert({**said, "run": {**said["run"], "id": run}}, Manifest)
    except msgspec.ValidationError:
        return
    folder = Path("/nowhere/data")
    assert (folder / f"{found.run.id}-x.parquet").parent == folder
    assert found.run.id.isascii()


@pytest.mark.parametrize(
    "name",
    ["..", ".", "", ".hidden", "a/b", "a\\b", "CON", "nul.txt", "a.", "a ", " a", "_lock", "C:",
     "a\nb", "x" * 300],
)  # fmt: skip
def test_a_pulls_name_is_a_folders_name(tmp_path, name):
    """On every system, and below the folder of the recipe."""
    (tmp_path / "mine.toml").write_text(RECIPE.replace('"history"', json.dumps(name)), "utf-8")
    with pytest.raises(RecipeError, match="valid as a folder name"):
        recipes.load(str(tmp_path / "mine.toml"))


@pytest.mark.parametrize("name", ["orders", "Orders of 2026", "v1.2", "größe", "a-b_c", "console"])
def test_ordinary_names_are_valid(tmp_path, name):
    """Letters of any language, digits, spaces, dots and dashes."""
    (tmp_path / "mine.toml").write_text(RECIPE.replace('"history"', f'"{name}"'), "utf-8")
    assert recipes.load(str(tmp_path / "mine.toml")).pull[0].name == name


def test_names_differ_by_more_than_case(tmp_path):
    """On macOS and Windows, both would be one folder."""
    again = RECIPE.partition("[[pull]]")[2].replace('"history"', '"History"')
    (tmp_path / "mine.toml").write_text(f"{RECIPE}[[pull]]{again}", "utf-8")
    with pytest.raises(RecipeError, match="must be unique"):
        recipes.load(str(tmp_path / "mine.toml"))


@pytest.mark.parametrize(
    "text",
    [f"x = {'[' * 5000}", f"x = {'9' * 5000}", 'title = 1\n[[pull]]\nname = "a"', "\ufeff",
     RECIPE.replace('"1d"', f'"{"9" * 5000}d"'), RECIPE.replace('"1d"', '"0d"'),
     RECIPE.replace('"1d"', '"\u0663d"'), RECIPE.replace('"1d"', '""')],
)  # fmt: skip
def test_a_damaged_recipe_is_named(tmp_path, text):
    """Deep nesting, long numbers and odd intervals end in an error of the recipe."""
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    with pytest.raises(RecipeError, match=r"Recipe .*mine"):
        recipes.load(str(tmp_path / "mine.toml"))


@given(choose=st.data())
@settings(max_examples=200, deadline=None)
def test_any_recipe_is_loaded_or_named(tmp_path_factory, choose):
    """A changed line of a valid recipe is a recipe or a RecipeError."""
    lines = RECIPE.splitlines()
    at = choose.draw(st.integers(0, len(lines) - 1))
    name = choose.draw(st.sampled_from(["name", "from", "where", "once", "every", "key", "pull"]))
    value = choose.draw(SCALARS.filter(lambda value: value is not None))
    lines[at] = choose.draw(st.text(max_size=20) | st.just(f"{name} = {json.dumps(value)}"))
    file = tmp_path_factory.getbasetemp() / "mine.toml"
    file.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    named = "mine"
    try:
        assert recipes.load(str(file)).pull
    except RecipeError as exc:
        named = str(exc)
    assert "mine" in named


def test_a_recipes_state_outside_of_its_folder_is_not_read(esi, tmp_path, data):
    """A link in place of the state is refused as a link in a dataset."""
    data.mkdir()
    (tmp_path / "state").write_text('{"done": []}')
    (data / "_recipe-mine.json").symlink_to(tmp_path / "state")
    (tmp_path / "mine.toml").write_text(RECIPE, "utf-8")
    with pytest.raises(DatasetError, match="outside of its dataset"):
        list(recipes.run(esi, recipes.load(str(tmp_path / "mine.toml")), data))


def test_values_become_valid_names_of_folders():
    """Separators, dots, long and odd texts are escaped or shortened, and stay distinct."""
    values = ["..", "a/b", "a\\b", "x" * 300, "y" * 300, "\ud800", "", "a.", "C:", "é" * 100]
    for rule in (Partitioning(["name"]), Partitioning([], "name", 2)):
        parts = parts_of(rule, {"name": values})
        folders = [part.folder for part in parts]
        assert all(len(each.encode()) < 255 and "/" not in each for each in folders)
        assert not any(each.endswith((".", " ", "=..")) for each in folders)
        assert sorted(v for part in parts for v in part.fan_out["name"]) == sorted(values)
    assert len(set(folders)) == 1
    assert len({part.folder for part in parts_of(Partitioning(["name"]), {"name": values})}) == 10


def test_sweeping_removes_no_file_of_others(esi, data, given_dataset):
    """Names that only resemble ours stay."""
    others = [data / name for name in ("notes.txt", "20260101T000000Z-0001.parquet", "._x.parquet")]
    for file in others:
        file.write_bytes(b"mine")
    with Folder(data).locked():
        Folder(data).sweep(Folder(data).read_manifest())
    assert all(file.exists() for file in others)
