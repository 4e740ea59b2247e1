"""Define the commands `dates` and `stubs`, which read the API's documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from esi.core.folders import expanded
from esi_data.cli import exit_status
from esi_data.cli.context import with_esi
from esi_data.cli.output import Output, output_options
from esi_data.cli.text import say
from esi_data.formatting import count_of

if TYPE_CHECKING:
    from esi_data.client import Esi

_SHORT = ("breaks", "operation", "kind", "change", "name", "before", "after", "instead")


@click.command(short_help="Show what changes between two compatibility dates.")
@click.argument("old")
@click.argument("new")
@click.option(
    "--used-in",
    metavar="FOLDER",
    type=click.Path(exists=True),
    help="Only what the Python files and notebooks of FOLDER use, with file and line.",
)
@output_options
@with_esi
def dates(esi: Esi, old: str, new: str, used_in: str | None, output: Output) -> int:
    """Show what changes in the API from OLD to NEW: dates, or files of documents.

    With --used-in, the command reads source files without running them, and the exit status is 1
    if a change breaks them.

    \b
    esi-data dates 2025-12-16 2026-08-18
    esi-data dates 2025-12-16 2026-08-18 --used-in my_app
    esi-data dates 2025-12-16 2026-08-18 --format csv
    """
    found = esi.dates(old, new, used_in=used_in)
    if output.form == "table" and not output.columns:
        found = found[[name for name in ("file", "line", *_SHORT) if name in found.columns]]
    output.write(found)
    breaking = int(found["breaks"].sum()) if "breaks" in found else 0
    at = f" of {used_in}" if used_in else ""
    say(f"{count_of(len(found), 'change')}{at}; {breaking} can break code.")
    return exit_status.FAILED if used_in and breaking else 0


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

    esi-toolkit contains types of the newest date that it was tested with, without descriptions.
    This command writes types of another date or document, with descriptions, to the folders
    esi-stubs and esi_data-stubs, which type checkers prefer. Delete the folders to go back.

    \b
    esi-data stubs
    esi-data stubs --date 2025-12-16 -o typings
    esi-data stubs --spec-file my-document.json
    """
    from esi.core.openapi.load import described_date, read_document  # noqa: PLC0415 - slow
    from esi.core.stubs.files import render, site_packages  # noqa: PLC0415 - slow to import
    from esi_data.documents.fetch import fetch_document  # noqa: PLC0415 - slow to import

    folder = expanded(output) if output else site_packages()
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{output} is a file: name a folder.")
    if spec_file:
        document = read_document(spec_file)
        date = described_date(document, esi.config.compatibility_date)
    else:
        document, date = fetch_document(esi.engine, esi.factory.user_agent)
    written = render(document, date)
    written.write(folder)
    say(f"Wrote the types of {written.operations} operations at {date} to {folder}")
