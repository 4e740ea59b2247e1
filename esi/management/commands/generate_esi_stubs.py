"""Write types of the API's client for type checkers: `manage.py generate_esi_stubs`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from esi import app_settings, clients
from esi.core.client.bravado_http import HttpClient
from esi.core.openapi.load import described_date, fetch_document, read_document
from esi.core.stubs.files import render, site_packages
from esi.errors import DjangoEsiException


class Command(BaseCommand):
    """Write the types of operations, parameters and rows to stub files."""

    help = (
        "Write the types of the API's operations, parameters and rows to stub files, so that "
        "editors and type checkers know the clients of both dialects."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--output",
            metavar="DIR",
            help="folder of the stubs, such as `typings`; default: site-packages",
        )
        parser.add_argument(
            "--compatibility_date", metavar="YYYY-MM-DD", help="default: the site's"
        )
        parser.add_argument("--spec_file", metavar="FILE", help="document to use, not the API's")

    def handle(self, **options: Any) -> None:
        """Run the command."""
        date = options["compatibility_date"] or app_settings.ESI_COMPATIBILITY_DATE
        folder = Path(options["output"]) if options["output"] else site_packages()
        try:
            if options["spec_file"]:
                document = read_document(options["spec_file"])
                date = described_date(document, date)
            else:
                document, date = _api_document(date)
            stubs = render(document, date)
        except (DjangoEsiException, OSError) as exc:
            raise CommandError(str(exc)) from exc
        try:
            stubs.write(folder)
        except OSError as exc:
            raise CommandError(
                f"{exc.filename or folder} cannot be written ({exc.strerror or exc}). Choose "
                "another folder: --output DIR."
            ) from exc
        self.stdout.write(f"Wrote the types of {stubs.operations} operations at {date} to {folder}")


def _api_document(date: str) -> tuple[dict[str, Any], str]:
    """Fetch the document of a compatibility date; return it with the date that it describes."""
    client = HttpClient(
        clients._engine,  # noqa: SLF001 - the site's own
        clients.CachingHttpFuture,
        user_agent=clients._user_agent(),  # noqa: SLF001 - the site's own
        compatibility_date=date,
    )
    return fetch_document(client.engine, client.headers())
