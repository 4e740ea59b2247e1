"""Write the methods of tags: parameters and return type of each operation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.core.stubs.docstrings import docstring

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esi.core.stubs.operations import StubOperation, StubParameter
    from esi.core.stubs.row_types import SentTypes

_LANGUAGE = "language: Language = ..."
_OPTIONS = "_request_options: dict[str, Any] = ..."
_CHARACTER = "character_id"


@dataclass(frozen=True)
class ClientStyle:
    """Client for which stubs are written.

    Attributes:
        old_names: True for the names of the 5.x line as well as the new ids.
        token: type of `token=`.
        character: type of `character=`; empty where calls have no such argument.
        descriptions: True to add the descriptions of the API's document.
    """

    old_names: bool
    token: str
    character: str = ""
    descriptions: bool = False

    def methods(self, operation: StubOperation, returns: str, sent: SentTypes) -> str:
        """Return the methods of an operation."""
        doc = docstring(operation, descriptions=self.descriptions, indent=" " * 8)
        if not self.old_names:
            return self._method(operation.new_id, operation, "body", returns, sent, doc)
        body = operation.body.name if operation.body else ""
        text = self._method(operation.old_name, operation, body, returns, sent, doc)
        if operation.new_id == operation.old_name:
            return text
        if body in {"", "body"}:
            return f"{text}    {operation.new_id} = {operation.old_name}\n"
        return text + self._method(operation.new_id, operation, "body", returns, sent, doc)

    def _method(
        self,
        name: str,
        operation: StubOperation,
        body: str,
        returns: str,
        sent: SentTypes,
        doc: str,
    ) -> str:
        """Return a method, or two overloads if `character` can replace `character_id`."""
        arguments = [_argument(each, operation, sent) for each in operation.parameters]
        if operation.body:
            arguments.insert(
                sum(each.required for each in operation.parameters),
                _argument(operation.body, operation, sent, body),
            )
        more = self._shared(operation)
        own = [each for each in arguments if each.startswith(f"{_CHARACTER}:")]
        if not (operation.needs_token and self.character):
            return _definition(name, [*arguments, *more], returns, doc)
        character = f"character: {self.character}"
        if not own:
            return _definition(
                name, [*arguments, f"{character} | None = None", *more], returns, doc
            )
        rest = [each for each in arguments if each not in own]
        as_character = [character, *rest, f"{own[0]} | None = None", *more]
        overload = "    @overload\n"
        return (
            f"{overload}{_definition(name, [*arguments, *more], returns, doc)}"
            f"{overload}{_definition(name, as_character, returns, doc)}"
        )

    def _shared(self, operation: StubOperation) -> list[str]:
        """Return the arguments that are options of the client, not parameters of the API."""
        token = [f"token: {self.token} | None = None"] if operation.needs_token else []
        if self.old_names:
            return [*token, _LANGUAGE, "datasource: str = ...", _OPTIONS]
        return [*token, "accept_language: Language = ..."]


def _argument(
    parameter: StubParameter, operation: StubOperation, sent: SentTypes, name: str = ""
) -> str:
    type_ = sent.type_of(parameter.schema, f"{operation.class_name}Body")
    text = f"{name or parameter.name}: {type_}"
    return text if parameter.required else f"{text} | None = {_default(parameter)}"


def _default(parameter: StubParameter) -> str:
    default = parameter.schema.get("default")
    return ascii(default) if isinstance(default, bool | int | float | str) else "None"


def _definition(name: str, arguments: Iterable[str], returns: str, doc: str) -> str:
    listed = "".join(f"        {each},\n" for each in arguments)
    star = "        *,\n" if listed else ""
    return f"    def {name}(\n        self,\n{star}{listed}    ) -> {returns}:\n{doc}"
