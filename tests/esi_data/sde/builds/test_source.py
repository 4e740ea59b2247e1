"""Test downloads of builds: resumed, verified, stored, and checked for once a day."""

import io
import json
import logging
import os
import pickle
import shutil
import threading
import zipfile
from dataclasses import replace
from random import Random
from types import SimpleNamespace

import pytest

from esi.core.config import Config
from esi.errors import ApiConnectionError, OfflineError, ParameterError
from esi_data.errors import StaticDataError, StaticDataWarning
from esi_data.sde.builds import download, source
from esi_data.sde.sde import URL, site_url

DAY = 24 * 3600
ONE, TWO = 3_000_001, 3_000_002
LATEST = "/static-data/tranquility/latest.jsonl"


def zip_path(build=ONE):
    return f"/static-data/tranquility/eve-online-static-data-{build}-jsonl.zip"


def small_archive(build):
    """Pack a build of three files, with numbers that cannot be compressed much."""
    numbers = Random(build)
    types = [{"_key": n, "mass": numbers.random()} for n in range(1000)]
    tables = {"_sde": [{"_key": "sde", "buildNumber": build}], "types": types}
    tables |= {"landmarks": [{"_key": 1}]} if build == ONE else {}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, rows in tables.items():
            entry = zipfile.ZipInfo(f"{name}.jsonl")
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, "\n".join(map(json.dumps, rows)))
    return data.getvalue()


@pytest.fixture(autouse=True)
def site(esi_sandbox, monkeypatch):
    """Return the sandbox's site with small archives."""
    monkeypatch.setattr(esi_sandbox.static_data, "archive", small_archive)

    def asked(path=None):
        return [
            (each.path.rpartition("/")[2], each.status)
            for each in esi_sandbox.requests
            if path in {None, each.path}
        ]

    return SimpleNamespace(
        switches=esi_sandbox.static_data,
        faults=esi_sandbox.faults,
        clock=esi_sandbox.clock,
        requests=lambda: esi_sandbox.requests,
        asked=asked,
    )


def folder_of(esi):
    return esi.sde._source.store.folder


def begin(esi, data, etag, size, build=ONE):
    """Leave a partial download behind, as an interrupt does."""
    folder = folder_of(esi)
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{build}.zip.part"
    part.write_bytes(data)
    part.with_suffix(".json").write_text(json.dumps({"validator": etag, "size": size}))
    return part


def etag_of(site, build=ONE):
    request = SimpleNamespace(method="GET", path=zip_path(build), headers={})
    return site.switches.respond(request).headers["ETag"]


# The first use


def test_the_first_use_installs_the_latest_build(esi, site):
    """Installing takes two requests, neither to the API nor with a token."""
    assert esi.sde.build == ONE
    assert site.asked() == [("latest.jsonl", 200), (zip_path().rpartition("/")[2], 200)]
    for request in site.requests():
        assert request.headers["User-Agent"].startswith("test/1.0")
        assert "Authorization" not in request.headers
    assert sorted(file.suffix for file in folder_of(esi).iterdir() if file.is_file()) == [
        "", ".arrow", ".json",
    ]  # fmt: skip


def test_size_and_licence_are_printed_once(esi, site, capsys):
    """Only the first download prints size and licence."""
    esi.sde.update(progress=True)
    first = capsys.readouterr().err
    assert "MB to download" in first
    assert first.count(source.LICENCE) == 1
    assert "Downloading static data 3000001" in first
    site.switches.build = TWO
    esi.sde.update(progress=True)
    later = capsys.readouterr().err
    assert source.LICENCE not in later
    assert "Static data 3000002" in later


def test_a_progress_function_is_called_with_each_step(esi):
    """Progress functions receive megabytes of the download, then files of the conversion."""
    steps = []
    esi.sde.update(progress=steps.append)
    assert {step.unit for step in steps} == {"file"}  # the download is smaller than a megabyte
    assert [step.done for step in steps] == [1, 2, 3]
    assert steps[-1].total == 3


# Once a day


def test_an_installed_build_needs_no_request(esi_for, site):
    """Programs on the same day send no request."""
    assert esi_for().sde.build == ONE
    count = len(site.requests())
    site.clock.advance(DAY - 60)
    assert esi_for().sde.build == ONE
    assert len(site.requests()) == count


def test_after_a_day_the_build_is_revalidated_by_etag(esi_for, site):
    """After a 304 the build is used for another day."""
    assert esi_for().sde.build == ONE
    for _ in range(2):
        site.clock.advance(DAY + 1)
        assert esi_for().sde.build == ONE
        assert esi_for().sde.build == ONE
    assert site.asked(LATEST) == [
        ("latest.jsonl", 200),
        ("latest.jsonl", 304),
        ("latest.jsonl", 304),
    ]
    assert len(site.asked(zip_path())) == 1


