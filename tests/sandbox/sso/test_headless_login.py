"""Logins without a browser, for tests and notebooks."""

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from esi.sandbox.sso import headless_login
from tests.support import children


class Application(BaseHTTPRequestHandler):
    """Callback of an application."""

    def do_GET(self):
        self.server.came.append({k: v[-1] for k, v in parse_qs(urlsplit(self.path).query).items()})
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def application():
    with HTTPServer(("127.0.0.1", 0), Application) as server:
        server.came, server.status = [], 200
        server.url = f"http://127.0.0.1:{server.server_port}/callback"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join(children.END_SECONDS)


def address(sandbox, application, **more):
    query = {
        "response_type": "code",
        "client_id": "app",
        "redirect_uri": application.url,
        "state": "abc",
        "scope": "esi-wallet.read_character_wallet.v1",
    }
    return f"{sandbox.url}/v2/oauth/authorize?{urlencode(query | more)}"


def who(sandbox, application):
    """Return the character whose code the application received."""
    return sandbox.sso._codes[application.came[-1]["code"]].character_id


@pytest.mark.parametrize(
    ("character", "found"), [(None, 90000001), ("Bero Veyl", 90000002), (90000003, 90000003)]
)
def test_player_allows(esi_sandbox, application, character, found):
    """Select the first character, or a given one; the application gets code and state."""
    ended = headless_login.log_in(address(esi_sandbox, application), character)
    assert ended.startswith(application.url)
    assert application.came[-1]["state"] == "abc"
    assert who(esi_sandbox, application) == found


def test_player_denies(esi_sandbox, application):
    """Send the application OAuth's error."""
    headless_login.log_in(address(esi_sandbox, application), allow=False)
    assert application.came == [{"error": "access_denied", "state": "abc"}]


def test_login_without_a_consent_page(esi_sandbox, application):
    """With `sso.auto` there is no page."""
    esi_sandbox.sso.auto = 90000005
    headless_login.log_in(address(esi_sandbox, application))
    assert who(esi_sandbox, application) == 90000005


def test_error_page_of_the_application(esi_sandbox, application):
    """Ignore the status of the application's own page."""
    application.status = 400
    assert headless_login.log_in(address(esi_sandbox, application)).startswith(application.url)


def test_failed_logins(esi_sandbox, application):
    """Refuse unknown characters, logins that the SSO refuses, and other machines."""
    with pytest.raises(
        headless_login.HeadlessLoginError, match="no character 'Nobody'; characters: Asa Ostrand"
    ):
        headless_login.log_in(address(esi_sandbox, application), "Nobody")
    with pytest.raises(headless_login.HeadlessLoginError, match="the SSO responded with 400"):
        headless_login.log_in(address(esi_sandbox, application, state=""))
    with pytest.raises(headless_login.HeadlessLoginError, match="not a sandbox on this machine"):
        headless_login.log_in("https://login.eveonline.com/v2/oauth/authorize")
    assert application.came == []


def test_the_command(esi_sandbox, application):
    """Its exit status is 0 only after a login."""
    command = [sys.executable, "-m", "esi.sandbox.sso.headless_login"]
    url = address(esi_sandbox, application)
    done = subprocess.run(
        [*command, "--character", "Dain Moru", url], check=False, timeout=children.RUN_SECONDS
    )
    assert done.returncode == 0
    assert who(esi_sandbox, application) == 90000004
    done = subprocess.run(
        [*command, "--character", "Nobody", url],
        check=False,
        capture_output=True,
        text=True,
        timeout=children.RUN_SECONDS,
    )
    assert done.returncode == 1
    assert "no character 'Nobody'" in done.stderr
