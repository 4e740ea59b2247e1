"""Lead requests to the sandbox that apps send to the API by a fixed address."""

from functools import wraps

import requests
from requests.adapters import HTTPAdapter

API = "https://esi.evetech.net"


def install(sandbox: str) -> None:
    """Redirect what every new session of requests sends to the API."""
    initialise = requests.Session.__init__

    class ToSandbox(HTTPAdapter):
        def send(self, request, **options):
            request.url = sandbox + request.path_url
            return super().send(request, **options)

    @wraps(initialise)
    def with_redirect(session):
        initialise(session)
        session.mount(API, ToSandbox())

    requests.Session.__init__ = with_redirect
