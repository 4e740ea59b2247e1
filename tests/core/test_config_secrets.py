"""No settings object and nothing built from one shows a secret."""

from dataclasses import replace

import pytest

from esi.clients import EsiClientProvider, RequestsClientPlus
from esi.core.config import Config
from esi.core.config_rules import first_invalid
from esi.core.http.auth import AccessToken, TokenAuthenticator
from esi.core.http.messages import Request
from esi.core.sso.client import Sso
from esi.core.sso.messages import Pkce, Secret, TokenResponse

SECRET = "s3cr3t-text"
CONFIG = Config(sso_client_id="app", sso_client_secret=SECRET, cache=f"redis://:{SECRET}@host")
FORM = {"code": Secret(SECRET), "code_verifier": Secret(SECRET)}


@pytest.mark.parametrize(
    "thing",
    [
        CONFIG,
        [replace(CONFIG, offline=True)],
        Sso(lambda: CONFIG),
        Sso(lambda: CONFIG)._authentication(dict(FORM), public=False),
        FORM,
        Pkce.of(SECRET),
        TokenResponse(Secret(SECRET), Secret(SECRET)),
        AccessToken(SECRET, 1),
        TokenAuthenticator(SECRET),
        Request(
            "GET", "https://e.org", headers={"authorization": f"Bearer {SECRET}"}, token=SECRET
        ),
        EsiClientProvider(token=SECRET),
        RequestsClientPlus(),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_no_repr_shows_a_secret(thing):
    """Objects in a shell, a list or the frames of an error page."""
    assert SECRET not in repr(thing)


@pytest.mark.parametrize("field", ["api_url", "sso_metadata_url", "sso_callback_url"])
def test_an_address_with_a_password_is_refused_without_showing_it(field):
    """It would be sent in the place of a token."""
    name, text = first_invalid(replace(CONFIG, **{field: f"https://user:{SECRET}@e.org"}))
    assert name == field
    assert "without a user name" in text
    assert SECRET not in text


def test_a_secret_of_the_wrong_kind_is_not_shown():
    """The error does not show the wrong value either."""
    _, text = first_invalid(replace(CONFIG, sso_client_secret=[SECRET]))
    assert SECRET not in text
