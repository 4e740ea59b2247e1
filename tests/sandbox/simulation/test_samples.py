"""Serve any document with values made from its schemas."""

import json
import os
from pathlib import Path

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from esi.sandbox.documents import openapi
from esi.sandbox.documents.operations import Catalogue
from esi.sandbox.simulation.samples import sample
from esi.sandbox.simulation.validation import Checker
from tests.sandbox.handlers.test_all import BODIES, QUERIES, argument

FORMS = ["full", "minimal", "empty"]
leaves = st.one_of(
    st.just({"type": "boolean"}),
    st.just({"type": ["string", "null"]}),
    st.just({"type": "string", "nullable": True}),
    st.builds(
        lambda f: {"type": "string", "format": f}, st.sampled_from(["date", "date-time", "uuid"])
    ),
    st.builds(
        lambda e: {"type": "string", "enum": e}, st.lists(st.text(), min_size=1, unique=True)
    ),
    st.builds(
        lambda low, more: {"type": "integer", "minimum": low, "maximum": low + more},
        st.integers(-(10**9), 10**9),
        st.integers(0, 100),
    ),
    st.builds(
        lambda low, more: {"type": "number", "minimum": low, "maximum": low + more},
        st.integers(-1000, 1000),
        st.integers(0, 10),
    ),
    st.builds(
        lambda low, more: {"type": "string", "minLength": low, "maxLength": low + more},
        st.integers(0, 20),
        st.integers(0, 5),
    ),
)
NAMES = st.text("abcdef", min_size=1, max_size=3)


