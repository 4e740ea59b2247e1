"""Bad input: each gives one clear error that names the value and the next step, in both doors."""

import json

import pytest
from bravado.exception import HTTPNotFound

from esi import errors
from esi.core.http import transport
from esi_data import Esi, concat, frame, frame_localized
from esi_data.__main__ import main as command

CALLS = {
    "unknown operation": (
        lambda esi: esi.client.Market.get_market_prices(),
        errors.UnknownOperationError,
        ["get_market_prices", "get_markets_prices"],
    ),
    "unknown tag": (
        lambda esi: esi.client.Markets,
        errors.UnknownOperationError,
        ["Markets", "Did you mean Market"],
    ),
    "an operation in another tag": (
        lambda esi: esi.client.Market.get_status(),
        errors.UnknownOperationError,
        ["client.Status.get_status"],
    ),
    "a removed operation": (
        lambda esi: esi.client.Universe.get_search(),
        errors.UnknownOperationError,
        ["no longer has get_search", "get_characters_character_id_search"],
    ),
    "missing parameter": (
        lambda esi: esi.client.Market.get_markets_region_id_orders(),
        errors.ParameterError,
        ["needs region_id", "integer"],
    ),
    "unknown parameter": (
        lambda esi: esi.client.Market.get_markets_region_id_orders(region_id=1, typeid=2),
        errors.ParameterError,
        ["typeid", "type_id"],
    ),
    "wrong-typed parameter": (
        lambda esi: esi.client.Market.get_markets_region_id_orders(region_id="1.5"),
        errors.ParameterError,
        ["region_id='1.5'", "int64"],
    ),
    "a value outside the enum": (
        lambda esi: esi.client.Market.get_markets_region_id_orders(region_id=1, order_type="x"),
        errors.ParameterError,
        ["order_type='x'", "buy"],
    ),
    "unknown language of a call": (
        lambda esi: esi.client.Universe.get_universe_types_type_id(type_id=34, language="xx"),
        errors.ParameterError,
        ["'xx'", "ko"],
    ),
    "unknown language of results": (
        lambda esi: esi.client.Universe.get_universe_types_type_id(type_id=34).results(
            language="klingon"
        ),
        errors.ParameterError,
        ["'klingon'", "ko"],
    ),
    "unknown languages of a frame": (
        lambda esi: esi.client.Universe.get_universe_types_type_id(type_id=34).frame_localized(
            ["en", "xx"]
        ),
        errors.ParameterError,
        ["'xx'", "ko"],
    ),
    "a value without its name": (
        lambda esi: esi.client.Market.get_markets_region_id_orders(10000043),
        TypeError,
        ["by name", "get_markets_region_id_orders(region_id=10000043)"],
    ),
    "a pull of what is no name": (
        lambda esi: esi.pull(esi.client.Status.get_status),
        errors.ParameterError,
        ["get_status", "is not the name of an operation", "esi.operations()"],
    ),
    "a number of pages that is none": (
        lambda esi: esi.pull("get_markets_region_id_orders", region_id=10000043, max_pages="x"),
        errors.ParameterError,
        ["max_pages='x'", "1 or more"],
    ),
    "a frame of rows": (
        lambda esi: frame([{"type_id": 34}]),
        TypeError,
        ["before .result()", "not of a list", "pandas.DataFrame"],
    ),
    "localised rows": (
        lambda esi: frame_localized({"type_id": 34}),
        TypeError,
        ["before .result()", "not of a dict"],
    ),
    "names of a list": (
        lambda esi: esi.with_names([34]),
        TypeError,
        ["takes a DataFrame", "list"],
    ),
    "facts of a list": (
        lambda esi: esi.with_sde([34]),
        TypeError,
        ["takes a DataFrame", "list"],
    ),
    "one frame of what is none": (
        lambda esi: concat([[34]]),
        TypeError,
        ["takes DataFrames", "list"],
    ),
    "a time that is none": (
        lambda esi: esi.clear_cache(older_than="5m"),
        errors.ParameterError,
        ["older_than='5m'", "seconds"],
    ),
    "a negative time": (
        lambda esi: esi.clear_cache(older_than=-1),
        errors.ParameterError,
        ["older_than=-1", "seconds"],
    ),
    "not a number of seconds": (
        lambda esi: esi.clear_cache(older_than=float("nan")),
        errors.ParameterError,
        ["older_than=nan", "seconds"],
    ),
    "unknown keyword of results": (
        lambda esi: esi.client.Status.get_status().results(langage="ko"),
        TypeError,
        ["langage", "language"],
    ),
}


@pytest.fixture
def esi(esi_sandbox, tmp_path):
    with Esi(api_url=esi_sandbox.url, cache=tmp_path / "kept") as esi:
        esi.engine.clock, esi.engine.sleep = esi_sandbox.clock, esi_sandbox.clock.advance
        yield esi


