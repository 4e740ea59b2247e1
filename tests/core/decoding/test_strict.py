"""Test decoding by default and in strict mode."""

import json

import pytest

from esi.core.decoding.rows import Decoder, NonconformingError

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "name"],
        "properties": {
            "id": {"type": "integer", "format": "int64"},
            "name": {"type": "string"},
            "state": {"type": "string", "enum": ["open", "closed"]},
            "since": {"type": "string", "format": "date-time"},
            "price": {"type": "number", "format": "double"},
            "note": {"type": "string", "x-nullable": True},
            "tags": {"type": "object", "additionalProperties": {"type": "integer"}},
            "solar-system": {"type": "object", "properties": {"id": {"type": "integer"}}},
        },
    },
}
GOOD = {"id": 1, "name": "a", "state": "open", "since": "2026-01-02T03:04:05Z", "price": 5}

NONCONFORMING = {
    "a required field is missing": ({"id": 1}, "name"),
    "a required field is null": ({**GOOD, "name": None}, "name"),
    "a text for a number": ({**GOOD, "id": "1"}, "id"),
    "an unknown enum value": ({**GOOD, "state": "ajar"}, "state"),
    "no date": ({**GOOD, "since": "yesterday"}, "since"),
    "a wrong value in a map": ({**GOOD, "tags": {"x": "y"}}, "tags"),
    "a wrong value below a name that is no Python name": (
        {**GOOD, "solar-system": {"id": "x"}},
        "solar-system",
    ),
}
TOLERATED = {
    "an unknown field": {**GOOD, "new": [1]},
    "an optional field is missing": {"id": 1, "name": "a"},
    "a null where one is allowed": {**GOOD, "note": None},
    "an integral price": GOOD,
}


def body(row):
    return json.dumps([row]).encode()


@pytest.mark.parametrize("case", NONCONFORMING)
def test_strict_raises_and_names_the_place(case):
    """Messages say where a response does not match its schema."""
    row, place = NONCONFORMING[case]
    with pytest.raises(NonconformingError) as caught:
        Decoder(SCHEMA).strict(body(row))
    said = str(caught.value)
    assert place in said or "0" in said


@pytest.mark.parametrize("case", NONCONFORMING)
def test_the_default_raises_nothing(case):
    """Rows keep whatever is in them."""
    row, _ = NONCONFORMING[case]
    (got,) = Decoder(SCHEMA)(body(row))
    kept = {name: value for name, value in row.items() if name != "since"}
    assert {name: got[name] for name in kept} == kept


@pytest.mark.parametrize("case", TOLERATED)
def test_strict_accepts_unknown_and_optional_fields(case):
    """Strict rows equal the tolerant ones."""
    row = TOLERATED[case]
    assert Decoder(SCHEMA).strict(body(row)) == Decoder(SCHEMA)(body(row))


def test_invalid_json_is_a_value_error_in_strict_mode():
    """Its schema does not matter."""
    with pytest.raises(ValueError, match="truncated") as caught:
        Decoder(SCHEMA).strict(b"[{")
    assert not isinstance(caught.value, NonconformingError)
