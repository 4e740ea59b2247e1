"""Interactive logins: through the browser and back, or by pasting an address."""

import errno
import getpass
import logging
import socket
import threading
import webbrowser
from dataclasses import replace

import pytest
import requests

from esi.errors import LoginFailedError, TokenInvalidError
from esi.sandbox.sso import headless_login
from esi_data.auth import loopback_server
from esi_data.auth.flow import has_browser
from esi_data.auth.loopback_server import Loopback
from tests.esi_data.logging_in import BERO, TOKEN, WALLET, brought_back
from tests.support.ports import free_port


@pytest.fixture
def callback_url():
    """Return a callback address with a free port."""
    return f"http://localhost:{free_port()}/callback"


@pytest.fixture
def esi(esi_for, callback_url, monkeypatch):
    monkeypatch.setenv("ESI_LOGIN_TIMEOUT", "20")
    return esi_for(callback_url=callback_url)


class Browser:
    """Stand-in for `webbrowser`: a player who completes the login in a thread."""

    def __init__(self, monkeypatch):
        self.how = {"character": "Bero Veyl"}
        self.first = None
        self.threads = []
        monkeypatch.setattr(webbrowser, "open", self.open)

    def open(self, url):
        self.threads.append(threading.Thread(target=self.go, args=(url,)))
        self.threads[-1].start()
        return True

    def go(self, url):
        if self.first:
            self.first()
        headless_login.log_in(url, **self.how)


@pytest.fixture
def browser(monkeypatch):
    made = Browser(monkeypatch)
    yield made
    for thread in made.threads:
        thread.join()


@pytest.fixture
def paste(monkeypatch):
    """Provide the pasted texts one after the other."""
    pasted = []

    def answer(prompt):
        assert "hidden" in prompt
        if not pasted:
            raise EOFError
        return pasted.pop(0)

    monkeypatch.setattr(getpass, "getpass", answer)
    return pasted


def free(callback_url):
    """Return True if no server listens at the callback address."""
    try:
        requests.get(callback_url, timeout=60)
    except requests.ConnectionError:
        return True
    return False


# By the browser


def test_a_login_through_the_browser(esi, browser, callback_url, capsys):
    """After the player allows the login, it is stored and the port is free again."""
    found = esi.login(["get_characters_character_id_wallet"], browser=True)
    assert (found.name, found.scopes) == ("Bero Veyl", (WALLET,))
    assert free(callback_url)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[-1] == "Logged in as Bero Veyl."


def test_a_wrong_state_is_refused_and_the_login_continues(esi, browser, callback_url):
    """Somebody else's page cannot bring its own code, nor end the login."""
    answers = []
    browser.first = lambda: answers.extend(
        requests.get(callback_url + query, timeout=60)
        for query in ("?code=theirs&state=theirs", "?code=theirs", "")
    )
    assert esi.login([WALLET], browser=True).character_id == BERO
    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert "not started here" in answers[0].text


def test_other_paths_are_not_found(esi, browser, callback_url):
    """Requests to other paths get 404."""
    answers = []
    elsewhere = callback_url.replace("/callback", "/favicon.ico")
    browser.first = lambda: answers.append(requests.get(elsewhere, timeout=60))
    esi.login([WALLET], browser=True)
    assert answers[0].status_code == 404


def test_a_player_who_refuses(esi, browser):
    """If the player refuses, the login raises and nobody is logged in."""
    browser.how = {"allow": False}
    with pytest.raises(LoginFailedError, match="You did not allow the login"):
        esi.login([WALLET], browser=True)
    assert len(esi.characters()) == 0


def test_a_login_times_out(esi, monkeypatch, callback_url):
    """After its time the login ends, with the way to paste, and the port is given back."""
    esi.config = replace(esi.config, login_timeout=0)
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    with pytest.raises(LoginFailedError, match="browser=False"):
        esi.login([WALLET], browser=True)
    assert free(callback_url)


def test_ctrl_c_releases_the_port(esi, monkeypatch, callback_url):
    """Interrupting a login stops its server."""

    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(webbrowser, "open", interrupt)
    with pytest.raises(KeyboardInterrupt):
        esi.login([WALLET], browser=True)
    assert free(callback_url)


