"""Login widget without a browser: the state of its widgets after clicks and input."""

import json
import re
import socket
import threading
import webbrowser
from dataclasses import replace

import ipywidgets
import pytest
import requests

from esi.errors import ParameterError
from esi.sandbox.sso import headless_login
from tests.esi_data.logging_in import ASA, ASSETS, BERO, TOKEN, WALLET, brought_back, expire, log_in
from tests.support.ports import free_port


@pytest.fixture
def esi(esi_for, monkeypatch):
    """Return an `Esi` with a free callback address, on a machine without a browser."""
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return esi_for(callback_url=f"http://localhost:{free_port()}/callback")


@pytest.fixture
def show(esi):
    """Open login widgets; cancel their logins at the end of the test."""
    shown = []

    def made(*args, **how):
        shown.append(esi.login_widget(*args, **how))
        return shown[-1]

    yield made
    for widget in shown:
        widget._session.cancel()
    for thread in threading.enumerate():
        if thread.name == "esi-login-end":
            thread.join()


def finished(widget):
    """Wait until a login has finished."""
    for thread in threading.enumerate():
        if thread.name in {"esi-login-end", "esi-login"}:
            thread.join()
    return widget


def texts(widget):
    """Return the state of a widget and its children, as the page receives it."""
    found, queue = [], [widget]
    while queue:
        one = queue.pop()
        found.append(json.dumps(one.get_state(), default=str))
        queue += getattr(one, "children", ())
    return "\n".join(found)


# Scopes


def test_scopes_are_preselected_by_scope_or_operation(show):
    """Collapse the list then."""
    widget = show(["get_characters_character_id_wallet", ASSETS])
    assert set(widget.scopes) == {WALLET, ASSETS}
    assert widget._choice.toggle.description == "Scopes: 2 selected"
    assert widget._choice.widget.layout.display == "none"
    assert show()._choice.widget.layout.display != "none"


def test_an_unknown_scope_raises_an_error(show):
    """Name similar ones in the message."""
    with pytest.raises(ParameterError, match=WALLET):
        show("esi-walet.read_character_wallet.v1")


def test_scopes_are_found_by_what_they_unlock(show):
    """Search the names of scopes and the summaries of their operations."""
    choice = show()._choice
    everything = len(choice._list.children)
    choice._search.value = "journal"
    found = [row.children[0].description for row in choice._list.children]
    assert found == [WALLET, "esi-wallet.read_corporation_wallets.v1"]
    assert "2 of" in choice._found.value
    assert "journal" in choice._list.children[0].children[1].value.lower()
    choice._search.value = ""
    assert len(choice._list.children) == everything > 10


def test_a_click_selects_a_scope(show):
    """Keep the selection during a search."""
    widget = show()
    widget._choice._boxes[WALLET].value = True
    widget._choice._search.value = "mail"
    assert widget.scopes == (WALLET,)
    assert widget._choice.toggle.description == "Scopes: 1 selected"
    widget._choice._search.value = "esi"
    assert widget._choice._list.children[0].children[0].description == WALLET  # chosen ones first


def test_a_scope_without_operations_can_be_requested(show):
    """Such as `publicData`."""
    assert show(["publicData"]).scopes == ("publicData",)


# Logging in


def test_the_callback_completes_the_login(esi, show):
    """Select the character and call `on_change`."""
    changes = []
    widget = show([WALLET], on_change=lambda: changes.append(widget.character))
    widget._log_in.click()
    assert "Waiting for you to approve the login" in widget._status.value
    assert 'target="_blank"' in widget._status.value
    assert widget._paste.layout.display != "none"
    headless_login.log_in(widget._session.url, "Bero Veyl")
    finished(widget)
    assert "Logged in as Bero Veyl." in widget._status.value
    assert widget.character.character_id == BERO
    assert changes[-1].name == "Bero Veyl"
    assert widget._paste.layout.display == "none"
    assert len(esi.characters()) == 1


def test_the_list_is_up_to_date_before_the_login_is_reported(two, show):
    """A click on another character right after the report stays."""
    widget = show([WALLET])
    selected = []
    widget._status.observe(lambda _: selected.append(widget._selected.value), "value")
    widget._log_in.click()
    headless_login.log_in(widget._session.url, "Dain Moru")
    finished(widget)
    assert "Logged in as Dain Moru." in widget._status.value
    assert selected[-1] == widget.character.character_id != BERO


