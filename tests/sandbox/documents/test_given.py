"""Documents that the sandbox is given: OpenAPI, Swagger 2.0, and those that clients keep."""

import json
import os

import pytest
import requests

from esi.core.client.client import document_of
from esi.errors import UnknownOperationError
from esi.sandbox import Sandbox, SandboxError
from esi.sandbox.documents import given
from esi_data import Esi

KEPT = "document-esi-evetech-net-2026-08-18-0123456789abcdef.jsonl"


@pytest.fixture
def kept(esi_sandbox, tmp_path, monkeypatch):
    """Return a client's stored copy of the sandbox's document, named like one of the real API."""
    monkeypatch.setenv("ESI_CACHE_DIR", str(tmp_path / "cache"))
    with Esi("tests/1.0", api_url=esi_sandbox.url) as esi:
        dir(esi.client)
    (file,) = (tmp_path / "cache").glob("document-*.jsonl")
    return file.rename(file.with_name(KEPT))


def called(sandbox, path):
    return requests.get(f"{sandbox.url}{path}", timeout=60)


def test_kept_document_has_every_operation(kept, esi_sandbox, esi_sandbox_factory):
    """Ids, parameters and scopes are those of the document that the client was given."""
    again = esi_sandbox_factory(document=kept)

    def described(sandbox):
        found = {}
        for path, item in sandbox.document()["paths"].items():
            for method, operation in item.items():
                names = {p.get("name") for p in operation["parameters"] if p.get("in") != "header"}
                about = names - {None}, operation.get("security"), "requestBody" in operation
                found[method, path] = (operation["operationId"], *about)
        return found

    assert described(again) == described(esi_sandbox)
    assert again.document()["info"]["version"] == "2026-08-18"


def test_client_gets_the_same_from_a_kept_document(
    kept, esi_sandbox, esi_sandbox_factory, tmp_path
):
    """Rows, bodies and refusals are those of the sandbox's own document."""
    both = []
    for number, sandbox in enumerate((esi_sandbox, esi_sandbox_factory(document=kept))):
        with Esi("tests/1.0", api_url=sandbox.url, cache=tmp_path / str(number)) as esi:
            orders = esi.client.Market.get_markets_region_id_orders(region_id=10000042)
            names = esi.client.Universe.post_universe_names(ids=[34, 10000002])
            both.append((orders.results(), names.results()))
    assert both[0] == both[1]


def test_saved_document_can_be_served(esi_sandbox, esi_sandbox_factory, tmp_path):
    """So can the file that `esi-data spec save` writes."""
    with Esi("tests/1.0", api_url=esi_sandbox.url) as esi:
        saved = document_of(esi.client)
    (tmp_path / "esi.json").write_text(json.dumps(saved), encoding="utf-8")
    sandbox = esi_sandbox_factory(document=tmp_path / "esi.json")
    assert called(sandbox, "/universe/types/34").json()["name"] == "Tritanium"
    assert called(sandbox, "/markets/10000002/history").status_code == 400  # without a type


def test_kept_document_is_offered(kept):
    """The newest one is named; without any, the advice is to save one."""
    assert given.newest_kept() == kept
    assert KEPT in given.advice()
    older = kept.with_name(KEPT.replace("08-18", "07-21"))
    older.write_bytes(kept.read_bytes())
    os.utime(older, (1, 1))
    assert given.newest_kept() == kept
    for file in (older, kept):
        file.unlink()
    assert given.newest_kept() is None
    assert "esi-data spec save FILE" in given.advice()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"paths": 1}', '{"head": {}}\n[]', "\0", "1"])
def test_other_file_is_refused(content, tmp_path):
    """The error names the file."""
    file = tmp_path / "some.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SandboxError, match=r"some\.json: not a"):
        Sandbox(document=file)


def test_sandbox_tells_how_many_operations_it_has(esi_sandbox, esi_sandbox_factory):
    """Its repr counts them, and so does the error of an operation it lacks."""
    served = sum(len(item) for item in esi_sandbox.document()["paths"].values())
    assert f"{served} operations of its own" in repr(esi_sandbox)
    error = called(esi_sandbox, "/fleets/1").json()["error"]
    assert f"serves {served} operations of its own" in error
    assert "--document FILE" in error
    paths = {"/fleets/{fleet_id}": {"get": {"responses": {"200": {"description": "OK"}}}}}
    document = {"openapi": "3.1.0", "info": {"version": "2026-08-18"}, "paths": paths}
    other = esi_sandbox_factory(document=document)
    assert "all 1 operations of the given document, 0 with data" in repr(other)
    assert called(other, "/fleets/1").status_code == 200
    assert "--document" not in called(other, "/status").json()["error"]


def test_client_says_that_a_sandbox_lacks_an_operation(esi_sandbox):
    """The error of a wrong name, and of a wrong tag, tells how to have all operations."""
    with Esi("tests/1.0", api_url=esi_sandbox.url) as esi:
        for call in (
            lambda: esi.client.Fleets,
            lambda: esi.client.Character.get_characters_character_id_titles,
            lambda: esi.pull("get_fleets_fleet_id", fleet_id=1),
        ):
            with pytest.raises(UnknownOperationError, match=r"operations of its own.*--document"):
                call()


def test_command_tells_how_to_have_all_operations(kept, capsys):
    """`--help` counts operations and names the document that a client keeps."""
    from esi.sandbox.__main__ import main

    with pytest.raises(SystemExit):
        main(["--help"])
    printed = capsys.readouterr().out
    assert "operations of its own" in printed
    assert str(kept) in printed.replace("\n", "")
