"""Turn an operation's parameters into form fields, and the text of a field into a value.

A field's text may contain several values, separated by commas or lines; quote a value that contains
a comma. If the parameter takes one value, several values make one call each.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from esi.core.error_text import brief
from esi_data.id_columns import is_name, takes_names
from esi_data.operation import is_list_like, paging, schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bravado_core.operation import Operation

Kind = Literal["integer", "number", "boolean", "text", "json"]

# Set by the client, or by other fields: all pages are fetched, and `languages` is a field.
_HIDDEN = {"datasource", "language", "token", "page"}
_KINDS: dict[str, Kind] = {
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "object": "json",
}
_HINTS = {"boolean": "True or false", "json": "JSON"}
# Spaces separate numbers, too; "The Forge" stays whole.
_SEPARATOR = re.compile(r"[,;\n]|(?<=[\d.])\s+(?=[-+.\d])")
_READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "integer": ("an integer", int),
    "number": ("a number", float),
    "boolean": ("true or false", lambda text: {"true": True, "false": False}[text.lower()]),
}


class FieldError(ValueError):
    """Invalid text of a field; the message names the field and what it takes."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: a parameter, the kind of its values, and their text at first."""

    name: str
    kind: Kind
    required: bool = False
    description: str = ""
    choices: tuple[str, ...] = ()  # empty if any value is allowed
    default: str = ""
    takes_list: bool = False  # a list is one value; otherwise each element makes a call
    fans_out: bool = True
    least: float | None = None
    most: float | None = None

    @property
    def hint(self) -> str:
        """Short help text: the type, and how to enter several values."""
        kind = _HINTS.get(self.kind, self.kind.capitalize())
        hint = f"{kind}, {'required' if self.required else 'optional'}."
        if self.choices or not (self.takes_list or self.fans_out):
            return hint
        effect = "sent as one list" if self.takes_list else "one call each"
        return f"{hint} Separate several with commas: {effect}."


def fields(
    operation: Operation,
    languages: Sequence[str] = (),
    characters: Sequence[str] | None = None,
) -> list[Field]:
    """Return the fields of an operation, required ones first.

    `languages` are those to choose from, if its response is localised. `characters`, who may call
    it if it requires a login, replace the character ID in the path.
    """
    hidden = _HIDDEN if characters is None else _HIDDEN | {"character_id"}
    found = [
        _field(name, param)
        for name, param in operation.params.items()
        if param.location != "header" and name not in hidden
    ]
    found.sort(key=lambda field: not field.required)
    if characters:
        text = "Character that makes the call; each selected one makes a call."
        first = Field("character", "text", True, text, tuple(characters), default=characters[0])
        found.insert(0, first)
    if languages:
        text = "Languages of names and texts; one column each."
        found.append(Field("languages", "text", False, text, tuple(languages), takes_list=True))
    if paging(operation):
        text = "Maximum number of pages to fetch."
        found.append(Field("max_pages", "integer", False, text, fans_out=False, least=1))
    return found


def value(field: Field, text: str) -> Any:
    """Return the value of a field's text; None if an optional field is empty."""
    if field.kind == "json" and text.strip():
        return _json(field, text)
    values = [_scalar(field, part) for part in _parts(field, text)]
    if not values:
        if field.required:
            raise FieldError(f"{field.name} is required.")
        return None
    if field.takes_list:
        return values
    if len(values) > 1 and not field.fans_out:
        raise FieldError(f"{field.name} takes one value, not {len(values)}.")
    return values[0] if len(values) == 1 else values


def text(field: Field, given: Any) -> str:
    """Return the text of a value; the inverse of `value`."""
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
    """Return an empty value of a schema with all properties, for the user to fill in."""
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
    if takes_list and (kind == "json" or items.get("type") == "array"):  # nested lists
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
        description=(param.param_spec.get("description") or "").strip(),
        choices=choices,
        default=default,
        takes_list=takes_list,
        fans_out=kind != "json" and not choices,
        least=items.get("minimum"),
        most=items.get("maximum"),
    )


def _parts(field: Field, given: str) -> list[str]:
    if field.kind != "text":
        return [part.strip() for part in _SEPARATOR.split(given) if part.strip()]
    try:
        rows = list(csv.reader(io.StringIO(given.strip()), skipinitialspace=True, strict=True))
    except csv.Error as exc:
        raise FieldError(f"{field.name}: unbalanced quotation marks.") from exc
    parts = [part if part.strip() == "" else part.strip() for row in rows for part in row]
    return [part for part in parts if part]


def _scalar(field: Field, part: str) -> Any:
    expected, read = _READERS.get(field.kind, ("text", str))
    if is_name(part) and takes_names(field.name, {"type": field.kind}):
        return part
    try:
        found = read(part)
    except (ValueError, KeyError) as exc:
        raise FieldError(f"{field.name}: {brief(part)} is not {expected}.") from exc
    if field.choices and field.kind != "boolean" and str(found) not in field.choices:
        raise FieldError(f"{field.name}: {brief(part)} is not one of {', '.join(field.choices)}.")
    if isinstance(found, float) and not math.isfinite(found):
        raise FieldError(f"{field.name}: {part} is not a finite number.")
    if field.least is not None and found < field.least:
        raise FieldError(f"{field.name}: {part} is less than {field.least}.")
    if field.most is not None and found > field.most:
        raise FieldError(f"{field.name}: {part} is more than {field.most}.")
    return found


def _json(field: Field, given: str) -> Any:
    try:
        return json.loads(given, parse_constant=_reject)
    except (ValueError, RecursionError) as exc:
        raise FieldError(f"{field.name} is not valid JSON: {exc}.") from exc


def _reject(constant: str) -> float:
    raise ValueError(f"{constant} is not a JSON number")
