"""Find tokens, keep them valid, and create them from the SSO's responses."""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import requests  # noqa: F401 - programs look it up here, as other unused names
from django.db import DatabaseError, models, router, transaction
from django.db.models import Count, Q
from django.utils import timezone
from requests_oauthlib import OAuth2Session  # noqa: F401

from esi import app_settings
from esi.core.entry_point import entry_point
from esi.errors import (
    IncompleteResponseError,
    NotRefreshableTokenError,
    SsoError,
    SSOUnavailableError,  # noqa: F401
    TokenError,  # noqa: F401
    TokenInvalidError,
)
from esi.sso import sso

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from django.http import HttpRequest

    from esi.core.sso.messages import Claims, TokenResponse

logger = logging.getLogger(__name__)

# After so many failures in a row, assume that the SSO fails for the rest, too.
_MAX_FAILURES = 3


def _process_scopes(scopes: str | Iterable[str] | None) -> set[str]:
    """Return the names of scopes, given as space-separated text or as a list."""
    if scopes is None:
        return set()
    return set(scopes.split()) if isinstance(scopes, str) else {str(scope) for scope in scopes}


def valid_since() -> datetime:
    """Return the time before which tokens created (or refreshed) have expired."""
    return timezone.now() - timedelta(seconds=app_settings.ESI_TOKEN_VALID_DURATION)


class TokenQueryset(models.QuerySet[Any]):
    """Set of tokens."""

    def get_expired(self) -> TokenQueryset:
        """Get all tokens which have expired."""
        return self.filter(created__lte=valid_since())

    def get_orphaned(self) -> TokenQueryset:
        """Get expired tokens of no user, such as those of `single_use_token` that were used."""
        return self.get_expired().filter(user__isnull=True)

    def bulk_refresh(self) -> TokenQueryset:
        """Refresh all refreshable tokens; return those that were refreshed.

        An expired token is deleted if it has no refresh token, or if the SSO has ended it. If the
        SSO fails or is unreachable, tokens are kept and not returned; if it does not respond at
        all, the remaining tokens are not tried.
        """
        return self._by_keys([token.pk for token, refreshed in self.refresh_each() if refreshed])

    def refresh_each(self) -> Iterator[tuple[Any, bool]]:
        """Refresh as `bulk_refresh` does; yield each token, and True if it was refreshed."""
        failures = 0
        for token in self.all():
            try:
                token.refresh()
            except (NotRefreshableTokenError, TokenInvalidError) as exc:
                failures = 0
                token.end_if_expired(str(exc))
                yield token, False
            except IncompleteResponseError as exc:
                failures += 1
                logger.warning("%r was not refreshed: %s", token, exc)
                yield token, False
                no_response = isinstance(exc, SsoError) and exc.status is None
                if no_response or failures >= _MAX_FAILURES:
                    logger.warning("The SSO is failing; the remaining tokens are not tried now")
                    break
            else:
                failures = 0
                yield token, True

    def require_valid(self) -> TokenQueryset:
        """Return all valid tokens, after refreshing those that have expired.

        An expired token is deleted if it has no refresh token, or if the SSO has ended it. If the
        SSO fails or is unreachable, the token is kept and not returned.
        """
        since = valid_since()
        found = list(self.values_list("pk", "created"))
        expired = [pk for pk, created in found if created <= since]
        if not expired:
            return self.all()
        valid = [pk for pk, created in found if created > since]
        refreshed = self._by_keys(expired).bulk_refresh().values_list("pk", flat=True)
        return self._by_keys([*valid, *refreshed])

    def require_scopes(self, scope_string: str | Iterable[str]) -> TokenQueryset:
        """Filter tokens which have at least the given scopes.

        Args:
            scope_string: space-separated names, or a list of names; without any, only tokens that
                have no scope at all are returned, as in the 5.x line.
        """
        names = _process_scopes(scope_string)
        if not names:
            return self.filter(scopes__isnull=True)
        # One subquery for any number of scopes: MariaDB joins at most 61 tables.
        having = (
            self._links()
            .filter(scope__name__in=names)
            .values("token_id")
            .annotate(found=Count("pk"))
            .filter(found=len(names))
            .values("token_id")
        )
        return self.filter(pk__in=having)

    def require_scopes_exact(self, scope_string: str | Iterable[str]) -> TokenQueryset:
        """Filter tokens which have the given scopes and no others."""
        names = _process_scopes(scope_string)
        others = self._links().exclude(scope__name__in=names).values("token_id")
        return self.require_scopes(names).exclude(pk__in=others)

    def equivalent_to(self, token: Any) -> TokenQueryset:
        """Return the other tokens of the same character, scopes and user (or of no user)."""
        return (
            self.filter(character_id=token.character_id)
            .require_scopes_exact(token.scopes.values_list("name", flat=True))
            .filter(Q(user=token.user_id) | Q(user__isnull=True))
            .exclude(pk=token.pk)
        )

    def _by_keys(self, pks: Iterable[Any]) -> TokenQueryset:
        """Return tokens by key in this queryset's order; they may no longer match its filters."""
        found = type(self)(self.model, using=self.db).filter(pk__in=list(pks))
        return found.order_by(*self.query.order_by) if self.query.order_by else found

    def _links(self) -> models.QuerySet[Any]:
        return self.model.scopes.through.objects.using(self.db)


