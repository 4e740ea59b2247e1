"""Test the translation of any document of the API to one that bravado reads."""

from __future__ import annotations

import copy
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from swagger_spec_validator.validator20 import validate_spec

from esi.core.openapi.document import SplitDocument, split
from esi.core.openapi.translate import BODY_NAMES, operation_name, translate
from tests.core.openapi_schemas import document_of, documents, few

ONLY_OPENAPI_3 = {
    *("oneOf", "anyOf", "allOf", "nullable", "const", "discriminator", "title", "examples"),
    *("example", "readOnly", "exclusiveMinimum"),
}
SWAGGER_TYPES = {"object", "array", "string", "integer", "number", "boolean", None}


def response_schema_of(schema, components=None, version="3.1"):
    """Return the translated schema of a response, references resolved."""
    document = translate(document_of(schema, components, version))
    return (
        SplitDocument(split(document)).operation("get_things_id").spec["responses"]["200"]["schema"]
    )


def each_schema(schema):
    """Yield a translated schema and all within it."""
    yield schema
    inner = [*schema.get("properties", {}).values(), *schema.get("x-any-of", [])]
    inner += [schema[key] for key in ("items", "additionalProperties") if key in schema]
    for one in inner:
        yield from each_schema(one)


def parameters_of(operation):
    document = document_of({}, operation=operation)
    found = translate(document)["paths"]["/things/{id}"]["get"]["parameters"]
    return {parameter["name"]: parameter for parameter in found}


# Any schema


@few
@given(documents(mixed=True))
def test_any_document_becomes_swagger(document):
    """Translation never raises, leaves its source unchanged, and leaves nothing of OpenAPI 3."""
    before = copy.deepcopy(document)
    swagger = translate(document)
    assert document == before
    assert "#/components" not in json.dumps(swagger)
    answer = swagger["paths"]["/things/{id}"]["get"]["responses"]["200"]["schema"]
    for schema in [answer, *swagger["definitions"].values()]:
        for each in each_schema(schema):
            assert not each.keys() & ONLY_OPENAPI_3
            assert each.get("type") in SWAGGER_TYPES
            assert each.get("required") != []
            assert each.get("enum") != []


@few
@given(documents(mixed=True, loops=False))
def test_any_translation_is_valid(document):
    """swagger_spec_validator finds no fault in a translation, whole or split."""
    swagger = translate(document)
    validate_spec(swagger)
    validate_spec(SplitDocument(split(swagger)).whole())


# Schemas, form by form


@pytest.mark.parametrize(
    ("schema", "version", "wanted"),
    [
        ({"type": "string", "nullable": True}, "3.0", {"type": "string", "x-nullable": True}),
        ({"type": ["string", "null"]}, "3.1", {"type": "string", "x-nullable": True}),
        ({"type": "null"}, "3.1", {"x-nullable": True}),
        ({"const": None}, "3.1", {"x-nullable": True}),
        ({"const": "a", "type": "string"}, "3.1", {"type": "string", "enum": ["a"]}),
        (
            {"type": "string", "enum": ["a", None], "nullable": True},
            "3.0",
            {"type": "string", "enum": ["a"], "x-nullable": True},
        ),
        (
            {"oneOf": [{"type": "integer"}, {"type": "null"}]},
            "3.1",
            {"type": "integer", "x-nullable": True},
        ),
        (
            {"allOf": [{"$ref": "#/components/schemas/Id"}], "nullable": True},
            "3.0",
            {"type": "integer", "format": "int64", "x-nullable": True},
        ),
        ({"title": "A", "type": "boolean"}, "3.0", {"type": "boolean"}),
        (True, "3.1", {}),
    ],
)
def test_nulls_and_constants(schema, version, wanted):
    """Each form of null becomes `x-nullable`; other keywords stay."""
    components = {"Id": {"type": "integer", "format": "int64"}}
    assert response_schema_of(schema, components, version) == wanted


