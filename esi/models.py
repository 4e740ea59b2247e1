"""Tokens, their scopes, and pending logins. Tables and keys are those of the 5.x line."""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import requests  # noqa: F401 - programs look it up here
from django.conf import settings
from django.db import models, router
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from requests.auth import HTTPBasicAuth  # noqa: TC002 - as above
from requests_oauthlib import OAuth2Session  # noqa: TC002

from esi import app_settings
from esi.clients import esi_client_factory
from esi.core.entry_point import entry_point
from esi.core.http.auth import AccessToken
from esi.errors import (
    IncompleteResponseError,
    NotRefreshableTokenError,
    SSOOAuthError,  # noqa: F401 - programs import it from here, as the next one
    TokenError,  # noqa: F401
    TokenExpiredError,
    TokenInvalidError,
)
from esi.fields import TokenField
from esi.managers import ScopeManager, TokenManager
from esi.renewal import renew
from esi.sso import sso

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from esi.core.sso.messages import Claims, TokenResponse
    from esi.stubs.client import EsiClient

logger = logging.getLogger(__name__)


class Scope(models.Model):
    """Access scope of the API."""

    name = models.CharField(max_length=100, unique=True, help_text=_("As the SSO names it."))
    help_text = models.TextField(help_text=_("What the SSO tells players about it."))

    objects = ScopeManager()

    def __str__(self) -> str:
        return self.name

    @property
    def friendly_name(self) -> str:
        """Name in words: `read ship type` for `esi-location.read_ship_type.v1`."""
        return friendly_name(self.name)


def friendly_name(name: str) -> str:
    """Return the middle part of a scope's name in words; a name without parts unchanged."""
    parts = name.split(".")
    return parts[1].replace("_", " ") if len(parts) > 1 else name