_Manager: Any = models.Manager.from_queryset(TokenQueryset)


class TokenManager(_Manager):
    """Manager that creates tokens, with all methods of `TokenQueryset`."""

    @entry_point
    def create_from_code(self, code: str, user: Any = None, *, verifier: str | None = None) -> Any:
        """Exchange an authorization code of the SSO and store its token.

        If a user logs the same character in again with the same scopes, their existing token is
        updated, unless ESI_ALWAYS_CREATE_TOKEN is set.

        Args:
            code: the authorization code.
            user: the owner; None for a token without owner.
            verifier: the verifier of a login with PKCE.

        Raises:
            TokenInvalidError: the code is unknown, used or too old, or its token is not accepted.
            IncompleteResponseError, SsoError: the SSO or the database failed.
        """
        tokens = sso.exchange(code, verifier=verifier)
        claims = sso.verify(tokens.access_token, is_new=True)
        alias = router.db_for_write(self.model)
        try:
            with transaction.atomic(using=alias):
                return self._store(tokens, claims, user, alias)
        except DatabaseError as exc:
            reason = type(exc).__name__  # its text and frames may contain the tokens
        raise IncompleteResponseError(
            f"The token of {claims.name} could not be stored: the database failed ({reason}). Log "
            "the character in again."
        )

    @entry_point
    def validate_access_token(self, token: str) -> dict[str, Any] | None:
        """Return the claims of a valid access token, with `character_id` and `token_type`.

        Returns:
            The claims, or None if the token has expired, is forged or of another application.

        Raises:
            SsoError: the SSO's keys are needed and it is unreachable.
        """
        try:
            claims = sso.verify(token)
        except TokenInvalidError as exc:
            logger.warning("%s", exc)
            return None
        return {
            **claims.raw,
            "character_id": claims.character_id,
            "token_type": self.model.TOKEN_TYPE_CHARACTER,
        }

    def create_from_request(self, request: HttpRequest) -> Any:
        """Create the token of a request to the callback; see `create_from_code`."""
        login = request.session.get("esi_login") or {}
        user = request.user if _is_authenticated(request) and not login.get("single_use") else None
        return self.create_from_code(
            request.GET.get("code", ""), user=user, verifier=login.get("verifier")
        )

    def _store(self, tokens: TokenResponse, claims: Claims, user: Any, alias: str) -> Any:
        token = None
        if user is not None and not app_settings.ESI_ALWAYS_CREATE_TOKEN:
            token = (
                self.using(alias)
                .filter(
                    user=user,
                    character_id=claims.character_id,
                    character_owner_hash=claims.owner,
                )
                .require_scopes_exact(claims.scopes)
                .select_for_update()
                .order_by("-pk")
                .first()
            )
        if token is None:
            token = self.model(user=user, character_id=claims.character_id)
        token.set_tokens(tokens)
        token.set_claims(claims)
        created = token.created
        token.save(using=alias)
        if token.created != created:  # auto_now_add has replaced it
            token.created = created
            token.save(using=alias, update_fields=["created"])
        token.scopes.set(token.scopes.model.objects.named(claims.scopes))
        return token


class ScopeManager(models.Manager[Any]):
    """Manager that creates missing scopes."""

    def create(self, **values: Any) -> Any:
        """Create a scope; if one has this name, give it the other values and return it.

        New databases contain twenty scopes, as in the 5.x line. Release 10 leaves the table empty,
        and tests of apps create those scopes.
        """
        name = values.pop("name", "")
        # Search all scopes: the queryset of `token.scopes` has those of that token only.
        scopes = models.QuerySet(self.model, using=self._db)
        return scopes.update_or_create(name=name, defaults=values)[0]

    def named(self, names: Iterable[str]) -> list[Any]:
        """Return the scopes of these names; a new one gets its name as its description."""
        names, scopes = list(names), self.using(router.db_for_write(self.model))
        known = {scope.name: scope for scope in scopes.filter(name__in=names)}
        return [
            known.get(name) or scopes.get_or_create(name=name, defaults={"help_text": name})[0]
            for name in names
        ]


def _is_authenticated(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated
