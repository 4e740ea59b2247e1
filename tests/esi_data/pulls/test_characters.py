"""`character=`: which character asks, and that no other one sees the answer."""

import logging

import pandas as pd
import pytest
from bravado.exception import HTTPForbidden, HTTPUnauthorized

from esi.errors import LoginNeededError, MissingScopesError, ParameterError, TokenInvalidError
from esi_data import read
from tests.esi_data.logging_in import (
    ACCOUNTS,
    ASA,
    ASSETS,
    BERO,
    DAIN,
    PROJECTS,
    WALLET,
    expire,
    log_in,
)

BALANCE = "get_characters_character_id_wallet"
LIST = "get_corporations_corporation_id_projects"
HOARD = "get_characters_character_id_assets"
BOOKS = "get_corporations_corporation_id_wallets"
CORPORATION = 98_000_001


@pytest.fixture
def players(esi_sandbox, esi):
    """Log three characters in: Asa leads the corporation in which Dain is, too."""
    for who in (ASA, BERO, DAIN):
        log_in(esi_sandbox, esi.logins, (WALLET, ASSETS, PROJECTS, ACCOUNTS), who)
    esi_sandbox.clear()
    return esi


def sent(sandbox):
    """Return the requests with a token, as (path, token)."""
    return [
        (request.path, request.headers["Authorization"])
        for request in sandbox.requests
        if "Authorization" in request.headers
    ]


@pytest.mark.parametrize("who", ["Bero Veyl", "bero veyl", " BERO VEYL ", BERO, str(BERO)])
def test_a_character_is_a_name_in_any_case_or_an_id(players, who):
    """Its id also fills in the path's character_id."""
    wallet = players.client.Wallet.get_characters_character_id_wallet
    assert wallet(character=who).result() == wallet(character_id=BERO, character=BERO).result()
    pulled = players.pull(BALANCE, character=who)
    assert pulled["character_id"].tolist() == [BERO]
    assert pulled.drop(columns="character_id").equals(wallet(character=who).frame())


@pytest.mark.parametrize(
    "use",
    [
        lambda esi: esi.pull(BALANCE),
        lambda esi: esi.plan(BALANCE),
        lambda esi: esi.client.Wallet.get_characters_character_id_wallet(),
    ],
    ids=["pull", "plan", "client"],
)
def test_the_error_of_a_call_without_a_character_offers_one(esi, use):
    """Save users from looking an id up."""
    with pytest.raises(ParameterError, match=r"needs character_id .* pass character="):
        use(esi)


def test_a_misspelt_character_is_corrected(esi):
    """Suggest `character`, as for every other parameter."""
    with pytest.raises(ParameterError, match=r"no parameter 'charcter'.*character\b"):
        esi.pull(BALANCE, charcter="Bero Veyl")


def test_the_error_of_a_public_call_offers_no_character(esi):
    """Offer a login only where it helps."""
    with pytest.raises(ParameterError, match="needs character_id") as caught:
        esi.pull("get_characters_character_id")
    assert "character=" not in str(caught.value)


def test_the_result_of_login_is_a_character(esi_sandbox, esi):
    """`me = esi.login(...)`, then `character=me`."""
    me = log_in(esi_sandbox, esi.logins)
    assert len(esi.pull(BALANCE, character=me)) == 1


def test_a_list_of_characters_fans_out(esi_sandbox, players):
    """Each calls once for itself, in the given order; a column names it."""
    found = players.pull(BALANCE, character=["Dain Moru", ASA, DAIN])
    assert list(found["character_id"]) == [DAIN, ASA]
    assert found["character_id"].dtype == "int64"
    assert [path for path, _ in sent(esi_sandbox)].count(f"/characters/{DAIN}/wallet") == 1
    assert found.attrs["esi"]["parameters"] == {"character_id": [DAIN, ASA]}


def test_the_column_is_character_if_the_path_has_no_character_id(players):
    """Operations of a corporation have a column `character`."""
    found = players.pull(LIST, corporation_id=CORPORATION, character=[ASA, DAIN])
    assert list(found["character"].unique()) == [ASA, DAIN]
    assert found["character"].dtype == "int64"
    alone = players.pull(LIST, corporation_id=CORPORATION, character=ASA)
    assert "character" not in alone.columns
    assert len(found) == 2 * len(alone)


def test_two_characters_never_share_a_response(esi_sandbox, players):
    """Cached responses of one character are not used for another, which is refused.

    Nor does the refusal of one keep the other from its response.
    """
    how = {"corporation_id": CORPORATION}
    books = players.pull(BOOKS, character=ASA, **how)
    with pytest.raises(HTTPForbidden):
        players.pull(BOOKS, character=DAIN, **how)
    assert [path for path, _ in sent(esi_sandbox)] == [f"/corporations/{CORPORATION}/wallets"] * 2
    assert len({token for _, token in sent(esi_sandbox)}) == 2
    again = players.pull(BOOKS, character=ASA, **how)
    assert again.attrs["esi"]["from_cache"]
    assert again.equals(books)
    assert len(sent(esi_sandbox)) == 2


