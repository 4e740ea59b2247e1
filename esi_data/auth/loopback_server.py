"""Local server at the callback address, which receives the browser from the SSO."""

from __future__ import annotations

import hmac
import socket
import threading
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi_data.auth.logins import Character, PendingLogin

_HOSTS = {"localhost": "127.0.0.1", "127.0.0.1": "127.0.0.1", "::1": "::1"}

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
:root {{ color-scheme: light dark; }}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; text-align: center;
  font: 16px/1.5 system-ui, sans-serif; }} main {{ max-width: 34rem; padding: 1rem; }}
</style></head><body><main><h1>{title}</h1><p>{text}</p></main>
<script>history.replaceState(null, "", location.pathname)</script></body></html>"""

_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the address contains the code
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'",
}


class Loopback:
    """Local server that listens in a thread until one login is complete.

        with Loopback(pending, finish) as loopback:
            webbrowser.open(pending.url)
            character = loopback.wait(300)

    Args:
        pending: the login that was started.
        finish: called once with the address of the callback; `wait` returns its result or raises
            its error.
        done: called afterwards, in the thread of the server.

    Raises:
        OSError: the callback is not on this machine, or its port is in use.
    """

    def __init__(
        self,
        pending: PendingLogin,
        finish: Callable[[str], Character],
        done: Callable[[Loopback], object] | None = None,
    ) -> None:
        parts = urlsplit(pending.callback_url)
        host = _HOSTS.get(parts.hostname or "")
        if parts.scheme != "http" or host is None:
            raise OSError(f"{pending.callback_url} is not an address of this machine")
        self.path = parts.path or "/"
        self.state = pending.state
        self.character: Character | None = None
        self.error: Exception | None = None
        self._finish = finish
        self._done = done
        self._lock = threading.Lock()
        self._completed = threading.Event()
        server = _Server6 if ":" in host else _Server
        self._server = server((host, parts.port or 80), partial(_Handler, self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="esi-login", daemon=True
        )

    def start(self) -> Self:
        """Start listening."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Finish the current response and release the port."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def wait(self, seconds: float) -> Character | None:
        """Return the character that logged in, or None after so many seconds.

        Raises:
            DjangoEsiException: the error that `finish` raised.
        """
        self._completed.wait(seconds)
        if self.error:
            raise self.error
        return self.character

    def respond(self, target: str) -> tuple[int, str, str]:
        """Return status, title and text for a request; complete the login if it is the callback."""
        parts = urlsplit(target)
        if parts.path != self.path:
            return 404, "Not found", "This address is only used to log in."
        state = parse_qs(parts.query).get("state", [""])[-1]
        if not hmac.compare_digest(state.encode(), self.state.encode()):
            # Any page could send the browser here: keep waiting for the right login.
            return (
                400,
                "This login was not started here",
                "Go back to where you started, and try again.",
            )
        with self._lock:  # browsers may send the request twice
            if not self._completed.is_set():
                try:
                    self.character = self._finish(target)
                except Exception as exc:  # noqa: BLE001 - raised by `wait`
                    self.error = exc
                self._completed.set()
                if self._done:
                    self._done(self)
        if self.character:
            return 200, f"Logged in as {self.character.name}", "You can close this page."
        return 400, "Login failed", str(self.error)


class _Server(ThreadingHTTPServer):
    daemon_threads = True  # browsers open connections that they never use
    allow_reuse_address = True


class _Server6(_Server):
    address_family = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    timeout = 30

    def __init__(self, loopback: Loopback, *args: Any) -> None:
        self._loopback = loopback
        super().__init__(*args)

    def do_GET(self) -> None:
        """Respond to the browser."""
        status, title, text = self._loopback.respond(self.path)
        body = _PAGE.format(title=escape(title), text=escape(text)).encode()
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing: the address contains the code."""
