"""The rim: one request over the wire with requests, or many alike over one of its connections."""

from __future__ import annotations

import copy
import ssl
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies

import requests
import requests.adapters
import urllib3
import urllib3.exceptions
from requests.utils import select_proxy

from esi.core.http.messages import Response
from esi.errors import ApiConnectionError, ApiTimeoutError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from esi.core.http.messages import Request

    Timeout = float | tuple[float, float]

# The header that pages of one listing differ in.
_CONDITION = "if-none-match"


class Pool(requests.adapters.HTTPAdapter):
    """Our own adapter: keeps `size` connections open per host."""

    def __init__(self, size: int) -> None:
        super().__init__(pool_maxsize=size)
        self.size = size


def new_session(pool_size: int) -> requests.Session:
    """A session whose pool keeps `pool_size` connections open per host."""
    session = requests.Session()
    adapter = Pool(pool_size)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def unshared(session: requests.Session) -> list[object]:
    """Give a session connections of its own in a process that was forked; returns its parent's.

    They are to be kept: closing them takes a lock that a thread of the parent's may have held.
    """
    theirs: list[object] = []
    for adapter in session.adapters.values():
        if isinstance(adapter, requests.adapters.HTTPAdapter):
            pickling: Any = adapter  # the stubs leave it out
            theirs += [adapter.poolmanager, adapter.proxy_manager]
            # As requests makes an adapter anew that was pickled: without connections.
            pickling.__setstate__(pickling.__getstate__())
    return theirs


def widened(session: requests.Session, pool: Pool) -> requests.Session:
    """A session with the same proxies, headers and adapters, but for ours: `pool` replaces it.

    A session of another class is left as it is: only its author knows how to copy it.
    """
    if type(session) is not requests.Session:
        return session
    copied = copy.copy(session)
    copied.adapters = session.adapters.copy()  # type: ignore[attr-defined] # an OrderedDict
    for prefix, adapter in session.adapters.items():
        if type(adapter) is Pool:
            copied.adapters[prefix] = pool
    return copied


def send(session: requests.Session, request: Request, timeout: Timeout) -> Response:
    """Send one request once.

    The body is read as transferred: the cache keeps it compressed, and a body that broke off is
    noticed here and not while decoding.

    Raises:
        ApiConnectionError: no connection, or it broke off.
        ApiTimeoutError: no answer within `timeout`.
    """
    with _faults(request, timeout):
        prepared, settings = _prepared(session, request, list(request.params))
        response = session.send(prepared, timeout=timeout, allow_redirects=False, **settings)
        wire = response.raw.read(decode_content=False)
    return _answer(response.status_code, response.headers, wire, response.reason)


class FastSession:
    """A session's connections, for many requests that differ in their query alone.

    What requests does for each request anew (merge the session's headers, look for proxies,
    certificates and `.netrc`) takes three times as long as sending it, so here it is done once.
    Where anybody but requests itself has a say in a request (an adapter that is not ours, hooks, a
    library that stands in for the network), each goes through `Session.send`.
    """

    def __init__(self, session: requests.Session) -> None:
        self.session = session
        self._way: _Way | None = None

    def send(self, request: Request, timeout: Timeout) -> Response:
        """Send one request once; raises what `send` raises."""
        way = self._way  # threads may see different ones, each of which is right
        if way is None or not way.leads(request):
            with _faults(request, timeout):
                way = self._way = _Way(self.session, request)
        if way.pool is None or not _untouched():
            return send(self.session, request, timeout)
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        with _faults(request, timeout):
            response = way.pool.urlopen(
                request.method,
                way.address(request),
                headers=way.headers(request),
                timeout=urllib3.Timeout(connect=connect, read=read),
                redirect=False,
                assert_same_host=False,
                preload_content=False,
                decode_content=False,
                retries=False,
            )
            wire = response.read(decode_content=False)
        return _answer(response.status, response.headers, wire, response.reason)


class _Way:
    """Where a session sends a request and those like it; `pool` is None where it must say itself.

    A session may change while its line is in use: a pull keeps the one that it began with.
    """

    def __init__(self, session: requests.Session, request: Request) -> None:
        self._request = request
        self._headers = _unconditional(request)
        self.pool: Any = None
        prepared, settings = _prepared(session, request, [])
        adapter = session.get_adapter(str(prepared.url))
        if (
            type(session) is requests.Session
            and type(adapter) is Pool
            and request.body is None
            and not any(prepared.hooks.values())
        ):
            verify, proxies, cert = settings["verify"], settings["proxies"], settings["cert"]
            self.pool = adapter.get_connection_with_tls_context(
                prepared, verify, proxies=proxies, cert=cert
            )
            adapter.cert_verify(self.pool, prepared.url, verify, cert)  # type: ignore[no-untyped-call]
            self._merged = {
                name: value
                for name, value in prepared.headers.items()
                if name.lower() != _CONDITION
            }
            self._address = adapter.request_url(prepared, proxies)

    def leads(self, request: Request) -> bool:
        """Whether a request goes this way."""
        mine = self._request
        return (
            (request.method, request.url, request.body) == (mine.method, mine.url, mine.body)
            and _unconditional(request) == self._headers
        )  # fmt: skip

    def address(self, request: Request) -> str:
        """What stands in the request's first line."""
        if not request.params:
            return str(self._address)
        return f"{self._address}{'&' if '?' in self._address else '?'}{urlencode(request.params)}"

    def headers(self, request: Request) -> dict[str, Any]:
        """The session's headers and the request's own."""
        condition = request.headers.get(_CONDITION)
        return {**self._merged, _CONDITION: condition} if condition else self._merged


