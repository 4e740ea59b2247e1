"""Test the command `stubs`, which writes the types of a date or a document."""

import json


def test_stubs_are_those_of_a_date(run, tmp_path):
    """Stubs go to the given folder, with the descriptions of the API's document."""
    status, out, err = run("stubs", "--date", "2020-01-01", "-o", str(tmp_path / "typings"))
    assert (status, out) == (0, "")
    assert "operations at 2020-01-01 to " in err
    text = (tmp_path / "typings" / "esi_data-stubs" / "stubs" / "__init__.pyi").read_text("utf-8")
    assert "def get_status(" in text
    assert "at compatibility date 2020-01-01" in text


def test_stubs_go_to_the_environment_by_default(run, tmp_path, monkeypatch):
    """Type checkers find stubs in `site-packages`."""
    monkeypatch.setattr("esi.core.stubs.files.site_packages", lambda: tmp_path)
    assert run("stubs")[0] == 0
    assert (tmp_path / "esi-stubs" / "stubs" / "dicts.pyi").exists()


def test_stubs_of_a_document_need_no_api(run, tmp_path, monkeypatch):
    """Stubs of a file need no network."""
    monkeypatch.setenv("ESI_API_URL", "http://127.0.0.1:1")
    file = tmp_path / "document.json"
    file.write_text(json.dumps({"openapi": "3.1.0", "paths": {}}), "utf-8")
    status, _, err = run("stubs", "--spec-file", str(file), "-o", str(tmp_path))
    assert status == 0, err
    assert "types of 0 operations" in err


def test_stubs_of_a_document_name_its_own_date(run, tmp_path):
    """The version of the API's document is its date; others have that of the configuration."""
    for version, date in {"2020-01-01": "2020-01-01", "1.0": "2026-08-18"}.items():
        file = tmp_path / "document.json"
        document = {"openapi": "3.1.0", "info": {"version": version}, "paths": {}}
        file.write_text(json.dumps(document), "utf-8")
        err = run("stubs", "--spec-file", str(file), "-o", str(tmp_path))[2]
        assert f"operations at {date} to " in err
        text = (tmp_path / "esi-stubs" / "stubs" / "dicts.pyi").read_text("utf-8")
        assert f"at compatibility date {date}" in text


def test_stubs_that_cannot_be_written_are_an_error(run, tmp_path):
    """Messages name a file in place of the folder, and a file that is not a document."""
    file = tmp_path / "file"
    file.write_text("{", "utf-8")
    status, _, err = run("stubs", "-o", str(file))
    assert (status, "is a file: name a folder" in err) == (2, True)
    status, _, err = run("stubs", "--spec-file", str(file), "-o", str(tmp_path))
    assert (status, "is not JSON" in err) == (1, True)
