"""Python code of a form."""

import ast

from hypothesis import given
from hypothesis import strategies as st

from esi_data.widgets.state.code import name_of, pull_line, send_line

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


def test_a_pull_is_one_line():
    """The line reads as if a person had typed it."""
    line = pull_line("get_markets_region_id_orders", {"region_id": 10000002, "order_type": "buy"})
    assert line == (
        'frame = esi.pull("get_markets_region_id_orders", region_id=10000002, order_type="buy")'
    )


def test_a_long_pull_has_a_line_for_each_argument():
    """A long call is split."""
    line = pull_line("get_markets_region_id_orders", {"region_id": [10000002, 10000043, 10000032]},
                     esi="my_own_esi_of_the_market")  # fmt: skip
    assert line.splitlines() == [
        "frame = my_own_esi_of_the_market.pull(",
        '    "get_markets_region_id_orders",',
        "    region_id=[10000002, 10000043, 10000032],",
        ")",
    ]


def test_a_writing_operation_is_called_on_the_client():
    """With `results()`."""
    line = send_line("Mail", "post_characters_character_id_mail", {"mail": {"subject": "Hi"}})
    assert line == (
        'answer = esi.client.Mail.post_characters_character_id_mail(mail={"subject": "Hi"})'
        ".results()"
    )


@given(st.dictionaries(st.text(min_size=1), JSON, max_size=5))
def test_the_line_has_every_value(values):
    """Parsed as Python, its arguments are those of the form."""
    values.pop("self", None)
    call = ast.parse(pull_line("get_status", values)).body[0].value
    assert [ast.literal_eval(each) for each in call.args] == ["get_status"]
    found = {}
    for keyword in call.keywords:
        read = ast.literal_eval(keyword.value)
        found |= read if keyword.arg is None else {keyword.arg: read}
    assert found == values


def test_the_notebooks_own_variable_is_used():
    """Names with an underscore belong to IPython."""
    thing = object()
    assert name_of(thing, {"_": thing, "_1": thing, "tranquility": thing}, "esi") == "tranquility"
    assert name_of(thing, {"esi": object()}, "esi") == "esi"
