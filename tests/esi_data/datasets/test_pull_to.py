"""`pull_to`: a dataset that is consistent at any moment, and resumes after an interruption."""

import errno
import json
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from bravado.exception import HTTPNotFound

from esi.errors import ApiConnectionError, ParameterError
from esi_data import read
from esi_data.datasets import partitioning, pull_plan
from esi_data.datasets import pull_to as bulk
from esi_data.datasets.folder import Folder
from esi_data.errors import BudgetWarning, DatasetBusyError, DatasetError, UnfinishedWarning
from esi_data.pulls import fan_out
from tests.esi_data.killing import prove
from tests.support.processes import PATIENCE

ORDERS = "get_markets_region_id_orders"
REGIONS = [10000002, 10000043, 10000032]


@pytest.fixture
def esi(esi, esi_sandbox):
    """Three regions of two pages."""
    for region in REGIONS:
        esi_sandbox.set_pages(f"/markets/{region}/orders", 2, rows=20)
    return esi


def manifest(path):
    return json.loads(msgspec.json.encode(Folder(path).read_manifest()))


def files(path):
    return sorted(file.relative_to(path).as_posix() for file in path.rglob("*.parquet"))


def test_read_returns_the_same_frame_as_pull(esi, data):
    """Rows, order, columns and types of a dataset are those of `pull`."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    pd.testing.assert_frame_equal(read(data), esi.pull(ORDERS, region_id=REGIONS))


def test_each_value_has_its_folder(esi, data):
    """Folders are named as Hive names them; their column is in the name and not in the file."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert [file.split("/")[0] for file in files(data)] == sorted(f"region_id={r}" for r in REGIONS)
    assert "region_id" not in pq.read_schema(data / files(data)[0]).names
    others = pd.read_parquet(data)  # another program, by Hive's rule
    assert others["region_id"].astype("int64").nunique() == 3


def test_the_manifest_records_the_request_and_the_result(esi, data):
    """It has specification, counts, costs, validators, consistency and versions."""
    done = esi.pull_to(data, ORDERS, region_id=REGIONS, order_type="sell")
    said = manifest(data)
    assert said["spec"]["operation"] == ORDERS
    assert said["spec"]["parameters"] == {}
    run = said["latest"]
    assert said["run"] is None
    assert run["fan_out"] == {"region_id": REGIONS, "order_type": ["sell"]}
    assert said["spec"]["compatibility_date"] == "2026-08-18"
    assert set(run["versions"]) == {"python", "esi-toolkit", "pandas", "pyarrow"}
    parts = run["parts"]
    assert sum(part["rows"] for part in parts.values()) == done.rows == len(read(data))
    assert all(part["consistent"] and part["last_modified"] for part in parts.values())
    assert sum(part["cost"]["requests"] for part in parts.values()) == done.requests


def test_a_token_is_never_written(esi, esi_sandbox, data):
    """Tokens open accounts; no file of the dataset contains one."""
    who = next(iter(esi_sandbox.world.characters))
    token = esi_sandbox.token(who)
    esi.pull_to(data, "get_characters_character_id_wallet_journal", character_id=[who], token=token)
    written = [file.read_bytes() for file in data.rglob("*") if file.is_file()]
    assert len(written) >= 2
    assert not any(token.encode() in content for content in written)


