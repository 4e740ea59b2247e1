"""Define the commands `sde update`, `sde list`, `sde table` and `sde route`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from esi_data.cli.calls import ROWS
from esi_data.cli.completion import complete_language, complete_table
from esi_data.cli.context import with_esi
from esi_data.cli.output import Output, output_options
from esi_data.cli.text import say
from esi_data.formatting import count_of

if TYPE_CHECKING:
    from esi_data.client import Esi
    from esi_data.sde.graph import Prefer

_PREFERENCES: dict[str, Prefer] = {
    "shorter": "shorter",
    "safer": "safer",
    "less-secure": "less_secure",
}


@click.group()
def sde() -> None:
    """Use the game's static data: types, blueprints, the map."""


@sde.command(short_help="Download the newest build.")
@with_esi
def update(esi: Esi) -> None:
    """Download the newest build of the static data, if this machine lacks it.

    The other commands download a build on first use and look for a newer one once a day.

    \b
    esi-data sde update
    """
    before = esi.sde.builds()
    build = esi.sde.update()
    say(f"Build {build} " + ("was already here." if build in before else "is ready."))


@sde.command(name="list", short_help="List the tables.")
@output_options
@with_esi
def list_(esi: Esi, output: Output) -> None:
    """List the tables of the static data: rows, columns, keys, and what they refer to.

    \b
    esi-data sde list
    esi-data sde list --format csv
    """
    found = esi.sde.tables()
    if output.form == "table" and not output.columns:
        found = found.drop(columns="columns")
    output.write(found)
    say(f"Build {esi.sde.build}.")


@sde.command(short_help="Print the table NAME.")
@click.argument("name", shell_complete=complete_table)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="CODE",
    shell_complete=complete_language,
    help="Language of names and descriptions; repeatable, all by default.",
)
@output_options
@with_esi
def table(esi: Esi, name: str, languages: tuple[str, ...], output: Output) -> None:
    """Print the table NAME of the static data.

    \b
    esi-data sde table types --language en --columns type_id,name_en,volume
    esi-data sde table blueprints_materials --format csv
    esi-data sde table mapSolarSystems -o systems.parquet
    """
    found = esi.sde.table(name, columns=output.columns or None, languages=languages or None)
    replace(output, columns=()).write(found, most=ROWS)


class _Pair(click.ParamType[tuple[str, str]]):
    """Two systems, written `A=B`."""

    name = "pair"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return both systems."""
        if isinstance(value, tuple):
            return value
        start, equals, end = value.partition("=")
        if not (start and equals and end):
            self.fail(f"{value!r} is not a pair of systems: write A=B.", param, ctx)
        return start, end


@sde.command(short_help="Find the route from system A to system B.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option(
    "--prefer",
    type=click.Choice(tuple(_PREFERENCES)),
    default="shorter",
    show_default=True,
    help="What the route prefers.",
)
@click.option(
    "--penalty",
    type=click.FloatRange(0, 100),
    default=50,
    show_default=True,
    help="How strictly, for safer and less-secure.",
)
@click.option("--avoid", multiple=True, metavar="SYSTEM", help="System to go round; repeatable.")
@click.option(
    "--connection",
    "connections",
    type=_Pair(),
    multiple=True,
    metavar="A=B",
    help="Wormhole or jump bridge, in both directions; repeatable.",
)
@click.option(
    "--one-way",
    type=_Pair(),
    multiple=True,
    metavar="A=B",
    help="Connection from A to B only; repeatable.",
)
@output_options
@with_esi
def route(esi: Esi, a: str, b: str, prefer: str, output: Output, **how: Any) -> None:
    """Find the route from system A to system B, by names or ids.

    \b
    esi-data sde route Jita Amarr
    esi-data sde route Jita Amarr --prefer safer --avoid Uedama
    esi-data sde route Jita J123456 --connection Perimeter=J123456
    """
    found = esi.sde.route(a, b, prefer=_PREFERENCES[prefer], **how)
    output.write(found)
    say(f"{count_of(len(found) - 1, 'jump')}.")
