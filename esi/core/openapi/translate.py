"""Translate an OpenAPI 3.0 or 3.1 document to the Swagger 2.0 document that bravado reads.

Operations get the ids of the 5.x line, made of method and path (`get_markets_region_id_orders`);
`x-operation-id` has the new id. All functions take and return plain values.

The changes, and their reasons:

- The HTTP client sets protocol headers (`X-Compatibility-Date`, `X-Tenant`, `If-Modified-Since`).
  Callers of the 5.x line pass `datasource`, `language`, `token` and `If-None-Match`, so each
  operation accepts them.
- Schemas lose what Swagger 2.0 cannot express; see `esi.core.openapi.schemas`. Those of components
  keep their names as `x-name`, since references to them are resolved later.
- Query arrays are sent as repeated parameters (`form`, `explode`: OpenAPI's default style).
- A parameter with a default is optional for callers, although the API's documents also declare it
  required; `x-send-default` makes the client send it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from esi.core.openapi.schemas import SHARED, Source

if TYPE_CHECKING:
    from collections.abc import Collection

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")

# Names that request bodies had in the API's Swagger 2.0 documents; OpenAPI 3 has none.
BODY_NAMES = {
    "post_characters_affiliation": "characters",
    "post_characters_character_id_cspa": "characters",
    "post_characters_character_id_assets_locations": "item_ids",
    "post_characters_character_id_assets_names": "item_ids",
    "post_corporations_corporation_id_assets_locations": "item_ids",
    "post_corporations_corporation_id_assets_names": "item_ids",
    "put_characters_character_id_calendar_event_id": "response",
    "post_characters_character_id_contacts": "contact_ids",
    "put_characters_character_id_contacts": "contact_ids",
    "post_characters_character_id_fittings": "fitting",
    "post_characters_character_id_mail": "mail",
    "post_characters_character_id_mail_labels": "label",
    "put_characters_character_id_mail_mail_id": "contents",
    "put_fleets_fleet_id": "new_settings",
    "post_fleets_fleet_id_members": "invitation",
    "put_fleets_fleet_id_members_member_id": "movement",
    "put_fleets_fleet_id_squads_squad_id": "naming",
    "put_fleets_fleet_id_wings_wing_id": "naming",
    "post_ui_openwindow_newmail": "new_mail",
    "post_universe_ids": "names",
    "post_universe_names": "ids",
}

_STRING = {"type": "string"}
_UNCHANGED = "ETag of an earlier response; raises HTTPNotModified if unchanged."
_SIGNED = "Access token, or an object that has one; sent as a header, never in the URL."
_LEGACY_PARAMETERS: list[dict[str, Any]] = [
    {"name": name, "in": where, "description": description, **_STRING}
    for name, where, description in (
        ("datasource", "query", "Name of the server."),
        ("language", "query", "Response language."),
        ("Accept-Language", "header", "As `language`."),
        ("If-None-Match", "header", _UNCHANGED),
        ("token", "query", _SIGNED),
    )
]


def translate(document: dict[str, Any]) -> dict[str, Any]:
    """Return the Swagger 2.0 document of an OpenAPI 3.x one; the argument is not modified."""
    version = str(document.get("openapi", "")) if isinstance(document, dict) else ""
    if not version.startswith("3."):
        raise ValueError(f"Not an OpenAPI 3 document: its version is {version or 'not given'!r}.")
    url = urlsplit(((document.get("servers") or [{}])[0]).get("url") or "https://esi.evetech.net")
    source = Source(document)
    security = _security(source)
    return {
        "swagger": "2.0",
        "x-translated-from": version,
        "info": document.get("info", {"title": "ESI", "version": ""}),
        "host": url.netloc,
        "basePath": url.path or "/",
        "schemes": [url.scheme],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "tags": document.get("tags", []),
        "securityDefinitions": security,
        "paths": {
            path: {
                method: _operation(source, path, method, item, security.keys())
                for method in METHODS
                if isinstance(item.get(method), dict)
            }
            for path, item in document.get("paths", {}).items()
        },
        "definitions": {
            name: _named(source.schema(schema), name)
            for name, schema in document.get("components", {}).get("schemas", {}).items()
        },
    }


def _named(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """Add the name of its component to the schema of an object or a list."""
    return {**schema, "x-name": name} if schema.get("type") in {"object", "array"} else schema


def operation_name(method: str, path: str) -> str:
    """Return the 5.x line's operation id.

    `get` and `/wars/{war_id}/killmails` make `get_wars_war_id_killmails`.
    """
    segments = (segment.strip("{}").replace("-", "_") for segment in path.split("/") if segment)
    return "_".join([method.lower(), *segments])


def _operation(
    source: Source, path: str, method: str, item: dict[str, Any], schemes: Collection[str]
) -> dict[str, Any]:
    spec = item[method]
    name = operation_name(method, path)
    declared = map(source.deref, [*item.get("parameters", []), *spec.get("parameters", [])])
    parameters = [
        translated
        for parameter in {(one["name"], one["in"]): one for one in declared}.values()
        if (translated := _parameter(source, parameter))
    ]
    if body := source.deref(spec.get("requestBody")):
        parameters.append(
            {
                "name": BODY_NAMES.get(name, "body"),
                "in": "body",
                "required": bool(body.get("required")),
                "schema": source.schema(_json_schema(body)),
            }
        )
    declared_names = {parameter["name"] for parameter in parameters}
    legacy = _LEGACY_PARAMETERS if spec.get("security") else _LEGACY_PARAMETERS[:-1]
    parameters += [each for each in legacy if each["name"] not in declared_names]
    responses = {
        str(status): _response(source, str(status), source.deref(response))
        for status, response in spec.get("responses", {}).items()
    }
    responses.setdefault("304", {"description": "Not modified"})
    translated = {
        **{key: value for key, value in spec.items() if key.startswith("x-")},
        "operationId": name,
        "x-operation-id": spec.get("operationId", name),
        "summary": spec.get("summary", ""),
        "description": spec.get("description", ""),
        "tags": spec.get("tags") or ["default"],
        "parameters": parameters,
        "responses": responses,
    }
    # bravado refuses a rule whose scheme is undefined, and not every scheme can be translated.
    rules = [rule for rule in spec.get("security", []) if all(name in schemes for name in rule)]
    if rules:
        translated["security"] = rules
    if spec.get("deprecated"):
        translated["deprecated"] = True
    return translated


def _parameter(source: Source, parameter: dict[str, Any]) -> dict[str, Any] | None:
    """Translate a path or query parameter; return None for headers, set by the HTTP client."""
    if parameter["in"] not in {"path", "query"}:
        return None
    schema = source.inline(parameter.get("schema", _STRING))
    required = parameter["in"] == "path" or bool(parameter.get("required"))
    translated = {
        "name": parameter["name"],
        "in": parameter["in"],
        "required": required and "default" not in schema,
        **_primitive(schema),
    }
    if required and "default" in schema:
        translated["x-send-default"] = True
    if description := parameter.get("description") or schema.get("description"):
        translated["description"] = description
    if translated["name"] == "page":
        translated.setdefault("default", 1)
    if translated["type"] == "array" and parameter["in"] == "query":
        exploded = parameter.get("explode", parameter.get("style", "form") == "form")
        translated["collectionFormat"] = "multi" if exploded else "csv"
    return translated


def _primitive(schema: dict[str, Any]) -> dict[str, Any]:
    """Reduce a schema to what Swagger 2.0 allows outside bodies: no objects, no `required`."""
    plain = {key: schema[key] for key in SHARED if key in schema and key != "required"}
    plain.setdefault("type", "string")
    if plain["type"] == "object":
        plain["type"] = "string"
    if plain["type"] == "array":
        plain["items"] = _primitive(schema.get("items", _STRING))
        if plain["items"]["type"] == "array":
            # The API's Swagger 2.0 documents joined inner arrays by pipes (`1|2`).
            plain["items"]["collectionFormat"] = "pipes"
    return plain


def _response(source: Source, status: str, response: dict[str, Any]) -> dict[str, Any]:
    translated: dict[str, Any] = {"description": response.get("description", "")}
    # 204 has no body, whatever the document says; a 304 neither (RFC 9110, 15.3.5 and 15.4.5).
    if status not in {"204", "304"} and (schema := _json_schema(response)) is not None:
        translated["schema"] = source.schema(schema)
    if headers := response.get("headers"):
        translated["headers"] = {
            name: _primitive(source.inline(source.deref(header).get("schema", _STRING)))
            for name, header in headers.items()
        }
    return translated


def _json_schema(holder: dict[str, Any]) -> dict[str, Any] | None:
    """Return the schema of a JSON body, None if no content is declared."""
    for media_type, content in holder.get("content", {}).items():
        if "json" in media_type:
            schema: dict[str, Any] = content.get("schema", {})
            return schema
    return None


def _security(source: Source) -> dict[str, Any]:
    definitions = {}
    schemes = source.document.get("components", {}).get("securitySchemes", {})
    for name, scheme in schemes.items():
        flow = source.deref(scheme).get("flows", {}).get("authorizationCode")
        if flow:
            definitions[name] = {
                "type": "oauth2",
                "flow": "accessCode",
                "authorizationUrl": flow.get("authorizationUrl", ""),
                "tokenUrl": flow.get("tokenUrl", ""),
                "scopes": flow.get("scopes", {}),
            }
    return definitions
