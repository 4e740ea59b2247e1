"""Test which archives are read, and which are refused before anything is unpacked."""

import stat
import zipfile

import pytest

from esi_data.errors import StaticDataError
from esi_data.sde.builds.archive import open_archive

LINE = b'{"_key":1}\n'


@pytest.fixture
def packed(tmp_path):
    """Return a function that makes a zip of entries: names or `ZipInfo`s, with contents."""

    def make(*entries, kind=zipfile.ZIP_DEFLATED):
        path = tmp_path / "export.zip"
        with zipfile.ZipFile(path, "w", kind) as file:
            for name, content in entries:
                file.writestr(name, content)
        return path

    return make


def names(path):
    with open_archive(path) as archive:
        return sorted(archive.tables)


def refusal(path):
    with pytest.raises(StaticDataError) as caught, open_archive(path):
        pass
    return str(caught.value)


def test_a_zip_has_the_tables_of_its_json_lines(packed):
    """Other files, such as a licence, are ignored."""
    path = packed(("types.jsonl", LINE), ("_sde.jsonl", LINE), ("LICENSE.txt", b"text"))
    assert names(path) == ["_sde", "types"]
    with open_archive(path) as archive, archive.open("types") as lines:
        assert lines.read() == LINE


def test_a_zip_may_have_its_tables_in_a_folder(packed):
    """Zips that contain a folder with the tables are accepted, too."""
    assert names(packed(("sde/", b""), ("sde/types.jsonl", LINE))) == ["types"]


@pytest.mark.parametrize(
    "name",
    ["../types.jsonl", "/types.jsonl", "a/../../types.jsonl", "C:/types.jsonl", "..\\types.jsonl"],
)
def test_an_entry_that_leads_out_of_the_archive_is_refused(packed, name):
    """Paths outside the archive never occur in an export."""
    text = refusal(packed(("groups.jsonl", LINE), (name, LINE)))
    assert "leads out of the archive" in text
    assert "official site" in text


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_an_entry_that_is_not_a_file_is_refused(packed, kind):
    """Links and devices never occur in an export."""
    entry = zipfile.ZipInfo("types.jsonl")
    entry.external_attr = (kind | 0o777) << 16
    assert "is a link or a device" in refusal(packed((entry, b"/etc/passwd")))


def test_an_encrypted_entry_is_refused(packed):
    """Encrypted entries are recognised by the flag in the zip's directory."""
    path = packed(("types.jsonl", LINE))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "is encrypted" in refusal(path)


def test_an_entry_compressed_in_another_way_is_refused(packed):
    """LZMA and bzip2 would need limits of their own."""
    assert "compressed in a way" in refusal(packed(("types.jsonl", LINE), kind=zipfile.ZIP_LZMA))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("other", ["types.jsonl", "Types.jsonl", "sde/types.jsonl"])
def test_two_entries_for_one_table_are_refused(packed, other):
    """Entries are ambiguous if their names are equal, or differ only in case."""
    assert "twice" in refusal(packed(("types.jsonl", LINE), (other, LINE)))


def test_an_entry_that_unpacks_to_far_more_than_it_is_is_refused(packed):
    """Two megabytes of zeros compress to two kilobytes, the ratio of a zip bomb."""
    assert "unpacks to 2097152 bytes" in refusal(packed(("types.jsonl", b"0" * 2**21)))


def test_more_bytes_than_any_export_has_are_refused(packed, monkeypatch):
    """Declared sizes are added up before anything is read."""
    monkeypatch.setattr("esi_data.sde.builds.archive._MOST_BYTES", 20)
    text = refusal(packed(("types.jsonl", LINE), ("groups.jsonl", LINE)))
    assert "22 bytes of tables" in text


def test_more_entries_than_any_export_has_are_refused(packed):
    """More than a thousand entries, ten times those of an export, are refused."""
    path = packed(*((f"t{number}.jsonl", b"") for number in range(1001)))
    assert "1001 entries" in refusal(path)


