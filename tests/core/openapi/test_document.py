"""A split document is the document, one slice per operation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.openapi.document import SplitDocument, remove_versions, split
from esi.core.openapi.translate import translate
from tests.core.openapi_schemas import STRINGS, document_of, documents, steady

THING = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "parts": {"$ref": "#/components/schemas/Parts"}},
}
PARTS = {"type": "array", "items": {"type": "string", "format": "date"}}


def swagger():
    return translate(
        document_of({"$ref": "#/components/schemas/Thing"}, {"Thing": THING, "Parts": PARTS})
    )


def test_an_operation_is_read_with_references_filled_in():
    """One operation comes with its path and method, and no reference is left in it."""
    entry = SplitDocument(split(swagger())).operation("get_things_id")
    assert (entry.path, entry.method) == ("/things/{id}", "get")
    assert entry.spec["responses"]["200"]["schema"] == {
        "type": "object",
        "properties": {"id": {"type": "integer"}, "parts": PARTS},
    }


def test_the_index_has_tags_and_new_ids():
    """Tags are attribute names that list old names; new ids lead to old names."""
    document = SplitDocument(split(swagger()))
    assert document.tags == {"Some_Things": ["get_things_id"]}
    assert document.new_ids == {"ThingsDetail": "get_things_id"}
    assert document.names == ["get_things_id"]


def test_the_head_has_all_but_operations():
    """The head keeps server and security, and each path's place."""
    whole = swagger()
    head = SplitDocument(split(whole)).head
    assert head["host"] == "api.example.com"
    assert head["paths"] == {"/things/{id}": {}}
    assert head["securityDefinitions"] == whole["securityDefinitions"]


def filled(document, node):
    """A document's node with references filled in, for documents without loops."""
    if isinstance(node, list):
        return [filled(document, each) for each in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return filled(document, document["definitions"][node["$ref"].rpartition("/")[2]])
    return {key: filled(document, value) for key, value in node.items()}


@steady
@given(documents(strings=STRINGS, loops=False))
def test_whole_is_what_was_split(document):
    """Split and put together again, a document is what it was, references filled in."""
    whole = translate(document)
    again = SplitDocument(split(whole)).whole()
    wanted = filled(whole, whole)
    del wanted["definitions"]
    assert again == wanted
    assert SplitDocument(split(again)).whole() == again


@steady
@given(documents(strings=STRINGS))
def test_a_document_with_loops_splits_too(document):
    """References that lead back to themselves end, and splitting twice changes nothing more."""
    again = SplitDocument(split(translate(document))).whole()
    assert SplitDocument(split(again)).whole() == again


def test_parameters_of_a_path_go_to_its_operations():
    """What a Swagger 2.0 path declares for all its operations, each of them has."""
    document = swagger()
    shared = {"name": "lang", "in": "query", "type": "string"}
    document["paths"]["/things/{id}"]["parameters"] = [{"$ref": "#/parameters/lang"}]
    document["parameters"] = {"lang": shared}
    spec = SplitDocument(split(document)).operation("get_things_id").spec
    assert spec["parameters"][0] == shared


def test_an_unknown_operation_is_a_key_error():
    """Asking for an operation that is not there raises KeyError."""
    with pytest.raises(KeyError, match="get_nothing"):
        SplitDocument(split(swagger())).operation("get_nothing")


def test_a_dangling_reference_is_named():
    """Splitting a document whose reference leads nowhere says which one."""
    document = swagger()
    del document["definitions"]["Parts"]
    with pytest.raises(ValueError, match="#/definitions/Parts"):
        split(document)


@steady
@given(st.data())
def test_damaged_bytes_are_refused(data):
    """Bytes that were cut off anywhere are refused, never read as half a document."""
    whole = split(swagger())
    size = data.draw(st.integers(min_value=0, max_value=len(whole) - 1))
    with pytest.raises(ValueError, match="not a split document"):
        SplitDocument(whole[:size])


@steady
@given(st.binary(max_size=50))
def test_other_bytes_are_refused(data):
    """Bytes of any other origin are refused."""
    with pytest.raises(ValueError, match="not a split document"):
        SplitDocument(data)


def test_bytes_of_another_format_are_refused():
    """What another release kept in another format is not read."""
    whole = split(swagger())
    assert whole.startswith(b'{"format":1,')
    with pytest.raises(ValueError, match="of this release"):
        SplitDocument(whole.replace(b'{"format":1,', b'{"format":0,', 1))


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
def test_a_versioned_document_has_todays_paths(base, path, today):
    """Of EVE's API the version in front of a path and the slash at its end are gone."""
    old = {"host": "esi.evetech.net", "basePath": base, "paths": {path: {"get": {}}}}
    new = remove_versions(old)
    assert (new["basePath"], list(new["paths"])) == ("/", [today])
    assert old["paths"] == {path: {"get": {}}}


def test_versions_of_one_path_come_together():
    """Methods of one route had versions of their own."""
    old = {"paths": {"/v1/mail/": {"get": {}}, "/v2/mail/": {"post": {}}}}
    assert remove_versions(old)["paths"] == {"/mail": {"get": {}, "post": {}}}


def test_paths_of_another_host_stay_as_they_are():
    """What its versions mean is its own affair."""
    old = {"host": "example.com", "basePath": "/v1", "paths": {"/status/": {"get": {}}}}
    assert remove_versions(old) is old
