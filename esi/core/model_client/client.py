"""Define the client with tags and operations under the names of the API's document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from esi.core.entry_point import entry_point
from esi.core.error_text import closest
from esi.core.model_client.etags import EtagStore
from esi.core.model_client.operation import ModelOperation
from esi.errors import UnknownOperationError

if TYPE_CHECKING:
    from esi.core.model_client.api import ClientApi


class ModelTag:
    """Operations of one tag."""

    operation_class: ClassVar[type[ModelOperation]] = ModelOperation

    def __init__(self, name: str, api: ClientApi) -> None:
        self._name = name
        self.api = api

    if not TYPE_CHECKING:  # checkers know the operations from `esi.stubs`

        @entry_point
        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):  # looked up by a protocol (copying, notebooks)
                raise AttributeError(name)
            if name not in self.api.available[self._name]:
                raise _unknown_operation(name, self._name, self.api)
            operation = self.api.spec.resources[self._name].operations[name]
            return self.operation_class(operation, self.api)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self.api.available[self._name]})

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return the tag itself."""
        return self

    def __repr__(self) -> str:
        return f"<{self._name}: {len(self.api.available[self._name])} operations>"


class ModelClient:
    """Client of the API: `client.Market.GetMarketsRegionIdOrders(region_id=10000002)`."""

    tag_class: ClassVar[type[ModelTag]] = ModelTag

    def __init__(self, api: ClientApi) -> None:
        self.api = api

    if not TYPE_CHECKING:  # checkers know the tags from `esi.stubs`

        @entry_point
        def __getattr__(self, tag: str) -> Any:
            if tag.startswith("_"):
                raise AttributeError(tag)
            tag = tag.replace(" ", "_")  # getattr(client, "Faction Warfare")
            if tag not in self.api.available:
                raise _unknown_tag(tag, self.api)
            return self.tag_class(tag, self.api)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self.api.available})

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return the client itself: it has no state of its own, but connections."""
        return self

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.api.app_name}>"

    def purge_all_etags(self) -> int:
        """Forget which answers callers were given, on the whole site; return how many ETags."""
        return EtagStore(self.api.spec.http_client.engine.cache).purge()


def _unknown_tag(tag: str, api: ClientApi) -> UnknownOperationError:
    if tag in api.spec.document.tags:
        text = (
            f"The filters of this client leave the tag {tag!r} out. Add it to tags=, or its "
            "operations to operations=."
        )
    else:
        text = (
            f"The API's document has no tag {tag!r}.{closest(tag, list(api.available))} "
            f"This client has {', '.join(sorted(api.available)) or 'none'}."
        )
    return UnknownOperationError(text, name=tag)


def _unknown_operation(name: str, tag: str, api: ClientApi) -> UnknownOperationError:
    document = api.spec.document
    old = document.new_ids.get(name, name)
    homes = [each for each, names in document.tags.items() if old in names]
    known = {
        document.new_ids.get(new, new): new for names in api.available.values() for new in names
    }
    if old in known and tag in homes:
        text = f"This client uses the document's own names: use client.{tag}.{known[old]}."
    elif tag in homes:
        text = (
            f"The filters of this client leave {name} out. Add it to operations= of the provider."
        )
    elif homes:
        text = f"{name} is not in {tag}: use client.{homes[0]}.{known.get(old, name)}."
    else:
        text = (
            f"{tag} has no operation {name!r}.{closest(name, list(known.values()))} It has "
            f"{', '.join(sorted(api.available[tag]))}."
        )
    return UnknownOperationError(text, name=name)
