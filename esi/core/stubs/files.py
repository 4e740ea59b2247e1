"""Write the stub files of a document: rows, operations and clients, of both dialects.

| file | types |
|---|---|
| `esi/stubs/dicts.pyi` | rows of the 5.x line, which are dicts, and bodies |
| `esi/stubs/client.pyi` | client of `esi.clients` |
| `esi_data/stubs/__init__.pyi` | client of `esi_data.Esi`, whose futures make frames |
| `esi/stubs/__init__.pyi` | rows with attributes and client of `esi.openapi_clients` |
"""

from __future__ import annotations

import re
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esi.core.atomic_write import atomic_write
from esi.core.stubs.calls import ClientStyle
from esi.core.stubs.operations import component_schemas, read_operations
from esi.core.stubs.row_types import DictTypes, ModelTypes, SentTypes, is_served_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esi.core.stubs.operations import StubOperation

DICTS, CLIENT = "esi/stubs/dicts.pyi", "esi/stubs/client.pyi"
DATA, MODELS = "esi_data/stubs/__init__.pyi", "esi/stubs/__init__.pyi"

_HEAD = """# Written by `esi-data stubs`: a change to this file is lost with the next run.
\"\"\"{what}, at compatibility date {date}.\"\"\"

from datetime import date as _date, datetime as _datetime
from typing import Any, Literal, NotRequired, TypedDict, overload
"""
_IMPORTS = {
    DICTS: "",
    CLIENT: """
from esi.clients import CachingHttpFuture
from esi.core.client.call_types import Language, Values
from esi.models import Token
from esi.stubs.dicts import *
""",
    DATA: """
from esi.core.client.call_types import Language, SupportsToken, Values
from esi.stubs.dicts import *
from esi_data.auth.logins import Character
from esi_data.pulls.future import EsiFuture
""",
    MODELS: """from uuid import UUID

from esi.core.client.call_types import Language, Values
from esi.core.decoding.attribute_row import Row
from esi.models import Token
from esi.openapi_clients import EsiOperation, EsiOperationAsync, ESITag, ESITagAsync
""",
}
# Names that a file uses for other things; a row class of the same name gets a trailing `_`.
_TAKEN = frozenset(re.findall(r"\w+", _HEAD + "".join(_IMPORTS.values()))) | {
    "EsiClient", "OperationName", "ESIClientStub", "ESIClientAsyncStub",
}  # fmt: skip


@dataclass(frozen=True)
class StubFiles:
    """Stub files of a document.

    Attributes:
        texts: text of each file by its path below a folder of packages.
        operations: number of operations that are typed.
    """

    texts: dict[str, str]
    operations: int

    def write(self, folder: Path) -> None:
        """Write the files as partial packages of stubs (PEP 561): `esi-stubs`, `esi_data-stubs`.

        Type checkers find them in `site-packages`, pyright and Pylance also in `typings`, and
        prefer them to the files of the distribution.

        Raises:
            OSError: a file cannot be written.
        """
        texts = {name.replace("/", "-stubs/", 1): text for name, text in self.texts.items()}
        marks = {f"{name.partition('/')[0]}/py.typed": "partial\n" for name in texts}
        for name, text in {**texts, **marks}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write(path) as file:
                file.write(text.encode())


def site_packages() -> Path:
    """Return the folder of this environment's packages."""
    return Path(sysconfig.get_path("purelib"))


def render(document: dict[str, Any], date: str, *, descriptions: bool = True) -> StubFiles:
    """Return the stub files of a document.

    Args:
        document: OpenAPI 3 or Swagger 2.0 document.
        date: compatibility date that it describes.
        descriptions: False leaves out all text of the document, and writes only names, types and
            values of enums.

    Raises:
        DocumentError: the document cannot be translated.
    """
    operations = read_operations(document)
    schemas = component_schemas(document)
    site = ClientStyle(True, "str | Token", descriptions=descriptions)
    data = ClientStyle(True, "str | SupportsToken", "str | int | Character", descriptions)
    models = ClientStyle(False, "str | Token", descriptions=descriptions)
    rows, answers = _dict_rows(operations, schemas)
    of_site = _client(operations, site, "CachingHttpFuture[{}]", answers)
    of_data = _client(operations, data, "EsiFuture[{}]", answers)
    of_models = _model_stubs(operations, schemas, models)
    files = (
        (DICTS, "Rows of the API as dicts, and bodies of requests", rows),
        (CLIENT, "Client of `esi.clients`", of_site),
        (DATA, "Client of `esi_data.Esi`", [*of_data, _operation_names(operations)]),
        (MODELS, "Rows and client of `esi.openapi_clients`", of_models),
    )
    texts = {name: _file(name, what, date, *parts) for name, what, parts in files}
    return StubFiles(texts, len(operations))