@pytest.fixture
def loopback(esi):
    """Provide a pending login and the server that waits for it."""
    attempt = esi.logins.begin([WALLET])
    completed = threading.Event()
    server = Loopback(attempt, lambda address: esi.logins.finish(attempt, address), completed)
    with server:
        yield server, attempt, completed


def test_a_repeated_callback_exchanges_the_code_once(esi_sandbox, loopback):
    """If the browser sends the request twice, the code is exchanged once."""
    _, attempt, completed = loopback
    address = brought_back(esi_sandbox, attempt)
    pages = [requests.get(address, timeout=60) for _ in range(2)]
    assert [page.status_code for page in pages] == [200, 200]
    assert "Logged in as Bero Veyl" in pages[1].text
    assert len([request for request in esi_sandbox.requests if request.path == TOKEN]) == 1
    assert completed.is_set()


def test_the_page_is_not_stored(esi_sandbox, loopback):
    """The page is not cached, sends no referrer, and hides code and state."""
    _, attempt, _ = loopback
    address = brought_back(esi_sandbox, attempt)
    page = requests.get(address, timeout=60)
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert attempt.state not in page.text
    assert "replaceState" in page.text  # takes the code out of the address bar


def test_the_page_of_a_login_that_failed(esi_sandbox, loopback):
    """The page and `wait` report the reason."""
    server, attempt, _ = loopback
    address = brought_back(esi_sandbox, attempt)
    esi_sandbox.faults.fail(400, path=TOKEN, body='{"error": "invalid_grant"}')
    page = requests.get(address, timeout=60)
    assert page.status_code == 400
    assert "Login failed" in page.text
    with pytest.raises(TokenInvalidError):
        server.wait(60)


@pytest.mark.parametrize(
    "url", ["https://localhost:8635/x", "http://example.com:8635/x", "https://example.com/x"]
)
def test_a_remote_callback(esi_sandbox, esi_for, url, paste, callback_url):
    """If the callback is remote, the user pastes the address."""
    esi = esi_for(callback_url=url)
    with pytest.raises(OSError, match="not an address of this machine"):
        Loopback(esi.logins.begin([WALLET]), lambda _: None)
    with pytest.raises(LoginFailedError, match="needs a person"):
        esi.login([WALLET], browser=True)


