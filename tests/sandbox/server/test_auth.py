"""Access tokens, scopes, characters, corporations and roles."""

import pytest

from tests.sandbox.conftest import CHIEF, NEWEST

WALLET = f"/characters/{CHIEF}/wallet"
SCOPE = "esi-wallet.read_character_wallet.v1"


def test_protected_route_without_a_token_is_401(call):
    """Routes that need a token refuse requests without a valid one; others ignore it."""
    assert call.get(WALLET).status_code == 401
    assert call.get(WALLET, headers={"Authorization": "Bearer nonsense"}).status_code == 401
    assert call.get("/status", headers={"Authorization": "Bearer nonsense"}).status_code == 200


def test_token_with_the_scope_is_accepted(call):
    """One scope, that of the document, is enough."""
    assert call.as_character(scopes=[SCOPE]).get(WALLET).status_code == 200


def test_token_without_the_scope_is_403(call):
    """The error names the missing scope."""
    answer = call.as_character(scopes=["esi-mail.read_mail.v1"]).get(WALLET)
    assert answer.status_code == 403
    assert SCOPE in answer.json()["error"]


def test_token_without_scopes_is_403(call):
    """Do not take an empty list of scopes for all scopes."""
    assert call.as_character(scopes=[]).get(WALLET).status_code == 403


def test_token_of_another_character_is_403(call):
    """Tokens give access to their own character only."""
    assert call.as_character(CHIEF + 1).get(WALLET).status_code == 403


@pytest.mark.parametrize(
    ("character", "status"), [(CHIEF, 200), (CHIEF + 3, 403), (CHIEF + 1, 403)]
)
def test_roles_in_a_corporation(call, character, status):
    """Only accountants of a corporation can read its wallet: no other members, no strangers."""
    answer = call.as_character(character).get("/corporations/98000001/wallets")
    assert answer.status_code == status


def test_route_without_roles_is_open_to_all_members(call):
    """Every member can use a route that requires no role."""
    call.at(NEWEST).as_character(CHIEF + 3)
    assert call.get("/corporations/98000001/projects").status_code == 200


def test_a_token_expires(call, esi_sandbox):
    """Expired tokens are refused."""
    text = esi_sandbox.token(CHIEF, seconds=1200)
    call.headers["Authorization"] = f"Bearer {text}"
    assert call.get(WALLET).status_code == 200
    esi_sandbox.clock.advance(1200)
    assert call.get(WALLET).status_code == 401