def test_one_of_objects_is_one_object_of_optional_properties():
    """Options are merged; none of their properties is required."""
    options = [
        {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
        {"type": "object", "required": ["b"], "properties": {"b": {"type": "integer"}}},
    ]
    assert response_schema_of({"oneOf": options, "description": "Either."}) == {
        "type": "object",
        "description": "Either.",
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
        "x-options": [["", ["a"]], ["", ["b"]]],
    }


def test_options_keep_their_names():
    """The merged object lists its options: the name of each, and what it declares."""
    components = {
        "Left": {"type": "object", "properties": {"a": {"type": "string"}}},
        "right": {"type": "object", "title": "Right", "properties": {"b": {"type": "string"}}},
    }
    options = [{"$ref": f"#/components/schemas/{name}"} for name in components]
    translated = response_schema_of({"oneOf": options}, components)
    assert translated["x-options"] == [["Left", ["a"]], ["Right", ["b"]]]


def test_components_keep_their_names():
    """A resolved reference says which component it was, if that is an object or a list."""
    components = {
        "Wars": {"type": "array", "items": {"$ref": "#/components/schemas/War"}},
        "War": {"type": "object", "properties": {"id": {"$ref": "#/components/schemas/WarID"}}},
        "WarID": {"type": "integer"},
    }
    translated = response_schema_of({"$ref": "#/components/schemas/Wars"}, components)
    assert translated["x-name"] == "Wars"
    assert translated["items"]["x-name"] == "War"
    assert translated["items"]["properties"]["id"] == {"type": "integer"}


def test_a_choice_keeps_its_options_beside_other_keywords():
    """A discriminator or an example beside `oneOf` costs none of the options' properties."""
    option = {"type": "object", "properties": {"a": {"type": "string"}}}
    schema = {"oneOf": [option], "discriminator": {"propertyName": "a"}, "example": {"a": "b"}}
    assert response_schema_of(schema) == option


def test_all_of_joins_required_properties():
    """Properties and requirements of all parts of an `allOf` add up."""
    parts = [
        {"$ref": "#/components/schemas/Base"},
        {"properties": {"when": {"type": "string", "format": "date-time"}}, "required": ["when"]},
        {"description": "says no more"},
    ]
    base = {
        "type": "object",
        "properties": {"id": {"type": "integer"}, "when": {"type": "string"}},
        "required": ["id"],
    }
    assert response_schema_of({"allOf": parts}, {"Base": base}) == {
        "type": "object",
        "properties": {"id": {"type": "integer"}, "when": parts[1]["properties"]["when"]},
        "required": ["id", "when"],
    }


def test_all_of_with_one_of_beside():
    """Each of several combiners adds its properties."""
    schema = {
        "allOf": [{"type": "object", "properties": {"a": {"type": "string"}}}],
        "oneOf": [{"type": "object", "properties": {"b": {"type": "string"}}}],
    }
    assert response_schema_of(schema)["properties"].keys() == {"a", "b"}


def test_options_of_several_types_stay_apart():
    """There is one schema for each type, and no common type."""
    when = {"type": "string", "format": "date-time"}
    items = {"type": "array", "items": when}
    assert response_schema_of({"oneOf": [when, items, items]}) == {"x-any-of": [when, items]}
    assert response_schema_of({"type": ["string", "integer"]}) == {
        "x-any-of": [{"type": "string"}, {"type": "integer"}]
    }


def test_dates_that_options_disagree_on_are_text():
    """Text that may be a date or anything else stays text."""
    options = [{"type": "string", "format": "date-time"}, {"type": "string"}]
    assert response_schema_of({"oneOf": options}) == {"type": "string"}


def test_a_recursive_schema_ends():
    """Its reference to itself stays one, and becomes `{}` once resolved."""
    node = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}}
    swagger = translate(document_of({"$ref": "#/components/schemas/Node"}, {"Node": node}))
    assert swagger["definitions"]["Node"]["properties"]["next"] == {"$ref": "#/definitions/Node"}
    assert response_schema_of({"$ref": "#/components/schemas/Node"}, {"Node": node}) == {
        "type": "object",
        "properties": {"next": {}},
        "x-name": "Node",
    }


