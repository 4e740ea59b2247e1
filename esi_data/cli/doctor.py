"""Check everything that the toolkit relies on: command `doctor`."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from esi_data.cli import exit_status
from esi_data.cli.context import make_esi
from esi_data.cli.text import lines, say

_FORMATS = ("text", "markdown", "json")


@click.command(short_help="Check this machine, and our assumptions about the API.")
@click.option(
    "--live", is_flag=True, help="Also check each assumption about the API, with some 25 requests."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.pass_context
def doctor(context: click.Context, live: bool, form: str) -> int:
    """Check this machine, its settings, cache, logins and static data, and the API.

    The report contains no secrets, and the exit status is 1 if a check fails. Without --live, the
    command sends one request; --live prints the price of its requests first.

    \b
    esi-data doctor
    esi-data doctor --live --format markdown      a report to paste into an issue
    esi-data doctor --format json
    """
    from esi import __version__  # noqa: PLC0415
    from esi.core.doctor import examine, report  # noqa: PLC0415 - bravado is slow to import
    from esi.core.doctor.probes import price  # noqa: PLC0415
    from esi_data.doctor.examine import results  # noqa: PLC0415

    sent = examine.requests(live=live)
    say(f"Sends {price(sent)}")
    from tqdm import tqdm  # noqa: PLC0415 - slow to import

    with tqdm(total=len(sent), unit="request", disable=None, leave=False) as bar:
        all_ = results(lambda: make_esi(context), live=live, progress=lambda _: bar.update())
        found = [report.public(result) for result in all_]
    facts = {"esi-toolkit": __version__, "at": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"}
    click.echo(lines(report.FORMATS[form](found, facts)))
    return exit_status.FAILED if report.failed(found) else 0
