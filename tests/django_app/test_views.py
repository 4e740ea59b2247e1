"""Views that need tokens: the decorators, the way to the SSO and back (manual 1.1, 2.1, 3.2)."""

import re
from dataclasses import replace
from pathlib import Path
from unittest import mock
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.contrib.auth import get_user_model, login, middleware
from django.contrib.sessions.models import Session
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import include, path, re_path, resolve, reverse
from django.utils.decorators import method_decorator
from django.views import View
from project import urls as site_urls

from esi import decorators, views
from esi import urls as esi_urls
from esi.core.error_text import CONTROL
from esi.core.sso import discovery
from esi.decorators import single_use_token, token_required, tokens_required
from esi.models import CallbackRedirect, Scope, Token
from esi.sso import sso
from tests.django_app.conftest import CHIEF, SKILLS, WALLET, Browser

CALLBACK = "/sso/callback/"
HREF_HOME = '<a href="/">Back to the home page</a>'


@token_required(scopes=f"{WALLET} {SKILLS}")
def both_as_text(request, token):
    return HttpResponse(f"token {token.pk}")


@token_required(scopes=[WALLET, SKILLS])
def both_as_list(request, token):
    return HttpResponse(f"token {token.pk}")


@token_required(scopes=WALLET, new=True)
def always_new(request, token, number):
    return HttpResponse(f"token {token.pk} {number}")


@tokens_required(scopes=WALLET, new=True)
def all_new(request, tokens):
    return HttpResponse(f"tokens {[token.pk for token in tokens]}")


@tokens_required(scopes=WALLET)
def many(request, tokens):
    return HttpResponse(f"{type(tokens).__name__} {sorted(token.pk for token in tokens)}")


@tokens_required(scopes=WALLET)
def narrowed(request, tokens):
    found = tokens.filter(character_id=CHIEF + 1).require_valid()
    return HttpResponse(f"{[token.character_id for token in found]}")


@single_use_token(scopes=["publicData"])
def once(request, token):
    return HttpResponse(f"once {token.character_id} {token.user}")


# Addresses that browsers, or a careless reading, take for those of another site.
EVIL = [
    "https://evil.example/",
    "//evil.example/x",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http:///evil.example",
    "https:\\\\evil.example",
    "\thttps://evil.example",
    " //evil.example",
    "\x00//evil.example",
    "/\t/evil.example",
    "http://testserver@evil.example/",
    "http://testserver.evil.example/",
    "http://testserver:80@evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
]


class Urls:
    urlpatterns = (
        path("text/", both_as_text),
        path("list/", both_as_list),
        path("new/<int:number>/", always_new),
        path("all-new/", all_new),
        path("many/", many),
        path("narrowed/", narrowed),
        path("one-time/", once),
        *site_urls.urlpatterns,
    )


@pytest.fixture(autouse=True)
def _urls(settings):
    settings.ROOT_URLCONF = Urls


@pytest.fixture
def pilot(browser, user):
    """Browser in which the user is logged in."""
    browser.force_login(user)
    return browser


def asked(browser):
    """Return the scopes of the last request to the SSO."""
    url = next(url for url in browser.trail if "/v2/oauth/authorize" in url)
    return {name: values[-1] for name, values in parse_qs(urlsplit(url).query).items()}


def begin(browser, path="/wallet/", **headers):
    """Begin a login; returns its state."""
    response = browser.get(path, headers=headers)
    assert response.status_code == 302, response.content
    return parse_qs(urlsplit(response.headers["Location"]).query)["state"][0]


# token_required


def test_a_user_without_tokens_is_sent_to_the_sso(pilot, user):
    """2.1.1: after the login the view gets the token."""
    page = pilot.visit("/text/?x=1")
    token = Token.objects.get()
    assert page.content.decode() == f"token {token.pk}"
    assert token.user == user
    assert pilot.trail[-1] == "/text/?x=1"


