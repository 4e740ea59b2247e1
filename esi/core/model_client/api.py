"""Document of a client, its application, and the operations that it may use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from esi.core.client.client import LazySpec


@dataclass(frozen=True)
class ClientApi:
    """Document of a client, its application, and the operations that it may use.

    `operations` and `tags` leave out all others, unless both are None.
    """

    app_name: str
    spec: LazySpec
    operations: Collection[str] | None = None
    tags: Collection[str] | None = None

    def names(self, tag: str) -> list[str]:
        """Return the ids of a tag's operations that the client may use."""
        document = self.spec.document
        new = {old: name for name, old in document.new_ids.items()}
        return [
            name
            for name in (new.get(old, old) for old in document.tags[tag])
            if self._includes(tag, name)
        ]

    def available(self) -> list[str]:
        """Return the tags of which the client may use operations."""
        return [tag for tag in self.spec.document.tags if self.names(tag)]

    def _includes(self, tag: str, name: str) -> bool:
        if self.operations is None and self.tags is None:
            return True
        tags = {each.replace(" ", "_") for each in self.tags or ()}
        return name in (self.operations or ()) or tag in tags

    def __repr__(self) -> str:
        return f"<Api of {self.app_name}>"