def _dict_rows(
    operations: Iterable[StubOperation], schemas: dict[str, dict[str, Any]]
) -> tuple[list[str], dict[str, str]]:
    """Return the definitions of rows that are dicts, and the type of each operation's data."""
    bodies = _bodies(operations)
    rows = DictTypes(_TAKEN | bodies.names)
    answers = {
        each.old_name: rows.type_of(each.answer, each.row_name) if each.answer else "None"
        for each in operations
    }
    for name, schema in schemas.items():
        if is_served_name(name):
            rows.alias(name, schema)
    return [*bodies.lines, *rows.lines], answers


def _bodies(operations: Iterable[StubOperation]) -> SentTypes:
    """Write the types of bodies."""
    sent = SentTypes(_TAKEN, many="list")
    for each in operations:
        if each.body:
            sent.alias(f"{each.class_name}Body", each.body.schema)
    return sent


def _client(
    operations: list[StubOperation], style: ClientStyle, future: str, answers: dict[str, str]
) -> list[str]:
    """Return the classes of tags, and the client with those tags."""
    sent = SentTypes(_TAKEN)
    methods = {
        each.old_name: style.methods(each, future.format(answers[each.old_name]), sent)
        for each in operations
    }
    tags = _tags(operations)
    classes = [
        f"class _{tag}Tag:\n    resource: Any\n{''.join(methods[name] for name in names)}"
        for tag, names in tags.items()
    ]
    listed = "".join(f"    {tag}: _{tag}Tag\n" for tag in tags)
    return [*classes, f"class EsiClient:\n    swagger_spec: Any\n{listed}"]


def _model_stubs(
    operations: list[StubOperation], schemas: dict[str, dict[str, Any]], style: ClientStyle
) -> list[str]:
    """Return the rows with attributes, the operations, and the clients with those operations."""
    names = {each.class_name + kind for each in operations for kind in ("", "Async")}
    bodies = _bodies(operations)
    rows = ModelTypes(_TAKEN | names | bodies.names)
    classes = []
    for each in operations:
        answer = rows.type_of(each.answer, each.row_name) if each.answer else "None"
        row = rows.row_type(each.answer, each.row_name) if each.answer else "None"
        for kind in ("", "Async"):
            base = f"EsiOperation{kind}[{answer}, {row}]"
            classes.append(f"class {each.class_name}{kind}({base}): ...\n")
    for name, schema in schemas.items():
        if is_served_name(name):
            rows.alias(name, schema)
    tags = _tags(operations)
    clients = []
    for kind in ("", "Async"):
        sent = SentTypes(_TAKEN)
        methods = {
            each.old_name: style.methods(each, f"{each.class_name}{kind}", sent)
            for each in operations
        }
        clients += [
            f"class _{tag}Tag{kind}(ESITag{kind}):\n{''.join(methods[name] for name in names)}"
            for tag, names in tags.items()
        ]
        listed = "".join(f"    {tag}: _{tag}Tag{kind}\n" for tag in tags) or "    ...\n"
        clients.append(f"class ESIClient{kind}Stub:\n{listed}")
    return [*bodies.lines, *rows.lines, *classes, *clients]


def _tags(operations: Iterable[StubOperation]) -> dict[str, list[str]]:
    """Return the old names of operations by tag, both sorted."""
    tags: dict[str, list[str]] = {}
    for each in operations:
        for tag in each.tags:
            tags.setdefault(tag, []).append(each.old_name)
    return dict(sorted(tags.items()))


def _operation_names(operations: Iterable[StubOperation]) -> str:
    names = dict.fromkeys(name for each in operations for name in (each.old_name, each.new_id))
    listed = "".join(f"    {name!r},\n" for name in names)
    return f"\nOperationName = Literal[\n{listed}]\n" if listed else "\nOperationName = str\n"


def _file(name: str, what: str, date: str, *parts: str) -> str:
    day = re.sub(r"[^\w-]", "", date)  # the server states the date of its document
    return "\n".join([_HEAD.format(what=what, date=day) + _IMPORTS[name], *parts])