def test_a_refreshed_token_keeps_its_cache(esi_sandbox, players):
    """Responses belong to the character, not to the token."""
    players.pull(BALANCE, character=ASA)
    expire(players.logins)
    again = players.pull(BALANCE, character=ASA)
    assert again.attrs["esi"]["from_cache"]


def test_an_expired_token_is_refreshed_on_the_way(esi_sandbox, players):
    """Calls refresh tokens after their 20 minutes."""
    expire(players.logins)
    assert len(players.pull(BALANCE, character=[ASA, BERO, DAIN])) == 3
    assert esi_sandbox.sso.rotations == 3


@pytest.fixture
def hoards(esi_sandbox, esi_for):
    """Asa's things in four pages, asked for one after the other."""
    esi = esi_for(concurrency=1)
    log_in(esi_sandbox, esi.logins, (ASSETS,), ASA)
    esi_sandbox.set_pages(f"/characters/{ASA}/assets", 4, rows=5)
    esi_sandbox.lifetime("/characters/*", 86400)
    _ = esi.client
    esi_sandbox.clear()
    return esi


def statuses(sandbox):
    """Return the statuses of the pages."""
    return [request.status for request in sandbox.requests if request.path.endswith("/assets")]


def test_a_pull_outlives_its_token(esi_sandbox, hoards):
    """Each page is requested with a token that is valid when it is sent."""
    hoards.engine.on_request = lambda _: esi_sandbox.clock.advance(500)
    found = hoards.pull(HOARD, character=ASA)
    assert found["item_id"].nunique() == len(found) > 15
    assert statuses(esi_sandbox) == [200] * 4
    assert esi_sandbox.sso.rotations == 1
    assert len({token for _, token in sent(esi_sandbox)}) == 2


def test_a_token_that_expires_during_a_wait_is_refreshed(esi_sandbox, hoards):
    """Requests that wait for a limit are sent with a fresh token."""
    esi_sandbox.clock.advance(600)
    esi_sandbox.drain("char-asset", user=f"esi-toolkit:{ASA}", tokens=1796)
    assert len(hoards.pull(HOARD, character=ASA)) > 15
    assert set(statuses(esi_sandbox)) <= {200, 429}  # others spent what was drained
    assert esi_sandbox.sso.rotations == 1


def test_a_failing_refresh_ends_the_pull(esi_sandbox, hoards):
    """SSO errors end the pull, and no page is requested with an expired token."""
    hoards.engine.on_request = lambda _: esi_sandbox.clock.advance(700)
    esi_sandbox.sso.end_all()
    with pytest.raises(TokenInvalidError, match=r"esi\.login"):
        hoards.pull(HOARD, character=ASA)
    assert statuses(esi_sandbox) == [200, 200]
    assert hoards.limits()["in_flight"].sum() == 0


def test_a_token_is_sent_as_a_header_only(esi_sandbox, players):
    """Not in an address, query or body."""
    players.pull(BALANCE, character=[ASA, BERO])
    tokens = [login.access_token for login in players.logins.stored()]
    assert {token for _, token in sent(esi_sandbox)} <= {f"Bearer {token}" for token in tokens}
    for request in esi_sandbox.requests:
        assert not any(token in f"{request.path}{request.query}" for token in tokens)


def test_missing_scopes_are_an_error_before_the_first_request(esi_sandbox, players):
    """Errors name the scopes, and the call that requests them."""
    with pytest.raises(MissingScopesError) as caught:
        players.pull("get_characters_character_id_skills", character="Bero Veyl")
    assert caught.value.scopes == ("esi-skills.read_skills.v1",)
    assert 'esi.login(["esi-skills.read_skills.v1"])' in str(caught.value)
    assert "Bero Veyl" in str(caught.value)
    assert sent(esi_sandbox) == []


def test_a_character_that_is_not_logged_in_is_an_error(esi_sandbox, players):
    """Errors name those who are, and the call that logs in."""
    for who in ("Nobody", [ASA, "Nobody"], 90_000_008):
        with pytest.raises(LoginNeededError, match=rf'Asa Ostrand.*esi.login\(\["{WALLET}"\]\)'):
            players.pull(BALANCE, character=who)
    assert sent(esi_sandbox) == []


def test_missing_roles_are_named(players):
    """Errors of a 403 name the corporation roles that the operation requires."""
    with pytest.raises(HTTPForbidden, match=r"one of these roles.*: Accountant, Junior_Accountant"):
        players.pull(BOOKS, corporation_id=CORPORATION, character=DAIN)
    assert len(players.pull(BOOKS, corporation_id=CORPORATION, character=ASA))


def test_a_call_without_a_character_says_how_to_log_in(players):
    """Errors of a 401 name the scopes to log in with."""
    with pytest.raises(
        HTTPUnauthorized, match=rf'esi.login\(\["{WALLET}"\]\), then pass character'
    ):
        players.pull(BALANCE, character_id=ASA)


