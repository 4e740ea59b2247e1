"""Check the site, and our assumptions about the API: `manage.py esi_doctor`."""

import sys
from datetime import UTC, datetime
from typing import Any

from django import get_version
from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from esi import __version__, app_settings, clients, site_doctor
from esi.core.doctor import examine, report
from esi.core.doctor.check import run
from esi.core.doctor.probes import price


class Command(BaseCommand):
    """Report on the site, its cache, tokens and broker, and on the API."""

    help = (
        "Check this machine, the site's settings, cache, database, broker and tokens, and the API. "
        "The report contains no secrets; the exit status is 1 if a check fails."
    )
    requires_system_checks = ()  # their messages are part of the report

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the options."""
        parser.add_argument(
            "--live",
            action="store_true",
            help="also check each assumption about the API, with some 25 requests; their price is "
            "named beforehand",
        )
        parser.add_argument(
            "--format", choices=tuple(report.FORMATS), default="text", help="form of the report"
        )

    def handle(self, **options: Any) -> None:
        """Run the command."""
        engine, live = clients._engine, options["live"]  # noqa: SLF001 - the site's own
        sent = examine.requests(live=live)
        self.stderr.write(f"Sends {price(sent)}")
        found = [*examine.this_machine(engine), *run(site_doctor.CHECKS)]
        with tqdm(total=len(sent), unit="request", disable=None, leave=False) as bar:
            found += examine.api(
                engine,
                clients._user_agent(),  # noqa: SLF001
                {"sso": app_settings.ESI_SSO_METADATA_URL},
                live=live,
                progress=lambda _: bar.update(),
            )
        found = [report.public(result) for result in found]
        facts = {
            "esi-toolkit": __version__,
            "Django": get_version(),
            "at": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        }
        self.stdout.write(report.FORMATS[options["format"]](found, facts))
        if report.failed(found):
            sys.exit(1)
