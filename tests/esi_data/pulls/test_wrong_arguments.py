"""Wrong arguments are refused before anything is sent, and failed calls name what failed."""

import itertools
import re

import pytest
from bravado.exception import HTTPNotFound

from esi.errors import ParameterError
from esi_data import Esi

TYPE = "get_universe_types_type_id"
ORDERS = "get_markets_region_id_orders"
UNKNOWN = 99999999


@pytest.fixture
def esi(esi_sandbox, tmp_path):
    """Return an `Esi` on the sandbox that has its document, and sent nothing since."""
    with Esi("tests/1.0", api_url=esi_sandbox.url, cache=tmp_path, page_wait=0) as esi:
        _ = esi.client
        esi_sandbox.clear()
        yield esi


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"on_error": "ignore"}, "on_error='ignore' is not known; use raise, skip or collect"),
        ({"on_error": ["skip"]}, "on_error=['skip'] is not known; use raise, skip or collect"),
        ({"layout": "tall"}, "layout='tall' is not known; use wide or long"),
        ({"layout": None}, "layout=None is not known"),
        ({"languages": ["en", "xx"]}, "Unknown language 'xx'; use en, de,"),
        ({"languages": 5}, "Unknown language 5; use en, de,"),
        ({"languages": []}, "languages is an empty list"),
        ({"explode": "dogma"}, "choose one of: dogma_attributes, dogma_effects"),
        ({"explode": 5}, "explode=5 is not a list column of this response; choose one of"),
        ({"progress": "yes"}, "progress='yes' is not known; use True, False, None or a function"),
        ({"max_pages": 0}, "max_pages=0 cannot be used"),
        ({"on_eror": "skip"}, "has no parameter 'on_eror'"),
        ({"on_eror": "skip"}, "stale_if_error. Did you mean on_error"),
        ({"type_id": [34, None]}, "type_id=None does not fit"),
        ({"type_id": [34, [35]]}, "type_id=[35] does not fit"),
        ({"type_id": [34, "3.5"]}, "type_id='3.5' does not fit"),
        ({"type_id": [34, "0x22"]}, "type_id='0x22' does not fit"),
        ({"type_id": []}, "type_id is an empty list"),
    ],
)
def test_a_wrong_argument_of_a_pull_is_refused_at_once(esi, esi_sandbox, arguments, said):
    """Errors name the argument, its value and what is allowed, in whole sentences."""
    with pytest.raises(ValueError, match=re.escape(said)) as caught:
        esi.pull(TYPE, **{"type_id": 34, **arguments})
    assert ".." not in str(caught.value)
    assert esi_sandbox.requests == []


@pytest.mark.parametrize(
    ("method", "arguments", "said"),
    [
        ("frame", {"explode": 5}, "explode=5 is not a list column"),
        ("frame", {"progress": 1}, "progress=1 is not known"),
        ("frame_localized", {"layout": "x"}, "layout='x' is not known; use wide or long"),
        ("frame_localized", {"languages": ["xx"]}, "Unknown language 'xx'"),
        ("frame_localized", {"languages": []}, "languages is an empty list"),
        ("frame_localized", {"language": "de"}, "Unknown argument language; use languages"),
    ],
)
def test_a_wrong_argument_of_a_frame_is_refused_at_once(esi, esi_sandbox, method, arguments, said):
    """A pull refuses the same values."""
    future = esi.client.Universe.get_universe_types_type_id(type_id=34)
    with pytest.raises((ValueError, TypeError), match=re.escape(said)):
        getattr(future, method)(**arguments)
    assert esi_sandbox.requests == []


@pytest.mark.parametrize("learn", [-1, "x", None])
def test_a_plan_learns_from_a_number_of_requests(esi, esi_sandbox, learn):
    """Anything else is refused at once."""
    with pytest.raises(ParameterError, match=f"learn={learn!r} cannot be used: pass 0 or more"):
        esi.plan(ORDERS, region_id=[10000002], learn=learn)
    assert esi_sandbox.requests == []


@pytest.mark.parametrize(
    "call",
    [
        lambda esi: esi.pull(TYPE, type_id=[34, UNKNOWN]),
        lambda esi: esi.pull(TYPE, type_id=[34, UNKNOWN], languages=["en", "de"]),
        lambda esi: [
            esi.client.Universe.get_universe_types_type_id(type_id=each).results()
            for each in (34, UNKNOWN)
        ],
        lambda esi: esi.client.Universe.get_universe_types_type_id(type_id=UNKNOWN).frame(),
    ],
    ids=["pull", "localised pull", "results", "frame"],
)
def test_a_failed_call_among_many_names_its_value(esi, call):
    """Errors have the parameter's name and value, wherever the call was made."""
    with pytest.raises(HTTPNotFound, match=f"type_id={UNKNOWN}"):
        call(esi)


def test_a_failed_call_of_a_pull_says_how_to_keep_the_others(esi):
    """Notes name the option; for a body, also that the option finds the wrong value."""
    with pytest.raises(HTTPNotFound) as caught:
        esi.pull(TYPE, type_id=[34, UNKNOWN])
    assert 'on_error="collect" keeps the others' in caught.value.__notes__[0]
    with pytest.raises(HTTPNotFound) as caught:
        esi.pull("post_universe_names", ids=[34, UNKNOWN])
    assert 'on_error="collect" finds the wrong values' in caught.value.__notes__[0]
    (error,) = esi.pull("post_universe_names", ids=[34, UNKNOWN], on_error="collect").attrs["esi"][
        "errors"
    ]
    assert error["item"] == UNKNOWN


@pytest.mark.parametrize(
    "arguments",
    [
        {"region_id": range(1001), "type_id": range(1000)},
        {"region_id": 10000002, "type_id": itertools.count()},
    ],
)
def test_lists_that_make_endless_calls_are_refused(esi, esi_sandbox, arguments):
    """Products of long lists, and iterators without an end, would fill the memory."""
    with pytest.raises(ParameterError, match=r"type_id .* more than 1,000,000 calls"):
        esi.pull("get_markets_region_id_history", **arguments)
    assert esi_sandbox.requests == []
