"""Describe a client: its document, its application, and the operations that it may use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from esi.core.client.client import LazySpec


@dataclass(frozen=True)
class ClientApi:
    """Document of a client, its application, and the operations that it may use.

    `operations` and `tags` leave out all others, unless both are empty.
    """

    app_name: str
    spec: LazySpec
    operations: Collection[str] | None = None
    tags: Collection[str] | None = None

    @cached_property
    def available(self) -> dict[str, list[str]]:
        """Ids of the operations that the client may use, by tag."""
        document = self.spec.document
        new = {old: name for name, old in document.new_ids.items()}
        every = {tag: [new.get(old, old) for old in names] for tag, names in document.tags.items()}
        if not self.operations and not self.tags:
            return every
        tags = {tag.replace(" ", "_") for tag in self.tags or ()}
        operations = set(self.operations or ())
        chosen = {
            tag: [name for name in names if tag in tags or name in operations]
            for tag, names in every.items()
        }
        return {tag: names for tag, names in chosen.items() if names}

    def __repr__(self) -> str:
        return f"<Api of {self.app_name}>"
