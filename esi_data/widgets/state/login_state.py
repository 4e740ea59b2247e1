"""How far a login of the widget is, and what is said of it; knows no ipywidgets.

A login that has begun waits in threads: for the browser to come back (where the callback's port can
be had) and for the time to be over. An address that is pasted ends it as well.
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
from esi_data.formatting import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi_data.auth.logins import Character, Logins, PendingLogin

State = Literal["idle", "waiting", "done", "failed"]


class LoginSession:
    """One login after the other.

    Args:
        logins: where they are kept.
        on_change: called when the state is another one, in whatever thread.

    Attributes:
        state: `idle`, `waiting`, `done` or `failed`.
        url: the page of the SSO while it waits; empty otherwise.
        character: who has logged in last.
        error: why it failed; empty otherwise.
        listens: whether the browser comes back by itself.
    """

    def __init__(self, logins: Logins, on_change: Callable[[], object]) -> None:
        self.state: State = "idle"
        self.url = ""
        self.character: Character | None = None
        self.error = ""
        self.listens = False
        self._logins = logins
        self._on_change = on_change
        self._attempt: PendingLogin | None = None
        self._loopback: Loopback | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.RLock()

    def begin(self, scopes: Iterable[str]) -> None:
        """Begin a login, in place of one that waits; opens a browser where there is one."""
        with self._lock:
            if loopback := self._end("idle"):
                loopback.stop()  # its port is needed at once
            try:
                attempt = self._logins.begin(scopes)
            except DjangoEsiException as exc:
                self._end("failed", str(exc))
                self._on_change()
                return
            self._attempt, self.url, self.state = attempt, attempt.url, "waiting"
            with contextlib.suppress(OSError):  # the port is taken, or the callback is elsewhere
                self._loopback = Loopback(attempt, self._finish, self._came).start()
            self.listens = self._loopback is not None
            wait = self._logins.config().login_timeout
            self._timer = threading.Timer(wait, self._too_late, (attempt,))
            self._timer.daemon = True
            self._timer.start()
        self._on_change()
        if self.listens and has_browser(os.environ, sys.platform):
            webbrowser.open(attempt.url)

    def paste(self, address: str) -> None:
        """End the login with an address; one that does not fit is told, and the login goes on."""
        attempt = self._attempt
        if attempt is None:
            return
        try:
            character = self._logins.finish(attempt, address)
        except LoginFailedError as exc:
            self.error = str(exc)
        except DjangoEsiException as exc:
            _stop(self._end("failed", str(exc)))
        else:
            _stop(self._end("done", character=character))
        self._on_change()

    def cancel(self) -> None:
        """Wait no longer."""
        _stop(self._end("idle"))
        self._on_change()

    def _finish(self, address: str) -> Character:
        assert self._attempt is not None
        return self._logins.finish(self._attempt, address)

    def _came(self, loopback: Loopback) -> None:
        """The browser came back, in the thread of the server."""
        with self._lock:
            if loopback is not self._loopback:
                return
            if loopback.character:
                self._end("done", character=loopback.character)
            else:
                self._end("failed", str(loopback.error))
        _stop(loopback)
        self._on_change()

    def _too_late(self, attempt: PendingLogin) -> None:
        with self._lock:
            if attempt is not self._attempt:
                return
            why = "Nobody came back from the login. Begin again when you want to."
            _stop(self._end("failed", why))
        self._on_change()

    def _end(
        self, state: State, error: str = "", *, character: Character | None = None
    ) -> Loopback | None:
        """Be in another state; returns the server that is to be stopped."""
        with self._lock:
            loopback, self._loopback = self._loopback, None
            timer, self._timer = self._timer, None
            self._attempt, self.url, self.listens = None, "", False
            self.state, self.error = state, error
            self.character = character or self.character
        if timer:
            timer.cancel()
        return loopback


def _stop(loopback: Loopback | None) -> None:
    """Stop a server, not in its own thread: an answer may be under way there."""
    if loopback:
        threading.Thread(target=loopback.stop, name="esi-login-end", daemon=True).start()


def holds(until: float, now: float, *, renewable: bool) -> str:
    """How long a token holds, and what becomes of it then."""
    left = until - now
    if left <= 0:
        return "is renewed when it is needed" if renewable else "has expired"
    return f"expires in {seconds(left)}" + (", then is renewed" if renewable else "")
