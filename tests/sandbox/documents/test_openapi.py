"""Documents of the sandbox: valid, complete, and different at each date."""

import json

import pytest
from openapi_spec_validator import validate
from swagger_spec_validator.validator20 import validate_spec

from esi.sandbox.documents import openapi, swagger
from esi.sandbox.handlers.all import HANDLERS
from esi.sandbox.routes.table import DATES, GROUPS, ROUTES

URL = "http://127.0.0.1:1"


@pytest.fixture(scope="module")
def validated():
    """Paths and schemas of the documents validated so far, as text."""
    return set()


def without_validated(document, validated):
    """Remove the paths and schemas that are the same in a document validated before."""

    def is_new(name, part):
        text = json.dumps([name, part])
        return text not in validated and not validated.add(text)

    paths = {path: item for path, item in document["paths"].items() if is_new(path, item)}
    text, components = json.dumps(paths), document["components"]
    schemas = {
        name: schema
        for name, schema in components["schemas"].items()
        if is_new(name, schema) or name.startswith("Error") or f'/{name}"' in text
    }
    return {**document, "paths": paths, "components": {**components, "schemas": schemas}}


@pytest.mark.parametrize("date", DATES)
def test_each_date_has_a_valid_document(date, validated):
    """Documents are valid OpenAPI 3.1, and valid OpenAPI 3.0 when converted."""
    built = openapi.build(date, URL)
    ids = [each["operationId"] for item in built["paths"].values() for each in item.values()]
    assert len(set(ids)) == len(ids)
    rest = without_validated(built, validated)
    validate(rest)
    validate(openapi.as_openapi_30(rest))


@pytest.mark.parametrize("version", ["latest", "_latest", "v1", "v4"])
def test_swagger_documents_are_valid(version):
    """Old clients get Swagger 2.0 that a validator accepts."""
    validate_spec(swagger.build(URL, version))


def test_resource_version_has_only_its_routes():
    """`/v4/swagger.json` lists the routes whose version was 4."""
    paths = swagger.build(URL, "v4")["paths"]
    assert "/characters/{character_id}/" in paths
    assert "/status/" not in paths


def test_every_route_has_a_handler():
    """Routes and handlers have the same operations."""
    assert {f"{route.method} {route.path}" for route in ROUTES} == set(HANDLERS)


def test_every_group_is_used():
    """No group is without a route."""
    assert {route.group for route in ROUTES if route.group} == set(GROUPS)


def test_routes_depend_on_the_date():
    """Before a date the route planner is a GET, after it a POST."""
    old, new = (openapi.build(date, URL)["paths"] for date in (DATES[0], DATES[-1]))
    assert "/route/{origin}/{destination}" in old
    assert "/route/{origin}/{destination}" not in new
    assert "/route/{origin_system_id}/{destination_system_id}" in new
    assert old["/characters/{character_id}"]["get"]["operationId"] == "GetCharactersCharacterId"
    assert new["/characters/{character_id}"]["get"]["operationId"] == "GetCharactersDetail"


def test_document_has_what_clients_find_hard():
    """It has options, null, maps, dates, enums and lists of objects within objects."""
    text = json.dumps(openapi.build(DATES[-1], URL))
    for piece in (
        '"oneOf"',
        '["boolean", "null"]',
        '"additionalProperties": {"type": "array"',
        '"format": "date"',
        '"format": "uuid"',
        '"x-pagination": "cursor"',
        '"x-tombstone-ttl": 604800',
        '"x-required-roles": ["Station_Manager"]',
        '"$ref": "#/components/parameters/CompatibilityDate"',
        '"$ref": "#/components/headers/ETag"',
    ):
        assert piece in text


def test_null_is_nullable_in_openapi_30():
    """OpenAPI 3.0 has no lists of types."""
    text = json.dumps(openapi.as_openapi_30(openapi.build(DATES[-1], URL)))
    assert '"nullable": true' in text
    assert '["boolean", "null"]' not in text


def test_served_document_has_its_server_and_date(call, esi_sandbox):
    """`servers` has the sandbox's own address; dates between two changes are accepted."""
    answer = call.at("2026-01-15").get("/meta/openapi.json")
    served = answer.json()
    assert served["servers"] == [{"url": esi_sandbox.url}]
    assert served["info"]["version"] == "2026-01-15"
    date = served["components"]["parameters"]["CompatibilityDate"]
    assert date["required"]
    assert date["schema"]["enum"] == ["2026-01-15"]
    assert "ETag" not in answer.headers
    assert call.get("/meta/openapi-3.0.json").json()["openapi"] == "3.0.3"


def test_swagger_is_off_by_default(call, esi_sandbox):
    """Swagger 2.0 and its paths are 404 by default, as in the live API."""
    assert call.get("/latest/swagger.json").status_code == 404
    assert call.get("/latest/status/").status_code == 404
    esi_sandbox.swagger = True
    assert call.get("/latest/swagger.json").json()["basePath"] == "/latest"
    assert call.get("/v2/status/").json()["players"] > 0
    assert call.get("/v3/universe/types/34/?language=de&datasource=tranquility").json()["name"]
    token = esi_sandbox.token(90_000_001)
    assert call.get(f"/latest/characters/90000001/wallet/?token={token}").status_code == 200
    assert call.get("/latest/status/?datasource=singularity").status_code == 400
