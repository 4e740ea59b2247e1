"""Test the command `doctor` beside the sandbox."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.support.ports import free_port

ALWAYS = {"python", "packages", "certificates", "proxy", "network", "clock", "dates.listed"}


def checks(out):
    """Return the checks of a JSON report by their names."""
    return {each["name"]: each for each in json.loads(out)["checks"]}


def test_all_is_well_beside_the_sandbox(run, monkeypatch):
    """With --live each assumption is checked, and the status is 0."""
    monkeypatch.setenv("ESI_USER_CONTACT_EMAIL", "me@example.com")
    status, out, err = run("doctor", "--live", "--format", "json")
    found = checks(out)
    assert (status, {name for name, each in found.items() if each["status"] == "failed"}) == (
        0,
        set(),
    ), out
    assert set(found) > ALWAYS | {"settings", "cache", "logins", "cursor.end", "static_data.latest"}
    assert "rate-limit tokens" in err


def test_one_request_without_live(run, esi_sandbox):
    """The command prints the price first, then a text for a terminal."""
    status, out, err = run("doctor")
    assert status == 0
    assert err.startswith("Sends 1 request; rate-limit tokens: 2 of 150 (meta).")
    assert [each.path for each in esi_sandbox.requests] == ["/meta/compatibility-dates"]
    lines = out.splitlines()
    assert lines[0].startswith("esi-toolkit: ")
    assert any(line.startswith("ok       clock") for line in lines)
    assert "WARNING  contact" in out


def test_a_broken_assumption_is_a_failure(run, esi_sandbox):
    """The status is 1, and the table for an issue names it."""
    esi_sandbox.faults.rewrite(
        lambda request, response: response.headers.pop("ETag", None), path="/markets/*"
    )
    status, out, _ = run("doctor", "--live", "--format", "markdown")
    assert status == 1
    assert "| FAILED | cache.etag | no header etag |" in out


def test_without_a_network_the_rest_is_reported(run):
    """A line says that the API is unreachable; there is no traceback."""
    status, out, err = run("doctor", "--api-url", f"http://127.0.0.1:{free_port()}")
    assert status == 1
    assert "FAILED   network" in out
    assert "ok       cache" in out
    assert "Traceback" not in out + err


def test_wrong_settings_are_a_finding(run, monkeypatch):
    """Without an `Esi`, no other check runs; the report shows the error."""
    monkeypatch.setenv("ESI_CONCURRENCY", "many")
    status, out, _ = run("doctor", "--format", "json")
    found = checks(out)
    assert (status, list(found)) == (1, ["settings"])
    assert "ESI_CONCURRENCY='many' is not a number" in found["settings"]["found"]


def test_a_variable_that_has_no_effect_is_named(run, monkeypatch):
    """The report suggests the right name for a misspelt one."""
    monkeypatch.setenv("ESI_CACHE_DRI", "/tmp")
    _, out, _ = run("doctor", "--format", "json")
    found = checks(out)["settings"]
    assert found["status"] == "warning"
    assert "ESI_CACHE_DRI has no effect. Did you mean ESI_CACHE_DIR" in found["found"]


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_a_readable_file_of_logins_is_a_failure(run):
    """The check reports the mode even though reading the file corrects it."""
    path = Path(os.environ["ESI_LOGIN_DIR"]) / "logins.json"
    path.write_text('{"version": 1, "logins": []}', encoding="utf-8")
    path.chmod(0o644)
    status, out, _ = run("doctor", "--format", "json")
    assert (status, checks(out)["login_files"]["status"]) == (1, "failed")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_others_can_write_to_is_a_warning(run):
    """Others could change responses and logins in it."""
    folder = Path(os.environ["ESI_LOGIN_DIR"])
    folder.chmod(0o777)
    status, out, _ = run("doctor", "--format", "json")
    found = checks(out)["folders"]
    assert (status, found["status"]) == (0, "warning")
    assert f"{folder} (mode 0777)" in found["found"]


def test_logins_are_named_without_their_tokens(run, player):
    """The report has names and scopes, but neither access nor refresh tokens."""
    player("Bero Veyl")
    assert run("login", "--scope", "esi-wallet.read_character_wallet.v1")[0] == 0
    tokens = json.loads((Path(os.environ["ESI_LOGIN_DIR"]) / "logins.json").read_text("utf-8"))
    _, out, err = run("doctor", "--live", "--format", "json")
    text = checks(out)["logins"]["found"]
    assert "Bero Veyl (renewed automatically: esi-wallet.read_character_wallet.v1)" in text
    for login in tokens["logins"]:
        assert login["access_token"] not in out + err
        assert login["refresh_token"] not in out + err


def test_the_home_folder_is_left_out(run, monkeypatch, tmp_path):
    """Paths below it begin with `~`, in each form of the report."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ESI_CACHE_DIR", str(tmp_path / "caches"))
    for form in ("text", "markdown", "json"):
        _, out, _ = run("doctor", "--format", form)
        assert str(tmp_path) not in out
        assert "~/caches" in out


def test_a_cache_in_memory_is_a_warning(run, monkeypatch, tmp_path):
    """If the folder cannot be created, responses stay in memory."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ESI_CACHE_DIR", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    _, out, _ = run("doctor", "--format", "json")
    assert checks(out)["cache"]["status"] == "warning"


def test_the_static_data_on_this_machine_is_named(run):
    """The report has the number of a downloaded build; the command downloads none."""
    _, out, _ = run("doctor", "--format", "json")
    assert checks(out)["static_data"]["status"] == "skipped"
    assert run("sde", "update")[0] == 0
    _, out, _ = run("doctor", "--format", "json")
    assert checks(out)["static_data"]["found"].startswith("build ")
