"""Logins from a notebook in a real JupyterLab, through the widget and the SSO's page."""

import json
import re
import socket

import pytest

SETUP = 'from esi_data import Esi\n\nesi = Esi("my-notebook/1.0 (me@example.com)")'
BALANCE = "get_characters_character_id_wallet"
SHOW = f'login = esi.login_widget("{BALANCE}")\nlogin'


@pytest.fixture
def login(notebook, callback):
    """Open a notebook with a login widget; return both."""

    def shown(code=SHOW, **how):
        book = notebook([SETUP, code], **how)
        book.run(0)
        return book, book.run(1)

    return shown


def allow(page, widget, name):
    """Open the SSO's page from the widget and allow the login; return that page."""
    widget.get_by_role("button", name="Log in with EVE Online").click()
    with page.context.expect_page() as opened:
        widget.get_by_role("link", name="Open the login page").click()
    sso = opened.value
    sso.get_by_label(name).check()
    sso.get_by_role("button", name="Allow").click()
    return sso


def called_back(page, port):
    """Wait for the request that returns the browser to the callback address."""
    return page.context.expect_event("request", lambda request: f":{port}/callback" in request.url)


def secrets_of(tmp_path):
    """Return the stored tokens."""
    (path,) = (tmp_path / "data").rglob("logins.json")
    kept = json.loads(path.read_text())["logins"]
    found = [each[name] for each in kept for name in ("access_token", "refresh_token")]
    assert all(found)
    return found


def content_of(page):
    """Return the document of a page and the values of its fields."""
    typed = page.evaluate("[...document.querySelectorAll('input, textarea')].map(e => e.value)")
    return page.content() + json.dumps(typed)


def test_from_login_to_logout(login, page, shot, tmp_path):
    """Log in, call as the character, add another, switch, log out."""
    book, widget = login()
    shot("login-1-begin", widget)
    sso = allow(page, widget, "Bero Veyl")
    sso.get_by_role("heading", name="Logged in as Bero Veyl").wait_for()
    assert "code=" not in sso.url
    sso.get_by_text("You can close this page.").wait_for()
    sso.close()
    widget.get_by_text("Logged in as Bero Veyl.").wait_for()
    widget.get_by_text("renewed automatically").wait_for()
    shot("login-2-logged-in", widget)
    balance = f'esi.pull("{BALANCE}", character=login.character)["value"][0]'
    assert book.last_line(f"float({balance}) > 0") == "True"

    allow(page, widget, "Dain Moru").close()
    widget.get_by_text("Logged in as Dain Moru.").wait_for()
    widget.get_by_role("radio", name="Bero Veyl").check()
    shot("login-3-two-characters", widget)
    assert book.last_line("print(login.character)") == "Bero Veyl"

    found = content_of(page) + book.save()
    assert "Dain Moru" in found
    assert [secret for secret in secrets_of(tmp_path) if secret in found] == []

    widget.get_by_role("button", name="Log out Bero Veyl").click()
    widget.get_by_text("Bero Veyl is logged out.").wait_for()
    widget.get_by_role("radio", name="Bero Veyl").wait_for(state="detached")
    assert widget.get_by_role("radio").count() == 1
    shot("login-4-logged-out", widget)


