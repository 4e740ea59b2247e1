# ruff: noqa: T201 - the ports are the output
"""Serve prepared bytes to the contenders of a run, in a separate process.

    python -m tests.benchmarks.server --pages 300 --latency 0 20 100

It prints one line of JSON, `{"ports": {"0": 40001, ...}, "sums": ...}`, and serves until its
standard input closes. One port answers after one latency. How many pages a listing has is told by
its region: region 10000300 has 300. Answers hold for an hour; on the port `short`, those of status
200 hold for two seconds, so that a run can wait for them to be stale. `/noted` tells when the last
request for a page came (seconds of the monotonic clock) and how many documents were asked for.
"""

import argparse
import asyncio
import functools
import gzip
import json
import re
import sys
import threading
import time
from email.utils import formatdate
from pathlib import Path
from typing import Any

from tests.benchmarks import content

FIRST_REGION = 10_000_000
SHORT = 2
_LONG = 3600
_PAGE = re.compile(rb"[?&]page=(\d+)")
_REGION = re.compile(rb"/(\d+)")
_ETAG = re.compile(rb"\r\nif-none-match: *([^\r]+)", re.IGNORECASE)
_STATUS = b'{"players":30000,"server_version":"1","start_time":"2026-01-01T11:00:00Z","vip":false}'


class Shelf:
    """All answers' bodies, compressed."""

    def __init__(self, count: int, document: dict[str, Any] | None) -> None:
        self.bodies = {}
        self.sums = {}
        for listing in content.LISTINGS.values():
            plain = content.pages(listing, count)
            self.bodies[listing.name] = content.compressed(plain)
            self.sums[listing.name] = content.sums(listing, plain, count)
        self.document = document
        self.page_at = 0.0
        self.documents = 0

    @functools.cache  # noqa: B019 - there is one shelf
    def described(self, url: str, kind: str) -> bytes:
        """Return the document at a URL, compressed."""
        document = {**content.openapi(self.document), "servers": [{"url": url}]}
        if kind == "swagger":
            document = content.swagger(document, url)
        return gzip.compress(json.dumps(document).encode(), 6)

    def noted(self) -> bytes:
        """Return the record of requests so far, compressed."""
        return gzip.compress(json.dumps([self.page_at, self.documents]).encode())

    def prepare(self, url: str) -> None:
        """Make the documents before anybody asks."""
        for kind in ("openapi", "swagger"):
            self.described(url, kind)


class Connection(asyncio.Protocol):
    """One connection: requests without a body in, answers out, in their order."""

    def __init__(self, shelf: Shelf, url: str, latency: float, lifetime: int) -> None:
        self.shelf = shelf
        self.url = url
        self.latency = latency
        self.lifetime = lifetime
        self.buffer = b""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            request, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
            answer = self.answer(request)
            if self.latency:
                asyncio.get_running_loop().call_later(
                    self.latency, self.transport.writelines, answer
                )
            else:
                self.transport.writelines(answer)

    def answer(self, request: bytes) -> tuple[bytes, bytes]:
        """Head and body of the answer to a request's head."""
        target = request.split(b" ", 2)[1]
        path = target.partition(b"?")[0]
        if path.rstrip(b"/").endswith((b"/orders", b"/rows")) or b"/contracts/public/" in path:
            self.shelf.page_at = time.monotonic()
            return self.page(request, target, path)
        if path.endswith((b"/swagger.json", b"/openapi.json")):
            self.shelf.documents += 1
            kind = "swagger" if path.endswith(b"/swagger.json") else "openapi"
            return _head(self.shelf.described(self.url, kind))
        if path == b"/noted":
            return _head(self.shelf.noted())
        if path.rstrip(b"/").endswith(b"/status"):
            return _head(gzip.compress(_STATUS))
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", b""

    def page(self, request: bytes, target: bytes, path: bytes) -> tuple[bytes, bytes]:
        """Return a page of a listing, or a 304."""
        name = "orders" if b"/orders" in path else "wide" if b"/wide/" in path else "contracts"
        bodies = self.shelf.bodies[name]
        count = int(_REGION.search(path)[1]) - FIRST_REGION  # type: ignore[index]
        asked = _PAGE.search(target)
        number = int(asked[1]) if asked else 1
        if number > count:
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", b""
        etag = b'"%s-%d"' % (name.encode(), number)
        given = _ETAG.search(request)
        same = bool(given) and given[1].strip() == etag  # type: ignore[index]
        headers = (
            b"X-Pages: %d\r\nETag: %s\r\nLast-Modified: Sun, 22 Nov 2026 21:00:00 GMT\r\n"
            b"Cache-Control: public\r\nX-Ratelimit-Group: market-order\r\n"
            b"X-Ratelimit-Limit: 120000/15m\r\nX-Ratelimit-Remaining: 119000\r\n"
            b"X-Ratelimit-Used: 2\r\n%s"
        ) % (count, etag, _times(int(time.time()), _LONG if same else self.lifetime))
        if same:
            return b"HTTP/1.1 304 Not Modified\r\n" + headers + b"\r\n", b""
        return _head(bodies[(number - 1) % len(bodies)], headers)


@functools.lru_cache(maxsize=16)
def _times(now: int, lifetime: int) -> bytes:
    date, expires = formatdate(now, usegmt=True), formatdate(now + lifetime, usegmt=True)
    return f"Date: {date}\r\nExpires: {expires}\r\n".encode()


def _head(body: bytes, headers: bytes = b"") -> tuple[bytes, bytes]:
    return (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
        b"Content-Length: %d\r\n%s\r\n" % (len(body), headers),
        body,
    )


async def serve(shelf: Shelf, latencies: list[int]) -> None:
    """Listen on a port for each latency, say where, and go on until standard input closes."""
    loop = asyncio.get_running_loop()
    ports = {}
    for name in [*map(str, latencies), "short"]:
        latency = 0.0 if name == "short" else int(name) / 1000
        where = {"url": ""}

        def connect(
            where: dict[str, str] = where,
            latency: float = latency,
            lifetime: int = SHORT if name == "short" else _LONG,
        ) -> Connection:
            return Connection(shelf, where["url"], latency, lifetime)

        server = await loop.create_server(connect, "127.0.0.1", 0, backlog=512)
        ports[name] = server.sockets[0].getsockname()[1]
        where["url"] = f"http://127.0.0.1:{ports[name]}"
        shelf.prepare(where["url"])
    print(json.dumps({"ports": ports, "sums": shelf.sums}), flush=True)
    closed = asyncio.Event()

    def wait() -> None:
        sys.stdin.read()
        loop.call_soon_threadsafe(closed.set)

    threading.Thread(target=wait, daemon=True).start()
    await closed.wait()


def main() -> None:
    """Read the arguments and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--latency", type=int, nargs="+", default=[0])
    parser.add_argument("--document", type=Path)
    given = parser.parse_args()
    document = json.loads(given.document.read_bytes()) if given.document else None
    asyncio.run(serve(Shelf(given.pages, document), given.latency))


if __name__ == "__main__":
    main()
