"""Show what changes between two compatibility dates: command `dates`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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
    help="Only what the Python files of FOLDER use, with file and line.",
)
@output_options
@with_esi
def dates(esi: Esi, old: str, new: str, used_in: str | None, output: Output) -> int:
    """Show what changes in the API from OLD to NEW: dates, or files of documents.

    With --used-in, source files are read and not run, and the exit status is 1 if a change breaks
    them.

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
    say(f"{count_of(len(found), 'change')}{at}, of which {breaking} can break code.")
    return exit_status.FAILED if used_in and breaking else 0
