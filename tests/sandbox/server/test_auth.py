"""Who may see what: access tokens, scopes, characters, corporations, roles."""

import pytest

from tests.sandbox.conftest import CHIEF, NEWEST

WALLET = f"/characters/{CHIEF}/wallet"
SCOPE = "esi-wallet.read_character_wallet.v1"


def test_no_token(call):
    """401 where a token is needed, none where it is not."""
    assert call.get(WALLET).status_code == 401
    assert call.get(WALLET, headers={"Authorization": "Bearer nonsense"}).status_code == 401
    assert call.get("/status", headers={"Authorization": "Bearer nonsense"}).status_code == 200


def test_a_token_with_its_scope(call):
    """The scope that the document asks for is enough."""
    assert call.as_character(scopes=[SCOPE]).get(WALLET).status_code == 200


def test_a_token_without_the_scope(call):
    """403 names the scope."""
    answer = call.as_character(scopes=["esi-mail.read_mail.v1"]).get(WALLET)
    assert answer.status_code == 403
    assert SCOPE in answer.json()["error"]


def test_a_token_without_any_scope(call):
    """An empty list of scopes is not all of them."""
    assert call.as_character(scopes=[]).get(WALLET).status_code == 403


def test_anothers_character(call):
    """A token opens its own character only."""
    assert call.as_character(CHIEF + 1).get(WALLET).status_code == 403


@pytest.mark.parametrize(
    ("character", "status"), [(CHIEF, 200), (CHIEF + 3, 403), (CHIEF + 1, 403)]
)
def test_roles_in_a_corporation(call, character, status):
    """A corporation's wallet is for its accountants: not for members, not for others."""
    answer = call.as_character(character).get("/corporations/98000001/wallets")
    assert answer.status_code == status


def test_a_role_that_is_not_asked_for(call):
    """What asks for no role is open to every member."""
    call.at(NEWEST).as_character(CHIEF + 3)
    assert call.get("/corporations/98000001/projects").status_code == 200


def test_a_token_expires(call, esi_sandbox):
    """After its seconds it is refused."""
    text = esi_sandbox.token(CHIEF, seconds=1200)
    call.headers["Authorization"] = f"Bearer {text}"
    assert call.get(WALLET).status_code == 200
    esi_sandbox.clock.advance(1200)
    assert call.get(WALLET).status_code == 401
