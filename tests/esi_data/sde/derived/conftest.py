"""Convert small builds from the records of a test."""

import json

import pytest

from tests.esi_data.sde.conftest import converted


@pytest.fixture(scope="session")
def build(tmp_path_factory):
    """Return a function that makes tables from records by table and key; tests only read them."""

    def make(**tables):
        folder = tmp_path_factory.mktemp("build")
        for name, records in tables.items():
            lines = [json.dumps({"_key": key, **record}) for key, record in records.items()]
            (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return converted(folder, folder / "tables", build=7)

    return make
