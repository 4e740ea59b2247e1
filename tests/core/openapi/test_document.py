"""Test that a split document equals the document, with one slice per operation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.openapi.document import FORMAT, SplitDocument, remove_versions, split
from esi.core.openapi.translate import translate
from tests.core.openapi_schemas import document_of, documents, few

THING = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "parts": {"$ref": "#/components/schemas/Parts"}},
}
PARTS = {"type": "array", "items": {"type": "string", "format": "date"}}


def swagger():
    return translate(
        document_of({"$ref": "#/components/schemas/Thing"}, {"Thing": THING, "Parts": PARTS})
    )


def test_an_operation_is_read_with_references_resolved():
    """It has its path and method, and what was referred to with its name in its place."""
    entry = SplitDocument(split(swagger())).operation("get_things_id")
    assert (entry.path, entry.method) == ("/things/{id}", "get")
    assert entry.spec["responses"]["200"]["schema"] == {
        "type": "object",
        "x-name": "Thing",
        "properties": {"id": {"type": "integer"}, "parts": {**PARTS, "x-name": "Parts"}},
    }


def test_the_index_has_tags_and_new_ids():
    """Tags are attribute names that list old names; new ids map to old names."""
    document = SplitDocument(split(swagger()))
    assert document.tags == {"Some_Things": ["get_things_id"]}
    assert document.new_ids == {"ThingsDetail": "get_things_id"}
    assert document.names == ["get_things_id"]


def test_the_head_has_all_but_operations():
    """It has server, security, and the paths without their operations."""
    whole = swagger()
    head = SplitDocument(split(whole)).head
    assert head["host"] == "api.example.com"
    assert head["paths"] == {"/things/{id}": {}}
    assert head["securityDefinitions"] == whole["securityDefinitions"]


def resolved(document, node):
    """Return a node of a document with references resolved, for documents without circles."""
    if isinstance(node, list):
        return [resolved(document, each) for each in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return resolved(document, document["definitions"][node["$ref"].rpartition("/")[2]])
    return {key: resolved(document, value) for key, value in node.items()}


@few
@given(documents(mixed=True, loops=False))
def test_whole_returns_what_was_split(document):
    """References are resolved."""
    whole = translate(document)
    again = SplitDocument(split(whole)).whole()
    wanted = resolved(whole, whole)
    del wanted["definitions"]
    assert again == wanted
    assert SplitDocument(split(again)).whole() == again


@few
@given(documents(mixed=True))
def test_a_document_with_circular_references_can_be_split(document):
    """Splitting it twice changes nothing more."""
    again = SplitDocument(split(translate(document))).whole()
    assert SplitDocument(split(again)).whole() == again


def test_parameters_of_a_path_go_to_its_operations():
    """Each operation has what a Swagger 2.0 path declares for all."""
    document = swagger()
    shared = {"name": "lang", "in": "query", "type": "string"}
    document["paths"]["/things/{id}"]["parameters"] = [{"$ref": "#/parameters/lang"}]
    document["parameters"] = {"lang": shared}
    spec = SplitDocument(split(document)).operation("get_things_id").spec
    assert spec["parameters"][0] == shared


def test_an_unknown_operation_is_a_key_error():
    """No other error is raised."""
    with pytest.raises(KeyError, match="get_nothing"):
        SplitDocument(split(swagger())).operation("get_nothing")


def test_a_dangling_reference_is_named():
    """`split` raises an error that names the reference."""
    document = swagger()
    del document["definitions"]["Parts"]
    with pytest.raises(ValueError, match="#/definitions/Parts"):
        split(document)


@few
@given(st.data())
def test_damaged_bytes_are_refused(data):
    """Bytes truncated anywhere are refused, never read as half a document."""
    whole = split(swagger())
    size = data.draw(st.integers(min_value=0, max_value=len(whole) - 1))
    with pytest.raises(ValueError, match="not a split document"):
        SplitDocument(whole[:size])


@few
@given(st.binary(max_size=50))
def test_other_bytes_are_refused(data):
    """Bytes that `split` did not make are refused."""
    with pytest.raises(ValueError, match="not a split document"):
        SplitDocument(data)


def test_bytes_of_another_format_are_refused():
    """Another release may have written them."""
    whole, written = split(swagger()), f'{{"format":{FORMAT},'.encode()
    assert whole.startswith(written)
    with pytest.raises(ValueError, match="of this release"):
        SplitDocument(whole.replace(written, b'{"format":0,', 1))


@pytest.mark.parametrize(
    ("base", "path", "today"),
    [
        ("/latest", "/status/", "/status"),
        ("", "/v3/universe/names/", "/universe/names"),
        ("/", "/legacy/alliances/{alliance_id}/", "/alliances/{alliance_id}"),
        ("/dev", "/v3/x/", "/v3/x"),
        ("/", "/_latest/wars/", "/wars"),
        ("/", "/vital/v2/", "/vital/v2"),
        ("/", "/wars", "/wars"),
    ],
)
def test_versions_are_removed_from_paths(base, path, today):
    """So is the slash at their end."""
    old = {"host": "esi.evetech.net", "basePath": base, "paths": {path: {"get": {}}}}
    new = remove_versions(old)
    assert (new["basePath"], list(new["paths"])) == ("/", [today])
    assert old["paths"] == {path: {"get": {}}}


def test_versions_of_one_path_are_merged():
    """Each method of a route had a version of its own."""
    old = {"paths": {"/v1/mail/": {"get": {}}, "/v2/mail/": {"post": {}}}}
    assert remove_versions(old)["paths"] == {"/mail": {"get": {}, "post": {}}}


def test_paths_of_another_host_do_not_change():
    """Its versions may mean something."""
    old = {"host": "example.com", "basePath": "/v1", "paths": {"/status/": {"get": {}}}}
    assert remove_versions(old) is old
