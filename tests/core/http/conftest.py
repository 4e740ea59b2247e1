"""Fixtures of the transport's tests; each file has an `engine` of its own."""

import pytest

from esi.core.http.messages import PLAIN, Options


@pytest.fixture(params=["call", "pull"])
def fetch(engine, request):
    """Fetch a request as a single call does, or as a pull fetches its pages."""

    def ask(asked):
        options = PLAIN if request.param == "call" else Options(fast_session=engine.fast_session())
        return engine.fetch(asked, options)

    return ask
