"""Lead requests to the sandbox that apps send to the real servers by fixed addresses."""

from functools import wraps

import httpx
import requests
from requests.adapters import HTTPAdapter

HOSTS = ("https://esi.evetech.net", "https://developers.eveonline.com")  # API, static data


def install(sandbox: str) -> None:
    """Redirect what this process sends to these hosts with requests or httpx."""
    _redirect_requests(sandbox)
    _redirect_httpx(httpx.URL(sandbox))


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


def _redirect_httpx(sandbox: httpx.URL) -> None:
    handle = httpx.HTTPTransport.handle_request

    @wraps(handle)
    def redirected(transport, request):
        if str(request.url).startswith(HOSTS):
            request.url = request.url.copy_with(
                scheme=sandbox.scheme, host=sandbox.host, port=sandbox.port
            )
        return handle(transport, request)

    httpx.HTTPTransport.handle_request = redirected