def _unconditional(request: Request) -> dict[str, str]:
    return {name: value for name, value in request.headers.items() if name != _CONDITION}


_THEIRS = (requests.Session.send, requests.adapters.HTTPAdapter.send)


def _untouched() -> bool:
    """Whether requests is as it was when we met it; `responses` and tracers replace these."""
    return (requests.Session.send, requests.adapters.HTTPAdapter.send) == _THEIRS


def _prepared(
    session: requests.Session, request: Request, params: list[tuple[str, str]]
) -> tuple[requests.PreparedRequest, dict[str, Any]]:
    """A request as the session would send it, with its proxies and certificates."""
    raw = requests.Request(
        request.method,
        request.url,
        headers=dict(request.headers),
        params=params,
        data=request.body,
    )
    prepared = session.prepare_request(raw)
    # requests lets REQUESTS_CA_BUNDLE win over a session's own bundle, unless it is passed here.
    verify = None if session.verify is True else session.verify
    settings = session.merge_environment_settings(prepared.url, {}, None, verify, None)
    return prepared, {**settings, "stream": True}


@contextmanager
def _faults(request: Request, timeout: Timeout) -> Iterator[None]:
    """Turn what the libraries raise into our two errors."""
    try:
        yield
    except urllib3.exceptions.NewConnectionError as exc:
        raise _unreachable(request, exc) from exc
    except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError) as exc:
        raise ApiTimeoutError(
            f"{request.url} did not answer within {timeout} s. Try again later, or allow more "
            "time: `timeout=` on the call, or ESI_REQUESTS_READ_TIMEOUT.",
            url=request.url,
        ) from exc
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError) as exc:
        raise _unreachable(request, exc) from exc


def _unreachable(request: Request, exc: Exception) -> ApiConnectionError:
    causes = list(_causes(exc))
    last = causes[-1]
    reason = f"{type(last).__name__}: {last}" if str(last) else type(last).__name__
    return ApiConnectionError(
        f"{request.url} could not be reached ({reason}). {_next_step(request.url, causes)}",
        url=request.url,
    )


def _next_step(url: str, causes: list[BaseException]) -> str:
    """What to do about a network error."""
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in causes):
        return (
            "Its certificate is of an authority that Python does not know here (a firewall's, "
            "perhaps): name the file of that authority's certificates in REQUESTS_CA_BUNDLE."
        )
    if "CA certificate bundle" in str(causes[-1]):
        return "Check REQUESTS_CA_BUNDLE."
    if "SOCKS" in str(causes[-1]):
        return "For a SOCKS proxy: python -m pip install 'requests[socks]'"
    if any(isinstance(each, _OF_PROXIES) for each in causes):
        return (
            f"It was asked through the proxy{_proxy(url)}: check HTTP_PROXY and HTTPS_PROXY, or "
            "name the address's host in NO_PROXY."
        )
    return (
        "Check the network, the address in ESI_API_URL, and whether the API is up: "
        "https://status.eveonline.com"
    )


_OF_PROXIES = (
    requests.exceptions.ProxyError,
    requests.exceptions.InvalidProxyURL,
    urllib3.exceptions.ProxyError,
    urllib3.exceptions.ProxySchemeUnknown,
)


def _proxy(url: str) -> str:
    """Host and port of the environment's proxy for an address; never its password."""
    with suppress(ValueError):
        parts = urlsplit(select_proxy(url, getproxies()) or "")
        if parts.hostname:
            return f" {parts.hostname}:{parts.port}" if parts.port else f" {parts.hostname}"
    return ""


def damage(answer: Response, request: Request) -> ApiConnectionError | None:
    """What is wrong with a compressed body whose length is right, None where it is whole.

    It is let go again, since a pull holds its pages compressed. A page of 1000 orders takes 0.15 ms
    (zlib: 0.4) in its own thread; to find out while decoding would be too late to ask again.
    """
    try:
        answer.body  # noqa: B018 - decompressing is the act
    except ValueError as exc:
        said = f"{request.url} answered {answer.status}, but its {exc}."
        fault = ApiConnectionError(f"{said} Is a proxy in between? Try again.", url=request.url)
        fault.__cause__ = exc
        return fault
    return None


def _causes(exc: BaseException) -> Iterator[BaseException]:
    """A network error and what was behind it, the innermost last."""
    while True:
        yield exc
        inner = exc.__cause__ or exc.__context__
        if inner is None:
            return
        exc = inner


def _answer(status: int, headers: Mapping[str, str], wire: bytes, reason: str | None) -> Response:
    lowered = {name.lower(): value for name, value in headers.items()}
    return Response(
        status,
        lowered,
        wire,
        reason or "",
        requests=1,
        transferred=len(wire),
    )
