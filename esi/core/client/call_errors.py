"""Build errors for wrong names and calls, with the value and the correct form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import bravado.client
from bravado_core.exception import SwaggerMappingError
from jsonschema.exceptions import ValidationError

from esi.core.config_rules import BOOLEAN, Rule, number
from esi.core.error_text import alternatives, brief, closest
from esi.core.http.messages import Options
from esi.errors import ArgumentError, ParameterError, UnknownOperationError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bravado_core.operation import Operation
    from bravado_core.resource import Resource

# Operations that the API has removed since the 5.x line, with their replacements.
# Source: the change log in ESI's developer documentation.
_EXPORT = "the game's own export (the API offers none)"
REMOVED = {
    "get_characters_character_id_bookmarks": _EXPORT,
    "get_characters_character_id_bookmarks_folders": _EXPORT,
    "get_corporations_corporation_id_bookmarks": _EXPORT,
    "get_corporations_corporation_id_bookmarks_folders": _EXPORT,
    "get_characters_character_id_opportunities": "nothing: the feature left the game",
    "get_opportunities_groups": "nothing: the feature left the game",
    "get_opportunities_groups_group_id": "nothing: the feature left the game",
    "get_opportunities_tasks": "nothing: the feature left the game",
    "get_opportunities_tasks_task_id": "nothing: the feature left the game",
    "get_characters_character_id_stats": "nothing: the API no longer serves yearly statistics",
    "get_search": "get_characters_character_id_search (needs a token), or post_universe_ids",
    "get_route_origin_destination": "post_route_origin_system_id_destination_system_id",
    "get_sovereignty_map": "get_sovereignty_systems",
    "get_sovereignty_structures": "get_sovereignty_systems",
}


class CallNames(NamedTuple):
    """Names that errors of a call show.

    Attributes:
        operation: of the operation.
        parameters: bravado's name of each parameter -> the name that its caller uses.
    """

    operation: str
    parameters: Mapping[str, str]

    @classmethod
    def of(cls, operation: Operation) -> CallNames:
        """Return the names of the 5.x line, which are bravado's."""
        own = [name for name, param in operation.params.items() if param.location != "header"]
        return cls(operation.operation_id, dict(zip(own, own, strict=True)))


def unknown_tag(tag: str, resources: Mapping[str, Resource]) -> UnknownOperationError:
    """Build the error for an unknown tag."""
    if tag in {"Bookmarks", "Opportunities"}:
        return _removed(tag, next(text for name, text in REMOVED.items() if tag.lower() in name))
    return UnknownOperationError(
        f"The API's document has no tag {tag!r}.{closest(tag, list(resources))} "
        f"It has {', '.join(sorted(resources))}.{_coverage(resources)}",
        name=tag,
    )


def unknown_operation(
    name: str, resources: Mapping[str, Resource], resource: Resource | None = None
) -> UnknownOperationError:
    """Build the error for an operation that a tag, or the whole API, does not have."""
    for tag, other in resources.items():
        if name in other.operations and resource:
            text = f"{name} is not in {resource.name}: use client.{tag}.{name}."
            return UnknownOperationError(text, name=name, replacement=f"{tag}.{name}")
    if name in REMOVED:
        return _removed(name, REMOVED[name])
    names = [n for other in resources.values() for n in other.operations]
    see = f"dir(client.{resource.name})" if resource else "the catalogue: esi.operations('wallet')"
    near = closest(name, names) or f" See {see}."
    where = resource.name if resource else "The API's document"
    text = f"{where} has no operation {name!r}.{near}{_coverage(resources)}"
    return UnknownOperationError(text, name=name)


def _coverage(resources: Mapping[str, Resource]) -> str:
    """Return a sandbox's message about the operations that it lacks."""
    text = getattr(resources, "coverage", "")
    return f" {text}" if text else ""


def _removed(name: str, instead: str) -> UnknownOperationError:
    text = f"The API no longer has {name}. Instead: {instead}."
    return UnknownOperationError(text, name=name, replacement=instead)


def wrong_call(
    operation: Operation,
    kwargs: dict[str, Any],
    exc: Exception,
    names: CallNames | None = None,
) -> ParameterError:
    """Build the error for a call that bravado refused: the value and the next step."""
    names = names or CallNames.of(operation)
    name, params = names.operation, operation.params
    own = {n: p for n, p in params.items() if p.location != "header"}
    known = {n: p.required and (p.param_spec.get("type") or "value") for n, p in own.items()}
    if takes_character(operation):
        if "character_id" in known:
            known["character_id"] = "integer, or pass character= with a logged-in character"
        known["character"] = False
    if error := misnamed(name, [n for n in kwargs if n not in params or n in own], known):
        return error
    for given, value in kwargs.items():
        if reason := _rejection(operation, given, value):
            shown = names.parameters.get(given, given)
            text = f"{name}: {shown}={brief(value)} does not fit: {reason.rstrip('.')}."
            return ParameterError(text, operation=name, parameter=shown)
    text = f"{name}: {str(exc).splitlines()[0]}"
    return ParameterError(text, operation=name, parameter=None)


