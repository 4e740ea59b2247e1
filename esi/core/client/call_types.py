"""Define types of the arguments of an operation and of its future's methods."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Any, Literal, Protocol, TypeAlias, TypedDict, TypeVar

T = TypeVar("T")


class SupportsToList(Protocol):
    """Column or array of values, such as a pandas Series or a NumPy array."""

    def tolist(self) -> Any:
        """Return the values."""


Values: TypeAlias = list[T] | tuple[T, ...] | AbstractSet[T] | SupportsToList


Language: TypeAlias = Literal["en", "de", "fr", "ja", "ru", "zh", "ko", "es", "en-us"]


class SupportsToken(Protocol):
    """Object that signs requests and is refreshed once it has expired."""

    @property
    def character_id(self) -> int:
        """Id of the character that the token belongs to."""

    @property
    def access_token(self) -> str:
        """Access token."""

    @property
    def expired(self) -> bool:
        """True if it must be refreshed."""

    @property
    def can_refresh(self) -> bool:
        """True if it can be refreshed."""

    def refresh(self) -> object:
        """Get a new access token."""


class SharedOptions(TypedDict, total=False):
    """Options of every method that sends requests; see `CachingHttpFuture`."""

    timeout: float | tuple[float, float] | None
    retries: int | None
    ignore_cache: bool
    stale_if_error: bool
    strict: bool


class CallOptions(SharedOptions, total=False):
    """Options of a single request."""

    language: str | None


class LocalizedOptions(SharedOptions, total=False):
    """Options of listings in several languages."""

    walk: bool | None
    max_pages: int | None


class ListingOptions(LocalizedOptions, total=False):
    """Options of a listing."""

    language: str | None


class PagesOptions(ListingOptions, total=False):
    """Options of a listing, with `progress`, called with page number, page count and response."""

    progress: Callable[..., object] | None