@pytest.mark.parametrize("case", CALLS)
def test_a_wrong_call_is_one_clear_error_before_any_request(esi, esi_sandbox, case):
    """The error is of the right kind, names the value and what would be right; nothing is asked."""
    call, kind, words = CALLS[case]
    _ = esi.client
    esi_sandbox.clear()
    with pytest.raises(kind) as caught:
        call(esi)
    assert [word for word in words if word not in str(caught.value)] == []
    assert "\n" not in str(caught.value)
    assert esi_sandbox.requests == []


def test_an_unreachable_api_names_its_address_and_the_setting(tmp_path):
    """The error says where it tried and what to check."""
    with Esi(api_url="http://127.0.0.1:9", cache=tmp_path) as esi:
        esi.engine.sleep = lambda seconds: None
        with pytest.raises(errors.ApiConnectionError, match=r"127\.0\.0\.1:9.*ESI_API_URL"):
            _ = esi.client


@pytest.mark.parametrize("how", ["result", "results", "frame"])
def test_an_answer_that_is_not_json_says_so_and_is_not_kept(esi, esi_sandbox, how):
    """A login page in between is named as what it is; the next call asks anew."""
    future = esi.client.Status.get_status()
    esi_sandbox.faults.not_json(times=1, path="/status")
    with pytest.raises(
        errors.InvalidAnswerError, match=r"/status returned status 200 with text/html"
    ):
        getattr(future, how)()
    assert len(getattr(esi.client.Status.get_status(), how)()) > 0


def test_an_error_of_the_api_is_bravados_exception(esi):
    """A 404 is `HTTPNotFound`, with what the API said."""
    with pytest.raises(HTTPNotFound) as caught:
        esi.client.Universe.get_universe_types_type_id(type_id=999_999_999).results()
    assert caught.value.status_code == 404
    assert "error" in caught.value.swagger_result
    assert caught.value.response.status_code == 404


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"openapi": "4.0", "paths": {}}', "version '4.0'"),
        ('{"swagger": "1.2", "paths": {}}', "version '1.2'"),
        ('{"info": {}}', "no version"),
        ("[]", "list"),
        ("not json", "is not JSON"),
    ],
)
def test_a_document_of_neither_kind_says_what_it_is(tmp_path, text, said):
    """The error names the file, what was found, and where the right one is."""
    file = tmp_path / "document.json"
    file.write_text(text)
    with Esi(spec_file=file, cache=tmp_path / "kept") as esi:
        with pytest.raises(errors.DocumentError, match=r"document\.json") as caught:
            _ = esi.client
        assert said in str(caught.value)


def test_a_missing_spec_file_is_named(tmp_path):
    """The error names the path."""
    file = tmp_path / "nowhere.json"
    with (
        Esi(spec_file=file, cache=tmp_path / "kept") as esi,
        pytest.raises(errors.DocumentError, match=r"nowhere\.json cannot be read"),
    ):
        _ = esi.client


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"api_url": "localhost:8085"}, "api_url (ESI_API_URL) cannot be 'localhost:8085'"),
        ({"api_url": ""}, "a web address"),
        ({"compatibility_date": "yesterday"}, "a date in the past"),
        ({"compatibility_date": "2999-01-01"}, "a date in the past"),
        ({"languages": ["xx"]}, "en, de, fr"),
        ({"concurrency": 0}, "concurrency (ESI_CONCURRENCY) cannot be 0"),
        ({"page_wait": -1}, "a number of at least 0"),
        ({"on_limit": "stop"}, "'wait', 'raise' or 'off'"),
        ({"offline": "no"}, "True or False"),
        ({"client_id": 5}, "ESI_SSO_CLIENT_ID"),
        ({"callback_url": "localhost"}, "ESI_SSO_CALLBACK_URL"),
        ({"cache": 5}, "cache cannot be of type int, which lacks get, set"),
        ({"app_info_text": 5}, "app_info_text cannot be 5"),
    ],
)
def test_a_wrong_argument_of_esi_is_named(tmp_path, given, said):
    """Before anything is asked or made: the name, the value, and what it can be."""
    with pytest.raises(errors.ParameterError) as caught:
        Esi(**{"cache": tmp_path / "kept", **given})
    assert said in str(caught.value)
    assert not (tmp_path / "kept").exists()


def test_a_wrong_value_of_a_variable_is_named(monkeypatch, tmp_path):
    """The environment is looked at as arguments are; a password in it is not shown."""
    monkeypatch.setenv("ESI_ON_LIMIT", "stop")
    with pytest.raises(errors.ParameterError, match=r"ESI_ON_LIMIT\) cannot be 'stop'"):
        Esi(cache=tmp_path)


