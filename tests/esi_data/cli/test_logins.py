"""`esi-data login`, `characters`, `logout` and `--character`."""

import json

import pytest

from esi_data import read
from esi_data.__main__ import main

BALANCE = "get_characters_character_id_wallet"
WALLET = "esi-wallet.read_character_wallet.v1"


@pytest.fixture
def run(esi_sandbox, monkeypatch, capsys, player):
    """Run a command against the sandbox, beside a player: (exit status, output, errors)."""
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)

    def command(*args, who="Bero Veyl"):
        player(who)
        monkeypatch.setattr("sys.argv", ["esi-data", *args])
        status = main()
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


def test_from_login_to_logout(run, esi_sandbox, tmp_path):
    """Log in with a browser, look who is there, ask as one and as both, log out."""
    status, out, err = run("login", "--for", BALANCE)
    assert (status, out) == (0, "Bero Veyl\n"), err
    status, out, err = run("login", "--scope", WALLET, who="Dain Moru")
    assert (status, out) == (0, "Dain Moru\n"), err

    status, out, _ = run("characters", "--format", "json")
    found = json.loads(out)
    assert [row["name"] for row in found] == ["Bero Veyl", "Dain Moru"]
    assert {row["scopes"] for row in found} == {WALLET}

    status, out, err = run("call", BALANCE, "--character", "bero veyl", "--format", "csv")
    assert (status, err) == (0, "")
    assert out.startswith("character_id,value\n")
    both = ("--character", "Bero Veyl", "--character", "90000004")
    status, out, _ = run("call", BALANCE, *both, "--format", "csv")
    assert [line.split(",")[0] for line in out.split()] == ["character_id", "90000002", "90000004"]
    status, out, _ = run("plan", BALANCE, *both, "--format", "csv")
    assert status == 0
    status, _, err = run("pull", BALANCE, *both, "-o", str(tmp_path / "data"))
    assert status == 0, err
    assert set(read(tmp_path / "data")["character_id"]) == {90000002, 90000004}

    assert run("logout", "Bero Veyl") == (0, "", "Bero Veyl is logged out.\n")
    status, out, err = run("call", BALANCE, "--character", "Bero Veyl")
    assert (status, out) == (1, "")
    assert "Bero Veyl' is not logged in. Logged in: Dain Moru." in err
    assert run("logout", "--all", "--no-revoke")[0] == 0
    status, out, err = run("characters")
    assert status == 0
    assert "Nobody is logged in" in err


def test_no_token_is_printed(run):
    """The table, the JSON and errors contain none."""
    run("login", "--scope", WALLET)
    from esi_data import Esi

    with Esi("test/1") as esi:
        (login,) = esi.logins.stored()
    for command in (("characters",), ("characters", "--format", "json")):
        _, out, err = run(*command)
        assert login.access_token not in out + err
        assert login.refresh_token not in out + err


def test_missing_scopes_on_the_command_line(run):
    """Missing scopes are named; nothing is sent."""
    run("login", "--scope", WALLET)
    status, out, err = run("call", "get_characters_character_id_skills", "--character", "Bero Veyl")
    assert (status, out) == (1, "")
    assert "esi-skills.read_skills.v1" in err


@pytest.mark.parametrize(
    ("args", "status", "told"),
    [
        (("login", "--scope", "esi-walet.v1"), 2, "neither a scope nor an operation"),
        (("logout",), 2, "Name the characters to log out, or pass --all"),
        (("logout", "x", "--all"), 2, "Name the characters to log out, or pass --all"),
        (("logout", "Nobody"), 1, "'Nobody' is not logged in. Logged in: nobody."),
    ],
)
def test_usage_errors_print_one_line(run, args, status, told):
    """They set the exit status, without a traceback."""
    got, out, err = run(*args)
    assert (got, out) == (status, "")
    assert told in err
    assert "Traceback" not in err


def test_a_login_without_a_client_id(run, monkeypatch):
    """At EVE's own API: how to register an application, with the address to enter."""
    monkeypatch.delenv("ESI_API_URL")
    monkeypatch.delenv("ESI_SSO_CALLBACK_URL")
    status, _, err = run("login")
    assert status == 1
    assert "https://developers.eveonline.com" in err
    assert "http://localhost:8635/callback" in err


def test_a_login_without_a_person(run, monkeypatch):
    """Nothing can be pasted: the command says what it needs."""
    import getpass

    def nobody(_):
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", nobody)
    status, _, err = run("login", "--no-browser")
    assert status == 1
    assert "/v2/oauth/authorize?" in err
    assert "needs a person" in err


def test_a_refused_login_fails(run, monkeypatch, esi_sandbox):
    """Exit status 1, with the reason."""
    esi_sandbox.sso.deny = True
    status, out, err = run("login", "--scope", WALLET)
    assert (status, out) == (1, "")
    assert "You did not allow the login" in err


ASSETS = ("call", "get_characters_character_id_assets", "--character", "Asa Ostrand")


def test_names_on_the_command_line_are_those_that_the_character_sees(run):
    """With `--character`, `--names` includes structures and containers."""
    scopes = ("esi-assets.read_assets.v1", "esi-universe.read_structures.v1")
    run("login", "--scope", scopes[0], "--scope", scopes[1], who="Asa Ostrand")
    status, out, err = run(*ASSETS, "--names", "--format", "json")
    assert (status, err) == (0, "")
    rows = json.loads(out)
    assert any(row["item_name"] for row in rows)
    assert any(row["location_id"] > 10**12 and row["location_name"] for row in rows)


def test_names_without_the_scope_for_structures_leave_them_out(run):
    """Other names are in the table, and a message names the missing scope."""
    run("login", "--scope", "esi-assets.read_assets.v1", who="Asa Ostrand")
    status, out, err = run(*ASSETS, "--names", "--format", "json")
    assert status == 0
    assert "structures stay without a name" in err
    assert "esi-universe.read_structures.v1" in err
    assert all(row["type_name"] for row in json.loads(out))
