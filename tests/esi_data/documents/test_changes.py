"""Test differences between two documents, as rules of plain values."""

import pytest

from esi_data.documents.changes import Change, DocumentOperation, changes


def operation(name="get_x", *, new_id="GetX", tag="X", path="/x", fields=None, **spec):
    if fields is not None:
        needed = [each.rstrip("?") for each in fields if not each.endswith("?")]
        properties = {each.rstrip("?"): schema for each, schema in fields.items()}
        row = {"type": "object", "required": needed, "properties": properties}
        spec["responses"] = {"200": {"schema": {"type": "array", "items": row}}}
    return DocumentOperation(name, new_id, tag, path, "get", spec)


def parameter(name, kind="integer", *, required=False, **more):
    return {"name": name, "in": "query", "type": kind, "required": required, **more}


def found(old, new):
    """Return the changes as short rows."""
    return [
        (each.kind, each.change, each.name, each.before, each.after, each.breaks)
        for each in changes([old], [new])
    ]


INTEGER, TEXT = {"type": "integer"}, {"type": "string"}


def test_equal_documents_have_no_changes():
    """Descriptions and sizes of numbers do not count."""
    old = operation(fields={"a": INTEGER}, summary="x", parameters=[parameter("p")])
    new = operation(
        fields={"a": {**INTEGER, "format": "int64"}}, summary="y", parameters=[parameter("p")]
    )
    assert changes([old], [new]) == []


def test_operations_are_lost_and_added():
    """Lost operations break code, and name their replacement if one is known."""
    old = operation("get_sovereignty_map", new_id="GetSovereigntyMap", tag="Sovereignty")
    lost, added = changes([old], [operation()])
    assert lost == Change(
        "get_sovereignty_map", "GetSovereigntyMap", "operation", "lost",
        before="Sovereignty.GetSovereigntyMap", instead="get_sovereignty_systems", breaks=True,
    )  # fmt: skip
    assert added == Change("get_x", "GetX", "operation", "added", after="X.GetX")


def test_an_operation_of_the_same_path_replaces_a_lost_one():
    """Operations of the same id at another path are replacements, too."""
    (lost, _) = changes([operation("get_a", path="/a")], [operation("post_a", path="/a")])
    assert lost.instead == "post_a"
    (lost, _) = changes(
        [operation("get_a", path="/a", new_id="GetA")],
        [operation("get_b", path="/b", new_id="GetA")],
    )
    assert lost.instead == "get_b"


@pytest.mark.parametrize("moved", [{"new_id": "GetXDetail"}, {"tag": "Y"}])
def test_an_operation_moves_with_its_tag_or_id(moved):
    """Old names depend on the path only, so they stay."""
    ((kind, change, _, before, after, breaks),) = found(operation(), operation(**moved))
    assert (kind, change, before, breaks) == ("operation", "moved", "X.GetX", True)
    assert after in {"X.GetXDetail", "Y.GetX"}


def test_parameters_are_lost_added_and_retyped():
    """Added parameters break calls if they are required."""
    old = operation(parameters=[parameter("a"), parameter("b")])
    new = operation(
        parameters=[parameter("b", "string"), parameter("c"), parameter("d", required=True)]
    )
    assert sorted(found(old, new)) == [
        ("parameter", "added", "c", "", "integer", False),
        ("parameter", "added", "d", "", "integer", True),
        ("parameter", "lost", "a", "integer", "", True),
        ("parameter", "retyped", "b", "integer", "string", True),
    ]


def test_requirements_change_in_both_directions():
    """Parameters that become required break calls; fields that become optional break readers."""
    old = operation(parameters=[parameter("p")], fields={"a": INTEGER, "b?": INTEGER})
    new = operation(
        parameters=[parameter("p", required=True)], fields={"a?": INTEGER, "b": INTEGER}
    )
    assert found(old, new) == [
        ("parameter", "required", "p", "integer", "integer", True),
        ("field", "optional", "a", "integer", "integer", True),
        ("field", "required", "b", "integer", "integer", False),
    ]


def test_fields_are_named_by_their_place():
    """Nested fields are named with dots; a lost parent stands for all fields in it."""
    nested = {"type": "object", "properties": {"x": INTEGER, "y": INTEGER}}
    old = operation(fields={"place": nested, "gone": nested})
    new = operation(fields={"place": {"type": "object", "properties": {"x": TEXT}}})
    assert sorted(found(old, new)) == [
        ("field", "lost", "gone", "object", "", True),
        ("field", "lost", "place.y", "integer", "", True),
        ("field", "retyped", "place.x", "integer", "string", True),
    ]


def test_values_of_enums_are_lost_and_added():
    """Lost values break calls that pass them, but not readers of rows."""

    def enum(*values):
        return {"type": "string", "enum": list(values)}

    old = operation(parameters=[parameter("p", **enum("a", "b"))], fields={"f": enum("c", "d")})
    new = operation(parameters=[parameter("p", **enum("b", "x"))], fields={"f": enum("d")})
    assert found(old, new) == [
        ("value", "lost", "p=a", "", "", True),
        ("value", "added", "p=x", "", "", False),
        ("value", "lost", "f=c", "", "", False),
    ]


def test_scopes_and_rate_groups_change():
    """New scopes break tokens that lack them; removed scopes break nothing."""
    old = operation(security=[{"o": ["a"]}])
    limit = {"group": "g", "max-tokens": 60, "window-size": "15m"}
    new = operation(security=[{"o": ["b"]}], **{"x-rate-limit": limit})
    assert found(old, new) == [
        ("scope", "changed", "", "a", "b", True),
        ("rate group", "changed", "", "", "g (60/15m)", False),
    ]
    assert found(old, operation()) == [("scope", "changed", "", "a", "", False)]


def test_parts_of_a_body_change():
    """Added parts of a body break calls if they are required."""

    def posted(**properties):
        schema = {"type": "object", "required": list(properties), "properties": properties}
        body = {"name": "fitting", "in": "body", "required": True, "schema": schema}
        return operation(parameters=[body])

    assert found(posted(name=TEXT), posted(name=TEXT, ship=INTEGER)) == [
        ("body", "added", "fitting.ship", "", "integer", True)
    ]
