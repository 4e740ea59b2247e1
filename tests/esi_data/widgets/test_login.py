"""The login widget without a browser: what it holds, what becomes of a click."""

import json
import socket
import threading
import webbrowser
from dataclasses import replace

import ipywidgets
import pytest
import requests

from esi.errors import ParameterError
from esi.sandbox.sso import headless_login
from esi_data.widgets.state.login_state import holds
from tests.esi_data.logging_in import ASA, ASSETS, BERO, TOKEN, WALLET, brought_back, expire, log_in
from tests.ports import free_port


@pytest.fixture
def esi(esi_for, monkeypatch):
    """An `Esi` whose callback address is free, on a machine without a browser."""
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return esi_for(callback_url=f"http://localhost:{free_port()}/callback")


@pytest.fixture
def show(esi):
    """Shows a login widget; it waits for nobody when the test has ended."""
    shown = []

    def made(*args, **how):
        shown.append(esi.login_widget(*args, **how))
        return shown[-1]

    yield made
    for widget in shown:
        widget._sitting.cancel()
    for thread in threading.enumerate():
        if thread.name == "esi-login-end":
            thread.join()


def ended(widget):
    """Wait until a login that was begun is through."""
    for thread in threading.enumerate():
        if thread.name in {"esi-login-end", "esi-login"}:
            thread.join()
    return widget


def texts(widget):
    """All that a widget has of text, as it is sent to the page."""
    found, seen = [], [widget]
    while seen:
        one = seen.pop()
        found.append(json.dumps(one.get_state(), default=str))
        seen += getattr(one, "children", ())
    return "\n".join(found)


# Scopes


def test_scopes_are_chosen_by_operation(show):
    """What is asked for at first may be a scope or an operation; the list is closed then."""
    widget = show(["get_characters_character_id_wallet", ASSETS])
    assert set(widget.scopes) == {WALLET, ASSETS}
    assert widget._choice.toggle.description == "Scopes: 2 chosen"
    assert widget._choice.widget.layout.display == "none"
    assert show()._choice.widget.layout.display != "none"


def test_what_is_neither_scope_nor_operation(show):
    """An error when the widget is made."""
    with pytest.raises(ParameterError, match=WALLET):
        show("esi-walet.read_character_wallet.v1")


def test_scopes_are_found_by_what_they_unlock(show):
    """A search goes through names of scopes and through what their operations do."""
    choice = show()._choice
    everything = len(choice._list.children)
    choice._search.value = "journal"
    found = [row.children[0].description for row in choice._list.children]
    assert found == [WALLET]
    assert "1 of" in choice._found.value
    assert "journal" in choice._list.children[0].children[1].value.lower()
    choice._search.value = ""
    assert len(choice._list.children) == everything > 10


def test_a_click_chooses(show):
    """A box that is checked is asked for; a search does not lose it."""
    widget = show()
    widget._choice._boxes[WALLET].value = True
    widget._choice._search.value = "mail"
    assert widget.scopes == (WALLET,)
    assert widget._choice.toggle.description == "Scopes: 1 chosen"
    widget._choice._search.value = "esi"
    assert widget._choice._list.children[0].children[0].description == WALLET  # chosen ones first


def test_a_scope_of_no_operation(show):
    """`publicData` can be asked for, too."""
    assert show(["publicData"]).scopes == ("publicData",)


# Logging in


def test_the_browser_comes_back(esi, show):
    """Waiting, then logged in; the character is chosen, and who listens hears of it."""
    told = []
    widget = show([WALLET], on_change=lambda: told.append(widget.character))
    widget._log_in.click()
    assert "Waiting for you to allow the login" in widget._status.value
    assert 'target="_blank"' in widget._status.value
    assert widget._paste.layout.display != "none"
    headless_login.log_in(widget._sitting.url, "Bero Veyl")
    ended(widget)
    assert "Logged in as Bero Veyl." in widget._status.value
    assert widget.character.character_id == BERO
    assert told[-1].name == "Bero Veyl"
    assert widget._paste.layout.display == "none"
    assert len(esi.characters()) == 1


