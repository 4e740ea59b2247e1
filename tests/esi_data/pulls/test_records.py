"""Records of one response are the rows of its frame."""

import io
import json
from gzip import decompress as gunzip

import pytest

from esi_data.cli.output import _json, _write_records
from esi_data.pulls.records import records

CALLS = [
    ("get_status", {}),
    ("get_markets_prices", {}),
    ("get_universe_types_type_id", {"type_id": 30004984}),
    ("get_universe_types_type_id", {"type_id": "Tritanium"}),
    ("get_universe_systems_system_id", {"system_id": 30000142}),
    ("get_universe_regions", {}),
    ("get_markets_region_id_history", {"region_id": 10000002, "type_id": 34}),
]


def printed(write, given):
    stream = io.BytesIO()
    write(given, stream)
    return stream.getvalue()


@pytest.mark.parametrize(("operation", "params"), CALLS)
def test_records_print_as_the_frame_does(esi, operation, params):
    """Byte by byte: columns, their order, times, numbers and gaps."""
    found = records(esi, operation, params)
    assert found is not None
    assert printed(_write_records, found) == printed(_json, esi.pull(operation, **params))


@pytest.mark.parametrize(
    ("operation", "params"),
    [
        ("get_universe_types_type_id", {"type_id": [34, 35]}),
        ("get_markets_region_id_orders", {"region_id": 10000002}),
        ("post_universe_names", {"ids": [34]}),
    ],
)
def test_several_responses_need_a_frame(esi, esi_sandbox, operation, params):
    """Nothing is requested for them here."""
    esi.operation(operation)
    esi_sandbox.clear()
    assert records(esi, operation, params) is None
    assert esi_sandbox.requests == []


@pytest.mark.parametrize(
    "change",
    [
        {"players": "many"},
        {"players": None},
        {"start_time": "yesterday"},
        {"start_time": "2026-13-01T00:00:00Z"},
        {"start_time": "2026-01-01T00:00:00.5Z"},
        {"news": 1},
    ],
)
def test_a_response_off_its_schema_needs_a_frame(esi, esi_sandbox, change):
    """Only a frame says how an odd value is shown, and warns of it."""

    def changed(_, response):
        body = json.loads(gunzip(response.body)) if response.body[:2] == b"\x1f\x8b" else None
        body = body or json.loads(response.body)
        response.headers.pop("Content-Encoding", None)
        response.body = json.dumps(body | change).encode()

    esi_sandbox.faults.rewrite(changed, path="/status")
    assert records(esi, "get_status", {}) is None
