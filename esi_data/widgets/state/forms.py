"""What a form asks: an operation's parameters as fields, and the text of a field as its value.

A field's text may hold several values, separated by commas or lines, with quotes around what has a
comma in it. Of a parameter that takes one value, several make one call each.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from esi_data.operation import is_list_like, paging, schema_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bravado_core.operation import Operation

Kind = Literal["integer", "number", "boolean", "text", "json"]

# Asked by the client, or in another way: all pages are fetched, languages have their own field.
_LEFT_OUT = {"datasource", "language", "token", "page"}
_KINDS: dict[str, Kind] = {
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "object": "json",
}
_FLAGS = {"true": True, "false": False}


class FieldError(ValueError):
    """A field's text is not what it takes; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    Attributes:
        name: the parameter's.
        kind: what its values are.
        required: whether a call needs it.
        about: what the API's document says of it.
        choices: the values it takes, as text; any where empty.
        default: its text where nobody has typed one.
        takes_list: a list is one value of it; else each value of a list is a call.
        fans_out: whether a list can be given at all.
        least, most: bounds of numbers, where there are some.
    """

    name: str
    kind: Kind
    required: bool = False
    about: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    takes_list: bool = False
    fans_out: bool = True
    least: float | None = None
    most: float | None = None

    @property
    def hint(self) -> str:
        """What may be typed, in a few words."""
        many = "a list is sent as one" if self.takes_list else "several make one call each"
        words = [
            {"integer": "whole number", "text": "text", "json": "JSON"}.get(self.kind, self.kind),
            "needed" if self.required else "optional",
            many if not self.choices and (self.takes_list or self.fans_out) else "",
        ]
        return ", ".join(word for word in words if word)


def fields(
    operation: Operation,
    languages: Sequence[str] = (),
    characters: Sequence[str] | None = None,
) -> list[Field]:
    """The fields of an operation, needed ones first.

    Args:
        operation: whose parameters they are.
        languages: the codes to choose from, where its answer is localised.
        characters: the names of those who may ask, where it needs a login; the id in the path is
            theirs then.
    """
    left_out = _LEFT_OUT if characters is None else _LEFT_OUT | {"character_id"}
    found = [
        _field(name, param)
        for name, param in operation.params.items()
        if param.location != "header" and name not in left_out
    ]
    found.sort(key=lambda field: not field.required)
    if characters:
        found.insert(
            0,
            Field(
                "character",
                "text",
                required=True,
                about="Who asks; several make one call each.",
                choices=tuple(characters),
                default=characters[0],
            ),
        )
    if languages:
        found.append(
            Field(
                "languages",
                "text",
                about="Of the answer's names and texts; a column for each.",
                choices=tuple(languages),
                takes_list=True,
            )
        )
    if paging(operation):
        about = "At most so many pages."
        found.append(Field("max_pages", "integer", about=about, fans_out=False, least=1))
    return found


def value(field: Field, text: str) -> Any:
    """The value that a field's text stands for; None where it is empty and may be.

    Raises:
        FieldError: it stands for none.
    """
    if field.kind == "json" and text.strip():
        return _json(field, text)
    values = [_scalar(field, part) for part in _parts(field, text)]
    if not values:
        if field.required:
            raise FieldError(f"{field.name} is needed.")
        return None
    if field.takes_list:
        return values
    if len(values) > 1 and not field.fans_out:
        raise FieldError(f"{field.name} takes one value, not {len(values)}.")
    return values[0] if len(values) == 1 else values


def text(field: Field, given: Any) -> str:
    """The text that `value` reads as a value of this field."""
    if given is None:
        return ""
    if field.kind == "json":
        return json.dumps(given, indent=2, ensure_ascii=False)
    values = list(given) if is_list_like(given) else [given]
    if field.kind == "boolean":
        return ", ".join("true" if each else "false" for each in values)
    if field.kind != "text":
        return ", ".join(str(each) for each in values)
    out = io.StringIO()
    csv.writer(out, lineterminator="", quoting=csv.QUOTE_NONNUMERIC).writerow(
        [str(each) for each in values]
    )
    plain = all(re.fullmatch(r"[^\s,\"][^,\"\n\r]*(?<!\s)", str(each)) for each in values)
    return ", ".join(map(str, values)) if plain else out.getvalue()


def example(schema: Mapping[str, Any]) -> Any:
    """A value with all that a schema requires, to be filled in."""
    if "default" in schema:
        return schema["default"]
    if schema.get("enum"):
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            return {name: example(each) for name, each in schema.get("properties", {}).items()}
        case "array":
            return [example(schema.get("items", {}))]
        case "integer" | "number":
            return 0
        case "boolean":
            return False
        case _:
            return ""


def _field(name: str, param: Any) -> Field:
    spec = schema_of(param)
    items = spec.get("items", {}) if spec.get("type") == "array" else spec
    takes_list = spec.get("type") == "array"
    kind = _KINDS.get(items.get("type", ""), "text")
    if takes_list and (kind == "json" or items.get("type") == "array"):  # lists of more than values
        kind, items, takes_list = "json", spec, False
    choices = ("true", "false") if kind == "boolean" else tuple(map(str, items.get("enum", ())))
    default = ""
    if param.has_default() and param.default is not None:
        bare = Field(name, kind, takes_list=takes_list)
        default = text(bare, param.default)
    elif kind == "json" and param.required:
        default = json.dumps(example(spec), indent=2)
    return Field(
        name,
        kind,
        required=bool(param.required),
        about=(param.param_spec.get("description") or "").strip(),
        choices=choices,
        default=default,
        takes_list=takes_list,
        fans_out=kind != "json" and not choices,
        least=items.get("minimum"),
        most=items.get("maximum"),
    )


def _parts(field: Field, given: str) -> list[str]:
    if field.kind != "text":  # numbers have no spaces in them, so these separate, too
        return [part for part in re.split(r"[\s,;]+", given) if part]
    try:
        rows = list(csv.reader(io.StringIO(given.strip()), skipinitialspace=True, strict=True))
    except csv.Error as exc:
        raise FieldError(f"{field.name}: a quotation mark is left open or in the middle.") from exc
    parts = [part if part.strip() == "" else part.strip() for row in rows for part in row]
    return [part for part in parts if part]


def _scalar(field: Field, part: str) -> Any:
    try:
        match field.kind:
            case "integer":
                found: Any = int(part)
            case "number":
                found = float(part)
                if not math.isfinite(found):
                    raise FieldError(f"{field.name}: {part} is no number that can be sent.")
            case "boolean":
                found = _FLAGS[part.lower()]
            case _:
                found = part
    except (ValueError, KeyError) as exc:
        if isinstance(exc, FieldError):
            raise
        wanted = {"integer": "whole number", "boolean": "true or false"}.get(field.kind, "number")
        raise FieldError(f"{field.name}: {_brief(part)} is no {wanted}.") from exc
    if field.choices and field.kind != "boolean" and str(found) not in field.choices:
        raise FieldError(f"{field.name}: {_brief(part)} is none of {', '.join(field.choices)}.")
    if field.kind in ("integer", "number"):
        if field.least is not None and found < field.least:
            raise FieldError(f"{field.name}: {part} is less than {field.least}.")
        if field.most is not None and found > field.most:
            raise FieldError(f"{field.name}: {part} is more than {field.most}.")
    return found


def _json(field: Field, given: str) -> Any:
    try:
        return json.loads(given, parse_constant=_refuse)
    except (ValueError, RecursionError) as exc:
        raise FieldError(f"{field.name} is not JSON: {exc}.") from exc


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number of JSON")


def _brief(part: str) -> str:
    return repr(part if len(part) <= 40 else f"{part[:37]}...")