def test_a_browser_is_opened_where_there_is_one(show, monkeypatch):
    """The button opens the SSO's page by itself."""
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setenv("BROWSER", "firefox")
    widget = show([WALLET])
    widget._log_in.click()
    assert opened == [widget._sitting.url]


def test_an_address_is_pasted(esi_sandbox, show):
    """Without a port to listen at, the address that the login ended at is pasted and then gone."""
    widget = show([WALLET])
    port = int(widget._esi.config.sso_callback_url.split(":")[2].split("/")[0])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        widget._log_in.click()
        assert not widget._sitting.listens
        assert "paste that page's address below" in widget._status.value
        widget._address.value = "http://localhost/?code=x&state=y"
        widget._use.click()
        assert "belongs to another login" in widget._status.value
        assert widget._sitting.state == "waiting"
        attempt = widget._sitting._attempt
        widget._address.value = brought_back(esi_sandbox, attempt)
        widget._use.click()
    assert "Logged in as Bero Veyl." in widget._status.value
    assert widget._address.value == ""


def test_a_player_who_refuses(show):
    """The state says so, and the next login can begin."""
    widget = show([WALLET])
    widget._log_in.click()
    headless_login.log_in(widget._sitting.url, allow=False)
    ended(widget)
    assert "You did not allow the login" in widget._status.value
    assert 'role="alert"' in widget._status.value
    widget._log_in.click()
    assert widget._sitting.state == "waiting"


def test_nobody_comes_back(esi, show):
    """After its time it waits no longer, and says so."""
    esi.config = replace(esi.config, login_timeout=0.01)
    widget = show([WALLET])
    widget._log_in.click()
    timer = widget._sitting._timer
    if timer:
        timer.join()
    ended(widget)
    assert "Nobody came back" in widget._status.value


def test_a_login_is_cancelled(show, esi):
    """Cancel gives the port back; what comes later is refused."""
    widget = show([WALLET])
    widget._log_in.click()
    widget._cancel.click()
    ended(widget)
    assert widget._status.value.count("Waiting") == 0
    assert widget._cancel.layout.display == "none"
    with pytest.raises(requests.ConnectionError):
        requests.get(esi.config.sso_callback_url, timeout=5)


def test_a_second_click_begins_anew(show):
    """The login that waited is over, and the new one takes its port."""
    widget = show([WALLET])
    widget._log_in.click()
    first = widget._sitting.url
    widget._log_in.click()
    assert widget._sitting.url != first
    assert widget._sitting.listens
    headless_login.log_in(widget._sitting.url, "Asa Ostrand")
    ended(widget)
    assert widget.character.character_id == ASA


def test_an_sso_that_is_ill(esi_sandbox, show):
    """The widget says what to do, and nothing is kept."""
    widget = show([WALLET])
    esi_sandbox.faults.fail(503, path=TOKEN)
    widget._log_in.click()
    headless_login.log_in(widget._sitting.url, "Bero Veyl")
    ended(widget)
    assert "try again" in widget._status.value
    assert len(widget._esi.characters()) == 0


def test_no_client_id(esi, show):
    """How to register an application is said in the widget."""
    widget = show([WALLET])
    esi.config = replace(esi.config, sso_client_id=None)
    widget._log_in.click()
    assert "https://developers.eveonline.com" in widget._status.value


# Several characters


@pytest.fixture
def two(esi_sandbox, esi):
    """Two characters that are logged in."""
    log_in(esi_sandbox, esi.logins, (WALLET,), BERO)
    log_in(esi_sandbox, esi.logins, (WALLET, ASSETS), ASA)
    return esi


def test_several_characters_side_by_side(two, show):
    """Each with its time and its scopes; one is chosen."""
    widget = show()
    assert [name for name, _ in widget._ask_as.options] == ["Bero Veyl", "Asa Ostrand"]
    rows = [row.children[0].value for row in widget._rows.children]
    assert "Bero Veyl" in rows[0]
    assert "1 scope<" in rows[0]
    assert "2 scopes<" in rows[1]
    assert all("expires in" in row and "then is renewed" in row for row in rows)
    assert widget.character.character_id == BERO