def test_one_language_may_be_a_text(tmp_path):
    """Not taken for a list of letters."""
    with Esi(cache=tmp_path, languages="de") as esi:
        assert esi.config.languages == ("de",)


PROXIES = {
    "nobody listens": ("http://user:hunter2@127.0.0.1:9", "used the proxy 127.0.0.1:9"),
    "no address": ("http://", "used the proxy: check HTTP_PROXY"),
    "an unknown kind": ("odd://hunter2@127.0.0.1:9", "unsupported scheme odd"),
    "SOCKS": ("socks5://127.0.0.1:9", "pip install 'requests[socks]'"),
}


@pytest.mark.parametrize("case", PROXIES)
def test_a_proxy_in_the_way_is_named_and_not_its_password(
    esi, esi_sandbox, monkeypatch, tmp_path, case
):
    """Single calls and pulls say that it was the proxy, and what to look at."""
    monkeypatch.setattr(transport, "is_loopback", lambda url: False)  # the sandbox is far away
    esi.client.Status.get_status().result()
    proxy, said = PROXIES[case]
    monkeypatch.setenv("HTTP_PROXY", proxy)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    for ask in (
        lambda: esi.client.Status.get_status().result(ignore_cache=True),
        lambda: esi.pull("get_markets_region_id_orders", region_id=10000043),
    ):
        with pytest.raises(errors.ApiConnectionError) as caught:
            ask()
        assert said in str(caught.value)
        assert "hunter2" not in str(caught.value)


def test_a_wrong_environment_variable_is_named(monkeypatch, tmp_path):
    """The error names the variable and its text."""
    monkeypatch.setenv("ESI_CONCURRENCY", "many")
    with pytest.raises(ValueError, match="ESI_CONCURRENCY='many' is not a number"):
        Esi(cache=tmp_path)


COMMANDS = {
    "unknown operation": (["call", "get_statuz"], 2, "get_status"),
    "unknown parameter": (["call", "get_status", "x=1"], 2, "no parameter 'x'"),
    "missing parameter": (["call", "get_markets_region_id_orders"], 2, "needs region_id"),
    "wrong type": (
        ["call", "get_markets_region_id_orders", "region_id=Jita"],
        2,
        "region_id='Jita'",
    ),
    "unknown language": (
        ["call", "get_universe_types_type_id", "type_id=34", "--language", "xx"],
        2,
        "'xx'",
    ),
    "no NAME=VALUE": (["call", "get_status", "x"], 2, "write NAME=VALUE"),
    "unknown command": (["cal"], 2, "cal"),
    "unknown format": (["call", "get_status", "--format", "xml"], 2, "xml"),
    "parquet to a terminal": (["call", "get_status", "--format", "parquet"], 2, "-o FILE"),
    "an error of the API": (
        ["call", "get_universe_types_type_id", "type_id=999999999"],
        1,
        "the API responded with 404",
    ),
}


@pytest.mark.parametrize("case", COMMANDS)
def test_the_command_line_says_it_without_a_traceback(esi_sandbox, monkeypatch, capsys, case):
    """One error on standard error, nothing on standard output, exit status 1 or 2."""
    args, status, said = COMMANDS[case]
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    monkeypatch.setattr("sys.argv", ["esi-data", *args])
    monkeypatch.setattr("sys.stdout.isatty", lambda: case == "parquet to a terminal")
    assert command() == status
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "Traceback" not in err


def test_the_command_line_names_an_unreachable_api(monkeypatch, capsys):
    """Exit status 1 and the address."""
    monkeypatch.setenv("ESI_API_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("ESI_SERVER_ERROR_BACKOFF_FACTOR", "0.001")
    monkeypatch.setattr("sys.argv", ["esi-data", "call", "get_status"])
    assert command() == 1
    assert "127.0.0.1:9" in capsys.readouterr().err


def test_debug_shows_the_traceback(esi_sandbox, monkeypatch):
    """`--debug` raises what happened."""
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    monkeypatch.setattr("sys.argv", ["esi-data", "--debug", "call", "get_statuz"])
    with pytest.raises(errors.UnknownOperationError):
        command()


def test_a_saved_document_serves_as_spec_file(esi_sandbox, monkeypatch, tmp_path):
    """`spec save` writes what `spec_file=` reads."""
    file = tmp_path / "swagger.json"
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)
    monkeypatch.setattr("sys.argv", ["esi-data", "spec", "save", str(file)])
    assert command() == 0
    assert json.loads(file.read_text())["swagger"] == "2.0"
    with Esi(spec_file=file, cache=tmp_path / "kept") as esi:
        assert esi.client.Status.get_status().results()["players"] > 0
        assert esi.client.Status.GetStatus().results()["players"] > 0
