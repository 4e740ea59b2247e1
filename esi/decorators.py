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

_KEY = re.compile(r"[0-9]{1,10}")  # of a token; longer ones are no integers of a database


def _check_callback(request: HttpRequest) -> Token | None:
    """The token with which this session comes back from the SSO, once; None if it does not."""
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
        return None  # another request of this browser has just taken it
    if token.user_id not in {None, getattr(getattr(request, "user", None), "pk", None)}:
        return None  # another user has taken over the session since
    token.from_login = True
    return token


def tokens_required(scopes: Any = "", new: bool = False) -> Callable[[View], View]:
    """Decorate a view of logged-in users: it gets a queryset of their tokens with the scopes.

    Args:
        scopes: names in a text with spaces between them, or a list of names.
        new: whether a new token must be made by a login.
    """

    def decorator(view: View) -> View:
        @functools.wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            token = _check_callback(request)
            if token is not None and _suits(token, scopes):
                return view(request, Token.objects.filter(pk=token.pk), *args, **kwargs)
            if not new:
                tokens = _tokens(request, scopes).require_valid()
                if tokens.exists():
                    return view(request, tokens, *args, **kwargs)
            return sso_redirect(request, scopes=scopes)

        return _marked(wrapped, scopes)

    return decorator


def token_required(scopes: Any = "", new: bool = False) -> Callable[[View], View]:
    """Decorate a view: it gets one token, which the user selects among theirs or makes by a login.

    Args:
        scopes: names in a text with spaces between them, or a list of names.
        new: whether a new token must be made by a login, for example to log users in by it; such a
            view takes anonymous users, whose token belongs to nobody until the view says to whom.
    """

    def decorator(view: View) -> View:
        @functools.wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            token = _check_callback(request)
            if token is not None and _suits(token, scopes):
                return view(request, token, *args, **kwargs)
            if new or "_add" in request.POST or not request.user.is_authenticated:
                return sso_redirect(request, scopes=scopes)
            tokens = _tokens(request, scopes)
            if _KEY.fullmatch(pk := request.POST.get("_token", "")):
                # Only the user's own: not another's, and not one that belongs to nobody.
                selected = tokens.filter(pk=pk).require_valid().first()
                if selected is not None:
                    return view(request, selected, *args, **kwargs)
            if tokens.require_valid().exists():
                return select_token(request, scopes=scopes, new=new)
            return sso_redirect(request, scopes=scopes)

        return _marked(wrapped, scopes)

    return decorator


def single_use_token(
    scopes: Any = "",
    new: bool = False,  # noqa: ARG001 - as in the 5.x line
) -> Callable[[View], View]:
    """Decorate a view: it gets a token for this one time, whoever is logged in or not.

    The token belongs to nobody, so that no other view offers it to anyone.

    Args:
        scopes: names in a text with spaces between them, or a list of names.
        new: without effect, a single-use token is always new.
    """

    def decorator(view: View) -> View:
        @functools.wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            token = _check_callback(request)
            if token is not None and _suits(token, scopes):
                return view(request, token, *args, **kwargs)
            return sso_redirect(request, scopes=scopes, single_use=True)

        return _marked(wrapped, scopes)

    return decorator


def _marked(view: Any, scopes: Any) -> View:
    """The view, with the scopes that it needs for whoever lists them."""
    view.esi_scopes = sorted(_process_scopes(scopes))
    marked: View = view
    return marked


def _tokens(request: HttpRequest, scopes: Any) -> TokenQueryset:
    return Token.objects.filter(user_id=request.user.pk).require_scopes(scopes)


def _suits(token: Any, scopes: Any) -> bool:
    """Whether a token that comes from the SSO has what this view needs.

    It may come from a login for another page, which the user never opened. (A token that a program
    has put here by patching `_check_callback` is taken as it is.)
    """
    names = _process_scopes(scopes)
    if not names or not getattr(token, "from_login", False):
        return True
    return names <= set(token.scopes.values_list("name", flat=True))
