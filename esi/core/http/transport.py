"""Send requests over the network: one with `requests`, or many similar ones with urllib3."""

from __future__ import annotations

import copy
import re
import ssl
import time
from contextlib import suppress
from dataclasses import replace
from types import MethodType
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies

import requests
import requests.adapters
import urllib3
import urllib3.exceptions
from requests.utils import select_proxy

from esi.core.config_rules import is_loopback
from esi.core.http.messages import MAX_BODY, Response
from esi.errors import ApiConnectionError, ApiTimeoutError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import ModuleType

    from esi.core.http.messages import Request

    Timeout = float | tuple[float, float]

T = TypeVar("T")

_CHUNK = 1 << 16  # bytes that are read at once

# Header in which the pages of a listing differ.
_CONDITION = "if-none-match"

# Paths that neither requests nor urllib3 changes.
_PLAIN_PATH = re.compile(r"(/[\w~-]+)+/?", re.ASCII)


class Pool(requests.adapters.HTTPAdapter):
    """Adapter that keeps `size` connections open per host."""

    def __init__(self, size: int) -> None:
        super().__init__(pool_maxsize=size)
        self.size = size


def new_session(pool_size: int) -> requests.Session:
    """Return a session whose pool keeps `pool_size` connections open per host."""
    session = requests.Session()
    adapter = Pool(pool_size)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def unshared(session: requests.Session) -> list[object]:
    """Give a session new connections after a fork; return those of the parent process.

    Keep a reference to them: closing them takes a lock that a thread of the parent may have held.
    """
    parents: list[object] = []
    for adapter in session.adapters.values():
        if isinstance(adapter, requests.adapters.HTTPAdapter):
            pickling: Any = adapter  # the stubs leave it out
            parents += [adapter.poolmanager, adapter.proxy_manager]
            # Unpickling an adapter creates it without connections.
            pickling.__setstate__(pickling.__getstate__())
    return parents


def widened(session: requests.Session, pool: Pool) -> requests.Session:
    """Return a copy of a session in which `pool` replaces our own adapter.

    A session of another class is returned unchanged: only its author knows how to copy it.
    """
    if type(session).__module__ != "requests.sessions":
        return session
    copied = copy.copy(session)
    copied.adapters = session.adapters.copy()  # type: ignore[attr-defined] # an OrderedDict
    for prefix, adapter in session.adapters.items():
        if type(adapter) is Pool:
            copied.adapters[prefix] = pool
    return copied


def send(
    session: requests.Session, request: Request, timeout: Timeout, auth: Any = None
) -> Response:
    """Send one request once.

    The body is read as transferred: the cache keeps it compressed, and a truncated body is noticed
    here and not while decoding. `auth` signs the request in place of the session's own.
    """

    def action() -> Response:
        prepared, settings = _prepared(session, request, list(request.params), auth)
        return _sent(session, prepared, settings, request, timeout)

    return _guarded(request, timeout, action)


class FastSession:
    """Session for many requests that differ only in their path, query and `If-None-Match`.

    For each request, requests merges headers and looks up proxies and certificates, which takes
    longer than sending it. This session does so once; later changes of the session's settings have
    no effect. Where the path matters to those settings, each path is prepared on its own.
    """

    def __init__(self, session: requests.Session) -> None:
        self.session = session
        self._base: _Base | None = None

    def send(self, request: Request, timeout: Timeout) -> Response:
        """Send one request once; raises what `send` raises."""
        return _guarded(request, timeout, lambda: self._send(request, timeout))

    def prepared(self, request: Request) -> requests.PreparedRequest:
        """Return the prepared request that `requests` would send."""
        return self._base_of(request).prepared(request)

    def _send(self, request: Request, timeout: Timeout) -> Response:
        base = self._base_of(request)
        url = base.url(request)
        adapter = self.session.get_adapter(url)
        if base.proxied or not _is_plain(self.session, adapter):
            return _sent(self.session, base.prepared(request), base.settings, request, timeout)
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        raw = base.connections(adapter).urlopen(
            request.method,
            url.removeprefix(base.origin),
            body=request.body,
            headers=base.headers(request),
            retries=False,
            redirect=False,
            assert_same_host=False,
            timeout=urllib3.Timeout(connect=connect, read=read),
            preload_content=False,
            decode_content=False,
        )
        return _response(request, raw.status, raw.headers, _read(raw, request, timeout), raw.reason)

    def _base_of(self, request: Request) -> _Base:
        base = self._base  # threads may see different ones, all of them valid
        if base is None or not base.fits(request):
            base = self._base = _Base(self.session, request)
        return base


