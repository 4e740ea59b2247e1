"""Define the client with its tags and operations.

It differs from bravado's `SwaggerClient` in three ways: resources and operations are built on first
use, errors of wrong calls suggest the correct form, and no call logs its arguments (which may
include a token).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Self, TypeVar

import bravado.client
import msgspec
from bravado.config import RequestConfig, bravado_config_from_config_dict
from bravado_core.exception import SwaggerMappingError
from bravado_core.formatter import DEFAULT_FORMATS, SwaggerFormat
from bravado_core.operation import Operation
from bravado_core.resource import Resource
from bravado_core.spec import Spec
from jsonschema.exceptions import ValidationError

from esi.core import fork
from esi.core.client import call_errors
from esi.core.client import help as operation_help
from esi.core.client.bravado_http import HttpClient
from esi.core.client.signature import signature_of, without_types
from esi.core.config import Config
from esi.core.entry_point import entry_point
from esi.core.openapi.document import SplitDocument, remove_versions
from esi.core.openapi.load import split_bytes
from esi.errors import DocumentError, UnresolvedReferenceError

T = TypeVar("T")

_OFFICIAL = Config().api_url


class LazySpec(Spec):
    """Spec of bravado over a split document: operations are read on first use."""

    def __init__(
        self,
        document: SplitDocument,
        http_client: HttpClient,
        api_url: str | None = None,
        config: dict[str, Any] | None = None,
    ) -> None:
        config = {
            "use_models": False,
            "validate_swagger_spec": False,
            "bravado": bravado_config_from_config_dict({}),
            **(config or {}),
        }
        self._explicit_url = api_url
        super().__init__(document.head, http_client=http_client, config=config)
        self.document = document
        self.resources = Lazy(document.tags, self._resource, {})
        info = document.head.get("info")
        self.resources.coverage = info.get("x-coverage", "") if isinstance(info, dict) else ""

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> LazySpec:
        """Return a separate spec with the same document and the same connections."""
        return LazySpec(self.document, self.http_client, self._explicit_url, dict(self.config))

    @property
    def api_url(self) -> str:
        """Base URL of the operations by the current `ESI_API_URL`."""
        return self._explicit_url or _serving_url(
            self.document.head, self.http_client.engine.config().api_url
        )

    @api_url.setter
    def api_url(self, url: str | None) -> None:
        """Set another base URL; bravado passes None at first."""
        self._explicit_url = url or self._explicit_url

    def get_format(self, name: str) -> SwaggerFormat | None:
        """Return a format; None, without bravado's warning, if it is unknown."""
        if name in _INTEGERS:
            return _INTEGERS[name]
        known = name in self.user_defined_formats or name in DEFAULT_FORMATS
        return super().get_format(name) if known else None

    def _resource(self, tag: str) -> Resource:
        """Build one tag; spaces in its name are underscores, as in bravado."""
        document = self.document
        return Resource(tag, Lazy(document.tags[tag], self.operation, document.new_ids))

    def operation(self, name: str) -> Operation:
        """Build one operation by its old name.

        Raises:
            KeyError: the document has no such operation.
        """
        entry = self.document.operation(name)
        return Operation.from_spec(self, entry.path, entry.method, entry.spec)


def _integer_format(bits: int) -> SwaggerFormat:
    """Return the format of integers; bravado's own drops the fraction of 34.5."""

    def to_wire(value: Any) -> int:
        if isinstance(value, bool):
            return value  # the schema refuses it
        number = int(value)
        if not isinstance(value, str | bytes) and number != value:
            raise ValueError(f"{value} has a fraction")
        if not -(2 ** (bits - 1)) <= number < 2 ** (bits - 1):
            raise ValueError(f"{value} does not fit in {bits} bits")
        return number

    own = DEFAULT_FORMATS[f"int{bits}"]
    return own._replace(to_wire=to_wire)


_INTEGERS = {f"int{bits}": _integer_format(bits) for bits in (32, 64)}


def _serving_url(head: dict[str, Any], api_url: str) -> str:
    """Return the base URL of a document's operations: `ESI_API_URL` and the base path.

    If that is EVE's own API, a host named in the document takes precedence.
    """
    api_url = api_url.rstrip("/")
    if api_url == _OFFICIAL and head.get("host"):
        api_url = f"{(head.get('schemes') or ['https'])[0]}://{head['host']}"
    return api_url + (head.get("basePath") or "").rstrip("/")


class Lazy(Mapping[str, T]):
    """Mapping that makes its values on first use; it lists `names` and also finds `aliases`."""

    def __init__(
        self, names: Iterable[str], make: Callable[[str], T], aliases: Mapping[str, str]
    ) -> None:
        self._made: dict[str, T | None] = dict.fromkeys(names)
        self._make = make
        self.aliases = aliases
        self.coverage = ""  # what a server says of operations that it lacks

    def __getitem__(self, name: str) -> T:
        name = self.aliases.get(name, name)
        made = self._made[name]
        if made is None:
            made = self._made[name] = self._make(name)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class SwaggerClient(bravado.client.SwaggerClient):
    """Client of the API: `client.Market.get_markets_region_id_orders(region_id=10000002)`."""

    swagger_spec: Any

    @classmethod
    def from_spec(
        cls,
        spec_dict: dict[str, Any],
        origin_url: str | None = None,
        http_client: Any = None,
        config: dict[str, Any] | None = None,
    ) -> Self:
        """Make a client of a Swagger 2.0 document, lazily if it sends through an engine.

        It uses the document's host, unless `ESI_API_URL` names another API than EVE's.

        Raises:
            UnresolvedReferenceError: a reference of the document cannot be resolved.
        """
        if not isinstance(http_client, HttpClient):
            stock: Self = super().from_spec(spec_dict, origin_url, http_client, config)
            return stock
        try:
            document = SplitDocument(split_bytes(remove_versions(spec_dict)))
        except (DocumentError, AttributeError) as exc:
            raise UnresolvedReferenceError(f"{origin_url or 'The document'}: {exc}") from None
        return cls(LazySpec(document, http_client, config=config))

    @entry_point
    def __getattr__(self, item: str) -> ResourceDecorator:
        resources = self.swagger_spec.resources or {}
        resource = resources.get(item)
        if not resource:
            if item.startswith("_"):  # looked up by a protocol (copying, notebooks)
                raise AttributeError(item)
            raise call_errors.unknown_tag(item, resources)
        return ResourceDecorator(resource, resources)

    def __dir__(self) -> list[str]:
        return sorted(self.swagger_spec.resources)

    def _repr_html_(self) -> str:
        tags = self.swagger_spec.resources
        return operation_help.html_of_client({tag: len(tags[tag].operations) for tag in dir(self)})


