"""Run `esi-data`, or name the package to install if one is missing."""

import sys

from esi._extras import needs_extra


def main() -> int:
    """Run the command line and return the exit status."""
    try:
        with needs_extra("data", "esi-data"):
            from esi_data.cli.main import main as command  # noqa: PLC0415
    except ModuleNotFoundError as exc:
        print(exc, file=sys.stderr)  # noqa: T201 - output of a command
        return 1
    except KeyboardInterrupt:  # while pandas and others are imported
        return 130
    return command()


if __name__ == "__main__":
    sys.exit(main())
