"""Write types of the API's client for type checkers: `manage.py generate_esi_stubs`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from esi import app_settings, clients, stubs
from esi.core.atomic_write import atomic_write
from esi.core.client.bravado_http import HttpClient
from esi.core.openapi.load import fetch_document, read_document
from esi.core.openapi.stubs import render
from esi.errors import DjangoEsiException


class Command(BaseCommand):
    """Write the types of operations, parameters and rows to a stub file."""

    help = (
        "Write the types of the API's operations and rows to a stub file, so that editors and type "
        "checkers know what `from esi.stubs import ...` means."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        parser.add_argument("--output", metavar="FILE", help="default: stubs.pyi beside esi.stubs")
        parser.add_argument(
            "--compatibility_date", metavar="YYYY-MM-DD", help="default: the site's"
        )
        parser.add_argument(
            "--spec_file", metavar="FILE", help="OpenAPI document to use instead of the API's"
        )

    def handle(self, **options: Any) -> None:
        """Run the command."""
        date = options["compatibility_date"] or app_settings.ESI_COMPATIBILITY_DATE
        try:
            if options["spec_file"]:
                document = read_document(options["spec_file"])
            else:
                document, date = _api_document(date)
        except (DjangoEsiException, OSError) as exc:
            raise CommandError(str(exc)) from exc
        if "openapi" not in document:
            raise CommandError("The document is Swagger 2.0. Types need an OpenAPI 3 document.")
        path = Path(options["output"] or Path(stubs.__file__).with_suffix(".pyi"))
        try:
            with atomic_write(path) as file:
                file.write(render(document, date).encode())
        except OSError as exc:
            reason = exc.strerror or exc
            raise CommandError(
                f"{path} cannot be written ({reason}). Choose another file: --output FILE."
            ) from exc
        self.stdout.write(f"Wrote the types of {len(document['paths'])} paths to {path}")


def _api_document(date: str) -> tuple[dict[str, Any], str]:
    """Fetch the document of a compatibility date; return it with the date that it describes."""
    client = HttpClient(
        clients._engine,  # noqa: SLF001 - the site's own
        clients.CachingHttpFuture,
        user_agent=clients._user_agent(),  # noqa: SLF001 - the site's own
        compatibility_date=date,
    )
    return fetch_document(client.engine, client.headers())
