"""The command that pulls into a folder: `pull`."""

from __future__ import annotations

import click

from esi_data.cli.context import esi_of, parameters_of
from esi_data.cli.options import (
    as_character,
    exploded,
    in_languages,
    of_operation,
    on_error,
    on_workers,
)


@click.command(short_help="Pull OPERATION into a folder of Parquet files.")
@of_operation
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(),
    required=True,
    help="The dataset's folder.",
)
@click.option(
    "--mode",
    type=click.Choice(("snapshot", "append", "upsert")),
    help="Default: what suits OPERATION.",
)
@click.option("--key", multiple=True, metavar="COLUMN", help="Tells rows apart; repeatable.")
@click.option("--history", is_flag=True, help="Keep every snapshot, to go back to.")
@in_languages
@as_character
@exploded
@on_error
@on_workers
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
    """Pull OPERATION into a folder of Parquet files, or go on where that was stopped.

    The same command again brings the folder up to date: only what changed is transferred.

    \b
    esi-data pull get_markets_region_id_orders region_id=10000002,10000043 -o data/orders
    esi-data pull get_markets_region_id_history region_id=10000002 type_id=34,35 -o data/history
    esi-data pull get_markets_region_id_orders region_id=10000002 -o data/past --history
    esi-data --cache redis://host pull get_markets_region_id_orders region_id=10000002 \\
      -o data/orders --scheduler tcp://host:8786
    """
    with esi_of(context) as esi:
        params = parameters_of(esi.operation(operation), parameters, characters)
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
