"""Redirect requests from the fixed addresses of the real servers to the sandbox."""

from functools import wraps
from importlib import import_module
from importlib.util import find_spec

import requests
from requests.adapters import HTTPAdapter

# API, static data, and the single sign-on, whose address is fixed in django-esi.
HOSTS = (
    "https://esi.evetech.net",
    "https://developers.eveonline.com",
    "https://login.eveonline.com",
)


def install(sandbox: str) -> None:
    """Redirect requests of this process to these hosts, sent with requests, httpx or httpx2."""
    _redirect_requests(sandbox)
    for name in ("httpx", "httpx2"):
        if find_spec(name):
            _redirect_httpx(import_module(name), sandbox)


def _redirect_requests(sandbox: str) -> None:
    initialise = requests.Session.__init__

    class ToSandbox(HTTPAdapter):
        def send(self, request, **options):
            request.url = sandbox + request.path_url
            return super().send(request, **options)

    @wraps(initialise)
    def with_redirect(session):
        initialise(session)
        for host in HOSTS:
            session.mount(host, ToSandbox())

    requests.Session.__init__ = with_redirect


def _redirect_httpx(httpx, sandbox: str) -> None:
    handle = httpx.HTTPTransport.handle_request
    target = httpx.URL(sandbox)

    @wraps(handle)
    def redirected(transport, request):
        if str(request.url).startswith(HOSTS):
            request.url = request.url.copy_with(
                scheme=target.scheme, host=target.host, port=target.port
            )
        return handle(transport, request)

    httpx.HTTPTransport.handle_request = redirected