class Token(models.Model):
    """Access token of a character, valid for about twenty minutes, and its refresh token."""

    TOKEN_TYPE_CHARACTER, TOKEN_TYPE_CORPORATION = "character", "corporation"
    TOKEN_TYPE_CHOICES: ClassVar = [
        (TOKEN_TYPE_CHARACTER, _("Character")),
        (TOKEN_TYPE_CORPORATION, _("Corporation")),
    ]

    created = models.DateTimeField(auto_now_add=True)
    access_token: Any = TokenField(help_text=_("The access token granted by SSO."), editable=False)
    refresh_token: Any = TokenField(
        blank=True,
        null=True,
        default=None,
        editable=False,
        help_text=_("A re-usable token to generate new access tokens upon expiry."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        blank=True,
        null=True,
        help_text=_("The user to whom this token belongs."),
    )
    character_id = models.IntegerField(
        db_index=True, help_text=_("The ID of the EVE character who authenticated by SSO.")
    )
    character_name = models.CharField(
        max_length=100,
        db_index=True,
        help_text=_("The name of the EVE character who authenticated by SSO."),
    )
    token_type = models.CharField(
        max_length=100,
        choices=TOKEN_TYPE_CHOICES,
        default=TOKEN_TYPE_CHARACTER,
        help_text=_("The applicable range of the token."),
    )
    character_owner_hash = models.CharField(
        max_length=254,
        db_index=True,
        help_text=_(
            "The unique string identifying this character and its owning EVE account. Changes if "
            "the owning account changes."
        ),
    )
    scopes = models.ManyToManyField(
        Scope, blank=True, help_text=_("The access scopes granted by this token.")
    )
    sso_version = models.IntegerField(default=2, help_text=_("EVE SSO Version."))

    objects = TokenManager()

    def __str__(self) -> str:
        names: list[str] = sorted(scope.name for scope in self.scopes.all()) if self.pk else []
        return f"{self.character_name} - {', '.join(names)}"

    def __repr__(self) -> str:
        return f"<Token(id={self.pk}): {self.character_id}, {self.character_name}>"

    # State

    @property
    def can_refresh(self) -> bool:
        """True if this token can be refreshed."""
        return bool(self.refresh_token)

    @property
    def expires(self) -> datetime:
        """Date and time when this token expires."""
        expires: datetime = self.created + timedelta(seconds=app_settings.ESI_TOKEN_VALID_DURATION)
        return expires

    @property
    def expired(self) -> bool:
        """True if this token has expired."""
        return bool(self.expires <= timezone.now())

    # Use

    @entry_point
    def valid_access_token(self) -> str:
        """Return the access token, refreshed first if it has expired.

        Raises:
            TokenExpiredError: the token has expired and has no refresh token.
            TokenInvalidError: the SSO has ended the token: log the character in again.
            IncompleteResponseError, SsoError: the SSO failed or is unreachable: try again later.
        """
        if self.expired:
            if not self.can_refresh:
                raise TokenExpiredError(
                    f"{self!r} has expired and has no refresh token: log the character in again."
                )
            self.refresh()
        return AccessToken(self.access_token, self.character_id)

    @entry_point
    def refresh(
        self, session: OAuth2Session | None = None, auth: HTTPBasicAuth | None = None
    ) -> None:
        """Refresh this token, unless another worker has just done so.

        Args:
            session: an `OAuth2Session` to use for the request.
            auth: authentication; client id and secret of the settings by default.

        Raises:
            NotRefreshableTokenError: the token has no refresh token.
            TokenInvalidError: the SSO has ended the token, or the character has another owner.
            IncompleteResponseError, SsoError: the SSO failed or is unreachable; the token is kept.
        """
        renew(self, session, auth)

    def refresh_or_delete(self) -> None:
        """Refresh this token, or delete it if it can never be refreshed again.

        If the SSO fails or is unreachable, the token is kept and a warning is logged.
        """
        try:
            self.refresh()
        except TokenInvalidError as exc:
            self._end(str(exc))
        except NotRefreshableTokenError as exc:
            self.end_if_expired(str(exc))
        except IncompleteResponseError as exc:
            logger.warning("%r was not refreshed and was kept: %s", self, exc)

    def get_esi_client(self, **kwargs: Any) -> EsiClient:
        """Create an API client that uses this token.

        Args:
            kwargs: as for `esi.clients.esi_client_factory`.
        """
        return esi_client_factory(token=self, **kwargs)

    @classmethod
    def get_token_data(cls, access_token: str) -> dict[str, Any] | None:
        """Return the claims of a valid access token; see `TokenManager.validate_access_token`."""
        found: dict[str, Any] | None = cls.objects.validate_access_token(access_token)
        return found

    @classmethod
    def get_token(cls, character_id: int, scopes: str | Iterable[str]) -> Token | Literal[False]:
        """Get a valid token for a character that has the scopes.

        Returns:
            The token, or False if there is none.
        """
        token: Token | None = (
            cls.objects.filter(character_id=character_id)
            .require_scopes(scopes)
            .require_valid()
            .first()
        )
        return token or False

    @entry_point
    def update_token_data(self, commit: bool = True) -> None:
        """Set character, owner and scopes from the claims of the access token.

        Args:
            commit: save the token, too.

        Raises:
            TokenInvalidError: the access token is of another application, or has expired.
            TokenExpiredError: the token has expired and cannot be refreshed.
            IncompleteResponseError, SsoError: the SSO failed or is unreachable.
        """
        claims = sso.verify(self.valid_access_token())
        self.character_id = claims.character_id
        self.set_claims(claims)
        if commit:
            self.save()
            self.scopes.set(Scope.objects.named(claims.scopes))

    # Responses of the SSO

    def set_tokens(self, tokens: TokenResponse) -> None:
        """Set the tokens of a response without saving."""
        self.access_token = tokens.access_token
        if tokens.refresh_token is not None:
            self.refresh_token = tokens.refresh_token
        self.sso_version = 2
        # A token that lives less than usual counts as older.
        usual = app_settings.ESI_TOKEN_VALID_DURATION
        self.created = timezone.now() - timedelta(seconds=max(usual - tokens.expires_in, 0))

    def set_claims(self, claims: Claims) -> None:
        """Set the claims of an access token, except the scopes, without saving."""
        self.character_name = claims.name
        self.character_owner_hash = claims.owner

    def set_expired(self) -> None:
        """Mark the access token as expired without saving."""
        self.created = timezone.now() - timedelta(seconds=app_settings.ESI_TOKEN_VALID_DURATION + 1)

    def copy_from(self, row: Token) -> None:
        """Copy the tokens and claims of a newer object of the same row."""
        for name in (
            "access_token",
            "refresh_token",
            "created",
            "sso_version",
            "character_name",
            "character_owner_hash",
        ):
            setattr(self, name, getattr(row, name))

    def end_if_expired(self, reason: str) -> None:
        """Delete this token if it has expired."""
        if self.expired:
            self._end(reason)

    def _end(self, reason: str) -> None:
        """Delete this token, unless another worker has refreshed it meanwhile."""
        rows = type(self).objects.using(router.db_for_write(type(self), instance=self))
        same = rows.filter(
            pk=self.pk, access_token=self.access_token, refresh_token=self.refresh_token
        )
        deleted, _rows = same.delete()
        if deleted:
            logger.info("%r was deleted: %s", self, reason)
            self.pk: Any = None


class CallbackRedirect(models.Model):
    """Pending login: the browser session that started it, and where it continues afterwards."""

    session_key = models.CharField(
        max_length=254, unique=True, help_text=_("The browser session that began the login.")
    )
    url = models.TextField(default="/", help_text=_("Where to go on when the login is done."))
    state = models.CharField(max_length=128, help_text=_("What the SSO must send back."))
    created = models.DateTimeField(auto_now_add=True)
    token = models.ForeignKey(
        Token,
        on_delete=models.CASCADE,
        blank=True,
        null=True,
        help_text=_("What the login brought."),
    )

    def __str__(self) -> str:
        return f"{self._short_key()}: {self.url}"

    def __repr__(self) -> str:
        return f"<CallbackRedirect(pk={self.pk}): {self._short_key()} to {self.url}>"

    def _short_key(self) -> str:
        """Return the beginning of the session's key: the whole key gives access to the session."""
        return self.session_key if len(self.session_key) <= 8 else f"{self.session_key[:8]}…"
