"""Show the main features on a local sandbox, and the cost of each step: command `demo`.

The steps are lines of Python, which the demo executes and prints at the end. The sandbox, not the
client, counts requests and bytes.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.syntax import Syntax
from rich.table import Table

from esi.sandbox import Sandbox
from esi_data.formatting import size

LIFETIME = 5  # seconds for which the sandbox's responses are fresh
CHANGED = 0.1  # share of pages that change with each new snapshot
REGION = 10000002


class DemoStep(NamedTuple):
    """One step: title, line of Python, and the name of its rows."""

    title: str
    code: str
    rows: str


SETUP = (
    "from esi_data import Esi, read, to_parquet",
    'esi = Esi("my-notebook/1.0 (me@example.com)")',
    f"market, universe, region = esi.client.Market, esi.client.Universe, {REGION}",
)
PULL = "orders = market.get_markets_region_id_orders(region_id=region).frame()"
STEPS = (
    DemoStep("All orders of a region", PULL, "orders"),
    DemoStep("The same pull again", PULL, "orders"),  # at once, while the response is fresh
    DemoStep("... after its lifetime", PULL, "orders"),
    DemoStep(
        "One type in 8 languages",
        "svipul = universe.get_universe_types_type_id(type_id=34562).frame_localized()",
        "svipul",
    ),
    DemoStep("Names for ids", "named = esi.with_names(orders)", "named"),
    DemoStep("To a Parquet file", 'to_parquet(named, "orders.parquet")', "named"),
    DemoStep("... and back", 'same = read("orders.parquet")', "same"),
)


def default_folder() -> Path:
    """Return `demo-output`, or a new temporary folder where this folder is read-only."""
    folder = Path("demo-output")
    if os.access(folder if folder.exists() else folder.parent, os.W_OK):
        return folder
    return Path(tempfile.mkdtemp(prefix="esi-demo-"))


def command() -> str:
    """Return `esi-data` as the user can paste it: its path if the shell finds another one."""
    started, found = Path(sys.argv[0]), shutil.which("esi-data")
    if started.stem != "esi-data":  # python -m esi_data
        return "esi-data"
    # Windows leaves the suffix out of the arguments.
    same = found and Path(found).with_suffix("").resolve() == started.with_suffix("").resolve()
    return "esi-data" if same else str(started)


def run(folder: Path, console: Console | None = None) -> dict[str, Any]:
    """Run the demo, write `orders.parquet` to `folder`, and return the variables of its lines."""
    console = console or Console()
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[str, Any] = {}
    table = Table(
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        title="esi-data demo",
        title_style="bold",
        caption="sent: requests that reached the API; unchanged: responses with status 304",
    )
    table.add_column("step", no_wrap=True)
    for column in ("rows", "sent", "unchanged", "received", "tokens", "seconds"):
        table.add_column(column, justify="right", no_wrap=True)
    with (
        tempfile.TemporaryDirectory(prefix="esi-demo-", ignore_cleanup_errors=True) as cache,
        Sandbox(seed=1, lifetime=LIFETIME, changed=CHANGED) as sandbox,
    ):
        console.print(
            f"A local ESI is at [bold]{sandbox.url}[/]; its cache time is {LIFETIME} s.\n"
        )
        from esi_data import Esi  # noqa: PLC0415 - after the greeting: pandas is slow to import

        made["esi"] = Esi("esi-data-demo/1.0", api_url=sandbox.url, cache=cache)
        _execute("\n".join(SETUP).replace(SETUP[1], "pass"), made)
        for step in STEPS:
            if step.title.startswith("... after"):
                _wait_for_expiry(console)
            console.print(f"[dim]>>>[/] {escape(step.code)}", soft_wrap=True, highlight=False)
            table.add_row(step.title, *_measured(step, made, sandbox, folder))
        _show(made, table, folder, console)
        made["esi"].close()
    return made


def _measured(step: DemoStep, made: dict[str, Any], sandbox: Sandbox, folder: Path) -> list[str]:
    """Run a step's line, and return the cells of its row."""
    sandbox.clear()
    code = step.code.replace('"orders.parquet"', repr(str(folder / "orders.parquet")))
    started = time.perf_counter()
    _execute(code, made)
    seconds = time.perf_counter() - started
    requests = list(sandbox.requests)
    return [
        f"{len(made[step.rows]):,}",
        str(len(requests)),
        str(sum(request.status == 304 for request in requests)),
        size(sum(request.sent for request in requests)),
        str(sum(request.tokens for request in requests)),
        f"{seconds:.2f}",
    ]


def _execute(code: str, made: dict[str, Any]) -> None:
    exec(code, made)  # noqa: S102 - lines of this file, so that what is shown is what ran


def _wait_for_expiry(console: Console) -> None:
    """Wait until the pull's responses have expired and some pages have changed."""
    words = f"waiting {LIFETIME} s for the responses to expire"
    for _ in track(range(50), words, console=console, transient=True):
        time.sleep((LIFETIME + 1) / 50)
    console.print(f"[dim]    {LIFETIME} s later; a tenth of the pages has changed[/]")


def _show(made: dict[str, Any], table: Table, folder: Path, console: Console) -> None:
    """Print the steps' table, samples of the frames, and the lines of Python."""
    console.print()
    console.print(table)
    metadata = made["orders"].attrs["esi"]
    console.print(
        f"\nOne snapshot: [bold]{metadata['consistent']}[/] (pages of {metadata['last_modified']})."
        f" Written: {folder / 'orders.parquet'}\n",
        soft_wrap=True,
    )
    sample = Table(title="The typed frame and its first row", title_justify="left", box=None)
    sample.add_column("column")
    sample.add_column("dtype", style="cyan")
    sample.add_column("value")
    for name, dtype in made["named"].dtypes.items():
        sample.add_row(str(name), escape(str(dtype)), escape(str(made["named"][name].iloc[0])))
    console.print(sample)
    console.print(
        "\nThese lines of Python did it. In your notebook they call the real API; to stay on a"
        f" local one, start [bold]{command()} sandbox[/] and set ESI_API_URL as it says.\n",
        highlight=False,
        soft_wrap=True,
    )
    console.print(Syntax("\n".join(lines()), "python", theme="ansi_dark"), soft_wrap=True)


def lines() -> list[str]:
    """Return the demo as ten lines of Python, for a notebook or a script."""
    return [*SETUP, *(step.code for step in STEPS)]