def test_fresh_data_is_neither_requested_nor_written(esi, esi_sandbox, data):
    """Responses that are still fresh are not requested again, and files stay."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    before = files(data)
    again = esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert (again.requests, again.transferred, files(data)) == (0, 0, before)


def test_only_what_changed_is_transferred_and_written(esi, esi_sandbox, data):
    """After a turn-over of one page of one region, one body comes in and one file is new."""
    first = esi.pull_to(data, ORDERS, region_id=REGIONS)
    before = files(data)
    esi_sandbox.clock.advance(301)
    for region in REGIONS:
        esi_sandbox.turn_over(f"/markets/{region}/orders", [1] if region == REGIONS[0] else [])
    again = esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert (again.requests, again.tokens) == (6, 7)  # five 304, one 200
    assert 0 < again.transferred < first.transferred / 3
    after = files(data)
    assert len(after) == 3
    assert [file.split("/")[0] for file in set(after) - set(before)] == [f"region_id={REGIONS[0]}"]
    pd.testing.assert_frame_equal(read(data), esi.pull(ORDERS, region_id=REGIONS))


def test_an_interrupted_pull_resumes(esi, esi_sandbox, data):
    """Only failed parts are fetched again; the error says how much is done."""
    esi_sandbox.faults.drop(times=None, path=f"/markets/{REGIONS[1]}/*")
    with pytest.raises(ApiConnectionError) as caught:
        esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert "2 of 3 parts" in "\n".join(caught.value.__notes__)
    with pytest.warns(UnfinishedWarning, match="2 of 3"):
        partial = read(data)
    assert partial.attrs["esi"]["complete"] is False
    esi_sandbox.faults.clear()
    esi_sandbox.clear()
    done = esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert (done.parts, done.resumed, done.requests) == (3, 2, 2)
    assert {r.path for r in esi_sandbox.requests} == {f"/markets/{REGIONS[1]}/orders"}
    pd.testing.assert_frame_equal(read(data), esi.pull(ORDERS, region_id=REGIONS))


def test_during_a_pull_read_returns_the_last_finished_one(esi, esi_sandbox, data):
    """Snapshots never mix yesterday and today."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    whole = read(data)
    esi_sandbox.clock.advance(301)
    esi_sandbox.faults.drop(times=None, path=f"/markets/{REGIONS[1]}/*")
    with pytest.raises(ApiConnectionError):
        esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert len(manifest(data)["run"]["parts"]) == 2
    pd.testing.assert_frame_equal(read(data), whole)


class Died(BaseException):
    """Simulated end of the process."""


def effects(monkeypatch, *, die_at=None):
    """Count the operations on the disk; die before or after one of them."""
    seen = []

    def dying(name, real):
        def act(*args, **kwargs):
            seen.append(name)
            if die_at is not None and die_at <= len(seen) - 0.5:  # a dead process cleans nothing up
                raise Died
            result = real(*args, **kwargs)
            if die_at == len(seen):
                raise Died
            return result

        return act

    monkeypatch.setattr(os, "replace", dying("replace", os.replace))
    monkeypatch.setattr(os, "fsync", dying("fsync", os.fsync))
    monkeypatch.setattr(Path, "unlink", dying("unlink", Path.unlink))
    return seen


@pytest.mark.large
@pytest.mark.parametrize("mode", ["snapshot", "upsert"])
def test_dying_at_any_disk_operation_loses_nothing(esi, esi_sandbox, tmp_path, monkeypatch, mode):
    """Before and after renames, flushes, removals: what is there is whole, and all in the end."""

    def pull(path):
        return esi.pull_to(path, ORDERS, region_id=REGIONS[:2], mode=mode, key=["order_id"])

    def turn_over():
        esi_sandbox.clock.advance(301)
        for region in REGIONS[:2]:
            esi_sandbox.turn_over(f"/markets/{region}/orders")

    with monkeypatch.context() as patch:
        seen = effects(patch)
        pull(tmp_path / "whole")
        first = len(seen)
        turn_over()
        pull(tmp_path / "whole")
        second = len(seen) - first
    assert second > 6
    moments = [step / 2 for step in range(1, 2 * (first + second) + 1, 3)]  # every third half step
    for number, moment in enumerate(moments):
        data = tmp_path / str(number)
        with monkeypatch.context() as patch:
            effects(patch, die_at=moment)
            with pytest.raises(Died):
                [(pull(data), turn_over()) for _ in range(3)]
        if (data / "_manifest.json").exists():
            consistent_with_its_manifest(data)
        pull(data)
        assert len(files(data)) == len(named(manifest(data)))
        assert not list(data.rglob(".*"))
        now = esi.pull(ORDERS, region_id=REGIONS[:2])
        found = read(data)
        assert found["order_id"].is_unique
        assert set(now["order_id"]) <= set(found["order_id"])
        if mode == "snapshot":
            pd.testing.assert_frame_equal(found, now)


def named(said):
    runs = [run for run in (said["latest"], said["run"]) if run]
    return {f["path"]: f for run in runs for p in run["parts"].values() for f in p["files"]}


def consistent_with_its_manifest(data):
    for file in files(data):
        pq.read_table(data / file, partitioning=None)  # whatever is to be seen is whole
    for path, file in named(manifest(data)).items():
        assert pq.read_table(data / path, partitioning=None).num_rows == file["rows"]
        assert (data / path).stat().st_size == file["size"]


