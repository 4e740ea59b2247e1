"""Provide an `Esi` that uses the sandbox of the test."""

import pytest

from esi_data import Esi
from esi_data.__main__ import main


def share_clock(esi, sandbox):
    """Give an `Esi` the time of its sandbox, for its answers and for the limits."""
    limiter = esi.engine.limiter
    esi.engine.clock = limiter._clock = sandbox.clock


@pytest.fixture
def esi_for(request, esi_sandbox, tmp_path):
    """Makes an `Esi` on the sandbox, whose clock it shares; more of them share one cache."""
    if "player" in request.fixturenames:  # it names the port of logins, which `Esi` reads once
        request.getfixturevalue("player")
    made = []

    def make(**given):
        given = {"api_url": esi_sandbox.url, "cache": tmp_path / "kept", **given}
        esi = Esi("test/1.0 (me@example.com)", **given)
        share_clock(esi, esi_sandbox)
        esi.engine.sleep = esi_sandbox.clock.advance
        made.append(esi)
        return esi

    yield make
    for esi in made:
        esi.close()


@pytest.fixture
def esi(esi_for):
    """Return an `Esi` that uses the sandbox."""
    return esi_for()


@pytest.fixture
def data(tmp_path):
    """Return the path of a dataset's folder, which does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def run(esi_sandbox, monkeypatch, capsys):
    """Run a command against the sandbox: (exit status, standard output, standard error)."""
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)

    def command(*args):
        monkeypatch.setattr("sys.argv", ["esi-data", *args])
        status = main()
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command
