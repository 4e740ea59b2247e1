"""Test how the compat programs make environments."""

import pytest

from compat import environments


@pytest.fixture
def pip_says(monkeypatch):
    """Make every installation fail with a given text, without creating an environment."""

    def fail(text):
        def run(*command, **_):
            if "install" in command:
                raise SystemExit(text)

        monkeypatch.setattr(environments, "run", run)
        monkeypatch.setattr(environments.venv, "create", lambda folder, **_: folder.mkdir())

    return fail


def test_an_unreachable_package_index_is_not_a_failure(pip_says, tmp_path):
    """Without access to the package index, the program skips the site and prints the reason."""
    pip_says("ERROR: No matching distribution found for allianceauth==5.5.0")
    with pytest.raises(environments.NotHadError, match="allianceauth==5"):
        environments.made(tmp_path / "venv", ["allianceauth==5.5.0"], ours=False)


def test_packages_that_do_not_go_together_are_a_failure(pip_says, tmp_path):
    """Conflicting requirements are a mistake in the project, so the program fails."""
    pip_says("ERROR: ResolutionImpossible: for help visit the documentation")
    with pytest.raises(SystemExit, match="ResolutionImpossible"):
        environments.made(tmp_path / "venv", ["allianceauth==5.5.0"], ours=False)


def test_a_command_that_fails_shows_what_it_printed():
    """Its output is the only explanation of a missing environment."""
    with pytest.raises(SystemExit, match=r"(?s)no such thing.*ended with 3"):
        environments.run("sh", "-c", "echo no such thing; exit 3")


def test_every_app_of_the_live_site_is_listed_with_its_version():
    """Fixed versions keep a new release of an app from changing the result."""
    from compat.live_site import LIVE

    known = environments.known_apps()["apps"]
    assert set(LIVE) <= set(known)
    assert all("==" in app["distribution"] for app in known.values())