@pytest.mark.large
def test_killing_at_random_moments_loses_nothing():
    """Kill a real process with SIGKILL; `python -m tests.esi_data.killing` does so 50 times."""
    seen = prove(kills=4, types=3)
    assert seen["rows"] == seen["rows of an undisturbed pull"] > 0
    assert any(seen["parts done at each kill"])


def test_a_full_disk_loses_nothing(esi, data, monkeypatch):
    """Raises the disk's error with advice; with free space, the same call resumes."""
    real, room = os.fsync, [14]

    def full(descriptor):
        room[0] -= 1
        if room[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left") as caught:
            esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert "to resume" in "\n".join(caught.value.__notes__)
    consistent_with_its_manifest(data)
    assert 0 < len(manifest(data)["run"]["parts"]) < 3
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    pd.testing.assert_frame_equal(read(data), esi.pull(ORDERS, region_id=REGIONS))


def test_an_interrupt_counts_the_part_whose_line_is_written(esi, data, monkeypatch, caplog):
    """Ctrl+C while the disk takes the line: the part is complete, and the message says so."""
    real = os.fsync

    def interrupted(descriptor):
        real(descriptor)
        if any(journal.stat().st_size for journal in data.glob("_parts-*")):
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert "1 of 3 parts" in caplog.text
    assert esi.pull_to(data, ORDERS, region_id=REGIONS).resumed == 1


def test_each_part_is_written_down_once(esi, data, monkeypatch):
    """Each part adds one line to the journal, regardless of the number of parts before it."""
    written = {"manifest": [], "journal": []}
    write_json, add = Folder.write_json, Folder.add_to_journal

    def note_manifest(folder, name, value):
        written["manifest"].append(name)
        write_json(folder, name, value)

    def note_line(folder, name, part, value):
        before = (folder.path / name).stat().st_size
        add(folder, name, part, value)
        written["journal"].append((folder.path / name).stat().st_size - before)

    monkeypatch.setattr(Folder, "write_json", note_manifest)
    monkeypatch.setattr(Folder, "add_to_journal", note_line)
    types = esi.client.Market.get_markets_region_id_types(region_id=REGIONS[0]).results()[:40]
    esi.pull_to(data, ORDERS, region_id=REGIONS[0], type_id=types)
    assert written["manifest"] == ["_manifest.json"] * 2
    assert len(written["journal"]) == len(types) > 20
    assert max(written["journal"]) < 2 * min(written["journal"])


def interrupted(esi, esi_sandbox, data):
    """Leave a dataset of two parts of three, whose run is to be resumed; return its journal."""
    esi_sandbox.faults.drop(times=None, path=f"/markets/{REGIONS[1]}/*")
    with pytest.raises(ApiConnectionError):
        esi.pull_to(data, ORDERS, region_id=REGIONS)
    esi_sandbox.faults.clear()
    (journal,) = data.glob("_parts-*.jsonl")
    return journal


def test_a_finished_pull_leaves_no_journal(esi, esi_sandbox, data):
    """The resumed run writes all parts to the manifest and removes the journal."""
    interrupted(esi, esi_sandbox, data)
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert list(data.glob("_parts-*")) == []
    assert len(manifest(data)["latest"]["parts"]) == 3


def test_half_a_line_of_a_journal_is_no_part(esi, esi_sandbox, data):
    """A killed process leaves an incomplete line: the next run fetches that part again."""
    journal = interrupted(esi, esi_sandbox, data)
    journal.write_bytes(journal.read_bytes()[:-20])
    assert len(manifest(data)["run"]["parts"]) == 1
    assert esi.pull_to(data, ORDERS, region_id=REGIONS).resumed == 1


@pytest.mark.parametrize("line", [b"nonsense\n", b'["a", {}]\n', b"[" * 5000 + b"\n", b"\xff\n"])
def test_a_damaged_journal_is_named(esi, esi_sandbox, data, line):
    """The error names the file to restore; `read` does not guess."""
    journal = interrupted(esi, esi_sandbox, data)
    journal.write_bytes(line)
    with pytest.raises(DatasetError, match=rf"{journal.name} is damaged"):
        read(data)


def test_a_missing_journal_is_named(esi, esi_sandbox, data):
    """Otherwise the parts that only the journal lists would be lost silently."""
    journal = interrupted(esi, esi_sandbox, data)
    journal.unlink()
    with pytest.raises(DatasetError, match=rf"{journal.name} is listed in _manifest.json"):
        read(data)


def test_reading_while_a_run_finishes_reads_its_manifest(esi, esi_sandbox, data, monkeypatch):
    """If the journal of the manifest is gone, the next manifest has its parts."""
    interrupted(esi, esi_sandbox, data)
    journaled, fetched = Folder.journaled, []

    def finish_first(folder, name):
        if not fetched:
            fetched.append(name)
            esi.pull_to(data, ORDERS, region_id=REGIONS)
        return journaled(folder, name)

    monkeypatch.setattr(Folder, "journaled", finish_first)
    assert read(data)["region_id"].nunique() == 3


def test_a_journal_elsewhere_is_refused(esi, esi_sandbox, data):
    """A dataset may come from somebody else: its manifest names no file outside of it."""
    journal = interrupted(esi, esi_sandbox, data)
    text = (data / "_manifest.json").read_text()
    (data / "_manifest.json").write_text(text.replace(journal.name, "../_parts-0123456789ab.jsonl"))
    with pytest.raises(DatasetError, match="is not the name of a journal"):
        read(data)


def test_a_second_writer_is_refused(esi, data):
    """Raised at once, while the first writer continues undisturbed."""
    inside, go_on = threading.Event(), threading.Event()

    def hold():
        with Folder(data).locked():
            inside.set()
            go_on.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    inside.wait()
    try:
        with pytest.raises(DatasetBusyError, match="Another pull is writing"):
            esi.pull_to(data, ORDERS, region_id=REGIONS)
    finally:
        go_on.set()
        holder.join()
    esi.pull_to(data, ORDERS, region_id=REGIONS)


def test_another_specification_needs_another_folder(esi, data):
    """Differences are named in the error."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    with pytest.raises(
        DatasetError, match=r"fan_out was \['region_id'\] and is \['region_id', 'type_id'\]"
    ):
        esi.pull_to(data, ORDERS, region_id=REGIONS, type_id=34)


def test_one_value_has_a_folder_and_a_column(esi, data):
    """Datasets of one region have the same layout as those of many."""
    esi.pull_to(data, ORDERS, region_id=REGIONS[0])
    assert {file.split("/")[0] for file in files(data)} == {f"region_id={REGIONS[0]}"}
    pd.testing.assert_frame_equal(read(data), esi.pull(ORDERS, region_id=REGIONS[0]))


def test_other_values_keep_the_dataset(esi, data):
    """Another region adds a part; a region less leaves the snapshot."""
    esi.pull_to(data, ORDERS, region_id=REGIONS[:2])
    more = esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert (more.parts, more.requests) == (3, 2)
    esi.pull_to(data, ORDERS, region_id=REGIONS[2:])
    assert read(data)["region_id"].unique().tolist() == REGIONS[2:]
    assert len(files(data)) == 1


@pytest.mark.parametrize(
    ("name", "other"), [("api_url", "https://esi.evetech.net"), ("tenant", "singularity")]
)
def test_another_api_needs_another_folder(esi, esi_sandbox, data, name, other):
    """Rows of two servers never mix; the error names both."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    said = manifest(data)
    mine = {"api_url": esi_sandbox.url, "tenant": "tranquility"}
    assert {each: said["spec"][each] for each in mine} == mine
    assert {each: read(data).attrs["esi"][each] for each in mine} == mine
    said["spec"][name] = other
    (data / "_manifest.json").write_text(json.dumps(said))
    before = files(data)
    with pytest.raises(DatasetError, match=f"{name} was '{other}' and is '{mine[name]}'"):
        esi.pull_to(data, ORDERS, region_id=REGIONS)
    assert files(data) == before


def test_the_order_of_parameters_does_not_matter(esi, data):
    """Neither that of the parameters nor the type of a number makes another dataset."""
    esi.pull_to(data, ORDERS, region_id=REGIONS[:2], order_type=["sell", "buy"], type_id=34)
    before = read(data)
    again = esi.pull_to(data, ORDERS, type_id="34", order_type=["sell", "buy"],
                        region_id=REGIONS[:2])  # fmt: skip
    assert again.requests == 0
    pd.testing.assert_frame_equal(read(data), before)


@pytest.mark.parametrize("mode", ["snapshot", "append", "upsert"])
def test_a_list_may_follow_one_value(esi, data, mode):
    """The dataset grows as if it had had a list from the start, without a row twice."""
    options = {"mode": mode, "key": ["order_id"]}
    esi.pull_to(data, ORDERS, region_id=REGIONS[0], **options)
    assert set(read(data)["region_id"]) == {REGIONS[0]}
    more = esi.pull_to(data, ORDERS, region_id=REGIONS[:2], **options)
    assert more.requests == 2  # of the second region
    found = read(data)
    pd.testing.assert_frame_equal(found, esi.pull(ORDERS, region_id=REGIONS[:2]))
    assert found.attrs["esi"]["parameters"] == {"region_id": REGIONS[:2]}
    assert {file.split("/")[0] for file in files(data)} == {f"region_id={r}" for r in REGIONS[:2]}
    assert esi.pull_to(data, ORDERS, region_id=REGIONS[:2], **options).requests == 0


def test_a_dataset_in_which_one_value_was_no_column_gets_it(esi, esi_sandbox, data, monkeypatch):
    """Rows that the API no longer has stay, and have the column as well."""
    options = {"region_id": REGIONS[0], "mode": "upsert", "key": ["order_id"]}
    with monkeypatch.context() as earlier:
        for module in (pull_plan, fan_out):
            earlier.setattr(module, "is_column", lambda *_: False)
        esi.pull_to(data, ORDERS, **options)
    before = read(data)
    assert "region_id" not in before.columns
    esi_sandbox.set_pages(f"/markets/{REGIONS[0]}/orders", 1, rows=0)
    esi.clear_cache()
    esi.pull_to(data, ORDERS, **options)
    found = read(data)
    assert set(found["region_id"]) == {REGIONS[0]}
    pd.testing.assert_frame_equal(found.drop(columns="region_id"), before)


def test_one_value_may_follow_a_list(esi, data):
    """It is a list of one value: the snapshot keeps its column and loses the others."""
    esi.pull_to(data, ORDERS, region_id=REGIONS[:2])
    esi.pull_to(data, ORDERS, region_id=str(REGIONS[1]))
    pd.testing.assert_frame_equal(read(data), esi.pull(ORDERS, region_id=REGIONS[1:2]))


def test_a_second_parameter_may_get_a_list(esi, data):
    """Beside one that has a list already, in folders and in buckets."""
    asked = {"region_id": REGIONS[:2], "mode": "upsert", "key": ["order_id"], "folders": []}
    esi.pull_to(data, ORDERS, order_type="sell", **asked)
    before = len(read(data))
    esi.pull_to(data, ORDERS, order_type=["sell", "buy"], **asked)
    found = read(data)
    assert found["order_id"].is_unique
    assert len(found) > before == (found["order_type"] == "sell").sum()


def test_snapshots_from_before_a_list_keep_their_value(esi, esi_sandbox, data):
    """Kept runs were of the one value, and say so in its column."""
    esi.pull_to(data, ORDERS, region_id=REGIONS[0], history=True)
    moment = datetime.fromtimestamp(esi_sandbox.clock() + 1, UTC)
    esi_sandbox.clock.advance(100)
    esi.pull_to(data, ORDERS, region_id=REGIONS[:2], history=True)
    assert read(data, as_of=moment)["region_id"].unique().tolist() == REGIONS[:1]
    assert read(data, as_of="all")["region_id"].nunique() == 2
    assert read(data, as_of="all")["region_id"].dtype == "int64"


def test_an_interrupted_pull_may_get_a_list(esi, esi_sandbox, data):
    """Rows that it added stay, and its other parts are fetched."""
    options = {"order_type": ["sell", "buy"], "mode": "append", "key": ["order_id"]}
    esi_sandbox.faults.drop(times=None, path="/markets/*/orders", after=1)
    with pytest.raises(ApiConnectionError):
        esi.pull_to(data, ORDERS, region_id=REGIONS[0], **options)
    esi_sandbox.faults.clear()
    esi.pull_to(data, ORDERS, region_id=REGIONS[:2], **options)
    found, want = read(data), esi.pull(ORDERS, region_id=REGIONS[:2], order_type=["sell", "buy"])
    assert found["order_id"].is_unique
    assert set(found["order_id"]) == set(want["order_id"])


@pytest.mark.parametrize(
    "corrected",
    [
        {"region_id": REGIONS[0]},
        {"region_id": REGIONS},
        {"region_id": REGIONS[0], "order_type": "sell"},
        {"region_id": REGIONS[0], "mode": "upsert", "key": ["order_id"]},
    ],
)
def test_a_failed_first_call_can_be_corrected(esi, esi_sandbox, data, corrected):
    """A folder without a finished part is as good as none."""
    esi_sandbox.faults.fail(404, times=None, path="/markets/99999999/*")
    with pytest.raises(HTTPNotFound) as caught:
        esi.pull_to(data, ORDERS, region_id=99999999)
    assert "region_id=99999999" in str(caught.value)
    esi.pull_to(data, ORDERS, **corrected)
    assert len(read(data))


def test_a_failed_list_may_be_corrected_to_one_value(esi, esi_sandbox, data):
    """The dataset is that of the corrected call: one value makes no column."""
    esi_sandbox.faults.fail(404, times=None, path="/markets/99999999/*")
    with pytest.raises(HTTPNotFound):
        esi.pull_to(data, ORDERS, region_id=[99999999])
    esi.pull_to(data, ORDERS, region_id=REGIONS[0])
    pd.testing.assert_frame_equal(read(data), esi.pull(ORDERS, region_id=REGIONS[0]))


@pytest.mark.parametrize(
    ("operation", "params", "named"),
    [
        (ORDERS, {"region_id": [10000002, 99999999]}, "region_id=99999999"),
        (ORDERS, {"region_id": 99999999, "order_type": ["sell", "buy"]}, "region_id=99999999"),
        ("get_contracts_public_items_contract_id", {"contract_id": [99999999]}, "contract_id="),
    ],
)
def test_an_error_names_the_call_that_failed(esi, esi_sandbox, data, operation, params, named):
    """Of many calls, the value that was wrong is what the user must change."""
    esi_sandbox.faults.fail(404, times=None, path="/*/99999999/*")
    esi_sandbox.faults.fail(404, times=None, path="/contracts/public/items/99999999")
    with pytest.raises(HTTPNotFound) as caught:
        esi.pull_to(data, operation, **params)
    assert named in str(caught.value)


def test_a_folder_with_other_parquet_files_is_refused(esi, data):
    """Parquet files without a manifest belong to somebody else."""
    data.mkdir()
    pd.DataFrame({"a": [1]}).to_parquet(data / "mine.parquet")
    with pytest.raises(DatasetError, match=r"contains mine\.parquet"):
        esi.pull_to(data, ORDERS, region_id=REGIONS)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99}', '{"format": 1}'])
