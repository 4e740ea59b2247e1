"""Rows for tests, made by the decoder as the client makes them."""

import json

from esi.core.decoding.models import ModelDecoder
from esi.core.openapi.document import SplitDocument, split
from esi.core.openapi.translate import translate

WHEN = {"type": "string", "format": "date-time"}
POSITION = {"type": "object", "properties": {axis: {"type": "number"} for axis in "xyz"}}
SYSTEM = {
    "type": "object",
    "required": ["system_id", "name"],
    "properties": {
        "system_id": {"type": "integer", "format": "int64"},
        "name": {"type": "string"},
        "seen": WHEN,
        "position": POSITION,
        "planets": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "planet_id": {"type": "integer"},
                    "moons": {"type": "array", "items": {"type": "integer"}},
                },
            },
        },
    },
}
JITA = {
    "system_id": 30000142,
    "name": "Jita",
    "seen": "2026-08-18T11:05:00Z",
    "position": {"x": 1, "y": 2.5, "z": -3},
    "planets": [{"planet_id": 40009077, "moons": [40009078]}, {"planet_id": 40009080}],
}


def read(schema, value, name="SystemGet"):
    """Decode a value by a schema of Swagger 2.0."""
    return ModelDecoder(schema, name)(json.dumps(value).encode())


def read_openapi(schema, value, components=None):
    """Decode a value by a schema of OpenAPI, which is translated first."""
    answer = {"description": "OK", "content": {"application/json": {"schema": schema}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "paths": {"/things": {"get": {"responses": {"200": answer}}}},
        "components": {"schemas": components or {}},
    }
    spec = SplitDocument(split(translate(document))).operation("get_things").spec
    return read(spec["responses"]["200"]["schema"], value, "ThingsGet")


def jita(**changes):
    """Decode a row in which some values are others."""
    return read(SYSTEM, {**JITA, **changes})
