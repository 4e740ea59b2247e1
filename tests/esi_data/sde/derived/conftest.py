"""Small builds, converted from the records that a test names."""

import json

import pytest

from tests.esi_data.sde.conftest import converted


@pytest.fixture
def build(tmp_path):
    """Makes the tables of a build from records by table and key."""

    def make(**tables):
        source = tmp_path / "export"
        source.mkdir()
        for name, records in tables.items():
            lines = [json.dumps({"_key": key, **record}) for key, record in records.items()]
            (source / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return converted(source, tmp_path / "tables", build=7)

    return make