class ResourceDecorator:
    """Operations of one tag."""

    def __init__(self, resource: Resource, resources: Mapping[str, Resource]) -> None:
        self.resource = resource
        self._resources = resources

    @entry_point
    def __getattr__(self, name: str) -> CallableOperation:
        operation = self.resource.operations.get(name)
        if operation is None:
            if name.startswith("_"):
                raise AttributeError(name)
            raise call_errors.unknown_operation(name, self._resources, self.resource)
        return CallableOperation(operation)

    @property
    def new_ids(self) -> list[str]:
        """OpenAPI ids of the operations; `dir` lists the old names of the same operations."""
        operations = self.resource.operations
        aliases = getattr(operations, "aliases", {})
        return sorted(new for new, old in aliases.items() if old in operations)

    def __dir__(self) -> list[str]:
        return sorted(self.resource.operations)

    def __repr__(self) -> str:
        return f"<{self.resource.name}: {len(self.resource.operations)} operations>"

    def _repr_html_(self) -> str:
        return operation_help.html_of_tag(
            self.resource.name, list(self.resource.operations.values())
        )


# bravado_core memoizes how a parameter is marshalled (`memoize_by_id`) and mistakes a second thread
# that needs it at the same time for a recursion: `RecursiveCallException`.
_marshalling = fork.Lock()


class CallableOperation:
    """Operation that can be called; the call returns a future and sends nothing yet."""

    def __init__(self, operation: Operation, names: call_errors.CallNames | None = None) -> None:
        self.operation = operation
        self._names = names or call_errors.CallNames.of(operation)
        self.__name__ = self.__qualname__ = operation.operation_id

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        return operation_help.text(self.operation)

    def __getattr__(self, name: str) -> Any:
        if name == "__signature__":  # `inspect` would find a property on the class
            return signature_of(
                self.operation, with_character=call_errors.takes_character(self.operation)
            )
        return getattr(self.operation, name)

    def __repr__(self) -> str:
        return f"<{self.operation.operation_id}{without_types(self.__signature__)}>"

    def _repr_html_(self) -> str:
        return operation_help.html(self.operation)

    @entry_point
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Check the parameters and return the future of the call.

        Raises:
            ParameterError: a parameter is missing, unknown or of the wrong kind.
            ArgumentError: a parameter was passed by position.
        """
        operation = self.operation
        if args:
            raise call_errors.positional_arguments(self._names, args)
        options = kwargs.pop("_request_options", {})
        token = kwargs.pop("token", None) if "token" in operation.params else None
        token_for = _token_for(operation)
        if token_for and (character := kwargs.pop("character", None)) is not None:
            character_id, token = token_for(character, operation)
            if "character_id" in operation.params:
                kwargs.setdefault("character_id", character_id)
        if "body" in kwargs and "body" not in operation.params:
            named = [n for n, p in operation.params.items() if p.location == "body"]
            if named and named[0] not in kwargs:
                kwargs[named[0]] = kwargs.pop("body")
        kwargs = {name: plain(value) for name, value in kwargs.items()}
        if ids_for := getattr(operation.swagger_spec.http_client, "ids_for", None):
            kwargs = ids_for(operation, kwargs)  # names may stand for ids
        for name, param in operation.params.items():
            if name not in kwargs and param.param_spec.get("x-send-default"):
                kwargs[name] = param.default
        with _marshalling:
            try:
                request = bravado.client.construct_request(operation, options, **kwargs)
            except (SwaggerMappingError, ValidationError) as exc:
                raise call_errors.wrong_call(operation, kwargs, exc, self._names) from exc
        for name, value in request["params"].items():
            if isinstance(value, list):  # inner arrays are joined by pipes, see `translate`
                request["params"][name] = [_piped(each) for each in value]
        if token is not None:
            request["token"] = token
        future = operation.swagger_spec.http_client.request(
            request, operation=operation, request_config=RequestConfig(options, False)
        )
        future.parameters = kwargs
        return future


def _token_for(operation: Operation) -> Any:
    """Return the function that finds a character's token; None without logins (Django)."""
    return getattr(operation.swagger_spec.http_client, "token_for", None)


def plain(value: Any) -> Any:
    """Replace numpy values in a parameter by Python values: ids may come from a frame."""
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    of_numpy = getattr(value, "tolist", None)  # pandas' columns and indexes have it, too
    return of_numpy() if callable(of_numpy) else value


def _piped(value: Any) -> Any:
    return "|".join(map(str, value)) if isinstance(value, list | tuple) else value


def document_of(client: bravado.client.SwaggerClient) -> dict[str, Any]:
    """Return the whole Swagger 2.0 document of a client, as JSON values."""
    spec = client.swagger_spec
    if isinstance(spec, LazySpec):
        return spec.document.whole()
    copied: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(spec.client_spec_dict))
    return copied
