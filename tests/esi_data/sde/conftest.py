"""Provide the sandbox's export as a folder of JSON Lines, and converted."""

import pytest

from esi.sandbox.world import static_data as made
from esi.sandbox.world.world import World
from esi_data.sde.builds.archive import open_archive
from esi_data.sde.builds.build_info import SeenTypes
from esi_data.sde.builds.convert import convert
from esi_data.sde.tables import Tables


def write_export(folder, build=made.BUILDS[0]):
    """Write the JSON Lines of a build into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.files(World(), build).items():
        (folder / name).write_bytes(content)
    return folder


def converted(export, folder, seen=None, build=1):
    """Convert an export into a folder, and return its tables."""
    folder.mkdir(parents=True)
    with open_archive(export) as archive:
        convert(archive, folder, build, seen or SeenTypes(), lambda: None)
    return Tables(folder)


@pytest.fixture(scope="session")
def static_data(tmp_path_factory):
    """Return a folder with the JSON Lines of the sandbox's first build; tests only read it."""
    return write_export(tmp_path_factory.mktemp("export"))


@pytest.fixture(scope="session")
def tables(static_data, tmp_path_factory):
    """Return tables of the sandbox's first build; tests only read them."""
    return converted(static_data, tmp_path_factory.mktemp("tables") / "1", build=made.BUILDS[0])
