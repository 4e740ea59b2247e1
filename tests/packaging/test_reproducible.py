"""Test that a release's files can be built again, byte for byte."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.support import processes

ROOT = Path(__file__).parents[2]
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv*", ".*_cache", ".nox", "__pycache__", "site", "dist", "release", "demo-output"
)


def copied(to, *, modified, mode):
    """Copy the project; its files have one time and one mode."""
    shutil.copytree(ROOT, to, ignore=NOT_COPIED)
    for path in to.rglob("*"):
        if path.is_file():
            path.chmod(mode)
        os.utime(path, (modified, modified))
    return to


def built(project, out, **environment):
    """Build both files as a maintainer would; return their bytes by name."""
    processes.run(
        sys.executable, "-m", "build", "--no-isolation", "--outdir", out, project,
        check=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1800000000", **environment},
    )  # fmt: skip
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.mark.large
def test_two_builds_are_equal_byte_for_byte(tmp_path):
    """Folder, times and modes of files, and the time zone do not change a byte."""
    one = copied(tmp_path / "one", modified=1_700_000_000, mode=0o644)
    other = copied(tmp_path / "another" / "place", modified=1_600_000_000, mode=0o600)
    first = built(one, tmp_path / "first", TZ="UTC", PYTHONHASHSEED="1")
    second = built(other, tmp_path / "second", TZ="Asia/Tokyo", PYTHONHASHSEED="2")
    assert sorted(path.rpartition(".")[2] for path in first) == ["gz", "whl"]
    assert {name for name in first if first[name] != second.get(name)} == set()
    assert set(first) == set(second)
