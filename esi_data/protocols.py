"""Define protocols of an `Esi` and its factory, so that modules below `client` need no import."""

# ruff: noqa: D102 - `esi_data.client` documents the methods

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from esi.core.client.client import CallableOperation
    from esi.core.config import Config
    from esi.core.engine.engine import Engine

    Languages = Sequence[str] | None


class ClientLike(Protocol):
    """Client of the API, of any static type."""

    swagger_spec: Any


class EsiLike(Protocol):
    """`esi_data.Esi`, or any object with these parts of it."""

    config: Config
    engine: Engine
    logins: Any  # an `esi_data.auth.logins.Logins`

    @property
    def client(self) -> ClientLike: ...

    @property
    def sde(self) -> Any: ...  # an `esi_data.sde.sde.StaticData`

    def operation(self, name: str) -> CallableOperation: ...

    def operations(self, search: str = "") -> pd.DataFrame: ...

    def scopes(self, names: str | Iterable[str]) -> tuple[str, ...]: ...

    def pull(
        self, operation: str, *, languages: Languages = ..., **params: Any
    ) -> pd.DataFrame: ...

    def with_names(
        self,
        frame: pd.DataFrame,
        languages: Languages = ...,
        *,
        character: Any = ...,
        structures: Any = ...,
    ) -> pd.DataFrame: ...

    def plan(
        self, operation: str, *, languages: Languages = ..., **params: Any
    ) -> pd.DataFrame: ...

    def pull_to(self, path: Any, operation: str, **params: Any) -> Any: ...

    def logout(self, character: Any, *, revoke: bool = True) -> None: ...


class EsiFactoryLike(Protocol):
    """Picklable and hashable function that makes an `Esi`. Its repr shows no secret."""

    @property
    def shares_cache(self) -> bool:
        """True if the cache is a server that all workers use, so that limits are shared there."""

    def __call__(self) -> EsiLike: ...
