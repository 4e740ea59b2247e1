"""Read the operations of a document: names, parameters, response and requirements.

They come from the translated document, against which calls are checked.
"""

from __future__ import annotations

import keyword
from dataclasses import dataclass
from typing import Any

from esi.core.client.answer_schema import declared_answer
from esi.core.client.help import facts
from esi.core.decoding.models import class_name
from esi.core.openapi.document import SplitDocument
from esi.core.openapi.load import split_bytes
from esi.core.openapi.schemas import Source
from esi.core.openapi.translate import translate
from esi.core.paging.walks import paging

# Parameters that the 5.x line adds to every operation.
LEGACY = ("datasource", "language", "token")


@dataclass(frozen=True)
class StubParameter:
    """Parameter of an operation, or its body."""

    name: str
    schema: dict[str, Any]
    required: bool
    description: str = ""


@dataclass(frozen=True)
class StubOperation:
    """Operation as the stubs show it.

    Attributes:
        old_name: name of the 5.x line, `get_status`.
        new_id: id of the API's document, `GetStatus`.
        tags: tags, as attribute names.
        method: HTTP method, in lower case.
        path: path with the names of its parameters in braces.
        parameters: those of path and query, required ones first.
        body: the body, under the name of the 5.x line.
        answer: schema of the successful response; None without data.
        needs_token: True if it needs a character's token.
        paging: `pages`, `cursor` or the parameter of ids; empty for a single response.
        facts: scopes, roles, cache time and rate limit, by label.
        summary: the API's summary.
        description: the API's description.
    """

    old_name: str
    new_id: str
    tags: tuple[str, ...]
    method: str
    path: str
    parameters: tuple[StubParameter, ...]
    body: StubParameter | None
    answer: dict[str, Any] | None
    needs_token: bool
    paging: str
    facts: dict[str, str]
    summary: str
    description: str

    @property
    def class_name(self) -> str:
        """Name of its class in the dialect of releases 8 to 10: `GetStatusOperation`."""
        return f"{class_name(self.new_id)}Operation"

    @property
    def row_name(self) -> str:
        """Name of the class of its rows where the document gives none."""
        return class_name(f"{self.path}/{self.method}")


def read_operations(document: dict[str, Any]) -> list[StubOperation]:
    """Return the operations of a document of either kind, ordered by name.

    Operations and tags whose names are invalid in Python are left out: no code could use them.

    Raises:
        DocumentError: the document cannot be translated.
    """
    split = SplitDocument(split_bytes(document))
    tags: dict[str, list[str]] = {}
    for tag, names in split.tags.items():
        for name in names:
            tags.setdefault(name, []).append(tag)
    operations = (
        _operation(split, name, tuple(filter(is_name, tags.get(name, ()))))
        for name in sorted(split.names)
    )
    return [each for each in operations if is_name(each.old_name) and each.tags]


def component_schemas(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the schemas of a document's components by name, translated, without references."""
    swagger = translate(document) if "openapi" in document else document
    found: dict[str, dict[str, Any]] = Source(swagger).unfolded(swagger.get("definitions", {}))
    return found


def is_name(text: str) -> bool:
    """Return True for a text that can be a name in Python."""
    return text.isidentifier() and not keyword.iskeyword(text) and text.isascii()


def _operation(split: SplitDocument, name: str, tags: tuple[str, ...]) -> StubOperation:
    path, method, spec = split.operation(name)
    declared = spec["parameters"]
    parameters = [
        StubParameter(
            each["name"], each, bool(each.get("required")), str(each.get("description") or "")
        )
        for each in declared
        if each["in"] in {"path", "query"} and is_name(each["name"]) and each["name"] not in LEGACY
    ]
    parameters.sort(key=lambda each: not each.required)
    bodies = [
        StubParameter(each["name"], each.get("schema", {}), bool(each.get("required")))
        for each in declared
        if each["in"] == "body" and is_name(each["name"])
    ]
    new_id = str(spec.get("x-operation-id", name))
    return StubOperation(
        old_name=name,
        new_id=new_id if is_name(new_id) else name,
        tags=tags,
        method=method,
        path=path,
        parameters=tuple(parameters),
        body=bodies[0] if bodies else None,
        answer=declared_answer(spec),
        needs_token=bool(spec.get("security")),
        paging=paging(spec, method, [each["name"] for each in declared]),
        facts=facts(spec),
        summary=str(spec.get("summary") or ""),
        description=str(spec.get("description") or ""),
    )
