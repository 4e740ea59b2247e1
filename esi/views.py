"""Log in at the SSO: `sso_redirect`, `receive_callback` and `select_token`."""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import logging
import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.urls import Resolver404, resolve
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from requests_oauthlib import OAuth2Session  # noqa: F401 - the 5.x line's name

from esi import app_settings
from esi.core.entry_point import entry_point
from esi.core.sso.messages import Pkce
from esi.errors import IncompleteResponseError, SsoError, TokenInvalidError
from esi.managers import _process_scopes
from esi.models import CallbackRedirect, Scope, Token
from esi.sso import sso

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)

_LOGIN = "esi_login"  # session key: data that only the browser of this login may know


def sso_redirect(
    request: HttpRequest,
    scopes: str | Iterable[str] = "",
    return_to: str | None = None,
    *,
    single_use: bool = False,
) -> HttpResponse:
    """Redirect the browser to the SSO, which returns it to this page.

    Args:
        request: the request of the page to return to.
        scopes: space-separated names, or a list of names.
        return_to: another page of this site to return to: a path or the name of a view.
        single_use: create a token without owner, even if a user is logged in.
    """
    if not request.session.session_key:
        request.session.create()
    state = secrets.token_urlsafe(24)
    # Without a client secret, PKCE binds the login to this browser.
    pkce = None
    if not app_settings.ESI_SSO_CLIENT_SECRET:
        pkce = Pkce.new(padded=app_settings.ESI_SSO_VERIFIER_PADDED)
    try:
        url = sso.authorization_url(sorted(_process_scopes(scopes)), state, pkce=pkce)
    except SsoError as exc:
        return _sso_failed(request, exc, request.get_full_path())
    target = request.get_full_path() if return_to is None else resolve_url(return_to)
    request.session[_LOGIN] = {
        "verifier": str(pkce.verifier) if pkce else None,
        "single_use": single_use,
        "from": _came_from(request),
    }
    CallbackRedirect.objects.update_or_create(
        session_key=session_id(request),
        defaults={"state": state, "url": _on_site(request, target) or "/", "token": None},
    )
    return redirect(url)


@never_cache
@require_GET
def receive_callback(request: HttpRequest) -> HttpResponse:
    """Create the token of a login when the SSO returns, and redirect to the page that needs it.

    Responds with 400 to a login that another browser started or that has no code, and with 502 if
    the SSO fails. A player who refused the login returns to the page they came from.
    """
    try:
        return _received(request)
    finally:
        # Error pages, mails about errors and access logs show a request's query: drop the code.
        request.GET = QueryDict()
        for name in {"QUERY_STRING", "RAW_URI", "REQUEST_URI"} & request.META.keys():
            request.META[name] = "" if name == "QUERY_STRING" else request.path


# Open to visitors under Django's LoginRequiredMiddleware: a player may log in to the site by it.
receive_callback.login_required = False


@entry_point
def _received(request: HttpRequest) -> HttpResponse:
    """Respond to the SSO's return."""
    state, error = request.GET.get("state", ""), request.GET.get("error")
    login = CallbackRedirect.objects.filter(session_key=session_id(request)).first()
    if login is None or not state or not constant_time_compare(login.state, state):
        return _page(request, _not_started_here(request))
    target = _on_site(request, login.url) or "/"
    if login.token_id is not None:
        return redirect(target)  # reload or back button: this login is complete
    if error is not None:
        login.delete()
        return _denied(request, error, target)
    if not request.GET.get("code"):
        return _page(request, _("EVE's login page returned no authorization code."), target)
    try:
        login.token = Token.objects.create_from_request(request)
    except TokenInvalidError:
        login.delete()
        text = _("This login has already been used, or it has expired.")
        return _page(request, text, target)
    except IncompleteResponseError as exc:
        return _sso_failed(request, exc, target)
    login.save(update_fields=["token"])
    request.session.pop(_LOGIN, None)
    return redirect(target)


