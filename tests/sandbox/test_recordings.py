"""What a program asked of one API is answered alike by another sandbox."""

import json

import pytest
import requests

from esi.sandbox import Recorder
from esi_data import Esi
from tests.sandbox.conftest import CHIEF

LONETREK = "/markets/10000016/orders"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "samples"


@pytest.fixture
def recording(esi_sandbox, folder):
    """A session whose exchanges with the API are written down."""
    with requests.Session() as session:
        session.mount("http://", Recorder(folder))
        session.headers["X-Compatibility-Date"] = "2026-08-18"
        yield session


@pytest.fixture
def other(esi_sandbox_factory):
    """A sandbox with other data."""
    return esi_sandbox_factory(seed=2)


def files(folder):
    return [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]


def test_a_pull_is_replayed(esi_sandbox, other, folder, tmp_path):
    """All pages that a notebook fetched make the same frame of a sandbox with other data."""
    esi_sandbox.set_pages(LONETREK, 3, rows=20)
    frames = []
    for sandbox in (esi_sandbox, other):
        with Esi("t/1", api_url=sandbox.url, cache=tmp_path / f"cache-{len(frames)}") as esi:
            if sandbox is esi_sandbox:
                esi.engine.session.mount("http://", Recorder(folder))
            frames.append(
                esi.client.Market.get_markets_region_id_orders(region_id=10000016).frame()
            )
        if sandbox is esi_sandbox:
            assert other.replay(folder) == 3
    assert len(frames[0]) == 52
    assert frames[0].equals(frames[1])


def test_a_recorded_answer_has_the_sandboxs_manners(esi_sandbox, other, recording, folder):
    """It has an ETag and a lifetime, costs tokens, and is a 304 where it is known."""
    recording.get(esi_sandbox.url + LONETREK, timeout=10)
    other.replay(folder)
    answer = requests.get(other.url + LONETREK, timeout=10)
    assert answer.json() == requests.get(esi_sandbox.url + LONETREK, timeout=10).json()
    assert "Expires" in answer.headers
    assert answer.headers["X-Pages"] == "1"
    known = {"If-None-Match": answer.headers["ETag"]}
    assert requests.get(other.url + LONETREK, headers=known, timeout=10).status_code == 304
    assert [request.tokens for request in other.requests] == [2, 1]


def test_languages_and_bodies_are_told_apart(esi_sandbox, other, recording, folder):
    """Each language has its answer, and each body; what was not recorded is seeded as ever."""
    system = next(iter(esi_sandbox.world.systems.values())).system_id
    path = f"/universe/systems/{system}"
    for language in ("en", "ko"):
        recording.get(
            esi_sandbox.url + path, headers={"Accept-Language": language}, timeout=10
        ).raise_for_status()
    recording.post(f"{esi_sandbox.url}/universe/names", json=[34], timeout=10)
    other.replay(folder)

    def name(language):
        headers = {"Accept-Language": language}
        return requests.get(other.url + path, headers=headers, timeout=10).json()["name"]

    assert {one["request"]["language"] for one in files(folder)} == {"en", "ko", None}
    known = esi_sandbox.world.systems[system].name
    assert [name("en"), name("ko")] == [known["en"], known["ko"]]
    assert name("ja") == other.world.systems[system].name["ja"]
    names = requests.post(f"{other.url}/universe/names", json=[34, 35], timeout=10).json()
    assert len(names) == 2


def test_errors_are_replayed(esi_sandbox, other, recording, folder):
    """A refusal comes with its status and its text."""
    esi_sandbox.faults.fail(404, body='{"error": "Region not there"}', path=LONETREK)
    recording.get(esi_sandbox.url + LONETREK, timeout=10)
    other.replay(folder)
    answer = requests.get(other.url + LONETREK, timeout=10)
    assert (answer.status_code, answer.json()) == (404, {"error": "Region not there"})


def test_no_token_is_written(esi_sandbox, recording, folder):
    """Neither that of the header nor that of the query, nor any other header."""
    token = esi_sandbox.token(CHIEF)
    url = f"{esi_sandbox.url}/characters/{CHIEF}/wallet?token={token}"
    answer = recording.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=10)
    assert answer.status_code == 200
    (file,) = folder.glob("*.json")
    text = file.read_text(encoding="utf-8")
    assert json.loads(text)["response"]["content"] == answer.json()
    assert token not in text + file.name


def test_documents_and_pages_that_are_no_json_are_left_out(esi_sandbox, recording, folder):
    """The sandbox has documents of its own; what is no JSON comes through unrecorded."""
    recording.get(f"{esi_sandbox.url}/meta/openapi.json", timeout=10).raise_for_status()
    esi_sandbox.faults.not_json(path=LONETREK)
    assert "<html" in recording.get(esi_sandbox.url + LONETREK, timeout=10).text.lower()
    assert not folder.exists()


def test_what_is_known_is_recorded_in_full(esi_sandbox, recording, folder):
    """A program that knows an answer already gets it anew, or there were nothing to keep."""
    first = recording.get(esi_sandbox.url + LONETREK, timeout=10)
    known = {"If-None-Match": first.headers["ETag"]}
    again = recording.get(esi_sandbox.url + LONETREK, headers=known, timeout=10)
    assert again.status_code == 200
    assert len(files(folder)) == 1


def test_a_reset_forgets_recordings(esi_sandbox, other, recording, folder):
    """The next test finds the sandbox as new."""
    recording.get(esi_sandbox.url + LONETREK, timeout=10)
    seeded = requests.get(other.url + LONETREK, timeout=10).json()
    other.replay(folder)
    assert requests.get(other.url + LONETREK, timeout=10).json() != seeded
    other.reset()
    assert requests.get(other.url + LONETREK, timeout=10).json() == seeded


def test_a_folder_without_recordings_is_named(esi_sandbox, tmp_path):
    """And so is a file that is something else."""
    with pytest.raises(FileNotFoundError, match="no recorded exchange"):
        esi_sandbox.replay(tmp_path)
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ValueError, match=r"other\.json is no recorded exchange"):
        esi_sandbox.replay(tmp_path)
