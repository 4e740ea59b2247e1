"""Define the commands `call`, `pull`, `plan` and `limits`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from esi_data.cli.context import with_esi
from esi_data.cli.options import (
    explode_option,
    on_error_option,
    on_operation,
    scheduler_option,
)
from esi_data.cli.output import Output, output_options
from esi_data.cli.text import say
from esi_data.formatting import price

if TYPE_CHECKING:
    import pandas as pd

    from esi_data.client import Esi
    from esi_data.pulls.pull import OnError

ROWS = 40  # of a long table on a terminal


@click.command(short_help="Call OPERATION and print the response.")
@explode_option
@on_error_option
@click.option(
    "--names",
    is_flag=True,
    help="Add a name column after each column of ids; with --character also for structures and "
    "items that it may see.",
)
@output_options
@on_operation
def call(
    esi: Esi,
    operation: str,
    params: dict[str, Any],
    explode: str | None,
    on_error: OnError,
    names: bool,
    output: Output,
) -> None:
    """Call OPERATION and print the response as a table.

    A list of values (1,2,3, or the parameter repeated) makes one call for each.

    \b
    esi-data call get_status
    esi-data call get_markets_region_id_orders region_id=10000002,10000043 type_id=34 --names
    esi-data call get_universe_types_type_id type_id=34562 --language en --language ko
    esi-data call post_universe_ids names=Jita,Amarr --format json
    esi-data call get_characters_character_id_wallet --character "My Name"
    esi-data call get_characters_character_id_assets --character "My Name" --names
    """
    plain = output.form == "json" and not (names or output.columns or explode)
    if plain and on_error == "raise" and not params.keys() & {"languages"}:
        from esi_data.pulls.records import records  # noqa: PLC0415 - as other modules of `Esi`

        if (found := records(esi, operation, params)) is not None:
            output.write_records(found)
            return
    result = esi.pull(operation, explode=explode, on_error=on_error, **params)
    errors = result.attrs["esi"].get("errors", [])
    output.write(_named(esi, result, params.get("character")) if names else result, most=ROWS)
    for error in errors:
        which = error["parameters"] | {k: error[k] for k in ("item", "language") if k in error}
        named = ", ".join(f"{name}={value}" for name, value in which.items())
        say(f"Failed: {named}: {error['status'] or error['error']}, {error['message']}")


def _named(esi: Esi, frame: pd.DataFrame, character: Any) -> pd.DataFrame:
    """Return a frame with names, including those of structures if the login has the scope."""
    from esi.errors import MissingScopesError  # noqa: PLC0415 - bravado is slow to import

    try:
        return esi.with_names(frame, character=character)
    except MissingScopesError as exc:
        say(f"Player structures stay without a name: {exc}")
        return esi.with_names(frame)


@click.command(short_help="Pull OPERATION into a folder of Parquet files.")
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
@explode_option
@on_error_option
@scheduler_option
@on_operation
def pull(
    esi: Esi,
    operation: str,
    params: dict[str, Any],
    output: str,
    key: tuple[str, ...],
    **how: Any,
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
    say(esi.pull_to(output, operation, key=key or None, **how, **params))


@click.command(short_help="Show what a call or a pull would cost.")
@click.option(
    "--learn",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Requests that may be sent to learn numbers of pages; 0 sends nothing.",
)
@output_options
@on_operation
def plan(esi: Esi, operation: str, params: dict[str, Any], learn: int, output: Output) -> None:
    """Show what `call` or `pull` of OPERATION would cost: requests, tokens, seconds.

    \b
    esi-data plan get_markets_region_id_orders region_id=10000002,10000043
    esi-data plan get_universe_types_type_id type_id=34,35,36 --language en --language de
    """
    found = esi.plan(operation, learn=learn, **params)
    output.write(found)
    row = found.iloc[0]
    if output.form == "table":
        say(price(dict(row))[0])
    if row["estimated"]:
        say(
            f"The number of pages is unknown for {row['estimated']} of {row['calls']} calls; a "
            "higher --learn looks up more of them."
        )
    if row["group"] == "errors" and row["errors_at_risk"] > row["left"]:
        say(
            f"If all of these calls failed, they would exceed the error limit ({row['left']} left) "
            "and have to wait."
        )


@click.command(short_help="Show what is left of the API's limits.")
@click.option("--all", "everything", is_flag=True, help="Include unused limits.")
@output_options
@with_esi
def limits(esi: Esi, everything: bool, output: Output) -> None:
    """Show the remaining budgets of the API's limits, for all processes that share this cache.

    \b
    esi-data limits
    esi-data limits --all --format csv
    """
    found = esi.limits()
    if not everything:
        used = (found["left"] < found["size"]) | (found["stopped"] > 0)
        found = found[used | (found["group"] == "errors")]
    output.write(found.reset_index(drop=True))
