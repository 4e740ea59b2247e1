"""Documents that are wrong, endless or strange: a client or a `DocumentError`, soon."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.client import help as operation_help
from esi.core.client.answer_schema import answer_schema, decoder
from esi.core.http.rates import Rate, lifetime
from esi.core.openapi.document import SplitDocument
from esi.core.openapi.load import read_document, split_bytes
from esi.errors import DocumentError, UnresolvedReferenceError
from tests.core.wire import client_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["$ref", "type", "properties", "items", "oneOf", "allOf", "enum", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "x", "version": "1"},
    "servers": [{"url": "https://api.example.com"}],
    "tags": [{"name": "Things"}],
    "components": {
        "schemas": {
            "Thing": {"type": "object", "properties": {"id": {"type": "integer"}}},
            "Either": {"oneOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "null"}]},
        }
    },
    "paths": {
        "/things/{id}": {
            "get": {
                "operationId": "GetThing",
                "tags": ["Things"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Either"}}
                        },
                    }
                },
                "x-rate-limit": {"group": "g", "max-tokens": 10, "window-size": "15m"},
                "x-client-cache-ttl": 300,
                "x-required-roles": ["Director"],
            }
        }
    },
}


def places(node, path=()):
    """Yield the path of every value in a document."""
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items if isinstance(node, dict | list) else ():
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))
        else:
            yield (*path, key)


PLACES = [path for path in places(DOCUMENT) if path]


@given(st.sampled_from(PLACES), JSON)
def test_any_value_anywhere_makes_a_document_or_its_error(path, value):
    """Nothing else escapes, and what was made can be read and shown."""
    document = copy.deepcopy(DOCUMENT)
    node = document
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    try:
        made = SplitDocument(split_bytes(document))
    except DocumentError:
        return
    for name in made.names:
        spec = made.operation(name).spec
        Rate.from_document(spec.get("x-rate-limit"))
        lifetime(spec)


@given(st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_file_is_a_document_or_its_error(tmp_path_factory, data):
    """The error names the file."""
    path = tmp_path_factory.mktemp("documents") / "document.json"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=r"document\.json"):
        read_document(path)


@given(st.binary(max_size=60))
def test_any_stored_bytes_are_a_document_or_an_error(data):
    """Writing to the cache gives an attacker no other effect."""
    with pytest.raises(ValueError, match="not a split document"):
        SplitDocument(data)


def multiplying(levels):
    """Return a document whose schemas each name the one below twice."""
    document = copy.deepcopy(DOCUMENT)
    schemas = document["components"]["schemas"]
    for level in range(levels):
        below = {"$ref": f"#/components/schemas/{f'L{level - 1}' if level else 'Thing'}"}
        schemas[f"L{level}"] = {"type": "object", "properties": {"a": below, "b": below}}
    schemas["Either"] = {"$ref": f"#/components/schemas/L{levels - 1}"}
    return document


def joining(levels):
    """Return one whose options must be joined."""
    document = copy.deepcopy(DOCUMENT)
    schemas = document["components"]["schemas"]
    for level in range(levels):
        below = {"$ref": f"#/components/schemas/{f'L{level - 1}' if level else 'Thing'}"}
        inner = {"type": "object", "properties": {f"p{level}": below}}
        schemas[f"L{level}"] = {"allOf": [below, inner, {"oneOf": [below, below]}]}
    schemas["Either"] = {"$ref": f"#/components/schemas/L{levels - 1}"}
    return document


def in_swagger(levels):
    """Return a Swagger 2.0 document, which is not translated."""
    definitions = {"L0": {"type": "object"}}
    for level in range(1, levels):
        below = {"$ref": f"#/definitions/L{level - 1}"}
        definitions[f"L{level}"] = {"type": "object", "properties": {"a": below, "b": below}}
    schema = {"$ref": f"#/definitions/L{levels - 1}"}
    get = {"tags": ["T"], "responses": {"200": {"description": "", "schema": schema}}}
    return {"swagger": "2.0", "paths": {"/a": {"get": get}}, "definitions": definitions}


@pytest.mark.parametrize("endless", [multiplying, joining, in_swagger])
def test_references_that_multiply_are_refused(endless):
    """A few kB would unfold to more than any memory."""
    with pytest.raises(DocumentError, match="unfold to more than"):
        split_bytes(endless(60))


def test_a_swagger_file_whose_references_multiply_is_refused(tmp_path):
    """Programs know the error of such a file as jsonschema's."""
    path = tmp_path / "document.json"
    path.write_text(json.dumps(in_swagger(60)))
    with pytest.raises(UnresolvedReferenceError, match="unfold to more than"):
        client_of(path)


@pytest.mark.parametrize("wide", ["oneOf", "allOf", "properties"])
def test_references_in_circles_end(wide):
    """Each becomes a value of any kind."""
    document = copy.deepcopy(DOCUMENT)
    me = {"$ref": "#/components/schemas/Either"}
    document["components"]["schemas"]["Either"] = {
        wide: {"a": me} if wide == "properties" else [me]
    }
    assert SplitDocument(split_bytes(document)).names == ["get_things_id"]


@pytest.mark.parametrize("file", [True, False], ids=["file", "values"])
def test_a_document_that_is_deeply_nested_is_refused(tmp_path, file):
    """Deeper than Python's own limit."""
    path = tmp_path / "document.json"
    document = copy.deepcopy(DOCUMENT)
    nested = {}
    for _ in range(20_000):
        nested = {"items": nested}
    if file:
        path.write_text('{"openapi": ' + "[" * 100_000)
        with pytest.raises(DocumentError, match="is not JSON"):
            read_document(path)
    else:
        document["components"]["schemas"]["Thing"] = nested
        with pytest.raises(DocumentError, match="cannot be translated"):
            split_bytes(document)


@given(st.fixed_dictionaries({}, optional={
    "x-rate-limit": JSON, "x-client-cache-ttl": JSON, "x-cache-age": JSON, "x-required-roles": JSON,
}))  # fmt: skip
def test_help_is_made_of_whatever_a_document_declares(tmp_path_factory, declared):
    """Values of the wrong kind are left out."""
    document = copy.deepcopy(DOCUMENT)
    get = document["paths"]["/things/{id}"]["get"]
    for name in ("x-rate-limit", "x-client-cache-ttl", "x-required-roles"):
        del get[name]
    get |= declared
    path = tmp_path_factory.mktemp("documents") / "document.json"
    path.write_text(json.dumps(document))
    try:
        client, wire = client_of(path)
    except DocumentError:  # a reference to nowhere
        return
    wire.answer(b'{"id": 1}')
    operation = client.Things.get_things_id.operation
    assert "Parameters" in operation_help.text(operation)
    assert operation_help.html(operation)
    assert answer_schema(operation)
    assert decoder(operation)(b'{"id": 1}') == {"id": 1}
    assert client.Things.get_things_id(id=1).result() == {"id": 1}
