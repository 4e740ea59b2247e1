"""Types of operations and rows for type checkers, written from a document."""

import ast
import json
import os
import sys
from pathlib import Path

import pytest

from esi.core.openapi.stubs import render
from tests.support import processes

ROOT = Path(__file__).parents[3]


def listed(items):
    return {"type": "array", "items": items}


def answer(schema, **more):
    content = {"application/json": {"schema": schema}}
    return {"responses": {"200": {"description": "", "content": content}}, **more}


def parameter(name, kind, *, where="query", required=False):
    return {"name": name, "in": where, "required": required, "schema": {"type": kind}}


PRICE = {
    "type": "object",
    "required": ["type_id", "seen"],
    "properties": {
        "type_id": {"type": "integer"},
        "price": {"type": "number"},
        "seen": {"type": "string", "format": "date-time"},
        "day": {"type": ["string", "null"], "format": "date"},
        "from": {"type": "integer"},
        "dates": {"type": "array", "items": {"type": "string"}},
        "where": {"$ref": "#/components/schemas/Place"},
    },
}
DOCUMENT = {
    "openapi": "3.1.0",
    "components": {
        "schemas": {
            "CharacterID": {"type": "integer"},
            "MarketsPricesGet": listed(PRICE),
            "Place": {
                "oneOf": [{"$ref": "#/components/schemas/" + each} for each in ("Inn", "Moon")]
            },
            "Inn": {"type": "object", "properties": {"beds": {"type": "integer"}}},
            "Moon": {"type": "object", "properties": {"day": {"type": "string", "format": "uuid"}}},
            "JobsListing": {
                "type": "object",
                "properties": {
                    "cursor": {"type": "object", "properties": {"after": {"type": "string"}}},
                    "jobs": listed({"$ref": "#/components/schemas/Inn"}),
                },
            },
        },
        "parameters": {"Region": parameter("region_id", "integer", where="path", required=True)},
    },
    "paths": {
        "/markets/prices/{region_id}": {
            "parameters": [{"$ref": "#/components/parameters/Region"}],
            "get": answer(
                {"$ref": "#/components/schemas/MarketsPricesGet"},
                operationId="GetMarketsPrices",
                tags=["Market"],
                parameters=[
                    parameter("page", "integer"),
                    parameter("X-Tenant", "string", where="header"),
                ],
            ),
        },
        "/jobs": {
            "get": answer(
                {"$ref": "#/components/schemas/JobsListing"},
                operationId="GetJobs",
                tags=["Freelance Jobs"],
                security=[{"OAuth2": ["s"]}],
            )
        },
        "/names": {
            "post": answer(
                listed({"type": "object", "properties": {"name": {"type": "string"}}}),
                operationId="PostNames",
                tags=["Universe"],
                requestBody={
                    "required": True,
                    "content": {"application/json": {"schema": listed({"type": "integer"})}},
                },
            ),
            "delete": {
                "operationId": "DeleteNames",
                "tags": ["Universe"],
                "responses": {"204": {"description": ""}},
            },
        },
    },
}


@pytest.fixture(scope="module")
def text():
    return render(DOCUMENT, "2026-08-18")


def body(text, name):
    """Return the lines of a class."""
    (found,) = (node for node in ast.parse(text).body if getattr(node, "name", "") == name)
    return [ast.unparse(line) for line in found.body]


def test_rows_have_the_types_that_decoding_makes(text):
    """Times, days and nested rows are typed, and what may be missing can be None."""
    assert body(text, "MarketsPricesGetItem") == [
        "type_id: int", "price: float | None", "seen: datetime", "day: date | None",
        "dates: list[str] | None", "where: Place | None",
    ]  # fmt: skip


def test_a_choice_of_objects_is_a_wrapper(text):
    """As at run time, its value is `root`."""
    assert body(text, "Place") == ["root: Inn | Moon"]
    assert body(text, "Moon") == ["day: UUID | None"]


def test_components_that_are_no_objects_are_aliases(text):
    """Ids and lists have names, too."""
    assert "\nCharacterID = int\n" in text
    assert "\nMarketsPricesGet = list[MarketsPricesGetItem]\n" in text


