"""A small server at the callback address: it awaits the browser that comes back from the SSO."""

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
    "Referrer-Policy": "no-referrer",  # the address has the code in it
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'",
}


class Loopback:
    """Listens, in a thread, until the login that it was made for is through.

        with Loopback(attempt, finish) as loopback:
            webbrowser.open(attempt.url)
            character = loopback.wait(300)

    Args:
        attempt: the login that has begun.
        finish: called once, with the address that the browser came to; its result or its error is
            what `wait` returns or raises.
        done: called when that is known, in the thread of the server.

    Raises:
        OSError: the address is none of this machine's, or its port is taken.
    """

    def __init__(
        self,
        attempt: PendingLogin,
        finish: Callable[[str], Character],
        done: Callable[[Loopback], object] | None = None,
    ) -> None:
        parts = urlsplit(attempt.callback_url)
        host = _HOSTS.get(parts.hostname or "")
        if parts.scheme != "http" or host is None:
            raise OSError(f"{attempt.callback_url} is no address of this machine")
        self.path = parts.path or "/"
        self.state = attempt.state
        self.character: Character | None = None
        self.error: Exception | None = None
        self._finish = finish
        self._done = done
        self._lock = threading.Lock()
        self._over = threading.Event()
        server = _Server6 if ":" in host else _Server
        self._server = server((host, parts.port or 80), partial(_Handler, self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="esi-login", daemon=True
        )

    def start(self) -> Self:
        """Begin to listen."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Give the port back. An answer that is under way is sent."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def wait(self, seconds: float) -> Character | None:
        """Who has logged in; None where nobody came back within so many seconds.

        Raises:
            DjangoEsiException: what `finish` raised.
        """
        self._over.wait(seconds)
        if self.error:
            raise self.error
        return self.character

    def answer(self, target: str) -> tuple[int, str, str]:
        """Status, title and text for a request; the one that ends the login does so."""
        parts = urlsplit(target)
        if parts.path != self.path:
            return 404, "Nothing here", "This address only awaits a login."
        state = parse_qs(parts.query).get("state", [""])[-1]
        if not hmac.compare_digest(state.encode(), self.state.encode()):
            # Somebody else's page may send the browser here: the login goes on waiting.
            return (
                400,
                "This login was not begun here",
                "Go back to where you began, and try again.",
            )
        with self._lock:  # browsers like to ask twice
            if not self._over.is_set():
                try:
                    self.character = self._finish(target)
                except Exception as exc:  # noqa: BLE001 - raised where somebody waits
                    self.error = exc
                self._over.set()
                if self._done:
                    self._done(self)
        if self.character:
            return 200, f"Logged in as {self.character.name}", "You can close this page."
        return 400, "The login did not work", str(self.error)


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
        """Answer the browser."""
        status, title, text = self._loopback.answer(self.path)
        body = _PAGE.format(title=escape(title), text=escape(text)).encode()
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing: the address has the code in it."""
