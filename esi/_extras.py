"""Name the extra that installs a missing package."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def install_command(extra: str) -> str:
    """Return the command that installs an extra of this distribution, such as `data`."""
    return f"python -m pip install 'esi-toolkit[{extra}]'"


@contextmanager
def needs_extra(extra: str, feature: str) -> Iterator[None]:
    """Raise a ModuleNotFoundError with the command that installs `extra` if an import fails.

    An error passes unchanged if it concerns a module of this distribution, or already has such a
    command: the inner of two features names its own extra.

    Args:
        extra: the extra that installs the packages imported in the block, such as `dask`.
        feature: subject of the message, such as `read(engine="dask")`.
    """
    try:
        yield
    except ModuleNotFoundError as exc:
        ours = (exc.name or "").split(".")[0] in {"esi", "esi_data"}
        if ours or "esi-toolkit[" in str(exc):
            raise
        raise ModuleNotFoundError(
            f"{feature} needs {exc.name}: {install_command(extra)}", name=exc.name
        ) from None  # the frames of the import would hide the command
