"""Test the command `dates` and `Esi.dates` with documents of two dates."""

import json
from datetime import date

import pandas as pd
import pytest

from esi.errors import ParameterError

GET = {
    "operationId": "GetStatus",
    "tags": ["Status"],
    "responses": {"200": {"content": {"application/json": {"schema": {
        "type": "object", "required": ["vip"], "properties": {"vip": {"type": "boolean"}},
    }}}}},
}  # fmt: skip


@pytest.fixture
def documents(tmp_path):
    """Return two files; the second lacks a field and has one more operation."""
    later = json.loads(json.dumps(GET).replace('"vip": {"type": "boolean"}', ""))
    paths = {"old": {"/status": {"get": GET}}, "new": {"/status": {"get": later}, "/x": {"get": {
        **GET, "operationId": "GetX"}}}}  # fmt: skip
    for name, value in paths.items():
        document = {"openapi": "3.1.0", "paths": value}
        (tmp_path / f"{name}.json").write_text(json.dumps(document), "utf-8")
    return [str(tmp_path / f"{name}.json") for name in paths]


def test_changes_are_rows(run, documents):
    """Standard output has the table, and standard error the number of changes."""
    status, out, err = run("dates", *documents, "--format", "csv")
    assert status == 0
    assert out.splitlines() == [
        "breaks,operation,openapi_id,kind,change,name,before,after,instead",
        "True,get_status,GetStatus,field,lost,vip,boolean,,",
        "False,get_x,GetX,operation,added,,,Status.GetX,",
    ]
    assert err.startswith("2 changes; 1 can break code")


def test_the_exit_status_says_that_a_source_breaks(run, documents, tmp_path):
    """Breaking changes give status 1, with file and line; otherwise the status is 0."""
    source = tmp_path / "app" / "views.py"
    source.parent.mkdir()
    source.write_text("client.Status.get_status().result()['vip']\n", "utf-8")
    used_in = ("--used-in", str(source.parent))
    status, out, _ = run("dates", *documents, *used_in, "--columns", "file,line,name,breaks")
    assert (status, out.split()[-4:]) == (1, [str(source), "1", "vip", "True"])
    source.write_text("client.Status.get_status()\n", "utf-8")
    assert run("dates", *documents, *used_in)[0] == 0


def test_documents_of_dates_come_from_the_api(esi):
    """Dates can be compared with files; equal documents give no rows."""
    frame = esi.dates("2026-08-18", "2026-08-18")
    assert len(frame) == 0
    assert str(frame.dtypes["breaks"]) == "bool"
    assert frame.attrs["esi"] == {"old": "2026-08-18", "new": "2026-08-18"}


@pytest.mark.parametrize("day", [date(2026, 8, 18), pd.Timestamp("2026-08-18 11:00", tz="UTC")])
def test_dates_may_be_those_of_python_and_pandas(esi, day):
    """Their time does not count."""
    assert esi.dates(day, "2026-08-18").attrs["esi"]["old"] == "2026-08-18"


def test_an_argument_must_be_a_date_or_a_file(run, esi):
    """Messages name the value and both accepted forms."""
    with pytest.raises(ParameterError, match="'yesterday' is neither a date, YYYY-MM-DD, nor"):
        esi.dates("yesterday", "2026-08-18")
    assert run("dates", "yesterday", "2026-08-18")[0] == 2
    assert run("dates", "2026-08-18", "2026-08-18", "--used-in", "nowhere")[0] == 2
