"""Typed uses of decorators and settings. Type checkers read this; nothing runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse  # pyright: ignore[reportMissingTypeStubs]

from esi.decorators import single_use_token, token_required, tokens_required

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.managers import TokenQueryset
    from esi.models import Token


@token_required(scopes="esi-wallet.read_character_wallet.v1")
def wallet(request: HttpRequest, token: Token, division: int) -> HttpResponse:
    """Show a wallet."""
    return HttpResponse(f"{request.path} {token.pk} {division}".encode())


@tokens_required(scopes=["a", "b"])
def wallets(request: HttpRequest, tokens: TokenQueryset) -> HttpResponse:
    """Show all wallets."""
    return HttpResponse(f"{request.path} {tokens.count()}".encode())


@single_use_token()
async def once(request: HttpRequest, token: Token) -> HttpResponse:
    """Show a character."""
    return HttpResponse(f"{request.path} {token.pk}".encode())


def called(request: HttpRequest) -> None:
    """Call views as urls.py does: without the token, which the decorator passes."""
    shown: Callable[[HttpRequest, int], HttpResponse] = wallet
    shown(request, 1)
    wallet(request, division=1)
    wallets(request)


async def awaited(request: HttpRequest) -> HttpResponse:
    """Await a view."""
    return await once(request)
