"""Log in interactively: through the browser and back, or by pasting the final address.

docs/guides/login.md describes when each is used.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import sys
import webbrowser
from html import escape
from typing import TYPE_CHECKING, Any

from esi.errors import LoginFailedError
from esi_data.auth.loopback_server import Loopback
from esi_data.front_end import front_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esi_data.auth.logins import Character, Logins, PendingLogin

# Environment variables that show that the user sits at another machine.
_REMOTE = ("JUPYTERHUB_API_TOKEN", "SSH_CONNECTION", "COLAB_RELEASE_TAG", "CODESPACES",
           "KAGGLE_KERNEL_RUN_TYPE")  # fmt: skip
_ATTEMPTS = 3


def login(logins: Logins, scopes: Iterable[str], *, browser: bool | None = None) -> Character:
    """Log a character in and return it; see `Esi.login`."""
    pending = logins.begin(scopes)
    notice = Notice()
    if has_browser(os.environ, sys.platform) if browser is None else browser:
        with contextlib.suppress(OSError):  # the port is in use, or the callback is remote
            return _by_browser(logins, pending, notice)
    return _by_pasted_address(logins, pending, notice)


def has_browser(environ: Mapping[str, str], platform: str) -> bool:
    """Return True if this process can open a browser for its user."""
    if environ.get("BROWSER"):
        return True
    if any(environ.get(name) for name in _REMOTE):
        return False
    if platform.startswith(("win", "darwin")):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _by_browser(logins: Logins, pending: PendingLogin, notice: Notice) -> Character:
    seconds = logins.config().login_timeout
    with Loopback(pending, lambda address: logins.finish(pending, address)) as loopback:
        notice.show(
            "The login page opens in your browser. If it does not, open {page}.", pending.url
        )
        webbrowser.open(pending.url)
        character = loopback.wait(seconds)
    if character is None:
        raise LoginFailedError(
            f"The login was not completed within {seconds:.0f} s. If the browser cannot reach the "
            "final page, log in by pasting its address: esi.login(..., browser=False)"
        )
    notice.done(f"Logged in as {character.name}.")
    return character


def _by_pasted_address(logins: Logins, pending: PendingLogin, notice: Notice) -> Character:
    notice.show(
        "Open {page} and allow the login. The browser will end at a page that it cannot reach "
        f"({pending.callback_url}...): copy the address of that page.",
        pending.url,
    )
    error: Exception | None = None
    for _ in range(_ATTEMPTS):
        address = _pasted()
        try:
            character = logins.finish(pending, address)
        except LoginFailedError as exc:
            error = exc
            notice.say(str(error))
        else:
            notice.done(f"Logged in as {character.name}.")
            return character
    assert error is not None
    raise error


def _pasted() -> str:
    try:
        # Hidden, so that the code does not stay in a terminal or in a notebook's output.
        return getpass.getpass("Paste the address here (it stays hidden): ")
    except (EOFError, RuntimeError):  # the latter in a kernel without a front end
        raise LoginFailedError(
            "A login needs a person: open the address above in a browser, and run this where you "
            "can type. Scripts and scheduled runs then use the stored login."
        ) from None


class Notice:
    """Messages of a login, in a notebook cell or on standard error."""

    def __init__(self) -> None:
        self._cell: Any = None
        self._in_notebook = front_end() == "kernel"

    def show(self, text: str, url: str) -> None:
        """Show instructions; `{page}` stands for the SSO's page at `url`."""
        link = f'<a href="{escape(url)}" target="_blank" rel="noreferrer">the login page</a>'
        self._put(text.replace("{page}", url), escape(text).replace("{page}", link))

    def say(self, text: str) -> None:
        """Write a line to standard error."""
        sys.stderr.write(f"{text}\n")

    def done(self, text: str) -> None:
        """Replace the instructions by the result."""
        self._put(text, escape(text))

    def _put(self, plain: str, html: str) -> None:
        if not self._in_notebook:
            self.say(plain)
            return
        from IPython import display  # noqa: PLC0415 - in a notebook only

        shown: Any = display  # it has no types
        if self._cell is None:
            self._cell = shown.display(shown.HTML(html), display_id=True)
        else:
            self._cell.update(shown.HTML(html))