def test_setting_the_clock_back_does_not_prevent_the_next_check(esi_for, site):
    """Checks scheduled more than a day ahead are due at once."""
    assert esi_for().sde.build == ONE
    site.clock.advance(-10 * DAY)
    assert esi_for().sde.build == ONE
    assert len(site.asked(LATEST)) == 2


def test_a_new_build_does_not_replace_the_old_one(esi_for, site):
    """Clients keep reading the old build until `update`."""
    reader = esi_for()
    assert "landmarks" in reader.sde.tables()["table"].tolist()
    site.switches.build = TWO
    site.clock.advance(DAY + 1)
    assert esi_for().sde.build == TWO
    assert reader.sde.build == ONE
    assert len(reader.sde["landmarks"]) == 1
    assert reader.sde.builds() == [ONE, TWO]
    assert reader.sde.update() == TWO
    with pytest.raises(ParameterError, match="no table 'landmarks'"):
        reader.sde["landmarks"]


def test_update_checks_the_site_at_once(esi, site):
    """`update` checks the site, however recent the last check is."""
    assert esi.sde.build == ONE
    site.switches.build = TWO
    assert esi.sde.update() == TWO


def test_a_build_can_be_removed(esi, site):
    """Errors for an unknown build list the installed ones."""
    esi.sde.update()
    site.switches.build = TWO
    esi.sde.update()
    esi.sde.remove(ONE)
    assert esi.sde.builds() == [TWO]
    with pytest.raises(StaticDataError, match=r"build 3000001 is not in .* has 3000002"):
        esi.sde.remove(ONE)


def test_a_removed_latest_build_is_installed_again(esi_for):
    """Latest builds are installed again if no build is left."""
    esi_for().sde.update()
    esi_for().sde.remove(ONE)
    assert esi_for().sde.build == ONE


# Downloads that break off


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999, 1.0])
def test_a_download_continues_where_it_stopped(esi, site, share):
    """Range requests resume an unchanged file; complete files are not requested again."""
    data = small_archive(ONE)
    here = int(len(data) * share)
    begin(esi, data[:here], etag_of(site), len(data))
    assert esi.sde.build == ONE
    sent = sum(each.sent for each in site.requests() if each.path == zip_path())
    assert sent == len(data) - here
    statuses = [status for _, status in site.asked(zip_path())]
    assert statuses == ([] if share == 1 else [206] if here else [200])


def test_a_connection_that_breaks_is_continued_at_once(esi, site):
    """Broken connections are resumed by a request for the rest."""
    site.faults.truncate(path="*.zip")
    assert esi.sde.build == ONE
    assert [status for _, status in site.asked(zip_path())] == [200, 206]


def test_a_partial_download_stays_if_the_site_is_unreachable(esi_for, site):
    """Errors mention the partial download, and the next call continues it."""
    site.faults.truncate(path="*.zip")
    site.faults.drop(path="*.zip", times=4)
    with pytest.raises(ApiConnectionError, match="continues where it stopped"):
        esi_for().sde.open()
    assert len(site.asked(zip_path())) == 5
    assert esi_for().sde.build == ONE
    assert site.asked(zip_path())[-1][1] == 206


@pytest.mark.parametrize(
    ("what", "statuses"), [("etag", [200]), ("size", [206, 200]), ("build", [200])]
)
def test_a_changed_file_is_downloaded_from_the_start(esi, site, what, statuses):
    """Parts of two versions are never combined."""
    data = small_archive(ONE)
    etag = '"another"' if what == "etag" else etag_of(site)
    size = len(data) + (5 if what == "size" else 0)
    part = begin(esi, b"x" * 1000, etag, size, build=TWO if what == "build" else ONE)
    assert esi.sde.build == ONE
    assert [status for _, status in site.asked(zip_path())] == statuses
    assert not part.exists()


@pytest.mark.parametrize("headers", [
    {"ETag": '"another"'}, {"Content-Range": "bytes 0-9/10"}, {"Content-Range": ""},
])  # fmt: skip
def test_a_range_of_another_file_is_not_appended(esi, site, monkeypatch, headers):
    """Responses are verified, since some servers ignore the condition."""
    data, respond = small_archive(ONE), site.switches.respond

    def lie(request):
        response = respond(request)
        if response.status == 206:
            response.headers.update(headers)
        return response

    begin(esi, data[:1000], etag_of(site), len(data))
    monkeypatch.setattr(site.switches, "respond", lie)
    assert esi.sde.build == ONE
    assert [status for _, status in site.asked(zip_path())] == [206, 200]


