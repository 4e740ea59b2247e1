"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from esi.core import atomic_write as module
from esi.core.atomic_write import atomic_write


def test_the_file_appears_when_it_is_complete(tmp_path):
    """Readers see the previous content until the end."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    with atomic_write(path) as file:
        file.write(b"after")
        file.flush()
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"after"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_an_error_leaves_the_previous_file(tmp_path):
    """The unfinished file is removed, whatever the error."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")

    def fail():
        with atomic_write(path, fsync=True) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_secret_is_readable_by_its_owner_only(tmp_path):
    """Nobody else can read the file, not even before it has its name."""
    with atomic_write(tmp_path / "secret", mode=0o600) as file:
        assert stat.S_IMODE(os.fstat(file.fileno()).st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


@pytest.fixture
def refuse(monkeypatch):
    """Return a function that makes the next renames fail, as a scanner does on Windows."""
    real, left = Path.replace, [0]

    def replace(self, target):
        if left[0]:
            left[0] -= 1
            raise PermissionError(13, "The process cannot access the file")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(module.time, "sleep", lambda _: None)
    return lambda times: left.__setitem__(0, times)


@pytest.mark.parametrize("times", [1, 5])
def test_a_file_that_is_open_for_a_moment_is_replaced(tmp_path, refuse, times):
    """A refused rename is tried again."""
    refuse(times)
    with atomic_write(tmp_path / "a.txt") as file:
        file.write(b"after")
    assert (tmp_path / "a.txt").read_bytes() == b"after"


def test_a_file_that_stays_open_is_an_error(tmp_path, refuse):
    """After a bounded number of attempts the system's error is raised, and nothing is left."""
    refuse(1000)
    with pytest.raises(PermissionError), atomic_write(tmp_path / "a.txt") as file:
        file.write(b"after")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot flush a folder")
def test_a_rename_is_flushed_with_its_folder(tmp_path, monkeypatch):
    """Without the folder's entry, a power failure would bring the previous file back."""
    flushed, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda fd: (flushed.append(os.fstat(fd)), real(fd)))
    with atomic_write(tmp_path / "a.txt", fsync=True) as file:
        file.write(b"after")
        draft = os.fstat(file.fileno()).st_ino
    assert [each.st_ino for each in flushed] == [draft, tmp_path.stat().st_ino]
