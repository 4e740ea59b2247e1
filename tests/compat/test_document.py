"""Test the document of the live site's API."""

import json

from compat import document


def api(date, paths, **schemas):
    """Return a small document."""
    return {"info": {"version": date}, "paths": paths, "components": {"schemas": schemas}}


OLD = api("2020-01-01", {"/a": {"get": {"operationId": "GetA"}}}, A="old")
NEW = api(
    "2026-08-18",
    {"/a": {"get": {"operationId": "GetADetail"}, "post": {}}, "/b": {"get": {}}},
    A="new",
    B="new",
)


def test_the_joined_document_has_the_operations_of_both_dates():
    """Operations of the newer date are added, also on paths that the older date has."""
    paths = document.joined(OLD, NEW)["paths"]
    assert {path: set(item) for path, item in paths.items()} == {
        "/a": {"get", "post"},
        "/b": {"get"},
    }


def test_operations_of_both_keep_the_older_form():
    """Apps use the ids of the older date, so the sandbox offers those."""
    found = document.joined(OLD, NEW)
    assert found["paths"]["/a"]["get"] == {"operationId": "GetA"}
    assert found["components"]["schemas"] == {"A": "old", "B": "new"}
    assert found["info"] == {"version": "2020-01-01"}


def test_the_oldest_and_the_newest_document_of_a_folder_are_joined(tmp_path):
    """Dates determine the order of documents, whatever their formats."""
    (tmp_path / "openapi-3.1-date-2020-01-01.json").write_text(json.dumps(OLD))
    (tmp_path / "openapi-3.0-date-2026-08-18.json").write_text(json.dumps(NEW))
    target = document.write(tmp_path, tmp_path / "all.json")
    assert json.loads(target.read_text("utf-8")) == document.joined(OLD, NEW)
