"""Checks of values against schemas, with the API's error texts."""

import pytest

from esi.sandbox.simulation.validation import Checker

IDS = {"type": "array", "items": {"type": "integer", "format": "int32"}, "maxItems": 2}
DOCUMENT = {"paths": {}, "components": {"schemas": {"Ids": IDS}}}


@pytest.mark.parametrize(
    ("schema", "value", "location", "message"),
    [
        ({"type": "integer"}, "5", "body", "expected integer"),
        ({"type": "integer"}, 1.0, "body", "expected integer"),
        ({"type": "integer"}, True, "body", "expected integer"),
        ({"type": "string", "nullable": True}, 5, "body", "expected string or null"),
        ({"enum": ["buy", "sell"]}, "all", "body", 'expected value to be one of "buy, sell"'),
        ({"type": "integer", "minimum": 1}, 0, "body", "expected number >= 1"),
        ({"type": "string", "maxLength": 2}, "abc", "body", "expected length <= 2"),
        ({"type": "string", "format": "date"}, "today", "body", "expected value to be date"),
        ({"type": "integer", "format": "int64"}, 2**63, "body", "expected value to be int64"),
        ({"required": ["id"]}, {}, "body", "expected required property id to be present"),
        (
            {"properties": {"rows": {"items": {"properties": {"n": {"type": "number"}}}}}},
            {"rows": [{"n": 1}, {"n": "x"}]},
            "body.rows[1].n",
            "expected number",
        ),
        (
            {"oneOf": [{"type": "integer"}, {"type": "boolean"}]},
            "x",
            "body",
            "expected value to match one of the options",
        ),
        ({"$ref": "#/components/schemas/Ids"}, [1, 2**31], "body[1]", "expected value to be int32"),
    ],
)
def test_location_and_message_of_a_problem(schema, value, location, message):
    """Errors have the API's texts and the path of the wrong part."""
    (problem,) = Checker(schema, DOCUMENT).problems(value, "body")
    assert (problem["location"], problem["message"]) == (location, message)


def test_long_lists_are_not_repeated():
    """The error of a list that is too long has its length."""
    (problem,) = Checker(IDS, DOCUMENT).problems([1, 2, 3], "body")
    assert (problem["message"], problem["value"]) == ("expected array length <= 2", 3)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"oneOf": [{"type": "object"}, {"type": "object"}]}, {}),
        ({"type": "string", "nullable": True, "enum": ["a"]}, None),
        ({"type": "integer", "exclusiveMinimum": True, "minimum": 0}, 5),
    ],
)
def test_what_openapi_means_differently(schema, value):
    """Accept options that match several times, nullable enums and boolean bounds."""
    assert Checker(schema, DOCUMENT).problems(value, "body") == []
