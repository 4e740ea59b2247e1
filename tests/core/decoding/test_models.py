"""Test which rows a body becomes: nothing is lost, and nothing fails the whole."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from esi.core.decoding.models import ModelDecoder
from tests.core.decoding.model_rows import JITA, SYSTEM, WHEN, jita, read, read_openapi

CHOICE = {
    "oneOf": [
        {"title": name, "type": "object", "properties": {name: inner}}
        for name, inner in {
            "faction": {"type": "object", "properties": {"faction_id": {"type": "integer"}}},
            "alliance": {"type": "object", "properties": {"since": WHEN}},
            "unclaimed": {"type": "boolean"},
        }.items()
    ]
}


def field(schema, value):
    """Return the value of a field that has a schema."""
    return read({"type": "object", "properties": {"a": schema}}, {"a": value}).a


# Values


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ({"type": "integer", "format": "int64"}, 2**63 - 1, 2**63 - 1),
        ({"type": "integer"}, 5.0, 5),
        ({"type": "number", "format": "double"}, 4, 4.0),
        ({"type": "number"}, 4, 4.0),
        ({"type": "boolean"}, True, True),
        ({"type": "string"}, "x", "x"),
        (WHEN, "2026-08-18T11:05:00Z", datetime(2026, 8, 18, 11, 5, tzinfo=UTC)),
        (WHEN, "2026-08-18T13:05:00+02:00", datetime(2026, 8, 18, 11, 5, tzinfo=UTC)),
        (WHEN, "2026-08-18T11:05:00", datetime(2026, 8, 18, 11, 5, tzinfo=UTC)),
        ({"type": "string", "format": "date"}, "2026-08-18", date(2026, 8, 18)),
        ({"type": "string", "format": "uuid"}, str(UUID(int=5)), UUID(int=5)),
        ({"type": "array", "items": {"type": "number"}}, [1, 2.5], [1.0, 2.5]),
        ({"type": "array", "items": WHEN}, [], []),
        ({}, {"b": [1, "2026-08-18T11:05:00Z"]}, {"b": [1, "2026-08-18T11:05:00Z"]}),
    ],
)
def test_a_value_has_the_type_that_the_document_declares(schema, value, expected):
    """Times are aware, numbers floats, ids exact; beside a field that is unknown, too."""
    schema = {"type": "object", "properties": {"a": schema}}
    for more in ({}, {"unknown": 1}):
        found = read(schema, {"a": value, **more}).a
        assert found == expected
        assert type(found) is type(expected)
        if isinstance(found, datetime):
            assert found.utcoffset() is not None


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "integer"}, "5"),
        ({"type": "integer"}, 5.5),
        ({"type": "number"}, "much"),
        ({"type": "boolean"}, "yes"),
        ({"type": "string"}, 5),
        ({"type": "string", "enum": ["a", "b"]}, "new"),
        ({"type": "string", "enum": ["a", "b"]}, ["a"]),
        (WHEN, "soon"),
        (WHEN, 5),
        ({"type": "string", "format": "date"}, "2026-08-18T00:00:00Z"),
        ({"type": "string", "format": "uuid"}, "no-uuid"),
        ({"type": "string", "format": "uuid"}, 5),
        ({"type": "array", "items": WHEN}, {"b": 1}),
        ({"type": "array", "items": {"type": "integer"}}, ["x", None]),
        ({"type": "object", "properties": {"b": {"type": "integer"}}}, [1]),
        (CHOICE, "none of them"),
    ],
)
def test_a_value_that_does_not_fit_is_kept_as_it_is(schema, value):
    """It fails neither its row nor the page, whose other values have their types."""
    rows = {"type": "array", "items": {"type": "object", "properties": {"a": schema, "when": WHEN}}}
    row, other = read(rows, [{"a": value, "when": "2026-08-18T11:05:00Z"}, {}])
    assert row.a == value
    assert row.when == datetime(2026, 8, 18, 11, 5, tzinfo=UTC)
    assert other.when is None


def test_a_field_that_is_missing_or_null_is_none():
    """The document may require it: the row is there all the same."""
    row = read(SYSTEM, {"system_id": None})
    assert (row.system_id, row.name, row.position) == (None, None, None)


def test_a_number_beyond_all_bounds_is_kept():
    """An integer that no float can hold stays an integer."""
    assert field({"type": "number"}, 10**400) == 10**400


def test_texts_of_an_enum_are_shared():
    """Two rows have the same object, whatever else is wrong with the page."""
    schema = {"type": "string", "enum": ["a value of an enum"]}
    for extra in ({}, {"unknown": 1}):
        value = {"a": "a value of an enum", **extra}
        rows = {"type": "array", "items": {"type": "object", "properties": {"a": schema}}}
        first, second = read(rows, [value, value])
        assert first.a is second.a


# Shapes


@pytest.mark.parametrize("value", [5.5, [1, 2], "x", True, None])
def test_an_answer_without_objects_is_plain(value):
    """Numbers, lists of ids and texts need no row."""
    assert read({}, value) == value


def test_an_empty_body_is_none():
    """Status 204 has no body."""
    assert ModelDecoder(SYSTEM)(b"") is None


def test_a_body_that_is_not_json_is_an_error():
    """The message says why."""
    with pytest.raises(ValueError, match="truncated"):
        ModelDecoder(SYSTEM)(b'{"name": ')


def test_objects_within_are_rows():
    """An object is a row and a list of objects a list of rows, at any depth."""
    row = jita()
    assert (row.position.x, row.position.y) == (1.0, 2.5)
    assert [planet.planet_id for planet in row.planets] == [40009077, 40009080]
    assert row.planets[0].moons == [40009078]
    assert row.planets[1].moons is None


def test_unknown_fields_are_attributes():
    """Fields that the document does not declare are kept as JSON."""
    row = jita(new={"when": "2026-08-18T11:05:00Z"})
    assert row.new == {"when": "2026-08-18T11:05:00Z"}
    assert row.model_extra == {"new": {"when": "2026-08-18T11:05:00Z"}}
    assert row.seen == datetime(2026, 8, 18, 11, 5, tzinfo=UTC)


def test_half_a_surrogate_pair_does_not_fail_a_page():
    """The game cuts texts so; what is no text becomes the replacement character."""
    row = ModelDecoder(SYSTEM)(b'{"system_id": 1, "name": "cut \\ud83d"}')
    assert (row.system_id, row.name) == (1, "cut \ufffd")


def test_a_choice_of_objects_is_wrapped():
    """`root` is the option that fits, with the fields of this option alone."""
    schema = {"type": "array", "items": {"type": "object", "properties": {"claim": CHOICE}}}
    claims = [
        {"alliance": {"since": "2026-08-18T11:05:00Z"}},
        {"faction": {"faction_id": 5}},
        {"unclaimed": True},
    ]
    first, second, third = [
        row.claim.root for row in read_openapi(schema, [{"claim": c} for c in claims])
    ]
    assert first.alliance.since == datetime(2026, 8, 18, 11, 5, tzinfo=UTC)
    assert not hasattr(first, "faction")
    assert second.faction.faction_id == 5
    assert third.unclaimed is True


def test_an_unknown_choice_is_the_first():
    """Its fields are kept as unknown ones."""
    row = read_openapi({"type": "object", "properties": {"claim": CHOICE}}, {"claim": {"new": 1}})
    assert (row.claim.root.faction, row.claim.root.new) == (None, 1)


def test_a_list_of_choices_has_wrappers():
    """Each item has its own `root`."""
    found = read_openapi({"type": "array", "items": CHOICE}, [{"unclaimed": True}, {"faction": {}}])
    assert [hasattr(each.root, "unclaimed") for each in found] == [True, False]


def test_a_map_is_wrapped():
    """Its `root` is a dict, whose values are rows."""
    entry = {"type": "object", "properties": {"when": WHEN}}
    schema = {
        "type": "object",
        "properties": {"log": {"type": "object", "additionalProperties": entry}},
    }
    row = read(schema, {"log": {"a": {"when": "2026-08-18T11:05:00Z"}, "b": {}}})
    assert row.log.root["a"].when == datetime(2026, 8, 18, 11, 5, tzinfo=UTC)
    assert row.log.root["b"].when is None


def test_a_map_beside_fields_is_unknown_fields_of_its_type():
    """Declared fields have their own type, all others that of the map."""
    schema = {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "additionalProperties": WHEN,
    }
    row = read(schema, {"a": 1, "b": "2026-08-18T11:05:00Z"})
    assert (row.a, row.b) == (1, datetime(2026, 8, 18, 11, 5, tzinfo=UTC))


def test_an_object_of_any_fields_is_a_row():
    """All its fields are attributes."""
    row = read({"type": "object"}, {"a": {"b": 1}})
    assert row.a == {"b": 1}


def test_a_value_of_several_types_is_read_by_its_type():
    """3.1 allows lists of types; a time stays a time, a number a number."""
    schema = {"type": "object", "properties": {"a": {**WHEN, "type": ["string", "integer"]}}}
    assert read_openapi(schema, {"a": 5}).a == 5
    assert read_openapi(schema, {"a": "2026-08-18T11:05:00Z"}).a.year == 2026


# Names


def test_a_row_has_the_name_of_its_component():
    """Rows are named as in the document; the rows of a list have its name and `Item`."""
    components = {
        "MarketsPricesGet": {"type": "array", "items": {"type": "object", "properties": {"a": {}}}},
        "SkillsSkill": {"type": "object", "properties": {"inner_part": SYSTEM}},
    }
    name = "#/components/schemas/{}".format
    (row,) = read_openapi({"$ref": name("MarketsPricesGet")}, [{"a": 1}], components)
    assert type(row).__name__ == "MarketsPricesGetItem"
    schema = {"type": "object", "properties": {"skills": {"$ref": name("SkillsSkill")}}}
    row = read_openapi(schema, {"skills": {"inner_part": JITA}}, components)
    assert type(row).__name__ == "ThingsGet"
    assert type(row.skills).__name__ == "SkillsSkill"
    assert type(row.skills.inner_part).__name__ == "SkillsSkillInnerPart"


def test_the_documents_of_both_versions_name_rows_alike():
    """3.0 gives the items of a list a component of their own, 3.1 does not."""
    inner = {"type": "object", "properties": {"a": {"type": "integer"}}}
    reference = {"$ref": "#/components/schemas/PricesGet_inner"}
    for items, more in ((inner, {}), (reference, {"PricesGet_inner": inner})):
        components = {"PricesGet": {"type": "array", "items": items}, **more}
        (row,) = read_openapi({"$ref": "#/components/schemas/PricesGet"}, [{"a": 1}], components)
        assert type(row).__name__ == "PricesGetItem"


def test_a_path_and_a_method_name_a_row():
    """Documents without names of schemas have paths."""
    row = read(SYSTEM, JITA, "/universe/systems/{system_id}/get")
    assert type(row).__name__ == "UniverseSystemsSystemIdGet"


@pytest.mark.parametrize(
    ("name", "attribute"),
    [
        ("from", "from"),
        ("a-b", "a_b_"),
        ("_x", "x_"),
        ("__class__", "class_"),
        ("__dict__", "dict_"),
        ("json", "json_"),
        ("model_dump", "model_dump_"),
        ("1st", "field_1st"),
        ("", "field_"),
        ("(unknown fields)", "unknown_fields_"),
        ('with "quotes"', "with__quotes_"),
    ],
)
def test_a_field_whose_name_is_no_attribute_gets_a_similar_one(name, attribute):
    """The API's own name is its alias."""
    schema = {"type": "object", "properties": {name: WHEN}}
    row = read(schema, {name: "2026-08-18T11:05:00Z"})
    assert getattr(row, attribute).year == 2026
    assert row.model_dump(by_alias=True) == {name: getattr(row, attribute)}


def test_attributes_of_two_fields_are_two():
    """Similar names do not become the same."""
    row = read(
        {"type": "object", "properties": {"a-b": {}, "a_b_": {}, "a.b": {}}},
        {"a-b": 1, "a_b_": 2, "a.b": 3},
    )
    assert sorted(row.__dict__.values()) == [1, 2, 3]
    assert row.a_b_ == 2


def test_the_class_of_a_row_tells_its_fields():
    """A list names the class of its rows; fields have types, and say if they are required."""
    model = type(read({"type": "array", "items": SYSTEM}, [JITA], "SystemsGet")[0])
    assert model.__name__ == "SystemsGetItem"
    fields = model.model_fields
    assert list(fields) == ["system_id", "name", "seen", "position", "planets"]
    assert fields["name"].is_required()
    assert not fields["seen"].is_required()
    assert fields["system_id"].annotation == int | None