def test_switching(two, show):
    """Another one is chosen: `character=widget.character` asks as it."""
    told = []
    widget = show(on_change=lambda: told.append(1))
    widget._ask_as.value = ASA
    assert told == [1]
    found = two.pull("get_characters_character_id", character=widget.character)
    assert list(found["name"]) == ["Asa Ostrand"]


def test_logging_out(two, show, esi_sandbox):
    """One is gone, at the SSO too; the other is chosen."""
    widget = show()
    widget._rows.children[0].children[1].click()
    assert [name for name, _ in widget._ask_as.options] == ["Asa Ostrand"]
    assert "Bero Veyl is logged out." in widget._notice.value
    assert widget.character.character_id == ASA
    assert [r.path for r in esi_sandbox.requests].count("/v2/oauth/revoke") == 1


def test_logging_out_while_the_sso_is_ill(two, show, esi_sandbox):
    """The login stays, and can be forgotten on this machine alone."""
    widget = show()
    esi_sandbox.faults.fail(503, path="/v2/oauth/revoke")
    widget._rows.children[0].children[1].click()
    assert 'role="alert"' in widget._notice.value
    assert len(two.characters()) == 2
    (forget,) = widget._forget.children
    assert forget.description == "Forget Bero Veyl on this machine"
    forget.click()
    assert list(two.characters()["name"]) == ["Asa Ostrand"]
    assert widget._forget.children == ()


def test_time_goes_by(two, show, esi_sandbox):
    """What is said of a token changes with its time; other kernels' logins are seen."""
    widget = show()
    expire(two.logins)
    two.logins.forget(ASA)
    widget.tick()
    (row,) = widget._rows.children
    assert "is renewed when it is needed" in row.children[0].value


def test_a_file_that_cannot_be_read(two, show):
    """The widget says which, and does not fail."""
    widget = show()
    two.logins.store.path.write_text("nonsense")
    widget.tick()
    assert "Move it away" in widget._notice.value


@pytest.mark.parametrize(
    ("until", "renewable", "said"),
    [
        (1170, True, "expires in 20 min, then is renewed"),
        (1170, False, "expires in 20 min"),
        (0, True, "is renewed when it is needed"),
        (0, False, "has expired"),
    ],
)
def test_how_long_a_token_holds(until, renewable, said):
    """In a reader's words."""
    assert holds(until, 0, renewable=renewable) == said


# Secrets


def test_no_token_is_in_what_the_page_gets(two, show, esi_sandbox):
    """Neither tokens nor codes are in the state of any widget, before, while and after a login."""
    widget = show([WALLET])
    shown = [texts(widget.widget)]
    widget._log_in.click()
    attempt = widget._sitting._attempt
    shown.append(texts(widget.widget))
    widget._address.value = brought_back(esi_sandbox, attempt)
    code = widget._address.value.split("code=")[1].split("&")[0]
    widget._use.click()
    shown.append(texts(widget.widget))
    widget._rows.children[0].children[1].click()
    shown += [texts(widget.widget), repr(widget), repr(widget.character)]
    kept = two.logins.store.logins()
    secrets = [code, attempt.verifier, *(each.access_token for each in kept)]
    secrets += [each.refresh_token for each in kept]
    assert len(secrets) >= 4
    for secret in secrets:
        assert not any(secret in text for text in shown)
    assert attempt.state not in shown[2]  # nor is anything of a login that is over


def test_names_are_escaped(two, show):
    """What comes from elsewhere is text and never markup."""
    (first, *_) = two.logins.store.logins()
    two.logins.store.put(replace(first, name="<b>Bold</b>"))
    shown = "".join(row.children[0].value for row in show()._rows.children)
    assert "&lt;b&gt;Bold" in shown
    assert "<b>Bold" not in shown


def test_all_is_labelled(two, show):
    """Whatever can be used has a name that a screen reader says."""
    seen, controls = [show().widget], []
    while seen:
        one = seen.pop()
        seen += getattr(one, "children", ())
        if isinstance(one, ipywidgets.DOMWidget) and hasattr(one, "description"):
            controls.append(one)
    named = [c for c in controls if not isinstance(c, ipywidgets.HTML)]
    assert len(named) > 10
    assert all(control.description for control in named)