def test_a_damaged_manifest_is_named(esi, data, text):
    """Neither reading nor pulling goes on from what it does not understand."""
    data.mkdir()
    (data / "_manifest.json").write_text(text)
    for use in (lambda: read(data), lambda: esi.pull_to(data, ORDERS, region_id=REGIONS)):
        with pytest.raises(DatasetError, match=r"_manifest\.json"):
            use()


def test_wrong_parameters_are_found_before_anything_is_written(esi, data):
    """No folder, no request."""
    with pytest.raises(ParameterError):
        esi.pull_to(data, ORDERS, region=REGIONS)
    with pytest.raises(ParameterError, match="empty list"):
        esi.pull_to(data, ORDERS, region_id=[])
    assert not data.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"region_id": [*REGIONS, "Nowhere"]},
        {"region_id": [*REGIONS, None]},
        {"order_type": ["sell", "bought"]},
        {"on_error": "ignore"},
        {"layout": "tall"},
    ],
)
def test_each_value_is_checked_before_anything_is_written(esi, esi_sandbox, data, wrong):
    """Not the first of a list alone."""
    with pytest.raises(ValueError, match=r"does not fit|is not known|is unknown"):
        esi.pull_to(data, ORDERS, **{"region_id": REGIONS, **wrong})
    assert not data.exists()
    assert not [request for request in esi_sandbox.requests if "/markets/" in request.path]


