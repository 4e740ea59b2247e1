"""Finding tokens, keeping them valid, and making them from what the SSO sends back."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Count, Q
from django.utils import timezone

from esi import app_settings
from esi.errors import (
    IncompleteResponseError,
    NotRefreshableTokenError,
    SsoError,
    TokenInvalidError,
)
from esi.sso import sso

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from django.http import HttpRequest

    from esi.core.sso.messages import Claims, Grant
    from esi.models import Scope, Token

logger = logging.getLogger(__name__)

# A server that is ill for three tokens in a row is ill for the rest.
_ENOUGH_FAILURES = 3


def _process_scopes(scopes: str | Iterable[str] | None) -> set[str]:
    """The names of scopes given as a text with spaces between them, or as a list."""
    if scopes is None:
        return set()
    return set(scopes.split()) if isinstance(scopes, str) else {str(scope) for scope in scopes}


def valid_since() -> datetime:
    """Tokens created (or refreshed) before this moment have expired."""
    return timezone.now() - timedelta(seconds=app_settings.ESI_TOKEN_VALID_DURATION)


class TokenQueryset(models.QuerySet["Token"]):
    """Tokens, and what one asks of many of them."""

    def get_expired(self) -> TokenQueryset:
        """Get all tokens which have expired."""
        return self.filter(created__lte=valid_since())

    def bulk_refresh(self) -> TokenQueryset:
        """Refresh all refreshable tokens; return those that were refreshed.

        An expired token is deleted when it has nothing to refresh it with or when the SSO has ended
        it. Where the SSO is ill or out of reach, tokens are kept and left out of what is returned;
        it is not asked again for the rest when it does not answer at all.
        """
        return self._these([token.pk for token, refreshed in self.refresh_each() if refreshed])

    def refresh_each(self) -> Iterator[tuple[Token, bool]]:
        """Refresh as `bulk_refresh` does; yields each token, and whether it was refreshed."""
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
                silent = isinstance(exc, SsoError) and exc.status is None
                if silent or failures >= _ENOUGH_FAILURES:
                    logger.warning("The SSO is not asked for the remaining tokens this time")
                    break
            else:
                failures = 0
                yield token, True

    def require_valid(self) -> TokenQueryset:
        """Return all tokens which are valid, after an attempt to refresh those which have expired.

        An expired token is deleted when it has nothing to refresh it with or when the SSO has ended
        it; where the SSO is ill or out of reach it is kept, and not returned.
        """
        since = valid_since()
        found = list(self.values_list("pk", "created"))
        expired = [pk for pk, created in found if created <= since]
        if not expired:
            return self.all()
        valid = [pk for pk, created in found if created > since]
        refreshed = self._these(expired).bulk_refresh().values_list("pk", flat=True)
        return self._these([*valid, *refreshed])

    def require_scopes(self, scope_string: str | Iterable[str]) -> TokenQueryset:
        """Filter tokens which have at least the given scopes.

        Args:
            scope_string: names in a text with spaces between them, or a list of names; none asks
                for the tokens that have no scope at all, as in the 5.x line.
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

    def equivalent_to(self, token: Token) -> TokenQueryset:
        """Fetch the other tokens of the same character with the same scopes.

        They belong to the same user, or to none.
        """
        return (
            self.filter(character_id=token.character_id)
            .require_scopes_exact(token.scopes.values_list("name", flat=True))
            .filter(Q(user=token.user_id) | Q(user__isnull=True))
            .exclude(pk=token.pk)
        )

    def _these(self, pks: Iterable[Any]) -> TokenQueryset:
        """Tokens by key, in this queryset's order; its filters may no longer hold for them."""
        found = type(self)(self.model, using=self.db).filter(pk__in=list(pks))
        return found.order_by(*self.query.order_by) if self.query.order_by else found

    def _links(self) -> models.QuerySet[Any]:
        return self.model.scopes.through.objects.using(self.db)


_Manager: Any = models.Manager.from_queryset(TokenQueryset)


class TokenManager(_Manager):
    """Makes tokens; beside that, everything that a `TokenQueryset` does."""

    def create_from_code(
        self, code: str, user: Any = None, *, verifier: str | None = None
    ) -> Token:
        """Exchange a code from the SSO and keep its token.

        A user who logs the same character in again with the same scopes keeps one token, which
        gets the new access, unless ESI_ALWAYS_CREATE_TOKEN is set.

        Args:
            code: what the browser brought back.
            user: the owner; None for a token that belongs to nobody yet.
            verifier: of a login with PKCE.

        Raises:
            TokenInvalidError: the code is unknown, used or too old, or its token is not ours.
            IncompleteResponseError, SsoError: the SSO is ill or out of reach.
        """
        grant = sso.exchange(code, verifier=verifier)
        claims = sso.verify(grant.access_token)
        with transaction.atomic(using=self.db):
            return self._keep(grant, claims, user)

    def create_from_request(self, request: HttpRequest) -> Token:
        """Make the token of a request that comes back from the SSO; see `create_from_code`."""
        login = request.session.get("esi_login") or {}
        user = request.user if _is_known(request) and not login.get("single_use") else None
        return self.create_from_code(
            request.GET.get("code", ""), user=user, verifier=login.get("verifier")
        )

    def _keep(self, grant: Grant, claims: Claims, user: Any) -> Token:
        token = None
        if user is not None and not app_settings.ESI_ALWAYS_CREATE_TOKEN:
            token = (
                self.get_queryset()
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
        token.take(grant)
        token.take_claims(claims)
        created = token.created
        token.save(using=self.db)
        if token.created != created:  # the field's own idea of it, right after making the row
            token.created = created
            token.save(using=self.db, update_fields=["created"])
        scopes = token.scopes.model.objects.db_manager(self.db)
        token.scopes.set(scopes.named(claims.scopes))
        return token


class ScopeManager(models.Manager["Scope"]):
    """Finds scopes, and makes those that are new."""

    def named(self, names: Iterable[str]) -> list[Scope]:
        """The scopes of these names; a new one gets its name as its description."""
        names = list(names)
        known = {scope.name: scope for scope in self.filter(name__in=names)}
        return [
            known.get(name) or self.get_or_create(name=name, defaults={"help_text": name})[0]
            for name in names
        ]


def _is_known(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated
