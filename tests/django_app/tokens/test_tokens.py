"""Tokens: their state, their refresh, and what ends them (manual sections 3.4 and 3.5)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session

from esi.errors import (
    IncompleteResponseError,
    NotRefreshableTokenError,
    SsoError,
    TokenExpiredError,
    TokenInvalidError,
)
from esi.managers import TokenQueryset, _process_scopes
from esi.models import CallbackRedirect, Scope, Token
from esi.sso import sso
from tests.django_app.conftest import CHIEF, SKILLS, WALLET

TOKEN = "/v2/oauth/token"
PLANETS = "esi-planets.manage_planets.v1"  # among the scopes of a new database

# How the SSO fails without ending a token.
PASSING = {
    "ill": lambda site: site.faults.fail(503, times=None, path=TOKEN),
    "busy": lambda site: site.faults.fail(429, times=None, path=TOKEN),
    "dropped": lambda site: site.faults.drop(times=None, path=TOKEN),
    "html": lambda site: site.faults.not_json(times=None, path=TOKEN),
    "half": lambda site: site.faults.fail(200, times=None, path=TOKEN, body='{"a": 1}'),
    "invalid_client": lambda site: site.sso.clients.update({"my-site": "other"}),
    "wrong token": lambda site: site.sso.claims.update({"aud": ["x"]}),
    "ill with a word": lambda site: site.faults.fail(
        500, times=None, path=TOKEN, body='{"error": "invalid_grant"}'
    ),
}
passing = pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)


def stored(token):
    return Token.objects.filter(pk=token.pk).first() if token.pk else None


# State


def test_a_token_expires_after_its_time(make_token, settings):
    """`expires` is nineteen and a half minutes after `created`, or by the setting."""
    token = make_token()
    assert token.expires - token.created == timedelta(seconds=1170)
    assert not token.expired
    settings.ESI_TOKEN_VALID_DURATION = 0
    assert token.expired


def test_can_refresh(make_token):
    """Tokens whose refresh token is None or empty cannot be refreshed."""
    assert make_token().can_refresh
    assert not make_token(refresh_token=None).can_refresh
    assert not make_token(refresh_token="").can_refresh


def test_texts_of_the_models(make_token):
    """Check `str` and `repr` of the models."""
    token = make_token(scopes=(SKILLS, WALLET))
    assert str(token) == f"Asa Ostrand - {SKILLS}, {WALLET}"
    assert repr(token) == f"<Token(id={token.pk}): {CHIEF}, Asa Ostrand>"
    assert str(Scope(name=WALLET)) == WALLET
    login = CallbackRedirect(pk=7, session_key="the-session-key", state="secret", url="/x/")
    assert str(login) == "the-sess…: /x/"
    assert repr(login) == "<CallbackRedirect(pk=7): the-sess… to /x/>"
    assert str(CallbackRedirect(session_key="abc", url="/x/")) == "abc: /x/"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("esi-location.read_ship_type.v1", "read ship type"),
        ("publicData", "publicData"),
        ("no_parts", "no_parts"),
        ("a.b", "b"),
        ("esi-ui..v1", ""),
        ("", ""),
    ],
)
def test_friendly_name(name, words):
    """The middle part of a scope's name in words; a name without parts unchanged."""
    assert Scope(name=name).friendly_name == words


def test_creating_a_scope_returns_the_one_of_its_name(db):
    """Tests of apps create scopes, which a new database contains already; their text counts."""
    first = Scope.objects.get(name=PLANETS)
    created = Scope.objects.create(name=PLANETS, help_text="planets")
    assert created == first
    assert Scope.objects.get(name=PLANETS).help_text == "planets"


def test_a_token_gets_a_scope_that_exists_by_creating_it(make_token):
    """`token.scopes.create` adds the scope of a new database to the token."""
    first, token = Scope.objects.get(name=PLANETS), make_token(scopes=(WALLET,))
    assert token.scopes.create(name=PLANETS) == first
    assert [scope.name for scope in token.scopes.order_by("name")] == [PLANETS, WALLET]
    assert first.help_text == Scope.objects.get(name=PLANETS).help_text


def test_a_new_scope_is_created(db):
    """Create a scope with the given description if no scope has the name."""
    scope = Scope.objects.create(name="esi-new.thing.v1", help_text="things")
    assert Scope.objects.get(name="esi-new.thing.v1", help_text="things") == scope


