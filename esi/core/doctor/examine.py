"""Run the checks of this machine and of the API that an engine uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.doctor import machine
from esi.core.doctor.assumptions import table
from esi.core.doctor.check import Check, Result, run
from esi.core.doctor.probes import BASIC, PROBES, Probe, Replies, send
from esi.core.engine.engine import Engine
from esi.core.openapi.load import stored_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# Checks of the API that need only the requests in `BASIC`.
_BASIC_CHECKS = {"network", "clock", "dates.listed"}


class _Settings:
    """Settings of an engine, changed so that nothing delays or suppresses a request."""

    on_limit = "raise"
    offline = False

    def __init__(self, settings: Any) -> None:
        self._settings = settings

    def __getattr__(self, name: str) -> Any:
        return getattr(self._settings, name)


def this_machine(engine: Engine) -> Iterator[Result]:
    """Yield the results of the checks of this machine. Send nothing."""
    return run(machine.CHECKS, machine.look(engine.config(), stored_document(engine)))


def requests(*, live: bool) -> tuple[Probe, ...]:
    """Return the requests of an examination of the API."""
    return PROBES if live else BASIC


def checks(*, live: bool) -> list[Check]:
    """Return the checks of an examination of the API."""
    return [each for each in table.CHECKS if live or each.name in _BASIC_CHECKS]


def api(
    engine: Engine,
    user_agent: str,
    sites: Mapping[str, str],
    *,
    live: bool,
    progress: Callable[[str], object] = lambda _: None,
) -> Iterator[Result]:
    """Send requests to the API, and yield the results of the checks of its responses.

    Args:
        engine: provides the settings, the connections, and the cache that counts spent limits.
        user_agent: value of the User-Agent header.
        sites: address of the single sign-on as `sso`.
        live: check all assumptions, not only that the API is reachable.
        progress: called with the name of each request.
    """
    settings = _Settings(engine.config())
    own = Engine(lambda: settings, engine.cache, clock=engine.clock)  # type: ignore[arg-type, return-value]
    own.session = engine.session
    date = settings.compatibility_date
    headers = {
        "accept": "application/json",
        "accept-encoding": "gzip",
        "user-agent": user_agent,
        "x-compatibility-date": date,
        "x-tenant": settings.api_datasource,
    }
    replies = Replies(date)
    sites = {"api": settings.api_url, **sites}
    for name in send(own, requests(live=live), sites, headers, replies):
        progress(name)
    own.limiter.close()
    yield from run(checks(live=live), replies)
