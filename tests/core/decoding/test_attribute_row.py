"""Test that rows behave as pydantic models do where programs read, copy and show them."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from tests.core.decoding.model_rows import JITA, SYSTEM, jita, read, read_openapi
from tests.support import children

SEEN = datetime(2026, 8, 18, 11, 5, tzinfo=UTC)
DUMPED = {
    "system_id": 30000142,
    "name": "Jita",
    "seen": SEEN,
    "position": {"x": 1.0, "y": 2.5, "z": -3.0},
    "planets": [
        {"planet_id": 40009077, "moons": [40009078]},
        {"planet_id": 40009080, "moons": None},
    ],
}
CHOICE = {
    "oneOf": [
        {"title": "left", "type": "object", "properties": {"a": {"type": "integer"}}},
        {"title": "right", "type": "object", "properties": {"b": {"type": "integer"}}},
    ]
}


def small(**values):
    """Decode a row of a day, an amount and an id."""
    properties = {
        "day": {"type": "string", "format": "date"},
        "amount": {"type": "number"},
        "id": {"type": "string", "format": "uuid"},
    }
    return read({"type": "object", "properties": properties}, values, "SmallGet")


# Attributes


def test_an_unknown_attribute_is_an_error():
    """hasattr and a default of getattr work; the message names class and attribute."""
    row = jita()
    assert not hasattr(row, "nope")
    assert getattr(row, "nope", 5) == 5
    with pytest.raises(AttributeError, match="'SystemGet' object has no attribute 'nope'"):
        row.nope  # noqa: B018


def test_fields_can_be_set():
    """Declared and unknown ones, to any value; new ones are part of the row."""
    row = small(day="2026-08-18")
    row.amount, row.note = "much", [1]
    assert (row.amount, row.note) == ("much", [1])
    assert row.model_dump() == {"day": date(2026, 8, 18), "amount": "much", "id": None, "note": [1]}


def test_fields_can_be_deleted():
    """A declared one becomes None, an unknown one is no attribute any more."""
    row = small(amount=5, note=1)
    del row.amount, row.note
    assert row.amount is None
    assert not hasattr(row, "note")
    assert row == small()


def test_an_unknown_field_cannot_be_deleted():
    """Deleting one raises AttributeError, as for any object."""
    with pytest.raises(AttributeError, match="nope"):
        del jita().nope


def test_a_row_is_neither_subscriptable_nor_hashable():
    """Rows are no dicts, and they can change, like pydantic models."""
    row = small()
    with pytest.raises(TypeError, match="not subscriptable"):
        row["day"]
    with pytest.raises(TypeError, match="unhashable"):
        hash(row)
    assert row


def test_dir_lists_fields_and_methods():
    """Completion finds declared and unknown fields."""
    assert {"day", "note", "model_dump"} <= set(dir(small(note=1)))


def test_names_of_the_fields_with_values():
    """A field that the response lacks is not set."""
    assert small(amount=0, note=1).model_fields_set == {"amount", "note"}


# As a dict


def test_a_dump_has_all_fields():
    """Absent ones are None, rows within are dicts, times stay times."""
    assert jita().model_dump() == DUMPED
    assert list(jita().model_dump()) == list(DUMPED)
    assert jita().dict() == DUMPED


def test_a_dump_has_unknown_fields():
    """They come last."""
    assert jita(new=[{"a": None}]).model_dump() == {**DUMPED, "new": [{"a": None}]}


def test_a_dump_is_a_copy():
    """Changes of its lists leave the row alone."""
    row = jita()
    row.model_dump()["planets"][0]["moons"].append(1)
    assert row.model_dump() == DUMPED


def test_a_dump_of_json_values():
    """Times, days and UUIDs are texts, as pydantic writes them."""
    assert jita().model_dump(mode="json") == {**DUMPED, "seen": "2026-08-18T11:05:00Z"}
    row = small(day="2026-08-18", amount=5, id=str(UUID(int=5)))
    assert row.model_dump(mode="json") == {
        "day": "2026-08-18",
        "amount": 5.0,
        "id": str(UUID(int=5)),
    }


@pytest.mark.parametrize("option", ["exclude_none", "exclude_unset", "exclude_defaults"])
def test_a_dump_without_absent_fields(option):
    """They are left out at any depth."""
    dumped = read(SYSTEM, {**JITA, "seen": None}).model_dump(**{option: True})
    planets = [{"planet_id": 40009077, "moons": [40009078]}, {"planet_id": 40009080}]
    expected = {**DUMPED, "planets": planets}
    del expected["seen"]
    assert dumped == expected


def test_a_null_of_an_unknown_field_is_no_absent_one():
    """Only `exclude_none` leaves it out."""
    row = small(note=None)
    assert row.model_dump(exclude_none=True) == {}
    assert row.model_dump(exclude_unset=True) == {"note": None}


@pytest.mark.parametrize(
    ("include", "expected"),
    [
        ({"name"}, {"name": "Jita"}),
        (["name", "nope"], {"name": "Jita"}),
        ({"name": True, "position": {"x"}}, {"name": "Jita", "position": {"x": 1.0}}),
        ({"position": ...}, {"position": DUMPED["position"]}),
        (
            {"planets": {"__all__": {"planet_id"}}},
            {"planets": [{"planet_id": 40009077}, {"planet_id": 40009080}]},
        ),
        ({"planets": {0: {"planet_id"}}}, {"planets": [{"planet_id": 40009077}]}),
        ({"planets": {-1}}, {"planets": [DUMPED["planets"][1]]}),
        (set(), {}),
    ],
)
def test_a_dump_of_chosen_fields(include, expected):
    """A set of names, or a dict that chooses within fields and items."""
    assert jita().model_dump(include=include) == expected


def test_a_dump_without_chosen_fields():
    """The same forms leave fields out."""
    exclude = {"seen": True, "position": {"x", "y"}, "planets": {0: True, "__all__": {"moons"}}}
    assert jita().model_dump(exclude=exclude) == {
        "system_id": 30000142,
        "name": "Jita",
        "position": {"z": -3.0},
        "planets": [{"planet_id": 40009080}],
    }
    assert jita().model_dump(include={"name", "seen"}, exclude={"seen"}) == {"name": "Jita"}


def test_a_dump_by_alias():
    """Fields that cannot be attributes have the API's names."""
    row = read({"type": "object", "properties": {"a-b": {"type": "integer"}}}, {"a-b": 1, "c": 2})
    assert row.model_dump() == {"a_b_": 1, "c": 2}
    assert row.model_dump(by_alias=True) == {"a-b": 1, "c": 2}