def test_a_callback_that_raises_costs_the_browser_no_page(show, caplog):
    """The login is complete; the widget and the log say what failed."""

    def fail():
        raise LookupError("of the notebook")

    widget = show([WALLET], on_change=fail)
    widget._log_in.click()
    headless_login.log_in(widget._session.url, "Bero Veyl")  # fails without a page
    finished(widget)
    assert "Logged in as Bero Veyl." in widget._status.value
    assert widget.character.character_id == BERO
    assert "on_change failed: LookupError: of the notebook" in widget._notice.value
    assert "on_change of the login widget failed" in caplog.text


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (("get_status", "get_markets_prices"), {}),
        ((), {"on_change": "get_status"}),
        ((), {"on_change": 5}),
        ((), {"scope": WALLET}),
    ],
)
def test_a_wrong_call_is_refused_at_once(esi, arguments, options):
    """Not at the first login."""
    with pytest.raises(TypeError, match=r"positional argument|on_change|scope"):
        esi.login_widget(*arguments, **options)


def test_the_button_opens_a_browser(show, monkeypatch):
    """Only if there is one."""
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setenv("BROWSER", "firefox")
    widget = show([WALLET])
    widget._log_in.click()
    assert opened == [widget._session.url]


def test_a_pasted_address_completes_the_login(esi_sandbox, show):
    """If the port is taken; the field is cleared."""
    widget = show([WALLET])
    port = int(widget._esi.config.sso_callback_url.split(":")[2].split("/")[0])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        widget._log_in.click()
        assert not widget._session.listens
        assert "paste that page's address below" in widget._status.value
        widget._address.value = "http://localhost/?code=x&state=y"
        widget._use.click()
        assert "belongs to another login" in widget._status.value
        assert widget._session.state == "waiting"
        pending = widget._session._pending
        widget._address.value = brought_back(esi_sandbox, pending)
        widget._use.click()
    assert "Logged in as Bero Veyl." in widget._status.value
    assert widget._address.value == ""


def test_a_refused_login_fails(show):
    """Let the next login begin."""
    widget = show([WALLET])
    widget._log_in.click()
    headless_login.log_in(widget._session.url, allow=False)
    finished(widget)
    assert "You did not allow the login" in widget._status.value
    assert 'role="alert"' in widget._status.value
    widget._log_in.click()
    assert widget._session.state == "waiting"


def test_a_login_times_out(esi, show):
    """Say so in the widget."""
    esi.config = replace(esi.config, login_timeout=0.01)
    widget = show([WALLET])
    widget._log_in.click()
    finished(widget)
    assert "The login timed out" in widget._status.value


def test_cancel_frees_the_port(show, esi):
    """Refuse a later callback."""
    widget = show([WALLET])
    widget._log_in.click()
    widget._cancel.click()
    finished(widget)
    assert widget._status.value.count("Waiting") == 0
    assert widget._cancel.layout.display == "none"
    with pytest.raises(requests.ConnectionError):
        requests.get(esi.config.sso_callback_url, timeout=60)


def test_a_second_click_replaces_the_pending_login(show):
    """Give the port to the new login."""
    widget = show([WALLET])
    widget._log_in.click()
    first = widget._session.url
    widget._log_in.click()
    assert widget._session.url != first
    assert widget._session.listens
    headless_login.log_in(widget._session.url, "Asa Ostrand")
    finished(widget)
    assert widget.character.character_id == ASA


def test_a_failing_sso_is_reported(esi_sandbox, show):
    """Say what to do, and store no login."""
    widget = show([WALLET])
    esi_sandbox.faults.fail(503, path=TOKEN)
    widget._log_in.click()
    headless_login.log_in(widget._session.url, "Bero Veyl")
    finished(widget)
    assert "try again" in widget._status.value
    assert len(widget._esi.characters()) == 0


def test_a_missing_client_id_is_explained(esi, show):
    """Say where to register an application."""
    widget = show([WALLET])
    esi.config = replace(esi.config, sso_client_id=None)
    widget._log_in.click()
    assert "https://developers.eveonline.com" in widget._status.value


# Several characters