def test_a_port_in_use(esi, paste, callback_url, capsys):
    """Another kernel logs in at this moment: the address is shown, and can be pasted."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(callback_url.split(":")[2].split("/")[0])))
        taken.listen()
        with pytest.raises(LoginFailedError, match="needs a person"):
            esi.login([WALLET], browser=True)
    assert "copy the address of that page" in capsys.readouterr().err


def has_ipv6():
    with socket.socket(socket.AF_INET6) as probe:
        try:
            probe.bind(("::1", 0))
        except OSError:
            return False
    return True


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no ::1")
@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
def test_both_addresses_of_localhost_are_served(loopback, callback_url, host):
    """Browsers may take either."""
    assert requests.get(callback_url.replace("localhost", host), timeout=60).status_code == 400


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no ::1")
@pytest.mark.parametrize(
    ("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]
)
def test_a_port_that_is_in_use_on_one_address(esi, callback_url, family, host):
    """The browser would reach the other program, so that neither address is taken."""
    with socket.socket(family) as taken:
        taken.bind((host, int(callback_url.split(":")[2].split("/")[0])))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            Loopback(esi.logins.begin([WALLET]), lambda _: None)


def test_a_machine_with_one_address(esi, callback_url, monkeypatch):
    """Containers without IPv6 have 127.0.0.1 alone."""

    def missing(*_):
        raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")

    monkeypatch.setattr(loopback_server, "_Server6", missing)
    with Loopback(esi.logins.begin([WALLET]), lambda _: None):
        assert requests.get(callback_url, timeout=60).status_code == 400


def test_no_name_is_looked_up(esi, monkeypatch):
    """A reverse look-up of the own address can take seconds."""
    monkeypatch.setattr(socket, "getfqdn", lambda *_: pytest.fail("looked up"))
    with Loopback(esi.logins.begin([WALLET]), lambda _: None):
        pass


def test_the_address_of_another_kernels_login_can_be_copied(loopback, callback_url):
    """The page of a login that was not started here keeps its address, and says what to do."""
    page = requests.get(f"{callback_url}?code=theirs&state=theirs", timeout=60)
    assert "copy the address" in page.text
    assert "replaceState" not in page.text


# By pasting


def test_the_address_is_pasted(esi_sandbox, esi, paste, monkeypatch, capsys):
    """Without a browser the address is shown, and the final one is pasted."""
    begin = esi.logins.begin

    def begun(scopes):
        attempt = begin(scopes)
        paste.append(brought_back(esi_sandbox, attempt))
        return attempt

    monkeypatch.setattr(esi.logins, "begin", begun)
    assert esi.login([WALLET], browser=False).name == "Bero Veyl"
    err = capsys.readouterr().err
    assert "/v2/oauth/authorize?" in err
    assert "code=" not in err


def test_a_wrong_paste_may_be_tried_again(esi_sandbox, esi, paste, monkeypatch, capsys):
    """After a wrong paste the error is shown and the user tries again."""
    begin = esi.logins.begin

    def begun(scopes):
        attempt = begin(scopes)
        paste.extend(["nonsense", "?code=x&state=y", brought_back(esi_sandbox, attempt)])
        return attempt

    monkeypatch.setattr(esi.logins, "begin", begun)
    assert esi.login([WALLET], browser=False).name == "Bero Veyl"
    err = capsys.readouterr().err
    assert "not the final address of the login" in err
    assert "belongs to another login" in err


def test_three_wrong_pastes_end_the_login(esi, paste):
    """After three wrong pastes the login raises the last error."""
    paste.extend(["one", "two", "?code=x&state=y", "four"])
    with pytest.raises(LoginFailedError, match="another login"):
        esi.login([WALLET], browser=False)
    assert paste == ["four"]


def test_a_login_without_a_person(esi, paste):
    """Without a person to paste, the error says what is needed."""
    with pytest.raises(LoginFailedError, match="run this where you can type"):
        esi.login([WALLET], browser=False)


@pytest.mark.parametrize(
    ("environ", "platform", "found"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "1 2 3 4"}, "linux", False),
        ({"SSH_CONNECTION": "1 2 3 4"}, "darwin", False),
        ({"DISPLAY": ":0", "JUPYTERHUB_API_TOKEN": "x"}, "linux", False),
        ({"BROWSER": "firefox", "SSH_CONNECTION": "1 2 3 4"}, "linux", True),
    ],
)
def test_has_browser(environ, platform, found):
    """Browsers are available on the user's machine, or if BROWSER is set."""
    assert has_browser(environ, platform) is found


def test_nothing_of_a_login_is_logged(esi, browser, caplog, capsys):
    """Neither the code, nor the state, nor a token is in logs or output."""
    caplog.set_level(logging.DEBUG)
    addresses = []
    browser.go = lambda url: addresses.append(headless_login.log_in(url, "Bero Veyl"))
    esi.login([WALLET], browser=True)
    for thread in browser.threads:
        thread.join()
    (login,) = esi.logins.store.logins()
    code = addresses[0].split("code=")[1].split("&")[0]
    shown = caplog.text + "".join(capsys.readouterr())
    for secret in (code, login.access_token, login.refresh_token):
        assert secret
        assert secret not in shown


# What to ask for


def test_an_operation_stands_for_its_scopes(esi):
    """Old names and new ids; each scope once; a scope stays as it is."""
    asked = [
        "GetCharactersCharacterIdWallet",
        "get_characters_character_id_wallet",
        "publicData",
        "esi-assets.read_assets.v1",
        "get_status",
    ]
    assert esi.scopes(asked) == (WALLET, "publicData", "esi-assets.read_assets.v1")
    assert esi.scopes("get_characters_character_id_wallet") == (WALLET,)
    assert esi.scopes([]) == ()


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("esi-walet.read_character_wallet.v1", WALLET),
        ("get_characters_character_id_walet", "get_characters_character_id_wallet"),
        ("zzz", "lists both"),
    ],
)
def test_an_unknown_scope_or_operation(esi, name, near):
    """It is an error before anything opens, which names what comes close."""
    with pytest.raises(ValueError, match=near):
        esi.login([name])
