"""Admin pages of tokens and scopes; they never show a token's text."""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import display_for_value
from django.utils.translation import gettext_lazy as _

from esi.models import CallbackRedirect, Scope, Token


@admin.register(Scope)
class ScopeAdmin(admin.ModelAdmin):
    """Admin of scopes."""

    list_display = ("name", "friendly_name")
    search_fields = ("name",)
    ordering = ("name",)


class _NotAdded(admin.ModelAdmin):
    def has_add_permission(self, request: Any) -> bool:  # noqa: ARG002 - Django's signature
        """Return False: a login creates the row."""
        return False


@admin.register(Token)
class TokenAdmin(_NotAdded):
    """Admin of tokens: their character, user, scopes and state."""

    list_display = ("character_name", "user", "state", "scope_count", "token_type", "created")
    list_filter = ("token_type", "sso_version", "created")
    list_select_related = ("user",)
    search_fields = ("character_name", "=character_id", "user__username", "scopes__name")
    readonly_fields = (
        "character_name",
        "character_key",
        "token_type",
        "get_scopes",
        "created",
        "expiry",
        "state",
    )
    fields = ("user", *readonly_fields)
    raw_id_fields = ("user",)
    ordering = ("character_name",)

    def get_queryset(self, request: Any) -> Any:
        """Fetch the scopes of all rows in one query, and do not load access tokens."""
        rows = super().get_queryset(request).prefetch_related("scopes")
        return rows.defer("access_token")

    @admin.display(description=_("character ID"))
    def character_key(self, token: Token) -> str:
        """Return the character's id as it is, without the site's thousand separators."""
        return str(token.character_id)

    @admin.display(description=_("scopes"))
    def scope_count(self, token: Token) -> int:
        """Return the number of scopes; their names would leave no room for other columns."""
        return len(token.scopes.all())

    @admin.display(description=_("scopes"))
    def get_scopes(self, token: Token) -> str:
        """Return the names of the scopes."""
        return ", ".join(sorted(scope.name for scope in token.scopes.all()))

    @admin.display(description=_("expires"))
    def expiry(self, token: Token) -> str:
        """Return the expiry formatted as the admin formats dates of fields."""
        return str(display_for_value(token.expires, "-"))

    @admin.display(description=_("state"))
    def state(self, token: Token) -> str:
        """Return the state of the token."""
        if not token.expired:
            return str(_("valid"))
        return str(_("refreshed when needed") if token.can_refresh else _("expired"))


@admin.register(CallbackRedirect)
class CallbackRedirectAdmin(_NotAdded):
    """Admin of pending logins, read-only and without session keys and states."""

    list_display = ("created", "url", "done")
    fields = ("created", "url", "done")
    ordering = ("-created",)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:  # noqa: ARG002
        """Return False: only the browser and the SSO change a login."""
        return False

    @admin.display(boolean=True, description=_("done"))
    def done(self, login: CallbackRedirect) -> bool:
        """Return True if the SSO has responded."""
        return login.token_id is not None