@pytest.mark.parametrize("address", ["/text/", "/list/"])
def test_scopes_as_text_or_list(pilot, address):
    """2.1.1: a space-delimited text or a list ask for the same."""
    pilot.visit(address)
    assert asked(pilot)["scope"] == f"{SKILLS} {WALLET}"
    assert set(Token.objects.get().scopes.values_list("name", flat=True)) == {WALLET, SKILLS}


def test_a_user_selects_one_of_their_tokens(pilot, user, make_token):
    """2.1.1: users with tokens select one."""
    one, other = make_token(user=user), make_token(CHIEF + 1, user=user)
    page = pilot.get("/wallet/")
    assert page.templates[0].name == "esi/select_token.html"
    assert page.context["tokens"] == [one, other]
    chosen = pilot.post("/wallet/", {"_token": other.pk})
    assert "Wallet of Bero Veyl" in chosen.content.decode()


def test_only_tokens_with_the_scopes_are_offered(pilot, user, make_token):
    """Tokens that lack a scope are not listed and cannot be selected."""
    make_token(user=user, scopes=(SKILLS,))
    fits = make_token(user=user, scopes=(SKILLS, WALLET))
    page = pilot.get("/wallet/")
    assert page.context["tokens"] == [fits]


def test_a_character_is_offered_once(pilot, user, make_token):
    """Of several tokens of one character the newest."""
    make_token(user=user)
    newest = make_token(user=user)
    assert pilot.get("/wallet/").context["tokens"] == [newest]


def test_add_redirects_to_the_sso(pilot, user, make_token, sso_site):
    """Posting `_add` redirects to the SSO."""
    make_token(user=user)
    sso_site.sso.auto = CHIEF + 2
    page = pilot.choose("/wallet/", _add="1")
    assert "Wallet of Cira Karsten" in page.content.decode()
    assert Token.objects.filter(user=user).count() == 2


@pytest.mark.parametrize(
    "case",
    [
        "another user's",
        "nobody's",
        "expired and dead",
        "no key",
        "too large",
        "endless",
        "not ASCII",
    ],
)
def test_tokens_that_cannot_be_selected(pilot, user, make_token, django_user_model, case):
    """Users can select their own tokens only."""
    mine = make_token(user=user)
    foreign = {
        "another user's": lambda: make_token(user=django_user_model.objects.create_user("b")).pk,
        "nobody's": lambda: make_token(user=None).pk,
        "expired and dead": lambda: make_token(user=user, expired=True, refresh_token=None).pk,
        "no key": lambda: "1 or 1=1",
        "too large": lambda: "9" * 30,
        "endless": lambda: "9" * 5000,  # more digits than Python makes a number of
        "not ASCII": lambda: "\u0661",
    }[case]()
    page = pilot.post("/wallet/", {"_token": foreign})
    assert page.context["tokens"] == [mine]
    assert "ISK" not in page.content.decode()


def test_an_anonymous_visitor_goes_to_the_sso(browser):
    """Without a user there is nothing to select from."""
    browser.visit("/text/")
    assert asked(browser)["client_id"] == "my-site"
    assert Token.objects.get().user is None


def test_an_expired_token_is_refreshed_before_it_is_used(pilot, user, make_token, sso_site):
    """Expired tokens are refreshed, and only valid ones are listed."""
    make_token(user=user, expired=True)
    assert len(pilot.get("/wallet/").context["tokens"]) == 1
    assert sso_site.sso.refreshes == 1


def test_a_new_token(pilot, user, make_token):
    """2.1.2: `new=True` requires a login despite existing tokens; arguments are passed on."""
    make_token(user=user)
    page = pilot.visit("/new/7/")
    assert page.content.decode().endswith(" 7")
    assert asked(pilot)["scope"] == WALLET


def test_logging_in_by_a_character(browser):
    """2.1.2: an anonymous visitor logs in by a character."""
    page = browser.visit("/login/")
    assert "Logged in as <strong>Asa Ostrand</strong>" in page.content.decode()
    token = Token.objects.get()
    assert token.user.username == str(CHIEF)
    assert not token.scopes.exists()


