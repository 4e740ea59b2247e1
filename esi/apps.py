"""The Django app `esi`."""

from django.apps import AppConfig


class EsiConfig(AppConfig):
    """EVE Online's ESI API."""

    name = "esi"
    label = "esi"
    verbose_name = "EVE Swagger Interface"
    default_auto_field = "django.db.models.AutoField"  # the 5.x line's keys, whatever the site's
