# ruff: noqa: PLC0415 - nothing heavy is imported before a sandbox starts
"""The rim: the API on a loopback socket, in a thread with its own event loop.

aiohttp (the extra `sandbox`) is imported when the server starts.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.sandbox.server.api import Api
from esi.sandbox.server.messages import Call, Reply

if TYPE_CHECKING:
    from aiohttp import web

STARTUP_SECONDS = 30.0
KEPT_REQUESTS = 100_000


@dataclass(frozen=True)
class Recorded:
    """A request as it arrived, and what was sent.

    Attributes:
        method: upper case.
        path: without the query.
        query: all values of each name.
        headers: as sent, names in their own case.
        body: as sent.
        status: of the answer; 0 where the connection was dropped.
        sent: bytes of the body of the answer, as they went over the wire.
        tokens: what it cost its rate-limit bucket.
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
    """The sandbox cannot start."""


class Server:
    """An API behind a socket, and the requests that came.

    Args:
        api: what answers.
        host: the address to listen on.
        port: 0 for any free one.
    """

    def __init__(self, api: Api, host: str, port: int) -> None:
        self._api = api
        self._host = host
        self._port = port
        self._log: deque[Recorded] = deque(maxlen=KEPT_REQUESTS)
        self._gone = 0  # how often all that had asked was forgotten
        self._loop: asyncio.AbstractEventLoop | None = None
        self._runner: web.ServerRunner | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Listen in a background thread; returns when requests can come.

        Raises:
            SandboxError: the port is taken, or aiohttp is missing.
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

    def stop(self) -> None:
        """Close all connections and end the thread."""
        if self._loop is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._thread = None

    async def listen(self) -> None:
        """Listen on the running event loop; `close` ends it."""
        try:
            from aiohttp import web
        except ImportError as exc:
            raise SandboxError(
                "the sandbox needs aiohttp: pip install 'esi-toolkit[sandbox]'"
            ) from exc
        # No router: the API finds its operations itself.
        self._runner = web.ServerRunner(
            web.Server(self._handle, access_log=None), shutdown_timeout=0.1
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError as exc:
            await self._runner.cleanup()
            raise SandboxError(
                f"cannot listen on {self._host}:{self._port}: {exc.strerror or exc}"
            ) from exc
        port = self._runner.addresses[0][1]
        host = f"[{self._host}]" if ":" in self._host else self._host
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
        except Exception as exc:  # noqa: BLE001 - handed to the thread that started this one
            failure.append(exc)
        finally:
            loop.run_until_complete(self.close())
            waiting = asyncio.all_tasks(loop)  # answers that a switched-on latency holds back
            for task in waiting:
                task.cancel()
            if waiting:
                loop.run_until_complete(asyncio.wait(waiting))
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()
            started.set()

    async def _handle(self, request: "web.BaseRequest") -> "web.StreamResponse":
        from aiohttp import web

        query: dict[str, list[str]] = {}
        for name, value in request.query.items():
            query.setdefault(name, []).append(value)
        body = await request.read() if request.body_exists else b""
        call = Call(
            method=request.method,
            path=request.path,
            query=query,
            headers=request.headers,
            body=body,
            source=request.remote or "",
        )
        log, began = self._log, self._gone
        if latency := self._api.faults.latency:
            await asyncio.sleep(latency)
        if began != self._gone:  # nobody waits for it any more, and all that it asked is gone
            return web.Response(status=503)
        reply = self._api.answer(call)
        sent = len(reply.body) if reply.breaks is None else len(reply.body) // 2
        log.append(
            Recorded(
                request.method,
                request.path,
                query,
                dict(request.headers),
                body,
                reply.status,
                sent,
                reply.tokens,
                reply.at,
            )
        )
        if reply.breaks:
            return await _break(request, reply)
        return web.Response(status=reply.status, headers=reply.headers, body=reply.body)

    # What happened

    @property
    def requests(self) -> list[Recorded]:
        """The requests so far, oldest first."""
        return list(self._log)

    def clear(self) -> None:
        """Forget the recorded requests, and those that an answer is still held back from."""
        self._log = deque(maxlen=KEPT_REQUESTS)

    def forsake(self) -> None:
        """Nobody waits any more for the answers that are held back: they are 503."""
        self._gone += 1


async def _break(request: "web.BaseRequest", reply: Reply) -> "web.StreamResponse":
    """End a connection early: at once, or with half of the body sent."""
    from aiohttp import web

    response = web.StreamResponse(status=reply.status or 500, headers=reply.headers)
    if reply.breaks == "truncate":
        response.content_length = len(reply.body)
        await response.prepare(request)
        await response.write(reply.body[: len(reply.body) // 2])
    if request.transport is not None:
        request.transport.close()
    # aiohttp takes this for a handler whose client went away, and writes nothing more.
    raise asyncio.CancelledError
