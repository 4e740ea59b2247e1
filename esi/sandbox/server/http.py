# ruff: noqa: PLC0415 - imports aiohttp (the extra `sandbox`) only when a server starts
"""Serve the API on a loopback socket, in a thread with its own event loop."""

import asyncio
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from esi._extras import install_command
from esi.sandbox.server.api import Api
from esi.sandbox.server.messages import ApiRequest, ApiResponse

if TYPE_CHECKING:
    from aiohttp import web

STARTUP_SECONDS = 30.0
RECORDED_REQUESTS = 100_000


@dataclass(frozen=True)
class RecordedRequest:
    """Request as it arrived, and what was sent.

    Attributes:
        method: upper case.
        path: without the query.
        query: all values of each name.
        headers: as sent, names in their original case.
        body: as sent.
        status: of the response; 0 if the connection was dropped.
        sent: bytes of the response's body on the wire.
        tokens: rate-limit tokens it cost.
        at: the time on the sandbox's clock.
    """

    method: str
    path: str
    query: Mapping[str, Sequence[str]]
    headers: Mapping[str, str]
    body: bytes
    status: int
    sent: int
    tokens: int
    at: float


class SandboxError(Exception):
    """Raised when a sandbox cannot start."""


class Server:
    """API behind a socket.

    Args:
        api: what responds.
        host: the address to listen on.
        port: 0 for any free one.
    """

    def __init__(self, api: Api, host: str, port: int) -> None:
        self._api = api
        self.host = host
        self.port = port
        self._log: deque[RecordedRequest] = deque(maxlen=RECORDED_REQUESTS)
        self._resets = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._runner: web.ServerRunner | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> Self:
        """Listen in a background thread; return when requests can arrive.

        Raises:
            SandboxError: the port is in use, or aiohttp is missing.
        """
        started: threading.Event = threading.Event()
        failure: list[BaseException] = []
        self._thread = threading.Thread(
            target=self._run, args=(started, failure), name="esi-sandbox", daemon=True
        )
        self._thread.start()
        if not started.wait(STARTUP_SECONDS):  # pragma: no cover - a hung machine
            raise SandboxError("the sandbox did not start in time")
        if failure:
            self._thread.join()
            self._thread = None
            raise SandboxError(str(failure[0])) from failure[0]
        return self

    def stop(self) -> None:
        """Close all connections and end the thread."""
        if self._loop is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    async def listen(self) -> None:
        """Listen on the running event loop, until `close`.

        Raises:
            SandboxError: the port is in use, or aiohttp is missing.
        """
        try:
            from aiohttp import web
        except ImportError as exc:
            raise SandboxError(
                f"The sandbox needs {exc.name}: {install_command('sandbox')}"
            ) from exc
        # No router: the API finds its operations itself.
        self._runner = web.ServerRunner(
            web.Server(self._handle, access_log=None), shutdown_timeout=0.1
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        try:
            await site.start()
        except OSError as exc:
            await self._runner.cleanup()
            raise SandboxError(
                f"cannot listen on {self.host}:{self.port}: {exc.strerror or exc}"
            ) from exc
        port = self._runner.addresses[0][1]
        host = f"[{self.host}]" if ":" in self.host else self.host
        self._api.documents.url = f"http://{host}:{port}"

    async def close(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    def _run(self, started: threading.Event, failure: list[BaseException]) -> None:
        loop = self._loop = asyncio.new_event_loop()
        try:
            loop.run_until_complete(self.listen())
            started.set()
            loop.run_forever()
        except Exception as exc:  # noqa: BLE001 - raised in the thread that started this one
            failure.append(exc)
        finally:
            loop.run_until_complete(self.close())
            delayed = asyncio.all_tasks(loop)  # responses that wait for their latency
            for task in delayed:
                task.cancel()
            if delayed:
                loop.run_until_complete(asyncio.wait(delayed))
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()
            started.set()

    async def _handle(self, request: "web.BaseRequest") -> "web.StreamResponse":
        from aiohttp import web

        query: dict[str, list[str]] = {}
        for name, value in request.query.items():
            query.setdefault(name, []).append(value)
        body = await request.read() if request.body_exists else b""
        log, resets = self._log, self._resets
        if latency := self._api.faults.latency:
            await asyncio.sleep(latency)
        if resets != self._resets:  # its client belongs to an earlier test
            return web.Response(status=503)
        response = self._api.respond(
            ApiRequest(
                request.method, request.path, query, request.headers, body, request.remote or ""
            )
        )
        log.append(
            RecordedRequest(
                request.method,
                request.path,
                query,
                dict(request.headers),
                body,
                response.status,
                len(response.body) // (2 if response.breaks in {"drop", "truncate"} else 1),
                response.tokens,
                response.at,
            )
        )
        if response.breaks:
            return await _break(request, response)
        return web.Response(status=response.status, headers=response.headers, body=response.body)

    @property
    def requests(self) -> list[RecordedRequest]:
        """Requests received so far, oldest first."""
        return list(self._log)

    def clear(self) -> None:
        """Clear the recorded requests; those with a delayed response are not recorded either."""
        self._log = deque(maxlen=RECORDED_REQUESTS)

    def abandon(self) -> None:
        """Respond 503 to all requests whose response is delayed."""
        self._resets += 1

    def disconnect(self) -> None:
        """Close all connections; no request that was sent before is recorded from now on."""
        if self._loop is not None and self._thread not in (None, threading.current_thread()):
            asyncio.run_coroutine_threadsafe(self._disconnect(), self._loop).result()

    async def _disconnect(self) -> None:
        loop = asyncio.get_running_loop()
        for _ in range(3):  # accept a client that has left again, read its request, begin with it
            turn = loop.create_future()
            loop.call_soon(turn.set_result, None)
            await turn
        if self._runner is not None and self._runner.server is not None:
            for connection in self._runner.server.connections:
                connection.force_close()


async def _break(request: "web.BaseRequest", response: ApiResponse) -> "web.StreamResponse":
    """Send a body slowly or with a wrong length, or end the connection early."""
    from aiohttp import web

    stream = web.StreamResponse(status=response.status or 500, headers=response.headers)
    half = len(response.body) // 2
    if response.breaks in {"slow", "understate"}:
        stream.content_length = half if response.breaks == "understate" else len(response.body)
        await stream.prepare(request)
        if response.breaks == "understate":
            await stream.write(response.body[:half])
            if request.transport is not None:  # past aiohttp, which keeps to the length
                request.transport.write(response.body[half:])
            return stream
        piece = half // 5 + 1
        for start in range(0, len(response.body), piece):
            await asyncio.sleep(response.seconds / 10)
            await stream.write(response.body[start : start + piece])
        return stream
    if response.breaks == "truncate":
        stream.content_length = len(response.body)
        await stream.prepare(request)
        await stream.write(response.body[:half])
    if request.transport is not None:
        request.transport.close()
    # aiohttp treats this as a handler whose client disconnected, and writes nothing more.
    raise asyncio.CancelledError