class _Base:
    """Prepared request without its path, query and `If-None-Match`."""

    def __init__(self, session: requests.Session, request: Request) -> None:
        alike = replace(request, headers=_shared(request))
        self.request = alike
        self._prepared, self.settings = _prepared(session, alike, [])
        self._url, path = str(self._prepared.url), self._prepared.path_url
        self.origin = self._url.removesuffix(path)  # scheme, host and port
        # Authentication may sign the path, and cookies may belong to one.
        self._serves_all_paths = (
            self._url == request.url
            and _PLAIN_PATH.fullmatch(path) is not None
            and not session.auth
            and not session.cookies
            and _is_of(session.prepare_request, requests.sessions)
        )
        self.proxied = select_proxy(self._url, self.settings["proxies"]) is not None
        self._connections: tuple[Any, urllib3.HTTPConnectionPool] | None = None

    def fits(self, request: Request) -> bool:
        """Return True if a request differs only in its path, query and `If-None-Match`."""
        own = self.request
        if (request.method, request.body) != (own.method, own.body):
            return False
        return self._fits_address(request.url) and _shared(request) == own.headers

    def _fits_address(self, url: str) -> bool:
        if url == self.request.url:
            return True
        is_alike = self._serves_all_paths and url.startswith(self.origin)
        return is_alike and _PLAIN_PATH.fullmatch(url, len(self.origin)) is not None

    def url(self, request: Request) -> str:
        """Return the address to send to."""
        url = request.url if self._serves_all_paths else self._url
        mark = "&" if "?" in url else "?"
        return f"{url}{mark}{urlencode(request.params)}" if request.params else url

    def headers(self, request: Request) -> dict[str, str]:
        """Return the headers to send."""
        condition = {k: v for k, v in request.headers.items() if k == _CONDITION}
        return {**self._prepared.headers, **condition}

    def prepared(self, request: Request) -> requests.PreparedRequest:
        """Return the request for `Session.send`."""
        prepared = self._prepared.copy()
        prepared.url = self.url(request)
        prepared.headers.update(self.headers(request))
        return prepared

    def connections(self, adapter: Any) -> urllib3.HTTPConnectionPool:
        """Return the connections of an adapter to the host."""
        known = self._connections  # threads may see different ones, all of them valid
        if known and known[0] is adapter and known[1].pool is not None:  # urllib3 1 closes it
            return known[1]
        verify, cert = self.settings["verify"], self.settings["cert"]
        found: urllib3.HTTPConnectionPool = adapter.get_connection_with_tls_context(
            self._prepared, verify, cert=cert
        )
        adapter.cert_verify(found, self._url, verify, cert)
        self._connections = adapter, found
        return found


def _shared(request: Request) -> dict[str, str]:
    return {name: text for name, text in request.headers.items() if name != _CONDITION}


def _is_plain(session: requests.Session, adapter: Any) -> bool:
    """Return True if `requests` would only pass a request on to urllib3.

    Hooks, adapters of the user, and mocks or tracers that replace functions of `requests` must see
    each request.
    """
    return (
        type(adapter) is Pool
        and not any(session.hooks.values())
        and _is_of(session.send, requests.sessions)
        and _is_of(adapter.send, requests.adapters)
    )


