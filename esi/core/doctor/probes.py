"""Send requests that show what the API does, and tell their price beforehand.

The requests read public data of things as old as the game itself: the region The Forge, the mineral
Tritanium. Each request bypasses the cache, passes the limiter and is never retried.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from esi.core.decoding.rows import Decoder
from esi.core.doctor.check import Unknown
from esi.core.http import transport
from esi.core.http.messages import Options, Request
from esi.core.http.rates import Rate
from esi.core.rate_limits import rules as limit_rules
from esi.errors import ApiConnectionError, ApiTimeoutError, DjangoEsiException

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Response

TIMEOUT = (5.0, 15.0)  # seconds to connect, and to wait for the response
_DECODE = Decoder(None)
_ORDERS = "/markets/10000002/orders"
_TYPE = "/universe/types/34"
_LISTINGS = "/paragon-hub/skinr"
_NO_ID = 2_147_483_647
_WINDOW = 15 * 60
# Groups of the requests, and the tokens of each in 15 minutes.
_GROUPS = {
    "meta": 150,
    "status": 600,
    "market-order": 12000,
    "paragon-hub": 150,
    "char-wallet": 150,
}


class Replies(dict[str, "Response | str"]):
    """Response to each probe by name; a text instead gives the reason for a missing response.

    `date` is the compatibility date of the requests. `received` is the time of each response by
    this machine's clock, in seconds since the epoch. `faults` names the probes whose connection
    failed or whose response was damaged.
    """

    def __init__(self, date: str) -> None:
        super().__init__()
        self.date = date
        self.received: dict[str, float] = {}
        self.faults: set[str] = set()

    def response(self, name: str) -> Response:
        """Return a response.

        Raises:
            Unknown: the probe has no response.
        """
        found = self.get(name, "not requested")
        if isinstance(found, str):
            raise Unknown(found)
        return found


@dataclass(frozen=True)
class Probe:
    """Request whose response shows something about the API.

    Attributes:
        name: name in the rules.
        path: path below the site's address.
        status: status of the response if the API behaves as assumed; it determines the price.
        group: group of the route; empty under the error limit, None without limits.
        site: `api`, or `sso`, which has no limits.
        params: query parameters.
        headers: headers beside those of all requests.
        body: JSON body; a probe with a body is a POST.
        changes: returns changes of the request that depend on earlier responses.
    """

    name: str
    path: str
    status: int = 200
    group: str | None = ""
    site: str = "api"
    params: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] | None = None
    body: bytes | None = None
    changes: Callable[[Replies], Mapping[str, Any]] | None = None


def json_of(response: Response) -> Any:
    """Return the JSON value of a body; raise ValueError if the body is not JSON."""
    return _DECODE(response.body)


def object_of(response: Response) -> dict[str, Any]:
    """Return the JSON object of a body; raise TypeError if it is another value."""
    found = json_of(response)
    if not isinstance(found, dict):
        raise TypeError(f"a {type(found).__name__} in place of an object")
    return found


def _with(header: str, source: str) -> Callable[[Replies], Mapping[str, Any]]:
    """Return changes that send the validator of an earlier response of orders."""

    def changes(replies: Replies) -> Mapping[str, Any]:
        return {"headers": {header: _header(replies.response("orders"), source)}}

    return changes


def _header(response: Response, name: str) -> str:
    if name not in response.headers:
        raise Unknown(f"the earlier response has no {name}")
    return response.headers[name]


def _newest_date(replies: Replies) -> Mapping[str, Any]:
    """Return changes that send the newest date: older ones have no public cursor listing."""
    return {"headers": {"x-compatibility-date": max(offered(replies.response("dates")))}}


def offered(response: Response) -> list[str]:
    """Return the compatibility dates in a response; raise any error if it has none."""
    return [str(date) for date in json_of(response)["compatibility_dates"]]


def _cursor(name: str) -> Callable[[Replies], Mapping[str, Any]]:
    """Return changes that continue the listing at a cursor of its newest page."""

    def changes(replies: Replies) -> Mapping[str, Any]:
        page = json_of(replies.response("cursor"))
        cursor = page.get("cursor") or {} if isinstance(page, dict) else {}
        if name not in cursor:
            raise Unknown(f"the newest page has no cursor {name!r}")
        params = (("limit", "10"), (name, str(cursor[name])))
        return {"params": params, **_newest_date(replies)}

    return changes


def _beyond(replies: Replies) -> Mapping[str, Any]:
    pages = int(_header(replies.response("orders"), "x-pages"))
    return {"params": (("page", str(pages + 100)),)}


_PAGE_1 = (("page", "1"),)
PROBES = (
    Probe("dates", "/meta/compatibility-dates", group="meta"),
    Probe("document", "/meta/openapi.json", group=None),
    Probe(
        "future", "/meta/openapi.json", 400, None, headers={"x-compatibility-date": "2199-01-01"}
    ),
    Probe("old_date", "/status", group="status", headers={"x-compatibility-date": "2020-01-01"}),
    Probe("status", "/status", group="status"),
    Probe("orders", _ORDERS, group="market-order", params=_PAGE_1),
    Probe("orders_default", _ORDERS, group="market-order"),
    Probe("orders_2", _ORDERS, group="market-order", params=(("page", "2"),)),
    Probe("by_etag", _ORDERS, 304, "market-order", params=_PAGE_1,
          changes=_with("if-none-match", "etag")),
    Probe("by_date", _ORDERS, 304, "market-order", params=_PAGE_1,
          changes=_with("if-modified-since", "last-modified")),
    Probe("beyond", _ORDERS, 404, "market-order", changes=_beyond),
    Probe("bad_value", _ORDERS, 400, "market-order", params=(("order_type", "neither"),)),
    Probe("no_token", "/characters/2112000000/wallet", 401, "char-wallet"),
    Probe("type", _TYPE),
    Probe("type_de", _TYPE, headers={"accept-language": "de"}),
    Probe("no_type", f"/universe/types/{_NO_ID}", 404),
    Probe("names", "/universe/names", body=b"[34, 10000002]"),
    Probe("bad_names", "/universe/names", 404, body=b"[34, %d]" % _NO_ID),
    Probe("ids", "/universe/ids", body=b'["Tritanium", "The Forge"]'),
    Probe("cursor", _LISTINGS, group="paragon-hub", params=(("limit", "10"),),
          changes=_newest_date),
    Probe("cursor_before", _LISTINGS, group="paragon-hub", changes=_cursor("before")),
    Probe("cursor_after", _LISTINGS, group="paragon-hub", changes=_cursor("after")),
    Probe("sso", "", site="sso", group=None),
    Probe("keys", "", site="sso", group=None,
          changes=lambda replies: {"url": str(json_of(replies.response("sso"))["jwks_uri"])}),
)  # fmt: skip
# Enough to see whether the API is reachable and the clock is right.
BASIC = PROBES[:1]


def price(probes: Iterable[Probe]) -> str:
    """Return the price of requests as a sentence: tokens of each group, and failures."""
    probes = list(probes)
    tokens: Counter[str] = Counter()
    for probe in probes:
        if probe.group:
            tokens[probe.group] += limit_rules.tokens(probe.status)
    failures = sum(probe.group == "" and probe.status >= 400 for probe in probes)
    costs = [f"{count} of {_GROUPS[group]:,} ({group})" for group, count in tokens.items()]
    count = f"{len(probes)} request" + ("" if len(probes) == 1 else "s")
    text = f"{count}; rate-limit tokens: {', '.join(costs) or 'none'}"
    if failures:
        text += f"; {failures} of {limit_rules.ERRORS} failures in a minute"
    return f"{text}."


def send(
    engine: Engine,
    probes: Iterable[Probe],
    sites: Mapping[str, str],
    headers: Mapping[str, str],
    replies: Replies,
) -> Iterator[str]:
    """Send requests one after another, add their responses to `replies`, and yield their names.

    Stop sending once the API is unreachable (the first request failed, or two in a row), so that
    this takes bounded time.

    Args:
        engine: sends the requests and bypasses its cache.
        probes: the requests.
        sites: address of each site by its name; requests to others are left out.
        headers: headers of each request to the API.
        replies: receives the responses.
    """
    unreachable = previous = ""
    for probe in probes:
        if probe.site not in sites:
            continue
        try:
            replies[probe.name] = unreachable or _response(engine, probe, sites, headers, replies)
        except (ApiConnectionError, ApiTimeoutError) as exc:
            again = previous in replies.faults
            replies[probe.name] = str(exc)
            replies.faults.add(probe.name)
            if len(replies) == 1 or again:
                unreachable = f"not requested, since the API is unreachable: {exc.args[0]}"
        except Unknown as exc:
            replies[probe.name] = f"not requested: {exc}"
        except (DjangoEsiException, ValueError, LookupError, TypeError, AttributeError) as exc:
            replies[probe.name] = f"not requested: {type(exc).__name__}: {exc}"
        previous = probe.name
        replies.received[probe.name] = engine.clock()
        yield probe.name


def _response(
    engine: Engine,
    probe: Probe,
    sites: Mapping[str, str],
    headers: Mapping[str, str],
    replies: Replies,
) -> Response:
    changes = dict(probe.changes(replies)) if probe.changes else {}
    given = {**(probe.headers or {}), **changes.pop("headers", {})}
    is_api = probe.site == "api"
    if probe.body:
        given["content-type"] = "application/json"
    common = headers if is_api else {"user-agent": headers["user-agent"]}
    request = Request(
        "POST" if probe.body else "GET",
        sites[probe.site].rstrip("/") + probe.path,
        params=probe.params,
        headers={**common, **given},
        body=probe.body,
        operation=f"doctor {probe.path}",
        rate=Rate(probe.group, _GROUPS[probe.group], _WINDOW) if probe.group else None,
    )
    request = replace(request, **changes)
    if not is_api:
        if urlsplit(request.url)[:2] != urlsplit(sites[probe.site])[:2]:
            # No response may choose the host of the next request.
            raise Unknown(f"{request.url} is on another host")
        return transport.send(engine.session, request, TIMEOUT)
    options = Options(timeout=TIMEOUT, retries=0, ignore_cache=True, store=False)
    return engine.fetch(request, options)
