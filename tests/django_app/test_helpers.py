"""Test the names that apps of the 8 to 10 line import from `esi.helpers`, and the SSO's errors."""

import pickle

import pytest

from esi import errors
from esi.helpers import get_token, pascal_case_string
from esi.models import Token
from tests.django_app.conftest import CHIEF, SKILLS, WALLET


def test_a_valid_token_is_found(make_token):
    """Both functions return a token with all the scopes, refreshed if it has expired."""
    make_token(scopes=(SKILLS,))
    token = make_token(scopes=(WALLET, SKILLS), expired=True)
    for find in (get_token, Token.get_token):
        found = find(CHIEF, [WALLET, SKILLS])
        assert found == token
        assert not found.expired


def test_scopes_are_a_list_or_a_text(make_token):
    """Names separated by blanks are as good as a list."""
    token = make_token(scopes=(WALLET, SKILLS))
    assert get_token(CHIEF, f"{SKILLS} {WALLET}") == token


def test_a_missing_token_is_false(make_token):
    """`Token.get_token` returns False for another character, another scope, and a dead token."""
    make_token(scopes=(WALLET,))
    make_token(scopes=(SKILLS,), expired=True, refresh_token=None)
    assert Token.get_token(CHIEF + 1, [WALLET]) is False
    assert Token.get_token(CHIEF, [SKILLS]) is False


def test_a_missing_token_is_an_error_that_names_what_it_needs(make_token):
    """The helper raises the model's own error, with the character and the scopes."""
    make_token(scopes=(WALLET,))
    with pytest.raises(Token.DoesNotExist, match=f"character {CHIEF} has the scopes {SKILLS}, "):
        get_token(CHIEF, [WALLET, SKILLS])


@pytest.mark.parametrize(
    ("text", "pascal"),
    [
        ("app name", "AppName"),
        ("my-app", "MyApp"),
        ("Freelance Jobs", "FreelanceJobs"),
        ("PLANETARY interaction", "PlanetaryInteraction"),
        ("a_b c-d", "A_bCD"),
        ("appName", "appName"),
        ("app_name", "app_name"),
        ("", ""),
    ],
)
def test_words_become_pascal_case(text, pascal):
    """Blanks and hyphens divide words; a text without them stays as it is."""
    assert pascal_case_string(text) == pascal


def test_an_unavailable_sso_is_caught_by_both_names():
    """Release 10's name is that of the same error."""
    assert errors.SSOUnavailableError is errors.SsoError


@pytest.mark.parametrize(
    ("arguments", "text"), [(("invalid_grant",), "invalid_grant"), (("a", "B c"), "a: B c")]
)
def test_an_oauth_error_has_its_code_and_description(arguments, text):
    """As in release 10, also after a copy to another process."""
    error = pickle.loads(pickle.dumps(errors.SSOOAuthError(*arguments)))
    assert str(error) == text
    assert (error.error, error.description) == (*arguments, None)[:2]
