"""Django app `esi`."""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import contextlib
import logging
from typing import Any

from django.apps import AppConfig
from django.core.management import CommandError
from django.db.models.signals import pre_migrate

from esi import app_settings


class EsiConfig(AppConfig):
    """App for EVE Online's ESI API."""

    name = "esi"
    label = "esi"
    verbose_name = "EVE Swagger Interface"
    default_auto_field = "django.db.models.AutoField"  # the 5.x line's keys, whatever the site's

    def ready(self) -> None:
        """Register the system checks and the guard of `migrate`; set the log level of libraries."""
        for library in ("bravado", "bravado_core", "urllib3"):
            # A system check reports an invalid level; a traceback here would keep it from running.
            with contextlib.suppress(ValueError, TypeError):
                logging.getLogger(library).setLevel(app_settings.ESI_LOG_LEVEL_LIBRARIES)
        from esi import checks  # noqa: F401, PLC0415 - importing registers them

        pre_migrate.connect(_stop_partly_migrated, sender=self, dispatch_uid="esi.half_migrated")


def _stop_partly_migrated(using: str, **_kwargs: Any) -> None:
    """Stop `migrate` on a partly migrated database, even if it runs without checks."""
    from esi.checks import partly_migrated  # noqa: PLC0415

    for error in partly_migrated(using):
        raise CommandError(f"{error.msg} {error.hint}")
