"""Command `pull`."""

from __future__ import annotations

import click

from esi_data.cli.context import make_esi, parse_parameters
from esi_data.cli.options import (
    character_option,
    explode_option,
    language_option,
    on_error_option,
    operation_arguments,
    scheduler_option,
)


@click.command(short_help="Pull OPERATION into a folder of Parquet files.")
@operation_arguments
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(),
    required=True,
    help="Folder of the dataset.",
)
@click.option(
    "--mode",
    type=click.Choice(("snapshot", "append", "upsert")),
    help="How new rows are merged; the default depends on OPERATION.",
)
@click.option("--key", multiple=True, metavar="COLUMN", help="Column of a row's key; repeatable.")
@click.option("--history", is_flag=True, help="Keep every snapshot.")
@language_option
@character_option
@explode_option
@on_error_option
@scheduler_option
@click.pass_context
def pull(
    context: click.Context,
    operation: str,
    parameters: tuple[str, ...],
    output: str,
    mode: str | None,
    key: tuple[str, ...],
    history: bool,
    languages: tuple[str, ...],
    characters: tuple[str, ...],
    explode: str | None,
    on_error: str,
    scheduler: str | None,
) -> None:
    """Pull OPERATION into a folder of Parquet files, or resume an interrupted pull.

    Run the same command again to update the folder: only changes are transferred.

    \b
    esi-data pull get_markets_region_id_orders region_id=10000002,10000043 -o data/orders
    esi-data pull get_markets_region_id_history region_id=10000002 type_id=34,35 -o data/history
    esi-data pull get_markets_region_id_orders region_id=10000002 -o data/past --history
    esi-data --cache redis://host pull get_markets_region_id_orders region_id=10000002 \\
      -o data/orders --scheduler tcp://host:8786
    """
    with make_esi(context) as esi:
        params = parse_parameters(esi.operation(operation), parameters, characters)
        done = esi.pull_to(
            output,
            operation,
            mode=mode,
            key=key or None,
            history=history,
            languages=languages or None,
            explode=explode,
            on_error=on_error,
            scheduler=scheduler,
            **params,
        )
    click.echo(done, err=True)
