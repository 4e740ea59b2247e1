"""Write stub files for editors and type checkers: command `stubs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from esi.core.folders import expanded
from esi_data.cli.context import with_esi
from esi_data.cli.text import say

if TYPE_CHECKING:
    from esi_data.client import Esi


@click.command(short_help="Write the types of the API for editors and type checkers.")
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    show_default="this environment's site-packages",
    help="Folder to write to, such as typings for pyright and Pylance alone.",
)
@click.option(
    "--spec-file",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Document to use instead of the API's.",
)
@with_esi
def stubs(esi: Esi, output: str | None, spec_file: str | None) -> None:
    """Write the types of operations, parameters and rows as stub files.

    esi-toolkit has those of the newest date that it was tested with, without descriptions. This
    command writes them for another date or document, with its descriptions: the folders esi-stubs
    and esi_data-stubs, which type checkers prefer. Delete them to go back.

    \b
    esi-data stubs
    esi-data stubs --date 2025-12-16 -o typings
    esi-data stubs --spec-file my-document.json
    """
    from esi.core.openapi.load import read_document  # noqa: PLC0415 - slow to import
    from esi.core.stubs.files import render, site_packages  # noqa: PLC0415 - slow to import
    from esi_data.documents.fetch import fetch_document  # noqa: PLC0415 - slow to import

    folder = expanded(output) if output else site_packages()
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{output} is a file: name a folder.")
    if spec_file:
        document, date = read_document(spec_file), esi.config.compatibility_date
    else:
        document, date = fetch_document(esi.engine, esi.factory.user_agent)
    written = render(document, date)
    written.write(folder)
    say(f"Wrote the types of {written.operations} operations at {date} to {folder}")
