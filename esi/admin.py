"""Tokens and scopes in the admin; no token's text is shown, and none is made by hand."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import display_for_value
from django.utils.translation import gettext_lazy as _

from esi.models import CallbackRedirect, Scope, Token


@admin.register(Scope)
class ScopeAdmin(admin.ModelAdmin):
    """Scopes."""

    list_display = ("name", "friendly_name")
    search_fields = ("name",)
    ordering = ("name",)


@admin.register(Token)
class TokenAdmin(admin.ModelAdmin):
    """Tokens: whose they are and what for, never what they are."""

    list_display = ("character_name", "user", "state", "scopes_counted", "token_type", "created")
    list_filter = ("token_type", "sso_version", "created")
    list_select_related = ("user",)
    search_fields = ("character_name", "=character_id", "user__username", "scopes__name")
    fields = (
        "user",
        ("character_name", "character_id"),
        "token_type",
        "scopes_shown",
        "created",
        "expires_shown",
        "state",
    )
    readonly_fields = (
        "character_name",
        "character_id",
        "token_type",
        "scopes_shown",
        "created",
        "expires_shown",
        "state",
    )
    raw_id_fields = ("user",)
    ordering = ("character_name",)

    def get_queryset(self, request: Any) -> Any:
        """One query for the scopes of all rows; the tokens' texts are not even loaded."""
        rows = super().get_queryset(request).prefetch_related("scopes")
        return rows.defer("access_token")

    def has_add_permission(self, request: Any) -> bool:  # noqa: ARG002 - Django's signature
        """Tokens come from the SSO."""
        return False

    @admin.display(description=_("scopes"))
    def scopes_counted(self, token: Token) -> int:
        """How many there are: the names of twenty would leave no room for the other columns."""
        return len(token.scopes.all())

    @admin.display(description=_("scopes"))
    def scopes_shown(self, token: Token) -> str:
        """Names of the scopes, one in a line."""
        return "\n".join(sorted(scope.name for scope in token.scopes.all())) or "-"

    @admin.display(description=_("expires"))
    def expires_shown(self, token: Token) -> str:
        """As the admin shows times: of a property it would show the plain text."""
        return str(display_for_value(token.expires, "-"))

    @admin.display(description=_("state"))
    def state(self, token: Token) -> str:
        """Whether the token can be used."""
        if not token.expired:
            return str(_("valid"))
        return str(_("refreshed when needed") if token.can_refresh else _("expired"))


@admin.register(CallbackRedirect)
class CallbackRedirectAdmin(admin.ModelAdmin):
    """Logins under way; session keys and states stay out of sight, and nothing can be changed."""

    list_display = ("created", "url", "done")
    fields = ("created", "url", "done")
    ordering = ("-created",)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:  # noqa: ARG002
        """What a login is about is the browser's and the SSO's."""
        return False

    def has_add_permission(self, request: Any) -> bool:  # noqa: ARG002 - Django's signature
        """A login begins in a browser."""
        return False

    @admin.display(boolean=True, description=_("done"))
    def done(self, login: CallbackRedirect) -> bool:
        """Whether the SSO has answered."""
        return login.token_id is not None