@pytest.mark.parametrize("lacks", ["ranges", "etags"])
def test_a_server_without_ranges_or_etags_sends_the_whole_again(esi, site, lacks):
    """Downloads that cannot be resumed safely start over."""
    setattr(site.switches, lacks, False)
    site.faults.truncate(path="*.zip")
    assert esi.sde.build == ONE
    assert [status for _, status in site.asked(zip_path())] == [200, 200]


def test_a_range_beyond_the_end_restarts_the_download(esi, site):
    """Status 416 means that the file has become shorter, so the download starts over."""
    data = small_archive(ONE)
    begin(esi, data + b"more", etag_of(site), len(data) + 10)
    assert esi.sde.build == ONE
    assert [status for _, status in site.asked(zip_path())] == [416, 200]


# Damaged and unexpected files


@pytest.mark.parametrize("fault", ["garble", "damage", "understate"])
def test_a_damaged_archive_is_removed_and_fetched_again(esi_for, site, fault):
    """Checks of the zip find changed bytes and truncated files."""
    getattr(site.faults, fault)(path="*.zip")
    with pytest.raises(StaticDataError, match="is no zip file, or is damaged"):
        esi_for().sde.open()
    assert esi_for().sde.build == ONE


def test_an_archive_of_another_build_is_refused(esi_for, site):
    """`_sde` must contain the announced number."""
    site.switches.build = TWO
    site.switches.replaced[zip_path(TWO).removeprefix("/static-data/")] = small_archive(ONE)
    with pytest.raises(StaticDataError, match="says that it is build 3000001"):
        esi_for().sde.open()
    site.switches.replaced.clear()
    assert esi_for().sde.build == TWO


@pytest.mark.parametrize("body", [b"{}", b"not json", b'{"_key":"sde","buildNumber":"1"}', b"\xff",
                                  b"x" * 2_000_000])  # fmt: skip
def test_a_site_that_names_no_build_is_an_error(esi, site, body):
    """Messages say what to check."""
    site.switches.replaced["tranquility/latest.jsonl"] = body
    with pytest.raises(StaticDataError, match=r"latest\.jsonl (names no build|sends more)"):
        esi.sde.open()


@pytest.mark.parametrize("status", [404, 500, 503])
def test_an_error_of_the_site_suggests_an_alternative(esi, site, status):
    """Messages suggest to download the export by hand."""
    site.faults.fail(status, path="*latest.jsonl", times=None)
    with pytest.raises(StaticDataError, match=f"status {status}.*ESI_SDE"):
        esi.sde.open()


def test_odd_records_are_named_in_a_warning(esi, static_data, tmp_path):
    """Builds contain all other records."""
    export = shutil.copytree(static_data, tmp_path / "export")
    with (export / "types.jsonl").open("ab") as file:
        file.write(b"oops\n{}\n")
    esi.config = replace(esi.config, sde=str(export))
    count = (static_data / "types.jsonl").read_bytes().count(b"\n")
    with pytest.warns(StaticDataWarning, match=rf"types\.jsonl line {count + 1} is no JSON"):
        assert len(esi.sde.types()) == count


# Away and offline


def test_an_installed_build_is_read_if_the_site_is_down(esi_for, site, caplog):
    """Clients read the newest build with a warning, and retry the site after an hour."""
    esi_for().sde.update()
    site.clock.advance(DAY + 1)
    site.faults.fail(503, path="*latest.jsonl", times=None)
    count = len(site.requests())
    with caplog.at_level(logging.WARNING, "esi_data"):
        assert esi_for().sde.build == ONE
        assert esi_for().sde.build == ONE
    assert "Using static data of build 3000001" in caplog.text
    assert len(site.requests()) == count + 1
    site.clock.advance(3601)
    assert esi_for().sde.build == ONE
    assert len(site.requests()) == count + 2


def test_update_raises_an_error_if_the_site_is_down(esi, site):
    """Explicit updates raise the site's error."""
    esi.sde.update()
    site.faults.drop(path="*latest.jsonl", times=None)
    with pytest.raises(ApiConnectionError, match=r"latest\.jsonl could not be read"):
        esi.sde.update()


def test_offline_reads_the_newest_installed_build(esi_for, site):
    """Offline clients use the newest build of any age."""
    esi_for().sde.update()
    count = len(site.requests())
    site.clock.advance(100 * DAY)
    assert esi_for(offline=True).sde.build == ONE
    assert len(site.requests()) == count