# tokens_required


def test_all_tokens_of_the_user(pilot, user, make_token, django_user_model):
    """2.1.3: a queryset of all with the scopes, without prompting."""
    mine = [make_token(user=user).pk, make_token(CHIEF + 1, user=user).pk]
    make_token(user=None)
    make_token(user=django_user_model.objects.create_user("b"))
    make_token(user=user, scopes=(SKILLS,))
    assert pilot.get("/many/").content.decode() == f"TokenQueryset {mine}"


def test_the_queryset_can_be_narrowed(pilot, user, make_token):
    """2.1.3: selecting is the view's affair."""
    make_token(user=user)
    make_token(CHIEF + 1, user=user)
    assert pilot.get("/narrowed/").content.decode() == f"[{CHIEF + 1}]"


def test_tokens_required_without_tokens(pilot):
    """Users without a token are sent to the SSO."""
    assert pilot.visit("/many/").content.decode() == f"TokenQueryset [{Token.objects.get().pk}]"


def test_tokens_required_is_for_users(browser):
    """Anonymous users are redirected to the login page."""
    assert browser.get("/many/").headers["Location"] == "/login/?next=/many/"


def test_tokens_required_with_new(pilot, user, make_token):
    """`new=True` gives the queryset of the new one."""
    make_token(user=user, scopes=(WALLET, SKILLS))
    page = pilot.visit("/all-new/")
    assert page.content.decode() == f"tokens [{Token.objects.latest('pk').pk}]"


# single_use_token


@pytest.mark.parametrize("logged_in", [False, True])
def test_a_single_use_token(browser, user, logged_in):
    """2.1.4: anonymous visitors and users get one; it has no owner."""
    if logged_in:
        browser.force_login(user)
    assert browser.visit("/one-time/").content.decode() == f"once {CHIEF} None"


def test_a_single_use_token_is_for_the_current_view_only(pilot):
    """2.1.4: each request needs another one, and no other view offers it."""
    pilot.visit("/one-time/")
    token = Token.objects.get()
    assert pilot.get("/one-time/").status_code == 302
    Token.objects.update(user=None)
    token.scopes.add(*Scope.objects.named([WALLET]))
    assert pilot.post("/wallet/", {"_token": token.pk}).status_code == 302


# The way back


def test_the_names_of_the_urls(settings):
    """1.1.3: `esi.urls` in namespace `esi` has the callback."""
    assert reverse("esi:callback") == CALLBACK
    assert resolve(CALLBACK).func is views.receive_callback


@pytest.mark.parametrize(
    "included",
    [
        path("sso/", include("esi.urls", namespace="esi")),
        path("sso/", include("esi.urls")),
        re_path(r"^sso/", include("esi.urls", namespace="esi")),
        path("sso/", include((esi_urls, "esi"), namespace="esi")),  # as Alliance Auth does
    ],
    ids=["path", "no namespace", "re_path", "module"],
)
def test_the_ways_to_include_the_urls(settings, included):
    """1.1.3: Django 4 has no `url()` any more; what took its place."""
    settings.ROOT_URLCONF = type("Included", (), {"urlpatterns": [included]})
    assert reverse("esi:callback") == CALLBACK
    assert resolve(CALLBACK).func is views.receive_callback


def test_a_site_without_settings(browser, settings):
    """1.3.1: if they are blank, the login page says what to do (with DEBUG on)."""
    settings.ESI_SSO_CLIENT_ID = settings.ESI_SSO_CLIENT_SECRET = ""
    settings.DEBUG = True
    page = browser.get("/text/")
    assert page.status_code == 502
    assert "register an application at https://developers.eveonline.com" in page.content.decode()


def test_the_state_is_bound_to_the_session(browser, sso_site):
    """Another browser cannot use the callback, so nobody gets another player's token."""
    state = begin(browser)
    other = Browser()
    begin(other)
    page = other.get(CALLBACK, {"state": state, "code": "x"})
    assert page.status_code == 400
    assert "not started in this browser" in page.content.decode()
    assert not Token.objects.exists()


