"""Documents of any shape: hypothesis strategies for OpenAPI 3.0 and 3.1 schemas."""

from __future__ import annotations

from functools import cache

from hypothesis import settings
from hypothesis import strategies as st

few = settings(max_examples=30)

NAMES = ("A", "B", "C", "D")
# `nullable` and `oneOf` are fine names for a property.
PROPERTIES = ("when", "name", "what", "rest", "nullable", "oneOf")

TEXT = {"type": "string"}
STRINGS = (
    TEXT,
    {"type": "string", "format": "date-time"},
    {"type": "string", "format": "date"},
    {"type": "string", "format": "uuid"},
    {"type": "string", "maxLength": 9, "examples": ["an example"]},
)
OTHERS = (
    {"type": "integer", "format": "int64"},
    {"type": "integer", "format": "int32", "minimum": 1},
    {"type": "number", "format": "double", "exclusiveMinimum": 0},
    {"type": "boolean", "readOnly": True},
    {"type": "integer", "enum": [1, 2], "x-enum-descriptions": ["one", "two"]},
)


def schemas(version, strings, earlier, any_name=()):
    """Schemas; `earlier` components may be referred to anywhere, `any_name` where that can end."""

    def nulls(schema):
        forms = [schema]
        kind = schema.get("type")
        if version == "3.0":
            if "$ref" in schema:
                forms.append({"allOf": [schema], "nullable": True})
            else:
                forms.append({**schema, "nullable": True})
                if "enum" in schema:
                    forms.append({**schema, "nullable": True, "enum": [*schema["enum"], None]})
        else:
            forms.append({"oneOf": [schema, {"type": "null"}]})
            forms.append({"anyOf": [{"type": "null"}, schema], "title": "may be null"})
            if isinstance(kind, str) and "enum" not in schema:
                forms.append({**schema, "type": [kind, "null"]})
            if "enum" in schema:
                forms.append({**schema, "type": [kind, "null"], "enum": [*schema["enum"], None]})
        return st.sampled_from(forms)

    leaves = [*strings, *OTHERS, *({"$ref": f"#/components/schemas/{name}"} for name in earlier)]
    if version == "3.1":
        leaves += [{"const": None}, {"const": 7, "type": "integer"}, {"type": "null"}]
        leaves += [{**one, "type": ["string", "integer"]} for one in strings]
    loops = [{"$ref": f"#/components/schemas/{name}"} for name in any_name]
    leaf = st.sampled_from(leaves).flatmap(nulls)

    def bigger(inner):
        optional = st.one_of(inner, st.sampled_from(loops)) if loops else inner
        objects = st.builds(
            _object,
            st.dictionaries(st.sampled_from(PROPERTIES), optional, max_size=4),
            st.sets(st.sampled_from(PROPERTIES)),
            st.one_of(st.none(), st.booleans(), inner),
        )
        arrays = st.builds(lambda items: {"type": "array", "items": items}, optional)
        choices = st.builds(
            lambda keyword, options, more: {keyword: options, **more},
            st.sampled_from(["oneOf", "anyOf"]),
            st.lists(inner, min_size=1, max_size=3),
            st.sampled_from(
                [
                    {},
                    {"description": "One of these."},
                    {"discriminator": {"propertyName": "what"}},
                    {"example": {"what": 1}, "title": "A choice"},
                ]
            ),
        )
        return st.one_of(objects, arrays, choices, choices.flatmap(nulls), objects.map(_all_of))

    return st.recursive(leaf, bigger, max_leaves=6)


def _object(properties, required, extra):
    made = {"type": "object", "properties": properties}
    # What leads back to itself must be optional, or no value ever ends.
    made["required"] = sorted(
        name for name in required & properties.keys() if "$ref" not in properties[name]
    )
    if extra is not None:
        made["additionalProperties"] = extra
    return made


def _all_of(schema):
    """Return an object in two parts, each with half of its properties."""
    names = sorted(schema["properties"])
    half = len(names) // 2
    parts = []
    for own in (names[:half], names[half:]):
        properties = {name: schema["properties"][name] for name in own}
        required = [name for name in schema["required"] if name in own]
        parts.append({"type": "object", "properties": properties, "required": required})
    parts[0] |= {"additionalProperties": schema.get("additionalProperties", True)}
    return {"allOf": [*parts, {"description": "In two parts."}]}


@st.composite
def documents(draw, *, loops=True, mixed=False):
    """Documents whose one operation answers component `D`, which may refer to `A`, `B` and `C`.

    Args:
        loops: let components refer to themselves and to later ones.
        mixed: let strings have several formats. By default all have one drawn format, so that
            choices never confuse a text with a date.
    """
    version = draw(st.sampled_from(["3.0", "3.1"]))
    form = None if mixed else draw(st.sampled_from(range(len(STRINGS))))
    components = {name: draw(each) for name, each in _components(version, form, loops).items()}
    return document_of({"$ref": "#/components/schemas/D"}, components, version)


@cache
def _components(version, form, loops):
    """Return a strategy for each component; cached, since making one takes longer than drawing."""
    strings = STRINGS if form is None else STRINGS[form : form + 1]
    return {
        name: schemas(version, strings, NAMES[:number], NAMES if loops else ())
        for number, name in enumerate(NAMES)
    }


def document_of(answer, components=None, version="3.1", *, operation=None, path="/things/{id}"):
    """Return a document of one operation, `get_things_id` of the tag `Some Things`."""
    parameters = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
    ]
    return {
        "openapi": f"{version}.0",
        "info": {"title": "A document", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {
            path: {
                "get": {
                    "operationId": "ThingsDetail",
                    "tags": ["Some Things"],
                    "parameters": parameters,
                    "responses": {
                        "200": {
                            "description": "OK",
                            "content": {"application/json": {"schema": answer}},
                        },
                    },
                    **(operation or {}),
                }
            }
        },
        "components": {"schemas": components or {}},
    }