def test_equal_numbers_of_other_types_are_one_value(esi, data):
    """Frames contain 34.0 and files "34": both are the part of 34."""
    esi.pull_to(data, ORDERS, region_id=REGIONS)
    before = files(data)
    for values in ([float(r) for r in REGIONS], [str(r) for r in REGIONS], np.array(REGIONS)):
        again = esi.pull_to(data, ORDERS, region_id=values)
        assert (again.parts, files(data)) == (3, before)
    assert esi.pull_to(data, ORDERS, region_id=[*REGIONS, *map(str, REGIONS)]).parts == 3


def test_one_name_needs_no_list(esi, tmp_path):
    """`key`, `folders` and `languages` take one name as they take several."""
    path = tmp_path / "orders"
    asked = {"region_id": REGIONS, "order_type": ["sell", "buy"]}
    esi.pull_to(path, ORDERS, **asked, mode="upsert", key="order_id", folders="region_id")
    assert manifest(path)["spec"]["key"] == ["order_id"]
    assert manifest(path)["partitioning"]["folders"] == ["region_id"]
    types = tmp_path / "types"
    esi.pull_to(types, "get_universe_types_type_id", type_id=[34], languages="de")
    assert "name_de" in read(types)


def test_many_calls_share_a_file(esi, tmp_path, monkeypatch):
    """If folders would be too many, calls share files; a value stays in its file."""
    monkeypatch.setattr(partitioning, "MAX_FOLDERS", 5)
    monkeypatch.setattr(partitioning, "CALLS_PER_FILE", 4)
    types = esi.client.Universe.get_universe_types().results()[:12]
    path = tmp_path / "types"
    first = esi.pull_to(path, "get_universe_types_type_id", type_id=types[:11])
    assert first.parts == len(files(path)) <= 3
    assert sorted(read(path)["type_id"]) == sorted(types[:11])
    before = set(files(path))
    esi.pull_to(path, "get_universe_types_type_id", type_id=types)
    assert len(before - set(files(path))) <= 1  # the file that the new value came into
    assert sorted(read(path)["type_id"]) == sorted(types)