@pytest.mark.parametrize(
    "query",
    [{}, {"code": "x"}, {"state": "x"}, {"state": "x", "code": "x"}, {"error": "access_denied"}],
    ids=["nothing", "no state", "no code", "wrong state", "error without state"],
)
@pytest.mark.parametrize("begun", [False, True])
def test_a_callback_of_no_login(browser, query, begun):
    """400, with a page that can be read."""
    if begun:
        begin(browser)
    page = browser.get(CALLBACK, query)
    assert page.status_code == 400
    assert "<h1>Login failed</h1>" in page.content.decode()
    assert "not started in this browser" in page.content.decode()
    assert HREF_HOME in page.content.decode()


@pytest.mark.parametrize("state", ["", "x", "ä"])
def test_a_good_code_with_a_wrong_state(browser, state):
    """No token is created from an injected code."""
    url = browser.get("/wallet/").headers["Location"]
    back = requests.get(url, allow_redirects=False, timeout=60).headers["Location"]
    code = parse_qs(urlsplit(back).query)["code"][0]
    assert browser.get(CALLBACK, {"state": state, "code": code}).status_code == 400
    assert not Token.objects.exists()
    assert browser.walk(browser.get(back)).status_code == 200


def test_a_callback_without_code(browser):
    """400, and a way to try again."""
    page = browser.get(CALLBACK, {"state": begin(browser)})
    assert page.status_code == 400
    assert '<a class="esi-button" href="/wallet/">Try again</a>' in page.content.decode()


def test_a_rejected_code(browser):
    """400: used already, or too old."""
    page = browser.get(CALLBACK, {"state": begin(browser), "code": "nonsense"})
    assert page.status_code == 400
    assert "has expired" in page.content.decode()


def test_a_callback_that_is_reloaded(browser):
    """Reloading the callback redirects again and creates no second token."""
    browser.visit("/one-time/")
    callback = next(url for url in browser.trail if CALLBACK in url)
    assert browser.get(callback).status_code == 400
    assert Token.objects.count() == 1


@pytest.mark.parametrize("cookie", [False, True])
def test_a_browser_that_sends_no_session_cookie(browser, cookie):
    """The page says so: cookies are blocked, or a setting of the site keeps them back."""
    state = begin(browser)
    if not cookie:
        browser.cookies.clear()
    page = browser.get(CALLBACK, {"state": state if not cookie else "x", "code": "x"})
    assert page.status_code == 400
    assert ("sent no session cookie" in page.content.decode()) is not cookie


def test_a_post_to_the_callback(browser):
    """POST to the callback is refused, since the SSO uses GET."""
    assert browser.post(CALLBACK).status_code == 405


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("secret", ["hush", ""])
@pytest.mark.parametrize(
    "place",
    [
        "esi.models.Token.save",
        "esi.models.CallbackRedirect.save",
        "esi.core.sso.client.Sso.verify",
        "esi.core.sso.client.read_token_response",
        "django.contrib.sessions.backends.db.SessionStore.save",
    ],
)
def test_an_error_in_the_callback_shows_no_secret(
    browser, sso_site, settings, error_mails, debug, secret, place
):
    """Neither Django's error page nor the mail has the code, the verifier or a token."""
    settings.DEBUG = debug
    settings.ESI_SSO_CLIENT_SECRET = secret
    browser.raise_request_exception = False
    url = browser.get("/wallet/").headers["Location"]
    back = urlsplit(requests.get(url, allow_redirects=False, timeout=60).headers["Location"])
    verifier = browser.session["esi_login"]["verifier"]
    with mock.patch(place, side_effect=ZeroDivisionError("x")):
        extra = {"RAW_URI": f"{back.path}?{back.query}", "REQUEST_URI": back.query}
        page = browser.get(f"{back.path}?{back.query}", **extra)
    assert page.status_code == 500
    seen = page.content.decode() + error_mails()
    secrets = {*parse_qs(back.query)["code"], *sso_site.sso._refresh_tokens,
               *sso_site._api.tokens, *([verifier] if verifier else [])}  # fmt: skip
    assert "ZeroDivisionError" in seen
    assert [text for text in secrets if text[:30] in seen] == []