def _is_of(method: Any, module: ModuleType) -> bool:
    """Return True if a method's code is in a module; wrappers may copy every attribute but that."""
    return type(method) is MethodType and method.__code__.co_filename == module.__file__


def _sent(
    session: requests.Session,
    prepared: requests.PreparedRequest,
    settings: dict[str, Any],
    request: Request,
    timeout: Timeout,
) -> Response:
    got = session.send(prepared, timeout=timeout, allow_redirects=False, **settings)
    headers = got.headers
    if got._content_consumed:  # type: ignore[attr-defined] # noqa: SLF001 - by a hook, or a cache
        wire = _content(got, request)
        headers.pop("Content-Encoding", None)
    else:
        wire = _read(got.raw, request, timeout)
    return _response(request, got.status_code, headers, wire, got.reason)


def as_it_is(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Sign nothing: without any `auth`, requests would take a password out of `~/.netrc`."""
    return prepared


def proxies_past(url: str) -> dict[str, str]:
    """Return the `proxies` of a request that keep HTTP_PROXY away from this machine.

    A proxy of the session itself is still used.
    """
    return {"no_proxy": str(urlsplit(url).hostname)} if is_loopback(url) else {}


def _prepared(
    session: requests.Session,
    request: Request,
    params: list[tuple[str, str]],
    auth: Any = None,
) -> tuple[requests.PreparedRequest, dict[str, Any]]:
    """Return the prepared request, and the proxies and certificates of the session."""
    raw = requests.Request(
        request.method,
        request.url,
        headers=dict(request.headers),
        params=params,
        data=request.body,
        auth=auth or session.auth or as_it_is,
    )
    prepared = session.prepare_request(raw)
    # REQUESTS_CA_BUNDLE overrides the session's own bundle unless that is passed here.
    verify = None if session.verify is True else session.verify
    settings = session.merge_environment_settings(
        prepared.url, proxies_past(request.url), None, verify, None
    )
    return prepared, {**settings, "stream": True}


def _content(got: requests.Response, request: Request) -> bytes:
    """Return the body, decompressed, that a hook or a cache has read."""
    try:
        return got.content
    except RuntimeError:
        raise ApiConnectionError(
            f"{request.url} responded, but a hook of the session used its body up: let the hook "
            "read `response.content` instead.",
            url=request.url,
        ) from None


def _read(raw: Any, request: Request, timeout: Timeout) -> bytes:
    """Read a body as transferred, within its limits of size and time.

    The sockets' own timeout starts again with each byte.
    """
    seconds = timeout[1] if isinstance(timeout, tuple) else timeout
    end = time.monotonic() + seconds
    chunks: list[bytes] = []
    size = 0
    read = getattr(raw, "read1", raw.read)  # read1: of urllib3 2.1 and later
    while chunk := read(_CHUNK, decode_content=False):
        chunks.append(chunk)
        size += len(chunk)
        late = time.monotonic() > end
        if late or size > MAX_BODY:
            raw.close()
            raise _late(request, timeout) if late else _too_large(request)
    return b"".join(chunks)


def _guarded(request: Request, timeout: Timeout, action: Callable[[], T]) -> T:
    """Run an action; turn errors of the libraries into our two errors.

    Raise ours outside any `except` block: an exception in their context would keep its frames, and
    with them the token.
    """
    try:
        return action()
    except (ApiConnectionError, ApiTimeoutError):
        raise
    except urllib3.exceptions.NewConnectionError as exc:
        fault: Exception = _unreachable(request, exc)
    except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError):
        fault = _late(request, timeout)
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError) as exc:
        fault = _unreachable(request, exc)
    raise fault


def _late(request: Request, timeout: Timeout) -> ApiTimeoutError:
    return ApiTimeoutError(
        f"{request.url} did not respond within {timeout} s. Try again later, or allow more "
        "time: `timeout=` on the call, or ESI_REQUESTS_READ_TIMEOUT.",
        url=request.url,
    )


def _too_large(request: Request) -> ApiConnectionError:
    return ApiConnectionError(
        f"{request.url} sent more than {MAX_BODY >> 20} MB, and no response of the API is that "
        "large. Check ESI_API_URL.",
        url=request.url,
    )


def _unreachable(request: Request, exc: Exception) -> ApiConnectionError:
    causes = list(_causes(exc))
    last = causes[-1]
    reason = f"{type(last).__name__}: {last}" if str(last) else type(last).__name__
    if token := _token(request):  # some libraries' messages repeat a header
        reason = reason.replace(token, "***")
    return ApiConnectionError(
        f"{request.url} could not be reached ({reason}). {_next_step(request.url, causes)}",
        url=request.url,
        reason=reason,
        refused=any(isinstance(each, ConnectionRefusedError) for each in causes),
    )


def _next_step(url: str, causes: list[BaseException]) -> str:
    """Suggest what to do about a network error."""
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in causes):
        return (
            "Python does not trust the authority that signed its certificate (perhaps a firewall "
            "did): set REQUESTS_CA_BUNDLE to the file with that authority's certificate."
        )
    if "CA certificate bundle" in str(causes[-1]):
        return "Check REQUESTS_CA_BUNDLE."
    if "SOCKS" in str(causes[-1]):
        return "A SOCKS proxy needs an extra: python -m pip install 'requests[socks]'"
    if any(isinstance(each, _PROXY_ERRORS) for each in causes):
        return (
            f"The request used the proxy{_proxy(url)}: check HTTP_PROXY and HTTPS_PROXY, or "
            "add the host to NO_PROXY."
        )
    return (
        "Check the network, the address in ESI_API_URL, and whether the API is up: "
        "https://status.eveonline.com"
    )


_PROXY_ERRORS = (
    requests.exceptions.ProxyError,
    requests.exceptions.InvalidProxyURL,
    urllib3.exceptions.ProxyError,
    urllib3.exceptions.ProxySchemeUnknown,
)


def _proxy(url: str) -> str:
    """Return host and port of the proxy for an address, never its password."""
    with suppress(ValueError):
        parts = urlsplit(select_proxy(url, getproxies()) or "")
        if parts.hostname:
            return f" {parts.hostname}:{parts.port}" if parts.port else f" {parts.hostname}"
    return ""


def damage(response: Response, request: Request, *, keep: bool) -> ApiConnectionError | None:
    """Return an error if the compressed body of a response is damaged, else None.

    Decoding would notice the damage too late for a retry. `keep` keeps the decompressed body for a
    caller that decodes it next; otherwise a pull holds its pages compressed.
    """
    try:
        body = response.body  # decompresses and thereby checks it
        response.unpacked = body if keep else None
    except ValueError as exc:
        text = f"{request.url} returned status {response.status}, but its {exc}."
        return ApiConnectionError(f"{text} Is a proxy in between? Try again.", url=request.url)
    return None


def _causes(exc: BaseException) -> Iterator[BaseException]:
    """Yield a network error and its causes, the innermost last."""
    inner: BaseException | None = exc
    while inner is not None:
        yield inner
        inner = inner.__cause__ or inner.__context__


def _token(request: Request) -> str:
    return request.headers.get("authorization", "").rpartition(" ")[2]


def _response(
    request: Request, status: int, headers: Mapping[str, str], wire: bytes, reason: str | None
) -> Response:
    response = Response(
        status,
        {name.lower(): value for name, value in headers.items()},
        wire,
        reason or "",
        requests=1,
        transferred=len(wire),
    )
    token = _token(request).encode()
    if status >= 400 and token:  # its error keeps the response, and a proxy may have echoed it
        with suppress(ValueError):
            if token in response.body:
                response.wire = response.body.replace(token, b"***")
                response.headers.pop("content-encoding", None)
    return response
