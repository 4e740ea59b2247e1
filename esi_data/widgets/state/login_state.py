"""State of the login widget's login.

A pending login waits in two threads: one serves the callback address (if its port is free), one
waits for the callback or the time limit. A pasted address completes the login as well.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import webbrowser
from functools import partial
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
        self._over = threading.Event()  # set when the pending login has ended
        self._lock = threading.RLock()

    def begin(self, scopes: Iterable[str]) -> None:
        """Begin a login, replacing a pending one; open a browser if there is one."""
        with self._lock:
            self._end("idle")  # the new login needs its port
            try:
                pending = self._logins.begin(scopes)
            except DjangoEsiException as exc:
                self._end("failed", str(exc))
                self._on_change()
                return
            self._pending, self.url, self.state = pending, pending.url, "waiting"
            self._over = over = threading.Event()
            with contextlib.suppress(OSError):  # the port is taken, or the callback is elsewhere
                finish = partial(self._logins.finish, pending)
                self._loopback = Loopback(pending, finish, over).start()
            self.listens = self._loopback is not None
            threading.Thread(
                target=self._wait, args=(pending, over), name="esi-login-end", daemon=True
            ).start()
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
            self._end("failed", str(exc))
        else:
            self._end("done", character=character)
        self._on_change()

    def cancel(self) -> None:
        """Cancel the pending login."""
        self._end("idle")
        self._on_change()

    def _wait(self, pending: PendingLogin, over: threading.Event) -> None:
        """Take over the result of the callback, if it comes in time."""
        in_time = over.wait(self._logins.config().login_timeout)
        with self._lock:
            if pending is not self._pending:  # pasted, cancelled or replaced
                return
            loopback = self._loopback
            if not in_time or loopback is None:
                self._end("failed", "The login timed out. Start again when you are ready.")
            elif loopback.character:
                self._end("done", character=loopback.character)
            else:
                self._end("failed", str(loopback.error))
        self._on_change()

    def _end(
        self, state: LoginState, error: str = "", *, character: Character | None = None
    ) -> None:
        """End any pending login and set the state."""
        with self._lock:
            loopback, self._loopback = self._loopback, None
            self._pending, self.url, self.listens = None, "", False
            self.state, self.error = state, error
            self.character = character or self.character
            self._over.set()
        if loopback:
            loopback.stop()