def test_an_sso_that_fails(browser, sso_site, caplog):
    """Respond with 502 and a page; nothing is created, and the login can be tried again."""
    sso_site.faults.fail(503, path="/v2/oauth/token")
    page = browser.visit("/text/")
    assert page.status_code == 502
    assert "Try again later" in page.content.decode()
    assert "try again later" in caplog.text
    assert browser.visit("/text/").status_code == 200


def test_a_name_of_the_sso_stays_on_its_line(pilot, sso_site, monkeypatch, caplog):
    """A character's name begins no line of a log and steers no terminal."""
    caplog.set_level("INFO")
    who = sso_site.world.characters[CHIEF]
    odd = replace(who, name="A\x1b[2J\r\nINFO forged\u202e")
    monkeypatch.setitem(sso_site.world.characters, CHIEF, odd)
    assert pilot.visit("/text/").status_code == 200
    token = Token.objects.get()
    assert token.character_name == "A [2J INFO forged"
    sso_site.sso.end_all()
    token.refresh_or_delete()
    assert "forged" in caplog.text
    assert [record for record in caplog.records if CONTROL.search(record.getMessage())] == []


def test_an_address_of_the_sso_stays_on_its_line(pilot, caplog):
    """Line breaks in an address of the metadata do not reach the log either."""
    odd = {"issuer": "https://evil.example/\x1b[2J\r\nINFO forged"}
    read = discovery.read_metadata
    with mock.patch.object(discovery, "read_metadata", lambda d, *args: read({**d, **odd}, *args)):
        sso.forget()
        assert pilot.get("/text/").status_code == 502
    assert "forged" in caplog.text
    assert [record for record in caplog.records if CONTROL.search(record.getMessage())] == []


@pytest.mark.parametrize("who", ["anybody", "player", "staff"])
def test_an_unreachable_sso(browser, settings, user, caplog, who):
    """Respond with 502 if the metadata is unreachable; the log and staff see its address."""
    settings.ESI_SSO_METADATA_URL = "http://127.0.0.1:9/x"
    if who != "anybody":
        user.is_staff = who == "staff"
        user.save()
        browser.force_login(user)
    page = browser.get("/text/")
    assert page.status_code == 502
    assert "single sign-on is unavailable" in page.content.decode()
    assert ("127.0.0.1:9/x could not be reached" in page.content.decode()) is (who == "staff")
    assert "127.0.0.1:9/x could not be reached" in caplog.text


def test_a_player_who_refuses(pilot, sso_site):
    """Redirect to the previous page, with a message."""
    sso_site.sso.deny = True
    page = pilot.visit("/wallet/", headers={"referer": "http://testserver/"})
    assert pilot.trail[-1] == "http://testserver/"
    assert "You did not allow the login" in page.content.decode()
    assert not CallbackRedirect.objects.exists()


@pytest.mark.parametrize(
    "referer",
    [
        None,
        "http://testserver/sso/callback/?code=x&state=y",  # of a login that failed before
        "http://testserver/wallet/?page=2",  # it would ask again at once
        *(f"{url}" for url in EVIL),
    ],
)
def test_a_player_who_refuses_and_came_from_elsewhere(pilot, sso_site, referer):
    """Show a page that links neither to another site nor straight back to the SSO."""
    sso_site.sso.deny = True
    headers = {"referer": referer} if referer else {}
    page = pilot.visit("/wallet/", headers=headers)
    assert page.status_code == 403
    assert "You did not allow the login" in page.content.decode()


@pytest.mark.parametrize("url", EVIL)
def test_targets_stay_on_the_site(browser, url):
    """Whatever the database contains, the browser is redirected to this site."""
    state = begin(browser)
    CallbackRedirect.objects.update(url=url, token=None)
    Token.objects.create(character_id=1, character_name="x", character_owner_hash="x")
    CallbackRedirect.objects.update(token=Token.objects.get())
    assert browser.get(CALLBACK, {"state": state}).headers["Location"] == "/"


