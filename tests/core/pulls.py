"""Helpers for tests of pulls: a pull, its rows, the truth, and a server with odd headers."""

from __future__ import annotations

import io
import json
import threading
from email.utils import formatdate
from urllib.parse import parse_qs, urlsplit

import msgspec
import urllib3
from requests.adapters import BaseAdapter, HTTPAdapter

from esi.core.http.messages import PLAIN
from esi.core.paging.pages import fetch_pages

ORDERS = "/markets/10000043/orders"
FIRST = 6_930_000_000  # the id of the region's first order


def pull(around, options=PLAIN):
    """Pull all orders of the region."""
    return fetch_pages(around.engine, around.request(ORDERS, page=1, order_type="all"), options)


def ids(snapshot):
    """Return the ids of a snapshot's rows, in order."""
    rows = [row for answer in snapshot.responses for row in msgspec.json.decode(answer.body)]
    return [row["order_id"] for row in rows]


def generation(sandbox):
    """Return the current ids of the listing straight out of the server; no request is counted."""
    api = sandbox._api
    schedules, faults = api.resources.schedules, api.faults._faults
    api.resources.schedules, api.faults._faults = [], []  # what was to come is not to come here
    try:
        found, page, last = [], 1, 1
        while page <= last:
            answer = api.respond(_call(page))
            last = int(answer.headers["X-Pages"])
            found += [row["order_id"] for row in json.loads(answer.body)]
            page += 1
        return found
    finally:
        api.resources.schedules, api.faults._faults = schedules, faults


class History:
    """Rows of each generation of the listing, by its `Last-Modified`."""

    def __init__(self, sandbox):
        self._resources = sandbox._api.resources
        self._generations = {}
        turn_over = self._resources.turn_over

        def turned_over(resource, *args):
            self._note(resource)
            turn_over(resource, *args)

        self._resources.turn_over = turned_over

    def close(self):
        """Stop recording."""
        del self._resources.turn_over

    def ids(self, last_modified):
        """Return the ids of the generation with a `Last-Modified`."""
        self._note(self._resources.resources[ORDERS])
        return self._generations[last_modified]

    def _note(self, resource):
        if resource.path == ORDERS and resource.pages is not None:
            numbers = [FIRST + number for page in resource.pages for number, _ in page.rows]
            self._generations[formatdate(resource.built_at, usegmt=True)] = numbers


def _call(page):
    from esi.sandbox.server.messages import ApiRequest

    query = {"page": [str(page)], "order_type": ["all"]}
    headers = {"X-Compatibility-Date": "2020-01-01"}
    return ApiRequest("GET", ORDERS, query, headers, b"", "elsewhere")


class Pages(BaseAdapter):
    """Serves pages of one row each; `said`, `modified` and `tags` are their headers' values."""

    def __init__(self):
        super().__init__()
        self.said = "1"
        self.last = 1000
        self.modified = lambda number: 0
        self.tags = {}
        self.dated_304 = True
        self.asked = []
        self.most = self._now = 0
        self._lock = threading.Lock()

    def send(self, request, **kwargs):
        number = int(parse_qs(urlsplit(request.url).query).get("page", "1")[0])
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
            said = self.said(number) if callable(self.said) else self.said
            modified = self.modified(number)
            self.asked.append(number)
        try:
            return self._answer(request, number, said, modified)
        finally:
            with self._lock:
                self._now -= 1

    def _answer(self, request, number, said, modified):
        headers = {"Content-Type": "application/json", "Cache-Control": "max-age=60"}
        if number > self.last:
            return _response(request, 404, headers, b'{"error": "no such page"}')
        headers["ETag"] = self.tags.get(number, f'"{number}"')
        if said is not None:
            headers["X-Pages"] = said
        unchanged = request.headers.get("if-none-match") == headers["ETag"]
        if modified is not None and (self.dated_304 or not unchanged):
            headers["Last-Modified"] = formatdate(1_790_000_000 + modified, usegmt=True)
        if unchanged:
            return _response(request, 304, headers, b"")
        return _response(request, 200, headers, json.dumps([{"order_id": 10 * number}]).encode())

    def close(self):
        pass


def _response(request, status, headers, body):
    raw = urllib3.HTTPResponse(
        body=io.BytesIO(body), headers=headers, status=status, preload_content=False
    )
    return HTTPAdapter().build_response(request, raw)
