"""How a person goes through a login: by the browser and back, or by pasting an address.

Where a browser can be opened and the callback's port be had, the SSO's page opens, and the browser
comes back by itself. Elsewhere (JupyterHub, ssh, a container) the address is shown; the page that
the login ends at cannot be reached from there, and its address is pasted.
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from esi_data.auth.logins import Character, Logins, PendingLogin

# Signs of a machine that is not the one the person sits at.
_REMOTE = ("JUPYTERHUB_API_TOKEN", "SSH_CONNECTION", "COLAB_RELEASE_TAG", "CODESPACES",
           "KAGGLE_KERNEL_RUN_TYPE")  # fmt: skip
_ATTEMPTS = 3


def login(logins: Logins, scopes: Iterable[str], *, browser: bool | None = None) -> Character:
    """Log a character in; returns who it is. See `Esi.login`."""
    attempt = logins.begin(scopes)
    notice = Notice()
    if has_browser(os.environ, sys.platform) if browser is None else browser:
        with contextlib.suppress(OSError):  # the port is taken, or the callback is elsewhere
            return _by_browser(logins, attempt, notice)
    return _by_pasting(logins, attempt, notice)


def has_browser(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a browser of the person at the keyboard can be opened from this process."""
    if environ.get("BROWSER"):
        return True
    if any(environ.get(name) for name in _REMOTE):
        return False
    if platform.startswith(("win", "darwin")):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _by_browser(logins: Logins, attempt: PendingLogin, notice: Notice) -> Character:
    seconds = logins.config().login_timeout
    with Loopback(attempt, lambda address: logins.finish(attempt, address)) as loopback:
        notice.show(
            "The login page opens in your browser. If it does not, open {page}.", attempt.url
        )
        webbrowser.open(attempt.url)
        character = loopback.wait(seconds)
    if character is None:
        raise LoginFailedError(
            f"Nobody came back from the login within {seconds:.0f} s. If the browser shows a page "
            "that cannot be reached, log in by pasting its address: esi.login(..., browser=False)"
        )
    notice.done(f"Logged in as {character.name}.")
    return character


def _by_pasting(logins: Logins, attempt: PendingLogin, notice: Notice) -> Character:
    notice.show(
        "Open {page} and allow the login. It ends at a page that cannot be reached "
        f"({attempt.callback_url}...): copy the address of that page.",
        attempt.url,
    )
    error: Exception | None = None
    for _ in range(_ATTEMPTS):
        character, error = _pasted(logins, attempt)
        if character:
            notice.done(f"Logged in as {character.name}.")
            return character
        notice.say(str(error))
    assert error is not None
    raise error


def _pasted(logins: Logins, attempt: PendingLogin) -> tuple[Character | None, Exception | None]:
    """Who has logged in by what is pasted, or why it cannot be used; another try may be better."""
    try:
        # Hidden, so that no code stays in a terminal or in a notebook's outputs.
        address = getpass.getpass("Paste the address here (it stays hidden): ")
    except (EOFError, RuntimeError):  # the latter where a kernel has nobody to ask
        raise LoginFailedError(
            "A login needs a person: open the address above in a browser, and run this where you "
            "can type. Once logged in, scripts and scheduled runs need nobody."
        ) from None
    try:
        return logins.finish(attempt, address), None
    except LoginFailedError as exc:
        return None, exc


class Notice:
    """What a login says, to the notebook or to standard error; a notebook keeps the last word."""

    def __init__(self) -> None:
        self._cell: Any = None
        self._in_notebook = _kernel_runs()

    def show(self, text: str, url: str) -> None:
        """Say what to do; `{page}` stands for the SSO's page, whose address is `url`."""
        link = f'<a href="{escape(url)}" target="_blank" rel="noreferrer">the login page</a>'
        self._put(text.replace("{page}", url), escape(text).replace("{page}", link))

    def say(self, text: str) -> None:
        """Say something beside it."""
        sys.stderr.write(f"{text}\n")

    def done(self, text: str) -> None:
        """Say how it ended, in place of what was shown."""
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


def _kernel_runs() -> bool:
    """Whether this is a notebook's kernel."""
    shell = sys.modules.get("IPython")
    found = shell.get_ipython() if shell else None
    return type(found).__name__ == "ZMQInteractiveShell"