def test_return_to(rf, sso_site, db):
    """`return_to` is a path of this site or the name of a view; others are not taken."""
    inside = [("/x/?y=1", "/x/?y=1"), ("home", "/"), ("/%2F%2Fevil.example", "/%2F%2Fevil.example")]
    for target, url in [*inside, *((url, "/") for url in EVIL if "/" in url or "." in url)]:
        request = request_of("/wallet/")
        views.sso_redirect(request, scopes=WALLET, return_to=target)
        assert CallbackRedirect.objects.get(session_key=request.session.session_key).url == url


def test_an_address_that_looks_like_another_site(pilot):
    """`//evil.example` as a path of this site leads back to this site."""
    begin(pilot, "/wallet/?next=//evil.example")
    login = CallbackRedirect.objects.get()
    assert login.url == "/wallet/?next=//evil.example"
    request = request_of("http://testserver//evil.example/")
    views.sso_redirect(request, scopes=WALLET)
    login = CallbackRedirect.objects.get(session_key=request.session.session_key)
    assert login.url == "/"


def request_of(path="/", user=None):
    from django.contrib.auth.models import AnonymousUser
    from django.contrib.sessions.middleware import SessionMiddleware

    request = RequestFactory().get(path)
    SessionMiddleware(lambda _: None).process_request(request)
    request.user = user or AnonymousUser()
    return request


# Sites that need a login everywhere


def log_in(request, token):
    """Log the player in to the site, as the owner of a character."""
    user, _ = get_user_model().objects.get_or_create(username=token.character_name)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponse(f"welcome {user}")


def opened(view):
    """Mark a view as Django's `login_not_required` does."""
    view.login_required = False
    return view


@method_decorator(opened, name="dispatch")
@method_decorator(single_use_token(), name="dispatch")
class OpenPage(View):
    def get(self, request, token):
        return HttpResponse(f"once {token.character_name}")


class ClosedUrls:
    urlpatterns = (
        path("login/", opened(token_required(new=True)(log_in)), name="login"),
        path("marked-inside/", token_required(new=True)(opened(lambda *a, **k: log_in(*a, **k)))),
        path("class/", OpenPage.as_view()),
        path("closed/", single_use_token()(log_in)),
        path("api/", include([path("eve/", include("esi.urls"))])),
        path("sso/", include("esi.urls", namespace="esi")),
    )


class Closed(getattr(middleware, "LoginRequiredMiddleware", object)):
    """Middleware of a site, derived from Django's."""


@pytest.fixture(params=["django.contrib.auth.middleware.LoginRequiredMiddleware",
                        f"{__name__}.Closed"])  # fmt: skip
def closed_site(request, settings, browser):
    """Browser of a site in which every view needs a login, unless it is marked."""
    if not hasattr(middleware, "LoginRequiredMiddleware"):
        pytest.skip("came with Django 5.1")
    settings.ROOT_URLCONF = ClosedUrls
    settings.LOGIN_URL = "/login/"
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, request.param]
    return browser


@pytest.mark.parametrize("address", ["/login/", "/marked-inside/"])
def test_a_login_passes_through_a_site_that_needs_one(closed_site, address):
    """The browser is anonymous when it returns to the callback."""
    assert closed_site.visit(address).content.decode() == "welcome Asa Ostrand"


def test_a_class_based_view_can_be_open(closed_site):
    """A marked class gets its token, too."""
    assert closed_site.visit("/class/").content.decode() == "once Asa Ostrand"


def test_a_view_that_is_not_marked_needs_a_login(closed_site):
    """A decorator for tokens opens no view by itself."""
    assert closed_site.get("/closed/").headers["Location"] == "/login/?next=/closed/"