def test_millions_of_calls_are_no_more_than_two_thousand_files(esi):
    """Of 19,000 types in each of 113 regions a file has more calls, not a region more files."""
    fan_out = {"region_id": list(range(113)), "type_id": list(range(19_000))}
    operation = esi.operation("get_markets_region_id_history")
    divided = partitioning.partitioning_of(operation, fan_out, [])
    parts = partitioning.parts_of(divided, fan_out)
    assert 1800 < len(parts) <= 2000
    assert sum(part.calls for part in parts) == 113 * 19_000
    few = {"region_id": [1], "type_id": list(range(19_000))}
    assert partitioning.partitioning_of(operation, few, []).buckets == 95


def test_parts_of_one_call_are_fetched_concurrently(esi, data, monkeypatch):
    """Six parts start before one finishes."""
    together = threading.Barrier(6, timeout=PATIENCE)
    fetch = bulk.fetch_part

    def waiting(*args, **options):
        together.wait()
        return fetch(*args, **options)

    monkeypatch.setattr(bulk, "fetch_part", waiting)
    regions = esi.client.Universe.get_universe_regions().results()[:6]
    assert esi.pull_to(data, ORDERS, region_id=regions).parts == 6


def test_the_next_run_repeats_failed_calls(esi, esi_sandbox, data):
    """`on_error="collect"` notes it in the manifest, and does not hold it for done."""
    esi_sandbox.faults.fail(404, times=None, path=f"/markets/{REGIONS[1]}/*")
    done = esi.pull_to(data, ORDERS, region_id=REGIONS, on_error="collect")
    assert [error["parameters"] for error in done.errors] == [{"region_id": REGIONS[1]}]
    assert read(data)["region_id"].nunique() == 2
    esi_sandbox.faults.clear()
    esi_sandbox.clock.advance(61)  # refusals are remembered for a minute
    again = esi.pull_to(data, ORDERS, region_id=REGIONS, on_error="collect")
    assert again.errors == []
    assert read(data)["region_id"].nunique() == 3


def test_languages_and_lists_are_kept(esi, tmp_path):
    """Localised frames are read as they were written."""
    path = tmp_path / "types"
    esi.pull_to(path, "get_universe_types_type_id", type_id=[34, 35], languages=["en", "ko"])
    want = esi.pull("get_universe_types_type_id", type_id=[34, 35], languages=["en", "ko"])
    pd.testing.assert_frame_equal(read(path), want)


def test_what_costs_more_than_is_left_is_said_once(esi, esi_sandbox, data):
    """Before the first part, for all of them; the pull waits, and is whole."""
    esi_sandbox.drain("market-order", tokens=11_990)
    esi.client.Market.get_markets_region_id_orders(region_id=10000016, page=1).result()
    with pytest.warns(BudgetWarning, match="at least 12 requests cost 24 tokens, and 8 of") as told:
        done = esi.pull_to(data, ORDERS, region_id=REGIONS, type_id=[34, 35, 36, 37])
    assert len(told) == 1
    assert (done.parts, done.requests) == (12, 12)
    assert len(read(data)) == done.rows