def test_mutually_recursive_choices_end():
    """Options that refer to their own choice do not run for ever."""
    ref = [{"$ref": f"#/components/schemas/{name}"} for name in "AB"]
    components = {
        "A": {"oneOf": [_child(ref[0]), _child(ref[1])]},
        "B": {"oneOf": [_child(ref[1]), _child(ref[0]), {"type": "null"}]},
    }
    assert response_schema_of(ref[0], components)["type"] == "object"


def _child(schema):
    return {"type": "object", "properties": {"child": schema}}


def test_references_to_places_within_schemas():
    """References to a part of a schema or of a choice are followed."""
    when = {"type": "string", "format": "date-time"}
    thing = {"oneOf": [{"type": "object", "properties": {"when": when}}]}
    place = {"$ref": "#/components/schemas/Thing/oneOf/0/properties/when"}
    assert response_schema_of(place, {"Thing": thing}) == when


def test_a_circular_reference_to_a_place_ends():
    """References that lead back to themselves end."""
    place = {"$ref": "#/components/schemas/Thing/properties/next"}
    inner = {"type": "object", "properties": {"next": place}}
    schema = response_schema_of(place, {"Thing": {"type": "object", "properties": {"next": inner}}})
    assert schema["type"] == "object"


@pytest.mark.parametrize("reference", ["#/components/schemas/No", "other.json#/A", "#/a/b"])
def test_a_dangling_reference_is_named(reference):
    """ValueError contains the reference."""
    with pytest.raises(ValueError, match=re.escape(reference)):
        split(translate(document_of({"oneOf": [{"$ref": reference}]})))


# Operations and parameters


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("get", "/markets/{region_id}/orders", "get_markets_region_id_orders"),
        ("GET", "/characters/{character_id}", "get_characters_character_id"),
        ("post", "/universe/names/", "post_universe_names"),
        ("get", "/freelance-jobs/{job_id}", "get_freelance_jobs_job_id"),
    ],
)
def test_old_names(method, path, name):
    """The 5.x line's name consists of method and path, whatever the document's id."""
    assert operation_name(method, path) == name


def test_an_operation_keeps_its_other_fields():
    """New id, extensions, texts, deprecation and security are kept; 304 is declared."""
    said = {
        "summary": "Things",
        "description": "All of them",
        "deprecated": True,
        "security": [{"OAuth2": ["a-scope"]}],
        "x-rate-limit": {"group": "thing"},
    }
    document = document_of({}, operation=said)
    flow = {"authorizationUrl": "https://a", "tokenUrl": "https://t", "scopes": {"a-scope": ""}}
    scheme = {"type": "oauth2", "flows": {"authorizationCode": flow}}
    document["components"]["securitySchemes"] = {"OAuth2": scheme}
    swagger = translate(document)
    validate_spec(swagger)
    operation = swagger["paths"]["/things/{id}"]["get"]
    assert said.items() <= operation.items()
    assert operation["operationId"] == "get_things_id"
    assert operation["x-operation-id"] == "ThingsDetail"
    assert operation["responses"]["304"] == {"description": "Not modified"}


def test_a_security_scheme_without_translation_is_left_out():
    """Its operation still accepts a token, and is valid."""
    document = document_of({}, operation={"security": [{"Bearer": []}]})
    document["components"]["securitySchemes"] = {"Bearer": {"type": "http", "scheme": "bearer"}}
    swagger = translate(document)
    validate_spec(swagger)
    operation = swagger["paths"]["/things/{id}"]["get"]
    assert "security" not in operation
    assert "token" in {parameter["name"] for parameter in operation["parameters"]}


def test_legacy_parameters_are_declared():
    """Each operation accepts language, datasource and If-None-Match; one with security a token."""
    words = {"datasource", "language", "Accept-Language", "If-None-Match"}
    assert parameters_of({}).keys() == {"id"} | words
    assert parameters_of({"security": [{"OAuth2": []}]}).keys() == {"id", "token"} | words