@pytest.mark.parametrize("address", [CALLBACK, "/api/eve/callback/"])
def test_a_failed_login_has_its_page_on_a_site_that_needs_one(closed_site, address):
    """Visitors see what went wrong, wherever the URLs are included."""
    page = closed_site.get(address, {"state": "x", "code": "y"})
    assert page.status_code == 400
    assert "Login failed" in page.content.decode()


def test_a_refused_login_has_its_page_on_a_site_that_needs_one(closed_site, sso_site):
    """The player is not sent to the login again."""
    sso_site.sso.deny = True
    assert closed_site.visit("/login/").status_code == 403


# Around


def test_check_callback(sso_site, make_token, user, django_user_model):
    """`_check_callback(request)`: the token of this session's login, once."""
    request = request_of(user=user)
    assert decorators._check_callback(request) is None
    request.session.create()
    assert decorators._check_callback(request) is None
    token = make_token(user=user)
    key = request.session.session_key
    CallbackRedirect.objects.create(session_key=key, state="s", token=token)
    assert decorators._check_callback(request) == token
    assert decorators._check_callback(request) is None
    foreign = make_token(user=django_user_model.objects.create_user("b"))
    CallbackRedirect.objects.create(session_key=key, state="s", token=foreign)
    assert decorators._check_callback(request) is None
    assert decorators._check_callback(RequestFactory().get("/")) is None


def test_two_requests_take_a_login_once(sso_site, make_token, user, monkeypatch):
    """Of concurrent requests only one gets the token of a login."""
    request = request_of(user=user)
    request.session.create()
    CallbackRedirect.objects.create(
        session_key=request.session.session_key, state="s", token=make_token(user=user)
    )
    delete = CallbackRedirect.delete

    def slower(login):
        delete(CallbackRedirect.objects.get(pk=login.pk))  # the other request
        return delete(login)

    monkeypatch.setattr(CallbackRedirect, "delete", slower)
    assert decorators._check_callback(request) is None


def test_a_login_for_another_page(pilot, user):
    """Tokens of a login for other scopes are not used for this page."""
    state = begin(pilot, "/one-time/")
    token = Token.objects.create(user=user, character_id=1, character_owner_hash="x")
    CallbackRedirect.objects.filter(state=state).update(token=token)
    assert pilot.get("/text/").status_code == 302


def test_the_depth_of_the_wrapping():
    """Tests of programs reach the bare view by `__wrapped__`, as deep as in the 5.x line."""

    def depth(view):
        return 1 + depth(view.__wrapped__) if hasattr(view, "__wrapped__") else 0

    assert [depth(view) for view in (both_as_text, many, once)] == [1, 1, 1]


def test_programs_patch_check_callback(monkeypatch, sso_site, db):
    """Decorators look up `_check_callback` on each call."""
    token = Token(pk=7)
    monkeypatch.setattr("esi.decorators._check_callback", lambda request: token)
    assert once(request_of()).content == b"once None None"


def test_without_a_secret_the_login_uses_pkce(browser, settings):
    """With PKCE the verifier stays in the session and appears in no address."""
    settings.ESI_SSO_CLIENT_SECRET = ""
    browser.visit("/text/")
    assert asked(browser)["code_challenge_method"] == "S256"
    assert Token.objects.exists()


def test_sessions_in_cookies(browser, settings):
    """Logins work with signed-cookie sessions, whose key is the session itself."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    assert browser.visit("/text/").status_code == 200
    assert not Session.objects.exists()


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_token_with_a_large_key_can_be_selected(pilot, user, make_token, settings, language):
    """Each form posts the key without the site's thousand separators."""
    settings.USE_THOUSAND_SEPARATOR = True
    settings.LANGUAGE_CODE = language
    token = make_token(pk=1234567, user=user)
    html = pilot.get("/wallet/").content.decode()
    (key,) = re.findall(r'<input type="hidden" name="_token" value="([^"]*)">', html)
    assert key == str(token.pk)
    assert f"characters/{token.character_id}/portrait" in html
    assert "Wallet of" in pilot.post("/wallet/", {"_token": key}).content.decode()


