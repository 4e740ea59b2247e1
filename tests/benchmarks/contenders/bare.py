"""Fetch pages and do nothing with them: the lower bound of all contenders.

`:sockets` reads bytes off 32 sockets and counts them, which is the least that a download can cost
in Python; `:urllib3` is the least that a client with an HTTP library can. Both fetch every page
again with its ETag for the measure of revalidation.
"""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

CONNECTIONS = 32
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


def imports(job):
    pass


def start(job):
    return (Sockets if job["contender"].endswith(":sockets") else Urllib3)(job)


class Bare:
    def __init__(self, job):
        self.path = job["listing"]["path"].format(region_id=job["region"])
        self.name = job["listing"]["name"]
        self.url = job["url"]
        self.pages = job["pages"]

    def ready(self):
        pass

    def rows(self):
        return self.fetch(conditional=False)

    frame = rows

    def again(self):
        return self.fetch(conditional=True)


class Sockets(Bare):
    def fetch(self, *, conditional):
        return asyncio.run(self._fetch(conditional))

    async def _fetch(self, conditional):
        host, port = self.url.removeprefix("http://").split(":")
        numbers = iter(range(1, self.pages + 1))
        loop = asyncio.get_running_loop()
        done = []

        async def one():
            finished = loop.create_future()
            transport, _ = await loop.create_connection(
                lambda: Reader(self._request, numbers, conditional, done, finished), host, int(port)
            )
            await finished
            transport.close()

        await asyncio.gather(*[one() for _ in range(min(CONNECTIONS, self.pages))])
        return len(done)

    def _request(self, number, conditional):
        condition = f'If-None-Match: "{self.name}-{number}"\r\n' if conditional else ""
        return (
            f"GET {self.path}?page={number} HTTP/1.1\r\nHost: localhost\r\n"
            f"Accept-Encoding: gzip\r\n{condition}\r\n"
        ).encode()


class Reader(asyncio.Protocol):
    """One request after the other on one connection, until the numbers are used up."""

    def __init__(self, request, numbers, conditional, done, finished):
        self.request = request
        self.numbers = numbers
        self.conditional = conditional
        self.done = done
        self.finished = finished

    def connection_made(self, transport):
        self.transport = transport
        self.next()

    def next(self):
        number = next(self.numbers, None)
        if number is None:
            self.finished.set_result(None)
            return
        self.parts = []
        self.wanted = None
        self.got = 0
        self.transport.write(self.request(number, self.conditional))

    def data_received(self, data):
        self.parts.append(data)
        self.got += len(data)
        if self.wanted is None:
            head, end, _ = b"".join(self.parts).partition(b"\r\n\r\n")
            if not end:
                return
            length = _LENGTH.search(head)
            self.wanted = len(head) + 4 + (int(length[1]) if length else 0)
        if self.got >= self.wanted:
            self.done.append(self.parts)
            self.next()


class Urllib3(Bare):
    def fetch(self, *, conditional):
        import urllib3

        pool = urllib3.connection_from_url(self.url, maxsize=CONNECTIONS)

        def one(number):
            headers = {"accept-encoding": "gzip"}
            if conditional:
                headers["if-none-match"] = f'"{self.name}-{number}"'
            address = f"{self.path}?page={number}"
            return pool.request("GET", address, headers=headers, decode_content=False).data

        with ThreadPoolExecutor(CONNECTIONS) as threads:
            return len(list(threads.map(one, range(1, self.pages + 1))))
