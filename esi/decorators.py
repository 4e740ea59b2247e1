"""Decorate views that need a token, and tasks that reach a limit.

Views: `token_required`, `tokens_required` and `single_use_token`. Tasks and functions:
`rate_limit_retry_task`, `rate_limited_task`, `esi_rate_limiter_bucketed` and
`wait_for_esi_errorlimit_reset`, of `esi.limit_decorators`.

Those of views take functions and coroutines. In a class-based view, decorate `dispatch` with
Django's `method_decorator`, or the result of `as_view()`.
"""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import functools
import inspect
import re
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from asgiref.sync import iscoroutinefunction, sync_to_async
from django.contrib.auth.views import redirect_to_login

from esi.exceptions import (  # noqa: F401 - release 10 has these names here
    ESIBucketLimitException,
    ESIErrorLimitException,
    TaskBucketLimitException,
)
from esi.limit_decorators import (
    esi_rate_limiter_bucketed,
    rate_limit_retry_task,
    rate_limited_task,
    wait_for_esi_errorlimit_reset,
)
from esi.managers import _process_scopes
from esi.models import CallbackRedirect, Token
from esi.rate_limiting import (  # noqa: F401 - release 10 has these names here
    ESIRateLimitBucket,
    ESIRateLimits,
    TaskRateLimitBucket,
    TaskRateLimits,
    task_bucket_slug_key,
)
from esi.views import select_token, session_id, sso_redirect

__all__ = [
    "_check_callback",
    "esi_rate_limiter_bucketed",
    "rate_limit_retry_task",
    "rate_limited_task",
    "single_use_token",
    "token_required",
    "tokens_required",
    "wait_for_esi_errorlimit_reset",
]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.http import HttpRequest, HttpResponse

    from esi.managers import TokenQueryset

    P = ParamSpec("P")
    R = TypeVar("R")
    RequestT = TypeVar("RequestT", bound=HttpRequest)
    TokensT = TypeVar("TokensT")

    # Views as urls.py calls them, and views with the argument that their decorator passes.
    View = Callable[Concatenate[RequestT, P], R]
    ViewOf = Callable[Concatenate[RequestT, TokensT, P], R]
    Scopes = str | Iterable[str]
    # Return the argument for the view, or a response in its place.
    Find = Callable[[HttpRequest], tuple[Any, HttpResponse | None]]

_KEY = re.compile(r"[0-9]{1,10}")  # of a token; longer numbers overflow a database's integers


def _check_callback(request: HttpRequest) -> Token | None:
    """Return the token of this session's completed login, once; None if there is none."""
    if not hasattr(request, "session"):
        return None
    login = (
        CallbackRedirect.objects.filter(session_key=session_id(request), token__isnull=False)
        .select_related("token")
        .first()
    )
    if login is None:
        return None
    token: Token = login.token
    if not login.delete()[0]:
        return None  # another request of this browser was faster
    if token.user_id not in {None, getattr(getattr(request, "user", None), "pk", None)}:
        return None  # another user has logged in to this session since
    token.from_login = True
    return token


def tokens_required(
    scopes: Scopes = "", new: bool = False
) -> Callable[[ViewOf[RequestT, TokenQueryset, P, R]], View[RequestT, P, R]]:
    """Decorate a view of logged-in users: pass it a queryset of their tokens with the scopes.

    Args:
        scopes: space-separated names, or a list of names.
        new: True requires a login that creates a new token.
    """

    def find(request: HttpRequest) -> tuple[Any, HttpResponse | None]:
        if not request.user.is_authenticated:
            return None, redirect_to_login(request.get_full_path())
        if token := _token_of_login(request, scopes):
            return Token.objects.filter(pk=token.pk), None
        tokens = _tokens(request, scopes)
        if not new and (valid := tokens.require_valid()).exists():
            return valid, None
        return None, sso_redirect(request, scopes=scopes)

    return _decorator(find, scopes)


def token_required(
    scopes: Scopes = "", new: bool = False
) -> Callable[[ViewOf[RequestT, Token, P, R]], View[RequestT, P, R]]:
    """Decorate a view: pass it one token, which the user selects or creates by a login.

    Args:
        scopes: space-separated names, or a list of names.
        new: True requires a login that creates a new token, for example to log users in with it.
            Such a view accepts anonymous users, whose token has no owner until the view sets one.
    """

    def find(request: HttpRequest) -> tuple[Any, HttpResponse | None]:
        if token := _token_of_login(request, scopes):
            return token, None
        if new or "_add" in request.POST or not request.user.is_authenticated:
            return None, sso_redirect(request, scopes=scopes)
        tokens = _tokens(request, scopes)
        key = request.POST.get("_token", "")
        # Only the user's own tokens, none of others or without owner.
        selected = tokens.filter(pk=key).require_valid().first() if _KEY.fullmatch(key) else None
        if selected:
            return selected, None
        if tokens.require_valid().exists():
            return None, select_token(request, scopes=scopes, new=new)
        return None, sso_redirect(request, scopes=scopes)

    return _decorator(find, scopes)


def single_use_token(
    scopes: Scopes = "",
    new: bool = False,  # noqa: ARG001 - as in the 5.x line
) -> Callable[[ViewOf[RequestT, Token, P, R]], View[RequestT, P, R]]:
    """Decorate a view: pass it a new token for this one request, for anonymous users, too.

    The token has no owner, so no other view offers it to anyone.

    Args:
        scopes: space-separated names, or a list of names.
        new: no effect; a single-use token is always new.
    """

    def find(request: HttpRequest) -> tuple[Any, HttpResponse | None]:
        if token := _token_of_login(request, scopes):
            return token, None
        return None, sso_redirect(request, scopes=scopes, single_use=True)

    return _decorator(find, scopes)


def _decorator(find: Find, scopes: Scopes) -> Callable[[Callable[..., Any]], Any]:
    """Build the decorator that calls a view with what `find` returns, or responds in its place."""

    def decorator(view: Callable[..., Any]) -> Any:
        async def respond(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            passed, instead = await sync_to_async(find)(request)
            response = instead if passed is None else view(request, passed, *args, **kwargs)
            return await response if inspect.isawaitable(response) else response

        def respond_now(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            passed, instead = find(request)
            return instead if passed is None else view(request, passed, *args, **kwargs)

        wrapper = respond if _is_async(view) else respond_now
        decorated: Any = functools.wraps(view)(wrapper)
        decorated.esi_scopes = sorted(_process_scopes(scopes))  # for `manage.py esi_scopes`
        return decorated

    return decorator


def _is_async(view: Callable[..., Any]) -> bool:
    """Return True for a coroutine, and for `dispatch` of a class whose methods are coroutines."""
    # Django's `method_decorator` passes a `partial` of the bound method.
    bound = inspect.unwrap(view, stop=lambda each: isinstance(each, functools.partial))
    instance = getattr(getattr(bound, "func", None), "__self__", None)
    return iscoroutinefunction(view) or getattr(instance, "view_is_async", False)


def _tokens(request: HttpRequest, scopes: Scopes) -> TokenQueryset:
    return Token.objects.filter(user_id=request.user.pk).require_scopes(scopes)


def _token_of_login(request: HttpRequest, scopes: Scopes) -> Any:
    """Return the token of this session's completed login if it has the scopes of this view.

    The login may be of another page, which the user never opened. (A token from a patched
    `_check_callback` is accepted as it is.)
    """
    token = _check_callback(request)
    names = _process_scopes(scopes)
    if token is None or not names or not getattr(token, "from_login", False):
        return token
    return token if names <= set(token.scopes.values_list("name", flat=True)) else None
