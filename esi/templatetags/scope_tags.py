"""Define a template filter for names of scopes: `{% load scope_tags %}`."""

from typing import Any

from django import template

from esi.models import friendly_name

register = template.Library()


@register.filter
def scope_friendly_name(scope: Any) -> str:
    """Turn `esi-location.read_ship_type.v1` (a name or a `Scope`) into `read ship type`."""
    return friendly_name(str(scope))
