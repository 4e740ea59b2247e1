"""Entry point of `esi-data`; names the package to install if a part of it is missing."""

import sys


def main() -> int:
    """Run the command line and return the exit status."""
    try:
        from esi_data.cli.main import main as command  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError as exc:
        print(  # noqa: T201 - output of a command
            f"esi-data needs {exc.name}: python -m pip install 'esi-toolkit[data]'", file=sys.stderr
        )
        return 1
    except KeyboardInterrupt:  # while pandas and others are imported
        return 130
    return command()


if __name__ == "__main__":
    sys.exit(main())