def test_a_dump_of_a_wrapper_is_that_of_its_root():
    """A oneOf shows its option, without a level of its own."""
    row = read_openapi({"type": "object", "properties": {"either": CHOICE}}, {"either": {"b": 1}})
    assert row.model_dump() == {"either": {"b": 1}}
    assert row.either.model_dump() == {"b": 1}
    assert row.either.model_dump_json() == '{"b":1}'
    assert row.model_dump(include={"either": {"a"}}) == {"either": {}}
    assert dict(row.either) == {"root": row.either.root}


def test_rows_that_were_set_are_dumped():
    """A row, or a list or dict of rows, may be the value of any field."""
    row, other = small(amount=1), small(amount=2).model_dump()
    row.owner, row.all, row.by_name = small(amount=2), (small(amount=2),), {"a": small(amount=2)}
    assert row.model_dump(include={"owner", "all", "by_name"}) == {
        "owner": other,
        "all": (other,),
        "by_name": {"a": other},
    }


def test_further_options_of_pydantic_change_nothing():
    """Programs pass some of these options; an option that pydantic lacks is an error."""
    options = {"warnings": False, "round_trip": True, "context": {}, "serialize_as_any": True}
    row = jita()
    assert row.model_dump(**options) == row.model_dump()
    assert row.model_dump_json(**options) == row.model_dump_json()
    with pytest.raises(TypeError, match="nonsense"):
        row.model_dump(nonsense=1)


def test_json_of_ascii_alone():
    """`ensure_ascii` escapes all other characters, with and without an indent."""
    umlaut = jita()
    umlaut.name = "Ä"
    assert umlaut.model_dump_json(ensure_ascii=True) == json.dumps(
        umlaut.model_dump(mode="json"), separators=(",", ":")
    )
    assert json.loads(umlaut.model_dump_json(ensure_ascii=True, indent=2))["name"] == "Ä"
    assert umlaut.model_dump_json(ensure_ascii=True, indent=2).isascii()


def test_json_text():
    """Compact, or indented; `json()` is the older name."""
    row = small(day="2026-08-18", amount=4, note="Süd")
    expected = '{"day":"2026-08-18","amount":4.0,"id":null,"note":"Süd"}'
    assert row.model_dump_json() == row.json() == expected
    assert row.model_dump_json(indent=2) == json.dumps(
        json.loads(expected), indent=2, ensure_ascii=False
    )
    assert row.model_dump_json(include={"amount"}) == '{"amount":4.0}'


def test_a_row_iterates_over_pairs():
    """`dict(row)` is one level: rows within stay rows."""
    row = jita(new=1)
    assert list(row)[:2] == [("system_id", 30000142), ("name", "Jita")]
    assert dict(row)["position"] is row.position
    assert dict(row)["new"] == 1


