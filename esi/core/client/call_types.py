"""Types of what callers pass to an operation and to the methods of its future."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Any, Literal, Protocol, TypeAlias, TypedDict, TypeVar

T = TypeVar("T")


class SupportsToList(Protocol):
    """Column or array of values: a pandas Series, an array of numpy."""

    def tolist(self) -> Any:
        """Return the values."""


Values: TypeAlias = list[T] | tuple[T, ...] | AbstractSet[T] | SupportsToList


Language: TypeAlias = Literal["en", "de", "fr", "ja", "ru", "zh", "ko", "es", "en-us"]


class SupportsToken(Protocol):
    """Object that signs requests, and is refreshed when it has expired."""

    @property
    def character_id(self) -> int:
        """Character whose token it is."""

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


class CallOptions(TypedDict, total=False):
    """Options of every method that sends a request; see `CachingHttpFuture`."""

    timeout: float | tuple[float, float] | None
    retries: int | None
    language: str | None
    ignore_cache: bool
    stale_if_error: bool
    strict: bool


class ListingOptions(CallOptions, total=False):
    """Options of the methods that follow a listing."""

    walk: bool | None
    max_pages: int | None
    progress: Callable[..., object] | None


class LocalizedOptions(TypedDict, total=False):
    """Options of the methods that make a call in several languages."""

    timeout: float | tuple[float, float] | None
    retries: int | None
    ignore_cache: bool
    stale_if_error: bool
    strict: bool
    walk: bool | None
    max_pages: int | None