def test_offline_without_a_build_says_how_to_get_one(esi_for, site):
    """Offline clients send no request."""
    with pytest.raises(OfflineError, match=r"Esi\(sde=\.\.\.\)"):
        esi_for(offline=True).sde.open()
    assert site.requests() == []


# Interrupts, full disks, several at once


def test_an_interrupted_download_continues(esi_for, site, monkeypatch):
    """Ctrl-C leaves only the partial download."""
    monkeypatch.setattr(download, "_CHUNK", 2_000)
    with monkeypatch.context() as patch:
        patch.setattr(source._Transfer, "step", _interrupted_at(2))
        with pytest.raises(KeyboardInterrupt):
            esi_for().sde.open()
    assert esi_for().sde.build == ONE
    assert [status for _, status in site.asked(zip_path())] == [200, 206]


def _interrupted_at(count):
    calls = []

    def step(self, size):
        calls.append(size)
        if len(calls) > count:
            raise KeyboardInterrupt

    return step


def test_an_interrupted_conversion_leaves_no_build(esi_for, site):
    """Later runs convert the complete download."""

    def interrupt(step):
        if step.done == 2:
            raise KeyboardInterrupt

    esi = esi_for()
    with pytest.raises(KeyboardInterrupt):
        esi.sde.update(progress=interrupt)
    assert esi.sde.builds() == []
    assert [each.name for each in folder_of(esi).iterdir() if each.is_dir()] == []
    assert esi_for().sde.build == ONE
    assert len(site.asked(zip_path())) == 1


def test_leftovers_of_a_killed_run_are_removed(esi):
    """Drafts of killed runs are removed, and incomplete builds are replaced."""
    folder = folder_of(esi)
    (folder / ".draft-1234").mkdir(parents=True)
    (folder / ".draft-1234" / "types.parquet").write_bytes(b"half")
    (folder / str(ONE)).mkdir()  # without its description
    assert esi.sde.build == ONE
    assert not (folder / ".draft-1234").exists()


def test_a_full_disk_is_an_error_that_names_the_folder(esi_for, monkeypatch):
    """Once space is free, the next run continues."""

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("esi_data.sde.builds.store.convert", full)
        with pytest.raises(StaticDataError, match=r"No space left on device\): make room"):
            esi_for().sde.open()
    assert esi_for().sde.build == ONE


def test_an_installed_build_is_read_if_the_disk_is_full(esi_for, site, monkeypatch):
    """Clients read the older build, and programs that start later do not retry the conversion."""
    esi_for().sde.update()
    site.switches.build = TWO
    site.clock.advance(DAY + 1)
    tried = []

    def full(*_):
        tried.append(1)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("esi_data.sde.builds.store.convert", full)
    assert [esi_for().sde.build for _ in range(2)] == [ONE, ONE]
    assert len(tried) == 1


