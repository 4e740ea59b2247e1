"""Fields of an operation, and the values of their texts."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi_data import Esi
from esi_data.widgets.state import forms
from esi_data.widgets.state.forms import Field, FieldError, fields, text, value

LANGUAGES = ("en", "de", "ko")


@pytest.fixture
def form(esi):
    """Return the fields of an operation, by name."""
    return lambda name, languages=(): {
        field.name: field for field in fields(esi.operation(name), languages)
    }


def test_required_parameters_come_first(form):
    """There is no field for the page: all pages are fetched."""
    assert list(form("get_markets_region_id_orders")) == [
        "region_id",
        "order_type",
        "type_id",
        "max_pages",
    ]


def test_a_field_follows_the_schema(form):
    """Kind, choices, default and help text."""
    found = form("get_markets_region_id_orders")
    assert (found["region_id"].kind, found["region_id"].required) == ("integer", True)
    assert found["order_type"].choices == ("buy", "sell", "all")
    assert found["order_type"].default == "all"
    assert found["region_id"].hint == (
        "Integer, required. Separate several with commas: one call each."
    )
    assert found["order_type"].hint == "Text, optional."


def test_a_list_of_the_api_is_one_value(form):
    """IDs in a body are sent as one list; IDs in a path make one call each."""
    found = form("post_universe_names")
    assert value(found["ids"], "34 35") == [34, 35]
    assert value(found["ids"], "34") == [34]
    assert "sent as one list" in found["ids"].hint


def test_an_object_is_filled_in_as_json(form):
    """The form of a mail begins with all its properties."""
    field = form("post_characters_character_id_mail")["mail"]
    assert field.kind == "json"
    assert value(field, field.default) == {
        "approved_cost": 0,
        "body": "",
        "recipients": [{"recipient_id": 0, "recipient_type": "alliance"}],
        "subject": "",
    }


def test_flags_have_two_choices(form):
    """A boolean is selected, not typed."""
    field = form("put_characters_character_id_contacts")["watched"]
    assert (field.choices, field.default) == (("true", "false"), "false")
    assert value(field, "true") is True
    assert value(field, "false") is False


def test_a_form_has_no_token_and_no_headers(form):
    """The client sets them."""
    found = form("get_characters_character_id_assets")
    assert list(found) == ["character_id", "max_pages"]


def test_characters_are_a_choice(esi):
    """They replace the ID in the path; several can be selected."""
    operation = esi.operation("get_characters_character_id_assets")
    found = fields(operation, (), ["Asa Ostrand", "Bero Veyl"])
    assert [field.name for field in found] == ["character", "max_pages"]
    assert value(found[0], "Bero Veyl") == "Bero Veyl"
    assert value(found[0], "Asa Ostrand, Bero Veyl") == ["Asa Ostrand", "Bero Veyl"]


def test_a_localised_operation_has_languages(form):
    """Several can be selected."""
    field = form("get_universe_types_type_id", LANGUAGES)["languages"]
    assert field.choices == LANGUAGES
    assert value(field, "en, ko") == ["en", "ko"]


def test_only_listings_have_max_pages(form):
    """A single response has no pages to limit."""
    assert "max_pages" not in form("get_status")
    assert "max_pages" in form("get_wars")
    assert "max_pages" in form("get_paragon_hub_skinr")


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        (Field("type_id", "integer", required=True), "", "type_id is required"),
        (Field("type_id", "integer", required=True), "  ", "type_id is required"),
        (Field("order_id", "integer"), "Tritanium", "order_id: 'Tritanium' is not an integer"),
        (Field("war_id", "integer"), "The Forge", "'The Forge' is not an integer"),
        (Field("type_id", "integer"), "34, 3.5", "'3.5' is not an integer"),
        (Field("standing", "number"), "x", "'x' is not a number"),
        (Field("standing", "number"), "nan", "nan is not a finite number"),
        (Field("standing", "number", least=-10.0), "-11", "-11 is less than -10"),
        (Field("limit", "integer", most=100), "101", "101 is more than 100"),
        (Field("watched", "boolean"), "maybe", "'maybe' is not true or false"),
        (Field("range", "text", choices=("a", "b")), "c", "'c' is not one of a, b"),
        (Field("mail", "json"), "{", "mail is not valid JSON"),
        (Field("mail", "json"), "[NaN]", "NaN is not a JSON number"),
        (Field("mail", "json"), "[" * 100_000, "mail is not valid JSON"),
        (Field("ids", "integer", required=True), ",", "ids is required"),
        (Field("name", "text"), '"Jita', "unbalanced quotation marks"),
        (Field("max_pages", "integer", fans_out=False), "1 2", "takes one value, not 2"),
    ],
)
def test_an_invalid_text_is_explained(field, given, said):
    """The message names the field, the text and the expected type."""
    with pytest.raises(FieldError, match=said):
        value(field, given)


def test_an_empty_optional_field_has_no_value():
    """Spaces count as empty."""
    assert value(Field("type_id", "integer"), " \n") is None


@given(st.lists(st.integers(-(2**63), 2**63 - 1), min_size=2, unique=True))
def test_integers_round_trip(numbers):
    """The form reads the same IDs that it was filled in with."""
    field = Field("ids", "integer")
    assert value(field, text(field, numbers)) == numbers
    assert value(field, "\n".join(map(str, numbers))) == numbers


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_floats_round_trip(numbers):
    """To the last digit."""
    field = Field("standings", "number", takes_list=True)
    assert value(field, text(field, numbers)) == numbers


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], include_characters=' ,"'))
        .map(str.strip)
        .filter(bool),
        min_size=1,
    )
)
def test_names_round_trip(names):
    """With commas, quotes and spaces."""
    field = Field("names", "text", takes_list=True)
    assert value(field, text(field, names)) == names


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
        max_leaves=8,
    ).filter(lambda given: given is not None)
)
def test_json_round_trips(given):
    """Any JSON value."""
    field = Field("body", "json")
    assert value(field, text(field, given)) == given


@given(st.text())
def test_any_text_has_a_value_or_an_error(given):
    """No text raises another error, and each value can be written again."""
    for kind in ("integer", "number", "boolean", "text", "json"):
        field = Field("any", kind)
        try:
            found = value(field, given)
        except FieldError:
            continue
        assert value(field, text(field, found)) == found


@pytest.mark.specs
@pytest.mark.skipif("ESI_TEST_SPECS" not in os.environ, reason="no folder of documents is named")
@pytest.mark.parametrize("name", ["openapi-3.0-date-2026-08-18", "openapi-3.1-date-2020-01-01"])
def test_every_operation_of_the_real_documents_has_a_form(name, tmp_path):
    """Each field accepts its own default."""
    path = Path(os.environ["ESI_TEST_SPECS"]) / f"{name}.json"
    esi = Esi("test/1.0", spec_file=path, cache=tmp_path)
    try:
        names = list(esi.operations()["operation"])
        assert len(names) > 190
        for each in names:
            for field in fields(esi.operation(each), LANGUAGES):
                if field.default:
                    json.dumps(forms.value(field, field.default))
                assert field.hint
    finally:
        esi.close()