def test_relations_have_their_names(make_token, user):
    """`user.token_set`, `scope.token_set` and `token.callbackredirect_set`, as in the 5.x line."""
    token = make_token(user=user)
    login = CallbackRedirect.objects.create(session_key="k", state="s", token=token)
    assert user.token_set.require_scopes(WALLET).get() == token
    assert Scope.objects.get(name=WALLET).token_set.get() == token
    assert token.callbackredirect_set.get() == login
    assert login.url == "/"
    assert token.token_type == "character"


# Refreshing


def test_a_refresh_stores_both_tokens(make_token):
    """Refreshing stores both new tokens and the new time."""
    token = make_token(expired=True)
    before = token.access_token, token.refresh_token
    token.refresh()
    kept = stored(token)
    assert not kept.expired
    assert kept.access_token not in before
    assert kept.refresh_token not in before
    assert sso.verify(kept.access_token).character_id == CHIEF
    assert (token.access_token, token.refresh_token) == (kept.access_token, kept.refresh_token)


def test_a_refresh_without_rotation(make_token, sso_site):
    """If the SSO does not rotate, the refresh token stays the same."""
    sso_site.sso.rotate = False
    token = make_token(expired=True)
    before = token.refresh_token
    token.refresh()
    assert stored(token).refresh_token == before


def test_an_answer_without_refresh_token_keeps_the_old_one(make_token, sso_site):
    """If the response has no refresh token, the old one is kept."""
    token = make_token(expired=True)
    access = sso_site.sso.grant(CHIEF, [WALLET], client_id="my-site")["access_token"]
    sso_site.faults.fail(200, path=TOKEN, body=f'{{"access_token": "{access}"}}')
    before = token.refresh_token
    token.refresh()
    assert stored(token).refresh_token == before
    assert stored(token).access_token == access


def test_a_refresh_copies_the_token_of_another_worker(make_token, sso_site):
    """Of two objects of one row, the second sends no request."""
    one = make_token(expired=True)
    other = Token.objects.get(pk=one.pk)
    one.refresh()
    other.refresh()
    assert sso_site.sso.refreshes == 1
    assert other.access_token == one.access_token
    one.refresh()  # asked for by the one that knows the newest
    assert sso_site.sso.refreshes == 2


def test_without_refresh_token(make_token):
    """`refresh` raises, and so does `valid_access_token` once the token has expired."""
    token = make_token(refresh_token=None)
    with pytest.raises(NotRefreshableTokenError, match="log the character in again"):
        token.refresh()
    assert token.valid_access_token() == token.access_token
    old = make_token(refresh_token=None, expired=True)
    with pytest.raises(TokenExpiredError, match="log the character in again"):
        old.valid_access_token()
    assert stored(old)


def test_valid_access_token_refreshes_when_needed_only(make_token, sso_site):
    """Valid access tokens are returned without a request."""
    make_token().valid_access_token()
    assert sso_site.sso.refreshes == 0
    token = make_token(expired=True)
    assert token.valid_access_token() == stored(token).access_token
    assert sso_site.sso.refreshes == 1


def test_the_callers_session(make_token, monkeypatch, sso_site):
    """`refresh(session, auth)` does it with these."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    token = make_token(expired=True)
    with OAuth2Session("my-site") as session:
        token.refresh(session, HTTPBasicAuth("my-site", "hush"))
    assert not stored(token).expired
    assert sso_site.sso.rotations == 1


@passing
def test_a_passing_fault_keeps_the_token(make_token, sso_site, fault):
    """Time-outs, 5xx, 429, malformed answers and invalid_client end nothing."""
    token = make_token(expired=True)
    fault(sso_site)
    with pytest.raises(IncompleteResponseError, match=r"try again|Check ESI_SSO_CLIENT"):
        token.refresh()
    assert stored(token).can_refresh
    assert stored(token).expired
    token.refresh_or_delete()
    assert stored(token)


@passing
def test_a_token_works_again_after_a_passing_fault(make_token, sso_site, fault, request):
    """After the fault the token works again; a rotated refresh token was stored."""
    token = make_token(expired=True)
    fault(sso_site)
    with pytest.raises(IncompleteResponseError):
        token.refresh()
    sso_site.faults.clear()
    sso_site.sso.clients.clear()
    sso_site.sso.claims.clear()
    assert Token.objects.get(pk=token.pk).valid_access_token()


@pytest.mark.parametrize("word", ["invalid_grant", "invalid_token", "invalid_scope"])
def test_oauth_errors_that_end_a_token(make_token, sso_site, word):
    """`refresh` raises and keeps, `refresh_or_delete` deletes."""
    token = make_token(expired=True)
    sso_site.faults.fail(400, times=2, path=TOKEN, body=f'{{"error": "{word}"}}')
    with pytest.raises(TokenInvalidError, match="Log the character in again"):
        token.refresh()
    assert stored(token)
    pk = token.pk
    token.refresh_or_delete()
    assert not Token.objects.filter(pk=pk).exists()


def test_a_sold_character_ends_its_token(make_token, sso_site):
    """After a sale the new owner's token is never used for the old user."""
    token = make_token(expired=True)
    sso_site.sso.sell(CHIEF)
    with pytest.raises(TokenInvalidError, match="another owner"):
        token.valid_access_token()
    assert stored(token).expired
    pk = token.pk
    token.refresh_or_delete()
    assert not Token.objects.filter(pk=pk).exists()


