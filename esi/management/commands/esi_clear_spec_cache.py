"""Delete the stored API documents: `manage.py esi_clear_spec_cache`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from esi import clients
from esi.core.openapi.load import clear_documents


class Command(BaseCommand):
    """Delete the stored API documents; the next client fetches its own anew."""

    help = (
        "Delete the stored documents of the API, so that each client that is built from now on "
        "fetches its document again. Processes that run keep their clients: restart them."
    )

    def handle(self, **_options: Any) -> None:
        """Run the command."""
        try:
            deleted = clear_documents(clients._engine)  # noqa: SLF001 - the site's own
        except OSError as exc:
            reason = exc.strerror or exc
            raise CommandError(f"{exc.filename} cannot be deleted ({reason}).") from exc
        self.stdout.write(f"Stored API documents: {deleted} deleted.")
