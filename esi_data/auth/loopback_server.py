"""Serve the callback address on this machine, to which the SSO sends the browser."""

from __future__ import annotations

import errno
import hmac
import os
import socket
import socketserver
import threading
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi_data.auth.logins import Character, PendingLogin

# A browser may take either address for `localhost`.
_HOSTS = {"localhost": ("127.0.0.1", "::1"), "127.0.0.1": ("127.0.0.1",), "::1": ("::1",)}

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
:root {{ color-scheme: light dark; }}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; text-align: center;
  font: 16px/1.5 system-ui, sans-serif; }} main {{ max-width: 34rem; padding: 1rem; }}
</style></head><body><main><h1>{title}</h1><p>{text}</p></main>{script}</body></html>"""
# Takes the code out of the address bar, once it is used.
_SCRIPT = '<script>history.replaceState(null, "", location.pathname)</script>'

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

    `finish` is called once with the address of the callback: `wait` returns its result or
    raises its error. `completed` is set afterwards; setting it earlier ends the wait.
    """

    def __init__(
        self,
        pending: PendingLogin,
        finish: Callable[[str], Character],
        completed: threading.Event | None = None,
    ) -> None:
        parts = urlsplit(pending.callback_url)
        hosts = _HOSTS.get(parts.hostname or "", ())
        if parts.scheme != "http" or not hosts:
            raise OSError(f"{pending.callback_url} is not an address of this machine")
        self.path = parts.path or "/"
        self.state = pending.state
        self.character: Character | None = None
        self.error: Exception | None = None
        self._finish = finish
        self._lock = threading.Lock()
        self._completed = completed or threading.Event()
        self._servers = _listening(hosts, parts.port or 80, partial(_Handler, self))
        self._threads = [
            threading.Thread(
                target=server.serve_forever, args=(0.05,), name="esi-login", daemon=True
            )
            for server in self._servers
        ]

    def start(self) -> Self:
        """Start listening."""
        for thread in self._threads:
            thread.start()
        return self

    def stop(self) -> None:
        """Finish the current response and release the port."""
        for server, thread in zip(self._servers, self._threads, strict=True):
            server.shutdown()
            server.server_close()
            thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def wait(self, seconds: float) -> Character | None:
        """Return the character that logged in, or None after the time limit in seconds."""
        self._completed.wait(seconds)
        if self.error:
            raise self.error
        return self.character

    @property
    def is_complete(self) -> bool:
        """True once the login has succeeded or failed."""
        return self._completed.is_set()

    def respond(self, target: str) -> tuple[int, str, str]:
        """Return status, title and text for a request; complete the login if it is the callback."""
        try:
            parts = urlsplit(target)
        except ValueError:  # no address at all, such as `//[`
            parts = urlsplit("")
        if parts.path != self.path:
            return 404, "Not found", "This address is only used to log in."
        state = parse_qs(parts.query).get("state", [""])[-1]
        if not hmac.compare_digest(state.encode(errors="replace"), self.state.encode()):
            # Any page could send the browser here: keep waiting for the right login. Or it is that
            # of another kernel, whose port this is not; the address stays where it can be copied.
            text = (
                "If another notebook or program on this computer has started it, copy the address "
                "of this page and paste it there."
            )
            return 400, "This login was not started here", text
        with self._lock:  # browsers may send the request twice
            if not self._completed.is_set():
                try:
                    self.character = self._finish(target)
                except Exception as exc:  # noqa: BLE001 - raised by `wait`
                    self.error = exc
                self._completed.set()
        if self.character:
            return 200, f"Logged in as {self.character.name}", "You can close this page."
        return 400, "Login failed", str(self.error or "It has ended. Start it again.")


class _Server(ThreadingHTTPServer):
    daemon_threads = True  # browsers open connections that they never use
    # On Windows this would let two programs have one port.
    allow_reuse_address = os.name == "posix"

    def server_bind(self) -> None:
        """Bind without a reverse look-up of the address, which can take seconds."""
        socketserver.TCPServer.server_bind(self)

    def handle_error(self, *_: object) -> None:
        """Print no error about a closed connection: the terminal belongs to the user."""


class _Server6(_Server):
    address_family = socket.AF_INET6


def _listening(hosts: Iterable[str], port: int, handler: Any) -> list[_Server]:
    """Return a server for each address that this machine has; raise OSError if one is in use."""
    servers: list[_Server] = []
    failure: OSError | None = None
    for host in hosts:
        try:
            servers.append((_Server6 if ":" in host else _Server)((host, port), handler))
        except OSError as exc:
            failure = exc
            if exc.errno in {errno.EADDRINUSE, errno.EACCES}:
                break
    else:
        if servers:
            return servers
    for server in servers:
        server.server_close()
    assert failure is not None
    raise failure


class _Handler(BaseHTTPRequestHandler):
    timeout = 30

    def __init__(self, loopback: Loopback, *args: Any) -> None:
        self._loopback = loopback
        super().__init__(*args)

    def do_GET(self) -> None:
        """Respond to the browser."""
        status, title, text = self._loopback.respond(self.path)
        script = _SCRIPT if self._loopback.is_complete else ""
        body = _PAGE.format(title=escape(title), text=escape(text), script=script).encode()
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing: the address contains the code."""
