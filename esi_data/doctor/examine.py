"""Run all checks of an `Esi`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from esi.core.doctor import examine
from esi.core.doctor.check import Result, run
from esi_data.doctor import checks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi_data.client import Esi


def results(
    make_esi: Callable[[], Esi], *, live: bool, progress: Callable[[str], object]
) -> Iterator[Result]:
    """Yield the results of all checks of the `Esi` that `make_esi` makes.

    Args:
        make_esi: an error that it raises becomes a finding and ends the examination.
        live: check all assumptions about the API.
        progress: called with the name of each request to the API.
    """
    try:
        esi = make_esi()
    except Exception as exc:  # noqa: BLE001 - wrong settings, packages that are missing
        yield from run(checks.SETTINGS, os.environ, exc)
        return
    with esi:
        yield from run(checks.SETTINGS, os.environ, esi)
        yield from examine.this_machine(esi.engine)
        yield from run(checks.CHECKS, esi)
        yield from examine.api(
            esi.engine,
            esi.factory.user_agent,
            {"sso": esi.config.sso_metadata_url},
            live=live,
            progress=progress,
        )
        if live:
            yield from run(checks.LIVE, esi)
