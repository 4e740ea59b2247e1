"""Define the future that an operation of `Esi` returns, with `frame()` and `frame_localized()`.

As functions, both also take futures of a Django site's own client: `esi_data.frame(future)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from esi.core.blocking import warn_if_blocking
from esi.core.client.future import CachingHttpFuture, DataT
from esi.core.entry_point import entry_point
from esi.errors import ArgumentError
from esi_data.operation import missing_scopes
from esi_data.pulls.fan_out import PullCall

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from typing_extensions import Unpack

    from esi.core.client.call_types import ListingOptions, LocalizedOptions
    from esi_data.progress import Progress
    from esi_data.pulls.pull import Layout


@entry_point
def frame(
    future: CachingHttpFuture,
    *,
    explode: str | None = None,
    progress: Progress = None,
    **options: Unpack[ListingOptions],
) -> pd.DataFrame:
    """Fetch all pages of a call as one DataFrame, typed by the operation's schema.

    docs/reference/frames.md describes its columns and `df.attrs["esi"]`.

    Args:
        future: what an operation returns.
        explode: list column whose elements become the rows.
        progress: as of `esi_data.pulls.pull.pull`.
        options: `timeout`, `retries`, `language`, `ignore_cache` and others of `future.results`.

    Raises:
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`.
        UnknownListError: the response has no list column of that name.
        ValueError: an unknown `progress`.
        TypeError: `future` is not a future.
    """
    from esi_data.pulls.pull import frame_of_jobs  # noqa: PLC0415 - pandas is slow to import

    warn_if_blocking("`await future.aframe()`")
    return frame_of_jobs([_call_of(future)], None, progress=progress, explode=explode, **options)


@entry_point
def frame_localized(
    future: CachingHttpFuture,
    languages: Sequence[str] | None = None,
    layout: Layout = "wide",
    *,
    explode: str | None = None,
    progress: Progress = None,
    **options: Unpack[LocalizedOptions],
) -> pd.DataFrame:
    """Fetch a call in several languages as one DataFrame.

    `wide` makes `name_en`, `name_de`, ... of every localised column, `long` has all languages'
    rows and a first column `language`. An operation that is not localised costs one request: its
    frame is that of `frame`, with a `NotLocalisedWarning`.

    Args:
        future: what an operation returns.
        languages: language codes; None stands for all of `ESI_LANGUAGES`. `en-us` is `en`.
        layout: `wide` or `long`.
        explode: list column whose elements become the rows.
        progress: as of `esi_data.pulls.pull.pull`.
        options: `timeout`, `retries`, `ignore_cache` and others of `future.results`.

    Raises:
        ParameterError: the API does not have that language.
        ValueError: an unknown `layout` or `progress`.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`.
        UnknownListError: the response has no list column of that name.
        TypeError: `future` is not a future.
    """
    from esi_data.pulls.pull import (  # noqa: PLC0415 - pandas is slow to import
        check_choices,
        frame_of_jobs,
        localised_codes,
    )

    warn_if_blocking("`await future.aframe_localized()`")
    call = _call_of(future)
    if "language" in options:
        raise ArgumentError("Unknown argument language; use languages.")
    check_choices(layout)
    codes = localised_codes(future, languages)
    return frame_of_jobs([call], codes, layout, progress=progress, explode=explode, **options)


@entry_point
async def aframe(
    future: CachingHttpFuture,
    *,
    explode: str | None = None,
    progress: Progress = None,
    **options: Unpack[ListingOptions],
) -> pd.DataFrame:
    """Await the DataFrame that `frame` returns for the same arguments.

    The call runs in a thread. A task that is cancelled sends no further request.
    """
    return await _checked(future).awaited(
        frame, future, explode=explode, progress=progress, **options
    )


@entry_point
async def aframe_localized(
    future: CachingHttpFuture,
    languages: Sequence[str] | None = None,
    layout: Layout = "wide",
    *,
    explode: str | None = None,
    progress: Progress = None,
    **options: Unpack[LocalizedOptions],
) -> pd.DataFrame:
    """Await the DataFrame that `frame_localized` returns for the same arguments; see `aframe`."""
    return await _checked(future).awaited(
        frame_localized, future, languages, layout, explode=explode, progress=progress, **options
    )


class EsiFuture(CachingHttpFuture[DataT], Generic[DataT]):
    """Future of an operation of `Esi`: `frame()` and `frame_localized()` beside `results()`."""

    frame = frame
    frame_localized = frame_localized
    aframe = aframe
    aframe_localized = aframe_localized

    def __repr__(self) -> str:
        return super().__repr__().replace("results()", "frame() or results()")

    def _token_advice(self) -> str:
        scopes = ", ".join(f'"{scope}"' for scope in missing_scopes(self.operation.op_spec))
        return f"The operation needs a login: esi.login([{scopes}]), then pass character=."


def _call_of(given: object) -> PullCall:
    return PullCall(_checked(given))


def _checked(given: object) -> CachingHttpFuture:
    if not isinstance(given, CachingHttpFuture):
        raise TypeError(
            "A frame is made of what an operation returns, before .result() or .results(), not "
            f"of a {type(given).__name__}. For rows use pandas.DataFrame(rows)."
        )
    return given
