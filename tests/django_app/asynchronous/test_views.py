"""Test the decorators on coroutines and on class-based views, under ASGI and WSGI."""

import asyncio
import functools
import inspect

import pytest
from asgiref.sync import async_to_sync, iscoroutinefunction
from django import VERSION
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.test import AsyncClient, Client
from django.urls import path
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from project import urls as site_urls

from esi.decorators import single_use_token, token_required, tokens_required
from esi.models import CallbackRedirect, Token
from tests.django_app.conftest import WALLET


async def one(request, token, number=7):
    """Show one token."""
    await asyncio.sleep(0)
    return HttpResponse(f"{type(token).__name__} {number}")


async def several(request, tokens):
    return HttpResponse(f"{type(tokens).__name__} {[token.character_id async for token in tokens]}")


def plain(request, token):
    return HttpResponse(f"{type(token).__name__}")


class Page(View):
    async def get(self, request, token):
        return HttpResponse(f"{type(token).__name__} got")


@method_decorator(token_required(scopes=WALLET), name="dispatch")
class Dispatched(View):
    async def get(self, request, token):
        return HttpResponse(f"{type(token).__name__} got")

    async def post(self, request, token):
        return HttpResponse(f"{type(token).__name__} posted")


def passing_on(view):
    """Decorate without regard to coroutines, as many decorators do."""
    return functools.wraps(view)(lambda *args, **kwargs: view(*args, **kwargs))


@method_decorator([token_required(scopes=WALLET), passing_on], name="dispatch")
class Stacked(View):
    async def get(self, request, token):
        return HttpResponse(f"{type(token).__name__} got")


@method_decorator(token_required(scopes=WALLET), name="dispatch")
class PlainPage(View):
    def get(self, request, token):
        return HttpResponse(f"{type(token).__name__} got")


VIEWS = {
    "token_required": token_required(scopes=WALLET)(one),
    "tokens_required": tokens_required(scopes=WALLET)(several),
    "single_use_token": single_use_token(scopes=WALLET)(one),
    "new": token_required(scopes=WALLET, new=True)(one),
    "as_view": token_required(scopes=WALLET)(Page.as_view()),
    "dispatch": Dispatched.as_view(),
    "stacked": Stacked.as_view(),
    "plain": token_required(scopes=WALLET)(plain),
    "plain-dispatch": PlainPage.as_view(),
}
if VERSION >= (5,):  # since when Django's own decorators take coroutines
    VIEWS |= {
        "under-another": never_cache(token_required(scopes=WALLET)(one)),
        "over-another": token_required(scopes=WALLET)(never_cache(one)),
    }


class Urls:
    urlpatterns = (*(path(f"{name}/", view) for name, view in VIEWS.items()),
                   *site_urls.urlpatterns)  # fmt: skip


@pytest.fixture(autouse=True)
def _urls(settings):
    settings.ROOT_URLCONF = Urls


class Asgi(AsyncClient):
    """Browser of a site that runs under ASGI."""

    def get(self, url, **kwargs):
        return self.wait(super().get(url, **kwargs))

    def post(self, url, form):
        return self.wait(super().post(url, form))

    @staticmethod
    def wait(response):
        async def waiting():
            return await response

        return async_to_sync(waiting)()


@pytest.fixture(params=[Asgi, Client], ids=["asgi", "wsgi"])
def pilot(request, user, sso_site):
    """Browser in which the user is logged in."""
    browser = request.param()
    browser.force_login(user)
    return browser


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_gets_the_token_of_a_completed_login(pilot, user, make_token, name):
    """Coroutines, their classes and functions are called with it."""
    session = pilot.cookies["sessionid"].value
    CallbackRedirect.objects.create(session_key=session, state="s", token=make_token(user=user))
    page = pilot.get(f"/{name}/")
    assert page.status_code == 200
    assert page.content.decode().startswith("Token")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_without_a_token_redirects_to_the_sso(pilot, name):
    """The player logs in first."""
    page = pilot.get(f"/{name}/")
    assert page.status_code == 302
    assert "/v2/oauth/authorize" in page.headers["Location"]


@pytest.mark.parametrize("name", ["token_required", "as_view", "dispatch"])
def test_a_user_selects_a_token_for_a_coroutine(pilot, user, make_token, name):
    """The page of tokens comes first, then the view."""
    token = make_token(user=user)
    assert f'value="{token.pk}"' in pilot.get(f"/{name}/").content.decode()
    page = pilot.post(f"/{name}/", {"_token": token.pk})
    assert page.status_code == (405 if name == "as_view" else 200)  # it has no `post`


def test_the_queryset_of_a_coroutine_can_be_iterated(pilot, user, make_token):
    """It can be read with `async for`."""
    token = make_token(user=user)
    page = pilot.get("/tokens_required/")
    assert page.content.decode() == f"TokenQueryset [{token.character_id}]"


def test_an_anonymous_visitor_of_a_coroutine_goes_to_the_login_page(sso_site, db):
    """Only users have tokens to pass."""
    assert Asgi().get("/tokens_required/").headers["Location"].startswith("/login/")


def test_a_whole_login_passes_through_a_coroutine(browser):
    """To the SSO, back to the callback, and on to the view."""
    assert browser.visit("/single_use_token/").content.decode() == "Token 7"
    assert Token.objects.get().user is None


@pytest.mark.parametrize("decorator", [token_required, tokens_required, single_use_token])
def test_a_decorated_coroutine_keeps_its_signature(decorator):
    """It stays a coroutine, with its name, text and parameters."""
    view = decorator(scopes=WALLET)(one)
    assert iscoroutinefunction(view)
    assert inspect.iscoroutinefunction(view)
    assert inspect.signature(view) == inspect.signature(one)
    assert (view.__name__, view.__doc__, view.__wrapped__) == ("one", one.__doc__, one)
    assert view.esi_scopes == [WALLET]


def test_a_decorated_function_stays_a_function():
    """A site that runs under WSGI calls it directly."""
    assert not iscoroutinefunction(token_required()(plain))


@pytest.mark.parametrize("view", [Dispatched, PlainPage])
def test_the_scopes_of_a_decorated_class_are_listed(view):
    """`manage.py esi_scopes` finds the attribute on the view."""
    assert view.as_view().esi_scopes == [WALLET]


def test_login_required_of_django_stacks_with_a_coroutine(sso_site, user):
    """Decorators of others see a coroutine."""
    view = login_required(token_required(scopes=WALLET)(one))
    assert iscoroutinefunction(view) == iscoroutinefunction(login_required(one))
