"""State of the login widget's login.

A pending login waits in two threads: one serves the callback address (if its port is free), one
keeps the time limit. A pasted address completes the login as well.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import webbrowser
from typing import TYPE_CHECKING, Literal

from esi.errors import DjangoEsiException, LoginFailedError
from esi_data.auth.flow import has_browser
from esi_data.auth.loopback_server import Loopback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi_data.auth.logins import Character, Logins, PendingLogin

LoginState = Literal["idle", "waiting", "done", "failed"]


class LoginSession:
    """Logins of one widget, one at a time; `on_change` is called from any thread."""

    def __init__(self, logins: Logins, on_change: Callable[[], object]) -> None:
        self.state: LoginState = "idle"
        self.url = ""  # of the SSO's page, while waiting
        self.character: Character | None = None
        self.error = ""
        self.listens = False  # True if a server on this machine receives the callback
        self._logins = logins
        self._on_change = on_change
        self._pending: PendingLogin | None = None
        self._loopback: Loopback | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.RLock()

    def begin(self, scopes: Iterable[str]) -> None:
        """Begin a login, replacing a pending one; open a browser if there is one."""
        with self._lock:
            if loopback := self._set_state("idle"):
                loopback.stop()  # the new login needs its port
            try:
                pending = self._logins.begin(scopes)
            except DjangoEsiException as exc:
                self._set_state("failed", str(exc))
                self._on_change()
                return
            self._pending, self.url, self.state = pending, pending.url, "waiting"
            with contextlib.suppress(OSError):  # the port is taken, or the callback is elsewhere
                self._loopback = Loopback(pending, self._finish, self._on_callback).start()
            self.listens = self._loopback is not None
            limit = self._logins.config().login_timeout
            self._timer = threading.Timer(limit, self._on_timeout, (pending,))
            self._timer.daemon = True
            self._timer.start()
        self._on_change()
        if self.listens and has_browser(os.environ, sys.platform):
            webbrowser.open(pending.url)

    def paste(self, address: str) -> None:
        """Complete the login with a pasted address; a wrong one only sets `error`."""
        pending = self._pending
        if pending is None:
            return
        try:
            character = self._logins.finish(pending, address)
        except LoginFailedError as exc:
            self.error = str(exc)
        except DjangoEsiException as exc:
            _stop(self._set_state("failed", str(exc)))
        else:
            _stop(self._set_state("done", character=character))
        self._on_change()

    def cancel(self) -> None:
        """Cancel the pending login."""
        _stop(self._set_state("idle"))
        self._on_change()

    def _finish(self, address: str) -> Character:
        assert self._pending is not None
        return self._logins.finish(self._pending, address)

    def _on_callback(self, loopback: Loopback) -> None:
        """Take over the result of the callback; runs in the server's thread."""
        with self._lock:
            if loopback is not self._loopback:
                return
            if loopback.character:
                self._set_state("done", character=loopback.character)
            else:
                self._set_state("failed", str(loopback.error))
        _stop(loopback)
        self._on_change()

    def _on_timeout(self, pending: PendingLogin) -> None:
        with self._lock:
            if pending is not self._pending:
                return
            _stop(self._set_state("failed", "The login timed out. Start again when you are ready."))
        self._on_change()

    def _set_state(
        self, state: LoginState, error: str = "", *, character: Character | None = None
    ) -> Loopback | None:
        """End any pending login, set the state and return the server that must be stopped."""
        with self._lock:
            loopback, self._loopback = self._loopback, None
            timer, self._timer = self._timer, None
            self._pending, self.url, self.listens = None, "", False
            self.state, self.error = state, error
            self.character = character or self.character
        if timer:
            timer.cancel()
        return loopback


def _stop(loopback: Loopback | None) -> None:
    """Stop a server from another thread: its own may still be sending a response."""
    if loopback:
        threading.Thread(target=loopback.stop, name="esi-login-end", daemon=True).start()