def test_a_public_operation_is_called_without_a_token(esi_sandbox, players):
    """Only the path is filled in; the response is shared."""
    found = players.pull("get_characters_character_id", character="Asa Ostrand")
    assert list(found["name"]) == ["Asa Ostrand"]
    assert sent(esi_sandbox) == []


@pytest.mark.parametrize("given", [{"character": []}, {"character": [1], "character_id": 2}])
def test_a_list_that_makes_no_calls_is_an_error(players, given, monkeypatch):
    """Empty, or beside character_id: the error names the parameter."""
    monkeypatch.setattr(players.logins, "character", lambda *_: type("C", (), {"character_id": 1}))
    with pytest.raises(ParameterError, match="character") as caught:
        players.pull(BALANCE, **given)
    assert caught.value.parameter == "character"


def test_an_id_in_the_path_stays_as_given(players):
    """Ids of others are sent unchanged: the API refuses them."""
    with pytest.raises(HTTPForbidden, match="not valid for this character"):
        players.pull(BALANCE, character=ASA, character_id=BERO)


def test_a_dataset_of_characters(players, tmp_path):
    """`pull_to` takes a list too: folders by character, and no token in any file."""
    path = tmp_path / "wallets"
    players.pull_to(path, "get_characters_character_id_assets", character=["Asa Ostrand", BERO])
    found = read(path)
    assert set(found["character_id"]) == {ASA, BERO}
    assert {folder.name for folder in path.glob("character_id=*")} == {
        f"character_id={ASA}",
        f"character_id={BERO}",
    }
    secrets = [
        s for each in players.logins.stored() for s in (each.access_token, each.refresh_token)
    ]
    for file in path.rglob("*"):
        if file.is_file():
            assert not any(secret.encode() in file.read_bytes() for secret in secrets)


def test_a_dataset_of_one_corporation_by_two_characters(players, tmp_path):
    """Without a character in the path the column is `character`, as in `pull`."""
    path = tmp_path / "projects"
    players.pull_to(path, LIST, corporation_id=CORPORATION, character=[ASA, DAIN])
    assert set(read(path)["character"]) == {ASA, DAIN}


def test_a_dataset_of_one_character_belongs_to_it(players, tmp_path):
    """Another character's pull does not go into the same folder."""
    players.pull_to(tmp_path / "one", LIST, corporation_id=CORPORATION, character=ASA)
    with pytest.raises(Exception, match="another pull"):
        players.pull_to(tmp_path / "one", LIST, corporation_id=CORPORATION, character=DAIN)


def test_a_plan_for_characters(players):
    """Plans count a call for each, from the bucket of one."""
    (row,) = players.plan(BALANCE, character=[ASA, BERO]).to_dict("records")
    assert row["calls"] == 2


def test_offline_calls_refresh_no_token(esi_sandbox, players, esi_for):
    """Expired tokens do not matter for cached responses."""
    players.pull(BALANCE, character=ASA)
    expire(players.logins)
    esi_sandbox.clear()
    offline = esi_for(offline=True)
    assert len(offline.pull(BALANCE, character=ASA)) == 1
    assert esi_sandbox.requests == []


def test_completion_and_help_offer_character(players):
    """Only for operations that need a token."""
    signature = players.client.Wallet.get_characters_character_id_wallet.__signature__
    assert "character" in signature.parameters
    assert "character" not in players.client.Status.get_status.__signature__.parameters


def test_tokens_are_nowhere_but_in_their_file(esi_sandbox, players, caplog, tmp_path):
    """Not in logs, reprs, attrs, cache keys, cached responses, errors or addresses."""
    caplog.set_level(logging.DEBUG)
    expire(players.logins)
    before = players.logins.stored()
    frame = players.pull(BALANCE, character=[ASA, BERO])
    assets = players.pull("get_characters_character_id_assets", character=ASA)
    future = players.client.Wallet.get_characters_character_id_wallet(character=ASA)
    future.result()
    with pytest.raises(HTTPForbidden) as caught:
        players.pull(BOOKS, corporation_id=CORPORATION, character=DAIN)
    shown = [
        caplog.text,
        repr([future, future.future.token, players, players.logins.stored(), caught.value]),
        str(future.future.plain(future.operation)),
        future._cache_key(),
        repr([frame.attrs, assets.attrs, players.characters().to_dict()]),
    ]
    after = players.logins.stored()
    secrets = {s for each in before + after for s in (each.access_token, each.refresh_token)}
    assert len(secrets) >= 8
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 2
    for secret in secrets:
        assert not any(secret in text for text in shown)
        assert not any(secret.encode() in path.read_bytes() for path in files)


def test_no_characters_is_an_empty_frame(esi):
    """Before the first login there is no character, and no file."""
    found = esi.characters()
    assert isinstance(found, pd.DataFrame)
    assert list(found.columns) == [
        "character_id", "name", "scopes", "since", "expires", "renewable",
    ]  # fmt: skip
    assert not esi.logins.store.path.exists()
