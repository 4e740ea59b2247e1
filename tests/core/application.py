"""Application that characters log in to, at the sandbox's SSO."""

from urllib.parse import parse_qs, urlsplit

import requests

from esi.core.config import Config
from esi.core.sso.client import Sso

CALLBACK = "http://127.0.0.1:8000/sso/callback/"
CHARACTER = 90_000_001
SCOPES = ("esi-wallet.read_character_wallet.v1", "esi-skills.read_skills.v1")
TOKEN = "/v2/oauth/token"


class Application:
    """Application registered with the sandbox's SSO."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.settings = {
            "sso_client_id": "my-app",
            "sso_client_secret": "hush",
            "sso_callback_url": CALLBACK,
            "sso_metadata_url": sandbox.url + "/.well-known/oauth-authorization-server",
        }
        sandbox.sso.auto = CHARACTER
        self.sso = self.another()

    def another(self):
        """Create the SSO client of another process."""
        return Sso(lambda: Config(**self.settings), clock=self.sandbox.clock)

    def code(self, scopes=SCOPES, pkce=None):
        """Log in with a browser that allows everything; return the code."""
        url = self.sso.authorization_url(scopes, "the-state", pkce=pkce)
        back = requests.get(url, allow_redirects=False, timeout=60).headers["Location"]
        query = parse_qs(urlsplit(back).query)
        assert back.startswith(CALLBACK)
        assert query["state"] == ["the-state"]
        return query["code"][0]

    def login(self, scopes=SCOPES):
        return self.sso.exchange(self.code(scopes))

    def requests_to(self, path):
        return [request for request in self.sandbox.requests if request.path == path]
