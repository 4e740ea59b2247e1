"""Commands `plan` and `limits`."""

from __future__ import annotations

import click

from esi_data.cli.context import make_esi, parse_parameters
from esi_data.cli.options import character_option, language_option, operation_arguments
from esi_data.cli.output import Output, output_options
from esi_data.formatting import price


@click.command(short_help="Show what a call or a pull would cost.")
@operation_arguments
@language_option
@character_option
@click.option(
    "--learn",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Requests that may be sent to learn numbers of pages; 0 sends nothing.",
)
@output_options
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
    """Show what `call` or `pull` of OPERATION would cost: requests, tokens, seconds.

    \b
    esi-data plan get_markets_region_id_orders region_id=10000002,10000043
    esi-data plan get_universe_types_type_id type_id=34,35,36 --language en --language de
    """
    with make_esi(context) as esi:
        params = parse_parameters(esi.operation(operation), parameters, characters)
        found = esi.plan(operation, languages=languages or None, learn=learn, **params)
    output.write(found)
    row = found.iloc[0]
    if output.form == "table":
        click.echo(price(dict(row))[0], err=True)
    if row["estimated"]:
        click.echo(
            f"The number of pages is unknown for {row['estimated']} of {row['calls']} calls; a "
            "higher --learn looks up more of them.",
            err=True,
        )
    if row["group"] == "errors" and row["errors_at_risk"] > row["left"]:
        click.echo(
            f"If all of these calls failed, they would exceed the error limit ({row['left']} left) "
            "and have to wait.",
            err=True,
        )


@click.command(short_help="Show what is left of the API's limits.")
@click.option("--all", "everything", is_flag=True, help="Include unused limits.")
@output_options
@click.pass_context
def limits(context: click.Context, everything: bool, output: Output) -> None:
    """Show what is left of the API's limits, for all processes that share this cache.

    \b
    esi-data limits
    esi-data limits --all --format csv
    """
    with make_esi(context) as esi:
        found = esi.limits()
    if not everything:
        used = (found["left"] < found["size"]) | (found["stopped"] > 0)
        found = found[used | (found["group"] == "errors")]
    output.write(found.reset_index(drop=True))