def test_the_dict_of_a_row_has_its_declared_fields():
    """`__dict__` and vars are without unknown fields."""
    row = small(amount=5, new=1)
    assert row.__dict__ == vars(row) == {"day": None, "amount": 5.0, "id": None}


# Copies, comparisons, texts


def test_a_copy_is_shallow():
    """Its fields can be set without changing the original; what is in them is shared."""
    row = jita(new=1)
    for copied in (copy.copy(row), row.model_copy(), row.copy()):
        assert copied == row
        assert type(copied) is type(row)
        assert copied.position is row.position
        copied.name, copied.new = "Perimeter", 2
    assert (row.name, row.new) == ("Jita", 1)


def test_a_deep_copy_shares_nothing():
    """Rows, lists and unknown fields in it are copies, too."""
    row = jita(new=[1])
    for copied in (copy.deepcopy(row), row.model_copy(deep=True)):
        assert copied == row
        assert type(copied) is type(row)
        copied.position.x = 9
        copied.planets.clear()
        copied.new.append(2)
    assert row == jita(new=[1])


def test_a_copy_with_other_values():
    """`update` replaces fields, and adds unknown ones."""
    row = small(amount=5)
    assert row.model_copy(update={"amount": 6.0, "new": 1}) == small(amount=6, new=1)
    assert row == small(amount=5)


def test_rows_are_equal_by_content():
    """Any difference, at any depth and in unknown fields, makes them differ."""
    assert jita() == jita()
    assert not jita() != jita()  # noqa: SIM202
    assert jita() != jita(name="Perimeter")
    assert jita() != jita(position={"x": 1, "y": 2.5, "z": -4})
    assert jita() != jita(new=1)
    assert jita() != DUMPED


def test_rows_of_two_documents_are_equal_by_content():
    """Each document has a class of its own for the same rows."""
    fewer = {**SYSTEM, "properties": {k: v for k, v in SYSTEM["properties"].items() if k != "seen"}}
    values = {key: value for key, value in JITA.items() if key != "seen"}
    assert read(SYSTEM, values) == read(fewer, values)
    assert not read(SYSTEM, values, "AGet") == read(SYSTEM, values, "BGet")  # noqa: SIM201


def test_repr_shows_class_and_fields():
    """`repr` is as that of pydantic, and `str` has the fields alone."""
    row = small(day="2026-08-18", new=1)
    fields = ["day=datetime.date(2026, 8, 18)", "amount=None", "id=None", "new=1"]
    assert repr(row) == f"SmallGet({', '.join(fields)})"
    assert str(row) == f"{row}" == " ".join(fields)
    list_of_any = {"type": "array", "items": {"type": "object"}}
    nested = read({"type": "object", "properties": {"a": list_of_any}}, {"a": [{"b": 1}]})
    assert repr(nested) == "SystemGet(a=[SystemGetAItem(b=1)])"


# Pickles


def everything():
    """Decode a row with all that a pickle must keep."""
    schema = {"type": "object", "properties": {"system": SYSTEM, "either": CHOICE, "a-b": {}}}
    return read_openapi(schema, {"system": JITA, "either": {"b": 1}, "a-b": 2, "new": [3]})


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickled_row_is_the_same(protocol):
    """In a process that has made its class it is of that class."""
    row = everything()
    loaded = pickle.loads(pickle.dumps(row, protocol))
    assert loaded == row
    assert type(loaded) is type(row)
    assert type(loaded.system.planets[0]) is type(row.system.planets[0])


def test_a_pickled_row_can_be_read_anywhere():
    """A process that has no document makes the class anew; what it returns is equal."""
    row = everything()
    code = """
import pickle, sys
row = pickle.load(sys.stdin.buffer)
assert row.system.planets[1].moons is None and row.either.root.b == 1 and row.new == [3]
assert type(row).__name__ == "ThingsGet" and row.model_dump(by_alias=True)["a-b"] == 2
sys.stdout.buffer.write(pickle.dumps(row))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps(row),
        capture_output=True,
        timeout=children.RUN_SECONDS,
        check=False,
    )
    assert done.stderr.decode() == ""
    loaded = pickle.loads(done.stdout)
    assert loaded == row
    assert type(loaded) is type(row)


def test_the_pickle_of_many_rows_names_their_class_once():
    """A page of rows takes little more than its values."""
    rows = read({"type": "array", "items": SYSTEM}, [JITA] * 100, "SystemsGet")
    data = pickle.dumps(rows)
    assert data.count(b"SystemsGetItemPlanetsItem") == 1
    assert pickle.loads(data) == rows
