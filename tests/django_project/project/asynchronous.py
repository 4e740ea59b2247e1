"""Site of asynchronous views, for an ASGI server: its settings, views, addresses and application.

Where SITE_GATE names a file, requests to the API wait until that file is there.
"""

import asyncio
import os
import time
from contextlib import contextmanager
from pathlib import Path

import requests.adapters
from asgiref.sync import sync_to_async
from django.contrib.auth import get_user_model, login
from django.core.asgi import get_asgi_application
from django.http import JsonResponse
from django.urls import include, path

from project.settings import *  # noqa: F403

ROOT_URLCONF = __name__
ESI_SSO_CLIENT_ID = "my-site"
ESI_SSO_CLIENT_SECRET = "hush"
ESI_SSO_CALLBACK_URL = os.environ.get("SITE_URL", "") + "/sso/callback/"
ESI_SSO_METADATA_URL = ESI_API_URL + "/.well-known/oauth-authorization-server"  # noqa: F405

WALLET = "esi-wallet.read_character_wallet.v1"


class Gate(requests.adapters.HTTPAdapter):
    """Adapter of the session, whose requests wait for the gate to open."""

    def send(self, *args, **kwargs):
        while not Path(os.environ["SITE_GATE"]).exists():
            time.sleep(0.02)
        return super().send(*args, **kwargs)


def make_application():
    """Make the application, with the views that need a Django that is set up."""
    made = get_asgi_application()
    from esi import clients
    from esi.decorators import token_required, tokens_required
    from esi.openapi_clients import ESIClientProvider

    old = clients.EsiClientProvider()
    new = ESIClientProvider("2026-08-10", "my-site", "1.0")
    if "SITE_GATE" in os.environ:
        clients._engine.session.mount("http://", Gate(pool_maxsize=100))
    running = []

    @contextmanager
    def noted():
        running.append(1)
        try:
            yield
        finally:
            running.pop()

    async def idle(request):
        """Say how many views wait for the API."""
        return JsonResponse({"running": len(running)})

    async def sleep(request, seconds):
        """Wait as long as a view that calls the API, but send no request."""
        await asyncio.sleep(float(seconds))
        return JsonResponse({})

    @token_required(new=True)
    async def log_in(request, token):
        """Log in by a character."""
        users = get_user_model().objects
        user, _ = await users.aget_or_create(
            username=token.character_id, first_name=token.character_name
        )
        token.user = user
        await token.asave() if hasattr(token, "asave") else await sync_to_async(token.save)()
        backend = "django.contrib.auth.backends.ModelBackend"
        await sync_to_async(login)(request, user, backend=backend)
        return JsonResponse({"character": token.character_name})

    @tokens_required(scopes=WALLET)
    async def wallet(request, tokens):
        """Show the balances of the user's characters, by the 5.x line's client."""
        client = await old.aclient()
        balances = {}
        with noted():
            async for token in tokens:
                call = client.Wallet.get_characters_character_id_wallet(
                    character_id=token.character_id, token=token
                )
                balances[token.character_name] = await call.aresult(ignore_cache=True)
        return JsonResponse(balances)

    async def item(request, type_id):
        """Show a type's name, by the client of releases 8 to 10."""
        client = await new.client_async
        with noted():
            row = await client.Universe.GetUniverseTypesTypeId(type_id=type_id).result(
                use_etag=False
            )
        return JsonResponse({"id": row.type_id, "name": row.name})

    urlpatterns.extend([
        path("idle/", idle),
        path("sleep/<str:seconds>/", sleep),
        path("log-in/", log_in),
        path("wallet/", wallet),
        path("items/<int:type_id>/", item),
        path("sso/", include("esi.urls", namespace="esi")),
    ])  # fmt: skip
    return made


urlpatterns = []