def test_a_name_that_is_not_a_table_is_refused(packed):
    """Names of entries become file names, so they must be names of tables."""
    assert "is no name of a table" in refusal(packed(("a b;c.jsonl", LINE)))


def test_hidden_files_are_ignored(packed, tmp_path):
    """macOS adds a hidden file for each file of a zip or a foreign disk."""
    archive = packed(("sde/types.jsonl", LINE), ("__MACOSX/sde/._types.jsonl", b"\0\5"))
    assert names(archive) == ["types"]
    for name in ("types.jsonl", "._types.jsonl"):
        (tmp_path / name).write_bytes(LINE)
    assert names(tmp_path) == ["types"]


def test_a_damaged_entry_is_an_error_when_it_is_read(packed):
    """Checksums are compared at the end of each table."""
    path = packed(("types.jsonl", LINE * 50), kind=zipfile.ZIP_STORED)
    data = path.read_bytes().replace(LINE, b'{"_key":2}\n', 1)
    path.write_bytes(data)
    with (
        pytest.raises(StaticDataError, match=r"is damaged .*CRC"),
        open_archive(path) as archive,
        archive.open("types") as lines,
    ):
        lines.read()


def test_a_directory_that_points_before_the_file_is_damage(packed):
    """Offsets of entries are untrusted and may be negative."""
    path = packed(("types.jsonl", LINE))
    data = bytearray(path.read_bytes())
    end = data.index(b"PK\x05\x06")
    data[end + 16 : end + 20] = (2**31).to_bytes(4, "little")
    path.write_bytes(data)
    with (
        pytest.raises(StaticDataError, match="is damaged"),
        open_archive(path) as archive,
        archive.open("types"),
    ):
        pass


@pytest.mark.parametrize("share", [0, 1, 30, 60, 99])
def test_a_truncated_zip_is_damaged(packed, share):
    """Zips have their directory at the end, so every cut is noticed."""
    path = packed(("types.jsonl", LINE), ("groups.jsonl", LINE))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * share // 100])
    assert "is no zip file, or is damaged" in refusal(path)


def test_an_error_of_the_reader_is_not_taken_for_damage(packed):
    """Errors of the code that reads a table are raised unchanged."""
    with (
        pytest.raises(StaticDataError, match=r"^mine$"),
        open_archive(packed(("types.jsonl", LINE))),
    ):
        raise StaticDataError("mine")


def test_a_folder_has_the_tables_of_its_json_lines(tmp_path):
    """Hidden files and other kinds of files are ignored."""
    for name in ("types.jsonl", "notes.txt"):
        (tmp_path / name).write_bytes(LINE)
    assert names(tmp_path) == ["types"]


def test_the_only_subfolder_of_a_folder_is_read(tmp_path):
    """Programs that unpack a zip often add a folder."""
    (tmp_path / "sde").mkdir()
    (tmp_path / "sde" / "types.jsonl").write_bytes(LINE)
    assert names(tmp_path) == ["types"]


def test_a_link_in_a_folder_that_leads_out_of_it_is_passed_over(tmp_path):
    """Links out of an unpacked folder are never followed."""
    (tmp_path / "secret").write_bytes(b"secret")
    export = tmp_path / "export"
    export.mkdir()
    (export / "groups.jsonl").write_bytes(LINE)
    (export / "types.jsonl").symlink_to(tmp_path / "secret")
    assert names(export) == ["groups"]


@pytest.mark.parametrize("in_zip", [True, False])
def test_the_export_in_yaml_is_named_as_such(packed, tmp_path, in_zip):
    """Messages for the YAML export name the export to use instead."""
    (tmp_path / "yaml").mkdir()
    (tmp_path / "yaml" / "types.yaml").write_bytes(b"1: {}")
    path = packed(("types.yaml", b"1: {}")) if in_zip else tmp_path / "yaml"
    text = refusal(path)
    assert "is the export in YAML" in text
    assert "-jsonl.zip" in text


def test_a_folder_without_tables_says_what_is_expected(tmp_path):
    """Messages for an empty folder describe an export."""
    assert "contains no .jsonl files" in refusal(tmp_path)
