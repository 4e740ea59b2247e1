"""Views that need a token: `token_required`, `tokens_required` and `single_use_token`."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from django.contrib.auth.views import redirect_to_login

from esi.managers import _process_scopes
from esi.models import CallbackRedirect, Token
from esi.views import select_token, session_id, sso_redirect

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from esi.managers import TokenQueryset

    View = Callable[..., HttpResponse]

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


def tokens_required(scopes: Any = "", new: bool = False) -> Callable[[View], View]:
    """Decorate a view of logged-in users: pass it a queryset of their tokens with the scopes.

    Args:
        scopes: space-separated names, or a list of names.
        new: True requires a login that creates a new token.
    """

    def decorator(view: View) -> View:
        @functools.wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            token = _check_callback(request)
            if token is not None and _has_scopes(token, scopes):
                return view(request, Token.objects.filter(pk=token.pk), *args, **kwargs)
            if not new:
                tokens = _tokens(request, scopes).require_valid()
                if tokens.exists():
                    return view(request, tokens, *args, **kwargs)
            return sso_redirect(request, scopes=scopes)

        return _with_scopes(wrapped, scopes)

    return decorator


def token_required(scopes: Any = "", new: bool = False) -> Callable[[View], View]:
    """Decorate a view: pass it one token, which the user selects or creates by a login.

    Args:
        scopes: space-separated names, or a list of names.
        new: True requires a login that creates a new token, for example to log users in with it.
            Such a view accepts anonymous users, whose token has no owner until the view sets one.
    """

    def decorator(view: View) -> View:
        @functools.wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            token = _check_callback(request)
            if token is not None and _has_scopes(token, scopes):
                return view(request, token, *args, **kwargs)
            if new or "_add" in request.POST or not request.user.is_authenticated:
                return sso_redirect(request, scopes=scopes)
            tokens = _tokens(request, scopes)
            if _KEY.fullmatch(pk := request.POST.get("_token", "")):
                # Only the user's own tokens, none of others or without owner.
                selected = tokens.filter(pk=pk).require_valid().first()
                if selected is not None:
                    return view(request, selected, *args, **kwargs)
            if tokens.require_valid().exists():
                return select_token(request, scopes=scopes, new=new)
            return sso_redirect(request, scopes=scopes)

        return _with_scopes(wrapped, scopes)

    return decorator


def single_use_token(
    scopes: Any = "",
    new: bool = False,  # noqa: ARG001 - as in the 5.x line
) -> Callable[[View], View]:
    """Decorate a view: pass it a new token for this one request, for anonymous users, too.

    The token has no owner, so no other view offers it to anyone.

    Args:
        scopes: space-separated names, or a list of names.
        new: no effect; a single-use token is always new.
    """

    def decorator(view: View) -> View:
        @functools.wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            token = _check_callback(request)
            if token is not None and _has_scopes(token, scopes):
                return view(request, token, *args, **kwargs)
            return sso_redirect(request, scopes=scopes, single_use=True)

        return _with_scopes(wrapped, scopes)

    return decorator


def _with_scopes(view: Any, scopes: Any) -> View:
    """Set the attribute `esi_scopes`, which `manage.py esi_scopes` lists."""
    view.esi_scopes = sorted(_process_scopes(scopes))
    decorated: View = view
    return decorated


def _tokens(request: HttpRequest, scopes: Any) -> TokenQueryset:
    return Token.objects.filter(user_id=request.user.pk).require_scopes(scopes)


def _has_scopes(token: Any, scopes: Any) -> bool:
    """Return True if the token of a login has the scopes that this view needs.

    It may be of a login for another page, which the user never opened. (A token from a patched
    `_check_callback` is accepted as it is.)
    """
    names = _process_scopes(scopes)
    if not names or not getattr(token, "from_login", False):
        return True
    return names <= set(token.scopes.values_list("name", flat=True))
