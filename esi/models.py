"""Tokens, their scopes, and logins under way. Tables and keys are those of the 5.x line."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from esi import app_settings
from esi.core.http.auth import AccessToken
from esi.errors import (
    IncompleteResponseError,
    NotRefreshableTokenError,
    TokenExpiredError,
    TokenInvalidError,
)
from esi.managers import ScopeManager, TokenManager
from esi.renewal import renew
from esi.sso import sso

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from requests.auth import HTTPBasicAuth
    from requests_oauthlib import OAuth2Session

    from esi.core.client.client import SwaggerClient
    from esi.core.sso.messages import Claims, Grant

logger = logging.getLogger(__name__)


class Scope(models.Model):
    """An access scope of the API."""

    name = models.CharField(max_length=100, unique=True, help_text=_("As the SSO names it."))
    help_text = models.TextField(help_text=_("What the SSO tells players about it."))

    objects = ScopeManager()

    def __str__(self) -> str:
        return self.name

    @property
    def friendly_name(self) -> str:
        """`esi-location.read_ship_type.v1` reads as `read ship type`."""
        return friendly_name(self.name)


def friendly_name(name: str) -> str:
    """The middle part of a scope's name, in words; a name without parts as it is."""
    parts = name.split(".")
    return (parts[1] if len(parts) > 1 else name).replace("_", " ").strip()


class Token(models.Model):
    """What a character has allowed, and the keys to it.

    Its access token works for about twenty minutes and is renewed with its refresh token.
    """

    CHARACTER, CORPORATION = "character", "corporation"
    TOKEN_TYPES: ClassVar = [(CHARACTER, _("Character")), (CORPORATION, _("Corporation"))]

    # What a grant of the SSO sets, and what the claims in its access token do.
    GRANTED: ClassVar = ["access_token", "refresh_token", "created", "sso_version"]
    CLAIMED: ClassVar = ["character_name", "character_owner_hash"]

    created = models.DateTimeField(auto_now_add=True)
    access_token = models.TextField(help_text=_("The access token granted by SSO."), editable=False)
    refresh_token = models.TextField(  # noqa: DJ001 - the 5.x line's column
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
        choices=TOKEN_TYPES,
        default=CHARACTER,
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

    # Its state

    @property
    def can_refresh(self) -> bool:
        """Whether this token can be refreshed upon expiry."""
        return bool(self.refresh_token)

    @property
    def expires(self) -> datetime:
        """Date and time when this token expires."""
        found: datetime = self.created + timedelta(seconds=app_settings.ESI_TOKEN_VALID_DURATION)
        return found

    @property
    def expired(self) -> bool:
        """Whether this token has expired."""
        return bool(self.expires <= timezone.now())

    # Using it

    def valid_access_token(self) -> str:
        """Return the access token, refreshed where it has expired.

        Raises:
            TokenExpiredError: it has expired and has no refresh token.
            TokenInvalidError: the SSO has ended it: log the character in again.
            IncompleteResponseError, SsoError: the SSO is ill or out of reach: try again later.
        """
        if self.expired:
            if not self.can_refresh:
                raise TokenExpiredError(
                    f"{self!r} has expired and has no refresh token: log the character in again."
                )
            self.refresh()
        return AccessToken(self.access_token, self.character_id)

    def refresh(
        self, session: OAuth2Session | None = None, auth: HTTPBasicAuth | None = None
    ) -> None:
        """Refresh this token, or take over what another worker has just refreshed.

        Args:
            session: an `OAuth2Session` to do it with.
            auth: what to authenticate with; client id and secret of the settings by default.

        Raises:
            NotRefreshableTokenError: it has no refresh token.
            TokenInvalidError: the SSO has ended it, or the character has another owner.
            IncompleteResponseError, SsoError: the SSO is ill or out of reach; the token is kept.
        """
        renew(self, session, auth)

    def refresh_or_delete(self) -> None:
        """Refresh this token, or delete it if the SSO has ended it or nothing can renew it.

        Where the SSO is ill or out of reach the token is kept; a log entry says so.
        """
        try:
            self.refresh()
        except TokenInvalidError as exc:
            self._end(str(exc))
        except NotRefreshableTokenError as exc:
            self.end_if_expired(str(exc))
        except IncompleteResponseError as exc:
            logger.warning("%r was kept although it was not refreshed: %s", self, exc)

    def get_esi_client(self, **kwargs: Any) -> SwaggerClient:
        """Create an API client that uses this token.

        Args:
            kwargs: as for `esi.clients.esi_client_factory`.
        """
        from esi.clients import esi_client_factory  # noqa: PLC0415 - most uses of models need none

        return esi_client_factory(token=self, **kwargs)

    @classmethod
    def get_token(cls, character_id: int, scopes: str | Iterable[str]) -> Token | bool:
        """Get a valid token for a character that has the scopes.

        Returns:
            The token, or False where there is none.
        """
        found: Token | None = (
            cls.objects.filter(character_id=character_id)
            .require_scopes(scopes)
            .require_valid()
            .first()
        )
        return found or False

    def update_token_data(self, commit: bool = True) -> None:
        """Set character, owner and scopes to what the access token says.

        Args:
            commit: save it too.

        Raises:
            TokenInvalidError: the access token is not one of this application, or has expired.
            TokenExpiredError: it has expired and cannot be refreshed.
            IncompleteResponseError, SsoError: the SSO is ill or out of reach.
        """
        claims = sso.verify(self.valid_access_token())
        self.character_id = claims.character_id
        self.take_claims(claims)
        if commit:
            self.save()
            self.scopes.set(Scope.objects.named(claims.scopes))

    # What the SSO sent

    def take(self, grant: Grant) -> None:
        """Set what a grant brings; nothing is saved."""
        self.access_token = str(grant.access_token)
        if grant.refresh_token is not None:
            self.refresh_token = str(grant.refresh_token)
        self.sso_version = 2
        self.created = timezone.now()
        # One that lives less than usual counts as older.
        usual = app_settings.ESI_TOKEN_VALID_DURATION
        if grant.expires_in < usual:
            self.created -= timedelta(seconds=usual - grant.expires_in)

    def take_claims(self, claims: Claims) -> None:
        """Set what the claims of an access token say, but for the scopes; nothing is saved."""
        self.character_name = claims.name
        self.character_owner_hash = claims.owner

    def expire(self) -> None:
        """Count as expired; nothing is saved."""
        self.created = timezone.now() - timedelta(seconds=app_settings.ESI_TOKEN_VALID_DURATION + 1)

    def end_if_expired(self, why: str) -> None:
        """Delete this token if it has expired."""
        if self.expired:
            self._end(why)

    def _end(self, why: str) -> None:
        """Delete this token, unless another worker has renewed it meanwhile."""
        same = (
            type(self)
            .objects.using(self._state.db)
            .filter(pk=self.pk, access_token=self.access_token, refresh_token=self.refresh_token)
        )
        deleted, _rows = same.delete()
        if deleted:
            logger.info("%r was deleted: %s", self, why)
            self.pk: Any = None


class CallbackRedirect(models.Model):
    """A login under way: the session that began it, and where to go on when it is done."""

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
        return f"Login for {self.url}"

    def __repr__(self) -> str:
        return f"<CallbackRedirect(pk={self.pk}) to {self.url}>"
