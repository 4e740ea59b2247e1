"""The commands that look ahead: `plan` and `limits`."""

from __future__ import annotations

import click

from esi_data.cli.context import esi_of, parameters_of
from esi_data.cli.options import as_character, in_languages, of_operation
from esi_data.cli.output import Output, answers
from esi_data.formatting import price


@click.command(short_help="Tell what a call or a pull would cost.")
@of_operation
@in_languages
@as_character
@click.option(
    "--learn",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Listings that may be asked for their number of pages; 0 sends nothing.",
)
@answers
@click.pass_context
def plan(
    context: click.Context,
    operation: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    characters: tuple[str, ...],
    learn: int,
    output: Output,
) -> None:
    """Tell what `call` or `pull` of OPERATION would cost: requests, tokens, seconds.

    \b
    esi-data plan get_markets_region_id_orders region_id=10000002,10000043
    esi-data plan get_universe_types_type_id type_id=34,35,36 --language en --language de
    """
    with esi_of(context) as esi:
        params = parameters_of(esi.operation(operation), parameters, characters)
        found = esi.plan(operation, languages=languages or None, learn=learn, **params)
    output.write(found)
    row = found.iloc[0]
    if output.form == "table":
        click.echo(price(dict(row))[0], err=True)
    if row["estimated"]:
        click.echo(
            f"{row['estimated']} of {row['calls']} calls have an unknown number of pages; "
            "--learn asks more of them.",
            err=True,
        )
    if row["group"] == "errors" and row["errors_at_risk"] > row["left"]:
        click.echo(
            f"If all of these calls failed, they would exceed the error limit ({row['left']} left) "
            "and wait for it.",
            err=True,
        )


@click.command(short_help="Show what is left of the API's limits.")
@click.option("--all", "everything", is_flag=True, help="Also what nothing was spent of.")
@answers
@click.pass_context
def limits(context: click.Context, everything: bool, output: Output) -> None:
    """Show what is left of the API's limits, of all processes with this cache.

    \b
    esi-data limits
    esi-data limits --all --format csv
    """
    with esi_of(context) as esi:
        found = esi.limits()
    if not everything:
        touched = (found["left"] < found["size"]) | (found["stopped"] > 0)
        found = found[touched | (found["group"] == "errors")]
    output.write(found.reset_index(drop=True))
