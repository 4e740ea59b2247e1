"""Parameters become fields, and the text of a field becomes the value that it stands for."""

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
    """The fields of an operation, by name."""
    return lambda name, languages=(): {
        field.name: field for field in fields(esi.operation(name), languages)
    }


def test_needed_parameters_come_first(form):
    """What a call cannot do without stands at the top; all pages are fetched without a word."""
    assert list(form("get_markets_region_id_orders")) == [
        "region_id",
        "order_type",
        "type_id",
        "max_pages",
    ]


def test_a_field_says_what_it_takes(form):
    """Kind, choices and default are those of the schema."""
    found = form("get_markets_region_id_orders")
    assert (found["region_id"].kind, found["region_id"].required) == ("integer", True)
    assert found["order_type"].choices == ("buy", "sell", "all")
    assert found["order_type"].default == "all"
    assert found["region_id"].hint == "whole number, needed, several make one call each"
    assert found["order_type"].hint == "text, optional"


def test_a_list_of_the_api_is_one_value(form):
    """A body of ids is sent as one list, where ids of a path make one call each."""
    found = form("post_universe_names")
    assert value(found["ids"], "34 35") == [34, 35]
    assert value(found["ids"], "34") == [34]
    assert "a list is sent as one" in found["ids"].hint


def test_an_object_is_filled_in_as_json(form):
    """A mail begins with all its parts, to be filled in."""
    field = form("post_characters_character_id_mail")["mail"]
    assert field.kind == "json"
    assert value(field, field.default) == {
        "approved_cost": 0,
        "body": "",
        "recipients": [{"recipient_id": 0, "recipient_type": "alliance"}],
        "subject": "",
    }


def test_flags_have_two_choices(form):
    """A boolean is chosen, not typed."""
    field = form("put_characters_character_id_contacts")["watched"]
    assert (field.choices, field.default) == (("true", "false"), "false")
    assert value(field, "true") is True
    assert value(field, "false") is False


def test_tokens_and_headers_are_never_typed(form):
    """A form asks for no token, no language header and no condition."""
    found = form("get_characters_character_id_assets")
    assert list(found) == ["character_id", "max_pages"]


def test_who_may_ask_is_a_choice(esi):
    """A character stands for the id in the path; several may be chosen."""
    operation = esi.operation("get_characters_character_id_assets")
    found = fields(operation, (), ["Asa Ostrand", "Bero Veyl"])
    assert [field.name for field in found] == ["character", "max_pages"]
    assert value(found[0], "Bero Veyl") == "Bero Veyl"
    assert value(found[0], "Asa Ostrand, Bero Veyl") == ["Asa Ostrand", "Bero Veyl"]


def test_languages_are_chosen_where_the_answer_has_some(form):
    """Several can be chosen together."""
    field = form("get_universe_types_type_id", LANGUAGES)["languages"]
    assert field.choices == LANGUAGES
    assert value(field, "en, ko") == ["en", "ko"]


def test_only_listings_have_a_bound_of_pages(form):
    """What is one answer has no pages to bound."""
    assert "max_pages" not in form("get_status")
    assert "max_pages" in form("get_wars")
    assert "max_pages" in form("get_paragon_hub_skinr")


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        (Field("type_id", "integer", required=True), "", "type_id is needed"),
        (Field("type_id", "integer", required=True), "  ", "type_id is needed"),
        (Field("type_id", "integer"), "Tritanium", "type_id: 'Tritanium' is no whole number"),
        (Field("type_id", "integer"), "34, 3.5", "'3.5' is no whole number"),
        (Field("standing", "number"), "x", "'x' is no number"),
        (Field("standing", "number"), "nan", "nan is no number that can be sent"),
        (Field("standing", "number", least=-10.0), "-11", "-11 is less than -10"),
        (Field("limit", "integer", most=100), "101", "101 is more than 100"),
        (Field("watched", "boolean"), "maybe", "'maybe' is no true or false"),
        (Field("range", "text", choices=("a", "b")), "c", "'c' is none of a, b"),
        (Field("mail", "json"), "{", "mail is not JSON"),
        (Field("mail", "json"), "[NaN]", "NaN is no number of JSON"),
        (Field("mail", "json"), "[" * 100_000, "mail is not JSON"),
        (Field("ids", "integer", required=True), ",", "ids is needed"),
        (Field("name", "text"), '"Jita', "a quotation mark is left open"),
        (Field("max_pages", "integer", fans_out=False), "1 2", "takes one value, not 2"),
    ],
)
def test_what_does_not_fit_is_named(field, given, said):
    """The message names the field and what was typed, and says what would fit."""
    with pytest.raises(FieldError, match=said):
        value(field, given)


def test_what_is_left_empty_is_left_out():
    """An empty optional field has no value."""
    assert value(Field("type_id", "integer"), " \n") is None


@given(st.lists(st.integers(-(2**63), 2**63 - 1), min_size=2, unique=True))
def test_whole_numbers_come_back(numbers):
    """Whatever ids a form is filled in with, it reads them as they were."""
    field = Field("ids", "integer")
    assert value(field, text(field, numbers)) == numbers
    assert value(field, "\n".join(map(str, numbers))) == numbers


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_numbers_come_back(numbers):
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
def test_names_come_back(names):
    """Commas, quotes and spaces in names are kept."""
    field = Field("names", "text", takes_list=True)
    assert value(field, text(field, names)) == names


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).filter(lambda given: given is not None)
)
def test_json_comes_back(given):
    """Any JSON value."""
    field = Field("body", "json")
    assert value(field, text(field, given)) == given


@given(st.text())
def test_any_text_has_a_value_or_an_error(given):
    """Nothing that is typed breaks the form in another way; what is read can be written again."""
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
    """Each field has a kind, and a default that it takes; what a form says is JSON."""
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
