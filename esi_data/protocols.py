"""Protocols of an `Esi` and of its factory, so that nothing below `client` imports it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from esi.core.client.client import CallableOperation, SwaggerClient
    from esi.core.config import Config
    from esi.core.engine.engine import Engine


class EsiLike(Protocol):
    """`esi_data.Esi`, or any object with these parts of it."""

    config: Config
    engine: Engine
    logins: Any
    """An `esi_data.auth.logins.Logins`."""

    @property
    def client(self) -> SwaggerClient:
        """Client whose tags and operations are attributes."""

    def operation(self, name: str) -> CallableOperation:
        """Return an operation by its old name or new id."""

    def operations(self, search: str = "") -> pd.DataFrame:
        """Return the catalogue of operations that match all words of `search`."""

    def scopes(self, names: str | Iterable[str]) -> tuple[str, ...]:
        """Return the scopes of a list of scopes and names of operations."""

    def pull(
        self, operation: str, *, languages: Sequence[str] | None = None, **params: Any
    ) -> pd.DataFrame:
        """Call an operation for every value of the lists among `params`, as one frame."""

    def plan(
        self, operation: str, *, languages: Sequence[str] | None = None, **params: Any
    ) -> pd.DataFrame:
        """Return what `pull` with the same arguments would cost."""

    def pull_to(self, path: Any, operation: str, **params: Any) -> Any:
        """Pull into a folder of Parquet files; returns what was pulled."""

    def logout(self, character: Any, *, revoke: bool = True) -> None:
        """Log a character, or a list of them, out."""


class EsiFactoryLike(Protocol):
    """Picklable and hashable function that makes an `Esi`. Its repr shows no secret."""

    @property
    def shares_cache(self) -> bool:
        """True if the cache is a server that all workers use, so that limits are shared there."""

    def __call__(self) -> EsiLike:
        """Make an `Esi`."""
