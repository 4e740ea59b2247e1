"""Shorten errors that leave the toolkit, and remove frames that may contain tokens."""

from __future__ import annotations

import esi._bravado  # noqa: F401 - first: it imports bravado fast and quietly

# isort: split
import dis
import functools
import inspect
import traceback
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from bravado.exception import HTTPError

from esi.errors import DjangoEsiException, inside

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

P = ParamSpec("P")
R = TypeVar("R")


def entry_point(function: Callable[P, R]) -> Callable[P, R]:
    """Decorate a function that programs call, so that no error of it shows a token.

    Error pages and error trackers show the local variables of every frame of a traceback, and of
    its causes. Errors that the toolkit raises on purpose lose their inner frames and causes: their
    message says what happened. Other errors keep their frames, but without variables.
    """
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def wait(*args: P.args, **kwargs: P.kwargs) -> object:
            __tracebackhide__ = True  # pytest and IPython leave the frame out
            try:
                return await function(*args, **kwargs)
            except BaseException as exc:  # noqa: BLE001 - raised again below
                error = without_frames(exc)
            del args, kwargs
            try:
                raise error
            finally:
                del error

        return cast("Callable[P, R]", wait)

    if inspect.isgeneratorfunction(function):

        @functools.wraps(function)
        def generate(*args: P.args, **kwargs: P.kwargs) -> Generator[object, None, object]:
            __tracebackhide__ = True
            try:
                return (yield from function(*args, **kwargs))
            except BaseException as exc:  # noqa: BLE001 - raised again below
                error = without_frames(exc)
            del args, kwargs
            try:
                raise error
            finally:
                del error

        return cast("Callable[P, R]", generate)

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        __tracebackhide__ = True
        try:
            return function(*args, **kwargs)
        except BaseException as exc:  # noqa: BLE001 - raised again below
            error = without_frames(exc)
        del args, kwargs
        try:
            raise error
        finally:
            del error

    return call


def without_frames(error: BaseException) -> BaseException:
    """Return an error without its causes and its frames' variables, which may contain tokens."""
    ours = _is_ours(error)
    seen: list[BaseException] = []
    inner: BaseException | None = error
    while inner is not None and inner not in seen:
        seen.append(inner)
        traceback.clear_frames(inner.__traceback__)
        inner = inner.__cause__ or inner.__context__
    if ours:
        error.__cause__ = error.__context__ = None
        return error.with_traceback(None)
    trace = error.__traceback__
    return error.with_traceback(trace.tb_next if trace else None)


def _is_ours(error: BaseException) -> bool:
    """Return True for an error that the toolkit raises on purpose; any other may be a bug."""
    if isinstance(error, DjangoEsiException | HTTPError | KeyboardInterrupt):
        return True
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None or not inside(trace.tb_frame):
        return False
    return trace.tb_frame.f_code.co_code[trace.tb_lasti] == _RAISE


_RAISE = dis.opmap["RAISE_VARARGS"]