def test_refresh_or_delete_keeps_a_valid_token_without_refresh_token(make_token):
    """It ends when it has expired, not before."""
    token = make_token(refresh_token=None)
    token.refresh_or_delete()
    assert stored(token)
    old = make_token(refresh_token=None, expired=True)
    pk = old.pk
    old.refresh_or_delete()
    assert not Token.objects.filter(pk=pk).exists()


def test_a_token_refreshed_meanwhile_is_not_deleted(make_token, sso_site):
    """Workers that used an old refresh token do not delete the new one."""
    token = make_token(expired=True)
    other = Token.objects.get(pk=token.pk)
    other.refresh()
    token._end("an old answer")
    assert stored(other)


def test_a_deleted_token_cannot_be_refreshed(make_token, sso_site):
    """Refreshing a deleted token sends no request."""
    token = make_token(expired=True)
    Token.objects.all().delete()
    with pytest.raises(TokenInvalidError, match="deleted meanwhile"):
        token.refresh()
    assert sso_site.sso.refreshes == 0


def test_a_renamed_character(make_token, sso_site):
    """Refreshing updates the character's name."""
    token = make_token(expired=True)
    sso_site.sso.claims["name"] = "Another Name"
    token.refresh()
    assert stored(token).character_name == "Another Name"


def test_a_short_lived_access_token_counts_as_older(make_token, sso_site):
    """`expires_in` counts if it is shorter than usual."""
    token = make_token(expired=True)
    access = sso_site.sso.grant(CHIEF, [WALLET], client_id="my-site")["access_token"]
    body = f'{{"access_token": "{access}", "expires_in": 60}}'
    sso_site.faults.fail(200, path=TOKEN, body=body)
    token.refresh()
    assert stored(token).expires < timezone.now() + timedelta(seconds=61)


def test_update_token_data(make_token, sso_site):
    """Character, owner and scopes of the access token; `commit=False` saves nothing."""
    token = make_token(scopes=(WALLET, SKILLS), character_name="?", character_owner_hash="?")
    token.scopes.clear()
    token.update_token_data(commit=False)
    assert token.character_name == "Asa Ostrand"
    assert stored(token).character_name == "?"
    token.update_token_data()
    assert stored(token).character_owner_hash == sso_site.sso.owner(CHIEF)
    assert set(token.scopes.values_list("name", flat=True)) == {WALLET, SKILLS}


# Finding


def test_get_token(make_token):
    """Return a valid token of the character with the scopes, or False."""
    token = make_token(scopes=(WALLET, SKILLS))
    assert Token.get_token(CHIEF, [WALLET]) == token
    assert Token.get_token(CHIEF, f"{WALLET} {SKILLS}") == token
    assert Token.get_token(CHIEF, ["esi-mail.read_mail.v1"]) is False
    assert Token.get_token(CHIEF + 1, [WALLET]) is False


def test_get_token_refreshes(make_token, sso_site):
    """Expired tokens are refreshed first, and not returned if that fails."""
    make_token(expired=True)
    sso_site.faults.fail(503, path=TOKEN)
    assert Token.get_token(CHIEF, [WALLET]) is False
    assert not Token.get_token(CHIEF, [WALLET]).expired


def test_get_esi_client(make_token, settings, tmp_path):
    """Clients use the token for every call."""
    token = make_token()
    client = token.get_esi_client(app_info_text="app v1")
    assert client.swagger_spec.http_client.authenticator.token is token
    balance = client.Wallet.get_characters_character_id_wallet(character_id=CHIEF).results()
    assert isinstance(balance, float)


@pytest.mark.parametrize(
    ("given", "names"),
    [("", set()), (None, set()), ([], set()), ("a b", {"a", "b"}), (["a", "b"], {"a", "b"}),
     (("a",), {"a"})],
)  # fmt: skip
def test_scopes_as_text_or_list(given, names):
    """Accept space-separated text or a list."""
    assert _process_scopes(given) == names


