"""Files are written whole or not at all."""

import os
import stat

import pytest

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