def test_operations_have_a_result_and_rows(text):
    """Of a listing the row, of a cursor listing the record, of a 204 None."""
    found = [line for line in text.splitlines() if "(_Operation[" in line]
    assert found == [
        "class GetMarketsPricesOperation(_Operation[MarketsPricesGet, MarketsPricesGetItem]): ...",
        "class GetJobsOperation(_Operation[JobsListing, Inn]): ...",
        "class PostNamesOperation(_Operation[list[PostNamesItem], PostNamesItem]): ...",
        "class DeleteNamesOperation(_Operation[None, None]): ...",
    ]


def test_calls_take_the_parameters_of_the_document(text):
    """Path and query parameters, the body, and a token where the operation needs one."""
    (prices,) = body(text, "_MarketTag")
    arguments, _, returned = prices.partition(" -> ")
    assert arguments == "def GetMarketsPrices(self, *, region_id: int, page: int=..., **extra: Any)"
    assert returned.startswith("GetMarketsPricesOperation:")
    (jobs,) = body(text, "_Freelance_JobsTag")
    assert "self, *, token: Token | None=..., **extra: Any" in jobs
    delete, post = body(text, "_UniverseTag")
    assert "(self, **extra: Any)" in delete
    assert "body: PostNamesOperationBody, " in post
    assert "\nPostNamesOperationBody = list[int]\n" in text


def test_the_client_has_the_tags(text):
    """A blank in a tag is an underscore."""
    tags = ["Freelance_Jobs", "Market", "Universe"]
    lines = body(text, "ESIClientStub")
    assert lines[:3] == [f"{tag}: _{tag}Tag" for tag in tags]
    assert lines[3].startswith("def purge_all_etags(self) -> int")


@pytest.mark.specs
@pytest.mark.skipif("ESI_TEST_SPECS" not in os.environ, reason="ESI_TEST_SPECS names no documents")
def test_names_that_apps_import_are_written():
    """Of the real document the names of rows and bodies, such as apps annotate with."""
    file = Path(os.environ["ESI_TEST_SPECS"], "openapi-3.1-date-2020-01-01.json")
    document = json.loads(file.read_bytes())
    tree = ast.parse(render(document, "2020-01-01")).body
    names = {node.targets[0].id for node in tree if isinstance(node, ast.Assign)}
    names |= {node.name for node in tree if isinstance(node, ast.ClassDef)}
    assert {
        "AllianceID", "CharacterID", "CorporationID", "CharactersCharacterIdLocationGet",
        "CharactersCharacterIdMiningGetItem", "CharactersCharacterIdWalletJournalGetItem",
        "MarketsPricesGetItem", "PostUniverseNamesOperation", "PostUniverseNamesOperationBody",
        "UniverseStructuresStructureIdGet",
    } <= names  # fmt: skip


USE = """
from stubs import ESIClientStub

def use(client: ESIClientStub) -> None:
    for row in client.Market.GetMarketsPrices(region_id=1).results(use_etag=False):
        reveal_type(row.price)
    reveal_type(client.Universe.PostNames(body=[1]).result(return_response=True)[1].headers)
    client.Market.GetMarketsPrices(region_id="x")
    client.Market.GetNothing()
"""


@pytest.mark.large
def test_a_type_checker_understands_them(text, tmp_path):
    """Mypy knows the types of rows and finds wrong parameters and unknown operations."""
    (tmp_path / "stubs.pyi").write_text(text, "utf-8")
    (tmp_path / "use.py").write_text(USE, "utf-8")
    done = processes.run(
        *(sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context"),
        *("--config-file", ROOT / "pyproject.toml", "--cache-dir", tmp_path / "cache"),
        *(tmp_path / "stubs.pyi", tmp_path / "use.py"),
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": f"{ROOT}{os.pathsep}{tmp_path}"},
    )
    said = [line.partition(": ")[2] for line in done.stdout.splitlines()]
    assert len(said) == 4, done.stdout + done.stderr
    assert said[0] == 'note: Revealed type is "float | None"'
    assert "CaseInsensitiveDict" in said[1]
    assert 'Argument "region_id"' in said[2]
    assert 'no attribute "GetNothing"' in said[3]