def test_require_scopes(make_token):
    """Filter tokens with at least the scopes; without any, tokens without scopes."""
    both, one, none = make_token(scopes=(WALLET, SKILLS)), make_token(), make_token(scopes=())
    tokens = Token.objects.order_by("pk")
    assert list(tokens.require_scopes(WALLET)) == [both, one]
    assert list(tokens.require_scopes([WALLET, SKILLS])) == [both]
    assert list(tokens.require_scopes("esi-mail.read_mail.v1")) == []
    assert list(tokens.require_scopes("")) == [none]


def test_require_scopes_exact(make_token):
    """These and no others."""
    both, one, none = make_token(scopes=(WALLET, SKILLS)), make_token(), make_token(scopes=())
    tokens = Token.objects.order_by("pk")
    assert list(tokens.require_scopes_exact([SKILLS, WALLET])) == [both]
    assert list(tokens.require_scopes_exact(WALLET)) == [one]
    assert list(tokens.require_scopes_exact([])) == [none]


def test_many_scopes(make_token):
    """Any number: MariaDB joins at most 61 tables."""
    names = [f"esi-x.scope_{number}.v1" for number in range(100)]
    token = make_token(scopes=names)
    assert Token.objects.require_scopes(names).get() == token
    assert Token.objects.require_scopes_exact(names).get() == token


def test_equivalent_to(make_token, user, django_user_model):
    """Others of the same character with the same scopes, of the same user or of none."""
    token = make_token(user=user)
    same, ownerless = make_token(user=user), make_token(user=None)
    make_token(user=django_user_model.objects.create_user("other"))
    make_token(CHIEF + 1, user=user)
    make_token(scopes=(WALLET, SKILLS), user=user)
    make_token(scopes=(), user=user)
    assert set(Token.objects.all().equivalent_to(token)) == {same, ownerless}


def test_get_expired(make_token):
    """Return expired tokens."""
    make_token()
    old = make_token(expired=True)
    assert list(Token.objects.get_expired()) == [old]


def test_the_manager_gives_a_token_queryset(db):
    """`TokenQueryset` has the constructor of any queryset."""
    import inspect

    assert type(Token.objects.all()) is TokenQueryset
    names = list(inspect.signature(TokenQueryset).parameters)
    assert names == ["model", "query", "using", "hints"]
    assert not TokenQueryset(Token).exists()


def test_queries_are_querysets(make_token):
    """Each can be narrowed further."""
    make_token(expired=True)
    tokens = Token.objects.all()
    for found in (
        tokens.get_expired(),
        tokens.require_scopes(WALLET),
        tokens.require_scopes_exact(WALLET),
        tokens.equivalent_to(tokens[0]),
        tokens.require_valid(),
        tokens.get_expired().bulk_refresh(),
    ):
        assert isinstance(found, TokenQueryset)
        assert isinstance(found.filter(character_id=1), TokenQueryset)


def test_require_valid(make_token, sso_site):
    """Valid ones, refreshed ones; dead ones are deleted."""
    good, old = make_token(), make_token(expired=True)
    dead, spent = make_token(expired=True), make_token(expired=True, refresh_token=None)
    sso_site.sso._refresh_tokens.pop(dead.refresh_token)
    found = Token.objects.order_by("-pk").require_valid()
    assert list(found) == [old, good]
    assert not Token.objects.filter(pk__in=[dead.pk, spent.pk]).exists()


def test_require_valid_of_a_narrowed_queryset(make_token):
    """Its filters may not hold after the refresh, its tokens count all the same."""
    old = make_token(expired=True)
    an_hour_ago = timezone.now() - timedelta(hours=1)
    assert list(Token.objects.filter(created__lt=an_hour_ago).require_valid()) == [old]
    make_token()
    assert len(Token.objects.order_by("pk")[:1].require_valid()) == 1


def test_require_valid_sends_nothing_for_valid_tokens(
    make_token, sso_site, django_assert_num_queries
):
    """One query, no request."""
    make_token()
    with django_assert_num_queries(1):
        Token.objects.all().require_valid()
    assert sso_site.sso.refreshes == 0


@passing
def test_require_valid_keeps_what_it_cannot_refresh(make_token, sso_site, fault):
    """While the SSO fails, expired tokens are neither returned nor deleted."""
    good, old = make_token(), make_token(expired=True)
    fault(sso_site)
    assert list(Token.objects.all().require_valid()) == [good]
    assert stored(old)