def test_the_page_of_tokens_has_a_form_for_each_token(pilot, user, make_token):
    """Programs read the hidden `_token` of each form."""
    keys = {str(make_token(CHIEF + number, user=user).pk) for number in range(3)}
    html = pilot.get("/wallet/").content.decode()
    forms = re.findall(r"<form method=\"post\">.*?</form>", html, re.DOTALL)
    found = [re.findall(r'type="hidden" name="_token" value="(\d+)"', form) for form in forms]
    assert sorted(found) == sorted([key] for key in keys)


def test_the_page_of_tokens_is_accessible(pilot, user, make_token):
    """One heading, a language, labels for buttons and texts for pictures."""
    make_token(user=user)
    html = pilot.get("/wallet/").content.decode()
    assert html.count("<h1>") == 1
    assert '<html lang="en-us">' in html
    assert 'alt="Log in with EVE Online"' in html
    assert 'aria-hidden="true"><object' in html  # the portrait, beside its name
    assert html.count("csrfmiddlewaretoken") == 2


def luminance(colour):
    """Relative luminance, as WCAG 2 defines it."""
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["card", "paper"])
@pytest.mark.parametrize(
    ("colour", "least"), [("ink", 4.5), ("soft", 4.5), ("accent", 4.5), ("edge", 3)]
)
def test_colours_have_enough_contrast(scheme, ground, colour, least):
    """WCAG 2 AA: 4.5 to 1 for text (1.4.3), 3 to 1 for the edges of buttons (1.4.11)."""
    css = Path(finders.find("esi/esi.css")).read_text(encoding="utf-8")
    found = {
        name: luminance(re.findall(rf"--{name}: #(\w+);", css)[scheme]) for name in (ground, colour)
    }
    low, high = sorted(found.values())
    assert (high + 0.05) / (low + 0.05) >= least


def test_a_site_extends_the_page_of_tokens(sso_site, db):
    """Its blocks can be filled, its base replaced."""
    text = '{% extends "esi/select_token.html" %}{% block heading %}Who?{% endblock %}'
    html = Template(text).render(Context({"tokens": [Token(pk=1, character_name="<b>")]}))
    assert "<h1>Who?</h1>" in html
    assert "&lt;b&gt;" in html
    for block in (
        "title",
        "page_title",
        "scopes",
        "tokens",
        "add",
        "content",
        "extra_head",
        "messages",
    ):
        assert Template(text.replace("heading", block)).render(Context()).count("Who?") == 1


@pytest.mark.parametrize(
    ("name", "friendly"),
    [
        (WALLET, "read character wallet"),
        ("publicData", "publicData"),
        (Scope(name=SKILLS), "read skills"),
    ],
)
def test_scope_friendly_name(name, friendly):
    """`{% load scope_tags %}`: names in words."""
    text = "{% load scope_tags %}{{ scope|scope_friendly_name }}"
    assert Template(text).render(Context({"scope": name})) == friendly


def test_friendly_name_of_a_scope():
    """`Scope.friendly_name` reads the same."""
    assert Scope(name=WALLET).friendly_name == "read character wallet"


def test_the_sites_other_pages(pilot, make_token, user, site):
    """Skill points of all characters, and a DataFrame in a page."""
    make_token(user=user, scopes=(SKILLS,))
    assert "Asa Ostrand" in pilot.get("/skills/").content.decode()
    html = pilot.get("/market/").content.decode()
    assert "orders in The Forge" in html
    assert "<table" in html


@pytest.mark.parametrize("colour", ["Black", "White"])
@pytest.mark.parametrize("size", ["Large", "Small"])
@pytest.mark.parametrize("kind", ["svg", "png"])
def test_static_files_are_found(size, colour, kind):
    """1.2: `collectstatic` finds the style, and the login buttons as SVG and PNG."""
    assert finders.find("esi/esi.css")
    assert finders.find(f"esi/img/EVE_SSO_Login_Buttons_{size}_{colour}.{kind}")