def select_token(
    request: HttpRequest,
    scopes: str | Iterable[str] = "",
    new: bool = False,  # noqa: ARG001 - as in the 5.x line
) -> HttpResponse:
    """Render the page on which a user selects one of their tokens, or adds another.

    Its form posts `_token` (the key of the token) or `_add` to the page that needs the token.

    Args:
        request: request of a logged-in user.
        scopes: scopes that the tokens must have.
        new: no effect; kept for compatibility.
    """
    tokens = (
        Token.objects.filter(user_id=request.user.pk)
        .require_scopes(scopes)
        .require_valid()
        .order_by("character_name", "-created")
    )
    newest: dict[int, Token] = {}
    for token in tokens:
        newest.setdefault(token.character_id, token)
    names = _process_scopes(scopes)
    known = {scope.name: scope for scope in Scope.objects.filter(name__in=names)}
    context = {
        "tokens": list(newest.values()),
        "scopes": [known.get(name) or Scope(name=name) for name in sorted(names)],
    }
    return render(request, "esi/select_token.html", context)


def session_id(request: HttpRequest) -> str:
    """Return the key of this browser's session, as the database stores it."""
    if settings.SESSION_ENGINE.endswith("signed_cookies"):
        # Its key is the whole session: too long, and different after every change.
        if "esi_session" not in request.session:
            request.session["esi_session"] = secrets.token_urlsafe(24)
        return str(request.session["esi_session"])
    return request.session.session_key or ""


def _on_site(request: HttpRequest, url: str | None) -> str | None:
    """Return the address if it belongs to this site, else None."""
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(url, hosts, require_https=request.is_secure())
    return url if url and safe else None


def _came_from(request: HttpRequest) -> str | None:
    """Return the page of this site from which the player came, if they can return to it."""
    url = _on_site(request, request.headers.get("Referer"))
    path = urlsplit(url or "").path
    if not url or (path == request.path and request.method == "GET"):
        return None  # it would start the login again
    try:
        is_callback = resolve(path).func is receive_callback
    except Resolver404:
        is_callback = False
    return None if is_callback else url  # its code and state are used up


def _not_started_here(request: HttpRequest) -> str:
    """Explain a callback that fits no login of this browser's session."""
    text: str = _(
        "This login was not started in this browser, or it has expired. Open the page that "
        "needed it again."
    )
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return text
    hint = _(
        "Your browser sent no session cookie: allow cookies of this site. If that does not help, "
        "its administrators should check the settings of the cookie (manage.py check)."
    )
    return f"{text} {hint}"


def _denied(request: HttpRequest, error: str, target: str) -> HttpResponse:
    """Return the player to the previous page; the one that needs the token would log in again."""
    came_from = request.session.pop(_LOGIN, {}).get("from")
    if error != "access_denied":
        text = _("EVE's single sign-on refused the login. Nothing was changed.")
        return _page(request, text, target, 403)
    text = _("You did not allow the login. Nothing was changed.")
    if not came_from:
        return _page(request, text, target, 403)
    messages.warning(request, text, fail_silently=True)
    return redirect(came_from)


def _sso_failed(request: HttpRequest, exc: IncompleteResponseError, target: str) -> HttpResponse:
    """Report a failure of the SSO; only staff see the details."""
    logger.warning("A login could not be completed: %s", exc)
    text = _("Nothing was changed. Try again later, or contact the administrators of this site.")
    staff = settings.DEBUG or getattr(getattr(request, "user", None), "is_staff", False)
    title = _("EVE's single sign-on is unavailable")
    return _page(request, text, target, 502, title=title, detail=str(exc) if staff else "")


def _page(
    request: HttpRequest, text: str, target: str | None = None, status: int = 400, **context: str
) -> HttpResponse:
    context = {"title": _("Login failed"), "text": text, "target": target or "", **context}
    return render(request, "esi/login_failed.html", context, status=status)
