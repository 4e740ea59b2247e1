"""Small document with every feature that the stubs of the API use."""


def listed(items):
    return {"type": "array", "items": items}


def answer(schema, **more):
    content = {"application/json": {"schema": schema}}
    return {"responses": {"200": {"description": "", "content": content}}, **more}


def parameter(name, kind, *, where="query", required=False, **schema):
    schema = {"type": kind, **schema}
    return {"name": name, "in": where, "required": required, "schema": schema}


def body(schema, *, required=True):
    return {"required": required, "content": {"application/json": {"schema": schema}}}


LOGIN = {
    "type": "oauth2",
    "flows": {"authorizationCode": {"authorizationUrl": "", "tokenUrl": "", "scopes": {"s": ""}}},
}
PRICE = {
    "type": "object",
    "required": ["type_id", "seen", "kind"],
    "properties": {
        "type_id": {"type": "integer"},
        "kind": {"type": "string", "enum": ["buy", "sell"]},
        "price": {"type": "number"},
        "seen": {"type": "string", "format": "date-time"},
        "date": {"type": ["string", "null"], "format": "date"},
        "from": {"type": "integer"},
        "dates": {"type": "array", "items": {"type": "string"}},
        "where": {"$ref": "#/components/schemas/Place"},
    },
}
DOCUMENT = {
    "openapi": "3.1.0",
    "components": {
        "securitySchemes": {"OAuth2": LOGIN},
        "schemas": {
            "CharacterID": {"type": "integer"},
            "MarketsPricesGet": listed(PRICE),
            "Place": {
                "oneOf": [{"$ref": "#/components/schemas/" + each} for each in ("Inn", "Moon")]
            },
            "Inn": {"type": "object", "properties": {"beds": {"type": "integer"}}},
            "Moon": {"type": "object", "properties": {"id": {"type": "string", "format": "uuid"}}},
            "JobsListing": {
                "type": "object",
                "properties": {
                    "cursor": {"type": "object", "properties": {"after": {"type": "string"}}},
                    "jobs": listed({"$ref": "#/components/schemas/Inn"}),
                },
            },
            "RacesGet_inner": {"type": "object", "properties": {"race": {"type": "string"}}},
        },
        "parameters": {"Region": parameter("region_id", "integer", where="path", required=True)},
    },
    "paths": {
        "/markets/{region_id}/prices": {
            "parameters": [{"$ref": "#/components/parameters/Region"}],
            "get": answer(
                {"$ref": "#/components/schemas/MarketsPricesGet"},
                operationId="GetMarketsPrices",
                tags=["Market"],
                summary="List prices, as somebody wrote",
                description='Prices of """a region\\',
                parameters=[
                    parameter("page", "integer"),
                    parameter("X-Tenant", "string", where="header"),
                    parameter("order", "string", enum=["buy", "sell"], default="buy"),
                    parameter("types", "array", items={"type": "integer"}),
                ],
                **{
                    "x-client-cache-ttl": 300,
                    "x-rate-limit": {"group": "market", "max-tokens": 60, "window-size": "15m"},
                },
            ),
        },
        "/characters/{character_id}/jobs": {
            "get": answer(
                {"$ref": "#/components/schemas/JobsListing"},
                operationId="GetJobs",
                tags=["Freelance Jobs"],
                security=[{"OAuth2": ["s"]}],
                parameters=[parameter("character_id", "integer", where="path", required=True)],
                **{"x-pagination": "cursor"},
            )
        },
        "/universe/names": {
            "post": answer(
                listed({"type": "object", "properties": {"name": {"type": "string"}}}),
                operationId="PostUniverseNames",
                tags=["Universe"],
                requestBody=body(listed({"type": "integer"})),
            ),
            "delete": {
                "operationId": "DeleteNames",
                "tags": ["Universe"],
                "responses": {"204": {"description": ""}},
            },
        },
        "/races": {
            "get": answer(
                listed({"$ref": "#/components/schemas/RacesGet_inner"}),
                operationId="GetRaces",
                tags=["Universe"],
            ),
            "put": answer(
                {"type": "string"},
                operationId="PutRaces",
                tags=["Universe"],
                requestBody=body(
                    {
                        "type": "object",
                        "required": ["name"],
                        "properties": {
                            "name": {"type": "string", "enum": ["a", "b"]},
                            "ids": listed({"type": "integer"}),
                        },
                    }
                ),
            ),
        },
    },
}