def test_protocol_headers_are_not_declared():
    """They are set by the HTTP client."""
    header = {"name": "X-Tenant", "in": "header", "schema": {"type": "string"}}
    assert "X-Tenant" not in parameters_of({"parameters": [header]})


def parameter(schema, **more):
    given = {"name": "p", "in": "query", "schema": schema, **more}
    return parameters_of({"parameters": [given]})["p"]


def test_query_arrays_are_repeated():
    """Arrays are repeated parameters (OpenAPI's default), or joined by commas if declared so."""
    array = {"type": "array", "items": {"type": "integer"}}
    assert parameter(array)["collectionFormat"] == "multi"
    assert parameter(array, style="form", explode=True)["collectionFormat"] == "multi"
    assert parameter(array, explode=False)["collectionFormat"] == "csv"


def test_a_required_parameter_with_a_default_is_sent_for_the_caller():
    """Callers need not pass it."""
    found = parameter({"type": "string", "default": "all"}, required=True)
    assert (found["required"], found["default"], found["x-send-default"]) == (False, "all", True)
    assert "x-send-default" not in parameter({"type": "string", "default": "all"})


def test_page_has_its_default():
    """`page` is 1 by default, as in the 5.x line, though the document does not say so."""
    given = {"name": "page", "in": "query", "schema": {"type": "integer"}}
    assert parameters_of({"parameters": [given]})["page"]["default"] == 1


def test_parameters_are_inlined():
    """References to parameters and their schemas are resolved: Swagger 2.0 has none there."""
    document = document_of(
        {}, {"Id": {"type": "integer", "format": "int64"}}, operation={"parameters": []}
    )
    document["components"]["parameters"] = {
        "Id": {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"$ref": "#/components/schemas/Id"},
        }
    }
    path = document["paths"]["/things/{id}"]
    path["parameters"] = [{"$ref": "#/components/parameters/Id"}]
    found = translate(document)["paths"]["/things/{id}"]["get"]["parameters"][0]
    assert found == {
        "name": "id",
        "in": "path",
        "required": True,
        "type": "integer",
        "format": "int64",
    }


def test_an_operations_parameter_overrides_its_paths():
    """It is declared once."""
    document = document_of({})
    path = document["paths"]["/things/{id}"]
    path["parameters"] = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    ]
    found = translate(document)["paths"]["/things/{id}"]["get"]["parameters"]
    assert [one["type"] for one in found if one["name"] == "id"] == ["integer"]


def test_bodies_have_their_old_names():
    """Other bodies are called `body`."""
    body = {"required": True, "content": {"application/json": {"schema": {"type": "array"}}}}
    assert parameters_of({"requestBody": body})["body"]["required"] is True
    document = document_of({}, path="/universe/names")
    path = document["paths"]["/universe/names"]
    path["post"] = {**path.pop("get"), "parameters": [], "requestBody": body}
    found = translate(document)["paths"]["/universe/names"]["post"]["parameters"][0]
    assert (found["name"], found["in"]) == ("ids", "body")
    assert len(BODY_NAMES) == 21


def test_empty_responses_have_no_schema():
    """Status 204 has no body, whatever the document says."""
    content = {"application/json": {"schema": {"type": "object"}}}
    responses = {"204": {"description": "No Content", "content": content}}
    operation = translate(document_of({}, operation={"responses": responses}))
    assert "schema" not in operation["paths"]["/things/{id}"]["get"]["responses"]["204"]


@few
@given(
    st.recursive(
        st.one_of(st.none(), st.integers(), st.text(max_size=5)),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["openapi", "swagger", "paths"]), inner, max_size=3)
        ),
    )
)
def test_other_documents_are_refused(value):
    """ValueError names the version that was found."""
    with pytest.raises(ValueError, match=r"Not an OpenAPI 3 document: its version is"):
        translate(value)
