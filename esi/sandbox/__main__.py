"""`python -m esi.sandbox`: the sandbox in the foreground, until ctrl-C."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from esi.sandbox.sandbox import Sandbox
from esi.sandbox.server.http import SandboxError


def parser(prog: str) -> argparse.ArgumentParser:
    """The options of the command."""
    found = argparse.ArgumentParser(
        prog=prog,
        description="A local ESI with seeded data, in the foreground, until ctrl-C.",
        epilog=f"examples:\n  {prog}\n  {prog} --port 0 --latency 0.2 --lifetime 60",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = found.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add("--port", type=int, default=8085, help="port, 0 for any (default: %(default)s)")
    add("--seed", type=int, default=1, help="what the data is made from (default: %(default)s)")
    add("--lifetime", type=float, help="cache seconds of every route (default: those of the API)")
    add("--latency", type=float, default=0.0, help="seconds each answer waits (default: 0)")
    add("--changed", type=float, default=0.5, help="share of pages that a turn-over changes")
    add("--no-rate-limits", action="store_true", help="keep no token buckets and no error budget")
    add("--document", help="another OpenAPI document to serve")
    add(
        "--form",
        choices=("full", "minimal", "empty"),
        default="full",
        help="how much answers made from schemas hold (default: %(default)s)",
    )
    add("--swagger", action="store_true", help="serve Swagger 2.0 too, for old clients")
    return found


async def serve(sandbox: Sandbox) -> None:
    """Listen until cancelled."""
    await sandbox.listen()
    tell = sys.stdout.write
    tell(f"ESI sandbox on {sandbox.url}\n\n    ESI_API_URL={sandbox.url}\n\n")
    who = next(iter(sandbox.world.characters.values()))
    tell(f"Access token of {who.name}: {sandbox.token(who.character_id)}\nStop with ctrl-C.\n")
    sys.stdout.flush()
    try:
        await asyncio.Event().wait()
    finally:
        await sandbox.close()


def main(argv: Sequence[str] | None = None, prog: str = "python -m esi.sandbox") -> int:
    """Run the command; returns its exit status."""
    options = parser(prog).parse_args(argv)
    try:
        sandbox = Sandbox(
            seed=options.seed,
            host=options.host,
            port=options.port,
            lifetime=options.lifetime,
            latency=options.latency,
            changed=options.changed,
            rate_limits=not options.no_rate_limits,
            document=options.document,
            form=options.form,
            swagger=options.swagger,
        )
        asyncio.run(serve(sandbox))
    except (SandboxError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
