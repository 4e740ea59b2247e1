"""The door of the command `esi-data`: says what to install where its own parts are missing."""

import sys


def main() -> int:
    """Run the command line; returns the exit status."""
    try:
        from esi_data.cli.main import main as command  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError as exc:
        print(  # noqa: T201 - a command's own voice
            f"esi-data needs {exc.name}: python -m pip install 'esi-toolkit[data]'", file=sys.stderr
        )
        return 1
    return command()


if __name__ == "__main__":
    sys.exit(main())
