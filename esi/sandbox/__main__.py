"""Run the sandbox in the foreground until Ctrl-C: `python -m esi.sandbox`."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from esi.sandbox.documents import given
from esi.sandbox.sandbox import Sandbox
from esi.sandbox.server.http import SandboxError


def parser(prog: str) -> argparse.ArgumentParser:
    """Return the command's options."""
    found = argparse.ArgumentParser(
        prog=prog,
        description="Run a local ESI with seeded data in the foreground, until Ctrl-C.",
        epilog=(
            f"It serves {Sandbox().coverage}.\n{given.advice()}\n\n"
            f"examples:\n  {prog}\n  {prog} --port 0 --latency 0.2 --lifetime 60"
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = found.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add("--port", type=int, default=8085, help="port, 0 for any free one (default: %(default)s)")
    add("--seed", type=int, default=1, help="seed of the data (default: %(default)s)")
    add("--lifetime", type=float, help="cache seconds of every route (default: as the live API)")
    add("--latency", type=float, default=0.0, help="seconds to delay each response (default: 0)")
    add(
        "--changed",
        type=float,
        default=0.5,
        help="share of pages that change when a cache is rebuilt (default: %(default)s)",
    )
    add("--no-rate-limits", action="store_true", help="switch off token buckets and error limit")
    add("--document", help="file of a document to serve, with all of its operations")
    add(
        "--form",
        choices=("full", "minimal", "empty"),
        default="full",
        help="completeness of responses made from schemas (default: %(default)s)",
    )
    add("--today", help="day from which the data's dates count (default: today)")
    add("--swagger", action="store_true", help="also serve Swagger 2.0, for old clients")
    return found


async def serve(sandbox: Sandbox, *, custom: bool = False) -> None:
    """Listen until cancelled; say how to have more operations unless the document is custom."""
    await sandbox.listen()
    character = next(iter(sandbox.world.characters.values()))
    sys.stdout.write(
        f"ESI sandbox running on {sandbox.url}\n\n    ESI_API_URL={sandbox.url}\n\n"
        f"Access token of {character.name}: {sandbox.token(character.character_id)}\n"
        f"It serves {sandbox.coverage}.\n"
        + ("" if custom else f"{given.advice()}\n")
        + "Press Ctrl-C to stop.\n"
    )
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await sandbox.close()


def main(argv: Sequence[str] | None = None, prog: str = "python -m esi.sandbox") -> int:
    """Run the command and return its exit status."""
    options = vars(parser(prog).parse_args(argv))
    options["rate_limits"] = not options.pop("no_rate_limits")
    try:
        asyncio.run(serve(Sandbox(**options), custom=bool(options["document"])))
    except (SandboxError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