def test_a_folder_that_cannot_be_made_is_an_error_that_names_it(esi_for, tmp_path, monkeypatch):
    """Files in place of the folder lead to an error with the path."""
    monkeypatch.setenv("ESI_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "sde").write_bytes(b"")
    with pytest.raises(StaticDataError, match=r"cannot be kept in .*ESI_CACHE_DIR"):
        esi_for().sde.open()


def test_several_at_once_download_once(esi_for, site):
    """One process installs the build; the others wait for it."""
    clients = [esi_for() for _ in range(3)]
    builds = []
    threads = [threading.Thread(target=lambda e=e: builds.append(e.sde.build)) for e in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert builds == [ONE] * 3
    assert site.asked() == [("latest.jsonl", 200), (zip_path().rpartition("/")[2], 200)]


# Given exports


def test_a_given_folder_or_zip_is_read_without_the_site(esi_for, site, static_data, tmp_path):
    """`sde=` takes folders, zips and converted builds."""
    archive = tmp_path / "mine.zip"
    archive.write_bytes(small_archive(TWO))
    assert esi_for(sde=static_data).sde.build == ONE
    esi = esi_for(sde=archive)
    assert esi.sde.build == TWO
    assert esi_for(sde=esi.sde.open().folder).sde.build == TWO
    assert site.requests() == []


def test_esi_sde_in_the_environment_is_read(esi_for, static_data, monkeypatch):
    """`sde=` takes precedence over ESI_SDE."""
    monkeypatch.setenv("ESI_SDE", "/nowhere")
    assert esi_for(sde=static_data).sde.build == ONE
    with pytest.raises(StaticDataError, match="sde='/nowhere' does not exist"):
        esi_for().sde.open()


def test_a_given_export_is_converted_again_after_a_change(esi_for, static_data, tmp_path):
    """Unchanged exports are not converted again."""
    export = shutil.copytree(static_data, tmp_path / "export")
    first = esi_for(sde=export).sde.open().folder
    assert esi_for(sde=export).sde.open().folder == first
    (export / "races.jsonl").write_bytes(b'{"_key":1}\n')
    changed = esi_for(sde=export)
    assert changed.sde.open().folder != first
    assert len(changed.sde["races"]) == 1


def test_earlier_builds_of_a_given_export_are_removed(esi_for, tmp_path):
    """Only the latest earlier build stays, for running programs; other exports keep theirs."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "races.jsonl").write_bytes(b'{"_key":7}')
    other = esi_for(sde=tmp_path / "other").sde.open().folder
    export = tmp_path / "export"
    export.mkdir()
    folders = []
    for count in range(1, 5):
        (export / "races.jsonl").write_bytes(b'{"_key":1}\n' * count)
        folders.append(esi_for(sde=export).sde.open().folder)
    assert [folder.exists() for folder in (*folders, other)] == [False, False, True, True, True]


def test_builds_of_given_exports_are_listed_and_removed_by_number(esi_for, tmp_path):
    """Removing a build deletes neither the export nor the site's build."""
    archive = tmp_path / "mine.zip"
    archive.write_bytes(small_archive(TWO))
    esi_for().sde.update()
    esi = esi_for(sde=archive)
    folder = esi.sde.open().folder
    assert esi.sde.builds() == [ONE, TWO]
    esi.sde.remove(TWO)
    assert esi.sde.builds() == [ONE]
    assert not folder.exists()
    assert archive.exists()


def test_a_given_export_that_changes_during_the_conversion_is_converted_again(esi_for, tmp_path):
    """Changes during the conversion cause another conversion."""
    (tmp_path / "races.jsonl").write_bytes(b'{"_key":1}')
    (tmp_path / "types.jsonl").write_bytes(b'{"_key":1}')

    def change(step):
        if step.done == 1:
            (tmp_path / "races.jsonl").write_bytes(b'{"_key":1}\n{"_key":2}')

    esi_for(sde=tmp_path).sde.update(progress=change)
    assert len(esi_for(sde=tmp_path).sde["races"]) == 2


def test_a_given_export_without_a_number_is_numbered_by_its_name(esi_for, tmp_path):
    """Names like those of the site's files contain the number; otherwise it is 0."""
    for name, build in (("eve-online-static-data-123-jsonl.zip", 123), ("other.zip", 0)):
        with zipfile.ZipFile(tmp_path / name, "w") as file:
            file.writestr("types.jsonl", '{"_key":1}')
        assert esi_for(sde=tmp_path / name).sde.build == build


def test_another_process_reads_the_same_export(esi_for, static_data):
    """Pickled clients keep the setting."""
    esi = pickle.loads(pickle.dumps(esi_for(sde=static_data)))
    with esi:
        assert esi.sde.build == ONE


def test_an_export_that_is_no_file_is_an_error(esi_for):
    """Devices and pipes are refused, since reading them might never end."""
    with pytest.raises(StaticDataError, match="is neither a file nor a folder: name the folder"):
        esi_for(sde=os.devnull).sde.open()


# Where the site is


@pytest.mark.parametrize(
    ("config", "url"),
    [
        (Config(), URL),
        (Config(api_url="http://127.0.0.1:8085"), "http://127.0.0.1:8085/static-data"),
        (Config(api_url="https://esi.test"), URL),
        (Config(sde_url="https://mirror.test/sde/"), "https://mirror.test/sde"),
    ],
)
def test_a_local_api_has_static_data_of_its_own(config, url):
    """ESI_SDE_URL takes precedence; every other API uses the game's site."""
    assert site_url(config) == url


def test_builds_of_several_sites_are_apart(esi_for, esi_sandbox, monkeypatch):
    """Builds of equal number from two sites are stored separately."""
    esi_for().sde.update()
    monkeypatch.setenv("ESI_SDE_URL", f"{esi_sandbox.url}/static-data/mirror")
    assert esi_for().sde.builds() == []


@pytest.mark.parametrize("url", ["ftp://x/y", "https://user:secret@x/y", "x"])
def test_the_address_of_a_site_is_checked(esi_for, monkeypatch, url):
    """Addresses with a password are refused, since messages would show it."""
    monkeypatch.setenv("ESI_SDE_URL", url)
    with pytest.raises(ParameterError, match="ESI_SDE_URL") as caught:
        esi_for()
    assert "secret" not in str(caught.value)