def wrapped(inner):
    fields = st.dictionaries(NAMES, inner, min_size=1, max_size=4)
    return st.one_of(
        st.builds(
            lambda items, low: {"type": "array", "items": items, "minItems": low, "maxItems": 4},
            inner,
            st.integers(0, 3),
        ),
        st.builds(
            lambda f, n: {"type": "object", "properties": f, "required": sorted(f)[:n]},
            fields,
            st.integers(0, 4),
        ),
        st.builds(lambda v: {"type": "object", "additionalProperties": v}, inner),
        st.builds(lambda options: {"anyOf": options}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(
            lambda a, b: {
                "allOf": [
                    {"type": "object", "properties": {f"x{k}": v for k, v in a.items()}},
                    {"type": "object", "properties": b, "required": sorted(b)},
                ]
            },
            fields,
            fields,
        ),
    )


schemas = st.recursive(leaves, wrapped, max_leaves=8)


def as_31(schema):
    """Convert `nullable` to JSON schema."""
    if isinstance(schema, list):
        return [as_31(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: as_31(value) for key, value in schema.items()}
    if changed.pop("nullable", False) and isinstance(changed.get("type"), str):
        changed["type"] = [changed["type"], "null"]
    return changed


@given(schemas, st.sampled_from(FORMS), st.integers(0, 9))
def test_sample_conforms_to_its_schema(schema, form, seed):
    """Values of any schema pass jsonschema and the sandbox's own check."""
    value = sample(schema, {}, form=form, seed=seed)
    Draft202012Validator(as_31(schema), format_checker=FormatChecker()).validate(value)
    assert Checker(schema, {}).problems(value, "body") == []
    assert value == sample(schema, {}, form=form, seed=seed)


def test_forms_of_samples():
    """Full has every field, minimal the required ones, empty no items either."""
    schema = {
        "type": "object",
        "required": ["rows"],
        "properties": {"rows": {"type": "array", "items": {"type": "integer"}}, "more": {}},
    }
    full, minimal, empty = (sample(schema, {}, form=form) for form in FORMS)
    assert (full.keys(), len(full["rows"])) == ({"rows", "more"}, 2)
    assert (minimal.keys(), len(minimal["rows"])) == ({"rows"}, 1)
    assert empty == {"rows": []}


def test_recursive_schema_ends():
    """Recursive schemas are followed to a limited depth."""
    document = {
        "components": {
            "schemas": {
                "Node": {
                    "type": "object",
                    "properties": {"next": {"$ref": "#/components/schemas/Node"}},
                }
            }
        }
    }
    assert sample({"$ref": "#/components/schemas/Node"}, document)["next"]["next"]


def test_one_of_picks_one_option():
    """Exactly one of the options is there."""
    schema = {
        "oneOf": [
            {"type": "object", "properties": {"isk": {"type": "number"}}},
            {"type": "object", "properties": {"plex": {"type": "integer"}}},
        ]
    }
    assert {tuple(sample(schema, {}, seed=seed)) for seed in range(20)} == {("isk",), ("plex",)}


@pytest.fixture
def foreign():
    """Document with routes for which the sandbox has no data."""
    built = openapi.build("2026-08-18", "http://else")
    for path in list(built["paths"]):
        if path not in {"/status", "/paragon-hub/skinr", "/markets/{region_id}/orders"}:
            del built["paths"][path]
    listing = json.loads(json.dumps(built["paths"]["/markets/{region_id}/orders"]))
    cursor = json.loads(json.dumps(built["paths"]["/paragon-hub/skinr"]))
    built["paths"]["/things/{thing_id}/parts"] = listing
    listing["get"]["parameters"][0]["name"] = "thing_id"
    built["paths"]["/things"] = cursor
    return built


def test_routes_of_another_document_respond_with_samples(esi_sandbox_factory, foreign):
    """Pages, cursors, limits and caching work there too."""
    sandbox = esi_sandbox_factory(document=foreign)
    with requests.Session() as session:
        assert session.get(f"{sandbox.url}/status").json()["players"] > 0
        answer = session.get(f"{sandbox.url}/things/5/parts?order_type=all&page=2")
        assert answer.headers["X-Pages"] == "3"
        assert len(answer.json()) == 10
        assert answer.headers["X-Ratelimit-Group"] == "market-order"
        again = session.get(answer.url, headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304
        first = session.get(f"{sandbox.url}/things").json()
        assert first["listings"]
        assert not session.get(f"{sandbox.url}/things?before=x").json()["listings"]
        served = session.get(f"{sandbox.url}/meta/openapi.json").json()
        assert served["servers"] == [{"url": sandbox.url}]
        assert "/things" in served["paths"]
        sandbox.set_pages("/things/5/parts", 5, rows=2)
        answer = session.get(f"{sandbox.url}/things/5/parts?order_type=all")
        assert (answer.headers["X-Pages"], len(answer.json())) == ("5", 2)


def test_document_from_a_file(esi_sandbox_factory, foreign, tmp_path):
    """Paths are accepted as well as dicts."""
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(foreign), encoding="utf-8")
    sandbox = esi_sandbox_factory(document=file, form="empty")
    answer = requests.get(f"{sandbox.url}/things/5/parts?order_type=all", timeout=60)
    assert (answer.status_code, answer.json()) == (200, [])


def real_documents():
    folder = os.environ.get("ESI_TEST_SPECS")
    return sorted(Path(folder).glob("openapi-*.json")) if folder else []


def test_a_sampled_list_is_about_the_ids_in_the_request(esi_sandbox_factory, foreign):
    """Each id that was sent has a row with it, so that programs can match rows and ids."""
    part = {"item_id": {"type": "integer"}, "name": {"type": "string"}}
    listed = {"type": "array", "items": {"type": "object", "properties": part}}
    answered = {"200": {"content": {"application/json": {"schema": listed}}, "description": "ok"}}
    numbers = {"type": "array", "items": {"type": "integer"}}
    body = {"content": {"application/json": {"schema": numbers}}, "required": True}
    foreign["paths"] = {
        "/names": {"post": {"operationId": "names", "requestBody": body, "responses": answered}}
    }
    sandbox = esi_sandbox_factory(document=foreign)
    rows = requests.post(f"{sandbox.url}/names", json=[7, 1_040_000_000_000], timeout=60).json()
    assert [row["item_id"] for row in rows] == [7, 1_040_000_000_000]
    assert len({row["name"] for row in rows}) == 2


@pytest.mark.specs
@pytest.mark.skipif(not real_documents(), reason="ESI_TEST_SPECS names no folder with documents")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("file", real_documents(), ids=lambda f: f.stem)
def test_samples_of_the_real_documents(file, form):
    """Each operation of the live API has a sample that conforms to its schema."""
    document = json.loads(file.read_text(encoding="utf-8"))
    for operation in Catalogue(document).operations:
        if operation.response is None:
            continue
        value = sample(operation.response, document, form=form, seed=operation.operation_id)
        assert Checker(operation.response, document).problems(value, "") == [], (
            operation.operation_id
        )


@pytest.mark.specs
@pytest.mark.skipif(not real_documents(), reason="ESI_TEST_SPECS names no folder with documents")
@pytest.mark.parametrize("file", real_documents(), ids=lambda f: f.stem)
def test_responses_of_the_real_documents(file, esi_sandbox_factory):
    """Responses of each operation conform to the live API's document.

    Seeded data must conform to the real schemas too.
    """
    document = json.loads(file.read_text(encoding="utf-8"))
    sandbox = esi_sandbox_factory(document=file, rate_limits=False)
    date = {"X-Compatibility-Date": document["info"]["version"]}
    chief = {"Authorization": f"Bearer {sandbox.token(90_000_001)}"}
    with requests.Session() as session:
        for operation in Catalogue(document).operations:
            key = f"{operation.method} {operation.path}"
            path, query, body = operation.path, {}, None
            for name, param in operation.path_params.items():
                value = argument(path, name) or sample(param.schema, document)
                path = path.replace(f"{{{name}}}", str(value))
            for param in operation.query:
                if param.required:
                    query[param.name] = sample(param.schema, document, form="minimal")
            query |= QUERIES.get(key, {})
            query = {k: str(v).lower() if isinstance(v, bool) else v for k, v in query.items()}
            if operation.body is not None:
                body = BODIES.get(key, sample(operation.body, document))
            answer = session.request(
                operation.method,
                f"{sandbox.url}{path}",
                params=query,
                json=body,
                headers=date | chief,
                timeout=60,
            )
            assert answer.status_code == operation.status, (key, answer.text)
            # An older snapshot of the document has an older shape of the changelog.
            if operation.response is not None and key != "get /meta/changelog":
                assert Checker(operation.response, document).problems(answer.json(), "") == [], key


IDS = {"type_id": (34, 35, 36)}
INTEGER = {"type": "integer"}


def test_ids_of_samples_exist():
    """Properties get known ids by the end of their name, also in lists; others are made up."""
    fields = dict.fromkeys(("type_id", "ship_type_id", "prototype_id", "quantity"), INTEGER)
    row = sample({"type": "object", "properties": fields}, {}, known=IDS)
    assert {row["type_id"], row["ship_type_id"]} <= {34, 35, 36}
    assert {row["prototype_id"], row["quantity"]}.isdisjoint({34, 35, 36})


def test_neighbours_in_a_list_have_different_ids():
    """Programs that store rows by id would lose one of two."""
    items = {"type": "object", "properties": {"type_id": INTEGER}}
    rows = sample({"type": "array", "items": items}, {}, known=IDS)
    assert len({row["type_id"] for row in rows}) == len(rows) > 1


def test_a_list_of_ids_is_named_by_its_route():
    """Lists of plain ids have no property name, so the route determines the kind."""
    found = sample(
        {"type": "array", "items": INTEGER}, {}, known={"implants": (9,)}, name="implants"
    )
    assert set(found) == {9}


def test_an_id_that_its_schema_forbids_is_not_taken():
    """Samples always conform to their schema, so forbidden ids are not used."""
    schema = {"type": "object", "properties": {"type_id": {"type": "integer", "minimum": 50}}}
    assert sample(schema, {}, known=IDS)["type_id"] >= 50