def takes_character(operation: Operation) -> bool:
    """Return True if calls take `character=`: those of an `Esi` that need a login."""
    token_for = getattr(operation.swagger_spec.http_client, "token_for", None)
    return "token" in operation.params and token_for is not None


def misnamed(
    name: str, given: Collection[str], known: Mapping[str, str | Literal[False]]
) -> ParameterError | None:
    """Build the error for a parameter that an operation does not have, or that is missing.

    `known` has the kinds of its parameters by name, False for those that may be left out.
    """
    takes = f"{name} takes {', '.join(known) or 'no parameters'}."

    def error(parameter: str, text: str) -> ParameterError:
        return ParameterError(f"{name} {text} {takes}", operation=name, parameter=parameter)

    for parameter in given:
        if parameter not in known:
            near = closest(parameter, list(known))
            return error(parameter, f"has no parameter {parameter!r}.{near}")
    for parameter, kind in known.items():
        if kind and parameter not in given:
            return error(parameter, f"needs {parameter} ({kind}).")
    return None


def call_options(given: Mapping[str, Any]) -> tuple[str | None, Options]:
    """Split the keywords of a call into its language and options of the engine.

    Raises:
        ArgumentError: a keyword is unknown.
        ParameterError: a value is not one that its option can have.
    """
    kwargs = dict(given)
    language = kwargs.pop("language", None)
    if unknown := sorted(kwargs.keys() - _OPTIONS.keys()):
        known = alternatives(sorted({"language", *_OPTIONS}))
        raise ArgumentError(f"Unknown argument {', '.join(unknown)}; use {known}.")
    for name, value in kwargs.items():
        _check(name, value, _OPTIONS[name])
    return language, Options(**kwargs)


def check_max_pages(operation: Operation, most: Any) -> None:
    """Check `max_pages`.

    Raises:
        ParameterError: it is not a positive number.
    """
    _check("max_pages", most, _OPTIONS["max_pages"], operation.operation_id)


def _check(name: str, value: Any, rule: Rule, operation: str = "") -> None:
    if not rule.is_valid(value):
        raise ParameterError(
            f"{name}={brief(value)} cannot be used: pass {rule.description}.",
            operation=operation,
            parameter=name,
        )


def _timeout(value: Any) -> bool:
    each = value if isinstance(value, tuple) and len(value) == 2 else (value,)
    return value is None or all(number(0.001).is_valid(seconds) for seconds in each)


def _whole(least: int) -> Rule:
    return Rule(
        lambda value: value is None or (isinstance(value, int) and number(least).is_valid(value)),
        f"{least} or more, or None",
    )


_OPTIONS = {
    "timeout": Rule(_timeout, "seconds, or a pair of them: (to connect, to read)"),
    "retries": _whole(0),
    "ignore_cache": BOOLEAN,
    "stale_if_error": BOOLEAN,
    "strict": BOOLEAN,
    "progress": Rule(lambda value: value is None or callable(value), "a function"),
    "walk": Rule(lambda value: value in (None, True, False), "True, False or None"),
    "max_pages": _whole(1),
}


def positional_arguments(names: CallNames, values: Sequence[Any]) -> ArgumentError:
    """Build the error for positional arguments; quote only numbers, since a text may be a token."""
    known = names.parameters.values()
    shown = [value if isinstance(value, int) else "..." for value in values]
    pairs = ", ".join(f"{name}={value}" for name, value in zip(known, shown, strict=False))
    name = names.operation
    return ArgumentError(f"{name} takes its parameters by name: {name}({pairs})")


def _rejection(operation: Operation, given: str, value: Any) -> str:
    """Return bravado's reason for refusing a value, in one line; empty if it accepts it."""
    probe: dict[str, Any] = {"url": operation.path_name, "params": {}, "headers": {}}
    try:
        bravado.client.marshal_param(operation.params[given], value, probe)
    except ValidationError as exc:
        # jsonschema's text repeats the value, which may be a body of thousands of ids.
        rule = f"{exc.validator} is {exc.validator_value}"
        return str(exc.message) if len(exc.message) <= 200 else rule
    except (SwaggerMappingError, ValueError, TypeError):
        spec = operation.params[given].param_spec
        return f"not {spec.get('format') or spec.get('type') or 'what the API takes'}"
    return ""