@pytest.fixture
def two(esi_sandbox, esi):
    """Log in two characters."""
    log_in(esi_sandbox, esi.logins, (WALLET,), BERO)
    log_in(esi_sandbox, esi.logins, (WALLET, ASSETS), ASA)
    return esi


def test_several_characters_are_listed(two, show):
    """Each with its expiry and its scopes; the first is selected."""
    widget = show()
    assert [name for name, _ in widget._selected.options] == ["Bero Veyl", "Asa Ostrand"]
    rows = [row.children[0].value for row in widget._rows.children]
    assert "Bero Veyl" in rows[0]
    assert "1 scope<" in rows[0]
    assert "2 scopes<" in rows[1]
    assert all("renewed automatically" in row for row in rows)
    assert widget.character.character_id == BERO


def test_another_character_can_be_selected(two, show):
    """`character=widget.character` calls as that character."""
    changes = []
    widget = show(on_change=lambda: changes.append(1))
    widget._selected.value = ASA
    assert changes == [1]
    found = two.pull("get_characters_character_id", character=widget.character)
    assert list(found["name"]) == ["Asa Ostrand"]


def test_a_logout_revokes_the_login(two, show, esi_sandbox):
    """Select the other character."""
    widget = show()
    widget._rows.children[0].children[1].click()
    assert [name for name, _ in widget._selected.options] == ["Asa Ostrand"]
    assert "Bero Veyl is logged out." in widget._notice.value
    assert widget.character.character_id == ASA
    assert [r.path for r in esi_sandbox.requests].count("/v2/oauth/revoke") == 1


def test_a_login_can_be_forgotten_while_the_sso_fails(two, show, esi_sandbox):
    """It is deleted on this machine only."""
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


def test_the_list_follows_other_kernels(two, show, esi_sandbox):
    """Logins and logouts of other kernels appear with its next update."""
    widget = show()
    expire(two.logins)
    two.logins.forget(ASA)
    widget._list()
    (row,) = widget._rows.children
    assert "renewed automatically" in row.children[0].value


def test_an_unreadable_login_file_is_reported(two, show):
    """Show the error instead of failing."""
    widget = show()
    two.logins.store.path.write_text("nonsense")
    widget._list()
    assert "Move it away" in widget._notice.value


def test_a_login_without_scopes_has_an_end(esi, esi_sandbox, show):
    """It has no refresh token, so it ends with its access token."""
    log_in(esi_sandbox, esi.logins, (), BERO)
    assert re.search(r"ends at \d\d:\d\d UTC", show()._rows.children[0].children[0].value)


# Secrets


def test_the_page_receives_no_secret(two, show, esi_sandbox):
    """No token or code is in the state of any widget, before, during and after a login."""
    widget = show([WALLET])
    shown = [texts(widget.widget)]
    widget._log_in.click()
    pending = widget._session._pending
    shown.append(texts(widget.widget))
    widget._address.value = brought_back(esi_sandbox, pending)
    code = widget._address.value.split("code=")[1].split("&")[0]
    widget._use.click()
    shown.append(texts(widget.widget))
    widget._rows.children[0].children[1].click()
    shown += [texts(widget.widget), repr(widget), repr(widget.character)]
    kept = two.logins.store.logins()
    secrets = [code, pending.verifier, *(each.access_token for each in kept)]
    secrets += [each.refresh_token for each in kept]
    assert len(secrets) >= 4
    for secret in secrets:
        assert not any(secret in text for text in shown)
    assert pending.state not in shown[2]  # nor is anything of a login that is over


def test_names_are_escaped(two, show):
    """Never treat a character's name as markup."""
    (first, *_) = two.logins.store.logins()
    two.logins.store.put(replace(first, name="<b>Bold</b>"))
    shown = "".join(row.children[0].value for row in show()._rows.children)
    assert "&lt;b&gt;Bold" in shown
    assert "<b>Bold" not in shown


def test_every_control_has_a_label(two, show):
    """Screen readers read it."""
    queue, controls = [show().widget], []
    while queue:
        one = queue.pop()
        queue += getattr(one, "children", ())
        if isinstance(one, ipywidgets.DOMWidget) and hasattr(one, "description"):
            controls.append(one)
    named = [c for c in controls if not isinstance(c, ipywidgets.HTML)]
    assert len(named) > 10
    assert all(control.description for control in named)
