"""Check values against the JSON schemas of a document, with the API's error texts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

Schema = Mapping[str, Any]
Problem = dict[str, Any]


class InvalidValueError(ValueError):
    """Text that is not a value of its schema."""


def resolve(schema: Schema, document: Mapping[str, Any]) -> Schema:
    """Follow the references of a schema."""
    for _ in range(50):
        if "$ref" not in schema:
            return schema
        node: Any = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
        schema = node
    raise InvalidValueError(f"circular reference: {schema['$ref']}")


def kinds(schema: Schema) -> tuple[str, ...]:
    """Return the types a schema allows; `nullable` and type lists count as null."""
    kind = schema.get("type", ())
    found = (kind,) if isinstance(kind, str) else tuple(kind)
    return (*found, "null") if schema.get("nullable") else found


def parse(text: str, schema: Schema) -> Any:
    """Return the value of a parameter's text.

    Raises:
        InvalidValueError: the text is not of the schema's type.
    """
    kind = next((k for k in kinds(schema) if k != "null"), "string")
    value: Any = text
    if kind == "integer":
        if not re.fullmatch(r"-?\d{1,19}", text):
            raise InvalidValueError("invalid integer")
        value = int(text)
    elif kind == "number":
        try:
            value = float(text)
        except ValueError as exc:
            raise InvalidValueError("invalid number") from exc
    elif kind == "boolean":
        if text.lower() not in {"true", "false", "1", "0"}:
            raise InvalidValueError("invalid boolean")
        value = text.lower() in {"true", "1"}
    return value


class Checker:
    """Validator of one schema, compiled once.

    Args:
        schema: a JSON schema as in OpenAPI 3.0 or 3.1.
        document: the document that its references point into.
    """

    def __init__(self, schema: Schema, document: Mapping[str, Any]) -> None:
        # References are resolved from the root; a document has no keys of a JSON schema.
        self._validator = _Validator({**document, **schema}, format_checker=_FORMATS)

    def problems(self, value: Any, where: str) -> list[Problem]:
        """Return `location`, `message` and `value` of everything wrong with a value."""
        return [
            {
                "location": where + "".join(map(_step, error.absolute_path)),
                "message": _message(error),
                # The list itself is left out: it may have thousands of items.
                "value": len(error.instance) if error.validator == "maxItems" else error.instance,
            }
            for error in self._validator.iter_errors(value)
        ]


def _type(validator: Any, _: Any, value: Any, schema: Schema) -> Iterator[ValidationError]:
    allowed = kinds(schema)
    if not any(validator.is_type(value, kind) for kind in allowed):
        yield ValidationError(f"expected {' or '.join(allowed)}")


def _enum(_: Any, choices: Sequence[Any], value: Any, __: Schema) -> Iterator[ValidationError]:
    if value not in choices and value is not None:  # `type` decides about null
        yield ValidationError(f'expected value to be one of "{", ".join(map(str, choices))}"')


def _required(
    validator: Any, names: Sequence[str], value: Any, _: Schema
) -> Iterator[ValidationError]:
    if validator.is_type(value, "object"):
        for name in names:
            if name not in value:
                yield ValidationError(f"expected required property {name} to be present")


def _ignored(*_: Any) -> Iterator[ValidationError]:
    """Skip a keyword that is a boolean in OpenAPI 3.0 and a number in 3.1."""
    yield from ()


_Validator = extend(
    Draft202012Validator,
    {
        "enum": _enum,
        "exclusiveMaximum": _ignored,
        "exclusiveMinimum": _ignored,
        # The API's options require nothing, so that several of them match.
        "oneOf": Draft202012Validator.VALIDATORS["anyOf"],
        "required": _required,
        "type": _type,
    },
    type_checker=Draft4Validator.TYPE_CHECKER,  # 1.0 is no integer
)
_FORMATS = FormatChecker(("date", "uuid"))


_FORMATS.checks("date-time", ValueError)(
    lambda value: not isinstance(value, str) or bool(datetime.fromisoformat(value))
)
for _name, _bits in (("int32", 31), ("int64", 63)):
    _FORMATS.checks(_name)(
        lambda value, most=2**_bits: not isinstance(value, int) or -most <= value < most
    )

_OPTIONS = "expected value to match one of the options"
_MESSAGES = {
    "anyOf": _OPTIONS,
    "format": "expected value to be {}",
    "maxItems": "expected array length <= {}",
    "maxLength": "expected length <= {}",
    "maximum": "expected number <= {}",
    "minItems": "expected array length >= {}",
    "minLength": "expected length >= {}",
    "minimum": "expected number >= {}",
    "oneOf": _OPTIONS,
    "pattern": "expected string to match pattern {}",
    "uniqueItems": "expected array items to be unique",
}


def _message(error: ValidationError) -> str:
    template = _MESSAGES.get(str(error.validator))
    return template.format(error.validator_value) if template else error.message


def _step(part: str | int) -> str:
    return f"[{part}]" if isinstance(part, int) else f".{part}"
