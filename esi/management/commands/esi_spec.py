"""Refresh the cached API document, or save it to a file: `manage.py esi_spec`."""

import json
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.core.management.base import BaseCommand, CommandError, CommandParser

from esi import app_settings, clients
from esi.app_settings import SettingsConfig
from esi.core.client.client import document_of
from esi.core.client.factory import make_client
from esi.core.engine.engine import Engine
from esi.errors import DjangoEsiException


class _ExpiredSpec(SettingsConfig):
    """Settings of the site, except that every cached document has expired."""

    spec_cache_duration = 0


class Command(BaseCommand):
    """Fetch the API's document."""

    help = (
        "Refresh the cached API document, so that clients start faster. With FILE, also save it "
        "there, for the spec_file= of a client."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        parser.add_argument("file", nargs="?", metavar="FILE", help="where to save the document")
        parser.add_argument(
            "--date", metavar="YYYY-MM-DD", help="compatibility date (default: the site's)"
        )

    def handle(self, **options: Any) -> None:
        """Run the command."""
        config: Any = _ExpiredSpec(lambda: app_settings)
        engine = Engine(lambda: config, cache)
        try:
            client = make_client(
                engine,
                user_agent=clients._user_agent(),  # noqa: SLF001 - the site's own
                compatibility_date=options["date"],
            )
            document = document_of(client)
        except (DjangoEsiException, OSError) as exc:
            raise CommandError(str(exc)) from exc
        finally:
            engine.close()
        self.stdout.write(f"{len(document['paths'])} paths from {app_settings.ESI_API_URL}")
        if options["file"]:
            try:
                Path(options["file"]).write_text(json.dumps(document, indent=1), encoding="utf-8")
            except OSError as exc:
                reason = exc.strerror or exc
                raise CommandError(f"{options['file']} cannot be written ({reason}).") from exc
            self.stdout.write(f"Saved to {options['file']}")