def test_the_address_is_pasted_if_the_port_is_taken(login, callback, page, shot):
    """A remote Jupyter has the same problem: the callback reaches no server."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", callback))  # and nobody answers: the browser cannot reach it
        book, widget = login()
        with called_back(page, callback) as request:
            allow(page, widget, "Bero Veyl")
        address = request.value.url
        widget.get_by_text("paste that page's address below").wait_for()
        shot("login-5-paste", widget)
        widget.get_by_label("Address").fill("http://localhost/?code=a&state=b")
        widget.get_by_role("button", name="Use this address").click()
        widget.get_by_text("belongs to another login").wait_for()
        shot("login-6-wrong-address", widget)
        widget.get_by_label("Address").fill(address)
        widget.get_by_role("button", name="Use this address").click()
        widget.get_by_text("Logged in as Bero Veyl.").wait_for()
    assert address.split("code=")[1].split("&")[0] not in content_of(page) + book.save()


def test_a_login_by_a_line_of_code(notebook, callback, page, shot):
    """`esi.login` shows a link to the SSO's page, and the callback completes the login."""
    book = notebook([SETUP, f'esi.login("{BALANCE}")'])
    book.run(0)
    book.cell(1).locator(".jp-InputPrompt").click()
    page.keyboard.press("Control+Enter")
    with page.context.expect_page() as opened:
        book.output(1).get_by_role("link", name="the login page").click()
    opened.value.get_by_label("Dain Moru").check()
    opened.value.get_by_role("button", name="Allow").click()
    book.output(1).get_by_text("Logged in as Dain Moru.").wait_for()
    shot("login-10-line")
    assert "/v2/oauth/authorize" not in book.save()  # the last word alone is kept


def test_a_line_of_code_prompts_for_the_address(notebook, callback, page, shot):
    """With `browser=False`; the input is hidden and not saved."""
    book = notebook([SETUP, f'esi.login("{BALANCE}", browser=False)'])
    book.run(0)
    book.cell(1).locator(".jp-InputPrompt").click()
    page.keyboard.press("Control+Enter")
    with page.context.expect_page() as opened:
        book.output(1).get_by_role("link", name="the login page").click()
    opened.value.get_by_label("Bero Veyl").check()
    with called_back(page, callback) as request:
        opened.value.get_by_role("button", name="Allow").click()
    address = request.value.url
    prompt = page.locator(".jp-Stdin-input")
    assert prompt.get_attribute("type") == "password"
    shot("login-11-prompt")
    prompt.fill(address)
    prompt.press("Enter")
    book.output(1).get_by_text("Logged in as Bero Veyl.").wait_for()
    book.wait_until_idle()
    # JupyterLab keeps what was typed in its own (hidden) field; the code is used up by then.
    assert address.split("code=")[1].split("&")[0] not in book.save()


def test_scopes_are_found_and_selected(login, page, shot):
    """By what they unlock, with the keyboard only."""
    _, widget = login("esi.login_widget()")
    widget.get_by_label("Search").fill("journal")
    # Wait for the new list: it takes the focus away from the old one.
    widget.get_by_label("esi-assets.read_assets.v1").wait_for(state="detached")
    widget.get_by_label("esi-wallet.read_character_wallet.v1").focus()
    page.keyboard.press("Space")
    widget.get_by_role("button", name="Scopes: 1 selected").wait_for()
    widget.get_by_label("Search").fill("")
    shot("login-7-scopes", widget)
    widget.get_by_role("button", name="Log in with EVE Online").focus()
    page.keyboard.press("Enter")
    widget.get_by_text("Waiting for you").wait_for()
    shot("login-8-waiting", widget)
    widget.get_by_role("button", name="Cancel").focus()
    page.keyboard.press("Enter")
    widget.get_by_text("Waiting for you").wait_for(state="detached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 800])
def test_nothing_is_cut_off(login, page, shot, scheme, width):
    """In a wide and a narrow window, in either theme."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    _, widget = login()
    allow(page, widget, "Bero Veyl").close()
    widget.get_by_text("Logged in as Bero Veyl.").wait_for()
    widget.get_by_role("button", name="Scopes: 1 selected").click()
    widget.get_by_role("button", name="Log in with EVE Online").click()
    widget.get_by_text("Waiting for you").wait_for()
    shot(f"login-9-{scheme}-{width}")
    wide = widget.locator(".esi-box").first.evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wide[0] <= wide[1]
    count = widget.get_by_text(re.compile(r"^\d+ of \d+ scopes$")).bounding_box()
    listed = widget.locator(".esi-scopes").bounding_box()
    assert listed["y"] - count["y"] < 3 * count["height"]  # nor is there a hole