def test_bulk_refresh(make_token, sso_site):
    """All that can be, valid ones too; what was refreshed is returned."""
    tokens = [make_token(), make_token(expired=True)]
    make_token(refresh_token=None)
    assert set(Token.objects.all().bulk_refresh()) == set(tokens)
    assert sso_site.sso.rotations == 2
    assert Token.objects.count() == 3


def test_bulk_refresh_deletes_expired_ones_only(make_token, sso_site):
    """If only the refresh token is invalid, the token is kept until it expires."""
    young, old = make_token(), make_token(expired=True)
    sso_site.sso.end_all()
    assert not Token.objects.all().bulk_refresh().exists()
    assert stored(young)
    assert not Token.objects.filter(pk=old.pk).exists()


def test_an_unreachable_sso_is_tried_once(make_token, sso_site):
    """Not once for each of a thousand tokens."""
    for _ in range(3):
        make_token(expired=True)
    sso_site.faults.drop(times=None, path=TOKEN)
    sso_site.clear()
    Token.objects.all().bulk_refresh()
    assert len([r for r in sso_site.requests if r.path == TOKEN]) == 1
    assert Token.objects.count() == 3


def test_a_failing_sso_is_tried_three_times(make_token, sso_site):
    """One that answers 503 may be well for the next token."""
    for _ in range(5):
        make_token(expired=True)
    sso_site.faults.fail(503, times=2, path=TOKEN)
    assert Token.objects.all().bulk_refresh().count() == 3
    sso_site.faults.fail(503, times=None, path=TOKEN)
    sso_site.clear()
    assert not Token.objects.all().bulk_refresh().exists()
    assert len([r for r in sso_site.requests if r.path == TOKEN]) == 3


# Making


def code(site, scopes):
    import requests

    url = sso.authorization_url(scopes, "s")
    back = requests.get(url, allow_redirects=False, timeout=60).headers["Location"]
    return back.split("code=")[1].split("&")[0]


def test_create_from_code(sso_site, user):
    """Store the claims and scopes of the SSO; unknown scopes are created."""
    token = Token.objects.create_from_code(code(sso_site, [WALLET, "esi-new.thing.v1"]), user)
    assert (token.user, token.character_id, token.sso_version) == (user, CHIEF, 2)
    assert Scope.objects.get(name="esi-new.thing.v1").help_text == "esi-new.thing.v1"
    assert token.character_owner_hash == sso_site.sso.owner(CHIEF)
    assert token.can_refresh
    assert not stored(token).expired


def test_the_same_login_again_keeps_one_token(sso_site, user):
    """Logging in again updates the user's token of that character and those scopes."""
    first = Token.objects.create_from_code(code(sso_site, [WALLET]), user)
    second = Token.objects.create_from_code(code(sso_site, [WALLET]), user)
    assert second.pk == first.pk
    assert stored(first).access_token == second.access_token != first.access_token


def test_always_create_token(sso_site, user, settings):
    """ESI_ALWAYS_CREATE_TOKEN: every callback makes a token."""
    settings.ESI_ALWAYS_CREATE_TOKEN = True
    for _ in range(2):
        Token.objects.create_from_code(code(sso_site, [WALLET]), user)
    assert Token.objects.count() == 2


def test_logins_that_create_another_token(sso_site, user, django_user_model):
    """Another user, no user, other scopes, another owner."""
    Token.objects.create_from_code(code(sso_site, [WALLET]), user)
    other = django_user_model.objects.create_user("b")
    Token.objects.create_from_code(code(sso_site, [WALLET]), other)
    for _ in range(2):
        Token.objects.create_from_code(code(sso_site, [WALLET]))
    Token.objects.create_from_code(code(sso_site, [SKILLS]), user)
    sso_site.sso.sell(CHIEF)
    Token.objects.create_from_code(code(sso_site, [WALLET]), user)
    assert Token.objects.count() == 6


def test_a_bad_code(sso_site, db):
    """Nothing is made of it."""
    with pytest.raises(TokenInvalidError):
        Token.objects.create_from_code("nonsense")
    sso_site.faults.fail(503, path=TOKEN)
    with pytest.raises(SsoError):
        Token.objects.create_from_code("nonsense")
    assert not Token.objects.exists()


def test_tables_are_those_of_the_5_x_line(db):
    """Their names."""
    names = {name for name in connection.introspection.table_names() if name.startswith("esi_")}
    assert names == {"esi_callbackredirect", "esi_scope", "esi_token", "esi_token_scopes"}


def test_a_valid_access_token_knows_its_character(make_token, sso_site):
    """Responses are cached by character, so a refreshed token keeps its cache."""
    token = make_token()
    assert token.valid_access_token().character_id == token.character_id
